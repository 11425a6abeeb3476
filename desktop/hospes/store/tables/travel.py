# SPDX-License-Identifier: GPL-3.0-or-later
"""How people travel on a visit, who is on which leg, and who sleeps in a hotel (design 5.8, Travel).

A transport is a vehicle or a connection; what it does are legs with stops. Times are local to the place, or
words (decision 8). A room's and a guest's nights are dated by their evenings, both ends included; empty means
as long as the visit, or as long as the guest stays.
"""

from datetime import date, time
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.store.base import Row, code, ref


class Transport(Row):
    """A coach, a car, a train: with places, a driver, and room for luggage."""

    __tablename__ = "transport"
    __table_args__ = (CheckConstraint("seats >= 0 AND wheelchair_places >= 0", name="places_not_negative"),)
    subjects = ("driver_id",)

    visit_id: Mapped[UUID] = ref("visit")
    kind: Mapped[TransportKind] = code(TransportKind, default=TransportKind.COACH)
    name: Mapped[str] = mapped_column(default="")
    company: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    seats: Mapped[int | None]
    """Places for passengers, without the driver of a coach; unknown is NULL."""
    wheelchair_places: Mapped[int] = mapped_column(default=0)
    driver_id: Mapped[UUID | None] = ref("person", null=True)
    driver_name: Mapped[str] = mapped_column(default="")
    driver_phone: Mapped[str] = mapped_column(default="")
    drivers: Mapped[int] = mapped_column(default=1)
    luggage: Mapped[str] = mapped_column(default="")
    remarks: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class TransportLeg(Row):
    """A stretch: from where to where, when, and how far."""

    __tablename__ = "transport_leg"

    transport_id: Mapped[UUID] = ref("transport")
    way: Mapped[LegWay] = code(LegWay, default=LegWay.THERE)
    reference: Mapped[str] = mapped_column(default="")
    """Number of the train or flight."""
    origin: Mapped[str] = mapped_column(default="")
    destination: Mapped[str] = mapped_column(default="")
    departs_on: Mapped[date | None]
    departs_at: Mapped[time | None]
    departs_words: Mapped[str] = mapped_column(default="")
    departs_zone: Mapped[str] = mapped_column(default="")
    arrives_on: Mapped[date | None]
    arrives_at: Mapped[time | None]
    arrives_words: Mapped[str] = mapped_column(default="")
    arrives_zone: Mapped[str] = mapped_column(default="")
    distance_km: Mapped[int | None]
    driving_minutes: Mapped[int | None]
    """Time at the wheel, where it is known and less than the time under way."""
    remarks: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class TransportStop(Row):
    """A place where people get on or off."""

    __tablename__ = "transport_stop"

    leg_id: Mapped[UUID] = ref("transport_leg")
    place: Mapped[str]
    at: Mapped[time | None]
    words: Mapped[str] = mapped_column(default="")
    remarks: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Passenger(Row):
    """Somebody on a leg; the seat's number only where seats are numbered."""

    __tablename__ = "passenger"
    natural = ("leg_id", "participation_id")

    leg_id: Mapped[UUID] = ref("transport_leg")
    participation_id: Mapped[UUID] = ref("participation")
    stop_id: Mapped[UUID | None] = ref("transport_stop", null=True)
    seat: Mapped[str] = mapped_column(default="")
    wheelchair: Mapped[bool] = mapped_column(default=False)
    """Travels in a wheelchair place."""


class HotelRoom(Row):
    """A room in a hotel that was reserved for a visit."""

    __tablename__ = "hotel_room"
    __table_args__ = (CheckConstraint("places >= 1", name="places_one"),)

    visit_id: Mapped[UUID] = ref("visit")
    hotel: Mapped[str] = mapped_column(default="")
    name: Mapped[str] = mapped_column(default="")
    places: Mapped[int] = mapped_column(default=1)
    first: Mapped[date | None]
    last: Mapped[date | None]
    step_free: Mapped[bool | None]
    remarks: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class HotelGuest(Row):
    """Somebody sleeps in a hotel room, all nights or some."""

    __tablename__ = "hotel_guest"
    natural = ("room_id", "participation_id")

    room_id: Mapped[UUID] = ref("hotel_room")
    participation_id: Mapped[UUID] = ref("participation")
    first: Mapped[date | None]
    last: Mapped[date | None]
