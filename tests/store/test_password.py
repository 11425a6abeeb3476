# SPDX-License-Identifier: GPL-3.0-or-later
"""A document with a password: nothing of it in plain text anywhere, and everything else as without one.

Of the test catalogue: T7.7.
"""

import hashlib
import math
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from hospes import merging
from hospes.app import App
from hospes.domain.errors import UserError
from hospes.store import backup, backup_places, driver, files, keyring, migrate, password, salvage
from hospes.store.keyring import PasswordNeeded
from hospes.store.lock import FileInUse
from hospes.store.restore import restore
from hospes.store.schema_check import SCHEMA_VERSION
from tests.store.world import DAY, WHO, Do, do, family, founded

NOW = datetime(2026, 4, 27, 9, 30, tzinfo=UTC)
WORDS = "Reblaus Pendeluhr 7"
QUICK = 1_000
"""Rounds of working out a key."""
SECRETS = (b"Meier", b"Verein Rosenau", b"CREATE TABLE", b"SQLite format")


@pytest.fixture(autouse=True)
def empty_keyring():
    """No test finds the keys of another."""
    keyring.forget()
    yield
    keyring.forget()


@pytest.fixture(autouse=True)
def quick(request, monkeypatch):
    """Keys are worked out quickly, save where a test wants a file that is `hard` to guess."""
    if "hard" not in request.fixturenames:
        monkeypatch.setattr(keyring, "_ROUNDS", QUICK)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """A small association without a password; nobody changes it."""
    path = tmp_path_factory.mktemp("plain") / "Rosenau.hospes"
    app = founded(path)
    do(app, lambda w: family(w, "Meier", "Anna", "Otto"))
    app.close()
    return path


@pytest.fixture(scope="module")
def locked(plain, tmp_path_factory):
    """The same with a password; nobody changes it."""
    path = tmp_path_factory.mktemp("locked") / "Rosenau.hospes"
    shutil.copy(plain, path)
    with pytest.MonkeyPatch.context() as scope:
        scope.setattr(keyring, "_ROUNDS", QUICK)
        password.change(path, WORDS, now=NOW, places=())
    keyring.forget()
    return path


@pytest.fixture
def hard(plain, tmp_path):
    """A protected document that is as hard to guess as those of people, whose password was typed."""
    path = Path(shutil.copy(plain, tmp_path / "Rosenau.hospes"))
    password.change(path, WORDS, now=NOW, places=())
    return path


@pytest.fixture
def document(locked, tmp_path):
    """A protected document of the test's own, whose password was typed."""
    path = Path(shutil.copy(locked, tmp_path / "Rosenau.hospes"))
    password.unlock(path, WORDS)
    return path


def people(path):
    app = App.open(path, WHO, today=DAY, read_only=True)
    try:
        with app.engine.read() as connection:
            return sorted(row[0] for row in connection.execute(text("SELECT given FROM person")))
    finally:
        app.close()


def entropy(data):
    return -sum(n / len(data) * math.log2(n / len(data)) for n in Counter(data).values())


def assert_unreadable(data):
    assert not [one for one in SECRETS if one in data]
    assert entropy(data) > 7.9


def test_it_is_hard_to_guess(hard):
    """As SQLCipher itself has it: so many rounds that nobody tries many passwords."""
    assert keyring._ROUNDS == 256_000
    salt = hard.read_bytes()[: keyring.SALT]
    assert keyring.known(salt).secret == hashlib.pbkdf2_hmac("sha512", WORDS.encode(), salt, 256_000, 32)


def test_nothing_of_it_is_in_plain_text(document):
    assert_unreadable(document.read_bytes())
    assert stat.S_IMODE(document.stat().st_mode) == 0o600


def test_nor_in_the_journal_of_a_step_that_is_being_written(document):
    app = App.open(document, WHO, today=DAY)
    try:
        with app.engine.write() as connection:
            connection.execute(text("PRAGMA cache_size=1"))
            connection.execute(text("UPDATE person SET given = 'Meierin'"))
            connection.execute(text("PRAGMA cache_spill=1"))
            journal = document.with_name("Rosenau.hospes-journal")
            assert journal.exists()
            pages = journal.read_bytes()[512:]
            assert not [one for one in (*SECRETS, b"Otto") if one in pages]
    finally:
        app.close()


def test_without_its_password_it_says_so_and_with_a_wrong_one_no_more(locked):
    with pytest.raises(PasswordNeeded) as needed:
        App.open(locked)
    assert needed.value.path == locked
    for wrong in ("", "Reblaus", WORDS + " "):
        with pytest.raises(UserError) as refused:
            password.unlock(locked, wrong)
        assert refused.value.code == "password-wrong"
        assert "Reblaus" not in str(refused.value)
    with pytest.raises(PasswordNeeded):
        App.open(locked)


def test_a_password_typed_once_opens_it_and_every_copy(document, tmp_path):
    copy = Path(shutil.copy(document, tmp_path / "copy.hospes"))
    assert people(document) == people(copy) == ["Anna", "Otto"]


def test_writing_undo_search_and_saving_a_copy_are_as_without_one(document, tmp_path):
    app = App.open(document, WHO, today=DAY)
    try:
        do(app, lambda w: family(w, "Nowak", "Barbara"))
        app.undo()
        app.redo()
        assert app.engine.problems() == []
        files.save_copy(app.file, tmp_path / "copy.hospes")
        app.engine.squeeze()
    finally:
        app.close()
    assert people(tmp_path / "copy.hospes") == people(document) == ["Anna", "Barbara", "Otto"]
    assert_unreadable((tmp_path / "copy.hospes").read_bytes())


def test_refusals_are_the_same_sentences(document):
    app = App.open(document, WHO, today=DAY)
    other = driver.connect(document, "rw", wait_ms=10)
    try:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError) as busy:
            app.run(Do(lambda w: family(w, "Roux", "Anne")), wait_ms=10)
        assert busy.value.code == "file-busy"
        other.execute("ROLLBACK")
        with pytest.raises(FileInUse):
            password.change(document, "", now=NOW, places=())
    finally:
        other.close()
        app.close()


def test_a_crash_in_the_middle_is_played_back(document, tmp_path):
    connection = driver.connect(document, "rw")
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE person SET given = 'Nobody'")
    for number in range(300):
        connection.execute("INSERT INTO file_fact VALUES (?, ?)", (f"x{number}", "y" * 3000))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in ("Rosenau.hospes", "Rosenau.hospes-journal"):
        shutil.copy(tmp_path / name, crashed / name)
    connection.execute("ROLLBACK")
    connection.close()
    assert people(crashed / "Rosenau.hospes") == ["Anna", "Otto"]


def test_backups_are_protected_alike_and_can_be_gone_back_to(document, own_folders):
    one = backup_places.make(document, (), now=NOW, day=DAY).backup
    with backup.looking(one.path) as inside:
        assert_unreadable(inside.read_bytes())
        assert people(inside) == ["Anna", "Otto"]
    app = App.open(document, WHO, today=DAY)
    do(app, lambda w: family(w, "Nowak", "Barbara"))
    app.close()
    restore(one.path, document, places=(), now=NOW, day=DAY)
    assert people(document) == ["Anna", "Otto"]
    assert_unreadable(document.read_bytes())
    keyring.forget()
    with pytest.raises(PasswordNeeded) as needed, backup.looking(one.path):
        pass
    assert needed.value.path == one.path
    password.unlock(one.path, WORDS)
    with backup.looking(one.path) as inside:
        assert people(inside) == ["Anna", "Otto"]


@pytest.mark.parametrize("now_empty", [False, True])
def test_another_password_or_none_takes_the_backups_along(document, own_folders, now_empty):
    backup_places.make(document, (), now=NOW, day=DAY)
    before = password.digest(document)
    new = "" if now_empty else "ganz ein anderes"
    changed = password.change(document, new, now=NOW, places=())
    assert (changed.backups, changed.failed) == (1, ())
    keyring.forget()
    if not now_empty:
        with pytest.raises(UserError):
            password.unlock(document, WORDS)
        password.unlock(document, new)
    assert password.digest(document) == before
    (one,) = backup_places.every(backup.file_id(document), ())
    with backup.looking(one.path) as inside:
        assert people(inside) == ["Anna", "Otto"]
        assert driver.is_protected(inside) is not now_empty
    assert backup.check(one.path).sequence == one.manifest.sequence


def test_a_short_password_changes_nothing(document):
    before = document.read_bytes()
    with pytest.raises(UserError) as refused:
        password.change(document, "1234567", now=NOW, places=())
    assert refused.value.code == "password-short"
    assert document.read_bytes() == before


def test_an_older_file_is_brought_up_to_date_under_its_password(document):
    target = document.with_name("copy.hospes")
    target.touch(mode=0o600)
    migrate.copy_whole(document, target)
    migrate.upgrade(target, SCHEMA_VERSION)
    assert_unreadable(target.read_bytes())
    assert files.look(target).version == SCHEMA_VERSION


def test_a_changed_byte_is_noticed(document):
    """What a plain file cannot do: each page has its seal (reliability F4)."""
    data = bytearray(document.read_bytes())
    data[len(data) // 2] ^= 1
    document.write_bytes(data)
    with pytest.raises(UserError) as refused:
        _read_it_all(document)
    assert refused.value.code == "file-damaged"


def _read_it_all(document):
    app = App.open(document, WHO, today=DAY, read_only=True)
    try:
        with app.engine.read() as connection:
            for table in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")):
                connection.execute(text(f"SELECT * FROM {table[0]}")).fetchall()
        if app.engine.problems():  # the byte may lie in an index, which no table reads
            raise driver.damaged()
    finally:
        app.close()


def test_the_other_laptops_file_is_read_by_a_child_that_gets_the_key_by_pipe(document, tmp_path):
    theirs = Path(shutil.copy(document, tmp_path / "theirs.hospes"))
    app = App.open(theirs, WHO, today=DAY)
    do(app, lambda w: family(w, "Roux", "Anne"))
    app.close()
    plan = merging.look_at(document, theirs, Path(shutil.copy(document, tmp_path / "base.hospes")))
    assert not plan.nothing
    keyring.forget()
    with pytest.raises(PasswordNeeded):
        merging.look_at(document, theirs)


def test_salvage_of_a_damaged_one_is_protected_too(document, tmp_path):
    data = bytearray(document.read_bytes())
    data[4096 * 30 : 4096 * 31] = bytes(4096)
    document.write_bytes(data)
    new = tmp_path / "saved.hospes"
    salvage.salvage(document, new)
    assert_unreadable(new.read_bytes())


CHANGE = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from hospes.store import password
document, old, new = sys.argv[1:]
password.unlock(Path(document), old)
print("begun", flush=True)
password.change(Path(document), new, now=datetime(2026, 4, 27, tzinfo=UTC), places=())
print("done", flush=True)
"""


LONG = pytest.mark.long


@pytest.mark.parametrize(
    "share", [0.35, 0.6, *(pytest.param(n / 50, marks=LONG, id=f"long-{n}") for n in range(1, 61))]
)
def test_killed_while_the_password_changes_the_old_one_or_the_new_one_opens_it(hard, share):
    """Whatever moment it is, it is one whole file, and nothing is left beside it at the next opening."""
    before = password.digest(hard)
    _kill_a_change(hard, share)
    keyring.forget()
    opened = [word for word in (WORDS, "ganz ein anderes") if _opens(hard, word)]
    assert len(opened) == 1
    assert password.digest(hard) == before
    app = App.open(hard, WHO, today=DAY)
    app.close()
    assert [one.name for one in hard.parent.iterdir()] == ["Rosenau.hospes"]


def _kill_a_change(document, share):
    child = subprocess.Popen(
        [sys.executable, "-c", CHANGE, str(document), WORDS, "ganz ein anderes"],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(driver.__file__).parents[2])},
    )
    try:
        assert child.stdout.readline() == b"begun\n"
        try:
            child.wait(timeout=share * 1.2)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
    finally:
        child.kill()
        child.wait()
        child.stdout.close()


def _opens(document, word):
    try:
        password.unlock(document, word)
    except UserError:
        return False
    return True
