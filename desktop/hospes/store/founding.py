# SPDX-License-Identifier: GPL-3.0-or-later
"""Filling a file that is being made, past the journal.

A file that nobody has opened yet has no history and nothing to undo, so its first rows need no records.
This is not for actions: they write through the `Writer`, and only `hospes.example` calls this, before the
file gets its name. It is also four times as fast, which a file of 100 000 members needs.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection

from hospes.store.base import Row
from hospes.store.codec import default_of, encode, table_of
from hospes.store.types import CodeText, UuidText

BATCH = 5_000


def fill(
    connection: Connection,
    cls: type[Row],
    rows: Sequence[Mapping[str, object]],
    stamp: datetime,
    editor: str,
) -> None:
    """Add rows of one table. Each has its `id`; missing columns take their defaults.

    `stamp` and `editor` are when and by whom rows were changed that do not say it themselves. Raises
    ValueError for a column the table does not have.
    """
    bookkeeping: dict[str, object] = {"version": 1, "changed_at": stamp, "changed_by": editor}
    columns = tuple(table_of(cls).columns)
    known = {column.name for column in columns}
    names = ", ".join(f'"{column.name}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    statement = f'INSERT INTO "{cls.__tablename__}" ({names}) VALUES ({marks})'
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        for row in batch:
            if not row.keys() <= known:
                raise ValueError(f"{cls.__tablename__} has no column {sorted(row.keys() - known)}")
        stored = [_stored(column, batch, bookkeeping) for column in columns]
        connection.exec_driver_sql(statement, list(zip(*stored, strict=True)))


def fill_blobs(connection: Connection, contents: Iterable[tuple[str, str, bytes]]) -> None:
    """Add stored documents: SHA-256, media type, bytes."""
    rows = [(sha, media, len(data), data) for sha, media, data in contents]
    connection.exec_driver_sql("INSERT INTO blob (sha256, media_type, size, data) VALUES (?, ?, ?, ?)", rows)


def _stored(
    column: Column[Any], batch: Sequence[Mapping[str, object]], bookkeeping: Mapping[str, object]
) -> list[object]:
    """One column of a batch as the file holds it. Most columns hold one value over and over: it is
    encoded once.
    """
    name = column.name
    missing = bookkeeping[name] if name in bookkeeping else default_of(column)
    values: Iterable[object] = [row.get(name, missing) for row in batch]
    if isinstance(column.type, UuidText):
        return [value.hex if isinstance(value, UUID) else None for value in values]
    if isinstance(column.type, CodeText):
        return _by_value(column, values)
    seen: dict[object, object] = {}
    stored: list[object] = []
    for value in values:
        if value is None or type(value) is int:
            stored.append(value)
            continue
        try:
            found = seen.get(value)
        except TypeError:  # a JSON structure cannot be looked up
            found = encode(column, value)
            stored.append(found)
            continue
        if found is None:
            found = seen[value] = encode(column, value)
        stored.append(found)
    return stored


def _by_value(column: Column[Any], values: Iterable[object]) -> list[object]:
    known = _codes(column)
    return [None if value is None else known[value] for value in values]


@cache
def _codes(column: Column[Any]) -> dict[object, str]:
    """Codes and their bare values, so that tables of the example may name a code by its value."""
    assert isinstance(column.type, CodeText)
    return {member: member.value for member in column.type.kind}
