# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the lists: one donor with each gift, and one receipt with its copy, its duplicate and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.donations import GiveGiftBack
from hospes.actions.donations_receipts import CancelReceipt, HandOutReceipts
from hospes.domain.codes import PaymentPurpose
from hospes.domain.donations import detail_missing
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.payers import PayerKind
from hospes.domain.values import Money
from hospes.queries.donations import kept_sheet
from hospes.ui.pages.saving import ask_path, save_bytes
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, line, row
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.domain.donations import GiftFact
    from hospes.domain.payers import Payer
    from hospes.queries.donations import DonorRow, ReceiptLine
    from hospes.ui.desk import Desk


def open_donor(desk: Desk, donor: Payer) -> None:
    """Open the donor's page."""
    if donor.kind is PayerKind.PERSON:
        desk.go("person", id=donor.id.hex, tab="dues")
    elif donor.kind is PayerKind.HOUSEHOLD:
        desk.go("household", id=donor.id.hex)
    else:
        desk.go("contacts", view="organisations", id=donor.id.hex)


class DonorPane(QWidget):
    """One donor: the sum, what is missing, every gift."""

    wanted = Signal(object)
    """Receipts for this donor."""
    described = Signal(object)
    """Say what this gift lacks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._row: DonorRow | None = None
        self._back: UUID | None = None
        self._box = column(desk.theme, gap=10)
        self.setLayout(self._box)

    def show_one(self, one: DonorRow, *, forms: bool) -> None:
        """Show a donor; `forms` says whether there are official receipts here."""
        desk, theme = self.desk, self.desk.theme
        self._row = one
        clear(self._box)
        self._box.addWidget(Label(theme, one.name, "name", wrap=True, name="donor.name"))
        total = desk.locale.money(Money(one.minor, one.currency))
        self._box.addWidget(Label(theme, total, name="donor.sum"))
        if not one.addressed:
            words = desk.text("The address is missing. Without it no receipt can be written.")
            self._box.addWidget(Banner(theme, words, name="donor.noAddress"))
        elif one.foreign:
            words = desk.text("Lives abroad: tax offices there seldom accept this receipt.")
            self._box.addWidget(Banner(theme, words, "home", name="donor.foreign"))
        flow = FlowLayout(theme)
        if forms and one.with_receipt != one.minor and one.addressed:
            words = desk.text("Write receipts…")
            flow.addWidget(plain_button(theme, words, self._write, icon="file-text", name="donor.write"))
        elif not forms:
            flow.addWidget(
                plain_button(
                    theme, desk.text("Print receipts"), self._plain, icon="printer", name="donor.plain"
                )
            )
        flow.addWidget(plain_button(theme, desk.text("Open page"), self._open, name="donor.open"))
        self._box.addWidget(holder(flow))
        for gift in one.gifts:
            self._box.addWidget(line())
            self._gift(gift)

    def _gift(self, gift: GiftFact) -> None:
        desk, theme = self.desk, self.desk.theme
        money = Label(theme, desk.locale.money(Money(gift.minor, gift.currency)))
        self._box.addLayout(row(theme, Label(theme, desk.locale.date(gift.on), "label"), None, money))
        words = [desk.locale.label(gift.purpose)]
        if gift.detail is not None and gift.detail.what:
            words.append(gift.detail.what)
        if gift.returned:
            words.append(desk.text("{amount} went back", amount=Money(gift.returned, gift.currency)))
        if gift.receipt:
            words.append(desk.text("receipt {number}", number=gift.receipt))
        self._box.addWidget(Label(theme, " · ".join(words), "m", wrap=True))
        lacks = detail_missing(gift.purpose, gift.detail)
        key = gift.payment.hex
        if lacks is not None and not gift.receipt:
            why = desk.text("No receipt yet: {reason}.", reason=desk.locale.label(lacks))
            self._box.addWidget(Banner(theme, why, name=f"gift.lacks.{key}"))
        links = row(theme)
        if gift.purpose in (PaymentPurpose.IN_KIND, PaymentPurpose.WAIVED) and not gift.receipt:
            links.addWidget(self._link(desk.text("Describe…"), self._describe, "describe", key))
        if gift.purpose is PaymentPurpose.DONATION and not gift.receipt and gift.minor > 0:
            links.addWidget(self._link(desk.text("It went back…"), self._ask_back, "back", key))
        if links.count():
            links.addStretch(1)
            self._box.addLayout(links)
        if self._back == gift.payment:
            self._back_field(gift)

    def _link(self, words: str, call: object, name: str, key: str) -> QWidget:
        button = link_button(self.desk.theme, words, call, name=f"gift.{name}.{key}")  # type: ignore[arg-type]  # a bound method
        button.setProperty("gift", key)
        return button

    def _sent(self) -> GiftFact | None:
        key = str(self.sender().property("gift"))
        gifts = self._row.gifts if self._row is not None else ()
        return next((one for one in gifts if one.payment.hex == key), None)

    def _describe(self) -> None:
        gift = self._sent()
        if gift is not None:
            self.described.emit(gift)

    def _ask_back(self) -> None:
        gift = self._sent()
        self._back = gift.payment if gift is not None and self._back != gift.payment else None
        if self._row is not None:
            self.show_one(self._row, forms=True)

    def _back_field(self, gift: GiftFact) -> None:
        desk, theme = self.desk, self.desk.theme
        text = Money(gift.minor, gift.currency).decimal_text()
        shown = text if desk.locale.language == "en" else text.replace(".", ",")
        field = Field(theme, desk.text("How much went back"), TextField(theme, shown), name="gift.backAmount")

        def record() -> None:
            try:
                money = read_money(field.value(), gift.currency)
            except UserError as error:
                field.say(Verdict("bad", desk.words(error)))
                return
            self._back = None
            desk.run(
                GiveGiftBack(gift.payment, money), said=desk.text("The money went back to the donor."),
                failed=lambda error: field.say(Verdict("bad", desk.words(error))),
            )  # fmt: skip

        button = plain_button(theme, desk.text("Record that it went back"), record, name="gift.backRecord")
        self._box.addWidget(field)
        self._box.addLayout(row(theme, button, None))

    def _write(self) -> None:
        if self._row is not None:
            self.wanted.emit((self._row.donor,))

    def _plain(self) -> None:
        from hospes.ui.pages.money_receipts import print_receipts

        if self._row is not None:
            print_receipts(self.desk, [gift.payment for gift in self._row.gifts])

    def _open(self) -> None:
        if self._row is not None:
            open_donor(self.desk, self._row.donor)


class ReceiptPane(QWidget):
    """One receipt: print it, save its kept sheet, end it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._line: ReceiptLine | None = None
        self._asks = False
        self._box = column(desk.theme, gap=10)
        self.setLayout(self._box)

    def show_one(self, one: ReceiptLine) -> None:
        """Show a receipt."""
        desk, theme = self.desk, self.desk.theme
        if self._line is None or self._line.id != one.id:
            self._asks = False
        self._line = one
        clear(self._box)
        self._box.addWidget(
            Label(theme, desk.text("Receipt {number}", number=one.number), "name", name="receipt.number")
        )
        self._box.addWidget(Label(theme, one.name, wrap=True))
        amount = Label(theme, desk.locale.money(Money(one.minor, one.currency)), name="receipt.amount")
        self._box.addWidget(amount)
        for words in self._about(one):
            self._box.addWidget(Label(theme, words, "m", wrap=True))
        flow = FlowLayout(theme)
        if one.copy is not None:
            words = desk.text("Print a duplicate") if one.handed_on else desk.text("Print")
            flow.addWidget(plain_button(theme, words, self._print, icon="printer", name="receipt.print"))
        if one.paper_sha:
            kept = desk.text("Save the kept sheet…")
            flow.addWidget(plain_button(theme, kept, self._save, icon="file-down", name="receipt.save"))
        if one.donor is not None:
            flow.addWidget(plain_button(theme, desk.text("Open page"), self._open, name="receipt.open"))
        self._box.addWidget(holder(flow))
        if one.cancelled_on is None:
            self._end(one)

    def _about(self, one: ReceiptLine) -> list[str]:
        desk = self.desk
        words = [desk.text("Written on {day}", day=one.issued_on)]
        if one.form is not None:
            words.append(desk.locale.label(one.form))
        if one.first is not None:
            words.append(desk.text("Gifts: {span}", span=desk.locale.span(one.first, one.last)))
        if one.handed_on is not None:
            words.append(desk.text("Handed out on {day}", day=one.handed_on))
        if one.copy is None:
            words.append(desk.text("It was written elsewhere; its sheet is not kept here."))
        if one.cancelled_on is not None:
            words.append(
                desk.text("Void since {day}: {reason}", day=one.cancelled_on, reason=one.cancelled_reason)
            )
        return words

    def _end(self, one: ReceiptLine) -> None:
        desk, theme = self.desk, self.desk.theme
        if not self._asks:
            link = link_button(theme, desk.text("It is wrong…"), self._ask, name="receipt.wrong")
            self._box.addLayout(row(theme, link, None))
            return
        words = desk.text(
            "The receipt becomes void and its number stays used. Ask the donor to give it back."
        )
        self._box.addWidget(Label(theme, words, "m", wrap=True))
        self._reason = Field(theme, desk.text("Reason"), TextField(theme), name="receipt.reason")
        self._box.addWidget(self._reason)
        button = main_button(theme, desk.text("Make the receipt void"), self._cancel, name="receipt.cancel")
        self._box.addLayout(row(theme, button, None))

    def _ask(self) -> None:
        self._asks = True
        if self._line is not None:
            self.show_one(self._line)
            self._reason.editor.setFocus()

    def _cancel(self) -> None:
        desk, one = self.desk, self._line
        if one is not None:
            desk.run(
                CancelReceipt(one.id, self._reason.value()),
                said=desk.text("Receipt {number} is void.", number=one.number),
                failed=lambda error: self._reason.say(Verdict("bad", desk.words(error))),
            )

    def _print(self) -> None:
        if self._line is not None:
            self.desk.go("print", paper="donation-receipt", rows=[self._line.id.hex])

    def _save(self) -> None:
        """Save the sheet as it was written, which hands it out."""
        desk, one = self.desk, self._line
        if one is None:
            return
        sheet = desk.read(kept_sheet, one.id)
        path = ask_path(desk, self, desk.text("Receipt {number}", number=one.number), "pdf", "PDF")
        if path is not None and sheet is not None and save_bytes(desk, path, sheet) and not one.handed_on:
            desk.run(HandOutReceipts((one.id,)))

    def _open(self) -> None:
        if self._line is not None and self._line.donor is not None:
            open_donor(self.desk, self._line.donor)
