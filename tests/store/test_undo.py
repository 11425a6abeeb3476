# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo over any table: in order, by device, over closing, refused over what is newer.

Random stories of adding, changing, merging doubles, bringing in, erasing, undoing equal a model (T4.5).
"""

import random
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hospes.actions.doubles import MergePeople
from hospes.actions.members import AddPeople, NewPerson
from hospes.actions.notes import AddNote
from hospes.actions.people import EditPerson
from hospes.actions.settings import RememberPaperOptions
from hospes.actions.tags import AddTag, RemoveTag
from hospes.app import App
from hospes.domain.errors import UserError
from hospes.store.erasing import Listed
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.people import Person
from tests import make
from tests.transfer.lists import bring_in


@pytest.fixture
def app(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    yield app
    app.close()


def other_device(app):
    return App(app.file, make.Who("jean-luc", "other"), app.frozen_day)


def given_name(app, person_id):
    return make.snapshot(app)["person"][person_id]["given"]


def test_back_and_forth_in_order(app):
    anna = make.person(app)
    for name in ("Anne", "Annie", "Ann"):
        app.run(EditPerson(anna, {"given": name}))
    seen = []
    while (undone := app.undo()) is not None and undone.result.code == "person-edit":
        seen.append(given_name(app, anna))
    assert seen == ["Annie", "Anne", "Anna"]
    assert "person" not in make.snapshot(app)  # the last one undone was adding her
    names = []
    while app.redo() is not None:
        names.append(given_name(app, anna))
    assert names == ["Anna", "Anne", "Annie", "Ann"]
    assert app.redo_step() is None


def test_undo_takes_steps_of_this_device_only(app):
    anna = make.person(app)
    other_device(app).run(EditPerson(anna, {"profession": "baker"}))
    assert app.undo_step().code == "people-add"
    assert other_device(app).undo_step().code == "person-edit"


def test_undoing_an_addition_is_refused_when_others_built_on_it(app):
    anna = make.person(app)
    other_device(app).run(AddNote("person", anna, "Rings first."))
    before = make.snapshot(app)
    with pytest.raises(UserError) as refused:
        app.undo()
    assert refused.value.code == "undo-blocked"
    assert make.snapshot(app) == before


def test_undoing_a_deletion_brings_back_what_hung_on_it(app):
    anna = make.person(app, email="anna@klos.example")
    app.run(AddTag((anna,), "choir"))
    before = make.snapshot(app)
    app.run(RemoveTag((anna,), "choir"))
    assert "tag_link" not in make.snapshot(app)
    app.undo()
    assert make.snapshot(app) == before


def test_quiet_steps_are_passed_over_and_stay(app):
    anna = make.person(app)
    app.run(EditPerson(anna, {"profession": "baker"}))
    app.run(RememberPaperOptions("member-list", {"large_print": True}))
    assert app.undo_step().code == "person-edit"
    app.undo()
    values = [row["value"] for row in make.snapshot(app)["setting"].values()]
    assert '{"large_print":true}' in values


def test_founding_cannot_be_undone(app):
    assert app.undo_step() is None


def test_thousands_of_rows_are_taken_back_and_brought_back(app):
    people = [{"given": f"G{n}", "surname": "Viele"} for n in range(3000)]

    def work(w):
        for person_id in w.bulk_add(Person, people):
            w.bulk_add(ContactPoint, [{"person_id": person_id, "kind": "phone", "value": "1"}])

    before = make.snapshot(app)
    app.run(make.Do(work))
    after = make.snapshot(app)
    assert len(after["person"]) == 3000
    app.undo()
    assert make.snapshot(app) == before
    app.redo()
    assert make.snapshot(app) == after


def test_an_undone_row_may_be_added_anew(app):
    anna = make.person(app)
    app.run(AddTag((anna,), "choir"))
    app.undo()
    app.run(AddTag((anna,), "choir"))
    assert len(make.snapshot(app)["tag_link"]) == 1
    app.undo()
    assert "tag_link" not in make.snapshot(app)


def test_versions_go_up_on_undo_so_that_editors_notice(app):
    anna = make.person(app)
    app.run(EditPerson(anna, {"profession": "baker"}, seen=1))
    app.undo()
    with pytest.raises(UserError) as refused:
        app.run(EditPerson(anna, {"profession": "cook"}, seen=2))
    assert refused.value.code == "changed-meanwhile"


ONE_NEW = "Vorname;Nachname\nIda;Fuchs"
TWO_NEW = "Vorname;Nachname;Beruf\nAnna;Klos;Köchin\nJan;Fuchs;"

USUAL = (
    st.tuples(st.just("add"), st.sampled_from(("Anna", "Jan", "Ola", "Émile"))),
    st.tuples(
        st.just("edit"),
        st.integers(0, 5),
        st.sampled_from(("given", "profession")),
        st.text("abŁ", max_size=3),
    ),
    st.tuples(st.just("tag"), st.integers(0, 5), st.sampled_from(("choir", "wine"))),
    st.tuples(st.just("untag"), st.integers(0, 5), st.sampled_from(("choir", "wine"))),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("reopen")),
)
ACTS = st.lists(st.one_of(*USUAL), max_size=14)
USUAL_WAYS = (
    lambda c: ("add", c.choice(("Anna", "Jan", "Ola", "Émile"))),
    lambda c: (
        "edit",
        c.randint(0, 5),
        c.choice(("given", "profession")),
        "".join(c.choices("abŁ", k=c.randint(0, 3))),
    ),
    lambda c: ("tag", c.randint(0, 5), c.choice(("choir", "wine"))),
    lambda c: ("untag", c.randint(0, 5), c.choice(("choir", "wine"))),
    lambda _: ("undo",),
    lambda _: ("redo",),
    lambda _: ("reopen",),
)
RARE_WAYS = (
    lambda c: ("merge", c.randint(0, 5), c.randint(0, 5)),
    lambda c: ("bring in", c.choice((ONE_NEW, TWO_NEW))),
    lambda c: ("erase", c.randint(0, 5)),
)
STORIES, PARTS = 10_000, 20
STORY = (
    ("add", "Anna"),
    ("bring in", TWO_NEW),
    ("undo",),
    ("redo",),
    ("merge", 0, 1),
    ("undo",),
    ("reopen",),
    ("redo",),
    ("edit", 0, "profession", "ab"),
    ("erase", 0),
    ("edit", 0, "given", "ab"),
    ("bring in", ONE_NEW),
    ("undo",),
    ("redo",),
    ("merge", 0, 1),
    ("undo",),
)
"""Every kind of act once, the rare ones with undo and redo."""


class Model:
    """What the file should hold: a list of states, and where we stand in it."""

    def __init__(self, state):
        self.states = [state]
        self.at = 0

    def did(self, state):
        if state != self.states[self.at]:
            self.states[self.at + 1 :] = [state]
            self.at += 1

    def undo(self):
        if self.at:
            self.at -= 1
            return True
        return False

    def redo(self):
        if self.at + 1 < len(self.states):
            self.at += 1
            return True
        return False


def run_story(path, acts):
    app = App.open(path, make.WHO, today=make.TODAY)
    model, erased = Model(make.snapshot(app)), []
    try:
        for act in acts:
            if act[0] == "reopen":
                app.close()
                app = App.open(path, make.WHO, today=make.TODAY)
            elif act[0] == "erase":
                erased += erase(app, act[1])
                # What was done to others can still be undone, but it is no longer the states of before.
                model = model if not erased else None
            elif model is None:
                go_on(app, act)
            elif act[0] == "undo":
                assert (app.undo() is not None) == model.undo()
            elif act[0] == "redo":
                assert (app.redo() is not None) == model.redo()
            else:
                do_act(app, act)
                model.did(make.snapshot(app))
            found = make.snapshot(app)
            if model is not None:
                assert found == model.states[model.at], act
            assert not [ref for ref in erased if found.get("person", {}).get(ref, {}).get("given")], act
        assert app.engine.problems() == []
    finally:
        app.close()


def erase(app, number):
    """Erase somebody for good; gives whom."""
    people = sorted(make.snapshot(app).get("person", {}))
    if not people:
        return []
    person_id = people[number % len(people)]
    app.erase([Listed(person_id.hex)], places=())
    return [person_id]


def go_on(app, act):
    """An act after somebody was erased: it may be refused, and breaks nothing."""
    with suppress(UserError):
        if act[0] in ("undo", "redo"):
            getattr(app, act[0])()
        else:
            do_act(app, act)


def do_act(app, act):
    people = sorted(make.snapshot(app).get("person", {}))
    if act[0] == "add":
        app.run(AddPeople((NewPerson(act[1], "Klos"),), joined=None, town="Rosenau"))
        return
    if act[0] == "bring in":
        bring_in(app, act[1])
        return
    if not people:
        return
    person_id = people[act[1] % len(people)]
    if act[0] == "edit":
        app.run(EditPerson(person_id, {act[2]: act[3]}))
    elif act[0] == "merge":
        with suppress(UserError):  # of one with itself, or of who is merged already
            app.run(MergePeople(person_id, people[act[2] % len(people)]))
    elif act[0] == "tag":
        app.run(AddTag((person_id,), act[2]))
    else:
        app.run(RemoveTag((person_id,), act[2]))


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("empty") / "empty.hospes"
    make.founded(path).close()
    return path


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=ACTS)
def test_random_acts_and_undos_equal_a_model(acts, empty_file, tmp_path):
    check_story(acts, empty_file, tmp_path)


def test_a_story_of_every_kind_of_act_equals_a_model(empty_file, tmp_path):
    check_story(STORY, empty_file, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("part", range(PARTS))
def test_thousands_of_random_acts_equal_a_model(part, empty_file, tmp_path):
    """10 000 stories in parts that can run beside each other; a story that fails is named by its seed."""
    for number in range(STORIES // PARTS):
        seed = f"story {part} {number}"
        acts = random_story(random.Random(seed))
        try:
            check_story(acts, empty_file, tmp_path)
        except Exception as error:
            raise AssertionError(f"{seed}: {acts}") from error


def random_story(chance):
    """Up to 14 acts by chance; every seventh or so is a rare one."""
    return [
        chance.choice(RARE_WAYS if chance.random() < 0.15 else USUAL_WAYS)(chance)
        for _ in range(chance.randint(1, 14))
    ]


def check_story(acts, empty_file, tmp_path):
    path = tmp_path / "story.hospes"
    path.write_bytes(empty_file.read_bytes())
    run_story(path, acts)
