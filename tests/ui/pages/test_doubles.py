# SPDX-License-Identifier: GPL-3.0-or-later
"""Doubles: likely pairs, both side by side, one of them kept."""

import pytest

from hospes.actions.members import AddPeople, NewPerson
from hospes.domain.values import RoughDate
from hospes.queries.doubles import likely_pairs


@pytest.fixture
def at(at):
    """Somebody was written in twice."""
    for phone in ("06182 1", "06182 2"):
        twice = NewPerson("Erna", "Birnbaum", birth=RoughDate(1950, 3, 1), phone=phone)
        at.app.run(AddPeople((twice,), street="Gasse 1", postcode="63512", town="Rosenau"))
    at.go("doubles")
    return at


def pairs(at):
    return len(at.app.read(likely_pairs, today=at.app.today))


def test_a_likely_pair_is_made_one(at):
    before = pairs(at)
    at.click("doubles.look.0")
    at.click("doubles.merge")
    assert "Erna Birnbaum is one person now" in at.said()
    assert pairs(at) == before - 1


def test_two_people_are_left_alone_and_not_asked_about_again(at):
    before = pairs(at)
    at.click("doubles.two.0")
    assert pairs(at) == before - 1
    at.go("today")
    at.go("doubles")
    assert not at.there(f"doubles.look.{before - 1}")
