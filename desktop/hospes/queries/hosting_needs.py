# SPDX-License-Identifier: GPL-3.0-or-later
"""What the hosting of coming visits needs from somebody: guests without a host, musts that are broken."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, or_, select

from hospes.domain.codes_visit import OfferState, VisitState
from hospes.domain.hosting_rules import rules_key
from hospes.queries.member_history import visit_titles
from hospes.queries.settings import setting
from hospes.queries.visits import needing_beds
from hospes.store.selections import pick
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Visit

OVER = (VisitState.DONE, VisitState.REPORTED, VisitState.CANCELLED)

REACH = 90
"""Days ahead that hosting is told about."""


@dataclass(frozen=True, slots=True)
class HostingNeed:
    """How the hosting of a coming visit stands."""

    visit_id: UUID
    first: date
    guests: int
    without: int
    """Who has no bed at all."""
    conflicts: int
    """Guests for whom a must is broken."""


def coming(today: date) -> ColumnElement[bool]:
    """Visits that are not over, called off or in the bin."""
    open_ended = or_(Visit.last.is_(None), Visit.last >= today)
    return Visit.binned_at.is_(None) & Visit.state.not_in(OVER) & open_ended


def hosting_needs(connection: Connection, today: date, language: str = "en") -> list[HostingNeed]:
    """Coming visits for which homes are looked for here, the next one first.

    Nothing is worded in the language; but what is read of a visit in one is remembered for its board.
    """
    from hospes.queries.hosting_memory import broken_now

    offered = select(HostOffer.visit_id).where(HostOffer.state != OfferState.NO)
    query = (
        pick(Visit.id, Visit.first)
        .where(coming(today), Visit.first <= today + timedelta(days=REACH), Visit.id.in_(offered))
        .order_by(Visit.first)
    )
    visits = {row[0]: row[1] for row in connection.execute(query)}
    if not visits:
        return []
    people = needing_beds(visits)
    placed = people.c.id.in_(select(Placement.participation_id))
    counted = select(people.c.visit_id, func.count(), func.count().filter(placed))
    counts = {row[0]: (row[1], row[2]) for row in connection.execute(counted.group_by(people.c.visit_id))}
    found = []
    for visit, first in visits.items():
        guests, having = counts.get(visit, (0, 0))
        broken = len(broken_now(connection, visit, today, language)) if having else 0
        found.append(HostingNeed(visit, first, guests, guests - having, broken))
    return found


def coming_visits(connection: Connection, today: date, language: str) -> list[tuple[UUID, str]]:
    """Visits that are not over, with their titles, the next one first; those without a day last."""
    query = select(Visit.id).where(coming(today)).order_by(Visit.first.is_(None), Visit.first, Visit.id)
    visits = list(connection.execute(query).scalars())
    titles = visit_titles(connection, visits, language)
    return [(visit, titles.get(visit, "")) for visit in visits]


def has_own_rules(connection: Connection, visit_id: UUID) -> bool:
    """Has a visit rules of its own?"""
    return setting(connection, rules_key(visit_id.hex)) is not None


def somebody_in(connection: Connection, visit: UUID, household: UUID) -> UUID | None:
    """Whose place in a home leads to it on the board: the first who sleeps there; None where nobody does."""
    query = (
        select(Placement.participation_id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(HostOffer.visit_id == visit, HostOffer.household_id == household)
        .order_by(Placement.night, Placement.id)
        .limit(1)
    )
    return connection.execute(query).scalar()
