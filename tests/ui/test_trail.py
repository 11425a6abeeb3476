# SPDX-License-Identifier: GPL-3.0-or-later
"""Back and forward."""

from hospes.ui.trail import KEPT, Spot, Trail


def trail(*places: str) -> Trail:
    found = Trail()
    for place in places:
        found.go(Spot(place, {}))
    return found


def test_back_and_forward_lead_where_one_was():
    found = trail("today", "members", "print")
    assert found.step(-1) == Spot("members", {})
    assert found.step(-1) == Spot("today", {})
    assert found.step(-1) is None
    assert found.step(1) == Spot("members", {})


def test_going_elsewhere_forgets_what_was_forward():
    found = trail("today", "members")
    found.step(-1)
    found.go(Spot("print", {}))
    assert not found.can(1)
    assert found.step(-1) == Spot("today", {})


def test_the_row_one_stood_on_is_remembered():
    found = trail("members")
    found.stay({"id": 7})
    found.go(Spot("print", {}))
    assert found.step(-1) == Spot("members", {"id": 7})


def test_going_where_one_is_changes_nothing():
    found = trail("members", "members")
    assert not found.can(-1)


def test_it_does_not_grow_for_ever():
    found = trail(*(f"p{n}" for n in range(3 * KEPT)))
    steps = 0
    while found.step(-1):
        steps += 1
    assert steps == KEPT - 1
