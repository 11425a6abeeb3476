# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments: recording, giving back, correcting, receipts with their numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.donations import has_receipt
from hospes.actions.editing import EditFact, owner_of
from hospes.actions.own import own_association, take_receipt_numbers
from hospes.actions.settling import debts, debts_by_payer, free_money, of_payers
from hospes.domain.codes import PaymentMethod, PaymentPurpose, ReceiptKind, SeriesKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.settling import Debt, spread, take_back
from hospes.domain.values import Money
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row
from hospes.store.tables.members import Dues, Gift, Payment, PaymentShare, Receipt, ReceiptItem
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.writer import Writer


@dataclass(frozen=True)
class Recorded:
    """A payment that was recorded: its key, what is left over of it, and its receipt if it got one."""

    payment_id: UUID
    left: int = 0
    receipt: str = ""


@dataclass(frozen=True)
class RecordPayment(Action):
    """Money came in. For dues it pays the oldest that are open, or those that were chosen.

    One payment may pay for several payers: `dues_ids` may be anybody's.
    """

    code: ClassVar[str] = "payment-record"
    label: ClassVar[str] = N_("Payment from {payer}")

    payer: Payer
    amount: Money
    on: date | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    purpose: PaymentPurpose = PaymentPurpose.DUES
    dues_ids: tuple[UUID, ...] | None = None
    text: str = ""
    receipt: bool = False
    visit_id: UUID | None = None

    def apply(self, w: Writer) -> Recorded:
        """Write it. Raises FieldProblem for an amount or a day that cannot be."""
        day = self.on or w.today
        if self.amount.minor <= 0:
            raise FieldProblem("amount", "A payment is more than nothing.")
        if day > w.today:
            raise FieldProblem("on", "This day has not come yet.")
        own = own_association(w)
        payment = w.create(
            Payment,
            owner_id=own.id,
            **self.payer.columns(),
            visit_id=self.visit_id,
            on=day,
            minor=self.amount.minor,
            currency=self.amount.currency,
            method=self.method,
            purpose=self.purpose,
            text=" ".join(self.text.split()),
        )
        w.flush()
        left = 0
        if self.purpose == PaymentPurpose.DUES:
            left = _share_out(w, payment, self.payer, self.dues_ids)
        number = give_receipt(w, own, payment).number if self.receipt else ""
        return Recorded(payment.id, left, number)

    def refs(self, result: object) -> dict[str, object]:
        """From whom, and the payment."""
        payment = result.payment_id if isinstance(result, Recorded) else None
        return {"payer": self.payer.id, "payment": payment}


def _share_out(w: Writer, payment: Payment, payer: Payer, dues_ids: tuple[UUID, ...] | None) -> int:
    """Spread a payment over open dues; what is left over."""
    condition = Dues.id.in_(dues_ids) if dues_ids is not None else of_payers(Dues, [payer])
    found = spread(payment.minor, debts(w, payment.owner_id, payment.currency, condition))
    for dues_id, minor in found.shares:
        w.create(PaymentShare, payment_id=payment.id, dues_id=dues_id, minor=minor)
    return found.left


@dataclass(frozen=True)
class RecordPayments(Action):
    """Several payers paid what they owe for a year, on one day and in one way."""

    code: ClassVar[str] = "payments-record"
    label: ClassVar[str | tuple[str, str]] = NN_("Record {n} payment", "Record {n} payments")

    payers: tuple[Payer, ...]
    year: int
    on: date | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    receipt: bool = False

    def apply(self, w: Writer) -> int:
        """A payment for each who owes something. Gives how many."""
        day = self.on or w.today
        if day > w.today:
            raise FieldProblem("on", "This day has not come yet.")
        own = own_association(w)
        wanted = set(self.payers)
        owed = {key: some for key, some in debts_by_payer(w, own.id, self.year).items() if key[0] in wanted}
        if not owed:
            raise UserError("Nobody of these owes anything.", code="nothing-owed")
        keys = w.bulk_add(
            Payment,
            [
                {
                    **payer.columns(),
                    "owner_id": own.id,
                    "on": day,
                    "minor": sum(debt.open for debt in some),
                    "currency": currency,
                    "method": self.method,
                }
                for (payer, currency), some in owed.items()
            ],
        )
        w.bulk_add(
            PaymentShare,
            [
                {"payment_id": key, "dues_id": debt.dues_id, "minor": debt.open}
                for key, some in zip(keys, owed.values(), strict=True)
                for debt in some
            ],
        )
        if self.receipt:
            for key in keys:
                give_receipt(w, own, w.must(Payment, key))
        return len(keys)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}


@dataclass(frozen=True)
class GiveBack(Action):
    """Money goes back to a payer: first what they paid too much, then what they paid for dues, newest first.

    Dues that are taken back so are open again, unless they are waived or deleted too.
    """

    code: ClassVar[str] = "payment-back"
    label: ClassVar[str] = N_("Money back to {payer}")

    payer: Payer
    amount: Money
    on: date | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    text: str = ""

    def apply(self, w: Writer) -> UUID:
        """Write it. Raises FieldProblem where more would go back than was paid."""
        day = self.on or w.today
        if self.amount.minor <= 0:
            raise FieldProblem("amount", "A payment is more than nothing.")
        if day > w.today:
            raise FieldProblem("on", "This day has not come yet.")
        own = own_association(w)
        currency = self.amount.currency
        free = free_money(w, own.id, [self.payer]).get((self.payer, currency), [])
        taken = take_back(self.amount.minor, sum(rest for _, rest in free), self._paid(w, own.id))
        if taken.left:
            raise FieldProblem(
                "amount",
                "{payer} never paid that much.",
                payer=_name(w, self.payer),
            )
        payment = w.create(
            Payment,
            owner_id=own.id,
            **self.payer.columns(),
            on=day,
            minor=-self.amount.minor,
            currency=currency,
            method=self.method,
            text=" ".join(self.text.split()),
        )
        w.flush()
        for dues_id, minor in taken.shares:
            w.create(PaymentShare, payment_id=payment.id, dues_id=dues_id, minor=-minor)
        return payment.id

    def _paid(self, w: Writer, owner: UUID) -> list[tuple[UUID, int]]:
        """What the payer's own payments paid for dues, the oldest first."""
        query = (
            select(Dues.id, PaymentShare.minor)
            .join(PaymentShare, PaymentShare.dues_id == Dues.id)
            .join(Payment, Payment.id == PaymentShare.payment_id)
            .where(
                Payment.owner_id == owner,
                Payment.currency == self.amount.currency,
                of_payers(Payment, [self.payer]),
            )
            .order_by(Dues.year, Dues.id)
        )
        sums: dict[UUID, int] = {}
        for dues_id, minor in w.execute(query):
            sums[dues_id] = sums.get(dues_id, 0) + minor
        return list(sums.items())

    def refs(self, result: object) -> dict[str, object]:
        """To whom."""
        return {"payer": self.payer.id, "payment": result}


def _name(w: Writer, payer: Payer) -> str:
    from hospes.actions.membership_terms import name_of
    from hospes.domain.names import display_name
    from hospes.store.tables.households import Household

    if payer.kind is PayerKind.PERSON:
        return display_name(name_of(w.must(Person, payer.id)))
    if payer.kind is PayerKind.HOUSEHOLD:
        return w.must(Household, payer.id).name
    return w.must(Organisation, payer.id).name


@dataclass(frozen=True)
class EditPayment(EditFact):
    """Correct a payment: day, way, words, amount. Another amount is spread anew over the same dues."""

    code: ClassVar[str] = "payment-edit"
    label: ClassVar[str] = N_("Payment from {owner}")
    table: ClassVar[type[Row]] = Payment
    fields: ClassVar[frozenset[str]] = frozenset({"on", "method", "text", "minor"})

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A day that has come, an amount that can be; the shares follow the amount."""
        assert isinstance(row, Payment)
        day, minor = self.values.get("on"), self.values.get("minor")
        stated = day not in (None, row.on) or minor not in (None, row.minor)
        if stated and has_receipt(w, row.id):
            raise UserError(
                "This payment has a donation receipt. Cancel the receipt first.", code="has-donation-receipt"
            )
        if isinstance(day, date) and day > w.today:
            raise FieldProblem("on", "This day has not come yet.")
        if isinstance(minor, int) and minor != row.minor:
            if minor * row.minor <= 0:
                raise FieldProblem("amount", "A payment is more than nothing.")
            if row.minor < 0:
                raise UserError("Money that went back is deleted and written anew.", code="back-fixed")
            if _receipt_of(w, row.id) is not None:
                raise UserError(
                    "This payment has a receipt, so its amount stays. Delete it and record it anew.",
                    code="receipt-given",
                )
            self._spread_anew(w, row, minor)
        return self.values

    def _spread_anew(self, w: Writer, row: Payment, minor: int) -> None:
        """First to the dues it paid before, then to whatever else the payer owes."""
        query = select(PaymentShare).where(PaymentShare.payment_id == row.id)
        before = {share.dues_id: share for share in w.scalars(query)}
        first = spread(minor, [_without(w, share) for share in before.values()])
        owed = debts(w, row.owner_id, row.currency, of_payers(Dues, [_payer_of(row)]))
        rest = spread(first.left, [one for one in owed if one.dues_id not in before])
        parts = dict(first.shares)
        for dues_id, share in before.items():
            if dues_id in parts:
                share.minor = parts[dues_id]
            else:
                w.delete(share)
        for dues_id, part in rest.shares:
            w.create(PaymentShare, payment_id=row.id, dues_id=dues_id, minor=part)
        w.flush()


def _without(w: Writer, share: PaymentShare) -> Debt:
    """What would be open of dues without one payment's share."""
    row = w.must(Dues, share.dues_id)
    query = select(PaymentShare.minor).where(
        PaymentShare.dues_id == row.id, PaymentShare.payment_id != share.payment_id
    )
    others = sum(w.scalars(query))
    return Debt(row.id, row.year, 0 if row.waived else max(0, row.minor - others), row.due_on)


def _payer_of(row: Payment) -> Payer:
    payer = Payer.of(row.person_id, row.household_id, row.organisation_id)
    if payer is None:
        raise UserError("Nobody is named as the payer of this payment.", code="no-payer")
    return payer


def _receipt_of(w: Writer, payment_id: UUID) -> Receipt | None:
    query = select(Receipt).where(Receipt.payment_id == payment_id, Receipt.cancelled_on.is_(None))
    return w.scalars(query).first()


@dataclass(frozen=True)
class DeletePayments(Action):
    """Take payments back that were written by mistake; what they paid is open again.

    A receipt stays in the file, cancelled, so that its number does not vanish. A payment with a donation
    receipt is not deleted.
    """

    code: ClassVar[str] = "payment-delete"
    label: ClassVar[str] = N_("Delete the payment from {person}")

    payment_ids: tuple[UUID, ...]
    reason: str = ""

    def apply(self, w: Writer) -> list[object]:
        """Delete them. Gives whose they were."""
        found: list[object] = []
        for payment_id in self.payment_ids:
            row = w.must(Payment, payment_id)
            if has_receipt(w, row.id):
                raise UserError(
                    "This payment has a donation receipt. Cancel the receipt first.",
                    code="has-donation-receipt",
                )
            _forget_gift(w, row)
            for receipt in list(w.scalars(select(Receipt).where(Receipt.payment_id == row.id))):
                receipt.payment_id = None
                if receipt.cancelled_on is None:
                    receipt.cancelled_on = w.today
                    receipt.cancelled_reason = self.reason.strip()
            for share in list(w.scalars(select(PaymentShare).where(PaymentShare.payment_id == row.id))):
                w.delete(share)
            found.append(owner_of(row))
            w.flush()
            w.delete(row)
        return found

    def refs(self, result: object) -> dict[str, object]:
        """Whose, and how many."""
        owners = result if isinstance(result, list) else []
        return {"person": owners[0] if owners else None, "n": len(owners)}


def _forget_gift(w: Writer, payment: Payment) -> None:
    """What was known of a gift goes with it; one that went back in part stays until that is deleted."""
    if w.scalars(select(Gift.id).where(Gift.returns_id == payment.id).limit(1)).first() is not None:
        raise UserError("Money of this gift went back. Delete that payment first.", code="gift-went-back")
    for gift in list(w.scalars(select(Gift).where(Gift.payment_id == payment.id))):
        w.delete(gift)
    for item in list(w.scalars(select(ReceiptItem).where(ReceiptItem.payment_id == payment.id))):
        w.delete(item)  # of a receipt that is void; its copy says what it was about


def give_receipt(w: Writer, own: Organisation, payment: Payment) -> Receipt:
    """A payment's plain receipt: the one it has, else one with the next number of the series."""
    before = _receipt_of(w, payment.id)
    if before is not None:
        return before
    language = ""
    if payment.person_id is not None:
        language = w.must(Person, payment.person_id).preferred_language
    number = take_receipt_numbers(w, own, SeriesKind.RECEIPT, ReceiptKind.PAYMENT)[0]
    made = w.create(
        Receipt,
        owner_id=own.id,
        kind=ReceiptKind.PAYMENT,
        number=number,
        payment_id=payment.id,
        person_id=payment.person_id,
        organisation_id=payment.organisation_id,
        issued_on=w.today,
        language=language or own.preferred_language,
    )
    w.flush()
    return made


@dataclass(frozen=True)
class GiveReceipts(Action):
    """Give payments their receipts; one that has a receipt keeps its number."""

    code: ClassVar[str] = "receipt-give"
    label: ClassVar[str | tuple[str, str]] = NN_("Receipt {receipt}", "{n} receipts, from {receipt} on")

    payment_ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> list[UUID]:
        """Number them in their order. Gives the receipts."""
        own = own_association(w)
        rows = [w.must(Payment, one) for one in self.payment_ids]
        if any(row.minor < 0 for row in rows):
            raise UserError("There is no receipt for money that went back.", code="no-receipt-back")
        rows.sort(key=lambda row: (row.on, row.id))
        return [give_receipt(w, own, row).id for row in rows]

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        made = result if isinstance(result, list) else []
        return {"receipt": made[0] if made else None, "n": len(made)}
