# SPDX-License-Identifier: GPL-3.0-or-later
"""The open association: making and opening, the clock, the signal, what stands beside the records.

Of the test catalogue: T2.8 steps and the clock, T8.1 and T8.2 threads that take turns.
"""

import threading
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from hospes.actions.association import FoundAssociation
from hospes.actions.people import EditPerson
from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.domain.errors import UserError
from hospes.queries.association import association
from hospes.queries.overview import overview
from hospes.queries.people import person
from hospes.queries.person_details import accepted_doubts, unusable_input
from hospes.store.tables.journal import Step
from tests import make


@pytest.fixture
def app(tmp_path):
    app = make.founded(tmp_path / "a.hospes", anew=True)
    yield app
    app.close()


def test_a_founded_association_is_there_after_opening_again(tmp_path):
    path = tmp_path / "a.hospes"
    make.founded(path, anew=True).close()
    app = App.open(path)
    own = app.read(association)
    assert (own.name, own.town, own.country, own.currency) == ("Verein Rosenau", "Rosenau", "DE", "EUR")
    app.close()


def test_every_new_file_has_an_identity_of_its_own(tmp_path):
    ids = set()
    for name in ("one", "two"):
        app = make.founded(tmp_path / f"{name}.hospes", anew=True)
        ids.add(app.read(overview, app.today, "en").file_id)
        app.close()
    assert len(ids) == 2
    assert "" not in ids


def test_what_cannot_be_founded_leaves_no_file(tmp_path):
    path = tmp_path / "a.hospes"
    with pytest.raises(UserError) as refused:
        App.create(path, FoundAssociation("", "", "Germany"))
    assert [problem.field for problem in refused.value.problems] == ["name", "town", "country"]
    assert list(tmp_path.iterdir()) == []


def test_the_day_is_given_or_from_the_environment_or_the_file_or_the_clock(tmp_path, monkeypatch):
    path = tmp_path / "a.hospes"
    app = make.founded(path, anew=True)
    app.run(ChangeSetting("file.frozen_day", "2026-04-27"))
    app.close()

    def day(**given):
        app = App.open(path, read_only=True, **given)
        app.close()
        return app.today

    assert day() == date(2026, 4, 27)
    monkeypatch.setenv("HOSPES_TODAY", "2027-01-02")
    assert day() == date(2027, 1, 2)
    assert day(today=date(2028, 1, 1)) == date(2028, 1, 1)
    monkeypatch.setenv("HOSPES_TODAY", "tomorrow")
    with pytest.raises(UserError) as refused:
        day()
    assert refused.value.code == "bad-today"


def test_without_a_fixed_day_it_is_the_clocks(app):
    app.frozen_day = None
    app.now = lambda: datetime(2030, 6, 1, 12, tzinfo=UTC)
    assert app.today == date(2030, 6, 1)


def test_listeners_hear_what_a_step_touched_and_nothing_of_refused_ones(app):
    heard = []
    anna = make.person(app)
    app.on_changed(heard.append)
    app.run(EditPerson(anna, {"profession": "baker"}))
    app.undo()
    app.redo()
    assert [sorted(changes.tables) for changes in heard] == [["person"]] * 3
    assert all(changes.ids == {anna} for changes in heard)
    with pytest.raises(UserError):
        app.run(EditPerson(anna, {"given": "", "surname": ""}))
    app.run(EditPerson(anna, {"profession": "baker"}))  # nothing changes
    assert len(heard) == 3


def test_reading_is_of_one_moment_and_never_writes(app):
    from sqlalchemy.exc import DatabaseError

    with pytest.raises((DatabaseError, UserError)):
        app.read(lambda connection: connection.exec_driver_sql("DELETE FROM person"))


def test_looking_only_refuses_to_write(tmp_path):
    path = tmp_path / "a.hospes"
    made = make.founded(path, anew=True)
    anna = make.person(made)
    made.close()
    app = App.open(path, read_only=True, today=make.TODAY)
    with pytest.raises(UserError):
        app.run(EditPerson(anna, {"profession": "baker"}))
    assert app.read(person, anna).profession == ""
    app.close()


def test_steps_are_ordered_by_number_and_not_by_the_clock(app):
    anna = make.person(app)
    for job, year in (("baker", 2030), ("cook", 2020)):
        app.now = lambda year=year: datetime(year, 1, 1, tzinfo=UTC)
        app.run(EditPerson(anna, {"profession": job}))
    query = select(Step.at).where(Step.code == "person-edit").order_by(Step.order)
    years = [at.year for at in app.read(lambda connection: connection.scalars(query).all())]
    assert years == [2030, 2020]
    app.undo()
    assert app.read(person, anna).profession == "baker"


def test_threads_take_turns(app):
    ids = [make.person(app, given) for given in ("Anna", "Jan", "Ola", "Ewa")]
    failures = []

    def work(person_id):
        try:
            for n in range(5):
                app.run(EditPerson(person_id, {"profession": f"{n}"}))
        except UserError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(one,)) for one in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [app.read(person, one).profession for one in ids] == ["4"] * 4


# ---- beside the records ----------------------------------------------------------------------------------


def test_drafts_survive_closing_and_are_no_steps(tmp_path):
    path = tmp_path / "a.hospes"
    app = make.founded(path, anew=True)
    last = app.undo_step()
    app.keep_draft("new-member", {"given": "Barbara"})
    app.keep_draft("new-member", {"given": "Barbara", "surname": "Now"})
    app.keep_draft("person:1:note", "Rings")
    assert app.undo_step() == last
    app.close()
    app = App.open(path)
    assert {one.key: one.content for one in app.drafts()} == {
        "new-member": {"given": "Barbara", "surname": "Now"},
        "person:1:note": "Rings",
    }
    assert [one.key for one in app.drafts("new-")] == ["new-member"]
    app.drop_draft("new-member")
    assert app.drafts("new-") == []
    app.close()


def test_screens_hear_of_drafts_that_appear_and_go(app):
    heard = []
    app.on_changed(lambda changes: heard.append(changes.tables))
    app.keep_draft("new-member", {"given": "B"})
    app.keep_draft("new-member", {"given": "Ba"})
    app.drop_draft("new-member")
    app.drop_draft("new-member")
    assert heard == [{"draft"}, {"draft"}]


def test_unusable_input_stays_beside_the_valid_value(app):
    anna = make.person(app, email="anna@klos.example")
    app.keep_unusable("contact_point", anna, "email", "anna@klos", "The ending is missing.", anna)
    app.keep_unusable("contact_point", anna, "email", "anna@klos.", "The ending is missing.", anna)
    kept = app.read(unusable_input, [anna])
    assert kept[anna, "email"].typed == "anna@klos."
    app.drop_unusable(anna, "email")
    assert app.read(unusable_input, [anna]) == {}


def test_an_accepted_doubt_is_about_one_value(app):
    anna = make.person(app)
    app.accept_doubt(anna, "odd-age", "1899", anna)
    assert app.read(accepted_doubts, [anna]) == {(anna, "odd-age", "1899")}
    app.accept_doubt(anna, "odd-age", "1890", anna)
    assert app.read(accepted_doubts, [anna]) == {(anna, "odd-age", "1890")}
    app.doubt_again(anna, "odd-age")
    assert app.read(accepted_doubts, [anna]) == set()
