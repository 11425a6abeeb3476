# SPDX-License-Identifier: GPL-3.0-or-later
"""Bank statements in the shapes banks export, with people who do not exist; and hostile ones."""

from datetime import date
from uuid import UUID

import pytest

from hospes.domain.payers import Payer, PayerKind
from hospes.domain.statement import Because, Candidate, Entry, Ground, Lot, match
from hospes.transfer.child import read_in_child
from hospes.transfer.reading import ReadOptions, Unreadable
from hospes.transfer.statement import is_statement, read_day, read_minor, statement_of

SPARKASSE = (
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";'
    '"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Beguenstigter/Zahlungspflichtiger";'
    '"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"\r\n'
    '"DE59999999994711000001";"20.04.26";"20.04.26";"GUTSCHR. UEBERWEISUNG";"SVWZ+Beitrag 2026, Nr. 12";"";'
    '"";"NOTPROVIDED";"";'
    '"Jürgen Schäfer";"DE46999999991000000037";"XXXXDEFF";"35,00";"EUR";"Umsatz gebucht"\r\n'
    '"DE59999999994711000001";"21.04.26";"21.04.26";"LASTSCHRIFT";"Strom";"";"";"";"";"Stadtwerke";'
    '"DE08999999991000000333";"XXXXDEFF";"-1.055,10";"EUR";"Umsatz gebucht"\r\n'
).encode("cp1252")
VR_BANK = (
    "Bezeichnung Auftragskonto;IBAN Auftragskonto;BIC Auftragskonto;Bankname Auftragskonto;Buchungstag;"
    "Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;BIC (SWIFT-Code) Zahlungsbeteiligter;"
    "Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung\n"
    "Verein;DE59999999994711000001;X;VR;20.04.2026;20.04.2026;Jürgen Schäfer;DE46999999991000000037;X;"
    "Gutschrift;Beitrag 2026, Nr. 12;35,00;EUR;135,00\n"
).encode()
DKB = (
    '"Girokonto";"DE59999999994711000001"\n""\n"Kontostand vom 27.04.2026:";"135,00 €"\n""\n'
    '"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";'
    '"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"\n'
    '"20.04.26";"20.04.26";"Gebucht";"Jürgen Schäfer";"Verein";"Beitrag 2026, Nr. 12";"Eingang";'
    '"DE46999999991000000037";"35,00";"";"";""\n'
).encode("utf-8-sig")
FRENCH = (
    "Date;Libellé;Débit euros;Crédit euros;\n"
    '20/04/2026;"VIREMENT EN VOTRE FAVEUR Jürgen Schäfer Beitrag 2026 Nr. 12";;35,00;\n'
    '21/04/2026;"PRLV EDF";1 055,10;;\n'
).encode("cp1252")
FRENCH_POSTAL = (
    "Numéro Compte;0000000A000\nType;CCP\nCompte tenu en;euros\nDate;27/04/2026\nSolde (EUROS);135,00\n\n"
    "Date;Libellé;Montant(EUROS)\n20/04/2026;VIREMENT DE Jürgen Schäfer Nr. 12;35,00\n"
).encode("cp1252")
POLISH = (
    '"Data operacji";"Data księgowania";"Opis operacji";"Tytuł";"Nadawca/Odbiorca";"Numer konta";"Kwota";'
    '"Saldo po operacji"\n'
    "2026-04-20;2026-04-20;PRZELEW PRZYCHODZĄCY;Składka 2026 Nr. 12;Jürgen Schäfer;"
    "'46999999991000000037123456';35,00 EUR;135,00\n"
).encode("cp1250")
CAMT_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><Stmt>'
)
CAMT_TAIL = "</Stmt></BkToCstmrStmt></Document>"
NOTE = (
    '<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd><Sts>{status}</Sts>'
    "<BookgDt><Dt>2026-04-20</Dt></BookgDt><AcctSvcrRef>{ref}</AcctSvcrRef><NtryDtls>{details}</NtryDtls></Ntry>"
)
DETAIL = (
    "<TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>{amount}"
    "<RltdPties><Dbtr>{name}</Dbtr><DbtrAcct><Id><IBAN>DE46999999991000000037</IBAN></Id></DbtrAcct></RltdPties>"
    "<RmtInf><Ustrd>Beitrag 2026, </Ustrd><Ustrd>Nr. 12</Ustrd></RmtInf></TxDtls>"
)


def camt(version="08", *notes):
    return (CAMT_HEAD.format(version=version) + "".join(notes) + CAMT_TAIL).encode()


def note(amount="35.00", sign="CRDT", status="<Cd>BOOK</Cd>", ref="R1", details=None):
    details = details or DETAIL.format(amount="", name="<Pty><Nm>Jürgen Schäfer</Nm></Pty>")
    return NOTE.format(amount=amount, sign=sign, status=status, ref=ref, details=details)


CAMT_08 = camt("08", note(), note("1055.10", "DBIT", ref="R2"), note(status="<Cd>PDNG</Cd>", ref="R3"))
CAMT_02 = camt("02", note(status="BOOK", details=DETAIL.format(amount="", name="<Nm>Jürgen Schäfer</Nm>")))

FORMS = {
    "sparkasse.csv": SPARKASSE, "vr.csv": VR_BANK, "dkb.csv": DKB, "banque.csv": FRENCH,
    "postale.csv": FRENCH_POSTAL, "bank.csv": POLISH, "camt08.xml": CAMT_08, "camt02.xml": CAMT_02,
}  # fmt: skip
JUERGEN = Payer(PayerKind.PERSON, UUID(int=1))
EVA = Payer(PayerKind.HOUSEHOLD, UUID(int=2))
CANDIDATES = (
    Candidate(JUERGEN, "Schäfer, Jürgen", (("Jürgen", "Schäfer"),), ("12",), (), 3500, (3500,)),
    Candidate(EVA, "Schäfer", (("Eva", "Schäfer"), ("Tom", "Groß")), ("13", "14"), (), 5500, (5500,)),
)


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return read_in_child(path, ReadOptions())


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_same_payment_of_the_same_person(tmp_path, name):
    grid = read(tmp_path, name, FORMS[name])
    assert is_statement(grid)
    first = statement_of(grid, "EUR")
    came = [one for one in first.entries if one.minor > 0]
    assert [(one.on, one.minor, one.currency) for one in came] == [(date(2026, 4, 20), 3500, "EUR")]
    went = [one.minor for one in first.entries if one.minor < 0]
    assert went in ([], [-105510])
    matched = match(came, Ground(CANDIDATES))
    assert matched[0].lot is Lot.SURE
    assert matched[0].proposals[0].candidate.payer == JUERGEN
    assert {Because.NUMBER, Because.NAME, Because.AMOUNT} <= set(matched[0].proposals[0].because)
    # The same file twice: every entry has the same key, and each is known then.
    keys = {one.key for one in first.entries}
    assert len(keys) == len(first.entries)
    again = statement_of(grid, "EUR").entries
    assert {one.lot for one in match(again, Ground(CANDIDATES, keys))} == {Lot.KNOWN}


def test_a_batch_in_camt_is_told_apart_and_two_equal_lines_are_two(tmp_path):
    amount = '<Amt Ccy="EUR">35.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
    two = DETAIL.format(amount=amount, name="<Nm>A</Nm>") + DETAIL.format(amount=amount, name="<Nm>B</Nm>")
    entries = statement_of(read(tmp_path, "a.xml", camt("08", note("70.00", details=two))), "EUR").entries
    assert [(one.minor, one.name) for one in entries] == [(3500, "A"), (3500, "B")]
    lines = VR_BANK + VR_BANK.split(b"\n")[1] + b"\n"
    entries = statement_of(read(tmp_path, "b.csv", lines), "EUR").entries
    assert len({one.key for one in entries}) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>' + CAMT_08.partition(b"?>")[2], "xml-doctype"),
        (
            b'<!DOCTYPE Document SYSTEM "file:///etc/passwd" [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
            + CAMT_08.partition(b"?>")[2],
            "xml-doctype",
        ),
        (CAMT_08[:400], "source-unreadable"),
        (b'<Document xmlns="urn:x:camt.053">' + b"<a>" * 5000, "source-unreadable"),
        (b'<?xml version="1.0"?><other xmlns="urn:camt.053"/>', "source-unreadable"),
        (camt("08", "<Ntry><AddtlNtryInf>" + "x" * 200_000 + "</AddtlNtryInf></Ntry>"), "source-unreadable"),
    ],
)
def test_hostile_files_end_in_a_sentence(tmp_path, content, code):
    with pytest.raises(Unreadable) as told:
        read(tmp_path, "evil.xml", content)
    assert told.value.code == code


def test_a_treasurers_own_list_is_no_statement(tmp_path):
    grid = read(tmp_path, "own.csv", b"Nr;Name;Datum;Betrag;Zahlungsart;Jahr\n1;A;1.4.2026;35;bar;2026\n")
    assert not is_statement(grid)


def entry(words, minor=3500, name="", iban="", row=2):
    return Entry(row, date(2026, 4, 20), minor, "EUR", name, iban, words, f"k{row}")


@pytest.mark.parametrize(
    ("told", "lot", "payer"),
    [
        (entry("Beitrag", name="SCHAEFER JUERGEN"), Lot.SURE, JUERGEN),
        (entry("Beitrag Schäfer"), Lot.DOUBTFUL, JUERGEN),
        (entry("Beitrag", 5500, "Groß, Tom"), Lot.SURE, EVA),
        (entry("Nr. 12", 9900), Lot.DOUBTFUL, JUERGEN),
        (entry("Miete", name="Unbekannt"), Lot.UNKNOWN, None),
        (entry("Rückzahlung", -3500, "Jürgen Schäfer"), Lot.OUT, None),
        (entry("Sammler", 200000), Lot.COLLECTION, None),
    ],
)
def test_sure_is_only_what_has_a_name_and_the_right_sum(told, lot, payer):
    ground = Ground(CANDIDATES, collections=[(200000, date(2026, 4, 18))])
    found = match([told], ground)[0]
    assert found.lot is lot
    assert (found.proposals[0].candidate.payer if found.proposals else None) == payer


def test_who_paid_once_owes_nothing_for_the_second_line():
    both = [entry("Nr. 12", row=2), entry("Nr. 12", row=3)]
    found = match(both, Ground(CANDIDATES))
    assert [one.lot for one in found] == [Lot.SURE, Lot.DOUBTFUL]
    assert Because.NOTHING_OWED in found[1].proposals[0].because


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1.234,56", 123456), ("1 234,56 EUR", 123456), ("-35.00", -3500), ("+12,5", 1250), ("35", 3500),
        ("1,234.56", 123456), ("35,00-", -3500), ("1.000", 100000), ("−5,00 €", -500), ("", None),
        ("x", None),
        ("9" * 40, None),
    ],
)  # fmt: skip
def test_amounts_as_banks_write_them(text, minor):
    assert read_minor(text) == minor


def test_days_as_banks_write_them():
    assert read_day("20.04.26") == read_day("2026-04-20") == read_day("20/04/2026") == date(2026, 4, 20)
    assert read_day("31.02.2026") is None
    assert read_day("gestern") is None
