# SPDX-License-Identifier: GPL-3.0-or-later
"""Solving in a process of its own: whatever becomes of it, the file and the window stay."""

import pickle
import sys
import time
from dataclasses import replace

import pytest

from hospes import children, solving
from hospes.app import App
from hospes.domain.matching.solve import solve
from hospes.domain.matching.values import Plan
from hospes.solving import NoPlan, Question, Stopped, plan_in_child
from tests import hosting, make


@pytest.fixture(scope="module")
def case(example_once):
    app = App.open(example_once, make.WHO, read_only=True)
    found = hosting.case_of(app, hosting.ascension(app))
    app.close()
    return found


@pytest.fixture
def as_child(monkeypatch):
    """Puts any program in the child's place."""

    def use(body):
        call = [sys.executable, "-c", f"import sys, os, time\nsys.stdin.buffer.read()\n{body}"]
        monkeypatch.setattr(children, "command", lambda job: call)

    return use


def test_the_child_finds_the_same_plan(case):
    told = []
    plan = plan_in_child(case, 30, progress=lambda progress: told.append(progress) or True)
    mine = solve(case)
    assert replace(plan, seconds=0) == replace(mine, seconds=0)
    assert plan.optimal
    assert all(one.seconds >= 0 for one in told)


def test_a_case_comes_through_whole(case):
    question = Question(case, 5.0, replan=True)
    assert pickle.loads(pickle.dumps(question)) == question


def test_a_case_of_any_size_reaches_a_child_that_is_slow_to_start():
    body = "import sys, time; time.sleep(0.5); print(len(sys.stdin.buffer.read()))"
    said = children.ask([sys.executable, "-c", body], b"x" * 3_000_000, seconds=60, resident=10**10)
    assert said.split() == [b"3000000"]


def test_stop_ends_it_at_once(as_child, case):
    as_child("time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(Stopped):
        plan_in_child(case, 60, progress=lambda progress: False)
    assert time.monotonic() - begun < 20


def test_progress_is_what_the_child_told_last(as_child, case):
    as_child(
        "print('hospes-progress placing 3 20 - 0.10', file=sys.stderr, flush=True)\n"
        "print('a library says something', file=sys.stderr, flush=True)\n"
        "print('hospes-progress wishing 34 3700 3800 1.25', file=sys.stderr, flush=True)\n"
        "time.sleep(60)"
    )
    told = []

    def hear(progress):
        told.append(progress)
        return progress.stage != "wishing"

    with pytest.raises(Stopped):
        plan_in_child(case, 60, progress=hear)
    assert (told[-1].placed, told[-1].score, told[-1].bound, told[-1].seconds) == (34, 3700, 3800, 1.25)


@pytest.mark.parametrize("body", ["os.abort()", "sys.exit(3)", "print('no plan')", "raise MemoryError"])
def test_a_child_that_dies_is_a_sentence(as_child, case, body):
    as_child(body)
    with pytest.raises(NoPlan):
        plan_in_child(case, 5)


def test_a_child_that_hangs_is_ended(as_child, case, monkeypatch):
    monkeypatch.setattr(solving, "GRACE", 0.2)
    as_child("time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(NoPlan):
        plan_in_child(case, 0.1)
    assert time.monotonic() - begun < 20


def test_the_child_knows_neither_file_nor_window(case):
    code = (
        f"import sys; sys.path.insert(0, {str(children.Path(children.__file__).parents[2])!r});"
        "import hospes.solving, hospes.domain.matching.solve;"
        "print(sorted({'sqlalchemy', 'PySide6', 'reportlab', 'alembic'} & sys.modules.keys()))"
    )
    said = children.ask([sys.executable, "-c", code], b"", seconds=60, resident=10**10)
    assert said.split() == [b"[]"]


def test_a_plan_is_what_it_says(case):
    plan = plan_in_child(case, 30, replan=True)
    assert isinstance(plan, Plan)
    assert plan.moved
