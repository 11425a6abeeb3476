# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of a bank statement that brings a debit back: which debit, why, and what the bank took for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hospes.domain.sepa import ReturnReason
from hospes.domain.values import Money
from hospes.ui.widgets.boxes import column, holder, line, row
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.statement import Matched
    from hospes.domain.statement_back import DebitThere
    from hospes.domain.statement_entry import Entry
    from hospes.transfer.statement_plan import CheckedStatement
    from hospes.ui.desk import Desk

OUT, ANOTHER, STRANGE = "", "another", "strange"
EURO = "EUR"


def entry_told(desk: Desk, entry: Entry) -> tuple[str, list[Label]]:
    """Day and amount of an entry of a statement, and the labels that tell of it."""
    theme, amount = desk.theme, desk.locale.money(Money(entry.minor, entry.currency))
    title = desk.text("{day}, {amount}", day=entry.on, amount=amount)
    told = [Label(theme, title, "label"), Label(theme, entry.name or "–", wrap=True)]
    if entry.words:
        told.append(Label(theme, entry.words, "m", wrap=True))
    return title, told


class BackRow(QWidget):
    """The entry, and the debit it brings back."""

    changed = Signal()

    def __init__(self, desk: Desk, checked: CheckedStatement, one: Matched, journal: bool) -> None:
        super().__init__()
        self.desk, self._checked, self._one = desk, checked, one
        theme, entry = desk.theme, one.entry
        title, told = entry_told(desk, entry)
        options = [(each.debit.id.hex, self._said(each.debit)) for each in one.debits]
        options += [(OUT, desk.text("Leave out")), (ANOTHER, desk.text("Another debit…"))]
        if journal:
            options.append((STRANGE, desk.text("No debit of ours, only a line of the journal")))
        debit = checked.debit(one)
        chosen = debit.hex if debit is not None else OUT
        self.choice = Choice(theme, options, chosen, name=f"bank.back.{entry.row}")
        self.choice.setAccessibleName(title)
        self.choice.picked.connect(self._picked)
        all_ = sorted(checked.debits, key=lambda each: (desk.locale.sort_key(each.name), each.due_on))
        self.other = Combo(
            theme, [(each.id.hex, self._said(each)) for each in all_], name=f"bank.back.other.{entry.row}"
        )
        self.other.setAccessibleName(desk.text("Another debit"))
        self.other.setPlaceholderText(desk.text("Another debit"))
        self.other.picked.connect(self._other)
        self.other.hide()
        reasons = [(code.value, f"{code.value}  {desk.locale.label(code)}") for code in ReturnReason]
        self.reason = Choice(theme, reasons, checked.reason(one).value, name=f"bank.back.reason.{entry.row}")
        self.reason.setAccessibleName(desk.text("Reason on the statement"))
        self.reason.picked.connect(self._reasoned)
        for box in (self.choice, self.reason):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.why = Label(theme, "", "m", wrap=True, name=f"bank.back.why.{entry.row}")
        right = column(theme, self.choice, self.other, self.reason, self.why, None, gap=4)
        across = row(theme, holder(column(theme, *told, None, gap=1)), holder(right), gap=18)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self.setLayout(column(theme, across, line(), gap=6))
        self._explain()

    def _said(self, debit: DebitThere) -> str:
        amount = Money(debit.minor, EURO)
        return self.desk.text("{name}, {amount} of {day}", name=debit.name, amount=amount, day=debit.due_on)

    def _picked(self, code: str) -> None:
        self.other.setVisible(code == ANOTHER)
        debit = None if code in (OUT, ANOTHER, STRANGE) else UUID(hex=code)
        self._checked.say_debit(self._one.entry.row, debit, strange=code == STRANGE)
        if code == ANOTHER:
            self.other.setFocus()
        self._explain()
        self.changed.emit()

    def _other(self, code: str) -> None:
        self._checked.say_debit(self._one.entry.row, UUID(hex=code) if code else None)
        self._explain()
        self.changed.emit()

    def _reasoned(self, code: str) -> None:
        self._checked.reasons[self._one.entry.row] = ReturnReason(code)
        self._explain()

    def _explain(self) -> None:
        """What speaks for the debit, what the bank took, and what becomes of the mandate."""
        desk, checked, one = self.desk, self._checked, self._one
        debit, code = checked.debit(one), self.choice.code()
        told = []
        found = [each for each in one.debits if each.debit.id.hex == code]
        found = found or ([] if code in (ANOTHER, STRANGE) else list(one.debits[:1]))
        several = len(one.debits) > 1 and one.debits[0].points == one.debits[1].points
        if several and code == OUT:
            told.append(desk.text("Several debits fit equally well; the bank’s own paper may name one."))
        elif found:
            reasons = desk.locale.listing(desk.locale.label(why) for why in found[0].because)
            told.append(desk.text("{name}: {reasons}.", name=found[0].debit.name, reasons=reasons))
        if debit is not None:
            if fee := checked.fee(one):
                told.append(desk.text("Fee of the bank: {amount}.", amount=Money(fee, EURO)))
            if checked.reason(one).ends_mandate:
                told.append(desk.text("The mandate ends with it."))
        self.reason.setVisible(debit is not None)
        self.why.setText(" ".join(told))
        self.why.setVisible(bool(told))


__all__ = ["BackRow"]
