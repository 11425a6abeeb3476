# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sleeps in a hotel during a visit, and in which room, for its papers."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection

from hospes.store.selections import pick
from hospes.store.tables.travel import HotelGuest, HotelRoom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hospes.queries.paper_visit import PaperGuest


def in_hotels(
    connection: Connection, visit_id: UUID, guests: "Iterable[PaperGuest]"
) -> "tuple[PaperGuest, ...]":
    """The guests, those with a hotel room with its name: whoever has one needs no host."""
    rooms = _rooms(connection, visit_id)
    return tuple(
        replace(guest, hotel=True, hotel_room=rooms[guest.id]) if guest.id in rooms else guest
        for guest in guests
    )


def _rooms(connection: Connection, visit_id: UUID) -> dict[UUID, str]:
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
