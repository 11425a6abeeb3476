# SPDX-License-Identifier: GPL-3.0-or-later
"""Collections by direct debit: handing one to the bank, its money coming in, debits that come back."""

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.own import own_association
from hospes.actions.settling import debts_by_payer
from hospes.domain.bank import read_iban
from hospes.domain.codes import MandateState, PaymentMethod
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.payers import Payer
from hospes.domain.sepa import (
    NOTICE_DAYS,
    PainVersion,
    ReturnReason,
    Sequence,
    check_due,
    read_creditor_id,
)
from hospes.domain.settling import spread
from hospes.i18n.marks import N_, NN_
from hospes.store.tables.collections import Collection, CollectionItem
from hospes.store.tables.members import Mandate, Payment, PaymentShare
from hospes.store.tables.organisations import Organisation
from hospes.store.writer import Writer

EURO = "EUR"
"""Debits of the SEPA schemes are in euros."""


@dataclass(frozen=True)
class NewDebit:
    """One debit as it was looked through: which mandate, how much, which words the payer reads."""

    mandate_id: UUID
    minor: int
    words: str = ""


def creditor_of(own: Organisation) -> None:
    """Raises UserError where the association lacks what the bank wants to know of it."""
    if not own.creditor_id.strip():
        raise UserError(
            "The association’s creditor identifier is missing. It is written in the settings, under "
            "Association; in Germany the Bundesbank gives it out, in France your bank.",
            code="no-creditor-id",
        )
    if not own.iban.strip():
        raise UserError(
            "The association’s IBAN is missing. It is written in the settings, under Association.",
            code="no-iban",
        )
    read_creditor_id(own.creditor_id)
    read_iban(own.iban)


@dataclass(frozen=True)
class RecordCollection(Action):
    """Keep a collection: its file can be written from now on, and mandates count as used."""

    code: ClassVar[str] = "collection-record"
    label: ClassVar[str | tuple[str, str]] = NN_("Collect from {n} payer", "Collect from {n} payers")

    year: int
    due_on: date
    debits: tuple[NewDebit, ...]
    version: PainVersion = PainVersion.V08
    notice: int = NOTICE_DAYS

    def apply(self, w: Writer) -> UUID:
        """Keep it. Raises UserError where the bank would refuse it."""
        own = own_association(w)
        creditor_of(own)
        if self.version is PainVersion.V02 and not own.bic.strip():
            raise UserError(
                "The older form of the file needs the association’s BIC. It is written in the settings, "
                "under Association.",
                code="no-bic",
            )
        check_due(self.due_on, w.today, self.notice)
        if not self.debits:
            raise UserError("There is nobody to collect from.", code="nobody-to-collect")
        made = w.create(
            Collection,
            owner_id=own.id,
            year=self.year,
            made_on=w.today,
            due_on=self.due_on,
            version_of_file=self.version,
        )
        w.flush()
        rows: list[dict[str, object]] = []
        for at, debit in enumerate(self.debits, 1):
            if debit.minor <= 0:
                raise FieldProblem("amount", "A debit is more than nothing.")
            mandate = w.must(Mandate, debit.mandate_id)
            if mandate.state is not MandateState.ACTIVE:
                raise UserError(
                    "One of the mandates has ended. Look at the list again.", code="mandate-ended"
                )
            sequence = Sequence.RECURRENT if mandate.last_used_on else Sequence.FIRST
            if mandate.kind.value == "once":
                sequence = Sequence.ONCE
            rows.append(
                {
                    "collection_id": made.id,
                    "mandate_id": mandate.id,
                    "minor": debit.minor,
                    "sequence": sequence,
                    "reference": f"{self.due_on:%Y%m%d}-{made.id.hex[-8:].upper()}-{at}",
                    "words": " ".join(debit.words.split()),
                    "used_before": mandate.last_used_on,
                }
            )
            mandate.last_used_on = max(self.due_on, mandate.last_used_on or self.due_on)
        w.bulk_add(CollectionItem, rows)
        return made.id

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.debits), "collection": result}


def _items(w: Writer, collection_id: UUID) -> list[CollectionItem]:
    query = select(CollectionItem).where(CollectionItem.collection_id == collection_id)
    return list(w.scalars(query.order_by(CollectionItem.reference)))


@dataclass(frozen=True)
class BookCollection(Action):
    """The money of a collection came: a payment for each debit that did not come back."""

    code: ClassVar[str] = "collection-book"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "{n} payment by direct debit came in", "{n} payments by direct debit came in"
    )

    id: UUID
    on: date | None = None

    def apply(self, w: Writer) -> int:
        """Record the payments. Gives how many."""
        row = w.must(Collection, self.id)
        day = self.on or min(row.due_on, w.today)
        if row.booked_on is not None:
            raise UserError("The money of this collection is recorded already.", code="already-booked")
        if day > w.today:
            raise FieldProblem("on", "This day has not come yet.")
        if day < row.due_on:
            raise FieldProblem("on", "The money is taken on {day}, not before.", day=row.due_on)
        row.booked_on = day
        return _record(w, row, [item for item in _items(w, row.id) if item.returned_on is None], day)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result, "collection": self.id}


def _record(w: Writer, row: Collection, items: list[CollectionItem], day: date) -> int:
    """A payment for each debit, which pays the oldest dues up to the year of the collection."""
    own = own_association(w).id
    query = select(Mandate).join(CollectionItem, CollectionItem.mandate_id == Mandate.id)
    mandates = {one.id: one for one in w.scalars(query.where(CollectionItem.collection_id == row.id))}
    owed = debts_by_payer(w, own, row.year, earlier=True)
    payments: list[dict[str, object]] = []
    parts: list[tuple[tuple[UUID, int], ...]] = []
    for item in items:
        mandate = mandates[item.mandate_id]
        payer = Payer.of(mandate.person_id, mandate.household_id, mandate.organisation_id)
        if payer is None:
            raise UserError("Nobody is named as the payer of this mandate.", code="no-payer")
        debts = owed.get((payer, EURO), [])
        shares = spread(item.minor, debts).shares
        paid = dict(shares)
        owed[payer, EURO] = [replace(one, open=one.open - paid.get(one.dues_id, 0)) for one in debts]
        parts.append(shares)
        payments.append(
            {
                **payer.columns(), "owner_id": own, "on": day, "minor": item.minor, "currency": EURO,
                "method": PaymentMethod.DEBIT, "text": " ".join(item.words.split()),
                "source": "debit", "source_id": item.reference,
            }
        )  # fmt: skip
    keys = w.bulk_add(Payment, payments)
    w.bulk_add(
        PaymentShare,
        [
            {"payment_id": key, "dues_id": dues_id, "minor": minor}
            for key, shares in zip(keys, parts, strict=True)
            for dues_id, minor in shares
        ],
    )
    for item, key in zip(items, keys, strict=True):
        item.payment_id = key
    return len(items)


@dataclass(frozen=True)
class ReturnedDebit:
    """A debit that came back: why, and what the bank took for it."""

    item_id: UUID
    reason: ReturnReason = ReturnReason.MS03
    fee_minor: int = 0
    on: date | None = None
    """Where each has a day of its own, as in a bank statement."""
    key: str = ""
    """Of the entry of the statement."""


@dataclass(frozen=True)
class ReturnDebits(Action):
    """Debits came back: their dues are open again; a mandate that is void by the reason ends."""

    code: ClassVar[str] = "debits-return"
    label: ClassVar[str | tuple[str, str]] = NN_("{n} debit came back", "{n} debits came back")

    debits: tuple[ReturnedDebit, ...]
    on: date | None = None

    def apply(self, w: Writer) -> int:
        """Keep it, and take back what had been recorded as paid."""
        for one in self.debits:
            day = one.on or self.on or w.today
            if day > w.today:
                raise FieldProblem("on", "This day has not come yet.")
            item = w.must(CollectionItem, one.item_id)
            if item.returned_on is not None:
                raise UserError("This debit came back already.", code="already-returned")
            if one.fee_minor < 0:
                raise FieldProblem("fee", "An amount cannot be below zero.")
            due = w.must(Collection, item.collection_id).due_on
            if day < due:
                raise FieldProblem("on", "The money is taken on {day}, not before.", day=due)
            item.returned_on, item.return_reason, item.fee_minor = day, one.reason, one.fee_minor
            item.return_key = one.key
            if item.payment_id is not None:
                _take_back(w, item, day)
            if one.reason.ends_mandate:
                mandate = w.must(Mandate, item.mandate_id)
                if mandate.state is MandateState.ACTIVE:
                    mandate.state, mandate.ended_on = MandateState.ENDED, day
        return len(self.debits)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}


def _take_back(w: Writer, item: CollectionItem, day: date) -> None:
    """The money goes back, exactly from those dues it had paid."""
    came = w.must(Payment, item.payment_id) if item.payment_id is not None else None
    if came is None:
        return
    back = w.create(
        Payment,
        owner_id=came.owner_id,
        person_id=came.person_id,
        household_id=came.household_id,
        organisation_id=came.organisation_id,
        on=max(day, came.on),
        minor=-came.minor,
        currency=came.currency,
        method=PaymentMethod.DEBIT,
        source="debit-return",
        source_id=item.reference,
    )
    w.flush()
    for share in list(w.scalars(select(PaymentShare).where(PaymentShare.payment_id == came.id))):
        w.create(PaymentShare, payment_id=back.id, dues_id=share.dues_id, minor=-share.minor)
    w.flush()


@dataclass(frozen=True)
class DeleteCollection(Action):
    """Take a collection back that was never handed to the bank."""

    code: ClassVar[str] = "collection-delete"
    label: ClassVar[str] = N_("Delete a collection")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it; mandates are as they were before. Raises UserError where its money came."""
        row = w.must(Collection, self.id)
        items = _items(w, row.id)
        if row.booked_on is not None or any(item.returned_on is not None for item in items):
            raise UserError(
                "The money of this collection is recorded already. Take that back with Undo first.",
                code="already-booked",
            )
        for item in items:
            mandate = w.must(Mandate, item.mandate_id)
            w.delete(item)
            w.flush()
            mandate.last_used_on = self._used_before(w, mandate.id, item)
        w.delete(row)

    @staticmethod
    def _used_before(w: Writer, mandate_id: UUID, item: CollectionItem) -> date | None:
        query = (
            select(Collection.due_on)
            .join(CollectionItem, CollectionItem.collection_id == Collection.id)
            .where(CollectionItem.mandate_id == mandate_id)
        )
        days = [*w.scalars(query), *((item.used_before,) if item.used_before is not None else ())]
        return max(days, default=None)

    def refs(self, result: object) -> dict[str, object]:
        """Nothing to name."""
        return {}
