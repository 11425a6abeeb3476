# SPDX-License-Identifier: GPL-3.0-or-later
"""What payments and costs are filed under, vouchers, and lines of a statement that are nobody's payment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.bring_in_payments import BringInPayments
from hospes.actions.cash_entries import BANK, AddEntry, EditEntry, keep_files
from hospes.actions.collections import ReturnDebits
from hospes.actions.documents import NewDocument
from hospes.actions.editing import known_fields
from hospes.domain.budget import read_rate
from hospes.domain.codes_cash import CashSource
from hospes.domain.errors import UserError
from hospes.domain.values import Money
from hospes.i18n.marks import N_, NN_
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.cash import CashEntry, CashFiling, CashVoucher
from hospes.store.tables.events import Document
from hospes.store.tables.members import Payment
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer


def _source(w: Writer, row_id: UUID) -> tuple[CashSource, UUID]:
    """What a key is of, and whose it is."""
    payment = w.get(Payment, row_id)
    if payment is not None:
        return CashSource.PAYMENT, payment.owner_id
    line = w.get(BudgetLine, row_id)
    if line is not None:
        return CashSource.LINE, w.must(Visit, line.visit_id).owner_id
    entry = w.must(CashEntry, row_id)
    return CashSource.ENTRY, entry.owner_id


def file_of(w: Writer, row_id: UUID) -> CashFiling:
    """The filing of a payment or cost, made where there is none."""
    source, owner = _source(w, row_id)
    if source is CashSource.ENTRY:
        raise ValueError("an entry is filed in itself")
    keys = {"row_id": row_id}
    there = w.get(CashFiling, w.key_for(CashFiling, keys))
    return there or w.create(CashFiling, **keys, owner_id=owner, source=source)


@dataclass(frozen=True)
class FileBooking(Action):
    """Put payments and paid costs into another account or category than Hospes would, or give their rate."""

    code: ClassVar[str] = "cash-file"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Sort {n} entry of the journal", "Sort {n} entries of the journal"
    )

    row_ids: tuple[UUID, ...]
    values: Mapping[str, object]
    """Of `category_id`, `account_id`, `proof`, `rate`."""

    def apply(self, w: Writer) -> int:
        """Keep it. Entries of the journal itself are sorted by this too."""
        known_fields(self.values, {"category_id", "account_id", "proof", "rate"})
        for row_id in self.row_ids:
            entry = w.get(CashEntry, row_id)
            if entry is not None:
                plain = {key: value for key, value in self.values.items() if key != "rate"}
                EditEntry(row_id, plain).apply(w)
                continue
            row = file_of(w, row_id)
            w.flush()
            for name, value in self.values.items():
                setattr(row, name, read_rate(str(value or "")) if name == "rate" else value)
            if self.values.get("rate"):
                row.rate_on = w.today
            w.flush()
        return len(self.row_ids)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.row_ids)}


@dataclass(frozen=True)
class AddVouchers(Action):
    """Keep pictures or documents that prove an entry. Gives how many."""

    code: ClassVar[str] = "cash-voucher-add"
    label: ClassVar[str | tuple[str, str]] = NN_("Add {n} voucher", "Add {n} vouchers")

    row_id: UUID
    files: tuple[NewDocument, ...]

    def apply(self, w: Writer) -> int:
        """Keep them."""
        if not self.files:
            raise UserError("Nothing is chosen.", code="nothing-chosen")
        source, owner = _source(w, self.row_id)
        keep_files(w, owner, self.row_id, source, self.files, None)
        return len(self.files)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.files)}


@dataclass(frozen=True)
class RemoveVoucher(Action):
    """Take a document away from an entry; it goes into the bin."""

    code: ClassVar[str] = "cash-voucher-remove"
    label: ClassVar[str] = N_("Take a voucher away")

    row_id: UUID
    document_id: UUID

    def apply(self, w: Writer) -> None:
        """Take it away."""
        keys = {"row_id": self.row_id, "document_id": self.document_id}
        w.delete(w.must(CashVoucher, w.key_for(CashVoucher, keys)))
        w.must(Document, self.document_id).binned_at = w.today


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A line of a statement that is nobody's payment: charges, rent, what was sold."""

    on: date
    amount: Money
    text: str = ""
    other_side: str = ""
    key: str = ""
    category_id: UUID | None = None


@dataclass(frozen=True)
class BringInEntries(Action):
    """Bring in lines of a bank statement as entries; one that is there already is passed over."""

    code: ClassVar[str] = "cash-bring-in"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Bring in {n} entry of a bank statement", "Bring in {n} entries of a bank statement"
    )

    account_id: UUID
    lines: tuple[StatementLine, ...]

    def apply(self, w: Writer) -> int:
        """Write those that are new. Gives how many."""
        e, p = CashEntry, Payment
        known = set(w.scalars(select(e.source_id).where(e.source == BANK)))
        known |= set(w.scalars(select(p.source_id).where(p.source == BANK)))
        made = 0
        for one in sorted(self.lines, key=lambda one: one.on):
            if one.key and one.key in known:
                continue
            known.add(one.key)
            links = {"other_side": one.other_side, "source": BANK, "source_id": one.key}
            AddEntry(self.account_id, one.on, one.amount, one.text, one.category_id, links=links).apply(w)
            w.flush()
            made += 1
        return made

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}


@dataclass(frozen=True)
class BringInStatement(Action):
    """Bring in a bank statement as one step: debits that came back, payments, the rest for the journal."""

    code: ClassVar[str] = "bring-in-statement"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Bring in {n} line of a bank statement", "Bring in {n} lines of a bank statement"
    )

    payments: BringInPayments
    entries: BringInEntries | None = None
    returns: ReturnDebits | None = None

    def apply(self, w: Writer) -> int:
        """Returns first: their dues are open again, and a payment of the same statement may pay them.

        Then payments, so that none of them becomes an entry too. Gives how many there were.
        """
        count = self.returns.apply(w) if self.returns is not None else 0
        w.flush()
        count += self.payments.apply(w)
        w.flush()
        return count + (self.entries.apply(w) if self.entries is not None else 0)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}
