# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal's tables: steps, their changes, whom they concern, and secret old values (decision 15).

Rows are only ever added, but for two things: `undone_by` of a step, and secrets, which expire.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hospes.store.base import Base, json_column
from hospes.store.types import UuidText


class Step(Base):
    """One act of a person: an action's code and references, never words or names."""

    __tablename__ = "step"
    __table_args__ = (Index("ix_step_order", "order"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    order: Mapped[int]
    """Order of steps in this file; never the clock (decision 8)."""
    at: Mapped[datetime]
    editor: Mapped[str]
    device: Mapped[str]
    code: Mapped[str]
    refs: Mapped[Any] = json_column()
    undoes: Mapped[UUID | None] = mapped_column(
        UuidText, ForeignKey("step.id", deferrable=True, initially="DEFERRED")
    )
    undone_by: Mapped[UUID | None] = mapped_column(
        UuidText, ForeignKey("step.id", deferrable=True, initially="DEFERRED")
    )
    brought_by: Mapped[UUID | None] = mapped_column(
        UuidText, ForeignKey("step.id", deferrable=True, initially="DEFERRED")
    )
    """The step that brought this one from another laptop. Such a step says who did it and when; what it did
    here is in the changes of the step that brought it, so Undo passes it over.
    """


class Change(Base):
    """What a step did to one row: `{field: [before, after]}`; an insert stores no values."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_row", "row_id"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    step_id: Mapped[UUID] = mapped_column(
        UuidText, ForeignKey("step.id", deferrable=True, initially="DEFERRED"), index=True
    )
    table_name: Mapped[str]
    row_id: Mapped[UUID]
    kind: Mapped[str]
    """`insert`, `update`, `delete`"""
    fields: Mapped[Any] = json_column()


class ChangeSubject(Base):
    """A person a change is about."""

    __tablename__ = "change_subject"

    person_id: Mapped[UUID] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(
        ForeignKey("change.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )


class ChangeSecret(Base):
    """Old and new values of sensitive columns, apart, so that they can expire."""

    __tablename__ = "change_secret"

    change_id: Mapped[int] = mapped_column(
        ForeignKey("change.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    fields: Mapped[Any] = json_column()
    expires_on: Mapped[date | None]
