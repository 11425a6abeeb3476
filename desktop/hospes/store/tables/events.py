# SPDX-License-Identifier: GPL-3.0-or-later
"""Meetings and other events, tasks, and documents kept in the file."""

from datetime import date, time
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import Attendance, DocumentKind, EventKind
from hospes.domain.codes_meeting import MotionKind
from hospes.store.base import Base, Row, blob_ref, code, ref


class Event(Row):
    """A committee meeting, the AGM, an evening."""

    __tablename__ = "event"
    subjects = ("chair_id", "keeper_id")
    mentions = ("chair_id", "keeper_id")

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[EventKind] = code(EventKind, default=EventKind.OTHER)
    on: Mapped[date]
    last: Mapped[date | None]
    """The last day of a festival or seminar; None where it is over on the day it begins."""
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    place: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="")
    uid: Mapped[str] = mapped_column(default="")
    """What another calendar calls it; empty for events of our own (iCalendar UID)."""
    visitors: Mapped[int | None]
    """How many came, counted or guessed, where nobody keeps a list: at a stand, a festival (REQ-1-05)."""
    planned_minor: Mapped[int | None]
    """What it may cost; `cost_minor` is what it did, `income_minor` what came in."""
    cost_minor: Mapped[int | None]
    income_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="EUR")
    chair_id: Mapped[UUID | None] = ref("person", null=True)
    """Who led the meeting."""
    keeper_id: Mapped[UUID | None] = ref("person", null=True)
    """Who took the minutes."""
    second_date: Mapped[bool] = mapped_column(default=False)
    """A general meeting that lacked its quorum and began again on the second date of the by-laws."""
    invited_on: Mapped[date | None]
    """When its invitations went out; None as long as nobody said so."""
    binned_at: Mapped[date | None]


class EventText(Row):
    """Title and texts of an event in one language."""

    __tablename__ = "event_text"
    __table_args__ = (UniqueConstraint("event_id", "language"),)
    natural = ("event_id", "language")

    event_id: Mapped[UUID] = ref("event")
    language: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    agenda: Mapped[str] = mapped_column(default="")
    minutes: Mapped[str] = mapped_column(default="")


class EventPerson(Row):
    """Somebody at an event."""

    __tablename__ = "event_person"
    subjects = ("person_id", "proxy_for_id", "proxy_holder_id")
    mentions = ("proxy_for_id", "proxy_holder_id")
    natural = ("event_id", "person_id")

    event_id: Mapped[UUID] = ref("event")
    person_id: Mapped[UUID] = ref("person")
    attendance: Mapped[Attendance] = code(Attendance, default=Attendance.INVITED)
    proxy_for_id: Mapped[UUID | None] = ref("person", null=True)
    proxy_holder_id: Mapped[UUID | None] = ref("person", null=True)
    """Who votes for this person; one holder may have several proxies, a giver has one holder."""


class EventMotion(Row):
    """What was put to the vote at a meeting, how the ballot went, and the number it has as a resolution."""

    __tablename__ = "event_motion"

    event_id: Mapped[UUID] = ref("event")
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[MotionKind] = code(MotionKind, default=MotionKind.ORDINARY)
    text: Mapped[str]
    yes: Mapped[int | None]
    no: Mapped[int | None]
    abstentions: Mapped[int | None]
    invalid: Mapped[int | None]
    number: Mapped[str] = mapped_column(default="")
    """In the register of resolutions; empty unless it was carried."""


class FreeDays(Row):
    """School holidays of a place, typed from the list of its ministry (decision 9)."""

    __tablename__ = "free_days"

    territory_id: Mapped[UUID] = ref("territory")
    name: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]


class Task(Row):
    """Something to do; its day may be counted from a visit or an event."""

    __tablename__ = "task"
    subjects = ("assignee_id", "person_id")

    owner_id: Mapped[UUID] = ref("organisation")
    title: Mapped[str]
    due_on: Mapped[date | None]
    days_from_start: Mapped[int | None]
    """Days after (negative: before) the first day of the visit or event."""
    done_on: Mapped[date | None]
    snoozed_to: Mapped[date | None]
    assignee_id: Mapped[UUID | None] = ref("person", null=True)
    person_id: Mapped[UUID | None] = ref("person", null=True)
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    event_id: Mapped[UUID | None] = ref("event", null=True)
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    project_id: Mapped[UUID | None] = ref("project", null=True)
    position: Mapped[int] = mapped_column(default=0)


class Blob(Base):
    """The bytes of a picture or document, once each. Not journalled: its key is its content (decision 10)."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    size: Mapped[int]
    data: Mapped[bytes]


class Document(Row):
    """A document kept in the file and what it belongs to."""

    __tablename__ = "document"
    subjects = ("person_id",)

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[DocumentKind] = code(DocumentKind, default=DocumentKind.OTHER)
    name: Mapped[str]
    on: Mapped[date | None]
    language: Mapped[str] = mapped_column(default="")
    blob_sha: Mapped[str | None] = blob_ref()
    confidential: Mapped[bool] = mapped_column(default=False)
    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    event_id: Mapped[UUID | None] = ref("event", null=True)
    binned_at: Mapped[date | None]
