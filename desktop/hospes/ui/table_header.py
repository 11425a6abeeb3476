# SPDX-License-Identifier: GPL-3.0-or-later
"""The head of a list: words over the columns, an arrow at the one it is sorted by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QPaintEvent

    from hospes.ui.desk import Desk
    from hospes.ui.rows import Column, RowsModel

HEIGHT = 38


class TableHeader(QHeaderView):
    """Painted by itself, because the style sheet's header cannot put the arrow beside the word."""

    pressedColumn = Signal(int)
    menuWanted = Signal(QPoint)

    def __init__(self, desk: Desk, rows: RowsModel[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._desk = desk
        self._rows = rows
        self.sort = ""
        self.descending = False
        self.viewport().setAutoFillBackground(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(desk.theme.u(40))
        self.sectionClicked.connect(self.pressedColumn)

    def set_sort(self, sort: str, *, descending: bool) -> None:
        """Show the arrow at the column of this sort key."""
        self.sort, self.descending = sort, descending
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._desk.theme.u(HEIGHT))

    def heading_width(self, column: Column[Any]) -> int:
        """The same of a column that need not be in view."""
        theme = self._desk.theme
        words = theme.metrics("strong").horizontalAdvance(column.heading(self._desk.locale))
        arrow = theme.u(18) if column.sort and column.sort == self.sort else 0
        return words + theme.u(12) + theme.u(10) + arrow + 2

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menuWanted.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._desk.theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        band = QRectF(self.viewport().rect())
        self._paint_band(painter, band)
        painter.setFont(theme.font("strong"))
        for section, column in enumerate(self._rows.columns):
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            if left + width < 0 or left > band.width():
                continue
            self._paint_words(painter, QRect(left, 0, width, round(band.height())), section, column.sort)
        painter.setPen(theme.color("ctl"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_band(self, painter: QPainter, band: QRectF) -> None:
        """Fill the band; its upper corners follow the card around it."""
        theme = self._desk.theme
        radius = theme.u(11)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(band, radius, radius)
        path.addRect(band.adjusted(0, radius, 0, 0))
        painter.fillPath(path, theme.color("sunken"))

    def _paint_words(self, painter: QPainter, place: QRect, section: int, sort: str) -> None:
        theme = self._desk.theme
        pad = theme.u(12)
        room = place.adjusted(pad, 0, -theme.u(10), 0)
        arrow = bool(sort) and sort == self.sort
        column = self._rows.columns[section]
        words = column.heading(self._desk.locale)
        space = room.width() - (theme.u(18) if arrow else 0)
        metrics = theme.metrics("strong")
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, space)
        painter.setPen(theme.color("muted"))
        wide = metrics.horizontalAdvance(shown)
        start = room.left() if column.align == "left" else room.right() - wide - (theme.u(18) if arrow else 0)
        base = (place.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(start, base, shown)
        if arrow:
            self._paint_arrow(painter, QPointF(start + wide + theme.u(12), place.height() / 2))

    def _paint_arrow(self, painter: QPainter, middle: QPointF) -> None:
        theme = self._desk.theme
        half, high = theme.u(10) / 2, theme.u(9) / 2
        if self.descending:
            high = -high
        corners = [QPointF(-half, high), QPointF(half, high), QPointF(0, -high)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("muted"))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
