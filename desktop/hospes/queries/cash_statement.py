# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines of a bank statement that are nobody's payment: which of them the journal has already."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.statement_entry import Entry
from hospes.queries.association import owner_of_file
from hospes.store.cash import FROM_THE_BANK, Wanted, accounts_of, read_lines
from hospes.store.tables.cash import CashEntry
from hospes.store.tables.members import Payment

DEBIT_RETURN = "debit-return"
"""Source of payments that a debit which came back took away again."""
NEAR = timedelta(days=10)
"""What was written by hand and what the bank says may be so many days apart."""


def new_lines(
    connection: Connection, account_id: UUID, entries: Iterable[Entry]
) -> tuple[tuple[Entry, ...], int]:
    """The entries that are new to the journal of an account, and how many it has already.

    One is there if it was brought in before, or if a line of the same amount stands within ten days: a
    visit's cost that was noted as paid, what somebody wrote by hand. A debit that came back is told by more
    than its sum (`domain.statement_back`), so it hides no other entry here.
    """
    owner = owner_of_file(connection)
    account = (
        next((one for one in accounts_of(connection, owner) if one.id == account_id), None)
        if owner is not None
        else None
    )
    wanted = sorted(entries, key=lambda one: (one.on, one.row))
    if owner is None or account is None or not wanted:
        return (), 0
    query = select(CashEntry.source_id).where(CashEntry.source == FROM_THE_BANK)
    keys = set(connection.execute(query).scalars())
    span = Wanted(wanted[0].on - NEAR, wanted[-1].on + NEAR)
    there: dict[int, list[date]] = defaultdict(list)
    back = set(connection.scalars(select(Payment.id).where(Payment.source == DEBIT_RETURN)))
    for line in read_lines(connection, owner, span).bookings:
        plain = not line.brought and line.row_id not in back
        if line.account == account_id and plain and line.minor is not None:
            there[line.minor].append(line.on)
    fresh: list[Entry] = []
    known = 0
    for one in wanted:
        near = [day for day in there[one.minor] if abs(day - one.on) <= NEAR]
        if one.key in keys:
            known += 1
        elif near:
            there[one.minor].remove(min(near, key=lambda day: abs(day - one.on)))
            known += 1
        elif one.currency == account.currency and one.on >= account.opened_on:
            fresh.append(one)
    return tuple(fresh), known
