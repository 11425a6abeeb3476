# SPDX-License-Identifier: GPL-3.0-or-later
"""The row of tabs of a visit: icon, word, and a small mark that says what waits there (design 5.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from hospes.ui.page import Fit
from hospes.ui.pages.visit_tab import TabMark
from hospes.ui.widgets.boxes import FlowLayout
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from hospes.ui.look.theme import Theme

PADDING = (13, 7, 4)
"""What stands before a tab's word with plenty of room, with less, and with hardly any."""

GAP = (6, 6, 3)
"""The same between a word and its mark."""

BADGE = (22, 22, 20)
"""How wide and high a count is."""

ROOMY, TIGHT, TIGHTEST = LEVELS = (0, 1, 2)


class WorkTab(Button):
    """One tab. Left and right arrow go to its neighbours."""

    ICON_GAP = 4
    """What Qt leaves between icon and word."""

    def __init__(self, theme: Theme, words: str, icon: str, name: str) -> None:
        super().__init__(theme, words, "tab", icon=icon, name=name)
        self._words = words
        self._mark = TabMark()
        self._tight = ROOMY
        self.setAccessibleName(words)
        self.setStyleSheet("QPushButton { text-align: left; }")

    def set_mark(self, mark: TabMark) -> None:
        """Show what waits behind the tab."""
        if mark == self._mark:
            return
        self._mark = mark
        self.setToolTip(plain_tip(mark.words))
        self.setAccessibleName(f"{self._words}, {mark.words}" if mark.words else self._words)
        self.updateGeometry()
        self.update()

    def mark(self) -> TabMark:
        """What is shown now."""
        return self._mark

    def set_tight(self, tight: int) -> None:
        """Without the icon and with less room around the word, where there is little room."""
        if tight == self._tight:
            return
        self._tight = tight
        if tight:
            self.setIcon(QIcon())
            padding = self._theme.u(PADDING[tight])
            self.setStyleSheet(f"QPushButton {{ text-align: left; padding: 0 {padding}px; }}")
        else:
            self._draw_icon()
            self.setStyleSheet("QPushButton { text-align: left; }")
        self.updateGeometry()

    def width_when(self, tight: int) -> int:
        """How wide the tab is with so much room around its word."""
        u, mark = self._theme.u, self._mark_width(tight)
        words = self._theme.metrics("semi").horizontalAdvance(self._words) + 1  # as Qt rounds
        icon = self.iconSize().width() + self.ICON_GAP if tight == ROOMY else 0
        return 2 * u(PADDING[tight]) + icon + words + (mark + u(GAP[tight]) if mark else 0)

    def _mark_width(self, tight: int) -> int:
        if self._mark.count:
            metrics = self._theme.metrics("semi")
            return max(
                self._theme.u(BADGE[tight]), metrics.horizontalAdvance(self._count()) + self._theme.u(12)
            )
        return self._theme.u(16) if self._mark.done else 0

    def _count(self) -> str:
        return str(self._mark.count) if self._mark.count < 100 else "99+"

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        wide = self._mark_width(self._tight)
        return QSize(hint.width() + (wide + self._theme.u(GAP[self._tight]) if wide else 0), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wide = self._mark_width(self._tight)
        if not wide:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = self.width() - theme.u(PADDING[self._tight])
        middle = (self.height() - theme.u(3)) / 2
        if self._mark.count:
            high = theme.u(BADGE[self._tight])
            place = QRectF(right - wide, middle - high / 2, wide, high)
            painter.setPen(QPen(theme.color("warn"), max(1.0, theme.u(1.5))))
            painter.setBrush(theme.color("warn_soft"))
            painter.drawRoundedRect(place, high / 2, high / 2)
            painter.setPen(theme.color("warn"))
            painter.setFont(theme.font("semi"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._count())
        else:
            pixmap = theme.pixmap("check", "ok", 16)
            painter.drawPixmap(QPoint(right - wide, round(middle - theme.u(8))), pixmap)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            buttons = [one for one in self.group().buttons() if not one.isHidden()]
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            other = buttons[(buttons.index(self) + step) % len(buttons)]
            other.setFocus(Qt.FocusReason.TabFocusReason)
            other.click()
            return
        super().keyPressEvent(event)


class WorkTabs(QWidget):
    """All tabs; one drop-down where there is hardly any room."""

    chosen = Signal(str)

    folded = Signal(bool)
    """The drop-down has taken the place of the tabs, or given it back."""

    def __init__(self, theme: Theme, label: str, tabs: Sequence[tuple[str, str, str]]) -> None:
        """Take code, word and icon of each tab."""
        super().__init__()
        self.setObjectName("visit.tabs")
        self.setAccessibleName(label)
        self._codes = [code for code, _, _ in tabs]
        self._words = {code: words for code, words, _ in tabs}
        self._group = QButtonGroup(self)
        self._out: frozenset[str] = frozenset()
        self._fit = Fit.NORMAL
        self._flow = flow = FlowLayout(theme, gap=0)
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.box = Choice(theme, [(code, words) for code, words, _ in tabs], name="visit.tabs.box")
        self.box.setAccessibleName(label)
        self.box.picked.connect(self._pick)
        flow.addWidget(self.box)
        self.buttons: dict[str, WorkTab] = {}
        for number, (code, words, icon) in enumerate(tabs):
            button = WorkTab(theme, words, icon, f"visit.tab.{code}")
            button.clicked.connect(self._press)
            self._group.addButton(button, number)
            self.buttons[code] = button
            flow.addWidget(button)
        self.fit(Fit.NORMAL)

    def code(self) -> str:
        """The chosen tab."""
        number = self._group.checkedId()
        return self._codes[number] if number >= 0 else ""

    def choose(self, code: str) -> None:
        """Choose a tab without telling anybody."""
        if code in self.buttons:
            self.buttons[code].setChecked(True)
            self.box.choose(code)

    def leave_out(self, codes: frozenset[str]) -> None:
        """These tabs say nothing about what is shown."""
        if codes == self._out:
            return
        self._out = codes
        self.box.set_options(
            [(code, words) for code, words in self._words.items() if code not in codes], self.code()
        )
        self._take_room()

    def set_mark(self, code: str, mark: TabMark) -> None:
        """Show the state of a tab."""
        self.buttons[code].set_mark(mark)
        words = self._words[code]
        at = self.box.findData(code)
        if at >= 0:
            self.box.setItemText(at, f"{words} ({mark.count})" if mark.count else words)
        self._take_room()

    def fit(self, fit: Fit) -> None:
        """Take the form for that much room."""
        self._fit = fit
        self._take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """Less room around the words rather than a second line, then the drop-down; placed anew at once."""
        every = [button for code, button in self.buttons.items() if code not in self._out]
        levels = () if self._fit is Fit.NARROW else (TIGHT, TIGHTEST) if self._fit is Fit.COMPACT else LEVELS
        room = self.width()
        fitting = (level for level in levels if sum(one.width_when(level) for one in every) <= room)
        tight = next(fitting, None)
        if self.box.isHidden() != (tight is not None):
            self.box.setVisible(tight is None)
            self.folded.emit(tight is None)
        for code in self._out:
            self.buttons[code].hide()
        for button in every:
            button.setVisible(tight is not None)
            button.set_tight(TIGHTEST if tight is None else tight)
        self._flow.invalidate()
        self._flow.setGeometry(self.rect())
        self.updateGeometry()

    def _press(self) -> None:
        self._pick(self.code())

    def _pick(self, code: str) -> None:
        self.choose(code)
        self.chosen.emit(code)
