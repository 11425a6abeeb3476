# SPDX-License-Identifier: GPL-3.0-or-later
"""Which place it was on a day, and what it was called then."""

from datetime import date
from uuid import UUID

import pytest

from hospes.domain.codes_twinning import SuccessionKind
from hospes.domain.territories import NameOnTime, Succession, name_on, then
from hospes.domain.values import DateSpan

NORTH, PICARDIE, FRANCE, CITY, EAST = (UUID(int=n) for n in range(1, 6))
MERGED = date(2016, 1, 1)
LINKS = (
    Succession(NORTH, FRANCE, SuccessionKind.MERGED, MERGED),
    Succession(PICARDIE, FRANCE, SuccessionKind.MERGED, MERGED),
)
SPANS = {FRANCE: DateSpan(MERGED, None), NORTH: DateSpan(None, date(2015, 12, 31))}


@pytest.mark.parametrize(
    ("ref", "day", "found"),
    [
        (NORTH, date(2004, 6, 1), NORTH),
        (NORTH, date(2015, 12, 31), NORTH),
        (NORTH, MERGED, FRANCE),
        (NORTH, None, FRANCE),
        (FRANCE, date(2004, 6, 1), FRANCE),  # two stood before it: nobody can tell which one is meant
        (CITY, date(1900, 1, 1), CITY),
    ],
)
def test_a_place_follows_its_successors(ref, day, found):
    assert then(ref, day, LINKS, SPANS) == found


def test_back_to_the_only_one_there_was_before():
    renamed = (Succession(NORTH, FRANCE, SuccessionKind.RENAMED, MERGED),)
    assert then(FRANCE, date(2004, 6, 1), renamed, SPANS) == NORTH


def test_a_split_leaves_open_who_goes_on():
    split = (
        Succession(CITY, NORTH, SuccessionKind.SPLIT, MERGED),
        Succession(CITY, EAST, SuccessionKind.SPLIT, MERGED),
    )
    assert then(CITY, None, split, {}) == CITY


def test_a_ring_made_by_mistake_ends():
    ring = (
        Succession(NORTH, EAST, SuccessionKind.RENAMED, MERGED),
        Succession(EAST, NORTH, SuccessionKind.RENAMED, MERGED),
    )
    assert then(NORTH, None, ring, {}) in (NORTH, EAST)


def test_names_hold_in_their_years():
    names = (
        NameOnTime("pl", "Stalinogród", DateSpan(date(1953, 3, 9), date(1956, 12, 10))),
        NameOnTime("pl", "Katowice"),
        NameOnTime("de", "Kattowitz"),
    )
    assert name_on(names, "Katowice", "pl", date(1955, 1, 1)) == "Stalinogród"
    assert name_on(names, "Katowice", "pl", date(1960, 1, 1)) == "Katowice"
    assert name_on(names, "Katowice", "pl", None) == "Katowice"
    assert name_on(names, "Katowice", "de", date(1955, 1, 1)) == "Kattowitz"
    assert name_on(names, "Katowice", "fr", None) == "Katowice"
