# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows as the file holds them: the one codec of journal, undo, open export and merge.

A stored value is text, an integer or nothing; blobs stand in a table of their own and never pass here.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Column, Table
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.types import TypeDecorator

from hospes.store.base import BOOKKEEPING, Base, Row
from hospes.store.types import UuidText

_DIALECT = sqlite_dialect()


@cache
def journalled() -> dict[str, type[Row]]:
    """Class of each journalled table, by table name. All tables must be loaded (`tables.load_all`)."""
    return {cls.__tablename__: cls for cls in _concrete(Row)}


def _concrete(cls: type[Row]) -> Iterable[type[Row]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _concrete(sub)


def table_of(cls: type[Base]) -> Table:
    """The Core table of a mapped class."""
    return cast("Table", cls.__table__)


@cache
def world_columns(cls: type[Row]) -> tuple[Column[Any], ...]:
    """Columns that say something about the world: all but key and bookkeeping."""
    return tuple(c for c in table_of(cls).columns if c.name != "id" and c.name not in BOOKKEEPING)


def encode(column: Column[Any], value: object) -> object:
    """A Python value as the file holds it."""
    kind = column.type
    return kind.process_bind_param(value, _DIALECT) if isinstance(kind, TypeDecorator) else value


def decode(column: Column[Any], stored: object) -> object:
    """A stored value as Python sees it."""
    kind = column.type
    # Text needs no decoding, and says so by having no processor: reading long lists stays quick.
    if isinstance(kind, TypeDecorator) and "process_result_value" in type(kind).__dict__:
        return kind.process_result_value(stored, _DIALECT)
    return stored


def encode_row(cls: type[Row], values: Mapping[str, object]) -> dict[str, object]:
    """The world columns of a row, encoded."""
    return {c.name: encode(c, values[c.name]) for c in world_columns(cls)}


def decode_row(cls: type[Row], stored: Mapping[str, object]) -> dict[str, object]:
    """The world columns of a row, decoded; columns that did not exist then take their default."""
    return {
        c.name: decode(c, stored[c.name]) if c.name in stored else default_of(c) for c in world_columns(cls)
    }


def default_of(column: Column[Any]) -> object:
    """What a column holds when nobody says anything."""
    default = column.default
    return default.arg if default is not None and default.is_scalar else None  # type: ignore[attr-defined]  # scalar defaults have .arg


@cache
def reference_columns(cls: type[Row]) -> tuple[tuple[str, str], ...]:
    """Columns that point to another row, each with the name of its table; the row itself comes first."""
    found = [("id", cls.__tablename__)]
    for column in table_of(cls).columns:
        if isinstance(column.type, UuidText):
            found += [(column.name, key.target_fullname.split(".")[0]) for key in column.foreign_keys]
    return tuple(found)


def references(cls: type[Row], values: Mapping[str, object]) -> set[tuple[str, UUID]]:
    """Rows a row is or points to, as (table, id)."""
    pairs = ((table, values.get(name)) for name, table in reference_columns(cls))
    return {(table, cast("UUID", value)) for table, value in pairs if value is not None}


Encoder = Callable[[Any], object]


@cache
def encoders(cls: type[Row]) -> dict[str, Encoder | None]:
    """How each column of a table is encoded, in the order of its columns; None where nothing is to do.

    For bulk work: the dispatch of `encode` is done once a table instead of once a value.
    """
    found: dict[str, Encoder | None] = {}
    for column in table_of(cls).columns:
        kind = column.type
        found[column.name] = (
            partial(_bound, kind.process_bind_param) if isinstance(kind, TypeDecorator) else None
        )
    return found


def _bound(process: Callable[[Any, Any], object], value: object) -> object:
    return process(value, _DIALECT)


@cache
def insert_statement(cls: type[Base]) -> str:
    """The INSERT of whole rows in the order of the columns, for the driver's executemany."""
    table = table_of(cls)
    marks = ", ".join("?" for _ in table.columns)
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    return f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'
