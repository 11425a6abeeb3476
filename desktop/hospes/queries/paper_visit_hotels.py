# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sleeps in a hotel during a visit, and in which room, for its papers."""

from uuid import UUID

from sqlalchemy import Connection

from hospes.store.selections import pick
from hospes.store.tables.travel import HotelGuest, HotelRoom


def hotel_rooms(connection: Connection, visit_id: UUID) -> dict[UUID, str]:
    """Hotel and room by participation; several of somebody who moves."""
    query = (
        pick(HotelGuest.participation_id, HotelRoom.hotel, HotelRoom.name)
        .join(HotelRoom, HotelRoom.id == HotelGuest.room_id)
        .where(HotelRoom.visit_id == visit_id)
        .order_by(HotelGuest.first, HotelRoom.position, HotelRoom.id)
    )
    found: dict[UUID, str] = {}
    for key, hotel, name in connection.execute(query):
        said = ", ".join(part for part in (hotel, name) if part)
        found[key] = "; ".join(dict.fromkeys(part for part in (found.get(key, ""), said) if part))
    return found
