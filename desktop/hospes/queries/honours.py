# SPDX-License-Identifier: GPL-3.0-or-later
"""What members and hosts are honoured for: years of membership, guests they had, years in office (S14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.ages import OF_AGE
from hospes.domain.courtesies import HONOURS, Due, honours_due, hosting_due, office_due
from hospes.queries.memberships import ground, memberships
from hospes.queries.person_facts import household_links
from hospes.queries.scope import among, ids_in, owned, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.members import Membership
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Visit


def jubilees_due(connection: Connection, today: date) -> tuple[Due, ...]:
    """Who has reached a round number this year, and no honour of this year was given or is planned.

    Years of membership first, then years of hosting, guests, and years in office.
    """
    c = Courtesy
    honours = select(c.person_id, c.on).where(
        c.kind.in_(HONOURS), c.person_id.is_not(None), owned(connection, c.owner_id)
    )
    honoured = [(who, on or today) for who, on in connection.execute(honours) if who is not None]
    return (
        *honours_due(_joined(connection), honoured, today.year),
        *hosting_due(hosted(connection, today), honoured, today.year),
        *office_due(_in_office(connection, today), honoured, today.year),
    )


def _joined(connection: Connection) -> list[tuple[UUID, int]]:
    m = Membership
    query = (
        pick(m.person_id, m.joined)
        .join(Person, Person.id == m.person_id)
        .where(there(Person), Person.deceased.is_(False), m.left_on.is_(None), owned(connection, m.owner_id))
    )
    return [(row[0], row[1].first.year) for row in connection.execute(query) if row[1] is not None]


def hosted(
    connection: Connection, today: date, people: Iterable[UUID] | None = None
) -> list[tuple[UUID, int, int]]:
    """Host, year and guests of each visit, each guest counted once a visit.

    A home's guests are those of the first grown-up of it who lives, so that a couple is honoured once; asked
    for some people they are everybody's of the home.
    """
    o, p, v = HostOffer, Placement, Visit
    query = (
        pick(o.household_id, v.first, func.count(p.participation_id.distinct()))
        .join(p, p.offer_id == o.id)
        .join(v, v.id == o.visit_id)
        .where(v.binned_at.is_(None), v.first <= today, owned(connection, v.owner_id))
        .group_by(o.household_id, v.id)
    )
    living = _living(connection, today, people)
    return [
        (person, first.year, guests)
        for home, first, guests in connection.execute(query)
        for person in living.get(home, ())
    ]


def _living(connection: Connection, today: date, people: Iterable[UUID] | None) -> dict[UUID, list[UUID]]:
    m = HouseholdMember
    query = (
        pick(m.household_id, m.person_id, Person.birth)
        .join(Person, Person.id == m.person_id)
        .where(there(Person), Person.deceased.is_(False), valid_on(m, today))
        .order_by(m.household_id, m.position, m.id)
    )
    if people is not None:
        query = query.where(among(m.person_id, people))
    found: dict[UUID, list[UUID]] = {}
    for home, person, birth in connection.execute(query):
        age = birth.age_on(today) if birth is not None else None
        if people is not None or (home not in found and (age is None or age >= OF_AGE)):
            found.setdefault(home, []).append(person)
    return found


def _in_office(
    connection: Connection, today: date, people: Iterable[UUID] | None = None
) -> list[tuple[UUID, int, int | None]]:
    """Each term in an office of our association with its first and last year."""
    f, o = Office, Organisation
    query = (
        pick(f.person_id, f.valid_from, f.valid_to)
        .join(o, o.id == f.organisation_id)
        .join(Person, Person.id == f.person_id)
        .where(o.is_own.is_(True), owned(connection, o.id), there(Person), Person.deceased.is_(False))
    )
    if people is not None:
        query = query.where(among(f.person_id, people))
    return [
        (person, since.year, until.year if until is not None and until.last < today else None)
        for person, since, until in connection.execute(query)
        if since is not None and since.first <= today
    ]


@dataclass(frozen=True, slots=True)
class Merits:
    """What a certificate can say of somebody."""

    member_years: int = 0
    hosting_years: int = 0
    guests: int = 0
    office_years: int = 0


def merits(connection: Connection, people: Iterable[UUID], today: date) -> dict[UUID, Merits]:
    """The numbers of some people, as of a day."""
    wanted = tuple(people)
    some = ids_in(wanted)
    held = memberships(connection, some, household_links(connection, some, today), ground(connection, today))
    since = {
        person: max((min(one.left_on, today) if one.left_on else today).year - one.joined.year, 0)
        for person, one in held.items()
        if one.joined is not None
    }
    by_year: dict[UUID, dict[int, int]] = {}
    for person, year, guests in hosted(connection, today, wanted):
        mine = by_year.setdefault(person, {})
        mine[year] = mine.get(year, 0) + guests
    served: dict[UUID, set[int]] = {}
    for person, first, last in _in_office(connection, today, wanted):
        served.setdefault(person, set()).update(range(first + 1, (last or today.year) + 1))
    return {
        one: Merits(
            since.get(one, 0),
            len(by_year.get(one, ())),
            sum(by_year.get(one, {}).values()),
            len(served.get(one, ())),
        )
        for one in wanted
    }
