# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that appear whole or not at all (reliability 4, requirement 6).

A full disk, a stick that is pulled out, a fault half-way: what stood under the name before still stands
there.
"""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from hospes.domain.errors import UserError

Value = str | date | Decimal | int | bool | None
"""What a cell can be."""


@contextlib.contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """A new file beside the target that takes its place when all went well.

    It follows the system's habit for modes, as every file a person saves (decision 30). Raises UserError when
    the place cannot be written to or has no room; the target is untouched then.
    """
    if target.is_dir():
        raise UserError("{file} is a folder.", code="target-folder", file=target.name)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:80]}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise _cannot(target, error) from None
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _sync(part)
        part.chmod(_mode(target))
        os.replace(part, target)
    except OSError as error:
        raise _cannot(target, error) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def free_path(folder: Path, name: str, ending: str) -> Path:
    """A path in a folder that nothing stands under yet, made from any words; a number follows if need be.

    Names that differ in capitals only are one on some systems, so they are taken for one on all.
    """
    stem = re.sub(r"[^\w .,()-]+", "_", name).strip(" .")[:80].rstrip(" .") or "_"
    taken = {one.name.casefold() for one in folder.iterdir()} if folder.is_dir() else set()
    found, number = f"{stem}.{ending}", 1
    while found.casefold() in taken:
        number += 1
        found = f"{stem} ({number}).{ending}"
    return folder / found


def _cannot(target: Path, error: OSError) -> UserError:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return UserError(
            "There is no room left for {file}. Nothing was written.", code="target-no-room", file=target.name
        )
    return UserError(
        "{file} cannot be written there. Is the folder there, and is the file not open in another program?",
        code="target-unwritable",
        file=target.name,
    )


def _sync(part: Path) -> None:
    handle = os.open(part, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mode(target: Path) -> int:
    """The mode of the file that was there, or the system's habit."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    habit = os.umask(0o077)
    os.umask(habit)
    return 0o666 & ~habit
