# SPDX-License-Identifier: GPL-3.0-or-later
"""Placing guests on the example: what is refused, what it is called, one step for a whole plan."""

import shutil
from dataclasses import replace

import pytest

from hospes.actions.labels import step_words
from hospes.actions.offers import MakeOffers, SetOfferBeds, WithdrawOffer
from hospes.actions.placements import (
    ApplyPlan,
    LockPlacements,
    MoveGuests,
    MustBroken,
    PlaceGuests,
    SetBed,
    SetHostingRules,
    TakeOut,
    UnlockPlacements,
    stays_of,
)
from hospes.app import App
from hospes.domain.codes_visit import OfferState
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.matching.fit import conflicts
from hospes.domain.matching.solve import solve
from hospes.domain.matching.values import Criterion, Must, Rules
from hospes.queries.history import ids_of
from hospes.queries.hosting import hosting_rules
from hospes.queries.names import names
from tests import hosting, make
from tests.hosting import EN, guest, home


@pytest.fixture
def app(example_once, tmp_path):
    app = App.open(shutil.copy(example_once, tmp_path / "a.hospes"), make.WHO)
    yield app
    app.close()


@pytest.fixture
def visit(app):
    return hosting.ascension(app)


@pytest.fixture
def board(app, visit):
    return hosting.board_of(app, visit)


def undo_words(app):
    info = app.undo_step()
    named = app.read(names, ids_of(info.refs), "en")
    return step_words(EN, info.code, info.refs, {ref: one.text for ref, one in named.items()})


def place(app, visit, board, host, *people, action=PlaceGuests, **more):
    ids = tuple(guest(board, name).id for name in people)
    return app.run(action(visit, ids, home(board, host).id, board.case, **more))


def test_claire_and_manon_go_to_the_nowaks_and_undo_says_so(app, visit, board):
    before = make.snapshot(app)
    place(app, visit, board, "Nowak", "Claire Dubois", "Manon Dubois")
    after = hosting.board_of(app, visit)
    assert after.counts.without == 3
    assert [after.guest(one).given for one in home(after, "Nowak").guests] == ["Claire", "Manon"]
    assert undo_words(app) == "Place Claire and Manon Dubois with Nowak"
    app.undo()
    assert make.snapshot(app) == before


def test_a_must_is_not_broken_unseen(app, visit, board):
    before = make.snapshot(app)
    with pytest.raises(MustBroken) as refused:
        place(app, visit, board, "Baumann", "Claire Dubois")
    assert {term.code for term in refused.value.terms} >= {"animals.cat"}
    assert make.snapshot(app) == before
    place(app, visit, board, "Baumann", "Claire Dubois", reason="Takes her medicine")
    after = hosting.board_of(app, visit)
    claire = guest(after, "Claire Dubois")
    assert claire.placed
    (bedded,) = [
        one for slot in home(after, "Baumann").slots for one in slot.sleepers if one.guest_id == claire.id
    ]
    assert (bedded.excuse, bedded.by_hand) == ("Takes her medicine", True)
    assert claire.key not in {key for one in conflicts(after.case) for key in one.guests}


def test_a_reason_is_kept_only_where_it_was_needed(app, visit, board):
    place(app, visit, board, "Lindner", "Sylvie Moreau", reason="They know each other")
    after = hosting.board_of(app, visit)
    assert [one.excuse for slot in home(after, "Lindner").slots for one in slot.sleepers] == [""]


def test_the_conflict_is_cured_by_a_move_and_others_stay(app, visit, board):
    place(app, visit, board, "Lindner", "Anne Leroy", action=MoveGuests)
    after = hosting.board_of(app, visit)
    assert conflicts(after.case) == ()
    assert after.counts.placed == 29
    assert undo_words(app) == "Move Anne Leroy to Lindner"
    assert [guest(after, name).placed for name in hosting.UNPLACED] == [False] * 5


def test_only_some_nights_can_be_placed(app, visit, board):
    nights = home(board, "Weber").nights
    place(app, visit, board, "Weber", "Luc Fontaine", nights=nights, reason="First night at the inn")
    luc = guest(hosting.board_of(app, visit), "Luc Fontaine")
    assert [night for night, _ in luc.stays] == list(nights)
    assert [night.day for night in luc.open_nights] == [13]


def test_a_board_that_is_no_longer_true_is_refused(app, visit, board):
    place(app, visit, board, "Nowak", "Luc Fontaine", reason="x")
    with pytest.raises(UserError) as refused:
        place(app, visit, board, "Nowak", "Claire Dubois", "Manon Dubois")
    assert refused.value.code == "case-stale"


def test_who_is_kept_is_neither_moved_nor_taken_out(app, visit, board):
    anne = guest(board, "Anne Leroy")
    app.run(LockPlacements(visit, (anne.id,)))
    assert undo_words(app) == "Keep Anne Leroy where they are"
    board = hosting.board_of(app, visit)
    assert guest(board, "Anne Leroy").locked
    for action in (lambda: place(app, visit, board, "Lindner", "Anne Leroy", action=MoveGuests),
                   lambda: app.run(TakeOut(visit, (anne.id,)))):  # fmt: skip
        with pytest.raises(UserError) as refused:
            action()
        assert refused.value.code == "placement-locked"
    app.run(UnlockPlacements(visit, (anne.id,)))
    app.run(TakeOut(visit, (anne.id,)))
    assert undo_words(app) == "Take out Anne Leroy"
    assert not guest(hosting.board_of(app, visit), "Anne Leroy").placed


def test_a_plan_for_all_is_one_step(app, visit, board):
    before = make.snapshot(app)
    plan = solve(board.case)
    assert app.run(ApplyPlan(visit, stays_of(plan), board.case)).result == 5
    after = hosting.board_of(app, visit)
    assert after.counts.without == 0
    assert undo_words(app) == "Place 5 guests"
    app.undo()
    assert make.snapshot(app) == before


def test_only_those_ticked_are_placed(app, visit, board):
    plan = solve(board.case)
    sylvie = guest(board, "Sylvie Moreau")
    app.run(ApplyPlan(visit, stays_of(plan, {sylvie.key}), board.case))
    after = hosting.board_of(app, visit)
    assert [card.name for card in after.guests if not card.placed] == [
        name for name in hosting.UNPLACED if name != "Sylvie Moreau"
    ]


def test_a_plan_that_breaks_a_must_is_refused_whole(app, visit, board):
    baumann, claire = home(board, "Baumann"), guest(board, "Claire Dubois")
    stays = ((claire.id, tuple((night, baumann.id) for night in claire.nights)),)
    before = make.snapshot(app)
    with pytest.raises(MustBroken):
        app.run(ApplyPlan(visit, stays, board.case))
    assert make.snapshot(app) == before


def test_a_plan_says_who_loses_the_bed(app, visit, board):
    app.run(WithdrawOffer(home(board, "Fischer").id))
    board = hosting.board_of(app, visit)
    martins = {guest(board, name).key for name in ("Jean-Luc Martin", "Brigitte Martin")}
    broken = [one for one in conflicts(board.case) if martins & set(one.guests)]
    assert {one.term.code for one in broken} == {f"{Must.OFFER}.withdrawn"}
    plan = solve(board.case)
    app.run(ApplyPlan(visit, stays_of(plan), board.case))
    after = hosting.board_of(app, visit)
    assert home(after, "Fischer").guests == ()
    assert {card.key for card in after.guests if not card.placed} == {one.guest for one in plan.leftover}


def test_a_bed_chosen_by_hand_stays_chosen(app, visit, board):
    faure = guest(board, "Thierry Faure")
    rooms = [slot.room for slot in home(board, "Hahn").slots]
    second = home(board, "Hahn").slots[1]
    assert [one.guest_id == faure.id for one in home(board, "Hahn").slots[0].sleepers] == [True]
    app.run(SetBed(visit, faure.id, second.bed_id))
    after = hosting.board_of(app, visit)
    assert [one.guest_id for one in home(after, "Hahn").slots[1].sleepers] == [faure.id]
    assert rooms == [slot.room for slot in home(after, "Hahn").slots]
    with pytest.raises(UserError):
        app.run(SetBed(visit, faure.id, home(board, "Nowak").slots[0].bed_id))


def test_a_bed_that_is_taken_away_leaves_nobody_in_it(app, visit, board):
    faure = guest(board, "Thierry Faure")
    app.run(SetBed(visit, faure.id, home(board, "Hahn").slots[1].bed_id))
    app.run(SetOfferBeds(home(board, "Hahn").id, ()))
    assert app.engine.problems() == []


def test_rules_of_a_visit_stand_on_those_of_the_association(app, visit):
    standard = Rules()
    more = {**standard.weights, Criterion.LANGUAGE: 70}
    app.run(SetHostingRules(replace(standard, weights=more)))
    for_visit = {**more, Criterion.CAR: 0}
    app.run(SetHostingRules(replace(standard, weights=for_visit, checked_hosts_for_minors=True), visit))
    both, here = app.read(hosting_rules), app.read(hosting_rules, visit)
    assert (both.weights[Criterion.LANGUAGE], both.weights[Criterion.CAR]) == (70, 15)
    assert (here.weights[Criterion.LANGUAGE], here.weights[Criterion.CAR]) == (70, 0)
    assert (both.checked_hosts_for_minors, here.checked_hosts_for_minors) == (False, True)
    app.run(SetHostingRules(None, visit))
    assert app.read(hosting_rules, visit) == both


@pytest.mark.parametrize("change", [{"very_good": 10}, {"weights": {Criterion.CAR: 5000}}])
def test_rules_that_make_no_sense_are_refused(app, change):
    with pytest.raises(FieldProblem):
        app.run(SetHostingRules(replace(Rules(), **change)))


def test_a_new_host_has_beds_at_once(app, visit, board):
    brandt = next(row.household_id for row in hosting.hosts_to_ask(app, visit) if row.name == "Brandt")
    app.run(MakeOffers(visit, (brandt,), OfferState.YES))
    after = hosting.board_of(app, visit)
    assert after.counts.beds_free == board.counts.beds_free + 2
    claire = guest(after, "Claire Dubois")
    ids = (claire.id, *claire.companions)
    with pytest.raises(MustBroken):  # the Brandts have not said that they take minors
        app.run(PlaceGuests(visit, ids, home(after, "Brandt").id, after.case))
