# SPDX-License-Identifier: GPL-3.0-or-later
"""Sums of a visit's budget, and what each person owes (REQ-3-07, 3-08).

Amounts are whole minor units. Another currency is worth what somebody entered for it on a day; without a
rate an amount is shown and left out of the sums, and that is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID

from hospes.domain.codes_money import BudgetCategory, BudgetSide, PriceClass
from hospes.domain.codes_visit import ParticipationKind
from hospes.domain.errors import FieldProblem
from hospes.domain.grants import half_up
from hospes.domain.values import Money

PAYING = frozenset({ParticipationKind.GUEST, ParticipationKind.LEADER, ParticipationKind.COMPANION})
"""Who pays a share unless somebody says otherwise; officials, interpreters and drivers do not."""

LARGEST_RATE = Decimal(100_000)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a line, in its own currency, with the rate it was entered with."""

    side: BudgetSide
    category: BudgetCategory
    planned: int | None
    real: int | None
    currency: str
    rate: str = ""
    in_kind: bool = False


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of one column in the association's currency."""

    costs: int = 0
    income: int = 0
    in_kind_costs: int = 0
    in_kind_income: int = 0
    left_out: int = 0
    """Lines in a currency without a rate."""

    @property
    def balance(self) -> int:
        """What is over (positive) or missing (negative), in money."""
        return self.income - self.costs

    @property
    def even(self) -> bool:
        """As much comes in as goes out, worth given in kind included (REQ-3-07)."""
        return self.costs + self.in_kind_costs == self.income + self.in_kind_income


def in_base(minor: int, currency: str, rate: str, base: str) -> int | None:
    """An amount in the association's currency; None without a rate."""
    if currency == base:
        return minor
    known = rate_of(rate)
    return None if known is None else half_up(minor * known)


def rate_of(text: str) -> Decimal | None:
    """A stored rate as a number; None for none."""
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None


def read_rate(typed: str) -> str:
    """A typed rate as decimal text: how much one unit is worth. Empty stays empty.

    Raises FieldProblem where it is no number that can be a rate.
    """
    text = typed.strip().replace(" ", "").replace("\u202f", "").replace(",", ".")
    if not text:
        return ""
    known = rate_of(text)
    if known is None or not known.is_finite() or not 0 < known <= LARGEST_RATE:
        raise FieldProblem(
            "rate", "“{typed}” is no exchange rate. A rate looks like 0.2345.", typed=typed[:20]
        )
    return f"{known:f}"


def sums(amounts: Iterable[Amount], base: str, *, real: bool = False) -> Sums:
    """The sums of planned or of real amounts."""
    costs = income = kind_costs = kind_income = left_out = 0
    for one in amounts:
        minor = one.real if real else one.planned
        if minor is None:
            continue
        value = in_base(minor, one.currency, one.rate, base)
        if value is None:
            left_out += 1
        elif one.side is BudgetSide.COST:
            costs, kind_costs = (costs, kind_costs + value) if one.in_kind else (costs + value, kind_costs)
        else:
            income, kind_income = (
                (income, kind_income + value) if one.in_kind else (income + value, kind_income)
            )
    return Sums(costs, income, kind_costs, kind_income, left_out)


# ---- shares ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Price:
    """What a class of people pays."""

    key: object
    price_class: PriceClass
    amount: Money
    deposit: Money
    deposit_due: date | None = None
    rest_due: date | None = None
    age_from: int | None = None
    age_to: int | None = None
    delegation: object = None


def price_for(
    prices: Sequence[Price], kind: ParticipationKind, age: int | None, delegation: object
) -> Price | None:
    """The price somebody pays unless it is set by hand: by delegation, by being a companion, by age."""
    if kind not in PAYING:
        return None
    open_ = [one for one in prices if one.delegation is None or one.delegation == delegation]
    if kind is ParticipationKind.COMPANION:
        for one in open_:
            if one.price_class is PriceClass.COMPANION:
                return one
    by_age = [one for one in open_ if one.price_class in (PriceClass.YOUTH, PriceClass.CHILD)]
    if age is not None:
        for one in sorted(by_age, key=lambda price: price.age_to if price.age_to is not None else 200):
            if (one.age_from is None or age >= one.age_from) and (
                one.age_to is not None and age <= one.age_to
            ):
                return one
    return next((one for one in open_ if one.price_class is PriceClass.ADULT), None)


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """Money somebody paid or got back."""

    id: UUID
    on: date
    amount: Money
    text: str


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody owes and has paid for a visit."""

    owed: Money
    paid: Money
    deposit: Money
    deposit_due: date | None = None
    rest_due: date | None = None

    @property
    def open(self) -> Money:
        """What is still to pay; negative is to be given back."""
        return self.owed - self.paid

    @property
    def deposit_open(self) -> Money:
        """What of the deposit is still to pay."""
        left = min(self.deposit, self.owed) - self.paid
        return left if left.minor > 0 else Money(0, self.owed.currency)

    def late(self, today: date) -> bool:
        """Something should have been paid by now."""
        if self.open.minor <= 0:
            return False
        if self.rest_due is not None and self.rest_due < today:
            return True
        return bool(self.deposit_open) and self.deposit_due is not None and self.deposit_due < today
