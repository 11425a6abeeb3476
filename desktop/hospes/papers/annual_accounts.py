# SPDX-License-Identifier: GPL-3.0-or-later
"""The accounts of a year for the general meeting: in and out by category, spheres, plan, what is there."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes_cash import CashSide
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.cash_paper import YearOptions, category_name, shown, sphere_name, year_of_paper
from hospes.papers.kit.blocks import Block, Grid, Heading, Signatures, Words, draw_blocks
from hospes.papers.options import Options, tick

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.listing import Cell
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.cash_years import YearView


@dataclass(frozen=True, kw_only=True)
class AccountsOptions(YearOptions):
    """What stands in the accounts."""

    plan: bool = tick(N_("With the plan"), True)
    year_before: bool = tick(N_("With the year before"), True)
    spheres: bool = tick(N_("With the four spheres"), True, hint=N_("Only where categories have one."))


class AnnualAccounts(Paper[AccountsOptions, "YearView"]):
    """One or two sheets, to be signed by treasurer and auditors."""

    code: ClassVar[str] = "annual-accounts"
    title: ClassVar[str] = N_("Annual accounts")
    about: ClassVar[str] = N_("In and out by category, plan and actual, what is there; with lines to sign")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = AccountsOptions

    def data(
        self, connection: "Connection", options: AccountsOptions, scope: Scope, locale: Locale
    ) -> "YearView":
        """The year."""
        from hospes.queries.association import association
        from hospes.queries.cash_years import year_view

        own = association(connection)
        return year_view(connection, year_of_paper(connection, own, options.year, scope.today), locale)

    def build(self, data: "YearView", options: AccountsOptions, kit: "Kit") -> "Document":
        """Draw it."""
        tongues = kit.tongues
        days = tongues.each(
            lambda reader: reader.text("{first} to {last}", first=reader.date(data.first, "long"),
                                       last=reader.date(data.last, "long"))
        )  # fmt: skip
        flow = kit.flow(
            tongues.text("Annual accounts {year}", year=data.name),
            lead=days.joined(),
            grey=tongues.each(lambda reader: _state(data, reader)).joined(),
        )
        if not data.accounts:
            flow.para(tongues.text("There is no journal yet.").joined())
            return kit.finish()
        draw_blocks(flow, _blocks(data, options, tongues))
        return kit.finish()


def _state(data: "YearView", locale: Locale) -> str:
    if data.state.closed_on is not None:
        return locale.text("Closed on {day}", day=locale.date(data.state.closed_on, "long"))
    return locale.text("Not closed yet: figures may change")


def _blocks(data: "YearView", options: AccountsOptions, tongues: "Tongues") -> list[Block]:
    blocks: list[Block] = [Heading(tongues.text("In short")), _short(data, tongues)]
    for side in CashSide:
        blocks += [Heading(tongues.label(side)), _side(data, side, options, tongues)]
    if options.spheres and data.with_spheres:
        blocks += [Heading(tongues.text("Spheres")), _spheres(data, tongues)]
    blocks += [Heading(tongues.text("What is there")), _accounts(data, tongues)]
    notes = [data.state.remarks] if data.state.remarks else []
    if data.others:
        notes.append(
            tongues.first.text(
                "Accounts in {currencies} stand under what is there and are not in the sums.",
                currencies=tongues.first.listing(data.others),
            )
        )
    if data.state.reopened_on is not None and data.state.reopened_because:
        notes.append(
            tongues.first.text(
                "Opened again on {day}: {reason}",
                day=tongues.first.date(data.state.reopened_on),
                reason=data.state.reopened_because,
            )
        )
    if notes:
        blocks += [Heading(tongues.text("Remarks")), Words(("\n".join(notes),))]
    blocks += [
        Signatures([tongues.text("Place and day"), tongues.text("Treasurer"), tongues.text("Chair")]),
        Signatures([tongues.text("Auditor"), tongues.text("Auditor"), tongues.text("Place and day")]),
    ]
    return blocks


def _short(data: "YearView", tongues: "Tongues") -> Grid:
    locale, cur = tongues.first, data.currency
    moved = data.closing - data.opening - (data.money_in - data.money_out)
    rows: list[list[Cell]] = [
        [tongues.text("At the beginning").joined(" / "), shown(data.opening, cur, locale)],
        [tongues.text("Money in").joined(" / "), shown(data.money_in, cur, locale)],
        [tongues.text("Money out").joined(" / "), shown(-data.money_out, cur, locale)],
    ]
    if moved:
        words = tongues.text("Moved to or from accounts in another currency").joined(" / ")
        rows.append([words, shown(moved, cur, locale)])
    total = tongues.text("At the end").joined(" / ")
    rows.append([total, shown(data.closing, cur, locale)])
    return Grid([tongues.text("All accounts"), tongues.text("Amount")], rows, frozenset({1}))


def _side(data: "YearView", side: CashSide, options: AccountsOptions, tongues: "Tongues") -> Grid:
    locale, cur = tongues.first, data.currency
    heads = [tongues.text("Category"), tongues.text("Actual")]
    plan = options.plan and data.planned(side) is not None
    before = options.year_before and any(one.last_year for one in data.side(side))
    if plan:
        heads += [tongues.text("Plan"), tongues.text("Against the plan")]
    if before:
        heads.append(tongues.text("The year before"))
    rows: list[list[Cell]] = []
    shown_rows = [one for one in data.side(side) if one.actual or one.plan or (before and one.last_year)]
    for one in shown_rows:
        row: list[Cell] = [category_name(one.category, tongues), shown(one.actual, cur, locale)]
        if plan:
            difference = None if one.plan is None else one.actual - one.plan
            row += [shown(one.plan, cur, locale), shown(difference, cur, locale)]
        if before:
            row.append(shown(one.last_year, cur, locale))
        rows.append(row)
    actual = sum(one.actual for one in shown_rows)
    last: list[Cell] = [tongues.text("Sum").joined(" / "), shown(actual, cur, locale)]
    if plan:
        planned = data.planned(side) or 0
        last += [shown(planned, cur, locale), shown(actual - planned, cur, locale)]
    if before:
        last.append(shown(sum(one.last_year for one in shown_rows), cur, locale))
    rows.append(last)
    return Grid(heads, rows, frozenset(range(1, len(heads))))


def _spheres(data: "YearView", tongues: "Tongues") -> Grid:
    locale, cur = tongues.first, data.currency
    rows: list[list[Cell]] = [
        [
            sphere_name(sphere, tongues).joined(" / "),
            shown(flow.money_in, cur, locale),
            shown(flow.money_out, cur, locale),
            shown(flow.left, cur, locale),
        ]
        for sphere, flow in data.spheres.items()
        if flow.money_in or flow.money_out
    ]
    heads = [tongues.text("Sphere"), tongues.text("In"), tongues.text("Out"), tongues.text("Left")]
    return Grid(heads, rows, frozenset({1, 2, 3}))


def _accounts(data: "YearView", tongues: "Tongues") -> Grid:
    locale = tongues.first
    rows: list[list[Cell]] = [
        [
            one.account.name,
            shown(one.opening, one.account.currency, locale),
            shown(one.closing, one.account.currency, locale),
            shown(one.statement, one.account.currency, locale),
            shown(one.checked.difference, one.account.currency, locale),
        ]
        for one in data.accounts
    ]
    if len(data.accounts) > 1:
        rows.append(
            [
                tongues.text("Together").joined(" / "),
                shown(data.opening, data.currency, locale),
                shown(data.closing, data.currency, locale),
                "",
                "",
            ]
        )
    heads = [
        tongues.text("Account"), tongues.text("At the beginning"), tongues.text("At the end"),
        tongues.text("Statement or count"), tongues.text("Difference"),
    ]  # fmt: skip
    return Grid(heads, rows, frozenset({1, 2, 3, 4}))
