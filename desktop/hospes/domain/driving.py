# SPDX-License-Identifier: GPL-3.0-or-later
"""Driving and rest times of coach drivers in the EU (domain 2.6, REQ-2-10).

The programme asks with the drives of its day, the Travel tab with the legs of a coach; both get the same
answer from `driving_problems`. Times of one vehicle have to be comparable: all in UTC, or all of one place.
What is told is a hint for whoever plans, not a judgment: exact rules know more exceptions.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

AT_ONCE = 270
"""Minutes at the wheel before a break is due."""

BREAK = 45
DAY, DAY_LONG = 9 * 60, 10 * 60
"""Minutes at the wheel a day; the longer one twice a week."""

REST, REST_SHORT = 11 * 60, 9 * 60
"""Minutes of rest between two days; the shorter one three times between two weekly rests."""

SHORT_RESTS = 3
SHIFT, SHIFT_LONG, SHIFT_TWO = 13 * 60, 15 * 60, 21 * 60
DAYS = 12
"""Days after which the weekly rest can be put off no longer."""


class DrivingRule(StrEnum):
    """What is told."""

    BREAK = "break"
    REST = "rest"
    REST_SHORT = "rest-short"
    DAY = "day"
    DAY_LONG = "day-long"
    SHIFT = "shift"
    SHIFT_LONG = "shift-long"
    WEEK = "week"


NOTES = frozenset({DrivingRule.REST_SHORT, DrivingRule.DAY_LONG, DrivingRule.SHIFT_LONG})
"""Allowed now and then, and so only told; the others break a rule."""


@dataclass(frozen=True, slots=True)
class Drive:
    """A stretch of one vehicle. `minutes` at the wheel where known; else all the time under way counts."""

    leaves: datetime
    arrives: datetime
    minutes: int | None = None

    @property
    def wheel(self) -> int:
        """Minutes at the wheel."""
        return self.under_way if self.minutes is None else self.minutes

    @property
    def under_way(self) -> int:
        """Minutes from leaving to arriving."""
        return _minutes(self.arrives - self.leaves)


@dataclass(frozen=True, slots=True)
class DrivingProblem:
    """A rule that does not fit, at the drive it is seen at; `minutes` is what was found."""

    rule: DrivingRule
    drive: Drive
    minutes: int

    @property
    def breaks(self) -> bool:
        """Whether a rule is broken, not only stretched."""
        return self.rule not in NOTES


def driving_problems(drives: Iterable[Drive], drivers: int = 1) -> tuple[DrivingProblem, ...]:
    """What does not fit the rules for the drivers of one vehicle, in the order of time."""
    ordered = sorted(drives, key=lambda drive: (drive.leaves, drive.arrives))
    found = [problem for drive in ordered for problem in _breaks(drive, drivers)]
    short = 0
    shifts = _shifts(ordered)
    for before, after in pairwise(ordered):
        rest = _minutes(after.leaves - before.arrives)
        if before.leaves.date() == after.leaves.date() or rest >= REST:
            continue
        short += 1
        rule = DrivingRule.REST if rest < REST_SHORT or short > SHORT_RESTS else DrivingRule.REST_SHORT
        found.append(DrivingProblem(rule, after, max(rest, 0)))
    for shift in shifts:
        found += _day(shift, drivers)
    found += _weeks(shifts)
    return tuple(sorted(found, key=lambda problem: (problem.drive.leaves, problem.rule)))


def _breaks(drive: Drive, drivers: int) -> list[DrivingProblem]:
    due = 0 if drivers > 1 else max(0, (drive.wheel - 1) // AT_ONCE) * BREAK
    # A second driver takes the wheel, so the break is had on board.
    return (
        [DrivingProblem(DrivingRule.BREAK, drive, drive.wheel)] if drive.under_way - drive.wheel < due else []
    )


def _shifts(ordered: Sequence[Drive]) -> list[list[Drive]]:
    """Drives of one working day: no night and no rest between them."""
    shifts: list[list[Drive]] = []
    for drive in ordered:
        last = shifts[-1][-1] if shifts else None
        if (
            last is not None
            and last.leaves.date() == drive.leaves.date()
            and _minutes(drive.leaves - last.arrives) < REST_SHORT
        ):
            shifts[-1].append(drive)
        else:
            shifts.append([drive])
    return shifts


def _day(shift: Sequence[Drive], drivers: int) -> list[DrivingProblem]:
    found = []
    wheel, length = sum(drive.wheel for drive in shift), _minutes(shift[-1].arrives - shift[0].leaves)
    crew = max(1, min(drivers, 2))
    if wheel > DAY * crew:
        rule = DrivingRule.DAY if wheel > DAY_LONG * crew else DrivingRule.DAY_LONG
        found.append(DrivingProblem(rule, shift[-1], wheel))
    if crew == 2:
        if length > SHIFT_TWO:
            found.append(DrivingProblem(DrivingRule.SHIFT, shift[-1], length))
    elif length > SHIFT:
        rule = DrivingRule.SHIFT if length > SHIFT_LONG else DrivingRule.SHIFT_LONG
        found.append(DrivingProblem(rule, shift[-1], length))
    return found


def _weeks(shifts: Sequence[Sequence[Drive]]) -> list[DrivingProblem]:
    """The shift that comes after twelve days in a row without a day off."""
    run = 0
    before = None
    for shift in shifts:
        day = shift[0].leaves.date()
        if before is None or day > before + timedelta(days=1):
            run = 1
        elif day > before:
            run += 1
        before = day
        if run > DAYS:
            return [DrivingProblem(DrivingRule.WEEK, shift[0], run * 24 * 60)]
    return []


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)
