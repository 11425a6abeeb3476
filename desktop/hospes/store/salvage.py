# SPDX-License-Identifier: GPL-3.0-or-later
"""What can still be read of a damaged document, put into a new one (reliability T3.1).

The damaged file is copied byte for byte first and never written to. Rows are read table by table, forwards
and backwards round every damaged page, and each goes through the constraints of a new, empty document: what
does not fit there is left out and counted. Rows whose counterpart is lost stay where they may stand alone.
"""

import contextlib
import os
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.store import driver, files, migrate, parts, refusals, schema_check
from hospes.store.engine import FileEngine

_PROBES = 50_000
"""Row numbers tried one by one inside a damaged stretch of a table."""

_MISSES = 500
"""So many numbers without a row, one after the other, are the end of a table whose end is not known."""

_ROUNDS = 20
"""A row without its counterpart may leave others without theirs; so often it is looked again."""

_OURS = ("alembic_version", "search_entry")
"""Tables that are made, not copied."""


@dataclass
class Salvaged:
    """What became of a damaged document."""

    rows: int = 0
    """Rows in the new document."""
    left_out: int = 0
    """Rows that were read and do not fit: damaged, double, or without their counterpart."""
    broken: list[str] = field(default_factory=list)
    """Tables with a damaged stretch, in which rows may be lost."""


def salvage(source: Path, target: Path) -> Salvaged:
    """Put everything that can be read of a damaged document into a new one; it is whole or not there.

    Raises:
        UserError: nothing can be read, the name is taken, or there is no room.
    """
    source, target = source.resolve(), Path(os.path.abspath(target))
    if os.path.lexists(target):
        raise parts.taken(target)
    with refusals.in_words(source):
        if source.is_dir():
            raise refusals.folder(source)
        size = source.stat().st_size
    with refusals.in_words(target), parts.part_of(target) as copy, parts.part_of(target) as new:
        if driver.is_open_here(source):
            raise driver.busy()  # its bytes must not be read beside SQLite (F13)
        shutil.copyfile(source, copy)
        journal = source.with_name(f"{source.name}-journal")
        with contextlib.suppress(OSError):
            shutil.copyfile(journal, copy.with_name(f"{copy.name}-journal"))
        version = _version_inside(copy) if driver.is_protected(copy) else _mend_head(copy, size)
        done = _pour(copy, new, version)
        if not done.rows:
            raise _nothing(source)
        _finish(new, version)
        parts.sync(new)
        parts.publish(new, target)
    return done


def _version_inside(copy: Path) -> int:
    """The version of a protected document: what is encrypted has no head that could be mended."""
    connection = driver.connect_damaged(copy)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        raise driver.explain(error) from error
    finally:
        connection.close()
    if not 1 <= version <= schema_check.SCHEMA_VERSION:
        raise refusals.newer(copy)
    return int(version)


def _mend_head(copy: Path, size: int) -> int:
    """Write a sound first hundred bytes over damaged ones, as far as they can be known; gives the version."""
    with copy.open("r+b") as file:
        head = bytearray(file.read(files.HEADER))
        if size < files.HEADER:
            raise _nothing(copy)
        version, application = (struct.unpack(">I", head[at : at + 4])[0] for at in (60, 68))
        if application != driver.APPLICATION_ID or head[:16] != files.MAGIC:
            version = version if 1 <= version <= schema_check.SCHEMA_VERSION else schema_check.SCHEMA_VERSION
        if not 1 <= version <= schema_check.SCHEMA_VERSION:
            raise refusals.newer(copy) if head[:16] == files.MAGIC else _nothing(copy)
        page = struct.unpack(">H", head[16:18])[0]
        if page not in {512 << n for n in range(7)} and page != 1:
            page = files.PAGE_SIZE
            head[16:18] = struct.pack(">H", page)
        head[:16] = files.MAGIC
        head[18:24] = bytes((1, 1, 0, 64, 32, 32))
        pages = -(-size // (65536 if page == 1 else page))
        head[28:32] = struct.pack(">I", pages)
        head[24:28] = head[92:96]
        head[32:40] = bytes(8)  # the list of free pages is of no use to a reader
        head[44:48] = struct.pack(">I", 4)
        head[56:60] = struct.pack(">I", 1)
        file.seek(0)
        file.write(head)
        file.truncate(pages * (65536 if page == 1 else page))
    return int(version)


def _pour(copy: Path, new: Path, version: int) -> Salvaged:
    done = Salvaged()
    old = driver.connect_damaged(copy)
    fresh = driver.connect(new, "rw", key=getattr(old, "key", None))  # protected like the damaged one
    try:
        fresh.execute("PRAGMA foreign_keys=OFF")
        fresh.execute("BEGIN IMMEDIATE")
        for statement in schema_check.statements(schema_check.schema_text(version)):
            fresh.execute(statement)
        for table in _tables(fresh):
            if table not in _OURS:
                _one_table(old, fresh, table, done)
        _tie(fresh, done)
        fresh.execute("INSERT INTO alembic_version VALUES (?)", (f"{version:04d}",))
        fresh.execute(f"PRAGMA application_id={driver.APPLICATION_ID}")
        fresh.execute(f"PRAGMA user_version={version}")
        fresh.execute("COMMIT")
    except sqlite3.Error as error:
        raise driver.explain(error) from error
    finally:
        fresh.close()
        old.close()
    return done


def _tables(fresh: sqlite3.Connection) -> list[str]:
    return [name for name in migrate.counts(fresh) if not name.startswith(schema_check.FULL_TEXT)]


def _one_table(old: sqlite3.Connection, fresh: sqlite3.Connection, table: str, done: Salvaged) -> None:
    wanted = [row[1] for row in fresh.execute(f'PRAGMA table_info("{table}")')]
    try:
        there = {row[1] for row in old.execute(f'PRAGMA table_info("{table}")')}
    except (sqlite3.Error, UnicodeDecodeError):
        there = set()
    names = [name for name in wanted if name in there]
    if not names:
        done.broken.append(table)
        return
    columns = ", ".join(f'"{name}"' for name in names)
    insert = f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(names))})'
    reading = _Reading(old, table, columns)
    for row in reading.rows():
        try:
            fresh.execute(insert, row)
            done.rows += 1
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_FULL", "SQLITE_IOERR")):
                raise
            done.left_out += 1
    if reading.broken:
        done.broken.append(table)


class _Reading:
    """All rows of one table, whatever lies between them."""

    def __init__(self, connection: sqlite3.Connection, table: str, columns: str) -> None:
        self._connection = connection
        self._select = f'SELECT rowid, {columns} FROM "{table}" NOT INDEXED'
        self._row = ""
        self.broken = False

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Forwards up to the damage, backwards down to it, and what stands between, number by number."""
        first = None
        for number, row in self._run("ORDER BY rowid"):
            first = number
            yield row
        if not self.broken:
            return
        last, behind = None, []
        for number, row in self._run("ORDER BY rowid DESC"):
            if first is not None and number <= first:
                break
            last = number
            behind.append(row)
        yield from behind
        start = 1 if first is None else first + 1
        end = start + _PROBES if last is None else min(last, start + _PROBES)
        misses = 0
        for number in range(start, end):
            found = list(self._run("WHERE rowid=?", (number,)))
            misses = 0 if found else misses + 1
            yield from (row for _, row in found)
            if last is None and misses > _MISSES:
                return

    def _run(self, rest: str, values: tuple[object, ...] = ()) -> Iterator[tuple[int, tuple[object, ...]]]:
        try:
            for number, *row in self._connection.execute(f"{self._select} {rest}", values):
                yield number, tuple(row)
        except (sqlite3.Error, OverflowError):
            self.broken = True


def _tie(fresh: sqlite3.Connection, done: Salvaged) -> None:
    """Rows that point to a lost one: emptied where they may, else left out."""
    for _ in range(_ROUNDS):
        found = fresh.execute("PRAGMA foreign_key_check").fetchall()
        if not found:
            return
        keys: dict[str, list[tuple[object, ...]]] = {}
        for table, rowid, _, number in found:
            if table not in keys:
                keys[table] = fresh.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
            column = next(str(key[3]) for key in keys[table] if key[0] == number)
            try:
                fresh.execute(f'UPDATE "{table}" SET "{column}"=NULL WHERE rowid=?', (rowid,))
            except sqlite3.IntegrityError:
                gone = fresh.execute(f'DELETE FROM "{table}" WHERE rowid=?', (rowid,)).rowcount
                done.rows -= gone
                done.left_out += gone
    raise driver.damaged()


def _finish(new: Path, version: int) -> None:
    """Bring it up to date, build the search anew, and look whether it is whole."""
    from hospes.store import search
    from hospes.store.tables import load_all

    if version < schema_check.SCHEMA_VERSION:
        migrate.upgrade(new, version)
    load_all()
    engine = FileEngine(new, read_only=False)
    try:
        with engine.write() as connection:
            search.rebuild(connection)
        if engine.problems():
            raise driver.damaged()
    finally:
        engine.close()


def _nothing(path: Path) -> UserError:
    return UserError(
        "Nothing can be read of “{name}” any more. Go back to a backup or a copy.",
        code="salvage-nothing",
        name=path.name,
    )
