# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail at the left: the places, always the same, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from hospes.ui.page import Fit
from hospes.ui.rail_foot import RailFoot
from hospes.ui.widgets.boxes import holder, line, row
from hospes.ui.widgets.buttons import Button, literal
from hospes.ui.widgets.labels import Label, picture
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from hospes.ui.desk import Desk
    from hospes.ui.look.theme import Theme
    from hospes.ui.pages import Place

WIDTHS = {Fit.WIDE: 210, Fit.NORMAL: 196, Fit.COMPACT: 146, Fit.NARROW: 0}
"""Width of the rail by the room there is, more if a language needs it; in the narrowest it is a button."""

WIDEST = 240

TIGHT_HIGH = 37
"""Height of a place in the compact window, so that the state of the backup finds room at 150 % too."""


class RailButton(Button):
    """One place: icon and word, a bar at the chosen one, a count of things to do if there are any."""

    def __init__(self, theme: Theme, words: str, icon: str, name: str) -> None:
        super().__init__(theme, words, "item", icon="", name=name)
        self.setProperty("k", "rail")
        self._words = words
        self._rail_icon = icon
        self._count = 0
        self._tight = False
        self.setFont(theme.font("medium"))
        self.setCheckable(True)

    def set_count(self, count: int, words: str) -> None:
        """Show how many things wait there; `words` say the same for tooltip and readers."""
        self._count = count
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(f"{self._words}, {words}" if words else self._words)
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Less room around the icon, for the compact window."""
        self._tight = tight
        self.setProperty("tight", tight)
        self.setStyleSheet(f"QPushButton {{ min-height: {self._theme.u(TIGHT_HIGH)}px; }}" if tight else "")
        self.update()

    def sizeHint(self) -> QSize:
        around = self._theme.u(9 + 22 + 7 + 12 if self._tight else 12 + 22 + 10 + 12)
        width = self.fontMetrics().horizontalAdvance(self._words) + around
        if self._count:
            width += self._theme.u(34)
        return QSize(width, super(Button, self).sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.u(60), self.sizeHint().height())

    def is_cut(self) -> bool:
        """Whether the word had to be shortened."""
        return self.sizeHint().width() > self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "home" if self.isChecked() else "text"
        size = theme.u(22)
        left = theme.u(9 if self._tight else 12)
        middle = self.height() // 2
        painter.drawPixmap(QPoint(left, middle - size // 2), theme.pixmap(self._rail_icon, token, 22))
        if self.isChecked():
            bar = QRectF(theme.u(2), middle - theme.u(14), theme.u(4), theme.u(28))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("home"))
            painter.drawRoundedRect(bar, theme.u(2), theme.u(2))
        end = self.width() - theme.u(10)
        if self._count:
            end = self._paint_count(painter, end, middle)
        start = left + size + theme.u(7 if self._tight else 10)
        painter.setPen(theme.color(token))
        painter.setFont(self.font())
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, end - start)
        painter.drawText(QRect(start, 0, end - start, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
        self.paint_focus()

    def _paint_count(self, painter: QPainter, end: int, middle: int) -> int:
        theme = self._theme
        words = str(self._count) if self._count < 100 else "99+"
        metrics = theme.metrics("semi")
        high = theme.u(24)
        wide = max(high, metrics.horizontalAdvance(words) + theme.u(12))
        place = QRectF(end - wide, middle - high / 2, wide, high)
        painter.setPen(QPen(theme.color("warn"), max(1.0, theme.u(1.5))))
        painter.setBrush(theme.color("warn_soft"))
        painter.drawRoundedRect(place, high / 2, high / 2)
        painter.setPen(theme.color("warn"))
        painter.setFont(theme.font("semi"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return round(place.left()) - theme.u(4)


class Rail(QFrame):
    """Logo, places, and at the foot settings and the state of the backup."""

    chosen = Signal(str)
    """Code of the place that was clicked."""

    backup = Signal()
    """The backup state was clicked."""

    def __init__(self, desk: Desk, places: Sequence[Place]) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.setObjectName("rail")
        self.setAccessibleName(desk.text("Places"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, RailButton] = {}
        box = QVBoxLayout(self)
        box.setSpacing(theme.u(1))
        title = Label(theme, "Hospes", "name")
        self._logo = holder(row(theme, picture(theme.tessera(32)), title, None, gap=10, margins=(7, 6, 0, 8)))
        box.addWidget(self._logo)
        for place in (p for p in places if p.on_rail and not p.foot):
            box.addWidget(self._button(place))
        box.addStretch(1)
        self._line = line()
        box.addWidget(self._line)
        for place in (p for p in places if p.on_rail and p.foot):
            box.addWidget(self._button(place))
        self._fits = Fit.NORMAL
        self._state = RailFoot(theme, self.backup.emit)
        self._state.hide()
        box.addWidget(self._state)
        self._box = box

    def _button(self, place: Place) -> RailButton:
        words = self._desk.text(place.label)
        button = RailButton(self._desk.theme, words, place.icon, f"rail.{place.code}")
        button.setAccessibleName(words)
        button.setProperty("place", place.code)
        button.clicked.connect(self._press)
        self._group.addButton(button)
        self.buttons[place.code] = button
        return button

    def choose(self, code: str) -> None:
        """Mark the place in view; none for a place that is not on the rail."""
        button = self.buttons.get(code)
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._group.buttons():
            other.setChecked(False)
        self._group.setExclusive(True)

    def set_count(self, code: str, count: int, words: str) -> None:
        """Show at a place how many things wait there, with the same in words."""
        if code in self.buttons:
            self.buttons[code].set_count(count, words)

    def set_backup(self, words: str, *, old: bool) -> None:
        """Say how old the last backup is; empty words take the line away."""
        self._state.say(words, old=old)
        hidden = self.isHidden()  # a page that covers the whole window
        self.fit(self._fits)
        if hidden:
            self.hide()

    def fit(self, fit: Fit) -> None:
        """Take the width for that much room."""
        theme = self._desk.theme
        self._fits = fit
        tight = fit <= Fit.COMPACT
        self.setVisible(fit is not Fit.NARROW)
        self._logo.setVisible(not tight)
        self._line.setVisible(not tight)
        side = theme.u(7 if tight else 10)
        self._box.setContentsMargins(side, theme.u(4), side, theme.u(5))
        for button in self.buttons.values():
            button.set_tight(tight)
        said = bool(self._state.text())
        self._state.wrap_at(0)
        shown: list[QWidget] = [*self.buttons.values(), *([self._state] if said and not tight else [])]
        needed = max((one.sizeHint().width() for one in shown), default=0) + 2 * side + 1
        self.setFixedWidth(min(max(theme.u(WIDTHS[fit]), needed), theme.u(WIDEST)))
        if tight:
            self._state.wrap_at(self.width() - 2 * side)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """The state of the backup keeps nobody from making the window lower."""
        least = super().minimumSizeHint()
        if self._fits <= Fit.COMPACT and not self._state.isHidden():
            least.setHeight(least.height() - self._state.sizeHint().height() - self._box.spacing())
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Show the state of the backup where the places leave room for it: they come first."""
        margins, gap = self._box.contentsMargins(), self._box.spacing()
        high = margins.top() + margins.bottom() + self._state.sizeHint().height() + gap
        high += sum(one.sizeHint().height() + gap for one in self.buttons.values())
        roomy = self._fits > Fit.COMPACT or high <= self.height()
        self._state.setVisible(bool(self._state.text()) and roomy)

    def focus_place(self) -> None:
        """Give the keyboard to the chosen place."""
        button = self._group.checkedButton() or next(iter(self.buttons.values()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def as_menu(self, parent: Button) -> QMenu:
        """The places as a menu, for the button that stands for the rail in a narrow window."""
        menu = QMenu(parent)
        for code, button in self.buttons.items():
            act = QAction(literal(button.accessibleName()), menu)
            act.setCheckable(True)
            act.setChecked(button.isChecked())
            act.setData(code)
            menu.addAction(act)
        menu.triggered.connect(self._pick)
        return menu

    def _pick(self, act: QAction) -> None:
        self.chosen.emit(str(act.data()))

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(str(button.property("place")))
