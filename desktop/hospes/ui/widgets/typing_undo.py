# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+Z in a field takes back typing first, then steps (design 6.2).

Qt's fields keep the undo keys for themselves even when there is no typing to take back; then the window shall
have them.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

OVERRIDE = QEvent.Type.ShortcutOverride


def lets_undo_through(event: QEvent, *, undo: Callable[[], bool], redo: Callable[[], bool]) -> bool:
    """Whether a field shall leave this event to the window: an undo key, with nothing of its own to undo.

    Every event of every field comes by here; what can be undone is asked for with a key only.
    """
    if event.type() is not OVERRIDE or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undo()
    return event.matches(QKeySequence.StandardKey.Redo) and not redo()
