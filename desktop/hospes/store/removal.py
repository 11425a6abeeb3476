# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking a row out with everything that is nothing without it: the generic half of emptying the bin.

A reference that must be there, or that says whose a row is, takes the row with it: an address, a note, a
place in a visit. Any other reference is cleared: a payment stays and no longer says who paid.
"""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, select

from hospes.store.base import Row
from hospes.store.codec import journalled, reference_columns, table_of
from hospes.store.writer import Writer


def remove(w: Writer, cls: type[Row], row_id: UUID) -> int:
    """Delete a row and what hangs on it, recorded like any other change. Gives how many rows went."""
    row = w.get(cls, row_id)
    return 0 if row is None else _remove(w, row, set())


def _remove(w: Writer, row: Row, gone: set[tuple[str, UUID]]) -> int:
    cls = type(row)
    key = (cls.__tablename__, row.id)
    if key in gone:
        return 0
    gone.add(key)
    count = 1
    for other, name in pointing_to(cls.__tablename__):
        column: Any = getattr(other, name)
        for hanging in w.scalars(select(other).where(column == row.id)).all():
            if name in owning(other):
                count += _remove(w, hanging, gone)
            else:
                setattr(hanging, name, None)
    w.delete(row)
    return count


@cache
def pointing_to(table: str) -> tuple[tuple[type[Row], str], ...]:
    """Columns of all tables that point to rows of this one."""
    return tuple(
        (cls, name)
        for cls in journalled().values()
        for name, target in reference_columns(cls)
        if target == table and name != "id"
    )


@cache
def owning(cls: type[Row]) -> frozenset[str]:
    """Columns without which a row is nothing: those that must be set, alone or as one of several, and those
    that make its key.
    """
    table = table_of(cls)
    needed = {column.name for column in table.columns if not column.nullable} | set(cls.natural)
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint) and "exactly_one" in str(constraint.name):
            text = str(constraint.sqltext)
            needed |= {column.name for column in table.columns if f"({column.name} IS NOT NULL)" in text}
    # A double that was merged into a row would come back to life without it.
    return frozenset(needed | {"merged_into"})
