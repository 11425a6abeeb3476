# SPDX-License-Identifier: GPL-3.0-or-later
"""The log: what the program did, never whom it did it to.

A log is sent to strangers when something broke, so nothing personal may reach it (product 1.5, decision 30):
modules log codes, counts and ids; the store hides the values of SQL parameters; what an exception *says* may
hold a name or a file, so this module writes its type and the places in the code, not its words.

One rotating file with mode 0600, written in the time of the whole world (UTC).
"""

import logging
import os
import time
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

MAX_BYTES = 512_000
KEPT_FILES = 3

_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _PrivateFile(RotatingFileHandler):
    """A rotating log file that nobody else on this computer may read, from its first byte on."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), encoding=self.encoding, errors=self.errors)

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is no reason to stop, nor to write a fault of the log among what a person reads."""


class _Silent(logging.Formatter):
    """Writes the type and the path of an error through the code, never its words."""

    converter = staticmethod(time.gmtime)

    def formatException(self, ei: _Error) -> str:
        return error_text(ei[1]) if ei[1] is not None else ""


def error_text(error: BaseException) -> str:
    """An error as a text that may leave this computer: type and places in the code, chained causes first.

    Neither the message of the error nor the values of variables nor folders of this computer are in it.
    """
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        frames = traceback.extract_tb(current.__traceback__)
        places = [f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
        parts.append("\n".join([f"{type(current).__module__}.{type(current).__qualname__}", *places]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nwhich led to\n".join(reversed(parts))


def start(file: Path | None, *, verbose: bool = False) -> None:
    """Send the log of this process to `file` (to nowhere if None); with `verbose` also the small steps.

    Called once by each way in (window, command line, child process). A folder that cannot be written to is
    no reason not to work: then there is no log.
    """
    root = logging.getLogger("hospes")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    root.propagate = False
    handler = _handler(file)
    handler.setFormatter(
        _Silent("%(asctime)s.%(msecs)03dZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    )
    root.addHandler(handler)


def _handler(file: Path | None) -> logging.Handler:
    if file is None:
        return logging.NullHandler()
    try:
        return _PrivateFile(
            file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", errors="backslashreplace"
        )
    except OSError:
        return logging.NullHandler()


def _place(filename: str) -> str:
    """A source file's name from its package on, without the folders of this computer."""
    parts = Path(filename).parts
    for root in ("hospes", "site-packages", "dist-packages"):
        if root in parts:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at if root == "hospes" else at + 1 :])
    return parts[-1] if parts else "?"
