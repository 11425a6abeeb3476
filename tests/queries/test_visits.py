# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of visits of the example: views, orders, numbers, the next step; and what the rail counts."""

from datetime import date
from uuid import uuid4

import pytest

from hospes.app import App
from hospes.i18n.locale import Locale
from hospes.queries.members import Order
from hospes.queries.programme import programme
from hospes.queries.visit_counts import guests_without_host
from hospes.queries.visit_models import visit_models, visit_towns
from hospes.queries.visits import VIEWS, view_counts, view_of, visit_ids, visit_rows

EN = Locale.of("en")


@pytest.fixture(scope="module")
def app(example_once):
    app = App.open(example_once, read_only=True)
    yield app
    app.close()


def ids(app, view, order=Order("dates"), words=""):  # noqa: B008 - frozen
    return app.read(visit_ids, view, order, words, locale=EN, today=app.today)


def rows(app, some):
    return app.read(visit_rows, some, "en", app.today)


def test_every_visit_stands_in_one_view(app):
    found = {view: ids(app, view) for view in VIEWS}
    assert {view: len(some) for view, some in found.items()} == app.read(view_counts, app.today)
    every = [one for some in found.values() for one in some]
    assert len(every) == len(set(every))
    for view, some in found.items():
        assert all(app.read(view_of, one, app.today) == view for one in some)


def test_the_next_visit_with_its_numbers(app):
    [row] = rows(app, ids(app, "coming"))
    assert (row.title, row.first, row.days) == ("Ascension visit 2026", date(2026, 5, 13), 5)
    assert (row.guests, row.beds, row.placed) == (34, 34, 29)
    assert (row.step.code, row.step.n) == ("place", 5)
    assert [(party.name, party.ours) for party in row.parties] == [
        ("Montclair-sur-Loire", False),
        ("Rosenau", True),
    ]
    assert app.read(guests_without_host, app.today) == 5
    app.owner = uuid4()  # another association under the same umbrella has no such guests
    try:
        assert app.read(guests_without_host, app.today) == 0
    finally:
        app.owner = None


def test_past_visits_the_newest_first_and_turned_round(app):
    newest = [row.first for row in rows(app, ids(app, "past"))]
    assert newest == sorted(newest, reverse=True)
    oldest = [row.first for row in rows(app, ids(app, "past", Order("dates", descending=True)))]
    assert oldest == sorted(oldest)


def test_by_name_and_by_words(app):
    names = [row.title for row in rows(app, ids(app, "past", Order("name")))]
    assert names == sorted(names, key=EN.sort_key)
    wanted = max(names, key=lambda name: len(name.split()))
    turned = " ".join(reversed(wanted.upper().split()))
    assert wanted in [row.title for row in rows(app, ids(app, "past", words=turned))]
    assert ids(app, "past", words="nowhere at all") == []


def test_titles_and_towns_are_the_reader_s(app):
    [row] = app.read(visit_rows, ids(app, "coming"), "fr", app.today)
    assert row.title == "Visite de l'Ascension 2026"


def test_partner_towns_keep_their_places(app):
    towns = app.read(visit_towns, "en")
    assert towns[0].is_home
    assert [town.name for town in towns[1:3]] == ["Montclair-sur-Loire", "Lipowiec"]
    ranks = {
        party.name: party.partner
        for row in rows(app, [*ids(app, "past"), *ids(app, "coming")])
        for party in row.parties
        if not party.ours
    }
    assert ranks["Montclair-sur-Loire"] == 0
    assert ranks["Lipowiec"] == 1


def test_models_say_what_would_come_along(app):
    model = next(one for one in app.read(visit_models, "en") if one.first == date(2026, 5, 13))
    assert (model.items, model.tasks, model.hosts) == (17, 9, 21)


def test_the_programme_of_the_example(app):
    [visit] = ids(app, "coming")
    found = app.read(programme, visit, "en")
    assert found.languages[:2] == ("de", "fr")
    assert len(found.missing("fr")) == 3
    assert found.missing("de") == ()
    assert found.overlaps == ()
    lunch = next(one for one in found.items if one.title("de") == "Mittagessen")
    assert (lunch.count.guests, lunch.count.hosts) == (34, 21)
    assert lunch.count.by_diet == {"vegetarian": 3}
