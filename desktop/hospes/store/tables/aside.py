# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables beside the records: search entries, drafts, unusable input, accepted doubts, facts of the file.

They are neither journalled nor merged nor exported, and are covered by erasure and extract (decisions 13 and
23).
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.store.base import Base, json_column


class FileFact(Base):
    """A fact of the file itself: `file_id`, `schema`, `device`, `last_step_order`."""

    __tablename__ = "file_fact"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class SearchEntry(Base):
    """Folded text of one record; the full-text index stands over it. Rebuilt, never journalled."""

    __tablename__ = "search_entry"
    __table_args__ = (UniqueConstraint("kind", "ref"), Index("ix_search_entry_key", "kind", "key"))

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    kind: Mapped[str]
    ref: Mapped[UUID]
    key: Mapped[str]
    """The folded name as it is listed ("nowak barbara"); one letter is looked up as a range of it."""
    text: Mapped[str]
    """All words to be found by, folded, parted by blanks."""


class Draft(Base):
    """A form or a field somebody has not finished; comes back after a crash."""

    __tablename__ = "draft"

    key: Mapped[str] = mapped_column(primary_key=True)
    """What it is a draft of: `new-member`, `person:<id>:note`."""
    saved_at: Mapped[datetime]
    content: Mapped[Any] = json_column()
    person_id: Mapped[UUID | None]


class UnusableInput(Base):
    """What was typed into a field and cannot be used; the stored value stays valid beside it (design 6.3)."""

    __tablename__ = "unusable_input"

    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    table_name: Mapped[str]
    typed: Mapped[str]
    reason: Mapped[str]
    saved_at: Mapped[datetime]
    person_id: Mapped[UUID | None]


class AcceptedDoubt(Base):
    """A doubtful value somebody confirmed as right."""

    __tablename__ = "accepted_doubt"

    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None]
