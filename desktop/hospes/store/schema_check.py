# SPDX-License-Identifier: GPL-3.0-or-later
"""What the inside of a document must look like, and whether it does.

The schema of every version stands as plain SQL in `migrations/schema_NNNN.sql`: new documents are made from
the newest one, a file is compared with that of its own version before anything in it is used (reliability
T3.5), and the older ones are the fixtures of the migrations. A file that holds a trigger, a view or a table
that is not ours is refused.

This module loads no SQLAlchemy.
"""

import re
import sqlite3
from functools import cache
from pathlib import Path

from hospes.domain.errors import UserError

SCHEMA_VERSION = 1
"""The schema this Hospes writes; stands in the file's `user_version`."""

FOLDER = Path(__file__).with_name("migrations")

FULL_TEXT = "search_fts"
"""The full-text index; SQLite makes its inner tables itself."""

MOST_OBJECTS = 5_000
"""A file with more tables than this was made to waste time, not to keep records."""

_SHADOWS = frozenset(f"{FULL_TEXT}_{part}" for part in ("data", "idx", "config", "docsize", "content"))
_HEAD = re.compile(r"CREATE (?:UNIQUE )?(TABLE|INDEX|VIRTUAL TABLE|TRIGGER|VIEW) (\w+)", re.IGNORECASE)


def schema_text(version: int) -> str:
    """The SQL that makes an empty document of a version."""
    return (FOLDER / f"schema_{version:04d}.sql").read_text("utf-8")


def statements(text: str) -> list[str]:
    """The single statements of a schema text; each ends its line with a semicolon."""
    return [part.strip() for part in text.split(";\n") if part.strip()]


def verify(connection: sqlite3.Connection, version: int) -> None:
    """Compare the file's schema with that of its version.

    Raises:
        UserError: something is missing, changed, or not ours.
    """
    (count,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if count > MOST_OBJECTS:
        raise strange_schema()
    if differences(connection, version):
        raise strange_schema()


def differences(connection: sqlite3.Connection, version: int) -> list[str]:
    """Names of tables and indexes that are missing, changed or strange; empty if the schema is ours."""
    # As bytes: in a damaged file the text may be none, and sqlite3 would refuse to hand it over.
    query = "SELECT CAST(type AS BLOB), CAST(name AS BLOB), CAST(sql AS BLOB) FROM sqlite_master"
    rows = connection.execute(query).fetchall()
    expected, exact = _expected(version)
    # Nearly always every table is there to the letter; then only SQLite's own parts are left to look at.
    found = dict(expected) if exact <= set(rows) else {}
    rest = [row for row in rows if row not in exact] if found else rows
    for row in rest:
        kind, name, sql = ((part or b"").decode("utf-8", "replace") for part in row)
        if name in _SHADOWS and kind == "table":
            continue
        # Names beginning with sqlite_ are SQLite's own: statistics, and indexes of UNIQUE columns.
        if name.startswith("sqlite_") and kind in {"table", "index"}:
            continue
        found[name] = sql
    wrong = [name for name in found if name not in expected]
    for name, sql in expected.items():
        if name not in found or (found[name] != sql and _shape(found[name]) != _shape(sql)):
            wrong.append(name)
    return wrong


def strange_schema() -> UserError:
    """The file says it is ours and is not."""
    return UserError(
        "The file holds parts that Hospes did not make, or lacks some it needs. It may be damaged, "
        "or another program changed it. It is not opened, for safety; go back to a backup or a copy.",
        code="file-strange",
    )


@cache
def _expected(version: int) -> tuple[dict[str, str], frozenset[tuple[bytes, bytes, bytes]]]:
    """Names and statements of a version, and the rows in which SQLite keeps just these."""
    found: dict[str, str] = {}
    rows: set[tuple[bytes, bytes, bytes]] = set()
    for statement in statements(schema_text(version)):
        head = _HEAD.match(statement)
        if head is None:
            raise ValueError(f"not a statement of a schema: {statement[:60]}")
        kind, name = head.group(1).lower().removeprefix("virtual "), head.group(2)
        found[name] = statement
        rows.add((kind.encode(), name.encode(), statement.encode()))
    return found, frozenset(rows)


def _shape(sql: str) -> tuple[str, frozenset[str], str]:
    """A statement without the order and spacing of its columns: migrations add columns at the end."""
    flat = " ".join(sql.replace('"', "").split())
    start, end = flat.find("("), flat.rfind(")")
    if start < 0 or end < start:
        return flat, frozenset(), ""
    items = frozenset(" ".join(item.split()) for item in _items(flat[start + 1 : end]))
    return " ".join(flat[:start].split()), items, flat[end + 1 :].strip()


def _items(body: str) -> list[str]:
    """The parts of a list between its top-level commas."""
    items, depth, quoted, last = [], 0, False, 0
    for at, char in enumerate(body):
        if char == "'":
            quoted = not quoted
        elif quoted:
            continue
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        elif char == "," and depth == 0:
            items.append(body[last:at].strip())
            last = at + 1
    items.append(body[last:].strip())
    return items
