# SPDX-License-Identifier: GPL-3.0-or-later
"""After a late change: the case with everything that stood, and whom to telephone about the new plan.

1. `late_case(connection, visit_id, today, locale)` is the case as it is now; what is placed also names the
   beds of people who need none any more, so that their hosts are told.
2. `solving.late_in_child(case, ...)` gives a `domain.matching.late.Late`: the plan with the fewest calls.
3. `call_book(connection, visit_id, today, locale)` has everybody's names and numbers; its `calls(...)` says
   whom to telephone about a plan, and why. `call_list(...)` is both in one.
4. `actions.placements.ApplyLateChange(visit, stays_of(late.plan), case, calls=len(late.calls))` writes it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import ContactKind
from hospes.domain.matching.late import Call, Late, Touched
from hospes.domain.matching.values import Case, Placed
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.queries.hosting import Gathered, gather, id_of
from hospes.queries.person_facts import household_links, names_of, reaches
from hospes.queries.scope import ids_in
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation

PHONES = (ContactKind.MOBILE, ContactKind.PHONE)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number and whose it is."""

    name: str
    value: str
    e164: str | None


@dataclass(frozen=True, slots=True)
class GuestCall:
    """A guest to telephone: where they were, and where they go now."""

    guest_id: UUID
    person_id: UUID
    name: str
    phones: tuple[Number, ...]
    before: tuple[str, ...]
    """Names of homes until now; none for who is new."""
    after: tuple[str, ...]
    """Names of homes from now on; none where there is none."""


@dataclass(frozen=True, slots=True)
class HomeCall:
    """A host family to telephone: who comes and who does not."""

    offer_id: UUID
    household_id: UUID | None
    name: str
    phones: tuple[Number, ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallList:
    """Everybody who must hear of the new plan."""

    guests: tuple[GuestCall, ...]
    homes: tuple[HomeCall, ...]

    @property
    def calls(self) -> int:
        """How many calls there are."""
        return len(self.guests) + len(self.homes)


def late_case(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> Case:
    """The case with all that is placed. Raises UserError where the visit is gone."""
    found = gather(connection, visit_id, today, locale)
    known = {guest.key for guest in found.case.guests}
    p = Placement
    query = (
        pick(p.participation_id, p.night, p.offer_id)
        .join(Participation, Participation.id == p.participation_id)
        .where(Participation.visit_id == visit_id)
        .order_by(p.participation_id, p.night)
    )
    gone = [
        Placed(guest.hex, night, offer.hex)
        for guest, night, offer in connection.execute(query)
        if guest.hex not in known
    ]
    return replace(found.case, placed=(*found.case.placed, *gone))


@dataclass(frozen=True, slots=True)
class CallBook:
    """Names and numbers of everybody at a visit, by the keys of its case."""

    persons: Mapping[str, UUID]
    """Of guests, also of those who cancelled."""
    names: Mapping[UUID, str]
    homes: Mapping[str, tuple[UUID, str]]
    """Household and name of a home."""
    residents: Mapping[str, tuple[UUID, ...]]
    numbers: Mapping[UUID, tuple[Number, ...]]

    def calls(self, guests: Iterable[Call], homes: Iterable[Touched]) -> CallList:
        """Whom to telephone, in the same order."""
        return CallList(tuple(map(self._guest, guests)), tuple(map(self._home, homes)))

    def _name(self, key: str) -> str:
        return self.names.get(self.persons[key], "") if key in self.persons else ""

    def _home_name(self, key: str) -> str:
        return self.homes[key][1] if key in self.homes else ""

    def _guest(self, call: Call) -> GuestCall:
        person = self.persons[call.guest]
        return GuestCall(
            id_of(call.guest),
            person,
            self._name(call.guest),
            self.numbers.get(person, ()),
            tuple(map(self._home_name, call.before)),
            tuple(map(self._home_name, call.after)),
        )

    def _home(self, one: Touched) -> HomeCall:
        here = self.residents.get(one.host, ())
        phones = dict.fromkeys(number for person in here for number in self.numbers.get(person, ()))
        return HomeCall(
            id_of(one.host),
            self.homes[one.host][0] if one.host in self.homes else None,
            self._home_name(one.host),
            tuple(phones),
            tuple(map(self._name, one.gone)),
            tuple(map(self._name, one.new)),
        )


def call_book(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> CallBook:
    """Names and numbers of all guests and hosts of a visit. Raises UserError where the visit is gone."""
    found = gather(connection, visit_id, today, locale)
    persons = _persons(connection, visit_id)
    residents = _residents(found)
    people = frozenset(persons.values())
    numbers = _numbers(connection, people.union(*residents.values()), today, locale)
    names = _names(connection, people, locale)
    return CallBook(persons, names, _home_names(connection, visit_id), residents, numbers)


def call_list(connection: Connection, visit_id: UUID, late: Late, today: date, locale: Locale) -> CallList:
    """Names and numbers of everybody a change concerns."""
    return call_book(connection, visit_id, today, locale).calls(late.calls, late.homes)


def _home_names(connection: Connection, visit_id: UUID) -> Mapping[str, tuple[UUID, str]]:
    query = (
        pick(HostOffer.id, HostOffer.household_id, Household.name)
        .join(Household, Household.id == HostOffer.household_id)
        .where(HostOffer.visit_id == visit_id)
    )
    return {offer.hex: (household, name) for offer, household, name in connection.execute(query)}


def _persons(connection: Connection, visit_id: UUID) -> Mapping[str, UUID]:
    """Persons of all participations, also of those who cancelled."""
    query = pick(Participation.id, Participation.person_id).where(Participation.visit_id == visit_id)
    return {row.hex: person for row, person in connection.execute(query)}


def _residents(found: Gathered) -> Mapping[str, tuple[UUID, ...]]:
    return {host.key: tuple(id_of(one.person) for one in host.people) for host in found.case.hosts}


def _names(connection: Connection, people: Collection[UUID], locale: Locale) -> Mapping[UUID, str]:
    return {
        person: display_name(for_reader(name, locale.language), titles=False)
        for person, name in names_of(connection, ids_in(people)).items()
    }


def _numbers(
    connection: Connection, people: Collection[UUID], today: date, locale: Locale
) -> Mapping[UUID, tuple[Number, ...]]:
    """Telephone numbers of people, their own mobile first; the household's bears no name."""
    ids = ids_in(people)
    links = household_links(connection, ids, today)
    called = _names(connection, people, locale)
    found = {}
    for person, points in reaches(connection, ids, links).items():
        phones = [point for point in points if point.kind in PHONES]
        phones.sort(key=lambda point: (point.shared, PHONES.index(point.kind)))
        mine = called.get(person, "")
        found[person] = tuple(
            Number("" if one.shared else mine, locale.phone(one.value, one.e164), one.e164) for one in phones
        )
    return found
