# SPDX-License-Identifier: GPL-3.0-or-later
"""The cash and bank journal of a year, account by account, with the balance after each entry (paper 11)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope, Table
from hospes.papers.cash_paper import YearOptions, category_name, same, shown, year_of_paper
from hospes.papers.kit.listing import CLOSE, Align, Cell, Column, Listing, Section
from hospes.papers.options import Options, text

if TYPE_CHECKING:
    from hospes.papers.base import Value
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.cash_lists import Journal, JournalRow


@dataclass(frozen=True, kw_only=True)
class JournalOptions(YearOptions):
    """Which year and which account."""

    account: str = text(N_("Only this account"), hint=N_("All accounts if nothing is given."))


@dataclass(frozen=True, slots=True)
class Journals:
    """The journal of each account."""

    year: str
    parts: tuple["Journal", ...]


class CashJournal(Paper[JournalOptions, Journals]):
    """The journal, a lying sheet."""

    code: ClassVar[str] = "cash-journal"
    title: ClassVar[str] = N_("Cash and bank journal")
    about: ClassVar[str] = N_("Every entry of a year with voucher number, category, in, out and balance")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = JournalOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: JournalOptions, scope: Scope, locale: Locale
    ) -> Journals:
        """Each account's year."""
        from hospes.domain.dues import year_name
        from hospes.queries.association import association
        from hospes.queries.cash import accounts_of
        from hospes.queries.cash_lists import journal

        own = association(connection)
        year = year_of_paper(connection, own, options.year, scope.today)
        wanted = fold(options.account)
        parts = [
            journal(connection, year, locale, one.id)
            for one in accounts_of(connection, own.id)
            if not wanted or wanted == fold(one.name)
        ]
        return Journals(year_name(year, own.year_start), tuple(parts))

    def build(self, data: Journals, options: JournalOptions, kit: "Kit") -> "Document":
        """Draw a list for each account."""
        tongues, locale = kit.tongues, kit.locale
        count = sum(len(part.rows) for part in data.parts)
        flow = kit.flow(
            tongues.text(self.title),
            lead=tongues.text("Year {year}", year=data.year).joined(),
            about=tongues.ntext("{n} entry", "{n} entries", count),
            confidential=tongues.text("Confidential: only for the committee"),
            landscape=True,
        )
        spheres = any(one.sphere is not None for part in data.parts for one in part.categories)
        columns = [
            Column(tongues.text("No."), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("Day"), grow=0, whole=True),
            Column(tongues.text("What"), strong=True, least=44),
            Column(tongues.text("From or to whom"), least=30),
            Column(tongues.text("Category"), least=34),
            *([Column(tongues.text("Sphere"), least=24)] if spheres else []),
            Column(tongues.text("In"), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("Out"), Align.RIGHT, grow=0, whole=True),
            Column(tongues.text("Balance"), Align.RIGHT, grow=0, whole=True),
        ]
        if not data.parts:
            flow.para(tongues.text("There is no journal yet.").joined())
        seen = 0
        for part in data.parts:
            name = part.account.name if part.account is not None else ""
            flow.section(same(name, tongues))
            opening = tongues.text("Balance brought forward").joined(" / ")
            balance = locale.money(part.money(part.opening))
            blank = [""] * (len(columns) - 4)
            first: list[Cell] = ["", locale.date(part.first), opening, *blank, balance]
            some = kit.enough(part.rows)
            rows = [first, *(_row(one, part, tongues, spheres=spheres) for one in some)]
            if kit.book is not None and count:
                kit.book.part = (seen + len(some)) / count  # a preview may end before the last account
            seen += len(part.rows)
            total = _total(part, tongues)
            flow.list(Listing(columns, [Section(rows)], total, pad=CLOSE))
        return kit.finish()

    def table(self, data: Journals, options: JournalOptions, locale: Locale) -> Table:
        """A row for each entry, amounts as numbers."""
        heads = [
            locale.text("Account"), locale.text("No."), locale.text("Day"), locale.text("What"),
            locale.text("From or to whom"), locale.text("Category"), locale.text("Sphere"),
            locale.text("In"), locale.text("Out"), locale.text("Balance"), locale.text("Currency"),
        ]  # fmt: skip
        rows = [_plain(one, locale) for part in data.parts for one in part.rows]
        return Table(locale.text(self.title), heads, rows)


def _total(part: "Journal", tongues: "Tongues") -> str:
    return tongues.text(
        "In {in}, out {out}, at the end {closing}",
        out=part.money(part.money_out),
        closing=part.money(part.closing),
        **{"in": part.money(part.money_in)},
    ).joined()


def _row(one: "JournalRow", part: "Journal", tongues: "Tongues", *, spheres: bool) -> list[Cell]:
    locale, line = tongues.first, one.booking
    category, sphere = one.category, ""
    if line.other_account is None and len(line.parts) == 1:
        row = next((c for c in part.categories if c.id == line.parts[0].category), None)
        category = category_name(row, tongues)
        sphere = locale.label(row.sphere) if row is not None and row.sphere is not None else ""
    elif line.other_account is None:
        category = _divided(one, part, tongues)
    minor = line.counted
    return [
        str(line.number) if line.number is not None else "–",
        locale.date(line.on),
        one.words or line.visit_name,
        line.who,
        category,
        *([sphere] if spheres else []),
        shown(minor, one.currency, locale) if minor > 0 else "",
        shown(-minor, one.currency, locale) if minor < 0 else "",
        locale.money(one.after),
    ]


def _divided(one: "JournalRow", part: "Journal", tongues: "Tongues") -> str:
    """The parts of a divided entry with their amounts, so that the sums by category can be followed."""
    called = {c.id: c for c in part.categories}
    texts = [
        f"{category_name(called.get(x.category) if x.category else None, tongues)} "
        f"{tongues.first.money(Money(abs(x.minor), one.currency))}"
        for x in one.booking.parts
    ]
    return tongues.first.listing(texts)


def _plain(one: "JournalRow", locale: Locale) -> "list[Value]":
    line = one.booking
    money = Decimal(line.counted) / 100
    return [
        one.account,
        line.number,
        line.on,
        one.words,
        line.who,
        one.category,
        locale.label(one.sphere) if one.sphere is not None else "",
        money if money > 0 else None,
        -money if money < 0 else None,
        Decimal(one.balance) / 100,
        one.currency,
    ]
