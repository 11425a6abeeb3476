# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sleeps where: stay wishes, host offers with rooms, beds and nights, and placements per night (decision
11).
"""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_visit import (
    BedKind,
    BedWish,
    MovedFor,
    OfferKind,
    OfferState,
    Smoking,
    WalkingAid,
    WishKind,
)
from hospes.store.base import Row, code, exactly_one, ref


class StayWish(Row):
    """What a guest needs and would like (domain 2.3.1). Unknown is NULL and is not no (decision 32)."""

    __tablename__ = "stay_wish"
    __table_args__ = (UniqueConstraint("participation_id"),)
    subjects = ("share_with_id",)
    mentions = ("share_with_id",)
    natural = ("participation_id",)
    sensitive = ("animal_allergies", "other_allergies", "diet")

    participation_id: Mapped[UUID] = ref("participation")
    smoking: Mapped[Smoking | None] = code(Smoking, null=True)
    minds_smoke: Mapped[bool | None]
    animal_allergies: Mapped[str] = mapped_column(default="")
    animal_fear: Mapped[str] = mapped_column(default="")
    other_allergies: Mapped[str] = mapped_column(default="")
    diet: Mapped[str] = mapped_column(default="")
    max_stairs: Mapped[int | None]
    step_free: Mapped[bool | None]
    bed: Mapped[BedWish] = code(BedWish, default=BedWish.SINGLE)
    sofa_ok: Mapped[bool | None]
    single_room: Mapped[bool | None]
    """Wants a room alone."""
    twin_beds: Mapped[bool | None]
    """Two beds in one room rather than a double bed."""
    share_with_id: Mapped[UUID | None] = ref("person", null=True)
    """May share a room with this person."""
    cot: Mapped[bool | None]
    """Needs a cot or a child's bed."""
    walking_aid: Mapped[WalkingAid | None] = code(WalkingAid, null=True)
    hard_of_hearing: Mapped[bool | None]
    poor_sight: Mapped[bool | None]
    electricity: Mapped[bool | None]
    """Needs electricity at the bed, for a breathing aid for instance."""
    shower: Mapped[bool | None]
    """Needs a shower, cannot use a bath."""
    no_alcohol: Mapped[bool | None]
    likes_animals: Mapped[bool | None]
    insurance_card: Mapped[bool | None]
    """Has said that they carry a health insurance card valid abroad."""
    brings_car: Mapped[bool | None]
    needs_lift: Mapped[bool | None]
    """Needs a ride in the host's car."""
    hotel: Mapped[bool] = mapped_column(default=False)
    split_stay_ok: Mapped[bool] = mapped_column(default=False)
    consent_host: Mapped[bool | None]
    consent_photo: Mapped[bool | None]
    remarks: Mapped[str] = mapped_column(default="")


class HostOffer(Row):
    """What a household offers at one visit, prefilled from its hosting facts and its last offer."""

    __tablename__ = "host_offer"
    __table_args__ = (UniqueConstraint("visit_id", "household_id"),)
    natural = ("visit_id", "household_id")

    visit_id: Mapped[UUID] = ref("visit")
    household_id: Mapped[UUID] = ref("household")
    delegation_id: Mapped[UUID | None] = ref("delegation", null=True)
    kind: Mapped[OfferKind] = code(OfferKind, default=OfferKind.HOME)
    state: Mapped[OfferState] = code(OfferState, default=OfferState.NOT_ASKED)
    asked_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    max_guests: Mapped[int | None]
    cats: Mapped[bool | None]
    dogs: Mapped[bool | None]
    other_pets: Mapped[str] = mapped_column(default="")
    smoking: Mapped[Smoking | None] = code(Smoking, null=True)
    stairs: Mapped[int | None]
    step_free: Mapped[bool | None]
    car_seats: Mapped[int | None]
    distance_m: Mapped[int | None]
    diets: Mapped[str] = mapped_column(default="")
    accepts: Mapped[str] = mapped_column(default="")
    minors_ok: Mapped[bool | None]
    checked_on: Mapped[date | None]
    experienced: Mapped[bool | None]
    hosted_last_time: Mapped[bool | None]
    thanked_on: Mapped[date | None]
    remarks: Mapped[str] = mapped_column(default="")
    floor: Mapped[int | None]
    """0 is the ground floor."""
    lift: Mapped[bool | None]
    ground_bathroom: Mapped[bool | None]
    meals: Mapped[str] = mapped_column(default="")
    """Codes of `Meal` with `;`: which meals are offered at home."""
    evenings_away: Mapped[str] = mapped_column(default="")
    """Days with `;` on whose evening nobody is at home."""
    workdays_away: Mapped[bool | None]
    """Works during the day: guests have bed and breakfast only."""
    drives_others: Mapped[bool | None]
    """Takes guests of other homes along in the car."""
    extras: Mapped[str] = mapped_column(default="")
    """Codes of `HomeExtra` with `;`."""
    child_from: Mapped[int | None]
    """Youngest age of a child that is welcome."""
    two_adults: Mapped[bool | None]
    """Two adults are there all the time, as some rules for minors ask."""
    children_ages: Mapped[str] = mapped_column(default="")
    """`12;15`, as the host said; counts for children whose birth dates are not in the file."""
    ages: Mapped[str] = mapped_column(default="")
    """The same of the adults."""


class OfferNight(Row):
    """A night on which the offer stands; dated by its evening."""

    __tablename__ = "offer_night"
    natural = ("offer_id", "night")

    offer_id: Mapped[UUID] = ref("host_offer")
    night: Mapped[date]


class Room(Row):
    """A room of an offer."""

    __tablename__ = "room"

    offer_id: Mapped[UUID] = ref("host_offer")
    name: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    own_bathroom: Mapped[bool | None]


class Bed(Row):
    """A bed in a room."""

    __tablename__ = "bed"

    room_id: Mapped[UUID] = ref("room")
    kind: Mapped[BedKind] = code(BedKind, default=BedKind.SINGLE)
    places: Mapped[int] = mapped_column(default=1)
    position: Mapped[int] = mapped_column(default=0)


class StayLink(Row):
    """A wished or refused partner, by guest or host; refusals are confidential (REQ-2-08)."""

    __tablename__ = "stay_link"
    __table_args__ = (
        exactly_one("participation_id", "offer_id"),
        exactly_one("wanted_person_id", "wanted_household_id"),
    )
    subjects = ("wanted_person_id",)
    mentions = ("wanted_person_id", "wanted_household_id")

    participation_id: Mapped[UUID | None] = ref("participation", null=True)
    offer_id: Mapped[UUID | None] = ref("host_offer", null=True)
    wanted_person_id: Mapped[UUID | None] = ref("person", null=True)
    wanted_household_id: Mapped[UUID | None] = ref("household", null=True)
    kind: Mapped[WishKind] = code(WishKind)
    rank: Mapped[int] = mapped_column(default=1)


class Placement(Row):
    """A guest sleeps at an offer on a night."""

    __tablename__ = "placement"
    __table_args__ = (UniqueConstraint("participation_id", "night"),)
    natural = ("participation_id", "night")

    participation_id: Mapped[UUID] = ref("participation")
    night: Mapped[date]
    offer_id: Mapped[UUID] = ref("host_offer")
    bed_id: Mapped[UUID | None] = ref("bed", null=True)
    by_hand: Mapped[bool] = mapped_column(default=False)
    locked: Mapped[bool] = mapped_column(default=False)
    override_reason: Mapped[str] = mapped_column(default="")
    moved_for: Mapped[MovedFor | None] = code(MovedFor, null=True)
