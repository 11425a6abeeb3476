# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 6: a new visit and its Thursday, by mouse and by keyboard, within its budget."""

from datetime import date, time

import pytest
from sqlalchemy import func, select

from hospes.queries.programme import programme
from hospes.queries.visit_overview import visit_tasks
from hospes.queries.visits import visit_ids, visit_rows
from hospes.store.tables.visits import Participation
from tests.journeys.form_hand import FormHand

CLICKS, FIELDS, KEYS = 11, 8, 18
THURSDAY = date(2027, 5, 6)


def visits(journey):
    desk = journey.desk
    ids = desk.read(visit_ids, "coming", locale=desk.locale, today=desk.file.today)
    return desk.read(visit_rows, ids, "en", desk.file.today)


def model_of(journey):
    return next(one for one in visits(journey) if one.first == date(2026, 5, 13))


def people_of(connection, visit_id):
    query = select(func.count()).select_from(Participation).where(Participation.visit_id == visit_id)
    return connection.execute(query).scalar()


def check(journey):
    """What the script wants to see at its end, and that Undo leads back to the beginning."""
    app = journey.app
    new = next(one for one in visits(journey) if one.first == date(2027, 5, 5))
    assert new.last == date(2027, 5, 9)
    assert new.direction == "incoming"
    assert [party.name for party in new.parties] == ["Montclair-sur-Loire", "Rosenau"]
    found = app.read(programme, new.id, "en")
    model = app.read(programme, model_of(journey).id, "en")
    assert found.days() == tuple(date(2027, 5, day) for day in range(5, 10))
    tasks = app.read(visit_tasks, new.id)
    assert {one.due_on for one in tasks if one.days == -100} == {date(2027, 1, 25)}
    assert all(one.done_on is None for one in tasks)
    assert app.read(people_of, new.id) == 0
    item = next(one for one in found.on(THURSDAY) if one.words("de").place == "Rathaus, Saal")
    assert item.starts == time(10, 30)
    assert item.words("fr").title == "Réception à la mairie"
    assert len(found.missing("fr")) == len(model.missing("fr"))
    journey.undo_all(2)


@pytest.mark.parametrize(
    "look",
    [pytest.param({"text_size": 100}, marks=pytest.mark.long), {"language": "de", "text_size": 150}],
)
def test_by_mouse(sit_down, look):
    journey = sit_down(**look)
    journey.go("visits")
    hand = FormHand.of(journey)
    hand.click("visits.new")
    hand.field("visit.form.name", "Himmelfahrt 2027")
    hand.field("visit.form.first", "5.5.27")
    hand.field("visit.form.last", "09/05/2027")
    hand.choose("visit.form.like", model_of(journey).id.hex)
    hand.step("form")
    hand.click("visit.form.add")
    if hand.sees("visit.tabs.box"):
        hand.choose("visit.tabs.box", "programme")
    else:
        hand.click("visit.tab.programme")
    if hand.sees("visit.days.box"):
        hand.choose("visit.days.box", THURSDAY.isoformat())
    else:
        hand.click(f"visit.days.{THURSDAY}")
    hand.click("visit.item.new")
    hand.field("visit.item.time", "10.30")
    hand.field("visit.item.title.de", "Empfang im Rathaus, noch einmal")
    hand.field("visit.item.place.de", "Rathaus, Saal")
    hand.field("visit.item.title.fr", "Réception à la mairie")
    hand.step("item")
    hand.click("visit.item.add")
    hand.step("done")
    hand.budget(clicks=CLICKS, fields=FIELDS)
    check(journey)


def test_by_keyboard(sit_down):
    journey = sit_down(text_size=100)
    journey.go("visits")
    hand = FormHand.of(journey)
    hand.chord("Ctrl+N")
    hand.go_on("visit.form.name", "Himmelfahrt 2027")
    hand.field("visit.form.first", "5 may 2027")
    hand.field("visit.form.last", "9.5.27")
    hand.chord("Tab")
    hand.chord("Down")
    hand.chord("Ctrl+Return")
    hand.chord("Ctrl+Tab")
    hand.chord("Right")
    hand.chord("Ctrl+N")
    hand.go_on("visit.item.time", "10.30")
    hand.field("visit.item.title.de", "Empfang im Rathaus, noch einmal")
    hand.field("visit.item.place.de", "Rathaus, Saal")
    hand.field("visit.item.title.fr", "Réception à la mairie")
    hand.chord("Ctrl+Return")
    hand.step("done")
    hand.budget(keys=KEYS, fields=FIELDS)
    check(journey)
