# SPDX-License-Identifier: GPL-3.0-or-later
"""After a late change: few are moved, everybody concerned is named with a number, one step writes it."""

import shutil

import pytest

from hospes.actions.labels import step_words
from hospes.actions.offers import WithdrawOffer
from hospes.actions.placements import ApplyLateChange, ApplyPlan, stays_of
from hospes.app import App
from hospes.domain.codes_visit import ParticipationState
from hospes.domain.matching.fit import conflicts
from hospes.domain.matching.late import late
from hospes.domain.matching.solve import solve
from hospes.queries.hosting_late import call_list, late_case
from hospes.solving import late_in_child
from hospes.store.tables.visits import Participation
from tests import hosting, make
from tests.hosting import EN, guest, home


@pytest.fixture
def app(example_once, tmp_path):
    """The example with a good plan for everybody."""
    app = App.open(shutil.copy(example_once, tmp_path / "a.hospes"), make.WHO)
    visit = hosting.ascension(app)
    case = hosting.case_of(app, visit)
    app.run(ApplyPlan(visit, stays_of(solve(case, replan=True)), case))
    yield app
    app.close()


@pytest.fixture
def visit(app):
    return hosting.ascension(app)


def told(app, visit, found):
    return app.read(call_list, visit, found, app.today, EN)


def apply(app, visit, case, found):
    app.run(ApplyLateChange(visit, stays_of(found.plan), case, calls=len(found.calls)))


def test_a_host_falls_ill_and_only_the_guests_there_and_few_others_move(app, visit):
    before = hosting.board_of(app, visit)
    ill = home(before, "Krause")
    app.run(WithdrawOffer(ill.id))
    case = app.read(late_case, visit, app.today, EN)
    found = late_in_child(case, 30)
    moved = {call.guest for call in found.calls}
    assert {one.hex for one in ill.guests} <= moved
    assert len(moved) <= len(ill.guests) + 3
    calls = told(app, visit, found)
    assert {one.name for one in calls.guests} >= {before.guest(one).name for one in ill.guests}
    krause = next(one for one in calls.homes if one.name == "Krause")
    assert len(krause.gone) == len(ill.guests)
    assert krause.phones
    assert all(one.before for one in calls.guests)
    snapshot = make.snapshot(app)
    apply(app, visit, case, found)
    after = hosting.board_of(app, visit)
    assert home(after, "Krause").guests == ()
    assert conflicts(after.case) == ()
    assert after.counts.placed == 34 - len(found.plan.leftover)
    info = app.undo_step()
    assert step_words(EN, info.code, info.refs, {}) in {
        f"Late change for {len(moved)} guests",
        "Late change for 1 guest",
    }
    app.undo()
    assert make.snapshot(app) == snapshot


def test_who_cancels_frees_the_bed_and_the_host_is_told(app, visit):
    before = hosting.board_of(app, visit)
    hugo = guest(before, "Hugo Masson")
    host = before.host(hugo.offers[0])

    def cancel(w):
        w.must(Participation, hugo.id).state = ParticipationState.CANCELLED

    make.do(app, cancel)
    board = hosting.board_of(app, visit)
    assert [(one.participation_id, one.offer_id, one.nights) for one in board.strays] == [
        (hugo.id, host.id, 4)
    ]
    case = app.read(late_case, visit, app.today, EN)
    found = late(case)
    calls = told(app, visit, found)
    assert calls.guests == ()
    assert [(one.name, one.gone, one.come) for one in calls.homes] == [(host.name, ("Hugo Masson",), ())]
    apply(app, visit, case, found)
    after = hosting.board_of(app, visit)
    assert after.strays == ()
    assert home(after, host.name).free == home(before, host.name).free + 1


def test_nothing_changed_means_nobody_to_telephone(app, visit):
    found = late(app.read(late_case, visit, app.today, EN))
    calls = told(app, visit, found)
    assert (calls.guests, calls.homes, calls.calls) == ((), (), 0)
