# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: one change a step and row, inserts without values, secrets apart, subjects right; one door."""

from datetime import date

import pytest
from sqlalchemy import delete, insert, select, update

from hospes.actions.health import AddHealthNote, DeleteHealthNote, EditHealthNote
from hospes.actions.households import MoveOut
from hospes.actions.members import AddPeople, NewPerson
from hospes.actions.people import EditPerson, SetGuardian
from hospes.domain.codes import ContactKind, HealthKind
from hospes.domain.errors import UserError
from hospes.store.codec import journalled
from hospes.store.tables.households import ContactPoint, Household, HouseholdMember
from hospes.store.tables.journal import Change, ChangeSecret, ChangeSubject, Step
from hospes.store.tables.people import Person
from tests import make


@pytest.fixture
def app(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    yield app
    app.close()


def changes(app, step_id):
    """Of a step: (table, kind, fields, secret fields, subjects) by row."""

    def read(connection):
        found = {}
        rows = connection.execute(
            select(
                Change.id, Change.table_name, Change.row_id, Change.kind, Change.fields, ChangeSecret.fields
            )
            .join(ChangeSecret, ChangeSecret.change_id == Change.id, isouter=True)
            .where(Change.step_id == step_id)
        ).all()
        for change_id, table, row_id, kind, fields, secret in rows:
            assert (table, row_id) not in found, "two changes of one row in one step"
            about = select(ChangeSubject.person_id).where(ChangeSubject.change_id == change_id)
            found[table, row_id] = (kind, fields, secret, set(connection.scalars(about)))
        return found

    return app.read(read)


def test_inserts_store_no_values(app):
    outcome = app.run(AddPeople((NewPerson("Anna", "Klos", email="anna@klos.example"),), town="Rosenau"))
    found = changes(app, outcome.step_id)
    tables = {table for table, _ in found}
    assert {"person", "household", "household_member", "address", "contact_point", "membership"} <= tables
    kinds = {table: (kind, fields) for (table, _), (kind, fields, _, _) in found.items()}
    assert kinds.pop("number_series")[0] == "update"
    assert kinds
    assert all(kind == ("insert", {}) for kind in kinds.values())


def test_a_change_says_before_and_after_in_stored_form(app):
    anna = make.person(app)
    outcome = app.run(EditPerson(anna, {"profession": "baker", "by_email": True}))
    assert changes(app, outcome.step_id) == {
        ("person", anna): ("update", {"profession": ["", "baker"], "by_email": [0, 1]}, None, {anna})
    }


def test_several_flushes_of_one_row_are_one_change(app):
    anna = make.person(app)

    def work(w):
        row = w.must(Person, anna)
        for job in ("baker", "cook", "smith"):
            row.profession = job
            w.flush()
        row.given = "Anne"

    app.run(make.Do(work))
    step = app.undo_step().id
    found = changes(app, step)["person", anna]
    assert found[1] == {"profession": ["", "smith"], "given": ["Anna", "Anne"]}


def test_a_change_taken_back_in_the_same_step_is_none(app):
    anna = make.person(app)
    before = app.undo_step()

    def work(w):
        row = w.must(Person, anna)
        row.profession = "baker"
        w.flush()
        row.profession = ""

    outcome = app.run(make.Do(work))
    assert outcome.step_id is None
    assert not outcome.changes.tables
    assert app.undo_step() == before


def test_a_row_added_and_deleted_in_one_step_leaves_no_trace(app):
    def work(w):
        row = w.create(Household, name="Nobody")
        w.flush()
        w.delete(row)

    outcome = app.run(make.Do(work))
    assert outcome.step_id is None


def test_deletions_keep_all_that_was(app):
    anna = make.person(app, email="anna@klos.example")
    query = select(ContactPoint.id).where(ContactPoint.person_id == anna)
    point = app.read(lambda connection: connection.execute(query).scalar_one())

    def work(w):
        w.delete(w.must(ContactPoint, point))

    app.run(make.Do(work))
    kind, fields, _, subjects = changes(app, app.undo_step().id)["contact_point", point]
    assert (kind, subjects) == ("delete", {anna})
    assert fields["value"] == ["anna@klos.example", None]
    assert fields["person_id"] == [anna.hex, None]


def test_sensitive_values_stand_apart(app):
    anna = make.person(app)
    note = app.run(AddHealthNote(anna, HealthKind.ALLERGY, "Sneezes", "cat")).result
    edit = app.run(EditHealthNote(note, {"text": "Sneezes a lot", "severe": True}))
    _, shown, secret, subjects = changes(app, edit.step_id)["health_note", note]
    assert shown == {"severe": [0, 1]}
    assert secret == {"text": ["Sneezes", "Sneezes a lot"]}
    assert subjects == {anna}
    gone = app.run(DeleteHealthNote(note))
    _, shown, secret, _ = changes(app, gone.step_id)["health_note", note]
    assert "text" not in shown
    assert secret["subject"] == ["cat", None]
    app.undo()
    assert make.snapshot(app)["health_note"][note]["text"] == "Sneezes a lot"


def test_subjects_are_the_people_a_change_is_about(app):
    anna, ola = make.person(app), make.person(app, "Ola")
    outcome = app.run(SetGuardian(ola, anna))
    (found,) = changes(app, outcome.step_id).values()
    assert found[3] == {anna, ola}


def test_who_and_when_stand_on_step_and_row(app):
    anna = make.person(app)
    outcome = app.run(EditPerson(anna, {"profession": "baker"}))

    def read(connection):
        step = connection.execute(select(Step.editor, Step.device, Step.at).where(Step.id == outcome.step_id))
        row = connection.execute(select(Person.changed_by, Person.changed_at, Person.version))
        return step.one(), row.one()

    step, row = app.read(read)
    assert tuple(step)[:2] == ("hannelore", "laptop")
    assert (row.changed_by, row.changed_at, row.version) == ("hannelore", step.at, 2)


def test_bulk_add_equals_one_by_one(tmp_path):
    """The same rows, the same journal, the same search, whichever way they came in."""
    people = [{"given": given, "surname": "Klos", "birth_place": "Łódź"} for given in ("Anna", "Jan", "Ola")]
    told = []
    for name, bulk in (("a", True), ("b", False)):
        app = make.founded(tmp_path / f"{name}.hospes", anew=True)

        def work(w, bulk=bulk):
            if bulk:
                w.bulk_add(Person, people)
            else:
                for values in people:
                    w.create(Person, **values)

        outcome = app.run(make.Do(work))
        rows = make.snapshot(app)["person"].values()
        found = changes(app, outcome.step_id)
        words = app.read(_search_words)
        told.append(
            (
                sorted(({k: v for k, v in row.items() if k != "id"} for row in rows), key=str),
                sorted((table, kind, fields) for (table, _), (kind, fields, _, _) in found.items()),
                [len(subjects) for _, _, _, subjects in found.values()],
                sorted(words),
                outcome.changes.tables,
            )
        )
        app.undo()
        assert "person" not in make.snapshot(app)
        app.close()
    assert told[0] == told[1]


def _search_words(connection):
    from hospes.store.tables.aside import SearchEntry

    return [
        row[0] for row in connection.execute(select(SearchEntry.text).where(SearchEntry.kind == "person"))
    ]


def test_bulk_add_refuses_unknown_columns(app):
    with pytest.raises(ValueError, match="shoe_size"):
        app.run(make.Do(lambda w: w.bulk_add(Person, [{"given": "Anna", "shoe_size": 40}])))


@pytest.mark.parametrize(
    "statement",
    [
        lambda: update(Person).values(given="Eve"),
        lambda: delete(Person),
        lambda: insert(Person).values(given="Eve"),
    ],
)
def test_statements_past_the_journal_are_refused(app, statement):
    make.person(app)
    before = make.snapshot(app)
    with pytest.raises(RuntimeError, match="journal"):
        app.run(make.Do(lambda w: w.execute(statement())))
    assert make.snapshot(app) == before


def test_a_refused_action_changes_nothing(app):
    anna = make.person(app)
    before, last = make.snapshot(app), app.undo_step()

    def work(w):
        w.must(Person, anna).given = "Eve"
        w.flush()
        raise UserError("No.")

    with pytest.raises(UserError):
        app.run(make.Do(work))
    assert make.snapshot(app) == before
    assert app.undo_step() == last


def test_natural_keys_make_the_same_fact_the_same_row(app):
    anna = make.person(app)

    def work(w):
        from hospes.store.tables.people import PersonLanguage

        keys = {"person_id": anna, "language": "fr"}
        first = w.put(PersonLanguage, keys)
        w.flush()
        return first.id == w.put(PersonLanguage, keys).id == w.key_for(PersonLanguage, keys)

    assert make.do(app, work)


def test_changes_tell_tables_rows_and_what_they_point_to(app):
    anna = make.person(app)
    outcome = app.run(MoveOut(anna, date(2026, 5, 1), "Neu 1", town="Rosenau"))
    assert {"household", "household_member", "address"} <= outcome.changes.tables
    assert ("person", anna) in outcome.changes.touched
    link = select(HouseholdMember.id).where(HouseholdMember.household_id == outcome.result)
    assert app.read(lambda connection: connection.execute(link).scalar_one()) in outcome.changes.ids


def test_subjects_and_secrets_of_every_table_are_its_columns():
    for cls in journalled().values():
        columns = set(cls.__table__.columns.keys())
        assert set(cls.subjects) <= columns, cls
        assert set(cls.sensitive) <= columns, cls
        assert set(cls.natural) <= columns, cls


def test_kinds_of_contact_points_are_codes_in_the_file(app):
    make.person(app, email="anna@klos.example")
    (row,) = make.snapshot(app)["contact_point"].values()
    assert row["kind"] == ContactKind.EMAIL.value
