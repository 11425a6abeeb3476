# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing receipts: who gets one, who does not and why; then one button, a bar with Stop, and one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hospes.actions.donations_receipts import NewReceipt, WriteDonationReceipts
from hospes.domain.donations_codes import ReceiptForm, WhyNot
from hospes.domain.values import Money
from hospes.papers.donation_receipt import kept_pdf
from hospes.queries.donations import ready_receipts
from hospes.queries.donations_rules import SPOKEN, tax_facts
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, side_margins
from hospes.ui.widgets.boxes import Box, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner, back_bar

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from hospes.domain.donations import GiftFact
    from hospes.domain.errors import UserError
    from hospes.domain.payers import Payer
    from hospes.queries.donations import ReadyReceipt, ReadyReceipts
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

NOT_TOLD = frozenset({WhyNot.RECEIPT, WhyNot.DUES_NO})
"""Reasons that are as they should be; only their number is told."""


class ReceiptReview(QWidget):
    """What keeps all from being written, receipts with ticks, who is left out, the button."""

    closed = Signal()
    written = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._year = desk.file.today.year
        self._donors: tuple[Payer, ...] | None = None
        self._ready: ReadyReceipts | None = None
        self._ticks: dict[str, Tick] = {}
        self._busy = False
        self.title = Label(theme, "", "name", wrap=True, name="receipts.review.title")
        self.each = Tick(
            theme, desk.text("A receipt for each gift, not one for the year"), name="receipts.each"
        )
        self.each.toggled.connect(self._settle)
        self._notes = column(theme, gap=8)
        self._list = column(theme, gap=4)
        self._left = column(theme, gap=4)
        self.left_title = Label(theme, "", "section", name="receipts.leftTitle")
        self.do = main_button(theme, "", self.write, icon="check", name="receipts.write")
        back = back_bar(theme, desk.text("Back to the list"), self.closed.emit, "receipts.back")
        receipts = Box(theme, "card", Label(theme, desk.text("Who gets a receipt"), "section"), self._list)
        self.left_card = Box(theme, "card", self.left_title, self._left)
        inner = holder(
            column(
                theme, self.title, self._notes, self.each, receipts, self.left_card, None, gap=12,
                margins=(0, 0, 10, 14),
            )
        )  # fmt: skip
        inner.setMaximumWidth(theme.u(900))
        across = row(theme, inner, gap=0)
        across.setStretchFactor(inner, 100)
        across.addStretch(1)
        foot = row(theme, self.do, None, margins=(0, 6, 0, 6))
        self._whole = column(theme, back, scrolled(holder(across), "receipts.review"), line(), foot, gap=4)
        self.setLayout(self._whole)

    def begin(self, year: int, donors: tuple[Payer, ...] | None = None) -> None:
        """Propose every receipt that can be written for a year, or those of some donors."""
        self._year, self._donors, self._ticks = year, donors, {}
        self._settle()

    def reload(self) -> None:
        """Look again; who was unticked stays so."""
        if self._ready is not None and not self._busy:
            self._settle()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.do if self.do.isEnabled() else self.each

    def _settle(self, *_: object) -> None:
        desk = self.desk
        self.title.setText(desk.text("Receipts for gifts of {year}", year=str(self._year)))
        self._ready = desk.read(
            ready_receipts, self._year, desk.file.today, desk.file.who.device, desk.locale, self._donors,
            each=self.each.isChecked(),
        )  # fmt: skip
        self._show_notes(self._ready)
        self._show_receipts(self._ready)
        self._show_left(self._ready)
        self._name_button()

    def _show_notes(self, ready: ReadyReceipts) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._notes)
        for number, block in enumerate(ready.plan.blocks):
            way = Answer(
                desk.text("Put it right"), lambda: desk.go("money", tab="donations", view="rules"),
                name=f"receipts.cure.{number}",
            )  # fmt: skip
            self._notes.addWidget(
                Banner(theme, desk.words(block), answers=(way,), name=f"receipts.block.{number}")
            )
        if not ready.plan.blocks and self._year == desk.file.today.year:
            words = desk.text("The year is not over. Gifts that still come need a receipt of their own.")
            self._notes.addWidget(Banner(theme, words, "home", name="receipts.early"))

    def _show_receipts(self, ready: ReadyReceipts) -> None:
        desk, theme = self.desk, self.desk.theme
        off = {key for key, tick in self._ticks.items() if not tick.isChecked()}
        clear(self._list)
        self._ticks = {}
        for one in ready.receipts:
            key = _key(one)
            tick = Tick(theme, one.name, name=f"receipts.tick.{key}")
            tick.setChecked(key not in off)
            tick.toggled.connect(self._name_button)
            self._ticks[key] = tick
            across = row(
                theme, tick, Label(theme, self._about(one), "m", wrap=True),
                Label(theme, desk.locale.money(Money(one.planned.minor, "EUR"))), gap=12,
            )  # fmt: skip
            across.setStretch(0, 2)
            across.setStretch(1, 3)
            self._list.addLayout(across)
        if not ready.receipts:
            words = desk.text("There is no gift that still needs a receipt.")
            self._list.addWidget(Label(theme, words, "m", wrap=True, name="receipts.none"))

    def _about(self, one: ReadyReceipt) -> str:
        desk, planned = self.desk, one.planned
        words = [desk.locale.label(planned.form)]
        n = len(planned.gifts)
        if n > 1:
            words.append(desk.ntext("{n} gift", "{n} gifts", n))
        else:
            words.append(desk.locale.date(planned.first))
        if one.foreign:
            words.append(desk.text("lives abroad"))
        return " · ".join(words)

    def _show_left(self, ready: ReadyReceipts) -> None:
        desk = self.desk
        clear(self._left)
        told = [(gift, why) for gift, why in ready.plan.left_out if why not in NOT_TOLD]
        self.left_card.setVisible(bool(told))
        n = len(told)
        self.left_title.setText(desk.ntext("{n} gift is left out", "{n} gifts are left out", n))
        for gift, why in told:
            self._left.addLayout(self._left_line(ready, gift, why))

    def _left_line(self, ready: ReadyReceipts, gift: GiftFact, why: WhyNot) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        name = ready.names.get(gift.donor.id, "") if gift.donor is not None else desk.text("nobody named")
        across = row(
            theme, Label(theme, name, wrap=True), Label(theme, desk.locale.label(why), "m", wrap=True),
            Label(theme, desk.locale.money(Money(gift.minor, gift.currency))), gap=12,
        )  # fmt: skip
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        return across

    def chosen(self) -> list[ReadyReceipt]:
        """The receipts that are ticked."""
        if self._ready is None:
            return []
        off = {key for key, tick in self._ticks.items() if not tick.isChecked()}
        return [one for one in self._ready.receipts if _key(one) not in off]

    def _name_button(self, *_: object) -> None:
        desk, some = self.desk, self.chosen()
        total = Money(sum(one.planned.minor for one in some), "EUR")
        words = desk.ntext(
            "Write {n} receipt, {amount}", "Write {n} receipts, {amount}", len(some), amount=total
        )
        self.do.setText(words)
        self.do.setEnabled(bool(some) and self._ready is not None and not self._ready.plan.blocks)

    # -- writing -------------------------------------------------------------------------------------

    def write(self) -> None:
        """Draw every sheet beside the window, then write all in one step."""
        desk, some = self.desk, self.chosen()
        if not some or self._busy:
            return
        self._busy = True
        self.do.setEnabled(False)
        numbers = [str(one.copy["number"]) for one in self._ready.receipts] if self._ready else []
        today = desk.file.today

        def job(work: Work) -> list[NewReceipt]:
            made = []
            for at, one in enumerate(some):
                work.tell(at, len(some))
                # A receipt that is left out takes no number: the others move up.
                made.append(new_receipt(one, numbers[at], today))
            return made

        desk.tasks.run(
            job,
            title=desk.text("Writing receipts"),
            done=self._drawn,
            failed=self._failed,
            stopped=self._stopped,
        )

    def _drawn(self, made: list[NewReceipt]) -> None:
        desk = self.desk
        self._busy = False
        spoken = SPOKEN.get(desk.read(tax_facts, desk.file.today).country, "de")
        n = len(made)
        said = desk.ntext("{n} receipt is written.", "{n} receipts are written.", n)
        done = desk.run(WriteDonationReceipts(tuple(made), spoken), said=said)
        if done is not None and isinstance(done.result, list):
            self._ready, self._ticks = None, {}
            self.written.emit(done.result)
        else:
            self._settle()

    def _failed(self, error: UserError) -> None:
        self._busy = False
        self.desk.say(error, kind="err")
        self._settle()

    def _stopped(self) -> None:
        self._busy = False
        self.desk.say(self.desk.text("Stopped. No receipt is written."), kind="info")
        self._settle()

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)


def _key(one: ReadyReceipt) -> str:
    return f"{one.planned.donor.id.hex}.{one.planned.gifts[0].payment.hex}"


def new_receipt(one: ReadyReceipt, number: str, today: date) -> NewReceipt:
    """The receipt with its number and its sheet."""
    planned = one.planned
    copy = {**one.copy, "number": number}
    items: tuple[tuple[UUID, int], ...] = tuple((gift.payment, gift.minor) for gift in planned.gifts)
    return NewReceipt(
        number, ReceiptForm(planned.form), planned.donor, planned.first, planned.last, items, copy,
        kept_pdf(copy, today),
    )  # fmt: skip
