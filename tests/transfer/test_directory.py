# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of links as public offices publish them: columns in four languages, rows, towns that are known."""

import pytest

from hospes.actions.territories import AddSuccession, AddTerritory, SetTerritoryName
from hospes.domain.codes_twinning import PartnershipStatus, PartnershipType, SuccessionKind, TerritoryKind
from hospes.i18n.locale import Locale
from hospes.queries.directory import Wanted, link_ids, link_rows
from hospes.transfer.bringing import check, look_at_text
from hospes.transfer.reading import Unreadable
from tests import make

TOWNS = {"our_territory", "partner_territory", "partner_country", "since"}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = make.founded(tmp_path_factory.mktemp("links") / "x.hospes")
    yield app
    app.close()


def checked(app, text):
    return check(look_at_text(text, "list.csv"), app.read, Locale.of("en"), app.today, kind="partnerships")


def columns(text):
    draft = look_at_text(text).with_kind("partnerships")
    return {column.heading: column.field for column in draft.columns}


@pytest.mark.parametrize(
    "text",
    [
        "Gemeinde;Partnergemeinde;Staat/Land;seit/Jahr\nAhlbach;Rieux;Frankreich;1964",
        "Commune;Ville jumelée;Pays;Année\nRieux;Ahlbach;Allemagne;1964",
        "Gmina;Miasto partnerskie;Kraj;Rok podpisania\nLipowiec;Ahlbach;Niemcy;1964",
        "Town;Twin town;Country of partner;Since\nAshford;Ahlbach;Germany;1964",
    ],
)
def test_headings_of_four_languages(text):
    assert set(columns(text).values()) == TOWNS


def test_land_is_a_country_or_a_state_by_where_it_stands_and_what_it_says():
    text = "Stadt;Land;Partnerstadt;Land\nAhlbach;Hessen;Rieux;Frankreich\nBirken;Bayern;Vals;Frankreich"
    assert list(columns(text).values()) == [
        "our_territory", "our_region", "partner_territory", "partner_country",
    ]  # fmt: skip
    text = "Ville;Pays;Ville\nRieux;France;Ahlbach"
    assert list(columns(text).values()) == ["our_territory", "our_country", "partner_territory"]


def test_rows_of_all_sorts(app):
    found = checked(
        app,
        "Gemeinde;Partnergemeinde;Staat;Art;seit;bis\n"
        "FRANKREICH;;;;;\n"
        "Ahlbach;Rieux [Oise];;Freundschaftsvertrag;1964;\n"
        "Ahlbach;Vals (Belgien)\u2028;;Partnerschaft;9.5.1970;1999\n"
        "Birken;Mons (B); Tongern (Belgien), 1988;;;;\n"
        "Birken;;Polen;;1980;\n"
        "Birken;Birken;DE;;1980;\n"
        "Cella;Lipa;Polen;Ehrenbund;31.2.1980;\n"
        "Dorn;Lipa;Polen;Ehrenbund;1980;\n".replace("Mons (B); Tongern", '"Mons (B); Tongern').replace(
            "1988;;;;", '1988";;;;'
        ),
    )
    told = [
        (one.row, one.b.shown, one.b.country, one.type.value, one.status.value, str(one.since or ""))
        for one in found.links
    ]
    assert told == [
        (3, "Rieux (Oise)", "FR", "friendship", "active", "1964"),
        (4, "Vals", "BE", "twinning", "ended", "1970-05-09"),
        (5, "Mons", "BE", "twinning", "active", ""),
        (5, "Tongern", "BE", "twinning", "active", "1988"),
        (7, "Birken", "DE", "twinning", "active", "1980"),
        (9, "Lipa", "PL", "twinning", "active", "1980"),
    ]
    assert [(one.row, one.code) for one in found.understood.rejected] == [
        (6, "no-town"), (8, "date-does-not-exist"),
    ]  # fmt: skip
    assert {("type-unknown", 9), ("same-name", 7)} <= {
        (one.code, one.row) for one in found.understood.remarks
    }


def test_what_public_lists_leave_out_is_taken_from_above_or_from_the_headings(app):
    """A town is named once over its partners, no column says its country, and countries have old names."""
    found = checked(
        app,
        "Commune;Commune partenaire;Pays partenaire;Date\n"
        "ANOR (NORD);;;\n"
        ";AKEN;ALLEMAGNE FEDERALE;1990\n"
        ";ZABRZE - 1972;POLOGNE;\n"
        "Belfort;;;\n"
        "Still;Usti;REPUBLIQUE TCHEQUE;1995\n"
        ";Skoplje;YOUGOSLAVIE;1980\n",
    )
    told = [(x.row, x.a.shown, x.a.country, x.b.name, x.b.country, str(x.since or "")) for x in found.links]
    assert told == [
        (3, "ANOR (NORD)", "FR", "AKEN", "DE", "1990"),
        (4, "ANOR (NORD)", "FR", "ZABRZE", "PL", "1972"),
        (6, "Still", "FR", "Usti", "CZ", "1995"),
        (7, "Still", "FR", "Skoplje", "", "1980"),
    ]
    assert [(one.row, one.code) for one in found.understood.rejected] == [(5, "no-town")]
    codes = [(one.row, one.code) for one in found.understood.remarks]
    assert codes == [
        (3, "town-above"), (4, "town-above"), (7, "town-above"), (7, "country-unknown"),
        (0, "country-assumed"),
    ]  # fmt: skip
    # Two towns of one name are two where the list tells them apart.
    found = checked(app, "Town;Country;Twinned with\nBelfast;UK;Belfast, Maine\nBelfast;UK;Belfast, UK\n")
    assert [(one.row, one.b.addition) for one in found.links] == [(2, "Maine")]
    assert not found.understood.rejected
    # One town in two languages is one, two towns in a cell are two.
    text = "Commune;Pays;Partenaire;Pays partenaire\nRieux;FR;Sant Joan / San Juan;Espagne\n"
    text += "Rieux;FR;Saint-Lo / Saint-Die;FR\nRieux;FR;San Juan;Espagne\n"
    found = checked(app, text)
    told = [(one.row, one.b.name, one.b.written) for one in found.links]
    assert told == [
        (2, "Sant Joan", "Sant Joan / San Juan"), (3, "Saint-Lo", ""), (3, "Saint-Die", ""),
        (4, "San Juan", ""),
    ]  # fmt: skip
    assert [(one.row, one.code) for one in found.understood.remarks] == [(2, "two-languages")]
    text = "Deutsche Kommune;Partner;Land\nAhlbach;Rieux;Frankreich (Elsass)\n"
    (link,) = checked(app, text).links
    assert (link.a.country, link.b.country) == ("DE", "FR")


def test_a_list_without_two_towns_says_what_is_missing(app):
    with pytest.raises(Unreadable, match="Two columns"):
        checked(app, "Gemeinde;Staat\nAhlbach;DE\nBirken;DE")


def test_towns_are_known_by_any_name_they_have_or_had(app):
    region = app.run(AddTerritory("Hauts-de-France", TerritoryKind.REGION, "FR")).result
    before = app.run(AddTerritory("Nord-Pas-de-Calais", TerritoryKind.REGION, "FR")).result
    app.run(AddSuccession(before, region, SuccessionKind.MERGED, make.TODAY))
    wroclaw = app.run(AddTerritory("Wrocław", TerritoryKind.TOWN, "PL")).result
    app.run(SetTerritoryName(wroclaw, "de", "Breslau"))
    aisch = app.run(AddTerritory("Neustadt an der Aisch", TerritoryKind.TOWN, "DE")).result
    found = checked(
        app,
        "Stadt;Partner;Staat\nAhlbach;Breslau;Polen\nAhlbach;Wroclaw;PL\nNRW;Nord-Pas-de-Calais;F\n"
        "NRW;Hauts de France;Frankreich\nNeustadt (Aisch);Lipa;Polen\nNeustadt (Dosse);Lipa;Polen\n",
    )
    assert [(one.row, one.a.territory, one.b.territory) for one in found.links] == [
        (2, None, wroclaw), (4, None, region), (6, aisch, None), (7, None, None),
    ]  # fmt: skip
    app.run(found.action())
    again = checked(app, "Ville;Partenaire;Pays\nWrocław;Ahlbach;Allemagne\n")
    # Our own country is assumed for the first town only where the town is not known to lie elsewhere.
    assert [(one.fate.value, one.fills) for one in again.plan.rows] == [("updated", {"both_sides"})]
    rows = app.read(link_rows, app.read(link_ids, Wanted(words="wrocl")), "de")
    assert [(one.b.name, one.b.written) for one in rows] == [("Breslau", "")]


def test_another_year_is_doubtful_and_never_written_over_unasked(app):
    app.run(checked(app, "Stadt;Partner;Staat;seit\nElm;Vire;F;1964\n").action())
    found = checked(app, "Stadt;Partner;Staat;seit;Art;Status\nElm;Vire;F;1965;;ruht\n")
    (row,) = found.plan.rows
    assert [(one.field, one.ours, one.theirs) for one in row.differences] == [
        ("since", "1964", "1965"), ("status", "active", "dormant"),
    ]  # fmt: skip
    assert found.count() == 0
    from hospes.transfer.plan import Decision

    found.skip_doubtful(Decision.TAKE)
    app.run(found.action())
    (one,) = app.read(link_rows, app.read(link_ids, Wanted(words="vire")), "en")
    assert (one.since.year, one.status, one.type) == (
        1965,
        PartnershipStatus.DORMANT,
        PartnershipType.TWINNING,
    )
