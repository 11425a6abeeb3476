# SPDX-License-Identifier: GPL-3.0-or-later
"""A funder's rules in red, amber and green, and the days that must not be missed."""

from dataclasses import replace
from datetime import date

import pytest

from hospes.domain.codes_money import BudgetCategory
from hospes.domain.funding import read_scheme
from hospes.domain.grants import Cost, Head, Project
from hospes.domain.grants_checks import (
    DeadlineKind,
    Light,
    check_words,
    checks,
    deadlines,
    months_later,
    next_deadline,
    warnings_in,
)
from hospes.i18n.locale import Locale
from hospes.queries.funding import shipped
from tests.domain.test_grants import FIRST, LAST, heads, project, scheme

ENGLISH = Locale.of("en")


def lights(code, found):
    """The light of each rule; rules that stand twice count by the worse."""
    result = {}
    for check in reversed(checks(scheme(code), found)):
        result[check.code] = check.light
    return result


def young(n, country, start=0, *, travelling=True, **more):
    return heads(n, country, start, travelling=travelling, age=16, **more)


def test_a_town_meeting_that_keeps_every_rule():
    group = project(*heads(30, "FR"), *heads(40, "DE", 100, travelling=False))
    assert set(lights("cerv-town-twinning", group).values()) == {Light.GREEN}


def test_too_few_people_are_red_and_the_rule_is_said_with_what_was_found():
    group = project(*heads(20, "FR"), *heads(40, "DE", 100, travelling=False))
    first = checks(scheme("cerv-town-twinning"), group)[0]
    assert first.light is Light.RED
    assert check_words(ENGLISH, first.rule) == "At least 25 people come from abroad."
    assert check_words(ENGLISH, first.found) == "There are 20."


def test_what_cannot_be_told_yet_is_amber():
    nobody = Project(None, None, "DE")
    assert set(lights("cerv-town-twinning", nobody).values()) == {Light.AMBER}
    assert lights("dpjw", nobody)["days-least"] is Light.AMBER


def test_ages_outside_the_rule_and_unknown_ages_are_amber():
    group = project(*young(10, "FR"), *heads(2, "FR", 50, age=40), *young(10, "DE", 100, travelling=False))
    (age,) = [check for check in checks(scheme("dfjw"), group) if check.code == "age"]
    assert (age.light, check_words(ENGLISH, age.found)) == (Light.AMBER, "2 people are not counted.")
    unknown = project(*young(10, "FR"), *heads(3, "FR", 50), *young(10, "DE", 100, travelling=False))
    (age,) = [check for check in checks(scheme("dfjw"), unknown) if check.code == "age"]
    assert check_words(ENGLISH, age.found) == "The age of 3 people is not known."


@pytest.mark.parametrize(("ours", "light"), [(20, Light.GREEN), (14, Light.GREEN), (13, Light.RED)])
def test_two_to_three_is_the_least_balance(ours, light):
    """DPJW: at settlement at most 2:3."""
    group = project(*young(20, "PL"), *young(ours, "DE", 100, travelling=False))
    assert lights("dpjw", group)["balance"] is light


def test_one_to_one_is_only_recommended():
    group = project(*young(20, "PL"), *young(18, "DE", 100, travelling=False))
    assert lights("dpjw", group)["equal"] is Light.AMBER


@pytest.mark.parametrize(("leaders", "light"), [(2, Light.GREEN), (1, Light.RED)])
def test_a_leader_for_every_ten(leaders, light):
    group = project(
        *young(20 - leaders, "FR"),
        *heads(leaders, "FR", 50, leader=True),
        *young(20, "DE", 100, travelling=False),
    )
    half = replace(group, heads=tuple(one for one in group.heads if one.travelling))
    assert lights("kjp", half)["leaders"] is light


@pytest.mark.parametrize(
    ("last", "light"), [(date(2026, 5, 16), Light.RED), (date(2026, 5, 17), Light.GREEN)]
)
def test_five_days_with_arrival_and_departure_as_one(last, light):
    group = replace(project(*young(10, "FR")), last=last)
    assert lights("dfjw", group)["days-least"] is light


def test_a_plan_has_to_be_even():
    costs = (Cost(BudgetCategory.TRAVEL, 640_000),)
    people = (Head(1, True, "FR"), Head(2, False, "DE"))
    even = project(*people, costs=costs, income_minor=640_000)
    assert lights("buergerfonds", even)["plan-even"] is Light.GREEN
    assert lights("buergerfonds", replace(even, income_minor=520_000))["plan-even"] is Light.RED


def test_schemes_that_exclude_each_other():
    group = project(*young(10, "FR"), other_schemes=(("buergerfonds", "Citizens' Fund"), ("", "Town")))
    found = [check for check in checks(scheme("dfjw"), group) if check.code == "not-with"]
    assert [check_words(ENGLISH, check.rule) for check in found] == [
        "It cannot be combined with Citizens' Fund."
    ]


def test_the_broken_rules_come_first():
    found = [check.light for check in checks(scheme("dfjw"), project(*heads(2, "FR", age=50)))]
    assert found == sorted(found, key=list(Light).index)
    assert found[0] is Light.RED


def test_countries_are_named_in_the_readers_language():
    (check,) = [one for one in checks(scheme("pl-ua-youth"), project()) if one.code == "countries-of"]
    assert "Poland" in check_words(ENGLISH, check.rule)


# ---- days -----------------------------------------------------------------------------------------------


def days(code, first=FIRST, last=LAST):
    return {one.kind: one.on for one in deadlines(scheme(code), first, last)}


def test_days_counted_from_the_visit_and_fixed_ones():
    assert days("dpjw") == {DeadlineKind.APPLY: date(2026, 2, 13), DeadlineKind.REPORT: date(2026, 7, 17)}
    assert days("kjp") == {DeadlineKind.APPLY: date(2025, 11, 1), DeadlineKind.REPORT: date(2026, 6, 17)}
    assert days("muelheim")[DeadlineKind.REPORT] == date(2026, 6, 28)  # six weeks
    assert days("regensburg")[DeadlineKind.APPLY] == date(2026, 4, 15)  # four weeks before
    assert days("dpjw", None, None) == {}


def test_the_next_day_of_a_kind():
    found = deadlines(scheme("dfjw"), FIRST, LAST)
    assert next_deadline(found, [DeadlineKind.NOTICE, DeadlineKind.APPLY]).on == date(2025, 11, 1)
    assert next_deadline(found, []) is None


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [(date(2026, 5, 31), -3, date(2026, 2, 28)), (date(2024, 12, 31), 2, date(2025, 2, 28)),
     (date(2026, 1, 15), -1, date(2025, 12, 15)), (date(2023, 11, 30), 3, date(2024, 2, 29))],
)  # fmt: skip
def test_months_end_where_they_end(day, months, later):
    assert months_later(day, months) == later


# ---- warning words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [("Geschenke und Wein", ("alcohol", "gift")), ("Weinheim, Reisebus", ()),
     ("Pfand für Gläser", ("deposit",)),
     ("Pourboire au chauffeur", ("tip",)), ("Museum", ()), ("Deposit for the hall", ("deposit",))],
)  # fmt: skip
def test_words_a_funder_does_not_accept(text, found):
    assert warnings_in(text, scheme("buergerfonds")) == found


def test_an_association_may_add_words_of_its_own():
    raw = {**shipped()["buergerfonds"], "warning_words": ["karaoke"]}
    assert warnings_in("Karaoke evening", read_scheme(raw)) == ("karaoke",)
