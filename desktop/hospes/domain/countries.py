# SPDX-License-Identifier: GPL-3.0-or-later
"""What follows from a country when an association is founded: its money and the time of its towns.

Countries with several time zones are left out: there the zone of a town is asked when it matters (decision
8).
"""

import re

from hospes.domain.errors import FieldProblem
from hospes.i18n.locale import Locale

_CODE = re.compile(r"[A-Z]{2}\Z")

_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Letters that stand for something else than a country."""

_CURRENCIES = {
    "AL": "ALL", "AM": "AMD", "AZ": "AZN", "BA": "BAM", "BY": "BYN", "CA": "CAD", "CH": "CHF", "CN": "CNY",
    "CZ": "CZK", "DK": "DKK", "GB": "GBP", "GE": "GEL", "HU": "HUF", "IL": "ILS", "IS": "ISK", "JP": "JPY",
    "LI": "CHF", "MA": "MAD", "MD": "MDL", "MK": "MKD", "NO": "NOK", "PL": "PLN", "RO": "RON", "RS": "RSD",
    "RU": "RUB", "SE": "SEK", "TN": "TND", "TR": "TRY", "UA": "UAH", "US": "USD",
}  # fmt: skip

_ZONES = {
    "AD": "Andorra", "AL": "Tirane", "AT": "Vienna", "BA": "Sarajevo", "BE": "Brussels", "BG": "Sofia",
    "BY": "Minsk", "CH": "Zurich", "CZ": "Prague", "DE": "Berlin", "DK": "Copenhagen", "EE": "Tallinn",
    "FI": "Helsinki", "FR": "Paris", "GB": "London", "GR": "Athens", "HR": "Zagreb", "HU": "Budapest",
    "IE": "Dublin", "IT": "Rome", "LI": "Vaduz", "LT": "Vilnius", "LU": "Luxembourg", "LV": "Riga",
    "MC": "Monaco", "MD": "Chisinau", "ME": "Podgorica", "MK": "Skopje", "MT": "Malta", "NL": "Amsterdam",
    "NO": "Oslo", "PL": "Warsaw", "RO": "Bucharest", "RS": "Belgrade", "SE": "Stockholm", "SI": "Ljubljana",
    "SK": "Bratislava", "SM": "San_Marino", "TR": "Istanbul", "UA": "Kyiv", "VA": "Vatican", "XK": "Belgrade",
}  # fmt: skip
_ZONES_ELSEWHERE = {
    "AM": "Asia/Yerevan", "AZ": "Asia/Baku", "CN": "Asia/Shanghai", "CY": "Asia/Nicosia",
    "GE": "Asia/Tbilisi", "IL": "Asia/Jerusalem", "IS": "Atlantic/Reykjavik", "JP": "Asia/Tokyo",
    "MA": "Africa/Casablanca", "SN": "Africa/Dakar", "TN": "Africa/Tunis", "TG": "Africa/Lome",
    "BF": "Africa/Ouagadougou",
}  # fmt: skip

LANGUAGE_OF = {
    "AT": "de", "BE": "fr", "CH": "de", "CZ": "cs", "DE": "de", "DK": "da", "ES": "es", "FR": "fr",
    "GB": "en", "GR": "el", "HU": "hu", "IE": "en", "IT": "it", "LI": "de", "LT": "lt", "LU": "fr",
    "LV": "lv", "NL": "nl", "NO": "nb", "PL": "pl", "PT": "pt", "RO": "ro", "SE": "sv", "SI": "sl",
    "SK": "sk", "TR": "tr", "UA": "uk", "US": "en",
}  # fmt: skip
"""The language in which somebody in a country is written to first, until somebody says another."""


def currency_of(country: str) -> str:
    """The ISO currency of a country; the euro where nothing else is known."""
    return _CURRENCIES.get(country, "EUR")


def zone_of(country: str) -> str:
    """The IANA zone of a country with one zone; else nothing. Spain and Portugal mean their mainland."""
    if country in {"ES", "PT"}:
        return "Europe/Madrid" if country == "ES" else "Europe/Lisbon"
    if country in _ZONES:
        return f"Europe/{_ZONES[country]}"
    return _ZONES_ELSEWHERE.get(country, "")


def language_of(country: str) -> str:
    """The language people in a country most likely read; nothing where that is not known."""
    return LANGUAGE_OF.get(country, "")


def read_country(typed: str, field: str = "country") -> str:
    """An ISO country code in capitals, or nothing. Raises FieldProblem for anything else."""
    code = typed.strip().upper()
    if code and not _CODE.match(code):
        raise FieldProblem(field, "A country is kept by its two letters, such as DE or FR.")
    if code and (code in _NO_COUNTRIES or Locale.of("en").country(code) == code):
        raise FieldProblem(field, "There is no country with the letters {letters}.", letters=code)
    return code
