# SPDX-License-Identifier: GPL-3.0-or-later
"""Public holidays of a country and its subdivision, by the `holidays` library (decision 9)."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_

ENGLISH = "en_US"
FEASTS = {
    "New Year's Day": N_("New Year’s Day"),
    "Epiphany": N_("Epiphany"),
    "Women's Day": N_("Women’s Day"),
    "Good Friday": N_("Good Friday"),
    "Easter Sunday": N_("Easter Sunday"),
    "Easter Monday": N_("Easter Monday"),
    "Labor Day": N_("Labour Day"),
    "May Day": N_("Labour Day"),
    "Ascension Day": N_("Ascension Day"),
    "Pentecost": N_("Whit Sunday"),
    "Pentecost Monday": N_("Whit Monday"),
    "Corpus Christi": N_("Corpus Christi"),
    "Assumption Day": N_("Assumption Day"),
    "World Children's Day": N_("Children’s Day"),
    "German Unity Day": N_("German Unity Day"),
    "Reformation Day": N_("Reformation Day"),
    "All Saints' Day": N_("All Saints’ Day"),
    "Repentance and Prayer Day": N_("Day of Repentance and Prayer"),
    "Immaculate Conception": N_("Immaculate Conception"),
    "Christmas Eve": N_("Christmas Eve"),
    "Christmas Day": N_("Christmas Day"),
    "Second Day of Christmas": N_("Second Day of Christmas"),
    "Boxing Day": N_("Second Day of Christmas"),
    "Saint Stephen's Day": N_("Second Day of Christmas"),
    "National Day": N_("National Day"),
    "National Day of the Third of May": N_("Constitution Day of 3 May"),
    "National Independence Day": N_("Independence Day"),
    "Victory Day": N_("Victory Day"),
    "Armistice Day": N_("Armistice Day"),
}
"""Feasts by the library's English names: where it has them not in the reader's language, ours stand."""
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
    locale = Locale.of(language)
    found = []
    for day, name in sorted(called.items()):
        if day.year != year:
            continue
        feast = told.get(day) or name
        ours = locale.text(FEASTS[feast]) if wanted is None and feast in FEASTS else ""
        found.append(FeastDay(day, feast, ours or name, bool(ours) or wanted is not None))
    return tuple(found)
