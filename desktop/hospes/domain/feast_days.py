# SPDX-License-Identifier: GPL-3.0-or-later
"""Public holidays of a country and its subdivision, by the `holidays` library (decision 9)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

ENGLISH = "en_US"
FIRST_YEAR, LAST_YEAR = 1900, 2150


@dataclass(frozen=True, slots=True)
class FeastDay:
    """A public holiday. `feast` is its English name, by which those of two countries are told to be one."""

    on: date
    feast: str
    name: str
    """In the reader's language, else as it is called there."""
    translated: bool


@lru_cache(maxsize=256)
def feast_days(country: str, subdivision: str, year: int, language: str) -> tuple[FeastDay, ...]:
    """The holidays of a year in order.

    A country or subdivision the library does not know has none: somebody may have typed anything.
    """
    if not country or not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    import holidays

    known = holidays.list_supported_countries()
    if country not in known:
        return ()
    subdiv = subdivision if subdivision in known[country] else None
    spoken = holidays.country_holidays(country, subdiv=subdiv).supported_languages
    wanted = next((one for one in spoken if one.partition("_")[0] == language.partition("-")[0]), None)
    english = ENGLISH if ENGLISH in spoken else None
    called = holidays.country_holidays(country, subdiv=subdiv, years=[year], language=wanted)
    told = called if wanted == english else holidays.country_holidays(
        country, subdiv=subdiv, years=[year], language=english
    )  # fmt: skip
    return tuple(
        FeastDay(day, told.get(day) or name, name, wanted is not None)
        for day, name in sorted(called.items())
        if day.year == year
    )
