# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is left over in a suggestion: why, and what would help. Few stand whole; many scroll by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from hospes.domain.matching.words import sentence
from hospes.ui.pages import visit_hosting_words as words
from hospes.ui.widgets.boxes import clear, column, holder
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_hosting_plan import Review

REASONS = 3
"""Terms told of a guest."""
LEAST = 60
"""Height that is kept for them beside the suggested hosts, in units of the design."""


class LeftOver(QScrollArea):
    """As high as what it tells, where there is room; else it scrolls, by wheel and by keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._lines = column(desk.theme, gap=6)
        self._inner = holder(self._lines)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("review.leftOver")
        self.setAccessibleName(desk.text("Without a host"))
        self.hide()

    def show_review(self, review: Review) -> None:
        """Show whom this suggestion leaves over."""
        clear(self._lines)
        desk, theme = self.desk, self.desk.theme
        for number, left in enumerate(review.leftover):
            guest = review.board.view.guests[left.guest]
            why = words.joined(sentence(term, desk.locale) for term in left.reasons[:REASONS])
            said = desk.text("{guest}: {reason}", guest=guest.name, reason=why) if why else guest.name
            self._lines.addWidget(StateWord(theme, said, "warn", wrap=True))
            helps = words.joined(sentence(term, desk.locale) for term in left.would_help[:REASONS])
            if helps:
                told = desk.text("What would help: {change}", change=helps)
                self._lines.addWidget(Label(theme, told, "m", wrap=True, name=f"review.help.{number}"))
        self.setVisible(bool(review.leftover))
        self.verticalScrollBar().setValue(0)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        wide = max(self.viewport().width(), self.desk.theme.u(200))
        high = max(self._lines.totalHeightForWidth(wide), 1)
        self.setMaximumHeight(high)
        self.setMinimumHeight(min(high, self.desk.theme.u(LEAST)))
        scrolls = self.height() < high
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if scrolls else Qt.FocusPolicy.NoFocus)
