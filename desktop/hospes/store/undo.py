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

from sqlalchemy import Connection, func, select, update

from hospes.domain.errors import UserError
from hospes.store.base import BOOKKEEPING, Row
from hospes.store.codec import (
    default_of,
    encode,
    encoders,
    insert_statement,
    journalled,
    reference_columns,
    table_of,
)
from hospes.store.journal import DELETE, INSERT, UPDATE
from hospes.store.tables.journal import Change, ChangeSecret, Step
from hospes.store.writer import Writer

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
        .where(
            Step.device == device,
            Step.undone_by.is_(None),
            Step.undoes.is_(None),
            Step.brought_by.is_(None),
        )
        .order_by(Step.order.desc())
        .limit(1)
    )
    found = connection.execute(query).first()
    return StepInfo(*found) if found else None


def redo_step(connection: Connection, device: str) -> StepInfo | None:
    """The undone step Redo would bring back, if nothing new was done since."""
    here = (Step.device == device, Step.undone_by.is_(None), Step.brought_by.is_(None))
    newest = select(func.max(Step.order)).where(*here, Step.undoes.is_(None))
    undos = select(Step.id).where(*here, Step.undoes.is_not(None))
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


def blocked() -> UserError:
    """Something newer stands in the way."""
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
            Step.brought_by.is_(None),
        )
        .limit(1)
    )
    if connection.execute(query).first() is not None:
        raise blocked()


def _current(connection: Connection, cls: type[Row], turns: list[_Turn]) -> dict[UUID, dict[str, Any]]:
    """The rows as they are stored now, undecoded: a large import is taken back without understanding it."""
    names = list(encoders(cls))
    columns = ", ".join(f'"{name}"' for name in names)
    rows: dict[UUID, dict[str, Any]] = {}
    for part in _batches(turns, 500):
        marks = ", ".join("?" for _ in part)
        query = f'SELECT {columns} FROM "{cls.__tablename__}" WHERE id IN ({marks})'
        for found in connection.exec_driver_sql(query, tuple(turn.row_id.hex for turn in part)):
            stored = dict(zip(names, found, strict=True))
            rows[UUID(hex=stored["id"])] = stored
    return rows


def _keys(cls: type[Row], stored: Mapping[str, Any]) -> dict[str, object]:
    """The columns of a stored row that point somewhere, as keys."""
    return {name: UUID(hex=stored[name]) for name, _ in reference_columns(cls) if stored.get(name)}


def _remove(writer: Writer, cls: type[Row], turns: list[_Turn]) -> None:
    connection = writer.connection()
    rows = _current(connection, cls, turns)
    if len(rows) != len(turns):
        raise blocked()
    for stored in rows.values():
        if cls.fixed_by and stored[cls.fixed_by] is not None:
            raise UserError(
                "This was handed out already, so it cannot be taken back. Cancel it instead.",
                code="undo-handed-out",
            )
        keys = _keys(cls, stored)
        kept = {name: value for name, value in stored.items() if name != "id" and name not in BOOKKEEPING}
        writer.recorder.deleted(cls, keys, kept)
    gone = [(turn.row_id.hex,) for turn in turns]
    connection.exec_driver_sql(f'DELETE FROM "{cls.__tablename__}" WHERE id = ?', gone)


def _bring_back(writer: Writer, cls: type[Row], turns: list[_Turn]) -> None:
    connection = writer.connection()
    if _current(connection, cls, turns):
        raise blocked()
    blank = {column.name: encode(column, default_of(column)) for column in table_of(cls).columns}
    blank |= {"version": 1, "changed_at": _stamp(writer, cls), "changed_by": writer.editor}
    rows: list[tuple[object, ...]] = []
    for turn in turns:
        # A column that did not exist when the row was deleted takes its default.
        old = {name: pair[0] for name, pair in turn.fields.items() if name in blank}
        stored = {**blank, **old, "id": turn.row_id.hex}
        writer.recorder.inserted(cls, _keys(cls, stored))
        rows.append(tuple(stored.values()))
    connection.exec_driver_sql(insert_statement(cls), rows)


def _put_back(writer: Writer, cls: type[Row], turns: list[_Turn]) -> None:
    connection = writer.connection()
    rows = _current(connection, cls, turns)
    statements: dict[tuple[str, ...], list[tuple[object, ...]]] = defaultdict(list)
    for turn in turns:
        stored = rows.get(turn.row_id)
        if stored is None or any(stored[name] != pair[1] for name, pair in turn.fields.items()):
            raise blocked()
        old = {name: pair[0] for name, pair in turn.fields.items()}
        pairs = {name: [pair[1], pair[0]] for name, pair in turn.fields.items()}
        writer.recorder.updated(cls, _keys(cls, stored), _keys(cls, {**stored, **old}), pairs)
        bookkeeping = (_stamp(writer, cls), writer.editor, turn.row_id.hex)
        statements[tuple(old)].append((*old.values(), *bookkeeping))
    for names, parameters in statements.items():
        setting = ", ".join(f'"{name}" = ?' for name in (*names, "changed_at", "changed_by"))
        statement = f'UPDATE "{cls.__tablename__}" SET {setting}, version = version + 1 WHERE id = ?'
        connection.exec_driver_sql(statement, parameters)


def _stamp(writer: Writer, cls: type[Row]) -> object:
    return encode(table_of(cls).columns["changed_at"], writer.stamp)


def _batches(items: Iterable[T], size: int) -> Iterable[list[T]]:
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def mark_undone(connection: Connection, step_id: UUID, by: UUID | None) -> None:
    """Remember that a step was taken back (or, with None, that it counts again)."""
    connection.execute(update(Step).where(Step.id == step_id).values(undone_by=by))
