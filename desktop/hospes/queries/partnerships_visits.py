# SPDX-License-Identifier: GPL-3.0-or-later
"""The visits of a twinning with how many travelled which way, and the people of the partner's side."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.codes import Function
from hospes.domain.codes_visit import VisitKind, VisitState
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.domain.visit_ways import Direction, direction_of
from hospes.queries.member_history import visit_titles
from hospes.queries.names import names
from hospes.queries.partnerships_contact import visits_together
from hospes.queries.person_facts import NAME_COLUMNS
from hospes.queries.scope import among, roughly_valid_on, there
from hospes.queries.visits import COMING, NEED_A_BED, VISITING
from hospes.store.selections import pick
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.partnerships import PartnershipParty
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit


@dataclass(frozen=True, slots=True)
class BondVisit:
    """A visit: when, which way, and how many of ours and of theirs travelled."""

    id: UUID
    title: str
    kind: VisitKind
    state: VisitState
    first: date | None
    last: date | None
    direction: Direction
    ours: int
    theirs: int


@dataclass(frozen=True, slots=True)
class BothWays:
    """Sums of the visits that took place."""

    visits: int
    ours: int
    theirs: int


def visits_of_bond(
    connection: Connection, bond: UUID, language: str, *, until: date | None = None
) -> tuple[BondVisit, ...]:
    """The visits of a twinning, the newest first, ideas before them; `until` leaves out what begins later."""
    refs = visits_together(connection, [bond]).get(bond, set())
    v, d, p = Visit, Delegation, Participation
    query = pick(v.id, v.kind, v.state, v.first, v.last).where(among(v.id, refs))
    rows = connection.execute(query).all()
    titles = visit_titles(connection, [row[0] for row in rows], language)
    home = set(connection.scalars(select(Territory.id).where(Territory.is_home.is_(True))))
    sides: dict[UUID, list[tuple[UUID, object, bool]]] = defaultdict(list)
    delegations = pick(
        d.visit_id, d.id, d.role, d.territory_id, Organisation.is_own, Organisation.territory_id
    ).join(Organisation, Organisation.id == d.organisation_id, isouter=True)
    for visit, ref, role, territory, own, lies_in in connection.execute(
        delegations.where(among(d.visit_id, refs))
    ):
        sides[visit].append((ref, role, bool(own) or (territory or lies_in) in home))
    counted = dict(
        connection.execute(
            select(p.delegation_id, func.count())
            .where(among(p.visit_id, refs), p.kind.in_(NEED_A_BED), p.state.in_(COMING))
            .group_by(p.delegation_id)
        ).all()
    )
    found = []
    for ref, kind, state, first, last in rows:
        if until is not None and (first is None or first > until):
            continue
        travelling = [one for one in sides[ref] if one[1] in VISITING]
        found.append(
            BondVisit(
                ref, titles.get(ref, ""), kind, state, first, last,
                direction_of((role, ours) for _, role, ours in sides[ref]),  # type: ignore[misc]  # a role
                sum(counted.get(one, 0) for one, _, ours in travelling if ours),
                sum(counted.get(one, 0) for one, _, ours in travelling if not ours),
            )
        )  # fmt: skip
    found.sort(key=lambda one: (one.first or date.max, one.title), reverse=True)
    return tuple(found)


def both_ways(visits: Collection[BondVisit], today: date) -> BothWays:
    """How many visits took place, and how many people travelled which way."""
    done = [
        one
        for one in visits
        if one.first is not None and one.first <= today and one.state is not VisitState.CANCELLED
    ]
    return BothWays(len(done), sum(one.ours for one in done), sum(one.theirs for one in done))


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody with an office on the partner's side."""

    person_id: UUID
    name: PersonName
    function: Function
    title: str
    organisation_id: UUID
    organisation: str
    town_id: UUID | None
    since: RoughDate | None
    until: RoughDate | None


def people_over_there(
    connection: Connection, bond: UUID, language: str, today: date, *, former: bool = False
) -> tuple[Counterpart, ...]:
    """Who holds which office in the organisations of the partners, in order of protocol; or who held one."""
    p, o, f = PartnershipParty, Organisation, Office
    rows = connection.execute(
        pick(p.territory_id, p.organisation_id).where(p.partnership_id == bond, p.is_ours.is_(False))
    ).all()
    towns, bodies = {row[0] for row in rows if row[0]}, {row[1] for row in rows if row[1]}
    query = (
        pick(
            Person.id, *NAME_COLUMNS, f.function, f.title, o.id, o.territory_id, f.valid_from, f.valid_to,
            f.protocol_rank,
        )
        .select_from(f)
        .join(Person, Person.id == f.person_id)
        .join(o, o.id == f.organisation_id)
        .where(
            or_(among(o.territory_id, towns), among(o.id, bodies)), there(Person), there(o),
            Person.deceased.is_(False), o.is_own.is_(False),
        )
    )  # fmt: skip
    valid = roughly_valid_on(f, today)
    found_rows = connection.execute(query.where(~valid if former else valid)).all()
    width = len(NAME_COLUMNS)
    called = names(connection, {row[width + 3] for row in found_rows}, language, ("organisation",))
    found = []
    for row in sorted(found_rows, key=lambda row: (row[width + 7], str(row[width + 5] or ""), row[0].hex)):
        name, rest = PersonName(*row[1 : width + 1]), row[width + 1 :]
        body = called[rest[2]].text if rest[2] in called else ""
        found.append(Counterpart(row[0], name, rest[0], rest[1], rest[2], body, rest[3], rest[4], rest[5]))
    return tuple(found)


def office_on(connection: Connection, person: UUID, day: date) -> tuple[Function, str] | None:
    """The highest office somebody held on a day: its code, and its title in the organisation's own words."""
    f = Office
    query = (
        pick(f.function, f.title)
        .where(f.person_id == person, roughly_valid_on(f, day))
        .order_by(f.protocol_rank, f.position, f.id)
        .limit(1)
    )
    found = connection.execute(query).first()
    return None if found is None else (found[0], found[1])
