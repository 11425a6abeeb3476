# SPDX-License-Identifier: GPL-3.0-or-later
"""An invitation list: who holds which office on the day, in order of protocol; on the list in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.events import InviteToEvent
from hospes.actions.participations import AddParticipants
from hospes.domain.codes import Function, OrganisationKind, Sector
from hospes.domain.codes_visit import ParticipationState
from hospes.domain.names import display_name, initials
from hospes.domain.salutations import salutation
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_, P_
from hospes.queries.actors import Invitee, Wanted, invitees
from hospes.queries.association import towns
from hospes.queries.events import event_rows
from hospes.queries.visits import visit_ids, visit_rows
from hospes.ui.pages.contacts_columns import SECTOR_ICONS, sign_of
from hospes.ui.pages.contacts_picks import Picks
from hospes.ui.pages.person_languages import OFFERED, capital
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import FlowLayout, column, holder, scrolled
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hospes.ui.desk import Desk


def role_of(one: Invitee, locale: Locale) -> str:
    """The office in the organisation's own words, else as the list has it, in the person's form."""
    return one.office.title or locale.role(one.office.function, one.office.name.gender)


def greeting(one: Invitee, locale: Locale) -> str:
    """How a letter to somebody begins, in the language they read."""
    reader = Locale.of(one.language) if one.language else locale
    function = one.office.function
    return salutation(
        one.office.name, reader, formality=one.formality, function=function, override=one.greeting
    ).opening


def _address(one: Invitee, _: Locale) -> str:
    at = one.address
    if at is None:
        return ""
    return ", ".join(part for part in (at.street, f"{at.postcode} {at.town}".strip()) if part)


def _name(one: Invitee, locale: Locale) -> Cell:
    name = one.office.name
    return Cell(display_name(name), initials=initials(name), side=sign_of(one.office.side))


def _sector(one: Invitee, locale: Locale) -> Cell:
    sector = one.office.sector
    return Cell(locale.label(sector), icon=SECTOR_ICONS[sector], tone="muted")


COLUMNS: tuple[Column[Invitee], ...] = (
    Column("name", P_("person", "Name"), 220, _name, least=150),
    Column("role", N_("Function"), 170, role_of, least=110),
    Column("organisation", N_("Organisation"), 210, lambda one, _: one.office.organisation, least=120),
    Column("town", N_("Place"), 140, lambda one, _: one.office.town, goes=2),
    Column("sector", N_("Kind"), 140, _sector, goes=4),
    Column("address", N_("Address"), 230, _address, goes=3),
    Column("greeting", N_("Salutation"), 260, greeting, goes=5),
    Column("email", N_("E-mail"), 200, lambda one, _: one.email, goes=6),
)
LEAST = 230
"""How high the list is at least; where the window is lower, all of it scrolls."""
SHOWN = ("name", "role", "organisation", "town", "address", "greeting")


class InviteView(QWidget):
    """What for, who, the list, and what is done with it."""

    counted = Signal()
    picked = Signal(object)
    """A person was chosen in the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.people: list[Invitee] = []
        self._out: set[UUID] = set()
        self._days: dict[str, date] = {}
        self.target = Choice(theme, name="contacts.invite.target")
        self.target.setAccessibleName(desk.text("What is it for?"))
        self.target.picked.connect(self._target_picked)
        self.sectors = {one: self._tick(one) for one in Sector}
        self.own = Tick(theme, desk.text("Our committee too"), name="contacts.invite.own")
        self.own.clicked.connect(self.reload)
        self.kinds = self._picks(desk.text("Every organisation"), desk.text("What it is"), "kinds")
        self.towns = self._picks(desk.text("Every town"), desk.text("Town"), "towns")
        self.functions = self._picks(desk.text("Every function"), desk.text("Function"), "functions")
        self.languages = self._picks(desk.text("Every language"), desk.text("Language"), "languages")
        self.table = ListTable(
            desk, "invite", COLUMNS, shown=SHOWN, name="contacts.invite.table",
            label=desk.text("Invitation list"),
        )  # fmt: skip
        self.table.binned.connect(self._leave_out)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._chosen)
        self.put = main_button(theme, "", self._put, name="contacts.invite.put")
        self.back = link_button(theme, "", self._take_back, name="contacts.invite.back")
        ticks = holder(FlowLayout(theme, *self.sectors.values(), self.own, gap=14))
        picks = (self.kinds, self.towns, self.functions, self.languages)
        narrow = holder(FlowLayout(theme, *picks, gap=8))
        acts = holder(FlowLayout(theme, self.target, self.put, self.back, gap=10))
        self.hint = Label(theme, "", "m", wrap=True, name="contacts.invite.hint")
        whole = column(theme, acts, ticks, narrow, self.hint, self.table, gap=8, margins=(12, 10, 12, 0))
        whole.setStretch(4, 1)
        self.table.setMinimumHeight(theme.u(LEAST))
        self.setLayout(column(theme, scrolled(holder(whole), "contacts.invite.scroll"), gap=0))

    def _tick(self, sector: Sector) -> Tick:
        desk = self.desk
        tick = Tick(desk.theme, desk.locale.label(sector), name=f"contacts.invite.{sector.value}")
        tick.clicked.connect(self.reload)
        return tick

    def _picks(self, everything: str, label: str, name: str) -> Picks:
        picks = Picks(self.desk, everything, label, f"contacts.invite.{name}")
        picks.changed.connect(self.reload)
        return picks

    # -- reading -------------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The day of what it is for; today where it is for nothing."""
        return self._days.get(self.target.code(), self.desk.file.today)

    def wanted(self) -> Wanted:
        """What the boxes say."""
        return Wanted(
            frozenset(one for one, tick in self.sectors.items() if tick.isChecked()),
            frozenset(OrganisationKind(code) for code in self.kinds.codes()),
            frozenset(UUID(hex=code) for code in self.towns.codes()),
            frozenset(Function(code) for code in self.functions.codes()),
            frozenset(self.languages.codes()),
            own=self.own.isChecked(),
        )

    def reload(self) -> None:
        """Read the list again."""
        desk, locale = self.desk, self.desk.locale
        self._fill_targets()
        self._fill_picks()
        found = desk.read(invitees, self.wanted(), self.day, locale)
        self._out &= {one.id for one in found}
        self.people = [one for one in found if one.id not in self._out]
        by_id = {one.id: one for one in self.people}
        self.table.set_rows(list(by_id), lambda ids: [by_id.get(one) for one in ids])
        n = len(self.people)
        self.put.setText(desk.ntext("Put {n} person on its list", "Put {n} people on its list", n))
        self.put.setEnabled(bool(n) and bool(self.target.code()))
        left = len(self._out)
        self.back.setText(desk.ntext("{n} left out: show again", "{n} left out: show again", left))
        self.back.setVisible(bool(left))
        day = locale.date(self.day, "long")
        self.hint.setText(
            desk.text("Who is in office on {day}, in order of protocol. Del leaves somebody out.", day=day)
        )
        self.counted.emit()

    def _fill_targets(self) -> None:
        desk, today, chosen = self.desk, self.desk.file.today, self.target.code()
        self._days = {}
        options = [("", desk.text("For no event yet"))]
        events = [one for one in desk.read(event_rows, desk.locale) if one.on >= today]
        for event in reversed(events):
            code = f"event:{event.id.hex}"
            self._days[code] = event.on
            words = event.title or desk.locale.label(event.kind)
            options.append((code, self._dated(words, event.on)))
        for view in ("coming", "ideas"):
            ids = desk.read(visit_ids, view, locale=desk.locale, today=today)
            for visit in desk.read(visit_rows, ids, desk.locale.language, today):
                code = f"visit:{visit.id.hex}"
                self._days[code] = visit.first or today
                options.append((code, self._dated(visit.title, visit.first)))
        self.target.set_options(list(dict(options).items()), chosen)

    def _dated(self, words: str, day: date | None) -> str:
        if day is None:
            return words
        return self.desk.text("{what}, {day}", what=words, day=self.desk.locale.date(day, "list"))

    def _fill_picks(self) -> None:
        desk, label = self.desk, self.desk.locale.label
        everybody = desk.read(invitees, Wanted(own=True), self.day, desk.locale)
        offices = [office for one in everybody for office in (one.office, *one.also)]
        kinds = [one for one in OrganisationKind if one in {office.kind for office in offices}]
        self.kinds.set_options([(one.value, label(one)) for one in kinds])
        functions = [one for one in Function if one in {office.function for office in offices}]
        self.functions.set_options([(one.value, label(one)) for one in functions])
        there = {office.territory_id for office in offices}
        places = [one for one in desk.read(towns, desk.locale.language) if one.id in there]
        self.towns.set_options([(one.id.hex, one.name) for one in places])
        spoken = {code for one in everybody for code in (one.language, *one.languages) if code}
        codes = [code for code in OFFERED if code in spoken]
        self.languages.set_options([(code, capital(desk.locale.language_name(code))) for code in codes])

    def show_at(self, target: str, sectors: Sequence[str]) -> None:
        """Begin with an event or visit, and with the sectors that are missing there."""
        self._fill_targets()
        self.target.choose(target)
        if sectors:
            for one, tick in self.sectors.items():
                tick.setChecked(one.value in sectors)

    def where(self) -> dict[str, object]:
        """What is chosen, for the way back."""
        chosen = [one.value for one, tick in self.sectors.items() if tick.isChecked()]
        return {"target": self.target.code(), "sectors": chosen}

    def print_where(self) -> dict[str, object]:
        """What the paper needs to show the same list."""
        return {
            "people": [one.id.hex for one in self.people],
            "options": {"on": self.day.isoformat()},
        }

    # -- acts ----------------------------------------------------------------------------------------

    def _target_picked(self, _: str) -> None:
        self.reload()

    def _chosen(self, ids: list[UUID]) -> None:
        if ids:
            self.picked.emit(ids[0])

    def _open(self, person_id: object) -> None:
        if isinstance(person_id, UUID):
            self.desk.go("person", id=person_id.hex)

    def _leave_out(self, ids: Sequence[UUID]) -> None:
        self._out |= set(ids)
        self.reload()

    def _take_back(self) -> None:
        self._out.clear()
        self.reload()

    def _put(self) -> None:
        kind, _, code = self.target.code().partition(":")
        people = tuple(one.id for one in self.people)
        if not code or not people:
            return
        desk, ref = self.desk, UUID(hex=code)
        if kind == "event":
            outcome = desk.run(InviteToEvent(ref, people))
            if outcome is not None and isinstance(outcome.result, int):
                n = outcome.result
                words = desk.ntext("{n} person is put on the list.", "{n} people are put on the list.", n)
                desk.say(words, undoable=n > 0)
            return
        n = len(people)
        said = desk.ntext("{n} person is put on the list.", "{n} people are put on the list.", n)
        desk.run(AddParticipants(ref, people, ParticipationState.INTERESTED), said=said)
