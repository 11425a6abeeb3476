# SPDX-License-Identifier: GPL-3.0-or-later
"""Which honours are due: years of hosting, guests, years in office, each in the year it is reached."""

from datetime import date
from uuid import uuid4

from hospes.domain.courtesies import Reason, hosting_due, office_due

ANNA, OTTO = uuid4(), uuid4()


def told(due):
    return [(one.person, one.reason, one.number) for one in due]


def test_hosting_is_due_in_the_year_a_round_number_is_reached():
    ten_years = [(ANNA, year, 2) for year in range(2017, 2027)]
    assert told(hosting_due(ten_years, [], 2026)) == [(ANNA, Reason.HOSTING, 10)]
    assert hosting_due(ten_years, [], 2025) == ()
    assert hosting_due(ten_years, [], 2027) == ()
    assert hosting_due(ten_years, [(ANNA, date(2026, 1, 9))], 2026) == ()
    two_visits = [(OTTO, 2024, 20), (OTTO, 2026, 3), (OTTO, 2026, 4)]
    assert told(hosting_due(two_visits, [], 2026)) == [(OTTO, Reason.GUESTS, 25)]
    assert told(hosting_due([(OTTO, 2026, 60)], [], 2026)) == [(OTTO, Reason.GUESTS, 50)]


def test_years_in_office_add_up_over_offices_and_gaps():
    held = [(ANNA, 2010, 2014), (ANNA, 2013, 2016), (ANNA, 2022, None)]
    assert told(office_due(held, [], 2026)) == [(ANNA, Reason.OFFICE, 10)]
    assert office_due(held, [], 2025) == ()
    assert office_due([(OTTO, 2010, 2020)], [], 2026) == ()
    assert office_due(held, [(ANNA, date(2026, 5, 1))], 2026) == ()
