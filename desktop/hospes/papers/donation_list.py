# SPDX-License-Identifier: GPL-3.0-or-later
"""The donation receipts of a year with count and sum, for auditors and the French declaration."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, choice, number

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.donations import ReceiptLine


class YearOf(Code):
    """What year is meant."""

    GIFTS = "gifts", N_("Gifts of the year")
    WRITTEN = "written", N_("Written in the year")


@dataclass(frozen=True, kw_only=True)
class DonationListOptions(SheetOptions):
    """Which year."""

    year: int = number(N_("Year"), 0, 0, 2200, hint=N_("This year if it is 0."), machine=True)
    by: YearOf = choice(N_("Which receipts"), YearOf.WRITTEN)


@dataclass(frozen=True, slots=True)
class ReceiptsOfYear:
    """The receipts, the valid ones among them, and the year."""

    lines: "tuple[ReceiptLine, ...]"
    year: int


class DonationList(Paper[DonationListOptions, ReceiptsOfYear]):
    """The list of donation receipts."""

    code: ClassVar[str] = "donation-list"
    title: ClassVar[str] = N_("List of donation receipts")
    about: ClassVar[str] = N_("The donation receipts of a year with their count and sum; void ones too")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = DonationListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: DonationListOptions, scope: Scope, locale: Locale
    ) -> ReceiptsOfYear:
        """The receipts of the year; of one person where one is named."""
        from hospes.domain.payers import Payer, PayerKind
        from hospes.queries.donations import ReceiptFilter, receipt_lines

        year = options.year or scope.today.year
        ids = scope.people if scope.people is not None else (scope.person,) if scope.person else None
        donors = {Payer(PayerKind.PERSON, one) for one in ids} if ids is not None else None
        wanted = ReceiptFilter(year, options.by is YearOf.WRITTEN, donors)
        return ReceiptsOfYear(tuple(receipt_lines(connection, wanted, locale)), year)

    def build(self, data: ReceiptsOfYear, options: DonationListOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues, locale = kit.tongues, kit.locale
        year = str(data.year)
        lead = tongues.text("Donation receipts for gifts of {year}", year=year)
        if options.by is YearOf.WRITTEN:
            lead = tongues.text("Donation receipts written in {year}", year=year)
        flow = kit.flow(
            tongues.text(self.title),
            lead=lead.joined(),
            confidential=tongues.text("Confidential: only for the committee"),
        )
        columns = [
            Column(tongues.text("Receipt no."), grow=0, whole=True),
            Column(tongues.text("Written on"), grow=0, whole=True),
            Column(tongues.ptext("person", "Name"), strong=True, least=40),
            Column(tongues.text("Gifts from – to"), grow=0.6),
            Column(tongues.text("Amount"), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("State"), grow=0.6, least=24),
        ]
        rows = [_row(one, locale) for one in kit.enough(data.lines)]
        empty = tongues.text("There is no donation receipt here yet.").joined()
        total = tongues.each(lambda one: _total(data, one)).joined()
        flow.list(Listing(columns, [Section(rows)], total, empty))
        return kit.finish()

    def table(self, data: ReceiptsOfYear, options: DonationListOptions, locale: Locale) -> Table:
        """A row for each receipt, amounts as numbers."""
        heads = [
            locale.text("Receipt no."), locale.text("Written on"), locale.ptext("person", "Name"),
            locale.text("First day"), locale.text("Last day"), locale.text("Amount"),
            locale.text("Currency"), locale.text("Handed out on"), locale.text("Void since"),
            locale.text("Reason"),
        ]  # fmt: skip
        return Table(locale.text(self.title), heads, [_plain(one) for one in data.lines])


def _row(one: "ReceiptLine", locale: Locale) -> list[Cell]:
    state: Cell = ""
    if one.cancelled_on is not None:
        state = (locale.text("void since {day}", day=locale.date(one.cancelled_on)), one.cancelled_reason)
    elif one.handed_on is not None:
        state = locale.text("handed out on {day}", day=locale.date(one.handed_on))
    return [
        one.number,
        locale.date(one.issued_on),
        one.name,
        locale.span(one.first, one.last),
        locale.money(Money(one.minor, one.currency)),
        state,
    ]


def _total(data: ReceiptsOfYear, locale: Locale) -> str:
    valid = [one for one in data.lines if one.cancelled_on is None]
    if not data.lines:
        return ""
    total = locale.money(Money(sum(one.minor for one in valid), valid[0].currency if valid else "EUR"))
    words = locale.ntext("{n} receipt, {amount}", "{n} receipts, {amount}", len(valid), amount=total)
    void = len(data.lines) - len(valid)
    if not void:
        return words
    more = locale.ntext("{n} void receipt does not count", "{n} void receipts do not count", void)
    return f"{words}; {more}"


def _plain(one: "ReceiptLine") -> "list[Value]":
    return [
        one.number, one.issued_on, one.name, one.first, one.last, Decimal(one.minor) / 100, one.currency,
        one.handed_on, one.cancelled_on, one.cancelled_reason,
    ]  # fmt: skip
