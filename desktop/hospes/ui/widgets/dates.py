# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for days: typed in any usual way, with a calendar for those who prefer the mouse."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hospes.ui.widgets.buttons import icon_button
from hospes.ui.widgets.typing_undo import lets_undo_through

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from hospes.ui.look.theme import Theme


class DateField(QWidget):
    """A line for a day and a button that opens a calendar. Ctrl+D writes today's date (design 7).

    The button is for the mouse and no stop of the Tab key; from the line Alt+Down or F4 opens the calendar.

    What a typed text means is settled by the check of the `Field` around it, which also reads it back
    in words; `parse` is only asked where the calendar shall open, and `write` how a day is written into
    the line.
    """

    textChanged = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        today: date,
        language: str,
        words: str,
        parse: Callable[[str], date | None],
        write: Callable[[date], str],
        name: str = "",
    ) -> None:
        """Take the words for the calendar button, such as "Choose in the calendar"."""
        super().__init__()
        self._theme = theme
        self._today, self._language = today, language
        self._parse, self._write = parse, write
        self.line = _DateLine(self)
        self.line.textChanged.connect(self.textChanged)
        button = icon_button(theme, words, "calendar-days", call=self.open_calendar)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.u(4))
        box.addWidget(self.line, 1)
        box.addWidget(button)
        self.setFocusProxy(self.line)
        if name:
            self.line.setObjectName(name)
            button.setObjectName(f"{name}.calendar")
        self._popup: QFrame | None = None

    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    def setText(self, text: str) -> None:
        """Change what stands in the line."""
        self.line.setText(text)

    def write_today(self) -> None:
        """Put today's date into the line."""
        self.line.setText(self._write(self._today))

    def open_calendar(self) -> None:
        """Show a calendar below the line."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("k", "popup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(self._language))
        calendar.setFirstDayOfWeek(QLocale(self._language).firstDayOfWeek())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setGridVisible(False)
        plain = QTextCharFormat()
        plain.setForeground(self._theme.color("text"))
        calendar.setWeekdayTextFormat(Qt.DayOfWeek.Saturday, plain)
        calendar.setWeekdayTextFormat(Qt.DayOfWeek.Sunday, plain)
        day = self._parse(self.text()) or self._today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        column = QVBoxLayout(popup)
        column.addWidget(calendar)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height() + self._theme.u(2))))
        popup.show()
        calendar.setFocus()

    def _take(self, day: QDate) -> None:
        self.line.setText(self._write(date(day.year(), day.month(), day.day())))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class _DateLine(QLineEdit):
    """The line; knows Ctrl+D, and Alt+Down and F4 for the calendar."""

    def __init__(self, field: DateField) -> None:
        super().__init__()
        self._field = field

    def event(self, event: QEvent) -> bool:
        if lets_undo_through(event, undo=self.isUndoAvailable, redo=self.isRedoAvailable):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._field.write_today()
            return
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt_down or event.key() == Qt.Key.Key_F4:
            self._field.open_calendar()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            event.accept()
            self.focusNextChild()
