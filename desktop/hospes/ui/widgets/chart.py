# SPDX-License-Identifier: GPL-3.0-or-later
"""A chart painted in the window: one hue, a pattern for each series, the number on every bar.

Whoever does not see it hears its numbers: they are its description, and the table has them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hospes.domain.charts import Chart, ChartKind, Mark, marks
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hospes.i18n.locale import Locale
    from hospes.ui.look.theme import Theme

HIGH = 190
"""Height of upright bars with what stands above and below."""
LEFT = 0.42
"""The most of the width that words beside lying bars take."""
PAD = 6
SPAN = "–"
"""Between two years; heads may break behind it."""


class ChartView(QWidget):
    """One chart. It is looked at, not worked with: the keyboard passes by."""

    def __init__(self, theme: Theme, chart: Chart, locale: Locale, *, name: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.chart = chart
        self._font = theme.font("body")
        self.setObjectName(name)
        self.setAccessibleName(chart.title)
        told = (chart.result, chart.says, chart.spoken(locale))
        self.setAccessibleDescription(" ".join(one for one in told if one))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumWidth(theme.u(220))
        self.setFixedHeight(self._height())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.u(420), self._height())

    def _line(self) -> int:
        return self._theme.metrics("body").height()

    def _legend_lines(self) -> int:
        """Each series has its own line: long words never run out of the card."""
        return len(self.chart.series) if len(self.chart.series) > 1 and self._has_legend() else 0

    def _has_legend(self) -> bool:
        return self.chart.kind is not ChartKind.GRID

    def _height(self) -> int:
        chart, line = self.chart, self._line()
        legend = self._legend_lines() * (line + self._theme.u(2)) + self._theme.u(PAD)
        if chart.kind is ChartKind.GRID:
            return len(chart.categories) * (line + self._theme.u(PAD)) + self._heads()
        if chart.kind is ChartKind.BARS:
            each = max(len(chart.series), 1) * line + self._theme.u(PAD)
            return legend + len(chart.categories) * each
        return legend + self._theme.u(HIGH)

    def _heads(self) -> int:
        """Height of the heads of a grid: spans of years may take two lines where a card is narrow."""
        lines = 2 if any(SPAN in one.name for one in self.chart.series) else 1
        return lines * self._line() + self._theme.u(PAD)

    # -- painting ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        top = self._legend(painter) if self._legend_lines() else 0.0
        area = QRectF(0, top, self.width(), self.height() - top)
        if self.chart.kind is ChartKind.GRID:
            self._grid(painter, area)
        elif self.chart.kind is ChartKind.BARS:
            self._bars(painter, area)
        else:
            self._columns(painter, area)
        painter.end()

    def _fill(self, painter: QPainter, where: QRectF, series: int) -> None:
        theme = self._theme
        ink = theme.color("home")
        painter.setPen(QPen(ink, max(theme.u(1), 1)))
        painter.setBrush(theme.color("home") if series == 0 else theme.color("surface"))
        if series >= 2:
            painter.setBrush(theme.color("home_soft"))
        painter.drawRect(where)
        if series == 1:
            painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(where)

    def _legend(self, painter: QPainter) -> float:
        line, side = self._line(), self._theme.u(14)
        y = 0.0
        for number, one in enumerate(self.chart.series):
            self._fill(painter, QRectF(1, y + (line - side) / 2, side * 1.4, side), number)
            rect = QRectF(side * 1.4 + self._theme.u(8), y, self.width(), line)
            self._words(painter, rect, one.name, Qt.AlignmentFlag.AlignLeft)
            y += line + self._theme.u(2)
        return y + self._theme.u(PAD)

    def _words(
        self, painter: QPainter, where: QRectF, text: str, side: Qt.AlignmentFlag, token: str = "text"
    ) -> None:
        """A line of text, smaller or cut where its room is too narrow."""
        painter.setPen(self._theme.color(token))
        painter.setFont(self._fitting(text, where.width()))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(where.width()) + 1)
        painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _fitting(self, text: str, width: float) -> QFont:
        wide = self._theme.metrics("body").horizontalAdvance(text)
        if wide <= width or not wide:
            return self._font
        smaller = QFont(self._font)  # the theme keeps its own for everybody
        smaller.setPixelSize(max(int(self._font.pixelSize() * max(width / wide * 0.98, 0.75)), 1))
        return smaller

    def _columns(self, painter: QPainter, area: QRectF) -> None:
        line = self._line()
        base, high = area.bottom() - line - self._theme.u(4), area.height() - 2 * line - self._theme.u(6)
        for mark in marks(self.chart):
            x, width = area.width() * mark.at, area.width() * mark.width
            top = base - mark.high * high
            self._fill(painter, QRectF(x, top, width, (mark.high - mark.low) * high), mark.series)
            if self.chart.kind is ChartKind.COLUMNS:
                rect = QRectF(x - width * 0.12, top - line, width * 1.24, line)
                self._words(painter, rect, mark.text, Qt.AlignmentFlag.AlignHCenter)
            elif len(self.chart.series) > 1:
                self._inside(painter, QRectF(x, top, width, (mark.high - mark.low) * high), mark)
        room = area.width() / max(len(self.chart.categories), 1)
        if self.chart.kind is ChartKind.STACKED and self.chart.peak:
            for at, total in enumerate(self.chart.totals):
                if total:
                    rect = QRectF(at * room, base - total / self.chart.peak * high - line, room, line)
                    self._words(painter, rect, f"{total:g}", Qt.AlignmentFlag.AlignHCenter)
        painter.setPen(QPen(self._theme.color("ctl"), 1))
        painter.drawLine(QPointF(0, base), QPointF(area.width(), base))
        for at, name in enumerate(self.chart.categories):
            rect = QRectF(at * room, base + self._theme.u(3), room, line)
            self._words(painter, rect, name, Qt.AlignmentFlag.AlignHCenter, "muted")

    def _inside(self, painter: QPainter, where: QRectF, mark: Mark) -> None:
        """The number of a part, where it has room and is not the whole."""
        line = self._line()
        if where.height() < line or self.chart.totals[mark.category] == self._value(mark):
            return
        if mark.series == 1:
            wide = self._theme.metrics("body").horizontalAdvance(mark.text) + self._theme.u(6)
            ground = QRectF(where.center().x() - wide / 2, where.center().y() - line / 2, wide, line)
            painter.fillRect(ground, self._theme.color("surface"))
        token = "on_home" if mark.series == 0 else "text"
        self._words(painter, where, mark.text, Qt.AlignmentFlag.AlignHCenter, token)

    def _value(self, mark: Mark) -> float:
        return self.chart.series[mark.series].values[mark.category] or 0

    def _left(self, area: QRectF) -> float:
        metrics = self._theme.metrics("body")
        wide = max((metrics.horizontalAdvance(name) for name in self.chart.categories), default=0)
        return min(wide + self._theme.u(10), area.width() * LEFT)

    def _bars(self, painter: QPainter, area: QRectF) -> None:
        chart, line = self.chart, self._line()
        left = self._left(area)
        metrics = self._theme.metrics("body")
        right = max(
            (metrics.horizontalAdvance(text) for one in chart.series for text in one.texts), default=0
        )
        long = area.width() - left - right - self._theme.u(10)
        room = area.height() / max(len(chart.categories), 1)
        for at, name in enumerate(chart.categories):
            rect = QRectF(0, area.top() + at * room, left - self._theme.u(8), room)
            self._words(painter, rect, name, Qt.AlignmentFlag.AlignLeft)
        for mark in marks(chart):
            y, thick = area.top() + mark.at * area.height(), mark.width * area.height()
            wide = mark.high * long
            if wide:
                self._fill(painter, QRectF(left, y, wide, thick), mark.series)
            rect = QRectF(left + wide + self._theme.u(6), y + (thick - line) / 2, right + 4, line)
            self._words(painter, rect, mark.text, Qt.AlignmentFlag.AlignLeft)

    def _grid(self, painter: QPainter, area: QRectF) -> None:
        chart, line, heads = self.chart, self._line(), self._heads()
        left, row = self._left(area), line + self._theme.u(PAD)
        room = (area.width() - left) / max(len(chart.series), 1)
        self._grid_heads(painter, left, room)
        for number, name in enumerate(chart.categories):
            y = heads + row * number
            painter.setPen(QPen(self._theme.color("border"), 1))
            painter.drawLine(QPointF(0, y), QPointF(area.width(), y))
            rect = QRectF(0, y, left - self._theme.u(8), row)
            self._words(painter, rect, name, Qt.AlignmentFlag.AlignLeft)
            for at, one in enumerate(chart.series):
                value = one.values[number]
                if value:
                    side = row * 0.7 * (value / chart.peak) ** 0.5
                    middle = left + (at + 0.5) * room
                    self._fill(painter, QRectF(middle - side, y + (row - side) / 2, side, side), 0)
                    told = QRectF(middle + self._theme.u(4), y, room / 2, row)
                    self._words(painter, told, one.texts[number], Qt.AlignmentFlag.AlignLeft)

    def _grid_heads(self, painter: QPainter, left: float, room: float) -> None:
        """The heads over their columns; all in two lines if one is too wide for one."""
        line, names = self._line(), [one.name for one in self.chart.series]
        metrics = self._theme.metrics("body")
        narrow = any(metrics.horizontalAdvance(name) > room - 4 for name in names)
        bottom = self._heads() - self._theme.u(PAD)
        for at, name in enumerate(names):
            first, dash, last = name.partition(SPAN)
            parts = [first + dash, last] if narrow and last else [name]
            y = bottom - line * len(parts)
            for part in parts:
                rect = QRectF(left + at * room + 2, y, room - 4, line)
                self._words(painter, rect, part, Qt.AlignmentFlag.AlignHCenter, "muted")
                y += line


class ChartTable(QWidget):
    """The numbers of a chart as a table: a line for each category."""

    def __init__(self, theme: Theme, chart: Chart, *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(chart.title)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.u(12))
        grid.setVerticalSpacing(theme.u(4))
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        grid.addWidget(Label(theme, chart.over, "label", wrap=True), 0, 0)
        for at, one in enumerate(chart.series):
            head = Label(theme, one.name, "label", wrap=True)
            head.setAlignment(right)
            grid.addWidget(head, 0, at + 1)
        for number, row in enumerate(chart.rows()):
            for at, text in enumerate(row):
                cell = Label(theme, text, wrap=at == 0)
                if at:
                    cell.setAlignment(right)
                grid.addWidget(cell, number + 1, at)
