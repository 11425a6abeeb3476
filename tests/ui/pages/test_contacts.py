# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: people and organisations of both towns, and where a partner is missing."""

from hospes.queries.filters import EVERYONE
from hospes.queries.organisations import organisation_ids


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
