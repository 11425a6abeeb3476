# SPDX-License-Identifier: GPL-3.0-or-later
"""What twinnings, their papers, places and themes refuse, and what they do by themselves."""

from datetime import date

import pytest
from sqlalchemy import select

from hospes.actions.agreements import AddAgreement, DeleteAgreement, EditAgreement
from hospes.actions.partnerships import AddPartnership, EditPartnership, NewParty
from hospes.actions.partnerships_aims import AddAim, SetAimText
from hospes.actions.partnerships_parties import AddParty, JoinGroup, LeaveGroup, RemoveParty
from hospes.actions.partnerships_story import AddMotive, AddPhase, EditPhase
from hospes.actions.territories import (
    AddSuccession,
    AddTerritory,
    DeleteTerritory,
    EditTerritory,
    SetTerritoryName,
)
from hospes.actions.themes import AddTheme, DeleteTheme, MoveTheme, NameTheme
from hospes.domain.codes_twinning import AgreementType, Motive, SuccessionKind
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.domain.values import RoughDate
from hospes.queries.agreements import papers_of
from hospes.queries.partnerships import parties_of_bonds
from hospes.queries.partnerships_page import all_theme_rows, groups_to_choose
from hospes.queries.territories import place_page
from hospes.store.tables.partnerships import PartnershipPhase
from tests.actions.samples_twinnings import bond_of


def refused(app, action, code=None):
    with pytest.raises(UserError) as found:
        app.run(action)
    if code is not None:
        assert found.value.code == code
    return found.value


def test_a_twinning_needs_two_different_parties(app, world):
    assert isinstance(refused(app, AddPartnership((NewParty(world.home_town),))), FormProblems)
    twice = AddPartnership((NewParty(world.home_town), NewParty(world.home_town)))
    assert isinstance(refused(app, twice), FieldProblem)


def test_sides_follow_from_where_a_party_lies(app, world):
    bond = app.run(AddPartnership((NewParty(world.partner_town), NewParty(organisation_id=world.own)))).result
    parties = app.read(parties_of_bonds, [bond], "de")[bond]
    assert [party.is_ours for party in parties] == [True, False]
    assert [party.is_place for party in parties] == [False, True]


def test_a_new_town_comes_with_its_country_and_zone(app, world):
    bond = app.run(
        AddPartnership((NewParty(world.home_town), NewParty(name=" Lipowiec ", country="pl")))
    ).result
    party = app.read(parties_of_bonds, [bond], "de")[bond][1]
    page = app.read(place_page, party.ref, "de")
    assert (page.name, page.country, page.zone) == ("Lipowiec", "PL", "Europe/Warsaw")


def test_two_parties_stay(app, world):
    bond = bond_of(app, world)
    party = app.read(parties_of_bonds, [bond], "de")[bond][0]
    refused(app, RemoveParty(party.id), "two-parties")
    refused(app, AddParty(bond, NewParty(world.home_town)))


def test_the_end_lies_behind_the_beginning(app, world):
    bond = bond_of(app, world)
    app.run(EditPartnership(bond, {"since": RoughDate(1974)}))
    assert refused(app, EditPartnership(bond, {"until": RoughDate(1970)})).field == "until"
    assert refused(app, AddMotive(bond, Motive.CLA_PEA, RoughDate(1990), RoughDate(1980))).field == "last"


def test_nothing_belongs_to_itself(app, world):
    bond = bond_of(app, world)
    parties = (NewParty(world.home_town), NewParty(name="Lipowiec"))
    child = app.run(AddPartnership(parties, parent_id=bond)).result
    assert refused(app, EditPartnership(bond, {"parent_id": child})).field == "parent_id"


def test_a_group_goes_with_its_last_twinning(app, world):
    bond = bond_of(app, world)
    group = app.run(JoinGroup(bond, name="Dreieck")).result
    assert app.read(groups_to_choose) == ((group, "Dreieck"),)
    app.run(LeaveGroup(bond, group))
    assert app.read(groups_to_choose) == ()
    app.undo()
    assert app.read(groups_to_choose) == ((group, "Dreieck"),)


def test_an_aim_keeps_a_sentence(app, world):
    aim = app.run(AddAim(bond_of(app, world), {"de": "Schüler fahren hin."})).result
    assert refused(app, SetAimText(aim, "de", " ")).field == "text"
    app.run(SetAimText(aim, "fr", "Les élèves y vont."))
    app.run(SetAimText(aim, "de", ""))


def test_what_followed_closes_up(app, world):
    bond = bond_of(app, world)
    first = app.run(AddAgreement(bond, AgreementType.CHARTER)).result
    second = app.run(AddAgreement(bond, AgreementType.RENEWAL, predecessor_id=first)).result
    third = app.run(AddAgreement(bond, AgreementType.RENEWAL, predecessor_id=second)).result
    assert refused(app, EditAgreement(first, {"predecessor_id": third})).field == "predecessor_id"
    app.run(DeleteAgreement(second))
    [chain] = app.read(papers_of, bond).chains
    assert [one.id for one in chain] == [first, third]


def test_a_chain_stays_within_a_twinning(app, world):
    parties = (NewParty(world.home_town), NewParty(name="Lipowiec"))
    other = app.run(AddPartnership(parties)).result
    there = app.run(AddAgreement(other, AgreementType.CHARTER)).result
    here = AddAgreement(bond_of(app, world), AgreementType.RENEWAL, predecessor_id=there)
    assert refused(app, here).field == "predecessor_id"


def test_themes_have_two_levels(app, world):
    area = app.run(AddTheme({"de": "Kultur"})).result
    topic = app.run(AddTheme({"de": "Musik"}, area)).result
    refused(app, AddTheme({"de": "Chor"}, topic), "two-levels")
    refused(app, MoveTheme(area, app.run(AddTheme({"de": "Jugend"})).result), "two-levels")
    assert refused(app, NameTheme(topic, "de", "")).field == "name"
    app.run(DeleteTheme(area))
    left = {one.id: one for one in app.read(all_theme_rows)}
    assert left[topic].parent_id is None


def test_an_old_place_is_closed_and_rings_are_refused(app, world):
    old = app.run(AddTerritory("Altstadt", country="DE")).result
    app.run(AddSuccession(old, world.home_town, SuccessionKind.MERGED, date(1972, 1, 1)))
    assert app.read(place_page, old, "de").span.last == date(1971, 12, 31)
    back = AddSuccession(world.home_town, old, SuccessionKind.RENAMED, date(1980, 1, 1))
    assert refused(app, back).field == "after_id"
    refused(app, AddSuccession(old, old, SuccessionKind.RENAMED, date(1980, 1, 1)))


def test_a_place_in_use_stays(app, world):
    refused(app, DeleteTerritory(world.partner_town), "territory-used")
    refused(app, DeleteTerritory(world.home_town), "territory-used")
    free = app.run(AddTerritory("Nirgends")).result
    app.run(SetTerritoryName(free, "en", "Nowhere"))
    app.run(DeleteTerritory(free))
    with pytest.raises(UserError):
        app.read(place_page, free, "de")


def test_what_a_place_refuses(app, world):
    assert refused(app, EditTerritory(world.partner_town, {"zone": "Europe/Nowhere"})).field == "zone"
    assert (
        refused(app, EditTerritory(world.partner_town, {"parent_id": world.partner_town})).field
        == "parent_id"
    )
    days = SetTerritoryName(world.partner_town, "pl", "Monkler", date(2000, 1, 1), date(1990, 1, 1))
    assert refused(app, days).field == "valid_to"


def test_a_renamed_name_is_one_name(app, world):
    app.run(SetTerritoryName(world.partner_town, "pl", "Monkler"))
    [name] = app.read(place_page, world.partner_town, "pl").names
    app.run(SetTerritoryName(world.partner_town, "pl", "Montclair nad Loarą", id=name.id))
    page = app.read(place_page, world.partner_town, "pl")
    assert [one.name for one in page.names] == ["Montclair nad Loarą"]
    assert page.name == "Montclair nad Loarą"


def test_a_phase_ends_after_it_begins(app, world):
    bond = bond_of(app, world)
    assert refused(app, AddPhase(bond, {"de": " "})).field == "title"
    phase = app.run(AddPhase(bond, {"de": "Anfang"}, RoughDate(1974))).result
    assert refused(app, EditPhase(phase, {"last": RoughDate(1970)})).field == "last"
    assert app.read(lambda c: c.execute(select(PartnershipPhase.last)).scalar()) is None
