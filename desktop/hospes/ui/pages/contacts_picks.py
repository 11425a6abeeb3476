# SPDX-License-Identifier: GPL-3.0-or-later
"""Several of many, in little room: a drop-down to add from, and a chip for each that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.ui.widgets.boxes import FlowLayout
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.choices import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hospes.ui.desk import Desk


class Picks(QWidget):
    """Nothing chosen means all; the first word of the drop-down says so."""

    changed = Signal()

    def __init__(self, desk: Desk, everything: str, label: str, name: str) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._everything = everything
        self._options: list[tuple[str, str]] = []
        self._chosen: list[str] = []
        self._buttons: list[Button] = []
        self.setObjectName(name)
        self.box = Choice(theme, name=f"{name}.box")
        self.box.setAccessibleName(label)
        self.box.picked.connect(self._add)
        self._flow = FlowLayout(theme, self.box, gap=6)
        self.setLayout(self._flow)
        self.box.hide()  # until there is something to choose from

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """What there is to choose from; what is gone is no longer chosen."""
        if list(options) != self._options:
            self._options = list(options)
            known = {code for code, _ in options}
            self._chosen = [code for code in self._chosen if code in known]
            self._show()
            self.box.setVisible(bool(self._options))

    def codes(self) -> tuple[str, ...]:
        """What is chosen."""
        return tuple(self._chosen)

    def choose(self, codes: Iterable[str]) -> None:
        """Choose these without telling anybody."""
        known = {code for code, _ in self._options}
        self._chosen = [code for code in dict.fromkeys(codes) if code in known]
        self._show()

    def _show(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        words = dict(self._options)
        first = self.desk.text("Add another") if self._chosen else self._everything
        self.box.set_options([("", first), *(o for o in self._options if o[0] not in self._chosen)])
        for code in self._chosen:
            button = Button(
                self.desk.theme, words[code], "chip", icon="x", name=f"{self.objectName()}.{code}",
                call=self._drop,
            )  # fmt: skip
            button.setProperty("code", code)
            button.setAccessibleName(self.desk.text("Take away {what}", what=words[code]))
            self._buttons.append(button)
            self._flow.addWidget(button)
        self.updateGeometry()

    def _add(self, code: str) -> None:
        if code:
            self._chosen.append(code)
            self._show()
            self.changed.emit()

    def _drop(self) -> None:
        self._chosen.remove(str(self.sender().property("code")))
        self._show()
        self.box.setFocus()
        self.changed.emit()
