# SPDX-License-Identifier: GPL-3.0-or-later
"""The money in a proof of use: every cost and income, and the vouchers in their order."""

from typing import TYPE_CHECKING

from hospes.domain.codes_money import BudgetCategory, BudgetSide
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.papers.kit.blocks import Block, Grid, Words
from hospes.papers.kit.listing import Cell
from hospes.papers.kit.tongues import Tongues
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import sum_words

if TYPE_CHECKING:
    from hospes.queries.budget import BudgetView, LineRow
    from hospes.queries.grant_views import GrantView


def money_blocks(view: "BudgetView", one: "GrantView", tongues: Tongues) -> list[Block]:
    """Every cost and income, planned and real, and what this funder accepts of it."""
    locale = tongues.first
    lines = [line for side in BudgetSide for line in view.lines if line.side is side]
    rows: list[list[Cell]] = [
        [
            _name(line, tongues),
            _shown(line.in_base(view.currency), locale),
            _shown(line.in_base(view.currency, real=True), locale),
            _accepted(line, one, locale),
        ]
        for line in lines
    ]
    rows += [
        [
            joined(tongues.text("Grant").joined(" / "), grant.name),
            _shown(grant.hoped, locale),
            _shown(grant.received, locale),
            "",
        ]
        for grant in view.grants
    ]
    if view.shares_planned or view.shares_paid:
        shares = [Money(minor, view.currency) for minor in (view.shares_planned, view.shares_paid)]
        label = tongues.label(BudgetCategory.SHARES).joined(" / ")
        rows.append([label, *(_shown(money, locale) for money in shares), ""])
    for category, amounts in view.borne.items():
        label = tongues.label(category).joined(" / ")
        rows.append([label, *(_shown(money, locale) for money in amounts), ""])
    if not rows:
        return [Words(tuple(tongues.text("Nothing is in the budget yet.")))]
    for side, planned, real in (
        (BudgetSide.COST, view.planned.costs, view.real.costs),
        (BudgetSide.INCOME, view.planned.income, view.real.income),
    ):
        sums = [locale.money(Money(minor, view.currency)) for minor in (planned, real)]
        rows.append([sum_words(tongues.label(side), tongues), *sums, ""])
    heads = [
        tongues.text("What for"),
        tongues.text("As planned"),
        tongues.text("Real"),
        tongues.text("Accepted"),
    ]
    return [Grid(heads, rows, frozenset({1, 2, 3}))]


def _name(line: "LineRow", tongues: Tongues) -> Cell:
    category = tongues.label(line.category).joined(" / ")
    return (line.text, category) if line.text else category


def _shown(money: Money | None, locale: Locale) -> str:
    return "" if money is None else locale.money(money)


def _accepted(line: "LineRow", one: "GrantView", locale: Locale) -> str:
    if line.side is not BudgetSide.COST or one.grant.id not in line.accepted:
        return ""  # nobody said yet
    accepted, part = line.accepted[one.grant.id]
    if not accepted:
        return "–"
    if part is not None:
        return locale.money(Money(part, line.currency))
    return _shown(line.real_money() or line.planned_money(), locale)


def voucher_blocks(view: "BudgetView", one: "GrantView", tongues: Tongues) -> list[Block]:
    """What was really paid, in the order of the vouchers."""
    locale = tongues.first
    paid = [line for line in view.lines if line.side is BudgetSide.COST and line.real is not None]
    paid.sort(key=lambda line: (not line.voucher, len(line.voucher), line.voucher, str(line.paid_on or "")))
    rows: list[list[Cell]] = [
        [
            line.voucher or "–",
            locale.date(line.paid_on) if line.paid_on else "",
            line.payee,
            _name(line, tongues),
            _shown(line.real_money(), locale),
            _accepted(line, one, locale),
        ]
        for line in paid
    ]
    heads = [
        tongues.text("Voucher no."),
        tongues.text("Day"),
        tongues.text("Payee"),
        tongues.text("What for"),
        tongues.text("Paid"),
        tongues.text("Accepted"),
    ]
    return [Grid(heads, rows, frozenset({4, 5}))] if rows else []
