# SPDX-License-Identifier: GPL-3.0-or-later
"""Several people of the file: a line to find them by name, and a chip for each that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.ui.pages.visit_fields import people_options
from hospes.ui.widgets.boxes import FlowLayout
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.choices import Combo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hospes.ui.desk import Desk

LINE = 260


class PeoplePicks(QWidget):
    """An editor for `Field`: its text is the codes of those who are chosen, parted by blanks."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chosen: list[str] = []
        self._buttons: list[Button] = []
        self._names: dict[str, str] = {}
        self.line = Combo(desk.theme)
        self.line.setPlaceholderText(desk.text("Add somebody"))
        self.line.setFixedWidth(desk.theme.u(LINE))
        self.line.picked.connect(self._add)
        self._flow = FlowLayout(desk.theme, self.line, gap=6)
        self.setLayout(self._flow)
        self.setFocusProxy(self.line)

    def read(self, chosen: Iterable[UUID] = ()) -> None:
        """Offer everybody there is now, with some of them chosen."""
        self._names = dict(people_options(self._desk))
        self.setText(" ".join(one.hex for one in chosen))

    def people(self) -> tuple[UUID, ...]:
        """Who is chosen, in the order in which they were."""
        return tuple(UUID(hex=code) for code in self._chosen)

    def text(self) -> str:
        """The codes of those who are chosen."""
        return " ".join(self._chosen)

    def setText(self, text: str) -> None:  # the name is Qt's, as `Field` calls it
        """Choose those of these codes."""
        self._chosen = [code for code in dict.fromkeys(text.split()) if code in self._names]
        self._show()

    def _add(self, code: str) -> None:
        self.line.clear()
        if code and code not in self._chosen:
            self._chosen.append(code)
            self._show()
            self.changed.emit()

    def _drop(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._chosen.remove(str(button.property("code")))
            self._show()
            self.line.setFocus()
            self.changed.emit()

    def _show(self) -> None:
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.line.set_options([one for one in self._names.items() if one[0] not in self._chosen])
        for code in self._chosen:
            name = self._names[code]
            button = Button(
                self._desk.theme, name, "chip", icon="x", name=f"{self.line.objectName()}.{code}",
                call=self._drop,
            )  # fmt: skip
            button.setProperty("code", code)
            button.setAccessibleName(self._desk.text("Take away {what}", what=name))
            self._buttons.append(button)
            self._flow.addWidget(button)
        self.updateGeometry()
