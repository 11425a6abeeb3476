# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers of a visit that were printed, as far as a later one must say what has changed since."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from hospes.store.base import Row, json_column, ref


class PrintedPaper(Row):
    """One version of a paper of a visit. `lines` are ids, days and titles of the programme; never a name."""

    __tablename__ = "printed_paper"
    __table_args__ = (UniqueConstraint("visit_id", "paper", "number"),)
    natural = ("visit_id", "paper", "number")

    visit_id: Mapped[UUID] = ref("visit")
    paper: Mapped[str]
    number: Mapped[int]
    printed_at: Mapped[datetime]
    lines: Mapped[Any] = json_column()
