# SPDX-License-Identifier: GPL-3.0-or-later
"""Roll call: who is here on a day, ticked in large lines, for everybody, a delegation or a bus (design 5.8).

Every tick is written at once. Counting again, on the bus for instance, writes nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from hospes.actions.participations import NoShow
from hospes.actions.participations_checks import SetPresence
from hospes.domain.codes_visit import ParticipationKind, PresenceState
from hospes.domain.names import display_name, list_name
from hospes.queries.participants_roll import legs_with_people
from hospes.ui.page import Fit
from hospes.ui.pages.visit_people_columns import with_words
from hospes.ui.pages.visit_people_fields import firm
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import back_bar
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtCore import QObject

    from hospes.queries.participants import ParticipantRow, VisitPeople
    from hospes.queries.participants_roll import Leg
    from hospes.ui.desk import Desk

GUESTS, HOSTS = "guests", "hosts"
AT_ONCE = 60
"""So many lines are made in one turn of the loop."""


class RollView(QWidget):
    """The list to tick."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        theme, text = desk.theme, desk.text
        self._people: VisitPeople | None = None
        self._legs: tuple[Leg, ...] = ()
        self._lines: dict[UUID, RollLine] = {}
        self._left: list[ParticipantRow] = []
        self._adding = QTimer(self, singleShot=True, interval=0)
        self._adding.timeout.connect(self._add_lines)
        self._order: list[UUID] = []
        self._columns = 2
        self._counting: set[UUID] | None = None
        self.back = back_bar(theme, text("Back to the list"), self.closed.emit, "visit.roll.back")
        self.day = Choice(theme, name="visit.roll.day")
        self.day.setAccessibleName(text("Day"))
        self.day.picked.connect(self._changed)
        self.whom = Choice(theme, name="visit.roll.whom")
        self.whom.setAccessibleName(text("Roll call for"))
        self.whom.picked.connect(self._changed)
        self.whom.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whom.setMinimumContentsLength(18)
        self.missing = Tick(theme, text("Only who is missing"), name="visit.roll.missing")
        self.missing.clicked.connect(self._changed)
        self.all = plain_button(
            theme, text("All are here"), self._all_here, icon="check", name="visit.roll.all"
        )
        self.again = plain_button(
            theme, text("Count again"), self._count_again, icon="rotate-ccw", name="visit.roll.again"
        )
        print_ = link_button(
            theme, text("Print the list to sign"), self._print, icon="printer", name="visit.roll.print"
        )
        self.count = Label(theme, "", "section", name="visit.roll.count")
        self.note = Label(theme, "", "m", wrap=True, name="visit.roll.note")
        tools = FlowLayout(theme, self.back, self.day, self.whom, self.all, self.again)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(theme.u(2))
        self._grid.setHorizontalSpacing(theme.u(28))
        self._grid.setContentsMargins(theme.u(8), theme.u(6), theme.u(8), theme.u(6))
        inner = column(theme, self._grid, None)
        box = Box(theme, "card", scrolled(holder(inner), "visit.roll.area"), margins=(1, 1, 1, 1))
        told = Turning(theme, self.missing, print_, gap=14)
        head = Turning(theme, self.count, told, gap=14)
        whole = column(theme, firm(holder(tools)), head, self.note, box, gap=8, margins=(0, 8, 0, 0))
        whole.setStretch(3, 1)
        self.setLayout(whole)

    # -- who and when --------------------------------------------------------------------------------

    def show_people(self, people: VisitPeople) -> None:
        """Show a visit's people as they stand now."""
        new_visit = self._people is None or self._people.visit.id != people.visit.id
        self._people = people
        self._legs = self.desk.read(legs_with_people, people.visit.id)
        self._options(keep=not new_visit)
        if new_visit:
            self._counting = None
        self._show()

    def begin(self) -> None:
        """Put the keyboard onto the first line that is not ticked."""
        lines = [self._lines[one] for one in self._order if one in self._lines]
        target = next((one for one in lines if not one.tick.isChecked()), lines[0] if lines else None)
        if target is not None:
            target.tick.setFocus(Qt.FocusReason.TabFocusReason)

    def _options(self, *, keep: bool) -> None:
        people, text = self._people, self.desk.text
        assert people is not None
        days = people.visit.days() or (self.desk.file.today,)
        today = self.desk.file.today
        now = self.day.code() if keep else (today if today in days else days[0]).isoformat()
        words = [(one.isoformat(), self.desk.locale.date(one, "weekday_short")) for one in days]
        self.day.set_options(words, now)
        options = [(GUESTS, text("All guests")), (HOSTS, text("All hosts"))]
        options += [(one.id.hex, one.name) for one in people.parties]
        options += [(one.id.hex, self._leg_words(one)) for one in self._legs]
        self.whom.set_options(options, self.whom.code() if keep else GUESTS)

    def _leg_words(self, leg: Leg) -> str:
        text = self.desk.text
        if leg.origin and leg.destination:
            return text(
                "{bus}: {origin} to {destination}",
                bus=leg.name,
                origin=leg.origin,
                destination=leg.destination,
            )
        return leg.name or text("Bus")

    def _day(self) -> date:
        return date.fromisoformat(self.day.code())

    def _called(self) -> list[ParticipantRow]:
        """Whom the roll call is for."""
        people, whom = self._people, self.whom.code()
        rows = [one for one in people.rows if not one.gone] if people is not None else []
        leg = next((one for one in self._legs if one.id.hex == whom), None)
        if leg is not None:
            return [one for one in rows if one.person_id in leg.people]
        if whom == HOSTS:
            return [one for one in rows if one.kind is ParticipationKind.HOST]
        coming = [one for one in rows if one.comes]
        if whom == GUESTS:
            return [one for one in coming if one.kind is not ParticipationKind.HOST]
        return [one for one in coming if one.delegation_id is not None and one.delegation_id.hex == whom]

    # -- showing -------------------------------------------------------------------------------------

    def _changed(self, *_: object) -> None:
        self._show()

    def _is_here(self, row_: ParticipantRow) -> bool:
        if self._counting is not None:
            return row_.person_id in self._counting
        return row_.here_on(self._day())

    def _show(self) -> None:
        rows = self._called()
        shown = [one for one in rows if not (self.missing.isChecked() and self._is_here(one))]
        order = [one.person_id for one in shown]
        if order != self._order:
            self._build(shown)
        self._left = [one for one in shown if one.person_id not in self._lines]
        for one in shown:
            self._show_line(one)
        here = sum(self._is_here(one) for one in rows)
        self.count.setText(
            self.desk.ntext("{here} of {n} is here", "{here} of {n} are here", len(rows), here=here)
        )
        self.all.setVisible(self._counting is None)
        text = self.desk.text
        self.again.set_text(text("Count again") if self._counting is None else text("End the counting"))
        self.note.setText(
            text("You are counting again. Nothing is written.")
            if self._counting is not None
            else self._gap(rows)
        )
        self.note.setVisible(bool(self.note.text()))

    def _show_line(self, row_: ParticipantRow) -> None:
        line = self._lines.get(row_.person_id)
        if line is not None:
            state = None if self._counting is not None else row_.presence.get(self._day())
            line.show_state(self._is_here(row_), state)

    def _gap(self, rows: Sequence[ParticipantRow]) -> str:
        """Who is missing, once most are here."""
        gone = [one for one in rows if not self._is_here(one)]
        if not gone or len(gone) == len(rows) or len(gone) > 6:
            return ""
        return self.desk.text(
            "Missing: {names}", names=self.desk.locale.listing([display_name(one.name) for one in gone])
        )

    def _build(self, rows: Sequence[ParticipantRow]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines.clear()
        self._order = [one.person_id for one in rows]
        for number in range(4):
            self._grid.setColumnStretch(number, 1 if number < self._columns else 0)
        self._left = list(rows)
        self._add_lines()

    def _add_lines(self) -> None:
        """Some lines now, the others in the next turns of the loop: four hundred take a second."""
        high = -(-len(self._order) // self._columns) or 1
        place_of = {person: at for at, person in enumerate(self._order)}
        now, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        for one in now:
            line = RollLine(self.desk, one, self._ticked, self._more)
            line.tick.installEventFilter(self)
            self._lines[one.person_id] = line
            at = place_of[one.person_id]
            self._grid.addWidget(line, at % high, at // high)
            self._show_line(one)
        if self._left:
            self._adding.start()

    def fit(self, fit: Fit) -> None:
        """Take as many columns as there is room for."""
        self.again.set_wordless(fit is Fit.NARROW)
        self.whom.setMaximumWidth(self.desk.theme.u(150 if fit is Fit.NARROW else 600))
        columns = {Fit.NARROW: 1, Fit.COMPACT: 1, Fit.NORMAL: 2}.get(fit, 3)
        if columns != self._columns:
            self._columns = columns
            self._order = []
            if self._people is not None:
                self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the lines, Space ticks."""
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, Tick):
            key = event.key()  # type: ignore[attr-defined]  # a QKeyEvent
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
            if step is not None:
                self._step(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, tick: Tick, step: int) -> None:
        ticks = {line.tick: person for person, line in self._lines.items()}
        at = self._order.index(ticks[tick]) if tick in ticks else -1
        if at >= 0 and 0 <= at + step < len(self._order) and self._order[at + step] in self._lines:
            line = self._lines[self._order[at + step]]
            line.tick.setFocus(Qt.FocusReason.TabFocusReason)
            area = self.findChild(QWidget, "visit.roll.area")
            ensure = getattr(area, "ensureWidgetVisible", None)
            if callable(ensure):
                ensure(line)

    # -- acts ----------------------------------------------------------------------------------------

    def _write(self, people: tuple[UUID, ...], state: PresenceState | None, said: str) -> None:
        if self._people is None:
            return
        if self.desk.run(SetPresence(self._people.visit.id, people, self._day(), state), said=said) is None:
            self._show()

    def _name(self, person: UUID) -> str:
        row_ = self._people.row(person) if self._people is not None else None
        return display_name(row_.name) if row_ is not None else ""

    def _ticked(self, person: UUID, on: bool) -> None:
        if self._counting is not None:
            self._counting ^= {person}
            self._show()
            return
        words = (
            self.desk.text("{person} is here.", person=self._name(person))
            if on
            else self.desk.text("{person} is not ticked any more.", person=self._name(person))
        )
        self._write((person,), PresenceState.HERE if on else None, words)

    def _all_here(self) -> None:
        people = tuple(one.person_id for one in self._called() if not self._is_here(one))
        if people:
            n = len(people)
            self._write(
                people, PresenceState.HERE, self.desk.ntext("{n} person is here.", "{n} people are here.", n)
            )

    def _count_again(self) -> None:
        self._counting = None if self._counting is not None else set()
        self._show()
        self.begin()

    def _more(self, person: UUID) -> None:
        row_ = self._people.row(person) if self._people is not None else None
        line = self._lines.get(person)
        if row_ is None or line is None:
            return
        menu = QMenu(self)
        menu.setObjectName("visit.roll.menu")
        text = self.desk.text
        for words, state in (
            (text("Left early"), PresenceState.LEFT_EARLY),
            (text("Not here today"), PresenceState.ABSENT),
            (text("Not asked"), None),
        ):
            menu.addAction(words).setData(state.value if state is not None else "")
        if row_.participation_id is not None and row_.kind is not ParticipationKind.HOST:
            menu.addSeparator()
            menu.addAction(text("Did not come at all")).setData("no_show")
        chosen = menu.exec(line.more.mapToGlobal(line.more.rect().bottomLeft()))
        if chosen is not None:
            self.set_state(person, str(chosen.data()))

    def set_state(self, person: UUID, code: str) -> None:
        """Note that somebody left early, is not here, or did not come at all; empty is "not asked"."""
        row_ = self._people.row(person) if self._people is not None else None
        if row_ is None:
            return
        name = display_name(row_.name)
        if code == "no_show":
            if row_.participation_id is not None:
                self.desk.run(
                    NoShow((row_.participation_id,)),
                    said=self.desk.text("{person} did not come.", person=name),
                )
            return
        state = PresenceState(code) if code else None
        words = self.desk.locale.label(state) if state is not None else self.desk.text("Not asked")
        said = self.desk.text("{person}: {state}", person=name, state=words)
        self._write((person,), state, said)

    def _print(self) -> None:
        if self._people is not None:
            # All guests are the whole list; hosts, a delegation or a coach are a part of it.
            some: dict[str, object] = {}
            if self.whom.code() != GUESTS:
                some["people"] = [one.person_id.hex for one in self._called()]
            self.desk.go("print", paper="participants-list", visit=self._people.visit.id.hex, **some)


class RollLine(QWidget):
    """One person: a large tick, with whom they come, and what else can be said of them."""

    def __init__(
        self,
        desk: Desk,
        row_: ParticipantRow,
        ticked: Callable[[UUID, bool], object],
        more: Callable[[UUID], object],
    ) -> None:
        super().__init__()
        theme = desk.theme
        self.desk, self.person = desk, row_.person_id
        self._call, self._more = ticked, more
        mates = with_words(row_, desk.locale)
        name = list_name(row_.name)
        words = desk.text("{person} (with {others})", person=name, others=mates) if mates else name
        self.tick = Tick(theme, words, name=f"visit.roll.{row_.person_id.hex}")
        self.tick.setMinimumHeight(theme.u(40))
        self.tick.clicked.connect(self._ticked)
        self.state = Label(theme, "", "m")
        self.more = icon_button(
            theme,
            desk.text("More about {person}", person=display_name(row_.name)),
            "ellipsis",
            self._open,
            name=f"visit.roll.more.{row_.person_id.hex}",
            small=True,
        )
        made = row(theme, self.tick, self.state, self.more, gap=6)
        made.setStretch(0, 1)
        made.setAlignment(self.more, Qt.AlignmentFlag.AlignTop)
        made.setAlignment(self.state, Qt.AlignmentFlag.AlignTop)
        self.state.setContentsMargins(0, theme.u(4), 0, 0)
        self.setLayout(made)

    def show_state(self, here: bool, state: PresenceState | None) -> None:
        """Show whether somebody is here, and what else was noted."""
        self.tick.setChecked(here)
        odd = state is not None and state is not PresenceState.HERE
        self.state.setText(self.desk.locale.label(state) if odd and state is not None else "")

    def _ticked(self, on: bool) -> None:
        self._call(self.person, on)

    def _open(self) -> None:
        self._more(self.person)
