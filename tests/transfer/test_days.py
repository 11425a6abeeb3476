# SPDX-License-Identifier: GPL-3.0-or-later
"""Days as lists have them.

Of the test catalogue: T5.2.
"""

from datetime import date, datetime

import pytest

from hospes.domain.dates import DateProblem
from hospes.i18n.locale import Locale
from hospes.transfer.days import DayReader, NoYear, find_order
from tests.transfer.conftest import TODAY


def day(cell, order="dmy", *, past=True):
    return str(DayReader(order, Locale.of("de"), TODAY).read(cell, past=past))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("12.03.1957", "1957-03-12"),
        ("12/3/1957", "1957-03-12"),
        ("12-03-57", "1957-03-12"),
        ("1957-03-12", "1957-03-12"),
        ("1957-03-12 00:00:00", "1957-03-12"),
        ("1957-03-12T00:00:00Z", "1957-03-12"),
        ("12.03.1957 10:20", "1957-03-12"),
        ("12. März 1957", "1957-03-12"),
        ("12 mars 1957", "1957-03-12"),
        ("12 March 1957", "1957-03-12"),
        ("12 marca 1957", "1957-03-12"),
        ("Mär 57", "1957-03"),
        ("03/1957", "1957-03"),
        ("1957", "1957"),
        ("um 1950", "1950~"),
        ("19570312", "1957-03-12"),
        (20891, "1957-03-12"),
        ("20891", "1957-03-12"),
        (1957, "1957"),
        (12031957, "1957-03-12"),
        (date(1957, 3, 12), "1957-03-12"),
        (datetime(1957, 3, 12, 10), "1957-03-12"),
        ("29.02.1972", "1972-02-29"),
        ("1952~", "1952~"),
        ("01.01.25", "2025-01-01"),
        ("01.01.27", "1927-01-01"),
    ],
)
def test_days_as_lists_have_them(cell, found):
    assert day(cell) == found


@pytest.mark.parametrize(
    "cell",
    [
        "31.02.1960",
        "99.99.1999",
        "13.13.1950",
        "irgendwann",
        "heute",
        "+3w",
        "0",
        "29.02.1971",
        "1.1.1",
        0,
        True,
        3.7,
    ],
)
def test_what_is_no_day(cell):
    with pytest.raises(DateProblem):
        day(cell)


@pytest.mark.parametrize("cell", ["3.9.", "3. März", "--02-03", "12/3"])
def test_a_birthday_without_a_year_is_its_own_case(cell):
    with pytest.raises(NoYear):
        day(cell)


def test_two_figures_of_a_year_may_mean_one_to_come_where_that_makes_sense():
    assert day("31.12.30", past=False) == "2030-12-31"
    assert day("31.12.30", past=True) == "1930-12-31"


@pytest.mark.parametrize(
    ("cells", "order", "ambiguous"),
    [
        (["03/04/1957", "23/04/1957"], "dmy", False),
        (["03/04/1957", "04/23/1957"], "mdy", False),
        (["03/04/1957", "05/06/1958"], "dmy", True),
        (["03/03/1957"], "dmy", False),
        (["1957-03-12"], "dmy", False),
        ([date(1957, 3, 12)], "dmy", False),
        (["23/04/1957"] * 50 + ["04/23/1957"], "dmy", False),
        ([], "dmy", False),
    ],
)
def test_the_order_is_found_over_the_whole_list(cells, order, ambiguous):
    found = find_order(cells, None)
    assert (found.order, found.ambiguous) == (order, ambiguous)


def test_the_order_that_is_said_counts():
    assert find_order(["23/04/1957"], "mdy").order == "mdy"
    assert day("03/04/1957", "mdy") == "1957-03-04"
    assert day("57-03-04", "ymd") == "1957-03-04"


@pytest.mark.parametrize(
    ("cell", "order"), [("12.13.1950", "dmy"), ("13/12/1950", "mdy"), ("4-23-57", "dmy")]
)
def test_a_month_that_does_not_exist_is_never_turned_round(cell, order):
    with pytest.raises(DateProblem):
        day(cell, order)


@pytest.mark.parametrize(("cell", "found"), [("1957-00-00", "1957"), ("1957-03-00", "1957-03")])
def test_databases_write_zeros_for_what_they_do_not_know(cell, found):
    assert day(cell) == found


@pytest.mark.parametrize("cell", ["00.03.1957", "12.00.1957", "0000-00-00"])
def test_a_day_or_month_of_zero_is_no_day(cell):
    with pytest.raises(DateProblem):
        day(cell)
