# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan for bringing in the other laptop's file: both files read and merged, and what comes along."""

import base64
import contextlib
import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from hospes.domain.errors import UserError
from hospes.domain.merge.plan import Plan, Side, Told
from hospes.domain.merge.three_way import merge
from hospes.domain.merge.values import Fields, Key, Merged, Question
from hospes.store import driver, files
from hospes.store.clock import utc_now
from hospes.store.codec import decode_row, journalled
from hospes.store.laptop_erased import cleaned, erased_in, only_there
from hospes.store.merge_read import StepLine, compare, no_past
from hospes.store.merge_shapes import blob_columns, world
from hospes.store.tables import load_all

MOST_BLOBS = 400 * 1024 * 1024
"""Bytes of pictures and documents that one file may bring."""


def make_plan(mine: Path, theirs: Path, base: Path | None = None) -> Plan:
    """Read the files and say what bringing in would do. Nothing is written.

    Raises:
        UserError: theirs is damaged, of another association, newer, or the very file that is open.
    """
    if mine.exists() and theirs.exists() and driver.identity(mine) == driver.identity(theirs):
        raise UserError(
            "This is the file that is open. Choose the one from the other laptop.", code="laptop-same-file"
        )
    load_all()
    today = utc_now().date()
    with tempfile.TemporaryDirectory(prefix="hospes-") as scratch, contextlib.ExitStack() as stack:
        ours = stack.enter_context(_reading(mine, trusted=True))
        others = stack.enter_context(_reading(theirs))
        if _file_id(ours) != _file_id(others) or not _file_id(ours):
            raise no_past()
        gone, new = erased_in(ours), only_there(ours, others)
        if gone:
            others = stack.enter_context(_reading(cleaned(theirs, gone, Path(scratch), today)))
        if new:
            ours = stack.enter_context(_reading(cleaned(mine, new, Path(scratch), today), trusted=True))
        had = stack.enter_context(_reading(base)) if base is not None else None
        refs = {one.ref for one in (*gone, *new)}
        return replace(
            _plan(ours, others, had, refs), erased=tuple((o.ref, o.what, o.part, o.texts) for o in new)
        )


@contextlib.contextmanager
def _reading(path: Path, *, trusted: bool = False) -> Iterator[Connection]:
    """A file to look at; one from elsewhere is looked through first."""
    opened = files.open_file(path, read_only=True)
    try:
        if not trusted and opened.engine.problems():
            raise driver.damaged()
        with opened.engine.read() as connection:
            yield connection
    finally:
        opened.close()


def _plan(mine: Connection, theirs: Connection, base: Connection | None, erased: set[str]) -> Plan:
    if base is not None and _file_id(base) != _file_id(mine):
        raise no_past()
    found = compare(mine, theirs, base)
    if not found.new_steps and base is None:
        return Plan(Merged({}, (), ()), ours_step=last_step(mine))
    # What stands for somebody who was erased is ours, whatever day it was erased on.
    both = {key for key in found.mine if key[1] in erased and key in found.theirs}
    was, ours, others = (
        {key: fields for key, fields in state.items() if key not in both}
        for state in (found.base, found.mine, found.theirs)
    )
    merged = merge(was, ours, others, world())
    _readable(merged)
    steps, changes, subjects, secrets = _carried(theirs, found.new_steps)
    return Plan(
        merged,
        tuple(_told(one, mine, theirs) for one in merged.questions),
        _side(theirs, found.new_steps),
        last_step(mine),
        steps,
        changes,
        subjects,
        secrets,
        blobs=_blobs(merged, mine, theirs),
        editors=_editors(mine, theirs),
    )


def last_step(connection: Connection) -> str:
    """The newest step of a file; empty if there is none."""
    query = 'SELECT id FROM step ORDER BY "order" DESC LIMIT 1'
    found = connection.exec_driver_sql(query).first()
    return str(found[0]) if found else ""


def _file_id(connection: Connection) -> str:
    found = connection.exec_driver_sql("SELECT value FROM file_fact WHERE key='file_id'").first()
    return str(found[0]) if found else ""


def _readable(merged: Merged) -> None:
    """Every value that would be written can be understood; a file made to do harm holds others."""
    rows = [(key, f) for key, f in merged.outcome.items() if f is not None]
    rows += [(key, f) for one in merged.questions for key, f in one.theirs.items() if f is not None]
    for (table, row_id), fields in rows:
        try:
            int(row_id, 16)
            decode_row(journalled()[table], fields)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError, UserError):
            raise UserError(
                "This file holds entries that Hospes cannot understand ({table}), so nothing of it is "
                "brought in. Open it on the other laptop, check the records there, and make a new copy.",
                code="laptop-unreadable",
                table=table,
            ) from None


def _side(theirs: Connection, steps: list[StepLine]) -> Side:
    """Who worked there last."""
    if not steps:
        return Side()
    last = steps[-1]
    own = [step for step in steps if step.brought_by is None] or steps
    names = _names(theirs)
    return Side(own[-1].editor, names.get(own[-1].editor, ""), own[-1].device, own[-1].at, last.id)


def _names(connection: Connection) -> dict[str, str]:
    import json

    query = 'SELECT "key", value FROM setting WHERE "key" LIKE \'editor.%\''
    rows = connection.exec_driver_sql(query).all()
    found = {key.removeprefix("editor."): json.loads(value) for key, value in rows if value}
    return {editor: name for editor, name in found.items() if isinstance(name, str) and name}


def _editors(mine: Connection, theirs: Connection) -> dict[str, str]:
    known = _names(mine)
    return {editor: name for editor, name in _names(theirs).items() if editor not in known}


# ---- who and when -------------------------------------------------------------------------------------


def _told(question: Question, mine: Connection, theirs: Connection) -> tuple[Told, Told]:
    keys = set(question.mine) | set(question.theirs)
    return _latest(mine, keys, question.fields), _latest(theirs, keys, question.fields)


def _latest(connection: Connection, keys: Iterable[Key], fields: tuple[str, ...]) -> Told:
    """Who changed these rows (or these columns of them) last, by the journal, else by the rows.

    Steps taken back do not count, nor what came along with a bringing in that was taken back.
    """
    found: list[tuple[str, str]] = []
    for table, row_id in keys:
        query = (
            'SELECT s.at, s.editor, c.kind, c.fields FROM "change" c JOIN step s ON s.id = c.step_id '
            "WHERE c.row_id = ? AND c.table_name = ? AND s.code <> 'laptop-bring-in' "
            "AND s.undoes IS NULL AND s.undone_by IS NULL AND NOT EXISTS ("
            "SELECT 1 FROM step b WHERE b.id = s.brought_by AND b.undone_by IS NOT NULL)"
        )
        for at, editor, kind, changed in connection.exec_driver_sql(query, (row_id, table)):
            if kind != "update" or not fields or any(f'"{name}"' in changed for name in fields):
                found.append((at, editor))
        stamp = f'SELECT changed_at, changed_by FROM "{table}" WHERE id = ? AND version > 1'
        found += [
            (at, by or "") for at, by in connection.exec_driver_sql(stamp, (row_id,)) if at and not fields
        ]
        if fields and not found:
            found += [(at, by or "") for at, by in connection.exec_driver_sql(stamp, (row_id,)) if at]
    at, by = max(found, default=("", ""))
    return Told(by, at)


def newer(pair: tuple[Told, Told]) -> int | None:
    """Which of the two is newer: 0 ours, 1 theirs, None if nobody can tell."""
    try:
        ours, theirs = (datetime.fromisoformat(told.at) for told in pair)
    except ValueError:
        return None
    return None if ours == theirs else int(theirs > ours)


# ---- what comes along ---------------------------------------------------------------------------------


def _carried(theirs: Connection, steps: list[StepLine]) -> tuple[tuple[Any, ...], ...]:
    """The other's steps with all they say, so that "who changed this when" answers here too."""
    ids = [step.id for step in steps]
    changes: list[list[Any]] = []
    subjects: list[list[Any]] = []
    secrets: list[list[Any]] = []
    for step in ids:
        query = 'SELECT id, step_id, table_name, row_id, kind, fields FROM "change" WHERE step_id = ?'
        changes += [list(row) for row in theirs.exec_driver_sql(query, (step,))]
        query = (
            'SELECT person_id, change_id FROM change_subject WHERE change_id IN (SELECT id FROM "change" '
            "WHERE step_id = ?)"
        )
        subjects += [list(row) for row in theirs.exec_driver_sql(query, (step,))]
        query = (
            "SELECT change_id, fields, expires_on FROM change_secret WHERE change_id IN "
            '(SELECT id FROM "change" WHERE step_id = ?)'
        )
        secrets += [list(row) for row in theirs.exec_driver_sql(query, (step,))]
    lines = tuple(
        (one.id, one.order, one.at, one.editor, one.device, one.code, one.refs, one.undoes, one.undone_by)
        for one in steps
    )
    return lines, tuple(sorted(changes)), tuple(subjects), tuple(secrets)


def _blobs(merged: Merged, mine: Connection, theirs: Connection) -> dict[str, tuple[str, str]]:
    wanted = {sha for rows in _all_rows(merged) for sha in _shas(rows)}
    here = {sha for sha in wanted if _has_blob(mine, sha)}
    found: dict[str, tuple[str, str]] = {}
    size = 0
    for sha in sorted(wanted - here):
        row = theirs.exec_driver_sql("SELECT media_type, data FROM blob WHERE sha256 = ?", (sha,)).first()
        if row is None or hashlib.sha256(row[1]).hexdigest() != sha:
            raise driver.damaged()
        size += len(row[1])
        if size > MOST_BLOBS:
            raise UserError(
                "This file brings more pictures and documents than fit into one file.", code="laptop-large"
            )
        found[sha] = (row[0], base64.b64encode(row[1]).decode("ascii"))
    return found


def _has_blob(connection: Connection, sha: str) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM blob WHERE sha256 = ?", (sha,)).first() is not None


def _all_rows(merged: Merged) -> Iterable[Mapping[Key, Fields | None]]:
    yield merged.outcome
    for question in merged.questions:
        yield question.theirs


def _shas(rows: Mapping[Key, Fields | None]) -> Iterable[str]:
    for (table, _), fields in rows.items():
        for name in blob_columns(table):
            value = (fields or {}).get(name)
            if isinstance(value, str):
                yield value
