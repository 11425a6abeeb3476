# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in a list of guests, of hosts, or of visits: one step that one Undo takes back.

What happens to each row was decided before (`hospes.transfer.visit_plan`). People come in as with any list
(`bring_in`); here stands what belongs to the visit. Where somebody sleeps already is never touched.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.bring_in import Brought
from hospes.actions.bring_in_changes import ChangeKnown, change_known
from hospes.actions.bring_in_guests import GuestRows
from hospes.actions.bring_in_hosts import HostRows
from hospes.actions.bring_in_rows import NewRows
from hospes.actions.own import own_association
from hospes.actions.visits import CreateVisit, NewDelegation
from hospes.domain.codes_twinning import TerritoryKind
from hospes.domain.codes_visit import DelegationRole, ParticipationState
from hospes.domain.errors import UserError
from hospes.domain.incoming import Incoming
from hospes.domain.incoming_visit import GuestLine, HostLine, IncomingVisit
from hospes.i18n.fold import fold
from hospes.i18n.marks import NN_
from hospes.store.tables.towns import Territory, TerritoryName
from hospes.store.tables.visits import Participation, Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class BringInGuests(Action):
    """Bring in the guests of a visit; people who are in the file take part, nobody is there twice.

    `cancel` are participations of people who are no longer on the list and whom somebody wants cancelled.
    """

    code: ClassVar[str] = "bring-in-guests"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Bring in {n} guest of {visit}", "Bring in {n} guests of {visit}"
    )

    visit_id: UUID
    add: tuple[Incoming, ...] = ()
    change: tuple[ChangeKnown, ...] = ()
    lines: tuple[GuestLine, ...] = ()
    cancel: tuple[UUID, ...] = ()
    same_address: bool = False

    def apply(self, w: Writer) -> Brought:
        """Write everything."""
        return self.write(w)[0]

    def write(self, w: Writer) -> tuple[Brought, dict[int, UUID]]:
        """Write everything; gives also who each row is."""
        w.must(Visit, self.visit_id)
        people = people_of(w, self.add, self.change, same_address=self.same_address)
        GuestRows(w, self.visit_id, people).write(self.lines)
        for row_id in self.cancel:
            row = w.must(Participation, row_id)
            row.state, row.cancelled_on, row.waiting_rank = ParticipationState.CANCELLED, w.today, None
        changed = {line.row for line in self.lines if line.said or line.joins}
        changed |= {change.who.row for change in self.change}
        brought = Brought(len(self.add), len(changed - {who.row for who in self.add}), len(self.cancel))
        return brought, people

    def refs(self, result: object) -> dict[str, object]:
        """How many people, and which visit."""
        return {"n": len(self.lines) + len(self.cancel), "visit": self.visit_id}


@dataclass(frozen=True)
class BringInHosts(Action):
    """Bring in the hosts of a visit with their offers; households that are in the file are used."""

    code: ClassVar[str] = "bring-in-hosts"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Bring in {n} host of {visit}", "Bring in {n} hosts of {visit}"
    )

    visit_id: UUID
    add: tuple[Incoming, ...] = ()
    change: tuple[ChangeKnown, ...] = ()
    lines: tuple[HostLine, ...] = ()
    same_address: bool = False

    def apply(self, w: Writer) -> Brought:
        """Write everything."""
        return self.write(w)[0]

    def write(self, w: Writer) -> tuple[Brought, dict[int, UUID]]:
        """Write everything; gives also the household of each row."""
        w.must(Visit, self.visit_id)
        people = people_of(w, self.add, self.change, same_address=self.same_address)
        homes = HostRows(w, self.visit_id, people).write(self.lines)
        changed = {line.row for line in self.lines if line.said or line.offers}
        changed |= {change.who.row for change in self.change}
        return Brought(len(self.add), len(changed - {who.row for who in self.add})), homes

    def refs(self, result: object) -> dict[str, object]:
        """How many, and which visit."""
        return {"n": len(self.lines), "visit": self.visit_id}


def people_of(
    w: Writer, add: tuple[Incoming, ...], change: tuple[ChangeKnown, ...], *, same_address: bool
) -> dict[int, UUID]:
    """Write the people of a list; gives who each row is."""
    own = own_association(w)
    rows = NewRows(w, own, same_address=same_address)
    ids = rows.add(add)
    rows.write()
    people = {who.row: row_id for who, row_id in zip(add, ids, strict=True)}
    for each in change:
        change_known(w, own, rows.names, each)
        people[each.who.row] = each.id
    w.flush()
    return people


# ---- visits -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KnownVisit:
    """A visit of the file and the fields a list fills in or corrects."""

    id: UUID
    visit: IncomingVisit
    said: frozenset[str]


@dataclass(frozen=True)
class BringInVisits(Action):
    """Bring in a list of visits, with their towns and who travels."""

    code: ClassVar[str] = "bring-in-visits"
    label: ClassVar[str | tuple[str, str]] = NN_("Bring in {n} visit", "Bring in {n} visits")

    language: str
    """In which the titles are."""
    add: tuple[IncomingVisit, ...] = ()
    change: tuple[KnownVisit, ...] = ()

    def apply(self, w: Writer) -> Brought:
        """Write everything. Raises UserError where our own town is not known."""
        towns = _Towns(w)
        for one in self.add:
            self._add(w, towns, one)
        for known in self.change:
            row = w.must(Visit, known.id)
            if "start" in known.said:
                row.first = known.visit.first
            if "end" in known.said:
                row.last = known.visit.last
            if "place" in known.said:
                row.territory_id = towns.find(known.visit.place, "")
        return Brought(len(self.add), len(self.change))

    def _add(self, w: Writer, towns: "_Towns", one: IncomingVisit) -> None:
        partner = towns.find(one.partner_town, one.partner_country) if one.partner_town else None
        place = towns.find(one.place, "") if one.place else None
        roles = {
            "incoming": (DelegationRole.HOSTING, DelegationRole.VISITING),
            "outgoing": (DelegationRole.VISITING, DelegationRole.HOSTING),
        }.get(one.direction or towns.way(place, partner), (DelegationRole.BOTH, DelegationRole.BOTH))
        parties = []
        if partner is not None:
            parties.append(NewDelegation(roles[1], partner))
        if towns.home is not None and (parties or one.direction):
            parties.append(NewDelegation(roles[0], towns.home))
        CreateVisit(
            {self.language: one.title}, one.first, one.last, tuple(parties), territory_id=place
        ).apply(w)
        w.flush()

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.add) + len(self.change)}


class _Towns:
    """Towns by name in any language; one that is not known is made."""

    def __init__(self, w: Writer) -> None:
        self.w = w
        rows = list(w.execute(select(Territory.id, Territory.name, Territory.is_home, Territory.country)))
        self.home = next((row[0] for row in rows if row[2]), None) or own_association(w).territory_id
        if self.home is None:
            raise UserError("This file has no association yet.", code="no-association")
        self._known = {fold(row[1]): row[0] for row in reversed(rows)}
        names = w.execute(select(TerritoryName.name, TerritoryName.territory_id))
        for name, row_id in names:
            self._known.setdefault(fold(name), row_id)

    def way(self, place: UUID | None, partner: UUID | None) -> str:
        """Who travels, where the list does not say so: whoever is not at home where it takes place."""
        if place is None or self.home == partner:
            return ""
        return {self.home: "incoming", partner: "outgoing"}.get(place, "")

    def find(self, name: str, country: str) -> UUID:
        """The town of this name."""
        found = self._known.get(fold(name))
        if found is None:
            row = self.w.create(Territory, name=name, country=country, kind=TerritoryKind.TOWN)
            found = self._known[fold(name)] = row.id
        return found
