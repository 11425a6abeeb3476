# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits in the window: the list, a new one, the workspace with overview and programme."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospes.actions.programme import AddItem, ItemText
from hospes.actions.visits_delegations import EditDelegation
from hospes.actions.visits_tasks import AddVisitTask
from hospes.domain.codes_visit import VisitState
from hospes.queries.programme import programme
from hospes.queries.visit_overview import visit_facts, visit_tasks
from hospes.queries.visits import parties_of
from tests.ui.pages.hands import choose, write

THURSDAY = date(2026, 5, 14)


@pytest.fixture
def at(sit):
    found = sit()
    [party] = found.app.read(parties_of, [found.world.visit], "de")[found.world.visit]
    found.app.run(EditDelegation(party.id, {"language": "fr"}))
    return found


def add(at, title, starts=None, ends=None, french=""):
    texts = {"de": ItemText(title), **({"fr": ItemText(french)} if french else {})}
    return at.app.run(AddItem(at.world.visit, THURSDAY, texts, starts, ends)).result


def items(at):
    return at.app.read(programme, at.world.visit, "de")


def visit(at, tab, **more):
    at.go("visit", id=at.world.visit.hex, tab=tab, **more)
    at.settle()
    return at.page.tab


# ---- the list -------------------------------------------------------------------------------------------


def test_the_list_leads_into_the_visit_and_back(at):
    at.go("visits")
    assert at.page.table.rows.cells(0)[0].text == "Himmelfahrt"
    at.click("visits.open")
    assert at.window.place == "visit"
    assert at.window.top.title.whole() == "Himmelfahrt"
    at.desk.act("escape")
    assert at.window.place == "visits"


def test_a_visit_goes_to_the_bin_and_comes_back_by_undo(at):
    at.go("visits")
    at.page.table.setFocus()
    QTest.keyClick(at.page.table, Qt.Key.Key_Delete)
    at.settle()
    assert "Himmelfahrt" in at.said()
    assert at.there("visits.empty.new")
    at.window.acts.undo()
    at.settle()
    assert at.page.table.rows.rowCount() == 1


def test_a_new_visit_like_the_chosen_one(at):
    add(at, "Empfang", time(10, 30))
    at.go("visits")
    at.click("visits.like")
    write(at, "visit.form.name", "Himmelfahrt 2027")
    write(at, "visit.form.first", "5.5.27")
    write(at, "visit.form.last", "9.5.27")
    assert "Wednesday" in at.words("visits.pane")
    at.click("visit.form.add")
    assert at.window.place == "visit"
    found = at.app.read(programme, at.page.tab.visit, "de")
    assert [one.on for one in found.items] == [date(2027, 5, 6)]


def test_a_form_says_what_is_missing_and_keeps_what_was_typed(at):
    at.go("visits", new=True)
    write(at, "visit.form.first", "5.5.27")
    write(at, "visit.form.last", "1.5.27")
    at.click("visit.form.add")
    assert "needs a name" in at.words("visits.pane")
    assert "before the first" in at.words("visits.pane")
    assert at.find("visit.form.last").text() == "1.5.27"


def test_what_is_typed_survives_another_language(at):
    at.go("visits", new=True)
    write(at, "visit.form.name", "Himmelfahrt 2027")
    at.window.rebuild()
    at.settle()
    assert at.find("visit.form.name").text() == "Himmelfahrt 2027"


def test_where_there_is_little_room_the_form_covers_the_list(sit):
    at = sit(900, 560)
    at.go("visits")
    assert at.there("visits.bar.open")
    at.desk.act("new")
    at.settle()
    assert not at.there("visits.table")
    at.click("visit.form.cancel")
    assert at.there("visits.table")


# ---- the workspace --------------------------------------------------------------------------------------


def test_the_last_tab_is_remembered_and_ctrl_tab_goes_on(at):
    visit(at, "programme")
    at.go("today")
    at.go("visit", id=at.world.visit.hex)
    assert at.page.where()["tab"] == "programme"
    at.desk.act("previous_tab")
    assert at.page.where()["tab"] == "overview"
    at.window.step(-1)
    assert at.page.where()["tab"] == "programme"


def test_a_visit_in_the_bin_says_so(at):
    tab = visit(at, "overview")
    tab.acts()["bin"]()
    at.settle()
    at.go("visit", id=at.world.visit.hex)
    at.click("visit.putBack")
    assert not at.there("visit.binned")


def test_the_mark_of_a_tab_says_what_waits(visit_marks, at):
    add(at, "Empfang")
    visit(at, "overview")
    at.settle()
    at.settle()
    mark = at.page.tabs.buttons["programme"]
    assert mark.mark().count == 1
    assert "French" in mark.accessibleName()


# ---- overview -------------------------------------------------------------------------------------------


def test_tasks_are_ticked_added_and_moved(at):
    task = at.app.run(AddVisitTask(at.world.visit, "Saal buchen", days=-5)).result
    visit(at, "overview")
    assert "5 days before" in at.words("visit.tasks")
    at.click(f"visit.task.move.{task.hex}")
    write(at, "visit.task.day", "1.5.2026", then=None)
    at.click("visit.task.keep")
    found = {one.title: one for one in at.app.read(visit_tasks, at.world.visit)}
    assert (found["Saal buchen"].due_on, found["Saal buchen"].days) == (date(2026, 5, 1), -12)
    at.click(f"visit.task.{task.hex}")
    assert at.app.read(visit_tasks, at.world.visit)[0].done_on is not None
    write(at, "visit.task.new", "Blumen", then=None)
    write(at, "visit.task.due", "12.5.26", then=None)
    at.click("visit.task.add")
    assert {one.title for one in at.app.read(visit_tasks, at.world.visit)} == {"Saal buchen", "Blumen"}


def test_another_first_day_asks_once_what_moves_along(at):
    add(at, "Empfang", time(10, 30))
    visit(at, "overview")
    write(at, "visit.fact.first", "20.5.2026")
    assert items(at).first == date(2026, 5, 13)
    at.click("visit.days.along")
    found = items(at)
    assert (found.first, found.last) == (date(2026, 5, 20), date(2026, 5, 24))
    assert found.items[0].on == date(2026, 5, 21)


def test_the_state_is_changed_and_taken_back(at):
    visit(at, "overview")
    choose(at, "visit.state", "done")
    assert at.app.read(visit_facts, at.world.visit, "de").state is VisitState.DONE
    at.window.acts.undo()
    at.settle()
    assert at.app.read(visit_facts, at.world.visit, "de").state is not VisitState.DONE


def test_a_bar_opens_its_tab(at):
    add(at, "Empfang", time(10, 30))
    visit(at, "overview")
    bar = at.find("visit.bar.programme")
    assert "1 of 5 days" in bar.accessibleName()
    QTest.keyClick(bar, Qt.Key.Key_Return)
    at.settle()
    assert at.page.where()["tab"] == "programme"


# ---- programme ------------------------------------------------------------------------------------------


def test_an_item_is_added_in_two_languages(at):
    visit(at, "programme", day=THURSDAY.isoformat())
    at.click("visit.item.new")
    write(at, "visit.item.time", "10.30-11.45")
    write(at, "visit.item.title.de", "Empfang")
    write(at, "visit.item.title.fr", "Réception")
    at.click("visit.item.add")
    [item] = items(at).items
    assert (item.on, item.starts, item.ends) == (THURSDAY, time(10, 30), time(11, 45))
    assert (item.words("de").title, item.words("fr").title) == ("Empfang", "Réception")
    assert "10:30–11:45" in at.words("visit.programme")


def test_a_time_that_is_none_is_told_and_kept(at):
    visit(at, "programme", day=THURSDAY.isoformat())
    at.click("visit.item.new")
    write(at, "visit.item.time", "25.00")
    write(at, "visit.item.title.de", "Empfang")
    at.click("visit.item.add")
    assert items(at).items == ()
    assert at.find("visit.item.time").text() == "25.00"
    assert "looks like 10:30" in at.words("visit.itemForm")


def test_an_overlap_is_told_with_the_way_out(at):
    add(at, "Museum", time(14), time(15, 30), "Musée")
    choir = add(at, "Chor", time(14, 30), time(15, 30), "Chorale")
    visit(at, "programme", day=THURSDAY.isoformat())
    assert "Museum" in at.words("visit.overlap.0")
    assert "15:30" in at.find("visit.overlap.move.0").text()
    at.click("visit.overlap.move.0")
    assert items(at).item(choir).starts == time(15, 30)
    assert not at.there("visit.overlap.0")
    at.window.acts.undo()
    at.settle()
    assert at.there("visit.overlap.0")


def test_what_has_no_french_is_counted_and_one_is_led_to_it(at):
    add(at, "Empfang", time(10, 30), french="Réception")
    missing = add(at, "Museum", time(14))
    visit(at, "programme", day="2026-05-13")
    at.click("visit.missing.fr")
    assert at.page.where()["item"] == missing.hex
    assert QApplication.focusWidget().objectName() == "visit.item.title.fr"
    write(at, "visit.item.title.fr", "Musée")
    assert items(at).item(missing).words("fr").title == "Musée"
    assert not at.there("visit.missing.fr")


def test_a_field_of_an_item_is_saved_when_it_is_left(at):
    item = add(at, "Museum", time(14), time(15, 30), "Musée")
    visit(at, "programme", item=item.hex)
    write(at, "visit.item.time", "16.00")
    found = items(at).item(item)
    assert (found.starts, found.ends) == (time(16), time(17, 30))
    choose(at, "visit.item.audience", "guests")
    choose(at, "visit.item.meal", "lunch")
    found = items(at).item(item)
    assert (str(found.audience), str(found.meal)) == ("guests", "lunch")
    assert "3 guests, 3 × Vegetarian" in at.words("visit.programme").replace("\N{NO-BREAK SPACE}", " ")


def test_delete_and_undo_bring_the_item_back_marked(at):
    item = add(at, "Museum", time(14), french="Musée")
    visit(at, "programme", day=THURSDAY.isoformat())
    row = at.find(f"visit.item.{item.hex}")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    at.settle()
    assert items(at).items == ()
    at.window.acts.undo()
    at.settle()
    assert at.there(f"visit.item.{item.hex}")


def test_a_day_is_copied(at):
    add(at, "Boule", time(10), french="Pétanque")
    visit(at, "programme", day=THURSDAY.isoformat())
    at.click("visit.copyDay")
    choose(at, "visit.copyDay.to", "2026-05-16")
    at.click("visit.copyDay.go")
    assert [one.title("fr") for one in items(at).on(date(2026, 5, 16))] == ["Pétanque"]
    assert at.page.where()["day"] == "2026-05-16"


def test_one_language_or_both(at):
    add(at, "Boule", time(10), french="Pétanque")
    visit(at, "programme", day=THURSDAY.isoformat())
    assert "Pétanque" in at.words("visit.programme")
    choose(at, "visit.programme.show", "de")
    assert "Pétanque" not in at.words("visit.programme")
