# SPDX-License-Identifier: GPL-3.0-or-later
"""Money ▸ Donations: a gift, what must be right, receipts written, printed once, made void; with Undo."""

from datetime import date

from PySide6.QtWidgets import QFileDialog

from hospes.domain.codes import PaymentPurpose
from hospes.i18n.locale import Locale
from hospes.queries.donations import ReceiptFilter, donors, receipt_lines

ENGLISH = Locale.of("en")


def lines(at):
    return at.app.read(receipt_lines, ReceiptFilter(2026), ENGLISH)


def given(at, name, text):
    """Type into a field and leave it."""
    field = at.find(name)
    field.setFocus()
    field.setText(text)
    at.page.tab.rules.leave()
    at.settle()


def test_from_a_gift_to_a_void_receipt(at, qtbot, tmp_path, monkeypatch):
    at.go("money", tab="donations", gift=f"person:{at.world.dieter.hex}")
    at.find("gift.amount").setText("123,45")
    at.click("gift.record")
    row = next(one for one in at.app.read(donors, 2026, at.app.today, ENGLISH) if one.id == at.world.dieter)
    assert (row.minor, row.gifts[0].purpose) == (12345, PaymentPurpose.DONATION)

    at.click("donations.write")
    assert not at.find("receipts.write").isEnabled()
    assert "The address of the association is missing." in at.words()
    at.go("money", tab="donations", view="rules")
    for name, text in (
        ("rules.issuer", "Verein Rosenau\nMarkt 1\n63512 Rosenau"),
        ("rules.tax_purpose", "internationaler Gesinnung"),
        ("rules.tax_office", "Hanau"),
        ("rules.tax_no", "22 250 12345"),
        ("rules.tax_notice_on", "6.5.2024"),
        ("rules.period", "2021 bis 2023"),
    ):
        given(at, name, text)
    notice = at.find("rules.notice")
    notice.choose("exemption")
    notice.picked.emit("exemption")
    at.settle()
    at.find("rules.by").setText("Hannelore Fischer")
    at.find("rules.verify").setFocus()
    at.click("rules.verify")
    assert "Hannelore Fischer compared the words on" in at.words()
    assert at.page.isAncestorOf(at.window.focusWidget()), "the button is gone, the keyboard stays in the page"
    assert at.there("rules.fine")

    at.go("person", id=at.world.dieter.hex, tab="dues")
    assert "2026: €123.45 given" in at.words()
    at.click("person.write.2026")  # the review of this donor's gifts alone
    assert at.find("receipts.write").text() == "Write 1 receipt, €123.45"
    at.click("receipts.write")
    made = lines(at)[0]
    assert (made.number, made.minor, made.handed_on) == ("2026-1", 12345, None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    at.click("donations.saveEach")
    qtbot.waitUntil(lambda: lines(at)[0].handed_on is not None)
    (target,) = tmp_path.glob("2026-1 *.pdf")
    assert target.read_bytes().startswith(b"%PDF")
    assert not at.there("donations.saveEach")
    assert lines(at)[0].handed_on == at.app.today
    assert at.find("receipt.print").text() == "Print a duplicate"

    at.go("person", id=at.world.dieter.hex, tab="dues")
    assert not at.there("person.write.2026")
    at.click("person.receipt.2026-1")
    assert at.find("receipt.number").text() == "Receipt 2026-1"

    at.click("receipt.wrong")
    at.click("receipt.cancel")
    assert "Say why the receipt is void." in at.words()
    at.find("receipt.reason").setText("Wrong amount")
    at.click("receipt.cancel")
    assert lines(at)[0].cancelled_on == at.app.today
    at.app.undo()
    assert lines(at)[0].cancelled_on is None


def test_a_thing_says_what_it_lacks(at):
    at.go("money", tab="donations", gift=f"person:{at.world.dieter.hex}")
    kind = at.find("gift.kind.in_kind")
    kind.click()
    at.find("gift.amount").setText("450")
    at.click("gift.record")
    assert "Say what was given." in at.words()
    at.find("gift.what").setText("Piano")
    at.click("gift.record")
    gift = at.app.read(donors, 2026, at.app.today, ENGLISH)[0].gifts[0]
    assert at.there(f"gift.lacks.{gift.payment.hex}")
    at.click(f"gift.describe.{gift.payment.hex}")
    at.find("gift.condition").setText("35 years, tuned")
    at.find("gift.origin").choose("private")
    at.find("gift.basis").choose("appraisal")
    at.click("gift.record")
    assert not at.there(f"gift.lacks.{gift.payment.hex}")
    assert gift.on == date(2026, 4, 27)

    # Waived expenses of somebody else, named as the lists do; shown then, and the keyboard goes on there.
    at.click("money.new")
    at.find("gift.kind.waived").click()
    at.find("gift.who").setText("Markt, Jan")
    at.find("gift.amount").setText("84,60")
    at.find("gift.costs").setText("Drives to the twin town")
    at.find("gift.spent").setText("3.3.2026")
    at.find("gift.since").setText("1.4.2026")
    at.click("gift.record")
    assert "The claim must be there before the expense is made." in at.words()
    at.find("gift.since").setText("1.1.2026")
    at.click("gift.record")
    assert at.find("donations.donors").hasFocus()
    donor = at.page.tab._donors[at.find("donations.donors").current_id()]
    assert (donor.name, donor.minor) == ("Markt, Jan", 8460)
