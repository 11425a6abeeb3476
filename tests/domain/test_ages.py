# SPDX-License-Identifier: GPL-3.0-or-later
"""Ages, birthdays and jubilees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.ages import (
    anniversaries,
    anniversary_in,
    born_before,
    is_minor,
    is_round_birthday,
    is_round_membership,
)
from hospes.domain.birth import birth_doubt, checked_birth
from hospes.domain.errors import FieldProblem
from hospes.domain.values import RoughDate

TODAY = date(2026, 4, 27)
DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("birth", "minor"),
    [
        ("2008-04-27", False),
        ("2008-04-28", True),
        ("2008", None),
        ("2007", False),
        ("2009", True),
        ("2008-04", None),
        ("2008-05", True),
        ("2010~", None),
        (None, None),
    ],
)
def test_who_is_under_age_and_of_whom_nobody_knows(birth, minor):
    assert is_minor(RoughDate.parse(birth) if birth else None, TODAY) is minor


def test_29_february_comes_on_1_march_in_other_years():
    leap = RoughDate(2004, 2, 29)
    assert anniversary_in(date(2004, 2, 29), 2026) == date(2026, 3, 1)
    assert [(one.on, one.years) for one in anniversaries(leap, date(2027, 1, 1), date(2028, 12, 31))] == [
        (date(2027, 3, 1), 23),
        (date(2028, 2, 29), 24),
    ]


@given(birth=DAYS, day=DAYS)
def test_an_anniversary_is_the_day_an_age_is_reached(birth, day):
    rough = RoughDate.of(birth)
    for coming in anniversaries(rough, day, day + timedelta(days=366)):
        assert rough.age_on(coming.on) == coming.years
        assert coming.on >= day


@given(birth=DAYS, day=DAYS, years=st.integers(0, 100))
def test_born_before_is_the_same_question_as_the_age(birth, day, years):
    if birth <= day:
        assert (birth <= born_before(day, years)) == (RoughDate.of(birth).age_on(day) >= years)


def test_rough_days_have_no_anniversaries():
    assert anniversaries(RoughDate(1952), TODAY, date(2027, 1, 1)) == []
    assert anniversaries(None, TODAY, date(2027, 1, 1)) == []


def test_round_ones():
    assert [age for age in range(100) if is_round_birthday(age)] == [
        18, 20, 30, 40, 50, 60, 65, 70, 75, 80, 85, *range(90, 100),
    ]  # fmt: skip
    assert is_round_membership(25)
    assert not is_round_membership(26)


def test_odd_births_are_asked_about_and_impossible_ones_refused():
    assert birth_doubt(RoughDate(1971), None, TODAY) is None
    assert birth_doubt(RoughDate(1899), None, TODAY).args == {"n": 127}
    assert birth_doubt(RoughDate(1899), RoughDate(1980), TODAY) is None
    assert birth_doubt(RoughDate(1980), RoughDate(1979), TODAY) is not None
    with pytest.raises(FieldProblem):
        checked_birth(RoughDate(2027), TODAY)
    assert checked_birth(RoughDate(2026), TODAY) == RoughDate(2026)
