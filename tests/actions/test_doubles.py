# SPDX-License-Identifier: GPL-3.0-or-later
"""Merging doubles: everything of both remains, nothing twice, roles move without a clash."""

from datetime import date

import pytest
from sqlalchemy import select

from hospes.actions.doubles import MergePeople
from hospes.actions.members import HasLeft
from hospes.domain.codes import LanguageLevel
from hospes.domain.errors import UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.doubles import Reason, Typed, doubles, likely_pairs, side_by_side, two_people
from hospes.queries.dues import accounts
from hospes.queries.filters import read_filter
from hospes.queries.member_history import visits_of
from hospes.queries.members import member_ids, member_rows
from hospes.queries.people import current_id, person, reaches_of
from hospes.queries.person_details import languages_of, own_values, tags_of
from hospes.store.tables.members import Payment
from tests import make

DE = Locale.of("de")


def test_both_are_one_afterwards(app, world):
    app.run(MergePeople(world.barbara, world.double, {"surname": "Nowak"}))
    assert app.read(current_id, world.double) == world.barbara
    assert app.read(person, world.double).id == world.barbara
    ids = app.read(member_ids, read_filter("member:any"), locale=DE, today=make.TODAY)
    assert world.double not in ids
    languages = {one.language: one.level for one in app.read(languages_of, world.barbara)}
    assert languages == {"de": LanguageLevel.NATIVE, "fr": LanguageLevel.GOOD}
    assert [one.name for one in app.read(tags_of, "person", world.barbara)] == ["choir"]
    assert [one.value for one in app.read(own_values, world.barbara, "en")] == ["alto"]


def test_the_same_telephone_and_email_remain_once_and_others_beside(app, world):
    app.run(MergePeople(world.barbara, world.double))
    values = [
        one.value for one in app.read(reaches_of, make.TODAY, person_id=world.barbara) if not one.shared
    ]
    assert sorted(values) == ["06182 1", "barbara@nowak.example"]


def test_dues_of_one_year_become_one_and_no_payment_is_lost(app, world):
    app.run(MergePeople(world.barbara, world.double))
    query = select(Payment.person_id, Payment.minor).order_by(Payment.minor)
    paid = app.read(lambda connection: connection.execute(query).all())
    assert {row.person_id for row in paid} == {world.barbara}
    payer = Payer(PayerKind.PERSON, world.barbara)
    held = app.read(accounts, [payer], make.TODAY, Locale.of("en"))[payer]
    assert [(one.amount.minor, one.paid.minor, one.open) for one in held.lines] == [(1000, 1000, 0)]


def test_two_places_in_one_visit_become_one(app, world):
    app.run(MergePeople(world.barbara, world.double))
    kept = make.snapshot(app)
    people = [row["person_id"] for row in kept["participation"].values()]
    assert people.count(world.barbara.hex) == 1
    assert len(people) == 2
    nights = [(row["participation_id"], row["night"]) for row in kept["placement"].values()]
    assert len(nights) == len(set(nights)) == 4
    assert app.engine.problems() == []
    assert app.read(visits_of, world.barbara, make.TODAY, "de")


def test_two_running_memberships_become_one_with_the_earlier_day(app, world):
    app.run(MergePeople(world.barbara, world.dieter))
    (row,) = app.read(member_rows, [world.barbara], locale=DE, today=make.TODAY)
    assert (row.number, row.since) == ("1", RoughDate(1984))
    assert len(make.snapshot(app)["membership"]) == 2  # hers and Piotr's


def test_a_former_membership_remains_beside_the_present_one(app, world):
    app.run(HasLeft((world.dieter,), date(2020, 1, 1)))
    app.run(MergePeople(world.barbara, world.dieter))
    assert len(make.snapshot(app)["membership"]) == 3


def test_empty_fields_are_filled_and_decided_ones_taken(app, world):
    app.run(MergePeople(world.double, world.barbara, {"given": "Bärbel"}))
    found = app.read(person, world.double)
    assert (found.name.given, found.name.surname, found.birth) == ("Bärbel", "Novak", RoughDate(1971, 9, 3))


def test_a_person_is_not_merged_with_itself_or_twice(app, world):
    with pytest.raises(UserError):
        app.run(MergePeople(world.barbara, world.barbara))
    app.run(MergePeople(world.barbara, world.double))
    with pytest.raises(UserError) as refused:
        app.run(MergePeople(world.piotr, world.double))
    assert refused.value.code == "merged-already"


# ---- finding them ------------------------------------------------------------------------------------


def typed(app, **form):
    return app.read(doubles, Typed(**form), today=make.TODAY)


def test_a_name_like_one_in_the_file_is_told_while_typing(app, world):
    found = {one.id: one for one in typed(app, given="Barbara", surname="Nowak", place="Rosenau")}
    assert set(found) == {world.barbara, world.double}
    assert set(found[world.barbara].reasons) == {Reason.NAME, Reason.PLACE}
    assert (found[world.barbara].number, found[world.barbara].is_member) == ("1", True)
    assert typed(app, given="Wolfgang", surname="Zimmermann") == []
    assert typed(app, surname="Nowak") == []


def test_accents_and_order_do_not_matter(app, world):
    assert typed(app, given="nowak", surname="BARBARA")[0].id == world.barbara
    assert typed(app, given="Claire", surname="Dubóis")[0].id == world.guest


def test_another_birth_date_speaks_against_it(app, world):
    same = typed(app, given="Barbara", surname="Nowak", birth=RoughDate(1971, 9, 3))
    assert Reason.BIRTH in same[0].reasons
    other = typed(app, given="Barbara", surname="Nowak", birth=RoughDate(1999, 1, 1))
    assert world.barbara not in {one.id for one in other}


def test_an_email_in_common_is_told_without_a_name(app, world):
    found = {one.id for one in typed(app, emails=("Barbara@Nowak.example",))}
    assert {world.barbara, world.double} <= found


def test_merged_and_binned_people_are_not_told(app, world):
    app.run(MergePeople(world.barbara, world.double))
    assert {one.id for one in typed(app, given="Barbara", surname="Novak")} == {world.barbara}


def test_pairs_in_the_file_until_somebody_says_they_are_two(app, world):
    twin = make.person(app, "Barbara", "Nowak")
    (pair,) = app.read(likely_pairs, today=make.TODAY)
    assert {pair.first, pair.second} == {world.barbara, twin}
    app.accept_doubt(world.barbara, two_people(twin))
    assert app.read(likely_pairs, today=make.TODAY) == []


def test_side_by_side_shows_what_differs(app, world):
    pairs = {pair.name: pair for pair in app.read(side_by_side, world.barbara, world.double)}
    assert pairs["surname"].differs
    assert (pairs["surname"].first, pairs["surname"].second) == ("Nowak", "Novak")
    assert not pairs["given"].differs
    assert not pairs["birth"].differs  # one of them is empty
