# SPDX-License-Identifier: GPL-3.0-or-later
"""Thanks after a visit in the window: letters that went out mark hosts; what is open is planned and found."""

import pytest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from hospes.i18n.locale import Locale
from hospes.queries.courtesies import entries_of
from hospes.store.tables.stays import HostOffer

EN = Locale.of("en")


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


def test_thanks_are_planned_on_the_overview_and_stand_with_whom_they_are_for(sit, monkeypatch):
    monkeypatch.setenv("HOSPES_TODAY", "2026-05-20")
    at = sit()
    at.go("visit", id=at.world.visit.hex, tab="overview")
    at.settle()
    assert "Stadt Rosenau" in at.words("visit.thanks")
    at.click("visit.thanks.all")
    assert "2 letters of thanks are planned." in at.said()
    assert len(at.app.read(entries_of, EN, visit=at.world.visit)) == 2
    assert "Not thanked yet" not in at.words("visit.thanks")
    at.app.undo()
    at.settle()
    assert "Not thanked yet" in at.words("visit.thanks")
    at.click("visit.thanks.0")
    (kept,) = at.app.read(entries_of, EN, visit=at.world.visit)
    at.go("person", id=kept.person_id.hex)
    at.settle()
    assert "Letter of thanks" in at.words("person.page")
    at.click("person.courtesies.open")
    assert at.page.editing == kept.id
    assert at.page.visit.value() == at.world.visit.hex
    at.go("person", id=kept.person_id.hex)
    at.settle()
    at.click("person.certificate")
    at.settle()
    assert at.find("print.person").text() == "Barbara Nowak"
