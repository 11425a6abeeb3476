# SPDX-License-Identifier: GPL-3.0-or-later
"""School and club links: sums of a year, the last exchange, numbers that cannot be."""

from datetime import date

import pytest

from hospes.domain.codes_twinning import ExchangeWay, LinkKind, PartnershipLevel
from hospes.domain.links import Exchange, YearSum, by_year, last_of, level_of, problem_of
from hospes.domain.values import RoughDate

TODAY = date(2026, 4, 27)
NUMBERS = (
    Exchange(2024, ExchangeWay.TO_US, 21),
    Exchange(2024, ExchangeWay.TO_THEM, 18, 3),
    Exchange(2025, ExchangeWay.ONLINE, 12),
)


def test_sums_of_a_year_go_both_ways_and_the_newest_stands_first():
    assert by_year(NUMBERS) == (YearSum(2025, other=12), YearSum(2024, 21, 18, 0, 3))
    assert [one.people for one in by_year(NUMBERS)] == [12, 39]


def test_the_last_exchange_is_the_latest_of_all_that_is_known():
    assert last_of(None, (), None) is None
    assert last_of(RoughDate(2022), NUMBERS, None) == RoughDate(2025)
    assert last_of(None, NUMBERS, date(2025, 5, 3)) == RoughDate(2025, 5, 3)
    assert last_of(RoughDate(2026, 2), NUMBERS, date(2025, 5, 3)) == RoughDate(2026, 2)


@pytest.mark.parametrize(
    ("year", "people", "apprentices", "field"),
    [(1812, 3, 0, "year"), (2027, 3, 0, "year"), (2025, 0, 0, "people"), (2025, 3, 4, "apprentices")],
)
def test_numbers_that_cannot_be_name_their_field(year, people, apprentices, field):
    found = problem_of(year, people, apprentices, TODAY)
    assert found is not None
    assert found[0] == field


def test_schools_and_clubs():
    assert problem_of(2026, 1, 1, TODAY) is None
    assert level_of(LinkKind.ABIBAC) is PartnershipLevel.SCHOOL
    assert level_of(LinkKind.FIRE) is PartnershipLevel.CLUB
