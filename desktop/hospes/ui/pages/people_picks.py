# SPDX-License-Identifier: GPL-3.0-or-later
"""Several people, or several of anything: a line to find them by name, and a chip for each that is chosen."""

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
    from collections.abc import Callable, Iterable

    from hospes.ui.desk import Desk

LINE = 260


class Picks(QWidget):
    """An editor for `Field`: its text is the codes of those that are chosen, parted by blanks."""

    changed = Signal()

    def __init__(self, desk: Desk, words: str, offer: Callable[[], Iterable[tuple[str, str]]]) -> None:
        """Show nothing until `read`.

        Args:
            desk: where it stands.
            words: stands in the empty line.
            offer: gives code and name of all there are.
        """
        super().__init__()
        self._desk = desk
        self._offer = offer
        self._chosen: list[str] = []
        self._buttons: list[Button] = []
        self._names: dict[str, str] = {}
        self.line = Combo(desk.theme)
        self.line.setPlaceholderText(words)
        self.line.setFixedWidth(desk.theme.u(LINE))
        self.line.picked.connect(self._add)
        self._flow = FlowLayout(desk.theme, self.line, gap=6)
        self.setLayout(self._flow)
        self.setFocusProxy(self.line)

    def read(self, chosen: Iterable[UUID] = ()) -> None:
        """Offer all there are now, with some of them chosen."""
        self._names = dict(self._offer())
        self.setText(" ".join(one.hex for one in chosen))

    def ids(self) -> tuple[UUID, ...]:
        """What is chosen, in the order in which it was."""
        return tuple(UUID(hex=code) for code in self._chosen)

    def text(self) -> str:
        """The codes of those that are chosen."""
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


class PeoplePicks(Picks):
    """Several people of the file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.text("Add somebody"), lambda: people_options(desk))
