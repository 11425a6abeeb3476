# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking a step back, for any table: the journal's changes are turned round and written as a new step.

Undo takes the newest step of this device that is not undone; redo undoes the undo. Either is refused where a
later change stands on what the step did (decision 17). Whole tables are handled by few statements each, so
that taking back an import of thousands of people is quick.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from hospes.domain.errors import UserError
from hospes.store.base import Row
from hospes.store.codec import decode, decode_row, encode_row, journalled, table_of, world_columns
from hospes.store.journal import DELETE, INSERT, UPDATE
from hospes.store.tables.journal import Change, ChangeSecret, Step
from hospes.store.writer import BATCH, Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StepInfo:
    """A step as the menu shows it."""

    id: UUID
    code: str
    refs: dict[str, object]
    editor: str
    at: datetime


def undo_step(connection: Connection, device: str) -> StepInfo | None:
    """The step Undo would take back."""
    query = (
        select(Step.id, Step.code, Step.refs, Step.editor, Step.at)
        .where(Step.device == device, Step.undone_by.is_(None), Step.undoes.is_(None))
        .order_by(Step.order.desc())
        .limit(1)
    )
    found = connection.execute(query).first()
    return StepInfo(*found) if found else None


def redo_step(connection: Connection, device: str) -> StepInfo | None:
    """The undone step Redo would bring back, if nothing new was done since."""
    newest = select(func.max(Step.order)).where(
        Step.device == device, Step.undone_by.is_(None), Step.undoes.is_(None)
    )
    undos = select(Step.id).where(Step.device == device, Step.undone_by.is_(None), Step.undoes.is_not(None))
    after = connection.execute(newest).scalar() or 0
    # The undo of a step stands after the step; one older than the newest live step can not be redone.
    done = Step.__table__.alias("done")
    query = (
        select(Step.id, Step.code, Step.refs, Step.editor, Step.at)
        .join(done, done.c.id == Step.undone_by)
        .where(Step.undoes.is_(None), Step.undone_by.in_(undos), done.c.order > after)
        .order_by(done.c.order.desc())
        .limit(1)
    )
    found = connection.execute(query).first()
    return StepInfo(*found) if found else None


def take_back(writer: Writer, step_id: UUID) -> None:
    """Turn a step's changes round through the writer's connection, recorded as a new step of the caller.

    Raises UserError, code `undo-blocked`, where something newer stands on it.
    """
    connection = writer.connection()
    by_table: dict[tuple[str, str], list[_Turn]] = defaultdict(list)
    query = (
        select(Change.id, Change.table_name, Change.row_id, Change.kind, Change.fields, ChangeSecret.fields)
        .join(ChangeSecret, ChangeSecret.change_id == Change.id, isouter=True)
        .where(Change.step_id == step_id)
    )
    last = 0
    for change_id, table, row_id, kind, fields, secret in connection.execute(query):
        by_table[table, kind].append(_Turn(row_id, {**fields, **(secret or {})}))
        last = max(last, change_id)
    _refuse_if_stood_on(connection, step_id, last)
    classes = journalled()
    for (table, kind), turns in by_table.items():
        cls = classes[table]
        if kind == INSERT:
            _remove(writer, cls, turns)
        elif kind == DELETE:
            _bring_back(writer, cls, turns)
        elif kind == UPDATE:
            _put_back(writer, cls, turns)


@dataclass(frozen=True, slots=True)
class _Turn:
    row_id: UUID
    fields: dict[str, list[object]]


def _blocked() -> UserError:
    return UserError(
        "This cannot be taken back: something newer was changed since. "
        "Look at the history of the entry to see what.",
        code="undo-blocked",
    )


def _refuse_if_stood_on(connection: Connection, step_id: UUID, last: int) -> None:
    """Refuse when a later step that still counts touched a row this step added or deleted."""
    mine = select(Change.row_id).where(Change.step_id == step_id, Change.kind != UPDATE)
    query = (
        select(Change.id)
        .join(Step, Step.id == Change.step_id)
        .where(
            Change.id > last,
            Change.row_id.in_(mine),
            Step.undone_by.is_(None),
            Step.undoes.is_(None),
        )
        .limit(1)
    )
    if connection.execute(query).first() is not None:
        raise _blocked()


def _current(connection: Connection, cls: type[Row], turns: list[_Turn]) -> dict[UUID, dict[str, Any]]:
    table = table_of(cls)
    rows: dict[UUID, dict[str, Any]] = {}
    for part in _batches(turns, 500):
        query = select(table).where(table.c.id.in_([turn.row_id for turn in part]))
        rows |= {row.id: row._asdict() for row in connection.execute(query)}
    return rows


def _remove(writer: Writer, cls: type[Row], turns: list[_Turn]) -> None:
    connection, table = writer.connection(), table_of(cls)
    rows = _current(connection, cls, turns)
    if len(rows) != len(turns):
        raise _blocked()
    for values in rows.values():
        writer.recorder.deleted(cls, values, encode_row(cls, values))
    for part in _batches(turns, 500):
        connection.execute(delete(table).where(table.c.id.in_([turn.row_id for turn in part])))


def _bring_back(writer: Writer, cls: type[Row], turns: list[_Turn]) -> None:
    if _current(writer.connection(), cls, turns):
        raise _blocked()
    rows: list[dict[str, Any]] = []
    for turn in turns:
        values = decode_row(cls, {name: pair[0] for name, pair in turn.fields.items()})
        row = {"id": turn.row_id, **values}
        writer.recorder.inserted(cls, row)
        rows.append({**row, "version": 1, "changed_at": writer.stamp, "changed_by": writer.editor})
    for part in _batches(rows, BATCH):
        writer.connection().execute(insert(table_of(cls)), part)


def _put_back(writer: Writer, cls: type[Row], turns: list[_Turn]) -> None:
    connection, table = writer.connection(), table_of(cls)
    columns = {column.name: column for column in world_columns(cls)}
    rows = _current(connection, cls, turns)
    statements: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for turn in turns:
        row = rows.get(turn.row_id)
        if row is None:
            raise _blocked()
        stored = encode_row(cls, row)
        if any(stored[name] != pair[1] for name, pair in turn.fields.items()):
            raise _blocked()
        old = {name: decode(columns[name], pair[0]) for name, pair in turn.fields.items()}
        pairs = {name: [pair[1], pair[0]] for name, pair in turn.fields.items()}
        writer.recorder.updated(cls, row, {**row, **old}, pairs)
        facts: Mapping[str, object] = {"changed_at": writer.stamp, "changed_by": writer.editor}
        statements[tuple(sorted(old))].append({"row": turn.row_id, **old, **facts})
    for names, parameters in statements.items():
        setting: dict[str, Any] = {name: bindparam(name) for name in (*names, "changed_at", "changed_by")}
        statement = (
            update(table).where(table.c.id == bindparam("row")).values(version=table.c.version + 1, **setting)
        )
        connection.execute(statement, parameters)


def _batches(items: Iterable[T], size: int) -> Iterable[list[T]]:
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def mark_undone(connection: Connection, step_id: UUID, by: UUID | None) -> None:
    """Remember that a step was taken back (or, with None, that it counts again)."""
    connection.execute(update(Step).where(Step.id == step_id).values(undone_by=by))
