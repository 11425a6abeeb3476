# SPDX-License-Identifier: GPL-3.0-or-later
"""Values in a text that only the reader's language can name: a country, a language.

Message("{postcode} is no postcode of {country}.", postcode="123", country=Country("DE"))
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO code."""

    country_code: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its code."""

    language_code: str
