# SPDX-License-Identifier: GPL-3.0-or-later
"""What a start loads and opens: help at once, nothing heavy before it is needed, never a network socket."""

import os
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


def test_a_command_on_a_file_loads_no_qt_widgets(tmp_path):
    tell = """
import atexit, sys
atexit.register(lambda: print([m for m in sys.modules if m == 'PySide6.QtWidgets'], file=sys.stderr))"""
    hospes("demo", "a.hospes", "--members", "20", cwd=tmp_path)
    done = hospes("info", "a.hospes", before=tell, cwd=tmp_path)
    assert done.stdout
    assert done.stderr.strip() == "[]"


def test_no_network_socket_is_ever_opened(tmp_path):
    guard = """
import socket, sys
def guard(event, args):
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        raise SystemExit("a network socket")
    if event in ("socket.getaddrinfo", "socket.connect", "socket.bind"):
        raise SystemExit("a network address")
sys.addaudithook(guard)"""
    (tmp_path / "in.csv").write_text("given_name,family_name,email\nAnna,Muster,anna@example.org\n", "utf-8")
    for words in (
        ["demo", "a.hospes", "--members", "20"],
        ["import", "a.hospes", "in.csv"],
        ["paper", "a.hospes", "member-list", "m.pdf"],
        ["export", "a.hospes", "out.xlsx", "--what", "members"],
    ):
        done = hospes(*words, before=guard, cwd=tmp_path)
        assert done.stderr == "", words
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "out.xlsx").is_file()


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
