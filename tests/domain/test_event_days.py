# SPDX-License-Identifier: GPL-3.0-or-later
"""How long events last: their last day, and the hour of their end."""

from datetime import date, datetime, time

import pytest

from hospes.domain.errors import FieldProblem
from hospes.domain.event_days import days_words, end_moment, last_of, moved_last, read_last
from hospes.i18n.locale import Locale

JUNE = date(2026, 6, 19)


def test_an_event_ends_on_its_last_day_and_stays_as_long_when_it_moves():
    assert read_last(JUNE, JUNE) is None
    assert read_last(JUNE, date(2026, 6, 21)) == date(2026, 6, 21)
    for wrong in (date(2026, 6, 18), date(2036, 6, 20)):
        with pytest.raises(FieldProblem):
            read_last(JUNE, wrong)
    assert moved_last(JUNE, date(2026, 7, 1), date(2026, 6, 21)) == date(2026, 7, 3)
    assert moved_last(JUNE, date(2026, 7, 1), None) is None
    assert last_of(JUNE, date(2026, 6, 1)) == JUNE, (
        "what two laptops made of it ends no sooner than it begins"
    )


def test_an_end_past_midnight_is_the_next_day_and_midnight_ends_the_last_one():
    assert end_moment(JUNE, None, time(20), time(1)) == datetime(2026, 6, 20, 1)
    assert end_moment(JUNE, None, time(20), time(22)) == datetime(2026, 6, 19, 22)
    assert end_moment(JUNE, date(2026, 6, 21), time(20), time(14)) == datetime(2026, 6, 21, 14)
    assert end_moment(JUNE, date(2026, 6, 21), time(20), time()) == datetime(2026, 6, 22)


def test_days_are_told_as_one_or_as_from_and_to():
    en = Locale.of("en")
    assert days_words(en, JUNE, None) == "Friday, 19 June 2026"
    assert days_words(en, JUNE, date(2026, 6, 21)) == "19–21 June 2026"
