# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: people and organisations of both towns, and where a partner is missing."""

from sqlalchemy import select

from hospes.actions.organisations import AddOrganisation
from hospes.domain.codes import Function, OrganisationKind
from hospes.queries.actors import protocol
from hospes.queries.filters import EVERYONE
from hospes.queries.organisations import organisation, organisation_ids
from hospes.store.tables.visits import Participation
from tests.ui.pages.hands import write


def visit_people_of(connection, visit_id):
    query = select(Participation.person_id).where(Participation.visit_id == visit_id)
    return set(connection.scalars(query))


def test_people_are_listed_with_the_partner_town(at):
    at.go("contacts")
    model = at.find("contacts.table").model()
    told = " ".join(model.sentence(n) for n in range(model.rowCount()))
    assert "Dubois" in told
    assert "Markt" in told


def test_typing_narrows_the_list(at):
    at.go("contacts")
    at.find("contacts.words").setText("dub")
    at.settle()
    assert at.find("contacts.table").model().rowCount() == 1
    assert "1 person" in at.words()


def test_a_chosen_contact_stands_in_the_pane(at):
    at.go("contacts", id=at.world.guest.hex)
    at.settle()
    assert "Claire Dubois" in at.words("contacts.pane")


def test_a_new_organisation_is_added_and_chosen(at):
    at.go("contacts", view="organisations", new=True)
    at.find("organisation.form.name").setText("Chorverein Rosenau")
    at.click("organisation.form.add")
    assert "Chorverein Rosenau" in at.words("contacts.pane")
    assert "is added" in at.said()
    assert at.page.organisations.hasFocus(), "the form that had the keyboard is gone"


def test_an_organisation_needs_a_name(at):
    at.go("contacts", view="organisations", new=True)
    before = len(at.app.read(organisation_ids, EVERYONE, locale=at.desk.locale, today=at.app.today))
    at.click("organisation.form.add")
    after = len(at.app.read(organisation_ids, EVERYONE, locale=at.desk.locale, today=at.app.today))
    assert (before, at.there("organisation.form.name")) == (after, True)


def test_at_large_text_the_pane_comes_only_when_there_is_something_to_show(sit):
    at = sit(1366, 690, text_size=150)
    at.go("contacts")
    assert not at.there("contacts.pane")
    at.go("contacts", id=at.world.guest.hex)
    at.settle()
    assert at.there("contacts.pane")


def test_in_a_narrow_window_one_comes_back_to_the_list(sit):
    at = sit(900, 560, text_size=200)
    at.go("contacts", view="organisations", id=at.world.townhall.hex)
    at.settle()
    assert not at.there("contacts.organisations")
    at.click("contacts.back")
    assert at.there("contacts.organisations")


def test_an_invitation_list_is_put_on_a_visit_in_one_step(at):
    at.go("contacts", view="invite", target=f"visit:{at.world.visit.hex}", sectors=["administration"])
    assert "Jan Markt" in at.find("contacts.invite.table").model().sentence(0)
    at.click("contacts.invite.put")
    assert "1 person is put on the list" in at.said()
    people = at.app.read(visit_people_of, at.world.visit)
    assert at.world.mayor in people
    at.app.undo()
    assert at.world.mayor not in at.app.read(visit_people_of, at.world.visit)


def test_somebody_left_out_of_the_list_comes_back(at):
    at.go("contacts", view="invite")
    table = at.find("contacts.invite.table")
    table.choose(at.world.mayor)
    table.binned.emit([at.world.mayor])
    at.settle()
    assert table.model().rowCount() == 0
    at.click("contacts.invite.back")
    assert table.model().rowCount() == 1


def test_a_gap_leads_to_finding_a_partner_and_a_link_begins_with_both_sides(at):
    for name, town in (("Singkreis", at.world.home_town), ("Chorale", at.world.partner_town)):
        at.app.run(AddOrganisation(name, OrganisationKind.CHOIR, territory_id=town))
    at.go("contacts", view="opposite")
    at.settle()
    assert "Jan Markt" in at.words("contacts.opposite.rows")
    at.click("contacts.seek.town_hall")
    assert "Stadt Rosenau" in at.words("contacts.match.found")
    at.find("contacts.match.kind").choose("choir")
    at.page.match.reload()
    at.settle()
    for one in at.page.match.found:
        at.click(f"contacts.match.pick.{one.id.hex}")
    at.click("contacts.match.link")
    assert [box.text() for box in at.page.form.parties] == ["Singkreis", "Chorale"]
    assert at.page.form.type.code() == "institution"


def test_a_figure_needs_its_day_and_source(at):
    at.go("contacts", view="organisations", id=at.world.townhall.hex)
    at.settle()
    at.click("figures.organisation.add")
    at.find("figures.what").setText("Jobs")
    at.find("figures.value").setText("120")
    at.click("figures.doAdd")
    assert "A figure needs a source" in at.words("organisation.pane")
    at.find("figures.as_of").setText("2025")
    at.find("figures.source").setText("Annual report")
    at.click("figures.doAdd")
    assert "Annual report, as of 2025" in at.words("organisation.pane")
    at.click("organisation.names")
    write(at, "organisation.name.fr", "Mairie de Rosenau")
    assert at.app.read(organisation, at.world.townhall, "fr").texts["fr"][0] == "Mairie de Rosenau"


def test_the_order_of_protocol_is_the_associations_own(at):
    at.go("settings", section="protocol")
    table = at.find("settings.protocol.table")
    table.choose(Function.PRIEST)
    before = at.app.read(protocol).rank(Function.PRIEST)
    at.click("settings.protocol.up")
    assert at.app.read(protocol).rank(Function.PRIEST) == before - 1
    at.click("settings.protocol.common")
    assert not at.app.read(protocol).own
