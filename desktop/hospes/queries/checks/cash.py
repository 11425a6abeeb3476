# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: voucher numbers, parts of entries, and closed years that are no longer what they were."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.cash import Booking, series
from hospes.domain.dues import dues_year, year_name
from hospes.domain.money import LARGEST
from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.store.cash import accounts_of, read_lines
from hospes.store.cash_sums import account_years
from hospes.store.selections import pick
from hospes.store.tables.cash import CashAccount, CashBalance, CashEntry, CashSplit, CashYear
from hospes.store.tables.organisations import Organisation


def voucher_numbers(connection: Connection, today: date) -> Iterator[Finding]:
    """A voucher number given twice in an account and year; or, of years that are over, one missing."""
    for owner, start in _owners(connection):
        called = {one.id for one in accounts_of(connection, owner)}
        if not called:
            continue
        by_series: dict[tuple[UUID, int], list[Booking]] = defaultdict(list)
        for one in read_lines(connection, owner).bookings:
            by_series[one.account, dues_year(one.on, start)].append(one)
        present = dues_year(today, start)
        for (account, year), lines in by_series.items():
            found = series(one.number for one in lines)
            args: dict[str, object] = {"year": year_name(year, start)}
            if found.twice:
                numbers = ", ".join(str(n) for n in found.twice)
                msgid = N_("{name}, {year}: voucher numbers given twice: {numbers}.")
                yield Finding("voucher-twice", "cash_account", account, msgid, {**args, "numbers": numbers})
            if found.gaps and year < present:
                numbers = ", ".join(str(n) for n in found.gaps)
                msgid = N_("{name}, {year}: voucher numbers that are missing: {numbers}.")
                yield Finding(
                    "voucher-gap", "cash_account", account, msgid, {**args, "numbers": numbers},
                    error=False, value=f"{year}: {numbers}",
                )  # fmt: skip


def closed_year_changed(connection: Connection, today: date) -> Iterator[Finding]:
    """A closed year whose entries now give another balance, or are more or fewer than when it was closed.

    On this computer nothing can change it; what came from another one may have.
    """
    b, y, a = CashBalance, CashYear, CashAccount
    for owner, start in _owners(connection):
        query = (
            pick(b.account_id, b.year, b.closing_minor, b.entries)
            .join(a, a.id == b.account_id)
            .join(y, (y.owner_id == a.owner_id) & (y.year == b.year))
            .where(a.owner_id == owner, y.closed_on.is_not(None), b.closing_minor.is_not(None))
        )
        kept = {(account, year): (minor, n) for account, year, minor, n in connection.execute(query)}
        if not kept:
            continue
        lines: dict[int, list[Booking]] = defaultdict(list)
        for one in read_lines(connection, owner).bookings:
            lines[dues_year(one.on, start)].append(one)
        for year in sorted({year for _, year in kept}):
            for now in account_years(connection, owner, year, lines[year]):
                before = kept.get((now.account.id, year))
                if before is not None and before != (now.closing, now.entries):
                    msgid = N_("{name}: the year {year} was changed after it was closed.")
                    yield Finding(
                        "closed-year-changed", "cash_account", now.account.id, msgid,
                        {"year": year_name(year, start)},
                    )  # fmt: skip


def parts_not_the_whole(connection: Connection, today: date) -> Iterator[Finding]:
    """A divided entry whose parts do not make up its amount."""
    e, s = CashEntry, CashSplit
    query = (
        select(e.id, e.text).join(s, s.entry_id == e.id).group_by(e.id).having(func.sum(s.minor) != e.minor)
    )
    for ref, _ in connection.execute(query):
        yield Finding("parts-uneven", "cash_entry", ref, N_("“{name}”: the parts are not the whole amount."))


def entry_not_counted(connection: Connection, today: date) -> Iterator[Finding]:
    """An entry of a day before its account begins: it is in no journal. Or one of a day that has not come."""
    e, a = CashEntry, CashAccount
    query = (
        select(e.id, e.on < a.opened_on)
        .join(a, a.id == e.account_id)
        .where((e.on < a.opened_on) | (e.on > today) | (func.abs(e.minor) >= LARGEST))
    )
    for ref, early in connection.execute(query):
        msgid = (
            N_("“{name}” is of a day before the journal of its account begins, so it is not counted.")
            if early
            else N_("“{name}” is of a day that has not come, or its amount cannot be right.")
        )
        yield Finding("entry-not-counted", "cash_entry", ref, msgid, error=False)


def _owners(connection: Connection) -> list[tuple[UUID, str]]:
    query = select(Organisation.id, Organisation.year_start).where(Organisation.is_own.is_(True))
    return [(owner, start) for owner, start in connection.execute(query)]
