# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a bank statement is nobody's payment and goes into the journal: charges, rent, bills, sales."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.cash_filing import StatementLine
from hospes.domain.codes_cash import CashKind
from hospes.domain.statement import Lot
from hospes.domain.values import Money
from hospes.queries.association import association
from hospes.queries.cash import accounts_of
from hospes.queries.cash_statement import new_lines
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.statement_entry import Entry
    from hospes.transfer.statement_plan import CheckedStatement
    from hospes.ui.desk import Desk

REST = (Lot.OUT, Lot.UNKNOWN, Lot.DOUBTFUL)
"""Lots whose entries go into the journal unless they are somebody's payment."""


class RestOfStatement(QWidget):
    """A tick, the account, and how many entries it is."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._checked: CheckedStatement | None = None
        self.tick = Tick(theme, desk.text("Write the rest into the journal"), name="bank.rest")
        self.tick.setChecked(True)
        self.tick.toggled.connect(self._tell)
        self.account = Choice(theme, name="bank.rest.account")
        self.account.setAccessibleName(desk.text("Account"))
        self.account.picked.connect(self._tell)
        self.told = Label(theme, "", "m", wrap=True, name="bank.rest.told")
        flow = holder(FlowLayout(theme, self.tick, self.account, gap=12))
        self.setLayout(column(theme, Box(theme, "card", flow, self.told, gap=6), gap=0))

    def show_statement(self, checked: CheckedStatement) -> None:
        """Offer it where there is a journal with a bank account."""
        desk = self.desk
        self._checked = checked
        accounts = [
            one for one in desk.read(accounts_of, desk.read(association).id) if one.kind is not CashKind.CASH
        ]
        self.account.set_options([(one.id.hex, one.name) for one in accounts], self.account.code())
        self.account.setVisible(len(accounts) > 1)
        self.setVisible(bool(accounts))
        self._tell()

    def _rest(self) -> list[Entry]:
        checked = self._checked
        if checked is None:
            return []
        found = [one.entry for lot in REST for one in checked.lot(lot) if checked.payer(one) is None]
        strange = [one.entry for one in checked.lot(Lot.BACK) if one.entry.row in checked.strange]
        return [*found, *strange, *checked.charges()]

    def _found(self) -> tuple[tuple[Entry, ...], int]:
        if not self.account.code():
            return (), 0
        return self.desk.read(new_lines, UUID(hex=self.account.code()), self._rest())

    def _tell(self, *_: object) -> None:
        desk = self.desk
        fresh, known = self._found()
        words = [
            desk.ntext(
                "{n} entry that is nobody's payment: charges, bills, sales.",
                "{n} entries that are nobody's payments: charges, bills, sales.",
                len(fresh),
            )
        ]
        if known:
            words.append(
                desk.ntext(
                    "{n} more is in the journal already.", "{n} more are in the journal already.", known
                )
            )
        self.told.setText(" ".join(words))
        self.changed.emit()

    def refresh(self) -> None:
        """Somebody's payment was decided: the rest is another."""
        if not self.isHidden():
            self._tell()

    def lines(self) -> tuple[StatementLine, ...]:
        """What goes into the journal."""
        if self.isHidden() or not self.tick.isChecked():
            return ()
        fresh, _ = self._found()
        return tuple(
            StatementLine(one.on, Money(one.minor, one.currency), one.words, one.name, one.key)
            for one in fresh
        )

    def account_id(self) -> UUID | None:
        """The account it goes into."""
        code = self.account.code()
        return UUID(hex=code) if code else None
