# SPDX-License-Identifier: GPL-3.0-or-later
"""Jubilees, sleeping links, chains of papers, motives by period."""

from datetime import date

import pytest

from hospes.domain.codes_twinning import Motive, PartnershipStatus
from hospes.domain.twinnings import (
    Reason,
    in_chain,
    is_asleep,
    jubilees_between,
    months_later,
    motives_by_period,
    next_jubilee,
)
from hospes.domain.values import RoughDate

TODAY = date(2026, 4, 27)
ACTIVE, DORMANT, ENDED = PartnershipStatus.ACTIVE, PartnershipStatus.DORMANT, PartnershipStatus.ENDED


@pytest.mark.parametrize(
    ("since", "on", "years"),
    [
        (RoughDate(1974, 6, 8), date(2034, 6, 8), 60),
        (RoughDate(2016, 4, 27), TODAY, 10),
        (RoughDate(1996, about=True), date(2026, 12, 31), 30),
        (RoughDate(2024, 2, 29), date(2029, 3, 1), 5),
    ],
)
def test_the_next_jubilee(since, on, years):
    found = next_jubilee(since, TODAY)
    assert (found.on, found.years) == (on, years)


def test_no_jubilee_without_a_beginning_or_after_the_last():
    assert next_jubilee(None, TODAY) is None
    assert next_jubilee(RoughDate(1900), TODAY) is None
    assert jubilees_between(None, TODAY, TODAY) == []


def test_months_end_where_the_month_ends():
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2026, 4, 30), -24) == date(2024, 4, 30)
    assert months_later(date(2026, 12, 31), 2) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("status", "heard", "since", "asleep"),
    [
        (ACTIVE, date(2024, 4, 27), RoughDate(1974), False),
        (ACTIVE, date(2024, 4, 26), RoughDate(1974), True),
        (ACTIVE, None, RoughDate(1974), True),
        (ACTIVE, None, RoughDate(2025), False),  # too young to have slept so long
        (ACTIVE, None, None, True),
        (DORMANT, TODAY, RoughDate(1974), True),
        (ENDED, None, RoughDate(1974), False),
    ],
)
def test_what_sleeps(status, heard, since, asleep):
    assert is_asleep(status, heard, since, TODAY, 24) is asleep


def test_papers_stand_in_chains():
    assert in_chain([1, 2, 3, 4], {2: 1, 3: 2, 4: 1}) == [(1, 2, 3), (4,)]
    assert in_chain([1, 2], {1: 2, 2: 1}) == [(1, 2)]
    assert in_chain([1, 2], {2: 99}) == [(1,), (2,)]
    assert in_chain([], {}) == []


def test_motives_change_over_time():
    reasons = [
        Reason(Motive.GLO_CLI, 2019, None),
        Reason(Motive.CLA_REC, 1974, 1994),
        Reason(Motive.CLA_EUR, 1989, None),
    ]
    assert motives_by_period(reasons, [(1974, 1989), (1990, 2013), (2014, 2026)]) == [
        (Motive.CLA_REC, (True, True, False)),
        (Motive.CLA_EUR, (True, True, True)),
        (Motive.GLO_CLI, (False, False, True)),
    ]
