# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments as their list shows them: when, from whom, for what, how much, how, with which receipt."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select

from hospes.domain.codes import PaymentMethod, PaymentPurpose, ReceiptKind
from hospes.domain.payers import Payer
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.dues import payer_names, year_ends
from hospes.queries.memberships import ground
from hospes.queries.scope import ids_in, mine
from hospes.store.selections import pick
from hospes.store.tables.members import Dues, Payment, PaymentShare, Receipt


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One payment; `years` are those of the dues it pays, `left` what of it pays none."""

    id: UUID
    version: int
    on: date
    payer: Payer | None
    name: str
    amount: Money
    method: PaymentMethod
    purpose: PaymentPurpose
    text: str
    years: tuple[int, ...] = ()
    left: int = 0
    receipt: str = ""
    receipt_id: UUID | None = None
    grant: bool = False


@dataclass(frozen=True, slots=True)
class PaymentFilter:
    """Which payments: of a year of the association, for a purpose, with these words, of one payer."""

    year: int | None = None
    purpose: PaymentPurpose | None = None
    words: str = ""
    payer: Payer | None = None


def payment_rows(
    connection: Connection, today: date, locale: Locale, wanted: PaymentFilter | None = None
) -> list[PaymentLine]:
    """Payments, the newest first."""
    wanted = wanted or PaymentFilter()
    p = Payment
    query = _columns().where(mine(p.owner_id, ground(connection, today)))
    if wanted.year is not None:
        first, last = year_ends(connection, wanted.year)
        query = query.where(p.on >= first, p.on <= last)
    if wanted.purpose is not None:
        query = query.where(p.purpose == wanted.purpose)
    if wanted.payer is not None:
        column = {"person": p.person_id, "household": p.household_id, "organisation": p.organisation_id}
        query = query.where(column[wanted.payer.kind.value] == wanted.payer.id)
    rows = _read(connection, query.order_by(p.on.desc(), p.id.desc()), locale)
    parts = fold(wanted.words).split()
    if not parts:
        return rows
    return [row for row in rows if all(part in _searched(row, locale) for part in parts)]


def _searched(row: PaymentLine, locale: Locale) -> str:
    amount = f"{row.amount.decimal_text()} {locale.money(row.amount)}"
    return fold(f"{row.name} {row.text} {row.receipt} {amount}")


def payments_by_id(connection: Connection, ids: Collection[UUID], locale: Locale) -> list[PaymentLine]:
    """Payments with these ids, in their order."""
    rows = {row.id: row for row in _read(connection, _columns().where(Payment.id.in_(ids_in(ids))), locale)}
    return [rows[one] for one in ids if one in rows]


def payment_of_receipt(connection: Connection, receipt_id: UUID) -> UUID | None:
    """The payment a receipt is for."""
    return connection.execute(select(Receipt.payment_id).where(Receipt.id == receipt_id)).scalar()


def _columns() -> Select[*tuple[Any, ...]]:
    p = Payment
    return pick(
        p.id, p.version, p.on, p.person_id, p.household_id, p.organisation_id, p.minor, p.currency, p.method,
        p.purpose, p.text, p.grant_id,
    )  # fmt: skip


def _read(connection: Connection, query: Select[*tuple[Any, ...]], locale: Locale) -> list[PaymentLine]:
    found = [tuple(row) for row in connection.execute(query)]
    ids = [row[0] for row in found]
    shares = _shares(connection, ids)
    receipts = _receipts(connection, ids)
    payers = {one for row in found if (one := Payer.of(*row[3:6])) is not None}
    called = payer_names(connection, payers, locale)
    rows = []
    for key, version, on, person, household, firm, minor, currency, method, purpose, text, grant in found:
        payer = Payer.of(person, household, firm)
        years, used = shares.get(key, ((), 0))
        receipt_id, number = receipts.get(key, (None, ""))
        left = minor - used if purpose == PaymentPurpose.DUES and minor > 0 else 0
        rows.append(
            PaymentLine(
                key, version, on, payer, called.get(payer.id, "") if payer else "", Money(minor, currency),
                method, purpose, text, years, left, number, receipt_id, grant is not None,
            )
        )  # fmt: skip
    return rows


def _shares(connection: Connection, ids: Collection[UUID]) -> Mapping[UUID, tuple[tuple[int, ...], int]]:
    s, d = PaymentShare, Dues
    query = (
        select(s.payment_id, d.year, func.sum(s.minor))
        .join(d, d.id == s.dues_id)
        .where(s.payment_id.in_(ids_in(ids)))
        .group_by(s.payment_id, d.year)
        .order_by(d.year)
    )
    years: dict[UUID, list[int]] = defaultdict(list)
    used: dict[UUID, int] = defaultdict(int)
    for payment_id, year, minor in connection.execute(query):
        years[payment_id].append(year)
        used[payment_id] += minor
    return {key: (tuple(some), used[key]) for key, some in years.items()}


def _receipts(connection: Connection, ids: Collection[UUID]) -> dict[UUID, tuple[UUID, str]]:
    r = Receipt
    query = select(r.payment_id, r.id, r.number).where(
        r.payment_id.in_(ids_in(ids)), r.cancelled_on.is_(None), r.kind == ReceiptKind.PAYMENT
    )
    return {row[0]: (row[1], row[2]) for row in connection.execute(query) if row[0] is not None}
