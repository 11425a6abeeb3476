# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits: any number of delegations, who takes part, and the programme (decision 11).

Which way people travel and who is "ours" is derived from the delegations. Beds stand in `stays`.
"""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_visit import (
    Audience,
    DelegationRole,
    GroupRule,
    Meal,
    OrganiserInLaw,
    ParticipationKind,
    ParticipationState,
    TargetGroup,
    TravelMode,
    VisitKind,
    VisitState,
)
from hospes.store.base import Row, code, exactly_one, ref


class Visit(Row):
    """An exchange visit, from idea to report."""

    __tablename__ = "visit"

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[VisitKind] = code(VisitKind, default=VisitKind.EXCHANGE)
    state: Mapped[VisitState] = code(VisitState, default=VisitState.IDEA)
    first: Mapped[date | None]
    last: Mapped[date | None]
    territory_id: Mapped[UUID | None] = ref("territory", null=True)
    zone: Mapped[str] = mapped_column(default="")
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    model_id: Mapped[UUID | None] = ref("visit", null=True)
    """The visit this one was copied from."""
    expected_guests: Mapped[int | None]
    places: Mapped[int | None]
    """How many can come along; a draw of places begins above it."""
    registration_until: Mapped[date | None]
    organiser_in_law: Mapped[OrganiserInLaw | None] = code(OrganiserInLaw, null=True)
    members_only: Mapped[bool | None]
    insolvency_no: Mapped[str] = mapped_column(default="")
    """Of the certificate that package-travel law may ask for; a hint, no verdict (REQ-2-11)."""
    binned_at: Mapped[date | None]


class VisitText(Row):
    """Title and texts in one language: what it is for, and what the report says afterwards."""

    __tablename__ = "visit_text"
    __table_args__ = (UniqueConstraint("visit_id", "language"),)
    natural = ("visit_id", "language")

    visit_id: Mapped[UUID] = ref("visit")
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    aims: Mapped[str] = mapped_column(default="")
    objectives: Mapped[str] = mapped_column(default="")
    groups: Mapped[str] = mapped_column(default="")
    activities: Mapped[str] = mapped_column(default="")
    results: Mapped[str] = mapped_column(default="")
    evaluation: Mapped[str] = mapped_column(default="")
    follow_up: Mapped[str] = mapped_column(default="")
    terms: Mapped[str] = mapped_column(default="")
    """Conditions of taking part: price, withdrawal, insurance."""


class VisitDuty(Row):
    """Somebody in charge of something at a visit: hosts, money, the bus."""

    __tablename__ = "visit_duty"
    subjects = ("person_id",)
    natural = ("visit_id", "person_id")

    visit_id: Mapped[UUID] = ref("visit")
    person_id: Mapped[UUID] = ref("person")
    words: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class VisitTargetGroup(Row):
    """Whom the visit is for."""

    __tablename__ = "visit_target_group"
    natural = ("visit_id", "target_group")

    visit_id: Mapped[UUID] = ref("visit")
    target_group: Mapped[TargetGroup] = code(TargetGroup)


class Delegation(Row):
    """People of one town or organisation at a visit (REQ-1-12)."""

    __tablename__ = "delegation"
    __table_args__ = (exactly_one("territory_id", "organisation_id"),)
    subjects = ("coordinator_id",)
    mentions = ("coordinator_id",)

    visit_id: Mapped[UUID] = ref("visit")
    territory_id: Mapped[UUID | None] = ref("territory", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    role: Mapped[DelegationRole] = code(DelegationRole)
    language: Mapped[str] = mapped_column(default="")
    coordinator_id: Mapped[UUID | None] = ref("person", null=True)
    arrival_on: Mapped[date | None]
    arrival_at: Mapped[time | None]
    arrival_words: Mapped[str] = mapped_column(default="")
    departure_on: Mapped[date | None]
    departure_at: Mapped[time | None]
    departure_words: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class TravelGroup(Row):
    """People to be lodged together, and how near."""

    __tablename__ = "travel_group"

    visit_id: Mapped[UUID] = ref("visit")
    name: Mapped[str] = mapped_column(default="")
    rule: Mapped[GroupRule] = code(GroupRule, default=GroupRule.SAME_HOUSE)


class Participation(Row):
    """A person in a visit."""

    __tablename__ = "participation"
    __table_args__ = (UniqueConstraint("visit_id", "person_id"),)
    subjects = ("person_id",)
    natural = ("visit_id", "person_id")

    visit_id: Mapped[UUID] = ref("visit")
    delegation_id: Mapped[UUID | None] = ref("delegation", null=True)
    person_id: Mapped[UUID] = ref("person")
    kind: Mapped[ParticipationKind] = code(ParticipationKind, default=ParticipationKind.GUEST)
    state: Mapped[ParticipationState] = code(ParticipationState, default=ParticipationState.INTERESTED)
    interested_at: Mapped[datetime | None]
    """When somebody said they would like to come."""
    registered_at: Mapped[datetime | None]
    """When they registered for good."""
    waiting_rank: Mapped[int | None]
    """Place on the waiting list, from 1."""
    cancelled_on: Mapped[date | None]
    arrival_on: Mapped[date | None]
    arrival_at: Mapped[time | None]
    arrival_by: Mapped[TravelMode | None] = code(TravelMode, null=True)
    arrival_place: Mapped[str] = mapped_column(default="")
    """Where they are picked up or get off, if it is not with their delegation."""
    departure_on: Mapped[date | None]
    departure_at: Mapped[time | None]
    departure_by: Mapped[TravelMode | None] = code(TravelMode, null=True)
    departure_place: Mapped[str] = mapped_column(default="")
    travel_group_id: Mapped[UUID | None] = ref("travel_group", null=True)
    role: Mapped[str] = mapped_column(default="")
    first_visit: Mapped[bool | None]
    target_group: Mapped[TargetGroup | None] = code(TargetGroup, null=True)
    trade: Mapped[str] = mapped_column(default="")
    """Of an apprentice: the trade, the company and the school."""
    company: Mapped[str] = mapped_column(default="")
    school: Mapped[str] = mapped_column(default="")


class ProgrammeItem(Row):
    """Something that happens: local date and time of the place, or words (decision 8)."""

    __tablename__ = "programme_item"
    subjects = ("contact_id",)
    mentions = ("contact_id",)

    visit_id: Mapped[UUID] = ref("visit")
    on: Mapped[date]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    time_words: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    audience: Mapped[Audience] = code(Audience, default=Audience.ALL)
    meal: Mapped[Meal] = code(Meal, default=Meal.NONE)
    seats: Mapped[int | None]
    contact_id: Mapped[UUID | None] = ref("person", null=True)
    venue_id: Mapped[UUID | None] = ref("venue", null=True)
    """The house where it is, if what somebody finds there is written down; its words stand in the texts."""
    position: Mapped[int] = mapped_column(default=0)


class ProgrammeItemText(Row):
    """What happens and where, in one language."""

    __tablename__ = "programme_item_text"
    __table_args__ = (UniqueConstraint("programme_item_id", "language"),)
    natural = ("programme_item_id", "language")

    programme_item_id: Mapped[UUID] = ref("programme_item")
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    details: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    meeting_point: Mapped[str] = mapped_column(default="")


class ProgrammeAudience(Row):
    """A delegation or a person a programme item is for, where it is not for everyone."""

    __tablename__ = "programme_audience"
    __table_args__ = (exactly_one("delegation_id", "person_id"),)
    subjects = ("person_id",)
    natural = ("programme_item_id", "delegation_id", "person_id")

    programme_item_id: Mapped[UUID] = ref("programme_item")
    delegation_id: Mapped[UUID | None] = ref("delegation", null=True)
    person_id: Mapped[UUID | None] = ref("person", null=True)
