# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing in backups: at once in every one that can be reached, and in any other when it is restored.

The list of erasures in the file is the measure; this computer keeps a second one, ids only, for a backup that
comes back where the file itself is gone.
"""

import contextlib
import json
import logging
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hospes import paths
from hospes.domain.errors import UserError
from hospes.store import backup, backup_places, erasing, parts
from hospes.store.backup_rewrite import rewriting
from hospes.store.engine import FileEngine
from hospes.store.erasing import Listed
from hospes.store.tables import load_all

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """How many backups were rewritten, and which could not be."""

    rewritten: int = 0
    failed: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()
    """Places that are not plugged in: their backups are cleaned when they are restored."""

    @property
    def whole(self) -> bool:
        """Whether nothing is left to do."""
        return not self.failed and not self.missing


def clean(document: Path, wanted: Sequence[Listed], places: Sequence[str], today: date) -> Cleaned:
    """Rewrite every backup of a document that can be reached without what was erased."""
    file_id = backup.file_id(document)
    remember(file_id, wanted)
    failed, rewritten = list(backup_places.damaged_ones(document, places)), 0
    for one in backup_places.every(file_id, places):
        try:
            with rewriting(one) as inside:
                apply(inside, wanted, today)
            rewritten += 1
        except (UserError, OSError):
            log.warning("a backup could not be rewritten after an erasure")
            failed.append(one.path)
    missing = [Path(place) for place in places if place and not Path(place).is_dir()]
    return Cleaned(rewritten, tuple(failed), tuple(missing))


def apply(closed: Path, wanted: Iterable[Listed], today: date) -> None:
    """Erase in a closed document nobody else has, for instance the copy out of a backup.

    Raises:
        UserError: it cannot be written to.
    """
    load_all()
    engine = FileEngine(closed, read_only=False)
    try:
        with engine.write() as connection:
            erasing.erase(connection, wanted, today, finished=True)
        engine.squeeze()
    finally:
        engine.close()


def prepare(part: Path, document: Path | None) -> None:
    """Clean a copy that is about to be restored: what was erased since it was made stays erased.

    `document` is the present file, None if there is none or it is damaged.
    """
    wanted = {one.ref: one for one in remembered(backup.file_id(part))}
    if document is not None:
        engine = FileEngine(document, read_only=True)
        try:
            with engine.read() as connection:
                wanted |= {one.ref: one for one in erasing.listed(connection)}
        finally:
            engine.close()
    if wanted:
        _, day = backup_places.moment()
        apply(part, wanted.values(), day)


# ---- this computer's own list ------------------------------------------------------------------------------


def _memory() -> Path:
    return paths.data_folder() / "erased.json"


def remembered(file_id: str) -> list[Listed]:
    """What this computer knows to be erased of an association."""
    try:
        data = json.loads(_memory().read_text("utf-8"))
        return [
            Listed(ref, what, bool(part), bool(texts)) for ref, what, part, texts in data.get(file_id, [])
        ]
    except (OSError, ValueError, TypeError, AttributeError):
        return []


def remember(file_id: str, wanted: Iterable[Listed]) -> None:
    """Write the ids down on this computer too; without a place for it the list in the file has to do."""
    known = {one.ref: one for one in (*remembered(file_id), *wanted)}
    data: dict[str, object] = {}
    with contextlib.suppress(OSError, ValueError):
        found = json.loads(_memory().read_text("utf-8"))
        data = found if isinstance(found, dict) else {}
    data[file_id] = [[one.ref, one.what, int(one.part), int(one.texts)] for one in known.values()]
    with contextlib.suppress(OSError), parts.part_of(_memory()) as part:
        part.write_text(json.dumps(data, sort_keys=True), "utf-8")
        os.replace(part, _memory())
