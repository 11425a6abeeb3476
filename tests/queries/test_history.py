# SPDX-License-Identifier: GPL-3.0-or-later
"""The history: what was done, to whom, called by the names of today."""

from datetime import date

import pytest

from hospes.actions.labels import step_words
from hospes.domain.codes import HealthKind
from hospes.i18n.locale import Locale
from hospes.queries.history import changes_of, editor_names, history
from hospes.queries.names import names
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.people import HealthNote, Person
from hospes.store.tables.visits import Visit, VisitText
from tests.store.world import do, family, founded


@pytest.fixture
def app(tmp_path):
    app = founded(tmp_path / "a.hospes")
    yield app
    app.close()


def steps(app, **more):
    return app.read(history, "en", **more)


def test_the_founding_is_the_first_step_and_says_who(app):
    (only,) = steps(app)
    assert (only.code, only.order, only.undone, only.undoes) == ("association-found", 1, False, None)
    assert only.who == "Hannelore"
    assert only.count > 5
    said = step_words(
        Locale.of("en"), only.code, only.refs, {ref: one.text for ref, one in only.named.items()}
    )
    assert said == "Start Verein Rosenau"


def test_the_newest_comes_first_and_pages_join(app):
    for number in range(7):
        do(app, lambda w, n=number: family(w, f"Name {n}", "Anna"))
    orders = [step.order for step in steps(app)]
    assert orders == sorted(orders, reverse=True)
    first = steps(app, limit=3)
    rest = steps(app, before=first[-1].order)
    assert [step.id for step in first + rest] == [step.id for step in steps(app)]


def test_undone_steps_and_their_undoing_are_marked(app):
    do(app, lambda w: family(w, "Meier", "Anna"))
    app.undo()
    undoing, done, _ = steps(app)
    assert (done.undone, undoing.undoes) == (True, done.id)
    app.redo()
    assert not next(step for step in steps(app) if step.id == done.id).undone


def test_the_history_of_a_person_is_about_nobody_else(app):
    _, (anna, otto) = do(app, lambda w: family(w, "Meier", "Anna", "Otto"))
    do(app, lambda w: setattr(w.get(Person, anna), "surname", "Wiesner"))
    do(app, lambda w: setattr(w.get(Person, otto), "profession", "baker"))
    mine = steps(app, person_id=anna)
    assert len(mine) == 2
    (change,) = app.read(changes_of, mine[0].id, anna)
    assert (change.table, change.row_id, change.kind) == ("person", anna, "update")
    assert change.fields == {"surname": ("Meier", "Wiesner")}
    together = app.read(changes_of, mine[1].id)
    of_anna = app.read(changes_of, mine[1].id, anna)
    assert {c.row_id for c in of_anna} < {c.row_id for c in together}
    assert [step.id for step in steps(app, row_id=otto)] == [steps(app)[0].id, mine[1].id]


def test_health_stands_apart_and_is_shown_while_it_lasts(app):
    _, (anna,) = do(app, lambda w: family(w, "Meier", "Anna"))
    note = do(
        app, lambda w: w.create(HealthNote, person_id=anna, kind=next(iter(HealthKind)), text="nuts").id
    )
    do(app, lambda w: setattr(w.get(HealthNote, note), "text", "no nuts"))
    (change,) = app.read(changes_of, steps(app)[0].id)
    assert change.fields == {"text": ("nuts", "no nuts")}


def test_references_are_called_what_they_are_called_now(app):
    _, (anna,) = do(app, lambda w: family(w, "Meier", "Anna"))
    do(app, lambda w: setattr(w.get(Person, anna), "profession", "baker"), {"person": anna})
    do(app, lambda w: setattr(w.get(Person, anna), "surname", "Wiesner"))
    assert steps(app)[1].named[anna].text == "Anna Wiesner"


def test_what_was_taken_back_keeps_its_name(app):
    def add(w):
        person = w.create(Person, given="Anna", surname="Meier")
        return person.id

    anna = do(app, add)
    app.undo()
    assert app.read(names, [anna], "en")[anna].text == "Anna Meier"


def test_words_in_the_readers_language_or_any(app):
    def add(w):
        other = w.create(Organisation, name="Comité de jumelage")
        w.create(OrganisationText, organisation_id=other.id, language="de", name="Partnerschaftskomitee")
        visit = w.create(Visit, owner_id=other.id, first=date(2026, 5, 13))
        w.create(VisitText, visit_id=visit.id, language="fr", title="Ascension 2026")
        return other.id, visit.id

    other, visit = do(app, add)
    called = app.read(names, [other, visit], "de-AT")
    assert (called[other].kind, called[other].text) == ("organisation", "Partnerschaftskomitee")
    assert (called[visit].kind, called[visit].text) == ("visit", "Ascension 2026")
    assert app.read(names, [other], "pl")[other].text == "Comité de jumelage"


def test_a_twinning_without_a_title_is_called_by_its_parties(app):
    with app.engine.read() as reader:
        (bond,) = reader.execute(Partnership.__table__.select()).all()
    assert app.read(names, [bond.id], "de")[bond.id].text == "Rosenau – Montclair"


def test_strange_ids_are_left_out(app):
    from uuid import uuid4

    assert app.read(names, [uuid4()], "de") == {}
    assert app.read(names, [], "de") == {}


def test_editors_have_names(app):
    assert app.read(editor_names) == {"hannelore": "Hannelore"}


def test_an_unknown_code_and_a_lost_reference_do_no_harm():
    locale = Locale.of("en")
    assert step_words(locale, "from-the-future", {"person": "x"}, {}) == "from-the-future"
    assert step_words(locale, "association-edit", {}, {}) == "Edit an entry that is no longer there"
    assert step_words(locale, "association-edit", {"organisation": "0" * 32}, {}) == (
        "Edit an entry that is no longer there"
    )
