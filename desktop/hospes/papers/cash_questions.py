# SPDX-License-Identifier: GPL-3.0-or-later
"""What a year of the journal still needs, in sentences; for the window and for the auditors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.domain.values import Money

if TYPE_CHECKING:
    from hospes.domain.cash import AccountYear
    from hospes.i18n.locale import Locale
    from hospes.queries.cash_years import YearView


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to look at. `hard` ones have to be put right before the year can be closed."""

    code: str
    text: str
    account: AccountYear
    hard: bool = False
    done: bool = False
    """It is said only for information: nothing is wrong."""


def questions(view: YearView, locale: Locale) -> list[Question]:
    """Everything there is to ask, what has to be put right first."""
    found: list[Question] = []
    for one in view.accounts:
        found += _of_account(one, locale)
    return sorted(found, key=lambda one: (not one.hard, one.done))


def _of_account(one: AccountYear, locale: Locale) -> list[Question]:
    checked, name = one.checked, one.account.name
    found: list[Question] = []

    def ask(code: str, text: str, *, hard: bool = False, done: bool = False) -> None:
        found.append(Question(code, text, one, hard, done))

    if checked.without_rate:
        ask(
            "rate",
            locale.ntext(
                "{account}: {n} entry has no exchange rate.",
                "{account}: {n} entries have no exchange rate.",
                checked.without_rate,
                account=name,
            ),
            hard=True,
        )
    if checked.uneven:
        ask(
            "uneven",
            locale.ntext(
                "{account}: the parts of {n} entry are not the whole.",
                "{account}: the parts of {n} entries are not the whole.",
                checked.uneven,
                account=name,
            ),
            hard=True,
        )
    if checked.series.twice:
        numbers = locale.listing(str(n) for n in checked.series.twice)
        ask("twice", locale.text("{account}: voucher numbers given twice: {numbers}.", account=name,
                                 numbers=numbers), hard=True)  # fmt: skip
    if checked.unsorted:
        ask(
            "unsorted",
            locale.ntext(
                "{account}: {n} entry has no category.",
                "{account}: {n} entries have no category.",
                checked.unsorted,
                account=name,
            ),
        )
    if checked.without_voucher:
        ask(
            "voucher",
            locale.ntext(
                "{account}: the voucher of {n} entry is missing.",
                "{account}: the vouchers of {n} entries are missing.",
                checked.without_voucher,
                account=name,
            ),
        )
    if checked.series.gaps:
        numbers = locale.listing(str(n) for n in checked.series.gaps)
        ask("gap", locale.text("{account}: voucher numbers that are missing: {numbers}.", account=name,
                               numbers=numbers))  # fmt: skip
    if checked.below and checked.below_on is not None:
        ask(
            "below",
            locale.text(
                "{account}: on {day} there would have been {amount} less than nothing in it.",
                account=name,
                day=locale.date(checked.below_on),
                amount=Money(checked.below, one.account.currency),
            ),
        )
    found += _statement(one, locale)
    if checked.series.missing:
        ask(
            "number",
            locale.ntext(
                "{account}: {n} entry gets its voucher number when the year is closed.",
                "{account}: {n} entries get their voucher numbers when the year is closed.",
                checked.series.missing,
                account=name,
            ),
            done=True,
        )
    return found


def _statement(one: AccountYear, locale: Locale) -> list[Question]:
    name, difference = one.account.name, one.checked.difference
    if difference is None:
        text = locale.text("{account}: nobody noted yet what the statement or the count says.", account=name)
        return [Question("statement", text, one, done=True)]
    if difference:
        amount = Money(abs(difference), one.account.currency)
        text = (
            locale.text(
                "{account}: the statement or the count says {amount} more than the journal.",
                account=name,
                amount=amount,
            )
            if difference > 0
            else locale.text(
                "{account}: the statement or the count says {amount} less than the journal.",
                account=name,
                amount=amount,
            )
        )
        return [Question("difference", text, one)]
    return []
