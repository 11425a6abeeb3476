# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rows were touched since somebody last looked: asked of the journal, which knows every writer.

Whoever keeps what was read (`queries.hosting_memory`) remembers the `here` of that moment and asks
`touched_since` before trusting it again. A step that was taken back is a step too.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.store.selections import pick
from hospes.store.tables.journal import Change

MOST = 5000
"""After so many changes it is quicker to read anew than to go through them."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far the journal has come: its newest change, and the step of it, since files may be exchanged."""

    change: int = 0
    step: UUID | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """Rows by table, each with the fields the journal holds of it: `[before, after]`."""

    rows: Mapping[str, Mapping[UUID, Mapping[str, Any]]]

    @property
    def tables(self) -> frozenset[str]:
        """Tables with a touched row."""
        return frozenset(self.rows)


def here(connection: Connection) -> Position:
    """Where the journal stands."""
    row = connection.execute(pick(Change.id, Change.step_id).order_by(Change.id.desc()).limit(1)).first()
    return Position(*row) if row is not None else Position()


def touched_since(connection: Connection, then: Position, now: Position) -> Touched | None:
    """What was touched between two moments; None where that cannot be told, or is too much to go through."""
    if not 0 <= now.change - then.change <= MOST:
        return None
    if then == now:
        return Touched({})
    step = select(Change.step_id).where(Change.id == then.change)
    if then.change and connection.execute(step).scalar() != then.step:
        return None
    found: dict[str, dict[UUID, dict[str, Any]]] = defaultdict(dict)
    query = pick(Change.table_name, Change.row_id, Change.fields).where(Change.id > then.change)
    for table, row_id, fields in connection.execute(query.order_by(Change.id)):
        known = found[table].setdefault(row_id, {})
        for name, pair in (fields or {}).items():
            known[name] = [*known.get(name, ()), *pair]
    return Touched(found)
