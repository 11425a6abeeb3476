# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the seats of a journey are taken, counted without reading it whole: for the bars of a visit."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.domain.codes_visit import DelegationRole
from hospes.queries.visits import COMING, NEED_A_BED
from hospes.store.tables.travel import Passenger, Transport, TransportLeg
from hospes.store.tables.visits import Delegation, Participation


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats of the way there: taken and all."""

    taken: int
    seats: int


def seats_of(connection: Connection, visit_id: UUID) -> Seats | None:
    """Seats on the way there, for the bars; None where nobody has entered a transport with seats."""
    t, leg = Transport, TransportLeg
    on_way = select(leg.transport_id).where(leg.way == LegWay.THERE)
    counted = (t.visit_id == visit_id, t.kind != TransportKind.OWN, t.seats.is_not(None))
    seats = connection.execute(select(func.sum(t.seats)).where(*counted, t.id.in_(on_way))).scalar()
    if not seats:
        return None
    taken = (
        select(func.count(Passenger.participation_id.distinct()))
        .join(leg, leg.id == Passenger.leg_id)
        .join(t, t.id == leg.transport_id)
        .join(Participation, Participation.id == Passenger.participation_id)
        .where(*counted, leg.way == LegWay.THERE, Participation.state.in_(COMING))
    )
    return Seats(connection.execute(taken).scalar() or 0, seats)


def missing_of(connection: Connection, visit_id: UUID, way: LegWay) -> int:
    """How many travel and sit nowhere on a part of the journey; 0 while no transport is entered at all."""
    p, d = Participation, Delegation
    legs = (
        select(TransportLeg.id)
        .join(Transport, Transport.id == TransportLeg.transport_id)
        .where(Transport.visit_id == visit_id, TransportLeg.way == way)
    )
    if connection.execute(legs.limit(1)).first() is None:
        return 0
    sitting = select(Passenger.participation_id).where(Passenger.leg_id.in_(legs))
    query = (
        select(func.count())
        .select_from(p)
        .join(d, d.id == p.delegation_id, isouter=True)
        .where(p.visit_id == visit_id, p.state.in_(COMING), p.kind.in_(NEED_A_BED))
        .where(or_(d.id.is_(None), d.role != DelegationRole.HOSTING), p.id.not_in(sitting))
    )
    return connection.execute(query).scalar() or 0
