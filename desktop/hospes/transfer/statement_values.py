# SPDX-License-Identifier: GPL-3.0-or-later
"""Days, sums and currencies as banks write them."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

MOST_MINOR = 10**13
CURRENCY = re.compile(r"EUR|PLN|CHF|GBP|CZK|USD|DKK|SEK|NOK|HUF|RON|BGN|UAH")
_SIGNS = {"€": "EUR", "zł": "PLN", "zl": "PLN", "£": "GBP", "kč": "CZK", "euro": "EUR", "euros": "EUR"}
_DAY = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), (0, 1, 2)),
    (re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})"), (2, 1, 0)),
    (re.compile(r"(20\d\d)(\d\d)(\d\d)\Z"), (0, 1, 2)),
)


_PARTED = re.compile(r"[.,]")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})+")


def read_day(text: str) -> date | None:
    """A day as banks write it."""
    for pattern, order in _DAY:
        found = pattern.match(text.strip())
        if found:
            year, month, day = (int(found.group(at + 1)) for at in order)
            try:
                return date(year + 2000 if year < 100 else year, month, day)
            except ValueError:
                return None
    return None


def read_minor(text: str) -> int | None:
    """An amount in cents: `1.234,56`, `1 234,56 EUR`, `-35.00`, `+12,5`."""
    bare = re.sub(r"[^\d,.+\-−]", "", text).replace("−", "-")
    if bare.endswith("-"):
        bare = "-" + bare[:-1]
    point = max(bare.rfind(","), bare.rfind("."))
    if point >= 0 and len(bare) - point - 1 in (1, 2):
        if _PARTED.search(bare[:point]) and not _THOUSANDS.fullmatch(bare[:point]):
            return None  # 20.02.18 is a day
        bare = re.sub(r"[,.]", "", bare[:point]) + "." + bare[point + 1 :]
    else:
        bare = re.sub(r"[,.]", "", bare)
    try:
        value = Decimal(bare) * 100
    except InvalidOperation:
        return None
    return int(value) if value == int(value) and abs(value) < MOST_MINOR else None


def currency_in(text: str) -> str:
    """The currency a cell or a heading names: `35,00 PLN`, `Betrag (EUR)`, `12 €`; empty for none."""
    for word in re.findall(r"[^\W\d_]+|[€£]", text):
        if CURRENCY.fullmatch(word):
            return str(word)
        if word.casefold() in _SIGNS:
            return _SIGNS[word.casefold()]
    return ""
