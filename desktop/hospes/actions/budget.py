# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit's budget: lines, what funders accept, prices, what single people pay, and payments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit, known_fields
from hospes.actions.own import own_association
from hospes.actions.visit_money import RecordMoney, amounts_and_rate, date_rate, least_zero
from hospes.domain.codes_money import INCOME, BudgetCategory, BudgetSide, PriceClass
from hospes.domain.errors import UserError
from hospes.domain.values import Money
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row, natural_key
from hospes.store.tables.budget import BudgetEligibility, BudgetLine, VisitPrice, VisitShare
from hospes.store.tables.grants import VisitGrant
from hospes.store.tables.members import Payment, PaymentShare, Receipt
from hospes.store.tables.visits import Participation, Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddBudgetLine(Action):
    """Add a cost or an income to a visit's budget. Gives its id."""

    code: ClassVar[str] = "budget-line-add"
    label: ClassVar[str] = N_("Add a line to the budget of {visit}")

    visit_id: UUID
    category: BudgetCategory
    text: str = ""
    planned: Money | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others; the category says which side it is on."""
        w.must(Visit, self.visit_id)
        own = own_association(w)
        query = select(func.max(BudgetLine.position)).where(BudgetLine.visit_id == self.visit_id)
        last = w.execute(query).scalar()
        line = w.create(
            BudgetLine,
            visit_id=self.visit_id,
            side=side_of(self.category),
            category=self.category,
            text=" ".join(self.text.split()),
            planned_minor=None if self.planned is None else least_zero("planned", self.planned.minor),
            currency=own.currency if self.planned is None else self.planned.currency,
            position=0 if last is None else last + 1,
        )
        for name, value in _checked(self.values).items():
            setattr(line, name, value)
        date_rate(line, w.today)
        return line.id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.visit_id}


LINE_FIELDS = frozenset(
    {
        "category", "text", "planned_minor", "real_minor", "currency", "rate", "rate_on", "in_kind",
        "paid_on", "payee", "voucher", "document_id", "remarks", "position",
    }
)  # fmt: skip


@dataclass(frozen=True)
class EditBudgetLine(Edit):
    """Change a line of the budget. A rate without a day is of today."""

    code: ClassVar[str] = "budget-line-edit"
    label: ClassVar[str] = N_("Change the budget of {visit}")
    table: ClassVar[type[Row]] = BudgetLine
    fields: ClassVar[frozenset[str]] = LINE_FIELDS

    def apply(self, w: Writer) -> object:
        """Check and assign. Gives the visit."""
        super().apply(w)
        row = w.must(BudgetLine, self.id)
        row.side = side_of(row.category)
        date_rate(row, w.today)
        return row.visit_id

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Amounts and rates that can be."""
        return _checked(self.values)

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class DeleteBudgetLine(Action):
    """Take a line out of the budget, with what funders accept of it. Gives the visit."""

    code: ClassVar[str] = "budget-line-delete"
    label: ClassVar[str] = N_("Delete a line of the budget of {visit}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        row = w.must(BudgetLine, self.id)
        for one in w.scalars(select(BudgetEligibility).where(BudgetEligibility.line_id == row.id)).all():
            w.delete(one)
        w.delete(row)
        return row.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class SetAccepted(Action):
    """What a funder accepts of a cost: all, a part, nothing; or (with None) what its scheme says."""

    code: ClassVar[str] = "budget-accepted"
    label: ClassVar[str] = N_("Set what a funder accepts in the budget of {visit}")

    line_id: UUID
    grant_id: UUID
    accepted: bool | None
    minor: int | None = None

    def apply(self, w: Writer) -> UUID:
        """Keep it. Gives the visit."""
        line = w.must(BudgetLine, self.line_id)
        w.must(VisitGrant, self.grant_id)
        keys = {"line_id": line.id, "grant_id": self.grant_id}
        if self.accepted is None:
            row = w.get(BudgetEligibility, natural_key("budget_eligibility", line.id, self.grant_id))
            if row is not None:
                w.delete(row)
        else:
            w.put(
                BudgetEligibility, keys, accepted=self.accepted, minor=self.minor if self.accepted else None
            )
        return line.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


# ---- prices and shares ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class AddPrice(Action):
    """Add what taking part costs for a class of people. Gives its id."""

    code: ClassVar[str] = "visit-price-add"
    label: ClassVar[str] = N_("Add a price to {visit}")

    visit_id: UUID
    price_class: PriceClass
    amount: Money
    deposit: Money | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        w.must(Visit, self.visit_id)
        query = select(func.max(VisitPrice.position)).where(VisitPrice.visit_id == self.visit_id)
        last = w.execute(query).scalar()
        row = w.create(
            VisitPrice,
            visit_id=self.visit_id,
            price_class=self.price_class,
            minor=least_zero("amount", self.amount.minor),
            currency=self.amount.currency,
            deposit_minor=0 if self.deposit is None else least_zero("deposit", self.deposit.minor),
            position=0 if last is None else last + 1,
        )
        known_fields(self.values, EditPrice.fields)
        for name, value in self.values.items():
            setattr(row, name, value)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.visit_id}


@dataclass(frozen=True)
class EditPrice(Edit):
    """Change a price. Whoever pays it pays the new one."""

    code: ClassVar[str] = "visit-price-edit"
    label: ClassVar[str] = N_("Change a price of {visit}")
    table: ClassVar[type[Row]] = VisitPrice
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "price_class", "name", "minor", "currency", "deposit_minor", "deposit_due", "rest_due",
            "age_from", "age_to", "delegation_id", "position",
        }
    )  # fmt: skip

    def apply(self, w: Writer) -> object:
        """Check and assign. Gives the visit."""
        super().apply(w)
        return w.must(VisitPrice, self.id).visit_id

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Amounts that can be."""
        return amounts_and_rate(self.values, "minor", "deposit_minor")

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class DeletePrice(Action):
    """Take a price out; who was given it by hand gets what the age says. Gives the visit."""

    code: ClassVar[str] = "visit-price-delete"
    label: ClassVar[str] = N_("Delete a price of {visit}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        row = w.must(VisitPrice, self.id)
        for share in w.scalars(select(VisitShare).where(VisitShare.price_id == row.id)).all():
            if share.minor is None:
                w.delete(share)
            else:
                share.price_id = None
        w.delete(row)
        return row.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class SetShare(Action):
    """What people pay: a price, an amount of their own, or (with neither) what their age says again."""

    code: ClassVar[str] = "visit-share"
    label: ClassVar[tuple[str, str]] = NN_("Set what {person} pays", "Set what {person} pay")

    participation_ids: tuple[UUID, ...]
    price_id: UUID | None = None
    amount: Money | None = None
    remarks: str = ""

    def apply(self, w: Writer) -> UUID:
        """Keep it. Gives the first person."""
        own = own_association(w)
        for one in self.participation_ids:
            row = w.get(VisitShare, natural_key("visit_share", one))
            if self.price_id is None and self.amount is None:
                if row is not None:
                    w.delete(row)
                continue
            w.put(
                VisitShare,
                {"participation_id": one},
                price_id=self.price_id,
                minor=None if self.amount is None else least_zero("amount", self.amount.minor),
                currency=own.currency if self.amount is None else self.amount.currency,
                remarks=self.remarks.strip(),
            )
        return w.must(Participation, self.participation_ids[0]).person_id

    def refs(self, result: object) -> dict[str, object]:
        """The first of them and how many."""
        return {"person": result, "n": len(self.participation_ids)}


@dataclass(frozen=True)
class RecordVisitPayment(RecordMoney):
    """Somebody paid for taking part, or got money back (negative). Gives the payment and the person."""

    code: ClassVar[str] = "visit-payment"
    label: ClassVar[str] = N_("Record a payment of {person}")

    def payer(self, w: Writer) -> Mapping[str, UUID | None]:
        """Who takes part."""
        part = w.must(Participation, self.of)
        return {"person_id": part.person_id, "visit_id": part.visit_id}

    def told(self, payment: Payment) -> UUID | None:
        """Who paid."""
        return payment.person_id

    def refs(self, result: object) -> dict[str, object]:
        """Who paid."""
        assert isinstance(result, tuple)
        return {"person": result[1]}


@dataclass(frozen=True)
class DeleteVisitPayment(Action):
    """Take a payment for a visit out; one with a receipt stays. Gives the person."""

    code: ClassVar[str] = "visit-payment-delete"
    label: ClassVar[str] = N_("Delete a payment of {person}")

    id: UUID

    def apply(self, w: Writer) -> UUID | None:
        """Delete it."""
        row = w.must(Payment, self.id)
        if w.scalars(select(Receipt.id).where(Receipt.payment_id == row.id).limit(1)).first() is not None:
            raise UserError(
                "There is a receipt for this payment. Record the money given back instead.",
                code="has-receipt",
            )
        for share in w.scalars(select(PaymentShare).where(PaymentShare.payment_id == row.id)).all():
            w.delete(share)
        w.delete(row)
        return row.person_id

    def refs(self, result: object) -> dict[str, object]:
        """Who had paid."""
        return {"person": result}


def side_of(category: BudgetCategory) -> BudgetSide:
    """The side a category belongs to."""
    return BudgetSide.INCOME if category in INCOME else BudgetSide.COST


def _checked(given: Mapping[str, object]) -> dict[str, object]:
    known_fields(given, LINE_FIELDS)
    return amounts_and_rate(given, "planned_minor", "real_minor")
