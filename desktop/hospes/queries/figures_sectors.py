# SPDX-License-Identifier: GPL-3.0-or-later
"""Who took part in visits by sector: politics, administration, civil society, economy (S28).

A person stands for the corner of every office held on the first day of the visit, and counts once a visit and
corner; whoever held none counts apart.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_, select

from hospes.domain.codes_actors import Corner
from hospes.domain.protocol import corner_of
from hospes.domain.values import RoughDate
from hospes.queries.scope import among, at_a_visit, there
from hospes.queries.visits import COMING
from hospes.store.selections import pick
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation

Term = tuple[Corner, RoughDate | None, RoughDate | None]


def by_sector(connection: Connection, held: Mapping[UUID, date]) -> dict[Corner | None, tuple[int, int]]:
    """By corner how many from here and from there; None for those without an office."""
    p = Participation
    query = (
        pick(p.visit_id, p.person_id, p.delegation_id)
        .join(Person, Person.id == p.person_id)
        .where(among(p.visit_id, held), p.state.in_(COMING), at_a_visit(Person))
    )
    present = connection.execute(query).all()
    home = _at_home(connection, held)
    terms = _terms(connection, {row[1] for row in present})
    ours: Counter[Corner | None] = Counter()
    theirs: Counter[Corner | None] = Counter()
    for visit, person, delegation in present:
        day = held[visit]
        corners: set[Corner | None] = {
            corner for corner, first, last in terms.get(person, ()) if _holds(first, last, day)
        }
        (ours if delegation is None or delegation in home else theirs).update(corners or {None})
    return {one: (ours[one], theirs[one]) for one in (*Corner, None) if ours[one] or theirs[one]}


def _at_home(connection: Connection, held: Mapping[UUID, date]) -> set[UUID]:
    """Delegations of our town, or of an organisation of it."""
    d, o = Delegation, Organisation
    towns = select(Territory.id).where(Territory.is_home.is_(True))
    query = (
        pick(d.id)
        .join(o, o.id == d.organisation_id, isouter=True)
        .where(among(d.visit_id, held))
        .where(or_(d.territory_id.in_(towns), o.territory_id.in_(towns), o.is_own.is_(True)))
    )
    return set(connection.scalars(query))


def _terms(connection: Connection, people: set[UUID]) -> dict[UUID, list[Term]]:
    f, o = Office, Organisation
    query = (
        pick(f.person_id, o.sector, f.valid_from, f.valid_to)
        .join(o, o.id == f.organisation_id)
        .where(among(f.person_id, people), there(o))
    )
    found: dict[UUID, list[Term]] = defaultdict(list)
    for person, sector, first, last in connection.execute(query):
        found[person].append((corner_of(sector), first, last))
    return found


def _holds(first: RoughDate | None, last: RoughDate | None, day: date) -> bool:
    return (first is None or first.first <= day) and (last is None or last.last >= day)
