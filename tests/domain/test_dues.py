# SPDX-License-Identifier: GPL-3.0-or-later
"""How a year's dues stand, and which year a day belongs to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.codes import DuesState
from hospes.domain.dues import DuesSum, dues_state, dues_year, year_span


@pytest.mark.parametrize(
    ("owed", "paid", "rows", "free", "state"),
    [
        (0, 0, 0, False, DuesState.NONE),
        (0, 0, 0, True, DuesState.FREE),
        (3500, 0, 1, False, DuesState.OPEN),
        (3500, 0, 1, True, DuesState.OPEN),
        (3500, 1000, 1, False, DuesState.PART),
        (3500, 3500, 1, False, DuesState.PAID),
        (3500, 4000, 1, False, DuesState.PAID),
        (0, 0, 1, False, DuesState.FREE),
        (3500, -100, 1, False, DuesState.OPEN),
    ],
)
def test_states(owed, paid, rows, free, state):
    assert dues_state(DuesSum(owed, paid, rows), free_class=free) == state


def test_own_dues_and_those_of_the_household_are_added():
    both = DuesSum(3500, 3500, 1) + DuesSum(1000, 0, 1)
    assert dues_state(both) == DuesState.PART
    assert both.open == 1000


@given(owed=st.integers(1, 10**6), paid=st.integers(0, 2 * 10**6))
def test_open_is_what_is_missing_and_never_less_than_nothing(owed, paid):
    total = DuesSum(owed, paid, 1)
    assert total.open == max(0, owed - paid)
    assert (dues_state(total) == DuesState.PAID) == (total.open == 0)


@given(
    day=st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    start=st.sampled_from(("01-01", "04-01", "09-01", "02-29")),
)
def test_every_day_lies_in_its_year(day, start):
    assert year_span(dues_year(day, start), start).holds(day)


def test_british_years_begin_in_april():
    assert dues_year(date(2026, 3, 31), "04-01") == 2025
    assert dues_year(date(2026, 4, 1), "04-01") == 2026
    assert year_span(2025, "04-01").last == date(2026, 3, 31)
