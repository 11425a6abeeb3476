# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes and the space between things: rows, columns, cards, lines, scrolling pages, wrapping rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from hospes.ui.look.theme import Theme

Part = QWidget | QLayout | int | None
"""A widget, a layout, a stretch (None) or a space in pixels of the design (int)."""


def _fill(
    box: QBoxLayout, theme: Theme, parts: tuple[Part, ...], gap: float, margins: tuple[float, ...]
) -> None:
    box.setSpacing(theme.u(gap))
    left, top, right, bottom = (margins * 4)[:4] if len(margins) == 1 else margins or (0, 0, 0, 0)
    box.setContentsMargins(theme.u(left), theme.u(top), theme.u(right), theme.u(bottom))
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(theme.u(part))
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addWidget(part)


def row(theme: Theme, *parts: Part, gap: float = 8, margins: tuple[float, ...] = ()) -> QHBoxLayout:
    """Things side by side. None is a stretch, a number a space; margins are left, top, right, bottom."""
    box = QHBoxLayout()
    _fill(box, theme, parts, gap, margins)
    return box


def column(theme: Theme, *parts: Part, gap: float = 8, margins: tuple[float, ...] = ()) -> QVBoxLayout:
    """Things beneath each other."""
    box = QVBoxLayout()
    _fill(box, theme, parts, gap, margins)
    return box


def holder(layout: QLayout, name: str = "") -> QWidget:
    """A bare widget around a layout."""
    widget = QWidget()
    widget.setLayout(layout)
    if name:
        widget.setObjectName(name)
    return widget


class Box(QFrame):
    """A frame of one kind: card, chosen, sunk, pane, message, popup."""

    def __init__(
        self,
        theme: Theme,
        kind: Literal["card", "chosen", "sunk", "pane", "message", "popup"],
        *parts: Part,
        gap: float = 8,
        margins: tuple[float, ...] = (18, 16, 18, 16),
        name: str = "",
        across: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("k", kind)
        if name:
            self.setObjectName(name)
        self.box: QBoxLayout = QHBoxLayout(self) if across else QVBoxLayout(self)
        _fill(self.box, theme, parts, gap, margins)


def card(theme: Theme, *parts: Part, gap: float = 8, margins: tuple[float, ...] = (18, 16, 18, 16)) -> Box:
    """A card: surface, thin border, soft corners."""
    return Box(theme, "card", *parts, gap=gap, margins=margins)


def sunk(theme: Theme, *parts: Part, gap: float = 8, margins: tuple[float, ...] = (12,)) -> Box:
    """A sunken side column."""
    return Box(theme, "sunk", *parts, gap=gap, margins=margins)


def line() -> QFrame:
    """A thin line across."""
    frame = QFrame()
    frame.setProperty("k", "line")
    return frame


NO_LIMIT = 16_777_215
"""Qt's "no limit" for a width or height, which Python has no name for."""

WIDEST = 1680
"""Of what is no list, in units of the design."""


def limited(theme: Theme, widget: QWidget, width: float = WIDEST) -> QWidget:
    """`widget` no wider than `width`, for pages that are no lists.

    A whole page stands in the middle of a large screen (design 4); a narrower column of text and fields
    begins under the title, as the lists do.
    """
    widget.setMaximumWidth(theme.u(width))
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(widget, 1000)
    if width < WIDEST:
        box.addStretch(1)  # takes what the column may not; without it a box layout puts it in its middle
    return holder(box)


def scrolled(widget: QWidget, name: str = "") -> QScrollArea:
    """`widget` in an area that scrolls upright when it is too short, and never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    if name:
        area.setObjectName(name)
    return area


FLAT_LINE = 48
"""Up to this height, in units of the design, a line holds no fields with labels above them."""


class FlowLayout(QLayout):
    """Things side by side that go on in the next line when the line is full: chips, badges, cures.

    In a line of buttons, chips and words all stand on its middle; fields with their labels share its top.
    """

    def __init__(self, theme: Theme, *widgets: QWidget, gap: float = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = theme.u(gap)
        self._flat = theme.u(FLAT_LINE)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for number, line in enumerate(self._lines(max(rect.width(), 1))):
            y += self._gap if number else 0
            height = max(hint.height() for _, hint in line)
            x = rect.x()
            for item, hint in line if move else ():
                down = (height - hint.height()) // 2 if height <= self._flat else 0
                width = min(hint.width(), max(rect.width(), 1))
                item.setGeometry(QRect(QPoint(x, y + down), QSize(width, hint.height())))
                x += hint.width() + self._gap
            y += height
        return y - rect.y()

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands in each line, with the size it asks for."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if item.hasHeightForWidth():
                if hint.width() > room:  # chips that go on in a second line
                    hint = QSize(room, item.heightForWidth(room))
                else:  # a field of a fixed width: the sentence beneath it says how high
                    hint.setHeight(item.heightForWidth(hint.width()))
            if not lines or (taken and taken + hint.width() > room):
                lines.append([])
                taken = 0
            lines[-1].append((item, hint))
            taken += hint.width() + self._gap
        return lines


class GivingStack(QStackedWidget):
    """Pages over each other that give way to what stands under them where room is short."""

    def hasHeightForWidth(self) -> bool:
        """No: else a page's text would claim its height before the line below it."""
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def put_late(stack: QStackedWidget, at: int, widget: QWidget) -> None:
    """Put a page that is built only now into `stack`, where an empty widget has kept its place."""
    empty = stack.widget(at)
    stack.insertWidget(at, widget)
    if empty is not None:
        stack.removeWidget(empty)
        empty.deleteLater()


def least_height(widget: QWidget, width: int) -> int:
    """How high the parts of `widget` make it at least when it is so wide."""
    layout = widget.layout()
    if layout is None:
        return 0
    if layout.hasHeightForWidth():
        return layout.minimumHeightForWidth(width)
    return layout.minimumSize().height()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def grows(widget: QWidget) -> QWidget:
    """`widget`, taking all the height it can get."""
    widget.setSizePolicy(widget.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Expanding)
    return widget
