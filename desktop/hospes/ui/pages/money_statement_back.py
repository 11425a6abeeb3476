# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of a bank statement that brings a debit back: which debit, why, and what the bank took for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hospes.domain.sepa import ReturnReason
from hospes.domain.values import Money
from hospes.ui.pages.money_statement_several import EURO, SeveralDebits, debit_told
from hospes.ui.widgets.boxes import column, holder, line, row
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.statement import Matched
    from hospes.domain.statement_entry import Entry
    from hospes.transfer.statement_plan import CheckedStatement
    from hospes.ui.desk import Desk

OUT, ANOTHER, SEVERAL, STRANGE = "", "another", "several", "strange"


def entry_told(desk: Desk, entry: Entry) -> tuple[str, list[Label]]:
    """Day and amount of an entry of a statement, and the labels that tell of it."""
    theme, amount = desk.theme, desk.locale.money(Money(entry.minor, entry.currency))
    title = desk.text("{day}, {amount}", day=entry.on, amount=amount)
    told = [Label(theme, title, "label"), Label(theme, entry.name or "–", wrap=True)]
    if entry.words:
        told.append(Label(theme, entry.words, "m", wrap=True))
    return title, told


class BackRow(QWidget):
    """The entry, and the debit it brings back, or the debits where the bank booked several as one sum."""

    changed = Signal()

    def __init__(self, desk: Desk, checked: CheckedStatement, one: Matched, journal: bool) -> None:
        super().__init__()
        self.desk, self._checked, self._one = desk, checked, one
        theme, entry = desk.theme, one.entry
        title, told = entry_told(desk, entry)
        options = [(each.debit.id.hex, debit_told(desk, each.debit)) for each in one.debits]
        if one.may_be_several:
            options.append((SEVERAL, desk.text("Several debits in one sum")))
        options += [(OUT, desk.text("Leave out")), (ANOTHER, desk.text("Another debit…"))]
        if journal:
            options.append((STRANGE, desk.text("No debit of ours, only a line of the journal")))
        said = checked.said_debits(one)
        chosen = SEVERAL if len(said) > 1 else next((key.hex for key in said), OUT)
        self.choice = Choice(theme, options, chosen, name=f"bank.back.{entry.row}")
        self.choice.setAccessibleName(title)
        self.choice.picked.connect(self._picked)
        all_ = sorted(checked.debits, key=lambda each: (desk.locale.sort_key(each.name), each.due_on))
        self.other = Combo(
            theme,
            [(each.id.hex, debit_told(desk, each)) for each in all_],
            name=f"bank.back.other.{entry.row}",
        )
        self.other.setAccessibleName(desk.text("Another debit"))
        self.other.setPlaceholderText(desk.text("Another debit"))
        self.other.picked.connect(self._other)
        self.other.hide()
        self.several = SeveralDebits(desk, checked, one)
        self.several.changed.connect(self._several)
        self.several.setVisible(chosen == SEVERAL)
        reasons = [(code.value, f"{code.value}  {desk.locale.label(code)}") for code in ReturnReason]
        self.reason = Choice(theme, reasons, checked.reason(one).value, name=f"bank.back.reason.{entry.row}")
        self.reason.setAccessibleName(desk.text("Reason on the statement"))
        self.reason.picked.connect(self._reasoned)
        for box in (self.choice, self.reason):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.why = Label(theme, "", "m", wrap=True, name=f"bank.back.why.{entry.row}")
        right = column(theme, self.choice, self.other, self.several, self.reason, self.why, None, gap=4)
        across = row(theme, holder(column(theme, *told, None, gap=1)), holder(right), gap=18)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        self.setLayout(column(theme, across, line(), gap=6))
        self._explain()

    def _picked(self, code: str) -> None:
        self.other.setVisible(code == ANOTHER)
        self.several.setVisible(code == SEVERAL)
        debits = (
            ()
            if code in (OUT, ANOTHER, STRANGE)
            else (self.several.chosen() if code == SEVERAL else (UUID(hex=code),))
        )
        self._checked.say_debits(self._one.entry.row, debits, strange=code == STRANGE)
        if code == ANOTHER:
            self.other.setFocus()
        if code == SEVERAL:
            self.several.tell()
            self.several.add.setFocus()
        self._explain()
        self.changed.emit()

    def _other(self, code: str) -> None:
        self._checked.say_debits(self._one.entry.row, (UUID(hex=code),) if code else ())
        self._explain()
        self.changed.emit()

    def _several(self) -> None:
        self._explain()
        self.changed.emit()

    def _reasoned(self, code: str) -> None:
        self._checked.reasons[self._one.entry.row] = ReturnReason(code)
        self._explain()

    def _explain(self) -> None:
        """What speaks for the debit, what the bank took, and what becomes of the mandate."""
        desk, checked, one = self.desk, self._checked, self._one
        debits, code = checked.said_debits(one), self.choice.code()
        told = [self._because(code)]
        if len(debits) == 1 and code != SEVERAL:
            if fee := checked.fee(one):
                told.append(desk.text("Fee of the bank: {amount}.", amount=Money(fee, EURO)))
            if checked.reason(one).ends_mandate:
                told.append(desk.text("The mandate ends with it."))
        self.reason.setVisible(bool(debits) and code != SEVERAL)
        self.why.setText(" ".join(filter(None, told)))
        self.why.setVisible(any(told))

    def _because(self, code: str) -> str:
        """What speaks for what is chosen; where nothing is, for the likeliest."""
        desk, one = self.desk, self._one
        if code in (ANOTHER, STRANGE) or (code == SEVERAL and self.several.begun() and not one.together):
            return ""
        if code in (SEVERAL, OUT) and one.together:
            names = desk.locale.listing(each.debit.name for each in one.together)
            reasons = desk.locale.listing(desk.locale.label(why) for why in one.together[0].because)
            return desk.text("{name}: {reasons}.", name=names, reasons=reasons)
        if code == SEVERAL or not one.debits:
            return desk.text("The bank may have booked several debits as one sum; its own paper names them.")
        if code == OUT and len(one.debits) > 1 and one.debits[0].points == one.debits[1].points:
            return desk.text("Several debits fit equally well; the bank’s own paper may name one.")
        best = next((each for each in one.debits if each.debit.id.hex == code), one.debits[0])
        reasons = desk.locale.listing(desk.locale.label(why) for why in best.because)
        return desk.text("{name}: {reasons}.", name=best.debit.name, reasons=reasons)


__all__ = ["BackRow"]
