# SPDX-License-Identifier: GPL-3.0-or-later
"""The field of host cards: two beside each other, scrolling upright. Only the cards in view exist as widgets.

Three hundred homes cost no more than eight: heights are computed from the values, and a card is built when it
comes into view. The keyboard walks over all of them: a card that is wanted is brought into view first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from hospes.ui.pages.visit_hosting_cards import HostCard, card_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from hospes.ui.look.theme import Theme
    from hospes.ui.pages.visit_hosting_view import CardView

GAP = 10
LEAST = 228
"""A card is never narrower than this, at 100 %."""
MARK_MS = 3000


class HostGrid(QScrollArea):
    """All host cards, in the order they were given."""

    pressed = Signal(str)
    entered = Signal(str)
    placed = Signal(str)
    picked = Signal(str)
    taken_out = Signal(str)
    cured = Signal(object)
    dropped = Signal(str, str)
    left = Signal()
    """The keyboard wants to go back to the guests."""

    def __init__(self, theme: Theme, says: str) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName("board.hosts")
        self.setAccessibleName(says)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setWidgetResizable(False)
        self._views: tuple[CardView, ...] = ()
        self._boxes: list[QRect] = []
        self._cards: dict[int, HostCard] = {}
        self._across = 2
        self._dropping = False
        self._width = 0
        self._marked: frozenset[str] = frozenset()
        self._field = QWidget()
        self.setWidget(self._field)
        self._unmark = QTimer(self, singleShot=True, interval=MARK_MS)
        self._unmark.timeout.connect(self._forget_marks)
        self.verticalScrollBar().valueChanged.connect(self._fill)

    # -- what is shown -------------------------------------------------------------------------------

    def show_cards(self, views: Sequence[CardView], *, to_top: bool = False) -> None:
        """Show these cards; scroll position and keyboard stay with their host unless `to_top`."""
        focus = self._focused()
        bar = self.verticalScrollBar()
        kept = 0 if to_top else bar.value()
        self._views = tuple(views)
        self._drop_cards()
        self._measure()
        bar.setValue(kept)
        self._fill()
        if focus is not None:
            host, part = focus
            built = {card.view.key for card in self._cards.values()}
            there = host in (built if to_top else self.hosts())
            self.focus_host(host if there else "", part if there else "")
            if to_top:
                bar.setValue(0)

    def hosts(self) -> tuple[str, ...]:
        """Hosts in order."""
        return tuple(view.key for view in self._views)

    def card(self, key: str) -> HostCard | None:
        """The card of a host, brought into view; None if it is not shown."""
        keys = self.hosts()
        if key not in keys:
            return None
        number = keys.index(key)
        self.bring(number)
        return self._cards.get(number)

    def bring(self, number: int) -> None:
        """Scroll so that a card is whole in view."""
        box = self._boxes[number]
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if box.top() < bar.value():
            bar.setValue(box.top())
        elif box.bottom() + 1 > bar.value() + high:
            bar.setValue(min(box.top(), box.bottom() + 1 - high))
        self._fill()

    def focus_host(self, key: str = "", part: str = "") -> bool:
        """Give the keyboard to a card (the first without a key), or to the part of that name in it."""
        if not self._views:
            return False
        found = self.card(key or self._views[0].key)
        if found is None:
            return False
        inner = found.findChild(QWidget, part) if part else None
        target = inner if isinstance(inner, QWidget) else found
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if target is not found:
            self.ensureWidgetVisible(target, 0, self.theme.u(GAP))
        return True

    def mark(self, keys: frozenset[str]) -> None:
        """Mark the cards of these hosts for three seconds."""
        self._marked = keys
        self._unmark.start()
        self._remark()

    def _forget_marks(self) -> None:
        self._marked = frozenset()
        self._remark()

    def _remark(self) -> None:
        for card in self._cards.values():
            card.marked = card.view.key in self._marked
            card.update()

    # -- layout --------------------------------------------------------------------------------------

    def _measure(self) -> None:
        u = self.theme.u
        wide = max(self.viewport().width() - u(9), 1)
        self._across = max(1, min(3, (wide + u(GAP)) // (u(LEAST) + u(GAP))))
        width = (wide - (self._across - 1) * u(GAP)) // self._across
        self._boxes = []
        top = 0
        for start in range(0, len(self._views), self._across):
            line = self._views[start : start + self._across]
            high = max(card_height(self.theme, view, width) for view in line)
            self._boxes += [QRect(n * (width + u(GAP)), top, width, high) for n in range(len(line))]
            top += high + u(GAP)
        self._field.resize(self.viewport().width(), max(top, 1))

    def _drop_cards(self) -> None:
        gone, self._cards = list(self._cards.values()), {}
        self._dropping = True  # hiding moves the keyboard on, and the area scrolls after it
        for card in gone:
            card.hide()
            card.deleteLater()
        self._dropping = False

    def _fill(self) -> None:
        """Build what is in view, let go what is far from it."""
        if self._dropping:
            return
        top, high = self.verticalScrollBar().value(), max(self.viewport().height(), 1)
        view = QRect(0, top, self._field.width(), high)
        near = QRect(0, top - high, self._field.width(), 3 * high)
        focus = QApplication.focusWidget()
        for number in [n for n in self._cards if not self._boxes[n].intersects(near)]:
            if focus is not None and (
                focus is self._cards[number] or self._cards[number].isAncestorOf(focus)
            ):
                continue
            self._cards.pop(number).deleteLater()
        for number, box in enumerate(self._boxes):
            if number not in self._cards and box.intersects(view):
                self._cards[number] = self._build(number, box)

    def _build(self, number: int, box: QRect) -> HostCard:
        card = HostCard(self.theme, self._views[number], self._field, number)
        card.marked = card.view.key in self._marked
        card.setGeometry(box)
        card.place_parts()
        for name in ("pressed", "entered", "placed", "picked", "taken_out", "cured", "dropped"):
            getattr(card, name).connect(getattr(self, name))
        card.walked.connect(self._walk)
        card.show()
        below = [other for other in self._cards if other < number]
        if below:
            QWidget.setTabOrder(self._cards[max(below)], card)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        if width != self._width:
            self._width = width
            self.show_cards(self._views)
        else:
            self._fill()

    # -- keyboard ------------------------------------------------------------------------------------

    def _focused(self) -> tuple[str, str] | None:
        focus = QApplication.focusWidget()
        for card in self._cards.values():
            if focus is card:
                return card.view.key, ""
            if focus is not None and card.isAncestorOf(focus):
                return card.view.key, focus.objectName()
        return None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        shown = next((view.key for view in self._views if view.shown), "")
        self.focus_host(shown)

    def _walk(self, step: int) -> None:
        card = self.sender()
        numbers = [n for n, one in self._cards.items() if one is card]
        if not numbers:
            return
        here = numbers[0]
        by = {-2: -self._across, 2: self._across}.get(step, step)
        if step in (-2, 2) and not 0 <= here + by < len(self._views):
            return
        there = min(max(here + by, 0), len(self._views) - 1)
        if step == -1 and here % self._across == 0 and self._across > 1:
            self.left.emit()
            return
        self.pressed.emit(self._views[there].key)
        self.focus_host(self._views[there].key)
