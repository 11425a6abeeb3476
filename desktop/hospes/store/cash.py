# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal's lines, read where they stand: entries, payments, and the paid costs of visits.

Nothing is copied, so nothing is counted twice. A visit's cost that an entry says it is (`line_id`) is that
entry and no line of its own. This is here and not with the queries because closing a year, an action, counts
the very same lines.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from hospes.domain.budget import in_base
from hospes.domain.cash import Account, Booking, Part, home_of
from hospes.domain.cash_starter import KNOWN_ELSEWHERE, OF_LINE, OF_PURPOSE, WITHOUT_MONEY
from hospes.domain.codes_cash import CashProof, CashSource
from hospes.domain.codes_money import BudgetSide
from hospes.domain.dues import dues_year
from hospes.domain.payers import Payer
from hospes.store.base import natural_key
from hospes.store.selections import AnyColumn, Picked, pick
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.cash import (
    CashAccount,
    CashCategory,
    CashEntry,
    CashFiling,
    CashSplit,
    CashVoucher,
)
from hospes.store.tables.events import Document
from hospes.store.tables.members import Payment
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.visits import Visit

FROM_THE_BANK = "bank"
"""Source of payments and entries that a bank statement brought."""


def accounts_of(connection: Connection, owner: UUID) -> tuple[Account, ...]:
    """The accounts in their order."""
    a = CashAccount
    query = (
        pick(
            a.id, a.name, a.kind, a.currency, a.opened_on, a.opening_minor, a.closed_on, a.iban, a.version,
            a.position,
        )
        .where(a.owner_id == owner)
        .order_by(a.position, a.id)
    )  # fmt: skip
    return tuple(Account(*row) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of the journal; both days are included."""

    first: date | None = None
    last: date | None = None
    row_id: UUID | None = None
    visit: UUID | None = None

    def days(self, column: AnyColumn) -> list[ColumnElement[bool]]:
        """The conditions on a column."""
        found = []
        if self.first is not None:
            found.append(column >= self.first)
        if self.last is not None:
            found.append(column <= self.last)
        return found


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of the journal in their order, and who paid or was paid, by what the line is made from."""

    bookings: list[Booking]
    payers: Mapping[UUID, Payer] = field(default_factory=dict)


def read_lines(connection: Connection, owner: UUID, wanted: Wanted = EVERYTHING) -> Lines:
    """The lines of all accounts in the order of days and numbers, without names."""
    accounts = accounts_of(connection, owner)
    if not accounts:
        return Lines([])
    reading = Reading(connection, owner, accounts, wanted)
    found = [*reading.entries(), *reading.payments(), *reading.lines()]
    begun = {one.id: one.opened_on for one in accounts}
    found = [one for one in found if one.on >= begun[one.account]]
    found = _with_vouchers(connection, found, reading.papers)
    return Lines(sorted(found, key=order_of), reading.payers)


def order_of(one: Booking) -> tuple[date, int, str]:
    """Lines stand by day, then by number, those without one last, then as they were written."""
    return one.on, one.number if one.number is not None else 1 << 40, one.key.hex


class Reading:
    """Reads the three kinds of lines for one owner."""

    def __init__(
        self, connection: Connection, owner: UUID, accounts: Sequence[Account], wanted: Wanted
    ) -> None:
        self.connection, self.owner, self.accounts, self.wanted = connection, owner, accounts, wanted
        self.currency = {one.id: one.currency for one in accounts}
        c = CashCategory
        rows = connection.execute(pick(c.code, c.id).where(c.owner_id == owner))
        self.category: dict[str, UUID] = dict(rows.all())
        starts = select(Organisation.year_start).where(Organisation.id == owner)
        self.year_start = connection.execute(starts).scalar() or "01-01"
        self.payers: dict[UUID, Payer] = {}
        """Who is on the other side, by the line's key."""
        self.papers: dict[UUID, int] = {}
        """Documents a line has by itself."""

    # ---- entries -------------------------------------------------------------------------------------

    def entries(self) -> list[Booking]:
        """What was written in the journal; moved money is a line in each account."""
        e = CashEntry
        query = pick(*(getattr(e, name) for name in ENTRY_COLUMNS)).where(
            e.owner_id == self.owner, *self.wanted.days(e.on)
        )
        if self.wanted.row_id is not None:
            query = query.where(e.id == self.wanted.row_id)
        if self.wanted.visit is not None:
            query = query.where(e.visit_id == self.wanted.visit)
        rows = self.connection.execute(query).all()
        parts = self._splits(query)
        found = []
        for row in rows:
            if row.account_id not in self.currency:
                continue
            divided = parts.get(row.id, ())
            plain = (Part(row.category_id, row.minor),)
            payer = Payer.of(row.person_id, None, row.organisation_id)
            if payer is not None:
                self.payers[row.id] = payer
            line = Booking(
                key=row.id, row_id=row.id, source=CashSource.ENTRY, account=row.account_id, on=row.on,
                minor=row.minor, parts=() if row.to_account_id else divided or plain, number=row.number,
                text=row.text, who=row.other_side, other_account=row.to_account_id, visit=row.visit_id,
                event=row.event_id, partnership=row.partnership_id, person=row.person_id,
                organisation=row.organisation_id, foreign=row.foreign_minor,
                foreign_currency=row.currency if row.foreign_minor is not None else "", rate=row.rate,
                proof=row.proof, brought=row.source == FROM_THE_BANK, version=row.version,
            )  # fmt: skip
            found.append(line)
            if row.to_account_id in self.currency:
                found.append(_arrived(line, row))
        return found

    def _number(self, row: Picked, home: UUID, on: date) -> int | None:
        """A number counts only in the series it was given from: with another account or year a new one is
        wanted.
        """
        number: int | None = row.number
        same = row.numbered_account_id == home and row.numbered_year == dues_year(on, self.year_start)
        return number if same else None

    def _splits(self, entries: Select[*tuple[Any, ...]]) -> dict[UUID, tuple[Part, ...]]:
        s = CashSplit
        inside = entries.with_only_columns(CashEntry.id)
        query = (
            pick(s.entry_id, s.category_id, s.minor, s.text)
            .where(s.entry_id.in_(inside))
            .order_by(s.position, s.id)
        )
        found: dict[UUID, list[Part]] = defaultdict(list)
        for entry, category, minor, text in self.connection.execute(query):
            found[entry].append(Part(category, minor, text))
        return {key: tuple(some) for key, some in found.items()}

    # ---- payments ------------------------------------------------------------------------------------

    def payments(self) -> list[Booking]:
        """What payers paid and got back."""
        p, f = Payment, CashFiling
        query = (
            pick(
                p.id, p.version, p.on, p.minor, p.currency, p.method, p.purpose, p.text, p.source,
                p.person_id, p.household_id, p.organisation_id, p.visit_id, f.number, f.account_id,
                f.category_id, f.proof, f.rate, f.numbered_account_id, f.numbered_year,
            )
            .join(f, f.row_id == p.id, isouter=True)
            .where(p.owner_id == self.owner, p.purpose.not_in(WITHOUT_MONEY), *self.wanted.days(p.on))
        )  # fmt: skip
        if self.wanted.row_id is not None:
            query = query.where(p.id == self.wanted.row_id)
        if self.wanted.visit is not None:
            query = query.where(p.visit_id == self.wanted.visit)
        found = []
        for row in self.connection.execute(query):
            home = home_of(self.accounts, row.method.value, row.currency, row.account_id)
            if home is None:
                continue
            payer = Payer.of(row.person_id, row.household_id, row.organisation_id)
            if payer is not None:
                self.payers[row.id] = payer
            minor = in_base(row.minor, row.currency, row.rate or "", home.currency)
            category = row.category_id or self.category.get(OF_PURPOSE.get(row.purpose.value, ""))
            abroad = row.currency != home.currency
            found.append(
                Booking(
                    key=row.id, row_id=row.id, source=CashSource.PAYMENT, account=home.id, on=row.on,
                    minor=minor, parts=(Part(category, minor or 0),),
                    number=self._number(row, home.id, row.on),
                    text=row.text, visit=row.visit_id, person=row.person_id,
                    organisation=row.organisation_id, foreign=row.minor if abroad else None,
                    foreign_currency=row.currency if abroad else "", rate=row.rate or "",
                    method=row.method.value,
                    proof=row.proof or CashProof.MISSING, brought=row.source == FROM_THE_BANK,
                    version=row.version,
                )
            )  # fmt: skip
        return found

    # ---- costs of visits -----------------------------------------------------------------------------

    def lines(self) -> list[Booking]:
        """What was paid for visits, and came in for them otherwise."""
        b, f = BudgetLine, CashFiling
        taken = select(CashEntry.line_id).where(CashEntry.line_id.is_not(None))
        query = (
            pick(
                b.id, b.version, b.paid_on, b.real_minor, b.currency, b.side, b.category, b.text, b.payee,
                b.visit_id, b.document_id, b.rate, b.voucher, f.proof, f.number, f.account_id, f.category_id,
                f.rate.label("filed_rate"), f.numbered_account_id, f.numbered_year,
            )
            .join(Visit, Visit.id == b.visit_id)
            .join(f, f.row_id == b.id, isouter=True)
            .where(Visit.owner_id == self.owner, is_paid(), b.id.not_in(taken), *self.wanted.days(b.paid_on))
        )  # fmt: skip
        if self.wanted.row_id is not None:
            query = query.where(b.id == self.wanted.row_id)
        if self.wanted.visit is not None:
            query = query.where(b.visit_id == self.wanted.visit)
        found = []
        for row in self.connection.execute(query):
            home = home_of(self.accounts, "", row.currency, row.account_id)
            if home is None:
                continue
            sign = -1 if row.side is BudgetSide.COST else 1
            worth = in_base(row.real_minor, row.currency, row.filed_rate or row.rate, home.currency)
            minor = None if worth is None else sign * worth
            usual = "visit-costs" if sign < 0 else OF_LINE.get(row.category.value, "")
            category = row.category_id or self.category.get(usual)
            abroad = row.currency != home.currency
            if row.document_id is not None:
                self.papers[row.id] = 1
            found.append(
                Booking(
                    key=row.id, row_id=row.id, source=CashSource.LINE, account=home.id, on=row.paid_on,
                    minor=minor, parts=(Part(category, minor or 0),),
                    number=self._number(row, home.id, row.paid_on),
                    text=row.text, who=row.payee, visit=row.visit_id,
                    foreign=sign * row.real_minor if abroad else None,
                    foreign_currency=row.currency if abroad else "", rate=row.filed_rate or row.rate,
                    proof=row.proof or (CashProof.PAPER if row.voucher else CashProof.MISSING),
                    version=row.version,
                )
            )  # fmt: skip
        return found


ENTRY_COLUMNS = (
    "id", "version", "account_id", "to_account_id", "on", "number", "to_number", "text", "minor", "currency",
    "foreign_minor", "rate", "to_minor", "category_id", "person_id", "organisation_id", "other_side",
    "visit_id", "event_id", "partnership_id", "proof", "source",
)  # fmt: skip


def is_paid() -> ColumnElement[bool]:
    """Lines of a budget in which money really moved: real, with a day, not in kind, not known elsewhere."""
    b = BudgetLine
    return and_(
        b.paid_on.is_not(None),
        b.real_minor.is_not(None),
        b.real_minor != 0,
        b.in_kind.is_(False),
        b.category.not_in(KNOWN_ELSEWHERE),
    )


def _arrived(line: Booking, row: Picked) -> Booking:
    """The other half of moved money."""
    return replace(
        line,
        key=arrival_key(line.row_id),
        account=row.to_account_id,
        other_account=line.account,
        minor=row.to_minor if row.to_minor is not None else -row.minor,
        number=row.to_number,
    )


def arrival_key(entry: UUID) -> UUID:
    """The key of the line in which moved money arrives."""
    return natural_key("cash_entry", entry, "to")


def _with_vouchers(connection: Connection, found: list[Booking], papers: Mapping[UUID, int]) -> list[Booking]:
    v, d = CashVoucher, Document
    query = (
        select(v.row_id, func.count())
        .join(d, d.id == v.document_id)
        .where(d.binned_at.is_(None))
        .group_by(v.row_id)
    )
    counted: dict[UUID, int] = dict(connection.execute(query).all())
    return [
        replace(one, documents=counted.get(one.row_id, 0) + papers.get(one.row_id, 0))
        if one.row_id in counted or one.row_id in papers
        else one
        for one in found
    ]
