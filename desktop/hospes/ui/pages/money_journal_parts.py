# SPDX-License-Identifier: GPL-3.0-or-later
"""Dividing an entry over several categories: parts with what is left to be divided, until nothing is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.cash_entries import DivideEntry
from hospes.domain.cash import Part
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.values import Money
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row, sunk
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.cash_lists import JournalRow
    from hospes.ui.desk import Desk


class PartsForm(QWidget):
    """The parts of one entry."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._row: JournalRow | None = None
        self._options: list[tuple[str, str]] = []
        self._lines: list[tuple[Choice, TextField]] = []
        self._box = column(theme, gap=6)
        self.left = Label(theme, "", "m", wrap=True, name="journal.parts.left")
        self.do = main_button(theme, desk.text("Divide"), self._divide, icon="check", name="journal.parts.do")
        more = link_button(theme, desk.text("Add a part"), self.add, name="journal.parts.add")
        close = link_button(theme, desk.text("Close"), self.closed.emit, name="journal.parts.close")
        title = Label(theme, desk.text("Divide over categories"), "section")
        acts = holder(FlowLayout(theme, self.do, more, close))
        self.setLayout(column(theme, sunk(theme, title, holder(self._box), self.left, acts), gap=0))

    def begin(self, one: JournalRow, options: list[tuple[str, str]]) -> None:
        """Begin with the parts the entry has, or with all of it in one."""
        self._row, self._options = one, options
        self._lines = []
        clear(self._box)
        parts = one.booking.parts or (Part(None, one.booking.counted),)
        for part in parts:
            self.add(part)
        if len(parts) == 1:
            self.add()
        self._tell()
        self._lines[0][1].setFocus()

    def add(self, part: Part | bool | None = None) -> None:
        """One part more; what is left is proposed."""
        theme, desk = self.desk.theme, self.desk
        given = part if isinstance(part, Part) else None
        number = len(self._lines) + 1
        choice = Choice(
            theme,
            self._options,
            given.category.hex if given is not None and given.category is not None else "",
            name=f"journal.parts.{number}.category",
        )
        choice.setAccessibleName(desk.text("Category of part {n}", n=number))
        amount = TextField(theme, name=f"journal.parts.{number}.amount")
        amount.setAccessibleName(desk.text("Amount of part {n}", n=number))
        amount.setFixedWidth(theme.u(104))
        minor = given.minor if given is not None else self._rest()
        amount.setText(self._typed(abs(minor)) if minor else "")
        amount.textChanged.connect(self._tell)
        self._lines.append((choice, amount))
        line = row(theme, choice, amount, gap=8)
        line.setStretch(0, 1)
        self._box.addWidget(holder(line))
        self._tell()

    def _typed(self, minor: int) -> str:
        text = Money(minor, self._currency()).decimal_text()
        return text if self.desk.locale.language == "en" else text.replace(".", ",")

    def _currency(self) -> str:
        return self._row.currency if self._row is not None else "EUR"

    def _amounts(self) -> list[int | None]:
        found: list[int | None] = []
        for _, field in self._lines:
            if not field.text().strip():
                found.append(0)
                continue
            try:
                found.append(read_money(field.text(), self._currency()).minor)
            except UserError:
                found.append(None)
        return found

    def _rest(self) -> int:
        whole = abs(self._row.booking.counted) if self._row is not None else 0
        return whole - sum(minor or 0 for minor in self._amounts())

    def _tell(self, *_: object) -> None:
        desk = self.desk
        rest = self._rest()
        money = Money(abs(rest), self._currency())
        if any(minor is None for minor in self._amounts()):
            words = desk.text("One of the amounts cannot be read.")
        elif rest > 0:
            words = desk.text("{amount} are still to be divided.", amount=money)
        elif rest < 0:
            words = desk.text("The parts are {amount} more than the whole.", amount=money)
        else:
            words = desk.text("The parts are the whole.")
        self.left.setText(words)
        self.do.setEnabled(rest == 0 and None not in self._amounts())

    def _divide(self) -> None:
        one, desk = self._row, self.desk
        if one is None:
            return
        sign = -1 if one.booking.counted < 0 else 1
        parts = tuple(
            Part(UUID(hex=choice.code()) if choice.code() else None, sign * minor)
            for (choice, _), minor in zip(self._lines, self._amounts(), strict=True)
            if minor
        )
        if desk.run(DivideEntry(one.booking.row_id, parts), said=desk.text("The entry is divided.")):
            self.closed.emit()
