# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel and money of the example are those of the drawn Today (mock 1) and of the task scripts."""

from datetime import date

import pytest
from sqlalchemy import select

from hospes.domain.codes_travel import LegWay
from hospes.domain.grants_checks import Light
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.budget import budget
from hospes.queries.dashboard import today
from hospes.queries.grant_views import grant_views
from hospes.queries.travel import travel
from hospes.store.tables.visits import Visit

DAY = date(2026, 4, 27)
ENGLISH = Locale.of("en")


@pytest.fixture
def visit(read):
    return read.execute(select(Visit.id).where(Visit.first == date(2026, 5, 13))).scalar()


def test_today_shows_seats_and_money_as_drawn(read):
    found = today(read, DAY, "en")
    assert (found.visit.seats.taken, found.visit.seats.seats) == (34, 50)
    assert (found.visit.money.promised, found.visit.money.costs) == (Money(520_000), Money(640_000))
    (report,) = [need for need in found.needs if need.code.startswith("grant")]
    assert (report.code, report.on, report.money) == ("grant-report", date(2026, 4, 30), Money(180_000))
    assert [one.on for one in found.week if one.code == "grant-report"] == [date(2026, 4, 30)]


def test_everybody_gets_here_and_three_have_no_way_back(read, visit):
    view = travel(read, visit, ENGLISH)
    assert {way: len(people) for way, people in view.missing.items()} == {LegWay.THERE: 0, LegWay.BACK: 3}
    assert [problem for one in view.transports for problem in one.problems] == []


def test_twelve_hundred_are_still_missing_and_the_plan_is_even(read, visit):
    view = budget(read, visit, DAY, ENGLISH)
    assert (view.missing, view.planned.even) == (Money(120_000), True)
    assert (view.shares_planned, view.shares_paid) == (65_000, 24_000)


def test_the_fund_keeps_its_rules_and_could_pay_more(read, visit):
    fund, town = grant_views(read, visit, DAY, "en")
    # The fund's own figures are dated; that they are some years old is said and is no rule broken.
    assert {check.light for check in fund.checks if check.code != "rates"} == {Light.GREEN}
    # Insurance is no cost of the fund, and presents are said not to be.
    assert fund.before.total == Money((640_000 - 14_300 - 18_000) * 80 // 100)
    assert town.before is None
