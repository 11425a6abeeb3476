# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 9, the list for both towns, from the board to the print centre."""

from tests.hosting import ascension


def begin(sit_down, **preferences):
    journey = sit_down(**preferences)
    journey.go("visit", id=ascension(journey.app).hex, tab="hosting")
    return journey


def check(journey):
    assert journey.window.place == "print"
    assert journey.window.page.where()["paper"] == "hosting-list"


def test_one_click_leads_to_the_paper_with_this_visit(sit_down):
    journey = begin(sit_down)
    journey.hand.click("board.print")
    journey.hand.budget(clicks=1)
    check(journey)


def test_the_key_for_printing_leads_there_too(sit_down):
    journey = begin(sit_down)
    journey.hand.key("Ctrl+P")
    check(journey)
