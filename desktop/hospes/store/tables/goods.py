# SPDX-License-Identifier: GPL-3.0-or-later
"""Goods of an aid transport, as its packing list and the customs need them (S12)."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.goods import GoodsUnit
from hospes.store.base import Row, code, ref


class Goods(Row):
    """One kind of goods on a visit: how many, how heavy, worth what, from whom, in which box, who took it.

    Weight and worth are those of the whole line, not of a piece.
    """

    __tablename__ = "goods"
    __table_args__ = (
        CheckConstraint("number > 0 AND (grams IS NULL OR grams > 0)", name="goods_positive"),
        CheckConstraint("value_minor IS NULL OR value_minor >= 0", name="goods_worth"),
    )

    visit_id: Mapped[UUID] = ref("visit")
    what: Mapped[str]
    what_there: Mapped[str] = mapped_column(default="")
    """The same in the language of those who receive it: their customs read this."""
    tariff: Mapped[str] = mapped_column(default="")
    """Number of the customs tariff, where it is asked for."""
    number: Mapped[int] = mapped_column(default=1)
    unit: Mapped[GoodsUnit] = code(GoodsUnit, default=GoodsUnit.PIECE)
    grams: Mapped[int | None]
    value_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="EUR")
    giver: Mapped[str] = mapped_column(default="")
    package: Mapped[str] = mapped_column(default="")
    """The box or pallet: "pallet 3"."""
    received_on: Mapped[date | None]
    received_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
