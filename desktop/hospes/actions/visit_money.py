# SPDX-License-Identifier: GPL-3.0-or-later
"""Money of a visit: recording what came in, whoever it came from, and amounts that can be."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.own import own_association
from hospes.domain.budget import read_rate
from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.errors import FieldProblem
from hospes.domain.money import LARGEST
from hospes.domain.values import Money
from hospes.store.tables.budget import BudgetLine, VisitBearer
from hospes.store.tables.members import Payment
from hospes.store.writer import Writer


@dataclass(frozen=True)
class RecordMoney(Action):
    """Money came in for a visit, or went back (negative). Gives the payment and what the step tells of."""

    purpose: ClassVar[PaymentPurpose] = PaymentPurpose.VISIT

    of: UUID
    """What it is paid for: somebody's taking part, a part that is borne, a grant."""
    amount: Money
    on: date | None = None
    method: PaymentMethod = PaymentMethod.TRANSFER
    text: str = ""

    @abstractmethod
    def payer(self, w: Writer) -> Mapping[str, UUID | None]:
        """Visit and payer, as fields of the payment."""

    @abstractmethod
    def told(self, payment: Payment) -> UUID | None:
        """Whom or what the step tells of."""

    def apply(self, w: Writer) -> tuple[UUID, UUID | None]:
        """Add the payment."""
        if not self.amount:
            raise FieldProblem("amount", "How much? Write an amount that is not zero.")
        row = w.create(
            Payment,
            **self.payer(w),
            owner_id=own_association(w).id,
            on=self.on or w.today,
            minor=self.amount.minor,
            currency=self.amount.currency,
            method=self.method,
            purpose=self.purpose,
            text=self.text.strip(),
        )
        return row.id, self.told(row)


@dataclass(frozen=True)
class RecordMoneyForVisit(RecordMoney):
    """The same where the step tells of the visit."""

    def told(self, payment: Payment) -> UUID | None:
        """The visit."""
        return payment.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        assert isinstance(result, tuple)
        return {"visit": result[1]}


def least_zero(name: str, minor: int) -> int:
    """An amount of the budget. Raises FieldProblem where it is less than nothing."""
    if not 0 <= minor < LARGEST:
        raise FieldProblem(
            name, "An amount here is never less than zero. Costs and income stand on their own sides."
        )
    return minor


def amounts_and_rate(given: Mapping[str, object], *amounts: str) -> dict[str, object]:
    """Values with amounts that can be and a rate as it is kept. Raises FieldProblem."""
    values = dict(given)
    for name in amounts:
        value = values.get(name)
        if isinstance(value, int):
            least_zero(name, value)
    if "rate" in values:
        values["rate"] = read_rate(str(values["rate"] or ""))
    return values


def date_rate(row: BudgetLine | VisitBearer, today: date) -> None:
    """A rate without a day is of today."""
    if row.rate and row.rate_on is None:
        row.rate_on = today
