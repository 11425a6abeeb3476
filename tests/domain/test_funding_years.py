# SPDX-License-Identifier: GPL-3.0-or-later
"""Rates of several years: a new year's begin as a copy to be checked, none overlap, old ones are told."""

from dataclasses import replace
from datetime import date

import pytest

from hospes.domain.errors import FieldProblem
from hospes.domain.funding import Figure, read_scheme
from hospes.domain.funding_write import written
from hospes.domain.funding_years import (
    ended_for,
    old_on,
    place_of,
    with_day,
    with_days,
    with_new_rates,
    without_rates,
)
from hospes.domain.grants_checks import Light, check_words, checks
from hospes.i18n.locale import Locale
from tests.domain.test_grants import project

RULES = {
    "code": "own", "name": {"en": "Own"}, "funder": "Town",
    "rates": [{"from": "2022-01-01", "parts": [{"code": "base", "basis": "person", "value": "12"}]}],
}  # fmt: skip
NEW_YEAR = date(2026, 1, 1)


@pytest.fixture
def own():
    return read_scheme(RULES, own=True)


def test_rates_of_a_new_year_are_a_copy_that_has_to_be_checked(own):
    two = with_new_rates(own, NEW_YEAR)
    assert [(one.first, one.last) for one in two.rates] == [
        (date(2022, 1, 1), date(2025, 12, 31)),
        (NEW_YEAR, None),
    ]
    assert not two.rates[0].parts[0].value.verify
    assert two.rates[1].parts[0].value.verify
    assert (place_of(two, date(2025, 5, 1)), place_of(two, date(2026, 5, 1))) == (0, 1)
    assert read_scheme(written(two), own=True).rates[0] == own_again(two)
    with pytest.raises(FieldProblem):
        with_new_rates(two, date(2024, 1, 1))
    assert without_rates(two, 1).rates[0].last == date(2025, 12, 31)


def own_again(scheme):
    return read_scheme(written(scheme), own=True).rates[0]


def test_two_sets_of_rates_never_hold_for_one_day(own):
    two = with_new_rates(own, NEW_YEAR)
    with pytest.raises(FieldProblem):
        with_days(two, 0, date(2022, 1, 1), NEW_YEAR)
    with pytest.raises(FieldProblem):
        with_days(two, 1, NEW_YEAR, date(2025, 1, 1))
    moved = with_days(two, 1, date(2027, 1, 1), None)
    assert ended_for(moved, date(2026, 5, 1))


def test_old_rates_and_years_without_rates_are_told(own):
    visit = project()
    assert old_on(own, visit.first) == date(2022, 1, 1)
    (old,) = checks(own, visit)
    assert (old.code, old.light) == ("rates", Light.AMBER)
    assert "from 2022" in check_words(Locale.of("en"), old.found)
    ended = with_days(own, 0, None, date(2024, 12, 31))
    assert checks(ended, visit)[0].light is Light.RED
    named = read_scheme({**RULES, "source": "letter of 3 April 2025"}, own=True)
    assert checks(named, visit) == (), "the source names a year that is not long ago"


def test_what_is_typed_today_is_of_today(own):
    typed = replace(
        own, rates=(replace(own.rates[0], cap=Figure("", "800")),)
    )  # fmt: skip
    kept = with_day(typed, own, date(2026, 4, 27))
    assert kept.rates[0].cap.checked_on == date(2026, 4, 27)
    assert kept.rates[0].parts[0].value.checked_on is None
