# SPDX-License-Identifier: GPL-3.0-or-later
"""Several associations in one file: each sees its own, together they see all (REQ-1-04, decision 3)."""

from datetime import date

import pytest

from hospes.actions.members import BecomeMembers, HasLeft
from hospes.actions.umbrella import AddAssociation, PutAssociationAway
from hospes.domain.codes import EventKind
from hospes.domain.courtesies import CourtesyKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.locale import Locale
from hospes.queries.association import association, association_called, associations, classes
from hospes.queries.calendar import Shown, calendar
from hospes.queries.events import event_rows, open_tasks
from hospes.queries.filters import EVERYONE
from hospes.queries.members import count_members, member_ids
from hospes.queries.overview import overview
from hospes.queries.partnerships import all_rows
from hospes.queries.search import search
from hospes.queries.visits import view_counts
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.events import Event, EventText, Task
from tests import make
from tests.umbrella import umbrella


@pytest.fixture
def three(tmp_path):
    found = umbrella(tmp_path / "umbrella.hospes")
    yield found
    found.app.close()


def counts(app, owner):
    app.owner = owner
    members = app.read(count_members, EVERYONE, today=app.today).people
    twinnings = len(app.read(all_rows, Locale.of("de"), app.today))
    visits = sum(app.read(view_counts, app.today).values())
    return members, twinnings, visits


def test_each_sees_its_own_and_all_is_the_sum(three):
    app = three.app
    assert counts(app, three.east) == (3, 1, 1)
    assert counts(app, three.west) == (2, 1, 2)
    top = counts(app, three.top)
    assert top[0] == 1
    every = counts(app, None)
    assert every == (6, top[1] + 2, 3)
    assert [one.called for one in app.read(associations)] == ["Verein Rosenau", "Ost", "West"]
    found = app.read(overview, app.today, "de")
    assert [n for _, n in found.associations] == [1, 3, 2]

    # Names, bank and classes are those of whichever is looked at; of all the umbrella's.
    assert app.read(association).name == "Verein Rosenau"
    app.owner = three.east
    assert (app.read(association).name, app.read(association).bank_name) == (
        "Freundeskreis Ost e.V.", "Ostbank"
    )  # fmt: skip
    assert len(app.read(classes, "de", app.today)) * 3 == len(app.read(classes, "de", app.today, every=True))


def test_one_is_chosen_by_name_put_away_and_taken_back(three):
    app = three.app
    assert app.read(association_called, "west") == three.west
    assert app.read(association_called, "Freundeskreis Ost") == three.east
    with pytest.raises(UserError, match="none of the associations"):
        app.read(association_called, "Freundeskreis")
    with pytest.raises(FieldProblem):
        app.run(AddAssociation("freundeskreis  OST e.V."))
    with pytest.raises(UserError, match="umbrella itself"):
        app.run(PutAssociationAway(three.top))

    app.owner = three.west
    app.run(PutAssociationAway(three.west))
    assert app.owner is None, "what is in the bin is no longer looked at"
    assert counts(app, None)[0] == 4
    app.undo()
    assert counts(app, None)[0] == 6


def test_somebody_can_be_a_member_of_two(three):
    app = three.app
    app.owner = three.east
    person = app.read(member_ids, locale=Locale.of("de"), today=app.today)[0]
    app.owner = three.west
    [number] = app.run(BecomeMembers((person,))).result
    assert counts(app, three.west)[0] == 3
    assert counts(app, three.east)[0] == 3
    assert counts(app, None)[0] == 6, "a person counts once"
    assert number
    app.owner = three.west
    app.run(HasLeft((person,)))
    assert counts(app, three.west)[0] == 2
    assert counts(app, three.east)[0] == 3


def test_calendar_and_search_show_those_of_the_association_that_is_looked_at(three):
    app, day = three.app, date(2026, 6, 1)

    def made(w):
        for owner, name in ((three.east, "Osterfest"), (three.west, "Osterbrunch")):
            event = w.create(Event, owner_id=owner, on=day, kind=EventKind.EVENING)
            w.create(EventText, event_id=event.id, language="de", title=name)
            w.create(Task, owner_id=owner, title=f"Oster: {name}", due_on=day)
            w.create(Courtesy, owner_id=owner, kind=CourtesyKind.SPEECH, what=f"Osterrede {name}", other="X")

    make.do(app, made)
    de = Locale.of("de")
    shown = (Shown.EVENTS, Shown.TASKS)

    def seen(owner):
        app.owner = owner
        listed = {one.title for one in app.read(event_rows, de)}
        listed |= {one.title for one in app.read(open_tasks, day, de)}
        return (
            {one.name for one in app.read(calendar, day, day, de, shown)},
            {one.title for one in app.read(search, "oster", de, day, kinds=("event", "task", "courtesy"))},
            listed,
        )

    for owner, name in ((three.east, "Osterfest"), (three.west, "Osterbrunch")):
        in_calendar, found, listed = seen(owner)
        assert in_calendar == listed == {name, f"Oster: {name}"}
        assert found == {name, f"Oster: {name}", f"Osterrede {name}"}
    assert all(len(one) >= 4 for one in seen(None))
    app.owner = three.east
    assert app.read(search, "westen", de, day, kinds=("person",)), "people are shared"
