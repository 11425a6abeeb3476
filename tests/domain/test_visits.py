# SPDX-License-Identifier: GPL-3.0-or-later
"""Who travels to whom, and the days of a visit that is copied."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.codes_visit import DelegationRole as Role
from hospes.domain.visit_dates import Span, carried, with_year
from hospes.domain.visit_ways import Direction, direction_of

MODEL = Span(date(2026, 5, 13), date(2026, 5, 17))


@pytest.mark.parametrize(
    ("parties", "wanted"),
    [
        ([(Role.VISITING, False), (Role.HOSTING, True)], Direction.INCOMING),
        ([(Role.VISITING, True), (Role.HOSTING, False)], Direction.OUTGOING),
        ([(Role.VISITING, False), (Role.VISITING, False), (Role.HOSTING, True)], Direction.INCOMING),
        ([(Role.VISITING, True), (Role.VISITING, False)], Direction.SEVERAL),
        ([(Role.BOTH, True), (Role.BOTH, False)], Direction.SEVERAL),
        ([(Role.VISITING, True), (Role.VISITING, False), (Role.HOSTING, False)], Direction.SEVERAL),
        ([], Direction.SEVERAL),
    ],
)
def test_direction(parties, wanted):
    assert direction_of(parties) is wanted


@pytest.mark.parametrize(
    ("day", "new", "wanted"),
    [
        (date(2026, 5, 14), Span(date(2027, 5, 5), date(2027, 5, 9)), date(2027, 5, 6)),
        (date(2026, 5, 17), Span(date(2027, 5, 5), date(2027, 5, 8)), date(2027, 5, 8)),  # they leave last
        (date(2026, 5, 16), Span(date(2027, 5, 5), date(2027, 5, 8)), None),  # no room for the fourth day
        (date(2026, 5, 17), Span(date(2027, 5, 5), date(2027, 5, 12)), date(2027, 5, 12)),
        (date(2026, 5, 10), Span(date(2027, 5, 5), date(2027, 5, 9)), date(2027, 5, 2)),  # before the visit
        (date(2026, 5, 19), Span(date(2027, 5, 5), date(2027, 5, 8)), date(2027, 5, 10)),  # after it
        (date(2026, 5, 13), Span(date(2027, 5, 5), date(2027, 5, 5)), date(2027, 5, 5)),
    ],
)
def test_days_of_a_copy(day, new, wanted):
    assert carried(day, MODEL, new) == wanted


@given(st.integers(1, 20), st.integers(1, 20))
def test_a_copied_day_lies_within_the_new_visit_and_keeps_the_order(old, new):
    model = Span(date(2026, 5, 1), date(2026, 5, 1) + timedelta(days=old - 1))
    span = Span(date(2027, 6, 1), date(2027, 6, 1) + timedelta(days=new - 1))
    found = [carried(day, model, span) for day in model.all_days()]
    kept = [day for day in found if day is not None]
    assert all(span.first <= day <= span.last for day in kept)
    assert kept == sorted(kept)
    assert found[0] == span.first


def test_the_year_in_a_title_becomes_the_new_one():
    assert with_year("Visite 2026", date(2026, 5, 13), date(2027, 5, 5)) == "Visite 2027"
    assert with_year("50 years, 1976–2026", date(2026, 5, 13), date(2027, 5, 5)) == "50 years, 1976–2027"
    assert with_year("No. 120260", date(2026, 5, 13), date(2027, 5, 5)) == "No. 120260"
