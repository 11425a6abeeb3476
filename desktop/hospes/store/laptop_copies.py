# SPDX-License-Identifier: GPL-3.0-or-later
"""The other laptop's file as it came, kept with the backups (design 5.14: a copy of both files is kept)."""

import os
import tempfile
from pathlib import Path

from hospes.store import backup, backup_places, refusals
from hospes.store.backup_places import Made
from hospes.store.erasing import Listed
from hospes.store.laptop_erased import cleaned


def keep_copy(theirs: Path, made: Made, erased: tuple[Listed, ...] = ()) -> Path:
    """Keep the other file beside the backup that was just made of ours, under its own name.

    It is counted with the backups of the association and thinned with them; what was erased here is not in
    it.

    Raises:
        UserError: it is damaged, or there is no room.
    """
    ours = made.backup.manifest
    folder = made.backup.path.parent
    with (
        refusals.in_words(folder),
        backup_places.alone(folder),
        tempfile.TemporaryDirectory(prefix="hospes-") as scratch,
    ):
        clean = cleaned(theirs, erased, Path(scratch), ours.day)
        number = 1
        target = folder / f"{theirs.stem} {ours.day.isoformat()}{backup.SUFFIX}"
        while os.path.lexists(target):
            number += 1
            target = folder / f"{theirs.stem} {ours.day.isoformat()} ({number}){backup.SUFFIX}"
        kept = backup.write(clean, target, now=ours.made_at, day=ours.day, sequence=ours.sequence)
    return kept.path
