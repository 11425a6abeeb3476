# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours volunteers gave, for figures and certificates (S16, REQ-1-11)."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.volunteering import HoursKind
from hospes.store.base import Row, code, ref


class VolunteerHours(Row):
    """Time somebody gave on a day or over some days of one year."""

    __tablename__ = "volunteer_hours"
    __table_args__ = (CheckConstraint("minutes > 0", name="some"),)
    subjects = ("person_id",)

    owner_id: Mapped[UUID] = ref("organisation")
    person_id: Mapped[UUID] = ref("person")
    first: Mapped[date]
    last: Mapped[date | None]
    """The last day of several; none of a single day."""
    minutes: Mapped[int]
    kind: Mapped[HoursKind] = code(HoursKind)
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    event_id: Mapped[UUID | None] = ref("event", null=True)
    note: Mapped[str] = mapped_column(default="")
