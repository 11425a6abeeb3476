# SPDX-License-Identifier: GPL-3.0-or-later
"""What came from other laptops: which, up to where, and what somebody still has to decide (decision 26).

Both belong to this file alone and are never brought to another one.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hospes.store.base import Row, json_column


class OtherLaptop(Row):
    """A laptop whose file was brought in, and its last step that is in this file."""

    __tablename__ = "other_laptop"
    natural = ("device",)

    device: Mapped[str]
    editor: Mapped[str] = mapped_column(default="")
    last_step: Mapped[UUID]
    """A step of the journal; it may be erased there with whomever it was about."""
    brought_at: Mapped[datetime]


class MergeQuestion(Row):
    """Something both laptops changed and nobody has decided yet: ours stays, Today reminds.

    `mine` and `theirs` are the rows as they are if one or the other is right, in stored values:
    `[[table, id, {column: value} or null], ...]`.
    """

    __tablename__ = "merge_question"
    subjects = ("person_id",)
    sensitive = ("mine", "theirs")

    kind: Mapped[str]
    table_name: Mapped[str]
    row_id: Mapped[UUID]
    fields: Mapped[Any] = json_column()
    mine: Mapped[Any] = json_column()
    theirs: Mapped[Any] = json_column()
    mine_by: Mapped[str] = mapped_column(default="")
    mine_at: Mapped[datetime | None]
    theirs_by: Mapped[str] = mapped_column(default="")
    theirs_at: Mapped[datetime | None]
    device: Mapped[str] = mapped_column(default="")
    person_id: Mapped[UUID | None]
    """Whom it is about; no reference, so that it keeps nobody in the file."""
