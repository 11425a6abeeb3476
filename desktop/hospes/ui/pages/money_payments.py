# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments: when, from whom, for what, how much, how, with which receipt (design 5.10)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.payments import DeletePayments, EditPayment
from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.donations_codes import GIFTS
from hospes.domain.dues import dues_year, year_name
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.payers import PayerKind
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.queries.association import association
from hospes.queries.dues import years_of_dues
from hospes.queries.payments import PaymentFilter, payment_of_receipt, payment_rows
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.money_columns import (
    PAYMENTS_COMPACT,
    PAYMENTS_NARROW,
    PAYMENTS_SHOWN,
    payment_columns,
    purpose_words,
)
from hospes.ui.pages.money_receipts import print_receipts
from hospes.ui.pages.money_tab import MoneyTab
from hospes.ui.pages.person_dates import date_field, day_check, whole_day
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.queries.payments import PaymentLine
    from hospes.ui.desk import Desk

CHIPS = (
    ("all", N_("All")),
    (PaymentPurpose.DUES.value, N_("Dues")),
    (PaymentPurpose.DONATION.value, N_("Donations")),
    ("other", N_("Everything else")),
)
GIVEN = frozenset(one.value for one in GIFTS)
OTHERS = frozenset({PaymentPurpose.VISIT, PaymentPurpose.GRANT, PaymentPurpose.OTHER})
PANE = {Fit.WIDE: 440}
PANE_USUAL = 350


class PaymentsTab(MoneyTab):
    """Year, quick filters, the list and the chosen payment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        own = desk.read(association)
        self._year_start, self._currency = own.year_start, own.currency
        self._year: int | None = dues_year(desk.file.today, own.year_start)
        self._chip, self._folded = "all", desk.settings.pane_folded
        self._all: list[PaymentLine] = []
        self._rows: dict[UUID, PaymentLine] = {}
        self.year = Choice(theme, name="payments.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.year.picked.connect(self._pick_year)
        self.chips = ChipRow(theme, desk.text("Show"), name="payments.chips")
        self.chips.chosen.connect(self._pick_chip)
        self.words = find_field(theme, desk.text("Find in this list"), "payments.words", self._read)
        self.table = ListTable(
            desk, "payments", payment_columns(), shown=PAYMENTS_SHOWN, name="payments.table",
            label=desk.text("Payments"),
        )  # fmt: skip
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self.table.sorted.connect(self._show_list)
        self.table.binned.connect(self._delete)
        self.body = ListBody(self.table)
        self.count = Label(theme, "", "m", name="payments.count")
        out = link_button(
            theme, desk.text("Take out…"), self._take_out, icon="file-down", name="payments.takeOut"
        )
        self.foot = holder(
            column(theme, line(), row(theme, self.count, None, out, margins=(16, 6, 12, 8)), gap=0)
        )
        card = Box(theme, "card", self.body, self.foot, gap=0, margins=(1, 1, 1, 1))
        tools = holder(FlowLayout(theme, self.year, self.chips, self.words, gap=10))
        self._left = column(theme, tools, card, gap=10)
        self._left.setStretch(1, 1)
        self._box = column(theme, gap=10, margins=(22, 14, 22, 14))
        self._area = scrolled(holder(column(theme, self._box, None)), "payments.look")
        self.side = SidePane(theme, self._area, width=PANE_USUAL, name="payments.pane")
        self.list_side = holder(self._left)
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretch(0, 1)
        self.setLayout(self._across)

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        years = desk.read(years_of_dues, desk.file.today)
        pairs = [(str(year), year_name(year, self._year_start)) for year in years]
        self.year.set_options([*pairs, ("", desk.text("All years"))], str(self._year or ""))
        self._read()

    def _read(self, *_: object) -> None:
        desk = self.desk
        wanted = PaymentFilter(self._year, words=self.words.text())
        self._all = desk.read(payment_rows, desk.file.today, desk.locale, wanted)
        number = desk.locale.number
        chips = [
            Chip(code, desk.text(words), number(sum(1 for one in self._all if _fits(one, code))))
            for code, words in CHIPS
        ]
        self.chips.set_chips(chips, self._chip)
        self._show_list()

    def _show_list(self, *_: object) -> None:
        desk = self.desk
        shown = [one for one in self._all if _fits(one, self._chip)]
        key = self.table.sort_key()
        if key:
            shown.sort(key=lambda one: _sorted_by(one, key, desk), reverse=self.table.descending())
        self._rows = {one.id: one for one in shown}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if shown and not self.table.chosen_ids():
            self.table.choose(shown[0].id, tell=False)
        total = Money(
            sum(one.amount.minor for one in shown if one.amount.currency == self._currency), self._currency
        )
        self.count.setText(
            desk.ntext("{n} payment, {amount}", "{n} payments, {amount}", len(shown), amount=total)
        )
        self._show_empty(not shown)
        self._show_chosen()

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self.body.show_list()
            return
        desk = self.desk
        if self.words.text() or self._chip != "all":
            way = Answer(desk.text("Show all"), self._show_all, main=True, name="payments.all")
            nothing = EmptyState(desk.theme, desk.text("No payment is like that."), (way,), icon="search")
        else:
            way = Answer(desk.text("Record a payment"), self._new, main=True, name="payments.empty.new")
            nothing = EmptyState(desk.theme, desk.text("No payments yet."), (way,), icon="wallet")
        self.body.show_empty(nothing)

    # -- the chosen one ------------------------------------------------------------------------------

    def _chosen(self) -> list[PaymentLine]:
        if not self.body.filled:
            return []
        return [self._rows[one] for one in self.table.chosen_ids() if one in self._rows]

    def _show_chosen(self, *_: object) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        chosen = self._chosen()
        if not chosen:
            self._box.addWidget(EmptyState(theme, desk.text("No payment is chosen."), icon="wallet"))
        elif len(chosen) == 1:
            self._show_one(chosen[0])
        else:
            self._show_many(chosen)
        self.headingChanged.emit()

    def _show_one(self, one: PaymentLine) -> None:
        desk, theme = self.desk, self.desk.theme
        self._box.addWidget(Label(theme, desk.locale.money(one.amount), "name", name="payments.look.amount"))
        self._box.addWidget(Label(theme, one.name, wrap=True, name="payments.look.name"))
        about = [purpose_words(one, desk.locale)]
        if one.receipt:
            about.append(desk.text("receipt {number}", number=one.receipt))
        self._box.addWidget(Label(theme, " · ".join(about), "m", wrap=True))
        if one.left > 0:
            left = Money(one.left, one.amount.currency)
            self._box.addWidget(
                Label(theme, desk.text("{amount} stand to their credit.", amount=left), "m", wrap=True)
            )
        flow = FlowLayout(theme)
        if one.amount.minor > 0:
            flow.addWidget(
                plain_button(
                    theme, desk.text("Print receipt"), self._receipts, icon="printer", name="payments.receipt"
                )
            )
        if one.payer is not None:
            flow.addWidget(plain_button(theme, desk.text("Open page"), self._open_page, name="payments.open"))
        self._box.addWidget(holder(flow))
        self._fields(one)
        self._box.addLayout(
            row(
                theme,
                link_button(
                    theme, desk.text("Delete this payment"), self._delete_chosen, name="payments.delete"
                ),
                None,
            )
        )

    def _fields(self, one: PaymentLine) -> None:
        """What can be corrected in place."""
        desk, theme = self.desk, self.desk.theme
        on = date_field(desk)
        on.setText(desk.locale.date(one.on))
        day = Field(theme, desk.text("Day"), on, check=day_check(desk), name="payments.on")
        day.saved.connect(lambda _: self._save_day(one, day))
        moved = one.method is not PaymentMethod.NONE
        ways = [
            (way.value, desk.locale.label(way))
            for way in PaymentMethod
            if (way is not PaymentMethod.NONE) is moved
        ]
        how = Field(theme, desk.text("How"), Choice(theme, ways, one.method.value), name="payments.how")
        how.saved.connect(lambda code: self._save(one, how, {"method": PaymentMethod(code)}))
        words = Field(theme, desk.text("Words"), TextField(theme, one.text), name="payments.text")
        words.saved.connect(lambda typed: self._save(one, words, {"text": typed}))
        fields = [day, how, words]
        if one.amount.minor > 0 and not one.receipt and not one.grant:
            text = one.amount.decimal_text()
            shown = text if desk.locale.language == "en" else text.replace(".", ",")
            amount = Field(theme, desk.text("Amount"), TextField(theme, shown), name="payments.amount")
            amount.saved.connect(lambda typed: self._save_amount(one, amount, typed))
            fields.insert(0, amount)
        for field in fields:
            self._box.addWidget(field)

    def _save(self, one: PaymentLine, field: Field, values: Mapping[str, object]) -> None:
        desk = self.desk
        desk.run(
            EditPayment(one.id, values, one.version),
            said=desk.text("The payment is corrected."),
            failed=lambda error: field.say(Verdict("bad", desk.words(error))),
        )

    def _save_day(self, one: PaymentLine, field: Field) -> None:
        day = whole_day(self.desk, field, self.desk.text("Say the whole day on which the money came."))
        if day is not None:
            self._save(one, field, {"on": day})

    def _save_amount(self, one: PaymentLine, field: Field, typed: str) -> None:
        try:
            money = read_money(typed, one.amount.currency)
        except UserError as error:
            field.say(Verdict("bad", self.desk.words(error)))
            return
        self._save(one, field, {"minor": money.minor})

    def _show_many(self, chosen: list[PaymentLine]) -> None:
        desk, theme = self.desk, self.desk.theme
        total = Money(sum(one.amount.minor for one in chosen), chosen[0].amount.currency)
        words = desk.ntext("{n} payment, {amount}", "{n} payments, {amount}", len(chosen), amount=total)
        self._box.addWidget(Label(theme, words, "name", wrap=True, name="payments.many"))
        receipts = plain_button(
            theme, desk.text("Print receipts"), self._receipts, icon="printer", name="payments.receipts"
        )
        delete = plain_button(
            theme,
            desk.text("Delete these payments"),
            self._delete_chosen,
            icon="trash-2",
            name="payments.deleteMany",
        )
        for button in (receipts, delete):
            self._box.addLayout(row(theme, button, None))

    # -- acts ----------------------------------------------------------------------------------------

    def _receipts(self) -> None:
        print_receipts(self.desk, [one.id for one in self._chosen()])

    def _delete_chosen(self) -> None:
        self._delete([one.id for one in self._chosen()])

    def _delete(self, ids: list[UUID]) -> None:
        if ids:
            said = self.desk.ntext("The payment is deleted.", "{n} payments are deleted.", len(ids))
            self.desk.run(DeletePayments(tuple(ids)), said=said)

    def _open(self, _payment: UUID) -> None:
        self._open_page()

    def _open_page(self) -> None:
        chosen = self._chosen()
        payer = chosen[0].payer if chosen else None
        if payer is None:
            return
        if payer.kind is PayerKind.PERSON:
            self.desk.go("person", id=payer.id.hex, tab="dues")
        elif payer.kind is PayerKind.HOUSEHOLD:
            self.desk.go("household", id=payer.id.hex)
        else:
            self.desk.go("contacts", view="organisations", id=payer.id.hex)

    def _new(self) -> None:
        self.desk.go("money", tab="dues", pay="new")

    def _take_out(self) -> None:
        self.desk.go("export", what="payments")

    def _pick_year(self, code: str) -> None:
        self._year = int(code) if code else None
        self._read()
        self.moved.emit()

    def _pick_chip(self, code: str) -> None:
        self._chip = code
        self._show_list()
        self.moved.emit()

    def _show_all(self) -> None:
        self._chip = "all"
        self.words.clear()
        self._read()

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        return NewButton(self.desk.text("Record a payment"), "coins", "money.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "find": self._find,
            "columns": self.table.choose_columns,
            "fold": self._fold,
            "take_out": self._take_out,
        }
        if self._chosen():
            acts |= {"print": self._receipts, "bin": self._delete_chosen}
        return acts

    def _find(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self.fit(self.fits)

    def show_at(self, **where: object) -> None:
        year, chip, chosen = where.get("year"), where.get("chip"), where.get("id")
        if isinstance(year, int):
            self._year = year or None
        if chip in {code for code, _ in CHIPS}:
            self._chip = str(chip)
        self.reload()
        if isinstance(chosen, str) and chosen:
            with suppress(ValueError):
                self._choose(UUID(hex=chosen))

    def _choose(self, wanted: UUID) -> None:
        """Choose a payment, by its own id or that of its receipt, of whatever year it is."""
        payment = self.desk.read(payment_of_receipt, wanted) or wanted
        if payment not in self._rows:
            self._year, self._chip = None, "all"
            self.reload()
        self.table.choose(payment)

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        return {
            "year": self._year or 0,
            "chip": self._chip,
            **({"id": current.hex} if isinstance(current, UUID) else {}),
        }

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self.table, self.side)

    def first_focus(self) -> QWidget | None:
        return self.table

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        theme, small = self.desk.theme, fit <= Fit.COMPACT
        left, _, right, bottom = side_margins(theme, fit)
        self.chips.set_compact(small)
        self.foot.setVisible(not small)
        self.table.fit_columns({Fit.COMPACT: PAYMENTS_COMPACT, Fit.NARROW: PAYMENTS_NARROW}.get(fit))
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self._left.setContentsMargins(left, 0, right if small else theme.u(16), 0 if small else bottom)
        if small:
            self.side.take_room()
        else:
            self.side.set_width(PANE.get(fit, PANE_USUAL))
        self.side.stand_beneath(small)
        self.side.set_folded(self._folded and not small)


def _fits(one: PaymentLine, chip: str) -> bool:
    if chip == "all":
        return True
    if chip == PaymentPurpose.DONATION.value:
        return one.purpose.value in GIVEN
    return one.purpose in OTHERS if chip == "other" else one.purpose.value == chip


def _sorted_by(one: PaymentLine, key: str, desk: Desk) -> Order:
    if key == "name":
        return 0, desk.locale.sort_key(one.name)
    if key == "amount":
        return one.amount.minor, desk.locale.sort_key("")
    if key == "receipt":
        return len(one.receipt), desk.locale.sort_key(one.receipt)
    if key == "on":
        return one.on.toordinal(), desk.locale.sort_key("")
    return 0, desk.locale.sort_key(desk.locale.label(one.method))
