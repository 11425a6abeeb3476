# SPDX-License-Identifier: GPL-3.0-or-later
"""Making everything that points to one row point to another: the generic half of merging doubles.

A fact whose key is made from the row it hangs on gets a new key, so it is written anew and what hangs on it
follows; where the other row has that fact already, the other's stays.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from hospes.store.base import Row
from hospes.store.codec import journalled, reference_columns, world_columns
from hospes.store.writer import Writer


def repoint(w: Writer, table: str, old: UUID, new: UUID, *, but: frozenset[str] = frozenset()) -> None:
    """Turn all references to row `old` of `table` into ones to `new`, but for those in tables `but`."""
    for cls in journalled().values():
        if cls.__tablename__ in but:
            continue
        for name, target in reference_columns(cls):
            if target != table or name in ("id", "merged_into"):
                continue
            column: Any = getattr(cls, name)
            for row in w.scalars(select(cls).where(column == old)).all():
                if name in cls.natural:
                    _move(w, cls, row, name, new)
                else:
                    setattr(row, name, new)


def _move(w: Writer, cls: type[Row], row: Row, name: str, new: UUID) -> None:
    """Write a fact under the key it has with its new parent."""
    values = {column.name: getattr(row, column.name) for column in world_columns(cls)}
    values[name] = new
    target = w.get(cls, w.key_for(cls, values))
    if target is None:
        target = w.create(cls, **values)
    if target.id != row.id:
        repoint(w, cls.__tablename__, row.id, target.id)
        w.delete(row)
