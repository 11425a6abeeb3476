# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to the file and not to the machine: the association's settings, kept lists (decision 14)."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hospes.store.base import Row, json_column, ref


class Setting(Row):
    """One setting. Keys are dotted (`paper.member-list.options`, `file.frozen_day`); values are JSON."""

    __tablename__ = "setting"
    natural = ("owner_id", "key")

    owner_id: Mapped[UUID | None] = ref("organisation", null=True)
    key: Mapped[str]
    value: Mapped[Any] = json_column(null=True)


class KeptList(Row):
    """A filter somebody kept under a name, with its columns and order."""

    __tablename__ = "kept_list"

    owner_id: Mapped[UUID | None] = ref("organisation", null=True)
    place: Mapped[str]
    name: Mapped[str]
    filter: Mapped[str] = mapped_column(default="")
    """The grammar of kept filters: words and `field:value` (decision 38)."""
    columns: Mapped[str] = mapped_column(default="")
    order: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
