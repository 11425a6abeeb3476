# SPDX-License-Identifier: GPL-3.0-or-later
"""Links between towns anywhere, and what others count: statistics, not our own twinnings (S21, REQ-1-15).

A directory has tens of thousands of towns nobody here ever visits, so a town is its names and its country in
the row; it points to a territory only where that is known already.
"""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_twinning import PartnershipStatus, PartnershipType
from hospes.domain.values import RoughDate
from hospes.store.base import Row, code, json_column, ref


class DirectoryLink(Row):
    """One link between two places, as a public list has it."""

    __tablename__ = "directory_link"
    natural = ("pair", "type")

    pair: Mapped[str]
    """The same for the same two places, from whichever side a list looks at them."""
    type: Mapped[PartnershipType] = code(PartnershipType, default=PartnershipType.TWINNING)
    status: Mapped[PartnershipStatus] = code(PartnershipStatus, default=PartnershipStatus.ACTIVE)
    a_name: Mapped[str]
    a_addition: Mapped[str] = mapped_column(default="")
    """What stands in brackets behind the name: a river, a county."""
    a_written: Mapped[str] = mapped_column(default="")
    """The cell as the list has it, where that differs from the name."""
    a_key: Mapped[str]
    """The name folded: for finding."""
    a_region: Mapped[str] = mapped_column(default="")
    a_country: Mapped[str] = mapped_column(default="")
    a_territory_id: Mapped[UUID | None] = ref("territory", null=True)
    b_name: Mapped[str]
    b_addition: Mapped[str] = mapped_column(default="")
    b_written: Mapped[str] = mapped_column(default="")
    b_key: Mapped[str]
    b_region: Mapped[str] = mapped_column(default="")
    b_country: Mapped[str] = mapped_column(default="")
    b_territory_id: Mapped[UUID | None] = ref("territory", null=True)
    since: Mapped[RoughDate | None]
    until: Mapped[RoughDate | None]
    both_sides: Mapped[bool] = mapped_column(default=False)
    """The list had it from both towns; it is one link all the same."""
    source: Mapped[str] = mapped_column(default="")
    as_of: Mapped[date | None]


class TwinningStatistic(Row):
    """A number somebody states. `code` is that of a shipped row it stands for, or one of its own."""

    __tablename__ = "twinning_statistic"
    natural = ("code",)

    code: Mapped[str]
    a_country: Mapped[str] = mapped_column(default="")
    a_region: Mapped[str] = mapped_column(default="")
    b_country: Mapped[str] = mapped_column(default="")
    """Empty on both sides: with the whole world."""
    b_region: Mapped[str] = mapped_column(default="")
    count: Mapped[int]
    as_of: Mapped[RoughDate | None]
    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    hidden: Mapped[bool] = mapped_column(default=False)
    """A shipped row this association does not want to see."""


class NetworkFigures(Row):
    """The anonymous yearly figures of one association, as a network office got them (REQ-1-11).

    `sender` is a number that says nothing about who sent them; it only makes a newer file of the same
    association and year take the place of the older.
    """

    __tablename__ = "network_figures"
    natural = ("sender", "year")

    sender: Mapped[str]
    year: Mapped[int]
    country: Mapped[str] = mapped_column(default="")
    region: Mapped[str] = mapped_column(default="")
    size: Mapped[str] = mapped_column(default="")
    """Class of size by members: `-50`, `51-100` ..."""
    made_on: Mapped[date | None]
    least: Mapped[int] = mapped_column(default=0)
    """Numbers below it were left out by whoever made the file."""
    figures: Mapped[Any] = json_column()
