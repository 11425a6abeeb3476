# SPDX-License-Identifier: GPL-3.0-or-later
"""What a step is called and where it is seen: for the Undo button, its menu item and the message line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hospes.store.journal import Changes
    from hospes.store.undo import StepInfo
    from hospes.ui.desk import Desk


def words_of_step(desk: Desk, info: StepInfo) -> str:
    """The act in the reader's words, with the names of whom it concerned, "Edit Barbara Nowak"."""
    return info.code


def undo_place(changes: Changes) -> tuple[str, dict[str, object]] | None:
    """Where the rows of an undone step are seen, so that they can be shown and marked; None if nowhere."""
    return None
