# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups: made whole and checked, damage noticed wherever it falls, generations, going back.

Of the test catalogue: T2.8 the clock, T2.9 places, T2.10 going back, T3.2 damaged backups.
"""

import hashlib
import random
import shutil
import sqlite3
import stat
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hospes.app import App
from hospes.domain.errors import UserError
from hospes.store import backup, backup_places, driver
from hospes.store.backup import SUFFIX, Backup, Manifest
from hospes.store.lock import FileInUse
from hospes.store.restore import restore
from tests.store.world import DAY, WHO, do, family, founded

NOW = datetime(2026, 4, 27, 9, 30, tzinfo=UTC)


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "Rosenau.hospes"
    app = founded(path)
    do(app, lambda w: family(w, "Meier", "Anna", "Otto"))
    app.close()
    return path


def add(document, name):
    app = App.open(document, WHO, today=DAY)
    do(app, lambda w: family(w, name, "Eva"))
    app.close()


def rows(path):
    """A hash over every row of every table, whatever the file's pages look like."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    found = {}
    for name in sorted(names):
        lines = sorted(repr(row) for row in connection.execute(f'SELECT * FROM "{name}"'))
        found[name] = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    connection.close()
    return found


def made(document, day=DAY, **more):
    return backup_places.make(document, (), now=NOW, day=day, **more).backup


def test_a_backup_lies_in_the_usual_place_private_and_whole(document, own_folders):
    one = made(document, figures={"members": 2})
    assert one.path.name == "Rosenau 2026-04-27.hospes-backup"
    assert stat.S_IMODE(one.path.stat().st_mode) == 0o600
    manifest = backup.check(one.path)
    assert manifest == one.manifest
    assert (manifest.sequence, manifest.day, manifest.figures) == (1, date(2026, 4, 27), {"members": 2})
    assert manifest.counts["person"] == 2
    with zipfile.ZipFile(one.path) as archive:
        assert archive.testzip() is None
        assert hashlib.sha256(archive.read(backup.DATA)).hexdigest() == manifest.sha256


def test_a_backup_holds_no_name_outside_the_copy(document):
    with zipfile.ZipFile(made(document).path) as archive:
        assert b"Meier" not in archive.read(backup.MANIFEST)


def test_a_file_that_is_open_and_written_to_is_backed_up_in_one_piece(document):
    app = App.open(document, WHO, today=DAY)
    try:
        do(app, lambda w: family(w, "Roux", "Claire"))
        one = made(document)
        do(app, lambda w: family(w, "Nowak", "Barbara"))
        assert app.engine.problems() == []
    finally:
        app.close()
    assert one.manifest.counts["person"] == 3
    with backup.looking(one.path) as inside:
        assert stat.S_IMODE(inside.parent.stat().st_mode) == 0o700
        assert "Roux" in inside.read_bytes().decode("latin-1")
    assert not inside.parent.exists()


def test_the_second_of_a_day_has_a_number_and_comes_first(document):
    first, second = made(document), made(document)
    assert second.path.name == "Rosenau 2026-04-27 (2).hospes-backup"
    assert [one.path for one in backup_places.of_document(first.manifest.file_id, ())] == [
        second.path,
        first.path,
    ]


def test_a_name_that_is_taken_is_left_alone(document, tmp_path):
    target = tmp_path / "mine.hospes-backup"
    target.write_bytes(b"something")
    with pytest.raises(UserError) as refused:
        backup.write(document, target, now=NOW, day=DAY, sequence=1)
    assert refused.value.code == "file-exists"
    assert target.read_bytes() == b"something"


def flipped(path, at, bit, target):
    data = bytearray(path.read_bytes())
    data[at] ^= 1 << bit
    target.write_bytes(data)
    return target


def damage(path):
    """The code of what is wrong with a backup, empty if it is whole."""
    try:
        backup.check(path)
    except UserError as refused:
        return refused.code
    return ""


def recognised(path, spots, tmp_path):
    """How many of these flips are noticed, and none of them with a fault of the program."""
    target = tmp_path / f"flipped{SUFFIX}"
    found = 0
    for at, bit in spots:
        flipped(path, at, bit, target)
        if damage(target) == "backup-damaged":
            found += 1
    return found


def spots(path, number, seed):
    chance, size = random.Random(seed), path.stat().st_size
    edges = [*range(10), *range(size - 200, size, 12)]
    anywhere = [chance.randrange(size) for _ in range(number - len(edges))]
    return [(at, chance.randrange(8)) for at in [*edges, *anywhere]]


def test_a_flipped_bit_is_noticed_wherever_it_falls(document, tmp_path):
    path = made(document).path
    assert recognised(path, spots(path, 50, 1), tmp_path) == 50


@pytest.mark.long
def test_four_hundred_of_four_hundred_damaged_backups_are_recognised(document, tmp_path):
    path = made(document).path
    assert recognised(path, spots(path, 400, 2), tmp_path) == 400


@pytest.mark.parametrize("size", [0, 10, 100, -1, -64, -500])
def test_a_backup_that_was_cut_off_is_noticed(document, tmp_path, size):
    path = made(document).path
    cut = tmp_path / f"cut{SUFFIX}"
    cut.write_bytes(path.read_bytes()[:size])
    with pytest.raises(UserError) as refused:
        backup.check(cut)
    assert refused.value.code == "backup-damaged"


def test_a_damaged_backup_is_listed_last_and_never_restored(document):
    first = made(document)
    second = made(document)
    flipped(second.path, second.path.stat().st_size // 2, 3, second.path)
    found = backup_places.listed(document, first.manifest.file_id, ())
    assert [(one.path, one.backup is not None) for one in found] == [
        (first.path, True),
        (second.path, False),
    ]
    before = document.read_bytes()
    with pytest.raises(UserError):
        restore(second.path, document, places=(), now=NOW, day=DAY)
    assert document.read_bytes() == before


def test_a_second_place_gets_the_same_backup_and_a_missing_one_is_told(document, tmp_path):
    first, second = tmp_path / "Backups", tmp_path / "stick"
    first.mkdir()
    second.mkdir()
    gone = tmp_path / "gone"
    done = backup_places.make(document, (str(first), str(second)), now=NOW, day=DAY)
    assert done.backup.path.parent == first
    assert [backup.check(one) for one in second.glob(f"*{SUFFIX}")] == [done.backup.manifest]
    assert done.missing == ()
    done = backup_places.make(document, (str(gone), str(second)), now=NOW, day=DAY)
    assert done.backup.path.parent == backup_places.usual()
    assert done.missing == (gone,)
    assert done.backup.manifest.sequence == 2


def test_what_a_killed_backup_left_is_removed_by_the_next(document):
    left = backup_places.usual() / f".Rosenau 2026-04-27{SUFFIX}.abc.part"
    left.write_bytes(b"half")
    made(document)
    assert not left.exists()


# ---- generations


def of_days(days):
    return [
        Backup(
            Path(f"{number}"),
            Manifest("id", 1, f"{number}", 1, {}, NOW, day, number),
        )
        for number, day in enumerate(days)
    ]


def kept_days(backups):
    kept = backup_places.keep(backups)
    return [one.manifest.day for one in backups if one.path in kept]


def test_generations_of_two_years_and_more():
    start = date(2024, 1, 1)
    days = [start + timedelta(days=n) for n in range(900) for _ in range(2)]
    kept = kept_days(of_days(days))
    last = days[-1]
    assert kept.count(last) == 2
    assert kept.count(last - timedelta(days=1)) == 2
    assert kept.count(last - timedelta(days=2)) == 1
    assert {last - timedelta(days=n) for n in range(14)} <= set(kept)
    assert last - timedelta(days=15) not in kept
    assert len({(day.year, day.month) for day in kept}) == 24
    assert len(kept) <= 2 + 14 + 8 + 24


def test_a_clock_set_back_takes_away_nothing_that_is_new():
    days = [date(2026, 4, n) for n in range(1, 20)] + [date(2016, 4, 19)]
    backups = of_days(days)
    kept = backup_places.keep(backups)
    assert backups[-1].path in kept
    assert {one.path for one in backups[-13:]} <= kept


def test_making_thins_and_never_by_a_damaged_one(document):
    start = date(2026, 1, 1)
    for number in range(20):
        made(document, day=start + timedelta(days=number))
    folder = backup_places.usual()
    names = {path.name for path in folder.glob(f"*{SUFFIX}")}
    assert "Rosenau 2026-01-20.hospes-backup" in names
    assert 14 <= len(names) < 20
    # The newest of a month is damaged: another of that month stays in its stead.
    newest = backup_places.of_document(backup.file_id(document), ())[0].path
    flipped(newest, newest.stat().st_size // 2, 1, newest)
    made(document, day=date(2026, 3, 1))
    january = [p for p in folder.glob("Rosenau 2026-01*") if p != newest]
    assert any(backup.check(path) for path in january)
    assert newest.exists()


# ---- going back


def test_going_back_gives_every_row_and_keeps_the_present(document):
    before = rows(document)
    one = made(document)
    add(document, "Nowak")
    present = rows(document)
    done = restore(one.path, document, places=(), now=NOW, day=DAY)
    assert rows(document) == before
    assert stat.S_IMODE(document.stat().st_mode) == 0o600
    assert done.saved is not None
    restore(done.saved.path, document, places=(), now=NOW, day=DAY)
    assert rows(document) == present


def test_every_kept_generation_can_be_restored(document, tmp_path):
    states = {}
    for number in range(6):
        add(document, f"Name{number}")
        one = made(document, day=DAY + timedelta(days=number))
        states[one.path] = rows(document)
    for number, (path, state) in enumerate(states.items()):
        target = tmp_path / f"back{number}.hospes"
        restore(path, target, places=(), now=NOW, day=DAY)
        assert rows(target) == state


def test_going_back_is_refused_while_the_file_is_open(document):
    one = made(document)
    app = App.open(document, WHO, today=DAY)
    try:
        with pytest.raises(FileInUse):
            restore(one.path, document, places=(), now=NOW, day=DAY)
    finally:
        app.close()


def test_the_backup_of_another_association_takes_no_files_place(document, tmp_path):
    other = tmp_path / "Other.hospes"
    founded(other).close()
    # The test's ids are the same every time; another association has another.
    connection = driver.connect(other)
    connection.execute("UPDATE file_fact SET value='another' WHERE key='file_id'")
    connection.close()
    one = made(other)
    before = document.read_bytes()
    with pytest.raises(UserError) as refused:
        restore(one.path, document, places=(), now=NOW, day=DAY)
    assert refused.value.code == "backup-other"
    assert document.read_bytes() == before
    new = tmp_path / "new.hospes"
    restore(one.path, new, places=(), now=NOW, day=DAY)
    assert rows(new) == rows(other)


def test_a_damaged_file_is_kept_beside_when_going_back(document):
    one = made(document)
    before = rows(document)
    document.write_bytes(document.read_bytes()[:20_000])
    harmed = document.read_bytes()
    done = restore(one.path, document, places=(), now=NOW, day=DAY)
    assert rows(document) == before
    assert done.saved is None
    assert done.kept is not None
    assert done.kept.read_bytes() == harmed


def test_a_text_is_never_replaced(document, tmp_path):
    one = made(document)
    notes = tmp_path / "notes.txt"
    notes.write_text("Do not lose me, I am a long text about our association.\n" * 5, "utf-8")
    with pytest.raises(UserError):
        restore(one.path, notes, places=(), now=NOW, day=DAY)
    assert notes.read_text("utf-8").startswith("Do not lose me")


def test_a_backup_of_a_newer_hospes_is_refused(document, tmp_path, monkeypatch):
    one = made(document)
    moved = tmp_path / f"b{SUFFIX}"
    shutil.copy(one.path, moved)
    monkeypatch.setattr(backup.schema_check, "SCHEMA_VERSION", 0)
    with pytest.raises(UserError) as refused:
        restore(moved, tmp_path / "new.hospes", places=(), now=NOW, day=DAY)
    assert refused.value.code == "file-newer"
