# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading amounts as people type them: `35`, `35,-`, `35.00`, `1.234,56`, `1,234.56`, `1 234,56 €`.

The last point or comma with one or two digits behind it is the decimal sign; with three digits behind it, it
separates thousands, since nobody pays thousandths. So the same text means the same in each language.
"""

import re

from hospes.domain.errors import UserError
from hospes.domain.values import Money

CURRENCY_SIGNS = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "zł": "PLN", "zl": "PLN", "pln": "PLN",
    "£": "GBP", "gbp": "GBP", "$": "USD", "usd": "USD", "chf": "CHF", "sfr": "CHF", "ft": "HUF", "huf": "HUF",
    "₴": "UAH", "uah": "UAH", "грн": "UAH", "₺": "TRY", "tl": "TRY", "try": "TRY", "kč": "CZK", "czk": "CZK",
}  # fmt: skip
LARGEST = 10**13
"""In minor units; more is a slip of the finger."""

_AMOUNT = re.compile(r"(?P<figures>\d(?:[\d.,'’  _]*\d)?)(?P<dash>[.,]\s?[-–—]+)?")
_MINUS = "-−–"


class MoneyProblem(UserError):
    """A typed amount cannot be used."""

    code = "amount-unreadable"


def read_money(typed: str, currency: str = "EUR") -> Money:
    """Read a typed amount.

    Args:
        typed: figures with or without a sign of currency, which then counts.
        currency: the currency of an amount without a sign.

    Raises:
        MoneyProblem: not an amount, or one that cannot be right.
    """
    text = re.sub(r"[\s\u00a0\u202f\u2009]+", " ", typed).strip()
    problem = MoneyProblem("“{typed}” is no amount. An amount looks like 35.00 or 35,00.", typed=typed[:40])
    found = _AMOUNT.search(text)
    if not found:
        raise problem
    before, after = text[: found.start()].strip(), text[found.end() :].strip()
    negative = False
    if before.startswith("(") and after.endswith(")"):
        negative, before, after = True, before[1:].strip(), after[:-1].strip()
    if before[:1] in _MINUS and before:
        negative, before = True, before[1:].strip()
    elif before[-1:] in _MINUS and before:
        negative, before = True, before[:-1].strip()
    elif after[:1] in _MINUS and after:
        negative, after = True, after[1:].strip()
    sign = f"{before}{after}".casefold().rstrip(".")
    if before and after:
        raise problem
    if sign:
        if sign not in CURRENCY_SIGNS:
            raise problem
        currency = CURRENCY_SIGNS[sign]
    minor = _minor(found["figures"])
    if minor is None or minor >= LARGEST:
        raise problem
    return Money(-minor if negative else minor, currency)


def _minor(figures: str) -> int | None:
    """Hundredths of figures with separators; None if the separators make no sense."""
    whole, cents = figures, ""
    at = max(figures.rfind("."), figures.rfind(","))
    if at >= 0:
        behind = figures[at + 1 :]
        alone = figures.count(figures[at]) == 1
        if len(behind) <= 2 and alone:
            whole, cents = figures[:at], behind
        elif len(behind) != 3 or (alone and len(figures[:at]) > 3 and not re.search(r"\D", figures[:at])):
            return None
    groups = re.split(r"[^\d]", whole)
    if not all(group.isdecimal() for group in groups):
        return None
    if len(groups) > 1 and (len(groups[0]) > 3 or any(len(group) != 3 for group in groups[1:])):
        return None
    if len(set(re.findall(r"[^\d]", whole))) > 1:
        return None
    return int("".join(groups)) * 100 + int((cents + "00")[:2])
