# SPDX-License-Identifier: GPL-3.0-or-later
"""After a late change: the case with everything that stood, and whom to telephone about the new plan.

1. `late_case(connection, visit_id, today, locale)` is the case as it is now; what is placed also names the
   beds of people who need none any more, so that their hosts are told.
2. `solving.late_in_child(case, ...)` gives a `domain.matching.late.Late`: the plan with the fewest calls.
3. `call_list(connection, visit_id, late, today, locale)` says whom to telephone, with numbers, and why.
4. `actions.placements.ApplyLateChange(visit, stays_of(late.plan), case, calls=len(late.calls))` writes it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import ContactKind
from hospes.domain.matching.late import Late
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


def call_list(connection: Connection, visit_id: UUID, late: Late, today: date, locale: Locale) -> CallList:
    """Names and numbers of everybody the change concerns."""
    found = gather(connection, visit_id, today, locale)
    homes = _home_names(connection, visit_id)
    persons = _persons(connection, visit_id)
    told = {key for home in late.homes for key in (*home.gone, *home.new)} | {
        call.guest for call in late.calls
    }
    people = {persons[key] for key in told if key in persons}
    residents = _residents(found)
    callable_ = people | {one for some in residents.values() for one in some}
    numbers = _numbers(connection, callable_, today, locale)
    called = _names(connection, people, locale)

    def name(key: str) -> str:
        return called.get(persons[key], "") if key in persons else ""

    def home(key: str) -> str:
        return homes[key][1] if key in homes else ""

    return CallList(
        tuple(
            GuestCall(
                id_of(call.guest),
                persons[call.guest],
                name(call.guest),
                numbers.get(persons[call.guest], ()),
                tuple(map(home, call.before)),
                tuple(map(home, call.after)),
            )
            for call in late.calls
        ),
        tuple(
            HomeCall(
                id_of(one.host),
                homes[one.host][0] if one.host in homes else None,
                home(one.host),
                tuple(
                    dict.fromkeys(
                        number for person in residents.get(one.host, ()) for number in numbers.get(person, ())
                    )
                ),
                tuple(map(name, one.gone)),
                tuple(map(name, one.new)),
            )
            for one in late.homes
        ),
    )


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
