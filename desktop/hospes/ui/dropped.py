# SPDX-License-Identifier: GPL-3.0-or-later
"""A calendar file that is dropped anywhere in the window leads to where calendars come in.

Pages that take files of their own, such as the documents of a visit, keep what is dropped on them: they are
asked before the window is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

SUFFIXES = (".ics", ".ical", ".ifb", ".vcs")


def calendar_among(event: QDropEvent) -> str:
    """The first calendar of what is dropped; empty if there is none."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return next((one for one in files if one.lower().endswith(SUFFIXES)), "")


class DroppedCalendars(QObject):
    """Takes calendars for a window, while a file is open that can be changed."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take or leave what comes over the window."""
        if not isinstance(event, QDropEvent):
            return False
        file = calendar_among(event)
        if not file or self._desk.app is None or self._desk.app.read_only:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._desk.go("calendarIn", file=file)
        return True
