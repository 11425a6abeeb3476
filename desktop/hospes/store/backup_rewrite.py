# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing what lies inside finished backups: for erasing a person from every one of them (decision 28).

A backup is unpacked beside its place, brought to the present schema, changed by the caller, looked through,
packed and read again, and only then takes the place of the old one in one move: a kill leaves the old backup
or the new one. When it was made, its number and its figures stay, so generations and order do too.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from hospes.store import backup, backup_places, driver, keyring, migrate, parts, refusals, schema_check
from hospes.store.backup import Backup


@contextlib.contextmanager
def rewriting(one: Backup) -> Iterator[Path]:
    """The copy inside a backup as a closed document of the present schema, to be changed and packed again.

    Whoever changes it closes his connections before the block ends. When the block raises, the backup stays
    as it was. The manifest in `one` is that of before; `backup.check` gives the new one.

    Raises:
        UserError: the backup is damaged or newer, there is no room, or what was changed does not fit.
    """
    path = one.path
    with refusals.in_words(path), backup_places.alone(path.parent), parts.part_of(path) as inside:
        manifest = backup.unpack(path, inside)
        if manifest.schema < schema_check.SCHEMA_VERSION:
            migrate.upgrade(inside, manifest.schema)
        yield inside
        _squeeze(inside)
        with parts.part_of(path) as packed:
            backup.pack(inside, backup.about(inside, manifest), packed)
            os.replace(packed, path)
            parts.sync_folder(path.parent)


def _squeeze(inside: Path) -> None:
    """Nothing of what was deleted may be left in unused pages."""
    connection = driver.connect(inside, "rw")
    try:
        connection.execute("VACUUM")
    finally:
        connection.close()


def with_other_key(one: Backup, key: keyring.Key | None) -> None:
    """Write a backup anew with the copy inside under another key, or none; its number and day stay.

    Raises:
        UserError: the backup is damaged, its own password is not known, or there is no room.
    """
    path = one.path
    with (
        refusals.in_words(path),
        backup_places.alone(path.parent),
        parts.part_of(path) as inside,
        parts.part_of(path) as other,
        parts.part_of(path) as packed,
    ):
        manifest = backup.unpack(path, inside)
        driver.export(inside, other, key)
        backup.pack(other, backup.about(other, manifest), packed)
        os.replace(packed, path)
        parts.sync_folder(path.parent)
