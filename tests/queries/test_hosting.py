# SPDX-License-Identifier: GPL-3.0-or-later
"""The case of the matching and the board, read from the example: who needs a bed, who offers which."""

from datetime import date

import pytest

from hospes.app import App
from hospes.domain.codes_visit import BedWish, GroupRule, OfferState
from hospes.domain.matching.solve import solve
from tests import hosting, make
from tests.hosting import UNPLACED, guest, home

NIGHTS = tuple(date(2026, 5, day) for day in (13, 14, 15, 16))


@pytest.fixture(scope="module")
def app(example_once):
    app = App.open(example_once, make.WHO, read_only=True)
    yield app
    app.close()


@pytest.fixture(scope="module")
def visit(app):
    return hosting.ascension(app)


@pytest.fixture(scope="module")
def case(app, visit):
    return hosting.case_of(app, visit)


@pytest.fixture(scope="module")
def board(app, visit):
    return hosting.board_of(app, visit)


def named(case, name):
    return next(one for one in case.guests if one.name == name)


def test_the_board_counts_29_of_34_placed_and_8_beds_free_in_21_homes(board):
    counts = board.counts
    assert (counts.guests, counts.placed, counts.without) == (34, 29, 5)
    assert (counts.beds_free, counts.homes) == (8, 21)
    assert [card.name for card in board.guests if not card.placed] == UNPLACED
    assert board.strays == ()


def test_a_guest_comes_with_everything_that_matters(case):
    claire, manon = named(case, "Claire Dubois"), named(case, "Manon Dubois")
    assert (claire.age, claire.minor, claire.given) == (58, False, "Claire")
    assert claire.animal_allergies == {"cat"}
    assert claire.languages == {"fr": 4, "de": 2, "en": 2}
    assert "choir singing" in claire.interests
    assert claire.nights == set(NIGHTS)
    assert (manon.age, manon.minor, manon.guardians) == (16, True, {claire.key})
    assert manon.group == claire.group
    assert manon.household == claire.household
    assert [group.rule for group in case.groups if group.key == claire.group] == [GroupRule.SAME_ROOM]
    petit = named(case, "Gérard Petit")
    assert (petit.step_free, petit.max_stairs) == (True, 0)
    assert named(case, "Sylvie Moreau").diets == {"vegetarian"}
    assert named(case, "Michel Lefèvre").bed is BedWish.DOUBLE_SHARED
    assert named(case, "Marc Simon").nights == set(NIGHTS[1:])


def test_a_minor_without_guardian_comes_with_the_consent(case):
    paul = named(case, "Paul Girard")
    assert (paul.minor, paul.guardians, paul.consent) == (True, frozenset(), True)


def test_a_home_comes_with_its_people_beds_and_what_it_said(case):
    nowak = next(host for host in case.hosts if host.name == "Nowak")
    assert [(person.name, person.age) for person in nowak.people] == [
        ("Barbara Nowak", 54), ("Piotr Nowak", 56), ("Ola Nowak", 15),
    ]  # fmt: skip
    assert nowak.people[0].languages["fr"] == 3
    assert [bed.places for bed in nowak.beds] == [1, 1]
    assert len({bed.room for bed in nowak.beds}) == 1
    assert (nowak.cats, nowak.dogs, nowak.stairs, nowak.car_seats) == (False, False, 8, 4)
    assert (nowak.minors_ok, nowak.checked, nowak.distance_m) == (True, True, 2400)
    assert nowak.state is OfferState.YES


def test_earlier_visits_are_remembered_either_way_round(app, case):
    names = {one.key: one.name for one in (*case.guests, *case.hosts)}
    past = {(names[one.guest], names[one.host], one.year, one.turned) for one in case.past}
    assert ("Michel Lefèvre", "Hoffmann", 2010, False) in past
    assert ("Jean-Luc Martin", "Fischer", 2019, False) in past
    assert any(turned for *_, turned in past)
    assert all(year < 2026 for _, _, year, _ in past)


def test_a_board_of_any_size_takes_few_statements(app, visit, max_sql):
    with max_sql(app, 26):
        hosting.board_of(app, visit)


def test_cards_say_what_a_guest_needs_and_a_home_has(board):
    claire = guest(board, "Claire Dubois")
    assert [need.kind.value for need in claire.needs] == ["together", "allergy", "smoke", "ride"]
    assert [board.guest(one).name for one in claire.companions] == ["Manon Dubois"]
    assert all(need.private for need in claire.needs if need.kind.value == "allergy")
    baumann = home(board, "Baumann")
    assert [board.guest(one).name for one in baumann.guests] == ["Anne Leroy"]
    assert {"cats", "car", "cooks"} <= {trait.kind.value for trait in baumann.traits}
    assert baumann.ours
    assert not claire.ours


def test_slots_show_who_lies_where_and_which_nights_are_free(board):
    weber = home(board, "Weber")
    first, second = weber.slots
    assert [board.guest(one.guest_id).name for one in first.sleepers] == ["Marc Simon"]
    assert (second.sleepers, second.free) == ((), NIGHTS[1:])
    assert weber.missing_nights == NIGHTS[:1]
    fischer = home(board, "Fischer")
    assert len(fischer.slots) == 2  # a double bed for both
    assert {slot.bed_id for slot in fischer.slots} == {fischer.slots[0].bed_id}
    assert all(slot.sleepers for slot in fischer.slots)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_facts_give_the_same_plan_whatever_ids_and_order_the_rows_have(
    app, visit, case, example_once, tmp_path, seed
):
    other = App.open(hosting.stirred(example_once, tmp_path / "b.hospes", seed), make.WHO, read_only=True)
    theirs = hosting.case_of(other, hosting.ascension(other))
    other.close()
    assert [one.key for one in theirs.guests] != [one.key for one in case.guests]
    assert [one.name for one in theirs.guests] == [one.name for one in case.guests]
    assert [one.name for one in theirs.hosts] == [one.name for one in case.hosts]
    plan, their_plan = solve(case, replan=True), solve(theirs, replan=True)
    assert plan.optimal
    assert (plan.score, plan.bound) == (their_plan.score, their_plan.bound)
    assert hosting.who_with_whom(case, plan) == hosting.who_with_whom(theirs, their_plan)
