# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of the window tell each other without knowing each other."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """The window's signals. Connect bound methods, never lambdas that hold `self`."""

    changed = Signal(object)
    """`hospes.app.Changes` after every step, whoever made it; also undo and redo."""

    message = Signal(object)
    """`hospes.ui.desk.Said`: something for the message line."""

    languageChanged = Signal()
    """The pages are about to be built again in another language."""

    scaleChanged = Signal()
    """The pages are about to be built again in another size or colour scheme."""

    backedUp = Signal()
    """A backup was made, or they go to another place."""

    fileChanged = Signal()
    """Another file is open, or none."""

    progress = Signal(object)
    """`hospes.ui.tasks.Task` that started, moved or ended."""
