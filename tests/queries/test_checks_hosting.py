# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules of hosting, and what Today tells of it, on the example."""

import shutil
from datetime import date

import pytest

from hospes.actions.offers import AnswerOffer
from hospes.actions.participations_stay import SetStayWish
from hospes.actions.placements import SetBed
from hospes.app import App
from hospes.domain.codes_visit import OfferState, ParticipationState
from hospes.i18n.locale import Locale
from hospes.queries.checks import check_rules
from hospes.queries.dashboard import today
from hospes.queries.names import names
from hospes.store.tables.stays import Placement, StayWish
from hospes.store.tables.visits import Participation
from tests import hosting, make
from tests.hosting import guest, home


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


def findings(app):
    found = app.read(check_rules, app.today)
    called = app.read(names, {one.id for one in found}, "en")
    locale = Locale.of("en")
    return [(one.code, locale.text(one.msgid, name=called[one.id].text, **one.args), one) for one in found]


def said(app, code):
    return [words for found, words, _ in findings(app) if found == code]


def test_a_conflict_is_told_without_what_is_private_and_leads_to_the_board(app, visit, board):
    ((code, words, finding),) = findings(app)
    assert (code, finding.error, finding.visit) == ("must-broken", False, visit)
    assert words == "Anne Leroy with Baumann: a must is broken. The hosting board tells which."
    assert finding.id == guest(board, "Anne Leroy").id


def test_a_host_who_said_no_and_has_guests_is_told(app, board):
    app.run(AnswerOffer(home(board, "Lang").id, OfferState.NO))
    assert "Camille Bertrand with Lang: a must is broken (The host has said yes)." in said(app, "must-broken")


def test_a_remark_about_steps_is_asked_about_until_the_stay_says_which_home_is_needed(app, board):
    manon = guest(board, "Manon Dubois").id
    app.run(SetStayWish(manon, {"remarks": "fauteuil roulant", "step_free": None}))
    (words,) = said(app, "steps-remarked")
    assert words.startswith("Manon Dubois: by a remark, steps may be difficult.")
    assert "roulant" not in words
    app.run(SetStayWish(manon, {"step_free": False}))
    assert said(app, "steps-remarked") == []


def test_a_bed_given_twice(app, visit, board):
    lambert = [guest(board, name) for name in ("Sophie Lambert", "Julie Lambert")]
    bed = home(board, "Beck").slots[0].bed_id
    for one in lambert:
        app.run(SetBed(visit, one.id, bed))
    assert said(app, "bed-twice")[0] == "Beck: a bed is given twice on 13/05/2026."


def test_a_bed_before_the_guest_is_there(app, board):
    masson = guest(board, "Hugo Masson")

    def later(w):
        w.must(Participation, masson.id).arrival_on = date(2026, 5, 15)

    make.do(app, later)
    assert said(app, "placement-outside") == [
        "Hugo Masson has a bed on 13/05/2026, but is not there that night."
    ]


@pytest.mark.parametrize("how", ["cancelled", "hotel"])
def test_a_bed_nobody_needs(app, board, how):
    masson = guest(board, "Hugo Masson")

    def change(w):
        if how == "cancelled":
            w.must(Participation, masson.id).state = ParticipationState.CANCELLED
        else:
            w.put(StayWish, {"participation_id": masson.id}, hotel=True)

    make.do(app, change)
    assert said(app, "bed-not-needed") == ["Hugo Masson needs no bed, but still has one with Möller."]


def test_a_guest_in_a_home_of_another_visit(app, board):
    masson = guest(board, "Hugo Masson")

    def stray(w):
        from sqlalchemy import select

        from hospes.store.tables.stays import HostOffer

        other = w.scalars(select(HostOffer).where(HostOffer.visit_id != board.visit_id)).first()
        key = w.key_for(Placement, {"participation_id": masson.id, "night": date(2026, 5, 13)})
        w.must(Placement, key).offer_id = other.id

    make.do(app, stray)
    found = [(words, one.error) for code, words, one in findings(app) if code == "placement-elsewhere"]
    assert found == [("Hugo Masson sleeps in a home that was offered for another visit.", True)]


def test_a_visit_that_is_over_troubles_nobody(app):
    assert app.read(check_rules, date(2026, 6, 1)) == []


def test_today_tells_of_guests_without_a_host_and_of_the_conflict(app, visit):
    told = {one.code: one for one in app.read(today, app.today, "en").needs}
    assert (told["no-host"].n, told["no-host"].of, told["no-host"].rank) == (5, 34, 0)
    assert told["no-host"].name == "Ascension visit 2026"
    assert (told["hosting-conflict"].n, told["hosting-conflict"].ref) == (1, visit)
    early = {one.code: one for one in app.read(today, date(2026, 3, 1), "en").needs}
    assert early["no-host"].rank == 2
    assert "no-host" not in {one.code for one in app.read(today, date(2025, 12, 1), "en").needs}
