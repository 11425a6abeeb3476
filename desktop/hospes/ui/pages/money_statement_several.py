# SPDX-License-Identifier: GPL-3.0-or-later
"""The debits of one sum of a bank statement: taken, left out again, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hospes.domain.sepa import ReturnReason
from hospes.domain.values import Money
from hospes.ui.widgets.boxes import clear, column, holder, row
from hospes.ui.widgets.buttons import icon_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.statement import Matched
    from hospes.domain.statement_back import DebitThere
    from hospes.transfer.statement_plan import CheckedStatement
    from hospes.ui.desk import Desk

EURO = "EUR"


def debit_told(desk: Desk, debit: DebitThere) -> str:
    """Whose debit it is, how much and when."""
    amount = Money(debit.minor, EURO)
    return desk.text("{name}, {amount} of {day}", name=debit.name, amount=amount, day=debit.due_on)


class SeveralDebits(QWidget):
    """Which debits make up the sum of an entry."""

    changed = Signal()

    def __init__(self, desk: Desk, checked: CheckedStatement, one: Matched) -> None:
        super().__init__()
        self.desk, self._checked, self._one = desk, checked, one
        theme = desk.theme
        self._all = sorted(checked.debits, key=lambda each: (desk.locale.sort_key(each.name), each.due_on))
        self._chosen = [each.debit.id for each in one.together]
        self._list = column(theme, gap=6)
        self.add = Combo(theme, [], name=f"bank.back.add.{one.entry.row}")
        self.add.setAccessibleName(desk.text("Add a debit"))
        self.add.setPlaceholderText(desk.text("Add a debit"))
        self.add.picked.connect(self._add)
        self.sum = Label(theme, "", "m", wrap=True, name=f"bank.back.sum.{one.entry.row}")
        self.setLayout(column(theme, self._list, self.add, self.sum, gap=6))
        self._show()

    def chosen(self) -> tuple[UUID, ...]:
        """The debits that are taken. One alone is not all yet."""
        return tuple(self._chosen) if len(self._chosen) > 1 else ()

    def begun(self) -> bool:
        """Is one taken at least?"""
        return bool(self._chosen)

    def _add(self, code: str) -> None:
        if code and UUID(hex=code) not in self._chosen:
            self._chosen.append(UUID(hex=code))
            self._said()
            self.add.setFocus()

    def _drop(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._chosen.remove(UUID(hex=sender.property("debit")))
            self._said()
            self.add.setFocus()

    def _reasoned(self, code: str) -> None:
        sender = self.sender()
        if sender is not None:
            key = (self._one.entry.row, UUID(hex=sender.property("debit")))
            self._checked.reasons_each[key] = ReturnReason(code)
            self.tell()

    def _said(self) -> None:
        self._checked.say_debits(self._one.entry.row, self.chosen())
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        clear(self._list)
        for at, debit in enumerate(each for each in self._all if each.id in self._chosen):
            self._list.addWidget(self._line(at, debit))
        rest = [
            (each.id.hex, debit_told(self.desk, each)) for each in self._all if each.id not in self._chosen
        ]
        self.add.clear()
        self.add.set_options(rest)
        self.add.setVisible(bool(rest))
        self.tell()

    def _line(self, at: int, debit: DebitThere) -> QWidget:
        desk, theme, entry = self.desk, self.desk.theme, self._one.entry
        title = debit_told(desk, debit)
        away = icon_button(
            theme, desk.text("Take {name} out", name=title), "x", self._drop,
            name=f"bank.back.drop.{entry.row}.{at}", small=True,
        )  # fmt: skip
        away.setProperty("debit", debit.id.hex)
        codes = [(code.value, f"{code.value}  {desk.locale.label(code)}") for code in ReturnReason]
        told = self._checked.reason(self._one, debit.id)
        reason = Choice(theme, codes, told.value, name=f"bank.back.why.{entry.row}.{at}")
        reason.setAccessibleName(desk.text("Reason on the statement"))
        reason.setProperty("debit", debit.id.hex)
        reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        reason.picked.connect(self._reasoned)
        head = row(theme, Label(theme, title, wrap=True), away, gap=6)
        head.setStretch(0, 1)
        return holder(column(theme, head, reason, gap=2))

    def tell(self) -> None:
        """How far the debits make up the sum."""
        desk = self.desk
        minors = [each.minor for each in self._all if each.id in self._chosen]
        went, total = -self._one.entry.minor, sum(minors)
        n, amount = len(minors), Money(total, EURO)
        told = [desk.ntext("{n} debit, {amount}.", "{n} debits, {amount} together.", n, amount=amount)]
        fee = self._checked.fits(self._one)
        if fee:
            told.append(desk.text("Fee of the bank: {amount}.", amount=Money(fee, EURO)))
        elif fee is None and total > went:
            over = Money(total - went, EURO)
            told.append(desk.text("That is {amount} more than went out; nothing is taken over.", amount=over))
        elif fee is None:
            still = Money(went - total, EURO)
            told.append(
                desk.text(
                    "{amount} is still missing, too much for fees; nothing is taken over yet.", amount=still
                )
            )
        reasons = (self._checked.reason(self._one, debit) for debit in self._chosen)
        if fee is not None and (ends := sum(1 for reason in reasons if reason.ends_mandate)):
            told.append(desk.ntext("{n} mandate ends with it.", "{n} mandates end with it.", ends))
        self.sum.setText(" ".join(told))


__all__ = ["EURO", "SeveralDebits", "debit_told"]
