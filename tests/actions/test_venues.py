# SPDX-License-Identifier: GPL-3.0-or-later
"""Venues: what is there is said on the programme, and what does not suit whoever comes is told before."""

from datetime import date

import pytest
from sqlalchemy import select

from hospes.actions.participations_stay import SetStayWish
from hospes.actions.programme import AddItem, CopyDay, ItemText
from hospes.actions.venues import DropVenues, KeepVenue
from hospes.domain.errors import FieldProblem
from hospes.domain.venues import Facts, Need, doubts
from hospes.i18n.locale import Locale
from hospes.queries.programme import programme
from hospes.queries.venues import access_doubts, venue_rows
from hospes.store.tables.visits import Participation
from tests.papers.printing import paper
from tests.papers.reading import page_texts

EN = Locale.of("en")
DAY = date(2026, 5, 14)


def test_a_need_is_answered_or_told():
    free, loop, both = frozenset({Need.STEP_FREE}), frozenset({Need.HEARING}), frozenset(Need)
    told = doubts(Facts(step_free=False), (free, both, loop))
    assert [(one.need, one.known, one.n) for one in told] == [
        (Need.STEP_FREE, True, 2),
        (Need.HEARING, False, 2),
    ]
    assert doubts(Facts(step_free=True, induction_loop=True), (both,)) == ()
    assert doubts(Facts(step_free=False), ()) == ()


def test_a_museum_with_steps_is_told_before_somebody_stands_there(app, world):
    museum = app.run(
        KeepVenue({"name": "Museum", "step_free": False, "lift": False, "accessible_wc": True})
    ).result
    item = app.run(AddItem(world.visit, DAY, {"en": ItemText("Guided tour")}, venue_id=museum)).result
    assert app.read(access_doubts, world.visit, EN) == ()
    query = select(Participation.id).where(Participation.person_id == world.guest)
    guest = app.read(lambda connection: connection.execute(query).scalar())
    app.run(SetStayWish(guest, {"step_free": True, "hard_of_hearing": True}))
    steps, loop = app.read(access_doubts, world.visit, EN)
    assert (steps.item_id, steps.venue, steps.doubt.known, loop.doubt.known) == (item, "Museum", True, False)
    assert len(steps.names) == 1
    text = " ".join(page_texts(paper(app, "visit-programme", visit=world.visit, language="en").pdf))
    assert "Accessible toilet" in text
    assert "not step-free" in text
    assert "no lift" not in text.lower()
    assert steps.names[0] not in text
    bare = paper(app, "visit-programme", visit=world.visit, language="en", access="no")
    assert "step-free" not in " ".join(page_texts(bare.pdf))
    app.run(KeepVenue({"step_free": True, "induction_loop": True}, museum))
    assert app.read(access_doubts, world.visit, EN) == ()
    app.run(CopyDay(world.visit, DAY, date(2026, 5, 15)))
    assert [one.venue_id for one in app.read(programme, world.visit, "en").items] == [museum, museum]
    app.run(DropVenues((museum,)))
    assert [one.venue_id for one in app.read(programme, world.visit, "en").items] == [None, None]
    app.undo()
    assert [one.name for one in app.read(venue_rows, EN)] == ["Museum"]
    assert app.read(programme, world.visit, "en").items[0].venue_id == museum


def test_a_venue_has_a_name(app, world):
    with pytest.raises(FieldProblem) as told:
        app.run(KeepVenue({"name": "  ", "lift": True}))
    assert told.value.field == "name"
