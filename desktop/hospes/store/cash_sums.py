# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in the journal's accounts: balances on a day, and each account in a year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.cash import Account, AccountYear, Booking, Flow, check_account, home_of
from hospes.domain.cash_starter import WITHOUT_MONEY
from hospes.domain.dues import year_span
from hospes.store.cash import Reading, Wanted, accounts_of
from hospes.store.selections import pick
from hospes.store.tables.cash import CashAccount, CashBalance, CashEntry, CashFiling
from hospes.store.tables.members import Payment
from hospes.store.tables.organisations import Organisation


def balances_before(connection: Connection, owner: UUID, day: date) -> dict[UUID, int]:
    """What was in each account in the morning of a day, summed where the rows stand.

    An account that begins later has its opening balance only from then on.
    """
    accounts = accounts_of(connection, owner)
    found = {one.id: one.opening if one.opened_on <= day else 0 for one in accounts}
    for account, minor in (
        *_entry_sums(connection, owner, accounts, day),
        *_other_sums(connection, owner, day),
    ):
        if account in found:
            found[account] += minor
    return found


def _entry_sums(
    connection: Connection, owner: UUID, accounts: Iterable[Account], day: date
) -> list[tuple[UUID, int]]:
    e, a = CashEntry, CashAccount
    out = (
        select(e.account_id, func.sum(e.minor))
        .join(a, a.id == e.account_id)
        .where(e.owner_id == owner, e.on < day, e.on >= a.opened_on)
        .group_by(e.account_id)
    )
    into = (
        select(e.to_account_id, func.sum(func.coalesce(e.to_minor, -e.minor)))
        .join(a, a.id == e.to_account_id)
        .where(e.owner_id == owner, e.on < day, e.on >= a.opened_on)
        .group_by(e.to_account_id)
    )
    found = [(key, minor) for key, minor in connection.execute(out)]
    return found + [(key, minor) for key, minor in connection.execute(into) if key is not None]


def _other_sums(connection: Connection, owner: UUID, day: date) -> list[tuple[UUID, int]]:
    """Payments in their account's own currency in one sum a day and way; the few others one by one."""
    accounts = accounts_of(connection, owner)
    if not accounts:
        return []
    first = min(one.opened_on for one in accounts)
    begun = {one.id: one.opened_on for one in accounts}
    currency = {one.id: one.currency for one in accounts}
    p, f = Payment, CashFiling
    query = (
        pick(p.on, p.method, p.currency, f.account_id, f.rate, func.sum(p.minor))
        .join(f, f.row_id == p.id, isouter=True)
        .where(
            p.owner_id == owner,
            p.purpose.not_in(WITHOUT_MONEY),
            p.on < day,
            p.on >= first,
            or_(f.rate.is_(None), f.rate == ""),
        )
        .group_by(p.on, p.method, p.currency, f.account_id)
    )
    found: list[tuple[UUID, int]] = []
    for on, method, money, chosen, _, minor in connection.execute(query):
        home = home_of(accounts, method.value, money, chosen)
        if home is not None and on >= begun[home.id] and money == currency[home.id]:
            found.append((home.id, minor))
    reading = Reading(connection, owner, accounts, Wanted(first, _eve(day)))
    rated = pick(f.row_id).where(f.rate != "")
    if connection.execute(rated.limit(1)).first() is not None:
        keys = set(connection.execute(rated).scalars())
        found += [
            (one.account, one.counted)
            for one in reading.payments()
            if one.row_id in keys and one.on >= begun[one.account]
        ]
    found += [(one.account, one.counted) for one in reading.lines() if one.on >= begun[one.account]]
    return found


def _eve(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def currencies(accounts: Iterable[Account]) -> dict[UUID, str]:
    """The currency of each account."""
    return {one.id: one.currency for one in accounts}


def account_years(
    connection: Connection, owner: UUID, year: int, lines: Sequence[Booking]
) -> tuple[AccountYear, ...]:
    """Every account in a year, with what still has to be looked at; `lines` are those of the year."""
    start = connection.execute(select(Organisation.year_start).where(Organisation.id == owner)).scalar()
    span = year_span(year, start or "01-01")
    first, span_end = span.first, span.last
    assert first is not None
    assert span_end is not None
    accounts = accounts_of(connection, owner)
    openings = balances_before(connection, owner, first)
    b = CashBalance
    told = {
        row.account_id: row
        for row in connection.execute(
            pick(b.account_id, b.statement_minor, b.statement_on, b.closing_minor, b.entries).where(
                b.year == year, b.account_id.in_([one.id for one in accounts])
            )
        )
    }
    by_account: dict[UUID, list[Booking]] = defaultdict(list)
    for one in lines:
        by_account[one.account].append(one)
    found = []
    for account in accounts:
        if account.opened_on > span_end and not by_account[account.id]:
            continue
        own = by_account[account.id]
        # What an account begins with during the year was there on its first day.
        opening = openings[account.id] if account.opened_on <= first else account.opening
        flow, moved = Flow(), 0
        for one in own:
            if one.other_account is not None:
                moved += one.counted
            else:
                flow = flow.plus(one.counted)
        row = told.get(account.id)
        statement = row.statement_minor if row is not None else None
        checked = check_account(account, opening, own, [one.number for one in own], statement)
        found.append(
            AccountYear(
                account, opening, flow, moved, opening + flow.left + moved, len(own), checked, statement,
                row.statement_on if row is not None else None,
                row.closing_minor if row is not None else None,
                row.entries if row is not None else None,
            )
        )  # fmt: skip
    return tuple(found)
