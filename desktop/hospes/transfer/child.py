# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading foreign files in a process of their own that may be ended at any time (F7, decision 31).

A library for workbooks can abort, hang or ask for all memory; none of that may touch the open association.
The child (`hospes.children`) gets limits before it reads a byte, and answers with lines of JSON. Here nothing
of the association is known and neither SQL nor Qt is loaded.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from hospes import children
from hospes.domain.errors import Message, UserError
from hospes.transfer.reading import (
    Cell,
    Grid,
    GridOutput,
    Head,
    Odd,
    ReadOptions,
    Unreadable,
    from_plain,
    to_plain,
)

MEMORY = 1024 * 1024 * 1024
RESIDENT = 500 * 1024 * 1024
"""Address space the child may ask for, and memory it may really use (reliability T5.3)."""
SECONDS = 60
ROWS_AT_ONCE = 500

Progress = Callable[[float], bool]
"""Gets the share that is read; answers False to stop."""


class Stopped(UserError):
    """The person stopped the reading; nothing was changed."""

    code = "stopped"

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was brought in.")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use; smaller ones are for tests."""

    seconds: float = SECONDS
    memory: int = MEMORY
    resident: int = RESIDENT


def read_in_child(
    path: Path,
    options: ReadOptions,
    progress: Progress | None = None,
    limits: Limits | None = None,
    form: str | None = None,
) -> Grid:
    """Read a file in a child process.

    Raises `Unreadable` with a sentence for whatever the child could not do, `Stopped` when `progress`
    answered False.
    """
    limits = limits or Limits()
    request = {
        "path": os.fspath(path.absolute()),
        "form": form,
        "options": asdict(options),
        "seconds": limits.seconds,
        "memory": limits.memory,
    }
    return _Talk(path, progress, limits).run(request)


def _command() -> list[str]:
    return children.command("read")


class _Talk:
    """The parent's side of one reading."""

    def __init__(self, path: Path, progress: Progress | None, limits: Limits) -> None:
        self.path = path
        self.progress = progress
        self.limits = limits
        self.out = GridOutput()

    def run(self, request: dict[str, Any]) -> Grid:
        """Have the child read, and take what it said."""
        try:
            said = children.ask(
                _command(),
                json.dumps(request).encode("utf-8") + b"\n",
                seconds=self.limits.seconds + 1,
                resident=self.limits.resident,
                look=self._look,
            )
        except children.Overdue:
            raise self._died() from None
        done = False
        for line in said.splitlines():
            done = self._take(json.loads(line)) or done
        if not done:
            raise self._died()
        return self.out.grid

    def _look(self, said: bytes) -> None:
        share = said.split()[-1:] or [b"0"]
        if self.progress is not None and not self.progress(float(share[0])):
            raise Stopped

    def _take(self, frame: dict[str, Any]) -> bool:
        for number, cells in frame.get("rows", ()):
            self.out.row(number, [from_plain(cell) for cell in cells])
        for number, card in frame.get("cards", ()):
            self.out.card(number, card)
        if "head" in frame:
            head = frame["head"]
            self.out.head(
                Head(**{**head, "encodings": tuple(head["encodings"]), "sheets": tuple(head["sheets"])})
            )
        if "odd" in frame:
            odd = frame["odd"]
            self.out.odd(Odd(odd["row"], odd["code"], _message(odd["message"]), odd["value"], odd["unread"]))
        if "error" in frame:
            error = frame["error"]
            raise Unreadable(error["msgid"], code=error["code"], many=error["many"], **error["args"])
        return "done" in frame

    def _died(self) -> Unreadable:
        return Unreadable(
            "{file} could not be read: it asks for too much memory or time, or it is damaged. "
            "Copy the list into a new workbook and try again.",
            code="source-unreadable",
            file=self.path.name,
        )


def _message(plain: dict[str, Any]) -> Message:
    return Message(plain["msgid"], many=plain["many"], **plain["args"])


# ---- the child's side -----------------------------------------------------------------------------------


def be_child() -> int:
    """Be the child: one request from standard input, answers to standard output."""
    with children.answers() as stream:
        out = _Frames(stream)
        try:
            request = json.loads(sys.stdin.readline())
            children.limit(request["memory"], request["seconds"])
            _read(request, out)
        except UserError as error:
            out.error(error)
            return 1
        except (MemoryError, RecursionError):
            return 3
        out.finish()
    return 0


def _read(request: dict[str, Any], out: "_Frames") -> None:
    from hospes.transfer.readers import reader_of
    from hospes.transfer.sniff import form_of

    path = Path(request["path"])
    form = request["form"] or form_of(path)
    reader_of(form)(path, ReadOptions(**request["options"]), out)


class _Frames:
    """Writes what a reader finds as lines of JSON."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._rows: list[tuple[int, list[Any]]] = []
        self._cards: list[tuple[int, dict[str, Any]]] = []

    def _send(self, frame: dict[str, Any]) -> None:
        self._stream.write(json.dumps(frame, separators=(",", ":")).encode("utf-8") + b"\n")
        self._stream.flush()

    def _flush(self) -> None:
        if self._rows:
            self._send({"rows": self._rows})
            self._rows = []
        if self._cards:
            self._send({"cards": self._cards})
            self._cards = []

    def head(self, head: Head) -> None:
        """Send the head."""
        self._send({"head": asdict(head)})

    def row(self, number: int, cells: list[Cell]) -> None:
        """Send rows in portions."""
        self._rows.append((number, [to_plain(cell) for cell in cells]))
        if len(self._rows) >= ROWS_AT_ONCE:
            self._flush()

    def card(self, number: int, card: dict[str, Any]) -> None:
        """Send cards in portions."""
        self._cards.append((number, card))
        if len(self._cards) >= ROWS_AT_ONCE:
            self._flush()

    def odd(self, odd: Odd) -> None:
        """Send a remark, after the rows before it."""
        self._flush()
        message = {"msgid": odd.message.msgid, "many": odd.message.many, "args": odd.message.args}
        said = {
            "row": odd.row,
            "code": odd.code,
            "message": message,
            "value": odd.value,
            "unread": odd.unread,
        }
        self._send({"odd": said})

    def progress(self, done: float) -> None:
        """Say the share that is read on the other pipe, which the parent can look at while it waits."""
        print(f"{done:.3f}", file=sys.stderr, flush=True)

    def error(self, error: UserError) -> None:
        """Send the sentence that ends the reading."""
        self._send(
            {
                "error": {
                    "msgid": error.msgid,
                    "many": error.many,
                    "args": error.args_by_name,
                    "code": error.code,
                }
            }
        )

    def finish(self) -> None:
        """Send the rest and the end."""
        self._flush()
        self._send({"done": True})
