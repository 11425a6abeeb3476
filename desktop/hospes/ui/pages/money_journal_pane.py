# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands beside the journal: the chosen line with its fields and vouchers, or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.cash_entries import DeleteEntries, EditEntry
from hospes.actions.cash_filing import FileBooking
from hospes.domain.codes_cash import CashProof, CashSide, CashSource
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.values import Money
from hospes.queries.cash_lists import unfinished
from hospes.ui.pages.money_journal_parts import PartsForm
from hospes.ui.pages.money_journal_vouchers import VoucherList
from hospes.ui.pages.person_dates import date_field, day_check, whole_day
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hospes.queries.cash_lists import Journal, JournalRow
    from hospes.ui.desk import Desk

UNSORTED = ""


def typed_amount(desk: Desk, money: Money) -> str:
    """An amount as it is typed in the reader's language."""
    text = money.decimal_text()
    return text if desk.locale.language == "en" else text.replace(".", ",")


class JournalPane(QWidget):
    """The chosen lines."""

    correct = Signal(object)
    """A correcting entry is wanted for this line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._journal: Journal | None = None
        self._closed = False
        self._visits: list[tuple[str, str]] = []
        self.vouchers = VoucherList(desk)
        self.parts = PartsForm(desk)
        self.parts.closed.connect(self._parts_closed)
        self._box = column(desk.theme, gap=10)
        self.setLayout(column(desk.theme, holder(self._box), self.parts, self.vouchers, None, gap=10))
        self.parts.hide()

    def show_lines(
        self, journal: Journal, rows: Sequence[JournalRow], visits: list[tuple[str, str]], *, closed: bool
    ) -> None:
        """Show these lines of the journal."""
        theme, desk = self.desk.theme, self.desk
        self._journal, self._closed, self._visits = journal, closed, visits
        clear(self._box)
        self.parts.hide()
        one = rows[0] if len(rows) == 1 else None
        self.vouchers.setVisible(one is not None)
        if one is not None:
            self._show_one(one)
            self.vouchers.show_line(one.booking.row_id)
        elif rows:
            self._show_many(rows)
        else:
            self._box.addWidget(EmptyState(theme, desk.text("No entry is chosen."), icon="scroll-text"))

    # -- one -----------------------------------------------------------------------------------------

    def _show_one(self, one: JournalRow) -> None:
        desk, theme, line = self.desk, self.desk.theme, one.booking
        self._box.addWidget(Label(theme, desk.locale.money(one.money), "name", name="journal.look.amount"))
        about = [text for text in (one.words, line.who, one.account) if text]
        if line.number is not None:
            about.append(desk.text("No. {number}", number=line.number))
        self._box.addWidget(Label(theme, " · ".join(about), wrap=True, name="journal.look.about"))
        if line.foreign is not None:
            self._box.addWidget(Label(theme, self._abroad(one), "m", wrap=True))
        for trouble in unfinished(one):
            self._box.addWidget(StateWord(theme, desk.locale.label(trouble), "warn", "triangle-alert"))
        if self._closed:
            self._say_closed(one)
            return
        if line.source is CashSource.ENTRY:
            self._entry(one)
        else:
            self._filed(one)

    def _abroad(self, one: JournalRow) -> str:
        line = one.booking
        money = Money(line.foreign or 0, line.foreign_currency)
        if not line.rate:
            return self.desk.text("{amount}: no exchange rate yet", amount=money)
        return self.desk.text("{amount} at the rate {rate}", amount=money, rate=line.rate)

    def _say_closed(self, one: JournalRow) -> None:
        desk, theme = self.desk, self.desk.theme
        words = desk.text("This year is closed. A mistake is put right by an entry in the open year.")
        self._box.addWidget(Label(theme, words, "m", wrap=True, name="journal.look.closed"))
        button = plain_button(
            theme,
            desk.text("Write a correcting entry"),
            lambda: self.correct.emit(one),
            icon="undo-2",
            name="journal.correct",
        )
        self._box.addLayout(row(theme, button, None))

    def _entry(self, one: JournalRow) -> None:
        """An entry of the journal itself: all of it can be corrected."""
        desk, theme, line = self.desk, self.desk.theme, one.booking
        on = date_field(desk)
        on.setText(desk.locale.date(line.on))
        day = Field(theme, desk.text("Day"), on, check=day_check(desk), name="journal.on")
        day.saved.connect(lambda _: self._save_day(one, day))
        words = Field(theme, desk.text("What"), TextField(theme, line.text), name="journal.words")
        words.saved.connect(lambda typed: self._save(one, words, {"text": typed}))
        fields = [day, words]
        divided = len(line.parts) > 1
        if line.other_account is None:
            if not divided:
                fields.append(self._category_field(one))
            other = Field(theme, desk.text("From or to whom"), TextField(theme, line.who), name="journal.who")
            if line.person is not None or line.organisation is not None:
                other.hide()
            other.saved.connect(lambda typed: self._save(one, other, {"other_side": typed}))
            visit = Field(
                theme,
                desk.text("For which visit"),
                Choice(theme, [("", "–"), *self._visits], line.visit.hex if line.visit else ""),
                name="journal.visit",
            )
            visit.saved.connect(
                lambda code: self._save(one, visit, {"visit_id": UUID(hex=code) if code else None})
            )
            fields += [other, visit]
        if not divided and line.key == line.row_id:
            amount = Field(
                theme,
                desk.text("Amount"),
                TextField(theme, typed_amount(desk, Money(abs(line.counted), one.currency))),
                name="journal.amount",
            )
            amount.saved.connect(lambda typed: self._save_amount(one, amount, typed))
            fields.insert(1, amount)
        for field in (*fields, *self._common(one)):
            self._box.addWidget(field)
        flow = FlowLayout(theme)
        if line.other_account is None:
            flow.addWidget(
                plain_button(theme, desk.text("Divide…"), lambda: self._divide(one), name="journal.divide")
            )
        flow.addWidget(
            link_button(
                theme, desk.text("Delete this entry"), lambda: self.delete([one]), name="journal.delete"
            )
        )
        self._box.addWidget(holder(flow))

    def _filed(self, one: JournalRow) -> None:
        """A payment or a visit's cost: where it stands it is corrected, here it is only sorted."""
        desk, theme, line = self.desk, self.desk.theme, one.booking
        payment = line.source is CashSource.PAYMENT
        words = (
            desk.text("This is a payment. Day and amount are corrected where it stands.")
            if payment
            else desk.text("This is from the budget of a visit. Day and amount are corrected there.")
        )
        self._box.addWidget(Label(theme, words, "m", wrap=True, name="journal.look.source"))
        label = desk.text("Open the payment") if payment else desk.text("Open the budget")
        self._box.addLayout(
            row(theme, plain_button(theme, label, lambda: self.open_source(one), name="journal.open"), None)
        )
        for field in (self._category_field(one), *self._common(one), *self._rate(one)):
            self._box.addWidget(field)

    def _common(self, one: JournalRow) -> list[Field]:
        desk, theme, line = self.desk, self.desk.theme, one.booking
        fields: list[Field] = []
        journal = self._journal
        accounts = [] if journal is None else [(x.id.hex, x.name) for x in journal.accounts]
        if len(accounts) > 1 and line.other_account is None:
            account = Field(
                theme, desk.text("Account"), Choice(theme, accounts, line.account.hex), name="journal.account"
            )
            account.saved.connect(lambda code: self._file(one, account, {"account_id": UUID(hex=code)}))
            fields.append(account)
        if line.source is not CashSource.PAYMENT and not line.documents and line.other_account is None:
            options = [(proof.value, desk.locale.label(proof)) for proof in CashProof]
            proof = Field(
                theme, desk.text("Voucher"), Choice(theme, options, line.proof.value), name="journal.proof"
            )
            proof.saved.connect(lambda code: self._file(one, proof, {"proof": CashProof(code)}))
            fields.append(proof)
        return fields

    def _rate(self, one: JournalRow) -> list[Field]:
        desk, theme, line = self.desk, self.desk.theme, one.booking
        if line.foreign is None:
            return []
        rate = Field(
            theme,
            desk.text("Exchange rate"),
            TextField(theme, line.rate),
            hint=desk.text("How much one {currency} is worth.", currency=line.foreign_currency),
            name="journal.rate",
        )
        rate.saved.connect(lambda typed: self._file(one, rate, {"rate": typed}))
        return [rate]

    def _category_field(self, one: JournalRow) -> Field:
        desk, theme, line = self.desk, self.desk.theme, one.booking
        chosen = line.parts[0].category if line.parts else None
        field = Field(
            theme,
            desk.text("Category"),
            Choice(theme, self._categories(one.booking.counted), chosen.hex if chosen else UNSORTED),
            name="journal.category",
        )
        field.saved.connect(
            lambda code: self._file(one, field, {"category_id": UUID(hex=code) if code else None})
        )
        return field

    def _categories(self, minor: int) -> list[tuple[str, str]]:
        """All categories, those of the amount's side first."""
        desk = self.desk
        if self._journal is None:
            return []
        side = CashSide.IN if minor >= 0 else CashSide.OUT
        rows = sorted((c for c in self._journal.categories if not c.ended), key=lambda c: c.side is not side)
        return [(UNSORTED, desk.text("not sorted")), *((c.id.hex, c.name) for c in rows)]

    # -- several -------------------------------------------------------------------------------------

    def _show_many(self, rows: Sequence[JournalRow]) -> None:
        desk, theme = self.desk, self.desk.theme
        total = Money(sum(one.booking.counted for one in rows), rows[0].currency)
        words = desk.ntext("{n} entry, {amount}", "{n} entries, {amount}", len(rows), amount=total)
        self._box.addWidget(Label(theme, words, "name", wrap=True, name="journal.many"))
        if self._closed:
            return
        plain = [one for one in rows if one.booking.other_account is None]
        if plain:
            category = Field(
                theme,
                desk.text("Category"),
                Choice(theme, self._categories(plain[0].booking.counted), UNSORTED),
                name="journal.many.category",
            )
            category.saved.connect(
                lambda code: self._file_all(plain, {"category_id": UUID(hex=code) if code else None})
            )
            self._box.addWidget(category)
            paper = plain_button(
                theme,
                desk.text("The vouchers are in the folder"),
                lambda: self._file_all(plain, {"proof": CashProof.PAPER}),
                icon="folder",
                name="journal.many.paper",
            )
            self._box.addLayout(row(theme, paper, None))
        own = [one for one in rows if one.booking.source is CashSource.ENTRY]
        if own and len(own) == len(rows):
            self._box.addLayout(
                row(
                    theme,
                    link_button(
                        theme,
                        desk.text("Delete these entries"),
                        lambda: self.delete(own),
                        name="journal.many.delete",
                    ),
                    None,
                )
            )

    # -- acts ----------------------------------------------------------------------------------------

    def delete(self, rows: Sequence[JournalRow]) -> None:
        """Delete entries of the journal itself; payments and costs are deleted where they stand."""
        desk = self.desk
        ids = tuple({one.booking.row_id for one in rows if one.booking.source is CashSource.ENTRY})
        if not ids:
            desk.say(desk.text("Payments and costs of visits are deleted where they stand."), kind="info")
            return
        said = desk.ntext("The entry is deleted.", "{n} entries are deleted.", len(ids))
        desk.run(DeleteEntries(ids), said=said)

    def open_source(self, one: JournalRow) -> None:
        """Go to where a payment or a cost stands."""
        line = one.booking
        if line.source is CashSource.PAYMENT:
            self.desk.go("money", tab="payments", id=line.row_id.hex)
        elif line.source is CashSource.LINE and line.visit is not None:
            self.desk.go("visit", id=line.visit.hex, tab="budget")

    def _divide(self, one: JournalRow) -> None:
        if self._journal is not None:
            self.parts.begin(one, self._categories(one.booking.counted))
            self.parts.show()

    def _parts_closed(self) -> None:
        self.parts.hide()

    def _save(self, one: JournalRow, field: Field, values: Mapping[str, object]) -> None:
        desk = self.desk
        desk.run(
            EditEntry(one.booking.row_id, values, one.booking.version),
            said=desk.text("The entry is corrected."),
            failed=lambda error: field.say(Verdict("bad", desk.words(error))),
        )

    def _file(self, one: JournalRow, field: Field, values: Mapping[str, Any]) -> None:
        desk = self.desk
        desk.run(
            FileBooking((one.booking.row_id,), values),
            said=desk.text("The entry is corrected."),
            failed=lambda error: field.say(Verdict("bad", desk.words(error))),
        )

    def _file_all(self, rows: Sequence[JournalRow], values: Mapping[str, Any]) -> None:
        desk = self.desk
        ids = tuple(dict.fromkeys(one.booking.row_id for one in rows))
        said = desk.ntext("{n} entry is sorted.", "{n} entries are sorted.", len(ids))
        desk.run(FileBooking(ids, values), said=said)

    def _save_day(self, one: JournalRow, field: Field) -> None:
        day = whole_day(self.desk, field, self.desk.text("Say the whole day."))
        if day is not None:
            self._save(one, field, {"on": day})

    def _save_amount(self, one: JournalRow, field: Field, typed: str) -> None:
        try:
            money = read_money(typed, one.currency)
        except UserError as error:
            field.say(Verdict("bad", self.desk.words(error)))
            return
        sign = -1 if one.booking.counted < 0 else 1
        self._save(one, field, {"minor": sign * abs(money.minor)})
