# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback to those above: kept, sent once, reminded of, answered; the letter goes to each addressee."""

from datetime import date

import pytest

from hospes.actions.feedback import DropFeedback, KeepFeedback, SendFeedback
from hospes.domain.errors import FieldProblem
from hospes.domain.feedback import FeedbackState, Level
from hospes.i18n.locale import Locale
from hospes.queries.feedback import feedback_rows, unanswered
from tests.papers.printing import paper, table
from tests.papers.reading import page_texts

EN = Locale.of("en")
TRAIN = {"topic": "A night train", "level": Level.STATE, "proposal": "A through coach"}


def test_an_item_goes_from_new_to_waiting_to_answered(app, world):
    with pytest.raises(FieldProblem) as told:
        app.run(KeepFeedback({"topic": "  ", "level": Level.EU}))
    assert told.value.field == "topic"
    train = app.run(KeepFeedback({**TRAIN, "visit_id": world.visit})).result
    (row,) = app.read(feedback_rows, EN)
    assert (row.state, bool(row.source)) == (FeedbackState.NEW, True)
    app.run(SendFeedback((train,), date(2026, 1, 10)))
    app.run(SendFeedback((train,), date(2026, 2, 10)))
    (row,) = app.read(feedback_rows, EN)
    assert (row.state, row.sent_on) == (FeedbackState.WAITING, date(2026, 1, 10))
    assert app.read(unanswered, date(2026, 4, 9)) == []
    assert [one[0] for one in app.read(unanswered, date(2026, 4, 10))] == [train]
    with pytest.raises(FieldProblem) as told:
        app.run(KeepFeedback({"answered_on": date(2026, 1, 9)}, train))
    assert told.value.field == "answered_on"
    app.run(KeepFeedback({"answer": "It is being looked at."}, train))
    assert app.read(feedback_rows, EN)[0].state is FeedbackState.ANSWERED
    assert app.read(unanswered, date(2027, 1, 1)) == []
    app.run(DropFeedback((train,)))
    assert app.read(feedback_rows, EN) == ()


def test_each_addressee_gets_a_letter_with_its_items(app, world):
    app.run(KeepFeedback({**TRAIN, "observation": "Three changes with children"}))
    app.run(KeepFeedback({**TRAIN, "topic": "Fares"}))
    app.run(KeepFeedback({**TRAIN, "topic": "One form for minors", "level": Level.EU}))
    pages = page_texts(paper(app, "feedback-letter", language="en").pdf)
    assert len(pages) == 2
    both = "\n".join(pages)
    assert "Three changes with children" in both
    assert both.count("National government") == 1
    first = next(page for page in pages if "National government" in page)
    assert "Fares" in first
    assert "One form for minors" not in first
    assert [row[0] for row in table(app, "feedback-letter", language="en").rows].count("Fares") == 1
    assert len(table(app, "feedback-letter", language="en", which="waiting").rows) == 0
