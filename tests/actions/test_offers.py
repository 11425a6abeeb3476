# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking hosts: what an offer begins with, what was answered, what the list for the telephone says."""

import shutil
from datetime import date

import pytest

from hospes.actions.editing import ChangedMeanwhile
from hospes.actions.labels import step_words
from hospes.actions.offers import (
    AnswerOffer,
    AskHosts,
    DropOffer,
    EditOffer,
    HostWish,
    MakeOffers,
    SetHostWishes,
    SetOfferNights,
    ThankHosts,
    WithdrawOffer,
)
from hospes.app import App
from hospes.domain.codes_visit import BedKind, OfferState, Smoking, WishKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.queries.history import ids_of
from hospes.queries.names import names
from hospes.queries.offers import counts_of, offer_page
from tests import hosting, make
from tests.hosting import EN, guest, home, hosts_to_ask

NIGHTS = tuple(date(2026, 5, day) for day in (13, 14, 15, 16))


@pytest.fixture
def app(example_once, tmp_path):
    app = App.open(shutil.copy(example_once, tmp_path / "a.hospes"), make.WHO)
    yield app
    app.close()


@pytest.fixture
def visit(app):
    return hosting.ascension(app)


def row(app, visit, name):
    return next(one for one in hosts_to_ask(app, visit) if one.name == name)


def page(app, offer):
    return app.read(offer_page, offer, EN)


def undo_words(app):
    info = app.undo_step()
    named = app.read(names, ids_of(info.refs), "en")
    return step_words(EN, info.code, info.refs, {ref: one.text for ref, one in named.items()})


def test_the_list_has_the_hosts_and_those_who_could_be_asked(app, visit):
    rows = hosts_to_ask(app, visit)
    assert counts_of(rows).yes == 21
    to_ask = {one.name for one in rows if one.id is None}
    assert {"Brandt", "Peters", "Wójcik", "van den Berg", "Friedrich"} <= to_ask
    assert "Caron" not in to_ask
    brandt = row(app, visit, "Brandt")
    assert brandt.phones
    assert [phone.name for phone in brandt.phones][:1] == ["Ute Brandt"]
    assert (brandt.last.title, brandt.last.guests) == ("Ascension visit 2023", ("Claire Dubois",))
    assert (brandt.state, brandt.places, brandt.can_host) == (OfferState.NOT_ASKED, 2, True)
    assert row(app, visit, "Baumann").guests == ("Anne Leroy",)


def test_an_offer_begins_with_what_is_known(app, visit):
    peters = row(app, visit, "Peters")
    (offer,) = app.run(MakeOffers(visit, (peters.household_id,))).result
    made = page(app, offer)
    assert (made.state, made.asked_on) == (OfferState.NOT_ASKED, None)
    assert (made.cats, made.stairs, made.car_seats, made.smoking) == (True, 13, 5, Smoking.NO)
    assert made.nights == NIGHTS
    assert [bed.kind for room in made.rooms for bed in room.beds] == [BedKind.SINGLE] * 2
    assert made.delegation_id is not None
    assert undo_words(app) == "Put Peters on the list of hosts"


def test_a_host_of_last_time_is_known_as_such(app, visit):
    some = [row(app, visit, name).household_id for name in ("Brandt", "Wójcik")]
    brandt, wojcik = app.run(MakeOffers(visit, tuple(some))).result
    assert page(app, brandt).hosted_last_time is True  # Claire Dubois, in 2023
    assert page(app, wojcik).hosted_last_time is None  # was not asked then


def test_asking_and_answering_leave_their_days(app, visit):
    ids = tuple(row(app, visit, name).household_id for name in ("Brandt", "Peters"))
    brandt, peters = app.run(MakeOffers(visit, ids, OfferState.ASKED)).result
    assert undo_words(app) == "Put Brandt and 1 other on the list of hosts"
    assert (page(app, brandt).state, page(app, brandt).asked_on) == (OfferState.ASKED, app.today)
    app.run(AnswerOffer(brandt, OfferState.YES))
    app.run(AnswerOffer(peters, OfferState.NO))
    assert (page(app, brandt).state, page(app, brandt).answered_on) == (OfferState.YES, app.today)
    counts = counts_of(hosts_to_ask(app, visit))
    assert (counts.yes, counts.no) == (22, 1)
    app.run(AnswerOffer(peters, OfferState.NOT_ASKED))
    assert page(app, peters).answered_on is None


def test_asking_again_keeps_an_answer(app, visit):
    nowak = row(app, visit, "Nowak")
    app.run(AskHosts((nowak.id,)))
    assert (page(app, nowak.id).state, page(app, nowak.id).asked_on) == (OfferState.YES, app.today)


def test_every_question_can_be_answered_and_left_open(app, visit):
    nowak = row(app, visit, "Nowak")
    answers = {
        "floor": 2, "lift": False, "ground_bathroom": None, "meals": "breakfast;dinner",
        "evenings_away": "2026-05-15;2026-05-14", "workdays_away": True, "drives_others": True,
        "extras": "internet;garden", "child_from": 6, "two_adults": True, "cats": None, "diets": "vegan",
    }  # fmt: skip
    app.run(EditOffer(nowak.id, answers, seen=page(app, nowak.id).version))
    made = page(app, nowak.id)
    assert (made.floor, made.lift, made.ground_bathroom, made.cats) == (2, False, None, None)
    assert made.evenings_away == "2026-05-14;2026-05-15"
    assert (made.meals, made.extras) == ("breakfast;dinner", "internet;garden")
    assert undo_words(app) == "What Nowak offers"


@pytest.mark.parametrize(("field", "value"), [("stairs", -1), ("max_guests", 51), ("evenings_away", "soon")])
def test_what_cannot_be_is_said_at_its_field(app, visit, field, value):
    nowak = row(app, visit, "Nowak")
    with pytest.raises(FieldProblem) as refused:
        app.run(EditOffer(nowak.id, {field: value}))
    assert refused.value.field == field


def test_a_second_window_does_not_write_over_an_answer(app, visit):
    nowak = row(app, visit, "Nowak")
    seen = page(app, nowak.id).version
    app.run(EditOffer(nowak.id, {"stairs": 9}, seen=seen))
    with pytest.raises(ChangedMeanwhile):
        app.run(EditOffer(nowak.id, {"stairs": 10}, seen=seen))


def test_a_host_who_cannot_keeps_the_guests_until_they_are_moved(app, visit):
    fischer = row(app, visit, "Fischer")
    app.run(WithdrawOffer(fischer.id))
    board = hosting.board_of(app, visit)
    assert len(home(board, "Fischer").guests) == 2
    assert home(board, "Fischer").free == 0
    assert board.counts.homes == 20
    assert undo_words(app) == "Fischer cannot host"


def test_nights_are_ticked_one_by_one(app, visit):
    weber = row(app, visit, "Weber")
    app.run(SetOfferNights(weber.id, NIGHTS))
    assert page(app, weber.id).nights == NIGHTS
    app.undo()
    assert page(app, weber.id).nights == NIGHTS[1:]


def test_wishes_of_a_host_reach_the_matching_and_refusals_the_next_offer(app, visit):
    nowak, board = row(app, visit, "Nowak"), hosting.board_of(app, visit)
    claire, luc = guest(board, "Claire Dubois"), guest(board, "Luc Fontaine")
    app.run(
        SetHostWishes(
            nowak.id,
            (HostWish(WishKind.WISHED, claire.person_id), HostWish(WishKind.REFUSED, luc.person_id)),
        )
    )
    case = hosting.case_of(app, visit)
    assert {(one.guest, one.by_guest, one.refused) for one in case.wishes} == {
        (claire.key, False, False),
        (luc.key, False, True),
    }
    assert [one.name for one in page(app, nowak.id).wishes] == ["Claire Dubois", "Luc Fontaine"]


def test_a_mistake_is_taken_off_the_list_but_not_with_guests(app, visit):
    nowak, baumann = row(app, visit, "Nowak"), row(app, visit, "Baumann")
    app.run(DropOffer(nowak.id))
    assert row(app, visit, "Nowak").id is None
    with pytest.raises(UserError) as refused:
        app.run(DropOffer(baumann.id))
    assert refused.value.code == "offer-used"
    assert app.engine.problems() == []


def test_hosts_are_thanked_in_one_step(app, visit):
    some = tuple(row(app, visit, name).id for name in ("Nowak", "Weber", "Hahn"))
    app.run(ThankHosts(some))
    assert {row(app, visit, name).thanked_on for name in ("Nowak", "Weber", "Hahn")} == {app.today}
    assert undo_words(app) == "Thank Nowak and 2 others"
