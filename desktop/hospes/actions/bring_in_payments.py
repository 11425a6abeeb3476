# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in a list of payments, as one step."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.payments import GiveBack, RecordPayment
from hospes.actions.settling import of_payers
from hospes.domain.codes import PaymentPurpose
from hospes.domain.incoming_payment import IncomingPayment
from hospes.domain.values import Money
from hospes.i18n.marks import NN_
from hospes.store.tables.members import Dues, Payment
from hospes.store.writer import Writer

BANK = "bank"
"""Source of payments that a bank statement brought."""


@dataclass(frozen=True)
class BringInPayments(Action):
    """Payments of a list; each pays the dues of its year, or the oldest that are open."""

    code: ClassVar[str] = "bring-in-payments"
    label: ClassVar[str | tuple[str, str]] = NN_("Bring in {n} payment", "Bring in {n} payments")

    add: tuple[IncomingPayment, ...]
    change: tuple[object, ...] = ()
    """Always empty: what is in the file already is never written over by a list."""

    def apply(self, w: Writer) -> int:
        """Record them, the oldest first. Gives how many."""
        for one in sorted(self.add, key=lambda one: (one.on, one.row)):
            if one.amount.minor < 0:
                money = Money(-one.amount.minor, one.amount.currency)
                GiveBack(one.payer, money, one.on, one.method, one.text).apply(w)
                continue
            dues = None
            if one.purpose == PaymentPurpose.DUES and one.year is not None:
                query = select(Dues.id).where(Dues.year == one.year, of_payers(Dues, [one.payer]))
                dues = tuple(w.scalars(query))
            made = RecordPayment(
                one.payer, one.amount, one.on, one.method, one.purpose, dues, one.text
            ).apply(w)
            if one.source_id:
                payment = w.must(Payment, made.payment_id)
                payment.source, payment.source_id = BANK, one.source_id
            w.flush()
        return len(self.add)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}
