# SPDX-License-Identifier: GPL-3.0-or-later
"""The row above the board: what is still open, how far it is, and the acts that concern all (mock 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from hospes.ui.page import Fit as Room
from hospes.ui.widgets.boxes import FlowLayout
from hospes.ui.widgets.buttons import Button, paint_ring
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from hospes.ui.desk import Desk
    from hospes.ui.look.theme import Theme


class BadgeButton(Button):
    """A count in a soft frame that leads to what it counts."""

    def __init__(self, theme: Theme, tone: str, icon: str, name: str) -> None:
        super().__init__(theme, "", "quiet", name=name)
        self._tone, self._sign = tone, icon
        self.setStyleSheet(
            "QPushButton { border: none; background: transparent; padding: 0; min-height: 0; }"
        )

    def sizeHint(self) -> QSize:
        u = self._theme.u
        words = self._theme.metrics("semi").horizontalAdvance(self.text())
        return QSize(words + u(9 + 17 + 6 + 9) + 2, u(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, u = self._theme, self._theme.u
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.underMouse() else 1.0
        painter.setPen(QPen(theme.color(self._tone), width))
        painter.setBrush(theme.color(f"{self._tone}_soft"))
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), u(7), u(7))
        painter.drawPixmap(u(9), (self.height() - u(17)) // 2, theme.pixmap(self._sign, self._tone, 17))
        painter.setFont(theme.font("semi"))
        painter.setPen(theme.color(self._tone))
        words = self.rect().adjusted(u(9 + 17 + 6), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._ring and self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), theme, radius=7)
        painter.end()


class ToolRow(QWidget):
    """Badges, counts and buttons; they go on in a second line where there is no room."""

    open_guests = Signal()
    next_conflict = Signal()
    suggest = Signal()
    print_list = Signal()
    hosts = Signal()
    why = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme, text = desk.theme, desk.text
        self._desk = desk
        self._waiting = 0
        self._fit = Room.NORMAL
        self.setObjectName("board.tools")
        self.waiting = BadgeButton(theme, "warn", "triangle-alert", "board.waiting")
        self.waiting.clicked.connect(self.open_guests)
        self.conflicts = BadgeButton(theme, "err", "circle-alert", "board.conflicts")
        self.conflicts.clicked.connect(self.next_conflict)
        self.counts = Label(theme, "", "m", name="board.counts")
        self.counts.setFixedHeight(theme.u(30))
        left = FlowLayout(theme, self.waiting, self.conflicts, self.counts, gap=10)
        self.suggest_button = Button(theme, "", "sec", icon="sparkles", name="board.suggestAll")
        self.suggest_button.clicked.connect(self.suggest)
        self.print_button = Button(
            theme, text("Print hosting list"), "sec", icon="printer", name="board.print"
        )
        self.print_button.clicked.connect(self.print_list)
        self.hosts_button = Button(theme, text("Hosts to ask"), "quiet", icon="phone", name="board.askHosts")
        self.hosts_button.clicked.connect(self.hosts)
        self.why_button = Button(theme, text("Why?"), "sec", icon="circle-help", name="board.showWhy")
        self.why_button.clicked.connect(self.why)
        self.why_button.hide()
        self.more_button = Button(theme, text("More"), "quiet", icon="ellipsis", name="board.more")
        self.more_button.clicked.connect(self._show_more)
        self._left = QWidget(self)
        self._left.setLayout(left)
        for button in (*self._acts(), self.more_button):
            button.setParent(self)
        self._beneath: list[Button] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_counts(
        self, *, waiting: int, conflicts: int, guests: int, free: int, homes: int, to_ask: int = 0
    ) -> None:
        """Show these figures."""
        desk = self._desk
        words = desk.ntext("{n} guest without a host", "{n} guests without a host", waiting)
        self._say(self.waiting, words, waiting)
        self._say(self.conflicts, desk.ntext("{n} conflict", "{n} conflicts", conflicts), conflicts)
        placed = desk.ntext("{k} of {n} placed", "{k} of {n} placed", guests, k=guests - waiting)
        beds = desk.ntext("{n} bed free", "{n} beds free", free)
        where = desk.ntext("{beds} in {n} home", "{beds} in {n} homes", homes, beds=beds)
        self.counts.setText(" · ".join([placed, where]))
        self.suggest_button.set_text(
            desk.ntext("Suggest a host for {n}", "Suggest hosts for all {n}", waiting)
            if waiting
            else desk.text("Suggest hosts")
        )
        self._waiting = waiting
        self.hosts_button.set_text(
            desk.text("Hosts to ask")
            if not to_ask
            else desk.ntext("{n} host to ask", "{n} hosts to ask", to_ask)
        )
        self.updateGeometry()
        self._arrange()

    def _say(self, badge: BadgeButton, words: str, n: int) -> None:
        badge.set_text(words)
        badge.setAccessibleName(words)
        badge.setVisible(n > 0)
        badge.updateGeometry()

    def fit(self, fit: Room) -> None:
        """Take the form for that much room."""
        self._fit = fit
        self.counts.setVisible(fit > Room.COMPACT)
        self.updateGeometry()
        self._arrange()

    def _acts(self) -> tuple[Button, ...]:
        """In the order in which they give way, the last first."""
        return (self.why_button, self.suggest_button, self.print_button, self.hosts_button)

    def _wanted(self) -> list[Button]:
        off = {self.suggest_button} if not self._waiting else set()
        if self._fit is not Room.COMPACT:
            off.add(self.why_button)
        return [button for button in self._acts() if button not in off]

    def _show_more(self) -> None:
        """What had no room in the row."""
        menu = QMenu(self)
        menu.setObjectName("board.moreMenu")
        for button in self._beneath:
            act = menu.addAction(button.text(), button.click)
            act.setObjectName(f"{button.objectName()}.act")
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    # -- layout --------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(self._desk.theme.u(300), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._desk.theme.u(120), self._desk.theme.u(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._place(self.width(), move=True)

    def _place(self, width: int, *, move: bool) -> int:
        """Lay everything out, or only say how high it stands.

        The buttons stand at the right where there is room, else beneath; where the window is small what has
        no room in the line goes into a menu, so that the board keeps its height.
        """
        u = self._desk.theme.u
        gap, high = u(8), u(40)
        left = self._left.layout()
        assert left is not None
        words, more = left.sizeHint().width() + u(10), self.more_button.sizeHint().width()
        wanted = self._wanted()
        wide = sum(button.sizeHint().width() + gap for button in wanted) - gap
        shown = wanted
        if words + wide > width and self._fit <= Room.COMPACT:
            room = width - words - more
            shown = []
            for button in wanted:
                wide = button.sizeHint().width() + gap
                if wide <= room:
                    room -= wide
                    shown.append(button)
        beneath = [button for button in wanted if button not in shown]
        line = [button for button in self._in_sight() if button in shown]
        line += [self.more_button] if beneath else []
        wide = sum(button.sizeHint().width() + gap for button in line) - gap
        beside = words + wide <= width
        first = high if beside else left.heightForWidth(width)
        if move:
            self._left.setGeometry(
                0, (high - u(30)) // 2 if beside else 0, width - wide if beside else width, first
            )
            self._put(line, width - wide if beside else 0, 0 if beside else first + u(6))
            self._beneath = beneath
        return high if beside else first + u(6) + high

    def _in_sight(self) -> tuple[Button, ...]:
        """In the order in which they are read."""
        return (self.hosts_button, self.suggest_button, self.print_button, self.why_button)

    def _put(self, line: list[Button], x: int, y: int) -> None:
        u = self._desk.theme.u
        for button in (*self._acts(), self.more_button):
            button.setVisible(button in line)
        for button in line:
            wide = button.sizeHint().width()
            button.setGeometry(x, y, wide, u(40))
            x += wide + u(8)
