# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the records: drafts, unusable input, accepted doubts (decision 13).

None of it is a fact about the world, so none of it is journalled, undone, merged or exported; erasing a
person takes theirs along. It is written the moment it is typed, so that a crash costs two seconds of typing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from hospes.store.base import Base
from hospes.store.tables.aside import AcceptedDoubt, Draft, UnusableInput


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A form or field somebody has not finished."""

    key: str
    """What it is a draft of: `new-member`, `person:ID:note`."""
    saved_at: datetime
    content: Any
    person_id: UUID | None


def _put(connection: Connection, cls: type[Base], keys: Iterable[str], values: dict[str, object]) -> None:
    """Add a row, or change the one with the same keys."""
    names = tuple(keys)
    rest = {name: value for name, value in values.items() if name not in names}
    statement = insert(cast("Table", cls.__table__)).values(values)
    connection.execute(statement.on_conflict_do_update(index_elements=list(names), set_=rest))


def keep_draft(
    connection: Connection, key: str, content: object, now: datetime, person_id: UUID | None = None
) -> None:
    """Keep what somebody is typing; `content` is anything JSON can hold."""
    values = {"key": key, "saved_at": now, "content": content, "person_id": person_id}
    _put(connection, Draft, ("key",), values)


def drop_draft(connection: Connection, key: str) -> bool:
    """Forget a draft, because it was added or given up. True if there was one."""
    return connection.execute(delete(Draft).where(Draft.key == key)).rowcount > 0


def drafts(connection: Connection, prefix: str = "") -> list[DraftRow]:
    """Drafts whose key begins with `prefix`, the last one typed first."""
    query = (
        select(Draft.key, Draft.saved_at, Draft.content, Draft.person_id)
        .where(Draft.key.startswith(prefix, autoescape=True))
        .order_by(Draft.saved_at.desc(), Draft.key)
    )
    return [DraftRow(*row) for row in connection.execute(query)]


def keep_unusable(
    connection: Connection,
    table: str,
    row_id: UUID,
    field: str,
    typed: str,
    reason: str,
    now: datetime,
    person_id: UUID | None = None,
) -> None:
    """Keep what was typed into a field and cannot be used; `reason` is the code or text of why."""
    values: dict[str, object] = {
        "row_id": row_id,
        "field": field,
        "table_name": table,
        "typed": typed,
        "reason": reason,
        "saved_at": now,
        "person_id": person_id,
    }
    _put(connection, UnusableInput, ("row_id", "field"), values)


def drop_unusable(connection: Connection, row_id: UUID, field: str) -> bool:
    """Forget it, because the field is right now. True if there was something."""
    u = UnusableInput
    return connection.execute(delete(u).where(u.row_id == row_id, u.field == field)).rowcount > 0


def accept_doubt(
    connection: Connection, row_id: UUID, code: str, value: str, person_id: UUID | None = None
) -> None:
    """Somebody said "It is right": the doubt about this value goes; another value is doubted anew."""
    values: dict[str, object] = {"row_id": row_id, "code": code, "value": value, "person_id": person_id}
    _put(connection, AcceptedDoubt, ("row_id", "code"), values)


def doubt_again(connection: Connection, row_id: UUID, code: str) -> bool:
    """Show the doubt again. True if it had been accepted."""
    d = AcceptedDoubt
    return connection.execute(delete(d).where(d.row_id == row_id, d.code == code)).rowcount > 0
