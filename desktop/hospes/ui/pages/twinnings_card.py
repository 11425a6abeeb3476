# SPDX-License-Identifier: GPL-3.0-or-later
"""The card of a twinning on the list: town signs, years, state, next anniversary, last contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout

from hospes.ui.pages.twinning_words import (
    contact_words,
    jubilee_words,
    kind_words,
    side_of,
    since_words,
    status_of,
)
from hospes.ui.widgets.boxes import FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import RingFrame, paint_ring
from hospes.ui.widgets.labels import Label, StateWord, TownName

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from hospes.queries.partnerships import TwinningRow
    from hospes.ui.desk import Desk


class TwinningCard(RingFrame):
    """Pressed with the mouse, Enter or Space it opens the page; the arrows go from card to card."""

    pressed = Signal(object)
    stepped = Signal(int)

    def __init__(self, desk: Desk, one: TwinningRow) -> None:
        theme = desk.theme
        super().__init__(theme)
        self.row = one
        self.setObjectName(f"twinnings.card.{one.id.hex}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words, tone, icon = status_of(desk, one)
        towns = FlowLayout(theme, gap=14)
        for party in one.parties:
            if party.last is None:
                towns.addWidget(TownName(theme, party.name, side_of(party)))
        head = row(
            theme, Label(theme, one.title, "section", wrap=True), StateWord(theme, words, tone, icon), gap=12
        )
        head.setStretch(0, 1)
        lines = [since_words(desk, one)]
        if one.next is not None:
            lines.append(desk.text("Next: {what}", what=jubilee_words(desk, one.since, one.next)))
        parts = [
            holder(head),
            holder(towns),
            Label(theme, kind_words(desk, one), "m", wrap=True),
            Label(theme, " · ".join(lines), wrap=True),
            Label(theme, contact_words(desk, one.contact), "warn" if one.asleep else "m", wrap=True),
        ]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(holder(column(theme, *parts, None, gap=5, margins=(18, 14, 18, 14))))
        told = [one.title, words, *lines, contact_words(desk, one.contact)]
        self.setAccessibleName(". ".join(told))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("home" if self.hasFocus() or self.underMouse() else "border"))
        painter.setBrush(theme.color("surface"))
        radius = theme.u(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.ring and self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), theme, radius=10)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self.row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self.row.id)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.stepped.emit(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)
