# SPDX-License-Identifier: GPL-3.0-or-later
"""What was being written about a visit when Hospes ended is there again; what was added is not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospes.actions.travel import AddTransport
from hospes.domain.codes_travel import TransportKind
from hospes.i18n.locale import Locale
from hospes.queries.travel import travel
from hospes.ui.pages import person_drafts
from tests.ui.pages.hands import text_of, write


@pytest.fixture
def quick(monkeypatch):
    """Nobody waits two seconds here."""
    monkeypatch.setattr(person_drafts, "KEEP_MS", 20)


@pytest.fixture
def killed(sit, qtbot):
    """Open the file as it was on disk when the window was killed, before anything was left or closed."""

    def kill(at, prefix, last):
        qtbot.waitUntil(lambda: last in str(at.app.drafts(prefix)), timeout=5000)
        path = at.app.path
        on_disk = path.read_bytes()
        at.go("today")
        at.opening.let_go()
        path.write_bytes(on_disk)
        again = sit()
        qtbot.waitUntil(lambda: again.there("drafts.goOn"), timeout=5000)
        return again

    return kill


def test_a_new_visit_outlives_a_crash_and_is_gone_once_it_is_made(quick, killed, at):
    at.go("visits", new=True)
    write(at, "visit.form.name", "Autumn trip", then=None)
    write(at, "visit.form.first", "3.10.2026", then=None)
    again = killed(at, "new-visit", "3.10.2026")
    assert "Autumn trip" in again.said()
    again.click("drafts.goOn")
    assert text_of(again, "visit.form.name") == "Autumn trip"
    assert text_of(again, "visit.form.first") == "3.10.2026"
    again.click("visit.form.add")
    assert again.app.drafts("new-visit") == []


def test_a_new_visit_that_is_left_stands_above_the_list_until_it_is_thrown_away(quick, at):
    at.go("visits", new=True)
    write(at, "visit.form.name", "Autumn trip", then=None)
    at.click("visit.form.cancel")
    assert "Autumn trip" in at.find("visits.draftWords").whole()
    at.click("visits.draftGoOn")
    assert text_of(at, "visit.form.name") == "Autumn trip"
    assert not at.there("visits.draft")
    at.click("visit.form.cancel")
    at.click("visits.draftAway")
    assert not at.there("visits.draft")
    assert at.app.drafts("new-visit") == []


def test_a_form_that_was_only_looked_at_leaves_no_draft(quick, at):
    at.go("visits", new=True)
    at.click("visit.form.cancel")
    assert not at.there("visits.draft")


def test_a_new_programme_item_outlives_a_crash_with_its_day(quick, killed, at):
    at.go("visit", id=at.world.visit.hex, tab="programme", day="2026-05-14", new=True)
    write(at, "visit.item.title.de", "Stadtrundgang", then=None)
    again = killed(at, "new-item:", "Stadtrundgang")
    assert "Himmelfahrt" in again.said()
    again.click("drafts.goOn")
    assert text_of(again, "visit.item.title.de") == "Stadtrundgang"
    assert again.page.where()["day"] == "2026-05-14"
    again.click("visit.item.add")
    assert again.app.drafts("new-item:") == []
    assert not again.there("visit.item.draft")


def test_the_field_somebody_was_in_is_gone_on_with_and_written_when_it_is_left(quick, killed, at):
    at.desk.run(AddTransport(at.world.visit, TransportKind.COACH, "Coach", 50))
    at.go("visit", id=at.world.visit.hex, tab="travel", part="vehicle")
    at.settle()
    write(at, "visit.travel.luggage", "One suitcase each", then=None)
    again = killed(at, "typing:visit:", "One suitcase each")
    again.click("drafts.goOn")
    again.settle()
    assert text_of(again, "visit.travel.luggage") == "One suitcase each"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    again.settle()
    view = again.app.read(travel, again.world.visit, Locale("en"))
    assert view.transports[0].luggage == "One suitcase each"
    assert again.app.drafts("typing:visit:") == []


def test_a_budget_line_that_waits_for_its_button_is_kept_whole(quick, killed, at):
    at.go("visit", id=at.world.visit.hex, tab="budget")
    at.settle()
    write(at, "visit.budget.new.cost.text", "Coach hire", then=None)
    write(at, "visit.budget.new.cost.amount", "900", then=None)
    again = killed(at, "typing:visit:", "900")
    again.click("drafts.goOn")
    again.settle()
    assert text_of(again, "visit.budget.new.cost.text") == "Coach hire"
    assert text_of(again, "visit.budget.new.cost.amount") == "900"
    again.click("visit.budget.add.cost")
    assert again.app.drafts("typing:visit:") == []
