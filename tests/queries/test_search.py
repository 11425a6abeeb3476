# SPDX-License-Identifier: GPL-3.0-or-later
"""The hits of the one search: called by their names of now, with place and roles, in groups."""

from datetime import date

import pytest
from sqlalchemy import select

from hospes.i18n.locale import Locale
from hospes.queries.search import GROUPS, search, search_groups
from hospes.store import search as index
from hospes.store.search_words import SOURCES
from hospes.store.tables.events import Event, EventText
from hospes.store.tables.households import Hosting
from hospes.store.tables.members import Membership
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.visits import Visit, VisitText
from tests.store.world import DAY, do, family, founded

EN = Locale.of("en")


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = founded(tmp_path_factory.mktemp("world") / "a.hospes")

    def add(w):
        own = w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one().id
        home, (barbara, piotr) = family(w, "Nowak", "Barbara", "Piotr")
        w.create(Membership, owner_id=own, number="214", person_id=barbara)
        w.create(Membership, owner_id=own, number="215", person_id=piotr, left_on=date(2020, 1, 1))
        w.create(Hosting, household_id=home, can_host=True)
        visit = w.create(Visit, owner_id=own, first=date(2026, 5, 13))
        w.create(VisitText, visit_id=visit.id, language="de", title="Himmelfahrt")
        w.create(VisitText, visit_id=visit.id, language="fr", title="Ascension")
        event = w.create(Event, owner_id=own, on=date(2025, 3, 1))
        w.create(EventText, event_id=event.id, language="de", title="Himmelfahrt vorbereiten")

    do(app, add)
    yield app
    app.close()


def test_people_come_with_place_country_and_roles(app):
    hits = app.read(search, "nowak", EN, DAY, kinds=("person",))
    assert [(hit.title, hit.detail, hit.country, hit.roles) for hit in hits] == [
        ("Barbara Nowak", "Rosenau", "DE", ("member", "host")),
        ("Piotr Nowak", "Rosenau", "DE", ("host",)),
    ]


def test_roles_are_those_of_the_day(app):
    before = app.read(search, "piotr", EN, date(2019, 1, 1), kinds=("person",))
    assert before[0].roles == ("member", "host")


def test_titles_are_in_the_readers_language(app):
    for code, title in (("de", "Himmelfahrt"), ("fr", "Ascension")):
        (hit,) = app.read(search, "ascension", Locale.of(code), DAY)
        assert (hit.title, hit.detail) == (title, "2026")


def test_groups_stand_in_a_fixed_order_and_are_cut(app):
    groups = app.read(search_groups, "himmelfahrt", EN, DAY)
    assert [(group.kind, len(group.hits)) for group in groups] == [("visit", 1), ("event", 1)]
    groups = app.read(search_groups, "nowak", EN, DAY, each=1)
    assert [(group.kind, group.label, len(group.hits)) for group in groups] == [
        ("person", "People", 1),
        ("household", "Households", 1),
    ]
    assert app.read(search_groups, "  ", EN, DAY) == []


def test_every_kind_that_can_be_found_has_its_group():
    assert list(GROUPS) == list(index.KINDS)
    assert set(GROUPS) == set(SOURCES)


def test_no_more_than_asked_for(app):
    assert len(app.read(search, "rosenau", EN, DAY, 2)) == 2
    assert app.read(search, "rosenau", EN, DAY, 0) == []
