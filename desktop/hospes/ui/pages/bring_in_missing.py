# SPDX-License-Identifier: GPL-3.0-or-later
"""Step 3 of bringing in guests: people of the visit who are no longer on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.ui.widgets.boxes import card, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.transfer.bringing_visit import CheckedForVisit
    from hospes.ui.desk import Desk


class MissingPart(QWidget):
    """A tick for each of them: cancel. Nobody is ticked by itself."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._checked: CheckedForVisit | None = None
        self._ticks: list[Tick] = []
        self._box = column(desk.theme, gap=2)
        words = desk.text(
            "These people take part and are not on this list. They stay as they are unless you tick them; "
            "who is ticked is cancelled and can be brought back at any time."
        )
        all_of_them = link_button(desk.theme, desk.text("Tick all"), self._all, name="import.missing.all")
        inner = card(
            desk.theme,
            Label(desk.theme, words, wrap=True),
            row(desk.theme, all_of_them, None),
            holder(self._box),
        )
        self.setLayout(column(desk.theme, inner, None))

    def show_checked(self, checked: CheckedForVisit) -> None:
        """Show who is missing."""
        self._checked = checked
        clear(self._box)
        self._ticks = []
        for at, each in enumerate(checked.missing):
            tick = Tick(
                self.desk.theme,
                self.desk.text("{name}: cancel", name=each.name),
                name=f"import.missing.{at}",
            )
            tick.setChecked(each.participation in checked.cancel)
            tick.setProperty("at", at)
            tick.toggled.connect(self._toggled)
            self._ticks.append(tick)
            self._box.addWidget(tick)

    def _toggled(self, on: bool) -> None:
        checked = self._checked
        if checked is None:
            return
        gone = checked.missing[int(self.sender().property("at"))].participation
        if on:
            checked.cancel.add(gone)
        else:
            checked.cancel.discard(gone)
        self.changed.emit()

    def _all(self) -> None:
        for tick in self._ticks:
            tick.setChecked(True)
