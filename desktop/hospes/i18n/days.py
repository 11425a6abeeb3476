# SPDX-License-Identifier: GPL-3.0-or-later
"""Days, spans and times in words of a language (domain 5.4).

Month and weekday names and the long patterns come from CLDR; the short pattern for lists is our own, because
CLDR's has two-digit years in half of our languages, and because it must not load Babel for a list of members.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from hospes.i18n.languages import data_for

if TYPE_CHECKING:
    from datetime import date, time

    from babel.core import Locale as CldrLocale

DateStyle = Literal["list", "long", "weekday", "weekday_short", "day_month", "month_year"]
CLDR_FALLBACK = "en_GB"
_TOKEN = re.compile(r"'([^']*)'|(EEEE|EEE|E|c{3,4}|M{1,4}|L{1,4}|dd|d|yyyy|y|G)|([^'A-Za-z]+)")


@runtime_checkable
class Rough(Protocol):
    """A day known only by its year or month, or only about."""

    @property
    def year(self) -> int:
        """Always known."""

    @property
    def month(self) -> int | None:
        """Known if the day is."""

    @property
    def day(self) -> int | None:
        """Of the month."""

    @property
    def about(self) -> bool:
        """Only about then?"""


@cache
def cldr(identifier: str) -> CldrLocale:
    """CLDR data by identifier, of the language alone if the region is unknown, British English if all is."""
    from babel.core import Locale as CldrLocale
    from babel.core import UnknownLocaleError

    for candidate in (identifier, identifier.partition("_")[0], CLDR_FALLBACK):
        try:
            return CldrLocale.parse(candidate)
        except (UnknownLocaleError, ValueError):
            continue
    raise LookupError(CLDR_FALLBACK)


_NAMES = {
    "EEEE": "{weekday}",
    "cccc": "{weekday}",
    "EEE": "{weekday_short}",
    "E": "{weekday_short}",
    "ccc": "{weekday_short}",
    "MMMM": "{month}",
    "MMM": "{month_short}",
    "LLLL": "{month_alone}",
    "LLL": "{month_short}",
    "MM": "{m:02}",
    "LL": "{m:02}",
    "M": "{m}",
    "L": "{m}",
    "dd": "{d2}",
    "d": "{d}",
    "yyyy": "{y}",
    "y": "{y}",
    "G": "",
}


def template(pattern: str) -> str:
    """Turn a CLDR date pattern into one for `str.format`. Raises ValueError on fields that are no days."""
    parts = []
    at = 0
    while at < len(pattern):
        found = _TOKEN.match(pattern, at)
        if not found:
            raise ValueError(f"date pattern not understood: {pattern!r}")
        quoted, name, plain = found.groups()
        parts.append(_NAMES[name] if name else (quoted or plain or "'").replace("{", "{{").replace("}", "}}"))
        at = found.end()
    return "".join(parts).strip()


@cache
def _patterns(identifier: str) -> dict[str, str]:
    data = cldr(identifier)
    skeletons = data.datetime_skeletons

    def skeleton(name: str, default: str) -> str:
        return str(skeletons[name].pattern) if name in skeletons else default

    return {
        "long": template(data.date_formats["long"].pattern),
        "weekday": template(data.date_formats["full"].pattern),
        "weekday_short": template(skeleton("MMMEd", skeleton("MMMEd", "E d MMM"))),
        "day_month": template(skeleton("MMMMd", "d MMMM")),
        "month_year": template(skeleton("yMMMM", "LLLL y")),
    }


def _month_short(language: str, month: int) -> str:
    data = data_for(language)
    return data.months_short.get(month) or str(cldr(data.cldr).months["format"]["abbreviated"][month])


def written(language: str, day: date, style: DateStyle) -> str:
    """A day; the styles give, in the order of `DateStyle`: `07/03/1971`, `7 March 1971`,
    `Sunday, 7 March 1971`, `Sun 7 Mar`, `7 March`, `March 1971`.
    """
    data = data_for(language)
    if style == "list":
        return data.list_date.format(d=day.day, m=day.month, y=day.year)
    names = cldr(data.cldr)
    first = day.day == 1 and data.first_day
    return _patterns(data.cldr)[style].format(
        d=first or day.day,
        d2=first or f"{day.day:02}",
        m=day.month,
        y=day.year,
        month=names.months["format"]["wide"][day.month],
        month_short=_month_short(language, day.month),
        month_alone=names.months["stand-alone"]["wide"][day.month],
        weekday=names.days["format"]["wide"][day.weekday()],
        weekday_short=names.days["format"]["abbreviated"][day.weekday()],
    )


def day_of_month(language: str, day: int, month: int) -> str:
    """`31 April`: also for days that do not exist, so that a message can name them."""
    data = data_for(language)
    return _patterns(data.cldr)["day_month"].format(
        d=day,
        d2=f"{day:02}",
        m=month,
        month=cldr(data.cldr).months["format"]["wide"][month],
        month_short=_month_short(language, month),
    )


def rough(language: str, value: Rough) -> str:
    """`1952`, `March 1952`, `7 March 1952`, `about 1952` in the words of the language."""
    from datetime import date

    if value.month is None:
        text = f"{value.year}"
    elif value.day is None:
        text = written(language, date(value.year, value.month, 1), "month_year")
    else:
        text = written(language, date(value.year, value.month, value.day), "long")
    return data_for(language).about.format(date=text) if value.about else text


def span(language: str, first: date | None, last: date | None) -> str:
    """`7–9 March 2026`, `30 April – 3 May 2026`; an open end leaves its side of the dash empty."""
    if first is None and last is None:
        return ""
    if first is None or last is None:
        known = first or last
        assert known is not None
        text = written(language, known, "long")
        return f"{text} –" if last is None else f"– {text}"
    if first == last:
        return written(language, first, "long")
    data = data_for(language)
    if (first.year, first.month) == (last.year, last.month):
        return data.same_month.format(
            d1=(first.day == 1 and data.first_day) or first.day,
            d2=last.day,
            month=cldr(data.cldr).months["format"]["wide"][first.month],
            y=first.year,
        )
    ends = {"long1": written(language, first, "long"), "long2": written(language, last, "long")}
    if first.year != last.year:
        return "{long1} – {long2}".format(**ends)
    ends["day_month1"] = written(language, first, "day_month")
    ends["day_month2"] = written(language, last, "day_month")
    return data.same_year.format(**ends)


def clock(language: str, at: time) -> str:
    """`14:30`, or `2:30 PM` where the language of the reader counts so."""
    if not data_for(language).hours_12:
        return f"{at.hour:02}:{at.minute:02}"
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"
