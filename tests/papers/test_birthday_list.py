# SPDX-License-Identifier: GPL-3.0-or-later
"""Birthdays and jubilees: the right days, the right years, nobody who has died."""

import datetime as dt

import pytest

from hospes.domain.errors import UserError
from tests.papers.people import Somebody, add
from tests.papers.printing import paper, table
from tests.papers.reading import text_of


def rows(app, **more):
    """Date, name and years of every row, in English."""
    return [(row[0], row[2], row[3]) for row in table(app, "birthday-list", language="en", **more).rows]


def test_the_next_three_months_begin_today(founded):
    for name, birth in (
        ("A", "1956-04-26"),
        ("B", "1956-04-27"),
        ("C", "1980-06-30"),
        ("D", "1956-07-31"),
        ("E", "1956-08-01"),
    ):
        add(founded, Somebody("Anna", name, birth=birth))
    assert rows(founded, what="birthdays") == [
        (dt.date(2026, 4, 27), "B, Anna", 70),
        (dt.date(2026, 6, 30), "C, Anna", 46),
    ]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("month", "2026-04-01", "2026-04-30"),
        ("next-month", "2026-05-01", "2026-05-31"),
        ("year", "2026-01-01", "2026-12-31"),
    ],
)
def test_a_period_ends_where_its_name_says(founded, period, first, last):
    outside = (dt.date.fromisoformat(first) - dt.timedelta(1), dt.date.fromisoformat(last) + dt.timedelta(1))
    for day in (dt.date.fromisoformat(first), dt.date.fromisoformat(last), *outside):
        add(founded, Somebody("Anna", "N", birth=day.replace(year=1950).isoformat()))
    found = [day for day, _, _ in rows(founded, what="birthdays", period=period)]
    inside = [dt.date.fromisoformat(first), dt.date.fromisoformat(last)]
    assert found == ([dt.date(2026, 1, 1)] * 2 + [dt.date(2026, 12, 31)] * 2 if period == "year" else inside)


def test_from_a_day_to_a_day_over_new_year(founded):
    add(founded, Somebody("Anna", "Silvester", birth="1960-12-31"))
    add(founded, Somebody("Berta", "Neujahr", birth="1960-01-01"))
    found = rows(founded, what="birthdays", period="days", first="2026-12-24", last="2027-01-06")
    assert found == [
        (dt.date(2026, 12, 31), "Silvester, Anna", 66),
        (dt.date(2027, 1, 1), "Neujahr, Berta", 67),
    ]


def test_days_the_wrong_way_round_are_refused(founded):
    with pytest.raises(UserError):
        rows(founded, period="days", first="2026-12-24", last="2026-12-01")


def test_born_on_29_february_has_a_birthday_every_year(founded):
    add(founded, Somebody("Anna", "Schalt", birth="1960-02-29"))
    assert rows(founded, what="birthdays", period="year") == [(dt.date(2026, 3, 1), "Schalt, Anna", 66)]


def test_who_died_has_no_birthday(founded):
    add(founded, Somebody("Anna", "Tot", birth="1950-05-05", more={"deceased": True}))
    assert rows(founded) == []


def test_a_birthday_known_only_by_its_year_is_counted_as_unknown(founded):
    add(founded, Somebody("Anna", "Ungefähr", birth="1950"))
    add(founded, Somebody("Berta", "Genau", birth="1950-05-05"))
    text = text_of(paper(founded, "birthday-list", language="en", what="birthdays").pdf)
    assert "The birthday of one person is not known." in text
    assert "Ungefähr" not in text


def test_only_round_years_of_membership_are_jubilees_the_longest_first(founded):
    for name, joined in (
        ("Zehn", "2016-05-01"),
        ("Elf", "2015-05-01"),
        ("Fünfzig", "1976"),
        ("Vage", "1976~"),
    ):
        add(founded, Somebody("Anna", name, joined=joined))
    found = rows(founded, what="jubilees")
    assert found == [("2026", "Fünfzig, Anna", 50), (dt.date(2026, 5, 1), "Zehn, Anna", 10)]


def test_who_left_has_no_jubilee(founded):
    add(founded, Somebody("Anna", "Weg", joined="2016-05-01", left_on=dt.date(2025, 1, 1)))
    assert rows(founded, what="jubilees", filter="member:any") == []


def test_only_round_birthdays_if_wanted(founded):
    add(founded, Somebody("Anna", "Siebzig", birth="1956-05-05"))
    add(founded, Somebody("Berta", "Zweiundsechzig", birth="1964-05-05"))
    assert [name for _, name, _ in rows(founded, what="birthdays", round_only="yes")] == ["Siebzig, Anna"]


def test_months_are_headings_in_both_languages(rosenau):
    text = text_of(paper(rosenau, "birthday-list", language="de", second="fr", period="year").pdf)
    assert "Juni 2026" in text
    assert "juin 2026" in text


def test_years_can_be_left_out(founded):
    add(founded, Somebody("Anna", "Diskret", birth="1956-05-05"))
    shown = text_of(paper(founded, "birthday-list", language="de").pdf)
    hidden = text_of(paper(founded, "birthday-list", language="de", show="phones").pdf)
    assert "70" in shown
    assert "70" not in hidden.replace("1970", "")
