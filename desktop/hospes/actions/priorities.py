# SPDX-License-Identifier: GPL-3.0-or-later
"""Saying which countries matter most in a year (S11)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.own import own_association
from hospes.domain.countries import read_country
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.priorities import USUAL, CountryGroup
from hospes.i18n.marks import N_
from hospes.store.tables.priorities import CountryPriority
from hospes.store.writer import Writer

EARLIEST, LATEST = 1950, 2100


@dataclass(frozen=True)
class KeepPriority(Action):
    """A country or a group matters most in a year. Gives its row.

    Args:
        year: The year.
        place: Two letters of a country, or the code of a group.
        note: Why, or who says so.
        id: The row that is changed.
    """

    code: ClassVar[str] = "priority-keep"
    label: ClassVar[str] = N_("Write down a priority country")

    year: int
    place: str
    note: str = ""
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        if not EARLIEST <= self.year <= LATEST:
            raise FieldProblem("year", "This is not a year.")
        place = self.place
        if place not in {one.value for one in CountryGroup}:
            place = read_country(place, "place")
        if not place:
            raise FieldProblem("place", "Choose a country or a group of countries.")
        owner, p = own_association(w).id, CountryPriority
        same = w.scalars(select(p).where(p.owner_id == owner, p.year == self.year, p.place == place)).first()
        if same is not None and same.id != self.id:
            raise FieldProblem("place", "It is on the list of this year already.")
        old = w.must(p, self.id) if self.id is not None else None
        if old is not None and (old.year, old.place) != (self.year, place):
            w.delete(old)
        return w.put(p, {"owner_id": owner, "year": self.year, "place": place}, note=self.note.strip()).id

    def refs(self, result: object) -> dict[str, object]:
        """A country has no row."""
        return {}


@dataclass(frozen=True)
class DropPriorities(Action):
    """Take countries off the list of their year."""

    code: ClassVar[str] = "priority-drop"
    label: ClassVar[str] = N_("Take out a priority country")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(CountryPriority, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}


@dataclass(frozen=True)
class FillPriorities(Action):
    """Begin a year with the countries of the year before, or with usual ones. Gives how many came."""

    code: ClassVar[str] = "priority-fill"
    label: ClassVar[str] = N_("Fill in the priority countries of a year")

    year: int

    def apply(self, w: Writer) -> int:
        """Add what is missing. Raises UserError where nothing is."""
        owner, p = own_association(w).id, CountryPriority
        rows = w.scalars(select(p).where(p.owner_id == owner, p.year <= self.year)).all()
        before = max((one.year for one in rows if one.year < self.year), default=None)
        there = {one.place for one in rows if one.year == self.year}
        notes = {one.place: one.note for one in rows if one.year == before}
        missing = [one for one in notes or dict.fromkeys(USUAL, "") if one not in there]
        if not missing:
            raise UserError("They are all on the list already.")
        for one in missing:
            w.put(p, {"owner_id": owner, "year": self.year, "place": one}, note=notes.get(one, ""))
        return len(missing)

    def refs(self, result: object) -> dict[str, object]:
        """They are many."""
        return {}
