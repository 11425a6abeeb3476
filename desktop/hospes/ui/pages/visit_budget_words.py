# SPDX-License-Identifier: GPL-3.0-or-later
"""Money of a visit in words, and fields for amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.funding import Basis
from hospes.domain.grants_words import PARTS
from hospes.domain.money import MoneyProblem, read_money
from hospes.i18n.marks import N_
from hospes.ui.widgets.fields import FINE, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.domain.funding import Figure
    from hospes.domain.grants import Line
    from hospes.domain.values import Money
    from hospes.queries.budget import BudgetView, LineRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

MISSING = {
    "rate": N_("The rate is not known. Enter it under Figures."),
    "distance": N_("Enter the distance first."),
    "exchange": N_("Enter an exchange rate for this currency in the budget first."),
    "costs": N_("Enter the costs first."),
}
"""What somebody has to enter before a line can be computed."""

COMPUTED = {
    Basis.PERSON_DAY: N_("{people} people × {days} days × {rate}"),
    Basis.PERSON_KM: N_("{people} people × {km} km × {rate}"),
    Basis.BAND: N_("{people} people × {rate} for {km} km"),
    Basis.PERSON: N_("{people} people × {rate}"),
    Basis.PERCENT: N_("{rate} % of {amount} accepted costs"),
    Basis.DAY: N_("{days} days × {rate}"),
    Basis.INTERPRETER_DAY: N_("{days} days × {rate}"),
    Basis.FIXED: N_("Fixed amount"),
}
UNEVEN_DAYS = N_("{all_days} days of all people together × {rate}")
NO_BAND = N_("{km} km: no amount for this distance")

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
    if amount is None or line.currency == base:
        return ""
    value = line.in_base(base, real=real)
    if value is None:
        return desk.text("{currency} without a rate: not in the sums", currency=line.currency)
    if line.rate_on is None:
        return desk.text("{amount} = {value}, rate {rate}", amount=amount, value=value, rate=line.rate)
    day = desk.locale.date(line.rate_on, "list")
    return desk.text(
        "{amount} = {value}, rate {rate} of {day}", amount=amount, value=value, rate=line.rate, day=day
    )


def figure_words(desk: Desk, figure: Figure | None) -> str:
    """A figure as a number of the reader's language."""
    if figure is None or figure.text is None:
        return desk.text("not known")
    return desk.locale.number(figure.number.normalize() if figure.number % 1 else int(figure.number))


def computed_words(desk: Desk, line: Line) -> str:
    """How a line of an estimate was computed."""
    if line.missing:
        return desk.text(MISSING.get(line.missing, MISSING["rate"]))
    if line.basis is Basis.STEPS:
        if line.rate is None:
            return desk.ntext("Too few: {n} person", "Too few: {n} people", line.people)
        return desk.ntext("Step for {n} person", "Step for {n} people", line.people)
    template = COMPUTED[line.basis]
    if line.basis is Basis.PERSON_DAY and not line.days:
        template = UNEVEN_DAYS
    elif line.basis is Basis.BAND and line.rate is None:
        template = NO_BAND
    number = desk.locale.number
    known: dict[str, object] = {
        "people": line.people,
        "days": line.days,
        "all_days": line.person_days,
        "km": number(line.km),
        "rate": figure_words(desk, line.rate),
        "amount": line.of,
    }
    return desk.text(template, **{name: value for name, value in known.items() if f"{{{name}}}" in template})


def part_words(desk: Desk, code: str) -> str:
    """What a part of a grant is for."""
    return desk.text(PARTS[code]) if code in PARTS else code
