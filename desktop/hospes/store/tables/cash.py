# SPDX-License-Identifier: GPL-3.0-or-later
"""The cash and bank journal of an association: accounts, categories, entries, years (domain 4.7).

Payments and the paid costs of visits are entries of the journal too, but they are never copied into it: the
journal reads them where they stand, so nothing is counted twice and a payment that is corrected is right
here as well. Only what the journal alone knows of them (the voucher's number, another account or category)
is kept, in `cash_filing`. It names what it is about by key without a foreign key: where a payment is
deleted, the number it had stays behind and is seen as a gap.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes_cash import CashKind, CashProof, CashSide, CashSource, Sphere
from hospes.store.base import Row, ref
from hospes.store.base import code as code_column


class CashAccount(Row):
    """A cash box, a bank account. Its journal begins on a day, with what was there then."""

    __tablename__ = "cash_account"

    owner_id: Mapped[UUID] = ref("organisation")
    name: Mapped[str]
    kind: Mapped[CashKind] = code_column(CashKind, default=CashKind.CASH)
    currency: Mapped[str] = mapped_column(default="EUR")
    iban: Mapped[str] = mapped_column(default="")
    opened_on: Mapped[date]
    """The first day that is counted; `opening_minor` is what was there in the morning."""
    opening_minor: Mapped[int] = mapped_column(default=0)
    closed_on: Mapped[date | None]
    position: Mapped[int] = mapped_column(default=0)


class CashCategory(Row):
    """What money comes in for or goes out for. `code` never changes: bookkeepers' programs know it by it."""

    __tablename__ = "cash_category"
    __table_args__ = (UniqueConstraint("owner_id", "code"),)
    natural = ("owner_id", "code")

    owner_id: Mapped[UUID] = ref("organisation")
    code: Mapped[str]
    name: Mapped[str]
    side: Mapped[CashSide] = code_column(CashSide, default=CashSide.OUT)
    sphere: Mapped[Sphere | None] = code_column(Sphere, null=True)
    number: Mapped[str] = mapped_column(default="")
    """The number it has in the bookkeeper's chart of accounts."""
    ended: Mapped[bool] = mapped_column(default=False)
    """No longer offered; old entries keep it."""
    position: Mapped[int] = mapped_column(default=0)


class CashCategoryText(Row):
    """A category's name in another language (decision 7)."""

    __tablename__ = "cash_category_text"
    __table_args__ = (UniqueConstraint("category_id", "language"),)
    natural = ("category_id", "language")

    category_id: Mapped[UUID] = ref("cash_category")
    language: Mapped[str]
    name: Mapped[str]


class CashEntry(Row):
    """Money that came in (positive) or went out (negative) and is known from nowhere else.

    With `to_account_id` it was moved from one account to the other: one row, so that no half of it is lost.
    """

    __tablename__ = "cash_entry"
    __table_args__ = (
        CheckConstraint("to_account_id IS NULL OR minor < 0", name="transfer_goes_out"),
        Index("ix_cash_entry_on", "owner_id", "on"),
    )
    subjects = ("person_id",)

    owner_id: Mapped[UUID] = ref("organisation")
    account_id: Mapped[UUID] = ref("cash_account")
    to_account_id: Mapped[UUID | None] = ref("cash_account", null=True)
    on: Mapped[date]
    number: Mapped[int | None]
    to_number: Mapped[int | None]
    text: Mapped[str] = mapped_column(default="")
    minor: Mapped[int]
    """In the currency of the account."""
    currency: Mapped[str] = mapped_column(default="EUR")
    """What the voucher is in; with another than the account's it has a rate, and what it says."""
    foreign_minor: Mapped[int | None]
    rate: Mapped[str] = mapped_column(default="")
    rate_on: Mapped[date | None]
    to_minor: Mapped[int | None]
    """What arrived, where the other account is in another currency."""
    category_id: Mapped[UUID | None] = ref("cash_category", null=True)
    """Nothing where it is divided, or not sorted yet."""
    person_id: Mapped[UUID | None] = ref("person", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    other_side: Mapped[str] = mapped_column(default="")
    """Who, where neither is in the file."""
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    event_id: Mapped[UUID | None] = ref("event", null=True)
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    line_id: Mapped[UUID | None] = ref("budget_line", null=True)
    """The cost of a visit this is; that line is then no entry of its own."""
    proof: Mapped[CashProof] = code_column(CashProof, default=CashProof.MISSING)
    source: Mapped[str] = mapped_column(default="")
    source_id: Mapped[str] = mapped_column(default="")


class CashSplit(Row):
    """A part of an entry that is divided over several categories; it has the entry's sign."""

    __tablename__ = "cash_split"

    entry_id: Mapped[UUID] = ref("cash_entry")
    category_id: Mapped[UUID | None] = ref("cash_category", null=True)
    minor: Mapped[int]
    currency: Mapped[str] = mapped_column(default="EUR")
    text: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class CashFiling(Row):
    """What the journal alone knows of a payment or of a visit's cost."""

    __tablename__ = "cash_filing"
    __table_args__ = (UniqueConstraint("row_id"),)
    natural = ("row_id",)

    owner_id: Mapped[UUID] = ref("organisation")
    row_id: Mapped[UUID]
    source: Mapped[CashSource] = code_column(CashSource)
    number: Mapped[int | None]
    numbered_account_id: Mapped[UUID | None] = ref("cash_account", null=True)
    """The account and the year whose series the number is of."""
    numbered_year: Mapped[int | None]
    account_id: Mapped[UUID | None] = ref("cash_account", null=True)
    category_id: Mapped[UUID | None] = ref("cash_category", null=True)
    proof: Mapped[CashProof | None] = code_column(CashProof, null=True)
    rate: Mapped[str] = mapped_column(default="")
    rate_on: Mapped[date | None]


class CashVoucher(Row):
    """A document that proves an entry, whatever the entry is made from."""

    __tablename__ = "cash_voucher"
    natural = ("row_id", "document_id")

    row_id: Mapped[UUID]
    source: Mapped[CashSource] = code_column(CashSource)
    document_id: Mapped[UUID] = ref("document")
    position: Mapped[int] = mapped_column(default=0)


class CashYear(Row):
    """A year of the association in the journal: open, or closed, when and by whom."""

    __tablename__ = "cash_year"
    natural = ("owner_id", "year")

    owner_id: Mapped[UUID] = ref("organisation")
    year: Mapped[int]
    closed_on: Mapped[date | None]
    closed_by: Mapped[str] = mapped_column(default="")
    reopened_on: Mapped[date | None]
    reopened_by: Mapped[str] = mapped_column(default="")
    reopened_because: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[date | None]
    """When the auditors' report was heard and the committee was discharged."""
    remarks: Mapped[str] = mapped_column(default="")


class CashBalance(Row):
    """An account at the end of a year: what the bank or the count says, and what was there when it was
    closed.
    """

    __tablename__ = "cash_balance"
    natural = ("account_id", "year")

    account_id: Mapped[UUID] = ref("cash_account")
    year: Mapped[int]
    statement_minor: Mapped[int | None]
    statement_on: Mapped[date | None]
    closing_minor: Mapped[int | None]
    entries: Mapped[int | None]
    """How many entries the account had when the year was closed."""
    currency: Mapped[str] = mapped_column(default="EUR")


class CashPlan(Row):
    """What a year's plan says for a category; never negative."""

    __tablename__ = "cash_plan"
    __table_args__ = (CheckConstraint("minor >= 0", name="minor_not_negative"),)
    natural = ("category_id", "year")

    category_id: Mapped[UUID] = ref("cash_category")
    year: Mapped[int]
    minor: Mapped[int]
    currency: Mapped[str] = mapped_column(default="EUR")
