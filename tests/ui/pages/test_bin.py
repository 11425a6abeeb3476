# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: what lies in it, and back out of it."""

from hospes.actions.bin import PutInBin
from hospes.queries.bin import bin_rows


def test_an_empty_bin_says_so(at):
    at.go("bin")
    assert not at.there("bin.table")
    assert "bin is empty" in at.words()


def test_somebody_in_the_bin_is_listed_and_comes_back(at):
    at.app.run(PutInBin("person", (at.world.dieter,)))
    at.go("bin")
    table = at.find("bin.table")
    assert table.model().rowCount() == 1
    assert table.choose(table.model().id_at(0))
    at.click("bin.putBack")
    assert not at.there("bin.table")
    assert "is back" in at.said()


def test_the_bin_is_emptied_after_a_question_and_undo_brings_everything_back(at):
    at.app.run(PutInBin("person", (at.world.dieter,)))
    at.go("bin")
    at.click("bin.empty")
    at.click("bin.empty.no")
    assert len(at.app.read(bin_rows, "en")) == 1
    at.click("bin.empty")
    at.click("bin.empty.yes")
    assert at.app.read(bin_rows, "en") == []
    at.app.undo()
    assert [one.id for one in at.app.read(bin_rows, "en")] == [at.world.dieter]
