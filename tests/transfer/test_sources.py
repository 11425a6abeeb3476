# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports of other programs, written by hand after peers 3, are recognised without help."""

import pytest

from hospes.domain.codes import ContactKind, ContactLabel, Gender
from hospes.transfer.bringing import draft_of
from hospes.transfer.reading import Grid, Head, Unreadable
from hospes.transfer.sources.galette import LABELS
from hospes.transfer.table import as_text
from tests.transfer.lists import draft, fields, grid, people, understood


def lines(*rows):
    return "\n".join(rows)


J1 = lines(
    "id;anrede;titel;name;vorname;geburtsdatum;geschlecht;strasse;plz;ort;staat;email;telefonprivat;"
    "telefondienstlich;handy;eintritt;austritt;beitragsgruppe;individuellerbeitrag;iban;adresstyp;"
    "personenart;eigenschaft_Chor;zusatzfeld_Kleidergröße;zahlungsweg",
    "7;Frau;Dr.;Nowak;Barbara;03.03.70;w;Mühlgasse 14;01067;Dresden;DE;b@example.org;0351 1234567;"
    "0351 7654321;0151 1234567;01.02.1998;;Einzel;30.50;DE89370400440532013000;1;n;ja;M;1",
    "8;;;Gasthof Linde;;;;Markt 1;01067;Dresden;;;;;;01.01.2001;;Firma;;;1;j;nein;;2",
    "9;Herr;;Spender;Paul;;m;Markt 2;01067;Dresden;;;;;;;;;;;2;n;;;2",
)
J2 = lines(
    "mitglied_vorname;mitglied_name;mitglied_id;mitglied_externe_mitgliedsnummer;mitglied_geburtsdatum;"
    "mitglied_geburtsdatum_f;mitglied_plz;mitglied_ort;mitglied_strasse;mitglied_eintritt;"
    "mitglied_beitragsgruppe_bezeichnung;mitglied_beitragsgruppe_betrag;mitglied_individuellerbeitrag;"
    "mitglied_telefon_dienstlich;mitglied_eigenschaft_Chor;mitglied_zusatzfeld_T-Shirt;"
    "mitglied_namevorname;mitglied_kontoinhaber_name;mitglied_mandatid",
    "Barbara;Nowak;7;;12.03.1957;19570312;01067;Dresden;Mühlgasse 14;01.02.1998;Einzel;1.035,00;;"
    "0351 7654321;X;M;Nowak, Barbara;Nowak;7-1",
    "Anna;Weiß;8;A-12;13.03.1957;19570313;01067;Dresden;Mühlgasse 15;01.02.1998;Einzel;35,00;20,00;;;;"
    "Weiß, Anna;Weiß;8-1",
)
J4 = lines(
    "ID;Name;Vorname;Straße;PLZ;Ort;Geburtsdatum;Telefon privat;Handy;Email;Eintritt;Beitragsgruppe;"
    "Austritt;Zahlungsweg",
    "7;Nowak;Barbara;Mühlgasse 14;01067;Dresden;12.03.1957;0351 1234567;;b@example.org;01.02.1998;"
    "Einzel;;Basislastschrift",
)
J5_NAMES = (
    "Anrede;Austritt;Beitrag_1;Beitragsart_1;Eintritt;Email;Geburtsdatum;Geschlecht;IBAN;Kuendigung;Mandat_Datum;"
    "Mitglieds_Nr;Nachname;Ort;Plz;Strasse;Telefon_privat;Telefon_dienstlich;Titel;Sterbetag;Vorname;Zahlungsart;"
    "Eigenschaft_Chor"
)
J5 = lines(
    J5_NAMES,
    "Frau;;22,00;Einzel;01/02/1998;b@example.org;03.03.70;w;;;;17;Nowak;Dresden;01067;Mühlgasse 14;"
    "0351 1234567;;;;Barbara;l;ja",
)


def jverein(text, form):
    made = draft(text)
    assert made.source == "jverein"
    assert made.known.form == form
    return understood(text)


def test_j1_the_import_form():
    found = jverein(J1, "J1")
    nowak, linde, donor = found.people
    assert (nowak.source, nowak.source_id) == ("jverein", "7")
    assert (nowak.title_prefix, nowak.given, nowak.surname) == ("Dr.", "Barbara", "Nowak")
    assert str(nowak.birth) == "1970-03-03"
    assert nowak.gender is Gender.FEMALE
    assert nowak.address.postcode == "01067"
    assert nowak.membership.number == "7"
    assert nowak.membership.dues.minor == 3050
    assert nowak.tags == ("Chor",)
    assert nowak.own == (("Kleidergröße", "M"),)
    assert {(c.kind, c.label) for c in nowak.contacts if c.kind is not ContactKind.EMAIL} == {
        (ContactKind.PHONE, ContactLabel.PRIVATE),
        (ContactKind.PHONE, ContactLabel.WORK),
        (ContactKind.MOBILE, ContactLabel.PRIVATE),
    }
    assert (linde.is_person, linde.organisation) == (False, "Gasthof Linde")
    assert linde.membership is not None
    assert donor.membership is None
    assert found.rejected == []


def test_j2_the_member_list():
    found = jverein(J2, "J2")
    nowak, weiss = found.people
    assert nowak.membership.number == "7"
    assert weiss.membership.number == "A-12"
    assert weiss.source_id == "8"
    assert nowak.membership.class_dues.minor == 103_500
    assert nowak.membership.dues is None
    assert weiss.membership.dues.minor == 2000
    assert nowak.mandate.reference == "7-1"
    assert (nowak.tags, weiss.tags) == (("Chor",), ())
    assert nowak.own == (("T-Shirt", "M"),)
    assert str(nowak.birth) == "1957-03-12"


def test_j3_the_address_book_with_its_surplus_sign_and_loose_marks(read):
    data = (
        '"Name";"Vorname";"Strasse";"PLZ";"Ort";"Staat";"Anzeigename";"Email";"TelefonPrivat";"TelefonMobil"\n'
        '"Nowak";"Barbara "Basia"";"Linde 14";"01067";"Dresden";"";"N";"b@example.org";"0351 1";"0151 1";\n'
        '"Weiß";"Anna";"Die "Brücke"";"01067";"Dresden";"";"Weiß, A";"";"";"";\n'
    ).encode("cp1252")
    made = draft_of(read(data), "a.csv")
    assert (made.source, made.known.form) == ("jverein", "J3")
    assert made.table.odds == []
    assert [cells[:3] for _, cells in made.table.rows] == [
        ["Nowak", 'Barbara "Basia"', "Linde 14"],
        ["Weiß", "Anna", 'Die "Brücke"'],
    ]
    assert fields(made)["TelefonMobil"] == "mobile"


def test_j4_a_table_as_it_was_on_the_screen():
    [nowak] = jverein(J4, "J4").people
    assert nowak.source_id == "7"
    assert nowak.membership.class_name == "Einzel"


def test_j5_the_migration_form():
    [nowak] = jverein(J5, "J5").people
    assert nowak.membership.number == "17"
    assert str(nowak.birth) == "1970-03-03"
    assert str(nowak.membership.joined) == "1998-02-01"
    assert nowak.membership.dues.minor == 2200
    assert nowak.tags == ("Chor",)


WORDS = {
    0: ("Membre actif", "Madame", "12/03/1957", "Femme", "France", "01/02/2001", "Français"),
    1: ("Aktives Mitglied", "Frau", "12/03/1957", "Frau", "Frankreich", "01/02/2001", "Französisch"),
    2: ("Active member", "Mrs", "1957-03-12", "Woman", "France", "2001-02-01", "French"),
}


def galette_rows(language):
    status, title, birth, sex, country, made, speaks = WORDS[language]
    values = [
        "12", status, "Dupont", "Jeanne", "", "Jeannot", title, birth, sex, "1 rue Haute", "06000", "Ville",
        "Centre", country, "02 38 00 00 01", "06 12 34 56 78", "j@example.org", "admin", "public", "Prof", "",
        made, made, "x", "x", "x", "x", made, speaks, "Orléans", "", "", "", "A12",
    ]  # fmt: skip
    labels = [as_text(texts[language]) for texts in LABELS.values()]
    names = [f"{label} " if at % 2 else f"{label} :" for at, label in enumerate(labels)]
    keep = [at for at, label in enumerate(labels) if label]
    return grid([names[at] for at in keep], [values[at] for at in keep])


@pytest.mark.parametrize("language", [0, 1, 2], ids=["fr", "de", "en"])
def test_g1_the_member_list_of_galette_in_three_languages(language):
    made = draft(galette_rows(language))
    assert (made.source, made.known.form) == ("galette", "G1")
    [jeanne] = people(galette_rows(language), country="FR")
    assert (jeanne.source_id, jeanne.membership.number) == ("12", "A12")
    assert (jeanne.given, jeanne.surname, jeanne.nickname) == ("Jeanne", "Dupont", "Jeannot")
    assert str(jeanne.birth) == "1957-03-12"
    assert str(jeanne.membership.joined) == "2001-02-01"
    assert jeanne.gender is Gender.FEMALE
    assert (jeanne.address.region, jeanne.address.country, jeanne.address.postcode) == (
        "Centre",
        "FR",
        "06000",
    )
    assert jeanne.preferred_language == "fr"
    assert jeanne.notes == ("admin\n\npublic",)


def test_galettes_first_day_of_1901_means_nothing():
    rows = galette_rows(0)
    rows.rows[1][1][7] = "01/01/1901"
    [jeanne] = people(rows)
    assert jeanne.birth is None


def test_somebody_who_is_no_member_in_galette_is_none_here():
    rows = galette_rows(0)
    rows.rows[1][1][1] = "Non-membre"
    [jeanne] = people(rows)
    assert jeanne.membership is None


def test_g2_by_names_and_by_place():
    named = "nom_adh;prenom_adh;ddn_adh;id_statut;sexe_adh\nDupont;Jeanne;12/03/1957;4;2\n"
    made = draft(named)
    assert (made.source, made.known.form) == ("galette", "G2")
    assert people(named)[0].membership.class_name == "Active member"
    assert people(named)[0].gender is Gender.FEMALE
    placed = "x;y;z;a;b;c;d\nDupont;Jeanne;12/03/1957;1 rue Haute;06000;Montclair;France\n"
    [jeanne] = people(placed, source="galette")
    assert (jeanne.surname, jeanne.address.postcode, str(jeanne.birth)) == ("Dupont", "06000", "1957-03-12")


PAHEKO = lines(
    "Numéro de membre,Nom & prénom,Adresse E-Mail,Adresse postale,Code postal,Ville,Numéro de téléphone,"
    "Inscription à la lettre d'information,Date d'inscription,Catégorie",
    "42,DUPONT Jeanne,j@example.org,1 rue Haute,06000,Montclair,0612345678,Oui,01/02/2020,Membres actifs",
    "43,LEROY Paul,,2 rue Haute,06000,Montclair,,,03/04/2021,Membres actifs",
)


def test_p1_the_export_of_paheko():
    made = draft(PAHEKO, sign=",")
    assert (made.source, made.table.head.form) == ("paheko", "csv")
    jeanne, paul = people(grid(*(line.split(",") for line in PAHEKO.strip().split("\n"))), country="FR")
    assert (jeanne.given, jeanne.surname) == ("Jeanne", "Dupont")
    assert (paul.given, paul.surname) == ("Paul", "Leroy")
    assert jeanne.contacts[0].e164 == "+33612345678"
    assert jeanne.tags == ("Lettre d'information",)
    assert jeanne.membership.class_name == "Membres actifs"
    assert str(jeanne.membership.joined) == "2020-02-01"


def test_p1_as_json():
    cards = Grid(Head("json"))
    cards.cards = [
        (1, {"numero": 42, "nom": "Jeanne Dupont", "email": "j@example.org", "date_inscription": "2020-02-01",
             "code_postal": "06000", "lettre_infos": True, "password": "x"}),
        (2, {"numero": 43, "nom": "Paul Leroy", "email": None, "date_inscription": "2021-04-03"}),
    ]  # fmt: skip
    made = draft(cards)
    assert made.source == "paheko"
    jeanne, paul = people(cards, country="FR")
    assert (jeanne.given, jeanne.surname, jeanne.membership.number) == ("Jeanne", "Dupont", "42")
    assert jeanne.tags == ("Lettre d'information",)
    assert (paul.given, paul.tags) == ("Paul", ())


@pytest.mark.parametrize("names", [["Jeanne Dupont", "Paul Leroy"], ["Dupont Jeanne", "Leroy Paul"]])
def test_the_order_of_whole_names_is_found_over_the_column(names):
    text = PAHEKO.replace("DUPONT Jeanne", names[0]).replace("LEROY Paul", names[1])
    found = people(grid(*(line.split(",") for line in text.strip().split("\n"))), country="FR")
    assert [(who.given, who.surname) for who in found] == [("Jeanne", "Dupont"), ("Paul", "Leroy")]


def test_a_plain_list_is_nobodys_export():
    made = draft("Name;Vorname;PLZ;Ort;Telefon;Eintritt\nNowak;Barbara;1;Ulm;1;2001\n")
    assert (made.source, made.known) == ("spreadsheet", None)


def test_a_source_that_is_said_but_not_true_is_refused():
    with pytest.raises(Unreadable, match="does not look like"):
        draft("Name;Ort\nNowak;Ulm\n", source="paheko")
    with pytest.raises(Unreadable):
        draft("Name;Ort\nNowak;Ulm\n", source="vcard")
    assert draft(J1, source="spreadsheet").source == "spreadsheet"
