# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents as files: making a new one, opening one, and saying in words why one cannot be opened.

A file is looked at before SQLite sees it, by its first hundred bytes and its size; then its schema is
compared with that of its version; only then is it connected to (decision 20, reliability 4.2). Whatever is
refused stays as it is, byte for byte. Where writing is impossible a document is opened for looking only,
with a reason to show.
"""

import contextlib
import logging
import os
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from hospes.domain.errors import Message
from hospes.i18n.marks import N_
from hospes.store import driver, parts, refusals, residue, schema_check
from hospes.store.clock import utc_now
from hospes.store.engine import FileEngine
from hospes.store.lock import DocumentLock

log = logging.getLogger(__name__)

SUFFIX = ".hospes"
HEADER = 100
"""Bytes in which a document says what it is."""
MAGIC = b"SQLite format 3\0"
PAGE_SIZE = 4096
"""What SQLite uses unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says about itself in its first bytes."""

    application_id: int
    version: int
    size: int


@dataclass(slots=True)
class OpenFile:
    """An open document. `why_read_only` is the banner's text if writing was asked for and is impossible."""

    path: Path
    engine: FileEngine
    lock: DocumentLock | None = None
    why_read_only: Message | None = None
    migrated_from: int | None = None
    kept: Path | None = None
    """Where the original of a migrated file was kept."""
    _borrowed: Path | None = field(default=None, repr=False)

    @property
    def read_only(self) -> bool:
        """Is it open for looking only?"""
        return self.engine.read_only

    def close(self) -> None:
        """Close the connections, then give back the lock."""
        self.engine.close()
        if self.lock is not None:
            self.lock.release()
            self.lock = None
        if self._borrowed is not None:
            shutil.rmtree(self._borrowed, ignore_errors=True)
            self._borrowed = None


@contextlib.contextmanager
def creating(path: Path) -> Iterator[Path]:
    """Make a new document: gives a finished, empty one under another name to fill in.

    It gets its own name when the block ends well, and is gone when it does not.

    Raises:
        UserError: there is such a file already, the folder is missing or closed, or there is no room.
    """
    path = Path(os.path.abspath(path))
    if os.path.lexists(path):
        raise parts.taken(path)
    with refusals.in_words(path), parts.part_of(path) as part:
        version = schema_check.SCHEMA_VERSION
        part.write_bytes(_blank(version, schema_check.schema_text(version)))
        yield part
        parts.sync(part)
        parts.publish(part, path)


def give_identity(connection: Connection, file_id: str) -> None:
    """Write down who a new file is, so that copies of it can be told from other files."""
    connection.exec_driver_sql("INSERT INTO file_fact VALUES ('file_id', ?)", (file_id,))


def open_file(path: Path, *, read_only: bool = False, take_over: bool = False) -> OpenFile:
    """Open a document; an older one is migrated first, its original kept beside it.

    `take_over` overrides the lock file of another computer, after a person said that it is over.

    Raises:
        FileInUse: somebody has it open for writing, and writing was asked for.
        PasswordNeeded: it is protected, and nobody has told its password.
        UserError: it is missing, damaged, foreign, newer, closed to us.
    """
    with refusals.in_words(path):
        path = path.resolve()
        header = look(path)
        lock, why = (None, None) if read_only else _lock(path, take_over)
        try:
            return _open(path, header, lock, why)
        except BaseException:
            if lock is not None:
                lock.release()
            raise


def save_copy(opened: OpenFile, target: Path) -> None:
    """Copy an open document under a free name, also when its own file was moved, deleted or replaced since.

    What was committed is read through the connections that are open still, and looked through.

    Raises:
        UserError: the name is taken, there is no room, or the open file was cut short by somebody.
    """
    target = Path(os.path.abspath(target))
    if os.path.lexists(target):
        raise parts.taken(target)
    with refusals.in_words(target), parts.part_of(target) as part:
        opened.engine.copy_to(part)
        version = look(part).version
        _verify(part, version, "rw").close()
        check = FileEngine(part, read_only=True)
        try:
            if check.problems():
                raise driver.damaged()
        finally:
            check.close()
        parts.sync(part)
        parts.publish(part, target)


def look(path: Path) -> Header:
    """Look at a file without changing anything about it.

    Raises:
        UserError: it is no document of this or an older Hospes.
    """
    with refusals.in_words(path):
        if path.is_dir():
            raise refusals.folder(path)
        size = path.stat().st_size
        if size == 0:
            raise refusals.empty(path)
        # Reading a file beside our own connection would drop SQLite's locks (F13); then SQLite is asked. Of a
        # protected one, only SQLite can read what it says.
        asks = driver.is_open_here(path) or driver.is_protected(path)
        head = _ask(path) if asks else _read(path, size)
    if head.application_id != driver.APPLICATION_ID:
        raise refusals.foreign(path)
    if head.version > schema_check.SCHEMA_VERSION:
        raise refusals.newer(path)
    if head.version < 1:
        raise schema_check.strange_schema()
    return head


def _read(path: Path, size: int) -> Header:
    with path.open("rb") as file:
        first = file.read(HEADER)
    if not first.startswith(MAGIC) or len(first) < HEADER:
        raise refusals.by_content(path, first)
    page_size, pages = struct.unpack(">H", first[16:18])[0], struct.unpack(">I", first[28:32])[0]
    version, application_id = struct.unpack(">I", first[60:64])[0], struct.unpack(">I", first[68:72])[0]
    # While a journal waits to be played back the page count may be ahead of the file.
    settled = first[24:28] == first[92:96] and not _has_journal(path)
    needed = pages * (65536 if page_size == 1 else page_size)
    if settled and application_id == driver.APPLICATION_ID and size < needed:
        raise refusals.truncated(path)
    return Header(application_id, version, size)


def _has_journal(path: Path) -> bool:
    return path.with_name(f"{path.name}-journal").exists()


def _ask(path: Path) -> Header:
    # What a crash left in a protected file is played back first: nothing of it can be read before.
    waits = not driver.is_open_here(path) and _has_journal(path) and os.access(path.parent, os.W_OK)
    connection = driver.connect(path, "rw" if waits else "ro")
    try:
        values = [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        ]
        return Header(values[0], values[1], path.stat().st_size)
    finally:
        connection.close()


def _lock(path: Path, take_over: bool) -> tuple[DocumentLock | None, Message | None]:
    if not os.access(path, os.W_OK):
        return None, Message(N_("You can only look at this file: it is write-protected."))
    if not os.access(path.parent, os.W_OK):
        return None, Message(N_("You can only look at this file: its folder is write-protected."))
    try:
        return DocumentLock.acquire(path, utc_now(), take_over=take_over), None
    except OSError:
        return None, Message(N_("You can only look at this file: there is no room left beside it."))


def _open(path: Path, header: Header, lock: DocumentLock | None, why: Message | None) -> OpenFile:
    writing = lock is not None
    if writing:
        parts.sweep(path)
        residue.sweep()
    # What a crash left half-done can only be undone by a connection that writes, even for a look.
    recovers = writing or (_has_journal(path) and why is None and os.access(path.parent, os.W_OK))
    verified = _verify(path, header.version, "rw" if recovers else "ro")
    if header.version == schema_check.SCHEMA_VERSION and writing:
        # The very connection that looked through it goes on to write; another would read the schema again.
        try:
            return OpenFile(path, FileEngine(path, read_only=False, writer=verified), lock, why)
        except BaseException:
            verified.close()
            raise
    verified.close()
    if header.version == schema_check.SCHEMA_VERSION:
        return OpenFile(path, FileEngine(path, read_only=True), lock, why)
    from hospes.store import migrate

    if writing:
        kept = migrate.migrate(path, header.version)
        engine = FileEngine(path, read_only=False)
        return OpenFile(path, engine, lock, None, migrated_from=header.version, kept=kept)
    # Looking at an older file changes nothing of it: a private copy is brought up to date and thrown away.
    borrowed = residue.private_folder()
    try:
        copy = borrowed / path.name
        copy.touch(mode=0o600)
        migrate.copy_whole(path, copy)
        migrate.upgrade(copy, header.version)
        engine = FileEngine(copy, read_only=True)
    except BaseException:
        shutil.rmtree(borrowed, ignore_errors=True)
        raise
    return OpenFile(path, engine, None, why, migrated_from=header.version, _borrowed=borrowed)


def _verify(path: Path, version: int, mode: driver.Mode) -> driver.DocumentConnection:
    """Look through the schema; gives the connection it was done with."""
    connection = driver.connect(path, mode)
    try:
        schema_check.verify(connection, version)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise driver.explain(error) from error
    except BaseException:
        connection.close()
        raise
    return connection


@cache
def _blank(version: int, schema: str) -> bytes:
    """An empty document. It is made in memory, where its many tables wait for no disk, and once."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(f"BEGIN;\n{schema};\nCOMMIT;")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (f"{version:04d}",))
        connection.execute(f"PRAGMA application_id={driver.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={version}")
        return connection.serialize()
    finally:
        connection.close()
