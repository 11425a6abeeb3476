# SPDX-License-Identifier: GPL-3.0-or-later
"""Ages, birthdays and years of membership: what is reached on which day, and which ones are round."""

from dataclasses import dataclass
from datetime import date

from hospes.domain.values import RoughDate

OF_AGE = 18

OLDEST = 110
"""Years above which an age looks odd (design 6.3 shows one of 127)."""

ROUND_YEARS = frozenset({10, 20, 25, 30, 40, 50, 60, 65, 70, 75, 80})
"""Years of membership an association thanks for."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The day on which so many full years are reached."""

    on: date
    years: int


def is_minor(birth: RoughDate | None, day: date) -> bool | None:
    """Is somebody under age on a day? None where the date of birth does not tell."""
    if birth is None or birth.about:
        return None
    if birth.exact is None:
        # Known by year or month only: sure only where the whole stretch lies on one side.
        oldest, youngest = RoughDate.of(birth.first).age_on(day), RoughDate.of(birth.last).age_on(day)
        sides = {age < OF_AGE for age in (oldest, youngest) if age is not None}
        return sides.pop() if len(sides) == 1 else None
    age = birth.age_on(day)
    return None if age is None else age < OF_AGE


def anniversary_in(start: date, year: int) -> date:
    """The day of a year on which a full number of years is reached; 29 February becomes 1 March."""
    try:
        return start.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def anniversaries(start: RoughDate | None, first: date, last: date) -> list[Anniversary]:
    """All anniversaries of an exactly known day between two days, both included."""
    exact = start.exact if start is not None else None
    if exact is None:
        return []
    found = [Anniversary(anniversary_in(exact, year), year - exact.year) for year in _years(first, last)]
    return [one for one in found if one.years > 0 and first <= one.on <= last]


def _years(first: date, last: date) -> range:
    return range(first.year, last.year + 1)


def is_round_birthday(age: int) -> bool:
    """Is this birthday one to visit? 18, each tenth, from 65 each fifth, from 90 every one."""
    return age == OF_AGE or age >= 90 or (age >= 65 and age % 5 == 0) or (age >= 20 and age % 10 == 0)


def is_round_membership(years: int) -> bool:
    """Is this a jubilee of membership?"""
    return years in ROUND_YEARS


def born_before(day: date, years: int) -> date:
    """The last birthday of those who are at least `years` old on a day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)
