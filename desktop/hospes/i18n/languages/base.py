# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a language's data file: what CLDR does not say, or says otherwise than lists do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


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
class Letters:
    """How letters begin and end (domain 5.3). Templates know `name` (given and surname), `given`, `surname`,
    `title`; `names` is a list of whole names, `parts` a list of `part_...` forms.

    An empty form means that the language has none; the next plainer one is used.
    """

    unknown: str
    """To nobody in particular."""
    woman: str
    man: str
    neutral: str
    """To somebody whose gender is unknown or neither."""
    woman_doctor: str = ""
    man_doctor: str = ""
    couple: str = ""
    """To a woman and a man, whatever their names."""
    couple_same: str = ""
    """To a woman and a man with one surname."""
    women: str = ""
    men: str = ""
    """To several women, to several men."""
    mixed: str = ""
    """To several women and men."""
    several: str = ""
    """To several people, if not every one is greeted by himself and the greetings are put in a row."""
    part_woman: str = ""
    part_man: str = ""
    part_doctor: str = ""
    part_neutral: str = "{name}"
    friend_woman: str = ""
    friend_man: str = ""
    friend_neutral: str = ""
    friends: str = ""
    """To several friends, if not every one is greeted by himself."""
    offices: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """By the code of a function: to a woman, to a man."""
    closing: str = ""
    closing_named: str = ""
    """Formal, if the opening names somebody."""
    closing_greeted: str = ""
    """Formal, if the opening is a greeting and no form of address, such as Bonjour."""
    greetings: tuple[str, ...] = ()
    """First words of openings that are no form of address."""
    small_in_closing: tuple[str, ...] = ()
    """First words of openings that begin with a small letter where the closing repeats them."""
    closing_friendly: str = ""
    starts_lower: bool = False
    """Does the letter go on with a small letter?"""
    capital_prefix: bool = False
    """Is the small word before a surname written large without a first name (Dutch)?"""


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
    months_short: Mapping[int, str] = field(default_factory=dict)
    """Short names of months that are whole words and want another form beside a day."""
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
    letters: Letters | None = None
