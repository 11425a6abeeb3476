# SPDX-License-Identifier: GPL-3.0-or-later
"""Collections by direct debit: what was handed to the bank, and what became of each debit."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.sepa import PainVersion, ReturnReason, Sequence
from hospes.store.base import Row, code, ref


class Collection(Row):
    """A collection: one file for the bank."""

    __tablename__ = "collection"

    owner_id: Mapped[UUID] = ref("organisation")
    year: Mapped[int]
    """The newest year whose dues are collected."""
    made_on: Mapped[date]
    due_on: Mapped[date]
    version_of_file: Mapped[PainVersion] = code(PainVersion, default=PainVersion.V08)
    booked_on: Mapped[date | None]
    """The day the money came."""


class CollectionItem(Row):
    """One debit. Whose it is, and the account, stand in its mandate."""

    __tablename__ = "collection_item"
    __table_args__ = (CheckConstraint("minor > 0", name="minor_positive"),)
    natural = ("collection_id", "mandate_id")

    collection_id: Mapped[UUID] = ref("collection")
    mandate_id: Mapped[UUID] = ref("mandate")
    minor: Mapped[int]
    sequence: Mapped[Sequence] = code(Sequence)
    reference: Mapped[str]
    """Unique for the bank (end-to-end)."""
    used_before: Mapped[date | None]
    """When the mandate had been used last before: so it is again if the collection is deleted."""
    words: Mapped[str] = mapped_column(default="")
    payment_id: Mapped[UUID | None] = ref("payment", null=True)
    returned_on: Mapped[date | None]
    return_reason: Mapped[ReturnReason | None] = code(ReturnReason, null=True)
    fee_minor: Mapped[int] = mapped_column(default=0)
    """What the bank took for the return."""
    return_key: Mapped[str] = mapped_column(default="")
    """Of the entry of a bank statement that brought it back: the same in every file that has it."""
