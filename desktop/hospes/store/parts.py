# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that appear whole or not at all: written beside their place, made durable, then renamed.

Every part is private from its first byte (decision 30). Parts of a killed process are swept when the document
is opened the next time; their names begin with a dot and end in `.part`.
"""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hospes.domain.errors import UserError


@contextlib.contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """An empty private file in the target's folder; removed at the end if it was not renamed.

    Raises:
        OSError: the folder cannot be written to.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".part", dir=target.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink()


def sync(path: Path) -> None:
    """Wait until a closed file's content is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk, where the system knows such a thing."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def publish(part: Path, target: Path) -> None:
    """Give a finished part its name; never takes the place of a file that is there.

    Raises:
        UserError: a file of that name appeared in the meantime.
    """
    try:
        os.link(part, target)
    except FileExistsError:
        raise taken(target) from None
    except OSError:
        # No second names on this disk (FAT). The moment between look and rename cannot be closed there.
        if target.exists():
            raise taken(target) from None
        part.rename(target)
    sync_folder(target.parent)


def sweep(document: Path) -> None:
    """Remove what a killed process left beside the document; the caller holds the lock."""
    # A name may hold characters that mean something to glob, so the folder is looked through by hand.
    start = f".{document.name[:80]}."
    with contextlib.suppress(OSError), os.scandir(document.parent) as entries:
        for entry in entries:
            if entry.name.startswith(start) and entry.name.endswith((".part", ".part-journal")):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)


def taken(target: Path) -> UserError:
    """A file is never written over by "New"."""
    return UserError(
        "There is a file named “{name}” already. Choose another name, or open that one.",
        code="file-exists",
        name=target.name,
    )
