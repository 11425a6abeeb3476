# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of the journal: in and out, plan and actual, accounts at both ends, what is missing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.cash import AccountYear, Booking, Flow, by_category
from hospes.domain.codes_cash import CashSide, Sphere
from hospes.domain.dues import dues_year, year_name, year_span
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.association import association, owner_of_file
from hospes.queries.cash import CategoryRow, bookings, categories_of
from hospes.queries.scope import ids_in
from hospes.store.cash import Wanted, accounts_of, read_lines
from hospes.store.cash_sums import account_years, currencies
from hospes.store.selections import pick
from hospes.store.tables.cash import CashPlan, CashYear

NOTHING = Flow()


@dataclass(frozen=True, slots=True)
class YearMoney:
    """What came in and went out in a year, in the association's currency; moved money is neither."""

    year: int
    name: str
    money_in: Money
    money_out: Money
    closed: bool = False


@dataclass(frozen=True, slots=True)
class YearState:
    """Whether a year is closed, when and by whom; and why it was opened again."""

    closed_on: date | None = None
    closed_by: str = ""
    reopened_on: date | None = None
    reopened_by: str = ""
    reopened_because: str = ""
    approved_on: date | None = None
    remarks: str = ""
    version: int | None = None

    @property
    def closed(self) -> bool:
        """May nothing in it be changed?"""
        return self.closed_on is not None


@dataclass(frozen=True, slots=True)
class CategoryYear:
    """A category in a year; None is what is not sorted."""

    category: CategoryRow | None
    flow: Flow
    plan: int | None = None
    before: Flow = NOTHING
    """The year before."""

    @property
    def side(self) -> CashSide:
        """Where it stands."""
        if self.category is not None:
            return self.category.side
        return CashSide.IN if self.flow.left > 0 else CashSide.OUT

    @property
    def actual(self) -> int:
        """What it came to on its side: money that went back lessens it."""
        return self.flow.left if self.side is CashSide.IN else -self.flow.left

    @property
    def last_year(self) -> int:
        """The same of the year before."""
        return self.before.left if self.side is CashSide.IN else -self.before.left


@dataclass(frozen=True, slots=True)
class YearView:
    """Everything of the Year tab and of the annual accounts. Sums are in the association's currency."""

    owner: UUID
    year: int
    name: str
    first: date
    last: date
    currency: str
    state: YearState
    accounts: tuple[AccountYear, ...] = ()
    categories: tuple[CategoryYear, ...] = ()
    spheres: Mapping[Sphere | None, Flow] = field(default_factory=dict)
    bookings: tuple[Booking, ...] = ()
    others: tuple[str, ...] = ()
    """Currencies of accounts that the sums leave out."""

    def side(self, side: CashSide) -> tuple[CategoryYear, ...]:
        """The categories of one side."""
        return tuple(one for one in self.categories if one.side is side)

    @property
    def money_in(self) -> int:
        """What came in, by the categories."""
        return sum(one.actual for one in self.side(CashSide.IN))

    @property
    def money_out(self) -> int:
        """What went out, by the categories."""
        return sum(one.actual for one in self.side(CashSide.OUT))

    @property
    def opening(self) -> int:
        """All accounts in the association's currency at the beginning."""
        return sum(one.opening for one in self.accounts if one.account.currency == self.currency)

    @property
    def closing(self) -> int:
        """The same at the end."""
        return sum(one.closing for one in self.accounts if one.account.currency == self.currency)

    @property
    def with_spheres(self) -> bool:
        """Does the association use the four spheres?"""
        return any(one.category is not None and one.category.sphere for one in self.categories)

    def planned(self, side: CashSide) -> int | None:
        """The plan's sum; None where there is no plan."""
        plans = [one.plan for one in self.side(side) if one.plan is not None]
        return sum(plans) if plans else None

    @property
    def hard(self) -> bool:
        """Is there something without which it cannot be closed?"""
        return any(one.checked.hard for one in self.accounts)

    @property
    def soft(self) -> bool:
        """Is there something the auditors will ask about?"""
        return any(one.checked.soft for one in self.accounts)


def has_journal(connection: Connection) -> bool:
    """Was the journal begun?"""
    owner = owner_of_file(connection)
    return owner is not None and bool(accounts_of(connection, owner))


def years_of_journal(connection: Connection, today: date) -> list[int]:
    """The years with a journal, the newest first: from the first account on until now."""
    owner = owner_of_file(connection)
    if owner is None:
        return []
    start = association(connection, owner).year_start
    accounts = accounts_of(connection, owner)
    if not accounts:
        return []
    first = dues_year(min(one.opened_on for one in accounts), start)
    return list(range(max(dues_year(today, start), first), first - 1, -1))


def money_by_year(connection: Connection, today: date, first_year: int | None = None) -> list[YearMoney]:
    """What came in and went out year by year, the oldest first; empty where there is no journal."""
    owner = owner_of_file(connection)
    years = years_of_journal(connection, today)
    if owner is None or not years:
        return []
    own = association(connection, owner)
    accounts = accounts_of(connection, owner)
    first = max(years[-1], first_year or years[-1])
    span = year_span(first, own.year_start)
    lines = read_lines(connection, owner, Wanted(span.first, None)).bookings
    sides = {one.id: one.side for one in categories_of(connection, owner, "en")}
    per_year: dict[int, list[Booking]] = defaultdict(list)
    for one in lines:
        per_year[dues_year(one.on, own.year_start)].append(one)
    states = year_states(connection, owner)
    found = []
    for year in range(first, years[0] + 1):
        flows = by_category(per_year.get(year, ()), currencies(accounts), own.currency)
        money_in = money_out = 0
        for category, flow in flows.items():
            side = sides.get(category) if category is not None else None
            if side is CashSide.IN or (side is None and flow.left > 0):
                money_in += flow.left
            else:
                money_out -= flow.left
        found.append(
            YearMoney(
                year,
                year_name(year, own.year_start),
                Money(money_in, own.currency),
                Money(money_out, own.currency),
                states.get(year, YearState()).closed,
            )
        )
    return found


def year_states(connection: Connection, owner: UUID) -> dict[int, YearState]:
    """How the years stand that somebody closed or opened again."""
    y = CashYear
    query = pick(
        y.year, y.closed_on, y.closed_by, y.reopened_on, y.reopened_by, y.reopened_because, y.approved_on,
        y.remarks, y.version,
    ).where(y.owner_id == owner)  # fmt: skip
    return {row[0]: YearState(*row[1:]) for row in connection.execute(query)}


def year_view(connection: Connection, year: int, locale: Locale) -> YearView:
    """A year of the association's journal."""
    own = association(connection)
    span = year_span(year, own.year_start)
    assert span.first is not None
    assert span.last is not None
    accounts = accounts_of(connection, own.id)
    state = year_states(connection, own.id).get(year, YearState())
    if not accounts:
        return YearView(
            own.id, year, year_name(year, own.year_start), span.first, span.last, own.currency, state
        )
    lines = bookings(connection, own.id, locale, Wanted(span.first, span.last))
    before = _year_before(connection, own.id, year, own.year_start)
    categories = categories_of(connection, own.id, locale.language)
    currency_of = currencies(accounts)
    flows = by_category(lines, currency_of, own.currency)
    flows_before = by_category(before, currency_of, own.currency)
    plans = plan_of(connection, [one.id for one in categories], year)
    rows = [
        CategoryYear(one, flows.get(one.id, Flow()), plans.get(one.id), flows_before.get(one.id, Flow()))
        for one in categories
        if not one.ended or one.id in flows or one.id in plans or one.id in flows_before
    ]
    if None in flows or None in flows_before:
        rows.append(CategoryYear(None, flows.get(None, Flow()), None, flows_before.get(None, Flow())))
    spheres: dict[Sphere | None, Flow] = {}
    for row in rows:
        sphere = row.category.sphere if row.category is not None else None
        both = Flow(row.actual, 0) if row.side is CashSide.IN else Flow(0, row.actual)
        spheres[sphere] = spheres.get(sphere, Flow()).with_(both)
    others = sorted({one.currency for one in accounts} - {own.currency})
    return YearView(
        own.id, year, year_name(year, own.year_start), span.first, span.last, own.currency, state,
        account_years(connection, own.id, year, lines), tuple(rows), spheres,
        tuple(lines), tuple(others),
    )  # fmt: skip


def _year_before(connection: Connection, owner: UUID, year: int, start: str) -> list[Booking]:
    span = year_span(year - 1, start)
    return read_lines(connection, owner, Wanted(span.first, span.last)).bookings


def plan_of(connection: Connection, categories: Sequence[UUID], year: int) -> dict[UUID, int]:
    """The plan of a year by category."""
    p = CashPlan
    query = select(p.category_id, p.minor).where(p.year == year, p.category_id.in_(ids_in(categories)))
    return dict(connection.execute(query).all())
