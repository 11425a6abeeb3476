# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading days as people type them (design 6.5).

`3.9.71`, `03/09/1971`, `3 sept 71`, `3. September 1971`, `today`, `+3w`, `09/1971`, `1952`, `about 1952`,
in each of our languages. Whoever types sees the day read back in words, so a good guess is better than a
refusal; a day that does not exist is never guessed, but answered with the days beside it.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from hospes.domain.errors import Message, UserError
from hospes.domain.month_names import month_of, roman_month, weekday_words
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.languages import data_for

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale

ODD_AGE = 110
"""Full years above which a birth date is asked about."""
_YEARS_AHEAD = 20
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?|[+~?-]")
_RELATIVE = re.compile(r"([+\-−–])\s*(\d{1,4})\s*([^\W\d_]*)\.?\Z")
_CLOCK = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?\Z")
"""The time of day that spreadsheets and databases write behind a day."""
_LONGEST = 60
_ORDINAL_ENDS = frozenset({"er", "st", "nd", "rd", "th", "o", "a", "e", "en", "an"})


class DateKind(Enum):
    """What a date is for: decides the century of `71` and the year of `3.9.`."""

    ANY = "any"
    PAST = "past"
    """Birth, joining, payment: never after today."""
    COMING = "coming"
    """Visits, meetings, deadlines: rather after today."""


class DateProblem(UserError):
    """A typed date cannot be used; `suggestions` are days that may have been meant."""

    code = "date-unreadable"

    def __init__(
        self, msgid: str, /, code: str | None = None, suggestions: tuple[RoughDate, ...] = (), **args: object
    ) -> None:
        super().__init__(msgid, code, None, **args)
        self.suggestions = suggestions


@dataclass(frozen=True)
class _Reading:
    """What reading needs to know."""

    typed: str
    locale: "Locale"
    today: date
    kind: DateKind
    order: str

    def unreadable(self) -> DateProblem:
        example = self.locale.date(date(1971, 9, 3))
        return DateProblem(
            "“{typed}” is no date. A date looks like {example}.", typed=self.typed[:40], example=example
        )


def read_date(
    typed: str,
    locale: "Locale",
    today: date,
    kind: DateKind = DateKind.ANY,
    order: str | None = None,
) -> RoughDate:
    """Read a typed date, whole or rough.

    Args:
        typed: what was typed.
        locale: whose words and order of day and month are tried first.
        today: the injected day.
        kind: decides missing centuries and years.
        order: `dmy`, `mdy` or `ymd`, where the order is known otherwise (the column of a spreadsheet).

    Raises:
        DateProblem: not a date, or a day that does not exist.
    """
    reading = _Reading(_CLOCK.sub("", typed.strip()), locale, today, kind, order or locale.data.order)
    if len(reading.typed) > _LONGEST:
        raise reading.unreadable()
    relative = _relative(reading)
    if relative is not None:
        return RoughDate.of(relative)
    words, about = _without_about(_tokens(reading.typed, locale.code), locale.code)
    if not words:
        raise reading.unreadable()
    year, month, day = _parts(reading, words)
    result = _existing(reading, year, month, day)
    return RoughDate(result.year, result.month, result.day, about=True) if about else result


def read_day(
    typed: str,
    locale: "Locale",
    today: date,
    kind: DateKind = DateKind.ANY,
    order: str | None = None,
) -> date:
    """Read a date that must be a whole day. Raises DateProblem also if only a month or a year was typed."""
    rough = read_date(typed, locale, today, kind, order)
    if rough.exact is None:
        first = RoughDate.of(rough.first)
        raise DateProblem("The day is missing.", code="date-not-a-day", suggestions=(first,))
    return rough.exact


def birth_doubt(birth: RoughDate, today: date) -> Message | None:
    """A question about a birth date that is possible but odd; never a refusal."""
    if birth.first > today:
        return Message("That day is still to come. Is the year right?")
    years = today.year - birth.year - ((birth.month or 1, birth.day or 1) > (today.month, today.day))
    if years > ODD_AGE:
        return Message(
            "That would be {n} year old. Is the year right?",
            many="That would be {n} years old. Is the year right?",
            n=years,
        )
    return None


# ---- today, +3w, about -------------------------------------------------------------------------------------


@cache
def _vocabulary(language: str) -> dict[str, dict[str, str]]:
    """Folded words: for the days (`today`), for units (`w`), for about, fillers."""
    data = data_for(language).words
    days = {"today": data.today, "tomorrow": data.tomorrow, "yesterday": data.yesterday}
    units = {"d": data.days, "w": data.weeks, "m": data.months, "y": data.years}
    return {
        "day": {fold(word): name for name, words in days.items() for word in words},
        "unit": {fold(word): name for name, words in units.items() for word in words},
        "about": {fold(word): "about" for word in data.about},
        "filler": {fold(word): "" for word in data.fillers},
    }


def _word(language: str, kind: str, word: str) -> str | None:
    for code in (language, "en"):
        found = _vocabulary(code)[kind].get(word)
        if found is not None:
            return found
    return None


def _relative(reading: _Reading) -> date | None:
    language = reading.locale.code
    named = _word(language, "day", fold(reading.typed))
    if named is not None:
        return reading.today + timedelta(days={"today": 0, "tomorrow": 1, "yesterday": -1}[named])
    found = _RELATIVE.match(reading.typed)
    if not found:
        return None
    sign, count, unit_typed = found.groups()
    unit = _word(language, "unit", fold(unit_typed)) if unit_typed else "d"
    if unit is None:
        raise reading.unreadable()
    number = int(count) if sign == "+" else -int(count)
    try:
        return _moved(reading.today, number, unit)
    except (ValueError, OverflowError):
        raise reading.unreadable() from None


def _moved(day: date, number: int, unit: str) -> date:
    if unit in {"d", "w"}:
        return day + timedelta(days=number * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _tokens(typed: str, language: str) -> list[str]:
    """Numbers, folded words, and the signs for about; weekdays and words without meaning are left out."""
    skipped = weekday_words(language)
    tokens: list[str] = []
    for token in _TOKEN.findall(typed):
        word = token if token[0].isdecimal() or token in "+~?-" else (roman_month(token) or fold(token))
        if word in skipped or word == "-" or _word(language, "filler", word) is not None:
            continue
        if (
            word in _ORDINAL_ENDS
            and tokens
            and tokens[-1].isdecimal()
            and f"{tokens[-1]}{word}" in fold(typed)
        ):
            continue
        tokens.append(word)
    return tokens


def _without_about(tokens: list[str], language: str) -> tuple[list[str], bool]:
    rest = [token for token in tokens if token not in {"~", "?"} and _word(language, "about", token) is None]
    return rest, len(rest) < len(tokens)


# ---- day, month, year --------------------------------------------------------------------------------------

_Parts = tuple[int | None, int | None, int | None]


def _parts(reading: _Reading, tokens: list[str]) -> _Parts:
    """Year, month, day of the tokens; a two-digit year is made whole."""
    named = [month_of(token, reading.locale.code) for token in tokens if not token.isdecimal()]
    numbers = [token for token in tokens if token.isdecimal()]
    if len(named) > 1 or None in named:
        raise reading.unreadable()
    if named:
        return _with_month_name(reading, numbers, named[0])
    if len(numbers) == 1:
        return _one_number(reading, numbers[0])
    if len(numbers) == 2:
        return _two_numbers(reading, *numbers)
    if len(numbers) == 3:
        return _three_numbers(reading, numbers)
    raise reading.unreadable()


def _with_month_name(reading: _Reading, numbers: list[str], month: int | None) -> _Parts:
    if len(numbers) == 2:
        first, second = numbers
        day, year = (second, first) if len(first) == 4 or int(first) > 31 else (first, second)
        return _full_year(reading, year, month, int(day)), month, int(day)
    if len(numbers) == 1:
        if len(numbers[0]) > 2 or int(numbers[0]) > 31:
            return _full_year(reading, numbers[0], month, None), month, None
        return None, month, int(numbers[0])
    raise reading.unreadable()


def _one_number(reading: _Reading, number: str) -> _Parts:
    if len(number) == 4:
        return int(number), None, None
    if len(number) == 8:
        year_first = 1800 <= int(number[:4]) <= 2200 and int(number[4:6]) <= 12
        parts = [number[:4], number[4:6], number[6:]] if year_first else [number[:2], number[2:4], number[4:]]
        return _three_numbers(reading, parts)
    if len(number) == 6:
        return _three_numbers(reading, [number[:2], number[2:4], number[4:]])
    if len(number) == 2 and reading.kind == DateKind.PAST:
        return _full_year(reading, number, None, None), None, None
    raise reading.unreadable()


def _two_numbers(reading: _Reading, first: str, second: str) -> _Parts:
    if len(first) == 4:
        return int(first), _month(reading, second), None
    if len(second) == 4:
        return int(second), _month(reading, first), None
    if max(len(first), len(second)) > 2:
        raise reading.unreadable()
    day, month = (second, first) if reading.order in {"mdy", "ymd"} else (first, second)
    if int(month) > 12 >= int(day):
        day, month = month, day
    return None, _month(reading, month), int(day)


def _month(reading: _Reading, number: str) -> int:
    if not 1 <= int(number) <= 12:
        raise reading.unreadable()
    return int(number)


def _three_numbers(reading: _Reading, numbers: list[str]) -> _Parts:
    """By the order asked for, else by any order that gives a month and a day."""
    orders = [reading.order, "dmy", "mdy", "ymd"]
    if len(numbers[0]) == 4:
        orders = ["ymd", "ydm"]
    elif len(numbers[2]) == 4:
        orders = [order for order in orders if order.endswith("y")]
    for order in orders:
        part = dict(zip(order, numbers, strict=True))
        if len(part["d"]) > 2 or len(part["m"]) > 2 or len(part["y"]) not in {2, 4}:
            continue
        day, month = int(part["d"]), int(part["m"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            return _full_year(reading, part["y"], month, day), month, day
    raise reading.unreadable()


def _full_year(reading: _Reading, number: str, month: int | None, day: int | None) -> int:
    """Four digits as they are; two by what the date is for."""
    if len(number) == 4:
        return int(number)
    if len(number) != 2:
        raise reading.unreadable()
    today = reading.today
    year = today.year - today.year % 100 + int(number)
    if reading.kind == DateKind.PAST:
        return year - 100 if (year, month or 1, day or 1) > (today.year, today.month, today.day) else year
    if reading.kind == DateKind.COMING:
        return year + 100 if year < today.year - _YEARS_AHEAD else year
    return year - 100 if year > today.year + _YEARS_AHEAD else year


def _named(locale: "Locale", day: int, month: int, year: int) -> str:
    """`31 April`, and with the year where it matters: `29 February 1971`."""
    if (day, month) != (29, 2):
        return locale.day_of_month(day, month)
    return locale.date(date(2000, 2, 29), "long").replace("2000", str(year))


def _existing(reading: _Reading, year: int | None, month: int | None, day: int | None) -> RoughDate:
    today = reading.today
    if year is None:
        assert month is not None
        year = today.year
        if reading.kind == DateKind.PAST and (month, day or 1) > (today.month, today.day):
            year -= 1
        elif reading.kind == DateKind.COMING and (month, day or 31) < (today.month, today.day):
            year += 1
    if not 1000 <= year <= 9000:
        raise reading.unreadable()
    if month is None or day is None:
        return RoughDate(year, month)
    last = monthrange(year, month)[1]
    if day <= last:
        if day < 1:
            raise reading.unreadable()
        return RoughDate(year, month, day)
    if day > 31:
        raise reading.unreadable()
    raise DateProblem(
        "{day} does not exist.",
        code="date-does-not-exist",
        suggestions=(
            RoughDate(year, month, last),
            RoughDate.of(date(year, month, last) + timedelta(days=1)),
        ),
        day=_named(reading.locale, day, month, year),
    )
