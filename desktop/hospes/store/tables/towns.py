# SPDX-License-Identifier: GPL-3.0-or-later
"""Territories: towns, districts, regions, countries, with dated names and successors (REQ-1-16)."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_twinning import SuccessionKind, TerritoryKind
from hospes.store.base import Row, code, ref


class Territory(Row):
    """A town or a larger unit. Its `name` is the one it uses itself."""

    __tablename__ = "territory"

    name: Mapped[str]
    kind: Mapped[TerritoryKind] = code(TerritoryKind, default=TerritoryKind.TOWN)
    country: Mapped[str] = mapped_column(default="")
    subdivision: Mapped[str] = mapped_column(default="")
    """ISO 3166-2 part after the hyphen, for public holidays (decision 9)."""
    zone: Mapped[str] = mapped_column(default="")
    """IANA time zone (decision 8)."""
    parent_id: Mapped[UUID | None] = ref("territory", null=True)
    is_home: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class TerritoryName(Row):
    """A name in one language, perhaps only for some years."""

    __tablename__ = "territory_name"
    natural = ("territory_id", "language", "name")

    territory_id: Mapped[UUID] = ref("territory")
    language: Mapped[str]
    name: Mapped[str]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class TerritorySuccession(Row):
    """One territory became another."""

    __tablename__ = "territory_succession"
    natural = ("before_id", "after_id")

    before_id: Mapped[UUID] = ref("territory")
    after_id: Mapped[UUID] = ref("territory")
    kind: Mapped[SuccessionKind] = code(SuccessionKind)
    on: Mapped[date]
