# SPDX-License-Identifier: GPL-3.0-or-later
"""Plain receipts for payments, numbered, in the payer's language.

No donation receipts: those have a form of their own and count for the tax office.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import PaymentPurpose
from hospes.domain.donations_codes import GIFTS
from hospes.domain.dues import year_name
from hospes.domain.errors import Message
from hospes.domain.names import for_reader, joint_name
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.dues_letters import language_of, letter_foot, payers_of_scope, year_of
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.ink import MM
from hospes.papers.kit.tongues import Pair
from hospes.papers.options import Options, SheetOptions, number, text
from hospes.papers.people import postal

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.paper_payers import Recipient
    from hospes.queries.payments import PaymentLine


@dataclass(frozen=True, kw_only=True)
class ReceiptOptions(SheetOptions):
    """Which receipts, signed by whom."""

    receipt: str = text(N_("Receipt no."), hint=N_("Only this one; all of the year if nothing is given."))
    year: int = number(N_("Payments of the year"), 0, 0, 2200, hint=N_("This year if it is 0."), machine=True)
    signed_by: str = text(N_("Signed by"), hint=N_("Our association if nothing is given."))


@dataclass(frozen=True, slots=True)
class ReceiptPaper:
    """One receipt."""

    payment: "PaymentLine"
    recipient: "Recipient | None"
    language: str


@dataclass(frozen=True, slots=True)
class Receipts:
    """All receipts of a paper."""

    own: "Association"
    receipts: tuple[ReceiptPaper, ...]
    without_number: int = 0


class DuesReceipt(Paper[ReceiptOptions, Receipts]):
    """Receipts for payments."""

    code: ClassVar[str] = "dues-receipt"
    title: ClassVar[str] = N_("Receipts for payments")
    about: ClassVar[str] = N_("A numbered receipt for dues or another payment, in the payer’s language")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.PAYMENTS
    options: ClassVar[type[Options]] = ReceiptOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ReceiptOptions, scope: Scope, locale: Locale
    ) -> Receipts:
        """The payments chosen, else the numbered ones of the year, of one payer or all."""
        from hospes.queries.association import association
        from hospes.queries.paper_payers import recipients
        from hospes.queries.payments import PaymentFilter, payment_rows, payments_by_id

        own = association(connection)
        if scope.rows is not None:
            rows = payments_by_id(connection, scope.rows, locale)
        else:
            year = year_of(own, options.year, scope.today)
            payers = None
            if scope.person is not None or scope.people is not None or scope.filter:
                payers = payers_of_scope(connection, scope, year, locale)
            found = payment_rows(connection, scope.today, locale, PaymentFilter(year))
            rows = [row for row in reversed(found) if payers is None or row.payer in payers]
        if options.receipt.strip():
            rows = [row for row in rows if row.receipt == options.receipt.strip()]
        numbered = [row for row in rows if row.receipt]
        whom = recipients(
            connection, {row.payer for row in numbered if row.payer}, scope.today, own.language or "en"
        )
        made = []
        for row in numbered:
            recipient = whom.get(row.payer) if row.payer is not None else None
            language = options.language
            if not language:
                language = language_of(recipient, own)[0] if recipient is not None else own.language or "en"
            made.append(ReceiptPaper(row, recipient, language))
        chosen = scope.rows is not None or scope.person is not None
        return Receipts(own, tuple(made), len(rows) - len(numbered) if chosen else 0)

    def build(self, data: Receipts, options: ReceiptOptions, kit: "Kit") -> "Document":
        """Draw them, one a sheet."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(max(1, len(data.receipts)))
        for at, one in enumerate(data.receipts):
            book.step(at, len(data.receipts))
            _draw(one, data.own, options, kit.letter(Locale.of(one.language)))
        if not data.receipts:
            flow = kit.letter(kit.locale).flow(kit.tongues.text(self.title))
            flow.para(kit.tongues.text("There is no receipt here yet.").joined(), kit.type.grey)
        if data.without_number:
            book.notes.append(
                Message(
                    "One payment has no receipt yet. Give it one in the list of payments.",
                    many="{n} payments have no receipt yet. Give them one in the list of payments.",
                    n=data.without_number,
                )
            )
        return kit.finish()


def _draw(one: ReceiptPaper, own: "Association", options: ReceiptOptions, kit: "Kit") -> None:
    from hospes.domain.addresses import address_lines

    payment, locale, tongues = one.payment, kit.locale, kit.tongues
    home = Locale.of(own.language or locale.code)
    name = one.recipient.envelope if one.recipient is not None else payment.name
    lines: tuple[str, ...] = (name,)
    if one.recipient is not None and one.recipient.address is not None:
        lines = address_lines((name,), postal(one.recipient.address), home, own.country)
    flow = kit.flow(
        tongues.text("Receipt no. {number}", number=payment.receipt),
        address=lines,
        window_right=own.country == "FR",
        about=Pair(letter_foot(own, locale)),
    )
    flow.y += 6 * MM
    facts = [
        Fact(tongues.text("Received from"), _payer(one, locale)),
        Fact(tongues.text("Amount"), locale.money(payment.amount)),
        Fact(tongues.text("What for"), purpose_words(payment, own, locale)),
        Fact(tongues.text("Received on"), locale.date(payment.on, "long")),
        Fact(tongues.text("How"), locale.label(payment.method)),
    ]
    flow.facts([fact for fact in facts if fact.value])
    flow.y += 6 * MM
    flow.para(tongues.text("Thank you.").joined(), kit.type.body, gap=2 * MM)
    if payment.purpose in GIFTS:
        words = tongues.text("This confirms that the gift came. It is not a receipt for the tax office.")
        flow.para(words.joined(), kit.type.grey)
    flow.signatures([Pair(options.signed_by or kit.sender.name)])


def _payer(one: ReceiptPaper, locale: Locale) -> str:
    """Who paid, in the language of the receipt; the envelope speaks that of the post."""
    if one.recipient is None or not one.recipient.names:
        return one.payment.name
    return joint_name([for_reader(name, locale.code) for name in one.recipient.names], locale)


def purpose_words(payment: "PaymentLine", own: "Association", locale: Locale) -> str:
    """What a payment was for: the years of its dues, else its purpose, and what was written of it."""
    if payment.years:
        years = locale.listing(year_name(year, own.year_start) for year in payment.years)
        return locale.text("Dues {year}", year=years)
    label = locale.label(payment.purpose)
    if payment.purpose is PaymentPurpose.DUES:
        return label
    if not payment.text:
        return label
    return locale.text("{purpose}: {words}", purpose=label, words=payment.text)
