# SPDX-License-Identifier: GPL-3.0-or-later
"""Paints the visible rows of a list, straight onto the screen.

Everything that does not change from row to row is worked out once per paint, and shortened texts are
kept: what is left per cell is one `drawText`. A hundred thousand rows cost no more than thirty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from hospes.ui.widgets.buttons import paint_ring

if TYPE_CHECKING:
    from hospes.ui.look.theme import Theme
    from hospes.ui.rows import Cell
    from hospes.ui.table import ListTable

KEPT = 6000
"""How many shortened texts are remembered."""

AVATAR = 30


class RowPainter:
    """Knows how a row looks; keeps the state that is about looks: hover, marks, focus ring."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.hover = -1
        self.ring = False
        self.marked: frozenset[int] = frozenset()
        self._short: dict[tuple[str, int, str], tuple[str, int]] = {}
        self._avatars: dict[tuple[str, str], QPixmap] = {}
        tokens = ("surface", "alt", "sel", "hover", "warn_soft", "home", "text", "muted")
        self._ink: dict[str, QColor] = {token: theme.color(token) for token in tokens}
        self._body, self._strong = theme.font("body"), theme.font("strong")
        self._semi = theme.font("semi")
        self._italic = QFont(self._body)
        self._italic.setItalic(True)
        faces = {"body": self._body, "strong": self._strong, "semi": self._semi}
        self._metrics = {face: QFontMetrics(font) for face, font in faces.items()}

    def forget_widths(self) -> None:
        """The columns have other widths now."""
        self._short.clear()

    def forget_hover(self) -> None:
        """The mouse stands on another row now, or on none."""
        self.hover = -1

    def paint(self, painter: QPainter, table: ListTable, dirty: QRect) -> None:
        """Paint the rows within `dirty`."""
        theme, rows = self._theme, table.rows
        width, height = table.viewport().width(), theme.row
        painter.fillRect(dirty, self._ink["surface"])
        count = rows.rowCount()
        if not count or not rows.columns:
            return
        first = max(table.rowAt(dirty.top()), 0)
        top = table.rowViewportPosition(first)
        columns = self._columns(table, width)
        base = (height + self._metrics["body"].ascent() - self._metrics["body"].descent()) // 2
        selected = _selected(table, first, first + dirty.height() // height + 2)
        current = table.currentIndex().row()
        bottom = dirty.bottom()
        painter.setFont(self._body)
        place = first
        while place < count and top <= bottom:
            chosen = place in selected
            ground = self._ground(place, chosen=chosen)
            if ground is not None:
                painter.fillRect(0, top, width, height, ground)
            if chosen:
                painter.fillRect(0, top, theme.u(4), height, self._ink["home"])
            cells = rows.cells(place)
            for number, left, wide, right in columns:
                spot = (left, top, wide, height)
                self._cell(painter, cells[number], spot, base, right=right, chosen=chosen)
            if place == current and self.ring and table.hasFocus():
                paint_ring(painter, QRectF(0, top, width, height), theme, radius=4)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            place += 1
            top += height

    def _columns(self, table: ListTable, width: int) -> list[tuple[int, int, int, bool]]:
        """Number, left, width and right alignment of the columns in view."""
        found = []
        for number, column in enumerate(table.rows.columns):
            left, wide = table.columnViewportPosition(number), table.columnWidth(number)
            if left < width and left + wide > 0:
                found.append((number, left, wide, column.align == "right"))
        return found

    def _ground(self, place: int, *, chosen: bool) -> QColor | None:
        if place in self.marked:
            return self._ink["warn_soft"]
        if chosen:
            return self._ink["sel"]
        if place == self.hover:
            return self._ink["hover"]
        return self._ink["alt"] if place % 2 else None

    def _cell(
        self,
        painter: QPainter,
        cell: Cell,
        place: tuple[int, int, int, int],
        base: int,
        *,
        right: bool,
        chosen: bool,
    ) -> None:
        theme = self._theme
        left, top, wide, height = place
        x, end = left + theme.u(12), left + wide - theme.u(10)
        if cell.initials:
            size = theme.u(AVATAR)
            painter.drawPixmap(x, top + (height - size) // 2, self._avatar(cell))
            x += size + theme.u(10)
        elif cell.tone is not None:
            self._state(painter, cell, (x, top, end - x, height), base)
            return
        elif cell.mark:
            size = theme.u(12)
            painter.drawPixmap(x, top + (height - size) // 2, theme.mark(cell.side))
            x += size + theme.u(8)
        if not cell.text:
            return
        strong = chosen and bool(cell.initials)
        shown, advance = self._shortened(cell.text, end - x, "strong" if strong else "body")
        special = self._strong if strong else self._italic if cell.italic else None
        if special is not None:
            painter.setFont(special)
        painter.setPen(self._ink["text"])
        painter.drawText(end - advance if right else x, top + base, shown)
        if special is not None:
            painter.setFont(self._body)
        if cell.grey:
            x += advance + theme.u(10)
            if end - x > theme.u(24):
                painter.setPen(self._ink["muted"])
                painter.drawText(x, top + base, self._shortened(cell.grey, end - x, "body")[0])

    def _state(self, painter: QPainter, cell: Cell, place: tuple[int, int, int, int], base: int) -> None:
        theme = self._theme
        x, top, wide, height = place
        tone = cell.tone or "muted"
        if cell.icon:
            size = theme.u(18)
            painter.drawPixmap(QPointF(x, top + (height - size) // 2), theme.pixmap(cell.icon, tone, 18))
            x += size + theme.u(7)
            wide -= size + theme.u(7)
        if tone not in self._ink:
            self._ink[tone] = theme.color(tone)
        painter.setPen(self._ink[tone])
        painter.setFont(self._semi)
        painter.drawText(x, top + base, self._shortened(cell.text, wide, "semi")[0])
        painter.setFont(self._body)

    def _shortened(self, text: str, room: int, face: str) -> tuple[str, int]:
        """`text` as it fits into `room` in a face, and how wide that is."""
        key = (text, room, face)
        found = self._short.get(key)
        if found is None:
            metrics = self._metrics[face]
            shown = text.replace("\n", " ")
            advance = metrics.horizontalAdvance(shown)
            if advance > room:
                shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(room, 0))
                advance = metrics.horizontalAdvance(shown)
            if len(self._short) >= KEPT:
                self._short.clear()
            found = self._short[key] = (shown, advance)
        return found

    def _avatar(self, cell: Cell) -> QPixmap:
        key = (cell.initials, str(cell.side))
        found = self._avatars.get(key)
        if found is None:
            if len(self._avatars) >= KEPT:
                self._avatars.clear()
            found = self._avatars[key] = self._theme.avatar(cell.initials, cell.side, AVATAR)
        return found


def _selected(table: ListTable, first: int, last: int) -> set[int]:
    """The chosen rows between two places; a range of a hundred thousand is one range."""
    found: set[int] = set()
    for part in table.selectionModel().selection().toList():
        found.update(range(max(part.top(), first), min(part.bottom(), last) + 1))
    return found
