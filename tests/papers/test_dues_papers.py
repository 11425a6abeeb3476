# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers about dues: reminders with a QR code that can be read, receipts, the list of who owes.

Of the test catalogue: T6.8 codes that are read again.
"""

import io

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from hospes.actions.association import EditAssociation
from hospes.actions.dues import NewDues, StartDues
from hospes.domain.codes import Channel
from hospes.domain.payers import Payer, PayerKind
from hospes.papers.making import draw, find_paper, warnings
from hospes.queries.association import association
from tests.papers.people import add
from tests.papers.printing import gathered, paper, table

SEVEN = ("Wolfgang Busch", "Ralf Engel", "Dieter Kessler", "Erika Ludwig", "Holger Seidel", "Nina Sommer",
         "Marlies Thoma")  # fmt: skip


def pages(document):
    return [page.extract_text() for page in PdfReader(io.BytesIO(document.pdf)).pages]


def codes(document):
    """What a telephone reads on each page."""
    pdf = pypdfium2.PdfDocument(document.pdf)
    return [
        [
            one.text
            for one in zxingcpp.read_barcodes(pdf[at].render(scale=3).to_pil(), zxingcpp.BarcodeFormat.QRCode)
        ]
        for at in range(len(pdf))
    ]


def test_each_of_the_seven_gets_a_letter_with_a_code_a_telephone_reads(rosenau):
    document = paper(rosenau, "dues-reminder")
    told = pages(document)
    assert len(told) == len(SEVEN)
    for name, page, (code,) in zip(SEVEN, told, codes(document), strict=True):
        assert name in page
        assert "35,00 €" in page
        lines = code.split("\n")
        assert lines[:4] == ["BCD", "002", "1", "SCT"]
        assert lines[5] == "Partnerschaftsverein Rosenau – Montclair e.V."
        assert lines[6:8] == ["DE59999999994711000001", "EUR35.00"]
        assert name in lines[-1]
        assert "2026" in lines[-1]


@pytest.mark.parametrize("code", ["dues-invoice", "dues-reminder"])
def test_another_library_reads_umlauts_and_polish_letters_from_the_code(founded, code):
    (zoe,) = add(founded, "Łucja|Żółć-Größmüller", street="Weg 1")
    own = founded.read(association)
    iban = "DE59999999994711000001"
    founded.run(EditAssociation(own.id, {"name": "Freunde Łódź – Köln e.V.", "iban": iban}))
    dues = (NewDues(Payer(PayerKind.PERSON, zoe), None, 3550, "EUR", 1),)
    founded.run(StartDues(2026, dues, founded.today))
    found = gathered(founded, code, year="2026")
    ((text,),) = codes(draw(found))
    lines = text.split("\n")
    assert lines[:8] == ["BCD", "002", "1", "SCT", "", "Freunde Łódź – Köln e.V.", iban, "EUR35.50"]
    assert lines[8:10] == ["", ""]
    assert "Łucja Żółć-Größmüller" in lines[10]
    assert len(text.encode()) <= 331  # the most a bank reads


def test_who_gets_email_gets_no_letter_and_what_went_out_is_kept(rosenau):
    found = gathered(rosenau, "dues-reminder", not_by_email="yes")
    reminder = find_paper("dues-reminder")
    assert len(pages(draw(found))) == 4
    mailing = reminder.mailing(found.data)
    assert len(mailing.addresses) == 3
    sent = reminder.sent(found.data)
    assert len(sent.action.reminders) == 4
    assert {stage for _, stage in sent.action.reminders} == {2}
    assert mailing.sent.action.channel is Channel.EMAIL


def test_whoever_was_reminded_lately_is_left_out_and_it_is_said(rosenau):
    found = gathered(rosenau, "dues-reminder", wait_days="60")
    document = draw(found)
    assert found.data.letters == ()
    assert any("{n}" in (note.many or "") for note in warnings(document))


@pytest.mark.parametrize(("language", "money"), [("en", "€35.00"), ("fr", "35,00"), ("pl", "35,00")])
def test_reminders_in_each_language(rosenau, language, money):
    document = paper(rosenau, "dues-reminder", language=language, size="letter" if language == "en" else "a4")
    told = pages(document)
    assert len(told) == len(SEVEN)
    assert all(money in page for page in told)


def test_a_receipt_has_its_number_and_the_payer(rosenau):
    document = paper(rosenau, "dues-receipt", receipt="2026-1")
    (page,) = pages(document)
    assert "2026-1" in page
    assert "Barbara und Piotr Nowak" in page
    assert "55,00 €" in page


def test_the_list_of_who_owes_adds_up(rosenau):
    found = table(rosenau, "dues-list", which="open")
    assert len(found.rows) == len(SEVEN)
    assert sum(row[4] for row in found.rows) == 245
    assert "245,00 €" in pages(paper(rosenau, "dues-list", which="open"))[0]


def test_the_letter_that_asks_goes_to_whoever_still_owes(rosenau):
    assert len(pages(paper(rosenau, "dues-invoice"))) == len(SEVEN)


def test_an_association_without_an_account_is_told(founded):
    document = paper(founded, "dues-reminder")
    assert len(pages(document)) == 1
