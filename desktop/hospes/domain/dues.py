# SPDX-License-Identifier: GPL-3.0-or-later
"""How a year's dues stand, and which year a day belongs to (REQ-2-02)."""

from dataclasses import dataclass
from datetime import date, timedelta

from hospes.domain.codes import DuesState
from hospes.domain.values import DateSpan


@dataclass(frozen=True, slots=True)
class DuesSum:
    """What one payer owes and has paid for one year, in minor units; waived dues are not owed."""

    owed: int = 0
    paid: int = 0
    rows: int = 0

    def __add__(self, other: "DuesSum") -> "DuesSum":
        return DuesSum(self.owed + other.owed, self.paid + other.paid, self.rows + other.rows)

    @property
    def open(self) -> int:
        """What is still to come; nothing where too much was paid."""
        return max(self.owed - self.paid, 0)


def dues_state(total: DuesSum, *, free_class: bool = False) -> DuesState:
    """The state of a year's dues: own ones together with those of the household that pays.

    Dues that were set up decide. Where there are none, `free_class` (honorary, or an amount of zero) means
    free, otherwise nobody asked for dues yet.
    """
    if not total.rows:
        return DuesState.FREE if free_class else DuesState.NONE
    if total.owed == 0:
        return DuesState.FREE
    if total.paid >= total.owed:
        return DuesState.PAID
    return DuesState.PART if total.paid > 0 else DuesState.OPEN


def dues_year(day: date, year_start: str = "01-01") -> int:
    """The association's year a day belongs to, named by the calendar year in which it begins.

    `year_start` is month and day, `04-01`.
    """
    return day.year if day >= _start(day.year, year_start) else day.year - 1


def year_span(year: int, year_start: str = "01-01") -> DateSpan:
    """First and last day of the association's year."""
    return DateSpan(_start(year, year_start), _start(year + 1, year_start) - timedelta(days=1))


def year_name(year: int, year_start: str = "01-01") -> str:
    """What the association's year is called: `2026`, or `2026/27` where it does not begin in January."""
    return str(year) if year_start == "01-01" else f"{year}/{(year + 1) % 100:02d}"


def _start(year: int, year_start: str) -> date:
    month, day = (int(part) for part in year_start.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 3, 1)
