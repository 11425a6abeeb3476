# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book: what must be said, what was given before, jubilees that are due, what papers show."""

from datetime import date
from uuid import uuid4

import pytest

from hospes.actions.courtesies import DropCourtesy, KeepCourtesy
from hospes.actions.people import EditPerson
from hospes.domain.courtesies import CourtesyKind, honours_due
from hospes.domain.errors import FieldProblem
from hospes.i18n.locale import Locale
from hospes.queries.courtesies import courtesy_rows, given_before
from hospes.queries.honours import jubilees_due
from tests.papers.printing import table

EN = Locale.of("en")


def test_nothing_without_a_name_or_somebody(app):
    with pytest.raises(FieldProblem) as told:
        app.run(KeepCourtesy({"kind": CourtesyKind.SPEECH, "what": " ", "other": "The mayor"}))
    assert told.value.field == "what"
    with pytest.raises(FieldProblem) as told:
        app.run(KeepCourtesy({"kind": CourtesyKind.GIFT_GIVEN, "what": "A book"}))
    assert told.value.field == "whom"
    assert app.read(courtesy_rows, EN) == ()


def test_what_was_given_before_is_told_and_counted(app, world):
    book = {"kind": CourtesyKind.GIFT_GIVEN, "what": "A book", "person_id": world.barbara}
    first = app.run(KeepCourtesy({**book, "on": date(2019, 5, 14), "occasion": "40 years"})).result
    app.run(KeepCourtesy({**book, "what": "A picture"}))
    app.run(
        KeepCourtesy(
            {"kind": CourtesyKind.GIFT_RECEIVED, "what": "Wine", "other": "The choir", "on": date(2019, 6, 1)}
        )
    )
    assert [one.what for one in app.read(given_before, EN, world.barbara, None)] == ["A book"]
    assert app.read(given_before, EN, None, uuid4()) == ()
    assert [one.what for one in app.read(courtesy_rows, EN)] == ["A picture", "Wine", "A book"]
    found = table(app, "gift-register", language="en", planned="no")
    assert [row[2] for row in found.rows] == ["Wine", "A book"]
    assert "Nowak" in found.rows[1][3]
    app.run(DropCourtesy((first,)))
    assert app.read(given_before, EN, world.barbara, None) == ()
    app.undo()
    assert len(app.read(courtesy_rows, EN)) == 3


def test_jubilees_are_due_once():
    anna, otto, uta = (uuid4() for _ in range(3))
    joined = [(anna, 2001), (otto, 1986), (uta, 2000)]
    due = honours_due(joined, [], 2026)
    assert [(one.person, one.number) for one in due] == [(otto, 40), (anna, 25)]
    assert [one.person for one in honours_due(joined, [(otto, date(2026, 3, 1))], 2026)] == [anna]
    assert [one.person for one in honours_due(joined, [(otto, date(2025, 3, 1))], 2026)] == [otto, anna]


def test_who_is_only_a_name_is_known_again(app):
    book = {"kind": CourtesyKind.GIFT_GIVEN, "what": "A book", "on": date(2019, 5, 14)}
    app.run(KeepCourtesy({**book, "other": "The Choir of Lipowiec"}))
    (found,) = app.read(given_before, EN, None, None, "the choir of lipowiec ")
    assert found.what == "A book"
    assert app.read(given_before, EN, None, None, "") == ()


def test_a_jubilee_is_planned_once_and_only_for_the_living(app, world):
    year = date(1984 + 40, 6, 1)
    assert [one.person for one in app.read(jubilees_due, year)] == [world.dieter]
    app.run(
        KeepCourtesy({"kind": CourtesyKind.CERTIFICATE, "what": "Certificate", "person_id": world.dieter})
    )
    assert app.read(jubilees_due, year) == ()
    app.undo()
    app.run(EditPerson(world.dieter, {"deceased": True}))
    assert app.read(jubilees_due, year) == ()
