# SPDX-License-Identifier: GPL-3.0-or-later
"""Among whom the costs of a visit can be shared: who comes and pays, with home and side, and who else."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.budget import PAYING
from hospes.domain.cost_split import ASSOCIATIONS, Bearer, Sharer
from hospes.queries.bearers import BearerOption, bearer_options, bearers_of
from hospes.queries.person_facts import household_links
from hospes.queries.scope import at_a_visit, ids_in
from hospes.queries.visits import COMING, VISITING
from hospes.store.selections import pick
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Delegation, Participation


def other_sharers(connection: Connection, visit_id: UUID, language: str) -> tuple[BearerOption, ...]:
    """Host households and associations that could take a share; not those who bear an agreed amount."""
    fixed = {one.who.ref for one in bearers_of(connection, visit_id, language) if not one.shared}
    return tuple(
        one
        for one in bearer_options(connection, visit_id, language)
        if one.ref not in fixed and (one.kind is Bearer.HOST or one.kind in ASSOCIATIONS)
    )


def sharers(
    connection: Connection, visit_id: UUID, today: date, others: Iterable[BearerOption] = ()
) -> tuple[Sharer, ...]:
    """Everybody who comes and pays, in the order of registration; behind them who else takes a share."""
    p, d = Participation, Delegation
    query = (
        pick(p.id, p.person_id, d.role)
        .join(Person, Person.id == p.person_id)
        .join(d, d.id == p.delegation_id, isouter=True)
        .where(p.visit_id == visit_id, p.state.in_(COMING), p.kind.in_(PAYING), at_a_visit(Person))
        .order_by(p.registered_at, p.id)
    )
    rows = connection.execute(query).all()
    links = household_links(connection, ids_in({person for _, person, _ in rows}), today)
    people = tuple(
        Sharer(part, links[person].household_id if person in links else None, role in VISITING)
        for part, person, role in rows
    )
    return (*people, *(Sharer(one.ref, one.household_id, False, one.kind) for one in others))
