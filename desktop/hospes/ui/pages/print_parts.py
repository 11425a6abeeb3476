# SPDX-License-Identifier: GPL-3.0-or-later
"""How the three parts of the print centre stand: side by side, or one above the other in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea

from hospes.ui.page import Fit
from hospes.ui.widgets.boxes import NO_LIMIT, clear, column, holder, row
from hospes.ui.widgets.tall import ASIDE, Tall

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from hospes.ui.look.theme import Theme

SET_UP_WIDE = 332
PAPERS_HIGH = 300
"""Of the list of papers where it stands above the settings, in units."""
TOLD_HIGH = 150
"""Of what is told before printing, in units; more of it scrolls."""


class Told(QScrollArea):
    """What is told before printing, always in view above the buttons, however long the settings are."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._box = column(theme, gap=6)
        self.setObjectName("print.told")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holder(self._box))
        self.hide()

    def show_all(self, told: Sequence[QWidget]) -> None:
        """Show these in their order; with none there is no room for them either."""
        clear(self._box)
        for one in told:
            self._box.addWidget(one)
        self.setVisible(bool(told))
        self._settle()

    def _settle(self) -> None:
        wanted = self._box.heightForWidth(self.viewport().width())
        self.setFixedHeight(max(1, min(wanted, self._theme.u(TOLD_HIGH))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._settle()


class PrintParts(Tall):
    """What to print, how to set it up, the preview; in a small window the page scrolls where it must."""

    def __init__(self, theme: Theme, papers: QWidget, set_up: QWidget, right: QWidget) -> None:
        self._theme = theme
        self._papers, self._set_up = papers, set_up
        papers.setProperty(ASIDE, "yes")
        self._box = row(theme, papers, set_up, right, gap=16, margins=(22, 0, 18, 12))
        self._box.setStretchFactor(right, 1)
        self._narrow = self._small = False
        super().__init__(holder(self._box), self._needs, "print.scroll")

    def _needs(self) -> int:
        return self.natural() if self._small and not self._papers.isHidden() else 0

    def stand(self, fit: Fit) -> None:
        """Take the form for that much room."""
        u, ways = self._theme.u, QBoxLayout.Direction
        self._narrow, self._small = fit is Fit.NARROW, fit <= Fit.COMPACT
        # Beside the papers the options go on scrolling by themselves: the buttons below stay near.
        self._set_up.setProperty(ASIDE, "yes" if self._small and not self._narrow else "")
        self._box.setDirection(ways.TopToBottom if self._narrow else ways.LeftToRight)
        self._papers.setMinimumHeight(u(PAPERS_HIGH) if self._narrow else 0)
        self._papers.setMaximumHeight(u(PAPERS_HIGH) if self._narrow else NO_LIMIT)
        self._set_up.setMinimumWidth(0 if fit <= Fit.COMPACT else u(SET_UP_WIDE))
        self._set_up.setMaximumWidth(NO_LIMIT if fit <= Fit.COMPACT else u(SET_UP_WIDE))
        self.settle()
