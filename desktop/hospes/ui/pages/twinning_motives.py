# SPDX-License-Identifier: GPL-3.0-or-later
"""How the reasons of a twinning changed: a bar a motive over the years, the years in words for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hospes.queries.partnerships_page import TwinningPage
    from hospes.ui.desk import Desk

ROW, HEAD = 26, 24


class MotiveChart(QWidget):
    """Bars from the first to the last year of each motive; the phases stand as bands behind them."""

    def __init__(self, desk: Desk, data: TwinningPage) -> None:
        super().__init__()
        self._desk, self._theme = desk, desk.theme
        today = desk.file.today.year
        years = [one.first.year for one in data.motives if one.first is not None]
        since = data.row.since.year if data.row.since is not None else None
        self._first = min([*years, *([since] if since else [])], default=today - 10)
        self._last = max(today, self._first + 1)
        self._bars = [
            (
                desk.locale.label(one.motive),
                one.first.year if one.first is not None else self._first,
                min(one.last.year if one.last is not None else today, today),
                one.last is None,
            )
            for one in data.motives
        ]
        self._bands = [
            (one.first.year, one.last.year if one.last is not None else today)
            for one in data.phases
            if one.first is not None
        ]
        self.setObjectName("twinning.motives.chart")
        self.setAccessibleName(
            ". ".join(f"{words}: {first}–{'' if open_ else last}" for words, first, last, open_ in self._bars)
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        u = self._theme.u
        return QSize(u(420), u(HEAD) + len(self._bars) * u(ROW) + u(6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.u(240), self.sizeHint().height())

    def _x(self, year: float, left: float) -> float:
        span = max(self._last - self._first, 1)
        return left + (self.width() - left - self._theme.u(8)) * (year - self._first) / span

    def paintEvent(self, event: QPaintEvent) -> None:
        u, theme = self._theme.u, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("body"))
        metrics = painter.fontMetrics()
        widest = max(metrics.horizontalAdvance(words) for words, *_ in self._bars)
        left = float(min(widest + u(14), round(self.width() * 0.45)))
        top, bottom = u(HEAD), u(HEAD) + len(self._bars) * u(ROW)
        for number, (first, last) in enumerate(self._bands):
            if number % 2 == 0:
                x = self._x(first, left)
                painter.fillRect(
                    QRectF(x, top, self._x(min(last + 1, self._last), left) - x, bottom - top),
                    theme.color("sunken"),
                )
        painter.setPen(theme.color("muted"))
        step = 10 if self._last - self._first > 20 else 5 if self._last - self._first > 8 else 1
        year = -(-self._first // step) * step
        while year <= self._last:
            x = self._x(year, left)
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(round(x), top, round(x), bottom)
            painter.setPen(theme.color("muted"))
            width = metrics.horizontalAdvance(str(year))
            painter.drawText(
                QRectF(min(x - width / 2, self.width() - width), 0, width + 2, top - u(4)),
                Qt.AlignmentFlag.AlignVCenter, str(year),
            )  # fmt: skip
            year += step
        for number, (words, first, last, open_) in enumerate(self._bars):
            y = top + number * u(ROW)
            painter.setPen(theme.color("text"))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(left) - u(10))
            painter.drawText(QRectF(0, y, left - u(8), u(ROW)), Qt.AlignmentFlag.AlignVCenter, shown)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("home" if open_ else "muted"))
            x = self._x(first, left)
            bar = QRectF(x, y + u(7), max(self._x(last, left) - x, u(6)), u(ROW) - u(14))
            painter.drawRoundedRect(bar, u(4), u(4))
        painter.end()
