# SPDX-License-Identifier: GPL-3.0-or-later
"""Donation receipts: written with number and kept sheet, handed out, cancelled; the words of forms.

A receipt that left the house is cancelled by a new step and never undone (decision 17): `HandOutReceipts`
stands on it, so Undo of the writing is refused from then on.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.donations import receipted
from hospes.actions.own import own_association, take_receipt_numbers
from hospes.actions.settings import keep_setting
from hospes.domain.codes import ReceiptKind, SeriesKind
from hospes.domain.donations_codes import ReceiptForm
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.payers import Payer
from hospes.i18n.marks import N_, NN_
from hospes.store.tables.events import Blob
from hospes.store.tables.members import Payment, Receipt, ReceiptItem
from hospes.store.writer import Writer

PDF = "application/pdf"
BATCH = 500


@dataclass(frozen=True, slots=True)
class NewReceipt:
    """A receipt as somebody looked at it, with the sheet that is kept."""

    number: str
    form: ReceiptForm
    donor: Payer
    first: date
    last: date
    items: tuple[tuple[UUID, int], ...]
    """Payments, and how much of each."""
    copy: dict[str, Any]
    sheet: bytes


@dataclass(frozen=True)
class WriteDonationReceipts(Action):
    """Write receipts for gifts: all donors in one step."""

    code: ClassVar[str] = "donation-receipts-write"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Donation receipt {receipt}", "{n} donation receipts, from {receipt} on"
    )

    receipts: tuple[NewReceipt, ...]
    language: str = "de"

    def apply(self, w: Writer) -> list[UUID]:
        """Write them. Raises UserError where something changed since they were looked at."""
        if not self.receipts:
            raise UserError("There is no receipt to write.", code="nothing-chosen")
        own = own_association(w)
        numbers = take_receipt_numbers(w, own, SeriesKind.DONATION, ReceiptKind.DONATION, len(self.receipts))
        if numbers != tuple(one.number for one in self.receipts):
            raise _changed()
        _refuse_twice(w, self.receipts)
        made: list[UUID] = []
        for one in self.receipts:
            columns = one.donor.columns()
            row = w.create(
                Receipt,
                owner_id=own.id,
                kind=ReceiptKind.DONATION,
                number=one.number,
                issued_on=w.today,
                language=self.language,
                paper_sha=_keep(w, one.sheet),
                form=one.form,
                first=one.first,
                last=one.last,
                minor=sum(minor for _, minor in one.items),
                copy=one.copy,
                **columns,
            )
            made.append(row.id)
        w.flush()
        w.bulk_add(
            ReceiptItem,
            [
                {"receipt_id": key, "payment_id": payment, "minor": minor}
                for key, one in zip(made, self.receipts, strict=True)
                for payment, minor in one.items
            ],
        )
        return made

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        made = result if isinstance(result, list) else []
        return {"receipt": made[0] if made else None, "n": len(made)}


def _changed() -> UserError:
    return UserError(
        "Something changed since you looked at these receipts. Look at them again.", code="changed-meanwhile"
    )


def _refuse_twice(w: Writer, receipts: tuple[NewReceipt, ...]) -> None:
    """A gift never stands on two receipts, and never with more than it was."""
    asked = Counter(payment for one in receipts for payment, _ in one.items)
    if any(count > 1 for count in asked.values()):
        raise UserError("A gift stands on two of these receipts.", code="gift-twice")
    ids = list(asked)
    payments: dict[UUID, Payment] = {}
    taken: set[UUID | None] = set()
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        payments |= {row.id: row for row in w.scalars(select(Payment).where(Payment.id.in_(some)))}
        taken |= receipted(w, some)
    if taken:
        raise UserError("One of these gifts has a receipt already.", code="gift-twice")
    for one in receipts:
        for payment_id, minor in one.items:
            payment = payments.get(payment_id)
            if payment is None or not 0 < minor <= payment.minor or _whose(payment) != one.donor:
                raise _changed()


def _whose(payment: Payment) -> Payer | None:
    return Payer.of(payment.person_id, payment.household_id, payment.organisation_id)


def _keep(w: Writer, sheet: bytes) -> str | None:
    if not sheet:
        return None
    key = sha256(sheet).hexdigest()
    if w.get(Blob, key) is None:
        w.add(Blob(sha256=key, media_type=PDF, size=len(sheet), data=sheet))
    return key


@dataclass(frozen=True)
class HandOutReceipts(Action):
    """Receipts were printed or saved: from now on every further print is a duplicate."""

    code: ClassVar[str] = "donation-receipts-hand-out"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Hand out {n} donation receipt", "Hand out {n} donation receipts"
    )
    quiet: ClassVar[bool] = True

    receipt_ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> list[UUID]:
        """Note the day, once."""
        found = []
        for key in self.receipt_ids:
            row = w.must(Receipt, key)
            if row.handed_on is None:
                row.handed_on = w.today
                found.append(row.id)
        return found

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(result) if isinstance(result, list) else 0}


@dataclass(frozen=True)
class CancelReceipt(Action):
    """A receipt was wrong: it is void, its number stays used, its gifts may have another."""

    code: ClassVar[str] = "donation-receipt-cancel"
    label: ClassVar[str] = N_("Cancel receipt {receipt}")

    receipt_id: UUID
    reason: str

    def apply(self, w: Writer) -> None:
        """Cancel it. Raises FieldProblem without a reason."""
        row = w.must(Receipt, self.receipt_id)
        reason = " ".join(self.reason.split())
        if not reason:
            raise FieldProblem("reason", "Say why the receipt is void.")
        if row.kind is not ReceiptKind.DONATION:
            raise UserError("Only donation receipts are cancelled.", code="no-donation-receipt")
        if row.cancelled_on is not None:
            raise UserError("This receipt is void already.", code="void-already")
        row.cancelled_on, row.cancelled_reason = w.today, reason

    def refs(self, result: object) -> dict[str, object]:
        """Which."""
        return {"receipt": self.receipt_id}


@dataclass(frozen=True)
class SetReceiptFact(Action):
    """Say something the association states on its receipts, or correct a passage of a form."""

    code: ClassVar[str] = "donation-fact-set"
    label: ClassVar[str] = N_("Change what stands on donation receipts")

    name: str
    value: object

    def apply(self, w: Writer) -> None:
        """Keep it with the association; nothing takes it out."""
        keep_setting(w, f"donations.{self.name}", self.value or None, own_association(w).id)

    def refs(self, result: object) -> dict[str, object]:
        """Nothing: the label says it."""
        return {}


@dataclass(frozen=True)
class VerifyForms(Action):
    """Somebody compared the words of the forms with the official ones, or takes that back."""

    code: ClassVar[str] = "donation-forms-verify"
    label: ClassVar[str] = N_("Compare the words of the receipt with the official form")

    print_of: str
    """Which words: the tick is void once they are others."""
    by: str = ""
    on: bool = True

    def apply(self, w: Writer) -> None:
        """Keep who, when, and which words."""
        own = own_association(w)
        if not self.on:
            keep_setting(w, "donations.verified", None, own.id)
            return
        if not self.by.strip():
            raise FieldProblem("by", "Write the name of whoever compared the words.")
        value = {"on": w.today.isoformat(), "by": " ".join(self.by.split()), "print": self.print_of}
        keep_setting(w, "donations.verified", value, own.id)

    def refs(self, result: object) -> dict[str, object]:
        """Nothing: the label says it."""
        return {}
