# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading in a process of its own: whatever becomes of it, we stay.

Of the test catalogue: T5.1 to T5.5 in a child, T8.3 stopping it.
"""

import subprocess
import sys
import time

import pytest

from hospes import children
from hospes.transfer import child
from hospes.transfer.child import Limits, Stopped, read_in_child
from hospes.transfer.reading import ReadOptions, Unreadable


def script(body):
    return [sys.executable, "-c", f"import sys, os, time\nsys.stdin.readline()\n{body}"]


@pytest.fixture
def as_child(monkeypatch):
    """Puts any program in the child's place."""

    def use(body):
        monkeypatch.setattr(child, "_command", lambda: script(body))

    return use


def test_a_list_comes_through_with_its_days(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("Name;Ort\nMüller;Köln\n" * 2000, encoding="cp1252")
    shares = []
    grid = read_in_child(path, ReadOptions(), lambda share: shares.append(share) or True)
    assert len(grid.rows) == 4000
    assert grid.rows[1] == (2, ["Müller", "Köln"])
    assert grid.head.encoding == "cp1252"


def test_a_sentence_of_the_child_arrives_as_one(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"Name;Ort\n" + b";" * 300 + b"x\n")
    with pytest.raises(Unreadable) as refused:
        read_in_child(path, ReadOptions())
    assert refused.value.code == "source-too-wide"
    assert refused.value.args_by_name["line"] == 2


@pytest.mark.parametrize(
    "body",
    [
        "os.abort()",
        "sys.exit(3)",
        'print(\'{"head": {"form": "csv", "encodings": [], "sheets": []}}\')',
        "raise MemoryError",
    ],
)
def test_a_child_that_dies_is_a_sentence(as_child, tmp_path, body):
    as_child(body)
    with pytest.raises(Unreadable, match="could not be read"):
        read_in_child(tmp_path / "a.csv", ReadOptions())


def test_a_child_that_hangs_is_ended(as_child, tmp_path):
    as_child("time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(Unreadable):
        read_in_child(tmp_path / "a.csv", ReadOptions(), limits=Limits(seconds=0.2))
    assert time.monotonic() - begun < 20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc how much memory is used")
def test_a_child_that_takes_all_memory_is_ended(as_child, tmp_path):
    as_child("a = []\nwhile True:\n    a.append(b'x' * 10_000_000)\n    time.sleep(0.01)")
    with pytest.raises(Unreadable):
        read_in_child(tmp_path / "a.csv", ReadOptions(), limits=Limits(seconds=30, resident=200_000_000))


def test_somebody_can_stop_it(as_child, tmp_path):
    as_child("time.sleep(60)")
    with pytest.raises(Stopped):
        read_in_child(tmp_path / "a.csv", ReadOptions(), progress=lambda share: False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limits; the parent watches there")
def test_the_child_has_limits_before_it_reads(tmp_path):
    code = (
        "from hospes.children import limit; import resource; limit(300_000_000, 5);"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {str(child.Path(child.__file__).parents[2])!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["300000000", "6"]


def test_the_child_loads_neither_sql_nor_qt_nor_language_data():
    root = str(child.Path(child.__file__).parents[2])
    code = (
        f"import sys; sys.path.insert(0, {root!r}); import hospes.transfer.child, hospes.transfer.readers;"
        "heavy = {'sqlalchemy', 'PySide6', 'babel', 'phonenumbers', 'reportlab', 'alembic'};"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_a_frozen_build_calls_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._command() == [sys.executable, children.HIDDEN_ARGUMENT, "read"]
    from hospes import __main__

    assert __main__.CHILD == children.HIDDEN_ARGUMENT
