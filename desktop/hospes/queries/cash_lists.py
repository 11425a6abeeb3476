# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal as its list shows it: each line with its balance, its category and its account in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.cash import Account, Booking
from hospes.domain.codes_cash import CashTrouble, Sphere
from hospes.domain.dues import year_name, year_span
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.cash import CategoryRow, Wanted, accounts_of, bookings, categories_of
from hospes.store.cash_sums import balances_before
from hospes.store.selections import pick
from hospes.store.tables.cash import CashVoucher
from hospes.store.tables.events import Blob, Document


@dataclass(frozen=True, slots=True)
class JournalRow:
    """A line and what stands beside it."""

    booking: Booking
    balance: int
    """In the accounts shown, after it."""
    account: str
    currency: str
    category: str = ""
    code: str = ""
    sphere: Sphere | None = None
    words: str = ""
    """What moved money did: to or from which account; the visit's name; what the line says."""

    @property
    def key(self) -> UUID:
        """Of the line."""
        return self.booking.key

    @property
    def money(self) -> Money:
        """The amount."""
        return Money(self.booking.counted, self.currency)

    @property
    def money_in(self) -> Money | None:
        """What came in, if it did."""
        return self.money if self.booking.counted > 0 else None

    @property
    def money_out(self) -> Money | None:
        """What went out, if it did."""
        return -self.money if self.booking.counted < 0 else None

    @property
    def after(self) -> Money:
        """The balance as money."""
        return Money(self.balance, self.currency)


@dataclass(frozen=True, slots=True)
class Journal:
    """The lines of a year, of one account or of all in the association's currency, the oldest first."""

    owner: UUID
    year: int
    name: str
    first: date
    last: date
    currency: str
    accounts: tuple[Account, ...]
    categories: tuple[CategoryRow, ...]
    account: Account | None
    opening: int
    rows: tuple[JournalRow, ...]

    @property
    def closing(self) -> int:
        """The balance after the last line."""
        return self.rows[-1].balance if self.rows else self.opening

    @property
    def money_in(self) -> int:
        """What came in, without what was only moved between the accounts shown."""
        return sum(max(one.booking.counted, 0) for one in self.rows if self._counts(one))

    @property
    def money_out(self) -> int:
        """What went out, likewise."""
        return -sum(min(one.booking.counted, 0) for one in self.rows if self._counts(one))

    def _counts(self, one: JournalRow) -> bool:
        return self.account is not None or one.booking.other_account is None

    def money(self, minor: int) -> Money:
        """An amount in the currency shown."""
        return Money(minor, self.currency)


def journal(connection: Connection, year: int, locale: Locale, account_id: UUID | None = None) -> Journal:
    """The journal of a year."""
    own = association(connection)
    span = year_span(year, own.year_start)
    assert span.first is not None
    assert span.last is not None
    accounts = accounts_of(connection, own.id)
    categories = categories_of(connection, own.id, locale.language)
    chosen = next((one for one in accounts if one.id == account_id), None)
    shown = [chosen] if chosen is not None else [one for one in accounts if one.currency == own.currency]
    before = balances_before(connection, own.id, span.first)
    opening = sum(
        before[one.id] if one.opened_on <= span.first else one.opening
        for one in shown
        if one.opened_on <= span.last
    )
    inside = {one.id for one in shown}
    lines = [
        one
        for one in bookings(connection, own.id, locale, Wanted(span.first, span.last))
        if one.account in inside
    ]
    rows = journal_rows(lines, accounts, categories, locale, opening)
    return Journal(
        own.id, year, year_name(year, own.year_start), span.first, span.last,
        chosen.currency if chosen is not None else own.currency, accounts, categories, chosen, opening, rows,
    )  # fmt: skip


def journal_rows(
    lines: Sequence[Booking],
    accounts: Sequence[Account],
    categories: Sequence[CategoryRow],
    locale: Locale,
    opening: int = 0,
) -> tuple[JournalRow, ...]:
    """Lines with their balances and words."""
    called = {one.id: one for one in accounts}
    sorted_by = {one.id: one for one in categories}
    found = []
    for one in lines:
        opening += one.counted
        account = called[one.account]
        category, code, sphere = category_words(one, called, sorted_by, locale)
        found.append(
            JournalRow(
                one, opening, account.name, account.currency, category, code, sphere, line_words(one, locale)
            )
        )
    return tuple(found)


def category_words(
    one: Booking, accounts: Mapping[UUID, Account], categories: Mapping[UUID, CategoryRow], locale: Locale
) -> tuple[str, str, Sphere | None]:
    """The category in words, its code, and its sphere; of a divided line all names."""
    if one.other_account is not None:
        other = accounts.get(one.other_account)
        name = other.name if other is not None else ""
        words = (
            locale.text("To: {account}", account=name)
            if one.counted < 0
            else locale.text("From: {account}", account=name)
        )
        return words, "moved", None
    rows = [categories.get(part.category) if part.category is not None else None for part in one.parts]
    if len(rows) == 1:
        row = rows[0]
        return (row.name, row.code, row.sphere) if row is not None else ("", "", None)
    names = [row.name if row is not None else locale.text("not sorted") for row in rows]
    return locale.listing(names), "divided", None


def line_words(one: Booking, locale: Locale) -> str:
    """What a line says: its own words, else what it is."""
    if one.text:
        return one.text
    return one.visit_name or ""


def fits_words(one: JournalRow, typed: str, locale: Locale) -> bool:
    """Does a line have all these words somewhere, amounts and numbers included?"""
    line = one.booking
    amount = Money(abs(line.counted), one.currency)
    text = fold(
        f"{one.words} {line.who} {one.category} {line.visit_name} {line.number or ''} "
        f"{amount.decimal_text()} {locale.money(amount)}"
    )
    return all(word in text for word in fold(typed).split())


def unfinished(one: JournalRow) -> tuple[CashTrouble, ...]:
    """What a line still needs, but for its number, which comes by itself."""
    return tuple(trouble for trouble in one.booking.troubles if trouble is not CashTrouble.NO_NUMBER)


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A document that proves a line."""

    id: UUID
    name: str
    media_type: str
    size: int

    @property
    def is_picture(self) -> bool:
        """Can it be shown as a picture?"""
        return self.media_type.startswith("image/")


def vouchers_of(connection: Connection, row_id: UUID) -> list[VoucherRow]:
    """The documents of a line, in their order."""
    v, d, b = CashVoucher, Document, Blob
    query = (
        pick(d.id, d.name, b.media_type, b.size)
        .join(v, v.document_id == d.id)
        .join(b, b.sha256 == d.blob_sha)
        .where(v.row_id == row_id, d.binned_at.is_(None))
        .order_by(v.position, d.id)
    )
    return [VoucherRow(*row) for row in connection.execute(query)]


def vouchers_of_all(connection: Connection, row_ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    """The names of the documents of many lines."""
    v, d = CashVoucher, Document
    wanted = set(row_ids)
    query = (
        select(v.row_id, d.name)
        .join(d, d.id == v.document_id)
        .where(d.binned_at.is_(None))
        .order_by(v.row_id, v.position)
    )
    found: dict[UUID, list[str]] = {}
    for row_id, name in connection.execute(query):
        if row_id in wanted:
            found.setdefault(row_id, []).append(name)
    return found
