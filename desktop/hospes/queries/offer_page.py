# SPDX-License-Identifier: GPL-3.0-or-later
"""One offer of a host family with every answer, its rooms, nights, wishes and guests: `offer_page`.

`guests_to_wish` gives the guests of the visit whom a host may name, with those who stayed there before.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_visit import (
    BedKind,
    OfferKind,
    OfferState,
    ParticipationKind,
    ParticipationState,
    Smoking,
    WishKind,
)
from hospes.domain.errors import UserError
from hospes.domain.names import display_name, for_reader, list_name
from hospes.i18n.locale import Locale
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayLink
from hospes.store.tables.visits import Participation, Visit


@dataclass(frozen=True, slots=True)
class BedRow:
    """A bed of an offer."""

    id: UUID
    kind: BedKind
    places: int


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room of an offer."""

    id: UUID
    name: str
    own_bathroom: bool | None
    beds: tuple[BedRow, ...]


@dataclass(frozen=True, slots=True)
class WishRow:
    """Whom a host would like, or not."""

    id: UUID
    kind: WishKind
    person_id: UUID | None
    household_id: UUID | None
    name: str
    rank: int


@dataclass(frozen=True, slots=True)
class StayRow:
    """A guest who sleeps there, and the bed chosen by hand."""

    participation_id: UUID
    name: str
    nights: tuple[date, ...]
    bed_id: UUID | None


@dataclass(frozen=True, slots=True)
class GuestToWish:
    """A guest of the visit whom a host may name."""

    person_id: UUID
    name: str
    stayed_here: bool
    """Slept in this home at an earlier visit."""


@dataclass(frozen=True, slots=True)
class OfferPage:
    """Everything one household offers at one visit; None is "not asked" (decision 32)."""

    id: UUID
    version: int
    visit_id: UUID
    household_id: UUID
    delegation_id: UUID | None
    kind: OfferKind
    state: OfferState
    asked_on: date | None
    answered_on: date | None
    thanked_on: date | None
    max_guests: int | None
    cats: bool | None
    dogs: bool | None
    other_pets: str
    smoking: Smoking | None
    stairs: int | None
    step_free: bool | None
    floor: int | None
    lift: bool | None
    ground_bathroom: bool | None
    car_seats: int | None
    drives_others: bool | None
    distance_m: int | None
    meals: str
    evenings_away: str
    workdays_away: bool | None
    diets: str
    extras: str
    accepts: str
    child_from: int | None
    minors_ok: bool | None
    two_adults: bool | None
    checked_on: date | None
    experienced: bool | None
    hosted_last_time: bool | None
    ages: str
    children_ages: str
    remarks: str
    name: str
    visit_first: date | None
    visit_last: date | None
    nights: tuple[date, ...] = ()
    rooms: tuple[RoomRow, ...] = ()
    wishes: tuple[WishRow, ...] = field(default=())
    stays: tuple[StayRow, ...] = field(default=())

    @property
    def places(self) -> int:
        """Places to sleep."""
        return sum(bed.places for room in self.rooms for bed in room.beds) or self.max_guests or 0


def offer_page(connection: Connection, offer_id: UUID, locale: Locale) -> OfferPage:
    """One offer. Raises UserError where it is gone."""
    o = HostOffer
    columns = (
        o.id, o.version, o.visit_id, o.household_id, o.delegation_id, o.kind, o.state, o.asked_on,
        o.answered_on, o.thanked_on, o.max_guests, o.cats, o.dogs, o.other_pets, o.smoking, o.stairs,
        o.step_free, o.floor, o.lift, o.ground_bathroom, o.car_seats, o.drives_others, o.distance_m, o.meals,
        o.evenings_away, o.workdays_away, o.diets, o.extras, o.accepts, o.child_from, o.minors_ok,
        o.two_adults, o.checked_on, o.experienced, o.hosted_last_time, o.ages, o.children_ages,
        o.remarks, Household.name, Visit.first, Visit.last,
    )  # fmt: skip
    query = (
        pick(*columns)
        .join(Household, Household.id == o.household_id)
        .join(Visit, Visit.id == o.visit_id)
        .where(o.id == offer_id)
    )
    row = connection.execute(query).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    nights = select(OfferNight.night).where(OfferNight.offer_id == offer_id).order_by(OfferNight.night)
    return replace(
        OfferPage(*row),
        nights=tuple(connection.execute(nights).scalars()),
        rooms=_rooms(connection, offer_id),
        wishes=_host_wishes(connection, offer_id, locale),
        stays=_stays(connection, offer_id, locale),
    )


def _rooms(connection: Connection, offer_id: UUID) -> tuple[RoomRow, ...]:
    query = (
        pick(Room.id, Room.name, Room.own_bathroom, Bed.id, Bed.kind, Bed.places)
        .join(Bed, Bed.room_id == Room.id, isouter=True)
        .where(Room.offer_id == offer_id)
        .order_by(Room.position, Room.id, Bed.position, Bed.id)
    )
    found: dict[UUID, tuple[str, bool | None, list[BedRow]]] = {}
    for room, name, bathroom, bed, kind, places in connection.execute(query):
        beds = found.setdefault(room, (name, bathroom, []))[2]
        if bed is not None:
            beds.append(BedRow(bed, kind, places))
    return tuple(RoomRow(room, name, bath, tuple(beds)) for room, (name, bath, beds) in found.items())


def _host_wishes(connection: Connection, offer_id: UUID, locale: Locale) -> tuple[WishRow, ...]:
    s = StayLink
    query = (
        pick(s.id, s.kind, s.wanted_person_id, s.wanted_household_id, s.rank, Household.name)
        .join(Household, Household.id == s.wanted_household_id, isouter=True)
        .where(s.offer_id == offer_id)
        .order_by(s.kind.desc(), s.rank, s.id)
    )
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in({row[2] for row in rows if row[2]}))
    found = []
    for link, kind, person, household, rank, home in rows:
        name = display_name(for_reader(called[person], locale.language)) if person in called else home or ""
        found.append(WishRow(link, kind, person, household, name, rank))
    return tuple(found)


def _stays(connection: Connection, offer_id: UUID, locale: Locale) -> tuple[StayRow, ...]:
    p = Placement
    query = (
        pick(p.participation_id, Participation.person_id, p.night, p.bed_id)
        .join(Participation, Participation.id == p.participation_id)
        .where(p.offer_id == offer_id)
        .order_by(p.night)
    )
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in({row[1] for row in rows}))
    nights: dict[UUID, list[date]] = {}
    who: dict[UUID, tuple[str, UUID | None]] = {}
    for part, person, night, bed in rows:
        nights.setdefault(part, []).append(night)
        name = display_name(for_reader(called[person], locale.language), titles=False)
        who[part] = (name, bed or who.get(part, ("", None))[1])
    found = [StayRow(part, name, tuple(nights[part]), bed) for part, (name, bed) in who.items()]
    return tuple(sorted(found, key=lambda one: (locale.sort_key(one.name), str(one.participation_id))))


def guests_to_wish(
    connection: Connection, visit_id: UUID, household_id: UUID, locale: Locale
) -> tuple[GuestToWish, ...]:
    """Who comes to a visit, by name, and whether they slept in that home before."""
    p = Participation
    query = select(p.person_id).where(
        p.visit_id == visit_id,
        p.kind != ParticipationKind.HOST,
        p.state.not_in([ParticipationState.CANCELLED, ParticipationState.NO_SHOW]),
    )
    people = set(connection.execute(query).scalars())
    before = (
        select(p.person_id)
        .join(Placement, Placement.participation_id == p.id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(HostOffer.household_id == household_id, HostOffer.visit_id != visit_id)
    )
    known = set(connection.execute(before).scalars())
    called = names_of(connection, ids_in(people))
    found = [
        GuestToWish(one, list_name(for_reader(called[one], locale.language)), one in known)
        for one in people
        if one in called
    ]
    return tuple(sorted(found, key=lambda one: (locale.sort_key(one.name), str(one.person_id))))


def has_begun(connection: Connection, visit_id: UUID, today: date) -> bool:
    """Whether guests have come already: only then can a host be thanked for them."""
    first = connection.execute(select(Visit.first).where(Visit.id == visit_id)).scalar()
    return first is not None and first <= today
