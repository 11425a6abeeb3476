# SPDX-License-Identifier: GPL-3.0-or-later
"""Work in a process of its own that may be ended at any time (decision 31): reading foreign files, solving.

A library may abort, hang or ask for all memory; none of that may touch the open association. The child is a
fresh interpreter (never a fork: a connection must not be carried over), gets limits before it begins, is told
one thing on standard input and answers on standard output. A frozen build becomes the child by calling itself
with a hidden argument. What the two say to each other is the business of each job.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from subprocess import PIPE
from typing import BinaryIO, Protocol, cast

from hospes.children.watchdog import memory_of

HIDDEN_ARGUMENT = "--hospes-child"
"""With this first argument a frozen build becomes a child instead of opening a window; the job follows."""

JOBS = {"read": "hospes.transfer.child", "match": "hospes.solving", "merge": "hospes.merging"}
"""Each job and the module whose `be_child` does it in the child."""

PATIENCE = 0.1
"""Seconds between two looks at a child."""

_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); from hospes.children import main; "
    "sys.exit(main(sys.argv[2:]))"
)


class Job(Protocol):
    """What a module of a job holds."""

    def be_child(self) -> int:
        """Do the job in the child; gives the exit code."""


class Overdue(Exception):
    """The child takes too long or too much memory, and was ended."""


def command(job: str) -> list[str]:
    """How a child for a job is called."""
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_ARGUMENT, job]
    source = Path(__file__).resolve().parents[2]
    return [sys.executable, "-X", "utf8", "-c", _BOOT, os.fspath(source), job]


def ask(
    call: list[str],
    request: bytes,
    *,
    seconds: float,
    resident: int,
    look: Callable[[bytes], None] | None = None,
) -> bytes:
    """Start a child, tell it the request, wait for all it says, and make sure that it is gone afterwards.

    `communicate` with a short time limit is the one way to wait on pipes that needs no thread and no socket
    of ours on any system; what the child said is looked at when it has ended. It forgets what is left of a
    long request when its time is up, so the request is written before: reading it is the first thing a child
    does.

    Args:
        call: the child's program, from `command`.
        request: what it reads from standard input.
        seconds: how long it may take.
        resident: how much memory it may really use.
        look: called now and then with what the child wrote on standard error so far; raises to end it.

    Raises:
        Overdue: it took too long or too much, and was ended.
    """
    no_window = 0x08000000 if sys.platform == "win32" else 0
    child = subprocess.Popen(call, stdin=PIPE, stdout=PIPE, stderr=PIPE, creationflags=no_window)
    end = time.monotonic() + seconds
    try:
        _tell(child, request)
        while True:
            try:
                said, _ = child.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired as waiting:
                if look is not None:
                    look(waiting.stderr or b"")
                if time.monotonic() > end or memory_of(child.pid) > resident:
                    raise Overdue from None
            else:
                return said
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout, child.stderr):
            if pipe is not None:
                with suppress(OSError):  # it may have gone before it read everything
                    pipe.close()


def _tell(child: "subprocess.Popen[bytes]", request: bytes) -> None:
    """Write the whole request; a child that is gone is found out when its answer is missing."""
    pipe = child.stdin
    assert pipe is not None
    with suppress(OSError):
        pipe.write(request)
    with suppress(OSError):
        pipe.close()
    child.stdin = None  # told that there is nothing more to write


# ---- the child's side -----------------------------------------------------------------------------------


def main(words: list[str]) -> int:
    """Be the child for a job."""
    job = cast("Job", import_module(JOBS[words[0]]))
    return job.be_child()


@contextmanager
def answers() -> Iterator[BinaryIO]:
    """Standard output for the answers alone: what a library prints goes nowhere."""
    with os.fdopen(os.dup(1), "wb") as stream, open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        yield stream


def limit(memory: int, seconds: float, written: int = 0) -> None:
    """Set what the system enforces; where it enforces nothing, the parent watches.

    `written` is the largest file it may write; most write none.
    """
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, written),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
