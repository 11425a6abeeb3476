# SPDX-License-Identifier: GPL-3.0-or-later
"""What looks odd is asked about, until somebody says that it is right."""

from datetime import date

import pytest

from hospes.actions.addresses import ChangeAddress
from hospes.actions.members import EditMembership
from hospes.actions.offices import AddOffice, EditOffice
from hospes.actions.people import EditPerson
from hospes.actions.reach import AddContactPoint
from hospes.domain.addresses import PostalAddress
from hospes.domain.codes import ContactKind
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.doubts import doubts
from hospes.queries.member_history import memberships_of
from tests import make

EN = Locale.of("en")


@pytest.fixture
def app(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    yield app
    app.close()


@pytest.fixture
def anna(app):
    return make.person(app, birth=RoughDate(1971), joined=RoughDate(2000))


def asked(app, *people):
    return {doubt.code: EN.message(doubt.message) for doubt in app.read(doubts, people or None, make.TODAY)}


def test_nothing_odd_about_most_people(app, anna):
    assert asked(app, anna) == asked(app) == {}


def test_odd_values_are_kept_and_asked_about(app, anna):
    app.run(EditPerson(anna, {"birth": RoughDate(1899)}))
    app.run(AddContactPoint("person", anna, ContactKind.PHONE, "12"))
    app.run(
        ChangeAddress(
            "person", anna, PostalAddress(street="A 1", postcode="75000 P", town="Paris", country="FR")
        )
    )
    found = asked(app, anna)
    assert found["odd-birth"] == "That would be 127 years old. Is the year right?"
    assert "12" in found["odd-phone"]
    assert "France" in found["odd-postcode"]
    assert asked(app) == found


def test_an_end_before_the_beginning(app, anna):
    membership = app.read(memberships_of, anna, make.TODAY, "en")[0].id
    app.run(EditMembership(membership, {"left_on": date(1999, 1, 1)}))
    own = app.read(association).id
    office = app.run(AddOffice(anna, own, valid_from=RoughDate(2020))).result
    app.run(EditOffice(office, {"valid_to": RoughDate(2019)}))
    tables = {doubt.table for doubt in app.read(doubts, [anna], make.TODAY) if doubt.code == "odd-end"}
    assert tables == {"membership", "office"}


def test_a_membership_before_the_birth(app, anna):
    app.run(EditPerson(anna, {"birth": RoughDate(2005)}))
    assert set(asked(app, anna)) == {"odd-joined"}


def test_it_is_right_holds_for_that_value(app, anna):
    app.run(EditPerson(anna, {"birth": RoughDate(1899)}))
    (doubt,) = app.read(doubts, [anna], make.TODAY)
    app.accept_doubt(doubt.row_id, doubt.code, doubt.value, doubt.person_id)
    assert asked(app, anna) == {}
    app.run(EditPerson(anna, {"birth": RoughDate(1890)}))
    assert set(asked(app, anna)) == {"odd-birth"}


def test_others_are_not_asked_about(app, anna):
    other = make.person(app, "Jan", "Anders", birth=RoughDate(1899))
    assert asked(app, anna) == {}
    assert set(asked(app, other)) == {"odd-birth"}
