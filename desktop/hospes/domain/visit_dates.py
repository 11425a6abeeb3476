# SPDX-License-Identifier: GPL-3.0-or-later
"""Days of a visit that is copied or moved: pure arithmetic on days, apart from rows."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

MOST_DAYS = 366
"""A longer visit is a slip of the hand."""

_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def all_days(self) -> tuple[date, ...]:
        """Every day of it."""
        return tuple(self.first + timedelta(days=at) for at in range(self.days))


def carried(day: date, model: Span, new: Span) -> date | None:
    """The day of the new visit that a day of the model becomes; None where the new one is too short for it.

    The last day stays the last, because that is when people leave. What lies before or after the model keeps
    its distance from the first or the last day.
    """
    if day > model.last:
        return new.last + (day - model.last)
    if day == model.last and model.days > 1:
        return new.last
    moved = new.first + (day - model.first)
    if day >= model.first and model.days > 1 and new.days > 1 and moved >= new.last:
        return None
    return moved if moved <= new.last else None


def with_year(title: str, old: date | None, new: date | None) -> str:
    """A title of the model for the new visit: the year in it becomes the new one, all else stays."""
    if old is None or new is None:
        return title

    def swap(found: re.Match[str]) -> str:
        return str(new.year) if found.group() == str(old.year) else found.group()

    return _YEAR.sub(swap, title)


def same_name(one: str, other: str) -> bool:
    """Do two titles say the same but for a year?"""
    bare = [" ".join(_YEAR.sub(" ", title).casefold().split()) for title in (one, other)]
    return bare[0] == bare[1]
