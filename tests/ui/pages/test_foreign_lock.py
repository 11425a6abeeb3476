# SPDX-License-Identifier: GPL-3.0-or-later
"""Another program holds the file (T2): a sentence, the window goes on, and afterwards nothing is lost.

Of the test catalogue: T2.5.
"""

import subprocess
import sys
from itertools import pairwise

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer

from hospes.actions.people import EditPerson
from hospes.ui import reading_again
from tests import make

HOLDING = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
held.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
held.execute("ROLLBACK")
"""


class Other:
    """The other program."""

    def __init__(self, path, how):
        words = [sys.executable, "-c", HOLDING, str(path), how]
        self._child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._child.stdout.readline() == "held\n"

    def let_go(self):
        self._child.communicate("go\n", timeout=60)
        assert self._child.returncode == 0


def profession(at):
    return make.snapshot(at.app)["person"][at.world.barbara]["profession"]


def librarian(at):
    return at.desk.run(EditPerson(at.world.barbara, {"profession": "librarian"}), said="Written.")


def test_a_page_says_that_it_cannot_be_read_and_is_read_as_soon_as_it_can(at, qtbot, monkeypatch):
    monkeypatch.setattr(reading_again, "AGAIN_MS", 50)
    at.app.engine.patience_ms = 20
    other = Other(at.app.path, "BEGIN EXCLUSIVE")
    at.desk.go("members")
    assert at.said().startswith("Another program is using the file just now.")
    assert librarian(at) is None
    other.let_go()
    qtbot.waitUntil(lambda: at.there("members.table"), timeout=60_000)
    qtbot.waitUntil(lambda: at.said() == "Written.", timeout=60_000)
    assert profession(at) == "librarian"
    at.go("visits")
    assert at.window.place == "visits"


@pytest.mark.long
@pytest.mark.parametrize("how", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_minute(at, qtbot, how):
    """Sixty seconds: what was pressed at the beginning is given up with a sentence, and works afterwards."""
    at.go("person", id=at.world.barbara.hex)
    before = profession(at)
    other = Other(at.app.path, how)
    clock = QElapsedTimer()
    clock.start()
    gaps = []
    turns = QTimer(interval=20)
    turns.timeout.connect(lambda: gaps.append(clock.elapsed()))
    turns.start()
    assert librarian(at) is None
    assert at.said() == "Another program is using the file. Hospes tries again."
    for place in ("members", "visits", "money", "contacts", "today", "members"):
        qtbot.wait(8_000)
        at.desk.go(place)
    qtbot.waitUntil(lambda: clock.elapsed() > 60_000, timeout=120_000)
    turns.stop()
    print(f"{how}: longest standstill {max(b - a for a, b in pairwise(gaps)) / 1000:.1f} s")
    other.let_go()
    qtbot.waitUntil(lambda: at.there("members.table"), timeout=60_000)
    assert profession(at) == before
    qtbot.waitUntil(lambda: librarian(at) is not None, timeout=60_000)
    assert at.said() == "Written."
    assert profession(at) == "librarian"
    assert at.app.engine.problems() == []
