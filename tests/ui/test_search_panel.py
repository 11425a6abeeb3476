# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+K: one box for everything; keys alone are enough."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from hospes.ui import search as searching
from hospes.ui.search import Found, Group

PEOPLE = [
    Found("Barbara Nowak", "Member, host", "Rosenau", initials="BN", place="people", where={"id": "id4"}),
    Found("Piotr Nowak", "Member", "Rosenau", initials="PN", place="people", where={"id": "id1"}),
]


@pytest.fixture
def panel(window, monkeypatch):
    def people(desk, typed):
        return [Group("People", tuple(PEOPLE))] if "nowak".startswith(typed.lower()) else []

    monkeypatch.setattr(searching, "SEARCH_SOURCES", [people, *searching.SEARCH_SOURCES])
    window.page.table.setFocus()
    window.menus.do("go.find")
    return window.search


def test_ctrl_k_goes_to_the_box(window, panel):
    assert QApplication.focusWidget() is window.top.search
    assert panel.isHidden()


def test_typing_shows_groups_and_enter_opens_the_first(window, panel, qtbot):
    qtbot.keyClicks(window.top.search, "now")
    assert panel.isVisible()
    assert [group.label for group in panel.findings.groups] == ["People"]
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert window.top.search.text() == ""
    assert window.page.table.current_id() == "id4"


def test_arrows_choose_and_readers_hear_it(window, panel, qtbot):
    qtbot.keyClicks(window.top.search, "now")
    qtbot.keyClick(window.top.search, Qt.Key.Key_Down)
    assert "Piotr Nowak" in window.top.search.accessibleDescription()
    qtbot.keyClick(window.top.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.top.search, Qt.Key.Key_Up)
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert window.page.table.current_id() == "id1"


def test_the_mouse_opens_what_it_points_at(window, panel, qtbot):
    qtbot.keyClicks(window.top.search, "now")
    spot = QPoint(60, panel.findings._tops()[1] + 10)
    qtbot.mouseMove(panel.findings, spot)
    qtbot.mouseClick(panel.findings, Qt.MouseButton.LeftButton, pos=spot)
    assert window.page.table.current_id() == "id1"


def test_escape_gives_the_keyboard_back(window, panel, qtbot):
    qtbot.keyClicks(window.top.search, "now")
    qtbot.keyClick(window.top.search, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert QApplication.focusWidget() is window.page.table


def test_commands_are_found_by_the_beginnings_of_their_words(window, panel, qtbot):
    qtbot.keyClicks(window.top.search, "tex big")
    assert [found.title for found in panel.findings.flat] == ["Text bigger"]
    qtbot.keyClick(window.top.search, Qt.Key.Key_Return)
    assert window.desk.theme.scale.percent == 110


def test_nothing_found_is_said_in_words(window, panel, qtbot):
    qtbot.keyClicks(window.top.search, "wiest")
    assert panel.isVisible()
    assert panel._none.text() == "Nothing matches “wiest”."


def test_the_panel_stays_within_the_window(window, panel, qtbot):
    qtbot.keyClicks(window.top.search, "e")
    assert window.centralWidget().rect().contains(panel.geometry())
