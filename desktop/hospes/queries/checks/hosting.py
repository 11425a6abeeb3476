# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests and the places they sleep in."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select

from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.store.tables.stays import Bed, HostOffer, Placement, Room


def more_guests_than_places(connection: Connection, today: date) -> Iterator[Finding]:
    """More guests in a home on a night than it has places, without anybody having said why."""
    beds = (
        select(Room.offer_id, func.sum(Bed.places).label("places"))
        .join(Bed, Bed.room_id == Room.id)
        .group_by(Room.offer_id)
        .subquery()
    )
    guests = (
        select(Placement.offer_id, Placement.night, func.count().label("guests"))
        .where(Placement.override_reason == "")
        .group_by(Placement.offer_id, Placement.night)
        .subquery()
    )
    places = func.coalesce(beds.c.places, HostOffer.max_guests)
    query = (
        select(HostOffer.household_id, guests.c.night, guests.c.guests, places)
        .join(guests, guests.c.offer_id == HostOffer.id)
        .join(beds, beds.c.offer_id == HostOffer.id, isouter=True)
        .where(guests.c.guests > places)
    )
    for household, night, count, room in connection.execute(query):
        msgid = N_("{name}: {guests} guests on {night}, and places for {places}.")
        args = {"night": night, "guests": count, "places": room}
        yield Finding("home-overfull", "host_offer", household, msgid, args)
