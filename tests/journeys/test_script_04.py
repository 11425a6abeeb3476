# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 4, friendly reminders: by letter, and by e-mail to those who want e-mail; all seven are marked."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospes.domain.codes import Channel
from hospes.domain.reminding import Reminded
from hospes.i18n.locale import Locale
from hospes.queries.dues import payer_rows
from tests.journeys.form_hand import FormHand

CLICKS, KEYS = 6, 9
BY_LETTER = {"Wolfgang Busch", "Dieter Kessler", "Erika Ludwig", "Marlies Thoma"}
BY_EMAIL = {"Engel, Ralf", "Seidel, Holger", "Sommer, Nina"}
ENGLISH = Locale.of("en")


@pytest.fixture
def printed(monkeypatch):
    """What the printer got."""
    papers = []

    def take(document, _parent):
        papers.append(document.pdf)
        return True

    monkeypatch.setattr("hospes.ui.pages.print_centre.print_document", take)
    return papers


def owing(app):
    return [one for one in app.read(payer_rows, 2026, app.today, ENGLISH) if one.open]


def cure_of(hand):
    """The button of what Today says about the dues."""
    at = next(at for at in range(7) if "245" in hand.find(f"today.need.{at}").accessibleName())
    return f"today.cure.{at}"


def check(journey, printed, tmp_path):
    app = journey.app
    file = tmp_path / "reminders.pdf"
    file.write_bytes(printed[0])
    pages = [page.extract_text() for page in PdfReader(file).pages]
    assert len(printed) == 1
    assert len(pages) == len(BY_LETTER)
    for name in BY_LETTER:
        letter = next(page for page in pages if name in page)
        assert "35,00 €" in letter
    rows = owing(app)
    assert len(rows) == 7
    for row in rows:
        (line,) = row.lines
        assert line.reminders[-1] == Reminded(2, date(2026, 4, 27)), row.name
        assert line.channels[-1] == (Channel.EMAIL if row.name in BY_EMAIL else Channel.LETTER), row.name
    addresses = QGuiApplication.clipboard().text().split(", ")
    assert len(addresses) == len(BY_EMAIL)
    assert all("@" in one for one in addresses)
    for _ in range(2):
        journey.window.acts.undo()
        journey.hand.settle()
    assert all(row.last_reminder.on == date(2026, 3, 2) for row in owing(app))


@pytest.mark.parametrize(
    "preferences",
    [
        pytest.param({}, id="100"),
        pytest.param({"language": "de", "text_size": 150}, id="de-150"),
        pytest.param({"language": "fr", "text_size": 150}, marks=pytest.mark.long, id="fr-150"),
    ],
)
def test_friendly_reminders_by_mouse(sit_down, printed, tmp_path, preferences):
    journey = sit_down(**preferences)
    journey.go("today")
    hand = FormHand.of(journey)
    hand.click(cure_of(hand))
    hand.click("print.not-by-email")
    hand.click("print.print")
    hand.step("printed")
    copy = hand.find("print.emails")
    assert copy.visibleRegion().boundingRect() == copy.rect(), "what comes next is not cut"
    hand.click("print.emails")
    hand.budget(clicks=CLICKS)
    check(journey, printed, tmp_path)


@pytest.mark.parametrize(
    "preferences",
    [
        pytest.param({}, id="100"),
        pytest.param({"language": "fr"}, marks=pytest.mark.long, id="fr"),
        pytest.param({"language": "fr", "text_size": 150}, marks=pytest.mark.long, id="fr-150"),
    ],
)
def test_friendly_reminders_by_keyboard(sit_down, qtbot, printed, tmp_path, preferences):
    journey = sit_down(**preferences)
    journey.go("today")
    hand = journey.hand
    bar = journey.window.menuBar()
    tools = next(one for one in bar.actions() if one.text().replace("&", "") == journey.desk.text("Tools"))
    hand.key(f"Alt+{tools.text()[tools.text().index('&') + 1].upper()}")
    menu = QApplication.activePopupWidget()
    act = next(act for act in menu.actions() if act.objectName() == "command.tools.reminders")
    hand.keys += 1
    hand.done.append("key of the line")
    QTest.keyClick(menu, act.text()[act.text().index("&") + 1])
    hand.settle()
    assert journey.window.place == "print"
    hand.key("F6")
    hand.key("F6")  # from the rail to the papers, to what is set up
    hand.key("Space")
    qtbot.waitUntil(lambda: hand.sees("print.emails"))
    hand.settle()
    hand.key("Ctrl+P")
    assert hand.focus().objectName() == "print.emails"  # what comes next
    hand.key("Space")
    hand.budget(keys=KEYS)
    check(journey, printed, tmp_path)
