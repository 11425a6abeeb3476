# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a month: six weeks of days with what stands in them, painted, and gone through by keys."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip

from hospes.queries.association import association
from hospes.queries.calendar import Entry, Shown
from hospes.ui.pages.calendar_words import LOOK, entry_title, whole_words
from hospes.ui.widgets.buttons import RingFrame, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from hospes.ui.desk import Desk

MOST_WEEKS, DAYS = 6, 7
HEAD, NUMBER, LINE = 26, 24, 21
LEAST_CELL = 46
SOFT = frozenset({"home", "partner", "ok", "warn", "err"})
"""Tones with a soft ground of their own."""


def month_after(day: date, by: int) -> date:
    """The same day so many months later, or the last one its month has."""
    at = day.year * 12 + day.month - 1 + by
    year, month = at // 12, at % 12 + 1
    if not 1 <= year <= 9998:
        return day
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


class MonthGrid(RingFrame):
    """Six weeks around a month. The arrows go from day to day, Page up and down from month to month."""

    moved = Signal(object)
    """The day somebody went to."""

    opened = Signal(object)
    """The day somebody pressed Enter on or double-clicked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self.desk = desk
        self.day = desk.file.today
        self._entries: dict[date, list[Entry]] = {}
        country = desk.read(association).country
        locale = QLocale(f"{desk.locale.language}_{country}" if country else desk.locale.code)
        self._first_weekday = locale.firstDayOfWeek().value - 1  # Monday is 0
        shape = QLocale.FormatType.ShortFormat
        self._heads = [locale.dayName((self._first_weekday + at) % 7 + 1, shape) for at in range(DAYS)]
        self.setObjectName("calendar.grid")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    # -- what it shows -------------------------------------------------------------------------------

    @property
    def first(self) -> date:
        """The first day on the sheet."""
        begin = self.day.replace(day=1)
        back = (begin.weekday() - self._first_weekday) % DAYS
        return begin - timedelta(days=back) if begin.year > 1 else begin

    @property
    def weeks(self) -> int:
        """So many rows the month needs, four to six."""
        end = month_after(self.day.replace(day=1), 1)
        return -(-(end - self.first).days // DAYS)

    @property
    def last(self) -> date:
        """The last day on the sheet."""
        return self.first + timedelta(days=self.weeks * DAYS - 1)

    def show_day(self, day: date, entries: Sequence[Entry]) -> None:
        """Stand on a day, with these entries on the sheet."""
        self.day = day
        self._entries = {}
        for entry in entries:
            at = max(entry.on, self.first)
            while at <= min(entry.last, self.last):
                self._entries.setdefault(at, []).append(entry)
                at += timedelta(days=1)
        self._tell()
        self.update()

    def on(self, day: date) -> list[Entry]:
        """What stands on a day."""
        return self._entries.get(day, [])

    def _tell(self) -> None:
        """Screen readers hear the day and what is on it."""
        told = [self.desk.locale.date(self.day, "weekday")]
        told += [whole_words(self.desk, one) for one in self.on(self.day)]
        self.setAccessibleName(". ".join(told))

    # -- measures ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        theme = self.theme
        return QSize(theme.u(640), theme.u(HEAD + MOST_WEEKS * (NUMBER + 2 * LINE)))

    def minimumSizeHint(self) -> QSize:
        theme = self.theme
        return QSize(theme.u(DAYS * 40), theme.u(HEAD + MOST_WEEKS * LEAST_CELL))

    def cell(self, at: int) -> QRectF:
        """The rectangle of a day, counted from the first on the sheet."""
        head = self.theme.u(HEAD)
        width, height = self.width() / DAYS, (self.height() - head) / self.weeks
        return QRectF((at % DAYS) * width, head + (at // DAYS) * height, width, height)

    def _at(self, x: float, y: float) -> int | None:
        return next((at for at in range(self.weeks * DAYS) if self.cell(at).contains(x, y)), None)

    # -- hands ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self._move(self.day + timedelta(days=steps[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._move(month_after(self.day, 1 if key is Qt.Key.Key_PageDown else -1))
        elif key is Qt.Key.Key_Home:
            self._move(self.desk.file.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def _move(self, day: date) -> None:
        if date(2, 1, 1) < day < date(9998, 1, 1):
            self.moved.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().x(), event.position().y())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._move(self.first + timedelta(days=at))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position().x(), event.position().y()) is not None:
            self.opened.emit(self.day)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._at(event.pos().x(), event.pos().y())
            told = self.on(self.first + timedelta(days=at)) if at is not None else []
            words = "\n".join(whole_words(self.desk, one) for one in told)
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    # -- painting ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("medium"))
        painter.setPen(theme.color("muted"))
        for at, words in enumerate(self._heads):
            head = QRectF(self.cell(at).left(), 0, self.cell(at).width(), theme.u(HEAD))
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, words)
        first = self.first
        for at in range(self.weeks * DAYS):
            self._paint_day(painter, self.cell(at), first + timedelta(days=at))
        painter.end()

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        theme = self.theme
        inside = cell.adjusted(0.5, 0.5, -0.5, -0.5)
        chosen, other = day == self.day, day.month != self.day.month
        ground = "sel" if chosen else "sunken" if other else "surface"
        painter.setPen(theme.color("border"))
        painter.setBrush(theme.color(ground))
        painter.drawRect(inside)
        today = day == self.desk.file.today
        feast = any(one.kind is Shown.FEASTS for one in self.on(day))
        number = QRectF(cell.left() + theme.u(5), cell.top() + theme.u(3), theme.u(28), theme.u(NUMBER - 4))
        painter.setFont(theme.font("strong" if today else "body"))
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("home"))
            painter.drawRoundedRect(number, theme.u(6), theme.u(6))
            painter.setPen(theme.color("on_home"))
        else:
            painter.setPen(theme.color("partner" if feast else "muted" if other else "text"))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, self.desk.locale.number(day.day))
        self._paint_entries(painter, cell, self.on(day))
        if chosen and self.ring:
            paint_ring(painter, cell, theme, radius=4)

    def _paint_entries(self, painter: QPainter, cell: QRectF, entries: Sequence[Entry]) -> None:
        theme, line = self.theme, self.theme.u(LINE)
        top = cell.top() + theme.u(NUMBER)
        lines = max(0, int((cell.bottom() - top) // line))
        narrow = cell.width() < theme.u(70)
        if narrow or lines == 0:
            self._paint_signs(painter, cell, entries)
            return
        fits = entries[:lines]
        metrics = theme.metrics("body")
        for at, entry in enumerate(fits):
            icon, tone = LOOK[entry.kind]
            box = QRectF(
                cell.left() + theme.u(3), top + at * line, cell.width() - theme.u(6), line - theme.u(2)
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(f"{tone}_soft" if tone in SOFT else "alt"))
            painter.drawRoundedRect(box, theme.u(4), theme.u(4))
            painter.drawPixmap(
                round(box.left() + theme.u(3)), round(box.top() + theme.u(2)), theme.pixmap(icon, tone, 14)
            )
            room = box.adjusted(theme.u(21), 0, -theme.u(3), 0)
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("text"))
            words = metrics.elidedText(
                entry_title(self.desk, entry), Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if len(fits) < len(entries):
            more = len(entries) - len(fits)
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.font("body"))
            box = QRectF(cell.left(), cell.top() + theme.u(3), cell.width() - theme.u(6), theme.u(NUMBER - 4))
            words = self.desk.ntext("{n} more", "{n} more", more)
            if theme.metrics("body").horizontalAdvance(words) > cell.width() - theme.u(44):
                words = f"+{self.desk.locale.number(more)}"
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def _paint_signs(self, painter: QPainter, cell: QRectF, entries: Sequence[Entry]) -> None:
        """Where words have no room: a sign for each kind."""
        theme = self.theme
        x, y = cell.left() + theme.u(4), cell.bottom() - theme.u(19)
        if y < cell.top() + theme.u(NUMBER - 4):
            x = cell.left() + theme.u(36)
            y = cell.top() + theme.u(5)
        for kind in dict.fromkeys(one.kind for one in entries):
            if x + theme.u(15) > cell.right():
                return
            icon, tone = LOOK[kind]
            painter.drawPixmap(round(x), round(y), theme.pixmap(icon, tone, 14))
            x += theme.u(17)
