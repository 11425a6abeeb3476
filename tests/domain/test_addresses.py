# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses in the layout of the country they go to."""

import pytest

from hospes.domain.addresses import (
    FRENCH_LINE,
    LAYOUTS,
    PostalAddress,
    address_lines,
    one_line,
    postcode_doubt,
    postcode_form,
)
from hospes.i18n.locale import Locale

GERMAN = Locale.of("de")
HOME = {
    "DE": PostalAddress(street="Lindenweg 4", postcode="48143", town="Münster"),
    "FR": PostalAddress(
        care_of="Klos", extra="Bât. B", street="12, rue des Prés", postcode="59000", town="Lille"
    ),
    "PL": PostalAddress(street="ul. Długa 5/7", postcode="60745", town="Poznań"),
    "GB": PostalAddress(street="1 High Street", extra="Littleham", postcode="ex81aa", town="Exmouth"),
    "IT": PostalAddress(street="Via Roma 1", postcode="25100", town="Brescia", region="bs"),
    "HU": PostalAddress(street="Fő utca 1. II. 3.", postcode="8000", town="Székesfehérvár"),
    "TR": PostalAddress(street="Çınar Cd. 5", postcode="34000", town="Şişli", region="İstanbul"),
    "UA": PostalAddress(street="вул. Франка, 5", postcode="79000", town="Львів"),
    "US": PostalAddress(street="1 Main St", extra="Apt 2", postcode="12345", town="Springfield", region="il"),
    "NL": PostalAddress(street="Dam 1", postcode="1012ab", town="Amsterdam"),
    "ES": PostalAddress(street="Calle Mayor, 5, 2º", postcode="28013", town="Madrid"),
}


@pytest.mark.parametrize(
    ("country", "lines"),
    [
        ("DE", ("Lindenweg 4", "48143 Münster")),
        ("FR", ("chez Klos", "Bât B", "12 rue des Prés", "59000 LILLE")),
        ("PL", ("ul. Długa 5/7", "60-745 Poznań")),
        ("GB", ("1 High Street", "Littleham", "EXMOUTH", "EX8 1AA")),
        ("IT", ("Via Roma 1", "25100 Brescia BS")),
        ("HU", ("Székesfehérvár", "Fő utca 1. II. 3.", "8000")),
        ("TR", ("Çınar Cd. 5", "34000 Şişli/İSTANBUL")),
        ("UA", ("вул. Франка, 5", "Львів", "79000")),
        ("US", ("1 Main St", "Apt 2", "Springfield, IL 12345")),
        ("NL", ("Dam 1", "1012 AB  AMSTERDAM")),
        ("ES", ("Calle Mayor, 5, 2º", "28013 Madrid")),
    ],
)
def test_a_letter_at_home_has_no_country(country, lines):
    assert address_lines(["Kim Klos"], HOME[country], GERMAN, home=country) == ("Kim Klos", *lines)


@pytest.mark.parametrize("country", [country for country in HOME if country != "DE"])
def test_a_letter_abroad_ends_with_the_country_in_the_senders_language(country):
    typed = HOME[country]
    address = PostalAddress(
        typed.care_of, typed.extra, typed.street, typed.postcode, typed.town, typed.region, country
    )
    lines = address_lines(["Kim Klos"], address, GERMAN)
    assert lines[-1] == GERMAN.country(country).upper()
    assert lines[0] == "Kim Klos"
    assert all(line == line.strip() and line for line in lines)
    if LAYOUTS[country].capitals_abroad:
        assert any("SZÉKESFEHÉRVÁR" in line or line.isupper() for line in lines[1:-1])


def test_french_lines_fit_the_french_post():
    street = "Résidence universitaire des Grands Jardins de la Paix, 12"
    address = PostalAddress(street=street, postcode="59000", town="Lille", country="FR")
    lines = address_lines(["Comité de jumelage", "Madame Élodie Petit"], address, GERMAN)
    assert all(len(line) <= FRENCH_LINE for line in lines)
    assert " ".join(lines[2:4]) == street.replace(",", "")
    assert len(lines) <= 7


def test_turkish_town_in_capitals_keeps_its_dots():
    address = PostalAddress(
        street="Çınar Cd. 5", postcode="35000", town="Bornova", region="İzmir", country="TR"
    )
    assert "35000 BORNOVA/İZMİR" in address_lines(["Kim"], address, GERMAN)


def test_a_country_of_no_table_follows_the_worlds_address_data():
    address = PostalAddress(street="Rua Augusta 5", postcode="1100-053", town="Lisboa", country="PT")
    assert address_lines(["Kim"], address, GERMAN) == ("Kim", "Rua Augusta 5", "1100-053 LISBOA", "PORTUGAL")
    nowhere = PostalAddress(street="Street 5", town="Town", country="XX")
    assert address_lines(["Kim"], nowhere, GERMAN) == ("Kim", "Street 5", "TOWN", "XX")


def test_no_address_gives_the_name_alone():
    assert address_lines(["Kim", "", " "], PostalAddress(country="FR"), GERMAN) == ("Kim",)


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("DE", "Lindenweg 4, 48143 Münster"),
        ("PL", "ul. Długa 5/7, 60-745 Poznań"),
        ("GB", "Littleham, 1 High Street, Exmouth EX8 1AA"),
        ("NL", "Dam 1, 1012 AB Amsterdam"),
    ],
)
def test_one_line_for_tables(country, expected):
    assert one_line(HOME[country], GERMAN, home=country) == expected


def test_one_line_names_a_foreign_country():
    address = PostalAddress(street="Dam 1", postcode="1012AB", town="Amsterdam", country="NL")
    assert one_line(address, Locale.of("fr")) == "Dam 1, 1012 AB Amsterdam, Pays-Bas"
    assert one_line(PostalAddress(country="NL"), Locale.of("fr")) == ""


@pytest.mark.parametrize("country", HOME)
def test_good_postcodes_raise_no_doubt(country):
    assert postcode_doubt(HOME[country].postcode, country) is None


@pytest.mark.parametrize(
    ("postcode", "country"),
    [("4814", "DE"), ("60-7455", "PL"), ("EXMOUTH", "GB"), ("1012", "NL"), ("800", "HU"), ("1100", "PT")],
)
def test_an_odd_postcode_is_a_question(postcode, country):
    doubt = postcode_doubt(postcode, country)
    assert doubt is not None
    assert postcode in Locale.of("en").message(doubt)
    assert Locale.of("en").country(country) in Locale.of("en").message(doubt)


def test_nobody_doubts_what_nobody_knows():
    assert postcode_doubt("", "DE") is None
    assert postcode_doubt("123", "") is None
    assert postcode_doubt("123", "XX") is None


def test_postcodes_get_their_usual_form():
    assert postcode_form(" 60745 ", "PL") == "60-745"
    assert postcode_form("sw1a1aa", "GB") == "SW1A 1AA"
    assert postcode_form("48143", "DE") == "48143"
