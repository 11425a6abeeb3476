# SPDX-License-Identifier: GPL-3.0-or-later
"""Who faces whom, invitation list, who is who, and the queries behind them, on the example association."""

from datetime import date
from uuid import UUID

import pytest

from hospes.domain.codes import Function, OrganisationKind, Sector
from hospes.domain.codes_actors import Corner, FieldOfWork
from hospes.domain.names import display_name
from hospes.i18n.locale import Locale
from hospes.queries.actors import Wanted, invitees, office_years
from hospes.queries.actors_balance import balance_of, balance_of_visit
from hospes.queries.actors_match import AgeGroup, Sought, find_partners
from hospes.queries.actors_opposite import facing_offices
from hospes.queries.actors_places import bond_with
from hospes.queries.association import towns
from hospes.queries.filters import Side
from hospes.queries.visits import visit_ids
from tests.papers.printing import paper, table
from tests.papers.reading import squeezed, text_of

DE = Locale.of("de")


@pytest.fixture
def montclair(rosenau):
    return next(one.id for one in rosenau.read(towns, "de") if one.own_name == "Montclair-sur-Loire")


def bond(app, town: UUID) -> UUID:
    found = app.read(bond_with, town)
    assert found is not None
    return found


def called(people):
    return [display_name(one.office.name) for one in people]


def test_guests_stand_in_order_of_protocol_each_once_at_the_highest_office(rosenau):
    people = rosenau.read(invitees, Wanted(), rosenau.today, DE)
    names = called(people)
    assert len(names) == len(set(names))
    order = [
        "Élisabeth de La Roche",
        "Henning Krüger",
        "Mathieu Delacourt",
        "Georg Wagner",
        "Jean-Luc Martin",
    ]
    assert [name for name in names if name in order] == order
    lechner = people[names.index("Friederike Lechner")]
    assert lechner.office.function is Function.DIRECTOR
    assert [one.function for one in lechner.also] == [Function.CONDUCTOR]
    assert "Hannelore Fischer" not in names  # our own committee is asked for apart


def test_choices_narrow_the_list(rosenau, montclair):
    politics = rosenau.read(invitees, Wanted(frozenset({Sector.POLITICS})), rosenau.today, DE)
    assert {one.office.sector for one in politics} == {Sector.POLITICS}
    there = rosenau.read(invitees, Wanted(towns=frozenset({montclair})), rosenau.today, DE)
    assert {one.office.territory_id for one in there} == {montclair}
    polish = rosenau.read(invitees, Wanted(languages=frozenset({"pl"})), rosenau.today, DE)
    assert "Marek Zieliński" in called(polish)
    assert "Henning Krüger" not in called(polish)


def test_offices_are_those_of_the_day(rosenau, montclair):
    kinds = rosenau.read(facing_offices, montclair, date(2010, 12, 31), DE)
    hall = next(one for one in kinds if one.kind is OrganisationKind.TOWN_HALL)
    mayors = next(one for one in hall.offices if one.function is Function.MAYOR)
    assert [display_name(one.name) for one in mayors.theirs] == ["Jacques Barbier"]
    assert mayors.ours == ()
    assert rosenau.read(office_years, rosenau.today)[-1] == 1974


def test_our_association_faces_theirs_and_gaps_are_counted(rosenau, montclair):
    kinds = {one.kind: one for one in rosenau.read(facing_offices, montclair, rosenau.today, DE)}
    ours = kinds[OrganisationKind.PARTNER_ASSOCIATION]
    assert (len(ours.ours), len(ours.theirs)) == (1, 1)
    chairs = next(one for one in ours.offices if one.function is Function.CHAIR)
    assert [display_name(one.name) for one in (*chairs.ours, *chairs.theirs)] == [
        "Hannelore Fischer", "Jean-Luc Martin",
    ]  # fmt: skip
    assert kinds[OrganisationKind.PARISH].gaps == 1  # nobody over there
    assert kinds[OrganisationKind.COUNCIL].gaps == 0


def test_a_choir_for_their_choir(rosenau):
    found = rosenau.read(find_partners, Sought(kind=OrganisationKind.CHOIR), rosenau.today, DE)
    sides = {side: [one.name for one in found if one.side is side] for side in Side}
    assert sides[Side.OURS][0] == "Liederkranz Rosenau"
    assert sides[Side.THEIRS][0] == "Chorale « La Clé des Vignes »"
    assert all(one.reasons for one in found)
    lechner = next(one for one in found if one.name == "Friederike Lechner")
    assert lechner.organisation == "Liederkranz Rosenau"  # the link is made with the choir, not her school


def test_all_that_is_asked_must_hold(rosenau):
    read = rosenau.read
    singing = read(find_partners, Sought(field=FieldOfWork.CHOIR), rosenau.today, DE)
    french = read(find_partners, Sought(field=FieldOfWork.CHOIR, language="fr"), rosenau.today, DE)
    young = read(find_partners, Sought(interest="boules", age=AgeGroup.YOUTH), rosenau.today, DE)
    assert 0 < len(french) < len(singing)
    assert young == []
    assert read(find_partners, Sought(), rosenau.today, DE) == []


def test_the_balance_says_who_is_missing(rosenau):
    politics = rosenau.read(invitees, Wanted(frozenset({Sector.POLITICS})), rosenau.today, DE)
    balance = rosenau.read(balance_of, [one.id for one in politics], rosenau.today, "de")
    counts = {one.corner: one.total for one in balance.corners}
    assert counts[Corner.POLITICS] == len(politics)
    assert balance.without_office == 0
    alone = rosenau.read(balance_of, [politics[0].id], rosenau.today, "de")
    assert Corner.ADMINISTRATION in alone.missing


def test_the_balance_of_a_visit_counts_whoever_comes(rosenau):
    visit = rosenau.read(visit_ids, "coming", locale=DE, today=rosenau.today)[0]
    balance = rosenau.read(balance_of_visit, visit, rosenau.today, "de")
    assert balance.people > balance.without_office > 0
    assert any(one.theirs for one in balance.corners)


def test_the_invitation_list_has_address_and_salutation(rosenau):
    rows = table(rosenau, "invitation-list", language="de", sectors="politics,administration").rows
    roche = next(row for row in rows if row[1] == "Élisabeth de La Roche")
    assert roche[2] == "Bürgermeisterin"
    assert roche[9] == "Madame la Maire,"
    assert roche[5] == "1 place de la Mairie"
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    text = squeezed(text_of(paper(rosenau, "invitation-list", language="de", second="fr").pdf))
    assert squeezed("Bürgermeisterin · maire") in text


def test_the_invitation_list_of_chosen_people_and_by_filter(rosenau):
    found = table(rosenau, "invitation-list", language="de", filter="stadt rosenau").rows
    assert {row[1] for row in found} >= {"Henning Krüger", "Peter Ullmann"}
    assert all("Stadt" in row[3] for row in found)
    chosen = rosenau.read(invitees, Wanted(functions=frozenset({Function.MAYOR})), rosenau.today, DE)
    ids = tuple(one.id for one in reversed(chosen))
    again = table(rosenau, "invitation-list", language="de", people=ids).rows
    assert [row[1] for row in again] == called(chosen)


def test_the_paper_of_both_sides_says_where_nobody_is(rosenau, montclair):
    rows = table(rosenau, "opposites", language="de", twinning=bond(rosenau, montclair)).rows
    mayors = next(row for row in rows if row[1] == "Bürgermeister/in")
    assert mayors[4:] == ["Henning Krüger", "Élisabeth de La Roche"]
    past = table(rosenau, "opposites", language="de", twinning=bond(rosenau, montclair), on="2010-12-31").rows
    assert "Jacques Barbier" in {row[5] for row in past}
    everything = text_of(paper(rosenau, "opposites", language="de", twinning=bond(rosenau, montclair)).pdf)
    assert "Thomas Weber" in everything


def test_who_is_who_has_those_who_stand_for_the_country_and_figures_with_source(rosenau, montclair):
    made = bond(rosenau, montclair)
    names = {row[2] for row in table(rosenau, "who-is-who", language="de", twinning=made).rows}
    assert {"Französisches Generalkonsulat Neuenau", "Mairie de Montclair-sur-Loire"} <= names
    assert "Deutsch-Französische Handelskammer Neuenau" in names
    assert not {"Stadt Rosenau", "Gewerbeverein Rosenau"} & names
    assert "Urząd Miejski w Lipowcu" not in names
    text = squeezed(text_of(paper(rosenau, "who-is-who", language="de", second="fr", twinning=made).pdf))
    for words in ("20 400", "Statistisches Amt (Beispiel)", "Frankreich · France"):
        assert squeezed(words) in text
    plain = text_of(paper(rosenau, "who-is-who", language="de", twinning=made, figures="no").pdf)
    # Without a twinning it is about the countries of all of them, and so are those who stand opposite.
    assert names < {row[2] for row in table(rosenau, "who-is-who", language="de").rows}
    assert {"Lipowitz", "Montclair an der Loire"} <= {
        row[3] for row in table(rosenau, "opposites", language="de").rows
    }
    assert "Statistisches Amt" not in plain
