# SPDX-License-Identifier: GPL-3.0-or-later
"""What a start loads: help at once, nothing heavy before it is needed."""

import os
import shutil
import subprocess
import sys

import pytest

from hospes import __main__ as start

HEAVY = (
    "PySide6",
    "sqlalchemy",
    "reportlab",
    "alembic",
    "babel",
    "phonenumbers",
    "numpy",
    "highspy",
    "sqlite3",
)


def hospes(*words, before="", cwd=None, **environment):
    """Run the command line in a process of its own, after the Python line `before`."""
    script = f"{before}\nfrom hospes.__main__ import main\nmain({list(words)!r})\n"
    surroundings = {**os.environ, "HOSPES_LANGUAGE": "en", "PYTHONUTF8": "1", **environment}
    words = [sys.executable, "-c", script]
    return subprocess.run(words, capture_output=True, text=True, cwd=cwd, env=surroundings, check=False)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["paper", "--help"]])
def test_help_loads_nothing_heavy(words):
    tell = f"""
import atexit, sys
atexit.register(lambda: print(sorted(m for m in {HEAVY!r} if m in sys.modules), file=sys.stderr))"""
    done = hospes(*words, before=tell)
    assert done.stdout
    assert done.stderr.strip() == "[]"


def test_a_command_on_a_file_loads_no_qt_widgets(example_once, tmp_path):
    tell = """
import atexit, sys
atexit.register(lambda: print([m for m in sys.modules if m == 'PySide6.QtWidgets'], file=sys.stderr))"""
    shutil.copyfile(example_once, tmp_path / "a.hospes")
    done = hospes("info", "a.hospes", before=tell, cwd=tmp_path)
    assert done.stdout
    assert done.stderr.strip() == "[]"


def test_without_a_display_it_says_so_in_one_line():
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    words = [sys.executable, "-m", "hospes"]
    environment = {**os.environ, **nothing, "HOSPES_LANGUAGE": "en"}
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=False)
    if sys.platform.startswith("linux"):
        assert done.returncode == 1
        assert done.stderr == "hospes: There is no display here, so the window cannot open.\n"


def test_the_day_is_taken_from_before_or_after_a_file():
    assert start._today(["--today", "2026-04-27", "a.hospes"]) == ("2026-04-27", ["a.hospes"])
    assert start._today(["a.hospes", "--today=2026-04-27"]) == ("2026-04-27", ["a.hospes"])
    assert start._today(["a.hospes"]) == (None, ["a.hospes"])


def test_the_hidden_argument_is_the_one_the_child_is_called_with():
    from hospes import children

    assert start.CHILD == children.HIDDEN_ARGUMENT
