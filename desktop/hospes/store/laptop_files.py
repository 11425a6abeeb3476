# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of other laptops where somebody would put them: beside ours, or on a known stick or folder."""

import contextlib
import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.store import driver, files, migrate, parts, refusals

MOST = 40
"""So many files of a folder are looked into, the newest first; a folder may be full of old copies."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A file of the other laptop with something new in it."""

    path: Path
    step: str
    """Its newest step."""
    name: str
    """Who worked there; empty if nobody knows."""
    steps: int


def noticed(document: Path, known: "set[str]", places: Sequence[str]) -> Noticed | None:
    """The newest file of our association with steps we do not know; nothing is written and nothing waits."""
    folders = dict.fromkeys([document.parent, *(Path(place) for place in places if place)])
    own = ""
    for path in _candidates(document, folders):
        with contextlib.suppress(UserError, OSError, sqlite3.Error, UnicodeDecodeError):
            own = own or _file_id(document)
            found = _look(path, own, known)
            if found is not None:
                return found
    return None


def _candidates(document: Path, folders: "dict[Path, None]") -> list[Path]:
    found: list[tuple[float, Path]] = []
    for folder in folders:
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            here = [
                (entry.stat().st_mtime, Path(entry.path))
                for entry in entries
                if entry.name.endswith(files.SUFFIX) and not entry.name.startswith(".") and entry.is_file()
            ]
            found += sorted(here, reverse=True)[:MOST]
    with contextlib.suppress(OSError):
        ours = driver.identity(document)
        return [path for _, path in sorted(found, reverse=True) if driver.identity(path) != ours]
    return []


def _file_id(path: Path) -> str:
    connection = driver.connect(path, "ro", wait_ms=driver.WINDOW_WAIT_MS)
    try:
        row = connection.execute("SELECT value FROM file_fact WHERE key='file_id'").fetchone()
        return str(row[0]) if row else ""
    finally:
        connection.close()


def _look(path: Path, own: str, known: "set[str]") -> Noticed | None:
    files.look(path)
    connection = driver.connect(path, "ro", wait_ms=driver.WINDOW_WAIT_MS)
    try:
        row = connection.execute("SELECT value FROM file_fact WHERE key='file_id'").fetchone()
        if row is None or row[0] != own or not own:
            return None
        steps = connection.execute('SELECT id, editor FROM step ORDER BY "order"').fetchall()
        new = [(step, editor) for step, editor in steps if step not in known]
        if not new:
            return None
        key = f"editor.{new[-1][1]}"
        name = connection.execute('SELECT value FROM setting WHERE "key" = ?', (key,)).fetchone()
        return Noticed(path, str(new[-1][0]), _plain(name[0]) if name else "", len(new))
    finally:
        connection.close()


def _plain(stored: object) -> str:
    import json

    with contextlib.suppress(ValueError):
        value = json.loads(str(stored))
        return value if isinstance(value, str) else ""
    return ""


def copy_for_other(document: Path, target: Path) -> None:
    """A copy of an open document under a name that is free, or in the place of the one that was there.

    Raises:
        UserError: it is the open document itself, or there is no room.
    """
    with refusals.in_words(target):
        if target.exists() and driver.identity(target) == driver.identity(document):
            raise UserError(
                "This is the file that is open. Give the copy another name or another place.",
                code="laptop-same-file",
            )
        with parts.part_of(target) as part:
            migrate.copy_whole(document, part)
            parts.sync(part)
            os.replace(part, target)
            parts.sync_folder(target.parent)
