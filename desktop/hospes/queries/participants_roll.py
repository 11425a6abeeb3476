# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a roll call is for: everybody of a delegation, or everybody on a bus."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from hospes.store.selections import pick
from hospes.store.tables.travel import Passenger, Transport, TransportLeg
from hospes.store.tables.visits import Participation


@dataclass(frozen=True, slots=True)
class Leg:
    """A ride, and who is booked on it."""

    id: UUID
    name: str
    """Of the coach, as the association calls it."""
    origin: str
    destination: str
    people: frozenset[UUID]


def legs_with_people(connection: Connection, visit_id: UUID) -> tuple[Leg, ...]:
    """Rides of a visit on which somebody is booked, in their order."""
    t, g, s, p = Transport, TransportLeg, Passenger, Participation
    query = (
        pick(g.id, t.name, g.origin, g.destination, p.person_id)
        .join(t, t.id == g.transport_id)
        .join(s, s.leg_id == g.id)
        .join(p, p.id == s.participation_id)
        .where(t.visit_id == visit_id)
        .order_by(g.departs_on, g.departs_at, t.position, g.position, g.id)
    )
    people: dict[UUID, set[UUID]] = defaultdict(set)
    heads: dict[UUID, tuple[str, str, str]] = {}
    for leg_id, name, origin, destination, person_id in connection.execute(query):
        heads[leg_id] = (name, origin, destination)
        people[leg_id].add(person_id)
    return tuple(Leg(leg, *head, frozenset(people[leg])) for leg, head in heads.items())
