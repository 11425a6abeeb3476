# SPDX-License-Identifier: GPL-3.0-or-later
"""The example's calendar: everything is told as on Monday 27 April 2026 and moved to the day that is
asked for.

Plain days move by the same distance, so that the visit is always in 16 days. Birthdays, charters and
joinings move as anniversaries, so that ages and jubilees stay what they are: Renate Vogel turns 80 in two
days on any day.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hospes.domain.values import RoughDate

FROZEN = date(2026, 4, 27)
"""The Monday on which the example stands still (design, usability.md)."""

HOME_ZONE = "Europe/Berlin"


class Almanac:
    """Moves days of the example to `today`. On `FROZEN` itself nothing moves."""

    def __init__(self, today: date = FROZEN) -> None:
        self.today = today
        self._by = today - FROZEN

    def day(self, day: date) -> date:
        """A plain day: as far from today as it was from the frozen one."""
        return day + self._by

    def year(self, year: int) -> int:
        """A year: as many years back as it was."""
        return year + self.today.year - FROZEN.year

    def this_year(self, day: date) -> date:
        """A day of the current year up to now, kept inside it: who joined this year joined this year."""
        return min(self.today, max(date(self.today.year, 1, 1), self.day(day)))

    def yearly(self, day: date) -> date:
        """A day that comes back every year: its next or last return moves as plain days do, its age stays."""
        if not self._by:
            return day
        near = self.day(_in_year(day, FROZEN.year))
        return _in_year(near, near.year - (FROZEN.year - day.year))

    def rough(self, text: str) -> RoughDate:
        """A rough date as written in the example's tables (`1974-06-08`, `1952-03`, `1998`, `1944~`)."""
        rough = RoughDate.parse(text)
        if rough.month is None:
            return RoughDate(self.year(rough.year), about=rough.about)
        moved = self.yearly(date(rough.year, rough.month, rough.day or 15))
        return RoughDate(moved.year, moved.month, moved.day if rough.day else None, rough.about)

    def moment(self, day: date, clock: time = time(9, 42)) -> datetime:
        """Local time in Rosenau on a day of the example, as UTC."""
        local = datetime.combine(self.day(day), clock, ZoneInfo(HOME_ZONE))
        return local.astimezone(UTC)


def _in_year(day: date, year: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(year, 3, 1) - timedelta(days=1)
    return day.replace(year=year)
