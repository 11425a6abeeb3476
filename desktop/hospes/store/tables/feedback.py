# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback to town, region, state, EU and networks, with what they answered (S33, REQ-1-20)."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.feedback import Level
from hospes.store.base import Row, code, ref


class Feedback(Row):
    """One item: what was seen, what is proposed, to whom; sent and answered once the days stand."""

    __tablename__ = "feedback"

    owner_id: Mapped[UUID] = ref("organisation")
    topic: Mapped[str]
    observation: Mapped[str] = mapped_column(default="")
    proposal: Mapped[str] = mapped_column(default="")
    level: Mapped[Level] = code(Level)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    """Whom exactly it goes to, where that is known."""
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    """The visit it was collected at."""
    event_id: Mapped[UUID | None] = ref("event", null=True)
    """The meeting it was collected at."""
    collected_on: Mapped[date | None]
    sent_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
