# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 3, cash in hand: Dieter Kessler pays his 35 euros and gets a receipt."""

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hospes.domain.codes import DuesState, PaymentMethod
from hospes.i18n.locale import Locale
from hospes.queries.dues import payer_rows
from hospes.queries.memberships import who_owes
from hospes.queries.payments import payment_rows
from tests.journeys.form_hand import FormHand
from tests.journeys.hand import LEFT, NONE

CLICKS, FIELDS, KEYS = 8, 1, 9
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


def press_finding(hand, title):
    """Press a line of what the search found."""
    findings = hand.find("search.findings", QWidget)
    at = next(at for at, one in enumerate(findings.flat) if one.title == title)
    findings.chosen = at
    spot = findings.place_of_chosen().center()
    hand.clicks += 1
    hand.done.append(f"click {title}")
    QTest.mouseClick(findings, LEFT, NONE, spot)
    hand.settle()


def check(journey, printed, tmp_path):
    app = journey.app
    paid = next(one for one in app.read(payment_rows, app.today, ENGLISH) if one.name == "Kessler, Dieter")
    assert (paid.on, paid.method, paid.amount.minor) == (date(2026, 4, 27), PaymentMethod.CASH, 3500)
    assert paid.receipt == "2026-14"
    rows = {one.name: one for one in app.read(payer_rows, 2026, app.today, ENGLISH)}
    assert rows["Kessler, Dieter"].state is DuesState.PAID
    assert app.read(who_owes, app.today).open.minor == 21_000
    file = tmp_path / "receipt.pdf"
    file.write_bytes(printed[0])
    told = " ".join(page.extract_text() for page in PdfReader(file).pages)
    assert "2026-14" in told
    assert "35,00 €" in told
    assert "27. April 2026" in told  # in his language
    assert len(printed) == 1
    journey.window.acts.undo()
    journey.hand.settle()
    assert app.read(who_owes, app.today).open.minor == 24_500


@pytest.mark.parametrize(
    "preferences",
    [
        pytest.param({}, marks=pytest.mark.long, id="100"),
        pytest.param({"language": "de", "text_size": 150}, id="de-150"),
        pytest.param({"language": "fr"}, marks=pytest.mark.long, id="fr"),
        pytest.param({"language": "fr", "text_size": 150}, marks=pytest.mark.long, id="fr-150"),
    ],
)
def test_cash_in_hand_by_mouse(sit_down, printed, tmp_path, preferences):
    journey = sit_down(**preferences)
    journey.go("today")
    hand = FormHand.of(journey)
    hand.field("top.search", "kessler")
    words = journey.desk.text("Record a payment from {person}", person="Dieter Kessler")
    press_finding(hand, words)
    hand.click("money.pay.how.cash")
    assert "35" in hand.text("money.pay.record")
    hand.click("money.pay.record")
    hand.step("recorded")
    hand.click("money.printReceipt")
    hand.click("print.print")
    hand.budget(clicks=CLICKS, fields=FIELDS)
    check(journey, printed, tmp_path)


@pytest.mark.parametrize(
    "preferences",
    [
        pytest.param({}, id="100"),
        pytest.param({"language": "fr"}, marks=pytest.mark.long, id="fr"),
        pytest.param({"language": "fr", "text_size": 150}, marks=pytest.mark.long, id="fr-150"),
    ],
)
def test_cash_in_hand_by_keyboard(sit_down, printed, tmp_path, preferences):
    journey = sit_down(**preferences)
    journey.go("today")
    hand = journey.hand
    hand.key("Ctrl+K")
    hand.write("top.search", "kessler")
    findings = journey.window.findChild(QWidget, "search.findings")
    words = journey.desk.text("Record a payment from {person}", person="Dieter Kessler")
    while findings.flat[findings.chosen].title != words:
        hand.key("Down")
    hand.key("Return")
    hand.key("Right")  # from bank transfer to cash
    hand.key("Return")
    assert "2026-14" in hand.told()
    hand.key("Ctrl+P")
    hand.key("Ctrl+P")
    hand.budget(keys=KEYS, fields=FIELDS)
    check(journey, printed, tmp_path)
