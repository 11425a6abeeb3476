# SPDX-License-Identifier: GPL-3.0-or-later
"""One collection: its file for the bank, its papers, its money coming in, debits that come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.collections import BookCollection, DeleteCollection, ReturnDebits, ReturnedDebit
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.sepa import ReturnReason
from hospes.domain.values import Money
from hospes.queries.association import association
from hospes.queries.collections import collection_items
from hospes.transfer.writers.sepa_writer import collection_xml, file_name
from hospes.ui.pages.saving import ask_path, save_bytes
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.queries.collections import CollectionLine, ItemLine
    from hospes.ui.desk import Desk


class CollectionPane(QWidget):
    """Sums, buttons, and the debits; ticked ones can be marked as returned."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._box = column(desk.theme, gap=8)
        self.one: CollectionLine | None = None
        self._items: list[ItemLine] = []
        self._ticks: dict[UUID, Tick] = {}
        self.setLayout(self._box)

    def show_one(self, one: CollectionLine) -> None:
        """Show it."""
        desk, theme = self.desk, self.desk.theme
        self.one = one
        self._items = desk.read(collection_items, one.id, desk.locale)
        clear(self._box)
        self._ticks = {}
        title = desk.text("Collection of {day}", day=one.due_on)
        self._box.addWidget(Label(theme, title, "name", wrap=True, name="bank.collection.title"))
        self._box.addWidget(Label(theme, self._about(one), "m", wrap=True, name="bank.collection.about"))
        buttons = FlowLayout(theme)
        if one.booked_on is None:
            buttons.addWidget(
                main_button(
                    theme, desk.text("Save the file for the bank…"), self.save, name="bank.collection.save"
                )
            )
            if one.due_on <= desk.file.today:
                buttons.addWidget(
                    plain_button(
                        theme,
                        desk.text("The money came"),
                        self._book,
                        icon="check",
                        name="bank.collection.book",
                    )
                )
        buttons.addWidget(
            plain_button(
                theme,
                desk.text("Announce it"),
                self._announce,
                icon="printer",
                name="bank.collection.announce",
            )
        )
        buttons.addWidget(
            plain_button(theme, desk.text("Print the list"), self._list, name="bank.collection.list")
        )
        self._box.addWidget(holder(buttons))
        self._returns(one)
        for item in self._items:
            self._box.addWidget(self._row(item, one))
        if one.booked_on is None and not one.returned:
            away = link_button(
                theme, desk.text("Delete this collection"), self._delete, icon="trash-2",
                name="bank.collection.delete",
            )  # fmt: skip
            self._box.addLayout(row(theme, away, None))

    def _about(self, one: CollectionLine) -> str:
        desk = self.desk
        words = [
            desk.ntext(
                "{n} debit, {amount}", "{n} debits, {amount}", one.count, amount=Money(one.total, "EUR")
            )
        ]
        if one.booked_on is not None:
            words.append(desk.text("the money came on {day}", day=one.booked_on))
        elif one.due_on > desk.file.today:
            words.append(desk.text("nothing is sent by itself: take the file to your bank"))
        if one.returned:
            words.append(desk.ntext("{n} returned", "{n} returned", one.returned))
        if one.fees:
            words.append(desk.text("{amount} of fees", amount=Money(one.fees, "EUR")))
        return " · ".join(words)

    def _returns(self, one: CollectionLine) -> None:
        """Reason and fee, shown where something can come back."""
        desk, theme = self.desk, self.desk.theme
        if one.due_on > desk.file.today:
            return
        reasons = [(code.value, f"{code.value}  {desk.locale.label(code)}") for code in ReturnReason]
        self.reason = Choice(theme, reasons, ReturnReason.AM04.value)
        self.reason.setSizePolicy(self.sizePolicy())
        reason = Field(theme, desk.text("Reason on the statement"), self.reason, name="bank.return.reason")
        self.fee = Field(theme, desk.text("Fee of the bank"), TextField(theme), name="bank.return.fee")
        self.back = plain_button(
            theme, desk.text("Ticked ones came back"), self._return, icon="undo-2", name="bank.return.do"
        )
        self._box.addWidget(Label(theme, desk.text("What came back"), "section"))
        self._box.addWidget(reason)
        self._box.addWidget(self.fee)
        self._box.addLayout(row(theme, self.back, None))

    def _row(self, item: ItemLine, one: CollectionLine) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        amount = Label(theme, desk.locale.money(item.amount))
        if item.returned_on is not None and item.reason is not None:
            words = desk.text(
                "returned on {day}: {reason}", day=item.returned_on, reason=desk.locale.label(item.reason)
            )
            name = column(
                theme, Label(theme, item.name, wrap=True), Label(theme, words, "warn", wrap=True), gap=0
            )
            across = row(theme, holder(name), amount, gap=10)
        elif one.due_on <= desk.file.today:
            tick = Tick(theme, item.name, name=f"bank.return.tick.{item.id.hex}")
            self._ticks[item.id] = tick
            across = row(theme, tick, amount, gap=10)
        else:
            across = row(theme, Label(theme, item.name, wrap=True), amount, gap=10)
        across.setStretch(0, 1)
        return holder(across)

    # -- acts ----------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write the file where the person says."""
        desk, one = self.desk, self.one
        if one is None:
            return
        try:
            text = collection_xml(desk.read(association), self._items, one.due_on, one.file_version)
        except UserError as error:
            desk.say(error, kind="err")
            return
        path = ask_path(desk, self, file_name(one.due_on).removesuffix(".xml"), "xml", "SEPA XML")
        if path is not None:
            save_bytes(desk, path, text)

    def _book(self) -> None:
        desk, one = self.desk, self.one
        if one is not None:
            n = one.count - one.returned
            said = desk.ntext("{n} payment is recorded.", "{n} payments are recorded.", n)
            desk.run(BookCollection(one.id), said=said)

    def _return(self) -> None:
        desk = self.desk
        ticked = [key for key, tick in self._ticks.items() if tick.isChecked()]
        if not ticked:
            desk.say(desk.text("Tick the debits that came back first."), kind="info")
            return
        fee = 0
        if self.fee.value().strip():
            try:
                fee = read_money(self.fee.value(), "EUR").minor
            except UserError as error:
                self.fee.say(Verdict("bad", desk.words(error)))
                return
        reason = ReturnReason(self.reason.code())
        said = desk.ntext(
            "{n} debit came back; the dues are open again.", "{n} debits came back; the dues are open again.",
            len(ticked),
        )  # fmt: skip
        desk.run(ReturnDebits(tuple(ReturnedDebit(key, reason, fee) for key in ticked)), said=said)

    def _announce(self) -> None:
        if self.one is not None:
            self.desk.go("print", paper="sepa-prenotification", options={"collection": self.one.id.hex})

    def _list(self) -> None:
        if self.one is not None:
            self.desk.go("print", paper="sepa-collection-list", options={"collection": self.one.id.hex})

    def _delete(self) -> None:
        if self.one is not None:
            self.desk.run(DeleteCollection(self.one.id), said=self.desk.text("The collection is deleted."))
