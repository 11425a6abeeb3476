# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 7, a bed for Claire and Manon: find them the best host and say why it is a good choice."""

import pytest

from hospes.ui.widgets.labels import Label
from tests.hosting import ascension, board_of, guest, home


@pytest.fixture
def today(sit_down):
    """Today with its list of what needs somebody."""

    def start(**preferences):
        journey = sit_down(**preferences)
        journey.go("today")
        return journey

    return start


def place_guests(hand):
    """Name of the button that leads from Today to the guests without a host."""
    board = hand.window.desk.text("Place guests")
    for number in range(9):
        found = hand.all(f"today.cure.{number}")
        if found and found[0].text() == board:
            return found[0].objectName()
    raise AssertionError("Today does not say that guests have no host")


def check(journey):
    """Both sleep with Nowak, nobody else has moved, and it can be taken back by its name."""
    board = board_of(journey.app, ascension(journey.app))
    nowak = home(board, "Nowak")
    both = {guest(board, name).id for name in ("Claire Dubois", "Manon Dubois")}
    assert set(nowak.guests) == both
    assert board.counts.without == 3
    hand = journey.hand
    assert "Claire" in hand.told()
    assert "Nowak" in hand.told()
    assert "3" in hand.text("board.waiting")
    journey.undo_all(1)


def reasons(hand):
    """The lines of the right column: words and what stands behind them."""

    def shown(name):
        return next((one.text() for one in hand.window.findChildren(Label, name) if one.isVisible()), None)

    lines = [(shown(f"board.term.{number}"), shown(f"board.points.{number}")) for number in range(30)]
    return [line for line in lines if line[0] is not None]


@pytest.mark.long
def test_by_mouse(today):
    journey = today()
    hand = journey.hand
    hand.click(place_guests(hand))
    hand.step("board")
    assert hand.sees("board.why")
    assert "Nowak" in hand.text("board.place")
    lines = reasons(hand)
    musts = [words for words, points in lines if points == "must"]
    assert any("2 beds" in words for words in musts)
    assert "No cats or dogs" in musts
    assert "Barbara speaks French" in [words for words, _ in lines]
    points = [int(shown.replace("−", "-")) for _, shown in lines if shown != "must"]
    badge = hand.find("board.grade").accessibleName()
    assert f"{sum(points)} points" in badge
    assert badge.startswith("Very good fit")
    hand.click("board.place")
    hand.step("placed")
    hand.budget(clicks=4)
    check(journey)


@pytest.mark.parametrize(("first", "on"), [("F6", "Tab"), ("F8", "F8")])
def test_by_keyboard(today, first, on):
    journey = today()
    hand = journey.hand
    if (focus := hand.focus()) is not None:
        focus.clearFocus()  # as it is when the program was just begun: nothing has the keyboard yet
    hand.key(first)
    while getattr(hand.focus(), "text", str)() != "Place guests":
        hand.key(on)
    hand.key("Space")
    assert hand.focus().objectName() == "board.guests"
    hand.key("Return")
    assert hand.focus().view.name == "Nowak"
    hand.key("Return")
    hand.budget(keys=6)
    check(journey)


def test_by_mouse_in_german_and_large(today):
    journey = today(language="de", text_size=150)
    hand = journey.hand
    hand.click(place_guests(hand))
    hand.step("board")
    hand.click("board.showWhy")
    assert hand.sees("board.terms")
    hand.click("board.place")
    hand.budget(clicks=4)
    check(journey)


def test_by_dragging(today):
    journey = today()
    hand = journey.hand
    hand.click(place_guests(hand))
    board = board_of(journey.app, ascension(journey.app))
    hand.drag(guest(board, "Claire Dubois").key, "board.host.0")
    hand.budget(clicks=5)
    check(journey)


def test_a_click_on_a_free_bed_places_too(today):
    journey = today()
    hand = journey.hand
    hand.click(place_guests(hand))
    hand.click("board.host.0.bed.0")
    hand.budget(clicks=4)
    check(journey)


def test_what_does_not_fit_says_so_before_anybody_is_placed(today):
    journey = today()
    hand = journey.hand
    hand.click(place_guests(hand))
    page = journey.window.page.tab.board
    card = page.grid.card(home(board_of(journey.app, ascension(journey.app)), "Baumann").key)
    hand.settle()
    name = card.objectName()
    assert "Does not fit" in card.accessibleName()
    hand.click(name)
    assert hand.find("board.grade").accessibleName() == "Does not fit"
    assert any("allergic to cats" in words for words, _ in reasons(hand))
    assert board_of(journey.app, ascension(journey.app)).counts.without == 5
