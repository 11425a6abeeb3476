# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of a real window with a form half filled in (T1.6): offered again, and nothing is half saved."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from hospes.app import App
from hospes.store.tables.people import Person
from tests.store.world import DAY, WHO, do, family, founded

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.hospes"
    app = founded(path)
    do(app, lambda w: family(w, "Meier", "Anna", "Otto"))
    app.close()
    return path


def sitting(file, what):
    """The window in a process of its own."""
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    return subprocess.Popen(
        [sys.executable, "-m", "tests.safety.sitting", str(file), what],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": places, "QT_QPA_PLATFORM": "offscreen"},
    )


def people(file):
    app = App.open(file, WHO, today=DAY)
    try:
        assert app.engine.problems() == []
        with app.engine.read() as reader:
            return reader.execute(select(func.count()).select_from(Person)).scalar(), app.drafts("new-member")
    finally:
        app.close()


def typed_and_killed(file, word, wait):
    with sitting(file, "type") as window:
        for line in window.stdout:
            if line.strip() == word:
                break
        time.sleep(wait)
        window.kill()


def test_what_was_typed_comes_back_after_a_kill(file):
    typed_and_killed(file, "kept", 0.05)
    number, drafts = people(file)
    assert number == 2, "nobody is half saved"
    assert "Halbfertig" in json.dumps(drafts[0].content)
    with sitting(file, "look") as window:
        told = json.loads(window.stdout.read().splitlines()[-1])
    assert "Halbfertig" in told["said"]
    assert told["fields"] == ["Anneliese", "Halbfertig"]


@pytest.mark.parametrize("times", [4, pytest.param(20, marks=pytest.mark.long)])
def test_killed_at_any_moment_of_typing(file, tmp_path, times):
    chance = random.Random(times)
    for number in range(times):
        copy = Path(shutil.copy(file, tmp_path / f"{number}.hospes"))
        typed_and_killed(copy, "typing", chance.uniform(0, 2.5))
        assert people(copy)[0] == 2
