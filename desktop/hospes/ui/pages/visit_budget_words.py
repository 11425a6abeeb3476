# SPDX-License-Identifier: GPL-3.0-or-later
"""Money of a visit in words, and fields for amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain import grants_words
from hospes.domain.budget import in_base
from hospes.domain.money import MoneyProblem, read_money
from hospes.domain.values import Money
from hospes.ui.widgets.fields import FINE, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hospes.domain.funding import Figure
    from hospes.domain.grants import Line
    from hospes.queries.budget import BudgetView, LineRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

CURRENCIES = (
    "EUR",
    "PLN",
    "GBP",
    "CHF",
    "CZK",
    "HUF",
    "UAH",
    "TRY",
    "USD",
    "DKK",
    "NOK",
    "SEK",
    "RON",
    "BGN",
)


def money_of(typed: str, currency: str) -> Money | None:
    """A typed amount; None for nothing. Raises MoneyProblem."""
    return read_money(typed, currency) if typed.strip() else None


def money_check(desk: Desk, currency: Callable[[], str]) -> Callable[[str], Verdict]:
    """Says what is wrong with a typed amount."""

    def check(typed: str) -> Verdict:
        try:
            money_of(typed, currency())
        except MoneyProblem as problem:
            return Verdict("bad", desk.words(problem))
        return FINE

    return check


def plain(desk: Desk, amount: Money | None) -> str:
    """An amount for a field; nothing where there is none."""
    return "" if amount is None else desk.locale.money(amount)


def balance_words(desk: Desk, view: BudgetView) -> tuple[str, Tone]:
    """How the budget stands: "€1,200 still missing"."""
    if view.missing:
        return desk.text("{amount} still missing", amount=view.missing), "warn"
    if not view.promised.costs:
        return desk.text("No costs planned yet"), "home"
    if view.over:
        return desk.text("{amount} more than needed", amount=view.over), "ok"
    return desk.text("All costs are covered"), "ok"


def both_amounts(desk: Desk, line: LineRow, base: str, *, real: bool = False) -> str:
    """An amount in another currency with the rate and what it comes to; nothing for the own currency."""
    amount = line.real_money() if real else line.planned_money()
    return "" if amount is None else worth_words(desk, amount, line.rate, line.rate_on, base)


def worth_words(desk: Desk, amount: Money, rate: str, rate_on: date | None, base: str) -> str:
    """What an amount in another currency comes to; nothing for the own currency."""
    if amount.currency == base:
        return ""
    minor = in_base(amount.minor, amount.currency, rate, base)
    if minor is None:
        return desk.text("{currency} without a rate: not in the sums", currency=amount.currency)
    value = Money(minor, base)
    if rate_on is None:
        return desk.text("{amount} = {value}, rate {rate}", amount=amount, value=value, rate=rate)
    day = desk.locale.date(rate_on, "list")
    return desk.text(
        "{amount} = {value}, rate {rate} of {day}", amount=amount, value=value, rate=rate, day=day
    )


def figure_words(desk: Desk, figure: Figure | None) -> str:
    """A figure as a number of the reader's language."""
    return grants_words.figure_words(desk.locale, figure)


def computed_words(desk: Desk, line: Line) -> str:
    """How a line of an estimate was computed."""
    return grants_words.computed_words(desk.locale, line)


def part_words(desk: Desk, code: str) -> str:
    """What a part of a grant is for."""
    return grants_words.part_words(desk.locale, code)
