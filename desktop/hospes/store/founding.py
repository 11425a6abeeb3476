# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a file that is being made, past the journal.

A file that nobody has opened yet has no history and nothing to undo, so its first rows need no records, and
a crash loses nothing but the unfinished part. This is not for actions: they write through the `Writer`; only
`hospes.example` comes here, before the file gets its name. It is ten times as fast as the Writer, which a
file of 100 000 members needs.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Column, Integer

from hospes.store import driver
from hospes.store.base import NATURAL, Row
from hospes.store.codec import default_of, encode, table_of
from hospes.store.types import CodeText, JsonText, UuidText

BATCH = 5_000
MEMORY_KB = 200_000
"""Kept in memory while filling; SQLite's two megabytes make keys that are not in order crawl."""

_PRAGMAS = ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "ignore_check_constraints=ON")
"""A part that is thrown away if anything goes wrong needs no journal; references are checked at the end."""

Key = str
"""A key as the file holds it, 32 hexadecimal digits: millions of UUID objects would take too long."""


_NATURAL = NATURAL.bytes
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def new_keys(seed: int, first_ms: int) -> Callable[[], Key]:
    """The keys `keys.uuid7_factory` would give, as the file holds them; the same every time."""
    tail, count = Random(seed), first_ms << 12

    def new() -> Key:
        nonlocal count
        count += 1
        return f"{count >> 12:012x}7{count & 0xFFF:03x}{0b10 << 62 | tail.getrandbits(62):016x}"

    return new


def natural(table: str, *parts: object) -> Key:
    """The key `base.natural_key` gives, as the file holds it; `parts` as stored."""
    text = "\x1f".join([table, *["" if part is None else str(part) for part in parts]])
    digest = hashlib.sha1(_NATURAL + text.encode(), usedforsecurity=False).hexdigest()
    return f"{digest[:12]}5{digest[13:16]}{_VARIANT[digest[16]]}{digest[17:32]}"


class Founding:
    """A file being filled; a context that commits at its end.

    `stamp` and `editor` are when and by whom rows were changed that do not say it themselves.
    """

    def __init__(self, part: Path, stamp: datetime, editor: str) -> None:
        self._bookkeeping: dict[str, object] = {"version": 1, "changed_at": stamp, "changed_by": editor}
        self._connection = driver.connect(part, "rw")
        self._indexes: list[tuple[str, str]] = []

    def __enter__(self) -> Self:
        for pragma in (*_PRAGMAS, f"cache_size=-{MEMORY_KB}"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("BEGIN IMMEDIATE")
        # Indexes are made at the end from sorted rows: half the time, and no half-empty pages.
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        self._indexes = list(self._connection.execute(query))
        for name, _ in self._indexes:
            self._connection.execute(f'DROP INDEX "{name}"')
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._finish()
        finally:
            self._connection.close()

    def _finish(self) -> None:
        for _, sql in self._indexes:
            self._connection.execute(sql)
        broken = self._connection.execute("PRAGMA foreign_key_check").fetchmany(5)
        if broken:
            raise sqlite3.IntegrityError(f"rows that point to nothing: {broken}")
        self._connection.execute("COMMIT")

    def fill(self, cls: type[Row], rows: Sequence[Mapping[str, object]]) -> None:
        """Add rows of one table. Each has its `id`; missing columns take their defaults.

        Keys are given as stored, codes by their values, all else as Python values. Raises ValueError for a
        column the table does not have.
        """
        names = tuple(sorted(set[str]().union(*rows)))
        missing = [self._missing(cls, name) for name in names]
        lines = [tuple(map(row.get, names, missing)) for row in rows]
        self.fill_lines(cls, names, lines)

    def fill_lines(
        self,
        cls: type[Row],
        names: Sequence[str],
        lines: Sequence[tuple[object, ...]],
        constants: Mapping[str, object] | None = None,
    ) -> None:
        """Add rows given as tuples of the columns named; `constants` are the same in all of them."""
        table = table_of(cls)
        unknown = {*names, *(constants or {})} - set(table.columns.keys())
        if unknown:
            raise ValueError(f"{cls.__tablename__} has no column {sorted(unknown)}")
        given = constants or {}
        same = {
            column.name: given[column.name]
            if column.name in given and isinstance(column.type, UuidText)
            else encode(column, given.get(column.name, self._missing(cls, column.name)))
            for column in table.columns
            if column.name not in names
        }
        listed = ", ".join(f'"{name}"' for name in (*names, *same))
        marks = ", ".join(["?"] * len(names) + [_literal(value) for value in same.values()])
        statement = f'INSERT INTO "{cls.__tablename__}" ({listed}) VALUES ({marks})'
        for start in range(0, len(lines), BATCH):
            columns = zip(*lines[start : start + BATCH], strict=True)
            stored = [
                _encoded(table.columns[name], values) for name, values in zip(names, columns, strict=True)
            ]
            self._connection.executemany(statement, zip(*stored, strict=True))

    def fill_blobs(self, contents: Iterable[tuple[str, str, bytes]]) -> None:
        """Add stored documents: SHA-256, media type, bytes."""
        rows = [(sha, media, len(data), data) for sha, media, data in contents]
        statement = "INSERT INTO blob (sha256, media_type, size, data) VALUES (?, ?, ?, ?)"
        self._connection.executemany(statement, rows)

    def _missing(self, cls: type[Row], name: str) -> object:
        """What a column holds that nobody names."""
        column = table_of(cls).columns.get(name)
        return self._bookkeeping.get(name, default_of(column) if column is not None else None)


def _literal(stored: object) -> str:
    """A stored value as it stands in a statement."""
    if stored is None:
        return "NULL"
    return str(stored) if isinstance(stored, int) else "'" + str(stored).replace("'", "''") + "'"


def _encoded(column: Column[Any], values: Sequence[object]) -> Sequence[object]:
    """Values as stored; most columns hold a few values over and over, so each is encoded once."""
    if isinstance(column.type, UuidText | Integer):
        return values
    if isinstance(column.type, CodeText):
        codes = _codes(column)
        return [None if value is None else codes[value] for value in values]
    if isinstance(column.type, JsonText):
        return [encode(column, value) for value in values]
    seen = {value: encode(column, value) for value in set(values)}
    return [seen[value] for value in values]


@cache
def _codes(column: Column[Any]) -> dict[object, str]:
    """Codes and their bare values, so that tables may name a code by its value."""
    assert isinstance(column.type, CodeText)
    return {member: member.value for member in column.type.kind}
