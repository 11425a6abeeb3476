# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading typed days in all our languages."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hospes.domain.dates import DateKind, DateProblem, birth_doubt, read_date, read_day
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale

TODAY = date(2026, 11, 22)
LANGUAGES = ("de", "fr", "en", "pl", "it", "hu", "tr", "uk", "en-US", "nl", "es")


def read(typed, language="en", kind=DateKind.ANY, order=None):
    return str(read_date(typed, Locale.of(language), TODAY, kind, order))


@pytest.mark.parametrize(
    ("language", "typed", "expected"),
    [
        ("en", "3.9.71", "1971-09-03"),
        ("en", "03/09/1971", "1971-09-03"),
        ("en", "3 sept 71", "1971-09-03"),
        ("en", "3rd of September 1971", "1971-09-03"),
        ("en", "Sat 7 March 2026", "2026-03-07"),
        ("en", "1971-09-03", "1971-09-03"),
        ("en", "1971-09-03T00:00:00", "1971-09-03"),
        ("en", "03/09/1971 00:00", "1971-09-03"),
        ("en", "19710903", "1971-09-03"),
        ("en", "030971", "1971-09-03"),
        ("en", "09/1971", "1971-09"),
        ("en", "1971-09", "1971-09"),
        ("en", "sept 71", "1971-09"),
        ("en", "1952", "1952"),
        ("en", "about 1952", "1952~"),
        ("en", "c. March 1952", "1952-03~"),
        ("en", "1952?", "1952~"),
        ("en", "today", "2026-11-22"),
        ("en", "yesterday", "2026-11-21"),
        ("en", "+3w", "2026-12-13"),
        ("en", "+3", "2026-11-25"),
        ("en", "-9m", "2026-02-22"),
        ("en", "9/13/1971", "1971-09-13"),
        ("en-US", "9/3/71", "1971-09-03"),
        ("en-US", "Sept 3, 1971", "1971-09-03"),
        ("de", "3. September 1971", "1971-09-03"),
        ("de", "3. März 52", "1952-03-03"),
        ("de", "3. Maerz 52", "1952-03-03"),
        ("de", "heute", "2026-11-22"),
        ("de", "um 1952", "1952~"),
        ("de", "+3 Wochen", "2026-12-13"),
        ("fr", "1er mars 1952", "1952-03-01"),
        ("fr", "août 1960", "1960-08"),
        ("fr", "aujourd’hui", "2026-11-22"),
        ("fr", "aujourd'hui", "2026-11-22"),
        ("fr", "vers 1952", "1952~"),
        ("fr", "+2s", "2026-12-06"),
        ("pl", "3 września 1971 r.", "1971-09-03"),
        ("pl", "wrzesień 1971", "1971-09"),
        ("pl", "3 IX 1971", "1971-09-03"),
        ("pl", "dziś", "2026-11-22"),
        ("pl", "ok. 1952", "1952~"),
        ("it", "3 settembre 1971", "1971-09-03"),
        ("it", "oggi", "2026-11-22"),
        ("hu", "1971. szeptember 3.", "1971-09-03"),
        ("hu", "71.09.03", "1971-09-03"),
        ("hu", "1952 körül", "1952~"),
        ("tr", "3 Ağustos 1952", "1952-08-03"),
        ("tr", "bugün", "2026-11-22"),
        ("uk", "3 вересня 1971 р.", "1971-09-03"),
        ("uk", "сьогодні", "2026-11-22"),
        ("uk", "близько 1952", "1952~"),
        ("nl", "3 mrt 52", "1952-03-03"),
        ("nl", "omstreeks 1952", "1952~"),
        ("es", "3 de septiembre de 1971", "1971-09-03"),
        ("es", "hoy", "2026-11-22"),
        ("de", "3 września 1971", "1971-09-03"),
    ],
)
def test_typed_date(language, typed, expected):
    assert read(typed, language) == expected


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("3.9.41", DateKind.PAST, "1941-09-03"),
        ("3.9.26", DateKind.PAST, "2026-09-03"),
        ("30.12.26", DateKind.PAST, "1926-12-30"),
        ("52", DateKind.PAST, "1952"),
        ("3.9.41", DateKind.ANY, "2041-09-03"),
        ("3.9.", DateKind.ANY, "2026-09-03"),
        ("3.9.", DateKind.COMING, "2027-09-03"),
        ("24.12.", DateKind.PAST, "2025-12-24"),
        ("24.12.", DateKind.COMING, "2026-12-24"),
    ],
)
def test_missing_century_and_year_follow_the_purpose(typed, kind, expected):
    assert read(typed, "de", kind) == expected


def test_order_of_a_column_stands_above_the_language():
    assert read("03/09/1971", "en", order="mdy") == "1971-03-09"
    assert read("25/12/1971", "en-US") == "1971-12-25"


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("31.4.1971", ["1971-04-30", "1971-05-01"]),
        ("29 Feb 1971", ["1971-02-28", "1971-03-01"]),
        ("31/9/71", ["1971-09-30", "1971-10-01"]),
    ],
)
def test_a_day_that_does_not_exist_is_answered_with_its_neighbours(typed, suggested):
    with pytest.raises(DateProblem) as caught:
        read(typed)
    assert [str(day) for day in caught.value.suggestions] == suggested
    assert caught.value.code == "date-does-not-exist"


def test_the_answer_names_the_day_in_words():
    with pytest.raises(DateProblem) as caught:
        read("31.4.1971")
    assert Locale.of("en").message(caught.value) == "31 April does not exist."


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "3 foo 1971",
        "13/13/2020",
        "99/99",
        "1.2.3.4",
        "12345",
        "0",
        "0.0.1970",
        "+99999",
        "jui 60",
        "9" * 5000,
    ],
)
def test_what_is_no_date_is_refused_with_an_example(typed):
    with pytest.raises(DateProblem) as caught:
        read(typed, "fr")
    assert "1971" in Locale.of("en").message(caught.value)


def test_a_whole_day_is_needed_sometimes():
    assert read_day("3.9.71", Locale.of("de"), TODAY) == date(1971, 9, 3)
    with pytest.raises(DateProblem) as caught:
        read_day("9/1971", Locale.of("de"), TODAY)
    assert caught.value.suggestions == (RoughDate(1971, 9, 1),)


def test_odd_birth_dates_are_asked_about():
    english = Locale.of("en")
    old = birth_doubt(RoughDate(1899, 3, 4), TODAY)
    assert old is not None
    assert english.message(old) == "That would be 127 years old. Is the year right?"
    assert birth_doubt(RoughDate(2027), TODAY) is not None
    assert birth_doubt(RoughDate(1952), TODAY) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", ["list", "long", "weekday"])
@pytest.mark.parametrize("month", range(1, 13))
def test_every_language_reads_back_what_it_writes(language, style, month):
    locale = Locale.of(language)
    for day in (1, 12, 28):
        shown = locale.date(date(1984, month, day), style)
        assert read(shown, language) == f"1984-{month:02}-{day:02}", shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_reads_back_rough_dates(language):
    locale = Locale.of(language)
    for rough in (
        RoughDate(1952),
        RoughDate(1952, about=True),
        RoughDate(1952, 8),
        RoughDate(1952, 3, about=True),
    ):
        assert read_date(locale.rough(rough), locale, TODAY) == rough


@given(st.text(max_size=30), st.sampled_from(LANGUAGES), st.sampled_from(DateKind))
@example("0²", "de", DateKind.ANY)  # a sign that is a digit and no number
@example("²1", "de", DateKind.ANY)
def test_any_text_is_a_date_or_a_sentence(typed, language, kind):
    try:
        shown = str(read_date(typed, Locale.of(language), TODAY, kind))
    except DateProblem as problem:
        shown = Locale.of(language).message(problem)
    assert len(shown) >= 4


@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)))
def test_numbers_alone_in_the_usual_order(day):
    assert read(f"{day.day}.{day.month}.{day.year}", "de") == day.isoformat()
    assert read(day.isoformat(), "de") == day.isoformat()
