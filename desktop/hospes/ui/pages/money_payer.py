# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen payer beside the list of dues: years, payments, reminders, and what can be done; or several."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospes.actions.dues import AddDues, ClaimDues, DeleteDues, EditDues, WaiveDues
from hospes.actions.payments import DeletePayments, GiveBack, RecordPayments
from hospes.domain.codes import PaymentMethod
from hospes.domain.dues import dues_state
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.payers import PayerKind
from hospes.domain.values import Money
from hospes.queries.dues import account
from hospes.queries.payments import PaymentFilter, payment_rows
from hospes.ui.pages.members_columns import DUES_LOOK
from hospes.ui.pages.money_columns import purpose_words
from hospes.ui.pages.money_receipts import print_receipts
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import ElidedLabel, Label, StateWord
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.queries.dues import Account, DuesLine, PayerRow
    from hospes.queries.payments import PaymentLine
    from hospes.ui.desk import Desk

PAYMENTS_SHOWN = 12


class PayerPane(QWidget):
    """One payer in full, several with their bulk acts, or a line where there is little room."""

    paying = Signal(str)
    """Record a payment from this payer (as `Payer` writes itself)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._rows: list[PayerRow] = []
        self._year = desk.file.today.year
        self._box = column(theme, gap=10, margins=(22, 14, 22, 14))
        self._area = scrolled(holder(column(theme, self._box, None)), "money.look")
        self._line_name = ElidedLabel(theme, "", "lead", name="money.bar.name")
        self._line_pay = main_button(
            theme, desk.text("Payment"), self._pay, icon="coins", name="money.bar.pay"
        )
        self._line_post = plain_button(theme, desk.text("Reminder"), self._remind, name="money.bar.remind")
        bar = row(theme, self._line_name, self._line_post, self._line_pay, gap=8, margins=(12, 4, 8, 4))
        bar.setStretch(0, 1)
        self._line = holder(bar)
        self.setLayout(column(theme, self._area, self._line, gap=0))
        self.set_bar(False)

    def set_bar(self, bar: bool) -> None:
        """One line under the list, where there is little room."""
        self._area.setVisible(not bar)
        self._line.setVisible(bar)

    def show_rows(self, rows: Sequence[PayerRow], year: int) -> None:
        """Show one payer, several, or that none is chosen."""
        self._rows, self._year = list(rows), year
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        one = rows[0] if len(rows) == 1 else None
        if one is not None:
            self._line_name.set_text(one.name)
        else:
            self._line_name.set_text(desk.ntext("{n} payer", "{n} payers", len(rows)) if rows else "")
        self._line_pay.setEnabled(bool(rows))
        self._line_post.setEnabled(any(row_.open for row_ in rows))
        if not rows:
            self._box.addWidget(EmptyState(theme, desk.text("Nobody is chosen."), icon="coins"))
        elif one is not None:
            self._show_one(one)
        else:
            self._show_many()

    # -- one -----------------------------------------------------------------------------------------

    def _show_one(self, one: PayerRow) -> None:
        desk, theme = self.desk, self.desk.theme
        held = desk.read(account, one.payer, desk.file.today, desk.locale)
        self._box.addWidget(Label(theme, one.name, "name", wrap=True, name="money.look.name"))
        if one.payer.kind is not PayerKind.PERSON:
            self._box.addWidget(Label(theme, desk.locale.label(one.payer.kind), "m"))
        flow = FlowLayout(theme)
        flow.addWidget(
            main_button(theme, desk.text("Payment"), self._pay, icon="coins", name="money.look.pay")
        )
        if held.open:
            flow.addWidget(
                plain_button(
                    theme, desk.text("Write reminder"), self._remind, icon="mail", name="money.remind.one"
                )
            )
        flow.addWidget(plain_button(theme, desk.text("Open page"), self._open, name="money.look.open"))
        self._box.addWidget(holder(flow))
        if held.credit > 0:
            money = Money(held.credit, held.currency)
            words = desk.text("{amount} stand to their credit.", amount=money)
            self._box.addWidget(Label(theme, words, wrap=True, name="money.look.credit"))
        for dues in held.lines:
            self._show_dues(dues)
        self._show_more(one)
        self._show_payments(one)
        self._show_back(one, held)

    def _show_dues(self, dues: DuesLine) -> None:
        desk, theme = self.desk, self.desk.theme
        state = dues_state(dues.sum)
        icon, tone = DUES_LOOK[state]
        self._box.addWidget(line())
        self._box.addLayout(
            row(
                theme,
                Label(theme, str(dues.year), "label"),
                Label(theme, desk.locale.money(dues.amount)),
                None,
                StateWord(theme, desk.locale.label(state), tone, icon),
                gap=14,
            )
        )
        for words in self._dues_words(dues):
            self._box.addWidget(Label(theme, words, "m", wrap=True))
        flow = FlowLayout(theme, gap=12)
        if dues.waived:
            ask = link_button(theme, desk.text("Ask for it after all"), self._claim, name="money.claim")
            ask.setProperty("dues", dues.id.hex)
            flow.addWidget(ask)
        else:
            change = link_button(
                theme, desk.text("Change the amount"), self._ask_amount, name="money.dues.change"
            )
            change.setProperty("dues", dues.id.hex)
            change.setProperty("amount", dues.amount.decimal_text())
            change.setAccessibleName(desk.text("Change the amount of {year}", year=str(dues.year)))
            flow.addWidget(change)
        if dues.open:
            waive = link_button(
                theme, desk.text("Exempt from these dues"), self._ask_reason, name="money.waive"
            )
            delete = link_button(
                theme, desk.text("Delete these dues"), self._delete_dues, name="money.dues.delete"
            )
            for button in (waive, delete):
                button.setProperty("dues", dues.id.hex)
                flow.addWidget(button)
        if flow.count():
            self._box.addWidget(holder(flow))

    def _dues_words(self, dues: DuesLine) -> list[str]:
        desk = self.desk
        words = []
        if dues.class_name:
            words.append(
                desk.text("{n} × {class}", n=dues.people, **{"class": dues.class_name})
                if dues.people > 1
                else dues.class_name
            )
        if dues.waived and dues.waived_reason:
            words.append(desk.text("Exempt: {reason}", reason=dues.waived_reason))
        if dues.paid.minor and dues.open:
            still = Money(dues.open, dues.amount.currency)
            words.append(desk.text("{paid} paid, {open} open", paid=dues.paid, open=still))
        for told, channel in zip(dues.reminders, dues.channels, strict=True):
            words.append(desk.text("Reminded {day} ({how})", day=told.on, how=desk.locale.label(channel)))
        return words

    def _show_payments(self, one: PayerRow) -> None:
        desk, theme = self.desk, self.desk.theme
        found = desk.read(payment_rows, desk.file.today, desk.locale, PaymentFilter(payer=one.payer))
        if not found:
            return
        self._box.addWidget(line())
        self._box.addWidget(Label(theme, desk.text("Payments"), "section"))
        for paid in found[:PAYMENTS_SHOWN]:
            self._box.addLayout(self._payment(paid))

    def _payment(self, paid: PaymentLine) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        about = [purpose_words(paid, desk.locale), desk.locale.label(paid.method)]
        words = column(
            theme,
            Label(theme, desk.text("{amount} on {day}", amount=paid.amount, day=paid.on)),
            Label(theme, " · ".join(about), "m", wrap=True),
            gap=0,
        )
        parts: list[QWidget] = []
        if paid.amount.minor > 0:
            text = paid.receipt or desk.text("Receipt")
            receipt = link_button(theme, text, self._receipt, icon="printer", name="money.look.receipt")
            receipt.setAccessibleName(desk.text("Print receipt"))
            parts.append(receipt)
        away = icon_button(
            theme, desk.text("Delete this payment"), "trash-2", self._delete_payment, name="money.pay.delete",
            small=True,
        )  # fmt: skip
        parts.append(away)
        for button in parts:
            button.setProperty("payment", paid.id.hex)
        return row(theme, holder(words), None, *parts)

    def _show_more(self, one: PayerRow) -> None:
        """Dues of another year, or of an amount of their own, folded until they are wanted."""
        desk, theme = self.desk, self.desk.theme
        self._more_open = link_button(
            theme, desk.text("Add dues by hand"), self._open_more, icon="plus", name="money.add"
        )
        self._box.addWidget(self._more_open)
        self.more_year = TextField(theme, str(self._year), name="money.add.year")
        self.more_year.setAccessibleName(desk.text("Year"))
        self.more_year.setMaximumWidth(theme.u(90))
        self.more_amount = TextField(theme, example=desk.text("Amount"), name="money.add.amount")
        self.more_amount.setAccessibleName(desk.text("Amount"))
        add = plain_button(theme, desk.text("Add dues"), self._add_dues, name="money.add.go")
        self.more_amount.returnPressed.connect(self._add_dues)
        self._more = holder(FlowLayout(theme, self.more_year, self.more_amount, add))
        self._more.hide()
        self._box.addWidget(self._more)

    def _open_more(self) -> None:
        self._more.show()
        self._more_open.hide()
        self.more_amount.setFocus()

    def _add_dues(self) -> None:
        desk, one = self.desk, self._rows[0]
        year = self.more_year.text().strip()
        try:
            money = read_money(self.more_amount.text(), one.currency)
        except UserError as error:
            desk.say(error, kind="warn")
            return
        if not year.isdecimal():
            desk.say(desk.text("Write the year as four figures."), kind="warn")
            return
        said = desk.text("{name} owes {amount} for {year}.", name=one.name, amount=money, year=year)
        desk.run(AddDues(one.payer, int(year), money.minor, money.currency), said=said)

    def _show_back(self, one: PayerRow, held: Account) -> None:
        """Giving money back, folded until it is wanted."""
        desk, theme = self.desk, self.desk.theme
        if not (held.credit > 0 or any(line_.paid.minor for line_ in held.lines)):
            return
        self._back_open = link_button(theme, desk.text("Give money back"), self._open_back, name="money.back")
        self._box.addWidget(self._back_open)
        self.back_amount = TextField(theme, example=desk.text("Amount"), name="money.back.amount")
        self.back_amount.setAccessibleName(desk.text("Amount"))
        if held.credit > 0:
            self.back_amount.setText(Money(held.credit, held.currency).decimal_text())
        ways = [(way.value, desk.locale.label(way)) for way in (PaymentMethod.TRANSFER, PaymentMethod.CASH)]
        self.back_how = Choice(theme, ways, name="money.back.how")
        self.back_how.setAccessibleName(desk.text("How"))
        give = plain_button(theme, desk.text("Give back"), self._give_back, name="money.back.give")
        self._back = holder(FlowLayout(theme, self.back_amount, self.back_how, give))
        self._back.hide()
        self._box.addWidget(self._back)

    def _open_back(self) -> None:
        self._back.show()
        self._back_open.hide()
        self.back_amount.setFocus()

    def _give_back(self) -> None:
        desk, one = self.desk, self._rows[0]
        try:
            money = read_money(self.back_amount.text(), one.currency)
        except UserError as error:
            desk.say(error, kind="warn")
            return
        said = desk.text("{amount} went back to {name}.", amount=money, name=one.name)
        desk.run(GiveBack(one.payer, money, method=PaymentMethod(self.back_how.code())), said=said)

    # -- several -------------------------------------------------------------------------------------

    def _show_many(self) -> None:
        desk, theme = self.desk, self.desk.theme
        rows = self._rows
        owing = [one for one in rows if one.open]
        total = Money(sum(one.open for one in owing), rows[0].currency)
        self._box.addWidget(
            Label(theme, desk.ntext("{n} payer", "{n} payers", len(rows)), "name", name="money.many.count")
        )
        self._box.addWidget(
            Label(theme, desk.ntext("{n} owes {amount}", "{n} owe {amount}", len(owing), amount=total), "m")
        )
        if owing:
            paid = desk.ntext("Record {n} payment", "Record {n} payments", len(owing))
            ways = [(way.value, desk.locale.label(way)) for way in PaymentMethod]
            self.many_how = Choice(theme, ways, PaymentMethod.TRANSFER.value, name="money.many.how")
            self.many_how.setAccessibleName(desk.text("How"))
            self._box.addWidget(Label(theme, desk.text("They have paid what they owe, today"), "label"))
            self._box.addWidget(
                holder(
                    FlowLayout(
                        theme,
                        self.many_how,
                        plain_button(theme, paid, self._many_paid, icon="coins", name="money.many.pay"),
                    )
                )
            )
            self._box.addLayout(
                row(
                    theme,
                    plain_button(
                        theme,
                        desk.text("Write reminders"),
                        self._remind,
                        icon="mail",
                        name="money.many.remind",
                    ),
                    None,
                )
            )
            self._box.addWidget(line())
            self._box.addWidget(
                self._reason(tuple(line_.id for one in owing for line_ in one.lines if line_.open))
            )
        letters = plain_button(
            theme, desk.text("Dues letters"), self._letters, icon="mail", name="money.many.letters"
        )
        self._box.addLayout(row(theme, letters, None))

    def _many_paid(self) -> None:
        desk = self.desk
        payers = tuple(one.payer for one in self._rows if one.open)
        said = desk.ntext("{n} payment recorded.", "{n} payments recorded.", len(payers))
        desk.run(RecordPayments(payers, self._year, method=PaymentMethod(self.many_how.code())), said=said)

    # -- exempting -----------------------------------------------------------------------------------

    def _reason(self, dues: tuple[UUID, ...]) -> QWidget:
        """A line for the reason and the button that exempts."""
        desk, theme = self.desk, self.desk.theme
        self.reason = TextField(theme, example=desk.text("Reason"), name="money.waive.reason")
        self.reason.setAccessibleName(desk.text("Reason"))
        self._waiving = dues
        words = desk.text("Exempt from these dues")
        exempt = plain_button(theme, words, self._waive, name="money.waive.do")
        return holder(FlowLayout(theme, self.reason, exempt))

    def _ask_reason(self) -> None:
        button = self.sender()
        if not isinstance(button, QWidget):
            return
        dues = UUID(hex=str(button.property("dues")))
        parent = button.parentWidget()
        if parent is None:
            return
        place = self._box.indexOf(parent)
        parent.hide()
        self._box.insertWidget(place + 1, self._reason((dues,)))
        self.reason.setFocus()

    def _ask_amount(self) -> None:
        """The amount in a field in the place of the links."""
        desk, theme, button = self.desk, self.desk.theme, self.sender()
        parent = button.parentWidget() if isinstance(button, QWidget) else None
        if parent is None:
            return
        self._changing = UUID(hex=str(button.property("dues")))
        self.new_amount = TextField(theme, str(button.property("amount")), name="money.dues.amount")
        self.new_amount.setAccessibleName(desk.text("Amount"))
        self.new_amount.returnPressed.connect(self._change_amount)
        keep = plain_button(
            theme, desk.text("Change the amount"), self._change_amount, name="money.dues.keep"
        )
        place = self._box.indexOf(parent)
        parent.hide()
        self._box.insertWidget(place + 1, holder(FlowLayout(theme, self.new_amount, keep)))
        self.new_amount.setFocus()
        self.new_amount.selectAll()

    def _change_amount(self) -> None:
        desk, one = self.desk, self._rows[0]
        try:
            money = read_money(self.new_amount.text(), one.currency)
        except UserError as error:
            desk.say(error, kind="warn")
            return
        desk.run(EditDues(self._changing, {"minor": money.minor}), said=desk.text("The amount is changed."))

    def _waive(self) -> None:
        desk = self.desk
        n = len(self._waiving)
        said = desk.ntext("{n} payer is exempt now.", "{n} payers are exempt now.", n)
        desk.run(WaiveDues(self._waiving, self.reason.text()), said=said)

    def _claim(self) -> None:
        dues = UUID(hex=str(self.sender().property("dues")))
        self.desk.run(ClaimDues((dues,)), said=self.desk.text("The dues are owed again."))

    def _delete_dues(self) -> None:
        dues = UUID(hex=str(self.sender().property("dues")))
        self.desk.run(DeleteDues((dues,)), said=self.desk.text("The dues are deleted."))

    # -- going on ------------------------------------------------------------------------------------

    def _pay(self) -> None:
        if self._rows:
            self.paying.emit(str(self._rows[0].payer))

    def _remind(self) -> None:
        rows = [one.payer.id.hex for one in self._rows if one.open or one.earlier]
        self.desk.go("print", paper="dues-reminder", rows=rows, options={"year": str(self._year)})

    def _letters(self) -> None:
        rows = [one.payer.id.hex for one in self._rows]
        self.desk.go("print", paper="dues-invoice", rows=rows, options={"year": str(self._year)})

    def _receipt(self) -> None:
        print_receipts(self.desk, [UUID(hex=str(self.sender().property("payment")))])

    def _delete_payment(self) -> None:
        payment = UUID(hex=str(self.sender().property("payment")))
        self.desk.run(
            DeletePayments((payment,)),
            said=self.desk.ntext("The payment is deleted.", "{n} payments are deleted.", 1),
        )

    def _open(self) -> None:
        payer = self._rows[0].payer
        if payer.kind is PayerKind.PERSON:
            self.desk.go("person", id=payer.id.hex, tab="dues")
        elif payer.kind is PayerKind.HOUSEHOLD:
            self.desk.go("household", id=payer.id.hex)
        else:
            self.desk.go("contacts", view="organisations", id=payer.id.hex)
