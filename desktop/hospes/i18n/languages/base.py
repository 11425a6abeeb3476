# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a language's data file: what CLDR does not say, or says otherwise than lists do."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class TypedWords:
    """Words people type into date fields, in folded lower case (see `fold`)."""

    today: tuple[str, ...] = ()
    tomorrow: tuple[str, ...] = ()
    yesterday: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    weeks: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    """Words without meaning between day, month and year: `de`, `of`, `r`."""


@dataclass(frozen=True)
class LanguageData:
    """One language. Templates are for `str.format`."""

    code: str
    cldr: str
    """Identifier of the CLDR data, such as `en_GB`."""
    territory: str
    """Country whose phones are shown in national form and whose addresses omit the country; or empty."""
    order: str = "dmy"
    """Order in which day, month and year are typed as numbers."""
    list_date: str = "{y:04}-{m:02}-{d:02}"
    """Short day with a four-digit year (domain 5.4)."""
    first_day: str = ""
    """How the first of a month is written in running text (`1er`)."""
    about: str = "~ {date}"
    """A rough date."""
    same_month: str = "{d1}–{d2} {month} {y}"
    """Two days of one month."""
    same_year: str = "{day_month1} – {long2}"
    """Two days of one year; may use `day_month1`, `day_month2`, `long1`, `long2`."""
    hours_12: bool = False
    """Is the clock read with am and pm?"""
    words: TypedWords = field(default_factory=TypedWords)
