# SPDX-License-Identifier: GPL-3.0-or-later
"""The journey of a visit: what people travel by, who is on which leg, who on none, hotel rooms.

A visit has a handful of transports and some hundred people, so everything is read whole; what does not fit
(too many for the seats, a driver without rest) is worked out from the same rows.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, select

from hospes.domain.codes_travel import DRIVEN, LegWay, TransportKind
from hospes.domain.codes_visit import ParticipationKind
from hospes.domain.driving import Drive, DrivingProblem, driving_problems
from hospes.domain.names import PersonName, sort_parts
from hospes.domain.values import DateSpan
from hospes.i18n.locale import Locale
from hospes.queries.person_facts import names_of
from hospes.queries.ranks import by_text
from hospes.queries.scope import at_a_visit, ids_in
from hospes.queries.visits import COMING, NEED_A_BED, VISITING
from hospes.store.selections import pick
from hospes.store.tables.people import Person
from hospes.store.tables.stays import StayWish
from hospes.store.tables.travel import (
    HotelGuest,
    HotelRoom,
    Passenger,
    Transport,
    TransportLeg,
    TransportStop,
)
from hospes.store.tables.visits import Delegation, Participation, TravelGroup, Visit

WAYS = (LegWay.THERE, LegWay.BACK)
"""Parts of the journey on which everybody who travels has to sit somewhere."""


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody of the visit who may sit on a bus. `travels` is who comes from elsewhere and needs a way."""

    id: UUID
    """Of the participation."""
    person_id: UUID
    name: PersonName
    kind: ParticipationKind
    travels: bool
    delegation_id: UUID | None
    arrival_on: date | None
    departure_on: date | None
    group_id: UUID | None = None
    group: str = ""
    hotel: bool = False
    step_free: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where people get on or off."""

    id: UUID
    version: int
    place: str
    at: time | None
    words: str
    remarks: str


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody on a leg."""

    participation_id: UUID
    stop_id: UUID | None
    seat: str
    wheelchair: bool


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch with who is on it."""

    id: UUID
    version: int
    transport_id: UUID
    way: LegWay
    reference: str
    origin: str
    destination: str
    departs_on: date | None
    departs_at: time | None
    departs_words: str
    departs_zone: str
    arrives_on: date | None
    arrives_at: time | None
    arrives_words: str
    arrives_zone: str
    distance_km: int | None
    driving_minutes: int | None
    remarks: str
    stops: tuple[Stop, ...] = ()
    seats: tuple[Seat, ...] = ()

    @property
    def wheelchairs(self) -> int:
        """How many travel in a wheelchair place."""
        return sum(seat.wheelchair for seat in self.seats)

    def drive(self, zone: str) -> Drive | None:
        """The leg for the rules of driving; None where its times are not all known."""
        if self.departs_on is None or self.departs_at is None or self.arrives_at is None:
            return None
        leaves = moment(self.departs_on, self.departs_at, self.departs_zone or zone)
        day = self.arrives_on or self.departs_on
        arrives = moment(day, self.arrives_at, self.arrives_zone or self.departs_zone or zone)
        if self.arrives_on is None and arrives < leaves:
            arrives += timedelta(days=1)
        return Drive(leaves, arrives, self.driving_minutes) if arrives >= leaves else None


class TravelDoubt(StrEnum):
    """What does not fit with a transport."""

    OVERFULL = "overfull"
    WHEELCHAIRS = "wheelchairs"
    NO_SEATS = "no-seats"
    BACKWARDS = "backwards"
    DRIVING = "driving"


@dataclass(frozen=True, slots=True)
class TransportProblem:
    """Something that does not fit; for driving times the rule that was found."""

    doubt: TravelDoubt
    leg_id: UUID | None = None
    n: int = 0
    driving: DrivingProblem | None = None

    @property
    def serious(self) -> bool:
        """Whether somebody would stand at the roadside, or a rule is broken."""
        return self.doubt is not TravelDoubt.NO_SEATS and (self.driving is None or self.driving.breaks)


@dataclass(frozen=True, slots=True)
class TransportRow:
    """A vehicle or connection with its legs."""

    id: UUID
    version: int
    kind: TransportKind
    name: str
    company: str
    phone: str
    seats: int | None
    wheelchair_places: int
    driver_id: UUID | None
    driver_name: str
    driver_phone: str
    drivers: int
    luggage: str
    remarks: str
    driver: PersonName | None = None
    legs: tuple[Leg, ...] = ()
    problems: tuple[TransportProblem, ...] = ()

    @property
    def fullest(self) -> int:
        """How many sit in it where it is fullest."""
        return max((len(leg.seats) for leg in self.legs), default=0)

    def ways(self) -> tuple[LegWay, ...]:
        """The parts of the journey it is for."""
        return tuple(way for way in LegWay if any(leg.way is way for leg in self.legs))


@dataclass(frozen=True, slots=True)
class RoomGuest:
    """Somebody in a hotel room, with the nights there."""

    participation_id: UUID
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A hotel room. `crowded` are nights with more people than places."""

    id: UUID
    version: int
    hotel: str
    name: str
    places: int
    first: date | None
    last: date | None
    step_free: bool | None
    remarks: str
    guests: tuple[RoomGuest, ...] = ()
    crowded: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class TravelView:
    """The whole Travel tab."""

    visit_id: UUID
    first: date | None
    last: date | None
    zone: str
    transports: tuple[TransportRow, ...]
    people: tuple[Traveller, ...]
    """Everybody who is reckoned with, by name."""
    rooms: tuple[RoomRow, ...]
    missing: dict[LegWay, tuple[UUID, ...]] = field(default_factory=dict)
    """Participations that travel and sit nowhere on the way there or back."""
    without_room: tuple[UUID, ...] = ()
    """Participations that want a hotel and have no room for all their nights."""

    def person(self, participation_id: UUID) -> Traveller | None:
        """Somebody by participation."""
        return next((one for one in self.people if one.id == participation_id), None)

    def transport(self, transport_id: UUID) -> TransportRow | None:
        """A transport by its id."""
        return next((one for one in self.transports if one.id == transport_id), None)

    def leg(self, leg_id: UUID) -> Leg | None:
        """A leg by its id."""
        return next((leg for one in self.transports for leg in one.legs if leg.id == leg_id), None)

    @property
    def problems(self) -> int:
        """How many transports and rooms have something that does not fit."""
        return sum(any(p.serious for p in one.problems) for one in self.transports) + sum(
            bool(room.crowded) for room in self.rooms
        )


def moment(day: date, at: time, zone: str) -> datetime:
    """A local time as a moment in UTC; a place with an unknown zone is taken for UTC."""
    try:
        info = ZoneInfo(zone) if zone else UTC
    except (ZoneInfoNotFoundError, ValueError):
        info = UTC
    return datetime.combine(day, at, info).astimezone(UTC)


def travel(connection: Connection, visit_id: UUID, locale: Locale) -> TravelView:
    """Everything of the Travel tab. Transports stand in the order they were put in, people by name."""
    query = pick(Visit.first, Visit.last, Visit.zone).where(Visit.id == visit_id)
    first, last, zone = connection.execute(query).first() or (None, None, "")
    people = travellers(connection, visit_id, locale)
    transports = transports_of(connection, visit_id, zone)
    rooms = rooms_of(connection, visit_id, people, first, last)
    return TravelView(
        visit_id,
        first,
        last,
        zone,
        transports,
        people,
        rooms,
        {way: _sitting_nowhere(people, transports, way) for way in WAYS},
        _without_room(people, rooms, first, last),
    )


def travellers(connection: Connection, visit_id: UUID, locale: Locale) -> tuple[Traveller, ...]:
    """Everybody who is reckoned with at a visit, by name; hosts who take part are among them."""
    p, d, g, w = Participation, Delegation, TravelGroup, StayWish
    query = (
        pick(
            p.id, p.person_id, p.kind, p.delegation_id, d.role, p.arrival_on, p.departure_on, d.arrival_on,
            d.departure_on, g.id, g.name, w.hotel, w.step_free,
        )
        .join(Person, Person.id == p.person_id)
        .join(d, d.id == p.delegation_id, isouter=True)
        .join(g, g.id == p.travel_group_id, isouter=True)
        .join(w, w.participation_id == p.id, isouter=True)
        .where(p.visit_id == visit_id, p.state.in_(COMING), at_a_visit(Person))
        .order_by(p.registered_at, p.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in({row[1] for row in rows}))
    found = [
        Traveller(
            id_, person, called.get(person, PersonName()), kind,
            kind in NEED_A_BED and (role is None or role in VISITING),
            delegation, arrival or theirs, departure or their_last, group, group_name or "", bool(hotel),
            bool(step_free),
        )
        for id_, person, kind, delegation, role, arrival, departure, theirs, their_last, group, group_name,
        hotel, step_free in rows
    ]  # fmt: skip
    return tuple(by_text(found, [sort_parts(one.name) for one in found], locale))


def transports_of(connection: Connection, visit_id: UUID, zone: str = "") -> tuple[TransportRow, ...]:
    """The transports of a visit with their legs, stops, seats and what does not fit."""
    t = Transport
    query = (
        pick(
            t.id, t.version, t.kind, t.name, t.company, t.phone, t.seats, t.wheelchair_places, t.driver_id,
            t.driver_name, t.driver_phone, t.drivers, t.luggage, t.remarks,
        )
        .where(t.visit_id == visit_id)
        .order_by(t.position, t.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    legs = _legs(connection, [row[0] for row in rows])
    drivers = names_of(connection, ids_in({row[8] for row in rows if row[8] is not None}))
    found = []
    for row in rows:
        mine = tuple(legs.get(row[0], ()))
        one = replace(TransportRow(*row), driver=drivers.get(row[8]), legs=mine)
        found.append(replace(one, problems=tuple(_problems(one, zone))))
    return tuple(found)


def _legs(connection: Connection, transports: list[UUID]) -> dict[UUID, list[Leg]]:
    leg, stop, seat = TransportLeg, TransportStop, Passenger
    rows = connection.execute(
        pick(
            leg.id, leg.version, leg.transport_id, leg.way, leg.reference, leg.origin, leg.destination,
            leg.departs_on, leg.departs_at, leg.departs_words, leg.departs_zone, leg.arrives_on,
            leg.arrives_at, leg.arrives_words, leg.arrives_zone, leg.distance_km, leg.driving_minutes,
            leg.remarks,
        )
        .where(leg.transport_id.in_(ids_in(transports)))
        .order_by(leg.departs_on.is_(None), leg.departs_on, leg.departs_at, leg.position, leg.id)
    ).all()  # fmt: skip
    ids = [row[0] for row in rows]
    stops: dict[UUID, list[Stop]] = defaultdict(list)
    query = pick(stop.leg_id, stop.id, stop.version, stop.place, stop.at, stop.words, stop.remarks)
    for of, *row in connection.execute(
        query.where(stop.leg_id.in_(ids_in(ids))).order_by(stop.position, stop.at, stop.id)
    ):
        stops[of].append(Stop(*row))
    seats: dict[UUID, list[Seat]] = defaultdict(list)
    query = pick(seat.leg_id, seat.participation_id, seat.stop_id, seat.seat, seat.wheelchair)
    coming = select(Participation.id).where(Participation.state.in_(COMING))
    # Whoever cancelled keeps no seat, though the row stays for an undo.
    query = query.where(seat.leg_id.in_(ids_in(ids)), seat.participation_id.in_(coming))
    for of, *row in connection.execute(query):
        seats[of].append(Seat(*row))
    found: dict[UUID, list[Leg]] = defaultdict(list)
    for columns in rows:
        leg_id = columns[0]
        one = replace(Leg(*columns), stops=tuple(stops[leg_id]), seats=tuple(seats[leg_id]))
        found[one.transport_id].append(one)
    return found


def _problems(one: TransportRow, zone: str) -> Iterable[TransportProblem]:
    if one.kind is not TransportKind.OWN:
        if one.seats is None and one.fullest and one.kind in DRIVEN:
            yield TransportProblem(TravelDoubt.NO_SEATS)
        for leg in one.legs:
            if one.seats is not None and len(leg.seats) > one.seats:
                yield TransportProblem(TravelDoubt.OVERFULL, leg.id, len(leg.seats) - one.seats)
            if leg.wheelchairs > one.wheelchair_places:
                yield TransportProblem(
                    TravelDoubt.WHEELCHAIRS, leg.id, leg.wheelchairs - one.wheelchair_places
                )
    drives = {}
    for leg in one.legs:
        drive = leg.drive(zone)
        if drive is not None:
            drives[drive] = leg.id
        elif leg.departs_on and leg.departs_at and leg.arrives_at:
            yield TransportProblem(TravelDoubt.BACKWARDS, leg.id)
    if one.kind in DRIVEN:
        for problem in driving_problems(drives, one.drivers):
            yield TransportProblem(TravelDoubt.DRIVING, drives[problem.drive], driving=problem)


def _sitting_nowhere(
    people: Iterable[Traveller], transports: Iterable[TransportRow], way: LegWay
) -> tuple[UUID, ...]:
    sitting = {
        seat.participation_id
        for one in transports
        for leg in one.legs
        if leg.way is way
        for seat in leg.seats
    }
    return tuple(one.id for one in people if one.travels and one.id not in sitting)


def rooms_of(
    connection: Connection,
    visit_id: UUID,
    people: Iterable[Traveller],
    first: date | None,
    last: date | None,
) -> tuple[RoomRow, ...]:
    """Hotel rooms with who sleeps there, hotel by hotel."""
    r, g = HotelRoom, HotelGuest
    query = pick(r.id, r.version, r.hotel, r.name, r.places, r.first, r.last, r.step_free, r.remarks)
    rows = connection.execute(query.where(r.visit_id == visit_id).order_by(r.hotel, r.position, r.id)).all()
    by_id = {one.id: one for one in people}
    guests: dict[UUID, list[RoomGuest]] = defaultdict(list)
    placed = pick(g.room_id, g.participation_id, g.first, g.last).where(
        g.room_id.in_(ids_in([row[0] for row in rows]))
    )
    for room, participation, start, end in connection.execute(placed):
        if participation in by_id:
            guests[room].append(RoomGuest(participation, start, end))
    found = []
    for row in rows:
        mine = tuple(guests[row[0]])
        nights: dict[date, int] = defaultdict(int)
        for guest in mine:
            for night in nights_in(guest, by_id[guest.participation_id], first, last):
                nights[night] += 1
        crowded = tuple(sorted(night for night, n in nights.items() if n > row[4]))
        found.append(replace(RoomRow(*row), guests=mine, crowded=crowded))
    return tuple(found)


def nights_of(person: Traveller, first: date | None, last: date | None) -> tuple[date, ...]:
    """The nights somebody is there."""
    return DateSpan(person.arrival_on or first, person.departure_on or last).nights()


def nights_in(guest: RoomGuest, person: Traveller, first: date | None, last: date | None) -> tuple[date, ...]:
    """The nights somebody sleeps in a room: as said there, else all nights of the stay."""
    span = DateSpan(guest.first, guest.last)
    return tuple(night for night in nights_of(person, first, last) if span.holds(night))


def _without_room(
    people: Iterable[Traveller], rooms: Iterable[RoomRow], first: date | None, last: date | None
) -> tuple[UUID, ...]:
    by_id = {one.id: one for one in people}
    slept: dict[UUID, set[date]] = defaultdict(set)
    for room in rooms:
        for guest in room.guests:
            slept[guest.participation_id] |= set(nights_in(guest, by_id[guest.participation_id], first, last))
    return tuple(
        one.id
        for one in by_id.values()
        if one.hotel and (set(nights_of(one, first, last)) - slept[one.id] or one.id not in slept)
    )
