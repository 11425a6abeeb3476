# SPDX-License-Identifier: GPL-3.0-or-later
"""Who stands opposite whom: offices on a day, our side and a partner's, gaps as dashed boxes (design 5.6)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.domain.names import display_name
from hospes.queries.actors import office_years
from hospes.queries.actors_opposite import facing_offices
from hospes.queries.actors_places import bond_with
from hospes.queries.association import Town, towns
from hospes.queries.organisations import organisation_ids, organisation_rows
from hospes.ui.look.sign import Side
from hospes.ui.pages.contacts_facts import Figures
from hospes.ui.widgets.boxes import clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import Button, link_button, literal
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label, TownName
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from hospes.domain.codes import Function
    from hospes.queries.actors import ActorOffice, FacingKind
    from hospes.ui.desk import Desk

LABELS, MARGINS, MARGINS_ABOVE, LEAST = 176, 130, 84, 80
BUTTON = 48
"""What a button has around its words."""
TWO_COLUMNS = 620
"""In less room, in units, what a line is about stands above its two sides and not beside them."""


class OppositeView(QWidget):
    """Two columns by kind of organisation, beneath each the offices and who holds them."""

    chosen = Signal(object)
    """An organisation."""
    wanted = Signal(str, str)
    """A kind of organisation and the town it is missing in."""
    sought = Signal(str)
    """A kind for which a partner is looked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._towns: list[Town] = []
        self._wanted = ""
        self.town = Choice(theme, name="contacts.oppositeTown")
        self.town.setAccessibleName(desk.text("Partner town"))
        self.town.picked.connect(self._again)
        self.year = Choice(theme, name="contacts.oppositeYear")
        self.year.setAccessibleName(desk.text("Offices as of"))
        self.year.picked.connect(self._again)
        self._head = row(theme, self.town, self.year, None)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.u(12))
        self._grid.setVerticalSpacing(theme.u(4))
        inner = holder(column(theme, holder(self._grid), None, margins=(16, 8, 16, 12)))
        self._shown_at = 0
        self._beside = 1
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.reload)
        self.setLayout(
            column(
                theme,
                holder(self._head),
                scrolled(inner, "contacts.opposite.rows"),
                gap=0,
                margins=(12, 8, 0, 0),
            )
        )

    @property
    def day(self) -> date:
        """The day it is of: today, or the end of the year that is chosen."""
        code = self.year.code()
        return date(int(code), 12, 31) if code else self.desk.file.today

    def where(self) -> dict[str, object]:
        """What is chosen, for the way back."""
        return {"town": self._wanted, "year": self.year.code()}

    def show_at(self, town: object, year: object) -> None:
        """Choose a town and a year."""
        if isinstance(town, str) and town:
            self._wanted = town
        if isinstance(year, str):
            self._fill_years(year)

    def _fill_years(self, chosen: str) -> None:
        years = self.desk.read(office_years, self.desk.file.today)[1:]
        pairs = [(str(year), self.desk.text("End of {year}", year=str(year))) for year in years]
        self.year.set_options([("", self.desk.text("In office today")), *pairs], chosen)

    def reload(self) -> int:
        """Read again; gives the number of gaps."""
        desk, theme = self.desk, self.desk.theme
        found = desk.read(towns, desk.locale.language)
        self._towns = [town for town in found if not town.is_home]
        home = next((town for town in found if town.is_home), None)
        self._wanted = self._wanted or self._best()
        self.town.set_options([(town.id.hex, town.name) for town in self._towns], self._wanted)
        self.town.setVisible(len(self._towns) > 1)
        self._fill_years(self.year.code())
        self._shown_at = self.width()
        clear(self._grid)
        if not self._towns or home is None:
            self._grid.addWidget(Label(theme, desk.text("No partner town is named yet."), "m"), 0, 0)
            return 0
        partner = next((t for t in self._towns if t.id.hex == self._wanted), self._towns[0])
        self._beside = 1 if self._shown_at >= theme.u(TWO_COLUMNS) else 0
        self._grid.addWidget(TownName(theme, home.name, Side.HOME), 0, self._beside)
        self._grid.addWidget(TownName(theme, partner.name, Side.PARTNER), 0, self._beside + 1)
        kinds = desk.read(facing_offices, partner.id, self.day, desk.locale)
        at = 1
        for one in kinds:
            at = self._show_kind(one, home, partner, at)
        if partner.country:
            self._grid.addWidget(line(), at, 0, 1, 3)
            self._grid.addWidget(Figures(desk, country=partner.country), at + 1, 0, 1, 3)
        for place in range(3):
            self._grid.setColumnStretch(place, int(self._beside <= place < self._beside + 2))
        self._grid.setColumnMinimumWidth(0, theme.u(LABELS) if self._beside else 0)
        return sum(one.gaps for one in kinds)

    def print_where(self) -> dict[str, object]:
        """What the paper needs to show the same."""
        wanted = UUID(hex=self._wanted) if self._wanted else None
        bond = self.desk.read(bond_with, wanted) if wanted is not None else None
        options = {"on": self.day.isoformat()} if self.year.code() else {}
        return {"twinning": bond.hex if bond is not None else "", "options": options}

    def _best(self) -> str:
        """The partner with most organisations: a region pair has few, and would be all gaps."""
        desk, today = self.desk, self.desk.file.today
        ids = desk.read(organisation_ids, locale=desk.locale, today=today)
        rows = desk.read(organisation_rows, ids, locale=desk.locale, today=today)
        counts = Counter(row.territory_id for row in rows)
        best = max(self._towns, key=lambda town: counts[town.id], default=None)
        return best.id.hex if best is not None else ""

    def _again(self, _: str) -> None:
        self._wanted = self.town.code() or self._wanted
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown_at and self.width() != self._shown_at:
            self._late.start()  # names are shortened to the room there is

    def _link(self, words: str, call: Callable[[], object], name: str) -> Button:
        """A name that leads on, shortened to its column."""
        theme = self.desk.theme
        button = link_button(theme, words, call, name=name)
        self._shorten(button, words, 0)
        return button

    def _shorten(self, button: Button, words: str, around: int) -> None:
        theme = self.desk.theme
        taken = LABELS + MARGINS if self._beside else MARGINS_ABOVE
        room = max(theme.u(LEAST), (self._shown_at - theme.u(taken)) // 2) - theme.u(around)
        short = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
        if short != words:
            button.setText(literal(short))
            button.setToolTip(plain_tip(words))
            if not button.accessibleName():
                button.setAccessibleName(words)

    # -- rows ----------------------------------------------------------------------------------------

    def _show_kind(self, one: FacingKind, home: Town, partner: Town, at: int) -> int:
        desk, theme = self.desk, self.desk.theme
        self._grid.addWidget(line(), at, 0, 1, 3)
        at = self._name_line(Label(theme, desk.locale.label(one.kind), "lead", wrap=True), at + 1)
        for place, (bodies, town) in enumerate(((one.ours, home), (one.theirs, partner)), self._beside):
            widget = self._organisations(bodies) if bodies else self._gap(one.kind.value, town)
            self._grid.addWidget(widget, at, place)
        at += 1
        whole = bool(one.ours and one.theirs)
        for office in one.offices:
            at = self._name_line(Label(theme, desk.locale.label(office.function), "m", wrap=True), at)
            sides = ((office.ours, one.ours), (office.theirs, one.theirs))
            for place, (people, bodies) in enumerate(sides, self._beside):
                if people:
                    self._grid.addWidget(self._people(people), at, place)
                elif whole:
                    self._grid.addWidget(self._nobody(office.function, bodies), at, place)
            at += 1
        return at

    def _name_line(self, label: Label, at: int) -> int:
        """Say what a line is about, beside its two sides or above them; gives the row of the sides."""
        if self._beside:
            self._grid.addWidget(label, at, 0)
            return at
        self._grid.addWidget(label, at, 0, 1, 2)
        return at + 1

    def _organisations(self, bodies: Sequence[tuple[UUID, str]]) -> QWidget:
        theme = self.desk.theme
        box = column(theme, gap=2)
        for ref, name in bodies:
            button = self._link(name, self._pressed, f"contacts.opposite.{ref.hex}")
            button.setProperty("organisation", ref.hex)
            box.addLayout(row(theme, button, None))
        return holder(box)

    def _people(self, people: Sequence[ActorOffice]) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        box = column(theme, gap=0)
        for one in people:
            name = display_name(one.name)
            button = self._link(name, self._open, f"contacts.holder.{one.person_id.hex}")
            button.setProperty("person", one.person_id.hex)
            told = one.title or desk.locale.role(one.function, one.name.gender)
            if one.since is not None:
                since = desk.locale.rough(one.since)
                told = desk.text("{role}, since {since}", role=told, since=since)
            box.addLayout(row(theme, button, None))
            box.addWidget(Label(theme, told, "m", wrap=True))
        return holder(box)

    def _nobody(self, function: Function, bodies: Sequence[tuple[UUID, str]]) -> QWidget:
        desk = self.desk
        if self.year.code():
            return Label(desk.theme, desk.text("Nobody is known"), "m")
        words = desk.text("Nobody yet: name somebody")
        button = Button(desk.theme, words, "gap", icon="plus", name=f"contacts.office.{function.value}")
        role = desk.locale.label(function)
        button.setAccessibleName(
            desk.text("{role} at {organisation}: nobody yet", role=role, organisation=bodies[0][1])
        )
        self._shorten(button, words, BUTTON)
        button.setProperty("organisation", bodies[0][0].hex)
        button.clicked.connect(self._pressed)
        return button

    def _gap(self, kind: str, town: Town) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        words = desk.text("Nobody yet: add one")
        button = Button(theme, words, "gap", icon="plus", name=f"contacts.gap.{kind}")
        button.setAccessibleName(desk.text("No partner yet in {town}. Add one", town=town.name))
        self._shorten(button, words, BUTTON)
        button.setProperty("kind", kind)
        button.setProperty("town", town.id.hex)
        button.clicked.connect(self._fill)
        seek = link_button(
            theme, desk.text("Find a partner"), self._seek, icon="search", name=f"contacts.seek.{kind}"
        )
        seek.setProperty("kind", kind)
        return holder(column(theme, button, row(theme, seek, None), gap=2))

    def _pressed(self) -> None:
        self.chosen.emit(UUID(hex=str(self.sender().property("organisation"))))

    def _open(self) -> None:
        self.desk.go("person", id=str(self.sender().property("person")))

    def _fill(self) -> None:
        sender = self.sender()
        self.wanted.emit(str(sender.property("kind")), str(sender.property("town")))

    def _seek(self) -> None:
        self.sought.emit(str(self.sender().property("kind")))
