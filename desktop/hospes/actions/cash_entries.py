# SPDX-License-Identifier: GPL-3.0-or-later
"""Entries of the journal: writing, dividing, moving money, vouchers, and what payments are filed under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.documents import NewDocument, keep_document
from hospes.actions.editing import Edit, known_fields
from hospes.actions.own import own_association
from hospes.domain.budget import in_base, read_rate
from hospes.domain.cash import Part, believable
from hospes.domain.codes import DocumentKind
from hospes.domain.codes_cash import CashSource
from hospes.domain.dues import dues_year, year_span
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.values import Money
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row
from hospes.store.tables.cash import (
    CashAccount,
    CashCategory,
    CashEntry,
    CashFiling,
    CashSplit,
    CashVoucher,
)
from hospes.store.tables.events import Document
from hospes.store.tables.organisations import Organisation
from hospes.store.writer import Writer

LINKS = (
    "person_id", "organisation_id", "other_side", "visit_id", "event_id", "partnership_id", "line_id",
    "proof", "source", "source_id",
)  # fmt: skip
BANK = "bank"
"""Source of entries that a bank statement brought."""


def next_number(w: Writer, own: Organisation, account: UUID, on: date) -> int:
    """The next voucher number of an account in the year of a day."""
    year = dues_year(on, own.year_start)
    span = year_span(year, own.year_start)
    e, f = CashEntry, CashFiling
    inside = (e.on >= span.first, e.on <= span.last)
    queries = (
        select(func.max(e.number)).where(e.account_id == account, *inside),
        select(func.max(e.to_number)).where(e.to_account_id == account, *inside),
        select(func.max(f.number)).where(f.numbered_account_id == account, f.numbered_year == year),
    )
    return 1 + max(w.execute(query).scalar() or 0 for query in queries)


@dataclass(frozen=True)
class AddEntry(Action):
    """Write an entry: money that came in (positive) or went out (negative). Gives its id.

    The amount may be in another currency than the account's; then it needs the rate, as the costs of visits
    do. `parts` divide it over categories, `files` are its vouchers.
    """

    code: ClassVar[str] = "cash-entry-add"
    label: ClassVar[str] = N_("Write an entry in the journal")

    account_id: UUID
    on: date
    amount: Money
    text: str = ""
    category_id: UUID | None = None
    parts: tuple[Part, ...] = ()
    rate: str = ""
    links: Mapping[str, object] = field(default_factory=dict)
    files: tuple[NewDocument, ...] = ()

    def apply(self, w: Writer) -> UUID:
        """Write it with the next number. Raises FieldProblem for what cannot be."""
        own = own_association(w)
        account = w.must(CashAccount, self.account_id)
        _day(w, account, self.on)
        if not believable(self.amount.minor):
            raise FieldProblem("amount", "How much? Write an amount that is not zero.")
        known_fields(self.links, set(LINKS))
        minor, abroad = _worth(account, self.amount, self.rate)
        parts = _parts(self.parts, minor)
        row = w.create(
            CashEntry,
            owner_id=own.id,
            account_id=account.id,
            on=self.on,
            number=next_number(w, own, account.id, self.on),
            text=" ".join(self.text.split()),
            minor=minor,
            currency=self.amount.currency,
            foreign_minor=self.amount.minor if abroad else None,
            rate=read_rate(self.rate) if abroad else "",
            rate_on=self.on if abroad else None,
            category_id=None if parts else _category(w, self.category_id),
            **dict(self.links),
        )
        w.flush()
        _divide(w, row, parts)
        keep_files(w, own.id, row.id, CashSource.ENTRY, self.files, row.on)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The entry."""
        return {"entry": result}


def _day(w: Writer, account: CashAccount, on: date) -> None:
    if on > w.today:
        raise FieldProblem("on", "This day has not come yet.")
    if on < account.opened_on:
        raise FieldProblem("on", "The journal of this account begins later.")


def _worth(account: CashAccount, amount: Money, rate: str) -> tuple[int, bool]:
    """An amount in the account's currency, and whether it was in another."""
    if amount.currency == account.currency:
        return amount.minor, False
    worth = in_base(amount.minor, amount.currency, read_rate(rate), account.currency)
    if worth is None:
        raise FieldProblem(
            "rate",
            "This account is in {currency}. Write the exchange rate, or the amount in {currency}.",
            currency=account.currency,
        )
    return worth, True


def _category(w: Writer, category_id: UUID | None) -> UUID | None:
    return None if category_id is None else w.must(CashCategory, category_id).id


def _parts(parts: Sequence[Part], minor: int) -> tuple[Part, ...]:
    """Parts that make up the whole; one alone is no division."""
    kept = tuple(part for part in parts if part.minor)
    if len(kept) < 2:
        return ()
    left = minor - sum(part.minor for part in kept)
    if left:
        raise FieldProblem("parts", "The parts are not the whole amount. Change one of them.")
    return kept


def _divide(w: Writer, row: CashEntry, parts: Sequence[Part]) -> None:
    account = w.must(CashAccount, row.account_id)
    for position, part in enumerate(parts):
        w.create(
            CashSplit,
            entry_id=row.id,
            category_id=_category(w, part.category),
            minor=part.minor,
            currency=account.currency,
            text=" ".join(part.text.split()),
            position=position,
        )


@dataclass(frozen=True)
class MoveMoney(Action):
    """Move money from one account to another: cash to the bank, a float for the evening. Gives the entry."""

    code: ClassVar[str] = "cash-move"
    label: ClassVar[str] = N_("Move money between two accounts")

    from_id: UUID
    to_id: UUID
    on: date
    amount: Money
    text: str = ""
    arrived: Money | None = None
    """What arrived, where the other account is in another currency."""

    def apply(self, w: Writer) -> UUID:
        """Write it once, with a number in both accounts."""
        own = own_association(w)
        if self.from_id == self.to_id:
            raise FieldProblem("to", "Money is moved from one account to another. Choose two.")
        source, target = w.must(CashAccount, self.from_id), w.must(CashAccount, self.to_id)
        _day(w, source, self.on)
        _day(w, target, self.on)
        if self.amount.minor <= 0 or not believable(self.amount.minor):
            raise FieldProblem("amount", "How much? Write an amount that is more than zero.")
        if self.amount.currency != source.currency:
            raise FieldProblem(
                "amount", "This account is in {currency}, so the amount is too.", currency=source.currency
            )
        arrived = self.arrived
        if source.currency != target.currency and (
            arrived is None or arrived.minor <= 0 or arrived.currency != target.currency
        ):
            raise FieldProblem("arrived", "Write how much arrived in {currency}.", currency=target.currency)
        row = w.create(
            CashEntry,
            owner_id=own.id,
            account_id=source.id,
            to_account_id=target.id,
            on=self.on,
            number=next_number(w, own, source.id, self.on),
            to_number=next_number(w, own, target.id, self.on),
            text=" ".join(self.text.split()),
            minor=-self.amount.minor,
            currency=source.currency,
            to_minor=arrived.minor if arrived is not None and source.currency != target.currency else None,
        )
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The entry."""
        return {"entry": result}


@dataclass(frozen=True)
class EditEntry(Edit):
    """Correct an entry: day, words, amount, category, account, whom and what it is about.

    In another account or year it gets the next number there. A divided entry keeps its parts until they are
    divided anew; another amount is refused while they would not be the whole.
    """

    code: ClassVar[str] = "cash-entry-edit"
    label: ClassVar[str] = N_("Correct an entry of the journal")
    table: ClassVar[type[Row]] = CashEntry
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "on", "text", "minor", "category_id", "account_id", "person_id", "organisation_id", "other_side",
            "visit_id", "event_id", "partnership_id", "line_id", "proof", "number",
        }
    )  # fmt: skip
    ref: ClassVar[str] = "entry"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A day that has come, an amount that can be, a category in place of parts."""
        assert isinstance(row, CashEntry)
        values = dict(self.values)
        account = w.must(CashAccount, _as_id(values.get("account_id"), row.account_id))
        on = values.get("on", row.on)
        assert isinstance(on, date)
        _day(w, account, on)
        if row.to_account_id is not None:
            if {"category_id", "line_id"} & values.keys():
                raise UserError("Money that was only moved has no category.", code="moved-money")
            _day(w, w.must(CashAccount, row.to_account_id), on)
        self._amount(w, row, account, values)
        self._renumber(w, row, account, on, values)
        if values.get("category_id") is not None:
            for split in _splits(w, row.id):
                w.delete(split)
        return values

    def _amount(self, w: Writer, row: CashEntry, account: CashAccount, values: Mapping[str, object]) -> None:
        moved = account.id != row.account_id
        if moved and account.currency != w.must(CashAccount, row.account_id).currency:
            raise FieldProblem(
                "account",
                "This account is in {currency}. Write the entry there anew.",
                currency=account.currency,
            )
        minor = values.get("minor")
        if not isinstance(minor, int) or minor == row.minor:
            return
        if not believable(minor):
            raise FieldProblem("amount", "How much? Write an amount that is not zero.")
        if row.to_account_id is not None and (minor > 0 or row.to_minor is not None):
            raise UserError("Delete this entry and move the money anew.", code="moved-money")
        if _splits(w, row.id) and values.get("category_id") is None:
            raise FieldProblem("amount", "This entry is divided. Divide it anew with the other amount.")

    def _renumber(
        self, w: Writer, row: CashEntry, account: CashAccount, on: date, values: dict[str, object]
    ) -> None:
        own = w.must(Organisation, row.owner_id)
        other_year = dues_year(on, own.year_start) != dues_year(row.on, own.year_start)
        if account.id != row.account_id or other_year:
            values["number"] = next_number(w, own, account.id, on)
        if other_year and row.to_account_id is not None:
            row.to_number = next_number(w, own, row.to_account_id, on)
        number = values.get("number")
        if number is not None and (not isinstance(number, int) or not 0 < number < 1_000_000):
            raise FieldProblem("number", "A voucher number is a whole number, beginning with 1.")

    def apply(self, w: Writer) -> object:
        """Check and assign; an amount that was corrected is no longer one in another currency."""
        found = super().apply(w)
        row = w.must(CashEntry, self.id)
        if "minor" in self.values and row.foreign_minor is not None:
            account = w.must(CashAccount, row.account_id)
            row.foreign_minor, row.rate, row.rate_on, row.currency = None, "", None, account.currency
        return found


def _as_id(value: object, otherwise: UUID) -> UUID:
    return value if isinstance(value, UUID) else otherwise


def _splits(w: Writer, entry_id: UUID) -> list[CashSplit]:
    return list(w.scalars(select(CashSplit).where(CashSplit.entry_id == entry_id)))


@dataclass(frozen=True)
class DivideEntry(Action):
    """Divide an entry over several categories, with its amount if that changes too. Gives the entry."""

    code: ClassVar[str] = "cash-entry-divide"
    label: ClassVar[str] = N_("Divide an entry of the journal")

    id: UUID
    parts: tuple[Part, ...]

    def apply(self, w: Writer) -> UUID:
        """Write the parts in place of those before."""
        row = w.must(CashEntry, self.id)
        if row.to_account_id is not None:
            raise UserError("Money that was only moved has no category.", code="moved-money")
        parts = _parts(self.parts, row.minor)
        if not parts:
            raise FieldProblem("parts", "Dividing needs two parts or more.")
        for split in _splits(w, row.id):
            w.delete(split)
        row.category_id = None
        w.flush()
        _divide(w, row, parts)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The entry."""
        return {"entry": result}


@dataclass(frozen=True)
class DeleteEntries(Action):
    """Take entries back that were written by mistake; their vouchers go into the bin. Gives how many."""

    code: ClassVar[str] = "cash-entry-delete"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Delete {n} entry of the journal", "Delete {n} entries of the journal"
    )

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> int:
        """Delete them with their parts."""
        for entry_id in self.ids:
            row = w.must(CashEntry, entry_id)
            for split in _splits(w, row.id):
                w.delete(split)
            for voucher in w.scalars(select(CashVoucher).where(CashVoucher.row_id == row.id)).all():
                w.must(Document, voucher.document_id).binned_at = w.today
                w.delete(voucher)
            w.flush()
            w.delete(row)
        return len(self.ids)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.ids)}


def keep_files(
    w: Writer, owner: UUID, row_id: UUID, source: CashSource, files: Sequence[NewDocument], on: date | None
) -> None:
    """Keep files as the vouchers of a line, behind those it has."""
    last = w.execute(select(func.max(CashVoucher.position)).where(CashVoucher.row_id == row_id)).scalar()
    at = 0 if last is None else last + 1
    for place, file in enumerate(files):
        kept = replace(file, kind=DocumentKind.RECEIPT, on=file.on or on)
        document = keep_document(w, owner, kept)
        w.flush()
        w.create(CashVoucher, row_id=row_id, source=source, document_id=document.id, position=at + place)
