# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the association year by year: counted, never typed.

Whoever was erased still counts in the years before: a number has no name.
"""

from collections import Counter, defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, select

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.codes_visit import DelegationRole, TargetGroup, VisitState
from hospes.domain.figures_counts import MoneyOf, Year, Years
from hospes.domain.network_figures import AGES, Figure, band_of
from hospes.domain.twinnings import Reason
from hospes.domain.values import RoughDate
from hospes.domain.visit_ways import Direction, direction_of
from hospes.domain.volunteering import whole_hours
from hospes.queries.cash_years import money_by_year
from hospes.queries.figures_sectors import by_sector
from hospes.queries.memberships import ground, members
from hospes.queries.scope import among, at_a_visit, owned
from hospes.queries.visits import COMING, NEED_A_BED, VISITING
from hospes.queries.volunteering import by_year
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Partnership, PartnershipMotive, ThemeLink, ThemeText
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit, VisitTargetGroup


def year_figures(connection: Connection, today: date, last: int = 0, count: int = 10) -> Years:
    """Count the years up to `last` (0: the one of today), the oldest first."""
    last = min(last or today.year, today.year)
    span = range(last - max(count, 1) + 1, last + 1)
    people = {year: _members(connection, _end(year, today)) for year in (span[0] - 1, *span)}
    held = visits_held(connection, span, today)
    ways = _directions(connection, held)
    travelled = _travellers(connection, held, ways)
    slept = _slept(connection, {visit for visit, way in ways.items() if way is not Direction.OUTGOING})
    given = by_year(connection, today)
    years = []
    for year in span:
        now, before = people[year], people[year - 1]
        visits = {visit for visit, first in held.items() if first.year == year}
        nights = [home for visit in visits for home in slept.get(visit, ())]
        years.append(
            Year(
                year, len(now), len(now - before), len(before - now), len(set(nights)), len(nights),
                len({who for visit in visits for who, new in travelled[visit] if new}),
                Counter(ways[visit] for visit in visits),
                Counter(ways[visit] for visit in visits for _ in travelled[visit]),
                whole_hours(given.get(year, (0, 0))[0]), given.get(year, (0, 0))[1],
            )
        )  # fmt: skip
    return Years(
        tuple(years),
        _ages(connection, people[last], _end(last, today)),
        _themes(connection, held),
        _groups(connection, held),
        _reasons(connection),
        tuple(
            MoneyOf(one.name, one.money_in, one.money_out)
            for one in money_by_year(connection, today, span[0])
            if one.year <= last
        ),
        by_sector(connection, held),
        running=_end(last, today) < date(last, 12, 31),
    )


def years_to_choose(connection: Connection, today: date) -> list[int]:
    """The years that can be looked at, the newest first: back to the first visit that is noted."""
    first = connection.execute(select(func.min(Visit.first)).where(Visit.binned_at.is_(None))).scalar()
    start = min(first.year if first is not None else today.year, today.year)
    return list(range(today.year, start - 1, -1))


def _end(year: int, today: date) -> date:
    return min(date(year, 12, 31), today)


def _members(connection: Connection, day: date) -> set[UUID]:
    ids = select(members(ground(connection, day), begun=True).subquery().c[0])
    return set(connection.scalars(select(Person.id).where(Person.id.in_(ids), at_a_visit(Person))))


def _ages(connection: Connection, people: set[UUID], day: date) -> dict[Figure, int]:
    births = connection.execute(pick(Person.birth).where(among(Person.id, people)))
    found = Counter(band_of(_age(row[0], day)) for row in births)
    return {band: found[band] for band in AGES}


def _age(birth: RoughDate | None, day: date) -> int | None:
    """Full years; of a birth that is known by its year those at the end of this one."""
    if birth is None:
        return None
    age = birth.age_on(day)
    return day.year - birth.year if age is None else age


# ---- visits ---------------------------------------------------------------------------------------------


def visits_held(connection: Connection, span: range, today: date) -> dict[UUID, date]:
    """The visits of some years that took place, with their first day."""
    v = Visit
    query = pick(v.id, v.first).where(
        v.first >= date(span[0], 1, 1),
        v.first <= _end(span[-1], today),
        v.binned_at.is_(None),
        v.state.not_in((VisitState.IDEA, VisitState.CANCELLED)),
        owned(connection, v.owner_id),
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _directions(connection: Connection, held: dict[UUID, date]) -> dict[UUID, Direction]:
    d, o = Delegation, Organisation
    home = set(connection.scalars(select(Territory.id).where(Territory.is_home.is_(True))))
    sides: dict[UUID, list[tuple[DelegationRole, bool]]] = defaultdict(list)
    query = pick(d.visit_id, d.role, d.territory_id, o.territory_id, o.is_own).join(
        o, o.id == d.organisation_id, isouter=True
    )
    for visit, role, town, lies_in, own in connection.execute(query.where(among(d.visit_id, held))):
        sides[visit].append((role, bool(own) or (town or lies_in) in home))
    return {visit: direction_of(sides[visit]) for visit in held}


def _came() -> ColumnElement[bool]:
    """Who travelled: takes part in a delegation that visits."""
    p, d = Participation, Delegation
    return and_(p.state.in_(COMING), p.kind.in_(NEED_A_BED), d.role.in_(VISITING), at_a_visit(Person))


def _travellers(
    connection: Connection, held: dict[UUID, date], ways: dict[UUID, Direction]
) -> dict[UUID, list[tuple[UUID, bool]]]:
    p = Participation
    query = (
        pick(p.visit_id, p.person_id, p.first_visit)
        .join(Delegation, Delegation.id == p.delegation_id)
        .join(Person, Person.id == p.person_id)
        .where(among(p.visit_id, ways), _came())
    )
    found: dict[UUID, list[tuple[UUID, bool]]] = {visit: [] for visit in held}
    for visit, person, new in connection.execute(query):
        found[visit].append((person, bool(new)))
    return found


def _slept(connection: Connection, visits: set[UUID]) -> dict[UUID, list[UUID]]:
    """By visit the household of every night somebody slept in one."""
    n, h, p = Placement, HostOffer, Participation
    query = (
        pick(h.visit_id, h.household_id)
        .select_from(n)
        .join(h, h.id == n.offer_id)
        .join(p, p.id == n.participation_id)
        .join(Person, Person.id == p.person_id)
        .where(among(h.visit_id, visits), p.state.in_(COMING), at_a_visit(Person))
    )
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for visit, home in connection.execute(query):
        found[visit].append(home)
    return found


def _themes(connection: Connection, held: dict[UUID, date]) -> tuple[tuple[dict[str, str], int], ...]:
    link, text = ThemeLink, ThemeText
    numbers = Counter(
        row[0]
        for row in connection.execute(pick(link.theme_id, link.visit_id).where(among(link.visit_id, held)))
    )
    names: dict[UUID, dict[str, str]] = {ref: {} for ref in numbers}
    for ref, language, name in connection.execute(
        pick(text.theme_id, text.language, text.name).where(among(text.theme_id, numbers))
    ):
        names[ref][language] = name
    order = sorted(numbers, key=lambda ref: (-numbers[ref], sorted(names[ref].items()), ref.hex))
    return tuple((names[ref], numbers[ref]) for ref in order)


def _groups(connection: Connection, held: dict[UUID, date]) -> tuple[tuple[TargetGroup, int, int], ...]:
    """Whom visits were for, and as what people came along.

    Who is of no group of their own counts for that of the visit where it was for one alone, else not at all.
    """
    g, p = VisitTargetGroup, Participation
    of_visit: dict[UUID, list[TargetGroup]] = defaultdict(list)
    for visit, group in connection.execute(pick(g.visit_id, g.target_group).where(among(g.visit_id, held))):
        of_visit[visit].append(group)
    visits = Counter(group for groups in of_visit.values() for group in groups)
    people: Counter[TargetGroup] = Counter()
    for visit, group in connection.execute(
        pick(p.visit_id, p.target_group)
        .join(Delegation, Delegation.id == p.delegation_id)
        .join(Person, Person.id == p.person_id)
        .where(among(p.visit_id, held), _came())
    ):
        only = of_visit[visit] if visit in of_visit and len(of_visit[visit]) == 1 else ()
        people.update([group] if group is not None else only)
    return tuple((one, visits[one], people[one]) for one in TargetGroup if visits[one] or people[one])


def _reasons(connection: Connection) -> tuple[Reason, ...]:
    m, b = PartnershipMotive, Partnership
    query = (
        pick(m.motive, m.first, m.last, b.until, b.status)
        .join(b, b.id == m.partnership_id)
        .where(b.binned_at.is_(None), owned(connection, b.owner_id))
    )
    found = []
    for motive, first, last, until, status in connection.execute(query):
        end = last or (until if status is PartnershipStatus.ENDED else None)
        found.append(Reason(motive, first.year if first else None, end.year if end else None))
    return tuple(found)
