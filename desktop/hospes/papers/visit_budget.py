# SPDX-License-Identifier: GPL-3.0-or-later
"""The budget of a visit, planned and real, with what each funder accepts (domain 6, REQ-3-07, 3-08)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes_money import BudgetCategory, BudgetSide
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import NO_WORDS, Pair, Tongues
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    VisitPaper,
    destroy,
    foot,
    listed,
    sentence,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.budget import BudgetView, LineRow
    from hospes.queries.grants import GrantRow
    from hospes.queries.paper_visit import PaperVisit


@dataclass(frozen=True, kw_only=True)
class VisitBudgetOptions(SheetOptions):
    """What stands in the budget."""

    real: bool = tick(N_("What was really paid"), True)
    funders: bool = tick(N_("What each funder accepts"))
    accounts: bool = tick(N_("What each person owes and has paid"), personal=True)


@dataclass(frozen=True, slots=True)
class Accounts:
    """The budget of a visit."""

    visit: "PaperVisit"
    view: "BudgetView"


class VisitBudget(VisitPaper[VisitBudgetOptions, Accounts]):
    """The budget."""

    code: ClassVar[str] = "visit-budget"
    title: ClassVar[str] = N_("Budget of the visit")
    about: ClassVar[str] = N_("Costs and income, planned and real, and what is still missing")
    options: ClassVar[type[Options]] = VisitBudgetOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: VisitBudgetOptions, scope: Scope, locale: Locale
    ) -> Accounts:
        """The whole budget."""
        from hospes.queries.budget import budget
        from hospes.queries.paper_visit import paper_visit

        visit = paper_visit(connection, scope.visit)
        return Accounts(visit, budget(connection, visit.id, scope.today, locale))

    def build(self, data: Accounts, options: VisitBudgetOptions, kit: "Kit") -> "Document":
        """Draw costs, income and the balance."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, tongues.each(lambda locale: _in_currency(data.view.currency, locale))),
            confidential=destroy(tongues) if options.accounts else NO_WORDS,
        )
        budget_list(flow, data.view, tongues, real=options.real, funders=options.funders)
        if options.accounts:
            _accounts(flow, data, tongues)
        return kit.finish()

    def table(self, data: Accounts, options: VisitBudgetOptions, locale: Locale) -> Table:
        """A row for each line; amounts in their own currency and in the association's."""
        headings = [
            N_("Side"), N_("Category"), N_("What for"), N_("Payee"), N_("Voucher no."), N_("Currency"),
            N_("As planned"), N_("Real"), N_("Rate"), N_("Planned, in our currency"),
            N_("Real, in our currency"),
        ]  # fmt: skip
        view = data.view
        rows: list[list[Value]] = [
            [
                locale.label(line.side), locale.label(line.category), line.text, line.payee, line.voucher,
                line.currency, _decimal(line.planned_money()), _decimal(line.real_money()), line.rate,
                _decimal(line.in_base(view.currency)), _decimal(line.in_base(view.currency, real=True)),
            ]
            for line in view.lines
        ]  # fmt: skip
        for name, planned, real in _other_income(view, Tongues(locale)):
            category = locale.label(BudgetSide.INCOME)
            rows.append([
                category, name, "", "", "", view.currency, _decimal(planned), _decimal(real), "",
                _decimal(planned), _decimal(real),
            ])  # fmt: skip
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _decimal(money: Money | None) -> Decimal | None:
    return None if money is None else Decimal(money.decimal_text())


def _in_currency(currency: str, locale: Locale) -> str:
    return locale.text("Amounts in {currency}", currency=currency)


def budget_list(
    flow: "Flow", view: "BudgetView", tongues: Tongues, *, real: bool, funders: bool = False
) -> None:
    """Costs and income with their sums, and the balance in words; the visit report has it too."""
    columns = [
        Column(tongues.text("What for"), strong=True),
        Column(tongues.text("As planned"), Align.RIGHT, grow=0.2, whole=True),
    ]
    if real:
        columns.append(Column(tongues.text("Real"), Align.RIGHT, grow=0.2, whole=True))
    grants = view.grants if funders else ()
    columns += [Column(Pair(_funder(grant)), Align.RIGHT, grow=0.2, least=24) for grant in grants]
    sections = [
        _section(view, side, tongues, real=real, grants=grants)
        for side in (BudgetSide.COST, BudgetSide.INCOME)
    ]
    shown = [section for section in sections if section.rows]
    empty = tongues.text("Nothing is in the budget yet.").joined()
    balance = _balance(view, tongues, real=real)
    styles = flow.type
    # The sums and the balance stay under the last line: nobody wants a sheet with one sentence.
    keep = styles.total.leading + 4 * MM + len(balance) * (styles.small_strong.leading + 2)
    flow.list(Listing(columns, shown, "", empty, keep_after=keep))
    if shown:
        flow.space(6)
        for words in balance:
            flow.para(words.joined(), styles.small_strong, gap=2)


def _funder(grant: "GrantRow") -> str:
    return grant.name or grant.funder or grant.scheme_code


def _section(
    view: "BudgetView", side: BudgetSide, tongues: Tongues, *, real: bool, grants: "Iterable[GrantRow]"
) -> Section:
    locale = tongues.first
    mine = [line for line in view.lines if line.side is side]
    rows = [_row(line, view, tongues, real=real, grants=grants) for line in mine]
    if side is BudgetSide.INCOME:
        for name, hoped, paid in _other_income(view, tongues):
            row: list[Cell] = [name, locale.money(hoped)]
            rows.append([*row, *([locale.money(paid)] if real else []), *("" for _ in grants)])
    planned, done = (
        (view.planned.costs, view.real.costs)
        if side is BudgetSide.COST
        else (view.planned.income, view.real.income)
    )

    def total(reader: Locale) -> str:
        sums = reader.text("Planned: {amount}", amount=Money(planned, view.currency))
        if not real:
            return sums
        return joined(sums, reader.text("Real: {amount}", amount=Money(done, view.currency)))

    return Section(rows, tongues.label(side), tongues.each(total).joined())


def _row(
    line: "LineRow", view: "BudgetView", tongues: Tongues, *, real: bool, grants: "Iterable[GrantRow]"
) -> list[Cell]:
    locale = tongues.first
    category = tongues.label(line.category).joined(" / ")
    kind = tongues.text("given in kind").joined(" / ") if line.in_kind else ""
    rate = ""
    if line.rate and line.currency != view.currency:
        rate = locale.text(
            "1 {currency} = {rate} {base}", currency=line.currency, rate=line.rate, base=view.currency
        )
    receipt = f"{locale.text('Voucher no.')} {line.voucher}" if line.voucher else ""
    second = joined(
        category if line.text and line.text != locale.label(line.category) else "",
        line.payee,
        receipt,
        kind,
        rate,
    )
    first = line.text or category
    row: list[Cell] = [(first, second) if second else first]
    row.append(_money(line.planned_money(), line.in_base(view.currency), locale))
    if real:
        row.append(_money(line.real_money(), line.in_base(view.currency, real=True), locale))
    for grant in grants:
        accepted, part = line.accepted.get(grant.id, (False, None))
        if not accepted:
            row.append("–")
        elif part is not None:
            row.append(locale.money(Money(part, line.currency)))
        else:
            row.append(locale.money(line.real_money() or line.planned_money()))
    return row


def _money(own: Money | None, base: Money | None, locale: Locale) -> Cell:
    """An amount; beneath it in our currency where it is in another one."""
    if own is None:
        return ""
    if base is None or base.currency == own.currency:
        return locale.money(own)
    return locale.money(own), locale.money(base)


def _other_income(view: "BudgetView", tongues: Tongues) -> list[tuple[str, Money, Money]]:
    """Grants and the shares of those who take part, which are no lines."""
    kind = tongues.label(BudgetCategory.GRANT).joined(" / ")
    found = [
        (
            tongues.first.text("{kind}: {what}", kind=kind, what=_funder(grant)),
            grant.hoped,
            grant.received,
        )
        for grant in view.grants
    ]
    if view.shares_planned or view.shares_paid:
        found.append((
            tongues.label(BudgetCategory.SHARES).joined(" / "), Money(view.shares_planned, view.currency),
            Money(view.shares_paid, view.currency),
        ))  # fmt: skip
    found += [(tongues.label(one).joined(" / "), *amounts) for one, amounts in view.borne.items()]
    return found


def _balance(view: "BudgetView", tongues: Tongues, *, real: bool) -> list[Pair]:
    """The balance in words."""

    def planned(locale: Locale) -> str:
        if view.missing:
            return sentence(locale.text("{amount} still missing", amount=view.missing))
        if view.over:
            return sentence(locale.text("{amount} more than needed", amount=view.over))
        return locale.text("Costs and income are even.")

    found = [tongues.each(planned)]
    if real and (view.real.costs or view.real.income):
        balance = Money(view.real.balance, view.currency)
        found.append(
            tongues.each(lambda locale: locale.text("Real, income less costs: {amount}", amount=balance))
        )
    if view.planned.left_out:
        n = view.planned.left_out
        found.append(
            tongues.ntext(
                "One line in another currency has no rate and is not in the sums.",
                "{n} lines in other currencies have no rate and are not in the sums.",
                n,
            )
        )
    return found


def _accounts(flow: "Flow", data: Accounts, tongues: Tongues) -> None:
    locale = tongues.first
    flow.section(tongues.text("What each person owes and has paid"))
    columns = [
        Column(tongues.text("Who"), strong=True),
        Column(tongues.text("To pay"), Align.RIGHT, grow=0.2, whole=True),
        Column(tongues.text("Paid"), Align.RIGHT, grow=0.2, whole=True),
        Column(tongues.text("Still open"), Align.RIGHT, grow=0.2, whole=True),
    ]
    rows: list[list[Cell]] = [
        [
            listed(one.name, data.visit, locale),
            locale.money(one.account.owed),
            locale.money(one.account.paid),
            locale.money(one.account.open),
        ]
        for one in data.view.accounts
    ]
    rows += [
        [one.who.name, *map(locale.money, (one.account.owed, one.account.paid, one.account.open))]
        for one in data.view.bearers
    ]
    empty = tongues.text("Nobody owes anything.").joined()
    flow.list(Listing(columns, [Section(rows)] if rows else [], "", empty))
