# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours volunteers gave: the entries with names, and their sums by year, kind and person."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, extract, func, select

from hospes.domain.names import display_name
from hospes.domain.volunteering import HoursKind
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.names import names
from hospes.queries.scope import at_a_visit, ids_in, owned
from hospes.store.selections import pick
from hospes.store.tables.people import Person
from hospes.store.tables.volunteering import VolunteerHours


@dataclass(frozen=True, slots=True)
class HoursRow:
    """One entry."""

    id: UUID
    person: UUID
    name: str
    first: date
    last: date | None
    minutes: int
    kind: HoursKind
    visit_id: UUID | None
    event_id: UUID | None
    occasion: str
    """Title of the visit or the event."""
    note: str


@dataclass(frozen=True, slots=True)
class HoursOf:
    """What one person gave in the time that was asked for."""

    person: UUID
    name: str
    kinds: Mapping[HoursKind, int]
    rows: tuple[HoursRow, ...]
    """The entries, the earliest first."""

    @property
    def minutes(self) -> int:
        """All of it."""
        return sum(self.kinds.values())


def hours_rows(
    connection: Connection,
    locale: Locale,
    *,
    year: int = 0,
    people: Collection[UUID] | None = None,
    with_name: bool = False,
) -> tuple[HoursRow, ...]:
    """The entries of a year (0: of all), of some people or of all, the latest first.

    Whoever was erased still counts, without a name; `with_name` leaves these entries out.
    """
    h = VolunteerHours
    query = (
        pick(h.id, h.person_id, h.first, h.last, h.minutes, h.kind, h.visit_id, h.event_id, h.note)
        .join(Person, Person.id == h.person_id)
        .where(owned(connection, h.owner_id), at_a_visit(Person))
    )
    if year:
        query = query.where(h.first >= date(year, 1, 1), h.first <= date(year, 12, 31))
    if with_name:
        query = query.where(Person.erased_on.is_(None))
    if people is not None:
        query = query.where(h.person_id.in_(ids_in(list(people))))
    rows = connection.execute(query).all()
    named = facts.names_of(connection, ids_in({row.person_id for row in rows}))
    places = [key for row in rows for key in (row.visit_id, row.event_id) if key is not None]
    called = names(connection, places, locale.language, ("visit", "event"))
    found = []
    for row in rows:
        name = named.get(row.person_id)
        place = called.get(row.visit_id or row.event_id) if row.visit_id or row.event_id else None
        found.append(
            HoursRow(
                row.id, row.person_id, display_name(name) if name is not None else "", row.first,
                row.last, row.minutes, row.kind, row.visit_id, row.event_id,
                place.text if place is not None else "", row.note,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.first, one.id), reverse=True))


def by_person(rows: Iterable[HoursRow], locale: Locale) -> tuple[HoursOf, ...]:
    """The entries of each person with their sums, in the order of names."""
    of: dict[UUID, list[HoursRow]] = defaultdict(list)
    for one in rows:
        of[one.person].append(one)
    found = []
    for person, entries in of.items():
        kinds: Counter[HoursKind] = Counter()
        for one in entries:
            kinds[one.kind] += one.minutes
        entries.sort(key=lambda one: (one.first, one.id))
        found.append(HoursOf(person, entries[0].name, kinds, tuple(entries)))
    return tuple(sorted(found, key=lambda one: (locale.sort_key(one.name), one.person)))


def by_year(connection: Connection, until: date) -> dict[int, tuple[int, int]]:
    """Minutes and number of people of each year, as far as its days have come."""
    h = VolunteerHours
    year = extract("year", h.first)
    query = (
        pick(year, func.sum(h.minutes), func.count(h.person_id.distinct()))
        .join(Person, Person.id == h.person_id)
        .where(owned(connection, h.owner_id), at_a_visit(Person), h.first <= until)
        .group_by(year)
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(query)}


def hours_at(connection: Connection, visit: UUID) -> tuple[int, int]:
    """Minutes that were given for a visit, and by how many people."""
    h = VolunteerHours
    query = (
        pick(func.coalesce(func.sum(h.minutes), 0), func.count(h.person_id.distinct()))
        .join(Person, Person.id == h.person_id)
        .where(owned(connection, h.owner_id), at_a_visit(Person), h.visit_id == visit)
    )
    minutes, people = connection.execute(query).one()
    return minutes, people


def hours_years(connection: Connection) -> list[int]:
    """The years there are entries of, the latest first."""
    h = VolunteerHours
    year = extract("year", h.first)
    query = select(year).where(owned(connection, h.owner_id)).distinct()
    return list(connection.scalars(query.order_by(year.desc())))


def sums_of(connection: Connection, person: UUID) -> list[tuple[int, int]]:
    """Years and minutes of one person, the latest year first."""
    h = VolunteerHours
    year = extract("year", h.first)
    query = pick(year, func.sum(h.minutes)).where(owned(connection, h.owner_id), h.person_id == person)
    return [(row[0], row[1]) for row in connection.execute(query.group_by(year).order_by(year.desc()))]
