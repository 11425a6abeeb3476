# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters of thanks that went out mark their hosts as thanked; looking at them marks nobody."""

import pytest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from hospes.store.tables.stays import HostOffer


def thanked(at):
    query = select(HostOffer.thanked_on).where(HostOffer.visit_id == at.world.visit)
    return at.app.read(lambda connection: [row[0] for row in connection.execute(query)])


@pytest.fixture
def letters(sit, monkeypatch, tmp_path):
    """The print centre with the letters of a visit, on a day."""
    path = tmp_path / "letters.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))

    def on(day):
        monkeypatch.setenv("HOSPES_TODAY", day)
        at = sit()
        at.go("print", paper="thank-you-letters", visit=at.world.visit.hex)
        at.settle()
        return at

    return on


def test_saving_marks_the_hosts_in_one_step_and_looking_does_not(letters):
    at = letters("2026-05-20")
    assert thanked(at) == [None]
    at.click("print.savePdf")
    assert [day.isoformat() for day in thanked(at)] == ["2026-05-20"]
    assert "1 host is marked as thanked." in at.said()
    at.app.undo()
    assert thanked(at) == [None]


def test_a_trial_before_the_visit_thanks_nobody(letters):
    at = letters("2026-04-30")
    at.click("print.savePdf")
    assert thanked(at) == [None]
