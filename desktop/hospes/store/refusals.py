# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a file cannot be opened or made: each reason its own sentence, with what to do next."""

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.store import driver

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextlib.contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn the system's refusals, and SQLite's about it, into sentences."""
    try:
        yield
    except OSError as error:
        raise of_system(error, path) from error
    except sqlite3.Error as error:
        raise driver.explain(error) from error


def of_system(error: OSError, path: Path) -> UserError:
    """What the system said, for people."""
    if error.errno == errno.ENOENT:
        return missing(path)
    if error.errno in _FULL:
        return driver.full()
    if error.errno in _CLOSED:
        return closed(path)
    if error.errno in {errno.ENAMETOOLONG, errno.EINVAL, errno.ENOTDIR, errno.ELOOP}:
        return UserError(
            "No file can be named “{name}” there. Choose another name or folder.",
            code="file-name",
            name=path.name,
        )
    return driver.disk_trouble()


def missing(path: Path) -> UserError:
    """No such file, or no such folder for a new one."""
    if not path.parent.is_dir():
        return UserError(
            "There is no folder “{folder}”. Make it first, or choose another.",
            code="folder-missing",
            folder=str(path.parent),
        )
    return UserError(
        "There is no file “{name}” there. It may have been moved or renamed.",
        code="file-missing",
        name=path.name,
    )


def closed(path: Path) -> UserError:
    """The system does not let this person in."""
    return UserError(
        "“{name}” belongs to somebody else, or its folder is protected. Save a copy where you may write, "
        "or ask its owner.",
        code="file-closed",
        name=path.name,
    )


def folder(path: Path) -> UserError:
    """A folder where a file was meant."""
    return UserError("“{name}” is a folder. Choose a file in it.", code="file-is-folder", name=path.name)


def empty(path: Path) -> UserError:
    """Nothing in it."""
    return UserError(
        "“{name}” is empty: copying it was probably broken off. Look for another copy, "
        "or go back to a backup.",
        code="file-empty",
        name=path.name,
    )


def truncated(path: Path) -> UserError:
    """Shorter than it says it is."""
    return UserError(
        "The end of “{name}” is missing: copying it was probably broken off. Look for another copy, "
        "or go back to a backup.",
        code="file-truncated",
        name=path.name,
    )


def foreign(path: Path) -> UserError:
    """A database of another program."""
    return UserError(
        "“{name}” belongs to another program. Open a file whose name ends in .hospes.",
        code="file-foreign",
        name=path.name,
    )


def newer(path: Path) -> UserError:
    """Made by a later version."""
    return UserError(
        "“{name}” was made by a newer Hospes. It was left as it is; install the newer Hospes to open it.",
        code="file-newer",
        name=path.name,
    )


def by_content(path: Path, first: bytes) -> UserError:
    """What a file seems to be that is no database at all."""
    if first.startswith(b"PK"):
        if path.suffix == ".hospes-backup":
            return UserError(
                "“{name}” is a backup. Go back to it, or look inside, under File.",
                code="file-backup",
                name=path.name,
            )
        return UserError(
            "“{name}” is a packed file or a spreadsheet. Unpack it, or bring it in from within Hospes.",
            code="file-packed",
            name=path.name,
        )
    if not any(first):
        return UserError(
            "“{name}” holds only zeros at its beginning: it was never written in full. "
            "Look for another copy, or go back to a backup.",
            code="file-zeros",
            name=path.name,
        )
    if _is_text(first):
        return UserError(
            "“{name}” is a text, not a Hospes file. If it is a list of people, "
            "bring it in from within Hospes.",
            code="file-text",
            name=path.name,
        )
    return UserError(
        "“{name}” is not a Hospes file, or it is protected by a password, or its beginning is damaged. "
        "Look for another copy, or go back to a backup.",
        code="file-unknown",
        name=path.name,
    )


def _is_text(first: bytes) -> bool:
    if first.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    return all(byte >= 32 or byte in b"\t\r\n\f" for byte in first) and sum(
        byte < 127 for byte in first
    ) > 0.8 * len(first)
