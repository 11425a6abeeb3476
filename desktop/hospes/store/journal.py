# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorder: what a step changed, seen when the session flushes or announced by `bulk_add`.

One record a row and step. It becomes the audit trail, the undo stack and the signal to the screens; no entity
has code of its own here (decisions 15 to 17).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from hospes.store.base import Row
from hospes.store.codec import insert_statement, journalled, references
from hospes.store.tables.journal import Change, ChangeSecret, ChangeSubject, Step

INSERT, UPDATE, DELETE = "insert", "update", "delete"


@dataclass(slots=True)
class Record:
    """What a step did to one row, in stored values."""

    table: str
    row_id: UUID
    kind: str
    fields: dict[str, list[object]] = field(default_factory=dict)
    subjects: set[UUID] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a step touched: names of tables, ids of changed rows, and all rows these are or point to."""

    tables: frozenset[str] = frozenset()
    ids: frozenset[UUID] = frozenset()
    touched: frozenset[tuple[str, UUID]] = frozenset()


class Recorder:
    """Collects the records of one step and writes them."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, UUID], Record] = {}
        self.touched: set[tuple[str, UUID]] = set()

    def inserted(self, cls: type[Row], values: Mapping[str, object]) -> None:
        """A new row; inserts store no values."""
        row_id = values["id"]
        assert isinstance(row_id, UUID)
        earlier = self.records.get((cls.__tablename__, row_id))
        if earlier is not None and earlier.kind == DELETE:
            raise ValueError(f"{cls.__tablename__}: a row was deleted and added again in one step")
        record = Record(cls.__tablename__, row_id, INSERT)
        record.subjects = {v for name in cls.subjects if isinstance(v := values.get(name), UUID)}
        self.records[record.table, row_id] = record
        self.touched |= references(cls, values)

    def updated(
        self,
        cls: type[Row],
        before: Mapping[str, object],
        after: Mapping[str, object],
        fields: dict[str, list[object]],
    ) -> bool:
        """A changed row with stored `[before, after]` of each changed field. True if new in this step."""
        row_id = after["id"]
        assert isinstance(row_id, UUID)
        self.touched |= references(cls, before) | references(cls, after)
        record = self.records.get((cls.__tablename__, row_id))
        new = record is None
        if record is None:
            record = Record(cls.__tablename__, row_id, UPDATE)
            self.records[record.table, row_id] = record
        for values in (before, after):
            record.subjects |= {v for name in cls.subjects if isinstance(v := values.get(name), UUID)}
        if record.kind == UPDATE:
            for name, (old, now) in fields.items():
                first = record.fields[name][0] if name in record.fields else old
                record.fields[name] = [first, now]
        return new

    def deleted(self, cls: type[Row], values: Mapping[str, object], stored: Mapping[str, object]) -> None:
        """A deleted row; all it held is kept."""
        row_id = values["id"]
        assert isinstance(row_id, UUID)
        self.touched |= references(cls, values)
        earlier = self.records.pop((cls.__tablename__, row_id), None)
        if earlier is not None and earlier.kind == INSERT:
            return
        kept = {name: [value, None] for name, value in stored.items()}
        if earlier is not None:
            for name, (old, _) in earlier.fields.items():
                kept[name] = [old, None]
        record = Record(cls.__tablename__, row_id, DELETE, kept)
        record.subjects = {v for name in cls.subjects if isinstance(v := values.get(name), UUID)}
        self.records[record.table, row_id] = record

    def changes(self) -> Changes:
        """The signal to the screens."""
        live = [r for r in self.records.values() if r.kind != UPDATE or _differs(r)]
        return Changes(
            frozenset(r.table for r in live), frozenset(r.row_id for r in live), frozenset(self.touched)
        )

    def write(self, connection: Connection, step: "StepFacts") -> None:
        """Add the step and its changes to the journal."""
        order = (connection.execute(select(func.max(Step.order))).scalar() or 0) + 1
        connection.execute(insert(Step), [{**step.columns(), "order": order}])
        next_id = (connection.execute(select(func.max(Change.id))).scalar() or 0) + 1
        # Written through the driver: an import of 100 000 people makes half a million of these rows.
        changes: list[tuple[object, ...]] = []
        subjects: list[tuple[object, ...]] = []
        secrets: list[tuple[object, ...]] = []
        for record in self.records.values():
            if record.kind == UPDATE and not _differs(record):
                continue
            shown, secret = _split(record) if record.fields else ({}, {})
            changes.append(
                (
                    next_id,
                    step.id.hex,
                    record.table,
                    record.row_id.hex,
                    record.kind,
                    _json(shown) if shown else "{}",
                )
            )
            subjects += [(person.hex, next_id) for person in record.subjects]
            if secret:
                secrets.append((next_id, _json(secret), None))
            next_id += 1
        for table, rows in ((Change, changes), (ChangeSubject, subjects), (ChangeSecret, secrets)):
            if rows:
                connection.exec_driver_sql(insert_statement(table), rows)


@dataclass(frozen=True, slots=True)
class StepFacts:
    """A step before it has its place in the order."""

    id: UUID
    at: datetime
    editor: str
    device: str
    code: str
    refs: dict[str, object]
    undoes: UUID | None = None

    def columns(self) -> dict[str, object]:
        """As columns of the table."""
        return {
            "id": self.id,
            "at": self.at,
            "editor": self.editor,
            "device": self.device,
            "code": self.code,
            "refs": self.refs,
            "undoes": self.undoes,
            "undone_by": None,
            "brought_by": None,
        }


def _json(fields: dict[str, list[object]]) -> str:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _differs(record: Record) -> bool:
    return any(old != now for old, now in record.fields.values())


def _split(record: Record) -> tuple[dict[str, list[object]], dict[str, list[object]]]:
    """Fields to keep in the journal, and sensitive ones to keep apart. Unchanged fields of an update are
    dropped.
    """
    sensitive = journalled()[record.table].sensitive
    shown: dict[str, list[object]] = {}
    secret: dict[str, list[object]] = {}
    for name, pair in record.fields.items():
        if record.kind == UPDATE and pair[0] == pair[1]:
            continue
        (secret if name in sensitive else shown)[name] = pair
    return shown, secret
