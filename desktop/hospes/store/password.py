# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving a document a password, another one, or none: by copy and swap (reliability T7.7).

The copy with the new key is compared with the document table by table before it takes its place in one move;
a kill leaves the old document or the new one. The bytes of the old one are then written over, as far as the
disk lets us: memory sticks and journalling systems may keep some. Backups that can be reached follow, each by
the same way; the others keep the password they have.
"""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.store import backup, backup_places, driver, files, keyring, parts, refusals
from hospes.store.backup_rewrite import with_other_key
from hospes.store.keyring import Key
from hospes.store.lock import DocumentLock

_CHUNK = 1 << 20

Tell = Callable[[int, int], object]
"""Hears how many of how many pieces are done."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed, and what could not be."""

    backups: int = 0
    failed: tuple[Path, ...] = ()
    """Backups that could not be written anew: they keep the password they had, or none."""
    missing: tuple[Path, ...] = ()
    """Places for backups that are not plugged in."""


def unlock(path: Path, password: str) -> None:
    """Learn the key of a protected document or backup, so that it opens from now on.

    Raises:
        UserError: it is not its password, or it cannot be read.
    """
    with refusals.in_words(path):
        inside = path.suffix == backup.SUFFIX
        keyring.unlock(path, backup.first_page(path) if inside else keyring.first_page(path), password)


def change(
    document: Path, password: str, *, now: datetime, places: Sequence[str], tell: Tell | None = None
) -> Changed:
    """Give a closed document a password, or take it away with an empty one; its backups follow.

    The key of a protected document was told to `store.keyring` before.

    Raises:
        FileInUse: a window has it open.
        UserError: the password is too short; the document is damaged; there is no room. Nothing is changed.
    """
    key = keyring.new_key(password) if password else None
    with refusals.in_words(document):
        document = document.resolve()
        lock = DocumentLock.acquire(document, now)
        try:
            parts.sweep(document)
            files.look(document)
            driver.connect(document, "rw").close()  # what a crash left is played back now
            _swap(document, key)
        finally:
            lock.release()
    return _follow(document, key, places, tell)


def _swap(document: Path, key: Key | None) -> None:
    if key is not None:
        keyring.learn([key])
    with parts.part_of(document) as part:
        driver.export(document, part, key)
        if backup.examine(part) != backup.examine(document) or digest(part) != digest(document):
            raise driver.disk_trouble()
        parts.sync(part)
        with _old_bytes(document):
            os.replace(part, document)
            parts.sync_folder(document.parent)


def digest(document: Path) -> str:
    """One number for all rows of a document, whatever its key."""
    connection = driver.connect(document, "ro")
    try:
        found = hashlib.sha256()
        names = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for (name,) in connection.execute(names).fetchall():
            found.update(name.encode())
            found.update(_rows(connection, name))
        return found.hexdigest()
    except sqlite3.Error as error:
        raise driver.explain(error) from error
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> bytes:
    """A sum over the rows of a table that does not depend on their order."""
    total = 0
    for row in connection.execute(f'SELECT * FROM "{table}"'):
        total += int.from_bytes(hashlib.blake2b(repr(row).encode(), digest_size=16).digest(), "big")
    return (total % (1 << 160)).to_bytes(20, "big")


@contextlib.contextmanager
def _old_bytes(document: Path) -> Iterator[None]:
    """Keep hold of the present file, and write over it after another took its place."""
    handle = None
    if os.name != "nt":  # there an open file cannot be replaced
        with contextlib.suppress(OSError):
            handle = os.open(document, os.O_RDWR)
    try:
        yield
        if handle is not None:
            with contextlib.suppress(OSError):
                left = os.fstat(handle).st_size
                while left > 0:
                    left -= os.write(handle, bytes(min(_CHUNK, left)))
                os.fsync(handle)
    finally:
        if handle is not None:
            os.close(handle)


def _follow(document: Path, key: Key | None, places: Sequence[str], tell: Tell | None) -> Changed:
    """Give every backup that can be reached the same key."""
    found = list(backup_places.every(backup.file_id(document), places))
    failed, done = list(backup_places.damaged_ones(document, places)), 0
    for number, one in enumerate(found):
        if tell is not None:
            tell(number, len(found))
        try:
            with_other_key(one, key)
            done += 1
        except (UserError, OSError):
            failed.append(one.path)
    missing = [Path(place) for place in places if place and not Path(place).is_dir()]
    return Changed(done, tuple(failed), tuple(missing))
