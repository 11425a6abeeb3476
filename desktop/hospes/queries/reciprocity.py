# SPDX-License-Identifier: GPL-3.0-or-later
"""The ledger of hospitality: who hosted whom over the years, nights given and received.

A night counts for the household that gave it and for the household the guest lived in then. Two households
that hosted each other stand in one line, so that it is seen whose turn it is (domain 2.3: a family usually
receives the family that hosted them).
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, or_

from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.queries.person_facts import names_of
from hospes.queries.scope import among, ids_in
from hospes.store.selections import pick
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit


@dataclass(frozen=True, slots=True)
class Stayed:
    """Somebody was the guest of a household at a visit."""

    visit_id: UUID
    on: date
    host_id: UUID
    host: str
    guest_home_id: UUID | None
    """Where the guest lived then, as far as it is known."""
    person_id: UUID
    guest: str
    nights: int


@dataclass(frozen=True, slots=True)
class HomeLine:
    """A household: what it gave and what it received."""

    household_id: UUID
    name: str
    given: int
    """Nights, one for each guest."""
    guests: int
    visits_hosted: int
    received: int
    visits_made: int
    last_given: date | None
    last_received: date | None

    @property
    def balance(self) -> int:
        """Nights given beyond those received."""
        return self.given - self.received


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two households that met: the nights each gave to the other, and when."""

    one_id: UUID
    one: str
    other_id: UUID
    other: str
    one_gave: int
    other_gave: int
    one_years: tuple[int, ...]
    """Years in which the first hosted the second."""
    other_years: tuple[int, ...]

    @property
    def turn(self) -> UUID | None:
        """Whose turn it is to host: who was a guest last; None where nobody's."""
        if not self.one_years and not self.other_years:
            return None
        mine, theirs = max(self.one_years, default=0), max(self.other_years, default=0)
        return self.other_id if mine > theirs else self.one_id if theirs > mine else None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All households that ever hosted or were hosted, and all pairs of them."""

    homes: tuple[HomeLine, ...]
    pairs: tuple[PairLine, ...]
    stays: tuple[Stayed, ...]
    """The newest first."""


def ledger(
    connection: Connection, locale: Locale, household_id: UUID | None = None, until: date | None = None
) -> Ledger:
    """The ledger of everybody, or of one household; `until` leaves out visits that begin later."""
    stays = stays_of(connection, locale, household_id, until)
    called = _home_names(connection, {one.guest_home_id for one in stays if one.guest_home_id})
    called |= {one.host_id: one.host for one in stays}
    homes = _homes(stays, called)
    if household_id is not None:
        homes = [line for line in homes if line.household_id == household_id]
    return Ledger(tuple(homes), tuple(_pairs(stays, called, household_id)), stays)


def stays_of(
    connection: Connection, locale: Locale, household_id: UUID | None = None, until: date | None = None
) -> tuple[Stayed, ...]:
    """Who stayed where, one row a guest, home and visit; the newest first."""
    p, o, m = Participation, HostOffer, HouseholdMember
    query = (
        pick(Visit.id, Visit.first, o.household_id, Household.name, p.person_id, func.count())
        .select_from(Placement)
        .join(p, p.id == Placement.participation_id)
        .join(o, o.id == Placement.offer_id)
        .join(Visit, Visit.id == o.visit_id)
        .join(Household, Household.id == o.household_id)
        .where(Visit.binned_at.is_(None), Visit.first.is_not(None))
        .group_by(Visit.id, o.household_id, p.person_id)
        .order_by(Visit.first.desc(), Household.name, p.person_id)
    )
    if until is not None:
        query = query.where(Visit.first <= until)
    if household_id is not None:
        lived = pick(m.person_id).where(m.household_id == household_id)
        query = query.where(or_(o.household_id == household_id, p.person_id.in_(lived)))
    rows = connection.execute(query).all()
    people = {row[4] for row in rows}
    lived_in = _homes_of(connection, people)
    called = names_of(connection, ids_in(people))
    found = []
    for visit, on, home, name, person, nights in rows:
        guest = (
            display_name(for_reader(called[person], locale.language), titles=False)
            if person in called
            else ""
        )
        found.append(
            Stayed(visit, on, home, name, _home_on(lived_in.get(person, ()), on), person, guest, nights)
        )
    if household_id is not None:
        found = [one for one in found if household_id in (one.host_id, one.guest_home_id)]
    return tuple(found)


Lived = tuple[date | None, date | None, UUID]


def _homes_of(connection: Connection, people: Collection[UUID]) -> Mapping[UUID, list[Lived]]:
    m = HouseholdMember
    query = pick(m.person_id, m.valid_from, m.valid_to, m.household_id).where(among(m.person_id, people))
    found: dict[UUID, list[Lived]] = defaultdict(list)
    for person, first, last, home in connection.execute(query.order_by(m.valid_from, m.id)):
        found[person].append((first, last, home))
    return found


def _home_on(lived: Collection[Lived], on: date) -> UUID | None:
    """Where somebody lived on a day; before anything is known, where they lived first."""
    there = [
        home for first, last, home in lived if (first is None or first <= on) and (last is None or last >= on)
    ]
    if there:
        return there[-1]
    return next((home for _, _, home in lived), None)


def _home_names(connection: Connection, homes: Collection[UUID]) -> dict[UUID, str]:
    query = pick(Household.id, Household.name).where(among(Household.id, homes))
    return {row[0]: row[1] for row in connection.execute(query)}


def _homes(stays: Collection[Stayed], called: Mapping[UUID, str]) -> list[HomeLine]:
    given: dict[UUID, list[Stayed]] = defaultdict(list)
    received: dict[UUID, list[Stayed]] = defaultdict(list)
    for one in stays:
        given[one.host_id].append(one)
        if one.guest_home_id is not None:
            received[one.guest_home_id].append(one)
    lines = [
        HomeLine(
            home,
            called.get(home, ""),
            sum(one.nights for one in given[home]),
            len({one.person_id for one in given[home]}),
            len({one.visit_id for one in given[home]}),
            sum(one.nights for one in received[home]),
            len({one.visit_id for one in received[home]}),
            max((one.on for one in given[home]), default=None),
            max((one.on for one in received[home]), default=None),
        )
        for home in given.keys() | received.keys()
    ]
    return sorted(lines, key=lambda line: (-line.given, -line.received, line.name, line.household_id))


def _pairs(
    stays: Collection[Stayed], called: Mapping[UUID, str], household_id: UUID | None
) -> list[PairLine]:
    nights: Counter[tuple[UUID, UUID]] = Counter()
    years: dict[tuple[UUID, UUID], set[int]] = defaultdict(set)
    for one in stays:
        if one.guest_home_id is not None and one.guest_home_id != one.host_id:
            nights[one.host_id, one.guest_home_id] += one.nights
            years[one.host_id, one.guest_home_id].add(one.on.year)
    lines = []
    done: set[frozenset[UUID]] = set()
    for pair in list(nights):
        key = frozenset(pair)
        if key in done:
            continue
        done.add(key)
        # The household asked about stands first, else who gave more.
        first, second = pair
        swapped = (nights[second, first], first) > (nights[pair], second)
        if second == household_id or (first != household_id and swapped):
            first, second = second, first
        lines.append(
            PairLine(
                first, called.get(first, ""), second, called.get(second, ""),
                nights[first, second], nights[second, first],
                tuple(sorted(years.get((first, second), ()))), tuple(sorted(years.get((second, first), ()))),
            )
        )  # fmt: skip
    return sorted(lines, key=lambda line: (-(line.one_gave + line.other_gave), line.one, line.other))
