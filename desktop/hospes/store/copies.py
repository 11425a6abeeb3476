# SPDX-License-Identifier: GPL-3.0-or-later
"""Other files of the same association beside a document: conflict copies of sync programs, copies by hand.

What they are called differs from program to program and language to language; what they are does not: a
document with the same identity. None of them is ever changed or taken away (reliability T2.6).
"""

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.store import driver, files

_MOST = 200
"""A folder with more documents than this is an archive; nobody waits for all of them."""

_OURS = ("(version ", "(damaged ")
"""How the originals are called that Hospes keeps beside a document itself."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Another file of the same association."""

    path: Path
    last_change: datetime | None
    people: int


def beside(document: Path) -> list[Beside]:
    """The other files of the document's association in its folder, the one changed last first."""
    mine = _facts(document)
    if mine is None or not mine[0]:
        return []
    found = []
    for path in _candidates(document):
        with contextlib.suppress(UserError):
            files.look(path)
            facts = _facts(path)
            if facts is not None and facts[0] == mine[0]:
                found.append(Beside(path, facts[1], facts[2]))
    return sorted(found, key=lambda one: (one.last_change is None, one.last_change), reverse=True)


def state_of(document: Path) -> Beside:
    """The document itself in the same figures."""
    facts = _facts(document)
    return Beside(document, facts[1] if facts else None, facts[2] if facts else 0)


def _candidates(document: Path) -> list[Path]:
    with contextlib.suppress(OSError), os.scandir(document.parent) as entries:
        names = sorted(
            entry.name
            for entry in entries
            if entry.name.endswith(files.SUFFIX) and not entry.name.startswith(".") and entry.is_file()
        )
        paths = [document.with_name(name) for name in names[:_MOST]]
        return [
            path
            for path in paths
            if not any(mark in path.name for mark in _OURS) and not path.samefile(document)
        ]
    return []


def _facts(path: Path) -> tuple[str, datetime | None, int] | None:
    """Whose it is, when it was changed last, how many people are in it."""
    try:
        connection = driver.connect(path, "ro", wait_ms=driver.WINDOW_WAIT_MS)
    except (UserError, OSError):
        return None
    try:
        (owner,) = connection.execute("SELECT value FROM file_fact WHERE key='file_id'").fetchone() or ("",)
        (at,) = connection.execute("SELECT max(at) FROM step").fetchone()
        (people,) = connection.execute(
            "SELECT count(*) FROM person WHERE binned_at IS NULL AND merged_into IS NULL"
        ).fetchone()
        return str(owner), datetime.fromisoformat(at) if at else None, int(people)
    except (sqlite3.Error, UnicodeDecodeError, ValueError):
        return None
    finally:
        connection.close()
