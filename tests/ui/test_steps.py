# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an undone step is seen."""

from uuid import uuid4

from hospes.store.journal import Changes
from hospes.ui.steps import place_of_changes

PLACES = frozenset({"members", "contacts", "calendar", "event", "letters", "visit", "money", "today"})


def seen(tables, points_to, here):
    touched = frozenset((table, uuid4()) for table in (*tables, *points_to))
    found = place_of_changes(Changes(frozenset(tables), frozenset(), touched), here, PLACES)
    return found[0] if found is not None else here


def test_what_only_points_to_a_person_or_to_us_is_not_looked_for_among_them():
    assert seen({"event", "event_text"}, {"organisation"}, "event") == "event"
    assert seen({"event_person"}, {"event", "person"}, "event") == "event"
    assert seen({"event_person"}, {"event", "person"}, "money") == "event"
    assert seen({"event", "event_text"}, {"organisation"}, "members") == "calendar"
    assert seen({"task"}, {"organisation", "person"}, "today") == "today"
    assert seen({"letter", "letter_text"}, {"organisation"}, "letters") == "letters"
    assert seen({"letter_sent"}, {"letter", "person"}, "money") == "letters"
    assert seen({"payment"}, {"membership", "person"}, "money") == "money"


def test_parts_of_people_and_organisations_are_seen_with_them():
    assert seen({"contact_point"}, {"person"}, "calendar") == "members"
    assert seen({"contact_point"}, {"organisation"}, "calendar") == "contacts"
    assert seen({"membership"}, {"person"}, "members") == "members"
    assert seen({"person", "household"}, set(), "today") == "members"
    assert seen({"office"}, {"organisation", "person"}, "today") in {"members", "contacts"}
