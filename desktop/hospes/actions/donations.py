# SPDX-License-Identifier: GPL-3.0-or-later
"""Gifts: money, things, expenses somebody does not want back; and gifts that go back to the donor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import owner_of
from hospes.actions.own import own_association
from hospes.domain.codes import PaymentMethod, PaymentPurpose, ReceiptKind
from hospes.domain.donations import GiftDetail
from hospes.domain.donations_codes import GIFTS
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.payers import Payer
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.store.tables.members import Gift, Payment, Receipt, ReceiptItem
from hospes.store.writer import Writer

NO_DETAIL = GiftDetail()


def receipted(w: Writer, payments: Sequence[UUID]) -> set[UUID]:
    """Which of these payments stand on a valid donation receipt."""
    valid = (Receipt.kind == ReceiptKind.DONATION, Receipt.cancelled_on.is_(None))
    old = select(Receipt.payment_id).where(*valid, Receipt.payment_id.in_(payments))
    new = (
        select(ReceiptItem.payment_id)
        .join(Receipt, Receipt.id == ReceiptItem.receipt_id)
        .where(*valid, ReceiptItem.payment_id.in_(payments))
    )
    return {key for query in (old, new) for key in w.scalars(query) if key is not None}


def has_receipt(w: Writer, payment_id: UUID) -> bool:
    """Does a payment stand on a valid donation receipt?"""
    return bool(receipted(w, [payment_id]))


def _plain(detail: GiftDetail) -> GiftDetail:
    """Without double spaces."""
    what, condition = " ".join(detail.what.split()), " ".join(detail.condition.split())
    return replace(detail, what=what, condition=condition)


def _columns(detail: GiftDetail) -> dict[str, object]:
    return {
        "what": detail.what, "condition": detail.condition, "origin": detail.origin,
        "value_basis": detail.value_basis, "proof": detail.proof, "spent_on": detail.spent_on,
        "claim": detail.claim, "claim_on": detail.claim_on,
    }  # fmt: skip


def _check(purpose: PaymentPurpose, detail: GiftDetail, on: date) -> None:
    """What must be known when it is written down; the rest is wanted before a receipt."""
    if purpose is PaymentPurpose.IN_KIND and not detail.what:
        raise FieldProblem("what", "Say what was given.")
    if purpose is not PaymentPurpose.WAIVED:
        return
    if not detail.what:
        raise FieldProblem("what", "Say what the expenses were for.")
    if detail.spent_on is not None and detail.spent_on > on:
        raise FieldProblem("spent_on", "Expenses cannot be waived before they are made.")
    if detail.claim_on is not None and detail.spent_on is not None and detail.claim_on > detail.spent_on:
        raise FieldProblem("claim_on", "The claim must be there before the expense is made.")


@dataclass(frozen=True)
class RecordGift(Action):
    """Somebody gave money or a thing, or does not want expenses back."""

    code: ClassVar[str] = "gift-record"
    label: ClassVar[str] = N_("Gift from {payer}")

    donor: Payer
    amount: Money
    on: date | None = None
    purpose: PaymentPurpose = PaymentPurpose.DONATION
    method: PaymentMethod = PaymentMethod.TRANSFER
    text: str = ""
    detail: GiftDetail = NO_DETAIL

    def apply(self, w: Writer) -> UUID:
        """Write it. Raises FieldProblem for an amount, a day or a claim that cannot be."""
        day = self.on or w.today
        if self.purpose not in GIFTS:
            raise UserError("This is no gift.", code="no-gift")
        if self.amount.minor <= 0:
            raise FieldProblem("amount", "A gift is worth more than nothing.")
        if day > w.today:
            raise FieldProblem("on", "This day has not come yet.")
        detail = _plain(self.detail)
        _check(self.purpose, detail, day)
        money = self.purpose is PaymentPurpose.DONATION
        payment = w.create(
            Payment,
            owner_id=own_association(w).id,
            **self.donor.columns(),
            on=day,
            minor=self.amount.minor,
            currency=self.amount.currency,
            method=self.method if money else PaymentMethod.NONE,
            purpose=self.purpose,
            text=" ".join(self.text.split()),
        )
        w.flush()
        if detail != NO_DETAIL:
            w.create(Gift, payment_id=payment.id, **_columns(detail))
        return payment.id

    def refs(self, result: object) -> dict[str, object]:
        """From whom, and the payment."""
        return {"payer": self.donor.id, "payment": result}


@dataclass(frozen=True)
class DescribeGift(Action):
    """Say what was given, or what the expenses were for; not once a receipt says it."""

    code: ClassVar[str] = "gift-describe"
    label: ClassVar[str] = N_("Describe the gift of {payer}")

    payment_id: UUID
    detail: GiftDetail

    def apply(self, w: Writer) -> UUID | None:
        """Write it; gives whose it is."""
        payment = w.must(Payment, self.payment_id)
        if has_receipt(w, payment.id):
            raise UserError("This gift has a receipt. Cancel the receipt first.", code="has-donation-receipt")
        detail = _plain(self.detail)
        _check(payment.purpose, detail, payment.on)
        w.put(Gift, {"payment_id": payment.id}, **_columns(detail))
        return owner_of(payment)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"payer": result, "payment": self.payment_id}


@dataclass(frozen=True)
class GiveGiftBack(Action):
    """A gift of money goes back to its donor, whole or in part."""

    code: ClassVar[str] = "gift-back"
    label: ClassVar[str] = N_("Gift back to {payer}")

    payment_id: UUID
    amount: Money
    on: date | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER

    def apply(self, w: Writer) -> tuple[UUID, UUID | None]:
        """Write it; gives the payment and to whom. Raises FieldProblem where it is more than was given."""
        gift = w.must(Payment, self.payment_id)
        day = self.on or w.today
        if gift.purpose is not PaymentPurpose.DONATION or gift.minor <= 0:
            raise UserError("Only gifts of money can go back.", code="no-gift")
        if has_receipt(w, gift.id):
            raise UserError("This gift has a receipt. Cancel the receipt first.", code="has-donation-receipt")
        if day > w.today:
            raise FieldProblem("on", "This day has not come yet.")
        if day < gift.on:
            raise FieldProblem("on", "A gift cannot go back before it came.")
        query = (
            select(Payment.minor).join(Gift, Gift.payment_id == Payment.id).where(Gift.returns_id == gift.id)
        )
        left = gift.minor + sum(w.scalars(query))
        if not 0 < self.amount.minor <= left or self.amount.currency != gift.currency:
            raise FieldProblem("amount", "No more can go back than was given.")
        payer = Payer.of(gift.person_id, gift.household_id, gift.organisation_id)
        back = w.create(
            Payment,
            owner_id=gift.owner_id,
            **(payer.columns() if payer is not None else {}),
            on=day,
            minor=-self.amount.minor,
            currency=gift.currency,
            method=self.method,
            purpose=PaymentPurpose.DONATION,
            text=gift.text,
        )
        w.flush()
        w.create(Gift, payment_id=back.id, returns_id=gift.id)
        return back.id, payer.id if payer is not None else None

    def refs(self, result: object) -> dict[str, object]:
        """To whom."""
        payment, payer = result if isinstance(result, tuple) else (None, None)
        return {"payer": payer, "payment": payment}
