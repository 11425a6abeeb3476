# SPDX-License-Identifier: GPL-3.0-or-later
"""From cells to people: what cannot be used, what is odd, what is understood.

Of the test catalogue: T5.2.
"""

import pytest

from hospes.domain.codes import ContactKind, Function, Gender, NameOrder
from hospes.i18n.locale import Locale
from hospes.transfer.bringing import look_at_text
from hospes.transfer.meaning import Setting, understand
from tests.transfer.conftest import TODAY
from tests.transfer.lists import draft, grid, people, understood

NAMES = "Nachname;Vorname"


def one(text, **options):
    [who] = people(text, **options)
    return who


def cell(heading, value, **options):
    """The person of a row with one more cell, and the remarks."""
    found = understood(grid(["Nachname", "Vorname", heading], ["Nowak", "Barbara", value]), **options)
    return found.people[0], found.remarks


def refusal(heading, value, **options):
    found = understood(grid(["Nachname", "Vorname", heading], ["Nowak", "Barbara", value]), **options)
    [rejected] = found.rejected
    assert found.people == []
    assert rejected.row == 2
    return rejected


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("Geburtsdatum", "31.02.1960", "date-does-not-exist"),
        ("Geburtsdatum", "unbekannt", "date-unreadable"),
        ("Geburtsdatum", "12.03.2058", "birth-in-future"),
        ("Eintritt", "irgendwann", "date-unreadable"),
        ("Austritt", "99.99.1999", "date-unreadable"),
        ("E-Mail", "barbara.nowak@posteo", "email-unusable"),
        ("E-Mail", "barbara.nowak", "email-unusable"),
        ("E-Mail", "a b@example.org", "email-unusable"),
        ("Beitrag", "viel", "amount-unusable"),
        ("Beitrag", "-5", "amount-negative"),
        ("Beitrag", "1.2.3", "amount-unusable"),
    ],
)
def test_what_cannot_be_used_keeps_a_row_out_with_reason_and_remedy(heading, value, code):
    rejected = refusal(heading, value)
    assert (rejected.column, rejected.value, rejected.code) == (heading, value, code)
    assert rejected.reason.msgid
    assert rejected.remedy.msgid


def test_a_day_that_does_not_exist_is_answered_with_those_beside_it():
    remedy = refusal("Geburtsdatum", "31.04.1960").remedy
    assert [str(remedy.args[name]) for name in ("first", "second")] == ["1960-04-30", "1960-05-01"]


def test_an_address_with_a_blank_is_answered_with_the_mended_one():
    assert refusal("E-Mail", "b nowak@example.org").remedy.args == {"email": "bnowak@example.org"}


def test_rows_that_name_nobody():
    found = understood(
        f"{NAMES};Ort\nNowak;Barbara;Ulm\nWeiß;Anna;Ulm\n;;Ulm\n;Lena;Ulm\nHuber;;Ulm\nBraun;Ida;Ulm\n"
        + "Klein;Max;Ulm\n" * 9
    )
    assert [(r.row, r.code, r.column) for r in found.rejected] == [
        (4, "no-name", "Nachname"),
        (5, "no-last-name", "Nachname"),
    ]
    assert [who.row for who in found.people] == [2, 3, 6, *range(7, 17)]


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Telefon", "siehe Notiz"),
        ("Telefon", "12"),
        ("Geschlecht", "qqq"),
        ("Sprache", "Klingonisch"),
        ("Land", "Mordor"),
        ("Gastgeber", "vielleicht"),
        ("Geburtsdatum", "3.9."),
        ("Geburtsdatum", "12.03.1890"),
        ("IBAN", "DE00370400440532013000"),
        ("IBAN", "4711"),
    ],
)
def test_what_is_merely_odd_comes_in_with_a_remark(heading, value):
    who, remarks = cell(heading, value)
    assert who.surname == "Nowak"
    assert [(remark.column, remark.value) for remark in remarks] == [(heading, value)]


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Sprache", "Klingonisch"), ("Land", "Mordor"), ("Geburtsdatum", "3.9."), ("IBAN", "4711")],
)
def test_a_value_without_a_place_is_kept_as_a_note(heading, value):
    who, _ = cell(heading, value)
    assert who.notes == (f"{heading}: {value}",)


@pytest.mark.parametrize("value", ["-", "–", "?", "n/a", "k.A.", "#REF!", "  "])
def test_signs_for_nothing_are_nothing(value):
    who, remarks = cell("Geburtsdatum", value)
    assert who.birth is None
    assert remarks == []


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Nowak, Barbara", "Barbara", "Nowak"),
        ("Barbara Nowak", "Barbara", "Nowak"),
        ("Dr. Anna von der Heide", "Anna", "Heide"),
        ("NOWAK Barbara", "Barbara", "Nowak"),
        ("Frau Barbara Nowak", "Barbara", "Nowak"),
        ("Nowak", "", "Nowak"),
    ],
)
def test_a_whole_name_is_taken_apart(name, given, surname):
    who = one(f"Name;Ort\n{name};Ulm\n")
    assert (who.given, who.surname) == (given, surname)


def test_the_form_of_address_tells_woman_or_man_and_the_title():
    who = one(f"{NAMES};Anrede\nNowak;Barbara;Frau Dr.\n")
    assert (who.gender, who.title_prefix) == (Gender.FEMALE, "Dr.")
    assert one("Name;Ort\nHerr Paul Nowak;Ulm\n").gender is Gender.MALE


def test_small_words_before_the_last_name_and_a_title_before_the_first():
    who = one(f"{NAMES}\nvon der Heide;Dr. Anna\n")
    assert (who.surname_prefix, who.surname, who.title_prefix, who.given) == (
        "von der",
        "Heide",
        "Dr.",
        "Anna",
    )


def test_a_column_in_capitals_gets_its_usual_form_and_a_single_one_does_not():
    rows = "\n".join(f"{name};Anna" for name in ("MÜLLER", "DE LA TOUR", "O'BRIEN") * 5)
    assert [who.surname for who in people(f"{NAMES}\n{rows}\n")][:3] == ["Müller", "Tour", "O'Brien"]
    assert one(f"{NAMES}\nNATO;Anna\n").surname == "NATO"


def test_hungarian_lists_have_the_last_name_first():
    who = one("Name;Ort\nKovács Dávid;Győr\n", country="HU")
    assert (who.given, who.surname, who.name_order) == ("Dávid", "Kovács", NameOrder.SURNAME_FIRST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adresse\nMühlgasse 14, 63512 Rosenau", ("Mühlgasse 14", "63512", "Rosenau", "")),
        ("Adresse\n1 rue Haute, 45997 Montclair, France", ("1 rue Haute", "45997", "Montclair", "FR")),
        ("Address\n1 High St, Exeter EX1 1AA", ("1 High St", "EX1 1AA", "Exeter", "")),
        ("PLZ/Ort\n63512 Rosenau", ("", "63512", "Rosenau", "")),
        ("PLZ\nD-63512", ("", "63512", "", "DE")),
        ("PLZ;Ort\n01067;Dresden", ("", "01067", "Dresden", "")),
        ("Straße;Nr;PLZ;Ort\nLinde;14a;63512;Ulm", ("Linde 14a", "63512", "Ulm", "")),
    ],
)
def test_addresses(text, expected):
    heading, row = text.split("\n")
    address = one(f"{NAMES};{heading}\nNowak;Barbara;{row}\n").address
    assert (address.street, address.postcode, address.town, address.country) == expected


def test_a_postcode_a_spreadsheet_took_for_a_number_gets_its_zero_back():
    found = understood(
        grid(
            ["Nachname", "Vorname", "PLZ", "Telefon"], ["Nowak", "Barbara", 1067, 6182441709], form="workbook"
        )
    )
    who = found.people[0]
    assert who.address.postcode == "01067"
    assert who.contacts[0].e164 == "+496182441709"


def test_several_telephones_and_addresses_in_a_cell():
    who = one(
        f"{NAMES};Telefon;E-Mail\nNowak;Barbara;06182 441709 / 06182 441710;a@example.org, B@Example.org\n"
    )
    assert [c.e164 for c in who.contacts if c.kind is ContactKind.PHONE] == ["+496182441709", "+496182441710"]
    assert [c.value for c in who.contacts if c.kind is ContactKind.EMAIL] == [
        "a@example.org",
        "B@example.org",
    ]


def test_telephones_follow_the_country_of_the_address():
    who = one(f"{NAMES};Téléphone;Pays\nNowak;Barbara;02 38 00 00 01;France\n")
    assert who.contacts[0].e164 == "+33238000001"


@pytest.mark.parametrize("text", ["de:4;fr:2", "Deutsch (4), Französisch: 2", "allemand:4; fr=2"])
def test_languages_with_levels(text):
    who = one(grid([*NAMES.split(";"), "Sprachkenntnisse"], ["Nowak", "Barbara", text]))
    assert who.languages == (("de", "4"), ("fr", "2"))


def test_a_language_with_a_level_of_another_scale_is_still_a_language():
    who = one(grid([*NAMES.split(";"), "Sprachen"], ["Nowak", "Barbara", "fr:5; de (9), xx:5"]))
    assert [code for code, _ in who.languages] == ["fr", "de"]


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("35", 3500),
        ("35,00", 3500),
        ("35.00 €", 3500),
        ("1.234,56", 123_456),
        ("1,234.56", 123_456),
        (35, 3500),
        (22.5, 2250),
    ],
)
def test_amounts(text, minor):
    who = one(grid([*NAMES.split(";"), "Beitrag"], ["Nowak", "Barbara", text]))
    assert (who.membership.dues.minor, who.membership.dues.currency) == (minor, "EUR")


def test_membership():
    who = one(f"{NAMES};Mitgliedsnr;Mitgliedsart;seit;Austritt\nNowak;Barbara;0017;Einzel;1998;31.12.2025\n")
    member = who.membership
    assert (member.number, member.class_name, str(member.joined), str(member.left_on)) == (
        "0017", "Einzel", "1998", "2025-12-31",
    )  # fmt: skip


def test_contacts_are_no_members_and_have_offices():
    who = one(
        f"{NAMES};Organisation;Funktion\nNowak;Barbara;Stadt Rosenau;Bürgermeisterin\n", kind="contacts"
    )
    assert who.membership is None
    assert (who.organisation, who.function, who.function_title) == (
        "Stadt Rosenau",
        Function.MAYOR,
        "Bürgermeisterin",
    )


def test_signs_that_are_none_are_taken_out_and_said():
    found = understood(grid(["Nachname", "Vorname"], ["No\0wak\udc80", "Bar\x07bara"]))
    assert (found.people[0].surname, found.people[0].given) == ("Nowak", "Barbara")
    assert [remark.code for remark in found.remarks] == ["signs-taken-out", "signs-taken-out"]


def test_texts_come_in_one_normal_form():
    who = one(grid(["Nachname", "Vorname"], ["Mu\u0308ller", "E\u0301lise"]))
    assert (who.surname, who.given) == ("Müller", "Élise")


def test_markup_and_formulas_are_texts():
    who = one(grid(["Nachname", "Vorname", "Bemerkung"], ["<b>Nowak", "=cmd", "<img src=file:///x>"]))
    assert (who.surname, who.given, who.notes) == ("<b>Nowak", "=cmd", ("<img src=file:///x>",))


def test_line_feeds_stay_in_notes_and_go_from_names():
    who = one(grid(["Nachname", "Vorname", "Bemerkung"], ["No\nwak", "Barbara", "eins\nzwei"]))
    assert (who.surname, who.notes) == ("No wak", ("eins\nzwei",))


def test_own_fields_and_ticks():
    made = draft(f"{NAMES};Schuhgröße\nNowak;Barbara;38\n").with_map({"own": ["Schuhgröße"]})
    [who] = understand(made.table, made.columns, Setting(Locale.of("de"), TODAY, "DE")).people
    assert who.own == (("Schuhgröße", "38"),)


def test_a_row_may_come_in_without_what_cannot_be_used():
    made = draft(f"{NAMES};Geburtsdatum;E-Mail;Notizen\nNowak;Barbara;31.02.1960;kaputt@;Chor\n")
    found = understand(made.table, made.columns, Setting(Locale.of("de"), TODAY, "DE", anyway=frozenset({2})))
    assert found.rejected == []
    assert found.people[0].birth is None
    assert found.people[0].notes == ("Chor\n\nGeburtsdatum: 31.02.1960\n\nE-Mail: kaputt@",)
    assert [remark.code for remark in found.remarks] == ["date-does-not-exist", "email-unusable"]


def test_two_people_in_a_row_are_noticed():
    who, remarks = understood_one(f"{NAMES}\nNowak;Barbara und Piotr\n")
    assert who.given == "Barbara und Piotr"
    assert [remark.code for remark in remarks] == ["two-people"]


def understood_one(text):
    found = understood(text)
    return found.people[0], found.remarks


def test_a_list_may_be_pasted():
    made = look_at_text("Name\tVorname\tPLZ\nNowak\tBarbara\t01067\n")
    assert made.grid.head.delimiter == "\t"
    assert [column.field for column in made.columns] == ["family_name", "given_name", "postcode"]


@pytest.mark.parametrize("value", [1e300, 10**15, float("1e18")])
def test_amounts_beyond_all_money_are_none(value):
    assert refusal("Beitrag", value).code == "amount-unusable"
