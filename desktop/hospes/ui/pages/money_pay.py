# SPDX-License-Identifier: GPL-3.0-or-later
"""Recording a payment: from whom, how much, when, how; amount and day are proposed, Enter records.

After one payment the form is ready for the next person; the message line leads to the receipt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.payments import Recorded, RecordPayment
from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.money import read_money
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money
from hospes.queries.association import association
from hospes.queries.donations import donor_options
from hospes.queries.dues import accounts, payer_options, payers_of
from hospes.ui.desk import Answer
from hospes.ui.pages.money_receipts import print_receipts
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice, Combo, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent

    from hospes.app import Outcome
    from hospes.queries.dues import Account, DuesLine
    from hospes.ui.desk import Desk

METHODS = (
    PaymentMethod.TRANSFER,
    PaymentMethod.CASH,
    PaymentMethod.CARD,
    PaymentMethod.DEBIT,
    PaymentMethod.OTHER,
)
PURPOSES = (PaymentPurpose.DUES, PaymentPurpose.DONATION, PaymentPurpose.OTHER)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaymentForm(QWidget):
    """The form; it stays open for the next payment until somebody closes it."""

    closed = Signal()
    recorded = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._payers: list[Payer] = []
        self._lines: list[DuesLine] = []
        self._ticks: list[Tick] = []
        self._proposed = self._named = ""
        self.last: UUID | None = None
        """The payment recorded last, for its receipt."""
        self.who = Combo(theme)
        self.who.picked.connect(self._picked)
        self.who.editingFinished.connect(self._left_who)
        who = Field(theme, desk.text("From whom"), self.who, name="money.pay.who")
        self._about = Label(theme, "", "m", wrap=True, name="money.pay.about")
        self._for = column(theme, gap=2)
        self._for_holder = holder(self._for)
        self.amount = TextField(theme)
        self.amount_field = Field(
            theme, desk.text("Amount"), self.amount, check=self._check_amount, name="money.pay.amount"
        )
        self.amount.textChanged.connect(self._name_button)
        self.on = date_field(desk)
        self.on_field = Field(theme, desk.text("Day"), self.on, check=day_check(desk), name="money.pay.on")
        self.how = ChipRow(theme, desk.text("How"), name="money.pay.how")
        self.how.set_chips([Chip(one.value, desk.locale.label(one)) for one in METHODS])
        self.how.chosen.connect(self._how_changed)
        purposes = [(one.value, desk.locale.label(one)) for one in PURPOSES]
        self.purpose = Choice(theme, purposes)
        self.purpose.picked.connect(self._purpose_changed)
        purpose = Field(theme, desk.text("What for"), self.purpose, name="money.pay.purpose")
        self.words = TextField(theme)
        words = Field(theme, desk.text("Words"), self.words, name="money.pay.words")
        self.receipt = Tick(theme, desk.text("With a numbered receipt"), name="money.pay.receipt")
        self.record = main_button(theme, desk.text("Record"), self.add, icon="check", name="money.pay.record")
        close = link_button(theme, desk.text("Close"), self.closed.emit, name="money.pay.close")
        self._last_words = Label(theme, "", wrap=True, name="money.pay.last")
        self._last_words.hide()
        title = Label(theme, desk.text("Record a payment"), "name")
        how = column(theme, Label(theme, desk.text("How"), "label"), self.how, gap=4)
        inner = column(
            theme, title, self._last_words, who, self._about, self._for_holder, self.amount_field, how,
            self.on_field, self.receipt, purpose, words, None,
            gap=10, margins=(22, 14, 22, 14),
        )  # fmt: skip
        foot = row(theme, self.record, close, None, margins=(22, 8, 22, 8))
        self.setLayout(column(theme, scrolled(holder(inner), "money.pay"), line(), foot, gap=0))
        for editor in (self.amount, self.words, self.on.line, self.receipt, *self.how.findChildren(QWidget)):
            editor.installEventFilter(self)

    # -- beginning -----------------------------------------------------------------------------------

    def begin(self, who: Payer | None = None) -> None:
        """Begin for somebody, or with nobody named yet."""
        desk = self.desk
        self.last = None
        self._last_words.hide()
        options = desk.read(payer_options, desk.file.today, desk.locale)
        known = {code for code, _ in options}
        others = [one for one in desk.read(donor_options, desk.locale) if one[0] not in known]
        self.who.set_options([*options, *others])  # members first; a gift may come from anybody
        self._next()
        if who is not None:
            self._take(who)

    def _next(self) -> None:
        """Empty for the next person; day and way stay, for payments come in piles."""
        self._payers, self._lines = [], []
        self.who.setText("")
        self.amount_field.set_value("")
        self.words.setText("")
        self.purpose.choose(PaymentPurpose.DUES.value)
        if not self.on.text():
            self.on.write_today()
        self.on_field.set_value(self.on.text())
        self._show_account([])
        self._how_changed(self.how.code())

    def first_focus(self) -> QWidget:
        """Where the keyboard goes: the way it came, as all else is proposed; else the name."""
        if not self._payers:
            return self.who
        if not self.amount.text():
            return self.amount
        button = self.how.findChild(QWidget, f"money.pay.how.{self.how.code()}")
        return button if button is not None and button.isVisibleTo(self) else self.amount

    def payer(self) -> Payer | None:
        """Who is named; for the way back."""
        return self._payers[0] if self._payers else None

    def _picked(self, code: str) -> None:
        payer = Payer.read(code)
        if payer is not None:
            self._take(payer)
            self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
            self.amount.selectAll()

    def _left_who(self) -> None:
        payer = Payer.read(self.who.code())
        if self._payers and self.who.text() == self._named:
            return
        if payer is None:
            self._payers, self._lines = [], []
            self._show_account([])
        elif payer not in self._payers:
            self._take(payer)

    def _take(self, who: Payer) -> None:
        """Show the accounts of whoever pays for this person, and propose what is open."""
        desk = self.desk
        today = desk.file.today
        payers = [who]
        if who.kind is PayerKind.PERSON:
            payers = desk.read(payers_of, who.id, today)
        found = list(desk.read(accounts, payers, today, desk.locale).values())
        found.sort(key=lambda one: not one.open)
        self._payers = [one.payer for one in found]
        if who not in self._payers:
            self._payers.append(who)
        self.who.choose(str(who))
        if not self.who.text():
            self.who.setText(found[0].name)
        self._named = self.who.text()
        self._show_account(found)
        self._propose(found)
        self._name_button()

    def _show_account(self, found: list[Account]) -> None:
        """What is open, line by line where there is more than one; a tick takes a line out."""
        desk, theme = self.desk, self.desk.theme
        clear(self._for)
        self._ticks = []
        self._lines = [line for one in found for line in one.lines if line.open]
        credit = sum(one.credit for one in found)
        words = []
        if found and not self._lines:
            words.append(desk.text("Nothing is open. A payment stays to their credit for the next dues."))
        if found and found[0].payer.kind is PayerKind.HOUSEHOLD:
            words.append(desk.text("Paid by the household {household}.", household=found[0].name))
        if credit > 0:
            money = Money(credit, found[0].currency)
            words.append(desk.text("{amount} stand to their credit.", amount=money))
        self._about.setText(" ".join(words))
        self._about.setVisible(bool(words))
        whose = {line.id: one.name for one in found for line in one.lines if line.open}
        for dues in sorted(self._lines, key=lambda one: one.year):
            text = self._line_words(dues)
            if len(set(whose.values())) > 1:  # their own, and what another pays for them
                text = desk.text("{name}: {fact}", name=whose[dues.id], fact=text)
            if len(self._lines) == 1:
                self._for.addWidget(Label(theme, text, "m", name="money.pay.for"))
                continue
            tick = Tick(theme, text, name=f"money.pay.for.{dues.id.hex}")
            tick.setChecked(True)
            tick.setProperty("dues", dues.id.hex)
            tick.toggled.connect(self._retick)
            self._ticks.append(tick)
            self._for.addWidget(tick)

    def _line_words(self, line: DuesLine) -> str:
        desk = self.desk
        money = Money(line.open, line.amount.currency)
        if line.class_name:
            return desk.text(
                "Dues {year}, {class}: {amount} open",
                year=str(line.year),
                amount=money,
                **{"class": line.class_name},
            )
        return desk.text("Dues {year}: {amount} open", year=str(line.year), amount=money)

    def _propose(self, found: list[Account]) -> None:
        minor = sum(one.open for one in self._chosen_lines()) - sum(max(0, one.credit) for one in found)
        currency = found[0].currency if found else self._currency()
        by_hand = self.amount.text() not in ("", self._proposed)
        self._proposed = self._typed(Money(minor, currency)) if minor > 0 else ""
        if not by_hand:  # what somebody typed before the name stays
            self.amount_field.set_value(self._proposed)

    def _typed(self, money: Money) -> str:
        """An amount as one types it, in the language's own way, without the sign."""
        text = money.decimal_text()
        return text if self.desk.locale.language == "en" else text.replace(".", ",")

    def _retick(self) -> None:
        if self.amount.text() == self._proposed:
            desk = self.desk
            self._propose(list(desk.read(accounts, self._payers, desk.file.today, desk.locale).values()))

    def _chosen_lines(self) -> list[DuesLine]:
        if not self._ticks:
            return self._lines
        chosen = {str(tick.property("dues")) for tick in self._ticks if tick.isChecked()}
        return [line for line in self._lines if line.id.hex in chosen]

    # -- fields --------------------------------------------------------------------------------------

    def _currency(self) -> str:
        return self._lines[0].amount.currency if self._lines else self.desk.read(association).currency

    def _check_amount(self, typed: str) -> Verdict:
        if not typed.strip():
            return Verdict()
        try:
            return Verdict("fine", self.desk.locale.money(read_money(typed, self._currency())))
        except UserError as error:
            return Verdict("bad", self.desk.words(error))

    def _money(self) -> Money | None:
        try:
            return read_money(self.amount.text(), self._currency())
        except UserError:
            return None

    def _name_button(self) -> None:
        money = self._money() if self.amount.text().strip() else None
        if money is None:
            self.record.set_text(self.desk.text("Record"))
        else:
            self.record.set_text(self.desk.text("Record {amount}", amount=money))

    def _how_changed(self, code: str) -> None:
        """Whoever pays in cash gets a receipt; the bank's statement is one for all else."""
        self.receipt.setChecked(code == PaymentMethod.CASH.value)

    def _purpose_changed(self, code: str) -> None:
        self._for_holder.setVisible(code == PaymentPurpose.DUES.value)

    # -- recording -----------------------------------------------------------------------------------

    def _day(self) -> date | None:
        value = read_day(self.desk, self.on.text())
        return value.exact if value is not None else None

    def _problem(self) -> str:
        """Why it cannot be recorded yet, in words; the keyboard goes where it is to be mended."""
        desk = self.desk
        if not self._payers:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            return desk.text("Say from whom the money is.")
        if not self.amount.text().strip():
            self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
            return desk.text("Say how much it is.")
        try:
            read_money(self.amount.text(), self._currency())
            day = self._day()
        except UserError as error:
            return desk.words(error)
        if day is None:
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)
            return desk.text("Say the whole day on which the money came.")
        return ""

    def add(self) -> None:
        """Record it."""
        desk = self.desk
        self._left_who()
        if not self._payers and self.who.text().strip():
            self._tell_stranger(self.who.text().strip())
            return
        problem = self._problem()
        if problem:
            desk.say(problem, kind="warn")
            return
        purpose = PaymentPurpose(self.purpose.code())
        lines = self._chosen_lines()
        dues = tuple(line.id for line in lines) if purpose is PaymentPurpose.DUES and lines else None
        money = self._money()
        assert money is not None
        action = RecordPayment(
            self._payers[0],
            money,
            self._day(),
            PaymentMethod(self.how.code()),
            purpose,
            dues,
            self.words.text(),
            self.receipt.isChecked(),
        )
        name = self.who.text()
        desk.run(action, done=lambda outcome: self._done(outcome, money, name), failed=self._failed)

    def _tell_stranger(self, name: str) -> None:
        """Nobody has this name: their money has its place in the journal, where no payer is wanted."""
        desk = self.desk
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        words = desk.text(
            "Nobody here is called “{text}”. Money of somebody who is not in the file goes into the journal.",
            text=name,
        )
        answer = Answer(
            desk.text("To the journal"), lambda: desk.go("money", tab="journal"), name="money.pay.journal"
        )
        desk.say(words, kind="warn", answers=(answer,))

    def _failed(self, error: UserError) -> None:
        if isinstance(error, FieldProblem) and error.field in {"amount", "on"}:
            field = self.amount_field if error.field == "amount" else self.on_field
            field.say(Verdict("bad", self.desk.words(error)))
        else:
            self.desk.say(error, kind="err")

    def _done(self, outcome: Outcome, money: Money, name: str) -> None:
        desk = self.desk
        made = outcome.result
        assert isinstance(made, Recorded)
        self.last = made.payment_id
        if made.receipt:
            said = desk.text(
                "{amount} from {name} recorded, receipt {number}.",
                amount=money,
                name=name,
                number=made.receipt,
            )
        else:
            said = desk.text("{amount} from {name} recorded.", amount=money, name=name)
        words = [said]
        if made.left:
            left = Money(made.left, money.currency)
            words.append(desk.text("{amount} stand to their credit.", amount=left))
        receipt = Answer(desk.text("Print receipt"), self.print_last, main=True, name="money.printReceipt")
        desk.say(" ".join(words), undoable=True, answers=(receipt,))
        self._next()
        self._last_words.setText(said)
        self._last_words.show()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recorded.emit()

    def print_last(self) -> None:
        """Set up the receipt of the payment recorded last."""
        if self.last is not None:
            print_receipts(self.desk, [self.last])

    # -- keys ----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment]  # a QKeyEvent by its type
            if key.key() in ENTER and not key.modifiers():
                self.add()
                return True
        return super().eventFilter(watched, event)
