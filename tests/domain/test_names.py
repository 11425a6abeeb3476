# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in text, on lists, on avatars and in order, by the customs of their countries."""

import pytest

from hospes.domain.codes import Gender, NameOrder
from hospes.domain.names import (
    PersonName,
    capitalised,
    display_name,
    for_reader,
    full_name,
    initials,
    joint_name,
    list_name,
    lower,
    sort_key,
    sort_parts,
    upper,
    with_script,
)
from hospes.i18n.locale import Locale

HEIDE = PersonName(title_prefix="Dr.", given="Anna", surname_prefix="von der", surname="Heide", country="DE")
KOVACS = PersonName(
    title_prefix="Dr.", given="Dávid", surname="Kovács", name_order=NameOrder.SURNAME_FIRST, country="HU"
)
BERG = PersonName(given="Anna", surname_prefix="van den", surname="Berg")
GAULLE = PersonName(given="Charles", surname_prefix="de", surname="Gaulle", country="FR")
GARCIA = PersonName(given="María", surname="García", surname2="López", country="ES")
KOVAL = PersonName(given="Oksana", surname="Koval", script_name="Оксана Коваль", country="UA")
KOVAL_NATIVE = PersonName(
    given="Оксана", given2="Іванівна", surname="Коваль", latin_name="Oksana Koval", country="UA"
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (PersonName(given="Barbara", surname="Nowak"), "Barbara Nowak"),
        (HEIDE, "Dr. Anna von der Heide"),
        (KOVACS, "Dr. Kovács Dávid"),
        (GARCIA, "María García López"),
        (PersonName(given="Charles", surname_prefix="d'", surname="Artagnan"), "Charles d'Artagnan"),
        (PersonName(given="Martin", surname="King", suffix="Jr."), "Martin King Jr."),
        (
            PersonName(given="János", surname="Nagy", suffix="ifj.", name_order=NameOrder.SURNAME_FIRST),
            "ifj. Nagy János",
        ),
        (PersonName(nickname="Kim"), "Kim"),
        (PersonName(script_name="Оксана Коваль"), "Оксана Коваль"),
        (PersonName(), ""),
    ],
)
def test_name_in_running_text(name, expected):
    assert display_name(name) == expected


def test_titles_and_second_names_only_where_wanted():
    assert display_name(HEIDE, titles=False) == "Anna von der Heide"
    assert display_name(KOVAL_NATIVE) == "Оксана Коваль"
    assert full_name(KOVAL_NATIVE) == "Оксана Іванівна Коваль"


@pytest.mark.parametrize(
    ("name", "home", "expected"),
    [
        (PersonName(given="Barbara", surname="Nowak"), "", "Nowak, Barbara"),
        (HEIDE, "", "Heide, Dr. Anna von der"),
        (KOVACS, "DE", "Kovács Dávid Dr."),
        (BERG, "NL", "Berg, Anna van den"),
        (BERG, "BE", "van den Berg, Anna"),
        (GAULLE, "", "de Gaulle, Charles"),
        (GARCIA, "", "García López, María"),
        (PersonName(given="Martin", surname="King", suffix="Jr."), "", "King, Martin, Jr."),
        (PersonName(surname="Nowak"), "", "Nowak"),
        (PersonName(given="Barbara"), "", "Barbara"),
    ],
)
def test_name_on_a_list(name, home, expected):
    assert list_name(name, home=home) == expected


def test_own_sort_key_moves_the_small_word_behind():
    name = PersonName(given="Charles", surname_prefix="de", surname="Gaulle", sort_key="Gaulle", country="FR")
    assert list_name(name) == "Gaulle, Charles de"
    assert sort_parts(name)[0] == "Gaulle"


def test_french_capitals_on_lists():
    assert list_name(GAULLE, capitals=True) == "DE GAULLE, Charles"


def test_turkish_capitals_keep_their_dots():
    name = PersonName(given="ışıl", surname="Yiğit", country="TR")
    assert list_name(name, capitals=True) == "YİĞİT, ışıl"
    assert upper("ılık iz", "TR") == "ILIK İZ"
    assert lower("ILIK İZ", "TR") == "ılık iz"
    assert upper("izmir", "DE") == "IZMIR"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (PersonName(given="Barbara", surname="Nowak"), "BN"),
        (HEIDE, "AH"),
        (KOVACS, "KD"),
        (PersonName(surname="Nowak"), "N"),
        (PersonName(given="İpek", surname="ışık", country="TR"), "İI"),
        (PersonName(given="E\u0301mile", surname="Petit"), "ÉP"),
        (PersonName(script_name="Оксана"), "О"),
        (PersonName(), ""),
    ],
)
def test_initials(name, expected):
    assert initials(name) == expected


def test_order_of_a_german_list():
    names = [
        PersonName(given="Zoe", surname="Zimmer"),
        BERG,
        PersonName(given="Bruno", surname="Öztürk"),
        PersonName(given="Anna", surname="Otto"),
        KOVAL_NATIVE,
        HEIDE,
        PersonName(given="Berta", surname="Heide"),
    ]
    ordered = sorted(names, key=lambda name: sort_key(name, Locale.of("de"), home="DE"))
    assert [list_name(for_reader(name, "de"), home="DE") for name in ordered] == [
        "Berg, Anna van den",
        "Heide, Dr. Anna von der",
        "Heide, Berta",
        "Koval, Oksana",
        "Otto, Anna",
        "Öztürk, Bruno",
        "Zimmer, Zoe",
    ]


def test_reader_sees_the_script_he_reads():
    assert display_name(for_reader(KOVAL, "de")) == "Oksana Koval"
    assert display_name(for_reader(KOVAL, "uk")) == "Оксана Коваль"
    assert display_name(for_reader(KOVAL_NATIVE, "pl")) == "Oksana Koval"
    assert with_script(KOVAL, "de") == "Oksana Koval (Оксана Коваль)"
    assert with_script(PersonName(given="Anna", surname="Klos"), "de") == "Anna Klos"


@pytest.mark.parametrize(
    ("typed", "country", "expected"),
    [
        ("DE LA TOUR-NOIRE", "FR", "de la Tour-Noire"),
        ("o'connor", "IE", "O'Connor"),
        ("MCDONALD", "GB", "McDonald"),
        ("YILDIZ", "TR", "Yıldız"),
        ("MacLeod", "GB", "MacLeod"),
        ("van den Berg", "NL", "van den Berg"),
    ],
)
def test_names_typed_in_capitals(typed, country, expected):
    assert capitalised(typed, country) == expected


def test_joint_name_of_a_household():
    nowaks = [PersonName(given="Barbara", surname="Nowak"), PersonName(given="Jan", surname="Nowak")]
    assert joint_name(nowaks, Locale.of("de")) == "Barbara und Jan Nowak"
    assert joint_name(nowaks, Locale.of("pl")) == "Barbara i Jan Nowak"
    mixed = [PersonName(given="Anna", surname="Klos", title_prefix="Dr."), nowaks[1]]
    assert joint_name(mixed, Locale.of("en")) == "Dr. Anna Klos and Jan Nowak"
    magyar = [
        PersonName(given=given, surname="Nagy", name_order=NameOrder.SURNAME_FIRST)
        for given in ("Éva", "Imre")
    ]
    assert joint_name(magyar, Locale.of("hu")) == "Nagy Éva és Imre"
    assert joint_name([], Locale.of("en")) == ""


def test_a_name_knows_whether_it_is_one():
    assert not PersonName(title_prefix="Dr.", gender=Gender.FEMALE)
    assert PersonName(script_name="Оксана")
