# SPDX-License-Identifier: GPL-3.0-or-later
"""The example's visit in figures, counted a second way from the tables."""

import sqlite3

import pytest

from hospes.app import App
from hospes.queries import resolve
from hospes.queries.visit_figures import visit_figures


@pytest.fixture(scope="module")
def counted(example_once):
    path = example_once
    app = App.open(path, read_only=True)
    visit = app.read(resolve.visit, "Ascension visit 2026")
    figures = app.read(visit_figures, visit)
    app.close()
    raw = sqlite3.connect(path)
    yield figures, raw, visit.hex
    raw.close()


def test_people_and_first_timers(counted):
    figures, raw, visit = counted
    query = "SELECT count(*), sum(first_visit) FROM participation WHERE visit_id = ? AND kind != 'host'"
    people, new = raw.execute(query, (visit,)).fetchone()
    assert (figures.people, figures.first_timers) == (people, new)
    assert figures.people == 34 == sum(one.people for one in figures.delegations)
    assert sum(number for _, number in figures.bands) + figures.ages_unknown == 34
    assert figures.minors == sum(number for (least, _), number in figures.bands if least < 18)


def test_nights_homes_and_programme(counted):
    figures, raw, visit = counted
    query = (
        "SELECT count(*), count(DISTINCT offer_id) FROM placement "
        "JOIN participation p ON p.id = participation_id WHERE p.visit_id = ?"
    )
    nights, homes = raw.execute(query, (visit,)).fetchone()
    assert (figures.nights_with_hosts, figures.homes) == (nights, homes)
    items = raw.execute("SELECT count(*) FROM programme_item WHERE visit_id = ?", (visit,)).fetchone()[0]
    assert (figures.items, figures.days, figures.programme_days) == (items, 5, 5)
