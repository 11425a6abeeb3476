# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has a document open for writing: a lock file beside it.

Two things keep two people from writing into one file: the system's lock on the lock file, which dies with
its process, and what stands inside (user, computer, process, since when), which also travels with a folder
that is shared or carried to another computer. What another computer left there is never overridden unasked.

The lock of SQLite itself is held only for milliseconds; this one is held as long as the document is open.
"""

import contextlib
import getpass
import json
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from filelock import FileLock

_LONGEST = 4096
"""Bytes read of a lock file; a longer one is not ours."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the document open."""

    user: str
    host: str
    pid: int
    since: datetime

    @classmethod
    def here(cls, since: datetime) -> Self:
        """This process."""
        return cls(user=_user(), host=platform.node(), pid=os.getpid(), since=since)

    @property
    def on_this_computer(self) -> bool:
        """Is it a process of this computer?"""
        return self.host == platform.node()


class FileInUse(UserError):
    """Somebody has the document open for writing; `holder` says who, if the lock file tells."""

    code = "file-in-use"

    def __init__(self, holder: Holder | None) -> None:
        self.holder = holder
        if holder is None:
            super().__init__("This file is open in another window. Close it there, or only look at it.")
        elif holder.on_this_computer:
            super().__init__(
                "This file is open on this computer since {since} ({user}). "
                "Close it there, or only look at it.",
                since=holder.since,
                user=holder.user,
            )
        else:
            super().__init__(
                "This file is open on the computer {host} since {since} ({user}). "
                "Close it there, or only look at it.",
                since=holder.since,
                user=holder.user,
                host=holder.host,
            )

    @property
    def may_be_over(self) -> bool:
        """Is it a trace of another computer, which only a person can call stale?"""
        return self.holder is not None and not self.holder.on_this_computer


def lock_path(document: Path) -> Path:
    """The lock file of a document, beside the file a link leads to."""
    real = document.resolve()
    return real.with_name(f".{real.name}.lock")


def holder_of(document: Path) -> Holder | None:
    """Who wrote the lock file of a document; None if nobody or nothing readable."""
    try:
        with lock_path(document).open("rb") as file:
            # Windows locks the first byte; it cannot be read while somebody holds it.
            file.seek(1)
            data = json.loads(file.read(_LONGEST).decode("utf-8"))
            return Holder(
                user=str(data["user"]),
                host=str(data["host"]),
                pid=int(data["pid"]),
                since=datetime.fromisoformat(data["since"]).astimezone(UTC),
            )
    except (OSError, ValueError, KeyError, TypeError):
        return None


class DocumentLock:
    """The right to write into a document; ends with `release` or with the process."""

    def __init__(self, document: Path, lock: "FileLock") -> None:
        self._path = lock_path(document)
        self._lock: FileLock | None = lock

    @classmethod
    def acquire(cls, document: Path, now: datetime, *, take_over: bool = False) -> Self:
        """Take the lock. The trace of a dead process of this computer is taken over without a question.

        `take_over` also overrides the trace of another computer, after a person said that it is over.

        Raises:
            FileInUse: a living process holds it, or another computer left its trace.
            OSError: no lock file can be made there.
        """
        from filelock import FileLock, Timeout

        path = lock_path(document)
        lock = FileLock(path, timeout=0, mode=0o600)
        try:
            lock.acquire()
        except Timeout:
            raise FileInUse(holder_of(document)) from None
        before = holder_of(document)
        if before is not None and not before.on_this_computer and not take_over:
            lock.release()
            raise FileInUse(before)
        try:
            _write(path, Holder.here(now))
        except OSError:
            lock.release()
            raise
        return cls(document, lock)

    def release(self) -> None:
        """Give the lock back and remove its file. Twice does no harm."""
        if self._lock is None:
            return
        with contextlib.suppress(OSError):
            # Emptied first: Windows cannot remove a file somebody has open, and an empty one says "nobody".
            os.truncate(self._path, 0)
            self._path.unlink()
        self._lock.release()
        with contextlib.suppress(OSError):
            if os.name == "nt":
                self._path.unlink()
        self._lock = None


def _write(path: Path, holder: Holder) -> None:
    data = {
        "user": holder.user,
        "host": holder.host,
        "pid": holder.pid,
        "since": holder.since.astimezone(UTC).isoformat(timespec="seconds"),
    }
    # Opened beside the lock's own descriptor: that one belongs to the library.
    with path.open("r+b") as file:
        file.seek(1)
        file.write(json.dumps(data, ensure_ascii=False).encode())
        file.truncate()


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"  # a user without a name, as in some containers
