# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking typed names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.codes import Gender, NameOrder
from hospes.domain.name_parts import split_name
from hospes.domain.names import display_name

PARTS = ("title_prefix", "given", "given2", "surname_prefix", "surname", "surname2", "suffix")


@pytest.mark.parametrize(
    ("typed", "country", "expected"),
    [
        ("Nowak, Barbara", "", ("", "Barbara", "", "", "Nowak", "", "")),
        ("  Barbara   Nowak ", "", ("", "Barbara", "", "", "Nowak", "", "")),
        ("Dr. Anna von der Heide", "DE", ("Dr.", "Anna", "", "von der", "Heide", "", "")),
        ("Heide, Dr. Anna von der", "DE", ("Dr.", "Anna", "", "von der", "Heide", "", "")),
        ("Hans-Peter von und zu Grafenau", "DE", ("", "Hans-Peter", "", "von und zu", "Grafenau", "", "")),
        ("de la Tour, Jean", "FR", ("", "Jean", "", "de la", "Tour", "", "")),
        ("de la Tour", "FR", ("", "", "", "de la", "Tour", "", "")),
        ("DUPONT Jean", "FR", ("", "Jean", "", "", "Dupont", "", "")),
        ("Jean-Luc de la TOUR", "FR", ("", "Jean-Luc", "", "de la", "Tour", "", "")),
        ("Charles d'Artagnan", "FR", ("", "Charles", "", "d'", "Artagnan", "", "")),
        ("Marine Le Goff", "FR", ("", "Marine", "", "", "Le Goff", "", "")),
        ("Kovács Dávid", "HU", ("", "Dávid", "", "", "Kovács", "", "")),
        ("ifj. Dr. Nagy Imre", "HU", ("Dr.", "Imre", "", "", "Nagy", "", "ifj.")),
        ("Kovácsné Nagy Anna", "HU", ("", "Anna", "", "", "Kovácsné Nagy", "", "")),
        ("John M. Smith Jr.", "US", ("", "John", "M.", "", "Smith", "", "Jr.")),
        ("Smith, John M., Jr.", "US", ("", "John", "M.", "", "Smith", "", "Jr.")),
        ("Smith Jr., John", "US", ("", "John", "", "", "Smith", "", "Jr.")),
        ("María García López", "ES", ("", "María", "", "", "García", "López", "")),
        ("García López, María", "ES", ("", "María", "", "", "García", "López", "")),
        ("Juan de la Cruz", "ES", ("", "Juan", "", "de la", "Cruz", "", "")),
        ("Anna van den Berg", "NL", ("", "Anna", "", "van den", "Berg", "", "")),
        ("Prof. dr hab. Jan Kowalski", "PL", ("Prof. dr hab.", "Jan", "", "", "Kowalski", "", "")),
        ("Müller, Anna, Dr.", "DE", ("Dr.", "Anna", "", "", "Müller", "", "")),
        ("Anna Maria Müller", "DE", ("", "Anna Maria", "", "", "Müller", "", "")),
        ("Коваль Оксана Іванівна", "UA", ("", "Оксана", "Іванівна", "", "Коваль", "", "")),
        ("Оксана Іванівна Коваль", "UA", ("", "Оксана", "Іванівна", "", "Коваль", "", "")),
        ("IŞIK, AYŞE", "TR", ("", "Ayşe", "", "", "Işık", "", "")),
        ("Nowak", "", ("", "", "", "", "Nowak", "", "")),
        ("", "", ("", "", "", "", "", "", "")),
        (" , ", "", ("", "", "", "", "", "", "")),
    ],
)
def test_typed_name(typed, country, expected):
    name = split_name(typed, country)
    assert tuple(getattr(name, part) for part in PARTS) == expected


def test_order_follows_the_country_or_is_given():
    assert split_name("Kovács Dávid", "HU").name_order == NameOrder.SURNAME_FIRST
    assert split_name("Nowak Barbara", "PL", order=NameOrder.SURNAME_FIRST).surname == "Nowak"


@pytest.mark.parametrize(
    ("typed", "gender"),
    [
        ("Frau Dr. Anna Müller", Gender.FEMALE),
        ("M. Jean Petit", Gender.MALE),
        ("Mme Petit", Gender.FEMALE),
        ("Anna Müller", Gender.UNKNOWN),
        ("M Jean", Gender.MALE),
    ],
)
def test_gender_comes_from_the_form_of_address_alone(typed, gender):
    assert split_name(typed).gender == gender


def test_nickname_and_name_at_birth():
    name = split_name("Barbara (Basia) Nowak geb. Schmidt", "DE")
    assert (name.given, name.nickname, name.surname, name.birth_surname) == (
        "Barbara",
        "Basia",
        "Nowak",
        "Schmidt",
    )
    assert split_name("Petit, Anne, née Leroy", "FR").birth_surname == "Leroy"


@given(st.text(max_size=60), st.sampled_from(["", "DE", "HU", "ES", "UA", "FR", "TR"]))
def test_any_text_is_taken_apart_without_inventing_words(text, country):
    name = split_name(text, country)
    shown = display_name(name, second=True)
    typed = {letter.casefold() for letter in text}
    assert {letter.casefold() for letter in shown if letter.isalnum() and letter.isascii()} <= typed | set(
        "is"
    )
