# SPDX-License-Identifier: GPL-3.0-or-later
"""Bars that say how far a visit is and open their tab: on Today and in the visit's overview (design 5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from hospes.ui.widgets.boxes import Box, column
from hospes.ui.widgets.buttons import RingFrame, paint_ring
from hospes.ui.widgets.labels import Bar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from hospes.queries.budget import Promised
    from hospes.queries.travel_counts import Seats
    from hospes.ui.desk import Desk
    from hospes.ui.look.theme import Theme
    from hospes.ui.widgets.labels import Tone


class Progress(NamedTuple):
    """How far a visit is; what has not begun is 0 or None and has no bar."""

    guests: int = 0
    placed: int = 0
    days: int = 0
    programme_days: int = 0
    seats: Seats | None = None
    money: Promised | None = None


class VisitBar(NamedTuple):
    """A bar with the tab it opens and its code."""

    bar: Bar
    tab: str
    code: str


def visit_bars(desk: Desk, how_far: Progress) -> list[VisitBar]:
    """The bars whose data there are: guests, programme, seats, money."""
    theme, text = desk.theme, desk.text
    found: list[VisitBar] = []
    if how_far.guests:
        tone: Tone = "ok" if how_far.placed >= how_far.guests else "warn"
        words = text("{n} of {m}", n=how_far.placed, m=how_far.guests)
        bar = Bar(theme, text("Guests with a host"), words, how_far.placed / how_far.guests, tone)
        found.append(VisitBar(bar, "hosting", "guests"))
    if how_far.days:
        words = desk.ntext(
            "{done} of {n} day", "{done} of {n} days", how_far.days, done=how_far.programme_days
        )
        tone = "ok" if how_far.programme_days >= how_far.days else "home"
        bar = Bar(theme, text("Programme"), words, how_far.programme_days / how_far.days, tone)
        found.append(VisitBar(bar, "programme", "programme"))
    if how_far.seats is not None:
        seats = how_far.seats
        words = text("{n} of {m}", n=seats.taken, m=seats.seats)
        over = seats.taken > seats.seats
        bar = Bar(theme, text("Seats taken"), words, seats.taken / seats.seats, "warn" if over else "home")
        found.append(VisitBar(bar, "travel", "seats"))
    if how_far.money is not None:
        money = how_far.money
        words = text("{n} of {m}", n=money.promised, m=money.costs)
        share = min(1.0, money.promised.minor / money.costs.minor)
        bar = Bar(theme, text("Money promised"), words, share, "ok" if share >= 1 else "home")
        found.append(VisitBar(bar, "budget", "money"))
    return found


class BarLink(RingFrame):
    """A bar that opens its tab by a click or Enter."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, bar: Bar, tab: str, name: str) -> None:
        super().__init__(theme)
        self._tab = tab
        self.setObjectName(name)
        self.setAccessibleName(bar.accessibleName())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayout(column(theme, bar, margins=(0, 3, 0, 5)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._tab)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._tab)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ring:
            painter = QPainter(self)
            paint_ring(painter, QRectF(self.rect()), self.theme)
            painter.end()


class BarsCard(Box):
    """A card whose bars lead into the visit."""

    def __init__(self, desk: Desk, visit_hex: str, *parts: QWidget, name: str) -> None:
        super().__init__(desk.theme, "card", *parts, gap=6, name=name)
        self.desk = desk
        self._visit = visit_hex
        self._name = name

    def add_bars(self, how_far: Progress) -> bool:
        """Put in the bars there are; False if there are none."""
        found = visit_bars(self.desk, how_far)
        for bar, tab, code in found:
            link = BarLink(self.desk.theme, bar, tab, f"{self._name}.{code}")
            link.pressed.connect(self.open_tab)
            self.box.addWidget(link)
        return bool(found)

    def open_tab(self, tab: str = "") -> None:
        """Go to a tab of the visit, or to where it was looked at last."""
        self.desk.go("visit", id=self._visit, **({"tab": tab} if tab else {}))

    def open_visit(self) -> None:
        """Go to the visit."""
        self.open_tab()
