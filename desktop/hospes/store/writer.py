# SPDX-License-Identifier: GPL-3.0-or-later
"""The writer an action gets: an ORM session that records what it changes, with the clock and the source of
keys.

Flush listeners do not see bulk statements, so `bulk_add` is the only way to write many rows at once, and it
announces them (decision 16). Statements that change data past both are refused.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Connection, event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from hospes.domain.errors import UserError
from hospes.store.base import Row, natural_key
from hospes.store.codec import (
    default_of,
    encode,
    encode_row,
    encoders,
    insert_statement,
    table_of,
    world_columns,
)
from hospes.store.journal import Recorder

R = TypeVar("R", bound=Row)
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Clockwork:
    """What an action may not take from the machine itself: time, day, keys, and who is writing."""

    now: Callable[[], datetime]
    today: date
    new_id: Callable[[], UUID]
    editor: str
    device: str


class Writer(Session):
    """A session for one step. Rows read are whole, rows written are recorded."""

    def __init__(self, connection: Connection, clockwork: Clockwork) -> None:
        super().__init__(connection, expire_on_commit=False, join_transaction_mode="rollback_only")
        self.clockwork = clockwork
        self.recorder = Recorder()
        self.stamp = clockwork.now()
        self.step_id: UUID | None = None
        """The step that is being made; None where the journal is written by somebody else."""
        event.listen(self, "before_flush", _before_flush)
        event.listen(self, "do_orm_execute", _refuse_unannounced)

    @property
    def today(self) -> date:
        """The day it is, for the association."""
        return self.clockwork.today

    @property
    def now(self) -> datetime:
        """The moment of this step, UTC."""
        return self.stamp

    @property
    def editor(self) -> str:
        """Who is writing: an editor's id or name."""
        return self.clockwork.editor

    @property
    def device(self) -> str:
        """The device that writes."""
        return self.clockwork.device

    def new_id(self) -> UUID:
        """A fresh key, sorted by time (decision 1)."""
        return self.clockwork.new_id()

    def create(self, cls: type[R], **values: object) -> R:
        """Add a row, keyed by its natural key if it has one."""
        row = cls(id=self.key_for(cls, values), **values)
        self.add(row)
        return row

    def key_for(self, cls: type[Row], values: Mapping[str, object]) -> UUID:
        """The key a row with these values gets."""
        if not cls.natural:
            return self.new_id()
        parts = [encode(table_of(cls).columns[name], values.get(name)) for name in cls.natural]
        return natural_key(cls.__tablename__, *("" if part is None else part for part in parts))

    def must(self, cls: type[R], row_id: UUID) -> R:
        """The row with this id. Raises UserError if it is gone."""
        row = self.get(cls, row_id)
        if row is None:
            raise UserError("This entry is no longer in the file.", code="gone")
        return row

    def put(self, cls: type[R], keys: Mapping[str, object], **values: object) -> R:
        """Add the fact with this natural key, or change it where it is already there."""
        row = self.get(cls, self.key_for(cls, keys))
        if row is None:
            return self.create(cls, **keys, **values)
        for name, value in values.items():
            setattr(row, name, value)
        return row

    def bulk_add(self, cls: type[Row], rows: Iterable[Mapping[str, object]]) -> list[UUID]:
        """Add many rows by one statement a batch, recorded like any others; gives their keys in order.

        Missing columns take their defaults; `id` may be given. Pending rows of the session are flushed first.
        """
        self.flush()
        statement, encode_by = insert_statement(cls), encoders(cls)
        stored_defaults = {c.name: encode(c, default_of(c)) for c in table_of(cls).columns}
        stored_defaults["version"] = 1
        stored_defaults["changed_at"] = encode(table_of(cls).columns["changed_at"], self.stamp)
        stored_defaults["changed_by"] = self.editor
        keys: list[UUID] = []
        batch: list[tuple[object, ...]] = []
        for given in rows:
            key = given.get("id")
            row_id = key if isinstance(key, UUID) else self.key_for(cls, given)
            if not given.keys() <= stored_defaults.keys():
                raise ValueError(
                    f"{cls.__tablename__} has no column {sorted(given.keys() - stored_defaults.keys())}"
                )
            self.recorder.inserted(cls, {**given, "id": row_id})
            keys.append(row_id)
            row = dict(stored_defaults)
            row["id"] = row_id.hex
            for name, value in given.items():
                if name != "id":
                    encoder = encode_by[name]
                    row[name] = value if encoder is None else encoder(value)
            batch.append(tuple(row.values()))
            if len(batch) == BATCH:
                self.connection().exec_driver_sql(statement, batch)
                batch = []
        if batch:
            self.connection().exec_driver_sql(statement, batch)
        return keys


def _before_flush(session: Session, context: UOWTransaction, instances: object) -> None:
    assert isinstance(session, Writer)
    for row in session.new:
        if isinstance(row, Row):
            _record_new(session, row)
    for row in session.dirty:
        if isinstance(row, Row) and session.is_modified(row):
            _record_changed(session, row)
    for row in session.deleted:
        if isinstance(row, Row):
            values = {c.name: getattr(row, c.name) for c in table_of(type(row)).columns}
            session.recorder.deleted(type(row), values, encode_row(type(row), values))


def _record_new(writer: Writer, row: Row) -> None:
    cls = type(row)
    for column in world_columns(cls):
        # Defaults are set before the insert so that rules, search and history read the row as it will be.
        if getattr(row, column.name) is None:
            setattr(row, column.name, default_of(column))
    values = {c.name: getattr(row, c.name) for c in world_columns(cls)}
    if "id" not in inspect(row).dict:
        row.id = writer.key_for(cls, values)
    row.version, row.changed_at, row.changed_by = 1, writer.stamp, writer.editor
    writer.recorder.inserted(cls, {"id": row.id, **values})


def _record_changed(writer: Writer, row: Row) -> None:
    cls = type(row)
    state = inspect(row)
    fields: dict[str, list[object]] = {}
    after: dict[str, object] = {"id": row.id}
    before: dict[str, object] = {"id": row.id}
    for column in world_columns(cls):
        history = state.attrs[column.name].history
        value = getattr(row, column.name)
        after[column.name] = before[column.name] = value
        if history.added:
            if not history.deleted:
                raise ValueError(f"{cls.__tablename__}.{column.name} was set before it was read")
            before[column.name] = history.deleted[0]
            pair = [encode(column, history.deleted[0]), encode(column, value)]
            if pair[0] != pair[1]:
                fields[column.name] = pair
    if not fields:
        return
    if writer.recorder.updated(cls, before, after, fields):
        row.version += 1
    row.changed_at, row.changed_by = writer.stamp, writer.editor


def _refuse_unannounced(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise RuntimeError("statements that change data bypass the journal: use rows or bulk_add")
