# SPDX-License-Identifier: GPL-3.0-or-later
"""Debits that came back, as German, French and Polish banks write them, with people who do not exist."""

from datetime import date
from uuid import UUID

import pytest

from hospes.domain.payers import Payer, PayerKind
from hospes.domain.statement import Ground, Lot, match
from hospes.domain.statement_back import BackBecause, DebitThere
from hospes.domain.statement_entry import Entry
from hospes.transfer import camt_reader, mt940_reader
from hospes.transfer.csv_reader import read_bytes
from hospes.transfer.reading import GridOutput, ReadOptions
from hospes.transfer.statement import Statement, statement_of
from hospes.transfer.statement_plan import CheckedStatement

DUE = date(2026, 4, 20)
DAY = date(2026, 4, 27)
IBAN = "DE46999999991000000037"


def debit(at, name, minor=3500, **more):
    payer = Payer(PayerKind.PERSON, UUID(int=at))
    kept = {"mandate": f"M-{at}", "names": (name,), "surnames": (name.split()[-1],), **more}
    return DebitThere(UUID(int=100 + at), payer, name, minor, DUE, f"20260420-0ABCDEF{at}-{at}", **kept)


DIETER, EVA, TOM = debit(1, "Dieter Kessler", iban=IBAN), debit(2, "Eva Roth"), debit(3, "Tom Groß", 5500)
DEBITS = (DIETER, EVA, TOM)

SPARKASSE = (
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";'
    '"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";'
    '"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"Betrag";'
    '"Waehrung"\n'
    '"DE59";"27.04.26";"27.04.26";"RUECKLASTSCHRIFT";"Beitrag AC04 KONTO ERLOSCHEN";"";"M-1";'
    '"20260420-0ABCDEF1-1";"";"35,00";"3,50";"Kessler";"";"-38,50";"EUR"\n'
)
VR = (
    "Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Buchungstext;Verwendungszweck;"
    "Betrag;Waehrung\n"
    f"27.04.2026;27.04.2026;;{IBAN};Rückbelastung;EREF: 20260420-0ABCDEF1-1 MREF: M-1 Konto erloschen;"
    "-35,00;EUR\n"
)
FRENCH = (
    'Date;Libellé;Débit euros;Crédit euros\n27/04/2026;"REJET PRLV KESSLER DIETER COMPTE CLOTURE";38,50;\n'
)
POLISH = (
    '"Data operacji";"Opis operacji";"Tytuł";"Nadawca/Odbiorca";"Numer konta";"Kwota"\n'
    "2026-04-27;ZWROT POLECENIA ZAPŁATY;rachunek zamknięty;Dieter Kessler;;-35,00 EUR\n"
)
MT940 = (
    ":20:S\n:25:99999999/4711000001\n:28C:1\n:60F:C260417EUR2000,\n:61:2604270427DR38,50NRTINONREF//B2\n"
    ":86:109?00LS RUECKBEL.?10931?20EREF+20260420-0ABCDEF?211-1?22MREF+M-1?23OAMT+35,00?24COAM+3,50"
    "?25SVWZ+Konto\n?26 aufgelöst?32Kessler\n:62F:C260427EUR1961,50\n-\n"
)
CAMT = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><B><N><Ntry><Amt Ccy="EUR">38.50</Amt>'
    "<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-04-27</Dt></BookgDt><NtryDtls><TxDtls>"
    "<Refs><AcctSvcrRef>R1</AcctSvcrRef><EndToEndId>{e2e}</EndToEndId><MndtId>M-1</MndtId></Refs>"
    '<AmtDtls><InstdAmt><Amt Ccy="EUR">35.00</Amt></InstdAmt></AmtDtls><RltdPties>'
    "<Dbtr><Nm>Kessler</Nm></Dbtr></RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry></N></B></Document>"
)
FORMS = {
    "sparkasse.csv": (SPARKASSE, BackBecause.REFERENCE), "vr.csv": (VR, BackBecause.REFERENCE),
    "banque.csv": (FRENCH, BackBecause.NAME), "bank.csv": (POLISH, BackBecause.NAME),
    "a.sta": (MT940, BackBecause.REFERENCE),
    "a.xml": (CAMT.format(e2e="20260420-0ABCDEF1-1"), BackBecause.REFERENCE),
    "b.xml": (CAMT.format(e2e="NOTPROVIDED"), BackBecause.MANDATE),
}  # fmt: skip


def entries_of(tmp_path, name, text):
    out = GridOutput()
    path = tmp_path / name
    path.write_text(text, "utf-8")
    if name.endswith(".csv"):
        read_bytes(path.read_bytes(), name, ReadOptions(), out)
    else:
        (mt940_reader if name.endswith(".sta") else camt_reader).read(path, ReadOptions(), out)
    return statement_of(out.grid, "EUR").entries


@pytest.mark.parametrize("name", FORMS)
def test_every_bank_says_which_debit_came_back(tmp_path, name):
    text, because = FORMS[name]
    (entry,) = entries_of(tmp_path, name, text)
    assert (entry.on, entry.back, entry.reason) == (DAY, True, "AC04")
    (found,) = match([entry], Ground((), debits=DEBITS))
    best = found.debits[0]
    assert (found.lot, best.debit) == (Lot.BACK, DIETER)
    assert because in best.because
    assert best.fee == -entry.minor - 3500
    # A name alone beside a sum with a fee that nobody told is shown, but decided by a person.
    assert found.sure == (name != "banque.csv")


def test_a_german_bank_may_number_the_reason(tmp_path):
    text = MT940.replace("Konto\n?26 aufgelöst", "Beitrag").replace("?32Kessler", "?32Kessler?34{}")
    reasons = [
        entries_of(tmp_path, "a.sta", text.format(number))[0].reason for number in ("902", "912", "914")
    ]
    assert reasons == ["AC04", "MD06", ""], "a number on which lists differ is no reason"


def went(row, minor, name="", words="Rückbelastung", **more):
    return Entry(row, DAY, -minor, "EUR", name, "", words, f"k{row}", back=True, **more)


def lots(entries, debits=DEBITS, **more):
    return {one.entry.row: one for one in match(entries, Ground((), debits=debits, **more))}


def test_two_debits_of_one_sum_are_told_by_name_and_a_nameless_one_is_left_to_a_person():
    found = lots([went(2, 3500, "Eva Roth"), went(3, 3500)])
    assert (found[2].sure, found[2].debits[0].debit) == (True, EVA)
    assert (found[3].sure, [one.debit for one in found[3].debits]) == (False, [DIETER])
    both = lots([went(3, 3500)])
    assert {one.debit for one in both[3].debits} == {DIETER, EVA}


def test_charges_in_a_line_of_their_own_and_other_spending_are_no_debit():
    charge = went(2, 350, words="Entgelt Rücklastschrift", reference=DIETER.reference)
    plain = Entry(4, DAY, -3500, "EUR", "Stadtwerke", "", "Strom", "k4")
    found = lots([charge, went(3, 3500, reference=DIETER.reference), plain])
    assert [found[at].lot for at in (2, 3, 4)] == [Lot.OUT, Lot.BACK, Lot.OUT]
    assert lots([went(5, 99900, "Eva Roth")])[5].lot is Lot.OUT


def test_what_was_recorded_by_hand_is_known_and_hides_no_other_of_the_same_sum():
    by_hand = debit(2, "Eva Roth", returned_on=date(2026, 4, 24))
    rows = [went(2, 3500, "Eva Roth"), went(3, 3500, "Dieter Kessler")]
    found = lots(rows, (DIETER, by_hand, TOM))
    assert (found[2].lot, found[3].lot, found[3].debits[0].debit) == (Lot.KNOWN, Lot.BACK, DIETER)
    # The same entry again, or one of the journal, is known by its key.
    again = lots(rows, (debit(1, "Dieter Kessler", returned_on=DAY, key="k3"), by_hand), keys={"k3"})
    assert {one.lot for one in again.values()} == {Lot.KNOWN}
    assert lots(rows, filed={"k3"})[3].lot is Lot.OUT


def test_what_surely_came_back_is_owed_again_in_the_same_statement():
    from hospes.domain.statement import Candidate

    payer = Candidate(DIETER.payer, "Kessler, Dieter", (("Dieter", "Kessler"),))
    paid = Entry(2, DAY, 3500, "EUR", "Dieter Kessler", "", "Beitrag", "k2")
    rows = [paid, went(3, 3500, "Dieter Kessler", reference=DIETER.reference)]
    found = match(rows, Ground((payer,), debits=DEBITS))
    assert [one.lot for one in found] == [Lot.SURE, Lot.BACK]


def test_the_fee_goes_into_the_journal_by_itself_and_once():
    by_hand = debit(2, "Eva Roth", returned_on=DAY)
    rows = [went(2, 3850, reference=DIETER.reference, reason="AC04"), went(3, 3800, "Eva Roth", fee=300)]
    found = match(rows, Ground((), debits=(DIETER, by_hand)))
    checked = CheckedStatement("a.csv", Statement(tuple(rows)), found, debits=(DIETER,))
    assert [(one.minor, one.key) for one in checked.charges()] == [(-350, "k2-fee"), (-300, "k3-fee")]
    (back,) = checked.returned()
    assert (back.item_id, back.reason.value, back.fee_minor, back.on) == (DIETER.id, "AC04", 350, DAY)
    checked.say_debits(2, strange=True)
    assert (checked.returned(), [one.key for one in checked.charges()]) == ((), ["k3-fee"])


def test_what_the_journal_has_already_is_nobodys_payment_any_more():
    came = Entry(2, DAY, 1200, "EUR", "Somebody", "", "Cheque", "k2")
    assert lots([came])[2].lot is Lot.UNKNOWN
    assert lots([came], filed={"k2"})[2].lot is Lot.KNOWN
