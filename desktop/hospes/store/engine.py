# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLAlchemy's two ways to a document: many that only read, one that writes.

Readers are query-only connections with a plain BEGIN; the writer is a single connection whose transactions
begin IMMEDIATE (decision 19), so that waiting happens before anything was done. Before every commit it is
made sure that the path still names the file we opened (reliability T2.3): a sync program may have moved
another one there, and a commit into a file nobody will ever open again is no commit.
"""

import contextlib
import functools
import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn, cast

from sqlalchemy import Connection, Dialect, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from hospes.domain.errors import UserError
from hospes.store import driver
from hospes.store.driver import WORKER_WAIT_MS, Identity

log = logging.getLogger(__name__)

READERS = 8
"""Connections that may read at the same time: the window, the worker, and what they nest."""

OWN_WAIT_MS = 1_000
"""How long the window's thread waits for a commit of a worker of this process."""

STATEMENTS = 2000
"""How many statements stay compiled: more than the whole window asks."""

_COMPILED: LRUCache[object, object] = LRUCache(STATEMENTS)
"""Shared by all documents and their readers and writers: a statement is compiled once, not once for each."""


class FileEngine:
    """The connections to one open document. Made by `store.files`; threads may share it."""

    def __init__(
        self, path: Path, *, read_only: bool, writer: driver.DocumentConnection | None = None
    ) -> None:
        """Connect for the first time, unless there is a connection that writes; it is closed with the engine.

        Raises:
            UserError: the file cannot be connected to.
        """
        self.path = path
        self.read_only = read_only
        self._identity: Identity = (writer and writer.identity) or driver.identity(path)
        self.patience_ms: int | None = None
        """How long the thread that opened the file waits for another program to let it read; None: as all.

        For our own writer it waits longer (`OWN_WAIT_MS`): its commits are no refusals.
        """
        self._opened_by = threading.get_ident()
        self._size = 0
        self._turn = threading.Lock()
        self._raw_writer: driver.DocumentConnection | None = None
        self.readers: Engine = _engine(self._connect_reader, pooled=True)
        self.writer: Engine | None = None
        if not read_only:
            # The first connection recovers what a crash left half-done; only one that writes may do that.
            self._raw_writer = writer or self._connect("rw")
            self.writer = _engine(self._give_writer, pooled=False)
        self._size = path.stat().st_size

    @contextlib.contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading connection inside one transaction: everything read is of one moment.

        Raises:
            UserError: the file is damaged, locked by another program, or gone.
        """
        with in_words(), self.readers.connect() as connection:
            if self.patience_ms is not None:
                wait = WORKER_WAIT_MS
                if threading.get_ident() == self._opened_by:
                    wait = OWN_WAIT_MS if self._turn.locked() else self.patience_ms
                # Before the transaction begins, so past SQLAlchemy.
                driver.set_wait(cast("sqlite3.Connection", connection.connection.driver_connection), wait)
            yield connection

    @contextlib.contextmanager
    def write(self, wait_ms: int = WORKER_WAIT_MS) -> Iterator[Connection]:
        """The writing connection inside one transaction, committed at the end, rolled back on any error.

        Raises:
            UserError: read-only; busy for longer than `wait_ms`; the file was moved or replaced; the disk is
                full. Then nothing was written.
        """
        if self.writer is None or self._raw_writer is None:
            raise driver.read_only()
        if not self._turn.acquire(timeout=wait_ms / 1000):
            raise driver.busy()
        try:
            with in_words():
                driver.set_wait(self._raw_writer, wait_ms)
                with self.writer.connect() as connection, connection.begin():
                    self.make_sure_it_is_there()
                    before = self._size
                    yield connection
                    self.make_sure_it_is_there(at_least=before)
                self._size = self.path.stat().st_size
        except BaseException:
            self._settle()
            raise
        finally:
            self._turn.release()

    def make_sure_it_is_there(self, at_least: int | None = None) -> None:
        """The path must still name the file that was opened, and the file must not have been cut short.

        Cheap enough for a timer. `at_least` is the size in bytes it must have; if None, that of the last
        commit (SQLite never shortens a file before it commits).

        Raises:
            UserError: it was moved, deleted, replaced or cut short by another program.
        """
        try:
            found = os.stat(self.path)
        except OSError:
            raise _gone() from None
        size = self._size if at_least is None else at_least
        if (found.st_dev, found.st_ino) != self._identity or found.st_size < size:
            raise _gone()

    def squeeze(self, wait_ms: int = WORKER_WAIT_MS) -> None:
        """Write the whole file anew, so that no byte of what was deleted is left in it (reliability F5).

        Raises:
            UserError: read-only; busy; no room for a second copy. Then the file is as it was.
        """
        if self._raw_writer is None:
            raise driver.read_only()
        if not self._turn.acquire(timeout=wait_ms / 1000):
            raise driver.busy()
        try:
            with in_words():
                driver.set_wait(self._raw_writer, wait_ms)
                self.make_sure_it_is_there()
                self._raw_writer.execute("VACUUM")
                self._size = self.path.stat().st_size  # smaller than before, and meant to be
        finally:
            self._turn.release()

    def copy_to(self, part: Path) -> None:
        """Copy what the open connections see, in one piece, into an empty private file.

        They hold the file itself, not its name, so this works when it was moved, deleted or replaced.

        Raises:
            UserError: the file was cut short or is damaged, or there is no room.
        """
        with self._turn, in_words(), self.readers.connect() as connection:
            # A fresh reader would open whatever lies at the path now.
            source = self._raw_writer or connection.connection.driver_connection
            if not driver.is_connection(source):
                raise driver.unreachable()
            document = cast("driver.DocumentConnection", source)
            writing = driver.connect(part, "rw", key=document.key)
            try:
                document.backup(writing, pages=-1)
            finally:
                writing.close()

    def problems(self, *, thorough: bool = False) -> list[str]:
        """What SQLite's own check of structure and references finds; empty means whole (decision 20).

        `thorough` also compares every index with its table, which takes some times as long.
        """
        check = "integrity_check" if thorough else "quick_check"
        with self.read() as connection:
            found = [str(row[0]) for row in connection.exec_driver_sql(f"PRAGMA {check}(20)")]
            if found == ["ok"]:
                found = []
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(20)
            return found + [f"{row[0]} {row[2]}" for row in broken]

    def close(self) -> None:
        """Close all connections. The engine cannot be used afterwards."""
        self.readers.dispose()
        if self.writer is not None:
            self.writer.dispose()
        if self._raw_writer is not None:
            self._raw_writer.close()
            self._raw_writer = None

    def _settle(self) -> None:
        """Finish what a failed commit left: only a connection that writes can play its journal back."""
        if self._raw_writer is not None:
            with contextlib.suppress(sqlite3.Error):
                self._raw_writer.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def _connect(self, mode: driver.Mode) -> driver.DocumentConnection:
        return driver.connect(self.path, mode)

    def _connect_reader(self) -> sqlite3.Connection:
        return self._connect("ro")

    def _give_writer(self) -> sqlite3.Connection:
        if self._raw_writer is None:
            raise driver.unreachable()
        return self._raw_writer


@functools.cache
def _dialect() -> Dialect:
    """What SQLAlchemy knows of SQLite, learned from an empty database; compiled statements belong to it."""
    engine = create_engine("sqlite://")
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def _engine(creator: Callable[[], sqlite3.Connection], *, pooled: bool) -> Engine:
    if pooled:
        engine = create_engine(
            "sqlite://", creator=creator, poolclass=QueuePool, pool_size=READERS, hide_parameters=True
        )
    else:
        engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool, hide_parameters=True)
    engine.dialect = _dialect()
    engine.update_execution_options(compiled_cache=_COMPILED)
    begin = "BEGIN" if pooled else "BEGIN IMMEDIATE"

    # SQLAlchemy leaves BEGIN to the driver, and the driver was told to keep out of it (isolation_level=None).
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


@contextlib.contextmanager
def in_words() -> Iterator[None]:
    """Turn SQLite's refusals into sentences; faults of the program stay what they are."""
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        _tell(error, error.orig)
    except sqlite3.Error as error:
        _tell(error, error)


def _tell(error: Exception, cause: sqlite3.Error) -> NoReturn:
    said = driver.refusal(cause)
    if said is None:
        raise error
    log.info("refused by SQLite: %s", said.code)
    raise said from error


def _gone() -> UserError:
    return UserError(
        "The file was moved, deleted or replaced by another program while it was open. Nothing was saved. "
        "Look for it at its old place, or save a copy elsewhere.",
        code="file-moved",
    )
