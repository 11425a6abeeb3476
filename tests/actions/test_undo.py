# SPDX-License-Identifier: GPL-3.0-or-later
"""Every action: apply, undo, every table equal; redo, equal to after; for some over closing and opening."""

import re

import pytest
from sqlalchemy import select

from hospes.actions import all_actions
from hospes.actions.labels import step_words
from hospes.actions.people import EditPerson
from hospes.app import App
from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.queries.history import ids_of
from hospes.queries.names import names
from hospes.store.tables.journal import Step
from tests import make
from tests.actions.samples import ELSEWHERE, NEW, SAMPLES, SECRETS

CODE = re.compile(r"[a-z][a-z0-9_.-]*\Z")
HEX = re.compile(r"[0-9a-f]{32}\Z")


def product_actions():
    return {code: cls for code, cls in all_actions().items() if cls.__module__.startswith("hospes.")}


def test_every_action_has_a_sample():
    assert set(product_actions()) == set(SAMPLES) | ELSEWHERE


def differences(before, after):
    found = []
    for table in before.keys() | after.keys():
        old, new = before.get(table, {}), after.get(table, {})
        if old == new:
            continue
        found += [
            (table, row_id, old.get(row_id), new.get(row_id))
            for row_id in old.keys() | new.keys()
            if old.get(row_id) != new.get(row_id)
        ]
    return found


@pytest.mark.parametrize("code", sorted(SAMPLES))
def test_apply_undo_redo(code, copy):
    path, world = copy
    app = App.open(path, make.WHO, today=make.TODAY)
    action = SAMPLES[code](app, world)
    before = make.rows_of(app)
    last = app.undo_step()
    outcome = app.run(action)
    after = make.rows_of(app)
    assert action.code == code
    assert differences(before, after), "the sample changes nothing"
    check_words(app, code, outcome.step_id)
    if action.quiet:
        assert app.undo_step() == last
        app.close()
        return
    if sum(code.encode()) % 4 == 0:  # undo reads the file and nothing else, so some of them show it
        app.close()
        app = App.open(path, make.WHO, today=make.TODAY)
    assert app.undo().result.id == outcome.step_id
    assert differences(before, make.rows_of(app)) == []
    assert app.redo_step().id == outcome.step_id
    app.redo()
    assert differences(after, make.rows_of(app)) == []
    app.undo()
    assert differences(before, make.rows_of(app)) == []
    assert app.engine.problems() == []
    app.close()


def check_words(app, code, step_id):
    """The step holds ids, numbers and codes, never names; and it can be told in words."""
    refs = app.read(_refs_of, step_id)
    for leaf in leaves(list(refs.values())):
        assert leaf is None or isinstance(leaf, int) or HEX.match(leaf) or CODE.match(leaf), refs
        assert not any(secret in str(leaf) for secret in SECRETS)
    named = app.read(names, ids_of(refs), "en")
    told = step_words(Locale.of("en"), code, refs, {key: one.text for key, one in named.items()})
    assert told
    assert "{" not in told
    assert "no longer there" not in told, told


def leaves(value):
    if isinstance(value, list):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def _refs_of(connection, step_id):
    return connection.execute(select(Step.refs).where(Step.id == step_id)).scalar_one()


def test_undo_is_refused_where_something_newer_stands_on_it(app, world):
    app.run(EditPerson(world.barbara, {"profession": "librarian"}))
    other = App(app.file, make.Who("jean-luc", "other"), app.frozen_day)
    other.run(EditPerson(world.barbara, {"profession": "teacher"}))
    before = make.snapshot(app)
    with pytest.raises(UserError) as refused:
        app.undo()
    assert refused.value.code == "undo-blocked"
    assert make.snapshot(app) == before


def test_undo_takes_back_only_what_the_step_changed(app, world):
    app.run(EditPerson(world.barbara, {"profession": "librarian"}))
    other = App(app.file, make.Who("jean-luc", "other"), app.frozen_day)
    other.run(EditPerson(world.barbara, {"birth_place": "Lublin"}))
    app.undo()
    row = make.snapshot(app)["person"][world.barbara]
    assert (row["profession"], row["birth_place"]) == ("", "Lublin")


def test_new_steps_close_the_way_to_redo(app, world):
    app.run(EditPerson(world.barbara, {"profession": "librarian"}))
    app.undo()
    app.run(EditPerson(world.piotr, {"profession": "engineer"}))
    assert app.redo_step() is None
    assert app.redo() is None


def test_nothing_to_undo_in_a_new_file(tmp_path):
    app = make.founded(tmp_path / "new.hospes")
    assert app.undo_step() is None
    assert app.undo() is None
    app.close()


def test_names_used_by_samples_are_new():
    assert NEW in SECRETS
