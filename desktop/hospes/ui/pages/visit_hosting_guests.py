# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests to place: the left column. A list like any other for keyboard and screen reader, painted as cards.

One entry is one party: whoever stays together is placed as one. Entries can be dragged; what is dropped here
is taken out of its home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from hospes.ui.pages.visit_hosting_cards import AVATAR, drag_guest, dragged, kept_avatar
from hospes.ui.pages.visit_hosting_words import what_fits
from hospes.ui.widgets.buttons import KEYBOARD, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

    from hospes.ui.look.theme import Theme
    from hospes.ui.pages.visit_hosting_view import GuestView

TOP, LINE, BOTTOM, BETWEEN = 9, 24, 8, 9
GRIP, TEXT = 11, 80
"""Where the handle and the words of a card begin, and how it is spaced (mock 3)."""

NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class GuestModel(QAbstractListModel):
    """Parties in order."""

    def __init__(self) -> None:
        super().__init__()
        self.views: tuple[GuestView, ...] = ()

    def set_views(self, views: Sequence[GuestView]) -> None:
        """Show these."""
        self.beginResetModel()
        self.views = tuple(views)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.views)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as in Qt
        if not index.isValid() or index.row() >= len(self.views):
            return None
        view = self.views[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return view.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return view.says
        return None


class GuestDelegate(QStyledItemDelegate):
    """Paints a party as a card."""

    def __init__(self, theme: Theme, parent: GuestList) -> None:
        super().__init__(parent)
        self._theme = theme
        self._list = parent

    def _view(self, index: Index) -> GuestView:
        model = self._list.guests
        return model.views[index.row()]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        u = self._theme.u
        lines = 1 + len(self._view(index).lines)
        return QSize(u(120), u(TOP) + max(lines, 2) * u(LINE) + u(BOTTOM) + u(BETWEEN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, u, view = self._theme, self._theme.u, self._view(index)
        chosen = self._list.shows_choice and index.row() == self._list.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        card = QRectF(box.adjusted(0, 0, 0, -u(BETWEEN)))
        width = max(2, u(2)) if chosen else 1
        painter.setPen(QPen(theme.color("home" if chosen else "border"), width))
        painter.setBrush(theme.color("home_soft" if chosen else "surface"))
        painter.drawRoundedRect(card.adjusted(width / 2, width / 2, -width / 2, -width / 2), u(9), u(9))
        self._picture(painter, view, card.toRect(), chosen=chosen)
        self._words(painter, view, card.toRect(), chosen=chosen)
        if index.row() == self._list.currentIndex().row() and self._list.ring and self._list.hasFocus():
            paint_ring(painter, card, theme, radius=9)
        painter.restore()

    def _picture(self, painter: QPainter, view: GuestView, card: QRect, *, chosen: bool) -> None:
        theme, u = self._theme, self._theme.u
        middle = card.center().y() + 1
        if self._list.wide:
            grip = theme.pixmap("grip-vertical", "muted", 16)
            painter.drawPixmap(QPoint(card.left() + u(GRIP), middle - u(8)), grip)
        picture = kept_avatar(theme, view.initials, view.side)
        painter.drawPixmap(
            QPoint(card.left() + self._list.text_left() - u(AVATAR + 10), middle - u(AVATAR) // 2), picture
        )
        if chosen:
            arrow = theme.pixmap("chevron-right", "home", 20)
            painter.drawPixmap(QPoint(card.right() - u(27), card.top() + u(TOP + 2)), arrow)

    def _words(self, painter: QPainter, view: GuestView, card: QRect, *, chosen: bool) -> None:
        theme, u = self._theme, self._theme.u
        left, right = card.left() + self._list.text_left(), card.right() - u(10)
        lines = len(view.lines) + 1
        top = card.top() + (card.height() - lines * u(LINE)) // 2
        self._put(
            painter,
            view.name,
            QRect(left, top, right - left - (u(22) if chosen else 0), u(LINE)),
            "strong",
            "text",
        )
        for line in view.lines:
            top += u(LINE)
            start = left
            if line.icon:
                painter.drawPixmap(
                    QPoint(left, top + (u(LINE) - u(17)) // 2), theme.pixmap(line.icon, line.ink, 17)
                )
                start += u(21)
            text = what_fits(line.text, theme.metrics("body").horizontalAdvance, right - start)
            self._put(painter, text, QRect(start, top, right - start, u(LINE)), "body", line.ink)

    def _put(self, painter: QPainter, text: str, box: QRect, role: str, token: str) -> None:
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color(token))
        shown = self._theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class GuestList(QListView):
    """The parties; choosing one tells."""

    chosen = Signal(str)
    """Somebody else is chosen: key of the party."""
    entered = Signal(str)
    """Enter: show the hosts for this party."""
    taken_out = Signal(str)
    """A placed guest was dropped here."""

    def __init__(self, theme: Theme, says: str) -> None:
        super().__init__()
        self.theme = theme
        self.ring = False
        self.wide = True
        self.shows_choice = True
        self._quiet = False
        self._from: QPoint | None = None
        self.guests = GuestModel()
        self.setModel(self.guests)
        self.setItemDelegate(GuestDelegate(theme, self))
        self.setObjectName("board.guests")
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            "QListView { background: transparent; border: none; }"
            "QListView::item, QListView::item:selected"
            " { background: transparent; padding: 0; min-height: 0; }"
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def show_guests(self, views: Sequence[GuestView], chosen: str) -> None:
        """Show these, with one of them chosen (none for an unknown key); scroll position stays."""
        bar = self.verticalScrollBar()
        kept = bar.value()
        self._quiet = True
        if tuple(views) != self.guests.views:
            self.guests.set_views(views)
        self.choose(chosen)
        self._quiet = False
        bar.setValue(kept)
        self.viewport().update()

    def parties(self) -> list[str]:
        """Parties in order."""
        return [view.key for view in self.guests.views]

    def choose(self, key: str) -> None:
        """Choose a party without telling; an unknown one leaves nobody chosen."""
        keys = self.parties()
        self._quiet, before = True, self._quiet
        self.shows_choice = key in keys
        if key in keys:
            index = self.guests.index(keys.index(key))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        elif keys and not self.currentIndex().isValid():
            self.setCurrentIndex(self.guests.index(0))
        self._quiet = before
        self.viewport().update()

    def current(self) -> str:
        """The party the keyboard stands on, empty if there is none."""
        row = self.currentIndex().row()
        return self.guests.views[row].key if 0 <= row < len(self.guests.views) else ""

    def text_left(self) -> int:
        """Where the words of a card begin."""
        return self.theme.u(TEXT if self.wide else TEXT - 22)

    def place_of(self, key: str) -> QRect:
        """Where the card of a party stands in the viewport."""
        return self.visualRect(self.guests.index(self.parties().index(key)))

    # -- choosing ------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._quiet and current.isValid():
            self.shows_choice = True
            self.chosen.emit(self.guests.views[current.row()].key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.ring = False
        at = self.indexAt(event.position().toPoint())
        again = at.isValid() and at == self.currentIndex() and not self.shows_choice
        self._from = event.position().toPoint() if at.isValid() else None
        super().mousePressEvent(event)
        if again:
            self.shows_choice = True
            self.chosen.emit(self.guests.views[at.row()].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            if (event.position().toPoint() - self._from).manhattanLength() < QApplication.startDragDistance():
                return
            view = self.guests.views[self.indexAt(self._from).row()]
            self._from = None
            drag_guest(self, self.theme, view.key, view.name)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right) and self.current():
            self.entered.emit(self.current())
            return
        if event.key() in (Qt.Key.Key_S, Qt.Key.Key_W) and not event.modifiers():
            event.ignore()  # keys of the board; names are found by Ctrl+F
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wide = self.viewport().width() >= self.theme.u(240)
        self.scheduleDelayedItemsLayout()

    # -- dropping ------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._placed(dragged(event.mimeData())):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._placed(dragged(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        key = dragged(event.mimeData())
        if self._placed(key):
            event.acceptProposedAction()
            self.taken_out.emit(key)

    def _placed(self, key: str) -> bool:
        return bool(key) and key not in self.parties()
