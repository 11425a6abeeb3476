# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of a collection by direct debit, for the treasurer's file and the auditors."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.dues_letters import spaced
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, text
from hospes.papers.sepa_paper import Collected, collected

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.collections import ItemLine


@dataclass(frozen=True, kw_only=True)
class CollectionListOptions(SheetOptions):
    """Which collection."""

    collection: str = text(N_("Collection"), hint=N_("The day it is due; the newest if nothing is given."))


class SepaCollectionList(Paper[CollectionListOptions, "Collected | None"]):
    """The list of a collection."""

    code: ClassVar[str] = "sepa-collection-list"
    title: ClassVar[str] = N_("List of a collection")
    about: ClassVar[str] = N_("Every direct debit of a collection with its mandate, and what came back")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = CollectionListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: CollectionListOptions, scope: Scope, locale: Locale
    ) -> Collected | None:
        """The collection with its debits."""
        return collected(connection, options.collection, scope.today, locale)

    def build(self, data: Collected | None, options: CollectionListOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues, locale = kit.tongues, kit.locale
        title = tongues.text(self.title)
        if data is not None:
            line = data.line
            title = tongues.each(
                lambda reader: reader.text("Collection of {day}", day=reader.date(line.due_on, "long"))
            )
        flow = kit.flow(title, confidential=tongues.text("Confidential: only for the committee"))
        columns = [
            Column(tongues.ptext("person", "Name"), strong=True, least=40),
            Column(tongues.text("Mandate"), grow=0.6),
            Column(tongues.text("IBAN"), grow=0.8, whole=True),
            Column(tongues.text("Which debit"), grow=0.5),
            Column(tongues.text("Amount"), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("What became of it"), grow=0.8, least=34),
        ]
        items = data.items if data is not None else ()
        rows = [_row(item, locale) for item in kit.enough(items)]
        total = tongues.each(lambda one: _total(data, one)).joined() if data is not None else ""
        empty = tongues.text("Nothing was collected by direct debit yet.").joined()
        flow.list(Listing(columns, [Section(rows)], total, empty))
        return kit.finish()

    def table(self, data: Collected | None, options: CollectionListOptions, locale: Locale) -> Table:
        """A row for each debit, amounts as numbers."""
        heads = [
            locale.ptext("person", "Name"), locale.text("Mandate"), locale.text("Signed on"),
            locale.text("IBAN"), locale.text("Which debit"), locale.text("Amount"), locale.text("Words"),
            locale.text("Returned on"), locale.text("Reason"), locale.text("Fee of the bank"),
        ]  # fmt: skip
        rows = [_plain(item, locale) for item in (data.items if data is not None else ())]
        return Table(locale.text(self.title), heads, rows)


def _row(item: "ItemLine", locale: Locale) -> list[Cell]:
    became: Cell = ""
    if item.returned_on is not None and item.reason is not None:
        day = locale.text("returned on {day}", day=locale.date(item.returned_on))
        became = (day, locale.label(item.reason))
    elif item.payment_id is not None:
        became = locale.text("The money came")
    return [
        item.name,
        item.mandate.reference,
        spaced(item.mandate.iban),
        locale.label(item.sequence),
        locale.money(item.amount),
        became,
    ]


def _total(data: Collected, locale: Locale) -> str:
    line = data.line
    total = locale.money(Money(line.total, "EUR"))
    words = locale.ntext("{n} debit, {amount}", "{n} debits, {amount}", line.count, amount=total)
    if not line.returned:
        return words
    back = locale.money(Money(line.returned_total, "EUR"))
    fees = locale.money(Money(line.fees, "EUR"))
    return locale.text("{sum}; {back} came back, {fees} of fees", sum=words, back=back, fees=fees)


def _plain(item: "ItemLine", locale: Locale) -> "list[Value]":
    return [
        item.name,
        item.mandate.reference,
        item.mandate.signed_on,
        item.mandate.iban,
        locale.label(item.sequence),
        Decimal(item.minor) / 100,
        item.words,
        item.returned_on,
        locale.label(item.reason) if item.reason is not None else "",
        Decimal(item.fee) / 100 if item.fee else None,
    ]
