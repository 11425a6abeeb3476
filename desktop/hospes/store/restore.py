# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back to a backup: the present state is kept first, then the old one takes its place in one move.

Killed at any moment there is the present file or the old one, whole (reliability T1.3). A document that is
damaged, which is when people go back, is kept beside under a name of its own. A backup of another association
never takes a file's place. A backup of an older Hospes is brought up to date before it takes the place.
"""

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.store import (
    backup,
    backup_places,
    driver,
    erasing_backups,
    files,
    migrate,
    parts,
    refusals,
    schema_check,
)
from hospes.store.backup import Backup, Manifest
from hospes.store.lock import DocumentLock


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where the state before is kept."""

    manifest: Manifest
    saved: Backup | None = None
    kept: Path | None = None
    """The damaged file that was there before."""


def restore(
    source: Path,
    document: Path,
    *,
    places: Sequence[str],
    now: datetime,
    day: date,
    figures: Mapping[str, int] | None = None,
    prepare: Callable[[Path, Path | None], object] = erasing_backups.prepare,
) -> Restored:
    """Put what a backup holds in a document's place, or make it anew.

    `prepare` may change the copy before it takes the place; it is given the copy and the present document,
    None if there is none or it is damaged. So what was erased since stays erased.

    Raises:
        FileInUse: a window has the document open.
        UserError: the backup is damaged, newer or of another association; or the present state cannot be
            kept. The document is untouched then.
    """
    with refusals.in_words(document):
        document = document.resolve()
        if document.is_dir():
            raise refusals.folder(document)
        with contextlib.ExitStack() as stack:
            there = document.exists()
            if there:
                lock = DocumentLock.acquire(document, now)
                stack.callback(lock.release)
                parts.sweep(document)
            part = stack.enter_context(parts.part_of(document))
            manifest = backup.unpack(source, part)
            if manifest.schema < schema_check.SCHEMA_VERSION:
                migrate.upgrade(part, manifest.schema)
            whole = there and _settled(document, manifest)
            prepare(part, document if whole else None)
            parts.sync(part)
            if not there:
                parts.publish(part, document)
                return Restored(manifest)
            saved, kept = None, None
            if whole:
                saved = backup_places.make(document, places, now=now, day=day, figures=figures).backup
            else:
                kept = _set_aside(document, day)
            os.replace(part, document)
            parts.sync_folder(document.parent)
            return Restored(manifest, saved, kept)


def _settled(document: Path, manifest: Manifest) -> bool:
    """Whether the present document can be backed up: False if it is damaged.

    Raises:
        UserError: it belongs to another association or program, or to a newer Hospes.
    """
    try:
        files.look(document)
        # What a crash left is played back now: its journal must never meet the file that comes in its place.
        driver.connect(document, "rw").close()
        _, owner, _ = backup.examine(document)
    except UserError as error:
        if error.code in _HURT and document.suffix == files.SUFFIX:
            return False
        raise
    if owner != manifest.file_id:
        raise UserError(
            "This backup belongs to another association, so “{name}” was left as it is. Restore it under a "
            "name that is not there yet.",
            code="backup-other",
            name=document.name,
        )
    return True


_HURT = frozenset(
    {"file-damaged", "file-truncated", "file-empty", "file-zeros", "file-unknown", "file-strange"}
)


def _set_aside(document: Path, day: date) -> Path:
    """A second name for a damaged document, so that it stays; its journal goes with it."""
    number = 1
    kept = document.with_name(f"{document.stem} (damaged {day.isoformat()}){document.suffix}")
    while os.path.lexists(kept):
        number += 1
        kept = document.with_name(f"{document.stem} (damaged {day.isoformat()}, {number}){document.suffix}")
    try:
        os.link(document, kept)
    except OSError:
        os.rename(document, kept)  # no second names on a stick with FAT
    journal = document.with_name(f"{document.name}-journal")
    with contextlib.suppress(FileNotFoundError):
        os.rename(journal, kept.with_name(f"{kept.name}-journal"))
    return kept
