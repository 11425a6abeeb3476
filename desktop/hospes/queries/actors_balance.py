# SPDX-License-Identifier: GPL-3.0-or-later
"""Who of the triangle takes part: politics, administration, civil society and the economy (S28).

A person stands for the corner of every office held on the day; whoever holds none comes as a citizen and is
counted apart. Nothing is kept: the figure is of the people who are on the list now.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_actors import Corner
from hospes.domain.codes_visit import ParticipationState
from hospes.domain.protocol import corner_of
from hospes.queries.actors import offices_on
from hospes.queries.scope import one_of
from hospes.store.tables.events import Event, EventPerson
from hospes.store.tables.visits import Delegation, Participation, Visit

_GONE = (ParticipationState.CANCELLED, ParticipationState.NO_SHOW)
_HERE = tuple(state for state in ParticipationState if state not in _GONE)


@dataclass(frozen=True, slots=True)
class CornerCount:
    """How many stand in one corner, by side; one person may stand in several."""

    corner: Corner
    ours: int
    theirs: int

    @property
    def total(self) -> int:
        """Both sides."""
        return self.ours + self.theirs


@dataclass(frozen=True, slots=True)
class Balance:
    """All corners in their order."""

    day: date
    people: int
    without_office: int
    corners: tuple[CornerCount, ...]

    @property
    def missing(self) -> tuple[Corner, ...]:
        """Corners in which nobody stands."""
        return tuple(one.corner for one in self.corners if not one.total)


def balance_of(connection: Connection, people: Collection[UUID], day: date, language: str) -> Balance:
    """The balance of some people on a day."""
    wanted = set(people)
    ours: dict[Corner, set[UUID]] = {corner: set() for corner in Corner}
    theirs: dict[Corner, set[UUID]] = {corner: set() for corner in Corner}
    for one in offices_on(connection, day, language):
        if one.person_id in wanted:
            side = theirs if one.at_home is False else ours
            side[corner_of(one.sector)].add(one.person_id)
    counts = [
        CornerCount(corner, len(ours[corner] - theirs[corner]), len(theirs[corner])) for corner in Corner
    ]
    known = set().union(*ours.values(), *theirs.values())
    return Balance(day, len(wanted), len(wanted - known), tuple(counts))


def balance_of_visit(connection: Connection, visit_id: UUID, today: date, language: str) -> Balance:
    """Of everybody on the list of a visit who has not cancelled, and of those who lead a delegation."""
    p, d = Participation, Delegation
    people = set(
        connection.scalars(
            select(p.person_id).where(p.visit_id == visit_id, one_of(p.state, _HERE))
        )
    )  # fmt: skip
    leaders = select(d.coordinator_id).where(d.visit_id == visit_id, d.coordinator_id.is_not(None))
    people |= {one for one in connection.scalars(leaders) if one is not None}
    first = connection.execute(select(Visit.first).where(Visit.id == visit_id)).scalar()
    return balance_of(connection, people, first or today, language)


def balance_of_event(connection: Connection, event_id: UUID, today: date, language: str) -> Balance:
    """Of everybody on the list of an event."""
    people = set(connection.scalars(select(EventPerson.person_id).where(EventPerson.event_id == event_id)))
    on = connection.execute(select(Event.on).where(Event.id == event_id)).scalar()
    return balance_of(connection, people, on or today, language)
