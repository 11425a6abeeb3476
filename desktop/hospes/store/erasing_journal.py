# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking somebody out of the journal: what was done stays told, to whom and with which words does not.

Changes of rows about the person go. In changes of other rows the fields that name the person lose their
values, for Undo would bring the name back. A step that has no change left is passed over by Undo.
"""

import json
from collections.abc import Callable, Collection, Iterator
from typing import Any

from sqlalchemy import Connection

from hospes.store.codec import journalled
from hospes.store.name_marks import Marks
from hospes.store.removal import owning

QUIET = "·"
"""As `hospes.app.QUIET`: behind the device of steps that Undo does not see."""

Pairs = dict[str, list[Any]]
Strip = Callable[[str, str, Pairs], Collection[str]]
"""Which fields of a change have to go, of a table, a row's key and its pairs of values."""


def forget(
    connection: Connection,
    people: Collection[str],
    keys: Collection[str],
    others: Collection[str],
    marks: Marks,
) -> set[str]:
    """Take all that is about these people and rows out; `others` are rows that only mention them.

    Gives the hashes of pictures and documents that were named in it.
    """
    gone_keys = set(keys) | set(people)
    shas: set[str] = set()
    query = (
        "SELECT c.id, c.row_id FROM change_subject s JOIN change c ON c.id = s.change_id "
        "WHERE s.person_id IN (SELECT value FROM json_each(?))"
    )
    found = connection.exec_driver_sql(query, (json.dumps(sorted(people)),)).all()
    about = {int(row[0]): str(row[1]) for row in found}
    doomed = {number for number, key in about.items() if key not in others}
    gone_keys |= {about[number] for number in doomed}
    rows = list(_with_values(connection))
    grown = True
    while grown:
        grown = False
        for number, table, key, _kind, fields in rows:
            if number not in doomed and (key in gone_keys or _hangs_on(table, fields, gone_keys)):
                doomed.add(number)
                grown = grown or key not in gone_keys
                gone_keys.add(key)
    for number, _table, _row, _kind, fields in rows:
        if number in doomed:
            shas |= {
                str(one) for name, pair in fields.items() if name.endswith("_sha") for one in pair if one
            }
    _drop(connection, doomed, gone_keys)
    strip_fields(connection, lambda _table, _key, pairs: _naming(marks, pairs))
    _drop_links(connection, people)
    return shas


def _naming(marks: Marks, pairs: Pairs) -> list[str]:
    return [name for name, pair in pairs.items() if marks.in_value(_open(pair))]


def _with_values(connection: Connection) -> Iterator[tuple[int, str, str, str, Pairs]]:
    query = (
        "SELECT c.id, c.table_name, c.row_id, c.kind, c.fields, s.fields FROM change c "
        "LEFT JOIN change_secret s ON s.change_id = c.id WHERE c.fields <> '{}' OR s.fields IS NOT NULL"
    )
    for number, table, key, kind, fields, secret in connection.exec_driver_sql(query):
        yield number, table, key, kind, {**json.loads(fields), **json.loads(secret or "{}")}


def _hangs_on(table: str, fields: Pairs, gone: Collection[str]) -> bool:
    """Whether a row that was deleted was nothing without a row that is gone now."""
    cls = journalled().get(table)
    if cls is None or table == "person":
        return False
    needed = owning(cls) - set(cls.mentions)
    return any(
        name in needed and isinstance(pair[0], str) and pair[0] in gone for name, pair in fields.items()
    )


def _open(pair: list[Any]) -> list[Any]:
    """A pair with structures that are stored as text opened, so that names inside are seen."""
    found = []
    for value in pair:
        if isinstance(value, str) and value[:1] in "[{":
            try:
                found.append(json.loads(value))
                continue
            except ValueError:
                pass
        found.append(value)
    return found


def strip_fields(connection: Connection, which: Strip) -> None:
    """Take values out of changes that stay."""
    emptied: set[int] = set()
    for table in ("change", "change_secret"):
        key = "id" if table == "change" else "change_id"
        source = "change c" if table == "change" else "change_secret s JOIN change c ON c.id = s.change_id"
        column = "c.fields" if table == "change" else "s.fields"
        query = f"SELECT c.id, c.table_name, c.row_id, {column} FROM {source} WHERE {column} <> '{{}}'"
        changed = []
        for number, name, row, fields in connection.exec_driver_sql(query).all():
            pairs = json.loads(fields)
            out = set(which(name, row, pairs))
            if out:
                left = {field: pair for field, pair in pairs.items() if field not in out}
                text = json.dumps(left, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
                changed.append((text, number))
        if changed:
            connection.exec_driver_sql(f'UPDATE "{table}" SET fields = ? WHERE "{key}" = ?', changed)
            emptied |= {number for _text, number in changed}
    numbers = json.dumps(sorted(emptied))
    query = "SELECT DISTINCT step_id FROM change WHERE id IN (SELECT value FROM json_each(?))"
    _quieten(connection, [str(step) for (step,) in connection.exec_driver_sql(query, (numbers,))])


def _drop(connection: Connection, changes: Collection[int], keys: Collection[str]) -> None:
    """Take changes out: those named, and all of rows that are gone."""
    numbers, rows = json.dumps(sorted(changes)), json.dumps(sorted(keys))
    chosen = (
        "SELECT id FROM change WHERE id IN (SELECT value FROM json_each(?)) "
        "OR row_id IN (SELECT value FROM json_each(?))"
    )
    steps = [
        step
        for (step,) in connection.exec_driver_sql(
            f"SELECT DISTINCT step_id FROM change WHERE id IN ({chosen})", (numbers, rows)
        )
    ]
    for table, column in (("change_subject", "change_id"), ("change_secret", "change_id"), ("change", "id")):
        connection.exec_driver_sql(f'DELETE FROM "{table}" WHERE "{column}" IN ({chosen})', (numbers, rows))
    _quieten(connection, steps)


def _drop_links(connection: Connection, people: Collection[str]) -> None:
    connection.exec_driver_sql(
        "DELETE FROM change_subject WHERE person_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(people)),),
    )


def forget_row(connection: Connection, key: str, columns: Collection[str] = ()) -> None:
    """Take one row out of the journal, or only these columns of it."""
    if not columns:
        _drop(connection, (), {key})
    else:
        strip_fields(connection, lambda _table, row, _pairs: columns if row == key else ())


def _quieten(connection: Connection, steps: Collection[str]) -> None:
    """Steps that have lost their last change, or all that was in it, are none for Undo."""
    connection.exec_driver_sql(
        f"UPDATE step SET device = device || '{QUIET}' WHERE device NOT LIKE '%{QUIET}' "
        "AND id IN (SELECT value FROM json_each(?)) "
        "AND NOT EXISTS (SELECT 1 FROM change c WHERE c.step_id = step.id AND (c.kind <> 'update' "
        "OR c.fields <> '{}' OR EXISTS (SELECT 1 FROM change_secret s WHERE s.change_id = c.id "
        "AND s.fields <> '{}')))",
        (json.dumps(sorted(steps)),),
    )
