# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 9, the list for both towns: who sleeps where, in German and French, without anybody's allergies."""

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget

from hospes.queries.paper_visit_prints import prints
from tests.hosting import ascension

OPEN = ("Dubois, Claire", "Dubois, Manon", "Petit, Gérard", "Moreau, Sylvie", "Fontaine, Luc")


@pytest.fixture
def saved_as(monkeypatch, tmp_path):
    """The system's own dialog gives this path."""
    path = tmp_path / "Unterbringung.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    return path


def begin(sit_down, **preferences):
    journey = sit_down(**preferences)
    journey.go("visit", id=ascension(journey.app).hex, tab="hosting")
    return journey


def scroll_to_languages(journey):
    """Scrolling counts for nothing."""
    form = journey.window.findChild(QScrollArea, "print.form")
    form.ensureWidgetVisible(form.findChild(QWidget, "print.language.both"))
    journey.hand.settle()


def check(journey, path):
    """Both languages, 34 guests, who has no host yet is open, no health, pages counted, remembered."""
    pages = [page.extract_text() for page in PdfReader(path).pages]
    told = "\n".join(pages)
    for words in ("Unterbringungsliste", "Liste d’hébergement", "34 Gäste", "34 invités", *OPEN):
        assert words in told, words
    assert told.count("Noch keine Gastfamilie") == len(OPEN)
    for secret in ("llerg", "Katze", "chat", "végétar", "vegetar"):
        assert secret not in told
    assert all(f"{at} / {len(pages)}" in page for at, page in enumerate(pages, 1))
    assert [one.number for one in journey.app.read(prints, ascension(journey.app), "hosting-list")] == [1]
    journey.go("print", paper="member-list")
    journey.go("print", paper="hosting-list")
    scroll_to_languages(journey)
    assert journey.hand.find("print.language.both").isChecked()


@pytest.mark.parametrize("preferences", [{}, {"language": "de", "text_size": 150}], ids=["100", "de-150"])
def test_the_list_for_both_towns_by_mouse(sit_down, saved_as, preferences):
    journey = begin(sit_down, **preferences)
    hand = journey.hand
    if hand.sees("board.print"):
        hand.click("board.print")
    else:
        hand.key("Ctrl+P")  # in little room the button stands behind More
    scroll_to_languages(journey)
    hand.click("print.language.both")
    hand.click("print.savePdf")
    hand.budget(clicks=4, keys=0 if not preferences else 1)
    check(journey, saved_as)


def test_the_list_for_both_towns_by_keyboard(sit_down, saved_as):
    journey = begin(sit_down)
    hand = journey.hand
    hand.key("Ctrl+P")
    hand.key("F6")  # from the papers to what is set up
    hand.key("Tab")  # from the visit to the languages
    for _ in range(3):
        hand.key("Down")  # German, French, Polish, German and French
    hand.key("Ctrl+Shift+P")
    hand.budget(keys=7)
    check(journey, saved_as)
