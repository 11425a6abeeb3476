# SPDX-License-Identifier: GPL-3.0-or-later
"""Connecting: every setting on every connection, the very file that was named, never a new one."""

import os
import sqlite3
import unicodedata
from pathlib import Path

import pytest

from hospes.domain.errors import UserError
from hospes.store import driver, files
from hospes.store.engine import FileEngine

SAFE = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}
ODD_NAMES = [
    "a b.hospes",
    "100%41.hospes",
    "a#b?mode=ro&x=1.hospes",
    'O\'Neil "x".hospes',
    "file:a.hospes",
    "fête 🎉.hospes",
    unicodedata.normalize("NFD", "Łódź Émile.hospes"),
    "\u05d0\u05d1\u202e.hospes",
    "trailing dot.hospes.",
    "a" * 240 + ".hospes",
    ":memory:",
]


def settings(execute):
    found = {}
    for name, value in SAFE.items():
        row = execute(f"PRAGMA {name}").fetchone()
        found[name] = value if row is None and name == "mmap_size" else row[0]
    return found


@pytest.mark.parametrize("mode", ["rw", "ro"])
def test_every_setting_is_read_back_on_a_plain_connection(document, mode):
    connection = driver.connect(document, mode)
    assert settings(connection.execute) == SAFE
    assert connection.execute("PRAGMA query_only").fetchone()[0] == (mode == "ro")
    assert connection.isolation_level is None
    connection.close()


def test_every_setting_is_read_back_on_readers_and_writer(engine):
    with engine.read() as one, engine.read() as two:
        assert settings(one.exec_driver_sql) == settings(two.exec_driver_sql) == SAFE
        assert one.exec_driver_sql("PRAGMA query_only").scalar() == 1
    with engine.write() as writer:
        assert settings(writer.exec_driver_sql) == SAFE
        assert writer.exec_driver_sql("PRAGMA query_only").scalar() == 0


def test_a_setting_that_does_not_hold_is_refused(document, monkeypatch):
    monkeypatch.setattr(driver, "_PRAGMAS", (("synchronous", "OFF", 3),))
    with pytest.raises(UserError) as refused:
        driver.connect(document)
    assert refused.value.code == "sqlite-unfit"


@pytest.mark.parametrize("mode", ["rw", "ro"])
def test_connecting_never_makes_a_file(tmp_path, mode):
    with pytest.raises(UserError) as refused:
        driver.connect(tmp_path / "not there.hospes", mode)
    assert refused.value.code == "file-missing"
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ODD_NAMES)
def test_the_very_file_is_opened_whatever_its_name(tmp_path, name):
    path = tmp_path / name
    with files.creating(path):
        pass
    assert os.listdir(tmp_path) == [name]
    engine = FileEngine(path, read_only=False)
    with engine.write() as writer:
        writer.exec_driver_sql("INSERT INTO file_fact VALUES ('test', 'here')")
    engine.close()
    plain = sqlite3.connect(os.path.join(tmp_path, name) if name != ":memory:" else str(path))
    assert plain.execute("SELECT value FROM file_fact WHERE key = 'test'").fetchone() == ("here",)
    plain.close()
    assert os.listdir(tmp_path) == [name]


def test_a_relative_name_is_found(document, monkeypatch):
    monkeypatch.chdir(document.parent)
    connection = driver.connect(document.relative_to(document.parent))
    assert connection.execute("PRAGMA application_id").fetchone()[0] == driver.APPLICATION_ID
    connection.close()


def test_a_network_share_keeps_its_slashes():
    assert driver.uri(Path("/a/b c"), "ro") == "file:///a/b%20c?mode=ro"
    assert driver.uri(Path("//server/share/x"), "rw") == "file:////server/share/x?mode=rw"


def test_it_is_known_which_files_are_open_here(document, tmp_path):
    link = tmp_path / "link.hospes"
    link.symlink_to(document)
    assert not driver.is_open_here(document)
    one, two = driver.connect(document), driver.connect(document, "ro")
    assert driver.is_open_here(document)
    assert driver.is_open_here(link)
    one.close()
    assert driver.is_open_here(document)
    two.close()
    assert not driver.is_open_here(document)


def test_a_connection_never_commits_by_itself(document):
    connection = driver.connect(document)
    with pytest.raises(TypeError, match="no context manager"):
        connection.__enter__()
    connection.close()


def test_faults_of_the_program_are_not_dressed_up(document):
    connection = driver.connect(document)
    with pytest.raises(sqlite3.OperationalError) as fault:
        connection.execute("SELECT nonsense")
    connection.close()
    with pytest.raises(sqlite3.OperationalError):
        driver.explain(fault.value)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_BUSY_SNAPSHOT", "file-busy"),
        ("SQLITE_FULL", "disk-full"),
        ("SQLITE_CORRUPT_INDEX", "file-damaged"),
        ("SQLITE_NOTADB", "file-foreign"),
        ("SQLITE_READONLY_DBMOVED", "file-read-only"),
        ("SQLITE_CANTOPEN", "file-missing"),
        ("SQLITE_IOERR_WRITE", "disk-trouble"),
    ],
)
def test_each_refusal_of_sqlite_has_its_sentence(name, code):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    assert driver.explain(error).code == code
