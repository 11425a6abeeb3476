# SPDX-License-Identifier: GPL-3.0-or-later
"""The bare window: where it stands, and what it shows before it is furnished.

Imports only what the first paint needs (see `first_frame`); the frame itself is built by `MainWindow`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hospes.settings import WindowPlace
    from hospes.ui.first_frame import FirstFrame

LEAST = QSize(900, 560)
FIRST = QSize(1366, 768)


class Shell(QMainWindow):
    """A window that paints its first frame and tells when that has happened."""

    painted = Signal()
    """The frame was painted for the first time: now everything else may be loaded (decision 21)."""

    closing = Signal()

    def __init__(self, first_frame: FirstFrame | None = None) -> None:
        super().__init__()
        self.furnished = False
        self._first_frame = first_frame
        self._told = False
        self.setWindowTitle("Hospes")
        self.setMinimumSize(LEAST)

    def place_window(self, left: WindowPlace) -> None:
        """Put the window where it was left; at first in the middle, 1366 x 768 or 90 % of the screen."""
        screen = self.screen().availableGeometry()
        if left.width:
            self.setGeometry(left.x, left.y, left.width, left.height)
            others = self.screen().virtualSiblings()
            if not any(other.availableGeometry().intersects(self.geometry()) for other in others):
                self.move(screen.topLeft())
        else:
            most = QSize(round(screen.width() * 0.9), round(screen.height() * 0.9))
            size = FIRST.boundedTo(most).expandedTo(LEAST.boundedTo(screen.size()))
            self.resize(size)
            middle = screen.center()
            self.move(middle.x() - size.width() // 2, middle.y() - size.height() // 2)
        if left.maximized:
            from PySide6.QtCore import Qt

            self.setWindowState(Qt.WindowState.WindowMaximized)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab never leads to what is not seen: an area that was scrolled away follows the keyboard."""
        done = super().focusNextPrevChild(forward)
        if done and self.furnished:
            from hospes.ui.tab_order import bring_into_view

            bring_into_view(self.focusWidget())
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._first_frame is not None and not self.furnished:
            self._first_frame.paint(self)
        else:
            super().paintEvent(event)
        if not self._told:
            self._told = True
            self.painted.emit()
