# SPDX-License-Identifier: GPL-3.0-or-later
"""Closed years: whatever an act is, it may not change what a closed year counted.

Looked at once for every step, after it was made and before it is kept, so that no action need know of it:
recording a payment, correcting a cost, taking back a step. What comes from the other laptop or from an open
export is not refused, for it happened there; `hospes check` says then that the sums of the year have changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute

from hospes.domain.dues import year_name, year_span
from hospes.domain.errors import UserError
from hospes.store.base import Row
from hospes.store.journal import DELETE, INSERT, Record
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.cash import CashAccount, CashEntry, CashFiling, CashSplit, CashYear
from hospes.store.tables.members import Payment
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

FREE = frozenset({"cash-year-close", "cash-year-reopen", "laptop-bring-in", "bring-in-everything"})
"""Acts that are not looked at."""

COUNTED: Mapping[str, tuple[str, frozenset[str]]] = {
    "payment": ("on", frozenset({"on", "minor", "currency", "method", "purpose", "text", "owner_id"})),
    "budget_line": (
        "paid_on",
        frozenset(
            {"paid_on", "real_minor", "currency", "rate", "side", "category", "in_kind", "text", "payee"}
        ),
    ),
    "cash_entry": (
        "on",
        frozenset(
            {
                "on", "minor", "account_id", "to_account_id", "text", "number", "to_number", "category_id",
                "currency", "foreign_minor", "rate", "to_minor", "line_id", "owner_id", "other_side",
            }
        ),
    ),
    "cash_split": ("", frozenset({"entry_id", "category_id", "minor", "text"})),
    "cash_filing": ("", frozenset({"number", "account_id", "category_id", "rate", "row_id"})),
    "cash_account": ("opened_on", frozenset({"opened_on", "opening_minor", "currency", "kind"})),
}  # fmt: skip
"""Table, its column of days, and the columns that count; a split and a filing have the day of their entry."""


OWNED: Mapping[type[Row], InstrumentedAttribute[UUID]] = {
    Payment: Payment.owner_id, CashEntry: CashEntry.owner_id, CashAccount: CashAccount.owner_id,
}  # fmt: skip
"""Where a row says itself whose it is."""


@dataclass(frozen=True, slots=True)
class _Closed:
    """A closed year of an owner."""

    owner: UUID
    year: int
    first: date
    last: date
    name: str


def refuse_closed_years(w: Writer, code: str) -> None:
    """Raise UserError, code `year-closed`, where the step changed what a closed year counts."""
    records = [
        one
        for one in w.recorder.records.values()
        if one.table in COUNTED
        and (one.kind in (INSERT, DELETE) or one.fields.keys() & COUNTED[one.table][1])
    ]
    if not records or code in FREE:
        return
    connection = w.connection()
    closed = _closed(connection)
    if not closed:
        return
    by_table: dict[str, list[Record]] = {}
    for one in records:
        by_table.setdefault(one.table, []).append(one)
    for table, some in by_table.items():
        for owner, day in _days(connection, table, some):
            _refuse(closed, owner, day, from_then_on=table == "cash_account")


def _closed(connection: Connection) -> list[_Closed]:
    y, o = CashYear, Organisation
    query = (
        select(y.owner_id, y.year, o.year_start).join(o, o.id == y.owner_id).where(y.closed_on.is_not(None))
    )
    found = []
    for owner, year, start in connection.execute(query):
        span = year_span(year, start)
        assert span.first is not None
        assert span.last is not None
        found.append(_Closed(owner, year, span.first, span.last, year_name(year, start)))
    return found


def _refuse(closed: Iterable[_Closed], owner: UUID | None, day: date, *, from_then_on: bool) -> None:
    for one in closed:
        if owner is not None and owner != one.owner:
            continue
        if one.first <= day <= one.last or (from_then_on and day <= one.last):
            raise UserError(
                "The year {year} is closed, so what was counted in it stays. "
                "Write a correcting entry in the open year, or open the year again under Money, Year.",
                code="year-closed",
                year=one.name,
            )


def _days(connection: Connection, table: str, records: list[Record]) -> list[tuple[UUID | None, date]]:
    """Every owner and day that the records touch, before and after."""
    if table == "cash_split":
        return _of_parents(connection, _values(connection, CashSplit, "entry_id", records), entries=True)
    if table == "cash_filing":
        return _of_parents(connection, _values(connection, CashFiling, "row_id", records), entries=False)
    cls: type[Row] = {
        "payment": Payment, "budget_line": BudgetLine, "cash_entry": CashEntry, "cash_account": CashAccount,
    }[table]  # fmt: skip
    column = COUNTED[table][0]
    found: list[tuple[UUID | None, date]] = []
    owners = _owners(connection, cls, [one.row_id for one in records])
    for day, record in _with_days(connection, cls, column, records):
        found.append((owners.get(record.row_id), day))
    return found


def _owners(connection: Connection, cls: type[Row], ids: list[UUID]) -> dict[UUID, UUID]:
    key: Any = cls.id
    found: dict[UUID, UUID] = {}
    for part in _parts(ids):
        if cls is BudgetLine:
            query = select(key, Visit.owner_id).join(Visit, Visit.id == BudgetLine.visit_id)
        else:
            query = select(key, OWNED[cls])
        found |= dict(connection.execute(query.where(key.in_(part))).all())
    return found


def _with_days(
    connection: Connection, cls: type[Row], column: str, records: list[Record]
) -> Iterable[tuple[date, Record]]:
    """Each record with the days it had before and has now."""
    now = _current(connection, cls, column, [one.row_id for one in records if one.kind != DELETE])
    for one in records:
        before = one.fields.get(column)
        if before is not None and before[0]:
            yield date.fromisoformat(str(before[0])), one
        after = now.get(one.row_id)
        if isinstance(after, date):
            yield after, one


def _values(connection: Connection, cls: type[Row], column: str, records: list[Record]) -> set[UUID]:
    """The rows that splits or filings belong to, before and now."""
    now = _current(connection, cls, column, [one.row_id for one in records if one.kind != DELETE])
    found = {value for value in now.values() if isinstance(value, UUID)}
    for one in records:
        before = one.fields.get(column)
        if before is not None and before[0]:
            found.add(UUID(hex=str(before[0])))
    return found


def _of_parents(
    connection: Connection, ids: Iterable[UUID], *, entries: bool
) -> list[tuple[UUID | None, date]]:
    found: list[tuple[UUID | None, date]] = []
    for part in _parts(list(ids)):
        if entries:
            query: Any = select(CashEntry.owner_id, CashEntry.on).where(CashEntry.id.in_(part))
            found += [(owner, day) for owner, day in connection.execute(query)]
            continue
        query = select(Payment.owner_id, Payment.on).where(Payment.id.in_(part))
        found += [(owner, day) for owner, day in connection.execute(query)]
        query = (
            select(Visit.owner_id, BudgetLine.paid_on)
            .join(Visit, Visit.id == BudgetLine.visit_id)
            .where(BudgetLine.id.in_(part), BudgetLine.paid_on.is_not(None))
        )
        found += [(owner, day) for owner, day in connection.execute(query)]
    return found


def _current(connection: Connection, cls: type[Row], column: str, ids: list[UUID]) -> dict[UUID, object]:
    key: Any = cls.id
    found: dict[UUID, object] = {}
    for part in _parts(ids):
        query = select(key, getattr(cls, column)).where(key.in_(part))
        found |= dict(connection.execute(query).all())
    return found


def _parts(ids: list[UUID], size: int = 500) -> Iterable[list[UUID]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))
