# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet for the auditors: what to look at, what Hospes found, every voucher to be ticked."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain.codes_cash import CashProof, CashSource
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.cash_paper import YearOptions, same, shown, year_of_paper
from hospes.papers.cash_questions import questions
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, tick

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.cash_lists import JournalRow
    from hospes.queries.cash_years import YearView

CHECKLIST = (
    N_("The balances at the beginning are those at the end of the year before."),
    N_("The cash was counted; it is what the journal says."),
    N_("The bank statements are complete; their last balance is what the journal says."),
    N_("Every voucher of the list is there and says what the journal says."),
    N_("Every voucher was ordered by somebody who may, and is for the purposes of the association."),
    N_("Dues were asked for as decided; what is open is known to the committee."),
    N_("Grants were spent as promised, and their reports were sent in time."),
    N_("The accounts keep to the plan, or the committee decided otherwise."),
    N_("Donation receipts are numbered without gaps and match the donations."),
    N_("What the auditors asked for last year was done."),
)
"""What auditors of small associations look at; the association's own rules come first."""


@dataclass(frozen=True, kw_only=True)
class AuditorsOptions(YearOptions):
    """What stands on the sheet."""

    payments: bool = tick(N_("Also what members paid"), False,
                          hint=N_("Every payment as a line; without it only its sum."))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Audit:
    """The year with its lines."""

    view: "YearView"
    rows: tuple["JournalRow", ...]
    documents: dict[UUID, list[str]]


class AuditorsSheet(Paper[AuditorsOptions, Audit]):
    """For those who check the accounts."""

    code: ClassVar[str] = "auditors-sheet"
    title: ClassVar[str] = N_("Sheet for the auditors")
    about: ClassVar[str] = N_("What to look at, what Hospes found, and the list of vouchers to tick")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = AuditorsOptions
    is_list: ClassVar[bool] = True

    def data(self, connection: "Connection", options: AuditorsOptions, scope: Scope, locale: Locale) -> Audit:
        """The year, its lines and the names of their documents."""
        from hospes.queries.association import association
        from hospes.queries.cash import accounts_of, categories_of
        from hospes.queries.cash_lists import journal_rows, vouchers_of_all
        from hospes.queries.cash_years import year_view

        own = association(connection)
        view = year_view(connection, year_of_paper(connection, own, options.year, scope.today), locale)
        accounts = accounts_of(connection, own.id)
        categories = categories_of(connection, own.id, locale.language)
        rows = journal_rows(view.bookings, accounts, categories, locale)
        named = vouchers_of_all(connection, [one.booking.row_id for one in rows])
        return Audit(view, rows, named)

    def build(self, data: Audit, options: AuditorsOptions, kit: "Kit") -> "Document":
        """Draw it."""
        tongues, view = kit.tongues, data.view
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.text("Year {year}", year=view.name).joined(),
            confidential=tongues.text("Confidential: only for the auditors and the committee"),
        )
        if not view.accounts:
            flow.para(tongues.text("There is no journal yet.").joined())
            return kit.finish()
        flow.section(tongues.text("Accounts"))
        flow.list(_accounts(view, tongues))
        flow.section(tongues.text("To be looked at"))
        ticks = [
            Column(tongues.text("Seen"), Align.CENTRE, fixed=16, tick=True),
            Column(tongues.text("What")),
        ]
        points: list[list[Cell]] = [["", tongues.text(one).joined(" / ")] for one in CHECKLIST]
        flow.list(Listing(ticks, [Section(points)]))
        _found(flow, view, tongues)
        flow.section(tongues.text("Vouchers"))
        _vouchers(flow, data, options, kit)
        flow.need(50 * MM)
        flow.section(tongues.text("Remarks of the auditors"))
        flow.space(min(34 * MM, flow.room - 27 * MM))  # the lines to sign stay with what is signed
        flow.signatures([tongues.text("Place and day"), tongues.text("Auditor"), tongues.text("Auditor")])
        return kit.finish()

    def table(self, data: Audit, options: AuditorsOptions, locale: Locale) -> Table:
        """The vouchers as rows."""
        heads = [
            locale.text("Account"), locale.text("No."), locale.text("Day"), locale.text("What"),
            locale.text("Category"), locale.text("Amount"), locale.text("Currency"), locale.text("Voucher"),
        ]  # fmt: skip
        return Table(
            locale.text(self.title), heads, [_plain(one, data, locale) for one in _listed(data, options)]
        )


def _accounts(view: "YearView", tongues: "Tongues") -> Listing:
    locale = tongues.first
    columns = [
        Column(tongues.text("Account"), strong=True, least=34),
        Column(tongues.text("At the beginning"), Align.RIGHT, grow=0, whole=True),
        Column(tongues.text("In"), Align.RIGHT, grow=0, whole=True),
        Column(tongues.text("Out"), Align.RIGHT, grow=0, whole=True),
        Column(tongues.text("At the end"), Align.RIGHT, grow=0, whole=True),
        Column(tongues.text("Entries"), Align.RIGHT, grow=0, whole=True),
    ]
    rows: list[list[Cell]] = []
    for one in view.accounts:
        cur = one.account.currency
        rows.append(
            [
                one.account.name,
                shown(one.opening, cur, locale),
                shown(one.flow.money_in + max(one.moved, 0), cur, locale),
                shown(one.flow.money_out + max(-one.moved, 0), cur, locale),
                shown(one.closing, cur, locale),
                str(one.entries),
            ]
        )
    return Listing(columns, [Section(rows)])


def _found(flow: "Flow", view: "YearView", tongues: "Tongues") -> None:
    """What Hospes found by itself; nothing is said where it found nothing."""
    found = [one for one in questions(view, tongues.first) if not one.done]
    flow.section(tongues.text("What Hospes found"))
    if not found:
        flow.para(
            tongues.text("No gap, no number twice, nothing without a category or a voucher.").joined(" / ")
        )
    for one in found:
        flow.para(f"– {one.text}")


def _listed(data: Audit, options: AuditorsOptions) -> list["JournalRow"]:
    return [one for one in data.rows if options.payments or one.booking.source is not CashSource.PAYMENT]


def _vouchers(flow: "Flow", data: Audit, options: AuditorsOptions, kit: "Kit") -> None:
    tongues, locale = kit.tongues, kit.locale
    columns = [
        Column(tongues.text("Seen"), Align.CENTRE, fixed=16, tick=True),
        Column(tongues.text("No."), Align.RIGHT, grow=0, whole=True),
        Column(tongues.text("Day"), grow=0, whole=True),
        Column(tongues.text("What"), strong=True, least=40),
        Column(tongues.text("Voucher"), least=26),
        Column(tongues.text("Amount"), Align.RIGHT, grow=0, whole=True),
    ]
    shown_rows = _listed(data, options)
    sections = []
    for account in data.view.accounts:
        own = [one for one in shown_rows if one.booking.account == account.account.id]
        rows: list[list[Cell]] = [_row(one, data, locale) for one in kit.enough(own)]
        rest = [one for one in data.rows if one.booking.account == account.account.id and one not in own]
        total = ""
        if rest:
            money = Money(sum(one.booking.counted for one in rest), account.account.currency)
            total = tongues.ntext(
                "and {n} payment, {amount}", "and {n} payments, {amount}", len(rest), amount=money
            ).joined()
        name = account.account.name
        sections.append(Section(rows, same(name, tongues), total))
    flow.list(Listing(columns, sections))


def _row(one: "JournalRow", data: Audit, locale: Locale) -> list[Cell]:
    line = one.booking
    words = one.words or line.who or one.category
    second = line.who if one.words and line.who else one.category
    return [
        "",
        str(line.number) if line.number is not None else "–",
        locale.date(line.on),
        (words, second) if second and second != words else words,
        _proof(one, data, locale),
        locale.money(one.money),
    ]


def _proof(one: "JournalRow", data: Audit, locale: Locale) -> str:
    """Where the voucher is."""
    line = one.booking
    named = data.documents.get(line.row_id, [])
    if named:
        return ", ".join(named)
    if line.brought or line.other_account is not None:
        return locale.text("Bank statement") if line.brought else ""
    if line.proof is CashProof.MISSING and not line.wants_voucher:
        return ""
    return locale.label(line.proof)


def _plain(one: "JournalRow", data: Audit, locale: Locale) -> "list[Value]":
    line = one.booking
    amount: Decimal = Decimal(line.counted) / 100
    return [
        one.account, line.number, line.on, one.words or line.who, one.category, amount, one.currency,
        _proof(one, data, locale),
    ]  # fmt: skip
