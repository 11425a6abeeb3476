# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing what was brought in: rows through the writer, the other laptop's steps into the journal."""

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from hospes.domain.errors import UserError
from hospes.domain.merge.plan import Plan
from hospes.domain.merge.values import Fields, Key
from hospes.store.base import Row
from hospes.store.codec import decode_row, insert_statement, journalled, reference_columns, world_columns
from hospes.store.merge_plan import last_step
from hospes.store.tables.events import Blob
from hospes.store.tables.journal import Change, ChangeSecret, ChangeSubject, Step
from hospes.store.tables.settings import Setting
from hospes.store.writer import Writer

AT_ONCE = 500


def refuse_if_changed(w: Writer, plan: Plan) -> None:
    """Raises UserError if something was changed here since the plan was made."""
    if last_step(w.connection()) != plan.ours_step:
        raise UserError(
            "Your file was changed in the meantime. Look at the other laptop's file again.",
            code="laptop-stale",
        )


def write_rows(w: Writer, rows: Mapping[Key, Fields | None]) -> None:
    """Make rows what they are to be: None deletes one."""
    new: dict[str, list[tuple[str, Fields]]] = defaultdict(list)
    changed: list[tuple[type[Row], Row, Fields]] = []
    classes = journalled()
    for table, wanted in _by_table(rows).items():
        cls = classes[table]
        present = _present(w, cls, list(wanted))
        for row_id, fields in wanted.items():
            row = present.get(row_id)
            if fields is None:
                if row is not None:
                    w.delete(row)
            elif row is None:
                new[table].append((row_id, fields))
            else:
                changed.append((cls, row, fields))
    w.flush()
    for cls, row, fields in changed:
        for name, value in decode_row(cls, {**_stored_of(cls, row), **fields}).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    w.flush()
    for table, lines in new.items():
        cls = classes[table]
        w.bulk_add(cls, ({**decode_row(cls, fields), "id": UUID(hex=row_id)} for row_id, fields in lines))


def _stored_of(cls: type[Row], row: Row) -> dict[str, object]:
    from hospes.store.codec import encode_row

    return encode_row(cls, {column.name: getattr(row, column.name) for column in world_columns(cls)})


def _by_table(rows: Mapping[Key, Fields | None]) -> dict[str, dict[str, Fields | None]]:
    found: dict[str, dict[str, Fields | None]] = defaultdict(dict)
    for (table, row_id), fields in rows.items():
        found[table][row_id] = fields
    return found


def _present(w: Writer, cls: type[Row], ids: list[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for start in range(0, len(ids), AT_ONCE):
        part = [UUID(hex=one) for one in ids[start : start + AT_ONCE]]
        found |= {row.id.hex: row for row in w.scalars(select(cls).where(cls.id.in_(part)))}
    return found


def refuse_void(w: Writer, rows: Mapping[Key, Fields | None]) -> None:
    """Raises UserError if one of the rows would point to something that is not in the file any more."""
    classes = journalled()
    for (table, _), fields in rows.items():
        for name, target in reference_columns(classes[table]):
            value = (fields or {}).get(name)
            if name == "id" or not isinstance(value, str):
                continue
            coming = rows.get((target, value))
            if coming is None and (
                (target, value) in rows or w.get(classes[target], UUID(hex=value)) is None
            ):
                raise UserError(
                    "This cannot be brought back: something it belongs to was deleted in the meantime.",
                    code="laptop-void",
                )


def add_blobs(w: Writer, plan: Plan) -> None:
    """Pictures and documents that the rows name."""
    connection = w.connection()
    for sha, (media_type, text) in plan.blobs.items():
        data = base64.b64decode(text)
        if hashlib.sha256(data).hexdigest() != sha:
            raise UserError("The other laptop's file is damaged.", code="file-damaged")
        if connection.exec_driver_sql("SELECT 1 FROM blob WHERE sha256 = ?", (sha,)).first() is None:
            connection.exec_driver_sql(insert_statement(Blob), (sha, media_type, len(data), data))


def add_editors(w: Writer, plan: Plan) -> None:
    """Names of the people at other laptops, so that the history can name them."""
    for editor, name in plan.editors.items():
        w.put(Setting, {"owner_id": None, "key": f"editor.{editor}"}, value=name)


def add_steps(w: Writer, plan: Plan) -> None:
    """The other laptop's steps, marked as brought by this one; those that were here once count again."""
    connection = w.connection()
    assert w.step_id is not None
    here = {row[0] for row in connection.exec_driver_sql("SELECT id FROM step")}
    order = (connection.execute(select(func.max(Step.order))).scalar() or 0) + 1
    steps: list[tuple[Any, ...]] = []
    fresh: set[str] = set()
    for step_id, _, at, editor, device, code, refs, undoes, undone_by in plan.steps:
        if step_id in here:
            connection.exec_driver_sql(
                "UPDATE step SET brought_by = ? WHERE id = ? AND brought_by IS NOT NULL",
                (w.step_id.hex, step_id),
            )
            continue
        fresh.add(step_id)
        line = {
            "id": step_id, "order": order, "at": at, "editor": editor, "device": device, "code": code,
            "refs": refs, "undoes": undoes, "undone_by": undone_by, "brought_by": w.step_id.hex,
        }  # fmt: skip
        steps.append(tuple(line[column.name] for column in Step.__table__.columns))
        order += 1
    if not steps:
        return
    ids = here | fresh
    at_undoes, at_undone = (list(Step.__table__.columns.keys()).index(n) for n in ("undoes", "undone_by"))
    known = [
        tuple(
            None if place in (at_undoes, at_undone) and value not in ids else value
            for place, value in enumerate(step)
        )
        for step in steps
    ]
    connection.exec_driver_sql(insert_statement(Step), known)
    _add_changes(w, plan, fresh)


def _add_changes(w: Writer, plan: Plan, steps: set[str]) -> None:
    connection = w.connection()
    next_id = (connection.execute(select(func.max(Change.id))).scalar() or 0) + 1
    numbers: dict[int, int] = {}
    changes: list[tuple[Any, ...]] = []
    for change_id, step_id, table, row_id, kind, fields in plan.changes:
        if step_id in steps and isinstance(json.loads(fields), dict):
            numbers[change_id] = next_id
            changes.append((next_id, step_id, table, row_id, kind, fields))
            next_id += 1
    subjects = [(person, numbers[one]) for person, one in plan.subjects if one in numbers]
    secrets = [(numbers[one], fields, day) for one, fields, day in plan.secrets if one in numbers]
    for table_, rows in ((Change, changes), (ChangeSubject, subjects), (ChangeSecret, secrets)):
        if rows:
            connection.exec_driver_sql(insert_statement(table_), rows)
