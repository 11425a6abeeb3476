# SPDX-License-Identifier: GPL-3.0-or-later
"""Donation receipts line by line against the data: German, French, a duplicate, a void one."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from hospes.actions.donations import GiveGiftBack, RecordGift
from hospes.actions.donations_receipts import CancelReceipt, HandOutReceipts, WriteDonationReceipts
from hospes.actions.payments import DeletePayments
from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.donations import GiftDetail, TaxFacts, plan_receipts
from hospes.domain.donations_codes import (
    ClaimBasis,
    DuesDeductible,
    GiftOrigin,
    NoticeKind,
    ReceiptForm,
    ValueBasis,
)
from hospes.domain.donations_copy import Written, freeze
from hospes.domain.donations_texts import in_force, read_forms
from hospes.domain.errors import UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.papers.donation_receipt import kept_pdf
from hospes.queries.donations import ReceiptFilter, kept_sheet, ready_receipts, receipt_lines, year_sum
from hospes.queries.donations_rules import shipped
from hospes.ui.pages.money_donations_review import new_receipt
from tests.domain.test_donations import gift
from tests.papers.people import add
from tests.papers.printing import paper
from tests.papers.reading import page_texts, squeezed, text_of

DAY = date(2026, 4, 27)
FACTS = TaxFacts(
    "DE", ("Verein Rosenau", "Markt 1", "63512 Rosenau"), True, "Rosenau", "22 250 12345", "Hanau",
    NoticeKind.EXEMPTION, date(2024, 5, 6), "2021 bis 2023", "internationaler Gesinnung",
    DuesDeductible.YES, signed_by="Kasse",
)  # fmt: skip
THING = GiftDetail("Klavier", "35 Jahre, gestimmt", GiftOrigin.PRIVATE, ValueBasis.APPRAISAL, True)
DONOR = ("Anna Klos", "Steinweg 2", "63512 Rosenau")


def sheet(gifts, facts=FACTS, donor=DONOR, number="2026-7"):
    """The pages of the first receipt for these gifts."""
    payer = gifts[0].donor
    planned = plan_receipts(gifts, {payer: True}, facts, 2026, DAY).receipts[0]
    texts = read_forms(in_force(shipped()[facts.country], DAY), {})
    spoken = "fr" if facts.country == "FR" else "de"
    copy = freeze(planned, facts, texts, Written(number, DAY, donor, spoken))
    return [squeezed(page) for page in page_texts(kept_pdf(copy, DAY))]


def holds_in_order(page, lines):
    """Each line stands on the page, one below the other."""
    at = 0
    for line in lines:
        found = page.find(squeezed(line), at)
        assert found >= 0, line
        at = found + 1


def test_one_gift_of_money_says_what_the_form_says_in_its_order():
    pages = sheet([gift(3, 12345)])
    assert len(pages) == 1
    holds_in_order(
        pages[0],
        [
            "Aussteller (Bezeichnung und Anschrift der steuerbegünstigten Einrichtung)", "Verein Rosenau",
            "Bestätigung über Geldzuwendungen/Mitgliedsbeitrag",
            "im Sinne des § 10b des Einkommensteuergesetzes an eine der in § 5 Abs. 1 Nr. 9", "Nr. 2026-7",
            "Name und Anschrift des Zuwendenden:", "Anna Klos", "Steinweg 2",
            "Es handelt sich um den Verzicht auf Erstattung von Aufwendungen", "Ja", "Nein",
            "Wir sind wegen Förderung internationaler Gesinnung nach dem Freistellungsbescheid",
            "des Finanzamtes Hanau, StNr. 22 250 12345, vom 06.05.2024 für den letzten",
            "Veranlagungszeitraum 2021 bis 2023", "von der Gewerbesteuer befreit.",
            "nur zur Förderung internationaler Gesinnung verwendet wird.", "Rosenau, 27.04.2026",
            "(Ort, Datum und Unterschrift des Zuwendungsempfängers)", "Hinweis:",
            "haftet für die entgangene Steuer (§ 10b Abs. 4 EStG", "(§ 63 Abs. 5 AO).",
        ],
    )  # fmt: skip
    for part in (
        "Betrag der Zuwendung - in Ziffern -",
        "- in Buchstaben -",
        "123,45 €",
        "einhundertdreiundzwanzig Euro und fünfundvierzig Cent",
        "04.01.2026",
    ):
        assert squeezed(part) in pages[0]
    assert "Mitgliedsbeitraghandelt,dessenAbzug" not in pages[0]
    assert "Dank" not in pages[0]
    no_dues = sheet([gift(3)], TaxFacts(**{**fields(FACTS), "dues": DuesDeductible.NO}))[0]
    assert "Mitgliedsbeitraghandelt,dessenAbzug" in no_dues


def fields(facts):
    return {name: getattr(facts, name) for name in TaxFacts.__dataclass_fields__}


def test_a_thing_and_a_finding():
    finding = TaxFacts(**{**fields(FACTS), "notice": NoticeKind.FINDING})
    page = sheet([gift(3, 45000, PaymentPurpose.IN_KIND, detail=THING)], finding)[0]
    holds_in_order(
        page,
        [
            "Bestätigung über Sachzuwendungen", "Genaue Bezeichnung der Sachzuwendung", "Klavier; 35 Jahre",
            "aus dem Privatvermögen.", "Geeignete Unterlagen", "§§ 51, 59, 60 und 61 AO wurde vom Finanzamt",
            "Wir fördern nach unserer Satzung internationaler Gesinnung.",
        ],
    )  # fmt: skip


def test_a_collective_receipt_has_an_annex_with_the_same_sum():
    claim = GiftDetail("Fahrt", spent_on=DAY, claim=ClaimBasis.BYLAWS, claim_on=DAY)
    gifts = [gift(n) for n in range(1, 60)]
    gifts += [gift(60, 3500, PaymentPurpose.DUES), gift(61, 5230, PaymentPurpose.WAIVED, detail=claim)]
    front, *annex = sheet(gifts)
    assert len(annex) == 2
    total = squeezed("3.037,30 €")
    assert sum(one.minor for one in gifts) == 303_730
    assert total in front
    assert total in annex[-1]
    assert "01.01.2026bis27.04.2026" in front
    assert "keineweiterenBestätigungen" in front
    rows = "".join(annex)
    assert rows.count("Geldzuwendung") - rows.count("(Geldzuwendung/") == 60
    assert rows.count("ja52,30€") == 1


@pytest.mark.parametrize("form", ["DE", "FR"])
def test_exactly_one_page_however_long_names_and_purposes_are(form):
    facts = TaxFacts(
        **{**fields(FACTS), "country": form, "purpose": "Förderung der Völkerverständigung, " * 60}
    )
    thing = GiftDetail(
        "Eine Sammlung alter Bücher, " * 30, "gut, " * 60, GiftOrigin.BUSINESS, ValueBasis.MARKET
    )
    donor = ("Prof. Dr. " + "Müller-Lüdenscheidt " * 20, *DONOR[1:])
    for one in (gift(3, 99_999_999), gift(3, 4500, PaymentPurpose.IN_KIND, detail=thing)):
        pages = sheet([one], facts, donor)
        assert len(pages) == 1
        assert pages[0].count("Müller-Lüdenscheidt") == 20


def test_the_french_receipt_has_every_mention():
    facts = TaxFacts(**{**fields(FACTS), "country": "FR", "register_no": "W123"})
    page = sheet([gift(3, 7500), gift(4, 2500, method=PaymentMethod.CASH)], facts)[0]
    holds_in_order(
        page,
        [
            "Reçu des dons et versements effectués par les particuliers au titre des articles 200 et 978 du",
            "Numéro d’ordre du reçu", "2026-7", "Organisme bénéficiaire des dons et versements",
            "Verein Rosenau", "Numéro SIREN ou RNA : W123", "Objet",
            "Œuvre ou organisme d’intérêt général ayant un caractère philanthropique", "Donateur",
            "Anna Klos",
            "avoir reçu des dons et versements ouvrant droit à réduction", "***100,00 €***",
            "cent euros", "04/01/2026", "05/01/2026", "Le bénéficiaire certifie sur l’honneur", "200 du CGI",
            "978 du CGI", "Forme du don", "Nature du don", "mode de versement", "27/04/2026",
            "Date et signature",
        ],
    )  # fmt: skip
    assert "238" not in page
    firm = sheet([replace(gift(3, 7500), donor=Payer(PayerKind.ORGANISATION, uuid4()))], facts)[0]
    holds_in_order(firm, ["par les entreprises au titre de l’article 238 bis", "238 bis du CGI"])
    assert "978" not in firm


ENGLISH = Locale.of("en")


def ready(app, **more):
    return app.read(ready_receipts, 2026, app.today, app.who.device, ENGLISH, **more)


def write(app):
    made = [new_receipt(one, str(one.copy["number"]), app.today) for one in ready(app).receipts]
    return app.run(WriteDonationReceipts(tuple(made))).result


def test_written_once_printed_once_void_with_its_number(founded):
    anna, ben = (add(founded, name, street="Weg 1")[0] for name in ("Anna|Klos", "Ben|Arp"))
    payments = [
        founded.run(RecordGift(Payer(PayerKind.PERSON, who), Money(minor))).result
        for who, minor in ((anna, 5000), (anna, 2500), (ben, 3300))
    ]
    founded.run(GiveGiftBack(payments[0], Money(1000)))
    made = write(founded)
    lines = founded.read(receipt_lines, ReceiptFilter(2026), ENGLISH)
    assert [one.number for one in lines] == ["2026-1", "2026-2"]
    assert year_sum(lines).minor == 5000 - 1000 + 2500 + 3300
    assert ready(founded).receipts == ()
    for action in (DeletePayments((payments[0],)), GiveGiftBack(payments[1], Money(1))):
        with pytest.raises(UserError) as refused:
            founded.run(action)
        assert refused.value.code == "has-donation-receipt"

    kept = founded.read(kept_sheet, made[0])
    first = paper(founded, "donation-receipt", receipt="2026-1")
    assert page_texts(kept)[0] == page_texts(first.pdf)[0]
    assert "Zweitschrift" not in text_of(first.pdf)
    founded.run(HandOutReceipts((made[0],)))
    assert "Zweitschrift" in page_texts(paper(founded, "donation-receipt", receipt="2026-1").pdf)[0]
    with pytest.raises(UserError) as refused:
        founded.undo()
    assert refused.value.code in {"undo-blocked", "undo-handed-out"}

    founded.run(CancelReceipt(made[0], "Wrong name"))
    assert "Ungültig" in text_of(paper(founded, "donation-receipt", receipt="2026-1").pdf)
    again = ready(founded).receipts
    assert [(one.copy["number"], one.planned.form) for one in again] == [("2026-3", again[0].planned.form)]
    write(founded)
    lines = founded.read(receipt_lines, ReceiptFilter(2026), ENGLISH)
    assert [one.number for one in lines] == ["2026-1", "2026-2", "2026-3"]
    assert year_sum(lines).count == 2
    assert {one.form for one in lines} <= set(ReceiptForm)
