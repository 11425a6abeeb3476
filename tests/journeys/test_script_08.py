# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 8, the cat: something is wrong with one of the placings; find it and put it right."""

import pytest
from PySide6.QtGui import QColor

from hospes.domain.matching.fit import conflicts
from tests.hosting import ascension, board_of, guest, home


@pytest.fixture
def overview(sit_down):
    """The overview of the visit."""

    def start(**preferences):
        journey = sit_down(**preferences)
        journey.go("visit", id=ascension(journey.app).hex, tab="overview")
        return journey

    return start


def check(journey):
    """Anne is where no cats are, nobody else has moved."""
    board = board_of(journey.app, ascension(journey.app))
    assert conflicts(board.case) == ()
    anne = guest(board, "Anne Leroy")
    assert anne.placed
    hosts = {host.key: host for host in board.case.hosts}
    assert hosts[anne.offers[0].hex].cats is False
    assert board.counts.without == 5
    assert not journey.hand.sees("board.conflicts")
    journey.undo_all(1)


def mend(hand):
    hand.click("board.conflicts")
    hand.step("conflict")
    cure = next(one.objectName() for one in hand.window.page.tab.board.grid.findChildren(object)
                if ".cure." in one.objectName() and one.isVisible() and "Anne" in one.text())  # fmt: skip
    hand.click(cure)
    hand.step("cure")
    hand.click("board.place")


@pytest.mark.long
def test_by_mouse(overview):
    journey = overview()
    hand = journey.hand
    hand.click("visit.tab.hosting")
    assert "1 conflict" in hand.text("board.conflicts")
    mend(hand)
    hand.budget(clicks=5)
    check(journey)


def test_by_keyboard(overview):
    journey = overview()
    hand = journey.hand
    while not hand.sees("board.guests"):
        hand.key("Ctrl+Tab")
    hand.key("F8")
    assert "Anne" in hand.focus().text()
    hand.key("Space")
    assert hand.focus().objectName() == "board.place"
    hand.key("Space")
    hand.budget(keys=8)
    check(journey)


def test_by_mouse_in_german_and_large(overview):
    journey = overview(language="de", text_size=150)
    hand = journey.hand
    hand.click("visit.tab.hosting")
    mend(hand)
    hand.budget(clicks=5)
    check(journey)


def test_by_dragging(overview):
    journey = overview()
    hand = journey.hand
    hand.click("visit.tab.hosting")
    board = board_of(journey.app, ascension(journey.app))
    grid = journey.window.page.tab.board.grid
    card = grid.card(home(board, "Lindner").key)
    hand.settle()
    hand.drag(guest(board, "Anne Leroy").key, card.objectName())
    hand.budget(clicks=6)
    check(journey)


def test_in_grey(in_grey, overview):
    journey = overview()
    hand = journey.hand
    hand.click("visit.tab.hosting")
    picture = hand.find("board.conflicts").grab().toImage()
    colours = {
        QColor(picture.pixel(x, y)).saturation()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert max(colours) < 20  # truly grey: only words, icon and frame are left to tell
    mend(hand)
    check(journey)


def test_the_broken_must_is_said_on_the_card_and_to_readers(overview):
    journey = overview()
    hand = journey.hand
    hand.click("visit.tab.hosting")
    hand.click("board.conflicts")
    board = journey.window.page.tab.board
    card = board.grid.card(home(board.board.read, "Baumann").key)
    assert "Anne is allergic to cats" in card.accessibleName()
    rows = [row.accessibleName() for row, _ in card._rows]
    assert any(words.startswith("Anne Leroy, 62") and "allergic to cats" in words for words in rows)
