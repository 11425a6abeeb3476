# SPDX-License-Identifier: GPL-3.0-or-later
"""Bank statements in the shapes banks export, with people who do not exist; and hostile ones."""

import zipfile
from datetime import date
from uuid import UUID

import pytest

from hospes.domain.payers import Payer, PayerKind
from hospes.domain.statement import Because, Candidate, Ground, Lot, match
from hospes.domain.statement_entry import Entry
from hospes.transfer.child import read_in_child
from hospes.transfer.csv_reader import read_bytes
from hospes.transfer.reading import GridOutput, ReadOptions, Unreadable
from hospes.transfer.statement import is_statement, may_be_statement, statement_of
from hospes.transfer.statement_values import read_day, read_minor

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

MT940 = (
    "\r\n:20:STARTUMS\r\n:25:99999999/4711000001\r\n:28C:00004/001\r\n:60F:C260417EUR2000,\r\n"
    ":61:2604200420CR35,NTRFNONREF//B1\r\n"
    ":86:166?00GUTSCHRIFT?109300?20EREF+NOTPROVIDED?21SVWZ+Beitrag 2026,?22 Nr. 12?30XXXXDEFF\r\n"
    "?31DE46999999991000000037?32Jürgen Schäfer\r\n"
    ":61:2604200420DR1050,05NMSCNONREF//B2\r\n:86:116?00UEBERWEISUNG?20SVWZ+Strom?32Stadtwerke\r\n"
    ":61:2604200420RCR5,05NRTINONREF//B3\r\n:86:116?00STORNO?20SVWZ+Storno?32Eva Groß\r\n"
    ":62F:C260420EUR979,90\r\n-\r\n"
).encode("cp1252")

FORMS = {
    "sparkasse.csv": SPARKASSE, "vr.csv": VR_BANK, "dkb.csv": DKB, "banque.csv": FRENCH,
    "postale.csv": FRENCH_POSTAL, "bank.csv": POLISH, "camt08.xml": CAMT_08, "camt02.xml": CAMT_02,
    "umsatz.sta": MT940,
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
    assert sum(went) in (0, -105510)
    matched = match(came, Ground(CANDIDATES))
    assert matched[0].lot is Lot.SURE
    assert matched[0].proposals[0].candidate.payer == JUERGEN
    assert {Because.NUMBER, Because.NAME, Because.AMOUNT} <= set(matched[0].proposals[0].because)
    # The same file twice: every entry has the same key, and each is known then.
    keys = {one.key for one in first.entries}
    assert len(keys) == len(first.entries)
    again = statement_of(grid, "EUR").entries
    assert {one.lot for one in match(again, Ground(CANDIDATES, keys))} == {Lot.KNOWN}


def test_polish_mt940_marks_its_parts_with_other_signs(tmp_path):
    text = (
        ":20:1\n:25:/PL61109010140000071219812874\n:28C:1\n:60F:C260419PLN0,\n"
        ":61:2604200420CN35,00NTRFNONREF//1\n:86:020<00Przelewy przychodzace<20Składka 20<2126<27Anna\n"
        " Żak<28<3010901014<3898109010140000071219812874\n"
        ":61:2604200420DN5,00NTRFNONREF//2\n:86:020^00PRZELEW^20Prąd^32Zakład^33y SA^34000\n"
        ":62F:C260420PLN30,\n-\n"
    )
    found = statement_of(read(tmp_path, "wyciag.sta", text.encode("cp1250")), "PLN").entries
    assert [(one.minor, one.currency, one.name, one.iban, one.words) for one in found] == [
        (3500, "PLN", "Anna Żak", "PL98109010140000071219812874", "Składka 2026"),
        (-500, "PLN", "Zakłady SA", "", "Prąd"),
    ]


def test_a_batch_in_camt_is_told_apart_and_two_equal_lines_are_two(tmp_path):
    amount = '<Amt Ccy="EUR">35.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
    two = DETAIL.format(amount=amount, name="<Nm>A</Nm>") + DETAIL.format(amount=amount, name="<Nm>B</Nm>")
    entries = statement_of(read(tmp_path, "a.xml", camt("08", note("70.00", details=two))), "EUR").entries
    assert [(one.minor, one.name) for one in entries] == [(3500, "A"), (3500, "B")]
    lines = VR_BANK + VR_BANK.split(b"\n")[1] + b"\n"
    entries = statement_of(read(tmp_path, "b.csv", lines), "EUR").entries
    assert len({one.key for one in entries}) == 2


# What each bank writes in a form of its own: layout, and what must come out of it, with invented people.
SHAPES = {
    "VR alt": (
        ('"Volksbank Rosenau eG"\r\n\r\n"Betrag in EUR:";;"von:";" ";"bis:";" "\r\n\r\n'
        '"Buchungstag";"Valuta";"Auftraggeber/Zahlungsempfänger";"Empfänger/Zahlungspflichtiger";"Konto-Nr.";'
        '"IBAN";"BLZ";"BIC";"Vorgang/Verwendungszweck";"Kundenreferenz";"Währung";"Umsatz";" "\r\n'
        '"20.04.2026";"20.04.2026";"Verein Rosenau";"Jürgen Schäfer";;"DE46999999991000000037";;"X";'
        '"GUTSCHRIFT\r\nBeitrag 2026\r\nNr. 12";;"EUR";"1.035,00";"H"\r\n'
        '"20.04.2026";"20.04.2026";"Verein Rosenau";"Stadtwerke";;;;;"EINZUG\r\nStrom";;"EUR";"10,90";"S"\r\n'
        '"01.04.2026";;;;;;;;;"Anfangssaldo";"EUR";"1.176,91";"H"\r\n'
        '"21.04.2026";;;;;;;;;"Endsaldo";"EUR";"2666,55";"H"\r\n'),
        "cp1252",
        [(103500, "EUR", "Jürgen Schäfer", "DE46999999991000000037", "Beitrag 2026 Nr. 12"),
         (-1090, "EUR", "Stadtwerke", "", "Strom")],
    ),
    "Deutsche Bank": (
        ("Umsätze\nKonto;IBAN;Währung\nLetzter Kontostand;;;;2.500,00;EUR\n"
        "Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN / Kontonummer;BIC;"
        "Kundenreferenz;Betrag;Soll;Haben;Währung\n"
        "20.4.2026;20.4.2026;Lastschrift;Stadtwerke;Strom;DE08999999991000000333;;;;-1.000,5;;EUR\n"
        "20.4.2026;20.4.2026;SEPA-Gutschrift;Jürgen Schäfer;Beitrag;;;;35;;35;EUR\n"
        "Kontostand;30.4.2026;;;1.200,00;EUR\n"),
        "utf-8-sig",
        [(-100050, "EUR", "Stadtwerke", "DE08999999991000000333", "Strom"),
         (3500, "EUR", "Jürgen Schäfer", "", "Beitrag")],
    ),
    "DKB": (
        ('"Girokonto";"DE59999999994711000001"\n"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";'
        '"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Kundenreferenz"\n'
        '"20.04.26";"20.04.26";"Gebucht";"Jürgen Schäfer";"Verein";"";"Eingang";"";"1.000";""\n'
        '"20.04.26";"20.04.26";"Gebucht";"Verein";"Stadtwerke";"Strom";"Ausgang";"";"-62,3";""\n'
        '"21.04.26";"";"Vorgemerkt";"Verein";"Netto";"x";"Ausgang";"";"-7,02";""\n'),
        "utf-8",
        [(100000, "EUR", "Jürgen Schäfer", "", ""), (-6230, "EUR", "Stadtwerke", "", "Strom")],
    ),
    "comdirect": (
        (';\n"Umsätze Girokonto";"Zeitraum: 01.04.2026";\n\n"Buchungstag";"Wertstellung (Valuta)";"Vorgang";'
        '"Buchungstext";"Umsatz in EUR";\n"offen";"--";"Karte";"Buchungstext: X";"-23,86";\n'
        '"20.04.2026";"20.04.2026";"Überweisung";"Auftraggeber: Jürgen Schäfer Buchungstext: Beitrag 2026 '
        'Ref. AB12/0";"1.265,64";\n"20.04.2026";"20.04.2026";"Überweisung";"Empfänger: StadtwerkeKto/IBAN: '
        'DE46999999991000000037 BLZ/BIC: X  Buchungstext: Strom Ref. C/1";"-1.234,56";\n'
        '"Alter Kontostand";"26,57 EUR";\n'),
        "cp1252",
        [(126564, "EUR", "Jürgen Schäfer", "", "Beitrag 2026"),
         (-123456, "EUR", "Stadtwerke", "DE46999999991000000037", "Strom")],
    ),
    "Commerzbank": (
        ("Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;IBAN Kontoinhaber;Kategorie\n"
        "20.04.2026;20.04.2026;Gutschrift;JUERGEN SCHAEFER COBADEFFXXX DE46999999991000000037 Beitrag Nr. 12 "
        "End-to-End-Ref.: NOTPROVIDED;35;EUR;DE59999999994711000001;\n"),
        "utf-8-sig",
        [(3500, "EUR", "JUERGEN SCHAEFER", "DE46999999991000000037", "Beitrag Nr. 12")],
    ),
    "ING, one entry below ten lines": (
        ("Umsatzanzeige;Datei erstellt am: 1.5.2026\n\nIBAN;DE59 9999 9999 4711 0000 01\nKonto;Giro\n"
        "Bank;ING\nKunde;Verein\nZeitraum;1.4.2026 - 30.4.2026\nSaldo;66.331,90;EUR\n\n"
        "In der Datei stehen Umsätze, die gebucht sind, auch wenn andere zu sehen sind.\n\n"
        "Buchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Betrag;Währung\n"
        "20.04.2026;20.04.2026;Jürgen Schäfer;Gutschrift;Beitrag;2.035,74;EUR\n"),
        "cp1252",
        [(203574, "EUR", "Jürgen Schäfer", "", "Beitrag")],
    ),
    "Targobank, no headings": (
        ("20.04.2026;Gutschrift   JUERGEN SCHAEFER   Beitrag;;83,16;;;'DE59999999994711000001'\r\n"
        "20.04.2026;Entgelt   April;-6,95;;;;'DE59999999994711000001'\r\n"),
        "utf-8",
        [(8316, "EUR", "", "", "JUERGEN SCHAEFER Beitrag"), (-695, "EUR", "", "", "Entgelt April")],
    ),
    "a card, its days beside its sums": (
        ("Umsatz getätigt von;Belegdatum;Buchungsdatum;Originalbetrag;Originalwährung;Umrechnungskurs;"
        "Buchungsbetrag;Buchungswährung;Transaktionsbeschreibung;Transaktionsbeschreibung Zusatz\n"
        "4111;18.04.26;20.04.26;-25,00;USD;1,15;-21,74;EUR;Museum;Kasse 2\n"),
        "cp1252",
        [(-2174, "EUR", "", "", "Museum Kasse 2")],
    ),
    "a card, no headings anybody knows": (
        ("Karte;Vom;Am;Gekauft;Wo\n4111;20.04.26;21.04.26;-120,00;Gasthof\n4111;20.04.26;22.04.26;5,50;Bahn\n"),
        "utf-8",
        [(-12000, "EUR", "", "", "Gasthof"), (550, "EUR", "", "", "Bahn")],
    ),
    "Oberbank, KBC: the words stand elsewhere": (
        ("Buchungsdatum;Wertstellung;Betrag;Währung;Auftraggebername;Auftraggeber IBAN/Kto.Nr.;"
        "Empfängername;Empfänger IBAN/Kto.Nr.;Text;Verwendungszweck\n"
        "20.04.2026;20.04.2026;-11,00;EUR;;;;;Strom April;\n"
        "20.04.2026;20.04.2026;35,00;EUR;Eva Groß;DE46999999991000000037;Verein;DE08999999991000000333;Text;"
        "Beitrag\n"),
        "cp1252",
        [(-1100, "EUR", "", "", "Strom April"),
         (3500, "EUR", "Eva Groß", "DE46999999991000000037", "Beitrag")],
    ),
    "LCL, no headings, the balance below": (
        ("20/04/2026;-45,90;Carte;;CB LIDL;;0;Divers\n20/04/2026;35,00;Virement;;VIR ROUX;;0;Divers\n"
        "20/04/2026;2310,24;;01234 123456A\n"),
        "cp1252",
        [(-4590, "EUR", "", "", "CB LIDL"), (3500, "EUR", "", "", "VIR ROUX")],
    ),
    "Santander PL, no headings, the account first, the balance beside": (
        ("2026-04-22,20-04-2026,'64 9999,STOWARZYSZENIE,PLN,\"-2317,82\",\"-3681,08\",3,\n"
        '20-04-2026,20-04-2026,Opłata,,,"-500,00","-3681,08",1,\n'
        "20-04-2026,20-04-2026,Składka,Anna Nowak,'61109010140000071219812874,\"35,00\",\"-3181,08\",2,\n"),
        "utf-8",
        [(-50000, "PLN", "", "", "Opłata"),
         (3500, "PLN", "", "PL61109010140000071219812874", "Składka Anna Nowak")],
    ),
    "Crédit Agricole, account n°": (
        ("Compte carte n° 12345;\nSolde au 16/05/2026 1 000,00 €\n\nDate;Date valeur;Libellé;Débit euros;"
        'Crédit euros;\n20/04/2026;20/04/2026;"VIREMENT DE\nMME ROUX";;1 200,50;\n'
        "20/04/2026;20/04/2026;Courses;8,90;;\n"),
        "cp1252",
        [(120050, "EUR", "", "", "VIREMENT DE MME ROUX"), (-890, "EUR", "", "", "Courses")],
    ),
    "Société Générale": (
        ("=\"0000\";01/04/2026;30/04/2026;2;30/04/2026;1234,37 EUR\n\nDate de l'opération;Libellé;"
        "Détail de l'écriture;Montant de l'opération;Devise\n20/04/2026;VIR RECU;VIR RECU 12S DE: MME ROUX "
        "MOTIF: COTISATION 2026;50,00;EUR\n"),
        "cp1252",
        [(5000, "EUR", "MME ROUX", "", "COTISATION 2026")],
    ),
    "mBank": (
        ("mBank S.A.;\n#Waluta;\nPLN;\n\n#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;"
        "#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;\n2026-04-20;2026-04-20;PRZELEW;Składka;"
        "Anna Żak;'98109010140000071219812874';1 035,00;5 321,34;\n;;;;;#Saldo końcowe;5 321,34;\n"),
        "cp1250",
        [(103500, "PLN", "Anna Żak", "PL98109010140000071219812874", "PRZELEW Składka")],
    ),
    "PKO BP": (
        ('"Data operacji","Data waluty","Typ transakcji","Kwota","Waluta","Saldo po transakcji",'
        '"Opis transakcji","","",""\n"2026-04-20","2026-04-20","Przelew","+2000.00","PLN","+2887.50",'
        '"Rachunek nadawcy: 61 1090 1014 0000 0712 1981 2874","Nazwa nadawcy: ANNA ŻAK","Tytuł: Składka",""\n'
        '"","2026-04-20","Blokada","-90.34","PLN","W rozliczeniu","SKLEP"\n'),
        "cp1250",
        [(200000, "PLN", "ANNA ŻAK", "PL61109010140000071219812874", "Składka")],
    ),
    "Alior": (
        ("Data transakcji;Data księgowania;Nazwa nadawcy;Nazwa odbiorcy;Szczegóły transakcji;Kwota operacji;"
        "Waluta operacji;Kwota w walucie rachunku;Waluta rachunku;Numer rachunku nadawcy;"
        "Numer rachunku odbiorcy\n20-04-2026;20-04-2026;Anna Żak;Stow.;Składka;10,00;EUR;42,50;PLN;"
        "61 1090 1014 0000 0712 1981 2874;11 1111\n20-04-2026;20-04-2026;Stow.;Sklep;Zakup;-1,96;PLN;-1,96;"
        "PLN;11 1111;61 1090 1014 0000 0712 1981 2874\n"),
        "utf-8",
        [(4250, "PLN", "Anna Żak", "PL61109010140000071219812874", "Składka"),
         (-196, "PLN", "Sklep", "PL61109010140000071219812874", "Zakup")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("bank", SHAPES)
def test_sums_signs_names_and_accounts_are_read_as_each_bank_means_them(bank):
    text, encoding, wanted = SHAPES[bank]
    out = GridOutput()
    read_bytes(text.encode(encoding), "a.csv", ReadOptions(), out)
    found = statement_of(out.grid, "EUR")
    told = [(one.minor, one.currency, one.name, one.iban) for one in found.entries]
    assert told == [one[:4] for one in wanted]
    assert all(one[4] in entry.words for entry, one in zip(found.entries, wanted, strict=True))
    assert {one.on for one in found.entries} == {date(2026, 4, 20)}
    assert not found.unreadable
    assert len(found.waiting) == {"DKB": 1, "comdirect": 1, "PKO BP": 1}.get(bank, 0)
    assert found.guessed == ("no headings" in bank)
    assert may_be_statement(out.grid)
    # The same file twice: every entry is known by its key.
    keys = {one.key for one in found.entries}
    assert len(keys) == len(wanted)
    assert {one.lot for one in match(found.entries, Ground(CANDIDATES, keys))} == {Lot.KNOWN}


def test_camt_without_references_with_decimals_in_a_packed_folder(tmp_path):
    """NONREF is no reference: two such entries of a day are two, and each has its key in every file."""
    first = camt("02", note("35.00000", ref="NONREF"), note("1.000", ref="NONREF"))
    last = camt("08", note("5.00", "DBIT", ref="R9")).replace(b"camt.053", b"camt.052")
    with zipfile.ZipFile(tmp_path / "month.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("2026-04-20.xml", first)
        packed.writestr("2026-04-21.xml", last)
    entries = statement_of(read_in_child(tmp_path / "month.zip", ReadOptions()), "EUR").entries
    assert [one.minor for one in entries] == [3500, 100, -500]
    assert len({one.key for one in entries}) == 3
    assert not any("NONREF" in one.key for one in entries)


def test_a_debit_that_came_back_names_its_payer_and_a_batch_without_sums_names_nobody(tmp_path):
    back = (
        "<TxDtls><Refs><EndToEndId>E7</EndToEndId></Refs><RltdPties><Dbtr><Nm>Eva Roth</Nm></Dbtr>"
        "</RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>"
    )
    two = DETAIL.format(amount="", name="<Nm>A</Nm>") + DETAIL.format(amount="", name="<Nm>B</Nm>")
    content = camt("02", note("23.50", "DBIT", details=back), note("70.00", details=two, ref="R2"))
    returned, batch = statement_of(read(tmp_path, "a.xml", content), "EUR").entries
    assert (returned.minor, returned.name) == (-2350, "Eva Roth")
    assert "AC04" in returned.words
    assert "E7" in returned.words
    assert (batch.minor, batch.name, batch.iban) == (7000, "", "")


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
        (MT940.replace(b"2604200420CR35,", b"gestern, 35 Euro"), "source-unreadable"),
        (camt("08", "<Ntry><AddtlNtryInf>" + "x" * 200_000 + "</AddtlNtryInf></Ntry>"), "source-unreadable"),
    ],
)
def test_hostile_files_end_in_a_sentence(tmp_path, content, code):
    with pytest.raises(Unreadable) as told:
        read(tmp_path, "evil.xml", content)
    assert told.value.code == code


def test_a_folder_of_far_too_many_statements_is_not_read(tmp_path):
    with zipfile.ZipFile(tmp_path / "years.zip", "w") as packed:
        for number in range(501):
            packed.writestr(f"{number}.xml", CAMT_08)
    with pytest.raises(Unreadable) as told:
        read(tmp_path, "years.zip", (tmp_path / "years.zip").read_bytes())
    assert told.value.code == "source-too-big"


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
        ("x", None), ("20.04.26", None), ("1.234.567,8", 123456780),
        ("9" * 40, None),
    ],
)  # fmt: skip
def test_amounts_as_banks_write_them(text, minor):
    assert read_minor(text) == minor


def test_days_as_banks_write_them():
    assert read_day("20.04.26") == read_day("2026-04-20") == read_day("20/04/2026") == date(2026, 4, 20)
    assert read_day("31.02.2026") is None
    assert read_day("gestern") is None
