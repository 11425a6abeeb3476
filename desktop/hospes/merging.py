# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the other laptop's file in a process of its own that may be ended at any time (decision 31).

The file was in other hands, so a child reads it, with limits on time and memory, and hands back the plan as
JSON. Our own file is only read. What the plan says is written by `actions.laptops.BringInLaptop`.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hospes import children
from hospes.domain.errors import UserError
from hospes.domain.merge.answers import LATER, Answer
from hospes.domain.merge.plan import Plan, from_plain, to_plain
from hospes.domain.merge.values import Key
from hospes.store import driver, keyring

MEMORY = 4 * 1024 * 1024 * 1024
RESIDENT = 2 * 1024 * 1024 * 1024
"""Address space the child may ask for, and memory it may really use."""
WRITTEN = 1024 * 1024 * 1024
"""The largest file it may write: a copy of an older file, brought up to date in a private folder."""
SECONDS = 600.0


class Stopped(UserError):
    """The person stopped it; nothing was changed."""

    code = "stopped"

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was brought in.")


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use; smaller ones are for tests."""

    seconds: float = SECONDS
    memory: int = MEMORY
    resident: int = RESIDENT


def look_at(
    mine: Path,
    theirs: Path,
    base: Path | None = None,
    *,
    go_on: Callable[[], bool] | None = None,
    limits: Limits | None = None,
) -> Plan:
    """What bringing in the other laptop's file would do.

    Args:
        mine: our file, which may be open.
        theirs: the file of the other laptop.
        base: what both last had in common, if it is not to be rebuilt from their journals.
        go_on: asked now and then; False ends it.
        limits: what the child may use.

    Raises:
        Stopped: `go_on` said so.
        UserError: the other file cannot be brought in, with the reason.
    """
    limits = limits or Limits()
    for protected in filter(None, (mine, theirs, base)):
        driver.find_key(protected)  # whoever can be asked is here, not in the child

    def look(_said: bytes) -> None:
        if go_on is not None and not go_on():
            raise Stopped

    with tempfile.TemporaryDirectory(prefix="hospes-") as scratch:
        request = {
            "mine": os.fspath(mine.absolute()),
            "theirs": os.fspath(theirs.absolute()),
            "base": None if base is None else os.fspath(base.absolute()),
            "scratch": scratch,
            "seconds": limits.seconds,
            "memory": limits.memory,
            "keys": keyring.to_plain(),  # by the pipe alone (decision 29)
        }
        try:
            said = children.ask(
                children.command("merge"),
                json.dumps(request).encode("utf-8") + b"\n",
                seconds=limits.seconds + 1,
                resident=limits.resident,
                look=look,
            )
        except children.Overdue:
            raise _died(theirs) from None
    try:
        answer = json.loads(said)
    except ValueError:
        raise _died(theirs) from None
    if "error" in answer:
        error = answer["error"]
        raise UserError(error["msgid"], code=error["code"], many=error["many"], **error["args"])
    return from_plain(answer["plan"])


def answers_again(plan: Plan, given: Mapping[tuple[Key, tuple[str, ...]], Answer]) -> list[Answer]:
    """The answers of an earlier plan for a new one; what is new is left for later."""
    return [given.get((one.key, one.fields), LATER) for one in plan.merged.questions]


def _died(theirs: Path) -> UserError:
    return UserError(
        "“{name}” could not be read: it asks for too much memory or time, or it is damaged. Make a new copy "
        "on the other laptop and try again.",
        code="laptop-unreadable",
        name=theirs.name,
    )


# ---- the child's side -----------------------------------------------------------------------------------


def be_child() -> int:
    """Be the child: one request from standard input, one answer to standard output."""
    with children.answers() as stream:
        request = json.loads(sys.stdin.readline())
        children.limit(request["memory"], request["seconds"], WRITTEN)
        tempfile.tempdir = request["scratch"]
        keyring.from_plain(request["keys"])
        try:
            answer: dict[str, Any] = {"plan": to_plain(_plan(request))}
        except UserError as error:
            answer = {
                "error": {
                    "msgid": error.msgid,
                    "many": error.many,
                    "args": {name: str(value) for name, value in error.args_by_name.items()},
                    "code": error.code,
                }
            }
        except (MemoryError, RecursionError):
            return 3
        stream.write(
            json.dumps(answer, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
        )
    return 0


def _plan(request: dict[str, Any]) -> Plan:
    from hospes.store.merge_plan import make_plan

    base = request["base"]
    return make_plan(Path(request["mine"]), Path(request["theirs"]), Path(base) if base else None)
