# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people changed one field: both values stand side by side, and the person says which one counts (T8.1).

The file was changed since the page read it, by the command line, another program, or a step taken back.
Nothing was written; the page keeps what was typed until one of both is chosen.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

from hospes.ui.desk import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.actions import Action
    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk

LONGEST = 24
"""Letters of a value on a button; longer ones stand whole in the sentence."""


def over_it(action: Action) -> Action | None:
    """The same action, writing over what was changed meanwhile; None for one that knows no such thing."""
    if is_dataclass(action) and any(field.name == "seen" for field in fields(action)):
        return replace(action, seen=None)  # type: ignore[call-arg]  # it was looked whether there is one
    return None


def ask_which(desk: Desk, error: UserError, keep_mine: Callable[[], object]) -> None:
    """Ask which of both values counts; after the answer the page is built anew from the file."""

    def mine() -> None:
        keep_mine()
        _again(desk)

    def theirs() -> None:
        _again(desk)

    both = (getattr(error, "mine", None), getattr(error, "theirs", None))
    yours, other = (_short(desk, value) for value in both)
    answers = (
        Answer(desk.text("Keep yours: {value}", value=yours), mine, name="meanwhile.mine"),
        Answer(desk.text("Keep theirs: {value}", value=other), theirs, name="meanwhile.theirs"),
    )
    long = any(isinstance(value, str) and len(value) > LONGEST for value in both)
    desk.ask(desk.words(error) if long else desk.text("Somebody changed this in the meantime."), answers)


def _again(desk: Desk) -> None:
    if desk.frame is not None:
        desk.frame.rebuild()


def _short(desk: Desk, value: object) -> object:
    if value is None or value == "":
        return desk.text("nothing")
    if isinstance(value, str) and len(value) > LONGEST:
        return f"{value[: LONGEST - 1]}…"
    return value  # days, codes and amounts are put into words with the sentence
