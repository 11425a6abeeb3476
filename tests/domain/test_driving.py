# SPDX-License-Identifier: GPL-3.0-or-later
"""Driving and rest times of coach drivers (domain 2.6, REQ-2-10)."""

from datetime import datetime, timedelta

import pytest

from hospes.domain.driving import Drive, DrivingRule, driving_problems

DAY = datetime(2026, 5, 13)


def drive(hour, length, day=0, minutes=None):
    """A drive that leaves at an hour and takes some hours."""
    leaves = DAY + timedelta(days=day, hours=hour)
    return Drive(leaves, leaves + timedelta(hours=length), minutes)


def rules(*drives, drivers=1):
    return [one.rule for one in driving_problems(drives, drivers)]


def test_a_short_day_keeps_every_rule():
    assert rules(drive(9, 3), drive(15, 3), drive(9, 2, day=1)) == []


@pytest.mark.parametrize(
    ("rest", "found"),
    [(8.5, [DrivingRule.REST]), (9, [DrivingRule.REST_SHORT]), (10.5, [DrivingRule.REST_SHORT]), (11, [])],
)
def test_rest_between_the_evening_and_the_morning(rest, found):
    evening = drive(20, 2)  # back at 22:00
    assert rules(evening, drive(22 + rest, 2)) == found


def test_the_fourth_short_rest_is_one_too_many():
    evenings = [drive(20, 2, day=day) for day in range(5)]
    mornings = [drive(8, 1, day=day) for day in range(1, 6)]
    found = [one.rule for one in driving_problems([*evenings, *mornings])]
    assert found.count(DrivingRule.REST_SHORT) == 3
    assert found.count(DrivingRule.REST) == 2


@pytest.mark.parametrize(("minutes", "broken"), [(270, False), (271, True)])
def test_a_break_is_due_after_four_and_a_half_hours(minutes, broken):
    one = drive(8, minutes / 60, minutes=minutes)
    assert (DrivingRule.BREAK in rules(one)) is broken


def test_a_break_under_way_counts():
    assert rules(drive(8, 6.75, minutes=360)) == []  # six hours at the wheel, 45 minutes of break


@pytest.mark.parametrize(
    ("hours", "found"), [(9, None), (9.5, DrivingRule.DAY_LONG), (10.5, DrivingRule.DAY)]
)
def test_hours_at_the_wheel_in_a_day(hours, found):
    one = Drive(DAY + timedelta(hours=6), DAY + timedelta(hours=18.5), round(hours * 60))
    assert [rule for rule in rules(one) if rule in (DrivingRule.DAY, DrivingRule.DAY_LONG)] == (
        [found] if found else []
    )


@pytest.mark.parametrize(
    ("hours", "drivers", "found"),
    [
        (13, 1, []),
        (14, 1, [DrivingRule.SHIFT_LONG]),
        (16, 1, [DrivingRule.SHIFT]),
        (16, 2, []),
        (22, 2, [DrivingRule.SHIFT]),
    ],
)
def test_from_the_first_leaving_to_the_last_arriving(hours, drivers, found):
    drives = [drive(1, 2), drive(9, 2), drive(1 + hours - 2, 2)]
    if hours == 22:
        drives.insert(2, drive(16, 2))
    assert rules(*drives, drivers=drivers) == found


def test_a_second_driver_takes_the_wheel():
    long = Drive(DAY + timedelta(hours=6), DAY + timedelta(hours=18), 660)
    assert DrivingRule.DAY in rules(long)
    assert rules(long, drivers=2) == []


def test_twelve_days_in_a_row_are_enough():
    days = [drive(10, 1, day=day) for day in range(12)]
    assert rules(*days) == []
    assert rules(*days, drive(10, 1, day=12)) == [DrivingRule.WEEK]
    assert rules(*days, drive(10, 1, day=13)) == []


def test_the_order_in_which_drives_are_told_does_not_matter():
    drives = [drive(20, 2), drive(6, 2, day=1), drive(8, 6)]
    assert driving_problems(drives) == driving_problems(reversed(drives))
