# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a visit in the real window."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from hospes.queries.visit_report import report_texts


@pytest.fixture
def tab(sit):
    sitting = sit()
    sitting.go("visit", id=sitting.world.visit.hex, tab="report")
    sitting.settle()
    return sitting


def write(sitting, name, text):
    field = sitting.find(f"visit.report.{name}", QPlainTextEdit)
    field.setFocus()
    field.setPlainText(text)
    sitting.page.leave()
    sitting.settle()


def test_texts_are_kept_in_the_language_they_are_written_in(tab):
    write(tab, "results", "Zwei Schulen planen einen Austausch.")
    texts = tab.app.read(report_texts, tab.world.visit)
    assert texts["de"]["results"] == "Zwei Schulen planen einen Austausch."
    chooser = tab.find("visit.report.language")
    chooser.choose("en")
    chooser.picked.emit("en")
    tab.settle()
    assert tab.find("visit.report.results", QPlainTextEdit).toPlainText() == ""
    assert "1 text stands in another language and is missing here." in tab.words("visit.report.texts")
    write(tab, "results", "Two schools plan an exchange.")
    assert "missing here" not in tab.words("visit.report.texts")
    assert set(tab.app.read(report_texts, tab.world.visit)) == {"de", "en"}


def test_figures_stand_beside(tab):
    words = tab.words("visit.report.figures")
    assert "Participants" in words


def test_printing_leads_to_the_report(tab):
    tab.click("visit.report.print")
    assert tab.page.where()["paper"] == "visit-report"
