# SPDX-License-Identifier: GPL-3.0-or-later
"""Which countries matter most in which year (S11)."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.store.base import Row, ref


class CountryPriority(Row):
    """A country or a group of countries that matters most in a year."""

    __tablename__ = "country_priority"
    __table_args__ = (UniqueConstraint("owner_id", "year", "place"),)
    natural = ("owner_id", "year", "place")

    owner_id: Mapped[UUID] = ref("organisation")
    year: Mapped[int]
    place: Mapped[str]
    """Two letters of a country, or the code of a `CountryGroup`."""
    note: Mapped[str] = mapped_column(default="")
    """Why, or whose priority it is."""
