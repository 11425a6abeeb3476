# SPDX-License-Identifier: GPL-3.0-or-later
"""Two files read side by side: only the rows that differ, and what both last had in common.

The common state is rebuilt from the journal: the steps of one file that the other does not know are taken
back from its rows, in memory. Both files hold the steps they share, for bringing in carries the other's steps
along (decision 26); a file given as the base is used instead. Nothing is written here.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection

from hospes.domain.errors import UserError
from hospes.domain.merge.values import Fields, Key, State
from hospes.store.codec import journalled, world_columns
from hospes.store.journal import DELETE, INSERT, UPDATE
from hospes.store.merge_shapes import WHOLE, world

if TYPE_CHECKING:
    import sqlite3

_HEAD = 1  # a row is read as its id, then its columns


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a journal, as the file holds it."""

    id: str
    order: int
    at: str
    editor: str
    device: str
    code: str
    refs: str
    undoes: str | None
    undone_by: str | None
    brought_by: str | None


@dataclass(frozen=True, slots=True)
class Journal:
    """The steps of a file in their order."""

    steps: tuple[StepLine, ...]

    def known(self) -> set[str]:
        """Steps that count in the file: its own, and brought ones unless bringing them was taken back."""
        undone = {step.id for step in self.steps if step.undone_by is not None}
        return {step.id for step in self.steps if step.brought_by is None or step.brought_by not in undone}

    def unknown_to(self, other: "Journal") -> list[StepLine]:
        """What this file has and the other does not know, brought steps too."""
        theirs, mine = other.known(), self.known()
        return [step for step in self.steps if step.id in mine and step.id not in theirs]


@dataclass(slots=True)
class Compared:
    """What merging needs of two files and of what they had in common."""

    base: State
    mine: State
    theirs: State
    new_steps: list[StepLine] = field(default_factory=list)


def journal(connection: Connection) -> Journal:
    """Read all steps."""
    names = ", ".join(f'"{name}"' for name in StepLine.__dataclass_fields__)
    rows = connection.exec_driver_sql(f'SELECT {names} FROM step ORDER BY "order"')
    return Journal(tuple(StepLine(*row) for row in rows))


def compare(mine: Connection, theirs: Connection, base: Connection | None = None) -> Compared:
    """Read what differs. Raises UserError if the files have no past in common."""
    here, there = journal(mine), journal(theirs)
    new = there.unknown_to(here)
    first, second = _differing(mine, theirs)
    if base is not None:
        return Compared(_of_file(base, first.keys() | second.keys()), first, second, new)
    ours, others = _common(here, there), _common(there, here)
    # Of two states that both once had, the one with more in it is the later one.
    on_theirs = others.knowledge >= ours.knowledge
    line, rows, connection = (others, second, theirs) if on_theirs else (ours, first, mine)
    before = _rewound(connection, rows, line.undone_steps)
    # What is alike on both sides now matters to nobody, whatever it was.
    return Compared({k: v for k, v in before.items() if k in first or k in second}, first, second, new)


@dataclass(frozen=True, slots=True)
class _Line:
    """A file's own history: how much of it the other knows, and the steps after that."""

    knowledge: int
    undone_steps: tuple[str, ...]


def _common(mine: Journal, other: Journal) -> _Line:
    known = other.known()
    own = [step for step in mine.steps if step.brought_by is None]
    at = next((number for number, step in enumerate(own) if step.id not in known), len(own))
    shared = {step.id for step in own[:at]}
    brought = sum(step.brought_by in shared for step in mine.steps if step.brought_by is not None)
    return _Line(at + brought, tuple(step.id for step in own[at:]))


# ---- rows ---------------------------------------------------------------------------------------------


def _columns(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in world_columns(journalled()[table]))


def _lines(connection: Connection, table: str) -> Iterator[Any]:
    names = ", ".join(f'"{name}"' for name in _columns(table))
    # Asked of the driver itself, in the transaction that is open: three times as quick a row and a statement.
    driver = cast("sqlite3.Connection", connection.connection.driver_connection)
    return driver.execute(f'SELECT id, {names} FROM "{table}" ORDER BY id')


def _differing(mine: Connection, theirs: Connection) -> tuple[dict[Key, Fields], dict[Key, Fields]]:
    """Rows that are not alike in both; all of a table that rules look through, or where doubles moved."""
    first: dict[Key, Fields] = {}
    second: dict[Key, Fields] = {}
    merged = _doubles(mine) != _doubles(theirs)
    for table in world().shapes:
        names = _columns(table)
        whole = merged or table in WHOLE
        for one, other in _side_by_side(_lines(mine, table), _lines(theirs, table)):
            if one == other and not whole:
                continue
            if one is not None:
                first[table, one[0]] = dict(zip(names, one[_HEAD:], strict=True))
            if other is not None:
                second[table, other[0]] = dict(zip(names, other[_HEAD:], strict=True))
    return first, second


def _side_by_side(first: Iterator[Any], second: Iterator[Any]) -> Iterator[tuple[Any, Any]]:
    """Two lists in the order of their ids, as pairs; None where one has no such row."""
    one, other = next(first, None), next(second, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one[0] < other[0]):
            yield one, None
            one = next(first, None)
        elif one is None or other[0] < one[0]:
            yield None, other
            other = next(second, None)
        else:
            yield one, other
            one, other = next(first, None), next(second, None)


def _doubles(connection: Connection) -> list[Any]:
    found: list[Any] = []
    for table, shape in world().shapes.items():
        if any(name == "merged_into" for name, _ in shape.refs):
            query = f'SELECT id, merged_into FROM "{table}" WHERE merged_into IS NOT NULL ORDER BY id'
            found += connection.exec_driver_sql(query).all()
    return found


def _of_file(connection: Connection, keys: "set[Key]") -> dict[Key, Fields]:
    found: dict[Key, Fields] = {}
    for table in world().shapes:
        names = _columns(table)
        for line in _lines(connection, table):
            key = (table, line[0])
            if key in keys:
                found[key] = dict(zip(names, line[_HEAD:], strict=True))
    return found


# ---- back in time -------------------------------------------------------------------------------------


def _rewound(connection: Connection, rows: Mapping[Key, Fields], steps: tuple[str, ...]) -> dict[Key, Fields]:
    """The rows as they were before these steps of their file."""
    found: dict[Key, Fields] = dict(rows)
    shapes = world().shapes
    for table, row_id, kind, fields in _changes(connection, set(steps)):
        key = (table, row_id)
        if table not in shapes:
            continue
        if kind == INSERT:
            found.pop(key, None)
            continue
        blank = shapes[table].blank
        old = {name: pair[0] for name, pair in fields.items() if name in blank}
        if kind == DELETE:
            found[key] = {**blank, **old}
        elif kind == UPDATE and key in found:
            found[key] = {**found[key], **old}
    return found


def _changes(connection: Connection, steps: set[str]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """What steps did, the last first."""
    query = (
        'SELECT c.step_id, c.table_name, c.row_id, c.kind, c.fields, s.fields FROM "change" c '
        "LEFT JOIN change_secret s ON s.change_id = c.id WHERE c.id >= ? ORDER BY c.id DESC"
    )
    for step, table, row_id, kind, fields, secret in connection.exec_driver_sql(
        query, (_first_change(connection, steps),)
    ):
        if step in steps:
            yield table, row_id, kind, {**json.loads(fields), **json.loads(secret or "{}")}


def _first_change(connection: Connection, steps: set[str]) -> int:
    found = [
        first
        for step in steps
        for (first,) in connection.exec_driver_sql('SELECT min(id) FROM "change" WHERE step_id = ?', (step,))
        if first is not None
    ]
    return min(found, default=1 << 62)


def no_past() -> UserError:
    """Two files that never were one."""
    return UserError(
        "This file belongs to another association, or was not made from a copy of yours, so nothing of it is "
        "brought in. Ask for a copy of your own file that was worked on, or bring in a list.",
        code="laptop-foreign",
    )
