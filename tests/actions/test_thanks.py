# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is not thanked yet after a visit: found, planned in one step, and closed when the letters go out."""

from datetime import date

import pytest

from hospes.actions.courtesies import KeepCourtesy, LettersOut, PlanThanks, Whom
from hospes.domain.courtesies import CourtesyKind, ThankedFor
from hospes.i18n.locale import Locale
from hospes.papers.base import Scope
from hospes.papers.making import find_paper, gather
from hospes.papers.options import read_options
from hospes.queries.courtesies import courtesy_rows, entries_of
from hospes.queries.dashboard import today
from hospes.queries.visit_thanks import not_thanked, visits_to_thank
from hospes.store.tables.grants import GrantState, VisitGrant
from hospes.store.tables.visits import VisitDuty
from tests import make

EN = Locale.of("en")
AFTER = date(2026, 5, 20)


@pytest.fixture
def visit(app, world):
    """The visit with somebody in charge and a funder that promised money."""

    def more(w):
        w.create(VisitDuty, visit_id=world.visit, person_id=world.dieter, words="Money")
        w.create(VisitGrant, visit_id=world.visit, name="The bank", state=GrantState.PROMISED)
        w.create(VisitGrant, visit_id=world.visit, name="Others", state=GrantState.REFUSED)

    make.do(app, more)
    return world.visit


def left(app, visit, day=AFTER):
    return {(one.what, one.name) for one in app.read(not_thanked, visit, day, EN)}


def test_everybody_is_found_once_and_an_entry_counts(app, world, visit):
    assert left(app, visit) == {
        (ThankedFor.HOST, "Barbara and Piotr Nowak"),
        (ThankedFor.TOWN_HALL, "Stadt Rosenau"),
        (ThankedFor.FUNDER, "The bank"),
        (ThankedFor.CHARGE, "Dieter Kessler"),
    }
    assert left(app, visit, date(2026, 5, 17)) == set()
    ((ref, _, number),) = app.read(visits_to_thank, AFTER, EN)
    assert (ref, number) == (visit, 4)
    assert app.read(visits_to_thank, date(2027, 5, 20), EN) == ()
    told = [one for one in app.read(today, AFTER, "en").needs if one.code == "not-thanked"]
    assert [(one.ref, one.n) for one in told] == [(visit, 4)]
    assert "not-thanked" not in {one.code for one in app.read(today, date(2026, 9, 1), "en").needs}
    letter = {"kind": CourtesyKind.LETTER, "what": "Thanks"}
    # Of the visit itself; without a visit but soon after it; to the mayor instead of the town hall.
    app.run(KeepCourtesy({**letter, "other": "the BANK", "visit_id": visit}))
    app.run(KeepCourtesy({**letter, "person_id": world.dieter, "on": date(2026, 5, 19)}))
    app.run(KeepCourtesy({**letter, "person_id": world.mayor, "visit_id": visit}))
    assert left(app, visit) == {(ThankedFor.HOST, "Barbara and Piotr Nowak")}
    app.run(KeepCourtesy({**letter, "person_id": world.barbara, "on": date(2026, 5, 1)}))
    app.run(KeepCourtesy({**letter, "kind": CourtesyKind.GIFT_RECEIVED, "person_id": world.barbara,
                          "on": date(2026, 5, 14)}))  # fmt: skip
    assert len(left(app, visit)) == 1


def test_all_are_planned_in_one_step_and_letters_close_the_plan(app, world, visit):
    whom = tuple(
        Whom(one.person_id, one.organisation_id, one.other) for one in app.read(not_thanked, visit, AFTER, EN)
    )
    app.run(PlanThanks(visit, whom, "Letter of thanks", "Ascension"))
    assert left(app, visit) == set()
    planned = app.read(entries_of, EN, visit=visit)
    assert len(planned) == 4
    assert all(one.planned and one.occasion == "Ascension" for one in planned)
    app.undo()
    assert len(left(app, visit)) == 4
    app.redo()
    options = read_options(find_paper("thank-you-letters").options, {})
    made = app.read(gather, find_paper("thank-you-letters"), options, Scope(AFTER, visit=visit))
    sent = made.paper.sent(made.data)
    assert isinstance(sent.action, LettersOut)
    app.run(sent.action)
    open_yet = {one.whom for one in app.read(courtesy_rows, EN) if one.planned}
    assert "Barbara Nowak" not in open_yet
    assert "Dieter Kessler" in open_yet  # in charge of the money, no letter of this paper


def test_letters_to_helpers_are_kept_once(app, world, visit):
    act = LettersOut(visit, (), (world.dieter,), (world.dieter,), "Letter of thanks", "Ascension")
    app.run(act)
    app.run(act)
    (kept,) = app.read(entries_of, EN, person=world.dieter)
    assert (kept.on, kept.visit_id) == (app.today, visit)
