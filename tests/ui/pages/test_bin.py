# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: what lies in it, and back out of it."""

from hospes.actions.bin import PutInBin


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
