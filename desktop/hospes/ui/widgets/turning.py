# SPDX-License-Identifier: GPL-3.0-or-later
"""Two things beside each other, or beneath each other where they do not fit side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from hospes.ui.widgets.boxes import row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hospes.ui.look.theme import Theme


class Turning(QWidget):
    """The first takes the room there is, the second what it needs; no word of either is cut."""

    def __init__(
        self, theme: Theme, first: QWidget, second: QWidget, *, gap: float = 8, enough: int = 1 << 20
    ) -> None:
        """Put both into one row; with `enough` pixels the first reads well, though it may like more."""
        super().__init__()
        self._enough = enough
        self._first, self._second = first, second
        self._box = row(theme, first, second, gap=gap)
        self._box.setStretch(0, 1)
        self.setLayout(self._box)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self._beside())
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        widths = [one.minimumSizeHint().width() for one in (self._first, self._second) if not one.isHidden()]
        hint.setWidth(max(widths, default=0))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def _beside(self) -> int:
        """How wide both are side by side: the same whichever way they stand, so that they come to rest."""
        both = [one for one in (self._first, self._second) if not one.isHidden()]
        shown = [min(one.sizeHint().width(), one.maximumWidth()) for one in both]
        if not self._first.isHidden():
            shown[0] = min(shown[0], self._enough)
        return sum(shown) + self._box.spacing() * max(len(shown) - 1, 0)

    def _turn(self) -> None:
        beside = self._beside() <= self.width()
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if beside else ways.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
            side = Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft
            self._box.setAlignment(self._second, side)
