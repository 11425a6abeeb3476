# SPDX-License-Identifier: GPL-3.0-or-later
"""A pile of printed letters waits until somebody says of all of them that they went out."""

import pytest

from hospes.actions.bin import EmptyBin, PutInBin
from hospes.actions.doubles import MergePeople
from hospes.actions.letters import RecordLetterSent, WriteLetter
from hospes.queries.letters_waiting import letters_waiting, pile_key, waiting
from tests import make


@pytest.fixture
def app(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    yield app
    app.close()


def test_who_left_the_file_or_was_a_double_keeps_no_letter_waiting(app):
    anna, double, bert = (make.person(app, given=name) for name in ("Anna", "Ana", "Bert"))
    letter = app.run(WriteLetter("Greetings")).result
    people = [[one.hex, "de"] for one in (anna, double, bert)]
    app.keep_draft(pile_key(letter), {"on": app.today.isoformat(), "people": people})
    assert [one.count for one in app.read(letters_waiting)] == [3]

    app.run(MergePeople(anna, double))
    app.run(PutInBin("person", (bert,)))
    app.run(EmptyBin())
    left = app.read(waiting, letter)
    assert left.new == ((anna, "de"),)
    app.run(RecordLetterSent(letter, left.new))
    assert app.read(letters_waiting) == ()
