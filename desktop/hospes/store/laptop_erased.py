# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasures and the other laptop's file: who was erased on either laptop stays erased on both (decision 28).

What was erased here is erased in a private copy of the other file before anything of it is looked at or
kept; what was erased there is erased here when the file is brought in. Nobody is asked.
"""

from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from hospes.store import erasing, migrate, schema_check
from hospes.store.engine import FileEngine
from hospes.store.erasing import Listed
from hospes.store.files import look


def erased_in(connection: Connection) -> tuple[Listed, ...]:
    """The list of erasures of a file."""
    return tuple(erasing.listed(connection))


def cleaned(source: Path, wanted: tuple[Listed, ...], folder: Path, today: date) -> Path:
    """A copy of a file in a private folder without what is to be erased; the file itself if nothing is.

    Raises:
        UserError: it is damaged, newer, or there is no room.
    """
    if not wanted:
        return source
    copy = folder / f"cleaned {source.name}"
    copy.touch(mode=0o600)
    migrate.copy_whole(source, copy)
    version = look(copy).version
    if version < schema_check.SCHEMA_VERSION:
        migrate.upgrade(copy, version)
    engine = FileEngine(copy, read_only=False)
    try:
        with engine.write() as connection:
            erasing.erase(connection, wanted, today, finished=True)
        engine.squeeze()
    finally:
        engine.close()
    return copy


def only_there(mine: Connection, theirs: Connection) -> tuple[Listed, ...]:
    """What was erased in the other file and is still in ours."""
    here = {one.ref for one in erasing.listed(mine)}
    found = []
    for one in erasing.listed(theirs):
        if one.ref in here:
            continue
        table = "person" if one.what == erasing.PERSON else one.what
        if table.isidentifier() and _has(mine, table, one.ref):
            found.append(one)
    return tuple(found)


def _has(connection: Connection, table: str, key: str) -> bool:
    known = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)
    ).first()
    if known is None:
        return False
    return connection.exec_driver_sql(f'SELECT 1 FROM "{table}" WHERE id = ?', (key,)).first() is not None
