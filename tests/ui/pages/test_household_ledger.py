# SPDX-License-Identifier: GPL-3.0-or-later
"""The household page says whom the household hosted and who hosted its people."""


def test_a_household_sees_what_it_gave(at):
    at.go("household", id=at.world.home.hex)
    words = at.words()
    assert "Claire Dubois" not in words  # the visit has not begun
    assert not at.there("household.ledger.sums")


def test_after_the_visit_the_nights_are_told(sit, monkeypatch):
    at = sit()
    at.app.frozen_day = at.app.today.replace(month=6)
    at.go("household", id=at.world.home.hex)
    assert at.find("household.ledger.sums").text() == "4 nights given · 0 nights received"
    words = at.words()
    assert "Claire Dubois stayed here" in words
    assert "Himmelfahrt" in words
