# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is invited, who comes, who was there, who votes for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.events import InviteToEvent, SetAttendance, TakeOffEvent
from hospes.actions.meetings import GiveProxy
from hospes.domain.codes import Attendance, EventKind
from hospes.domain.names import display_name
from hospes.i18n.marks import N_, P_
from hospes.queries.events import committee, everyone_a_member
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.event_tab import EventTab
from hospes.ui.pages.visit_fields import PersonCombo
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.queries.events import Guest
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

LOOK: dict[Attendance, tuple[str, Tone]] = {
    Attendance.INVITED: ("mail", "muted"),
    Attendance.COMING: ("user-check", "home"),
    Attendance.EXCUSED: ("user-minus", "muted"),
    Attendance.PRESENT: ("check", "ok"),
    Attendance.PROXY: ("handshake", "home"),
    Attendance.ABSENT: ("x", "warn"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    guest: Guest
    holder: str


def _how(one: _Row, locale: Locale) -> Cell:
    icon, tone = LOOK[one.guest.attendance]
    words = locale.label(one.guest.attendance)
    return Cell(words, grey=one.holder, icon=icon, tone=tone)


def _columns() -> tuple[Column[_Row], ...]:
    return (
        Column("name", P_("person", "Name"), 280, lambda one, _: display_name(one.guest.name), least=150),
        Column("how", N_("State"), 360, _how, least=150),
    )


class EventPeople(EventTab):
    """Acts above, the list, the sums beneath."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._rows: dict[UUID, _Row] = {}
        self.words = find_field(theme, desk.text("Find in this list"), "event.people.words", self.reload)
        members = plain_button(
            theme, desk.text("Invite all members"), self._members, icon="users", name="event.inviteMembers"
        )
        board = plain_button(
            theme, desk.text("Invite the committee"), self._committee, name="event.inviteCommittee"
        )
        letter = plain_button(theme, desk.text("Letter"), self._letter, icon="mail", name="event.letter")
        labels = plain_button(
            theme, desk.text("Address labels"), self._labels, icon="printer", name="event.labels"
        )
        self.add = PersonCombo(desk, "event.addPerson")
        self.add.setPlaceholderText(desk.text("Add somebody"))
        self.add.setAccessibleName(desk.text("Add somebody"))
        self.add.setFixedWidth(theme.u(220))
        self.add.picked.connect(self._add)
        self._tools = holder(FlowLayout(theme, self.words, self.add, members, board, letter, labels, gap=10))
        self.table = ListTable(
            desk, "event-people", _columns(), shown=("name", "how"), name="event.people",
            label=desk.text("Who comes"),
        )  # fmt: skip
        self.table.opened.connect(self._toggle)
        self.table.binned.connect(self._take_off)
        self.body = ListBody(self.table)
        acts = (
            (N_("Is there"), Attendance.PRESENT, "check"),
            (N_("Coming"), Attendance.COMING, "user-check"),
            (N_("Excused"), Attendance.EXCUSED, "user-minus"),
            (N_("Absent"), Attendance.ABSENT, "x"),
        )
        self._setters = [_Set(self, how) for _, how, _ in acts]  # kept: Qt holds bound methods weakly
        self._acts = [
            plain_button(theme, desk.text(label), setter.set, icon=icon, name=f"event.set.{how.value}")
            for (label, how, icon), setter in zip(acts, self._setters, strict=True)
        ]
        self.proxy = PersonCombo(desk, "event.proxy")
        self.proxy.setPlaceholderText(desk.text("Is represented by"))
        self.proxy.setAccessibleName(desk.text("Is represented by"))
        self.proxy.setFixedWidth(theme.u(220))
        self.proxy.picked.connect(self._give_proxy)
        self.sum = Label(theme, "", "m", wrap=True, name="event.people.sum")
        self._buttons = holder(FlowLayout(theme, *self._acts, self.proxy))
        foot = holder(column(theme, line(), self._buttons, self.sum, gap=6, margins=(14, 0, 14, 8)))
        card = Box(theme, "card", self.body, foot, gap=0, margins=(1, 1, 1, 1))
        self._whole = column(theme, self._tools, card, gap=10)
        self._whole.setStretch(1, 1)
        self.setLayout(self._whole)

    def least(self) -> int:
        """Tools and acts that break into lines, and some of the list between them."""
        return {Fit.COMPACT: 500, Fit.NARROW: 620}.get(self.fits, 0)

    def reload(self, *_: object) -> None:
        desk, facts = self.desk, self.facts
        called = {one.id: display_name(one.name) for one in facts.people}
        words = self.words.text().casefold().split()
        self._rows = {}
        for one in facts.people:
            if all(word in called[one.id].casefold() for word in words):
                holder_ = called.get(one.holder, "") if one.holder is not None else ""
                self._rows[one.id] = _Row(one, holder_)
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if self._rows and not self.table.chosen_ids():
            self.table.choose(next(iter(self._rows)), tell=False)
        self.proxy.setVisible(facts.kind is EventKind.AGM)
        parts = [desk.ntext("{n} invited", "{n} invited", len(facts.people))]
        kinds = (Attendance.COMING, Attendance.PRESENT, Attendance.PROXY, Attendance.EXCUSED)
        label, number = desk.locale.label, desk.locale.number
        parts += [
            desk.text("{what}: {n}", what=label(how), n=number(n)) for how in kinds if (n := facts.count(how))
        ]
        self.sum.setText(" · ".join(parts))
        self._show_empty()
        self.headingChanged.emit()

    def _show_empty(self) -> None:
        self._buttons.setVisible(bool(self._rows))
        if self._rows:
            self.body.show_list()
            return
        desk = self.desk
        ways: tuple[Answer, ...] = ()
        if self.facts.people:
            words = desk.text("Nobody is called that.")
        else:
            way = Answer(desk.text("Invite all members"), self._members, main=True, name="event.empty.invite")
            words, ways = desk.text("Nobody is invited yet."), (way,)
        if self.fits <= Fit.COMPACT:  # the buttons above say the same
            ways = ()
        icon = "users" if self.fits > Fit.COMPACT else ""
        nothing = EmptyState(desk.theme, words, ways, icon=icon)
        self.body.show_empty(nothing)

    # -- acts ----------------------------------------------------------------------------------------

    def _invite(self, people: Sequence[UUID]) -> None:
        desk = self.desk
        outcome = desk.run(InviteToEvent(self.facts.id, tuple(people)))
        if outcome is not None and isinstance(outcome.result, int):
            n = outcome.result
            words = desk.ntext("{n} person is put on the list.", "{n} people are put on the list.", n)
            desk.say(words, undoable=n > 0)

    def _members(self) -> None:
        self._invite(self.desk.read(everyone_a_member, max(self.facts.on, self.desk.file.today)))

    def _committee(self) -> None:
        self._invite(self.desk.read(committee, max(self.facts.on, self.desk.file.today)))

    def _letter(self) -> None:
        self.desk.go("letters", people=self._addressed())

    def _labels(self) -> None:
        self.desk.go("print", paper="address-labels", people=self._addressed())

    def _addressed(self) -> list[str]:
        """Those chosen in the list, else everybody in it."""
        return [one.hex for one in self.chosen() or tuple(self._rows)]

    def _add(self, code: str) -> None:
        self.add.clear()
        self._invite([UUID(hex=code)])

    def chosen(self) -> tuple[UUID, ...]:
        """Whom an act is for."""
        if not self.body.filled:
            return ()
        return tuple(one for one in self.table.chosen_ids() if one in self._rows)

    def set_attendance(self, how: Attendance) -> None:
        """Say of the chosen people that they are there, excused and so on."""
        chosen = self.chosen()
        if not chosen:
            return
        desk = self.desk
        said = desk.ntext("{n} person is noted.", "{n} people are noted.", len(chosen))
        desk.run(SetAttendance(self.facts.id, chosen, how), said=said)

    def _toggle(self, person: object) -> None:
        """Enter ticks somebody off as present, and once more takes it back."""
        row = self._rows.get(person) if isinstance(person, UUID) else None
        if row is not None:
            here = row.guest.attendance is Attendance.PRESENT
            self.set_attendance(Attendance.INVITED if here else Attendance.PRESENT)

    def _give_proxy(self, code: str) -> None:
        chosen = self.chosen()
        self.proxy.clear()
        if len(chosen) != 1:
            self.desk.say(self.desk.text("Choose one person who is represented."), kind="warn")
            return
        said = self.desk.text("The proxy is noted.")
        self.desk.run(GiveProxy(self.facts.id, chosen[0], UUID(hex=code)), said=said)

    def _take_off(self, ids: Sequence[UUID]) -> None:
        if ids:
            said = self.desk.ntext(
                "{n} person is taken off the list.", "{n} people are taken off the list.", len(ids)
            )
            self.desk.run(TakeOffEvent(self.facts.id, tuple(ids)), said=said)

    def _take_off_chosen(self) -> None:
        self._take_off(self.chosen())

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"find": self.words.setFocus, "new": self._begin_add}
        if self.chosen():
            acts["bin"] = self._take_off_chosen
        return acts

    def _begin_add(self) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.words, self.table)

    def first_focus(self) -> QWidget | None:
        return self.table

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)
        for button in self._acts:
            button.set_wordless(fit <= Fit.COMPACT)


class _Set:
    """One button: one thing to say of people."""

    def __init__(self, tab: EventPeople, how: Attendance) -> None:
        self._tab, self._how = tab, how

    def set(self) -> None:
        """Say it."""
        self._tab.set_attendance(self._how)
