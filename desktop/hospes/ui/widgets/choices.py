# SPDX-License-Identifier: GPL-3.0-or-later
"""Ticks, radio buttons, drop-downs, and the box that filters while typing and offers "Add …".

Fusion loses its own tick, radio and arrow drawings under a style sheet (design 11.3), so they are
painted here, 22 px large, from the theme. The whole line is clickable and may be two lines long.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from hospes.ui.widgets.buttons import paint_ring
from hospes.ui.widgets.typing_undo import lets_undo_through

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

    from hospes.ui.look.theme import Theme

INDICATOR = 22
LINE = 27


class _Marked(QAbstractButton):
    """A painted indicator with words that wrap."""

    def __init__(self, theme: Theme, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ring = False
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if name:
            self.setObjectName(name)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def _left(self) -> int:
        return self._theme.u(INDICATOR + 9)

    def _words_height(self, width: int) -> int:
        space = QRect(0, 0, max(width - self._left(), 1), 10_000)
        return self.fontMetrics().boundingRect(space, Qt.TextFlag.TextWordWrap, self.text()).height()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._theme.u(LINE), self._words_height(width) + self._theme.u(4))

    def sizeHint(self) -> QSize:
        width = self._left() + self.fontMetrics().horizontalAdvance(self.text()) + self._theme.u(6)
        return QSize(width, self._theme.u(LINE))

    def minimumSizeHint(self) -> QSize:
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._left() + longest + self._theme.u(6), self._theme.u(LINE))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.u(INDICATOR)
        down = max(0, self.height() - self.heightForWidth(self.width())) // 2  # on the middle of a high row
        box = QRectF(1, down + (theme.u(LINE) - side) / 2 + 1, side - 2, side - 2)
        self._paint_indicator(painter, box)
        painter.setPen(theme.color("text" if self.isEnabled() else "muted"))
        top = down + max(0, (theme.u(LINE) - self.fontMetrics().height()) // 2)
        words = QRect(self._left(), top, self.width() - self._left(), self.height() - top)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.text())
        if self.hasFocus() and self._ring:
            paint_ring(painter, QRectF(self.rect()), theme, radius=5)
        painter.end()

    def _paint_indicator(self, painter: QPainter, box: QRectF) -> None:
        raise NotImplementedError


class Tick(_Marked):
    """A tick box: yes or no."""

    def _paint_indicator(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        corner = theme.u(5)
        on = self.isChecked()
        painter.setPen(QPen(theme.color("home" if on else "ctl"), max(1.0, theme.u(1.5))))
        painter.setBrush(theme.color("home" if on else "surface"))
        painter.drawRoundedRect(box, corner, corner)
        if on:
            size = 16
            edge = (box.width() - theme.u(size)) / 2
            painter.drawPixmap(
                QPoint(round(box.x() + edge), round(box.y() + edge)), theme.pixmap("check", "on_home", size)
            )


class Radio(_Marked):
    """One of several; the ones with the same parent exclude each other."""

    def __init__(self, theme: Theme, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, name=name, parent=parent)
        self.setAutoExclusive(True)

    def _paint_indicator(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        on = self.isChecked()
        width = theme.u(2) if on else max(1.0, theme.u(1.5))
        painter.setPen(QPen(theme.color("home" if on else "ctl"), width))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("home"))
            radius = box.width() * 0.24
            painter.drawEllipse(box.center(), radius, radius)


class Choice(QComboBox):
    """A drop-down of words with codes behind them."""

    picked = Signal(str)
    """Code of the option the person chose."""

    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(
        self, theme: Theme, options: Sequence[tuple[str, str]] = (), code: str = "", *, name: str = ""
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(12)
        if name:
            self.setObjectName(name)
        self.set_options(options, code)
        self.activated.connect(self._tell)

    def set_options(self, options: Sequence[tuple[str, str]], code: str = "") -> None:
        """Offer these pairs of code and word, with the one of `code` chosen."""
        self.clear()
        for option, words in options:
            self.addItem(words, option)
        self.choose(code)

    def code(self) -> str:
        """Code of the chosen option, empty if there is none."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Choose an option without telling anybody; an unknown one leaves the first."""
        index = self.findData(code)
        self.setCurrentIndex(max(index, 0) if self.count() else -1)

    def _tell(self) -> None:
        self.picked.emit(self.code())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a wheel over a closed drop-down scrolls the page, it never changes a value

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._theme.u(20)
        spot = QPoint(self.width() - size - self._theme.u(9), (self.height() - size) // 2)
        painter.drawPixmap(spot, self._theme.pixmap("chevron-down", "text", 20))
        painter.end()


def plain_fold(text: str) -> str:
    """`text` without case and accents, for filtering a handful of words; search has its own, better one."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))


def _bare_words(text: str) -> list[str]:
    """The words of a text in the order of the alphabet, without commas and points."""
    return sorted(word for part in plain_fold(text).split() if (word := part.strip(",.;")))


class Combo(QLineEdit):
    """A line that filters its options while one types, and offers to add what is missing (design 6.5)."""

    picked = Signal(str)
    """Code of an option the person chose."""

    added = Signal(str)
    """Text the person wants to add as a new option."""

    def __init__(
        self,
        theme: Theme,
        options: Sequence[tuple[str, str]] = (),
        *,
        add: Callable[[str], str] | None = None,
        name: str = "",
    ) -> None:
        """Take the options as code and word, and `add` which makes the words "Add “…”" for a typed text."""
        super().__init__()
        self._theme = theme
        self._add = add
        self._options: list[tuple[str, str]] = []
        self._shown: list[tuple[str, str]] = []
        self._typed = ""
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        # QLineEdit writes the chosen words into the line first; what they mean is settled after that.
        completer.activated.connect(self._activated, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)
        self.textEdited.connect(self._type)
        self.setTextMargins(0, 0, theme.u(28), 0)
        if name:
            self.setObjectName(name)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these pairs of code and word."""
        self._options = list(options)
        self._filter(self.text())

    def code(self) -> str:
        """Code of the option that stands in the line or is meant by it, empty if it is none of them."""
        wanted = plain_fold(self.text().strip())
        exact = next((code for code, words in self._options if plain_fold(words) == wanted), None)
        if exact is not None:
            return exact
        meant = self._meant()
        return meant[0] if meant is not None else ""

    def _meant(self) -> tuple[str, str] | None:
        """The one option of the typed words in another order: “Engel, Ralf” is “Ralf Engel, no. 12”."""
        typed = _bare_words(self.text())
        if not typed:
            return None
        found = [
            one for one in self._options
            if typed in (_bare_words(one[1]), _bare_words(one[1].rpartition(",")[0]))
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None

    def choose(self, code: str) -> None:
        """Write the option of `code` into the line without telling anybody."""
        self.setText(next((words for option, words in self._options if option == code), ""))

    def _type(self, typed: str) -> None:
        self._typed = typed.strip()
        self._filter(typed)

    def _filter(self, typed: str) -> None:
        wanted = plain_fold(typed.strip())
        begins = [o for o in self._options if plain_fold(o[1]).startswith(wanted)]
        # “Engel, Ralf” finds “Ralf Engel, no. 12”: lists have the surname first.
        parts = wanted.replace(",", " ").split()
        rest = [o for o in self._options if o not in begins]
        within = [o for o in rest if all(part in plain_fold(o[1]) for part in parts)]
        self._shown = begins + within
        words = [shown for _, shown in self._shown]
        if self._add is not None and typed.strip() and not self.code():
            words.append(self._add(typed.strip()))
        self._model.setStringList(words)

    def _activated(self, words: str) -> None:
        found = next((option for option in self._shown if option[1] == words), None)
        if found is not None:
            self.setText(found[1])
            self.picked.emit(found[0])
        elif self._add is not None:
            self.setText(self._typed)
            self.added.emit(self._typed)

    def event(self, event: QEvent) -> bool:
        if lets_undo_through(event, undo=self.isUndoAvailable, redo=self.isRedoAvailable):
            event.ignore()
            return False
        return super().event(event)

    def _open(self) -> None:
        self._filter("")
        self.completer().complete()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever typed a name in another order and goes on has chosen it."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return
        meant = self._meant()
        if meant is not None and self.text() != meant[1]:
            self.setText(meant[1])
            self.picked.emit(meant[0])
        self.setCursorPosition(0)  # a long one shows its beginning

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        if event.key() == Qt.Key.Key_Down and popup is not None and not popup.isVisible():
            self._open()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_typed(popup)

    def _take_typed(self, popup: QAbstractItemView | None) -> None:
        """Enter takes the option whose name was typed whole, and adds what was typed if none is offered."""
        chosen = popup is not None and popup.isVisible() and popup.currentIndex().isValid()
        typed, code = self.text().strip(), self.code()
        adds = self._add is not None and not self._shown
        if chosen or not self.isModified() or not typed or not (code or adds):
            return
        if popup is not None:
            popup.hide()
        if code:
            self.choose(code)
            self.picked.emit(code)
        else:
            self.added.emit(typed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.position().x() > self.width() - self._theme.u(34):
            self._open()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._theme.u(20)
        spot = QPoint(self.width() - size - self._theme.u(9), (self.height() - size) // 2)
        painter.drawPixmap(spot, self._theme.pixmap("chevron-down", "text", 20))
        painter.end()
