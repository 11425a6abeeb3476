# SPDX-License-Identifier: GPL-3.0-or-later
"""The dues of a person or a household, year by year, with payments, reminders and receipts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hospes.domain.dues import dues_state
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money
from hospes.queries.collections import mandate_lines
from hospes.queries.dues import accounts, payers_of
from hospes.queries.payments import PaymentFilter, payment_rows
from hospes.ui.pages.members_columns import DUES_LOOK
from hospes.ui.pages.money_bank_columns import short_iban
from hospes.ui.pages.money_columns import purpose_words
from hospes.ui.pages.money_receipts import print_receipts
from hospes.ui.widgets.boxes import FlowLayout, card, column, holder, line, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from hospes.queries.dues import Account, DuesLine
    from hospes.queries.payments import PaymentLine
    from hospes.queries.people import PersonHead
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone


def dues_part(desk: Desk, head: PersonHead) -> QWidget:
    """The dues of a person, their own and those somebody else pays for them."""
    payers = desk.read(payers_of, head.id, desk.file.today)
    return DuesPart(desk, payers, Payer(PayerKind.PERSON, head.id), name="person.dues")


def household_dues(desk: Desk, household_id: UUID) -> QWidget | None:
    """The dues a household pays together; nothing where it never owed any."""
    payer = Payer(PayerKind.HOUSEHOLD, household_id)
    if not desk.read(accounts, [payer], desk.file.today, desk.locale)[payer].lines:
        return None
    title = Label(desk.theme, desk.text("Dues"), "section")
    return card(desk.theme, title, DuesPart(desk, [payer], payer, name="household.dues"))


class DuesPart(QWidget):
    """The accounts of some payers."""

    def __init__(self, desk: Desk, payers: list[Payer], who: Payer, *, name: str) -> None:
        super().__init__()
        self.desk = desk
        self._who, self._name = who, name
        self.setObjectName(name)
        theme = desk.theme
        found = list(desk.read(accounts, payers, desk.file.today, desk.locale).values())
        box = column(theme, gap=6)
        buttons = FlowLayout(theme)
        pay = plain_button(theme, desk.text("Record a payment"), self._pay, icon="coins", name=f"{name}.pay")
        buttons.addWidget(pay)
        if any(one.open for one in found):
            remind = plain_button(theme, desk.text("Write reminder"), self._remind, name=f"{name}.remind")
            buttons.addWidget(remind)
        box.addWidget(holder(buttons))
        self._owing = [one.payer.id.hex for one in found if one.open]
        for held in found:
            self._show(box, held)
        self._mandates(box, payers)
        if not any(one.lines for one in found):
            box.addWidget(Label(theme, desk.text("No dues are written here."), "m"))
        self.setLayout(box)

    def _mandates(self, box: QVBoxLayout, payers: list[Payer]) -> None:
        """Direct debit mandates, and the way to their list."""
        desk, theme = self.desk, self.desk.theme
        payers = payers or [self._who]
        for one in desk.read(mandate_lines, desk.file.today, desk.locale, payers):
            words = desk.text(
                "Direct debit from {account}, mandate {reference}", account=short_iban(one.facts.iban),
                reference=one.facts.reference,
            )  # fmt: skip
            state = one.trouble if one.active and one.trouble is not None else one.facts.state
            tone: Tone = "ok" if one.active and one.trouble is None else "warn" if one.active else "muted"
            to_it = partial(desk.go, "money", tab="bank", view="mandates", row=one.id.hex)
            link = link_button(theme, words, to_it, name=f"{self._name}.mandate.{one.id.hex}")
            flow = FlowLayout(theme, link, StateWord(theme, desk.locale.label(state), tone))
            box.addWidget(holder(flow))
        new = partial(desk.go, "money", tab="bank", mandate=str(payers[0]))
        add = link_button(
            theme, desk.text("Add a direct debit mandate"), new, icon="plus", name=f"{self._name}.mandate"
        )
        box.addLayout(row(theme, add, None))

    def _show(self, box: QVBoxLayout, held: Account) -> None:
        desk, theme = self.desk, self.desk.theme
        paid = desk.read(payment_rows, desk.file.today, desk.locale, PaymentFilter(payer=held.payer))
        if held.lines and held.payer != self._who:
            words = desk.text("Paid by the household {household}.", household=held.name)
            if held.payer.kind is not PayerKind.HOUSEHOLD:
                words = desk.text("Paid by {name}.", name=held.name)
            box.addWidget(Label(theme, words, "m", wrap=True))
        if held.credit > 0:
            money = Money(held.credit, held.currency)
            box.addWidget(Label(theme, desk.text("{amount} stand to their credit.", amount=money), wrap=True))
        for dues in held.lines:
            box.addLayout(self._year(dues))
            for words in self._about(dues):
                box.addWidget(Label(theme, words, "m", wrap=True))
            box.addWidget(line())
        if paid:
            box.addWidget(Label(theme, desk.text("Payments"), "label"))
            for one in paid:
                box.addLayout(self._payment(one))

    def _year(self, dues: DuesLine) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        state = dues_state(dues.sum)
        icon, tone = DUES_LOOK[state]
        return row(
            theme,
            Label(theme, str(dues.year), "label"),
            Label(theme, desk.locale.money(dues.amount)),
            None,
            StateWord(theme, desk.locale.label(state), tone, icon),
            gap=14,
        )

    def _about(self, dues: DuesLine) -> list[str]:
        desk = self.desk
        words = [dues.class_name] if dues.class_name else []
        if dues.waived and dues.waived_reason:
            words.append(desk.text("Exempt: {reason}", reason=dues.waived_reason))
        if dues.paid.minor and dues.open:
            still = Money(dues.open, dues.amount.currency)
            words.append(desk.text("{paid} paid, {open} open", paid=dues.paid, open=still))
        if dues.open:
            words += [
                desk.text("Reminded {day} ({how})", day=told.on, how=desk.locale.label(channel))
                for told, channel in zip(dues.reminders, dues.channels, strict=True)
            ]
        return words

    def _payment(self, paid: PaymentLine) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        text = desk.text(
            "{amount} on {day}, {how}", amount=paid.amount, day=paid.on, how=desk.locale.label(paid.method)
        )
        parts: list[QWidget] = []
        if paid.amount.minor > 0:
            words = paid.receipt or desk.text("Receipt")
            receipt = link_button(theme, words, self._receipt, icon="printer", name=f"{self._name}.receipt")
            receipt.setAccessibleName(desk.text("Print receipt"))
            receipt.setProperty("payment", paid.id.hex)
            parts.append(receipt)
        told = Label(theme, text, "m", wrap=True)
        told.setToolTip(plain_tip(purpose_words(paid, desk.locale)))
        across = row(theme, told, *parts)
        across.setStretch(0, 1)
        return across

    def _pay(self) -> None:
        self.desk.go("money", pay=str(self._who))

    def _remind(self) -> None:
        self.desk.go("print", paper="dues-reminder", rows=self._owing)

    def _receipt(self) -> None:
        print_receipts(self.desk, [UUID(hex=str(self.sender().property("payment")))])
