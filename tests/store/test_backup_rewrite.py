# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing what lies inside finished backups, for erasing somebody from every one of them."""

from datetime import UTC, date, datetime

import pytest

from hospes.store import backup, backup_places, driver, schema_check
from hospes.store.backup_rewrite import rewriting
from hospes.store.restore import restore
from tests.store import aging
from tests.store.world import DAY, do, family, founded

NOW = datetime(2026, 4, 27, 9, 30, tzinfo=UTC)


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "Rosenau.hospes"
    app = founded(path)
    do(app, lambda w: family(w, "Marker", "Anna", "Otto"))
    app.close()
    return path


def rename(inside):
    connection = driver.connect(inside, "rw")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE person SET surname='Nobody' WHERE surname='Marker'")
    connection.execute("COMMIT")
    connection.close()


def people(path):
    with backup.looking(path) as inside:
        connection = driver.connect(inside, "ro")
        found = connection.execute("SELECT DISTINCT surname FROM person").fetchall()
        connection.close()
    return found


def test_every_copy_in_every_place_is_changed_and_whole(document, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    places = ("", str(stick))
    made = backup_places.make(document, places, now=NOW, day=DAY, figures={"members": 2}).backup
    copies = backup_places.every(made.manifest.file_id, places)
    assert len(copies) == 2
    for one in copies:
        with rewriting(one) as inside:
            rename(inside)
    for one in copies:
        found = backup.check(one.path)
        assert (found.sequence, found.made_at, found.day) == (1, NOW, date(2026, 4, 27))
        assert found.figures == {"members": 2}
        assert people(one.path) == [("Nobody",)]
        assert one.path.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name[0] for path in stick.iterdir() if ".part" in path.name) == []


def test_when_it_goes_wrong_the_backup_stays_what_it_was(document):
    made = backup_places.make(document, (), now=NOW, day=DAY).backup
    before = made.path.read_bytes()

    def change_and_fail():
        with rewriting(made) as inside:
            rename(inside)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    assert made.path.read_bytes() == before
    assert [one for one in made.path.parent.iterdir() if ".part" in one.name] == []


def test_a_damaged_one_is_listed_apart(document):
    made = backup_places.make(document, (), now=NOW, day=DAY).backup
    made.path.write_bytes(made.path.read_bytes()[:300])
    assert backup_places.every(made.manifest.file_id, ()) == []
    assert backup_places.damaged_ones(document, ()) == [made.path]


@pytest.fixture
def older(document, tmp_path_factory, monkeypatch):
    """A backup of the version before, in a program of the next."""
    made = backup_places.make(document, (), now=NOW, day=DAY).backup
    aging.grow(tmp_path_factory.mktemp("newer") / "migrations", monkeypatch)
    yield made
    schema_check._expected.cache_clear()


def badge(path):
    connection = driver.connect(path, "ro")
    found = connection.execute("SELECT name FROM badge").fetchone()
    connection.close()
    return found


def test_the_backup_of_an_older_hospes_is_brought_up_to_date(older, tmp_path):
    with rewriting(older) as inside:
        assert badge(inside) == ("golden pin",)
        rename(inside)
    assert backup.check(older.path).schema == aging.NEW
    assert people(older.path) == [("Nobody",)]


def test_an_older_backup_is_restored_as_a_present_file(older, tmp_path):
    new = tmp_path / "back.hospes"
    seen = []
    restore(older.path, new, places=(), now=NOW, day=DAY, prepare=lambda *files: seen.append(files[1]))
    assert badge(new) == ("golden pin",)
    assert seen == [None]


def test_what_must_stay_away_is_taken_out_before_the_copy_takes_the_place(document):
    made = backup_places.make(document, (), now=NOW, day=DAY).backup
    seen = []

    def prepare(part, present):
        seen.append(present)
        rename(part)

    restore(made.path, document, places=(), now=NOW, day=DAY, prepare=prepare)
    assert seen == [document]
    connection = driver.connect(document, "ro")
    assert connection.execute("SELECT DISTINCT surname FROM person").fetchall() == [("Nobody",)]
    connection.close()
