# SPDX-License-Identifier: GPL-3.0-or-later
"""Donation receipts for the tax office, drawn from what was frozen when they were written.

A receipt is printed once; every later print carries "duplicate" over it, a void one says so.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.donations_codes import ReceiptForm
from hospes.domain.donations_copy import Copy
from hospes.domain.errors import Message
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Sent
from hospes.papers.donation_sheet import OnePage, fit
from hospes.papers.kit.page import Page, PaperSize
from hospes.papers.options import Options, number, text

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Book, Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.donations import ReceiptLine


@dataclass(frozen=True, kw_only=True)
class DonationOptions(Options):
    """Which receipts."""

    receipt: str = text(N_("Receipt no."), hint=N_("Only this one; all of the year if nothing is given."))
    year: int = number(N_("Gifts of the year"), 0, 0, 2200, hint=N_("This year if it is 0."), machine=True)


@dataclass(frozen=True, slots=True)
class DonationReceipts:
    """The receipts of a paper."""

    lines: "tuple[ReceiptLine, ...]"
    without_copy: int = 0
    year: int = 0


class DonationReceipt(Paper[DonationOptions, DonationReceipts]):
    """Receipts for gifts by the official form of the association's country."""

    code: ClassVar[str] = "donation-receipt"
    title: ClassVar[str] = N_("Donation receipts")
    about: ClassVar[str] = N_("Receipts for the tax office that were written under Money ▸ Donations")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.PAYMENTS
    options: ClassVar[type[Options]] = DonationOptions
    hands_out: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: DonationOptions, scope: Scope, locale: Locale
    ) -> DonationReceipts:
        """The receipts chosen, else the valid ones for gifts of the year, of one person or all."""
        from hospes.domain.payers import Payer, PayerKind
        from hospes.queries.donations import ReceiptFilter, receipt_lines

        year = options.year or scope.today.year
        wanted = ReceiptFilter(year, number="")
        if options.receipt.strip():
            wanted = ReceiptFilter(number=options.receipt.strip())
        elif scope.rows is not None:
            wanted = ReceiptFilter(ids=scope.rows)
        elif scope.person is not None:
            wanted = ReceiptFilter(year, donors={Payer(PayerKind.PERSON, scope.person)})
        rows = receipt_lines(connection, wanted, locale)
        if not options.receipt.strip() and scope.rows is None:
            rows = [row for row in rows if row.cancelled_on is None]
        kept = tuple(row for row in rows if row.copy)
        return DonationReceipts(kept, len(rows) - len(kept), year)

    def build(self, data: DonationReceipts, options: DonationOptions, kit: "Kit") -> "Document":
        """Draw them, one a page; collective ones with their annex."""
        title = kit.tongues.text(self.title)
        book = kit.open_book(title)
        book.expect(max(1, len(data.lines)))
        for at, line in enumerate(data.lines):
            book.step(at, len(data.lines))
            assert line.copy is not None
            draw_receipt(line.copy, book, stamp=_stamp(line))
        if not data.lines:
            words = kit.tongues.text("There is no donation receipt here yet.").joined()
            book.turn(Page.of(PaperSize.A4))
            sheet = OnePage(Page.of(PaperSize.A4), 1.0, book.pen)
            sheet.para(title.joined(), sheet.title)
            sheet.para(words)
        if data.without_copy:
            book.notes.append(
                Message(
                    "One receipt was written elsewhere and has no copy here.",
                    many="{n} receipts were written elsewhere and have no copy here.",
                    n=data.without_copy,
                )
            )
        return kit.finish()

    def sent(self, data: DonationReceipts) -> Sent | None:
        """From now on every print is a duplicate."""
        from hospes.actions.donations_receipts import HandOutReceipts

        new = [line.id for line in data.lines if line.handed_on is None and line.cancelled_on is None]
        if not new:
            return None
        said = Message(
            "The receipt is handed out. A later print says that it is a duplicate.",
            many="{n} receipts are handed out. A later print says that it is a duplicate.",
            n=len(new),
        )
        return Sent(HandOutReceipts(tuple(new)), said)


def _stamp(line: "ReceiptLine") -> str:
    assert line.copy is not None
    words = line.copy["texts"]
    if line.cancelled_on is not None:
        return str(words["cancelled"])
    return str(words["duplicate"]) if line.handed_on is not None else ""


def draw_receipt(copy: Copy, book: "Book", *, stamp: str = "") -> None:
    """One receipt on the next sheet: exactly one page, and the annex of a collective one."""
    from hospes.papers import donation_german, recu_fiscal

    form = ReceiptForm(str(copy["form"]))
    page = Page.of(PaperSize.A4)
    lay = recu_fiscal.lay_front if form is ReceiptForm.FR_RECEIPT else donation_german.lay_front
    scale = fit(page, lambda sheet: lay(copy, sheet))
    book.turn(page)
    book.bookmark(str(copy["number"]))
    sheet = OnePage(page, scale, book.pen)
    sheet.over(stamp)
    lay(copy, sheet)
    if form is ReceiptForm.DE_COLLECTIVE:
        donation_german.draw_annex(copy, book, page)


def kept_pdf(copy: Copy, day: "date") -> bytes:
    """The sheet of one receipt as a file of its own, which is kept as it was written."""
    from hospes.papers.kit.book import Book

    spoken = "fr" if copy["form"] == ReceiptForm.FR_RECEIPT.value else "de"
    book = Book(f"{copy['texts']['title']} {copy['number']}", (spoken,), day=day)
    draw_receipt(copy, book)
    return book.finish().pdf
