# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips and tabs: one of several, chosen by a click or the arrow keys.

Chips are quick filters with their counts; where the window is narrow they become one drop-down (design 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QWidget

from hospes.ui.widgets.boxes import FlowLayout
from hospes.ui.widgets.buttons import Button, literal
from hospes.ui.widgets.choices import Choice

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

    def __init__(self, theme: Theme, label: str, *, name: str = "chips") -> None:
        """Take the words that tell readers what is chosen here, such as "Show"."""
        super().__init__()
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._code = ""
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._row = QWidget()
        self._flow = FlowLayout(theme)
        self._row.setLayout(self._flow)
        self._box = Choice(theme, name=f"{name}.box")
        self._box.setAccessibleName(label)
        self._box.picked.connect(self._pick)
        self._group = QButtonGroup(self)
        self._stack = QStackedLayout(self)
        self._stack.setStackingMode(QStackedLayout.StackingMode.StackOne)
        self._stack.addWidget(self._row)
        self._stack.addWidget(self._box)

    def set_chips(self, chips: Sequence[Chip], code: str = "") -> None:
        """Show these chips, `code` chosen (without: the one chosen before, else the first)."""
        wanted = code or self._code
        codes = [chip.code for chip in chips]
        self._code = wanted if wanted in codes else (codes[0] if codes else "")
        if codes == [chip.code for chip in self._chips]:
            self._relabel(tuple(chips))
            return
        self._chips = tuple(chips)
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for button in self._group.buttons():
            self._group.removeButton(button)
        for chip in chips:
            button = _ChipButton(self._theme, self._words(chip), "chip", icon=chip.icon)
            button.setObjectName(f"{self.objectName()}.{chip.code}")
            button.setProperty("code", chip.code)
            button.setChecked(chip.code == self._code)
            button.clicked.connect(self._press)
            self._group.addButton(button)
            self._flow.addWidget(button)
        self._fill_box()

    def code(self) -> str:
        """The chosen chip."""
        return self._code

    def choose(self, code: str) -> None:
        """Choose a chip without telling anybody."""
        self.set_chips(self._chips, code)

    def set_compact(self, compact: bool) -> None:
        """One drop-down in place of the chips."""
        self._stack.setCurrentWidget(self._box if compact else self._row)

    def _words(self, chip: Chip) -> str:
        return f"{chip.text}  {chip.count}" if chip.count else chip.text

    def _relabel(self, chips: tuple[Chip, ...]) -> None:
        self._chips = chips
        for button, chip in zip(self._group.buttons(), chips, strict=True):
            button.setText(literal(self._words(chip)))
            button.setChecked(chip.code == self._code)
        self._fill_box()

    def _fill_box(self) -> None:
        with QSignalBlocker(self._box):
            self._box.set_options(
                [(c.code, f"{c.text} ({c.count})" if c.count else c.text) for c in self._chips], self._code
            )

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
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for number, tab in enumerate(tabs):
            words = f"{tab.text}  {tab.count}" if tab.count else tab.text
            button = _ChipButton(theme, words, "tab", icon=tab.icon, name=f"{name}.{tab.code}")
            button.clicked.connect(self._press)
            self._group.addButton(button, number)
            box.addWidget(button)
        box.addStretch(1)
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
