# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 10, oh no: who was deleted by mistake comes back with everything; a deletion is taken back."""

import pytest
from PySide6.QtWidgets import QTableView

from hospes.actions.bin import PutInBin
from hospes.queries.history import history
from hospes.queries.people import person_names
from hospes.store import search
from tests import make


def person(app, name):
    hits = app.read(search.find, name, 1, ("person",))
    assert hits, name
    return hits[0].ref


@pytest.fixture
def members(sit_down):
    """The list of members; Étienne Roux was put in the bin yesterday, the file closed and opened since."""

    def start(**preferences):
        journey = sit_down(**preferences)
        app = journey.app
        journey.etienne = person(app, "Roux Étienne")
        app.run(PutInBin("person", (journey.etienne,)))
        opening = journey.desk.opening
        path = app.path
        opening.let_go()
        assert opening.open(path)
        journey.go("members")
        journey.hand.settle()
        journey.hand.window.message.close_line()
        return journey

    return start


def rows(app):
    """All rows of the world, as they are without bookkeeping."""
    found = make.snapshot(app)
    found.pop("setting", None)  # who works at this computer is written down once
    return found


def menu(journey, code):
    """Open a menu and press one of its lines: two clicks."""
    action = journey.window.menus.actions[code]
    assert action.isEnabled(), f"{code} is grey"
    journey.hand.clicks += 2
    journey.hand.done.append(f"menu {code}")
    action.trigger()
    journey.hand.settle()


def click_row(journey, name, words):
    """Press the line of a table that begins with these words; it must be in sight."""
    hand = journey.hand
    table = hand.find(name, QTableView)
    for row in range(table.model().rowCount()):
        index = table.model().index(row, 0)
        if words in str(index.data() or ""):
            table.scrollTo(index)
            place = table.visualRect(index).intersected(table.viewport().rect())
            assert not place.isEmpty(), f"{words} is not in sight"
            hand._press(table.viewport(), place.center(), f"{name} {words}")
            return
    raise AssertionError(f"{name} has no {words}")


def no_question(journey):
    """Neither "Are you sure?" nor anything else in front of the window."""
    assert journey.desk.frame is journey.window
    assert "?" not in journey.hand.told()


def came_back(journey, before):
    assert rows(journey.app) == before
    assert "Roux" in next(iter(journey.app.read(person_names, [journey.etienne]).values()))
    no_question(journey)


def put_back(journey):
    """Edit ▸ Bin… (two clicks in a menu), the line, the button."""
    menu(journey, "edit.bin")
    click_row(journey, "bin.table", "Roux")
    journey.hand.step("bin")
    journey.hand.click("bin.putBack")


def before_deletion(journey):
    """What was there before the deletion, by taking it back and doing it again for a moment."""
    deleted = rows(journey.app)
    journey.app.undo()
    before = rows(journey.app)
    journey.app.redo()
    assert rows(journey.app) == deleted != before
    return before


@pytest.mark.parametrize(
    "preferences", [pytest.param({}, marks=pytest.mark.long), {"language": "de", "text_size": 150}]
)
def test_by_mouse(members, preferences):
    journey = members(**preferences)
    before = before_deletion(journey)
    put_back(journey)
    journey.hand.budget(clicks=5)
    came_back(journey, before)
    assert journey.hand.sees("message.undo")


def test_by_keyboard(members):
    journey = members()
    before = before_deletion(journey)
    hand = journey.hand
    for keys in ("Alt+E", "B"):  # Edit, Bin…: the menu bar is the system's, so its line is chosen here
        hand.keys += 1
        hand.done.append(f"key {keys}")
    journey.window.menus.actions["edit.bin"].trigger()
    hand.settle()
    assert journey.window.place == "bin"
    hand.step("bin")
    hand.key("Return")
    hand.budget(keys=8)
    came_back(journey, before)


def test_deleting_and_taking_it_back_by_mouse(members):
    journey = members()
    journey.app.undo()
    journey.window.page.reload()
    hand = journey.hand
    before = rows(journey.app)
    click_row(journey, "members.table", "Kessler")
    hand.clicks = 0  # he is in view already; the script counts from Delete
    menu(journey, "edit.to_bin")
    assert rows(journey.app) != before
    no_question(journey)
    hand.step("deleted")
    hand.click("message.undo")
    hand.budget(clicks=3)
    assert rows(journey.app) == before


def test_deleting_and_taking_it_back_by_keys(members):
    journey = members()
    journey.app.undo()
    journey.window.page.reload()
    hand = journey.hand
    before = rows(journey.app)
    click_row(journey, "members.table", "Kessler")
    hand.clicks = 0  # as above: he is chosen already
    hand.find("members.table", QTableView).setFocus()
    hand.key("Del")
    assert rows(journey.app) != before
    hand.key("Ctrl+Z")
    hand.budget(keys=3)
    assert rows(journey.app) == before
    step = journey.app.read(history, "en", 1)[0]
    assert step.undoes is not None
