# SPDX-License-Identifier: GPL-3.0-or-later
"""What the report of a year tells beside visits: who came to events, trainings, feedback (domain 4.8)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func

from hospes.domain.codes import Attendance
from hospes.domain.feedback import Level
from hospes.i18n.locale import Locale
from hospes.queries.feedback import feedback_rows
from hospes.queries.scope import among
from hospes.queries.trainings import training_rows
from hospes.store.selections import pick
from hospes.store.tables.events import Event, EventPerson


@dataclass(frozen=True, slots=True)
class Trained:
    """A training of the year, with how many of us attended; names stay with the committee."""

    first: date
    last: date
    topic: str
    provider: str
    people: int


@dataclass(frozen=True, slots=True)
class Told:
    """Feedback that went to a higher level in the year."""

    on: date
    topic: str
    level: Level
    answered: bool


def came_to(connection: Connection, events: Collection[UUID]) -> dict[UUID, int]:
    """How many came to events: as counted or guessed, else those who are on the list as present."""
    e, p = Event, EventPerson
    listed = (
        pick(p.event_id, func.count())
        .where(among(p.event_id, events), p.attendance == Attendance.PRESENT)
        .group_by(p.event_id)
    )
    found = {row[0]: row[1] for row in connection.execute(listed)}
    counted = pick(e.id, e.visitors).where(among(e.id, events), e.visitors.is_not(None))
    return found | {row[0]: row[1] for row in connection.execute(counted)}


def trainings_in(connection: Connection, year: int, today: date, locale: Locale) -> tuple[Trained, ...]:
    """What somebody of us attended in a year, by day."""
    found = [
        Trained(one.first, one.last or one.first, one.topic, one.provider, len(one.people))
        for one in training_rows(connection, locale)
        if one.first is not None and one.first.year == year and one.first <= today and one.people
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.topic)))


def feedback_in(connection: Connection, year: int, locale: Locale) -> tuple[Told, ...]:
    """What was sent to towns, regions, states and the Union in a year."""
    found = [
        Told(one.sent_on, one.topic, one.level, bool(one.answer))
        for one in feedback_rows(connection, locale)
        if one.sent_on is not None and one.sent_on.year == year
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.topic)))
