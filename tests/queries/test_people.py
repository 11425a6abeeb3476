# SPDX-License-Identifier: GPL-3.0-or-later
"""One person, one household, organisations and contacts, as their pages show them."""

from datetime import date

import pytest

from hospes.actions.association import FoundAssociation
from hospes.domain.codes import Function, OrganisationKind, Relation, Sector
from hospes.domain.codes_visit import ParticipationKind
from hospes.domain.errors import UserError
from hospes.domain.names import display_name
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries import contacts, households, organisations, people, person_details
from hospes.queries.association import association, classes, owner_of_file, towns
from hospes.queries.filters import FilterProblem, Side, read_filter
from hospes.queries.member_history import memberships_of, visits_of
from hospes.queries.members import Order
from hospes.store.removal import remove
from hospes.store.tables.people import Person
from tests import make

DE = Locale.of("de")
DAY = make.TODAY


def test_a_person_who_is_gone_is_said_so(small):
    from uuid import UUID

    app, _ = small
    for read, arguments in (
        (people.person, ()),
        (households.household, (DAY,)),
        (organisations.organisation, ("de",)),
    ):
        with pytest.raises(UserError) as refused:
            app.read(read, UUID(int=7), *arguments)
        assert refused.value.code == "gone"


def test_the_head_of_a_page(small):
    app, world = small
    found = app.read(people.person, world.barbara)
    assert display_name(found.name) == "Barbara Nowak"
    assert (found.age_on(DAY), found.changed_by) == (54, "hannelore")


def test_a_household_with_its_people_letters_and_beds(small):
    app, world = small
    found = app.read(households.household, world.home, DAY)
    assert [(one.name.given, one.relation) for one in found.people] == [
        ("Barbara", Relation.HEAD),
        ("Piotr", Relation.HUSBAND),
        ("Ola", Relation.DAUGHTER),
    ]
    assert found.texts["de"].salutation == "Liebe Barbara, lieber Piotr,"
    assert (found.hosting.can_host, found.hosting.cats, found.hosting.places) == (True, None, 1)


def test_the_list_of_households(small):
    app, world = small
    ids = app.read(households.household_ids, locale=DE, today=DAY)
    rows = {row.name: row for row in app.read(households.household_rows, ids, today=DAY)}
    assert set(rows) == {"Kessler", "Nowak"}
    nowak = rows["Nowak"]
    assert (nowak.members, len(nowak.people), nowak.place, nowak.phone) == (2, 3, "Rosenau", "06182 44 17 09")
    assert (nowak.can_host, nowak.beds, nowak.open) == (True, 1, Money(1000))
    assert rows["Kessler"].open == Money(3500)
    everybody = app.read(households.household_ids, locale=DE, today=DAY, only_members=False)
    assert len(everybody) == 4
    hosts = app.read(households.household_ids, read_filter("host:yes"), locale=DE, today=DAY)
    assert hosts == [world.home]


def test_memberships_with_classes_in_the_readers_language(small):
    app, world = small
    (row,) = app.read(memberships_of, world.barbara, DAY, "fr")
    assert (row.number, row.current(DAY), row.class_on(DAY).class_name) == ("1", True, "Couple")
    assert app.read(memberships_of, world.guest, DAY, "fr") == ()


def test_visits_as_guest_and_as_host(small):
    app, world = small
    (guest,) = app.read(visits_of, world.guest, DAY, "fr")
    assert (guest.title, guest.kind, guest.household) == ("Himmelfahrt", ParticipationKind.GUEST, "Nowak")
    lines = app.read(visits_of, world.barbara, DAY, "de")
    host = next(line for line in lines if line.kind == ParticipationKind.HOST)
    assert {display_name(name) for name in host.with_whom} == {"Claire Dubois", "Barbara Novak"}


def test_what_hangs_on_a_person(small):
    app, world = small
    assert app.read(person_details.salutations, world.barbara) == {"de": "Liebe Barbara,"}
    assert [one.name for one in app.read(person_details.emergency_contacts, world.barbara)] == ["Ewa"]
    (note,) = app.read(person_details.health_notes, world.barbara)
    assert (note.subject, note.text) == ("cat", "Sneezes")
    (office,) = app.read(person_details.offices_of, organisation_id=world.townhall)
    assert (office.function, office.person_id) == (Function.MAYOR, world.mayor)
    assert app.read(people.reaches_of, DAY, household_id=world.home)[0].shared is False
    (address,) = app.read(people.addresses_of, DAY, organisation_id=world.townhall)
    assert (address.street, address.shared) == ("Am Markt 1", False)


def test_contacts_are_who_is_needed_and_no_member(small):
    app, world = small
    ids = app.read(contacts.contact_ids, locale=DE, today=DAY)
    assert set(ids) == {world.guest, world.double, world.mayor}  # not Ola, who lives with members
    rows = {row.id: row for row in app.read(contacts.contact_rows, ids, locale=DE, today=DAY)}
    mayor = rows[world.mayor]
    assert (mayor.organisation, mayor.sector, mayor.side) == (
        "Stadt Rosenau",
        Sector.ADMINISTRATION,
        Side.OURS,
    )
    assert rows[world.guest].side == Side.THEIRS
    assert app.read(contacts.chip_counts, today=DAY) == {
        "everyone": 3, "ours": 2, "theirs": 1, "politics": 1, "civil": 0, "education": 0,
    }  # fmt: skip
    for by in contacts.ORDERS:
        ordered = app.read(contacts.contact_ids, order=Order(by, descending=True), locale=DE, today=DAY)
        assert set(ordered) == set(ids)


def test_organisations_and_who_stands_opposite_whom(small):
    app, world = small
    ids = app.read(organisations.organisation_ids, locale=DE, today=DAY)
    (row,) = app.read(organisations.organisation_rows, ids, locale=DE, today=DAY)
    assert (row.name, row.kind, row.side) == ("Stadt Rosenau", OrganisationKind.TOWN_HALL, Side.OURS)
    assert [(one.person_id, one.function) for one in row.holders] == [(world.mayor, Function.MAYOR)]
    (pair,) = app.read(organisations.opposites, world.partner_town, locale=DE, today=DAY)
    assert (pair.kind, len(pair.ours), pair.theirs) == (OrganisationKind.TOWN_HALL, 1, ())
    for text, number in (
        ("side:ours", 1), ("side:theirs", 0), ("-side:theirs", 1), ("sector:administration", 1),
        ("kind:choir", 0), ("place:rosenau", 1), ("tag:choir", 0), ("stadt", 1),
    ):  # fmt: skip
        found = app.read(organisations.organisation_ids, read_filter(text), locale=DE, today=DAY)
        assert len(found) == number, text
    with pytest.raises(FilterProblem):
        app.read(organisations.organisation_ids, read_filter("age:>70"), locale=DE, today=DAY)


def test_the_page_of_an_organisation(small):
    app, world = small
    found = app.read(organisations.organisation, world.townhall, "de")
    assert (found.name, found.is_own, found.visits) == ("Stadt Rosenau", False, ())


def test_a_file_may_hold_two_associations(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    first = app.read(owner_of_file)
    second = app.run(FoundAssociation("Komitet", "Lipowiec", "PL", "pl")).result
    assert app.read(owner_of_file) == first
    assert app.read(association, second).currency == "PLN"
    assert {one.own_name for one in app.read(classes, "en", DAY, second)} >= {"Rodzina"}
    assert {one.name for one in app.read(towns, "de")} == {"Rosenau", "Montclair", "Lipowiec"}
    app.close()


def test_removing_takes_what_is_nothing_without_it(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    anna = make.person(app, email="anna@klos.example")
    assert make.do(app, lambda w: remove(w, Person, anna)) == 5
    assert "contact_point" not in make.snapshot(app)
    assert make.do(app, lambda w: remove(w, Person, anna)) == 0
    app.close()


def test_days_of_dated_facts(small):
    app, world = small
    link = app.read(people.household_of, world.barbara, DAY).people[0]
    assert link.lives_here(DAY)
    assert link.lives_here(date(1999, 1, 1))  # nobody said since when
