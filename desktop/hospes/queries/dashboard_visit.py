# SPDX-License-Identifier: GPL-3.0-or-later
"""The next visit as Today shows it: who comes, and how far beds, programme, seats and money are."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.codes_visit import VisitState
from hospes.queries.names import names
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.stays import Placement
from hospes.store.tables.visits import Delegation, ProgrammeItem, Visit

if TYPE_CHECKING:
    from hospes.queries.budget import Promised
    from hospes.queries.travel_counts import Seats


@dataclass(frozen=True, slots=True)
class NextVisit:
    """The next visit with its bars."""

    id: UUID
    name: str
    first: date
    last: date
    delegations: tuple[tuple[str, str, bool], ...]
    """Town or organisation, role, and whether it is ours."""
    guests: int
    placed: int
    programme_days: int
    days: int
    seats: "Seats | None" = None
    money: "Promised | None" = None


def next_visit(connection: Connection, day: date, language: str) -> NextVisit | None:
    """The visit that is under way or comes next, None if there is none ahead."""
    from hospes.queries.budget import promised_of
    from hospes.queries.travel_counts import seats_of
    from hospes.queries.visits import needing_beds

    query = (
        pick(Visit.id, Visit.first, Visit.last)
        .where(Visit.binned_at.is_(None), Visit.last >= day, Visit.state != VisitState.CANCELLED)
        .where(owned(connection, Visit.owner_id))
        .order_by(Visit.first)
        .limit(1)
    )
    found = connection.execute(query).first()
    if found is None or found[1] is None:
        return None
    visit, first, last = found
    guests = needing_beds([visit])
    placed = select(func.count()).where(guests.c.id.in_(select(Placement.participation_id)))
    programme = select(func.count(ProgrammeItem.on.distinct())).where(ProgrammeItem.visit_id == visit)
    title = names(connection, [visit], language)
    return NextVisit(
        visit,
        title[visit].text if visit in title else "",
        first,
        last,
        _delegations(connection, visit, language),
        connection.execute(select(func.count()).select_from(guests)).scalar() or 0,
        connection.execute(placed.select_from(guests)).scalar() or 0,
        connection.execute(programme).scalar() or 0,
        (last - first).days + 1,
        seats_of(connection, visit),
        promised_of(connection, visit, day),
    )


def _delegations(connection: Connection, visit: UUID, language: str) -> tuple[tuple[str, str, bool], ...]:
    from hospes.store.tables.organisations import Organisation
    from hospes.store.tables.towns import Territory

    query = (
        pick(
            Delegation.territory_id,
            Delegation.organisation_id,
            Delegation.role,
            Territory.is_home,
            Organisation.is_own,
        )
        .join(Territory, Territory.id == Delegation.territory_id, isouter=True)
        .join(Organisation, Organisation.id == Delegation.organisation_id, isouter=True)
        .where(Delegation.visit_id == visit)
        .order_by(Delegation.position)
    )
    rows = connection.execute(query).all()
    called = names(connection, [row[0] or row[1] for row in rows], language)
    found: list[tuple[str, str, bool]] = []
    for territory, organisation, role, home, own in rows:
        ref: Any = territory or organisation
        if ref in called:
            found.append((called[ref].text, str(role), bool(home) or bool(own)))
    return tuple(found)
