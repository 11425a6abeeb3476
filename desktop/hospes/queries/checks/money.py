# SPDX-License-Identifier: GPL-3.0-or-later
"""Receipts and payments."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select

from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.store.tables.members import Payment, PaymentShare, Receipt


def same_receipt(connection: Connection, today: date) -> Iterator[Finding]:
    """A receipt number given twice; receipts are counted without gaps or doubles."""
    r = Receipt
    again = (
        select(r.owner_id, r.kind, r.number).group_by(r.owner_id, r.kind, r.number).having(func.count() > 1)
    ).subquery()
    same = (again.c.owner_id == r.owner_id) & (again.c.kind == r.kind) & (again.c.number == r.number)
    for ref in connection.execute(select(r.id).join(again, same)).scalars():
        yield Finding("receipt-twice", "receipt", ref, N_("Receipt {name} was given twice."))


def shared_out_twice(connection: Connection, today: date) -> Iterator[Finding]:
    """A payment of which more was used for dues than was paid."""
    total = func.sum(PaymentShare.minor)
    query = (
        select(Payment.id, Payment.person_id, Payment.household_id, Payment.organisation_id)
        .join(PaymentShare, PaymentShare.payment_id == Payment.id)
        .group_by(Payment.id)
        .having(func.abs(total) > func.abs(Payment.minor))
    )
    for ref, person, household, organisation in connection.execute(query):
        payer = person or household or organisation or ref
        msgid = N_("{name}: more of a payment is used for dues than was paid.")
        yield Finding("payment-overused", "payment", payer, msgid)
