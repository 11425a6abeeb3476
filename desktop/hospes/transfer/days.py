# SPDX-License-Identifier: GPL-3.0-or-later
"""Days in a column: the order of day, month and year is found once for the whole list, then each cell is
read.

`03/04/1957` alone says nothing; beside `23/04/1957` it does. Only when no cell of the list decides is the
person asked (`ambiguous`), and until then the day comes first, as in nearly all of Europe.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hospes.domain.dates import DateKind, DateProblem, read_date
from hospes.domain.errors import Message
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.transfer.reading import Cell

ORDERS = ("dmy", "mdy", "ymd")
_NUMERIC = re.compile(r"(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4}|\d{2})\.?\Z")
_PLAIN = re.compile(r"(\d{1,2})[./\-](\d{1,2})[./\-](\d{4})\Z")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?\Z")
_SERIAL = range(2_000, 80_000)
"""Day numbers of spreadsheet programs: 1905 to 2119."""
_EPOCH = date(1899, 12, 30)
_YEARS = range(1850, 2151)


@dataclass(frozen=True, slots=True)
class Order:
    """In which order the parts of a day stand."""

    order: str
    ambiguous: bool
    """No cell of the list tells day and month apart, and some could be read both ways."""


class NoYear(DateProblem):
    """A day and a month without a year: nothing wrong, but no date of birth."""

    code = "date-without-year"


def find_order(cells: Iterable[Cell], said: str | None, default: str = "dmy") -> Order:
    """The order in the days of a list, or the one that was said."""
    if said is not None:
        return Order(said, ambiguous=False)
    votes: Counter[str] = Counter()
    open_ones = 0
    for cell in cells:
        found = _NUMERIC.match(cell.strip()) if isinstance(cell, str) else None
        if found is None:
            continue
        first, second = int(found[1]), int(found[2])
        if first > 12 >= second:
            votes["dmy"] += 1
        elif second > 12 >= first:
            votes["mdy"] += 1
        elif first != second:
            open_ones += 1
    if not votes:
        return Order(default, ambiguous=open_ones > 0 and default != "ymd")
    # The day comes first unless that is impossible: a few slips in a long list turn nothing round.
    order = "mdy" if votes["mdy"] > votes["dmy"] else "dmy"
    return Order(order, ambiguous=False)


class DayReader:
    """Reads the days of one list."""

    def __init__(self, order: str, locale: Locale, today: date) -> None:
        self.order = order
        self.locale = locale
        self.today = today

    def read(self, cell: Cell, *, past: bool) -> RoughDate:
        """The day in a cell. `past`: two figures of a year never mean one to come.

        Raises DateProblem, or NoYear for a day and a month alone.
        """
        if isinstance(cell, datetime):
            return RoughDate.of(cell.date())
        if isinstance(cell, date):
            return RoughDate.of(cell)
        if isinstance(cell, bool) or cell is None:
            raise self._problem(str(cell))
        if isinstance(cell, int | float):
            return self._number(cell)
        text = _TIME.sub("", cell.strip())
        quick = self._plain(text)
        return quick if quick is not None else self._typed(text, past=past)

    def _plain(self, text: str) -> RoughDate | None:
        """The forms nearly all lists have, without the full grammar of typed days."""
        found = _PLAIN.match(text)
        if found is not None and self.order != "ymd":
            day, month = int(found[1]), int(found[2])
            if self.order == "mdy":
                day, month = month, day
            year = int(found[3])
        else:
            found = _ISO.match(text)
            if found is None:
                return None
            year, month, day = int(found[1]), int(found[2]), int(found[3])
        if year not in _YEARS or not (month and day):
            return None
        try:
            return RoughDate(year, month, day)
        except ValueError:
            return None

    def _number(self, cell: float) -> RoughDate:
        number = int(cell)
        if number in _YEARS and number == cell:
            return RoughDate(number)
        if number in _SERIAL:
            return RoughDate.of(_EPOCH + timedelta(days=number))
        if number == cell and len(str(number)) in (6, 7, 8):
            return self._typed(str(number).zfill(8 if number > 999_999 else 6), past=True)
        raise self._problem(f"{cell:g}")

    def _typed(self, text: str, *, past: bool) -> RoughDate:
        # Databases write 00 for what they do not know.
        text = re.sub(r"\A(\d{4}(?:-(?!00)\d{2})?)(?:-00)+\Z", r"\1", text)
        try:
            return RoughDate.parse(text)
        except ValueError:
            pass
        if len(text) == 5 and text.isdecimal():
            return self._number(int(text))
        if text[:1] in "+-−–" or not any(sign.isdecimal() for sign in text):
            if re.match(r"--?\d{2}-?\d{2}\Z", text):
                raise NoYear("The year is missing.")
            raise self._problem(text)
        self._refuse_turned(text)
        if len(re.findall(r"\d+", text)) == 2 and not re.search(r"\d{4}|[^\W\d_]{3,}.*\d{2}", text):
            raise NoYear("The year is missing.")
        if re.fullmatch(r"\d{1,2}\.?\s*[^\W\d_]{3,}\.?", text):
            raise NoYear("The year is missing.")
        found = read_date(text, self.locale, self.today, DateKind.PAST if past else DateKind.ANY, self.order)
        if found.year not in _YEARS:
            raise self._problem(text)
        return found

    def _refuse_turned(self, text: str) -> None:
        """A month 13 in a list whose order is known is a slip: it is never turned round unseen."""
        found = _NUMERIC.match(text)
        if found is None or self.order == "ymd":
            return
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if self.order == "mdy" else (second, first)
        if month > 12 >= day > 0:
            raise DateProblem("“{typed}” is no date: there is no month {month}.", typed=text, month=month)

    def _problem(self, text: str) -> DateProblem:
        return DateProblem("“{typed}” is no date.", typed=text[:60])


def remedy(problem: DateProblem) -> Message:
    """How to mend a day that cannot be used."""
    if problem.suggestions:
        days = [day.exact for day in problem.suggestions if day.exact is not None]
        if len(days) == 2:
            return Message(
                "Perhaps {first} or {second} is meant. Write the right day into the list.",
                first=days[0],
                second=days[1],
            )
    return Message("Write the day into the list, or leave the cell empty.")
