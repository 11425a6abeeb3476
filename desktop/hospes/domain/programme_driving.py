# SPDX-License-Identifier: GPL-3.0-or-later
"""Rest and driving times of coach drivers, as a hint for planning (EU rules, domain 2.6, REQ-2-10).

The rules here are the ones a planner can see from a timetable: hours at the wheel, length of the working day,
rest before the next departure. The coach company knows the rest and answers for it. Times are instants, so
legs across time zones are right.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

BREAK_AFTER = timedelta(hours=4, minutes=30)
BREAK = timedelta(minutes=45)
DAILY_DRIVING = timedelta(hours=9)
DAILY_DRIVING_LONGER = timedelta(hours=10)
LONGER_DAYS = 2
"""So often in a week the daily driving may be longer."""
DAILY_REST = timedelta(hours=11)
DAILY_REST_SHORTER = timedelta(hours=9)
SHORTER_RESTS = 3
"""So often between two weekly rests the daily rest may be shorter."""
SHIFT = timedelta(hours=13)
SHIFT_LONGER = timedelta(hours=15)
SHIFT_TWO_DRIVERS = timedelta(hours=21)
WEEK = timedelta(days=7)
DAYS_IN_A_ROW = 12
"""Days after which a coach driver needs a weekly rest at the latest."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A journey of one coach: aware instants, and the time at the wheel where it is less than the journey."""

    id: Hashable
    coach: Hashable
    departs: datetime
    arrives: datetime
    driving: timedelta | None = None
    drivers: int = 1

    @property
    def at_the_wheel(self) -> timedelta:
        """How long one driver drives: the whole, or a share where drivers take turns."""
        whole = self.driving if self.driving is not None else self.arrives - self.departs
        return whole / max(self.drivers, 1)


class DrivingRule(StrEnum):
    """What a warning is about."""

    BREAK = "break"
    DRIVING = "driving"
    DRIVING_LONGER = "driving_longer"
    REST = "rest"
    REST_SHORTER = "rest_shorter"
    SHIFT = "shift"
    SHIFT_LONGER = "shift_longer"
    WEEKLY_REST = "weekly_rest"


@dataclass(frozen=True, slots=True)
class DrivingWarning:
    """A rule a timetable comes into conflict with, at which leg, and by what figure.

    `broken` says it cannot be done so; else it may be done, but only so often.
    """

    rule: DrivingRule
    leg: Hashable
    found: timedelta
    allowed: timedelta
    broken: bool = True


def driving_warnings(legs: Iterable[Leg]) -> list[DrivingWarning]:
    """What a planner should ask the coach company about, coach by coach, in the order it happens."""
    by_coach: dict[Hashable, list[Leg]] = {}
    for leg in legs:
        if leg.arrives > leg.departs:
            by_coach.setdefault(leg.coach, []).append(leg)
    found: list[DrivingWarning] = []
    for coach_legs in by_coach.values():
        found += _one_coach(sorted(coach_legs, key=lambda leg: leg.departs))
    return found


def _one_coach(legs: Sequence[Leg]) -> list[DrivingWarning]:
    found: list[DrivingWarning] = []
    for leg in legs:
        found += _break(leg)
    shifts = _shifts(legs)
    short_rests: list[datetime] = []
    long_days: list[datetime] = []
    for number, shift in enumerate(shifts):
        found += _driving(shift, long_days)
        found += _length(shift)
        if number:
            found += _rest(shifts[number - 1], shift, short_rests)
    return found + _weekly(shifts)


def _shifts(legs: Sequence[Leg]) -> list[list[Leg]]:
    """Working days: a pause shorter than the shortest rest does not end one.

    But a return late at night and a departure the next morning are two days with too little rest between,
    not one long day.
    """
    found: list[list[Leg]] = []
    for leg in legs:
        last = found[-1][-1] if found else None
        if last is None or _begins_anew(last, leg):
            found.append([leg])
        else:
            found[-1].append(leg)
    return found


def _begins_anew(last: Leg, leg: Leg) -> bool:
    pause = leg.departs - last.arrives
    if pause >= DAILY_REST_SHORTER:
        return True
    # The clock of the place decides what a night is: somebody slept between two calendar days.
    return last.arrives.date() < leg.departs.date() and pause >= timedelta(hours=4)


def _break(leg: Leg) -> list[DrivingWarning]:
    """A leg at the wheel for longer than four and a half hours needs its break within the journey."""
    driven = leg.at_the_wheel
    if driven <= BREAK_AFTER:
        return []
    whole = leg.driving if leg.driving is not None else leg.arrives - leg.departs
    pauses = (leg.arrives - leg.departs) - whole
    needed = BREAK * (-(-(driven - BREAK_AFTER) // BREAK_AFTER))
    if pauses >= needed or leg.drivers > 1:
        return []
    return [DrivingWarning(DrivingRule.BREAK, leg.id, driven, BREAK_AFTER, broken=leg.driving is not None)]


def _driving(shift: Sequence[Leg], long_days: list[datetime]) -> list[DrivingWarning]:
    driven = sum((leg.at_the_wheel for leg in shift), timedelta())
    if driven <= DAILY_DRIVING:
        return []
    at = shift[0].departs
    if driven > DAILY_DRIVING_LONGER:
        return [DrivingWarning(DrivingRule.DRIVING, shift[-1].id, driven, DAILY_DRIVING)]
    long_days.append(at)
    often = sum(day > at - WEEK for day in long_days)
    rule = DrivingRule.DRIVING_LONGER
    return [DrivingWarning(rule, shift[-1].id, driven, DAILY_DRIVING, broken=often > LONGER_DAYS)]


def _length(shift: Sequence[Leg]) -> list[DrivingWarning]:
    length = shift[-1].arrives - shift[0].departs
    two = all(leg.drivers > 1 for leg in shift)
    if two:
        if length <= SHIFT_TWO_DRIVERS:
            return []
        return [DrivingWarning(DrivingRule.SHIFT, shift[-1].id, length, SHIFT_TWO_DRIVERS)]
    if length <= SHIFT:
        return []
    if length > SHIFT_LONGER:
        return [DrivingWarning(DrivingRule.SHIFT, shift[-1].id, length, SHIFT_LONGER)]
    return [DrivingWarning(DrivingRule.SHIFT_LONGER, shift[-1].id, length, SHIFT, broken=False)]


def _rest(before: Sequence[Leg], shift: Sequence[Leg], short: list[datetime]) -> list[DrivingWarning]:
    rest = shift[0].departs - before[-1].arrives
    if rest >= DAILY_REST:
        return []
    if rest < DAILY_REST_SHORTER:
        return [DrivingWarning(DrivingRule.REST, shift[0].id, rest, DAILY_REST_SHORTER)]
    at = shift[0].departs
    short.append(at)
    often = sum(day > at - WEEK for day in short)
    rule = DrivingRule.REST_SHORTER
    return [DrivingWarning(rule, shift[0].id, rest, DAILY_REST, broken=often > SHORTER_RESTS)]


def _weekly(shifts: Sequence[Sequence[Leg]]) -> list[DrivingWarning]:
    """More than twelve days with driving, each on the day after the last."""
    run = 1
    for before, shift in pairwise(shifts):
        gap = (shift[0].departs.date() - before[-1].arrives.date()).days
        run = run + 1 if gap <= 1 else 1
        if run > DAYS_IN_A_ROW:
            days = timedelta(days=1)
            return [DrivingWarning(DrivingRule.WEEKLY_REST, shift[0].id, run * days, DAYS_IN_A_ROW * days)]
    return []
