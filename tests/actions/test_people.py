# SPDX-License-Identifier: GPL-3.0-or-later
"""What acts on people mean: edits and lost updates, death, joining, leaving, moving, addresses.

Of the test catalogue: T8.1.
"""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from hospes.actions.addresses import ChangeAddress
from hospes.actions.households import EditHousehold, MoveOut, SetHosting
from hospes.actions.members import (
    AddPeople,
    BecomeMembers,
    ChangeClass,
    EditMembership,
    HasLeft,
    NewPerson,
)
from hospes.actions.people import EditPerson, HasDied
from hospes.actions.reach import AddContactPoint, EditContactPoint
from hospes.domain.addresses import PostalAddress
from hospes.domain.codes import ContactKind, DuesState, LeavingReason, MandateState, Relation
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.filters import read_filter
from hospes.queries.member_history import memberships_of
from hospes.queries.members import CHIPS, count_members, member_ids, member_rows
from hospes.queries.people import addresses_of, household_of, person, reaches_of
from hospes.store.tables.members import Mandate
from tests import make

DE = Locale.of("de")
DAY = make.TODAY


def rows(app, *ids, today=DAY):
    return app.read(member_rows, list(ids), locale=DE, today=today)


def ids(app, text="", today=DAY):
    return app.read(member_ids, read_filter(text), locale=DE, today=today)


def membership(app, person_id, today=DAY):
    return app.read(memberships_of, person_id, today, "de")[0]


# ---- editing -----------------------------------------------------------------------------------------------


def test_a_lost_update_is_refused_with_both_values(app, world):
    seen = app.read(person, world.barbara).version
    app.run(EditPerson(world.barbara, {"profession": "librarian"}, seen=seen))
    with pytest.raises(UserError) as refused:
        app.run(EditPerson(world.barbara, {"profession": "teacher"}, seen=seen))
    assert refused.value.code == "changed-meanwhile"
    assert (refused.value.mine, refused.value.theirs) == ("teacher", "librarian")
    assert "librarian" in Locale.of("en").message(refused.value)
    assert app.read(person, world.barbara).profession == "librarian"


def test_two_people_may_edit_different_fields(app, world):
    seen = app.read(person, world.barbara).version
    app.run(EditPerson(world.barbara, {"profession": "librarian"}, seen=seen))
    app.run(EditPerson(world.barbara, {"birth_place": "Łódź"}, seen=seen))
    found = app.read(person, world.barbara)
    assert (found.profession, found.birth_place) == ("librarian", "Łódź")


def test_typing_the_same_as_the_other_is_no_conflict(app, world):
    seen = app.read(person, world.barbara).version
    app.run(EditPerson(world.barbara, {"profession": "librarian"}, seen=seen))
    assert app.run(EditPerson(world.barbara, {"profession": "librarian"}, seen=seen)).step_id is None


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"given": " ", "surname": ""}, "surname"),
        ({"birth": RoughDate(2030)}, "birth"),
        ({"died": RoughDate(2026, 4, 28)}, "died"),
        ({"country": "Germany"}, "country"),
    ],
)
def test_what_cannot_be_used_is_refused_and_the_old_value_stays(app, world, values, field):
    before = make.snapshot(app)
    with pytest.raises(FieldProblem) as refused:
        app.run(EditPerson(world.barbara, values))
    assert refused.value.field == field
    assert make.snapshot(app) == before


def test_fields_that_are_not_for_editing_are_a_fault_of_the_program(app, world):
    with pytest.raises(ValueError, match="merged_into"):
        app.run(EditPerson(world.barbara, {"merged_into": world.piotr}))


def test_texts_lose_the_blanks_around_them(app, world):
    app.run(EditPerson(world.barbara, {"profession": "  librarian "}))
    assert app.read(person, world.barbara).profession == "librarian"


# ---- ways to reach -----------------------------------------------------------------------------------


def test_phones_are_kept_as_typed_and_as_digits(app, world):
    app.run(AddContactPoint("person", world.piotr, ContactKind.PHONE, " 06182 / 99 00 11 "))
    found = app.read(reaches_of, DAY, person_id=world.piotr)
    added = next(point for point in found if "99" in point.value)
    assert (added.value, added.e164) == ("06182 / 99 00 11", "+496182990011")


def test_a_strange_number_is_kept_but_a_strange_email_is_not(app, world):
    app.run(AddContactPoint("person", world.piotr, ContactKind.PHONE, "ask the neighbour"))
    with pytest.raises(FieldProblem):
        app.run(EditContactPoint(world.email, {"value": "barbara.nowak@posteo"}))
    found = app.read(reaches_of, DAY, person_id=world.barbara)
    assert "barbara@nowak.example" in {point.value for point in found}


# ---- joining -----------------------------------------------------------------------------------------


def test_one_form_takes_a_whole_household(app, world):
    new = app.run(
        AddPeople(
            (
                NewPerson("Maja", "Zając"),
                NewPerson("Jan", "Zając", relation=Relation.HUSBAND),
                NewPerson("Iga", "Zając", birth=RoughDate(2015), member=False, relation=Relation.DAUGHTER),
            ),
            street="Neu 1",
            postcode="63512",
            town="Rosenau",
            phone="06182 1234",
        )
    ).result
    assert len(new.numbers) == 2
    assert int(new.numbers[1]) == int(new.numbers[0]) + 1
    home = app.read(household_of, new.people[1], DAY)
    assert [(one.name.given, one.relation) for one in home.people] == [
        ("Maja", Relation.HEAD), ("Jan", Relation.HUSBAND), ("Iga", Relation.DAUGHTER),
    ]  # fmt: skip
    (address,) = app.read(addresses_of, DAY, person_id=new.people[2])
    assert (address.shared, address.street) == (True, "Neu 1")
    maja, jan = rows(app, *new.people[:2])
    assert maja.class_name == jan.class_name == "Paar"
    assert maja.phone.shared
    assert membership(app, new.people[0]).payer_household_id == new.household
    assert new.people[2] not in ids(app)


def test_numbers_in_use_are_passed_over(app, world):
    next_free = int(rows(app, make.person(app))[0].number) + 1
    app.run(EditMembership(world.membership, {"number": str(next_free)}))
    assert rows(app, make.person(app, "Ewa"))[0].number == str(next_free + 1)


def test_a_number_belongs_to_one_member(app, world):
    other = rows(app, world.dieter)[0].number
    with pytest.raises(FieldProblem):
        app.run(EditMembership(world.membership, {"number": other}))


def test_a_form_says_everything_that_is_wrong_at_once(app, world):
    before = make.snapshot(app)
    with pytest.raises(FormProblems) as refused:
        app.run(
            AddPeople(
                (NewPerson("", ""), NewPerson("Jan", "Z", email="jan@z", birth=RoughDate(2030))),
                country="Poland",
            )
        )
    assert {one.field for one in refused.value.problems} == {"surname.0", "birth.1", "email.1", "country"}
    assert make.snapshot(app) == before


# ---- leaving, coming back, classes --------------------------------------------------------------------


def test_leaving_is_not_deleting(app, world):
    app.run(HasLeft((world.barbara,), DAY))
    assert world.barbara not in ids(app)
    assert world.barbara in ids(app, "member:former")
    row = rows(app, world.barbara)[0]
    assert (row.left_on, row.is_member, row.dues) == (DAY, False, DuesState.PART)
    assert row.offices == ()
    assert membership(app, world.barbara).left_reason == LeavingReason.RESIGNED
    with pytest.raises(UserError) as refused:
        app.run(HasLeft((world.barbara,)))
    assert refused.value.code == "not-a-member"


def test_leaving_at_the_end_of_the_year_keeps_the_member_until_then(app, world):
    last = date(2027, 1, 1)
    app.run(HasLeft((world.dieter,), last))
    assert world.dieter in ids(app)
    assert world.dieter in ids(app, today=last - timedelta(days=1))
    assert world.dieter not in ids(app, today=last)


def test_coming_back_gives_the_old_number(app, world):
    number = rows(app, world.dieter)[0].number
    app.run(HasLeft((world.dieter,)))
    app.run(BecomeMembers((world.dieter,), RoughDate(2026, 5, 1)))
    row = rows(app, world.dieter)[0]
    assert (row.number, row.since, row.is_member) == (number, RoughDate(2026, 5, 1), True)
    assert len(app.read(memberships_of, world.dieter, DAY, "de")) == 2
    with pytest.raises(UserError):
        app.run(BecomeMembers((world.dieter,)))


def test_another_class_from_a_day_on(app, world):
    day = date(2026, 7, 1)
    app.run(ChangeClass(world.membership, world.classes["single"], day))
    found = membership(app, world.barbara)
    assert found.class_on(day).class_name == "Einzelmitglied"
    assert found.class_on(day - timedelta(days=1)).class_name == "Paar"
    assert found.payer_household_id is None


def test_a_wrong_class_is_corrected_without_a_trace_in_the_classes(app, world):
    app.run(ChangeClass(world.membership, world.classes["single"]))
    assert [one.class_name for one in membership(app, world.barbara).periods] == ["Einzelmitglied"]


# ---- death -------------------------------------------------------------------------------------------


def test_death_stops_all_post_and_keeps_history(app, world):
    app.run(HasDied(world.barbara, RoughDate(2026, 4, 20)))
    found = app.read(person, world.barbara)
    assert (found.deceased, found.died, found.age_on(DAY)) == (True, RoughDate(2026, 4, 20), 54)
    assert world.barbara not in ids(app)
    assert world.barbara in ids(app, "member:former")
    kept = make.snapshot(app)
    assert "household_text" not in kept
    assert all(
        row["valid_to"] == "2026-04-20"
        for row in kept["office"].values()
        if row["organisation_id"] == world.own.hex
    )
    query = select(Mandate.state)
    assert app.read(lambda connection: connection.execute(query).scalar()) == MandateState.ENDED
    home = app.read(household_of, world.piotr, DAY)
    assert [one.name.given for one in home.people if one.lives_here(DAY)] == ["Piotr", "Ola"]
    assert make.snapshot(app)["payment"]


def test_a_household_of_nobody_left_no_longer_hosts(app, world):
    lonely = app.run(AddPeople((NewPerson("Eva", "Alt"),), town="Rosenau", can_host=True)).result
    app.run(HasDied(lonely.people[0]))
    assert lonely.people[0] not in ids(app, "host:yes")
    assert [row["can_host"] for row in make.snapshot(app)["hosting"].values()] == [1, 0]


def test_nobody_dies_tomorrow(app, world):
    with pytest.raises(FieldProblem):
        app.run(HasDied(world.barbara, RoughDate(2026, 4, 28)))


# ---- households and addresses ------------------------------------------------------------------------


def test_an_address_is_changed_once_for_all(app, world):
    app.run(ChangeAddress("person", world.barbara, PostalAddress(street="Neu 1", town="Rosenau")))
    for one in (world.barbara, world.piotr, world.ola):
        assert [a.street for a in app.read(addresses_of, DAY, person_id=one)] == ["Neu 1"]


def test_or_for_one_of_them_only(app, world):
    only = ChangeAddress(
        "person", world.ola, PostalAddress(street="Studentenheim", town="Gießen"), only_this=True
    )
    app.run(only)
    assert app.read(addresses_of, DAY, person_id=world.ola)[0].town == "Gießen"
    assert rows(app, world.ola)[0].place == "Gießen"
    assert rows(app, world.barbara)[0].place == "Rosenau"
    app.run(ChangeAddress("person", world.ola, PostalAddress()))
    assert rows(app, world.ola)[0].place == "Rosenau"


def test_who_moves_has_the_old_address_until_the_day_before(app, world):
    day = date(2026, 6, 1)
    app.run(ChangeAddress("household", world.home, PostalAddress(street="Neu 1", town="Hanau"), moved_on=day))
    assert rows(app, world.barbara)[0].place == "Rosenau"
    assert rows(app, world.barbara, today=day)[0].place == "Hanau"
    assert len(app.read(addresses_of, day, household_id=world.home)) == 2


def test_the_shared_address_is_not_taken_out_for_one(app, world):
    with pytest.raises(UserError) as refused:
        app.run(ChangeAddress("person", world.ola, PostalAddress()))
    assert refused.value.code == "address-shared"


def test_moving_out_makes_a_household_and_ends_the_old_one(app, world):
    day = date(2026, 6, 1)
    new = app.run(
        MoveOut(
            world.piotr, day, "Neu 1", town="Hanau", others=(world.ola,), class_id=world.classes["single"]
        )
    ).result
    home = app.read(household_of, world.piotr, day)
    assert home.id == new
    assert [one.name.given for one in home.people] == ["Piotr", "Ola"]
    assert app.read(household_of, world.piotr, DAY).id == world.home
    assert rows(app, world.ola, today=day)[0].place == "Hanau"
    found = membership(app, world.piotr)
    assert found.class_on(day).class_name == "Einzelmitglied"
    assert found.payer_household_id is None


def test_households_have_a_name(app, world):
    with pytest.raises(FieldProblem):
        app.run(EditHousehold(world.home, {"name": "  "}))


def test_hosting_facts_not_named_stay(app, world):
    app.run(SetHosting(world.home, {"cats": False}))
    app.run(SetHosting(world.home, {"dogs": True}))
    (row,) = make.snapshot(app)["hosting"].values()
    assert (row["cats"], row["dogs"], row["smoking"], row["can_host"]) == (0, 1, None, 1)
    with pytest.raises(FieldProblem):
        app.run(SetHosting(world.home, {"max_guests": -1}))


def test_counts_of_the_chips(app, world):
    counts = {name: app.read(count_members, chip, today=DAY) for name, chip in CHIPS.items()}
    assert {name: (one.people, one.households) for name, one in counts.items()} == {
        "everyone": (3, 2),
        "dues_open": (2, 2),
        "can_host": (2, 1),
        "committee": (1, 1),
        "former": (0, 0),
    }
