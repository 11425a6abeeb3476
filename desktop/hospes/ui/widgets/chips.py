# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips and tabs: one of several, chosen by a click or the arrow keys.

Chips are quick filters with their counts; where the window is narrow they become one drop-down (design 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from hospes.ui.widgets.boxes import FlowLayout
from hospes.ui.widgets.buttons import Button, literal
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from hospes.ui.look.theme import Theme


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice: its code, its word and, if known, how many there are behind it."""

    code: str
    text: str
    count: str = ""
    icon: str = ""


class ChipRow(QWidget):
    """A row of chips of which one is chosen; `set_compact` turns it into a drop-down."""

    chosen = Signal(str)
    """Code of the chip the person chose."""

    def __init__(
        self, theme: Theme, label: str, *more: QWidget, name: str = "chips", bare: bool = False
    ) -> None:
        """Take the word for the choice ("Show") and what follows the chips, such as the Filter button.

        `bare`: the drop-down stands without the word, where its lines tell what they are and room is dear.
        """
        super().__init__()
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._code = ""
        self._compact = False
        self._bare = bare
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._label = Label(theme, label, "label")
        self._label.setFixedHeight(theme.u(36))
        self._box = Choice(theme, name=f"{name}.box")
        self._box.setAccessibleName(label)
        self._box.picked.connect(self._pick)
        self._more = more
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(theme)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fill()

    def set_chips(self, chips: Sequence[Chip], code: str = "") -> None:
        """Show these chips, `code` chosen (without: the one chosen before, else the first)."""
        wanted = code or self._code
        codes = [chip.code for chip in chips]
        self._code = wanted if wanted in codes else (codes[0] if codes else "")
        same = codes == [chip.code for chip in self._chips]
        self._chips = tuple(chips)
        if same:
            for button, chip in zip(self._group.buttons(), chips, strict=True):
                button.setText(literal(self._words(chip)))
                button.setChecked(chip.code == self._code)
        else:
            self._fill()
        with QSignalBlocker(self._box):
            self._box.set_options([(c.code, f"{c.text} ({c.count})" if c.count else c.text) for c in chips])
            self._box.choose(self._code)

    def code(self) -> str:
        """The chosen chip."""
        return self._code

    def choose(self, code: str) -> None:
        """Choose a chip without telling anybody."""
        self.set_chips(self._chips, code)

    def set_compact(self, compact: bool) -> None:
        """One drop-down in place of the chips."""
        self._compact = compact
        for button in self._group.buttons():
            button.setVisible(not compact)
        self._label.setVisible(compact and not self._bare)
        self._box.setVisible(compact)
        self.updateGeometry()

    def _fill(self) -> None:
        while self._flow.takeAt(0) is not None:
            continue
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()  # it goes a moment later, and must not be seen beneath the new ones
            button.deleteLater()
        self._flow.addWidget(self._label)
        self._flow.addWidget(self._box)
        before: QWidget = self._box
        for chip in self._chips:
            button = _ChipButton(self._theme, self._words(chip), "chip", icon=chip.icon)
            button.setObjectName(f"{self.objectName()}.{chip.code}")
            button.setProperty("code", chip.code)
            button.setChecked(chip.code == self._code)
            button.clicked.connect(self._press)
            self._group.addButton(button)
            self._flow.addWidget(button)
            QWidget.setTabOrder(before, button)  # chips made anew would come after all that is on the page
            before = button
        for widget in self._more:
            self._flow.addWidget(widget)
        self.set_compact(self._compact)

    def _words(self, chip: Chip) -> str:
        return f"{chip.text}  {chip.count}" if chip.count else chip.text

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._pick(str(button.property("code")))

    def _pick(self, code: str) -> None:
        if code != self._code:
            self.choose(code)
            self.chosen.emit(code)


class _ChipButton(Button):
    """A chip: left and right arrow go to its neighbours, as in a row of radio buttons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            buttons = self.group().buttons()
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            if self in buttons:
                other = buttons[(buttons.index(self) + step) % len(buttons)]
                other.setFocus(Qt.FocusReason.TabFocusReason)
                other.click()
            return
        super().keyPressEvent(event)


class TabRow(QWidget):
    """Tabs of a page or pane."""

    chosen = Signal(str)
    """Code of the tab the person chose."""

    def __init__(self, theme: Theme, tabs: Sequence[Chip], *, name: str = "tabs") -> None:
        super().__init__()
        self.setObjectName(name)
        self._codes = [tab.code for tab in tabs]
        self._group = QButtonGroup(self)
        box = FlowLayout(theme, gap=0)  # long words in other languages go on in a second line
        self.setLayout(box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for number, tab in enumerate(tabs):
            words = f"{tab.text}  {tab.count}" if tab.count else tab.text
            button = _ChipButton(theme, words, "tab", icon=tab.icon, name=f"{name}.{tab.code}")
            button.clicked.connect(self._press)
            self._group.addButton(button, number)
            box.addWidget(button)
        if self._codes:
            self._group.buttons()[0].setChecked(True)

    def code(self) -> str:
        """The chosen tab."""
        number = self._group.checkedId()
        return self._codes[number] if number >= 0 else ""

    def choose(self, code: str) -> None:
        """Choose a tab without telling anybody; an unknown one is left aside."""
        if code in self._codes:
            self._group.button(self._codes.index(code)).setChecked(True)

    def step(self, by: int) -> None:
        """Choose the next (+1) or previous (-1) tab and tell."""
        if self._codes:
            code = self._codes[(self._group.checkedId() + by) % len(self._codes)]
            self.choose(code)
            self.chosen.emit(code)

    def _press(self) -> None:
        self.chosen.emit(self.code())
