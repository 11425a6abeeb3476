# SPDX-License-Identifier: GPL-3.0-or-later
"""Lengths of time are read as people write them, and said in signs every reader knows."""

import pytest

from hospes.domain.errors import UserError
from hospes.domain.volunteering import read_minutes, say_minutes, whole_hours
from hospes.i18n.locale import Locale

EN = Locale.of("en")


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3", 180), ("2.5", 150), ("2,5", 150), ("0:45", 45), ("1:30", 90), ("1 h 30", 90), ("1h30min", 90),
        ("45 min", 45), ("2 Std.", 120), ("2,5 Stunden", 150), ("3 heures", 180), ("2 godz. 15 min", 135),
    ],
)  # fmt: skip
def test_a_length_of_time_is_read(typed, minutes):
    assert read_minutes(typed) == minutes


@pytest.mark.parametrize("typed", ["", "a while", "1:75", "-2", "3 days"])
def test_what_is_no_length_of_time_says_how_to_write_one(typed):
    with pytest.raises(UserError, match="1:30"):
        read_minutes(typed)


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 min"), (180, "3 h"), (135, "2 h 15 min")])
def test_what_is_said_can_be_read_again(minutes, said):
    assert say_minutes(minutes, EN) == said
    assert read_minutes(said) == minutes


def test_figures_tell_whole_hours():
    assert [whole_hours(n) for n in (0, 29, 30, 90, 149)] == [0, 0, 1, 2, 2]
