# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that scroll as a whole where the window is too low for them, and lists above what they lead to.

A page of lists and panes shares the height it gets. In a small window, or with large text, that would
leave each of them a sliver: `Tall` gives the page the height it needs and scrolls it (design 4). A list in
a page that scrolls then shows all its rows, or fills the window: nobody scrolls within what scrolls. `Sides`
puts a list beside the chosen one, or above it where two columns have no room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from hospes.ui.widgets.boxes import NO_LIMIT, least_height, row
from hospes.ui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from hospes.ui.look.theme import Theme


ASIDE = "aside"
"""Property of a part that keeps its own height beside or beneath the others."""

FEW_ROWS = 30
"""A list of no more rows shows all of them in a page that scrolls."""


class Tall(QScrollArea):
    """As high as the window gives, but never lower than needed; where the keyboard is, is in view."""

    def __init__(self, widget: QWidget, least: Callable[[], int] | None, name: str) -> None:
        """Take what scrolls, and who says how many pixels high it has to be (0: whatever there is).

        With None it is as high as its own parts make it.
        """
        super().__init__()
        self._least = least or self.natural
        self._page = widget
        self._watched: QWidget | None = None
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(widget)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self.settle)
        self._following = QTimer(self, singleShot=True, interval=0)
        self._following.timeout.connect(self.follow)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    def settle(self) -> None:
        """Give the page its height: what it needs may have changed."""
        least, room = self._least(), self.maximumViewportSize()
        policies = Qt.ScrollBarPolicy
        scrolls = least > room.height()
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOn if scrolls else policies.ScrollBarAlwaysOff
        )
        width = room.width() - (self.verticalScrollBar().sizeHint().width() if scrolls else 0)
        page = self._page
        if not scrolls:
            page.resize(width, room.height())
            return
        if page.width() != width or page.height() < least:
            page.resize(width, max(least, page.height()))
        if (layout := page.layout()) is not None:
            layout.activate()
        page.resize(width, least + min(self._lists_lack(page.height() - least), self._most_lack()))

    def natural(self) -> int:
        """How high the page's own parts make it at least."""
        bar = self.verticalScrollBar().sizeHint().width()
        return least_height(self._page, self.maximumViewportSize().width() - bar)

    def _lists(self) -> Sequence[QAbstractScrollArea]:
        """What would scroll within the page, save side panes and what stands within such a part again."""
        parts = self._page.findChildren(QAbstractScrollArea)
        found = [one for one in parts if isinstance(one, QTableView | QScrollArea) and self._counts(one)]
        for one in found:
            inner = one.widget() if isinstance(one, QScrollArea) else None
            if inner is not None:
                inner.installEventFilter(self)  # the page does not hear of it when that changes
        return found

    def _counts(self, part: QWidget) -> bool:
        outer: QWidget | None = part
        if not part.isVisibleTo(self._page):
            return False
        while outer is not None and outer is not self._page:
            if outer.property("k") == "pane" or outer.property(ASIDE):
                return False
            outer = outer.parentWidget()
            if isinstance(outer, QScrollArea):
                return False
        return True

    def _lists_lack(self, given: int) -> int:
        """How much higher the page has to be for its lists not to scroll within the page that scrolls.

        Args:
            given: how much higher it is already, all of which went to the lists.
        """
        room = self.maximumViewportSize().height()
        return max([0, *(given + list_height(one, room) - one.height() for one in self._lists())])

    def _most_lack(self) -> int:
        room = self.maximumViewportSize().height()
        return max([0, *(list_height(one, room) for one in self._lists())])

    def follow(self) -> None:
        """Bring what has the keyboard into view: the chosen line of a list, the field somebody writes in."""
        focus = QApplication.focusWidget()
        page = self._page
        if focus is None or self.verticalScrollBar().maximum() == 0 or not page.isAncestorOf(focus):
            return
        place = self._place_of(focus)
        half = min(place.height(), self.viewport().height()) // 2
        around = half + self.fontMetrics().height() // 2
        self.ensureVisible(place.center().x(), place.top() + half, 0, around)

    def _place_of(self, focus: QWidget) -> QRect:
        """Where on the page what has the keyboard is: the line of a list, a field with the label above it."""
        shown, room = focus, self.viewport().height()
        if isinstance(focus, QTableView):
            spot, shown = focus.visualRect(focus.currentIndex()), focus.viewport()
            spot = spot if spot.isValid() else QRect(0, 0, 1, focus.verticalHeader().defaultSectionSize())
        else:
            outer = focus.parentWidget()
            while outer is not None and outer is not self._page and not isinstance(outer, Field):
                outer = outer.parentWidget()
            if isinstance(outer, Field) and outer.height() <= room:
                shown = outer
            spot = shown.rect()
            if spot.height() > room:
                within = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
                cursor = within if isinstance(within, QRect) else within.toRect() if within else QRect()
                spot = cursor if cursor.isValid() else spot
        return spot.translated(shown.mapTo(self._page, QPoint(0, 0)))

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):  # what the page built anew is gone
            self._watched.removeEventFilter(self)
        self._watched = None
        if now is not None and self._page.isAncestorOf(now):
            self._watched = now
            now.installEventFilter(self)
            now.destroyed.connect(self._forget)
            self._following.start()

    def _forget(self, gone: QObject) -> None:
        if gone is self._watched:
            self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is not self._watched:
            if watched is self._page:
                self.settle()
            else:
                self._settling.start()
        elif watched is self._watched and event.type() == QEvent.Type.KeyPress:
            self._following.start()  # the arrows may have led out of sight
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()


def list_height(part: QAbstractScrollArea, room: int) -> int:
    """How high a list has to be for all its rows to be seen; one of many rows as high as the window."""
    if isinstance(part, QTableView):
        head, rows = part.horizontalHeader().height(), part.verticalHeader()
        whole = head + rows.length() + 2 * part.frameWidth()
        return whole if rows.count() <= FEW_ROWS else min(whole, room)
    inner = part.widget() if isinstance(part, QScrollArea) else None
    return least_height(inner, part.viewport().width()) if inner is not None else 0


class Sides(QWidget):
    """Two parts of which one is a column of its own: a list and what is chosen in it."""

    def __init__(
        self, theme: Theme, first: QWidget, second: QWidget, *, own: Literal["first", "second"] = "first"
    ) -> None:
        """Take both; `own` is the one that keeps its width while the other takes the room there is."""
        super().__init__()
        self._theme = theme
        self._own = first if own == "first" else second
        self._own.setProperty(ASIDE, "yes")
        self._box = row(theme, first, second, gap=12)
        self._box.setStretch(1 if own == "first" else 0, 1)
        self.setLayout(self._box)

    def stand(self, width: int, *, beneath: int = 0) -> None:
        """Beside each other, the own column so wide; or beneath, and then the own one at least so high."""
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.TopToBottom if beneath else ways.LeftToRight)
        self._own.setMinimumWidth(0 if beneath else self._theme.u(width))
        self._own.setMaximumWidth(NO_LIMIT if beneath else self._theme.u(width))
        self._own.setMinimumHeight(self._theme.u(beneath))
