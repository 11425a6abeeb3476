# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done, by whom and when: of the whole file, of one person, of one row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.queries.names import Named, names
from hospes.queries.scope import ids_in
from hospes.store.tables.journal import Change, ChangeSecret, ChangeSubject, Step
from hospes.store.tables.settings import Setting


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What a step did to one row: `fields` is `{field: (before, after)}` in stored values."""

    table: str
    row_id: UUID
    kind: str
    fields: dict[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step. `refs` holds ids, numbers and codes for its label; `named` what the ids are called now.

    `undone` says that it no longer counts; `undoes` that it took another step back (or brought it again).
    """

    id: UUID
    order: int
    code: str
    refs: dict[str, object]
    at: datetime
    editor: str
    who: str
    device: str
    undone: bool
    undoes: UUID | None
    count: int
    """How many rows it changed."""
    named: dict[UUID, Named] = field(default_factory=dict)


def history(
    connection: Connection,
    language: str,
    limit: int | None = None,
    before: int | None = None,
    person_id: UUID | None = None,
    row_id: UUID | None = None,
) -> list[StepRow]:
    """Steps, the newest first; `before` is the order of the last step of the page before.

    With `person_id` only steps that are about this person, with `row_id` only those that changed this row.
    """
    query = select(
        Step.id,
        Step.order,
        Step.code,
        Step.refs,
        Step.at,
        Step.editor,
        Step.device,
        Step.undone_by,
        Step.undoes,
    ).order_by(Step.order.desc())
    if before is not None:
        query = query.where(Step.order < before)
    if person_id is not None:
        about = select(ChangeSubject.change_id).where(ChangeSubject.person_id == person_id)
        query = query.where(Step.id.in_(select(Change.step_id).where(Change.id.in_(about))))
    if row_id is not None:
        query = query.where(Step.id.in_(select(Change.step_id).where(Change.row_id == row_id)))
    rows = connection.execute(query.limit(limit) if limit is not None else query).all()
    counts = _counts(connection, [row.id for row in rows])
    editors = editor_names(connection)
    called = names(connection, {ref for row in rows for ref in ids_of(row.refs)}, language)
    return [
        StepRow(
            id=row.id,
            order=row.order,
            code=row.code,
            refs=row.refs,
            at=row.at,
            editor=row.editor,
            who=editors.get(row.editor, ""),
            device=row.device,
            undone=row.undone_by is not None,
            undoes=row.undoes,
            count=counts.get(row.id, 0),
            named={ref: called[ref] for ref in ids_of(row.refs) if ref in called},
        )
        for row in rows
    ]


def _counts(connection: Connection, steps: Sequence[UUID]) -> dict[UUID, int]:
    query = (
        select(Change.step_id, func.count()).where(Change.step_id.in_(ids_in(steps))).group_by(Change.step_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def changes_of(connection: Connection, step_id: UUID, person_id: UUID | None = None) -> list[ChangeRow]:
    """What a step did, row by row; with `person_id` only what is about this person.

    Sensitive old values are there as long as they have not expired.
    """
    query = (
        select(Change.table_name, Change.row_id, Change.kind, Change.fields, ChangeSecret.fields)
        .join(ChangeSecret, ChangeSecret.change_id == Change.id, isouter=True)
        .where(Change.step_id == step_id)
        .order_by(Change.id)
    )
    if person_id is not None:
        about = select(ChangeSubject.change_id).where(ChangeSubject.person_id == person_id)
        query = query.where(Change.id.in_(about))
    found = []
    for table, row_id, kind, fields, secret in connection.execute(query):
        pairs = {name: (pair[0], pair[1]) for name, pair in {**fields, **(secret or {})}.items()}
        found.append(ChangeRow(table, row_id, kind, pairs))
    return found


def editor_names(connection: Connection) -> dict[str, str]:
    """What the people who write into this file are called, by their editor's id (decision 14)."""
    query = select(Setting.key, Setting.value).where(Setting.key.startswith("editor.", autoescape=True))
    return {key.removeprefix("editor."): str(value) for key, value in connection.execute(query) if value}


def ids_of(refs: dict[str, object]) -> list[UUID]:
    """The ids among a step's references; one of them may be several people."""
    single = [one for value in refs.values() for one in (value if isinstance(value, list) else [value])]
    return [ref for value in single if (ref := as_id(value)) is not None]


def as_id(value: object) -> UUID | None:
    """A reference of the journal as an id: 32 hexadecimal digits, as the file holds them."""
    if isinstance(value, str) and len(value) == 32:
        try:
            return UUID(hex=value)
        except ValueError:
            return None
    return None
