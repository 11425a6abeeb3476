# SPDX-License-Identifier: GPL-3.0-or-later
"""When a task is due: a day, or so long before or after a visit or event; and in which group it stands."""

from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """What a distance is counted in."""

    DAYS = "days"
    WEEKS = "weeks"


class When(StrEnum):
    """The groups of the list of tasks (design 5.9)."""

    THIS_WEEK = "this-week"
    LATER = "later"
    SOME_DAY = "some-day"


def group_of(due: date | None, today: date) -> When:
    """The group of a task; what is overdue belongs to this week."""
    if due is None:
        return When.SOME_DAY
    return When.THIS_WEEK if due < today + timedelta(days=7) else When.LATER


def distance(number: int, unit: Unit, *, before: bool) -> int:
    """Days from the first day: below nothing before it."""
    days = number * 7 if unit is Unit.WEEKS else number
    return -days if before else days
