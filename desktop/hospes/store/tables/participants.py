# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to people at a visit beside their registration: papers seen, days present, draws of places."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_visit import CheckKind, DrawResult, LeaderCheckKind, PresenceState
from hospes.store.base import Row, code, json_column, ref


class VisitCheck(Row):
    """A paper that was seen or a thing that was agreed, for one person at one visit; never a copy (REQ-4-05).

    `answer` is yes or no where the paper leaves a choice (may swim); NULL where seeing it is all.
    """

    __tablename__ = "visit_check"
    __table_args__ = (UniqueConstraint("participation_id", "kind"),)
    natural = ("participation_id", "kind")

    participation_id: Mapped[UUID] = ref("participation")
    kind: Mapped[CheckKind] = code(CheckKind)
    answer: Mapped[bool | None]
    seen_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    initials: Mapped[str] = mapped_column(default="")


class LeaderCheck(Row):
    """A paper of somebody who looks after minors: when it was seen and when the next is due (REQ-4-06)."""

    __tablename__ = "leader_check"
    __table_args__ = (UniqueConstraint("person_id", "kind"),)
    subjects = ("person_id",)
    natural = ("person_id", "kind")

    person_id: Mapped[UUID] = ref("person")
    kind: Mapped[LeaderCheckKind] = code(LeaderCheckKind)
    seen_on: Mapped[date]
    valid_until: Mapped[date | None]
    initials: Mapped[str] = mapped_column(default="")


class Presence(Row):
    """Whether somebody was there on a day of the visit, as ticked at the roll call."""

    __tablename__ = "presence"
    __table_args__ = (UniqueConstraint("participation_id", "day"),)
    natural = ("participation_id", "day")

    participation_id: Mapped[UUID] = ref("participation")
    day: Mapped[date]
    state: Mapped[PresenceState] = code(PresenceState, default=PresenceState.HERE)


class PlaceDraw(Row):
    """A draw of places: the rules as they were, the seed, and when (REQ-2-03). Its tickets stand beside."""

    __tablename__ = "place_draw"

    visit_id: Mapped[UUID] = ref("visit")
    drawn_at: Mapped[datetime]
    drawn_by: Mapped[str] = mapped_column(default="")
    seed: Mapped[str]
    places: Mapped[int]
    rules: Mapped[list[dict[str, Any]]] = json_column()
    """The classes in their order with their reserved places, as `domain.draw` reads them."""


class DrawTicket(Row):
    """One person in a draw: registration number, party, class, and what came out."""

    __tablename__ = "draw_ticket"
    __table_args__ = (UniqueConstraint("draw_id", "number"),)
    subjects = ("person_id",)
    natural = ("draw_id", "number")

    draw_id: Mapped[UUID] = ref("place_draw")
    number: Mapped[int]
    """Registration number: the place in the order of registration."""
    person_id: Mapped[UUID] = ref("person")
    participation_id: Mapped[UUID | None] = ref("participation", null=True)
    party: Mapped[int]
    """Smallest registration number of the party."""
    classes: Mapped[str]
    """All classes the person was in, with `;` between them."""
    lot: Mapped[str] = mapped_column(default="")
    """First digits of the lot that ordered the party, for who checks the record."""
    rank: Mapped[int]
    result: Mapped[DrawResult] = code(DrawResult)
