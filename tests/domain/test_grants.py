# SPDX-License-Identifier: GPL-3.0-or-later
"""What a funder pays: the worked examples of domain 3, counting of heads and days, limits, sums."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.codes_money import BudgetCategory, LodgingKind
from hospes.domain.funding import DayRule, FundingChange, People, Which, read_scheme
from hospes.domain.grants import Cost, Head, Project, counted, days_of, estimate
from hospes.domain.values import Money
from hospes.queries.funding import shipped

FIRST, LAST = date(2026, 5, 13), date(2026, 5, 17)


def scheme(code, **edits):
    """A shipped scheme, with figures put right by their path."""
    return read_scheme(shipped()[code], {path: FundingChange(value) for path, value in edits.items()})


def heads(n, country="FR", start=0, *, travelling=True, **more):
    """So many people who stay all the time."""
    return tuple(Head(start + at, travelling, country, first=FIRST, last=LAST, **more) for at in range(n))


def project(*people, **more):
    """A visit of five days in Germany."""
    return Project(FIRST, LAST, "DE", tuple(people), **more)


def euro(amount):
    return Money(round(amount * 100))


def lines(found):
    return {line.part: line.amount for line in found.lines}


# ---- worked examples of domain 3 ------------------------------------------------------------------------


def test_the_citizens_fund_pays_six_thousand_of_ten():
    """The fund's own example: 10 000 € of expenses, 7 500 € of them eligible, at most 6 000 €."""
    costs = (Cost(BudgetCategory.TRAVEL, 750_000), Cost(BudgetCategory.INSURANCE, 250_000))
    assert estimate(scheme("buergerfonds"), project(costs=costs)).total == euro(6000)


def test_what_was_said_of_a_line_counts_more_than_its_category():
    costs = (
        Cost(BudgetCategory.TRAVEL, 100_000, accepted=0),
        Cost(BudgetCategory.INSURANCE, 50_000, accepted=20_000),
        Cost(BudgetCategory.MEALS, 30_000, in_kind=True),
    )
    assert estimate(scheme("buergerfonds"), project(costs=costs)).total == euro(160)


@pytest.mark.parametrize(
    ("day", "people", "amount"),
    [
        (date(2026, 5, 13), 24, 0), (date(2026, 5, 13), 25, 8455), (date(2026, 5, 13), 150, 50_745),
        (date(2026, 5, 13), 400, 50_745), (date(2022, 5, 13), 25, 5000), (date(2021, 9, 1), 300, 30_000),
    ],
)  # fmt: skip
def test_town_twinning_pays_a_lump_sum_by_people_from_abroad(day, people, amount):
    found = replace(project(*heads(people), *heads(60, "DE", 1000, travelling=False)), first=day)
    assert estimate(scheme("cerv-town-twinning"), found).total == euro(amount)


def test_people_of_countries_outside_the_programme_do_not_count():
    mixed = project(*heads(20, "FR"), *heads(20, "GB", 100))
    assert estimate(scheme("cerv-town-twinning"), mixed).total == euro(0)


def test_the_youth_office_pays_by_person_and_kilometre():
    """0,16 € × 720 km × (20 young people + 4 leaders, one for five)."""
    group = project(*heads(20, age=16), *heads(6, start=50, leader=True), distance_km=720)
    found = estimate(scheme("dfjw"), group)
    assert lines(found) == {"travel": euro(0.16 * 720 * 24)}


def test_a_visit_of_2023_keeps_the_rates_of_2023():
    """REQ-3-04: 0,12 €/km, 15 € a day, 250 € a day for the programme."""
    group = Project(
        date(2023, 5, 13), date(2023, 5, 19), "DE",
        tuple(Head(n, True, "FR", 15, first=date(2023, 5, 13), last=date(2023, 5, 19)) for n in range(10)),
        distance_km=1000, lodging=LodgingKind.HOSTEL,
    )  # fmt: skip
    assert lines(estimate(scheme("dfjw"), group)) == {
        "travel": euro(0.12 * 1000 * 10),
        "base": euro(15 * 6 * 10),  # seven days; arrival and departure are one
        "programme": euro(250 * 6),
    }


def test_the_programme_is_paid_for_ten_days_at_most():
    long = Project(date(2023, 7, 1), date(2023, 7, 20), "DE")
    assert lines(estimate(scheme("dfjw"), long))["programme"] == euro(2500)


def test_base_costs_leave_a_range_and_are_not_paid_in_families():
    group = project(*heads(10, age=15), distance_km=0, lodging=LodgingKind.CENTRE)
    found = estimate(scheme("dfjw"), group)
    assert (found.total, found.upto) == (euro(10 * 4 * 10), euro(25 * 4 * 10))
    assert "base" not in lines(estimate(scheme("dfjw"), replace(group, lodging=LodgingKind.FAMILY)))


def test_the_german_polish_office_pays_travel_to_guests_and_programme_to_hosts():
    young = heads(12, "DE", age=15)
    abroad = Project(FIRST, LAST, "PL", young, distance_km=600)
    assert lines(estimate(scheme("dpjw"), abroad)) == {
        "travel": euro(0.15 * 600 * 12),
        "interpreter": euro(0),
    }
    at_home = Project(
        FIRST, LAST, "DE",
        (*heads(12, "PL", age=15), *heads(12, "DE", 100, age=15, travelling=False)),
        distance_km=600, interpreter_days=5,
    )  # fmt: skip
    assert lines(estimate(scheme("dpjw"), at_home)) == {
        "travel": euro(0), "programme": euro(12 * 5 * 24), "interpreter": euro(250)
    }  # fmt: skip
    assert lines(estimate(scheme("pnwm"), at_home))["travel"] == Money(round(0.60 * 600 * 12 * 100), "PLN")


def test_the_german_polish_office_has_a_limit_for_a_project():
    many = Project(
        date(2026, 5, 1), date(2026, 5, 28), "DE",
        tuple(Head(n, True, "PL", 15, first=date(2026, 5, 1), last=date(2026, 5, 28)) for n in range(90)),
    )  # fmt: skip
    found = estimate(scheme("dpjw"), many)
    assert found.before > found.total == found.cap == euro(25_000)


@pytest.mark.parametrize(
    ("year", "km", "green", "each"),
    [(2019, 50, False, 20), (2022, 50, False, 23), (2022, 700, False, 275), (2022, 700, True, 320),
     (2022, 100, True, 210), (2022, 99, True, 23), (2025, 1999, False, 309), (2025, 2000, True, 535),
     (2025, 9000, False, 1735), (2025, 5, False, 0)],
)  # fmt: skip
def test_erasmus_pays_by_bands_of_distance(year, km, green, each):
    first, last = date(year, 5, 13), date(year, 5, 20)
    group = Project(
        first, last, "DE", tuple(Head(n, True, "FR", 16, first=first, last=last) for n in range(20)),
        distance_km=km, green=green,
    )  # fmt: skip
    assert lines(estimate(scheme("erasmus-youth"), group))["travel"] == euro(each * 20)


def test_the_federal_youth_plan_pays_days_at_home_and_kilometres_abroad():
    """24 € a day for both groups; preparation 30 € for each of ours, at most 300 €."""
    group = project(
        *heads(15, age=15),
        *heads(15, "DE", 100, age=15, travelling=False),
        interpreter_days=1,
        distance_km=500,
    )
    assert lines(estimate(scheme("kjp"), group)) == {
        "base": euro(24 * 5 * 30), "preparation": euro(300), "interpreter": euro(305)
    }  # fmt: skip
    abroad = Project(FIRST, LAST, "FR", heads(8, "DE", age=15), distance_km=500)
    assert lines(estimate(scheme("kjp"), abroad)) == {
        "travel": euro(0.12 * 500 * 8), "preparation": euro(240), "interpreter": euro(0)
    }  # fmt: skip


def test_a_share_of_travel_with_a_limit():
    """Butzbach: half of the travel costs, at most 800 €."""
    costs = (Cost(BudgetCategory.TRAVEL, 120_000), Cost(BudgetCategory.MEALS, 500_000))
    assert estimate(scheme("butzbach"), project(costs=costs)).total == euro(600)
    assert estimate(scheme("butzbach"), project(costs=(Cost(BudgetCategory.TRAVEL, 900_000),))).total == euro(
        800
    )


def test_the_polish_ukrainian_council_counts_kilometres_once():
    group = Project(FIRST, LAST, "PL", heads(10, "UA"), distance_km=800)
    assert estimate(scheme("pl-ua-youth"), group).total == euro(0.17 * 800 * 10 + 40 * 5 * 10)


def test_another_currency_needs_a_rate():
    costs = (Cost(BudgetCategory.TRAVEL, 1_000_000),)
    (line,) = estimate(scheme("uk-german"), project(costs=costs)).lines
    assert line.missing == "exchange"
    known = project(costs=costs, rates=(("GBP", Decimal("1.25")),))
    assert estimate(scheme("uk-german"), known).total == Money(600_000, "GBP")


# ---- missing facts, edits -------------------------------------------------------------------------------


def test_an_unknown_rate_and_a_missing_distance_are_said_and_count_nothing():
    found = estimate(scheme("erasmus-youth"), project(*heads(20, age=16)))
    assert {line.part: line.missing for line in found.lines} == {
        "travel": "distance", "individual": "rate", "organisation": "rate"
    }  # fmt: skip
    assert found.total == euro(0)


def test_a_figure_somebody_entered_counts():
    mine = scheme("erasmus-youth", **{"rates/2024-01-01/organisation/value": "100"})
    assert lines(estimate(mine, project(*heads(20, age=16))))["organisation"] == euro(2000)


# ---- heads and days -------------------------------------------------------------------------------------


def test_leaders_are_counted_in_proportion():
    group = project(*heads(11, age=15), *heads(4, start=50, leader=True))
    assert len(counted(group, People(leaders_per=5))) == 13
    assert (
        len(counted(project(*heads(3, age=15), *heads(4, start=50, leader=True)), People(leaders_per=5))) == 4
    )
    assert len(counted(group, People(leaders_per=5, most=12))) == 12


def test_whose_age_is_not_known_is_counted_and_staff_never():
    group = project(*heads(2), *heads(3, start=10, age=40), *heads(2, start=20, staff=True))
    assert len(counted(group, People(age_from=12, age_to=26))) == 2
    assert len(counted(group, People())) == 5


def test_at_home_from_abroad_and_travelling():
    group = project(*heads(4, "FR"), *heads(2, "DE", 10), *heads(5, "DE", 20, travelling=False))
    found = {which: len(counted(group, People(which))) for which in Which}
    assert found == {Which.ALL: 11, Which.TRAVELLING: 6, Which.HOSTING: 5, Which.ABROAD: 4}


@pytest.mark.parametrize(
    ("rule", "days"),
    [(DayRule.CALENDAR, 5), (DayRule.NIGHTS, 4), (DayRule.TRAVEL_AS_ONE, 4), (DayRule.PROGRAMME, 5),
     (DayRule.WITH_TRAVEL, 7)],
)  # fmt: skip
def test_how_days_are_counted(rule, days):
    assert days_of(FIRST, LAST, rule) == days
    assert days_of(None, LAST, rule) == days_of(LAST, FIRST, rule) == 0


def test_programme_days_set_by_hand_and_green_travel():
    assert days_of(FIRST, LAST, DayRule.PROGRAMME, project(programme_days=3)) == 3
    assert days_of(FIRST, LAST, DayRule.WITH_TRAVEL, project(green=True)) == 9
    assert days_of(FIRST, FIRST, DayRule.TRAVEL_AS_ONE) == 1


def test_whoever_leaves_early_counts_for_their_days():
    early = replace(heads(1, age=15)[0], last=date(2026, 5, 14))
    group = project(*heads(9, start=1, age=15), early, lodging=LodgingKind.CENTRE)
    (_, line) = estimate(scheme("dfjw"), group).lines
    assert (line.days, line.person_days) == (0, 9 * 4 + 1)


# ---- properties -----------------------------------------------------------------------------------------


@given(
    st.sampled_from(sorted(shipped())),
    st.lists(
        st.tuples(
            st.booleans(), st.sampled_from(["DE", "FR", "PL", "UA", ""]), st.none() | st.integers(0, 90)
        ),
        max_size=60,
    ),
    st.none() | st.integers(0, 5000),
    st.lists(st.tuples(st.sampled_from(BudgetCategory), st.integers(0, 10**7)), max_size=8),
)
def test_no_scheme_pays_less_than_nothing_or_more_than_its_limit(code, people, km, costs):
    found = tuple(
        Head(n, travelling, country, age, first=FIRST, last=LAST)
        for n, (travelling, country, age) in enumerate(people)
    )
    one = project(*found, distance_km=km, costs=tuple(Cost(category, minor) for category, minor in costs))
    mine = scheme(code)
    result = estimate(mine, one)
    assert result.total.minor >= 0
    assert result.before == sum((line.amount for line in result.lines), Money(0, mine.currency))
    assert result.total <= result.before
    limit = result.rates.cap
    if limit is not None:
        assert result.total.minor <= limit.whole * 100
    for line in result.lines:
        if line.of is not None:
            assert line.amount <= line.of


@given(st.integers(0, 40), st.integers(0, 40))
def test_more_people_never_bring_less(few, more):
    def pays(n):
        return estimate(scheme("dfjw"), project(*heads(n, age=15), distance_km=333)).total

    assert pays(few) <= pays(few + more)
