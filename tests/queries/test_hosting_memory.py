# SPDX-License-Identifier: GPL-3.0-or-later
"""What is remembered of a visit's hosting is always what the file says now, whatever was done to it."""

import random
import shutil
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from hospes.actions.placements import (
    LockPlacements,
    MoveGuests,
    PlaceGuests,
    SetHostingRules,
    TakeOut,
    new_conflicts,
    with_stays,
)
from hospes.app import App
from hospes.domain.codes_visit import OfferState
from hospes.domain.errors import UserError
from hospes.domain.matching.fit import conflicts, fit_in
from hospes.domain.matching.view import View
from hospes.queries.hosting_memory import broken_now, standing
from hospes.queries.hosting_needs import hosting_needs
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, StayWish
from hospes.store.tables.visits import Participation
from hospes.ui.pages.visit_hosting_model import Board
from tests import hosting, make


@pytest.fixture
def app(example_once, tmp_path):
    path = tmp_path / "h.hospes"
    shutil.copyfile(example_once, path)
    app = App.open(path, make.WHO)
    yield app
    app.close()


def now(app, visit):
    return app.read(standing, visit, app.today, hosting.EN)


def set_field(cls, row_id, **values):
    """A step that changes fields of a row."""

    def change(w):
        row = w.must(cls, row_id)
        for name, value in values.items():
            setattr(row, name, value)

    return make.Do(change)


def some_act(app, visit, board, chance):
    """Something a person may do while the board is open; refused ones do nothing."""
    guest, host = chance.choice(board.guests), chance.choice(board.hosts)
    wish = select(StayWish.id).where(StayWish.participation_id == guest.id)
    wish_id = app.read(lambda connection: connection.execute(wish).scalar())
    place = (MoveGuests if guest.stays else PlaceGuests)(
        visit, (guest.id,), host.id, board.case, reason=chance.choice(("", "asked for it"))
    )
    acts = [
        *[lambda: app.run(place)] * 6,
        *[lambda: app.run(TakeOut(visit, (guest.id,)))] * 3,
        *[app.undo] * 2,
        app.redo,
        lambda: app.run(LockPlacements(visit, (guest.id,))),
        lambda: app.run(set_field(HostOffer, host.id, state=chance.choice((OfferState.NO, OfferState.YES)))),
        lambda: app.run(set_field(HostOffer, host.id, cats=chance.choice((True, False, None)))),
        lambda: app.run(set_field(Person, guest.person_id, given="Zoé")),
        lambda: app.run(set_field(Participation, guest.id, departure_on=board.last - timedelta(days=1))),
    ]
    if wish_id is not None:
        acts.append(lambda: app.run(set_field(StayWish, wish_id, animal_allergies="cat", max_stairs=2)))
    try:
        chance.choice(acts)()
    except UserError:
        return


@pytest.mark.parametrize("seed", [1, 2])
def test_after_whatever_was_done_the_remembered_board_is_the_one_read_anew(app, seed):
    visit, chance = hosting.ascension(app), random.Random(seed)
    shown = None
    for _ in range(30):
        kept = now(app, visit)
        fresh = hosting.board_of(app, visit)
        assert kept.board == fresh
        assert kept.broken == conflicts(fresh.case)
        board = Board(kept.board, {})
        if shown is not None:
            board.keep_fits(shown)
        shown, plain = board, View(fresh.case)
        for party in board.waiting[:3]:
            for host in board.homes:
                board.fit(party, host.key)
        for party, host in board._fits:
            assert board.fit(board.view.party(party), host) == fit_in(plain, party, host)
        some_act(app, visit, kept.board, chance)


def test_a_placing_leaves_the_fits_of_other_homes_as_they_were(app):
    visit = hosting.ascension(app)
    before = Board(now(app, visit).board, {})
    party = before.waiting[0]
    home, *others = before.suggestions(party)
    app.run(PlaceGuests(visit, tuple(UUID(hex=key) for key in party.keys), UUID(hex=home), before.case))
    after = Board(now(app, visit).board, {})
    for one in before.waiting[1:]:
        for host in (home, *others):
            before.fit(one, host)
    after.keep_fits(before)
    kept = set(after._fits)
    assert kept
    assert all(host != home and not set(keys) & set(party.keys) for keys, host in kept)
    assert {(one.keys, host) for one in before.waiting[1:] for host in others} <= kept


def test_a_second_look_at_an_unchanged_visit_takes_three_statements(app, max_sql):
    visit = hosting.ascension(app)
    first = app.read(broken_now, visit, app.today, "en")
    with max_sql(app, 3):
        assert app.read(broken_now, visit, app.today, "en") == first


def test_another_window_on_the_same_file_is_heard_of(app):
    visit = hosting.ascension(app)
    guest = next(card for card in now(app, visit).board.guests if card.placed)
    other = App(app.file, make.WHO)  # writes without telling this one
    other.run(TakeOut(visit, (guest.id,)))
    assert not now(app, visit).board.guest(guest.id).placed


def test_today_counts_what_the_board_shows(app):
    visit = hosting.ascension(app)
    (need,) = [one for one in app.read(hosting_needs, app.today) if one.visit_id == visit]
    assert need.conflicts == len({one.guests[0] for one in conflicts(hosting.case_of(app, visit))}) == 1
    assert need.without == 5


def test_rules_of_the_association_are_read_again(app):
    visit = hosting.ascension(app)
    rules = now(app, visit).board.case.rules
    weights = {**rules.weights, next(iter(rules.weights)): 7}
    app.run(SetHostingRules(type(rules)(weights=weights)))
    assert now(app, visit).board == hosting.board_of(app, visit)
    assert now(app, visit).board.case.rules.weights == weights


@pytest.mark.parametrize("seed", range(8))
def test_what_a_placing_breaks_is_found_around_it(app, seed):
    visit, chance = hosting.ascension(app), random.Random(seed)
    case = hosting.case_of(app, visit)
    for _ in range(8):
        guest, host = chance.choice(case.guests), chance.choice(case.hosts)
        stays = {UUID(hex=guest.key): dict.fromkeys(sorted(guest.nights), UUID(hex=host.key))}
        after = with_stays(case, stays)
        old = {(frozenset(one.guests), one.host, one.term.code) for one in conflicts(case)}
        plain = with_stays(case, stays)
        expected = [
            one
            for one in conflicts(plain)
            if guest.key in one.guests and (frozenset(one.guests), one.host, one.term.code) not in old
        ]
        assert list(new_conflicts(case, after, [UUID(hex=guest.key)])) == expected
        case = after
