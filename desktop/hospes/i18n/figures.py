# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers, money and telephone numbers as a language writes them (domain 5.4)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Protocol, runtime_checkable

from hospes.i18n.days import cldr
from hospes.i18n.languages import data_for


@runtime_checkable
class Amount(Protocol):
    """An amount in minor units of an ISO currency."""

    @property
    def minor(self) -> int:
        """Cents."""

    @property
    def currency(self) -> str:
        """ISO code."""


@lru_cache(maxsize=4096)
def number(language: str, value: int | float | Decimal) -> str:
    """`1 234,5` with the language's own signs; at most three decimals."""
    from babel.numbers import format_decimal

    if isinstance(value, int) and -1000 < value < 1000:
        return str(value)
    return format_decimal(value, locale=cldr(data_for(language).cldr))


@lru_cache(maxsize=4096)
def money(language: str, minor: int, currency: str) -> str:
    """An amount with its sign of currency; stored in hundredths, whatever the currency shows (decision 2)."""
    from babel.numbers import format_currency

    return format_currency(Decimal(minor) / 100, currency, locale=cldr(data_for(language).cldr))


@lru_cache(maxsize=8192)
def phone(territory: str, typed: str, e164: str | None) -> str:
    """A telephone number for readers in a country: national form at home, `+49 …` from abroad.

    A number that could not be understood stays as it was typed.
    """
    if not e164:
        return typed
    import phonenumbers
    from phonenumbers import NumberParseException, PhoneNumberFormat

    try:
        parsed = phonenumbers.parse(e164, None)
    except NumberParseException:
        return typed
    at_home = bool(territory) and phonenumbers.country_code_for_region(territory) == parsed.country_code
    style = PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)
