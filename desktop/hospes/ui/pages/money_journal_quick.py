# SPDX-License-Identifier: GPL-3.0-or-later
"""The row in which entries are written one after the other: day, words, category, amount, Enter.

The category says whether money comes in or goes out; moving it to another account stands among the
categories. After Enter the day stays and the keyboard is back at the words, for vouchers come in piles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.cash_entries import AddEntry, MoveMoney
from hospes.domain.codes_cash import CashSide
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.money import read_money
from hospes.domain.values import Money
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from hospes.domain.cash import Account
    from hospes.queries.cash import CategoryRow
    from hospes.ui.desk import Desk

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
MOVE = "to:"


class QuickEntry(QWidget):
    """Day, words, category, amount, in or out; Enter writes it."""

    written = Signal(object)
    """Id of the entry."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._accounts: tuple[Account, ...] = ()
        self._categories: tuple[CategoryRow, ...] = ()
        self._account: UUID | None = None
        self.on = date_field(desk)
        self.on_field = Field(
            theme, desk.text("Day"), self.on, check=day_check(desk), name="journal.quick.on"
        )
        self.words = TextField(theme)
        self.words_field = Field(theme, desk.text("What"), self.words, name="journal.quick.words")
        self.category = Combo(theme)
        self.category_field = Field(
            theme, desk.text("Category"), self.category, name="journal.quick.category"
        )
        self.category.picked.connect(self._picked)
        self.amount = TextField(theme)
        self.amount_field = Field(theme, desk.text("Amount"), self.amount, name="journal.quick.amount")
        self.side = Choice(
            theme, [(one.value, desk.locale.label(one)) for one in CashSide], CashSide.OUT.value
        )
        self.side_field = Field(theme, desk.text("In or out"), self.side, name="journal.quick.side")
        self.account = Choice(theme)
        self.account_field = Field(theme, desk.text("Account"), self.account, name="journal.quick.account")
        self.rate = TextField(theme)
        self.rate_field = Field(theme, desk.text("Exchange rate"), self.rate, name="journal.quick.rate")
        self.rate_field.hide()
        self.add = main_button(theme, desk.text("Write"), self.write, icon="check", name="journal.quick.add")
        widths = (
            (self.on_field, 164), (self.words_field, 190), (self.category_field, 180),
            (self.amount_field, 92), (self.side_field, 142), (self.account_field, 140),
            (self.rate_field, 96),
        )  # fmt: skip
        for field, width in widths:
            field.setFixedWidth(theme.u(width))
        self._button = holder(column(theme, self.add, margins=(0, 20, 0, 0), gap=0))
        flow = FlowLayout(theme, *(field for field, _ in widths), self._button, gap=8)
        box = Box(theme, "card", holder(flow), gap=0, margins=(12, 10, 12, 10))
        self.setLayout(column(theme, box, gap=0))
        for editor in (self.on.line, self.words, self.category, self.amount, self.rate):
            editor.installEventFilter(self)

    def show_journal(
        self, accounts: Sequence[Account], categories: Sequence[CategoryRow], account: UUID | None
    ) -> None:
        """What can be chosen now; `account` is the one that is looked at, None for all."""
        desk = self.desk
        self._accounts, self._categories = tuple(accounts), tuple(categories)
        before = self.account.code()
        self.account.set_options([(one.id.hex, one.name) for one in accounts], before)
        if account is not None and account != self._account:
            self.account.choose(account.hex)
        self._account = account
        typed = self.category.text()
        options = [(one.id.hex, one.name) for one in categories if not one.ended]
        if len(accounts) > 1:
            options += [
                (f"{MOVE}{one.id.hex}", desk.text("To: {account}", account=one.name)) for one in accounts
            ]
        self.category.set_options(options)
        self.category.setText(typed)
        if not self.on.text():
            self.on.write_today()
            self.on_field.set_value(self.on.text())

    def begin(self) -> None:
        """The keyboard goes to the words."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, code: str) -> None:
        category = next((one for one in self._categories if one.id.hex == code), None)
        if category is not None:
            self.side.choose(category.side.value)
        elif code.startswith(MOVE):
            self.side.choose(CashSide.OUT.value)
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.amount.selectAll()

    # -- writing -------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the entry; what cannot be used is said at its field and everything stays."""
        desk = self.desk
        try:
            outcome = desk.run(self._action(), said=desk.text("The entry is written."), failed=self._refused)
        except UserError as error:
            self._refused(error)
            return
        if outcome is None:
            return
        for field in (self.words_field, self.category_field, self.amount_field, self.rate_field):
            field.set_value("")
        self.rate_field.hide()
        self.begin()
        self.written.emit(outcome.result)

    def _action(self) -> AddEntry | MoveMoney:
        desk = self.desk
        account = next((one for one in self._accounts if one.id.hex == self.account.code()), None)
        if account is None:
            raise FieldProblem("account", "Choose an account.")
        day = read_day(desk, self.on.text())
        if day is None or day.exact is None:
            raise FieldProblem("on", "Say the whole day.")
        money = read_money(self.amount.text(), account.currency)
        code = self.category.code()
        if self.category.text().strip() and not code:
            raise FieldProblem("category", "There is no such category. Choose one of the list.")
        if code.startswith(MOVE):
            target = UUID(hex=code.removeprefix(MOVE))
            return MoveMoney(account.id, target, day.exact, money, self.words.text())
        out = self.side.code() == CashSide.OUT.value
        signed = Money(-money.minor if out else money.minor, money.currency)
        category = UUID(hex=code) if code else None
        return AddEntry(account.id, day.exact, signed, self.words.text(), category, rate=self.rate.text())

    def _refused(self, error: UserError) -> None:
        desk = self.desk
        fields = {
            "on": self.on_field, "category": self.category_field, "amount": self.amount_field,
            "account": self.account_field, "rate": self.rate_field, "to": self.category_field,
        }  # fmt: skip
        name = error.field if isinstance(error, FieldProblem) else ""
        if name == "rate":
            self.rate_field.show()
        field = fields.get(name)
        if field is None and error.code == "amount-unreadable":
            field = self.amount_field
        if field is None:
            desk.say(desk.words(error), kind="err")
            return
        field.say(Verdict("bad", desk.words(error)))
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment] # a key press is a key event
            if key.key() in ENTER:
                if watched is self.category and not self.category.code() and self.category.text():
                    return False
                held = key.modifiers() & Qt.KeyboardModifier.ControlModifier
                if watched in (self.amount, self.rate) or held:
                    self.write()
                else:
                    self._next_after(watched)
                return True
        return super().eventFilter(watched, event)

    def _next_after(self, watched: QObject) -> None:
        order: list[QWidget] = [self.on.line, self.words, self.category, self.amount]
        for at, editor in enumerate(order[:-1]):
            if editor is watched:
                order[at + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Nothing is kept of a row that was not written."""
