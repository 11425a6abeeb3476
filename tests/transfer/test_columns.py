# SPDX-License-Identifier: GPL-3.0-or-later
"""Guessing columns by headings in four languages and by values."""

import pytest

from hospes.transfer.columns import with_map
from hospes.transfer.fields import FIELDS, PLACEMENTS, STANDARD
from hospes.transfer.headings import exact, key
from hospes.transfer.reading import Unreadable
from hospes.transfer.words import LANGUAGES
from tests.transfer.lists import draft, fields

GERMAN = """
Nr.;Anrede;Name;Vorname;Straße;Nr;PLZ;Ort;Tel;Tel2;Handy;seit;geb.;E-Mail;Beitrag (€);Beitragsgruppe;Notizen
1;Frau;Nowak;Anna;Weg;14;63512;Rosenau;06182 1;06182 2;0151 3;1998;12.03.1957;b@example.org;35,00;Einzel;x
"""
FRENCH = """
N° adhérent;Civilité;Nom;Prénom;Adresse;Code postal;Ville;Tél. fixe;Portable;Courriel;Né le;Adhésion depuis
1;Mme;Dupont;Jeanne;1 rue Haute;45997;Montclair;02 38 00 00 01;06 00 00 00 01;j@example.org;12/03/1957;2001
"""
POLISH = """
Lp.;Imię;Nazwisko;Ulica;Kod pocztowy;Miejscowość;Telefon kom.;Data ur.;Członek od;Składka
1;Jan;Kowalski;Długa 1;00-001;Lipowiec;501 222 333;12.03.1957;2001;50,00 zł
"""
ENGLISH = """
Membership no;Title;First name;Surname;Address;Postcode;Town;Phone;Date of birth;Member since
1;Dr;Anna;Brown;1 High St;EX1 1AA;Exeter;01392 1;12/03/1957;2001
"""


def test_german():
    found = fields(draft(GERMAN))
    assert found == {
        "Nr.": "number", "Anrede": "salutation", "Name": "family_name", "Vorname": "given_name",
        "Straße": "street",
        "Nr": "house_number", "PLZ": "postcode", "Ort": "town", "Tel": "phone", "Tel2": "phone",
        "Handy": "mobile",
        "seit": "joined", "geb.": "birth_date", "E-Mail": "email", "Beitrag (€)": "dues",
        "Beitragsgruppe": "class",
        "Notizen": "notes",
    }  # fmt: skip


def test_french():
    assert list(fields(draft(FRENCH)).values()) == [
        "number", "salutation", "family_name", "given_name", "street", "postcode", "town", "phone", "mobile",
        "email", "birth_date", "joined",
    ]  # fmt: skip


def test_polish():
    assert list(fields(draft(POLISH)).values()) == [
        "number", "given_name", "family_name", "street", "postcode", "town", "mobile", "birth_date", "joined",
        "dues",
    ]  # fmt: skip


def test_english():
    assert list(fields(draft(ENGLISH)).values()) == [
        "number", "title", "given_name", "family_name", "street", "postcode", "town", "phone", "birth_date",
        "joined",
    ]  # fmt: skip


def test_the_headings_of_the_product_are_always_understood():
    for name in STANDARD:
        for spelt in (name, name.upper(), name.replace("_", " ").title()):
            assert name in exact(spelt)
    made = draft(";".join(reversed(STANDARD)) + "\n" + ";".join("x" for _ in STANDARD))
    assert [column.field for column in made.columns] == [*reversed(STANDARD)]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_what_our_exports_write_is_understood(language):
    headings = [language.columns.get(name, name) for name in STANDARD]
    made = draft(";".join(headings) + "\n" + ";".join("x" for _ in headings))
    assert [column.field for column in made.columns] == list(STANDARD)


def test_every_word_of_the_data_belongs_to_a_field():
    for language in LANGUAGES:
        assert set(language.headings) <= set(FIELDS)
        assert set(language.columns) <= set(FIELDS) | set(PLACEMENTS)
        for names in language.headings.values():
            assert all(key(name) for name in names)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("E-Mail-Adresse:", "email"),
        ("STRASSE", "street"),
        ("Strasse u. Nr.", "street"),
        ("geburts datum", "birth_date"),
        ("Geburtsdatm", "birth_date"),
        ("Telefon privat (abends)", "phone"),
        ("Date d’adhésion", "joined"),
        ("Adresse électronique", "email"),
        ("ADRESSE E-MAIL", "email"),
        ("Mitglied_seit", "joined"),
    ],
)
def test_headings_however_they_are_spelt(heading, field):
    values = {"email": "a@example.org", "birth_date": "12.03.1957", "joined": "2001"}
    made = draft(f"Name;{heading}\nNowak;{values.get(field, '1')}\n")
    assert fields(made)[heading] == field


def test_values_help_where_headings_do_not():
    made = draft("Name;Kontakt 1;Konto 1\nNowak;a@example.org;DE89370400440532013000\nWeiß;b@example.org;\n")
    assert fields(made)["Kontakt 1"] == "email"


def test_a_name_alone_is_a_whole_name_and_beside_a_first_name_a_last_name():
    assert fields(draft("Name;Ort\nBarbara Nowak;Ulm\n"))["Name"] == "full_name"
    assert fields(draft("Name;Vorname\nNowak;Barbara\n"))["Name"] == "family_name"
    assert fields(draft("Nom;Ville\nBarbara Nowak;Ulm\n"))["Nom"] == "full_name"
    assert fields(draft("Name;Vorname;Nachname\nB. Nowak;Barbara;Nowak\n"))["Name"] is None


def test_an_address_beside_a_place_is_a_street():
    assert fields(draft("Name;Adresse;PLZ;Ort\nNowak;Linde 1;1;Ulm\n"))["Adresse"] == "street"
    assert fields(draft("Name;Adresse\nNowak;Linde 1, 89073 Ulm\n"))["Adresse"] == "address"


def test_unknown_columns_are_offered_not_taken():
    made = draft("Name;Schuhgröße\nNowak;38\n")
    assert [column.heading for column in made.unknown] == ["Schuhgröße"]


def test_somebody_says_what_a_column_is():
    made = draft("Name;Tel2;Schuhgröße;Alt\nNowak;1;38;x\n")
    said = made.with_map({"mobile": ["Tel2"], "own": ["C"], "skip": ["4"]})
    assert fields(said) == {
        "Name": "full_name",
        "Tel2": "mobile",
        "Schuhgröße": "own:Schuhgröße",
        "Alt": None,
    }
    assert fields(made.with_map({"own:Fuß": ["schuhgroesse"]}))["Schuhgröße"] == "own:Fuß"
    assert fields(made.with_map({"family_name": ["Name"]}))["Name"] == "family_name"


def test_what_is_said_replaces_what_was_guessed():
    made = draft("Name;Vorname;Rufname 2\nNowak;Barbara;Basia\n").with_map({"given_name": ["Rufname 2"]})
    assert fields(made) == {"Name": "family_name", "Vorname": None, "Rufname 2": "given_name"}


@pytest.mark.parametrize("said", [{"shoe": ["Name"]}, {"town": ["Ort"]}, {"town": ["Z"]}])
def test_a_field_or_a_column_that_is_not_there_is_refused(said):
    made = draft("Name;Alter\nNowak;3\n")
    with pytest.raises(Unreadable):
        with_map(made.columns, said)


def test_a_list_without_headings_is_guessed_by_its_values():
    made = draft(
        "Nowak;Barbara;Linde 1;63512;Rosenau;a@example.org\nWeiß;Anna;Linde 2;63512;Ulm;b@example.org\n"
    )
    assert made.table.heading_row == 0
    assert [column.field for column in made.columns] == [
        "family_name", "given_name", "street", "postcode", "town", "email",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Dies ist nur ein Satz, keine Liste.\n",
        "Bitte bis Freitag melden.\nDanke für die schöne Zeit.\n",
        "Treffpunkt für alle ist am Bahnhof vor dem Brunnen\n",
    ],
)
def test_a_text_is_nobodys_name(text):
    assert "full_name" not in fields(draft(text)).values()


def test_long_names_without_headings_are_names_all_the_same():
    made = draft("Prof. Dr. Anna Maria Gräfin Lindenhain\nOtto Beispiel\nUta Muster\n")
    assert list(fields(made).values()) == ["full_name"]
