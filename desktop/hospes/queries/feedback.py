# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback to those above: the items with what they are called to and where they were collected."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.feedback import FeedbackState, Level, overdue, state_of
from hospes.i18n.locale import Locale
from hospes.queries.names import names
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.feedback import Feedback
from hospes.store.tables.organisations import Organisation


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """One item."""

    id: UUID
    topic: str
    observation: str
    proposal: str
    level: Level
    organisation_id: UUID | None
    organisation: str
    visit_id: UUID | None
    event_id: UUID | None
    source: str
    """Title of the visit or the meeting it was collected at."""
    collected_on: date | None
    sent_on: date | None
    answer: str
    answered_on: date | None

    @property
    def state(self) -> FeedbackState:
        """How far it is."""
        return state_of(self.sent_on, self.answered_on, self.answer)

    def overdue(self, today: date) -> bool:
        """Whether an answer is missing for so long that somebody should ask."""
        return overdue(self.sent_on, self.state, today)


def feedback_rows(
    connection: Connection, locale: Locale, ids: Collection[UUID] | None = None
) -> tuple[FeedbackRow, ...]:
    """The items: what is not sent first, then the latest first."""
    f = Feedback
    query = pick(
        f.id, f.topic, f.observation, f.proposal, f.level, f.organisation_id, f.visit_id, f.event_id,
        f.collected_on, f.sent_on, f.answer, f.answered_on,
    ).where(owned(connection, f.owner_id))  # fmt: skip
    rows = [row for row in connection.execute(query) if ids is None or row.id in ids]
    named = {row[0]: row[1] for row in connection.execute(select(Organisation.id, Organisation.name))}
    places = [key for row in rows for key in (row.visit_id, row.event_id) if key is not None]
    called = names(connection, places, locale.language, ("visit", "event"))
    titles = {key: one.text for key, one in called.items()}
    found = [
        FeedbackRow(
            row.id, row.topic, row.observation, row.proposal, row.level, row.organisation_id,
            named.get(row.organisation_id, ""), row.visit_id, row.event_id,
            titles.get(row.visit_id) or titles.get(row.event_id, ""),
            row.collected_on, row.sent_on, row.answer, row.answered_on,
        )
        for row in rows
    ]  # fmt: skip
    latest = date.min
    found.sort(key=lambda one: (one.sent_on or one.collected_on or latest, one.id), reverse=True)
    return tuple(sorted(found, key=lambda one: one.state is not FeedbackState.NEW))


def unanswered(connection: Connection, today: date) -> list[tuple[UUID, date, str]]:
    """Items that wait so long for an answer that somebody should ask: id, day of sending, topic."""
    f = Feedback
    query = pick(f.id, f.sent_on, f.topic, f.answered_on, f.answer).where(
        owned(connection, f.owner_id), f.sent_on.is_not(None)
    )
    return [
        (ref, sent, topic)
        for ref, sent, topic, answered, answer in connection.execute(query.order_by(f.sent_on, f.id))
        if overdue(sent, state_of(sent, answered, answer), today)
    ]
