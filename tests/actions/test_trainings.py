# SPDX-License-Identifier: GPL-3.0-or-later
"""Trainings and advice: kept, who knows what, printed for successors, gone with the person who is erased."""

from datetime import date

import pytest

from hospes.actions.trainings import DropTrainings, KeepAdvice, KeepTraining
from hospes.domain.errors import FieldProblem
from hospes.i18n.locale import Locale
from hospes.queries.trainings import advice_rows, training_rows, who_knows_what
from tests.papers.printing import paper, table
from tests.papers.reading import page_texts

EN = Locale.of("en")


def test_who_was_there_is_kept_and_tells_who_knows_what(app, world):
    grants = {"topic": "Grants", "provider": "The network", "last": date(2026, 2, 7)}
    first = app.run(KeepTraining(grants, (world.barbara, world.dieter))).result
    app.run(KeepTraining({"topic": "First aid", "first": date(2024, 10, 12)}, (world.barbara,)))
    aid, later = reversed(app.read(training_rows, EN))
    assert (later.first, later.last) == (date(2026, 2, 7), None)
    assert aid.names == ("Barbara Nowak",)
    knows = {one.name: [topic for topic, _ in one.topics] for one in app.read(who_knows_what, EN)}
    assert knows["Barbara Nowak"] == ["Grants", "First aid"]
    app.run(KeepTraining({}, (world.dieter,), first))
    assert app.read(training_rows, EN)[0].people == (world.dieter,)
    with pytest.raises(FieldProblem) as told:
        app.run(KeepTraining({"first": date(2026, 2, 8), "last": date(2026, 2, 7)}, None, first))
    assert told.value.field == "last"
    app.run(DropTrainings((first,)))
    assert [one.topic for one in app.read(training_rows, EN)] == ["First aid"]
    app.undo()
    assert app.read(training_rows, EN)[0].people == (world.dieter,)


def test_a_question_waits_until_it_is_answered_and_the_record_holds_all(app, world):
    with pytest.raises(FieldProblem) as told:
        app.run(KeepAdvice({"question": " "}))
    assert told.value.field == "question"
    insured = app.run(KeepAdvice({"question": "Are guests insured?", "asked": "Our insurer"})).result
    app.run(KeepAdvice({"question": "May we lend the bus?", "answer": "Yes."}))
    assert [one.question for one in app.read(advice_rows)] == ["Are guests insured?", "May we lend the bus?"]
    app.run(KeepAdvice({"answer": "If they stand on the list."}, insured))
    assert not any(one.open for one in app.read(advice_rows))
    app.run(KeepTraining({"topic": "Grants", "first": date(2026, 2, 7)}, (world.barbara,)))
    text = " ".join(page_texts(paper(app, "training-record", language="en").pdf))
    assert "Grants (2026)" in text
    assert "If they stand on the list." in text
    assert table(app, "training-record", language="en").rows[0][5] == "Barbara Nowak"
    summary = " ".join(page_texts(paper(app, "handover-summary", language="en").pdf))
    assert "Grants (2026)" in summary
