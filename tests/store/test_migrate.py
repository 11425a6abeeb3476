# SPDX-License-Identifier: GPL-3.0-or-later
"""An older document becomes a present one, whole, or stays what it was; the original is kept.

Of the test catalogue: T3.3. Nothing is released yet, so there is no file of a released version to open;
`tests/store/aging.py` takes this version for the released one and makes a next one, and every road is walked
with that. The first release brings its file and its golden dump along, which are never made anew.
"""

import os
import sqlite3
from uuid import uuid4

import pytest

from hospes.domain.errors import UserError
from hospes.store import driver, files, migrate, schema_check
from tests.store import aging
from tests.store.aging import NEW, OLD


@pytest.fixture
def old(document):
    """A document of the version before, with people in it."""
    raw = driver.connect(document)
    raw.execute("BEGIN")
    person = [uuid4().hex for _ in range(200)]
    names = [
        row[1]
        for row in raw.execute("PRAGMA table_info(person)")
        if row[3] and row[1] not in {"id", "version"}
    ]
    marks = ", ".join("?" * (len(names) + 2))
    for number, ref in enumerate(person):
        values = [_fitting(name, number) for name in names]
        raw.execute(
            f"INSERT INTO person (id, version, {', '.join(names)}) VALUES ({marks})", (ref, 3, *values)
        )
        raw.execute(
            "INSERT INTO person_text (id, version, person_id, language, salutation) "
            "VALUES (?, 1, ?, 'de', 'Lieber')",
            (uuid4().hex, ref),
        )
    raw.execute("COMMIT")
    raw.close()
    return document


def _fitting(name, number):
    codes = {"name_order": "given_first", "gender": "u", "formality": "formal", "deceased": 0, "by_email": 0}
    return codes.get(name, f"{name} {number}")


@pytest.fixture
def newer(tmp_path_factory, monkeypatch):
    """The program is one version further."""
    aging.grow(tmp_path_factory.mktemp("newer") / "migrations", monkeypatch)
    yield
    schema_check._expected.cache_clear()


def dump(path, table="person"):
    raw = sqlite3.connect(path)
    raw.row_factory = sqlite3.Row
    rows = {row["id"]: dict(row) for row in raw.execute(f"SELECT * FROM {table}")}
    version = raw.execute("PRAGMA user_version").fetchone()[0]
    raw.close()
    return version, rows


def test_the_steps_of_alembic_lead_to_the_schema_of_the_tables(tmp_path, document):
    """From nothing, through every migration, to the very schema new documents are made with."""
    path = tmp_path / "from nothing.hospes"
    path.touch()
    migrate.upgrade(path, 0)
    connection = driver.connect(path)
    assert schema_check.differences(connection, schema_check.SCHEMA_VERSION) == []
    connection.close()


def test_an_old_document_is_migrated_when_it_is_opened(old, newer):
    before = dump(old)[1]
    opened = files.open_file(old)
    assert (opened.migrated_from, opened.read_only) == (OLD, False)
    assert opened.kept == old.with_name(f"a (version {OLD}).hospes")
    assert opened.engine.problems() == []
    opened.close()
    version, after = dump(old)
    assert version == NEW
    assert after == {ref: {"motto": "", **row} for ref, row in before.items()}
    assert len(dump(old, "person_text")[1]) == 200
    assert dump(opened.kept) == (OLD, before), "the original is what it was"
    assert {name: oct((old.parent / name).stat().st_mode & 0o777) for name in os.listdir(old.parent)} == {
        "a.hospes": "0o600",
        f"a (version {OLD}).hospes": "0o600",
    }


def test_the_next_opening_does_nothing_more(old, newer):
    files.open_file(old).close()
    content = old.read_bytes()
    opened = files.open_file(old)
    assert (opened.migrated_from, opened.kept) == (None, None)
    opened.close()
    assert old.read_bytes() == content


def test_looking_at_an_old_document_changes_nothing(old, newer, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    before = old.read_bytes()
    opened = files.open_file(old, read_only=True)
    assert opened.read_only
    with opened.engine.read() as reader:
        assert reader.exec_driver_sql("SELECT name FROM badge").scalar() == "golden pin"
    borrowed = [name for name in os.listdir(tmp_path) if name.startswith("hospes-")]
    assert len(borrowed) == 1
    assert (tmp_path / borrowed[0]).stat().st_mode & 0o777 == 0o700
    opened.close()
    assert old.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.hospes"]


def test_earlier_originals_are_not_overwritten(old, newer):
    earlier = old.with_name(f"a (version {OLD}).hospes")
    earlier.write_text("another one")
    opened = files.open_file(old)
    opened.close()
    assert earlier.read_text() == "another one"
    assert opened.kept == old.with_name(f"a (version {OLD}, 2).hospes")
    assert dump(opened.kept)[0] == OLD


def test_a_stick_without_second_names_keeps_a_copy(old, newer, monkeypatch):
    def no_links(*args, **more):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    before = dump(old)
    opened = files.open_file(old)
    opened.close()
    assert dump(opened.kept) == before
    assert dump(old)[0] == NEW
    assert len(os.listdir(old.parent)) == 2


FAILING = {
    "breaks": "\n    op.execute('SELECT nonsense')\n",
    "loses rows": "\n    op.execute('DELETE FROM person_text')\n",
    "breaks references": "\n    op.execute(\"UPDATE person_text SET person_id = 'nobody ' || id\")\n",
    "makes another schema": "\n    op.execute('CREATE TABLE more (x)')\n",
}


@pytest.mark.logs
@pytest.mark.parametrize("how", FAILING)
def test_a_migration_that_fails_leaves_everything_as_it_was(old, tmp_path_factory, monkeypatch, how):
    aging.grow(tmp_path_factory.mktemp("bad") / "migrations", monkeypatch, aging.STEP + FAILING[how])
    before = old.read_bytes()
    with pytest.raises(Exception) as failed:  # noqa: PT011 - a broken step is a fault of the program, the rest is told
        files.open_file(old)
    if how != "breaks":
        assert isinstance(failed.value, UserError)
        assert failed.value.code == "migration-failed"
    assert old.read_bytes() == before
    assert os.listdir(old.parent) == ["a.hospes"]
    schema_check._expected.cache_clear()


def test_an_old_document_with_a_strange_inside_is_not_migrated(old, newer):
    raw = sqlite3.connect(old)
    raw.execute("CREATE TRIGGER t AFTER INSERT ON person BEGIN SELECT 1; END")
    raw.close()
    before = old.read_bytes()
    with pytest.raises(UserError) as refused:
        files.open_file(old)
    assert refused.value.code == "file-strange"
    assert old.read_bytes() == before
