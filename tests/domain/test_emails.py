# SPDX-License-Identifier: GPL-3.0-or-later
"""E-mail addresses, websites, bank accounts, countries: what is kept of what was typed."""

from urllib.parse import unquote

import pytest

from hospes.domain.bank import read_bic, read_iban
from hospes.domain.codes import OrganisationKind, Sector
from hospes.domain.countries import currency_of, read_country, zone_of
from hospes.domain.emails import read_email, read_website, web_link
from hospes.domain.errors import FieldProblem
from hospes.domain.households import household_name
from hospes.domain.mailing import link
from hospes.domain.names import PersonName
from hospes.domain.organisations import sector_of
from hospes.i18n.locale import Locale


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("barbara@posteo.example", "barbara@posteo.example"),
        (" Barbara.Nowak@Posteo.EXAMPLE ", "Barbara.Nowak@posteo.example"),
        ("mailto:b@example.org", "b@example.org"),
        ("Barbara Nowak <b@example.org>", "b@example.org"),
        ("jürgen@müller.example", "jürgen@müller.example"),
        ("o'brien+list@sub.example.org", "o'brien+list@sub.example.org"),
        ("оксана@пошта.укр", "оксана@пошта.укр"),
    ],
)
def test_addresses_that_can_be_used(typed, kept):
    assert read_email(typed) == kept


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("barbara.nowak@posteo", "ending"),
        ("barbara", "@"),
        ("barbara@", "ending"),
        ("@posteo.example", "before the @"),
        ("bar bara@posteo.example", "blank"),
        ("a@b.example, c@d.example", "blank"),
        ("a@b.example,c@d.example", "one address"),
        ("a@-b.example", "behind the @"),
        ("a@b.x", "behind the @"),
        ("a..b@c.example", "before the @"),
    ],
)
def test_addresses_that_cannot_and_why(typed, says):
    with pytest.raises(FieldProblem) as refused:
        read_email(typed)
    assert refused.value.field == "email"
    assert says in Locale.of("en").message(refused.value)


def test_a_blank_is_cured_by_one_click():
    with pytest.raises(FieldProblem) as refused:
        read_email("barbara @posteo.example")
    assert refused.value.suggestions == ("barbara@posteo.example",)


def test_websites():
    assert read_website("www.rosenau.example/verein") == "https://www.rosenau.example/verein"
    assert read_website("http://rosenau.example") == "http://rosenau.example"
    for typed in ("rosenau", "a b.example", "me@rosenau.example"):
        with pytest.raises(FieldProblem):
            read_website(typed)


def test_bank_accounts_are_checked_by_their_figures():
    assert read_iban("de02 1203 0000 0000 2020 51") == "DE02120300000000202051"
    assert read_bic("genodef1abc") == "GENODEF1ABC"
    for read, typed in ((read_iban, "DE03120300000000202051"), (read_iban, "1234"), (read_bic, "GENO")):
        with pytest.raises(FieldProblem):
            read(typed)


def test_countries():
    assert (read_country(" de "), read_country("")) == ("DE", "")
    with pytest.raises(FieldProblem):
        read_country("Germany")
    assert (currency_of("PL"), currency_of("FR"), currency_of("")) == ("PLN", "EUR", "EUR")
    assert (zone_of("PL"), zone_of("US"), zone_of("ES")) == ("Europe/Warsaw", "", "Europe/Madrid")


def test_zones_exist():
    from zoneinfo import ZoneInfo

    from hospes.domain import countries

    for code in (*countries._ZONES, *countries._ZONES_ELSEWHERE, "ES", "PT"):
        assert ZoneInfo(zone_of(code))


def test_households_are_called_by_their_surnames():
    lena, etienne = PersonName(given="Lena", surname="Hartwig"), PersonName(given="Étienne", surname="Roux")
    assert household_name([lena, etienne]) == "Hartwig–Roux"
    assert household_name([lena, PersonName(given="Jan", surname="Hartwig")]) == "Hartwig"
    assert (
        household_name([PersonName(given="F.", surname_prefix="von", surname="Auerbach")]) == "von Auerbach"
    )
    assert household_name([PersonName(given="Madonna")]) == "Madonna"


def test_each_kind_of_organisation_has_its_corner():
    assert sector_of(OrganisationKind.TOWN_HALL) == Sector.ADMINISTRATION
    assert sector_of(OrganisationKind.COUNCIL) == Sector.POLITICS
    assert sector_of(OrganisationKind.SCHOOL) == Sector.EDUCATION
    assert sector_of(OrganisationKind.COMPANY) == Sector.ECONOMY
    assert sector_of(OrganisationKind.CHOIR) == Sector.CIVIL


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.de?attach=/x", "", "https://", "x.org",
     "https://a b.de", "smb://host/x", "data:text/html,x", "https://x.org\n", "\\\\server\\share", "https://user@evil.org"],
)  # fmt: skip
def test_nothing_but_web_pages_is_opened(link):
    """T6.7: what a file says is a link may be anything."""
    assert web_link(link) == ""


def test_a_web_page_is_opened_as_it_is_kept():
    assert web_link("https://rosenau.example/fest?a=1#b") == "https://rosenau.example/fest?a=1#b"


@pytest.mark.parametrize("address", ["a?bcc=x@y.org", "a&attach=/etc/passwd", "a\n", "Ä+b", "a%0d%0aBcc: x"])
def test_an_address_is_only_an_address_in_a_link(address):
    """T6.7: nothing in an address becomes another part of the link."""
    made = link([f"{address}@post.example"], "Fest & mehr", "Zeile\nzwei")
    assert made.count("?") == 1
    assert made.split("?")[1].count("&") == 2
    assert unquote(made.split("bcc=")[1].split("&")[0]) == f"{address}@post.example"
    assert "\n" not in made
