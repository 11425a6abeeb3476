# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of activity has date, place, who came, costs and a report (S7, REQ-1-05)."""

from datetime import date

import pytest

from hospes.actions.events import AddEvent, EditEvent, SetEventText
from hospes.domain.codes import EventKind
from hospes.domain.codes_visit import VisitKind
from hospes.domain.errors import FieldProblem
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.options import read_options
from hospes.queries.events import event_facts
from tests.papers.reading import text_of

EN = Locale.of("en")


def report(app, event, **options):
    paper = find_paper("meeting-minutes")
    given = read_options(paper.options, {"language": "en", **options})
    return text_of(draw(app.read(gather, paper, given, Scope(app.today, event=event))).pdf)


def test_a_stand_has_visitors_costs_and_a_report(app):
    stand = app.run(AddEvent("Europe fair", date(2026, 5, 9), EventKind.FESTIVAL, place="Market")).result
    app.run(
        EditEvent(stand, {"visitors": 240, "planned_minor": 30000, "cost_minor": 28050, "currency": "EUR"})
    )
    app.run(SetEventText(stand, "de", {"minutes": "Many asked for the choir."}))
    facts = app.read(event_facts, stand, EN)
    assert (facts.visitors, facts.cost, facts.income) == (240, Money(28050), None)
    text = report(app, stand)
    assert text.count("Report")
    for words in ("Market", "240 people came.", "€300.00", "€280.50", "Many asked for the choir."):
        assert words in text
    assert "Who took the minutes" not in text
    with pytest.raises(FieldProblem):
        app.run(EditEvent(stand, {"income_minor": -1}))
    app.undo()
    app.undo()
    assert app.read(event_facts, stand, EN).visitors is None


def test_a_meeting_still_has_minutes_to_sign(app):
    meeting = app.run(AddEvent("Committee", date(2026, 5, 9), EventKind.COMMITTEE)).result
    text = report(app, meeting, chair="Anna Amt")
    assert "Minutes" in text
    assert "Anna Amt" in text


def test_all_kinds_of_activity_are_there():
    """Those the domain names: each is a visit or an event."""
    assert {"exchange", "youth", "school", "seminar", "memorial", "festival", "project", "aid"} <= set(
        VisitKind
    )
    assert {"committee", "agm", "lecture", "course", "festival", "online", "training"} <= set(EventKind)
