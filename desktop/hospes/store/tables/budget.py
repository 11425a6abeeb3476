# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit's budget, planned and real, and what each person pays (REQ-3-07, 3-08).

A line in another currency keeps the rate it was entered with and its day; the rate is decimal text: how much
of the association's currency one unit is worth (decision 2). What people paid are rows of `payment`.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_money import BudgetCategory, BudgetSide, PriceClass
from hospes.store.base import Row, code, exactly_one, ref


class BudgetLine(Row):
    """A cost or an income of a visit."""

    __tablename__ = "budget_line"

    visit_id: Mapped[UUID] = ref("visit")
    side: Mapped[BudgetSide] = code(BudgetSide, default=BudgetSide.COST)
    category: Mapped[BudgetCategory] = code(BudgetCategory, default=BudgetCategory.OTHER_COST)
    text: Mapped[str] = mapped_column(default="")
    planned_minor: Mapped[int | None]
    real_minor: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="EUR")
    rate: Mapped[str] = mapped_column(default="")
    rate_on: Mapped[date | None]
    in_kind: Mapped[bool] = mapped_column(default=False)
    """Worth something and paid by nobody: a room lent, hours given. Counted on both sides, never as cash."""
    paid_on: Mapped[date | None]
    payee: Mapped[str] = mapped_column(default="")
    voucher: Mapped[str] = mapped_column(default="")
    document_id: Mapped[UUID | None] = ref("document", null=True)
    remarks: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class BudgetEligibility(Row):
    """Whether a funder accepts a cost, and how much of it where not all."""

    __tablename__ = "budget_eligibility"
    natural = ("line_id", "grant_id")

    line_id: Mapped[UUID] = ref("budget_line")
    grant_id: Mapped[UUID] = ref("visit_grant")
    accepted: Mapped[bool] = mapped_column(default=True)
    minor: Mapped[int | None]
    """The accepted part in the line's currency; nothing means all of it."""


class VisitPrice(Row):
    """What taking part costs for a class of people, with the part to be paid beforehand."""

    __tablename__ = "visit_price"
    __table_args__ = (CheckConstraint("minor >= 0 AND deposit_minor >= 0", name="minor_not_negative"),)

    visit_id: Mapped[UUID] = ref("visit")
    price_class: Mapped[PriceClass] = code(PriceClass, default=PriceClass.ADULT)
    name: Mapped[str] = mapped_column(default="")
    minor: Mapped[int] = mapped_column(default=0)
    currency: Mapped[str] = mapped_column(default="EUR")
    deposit_minor: Mapped[int] = mapped_column(default=0)
    deposit_due: Mapped[date | None]
    rest_due: Mapped[date | None]
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    delegation_id: Mapped[UUID | None] = ref("delegation", null=True)
    """Whose people pay it; nothing means everybody who travels."""
    position: Mapped[int] = mapped_column(default=0)


class VisitShare(Row):
    """What one person pays, where it is not what the age says."""

    __tablename__ = "visit_share"
    __table_args__ = (UniqueConstraint("participation_id"),)
    natural = ("participation_id",)

    participation_id: Mapped[UUID] = ref("participation")
    price_id: Mapped[UUID | None] = ref("visit_price", null=True)
    minor: Mapped[int | None]
    """An amount of its own: a fee after cancelling, a room alone."""
    currency: Mapped[str] = mapped_column(default="EUR")
    remarks: Mapped[str] = mapped_column(default="")


class VisitBearer(Row):
    """A part of the costs borne by somebody who is not on the visit's list.

    A host household, the association itself, the partner association, a town. What they paid are rows of
    `payment` of the same visit and the same payer.
    """

    __tablename__ = "visit_bearer"
    __table_args__ = (
        exactly_one("household_id", "organisation_id"),
        CheckConstraint("minor >= 0", name="minor_not_negative"),
    )
    natural = ("visit_id", "household_id", "organisation_id")

    visit_id: Mapped[UUID] = ref("visit")
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    minor: Mapped[int] = mapped_column(default=0)
    currency: Mapped[str] = mapped_column(default="EUR")
    rate: Mapped[str] = mapped_column(default="")
    rate_on: Mapped[date | None]
    shared: Mapped[bool] = mapped_column(default=False)
    """The amount came from sharing the costs, and sharing them again may change it."""
    remarks: Mapped[str] = mapped_column(default="")
