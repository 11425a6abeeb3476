# SPDX-License-Identifier: GPL-3.0-or-later
"""Receipts and payments."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select

from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.store.tables.collections import CollectionItem
from hospes.store.tables.members import Dues, Mandate, Payment, PaymentShare, Receipt


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


def dues_paid_twice(connection: Connection, today: date) -> Iterator[Finding]:
    """Dues for which more was paid than was owed, or in another currency."""
    d, share = Dues, PaymentShare
    total = func.sum(share.minor)
    query = (
        select(d.id, d.person_id, d.household_id, d.organisation_id, d.year, total > d.minor)
        .join(share, share.dues_id == d.id)
        .join(Payment, Payment.id == share.payment_id)
        .group_by(d.id)
        .having((total > d.minor) | (func.sum(Payment.currency != d.currency) > 0))
    )
    for row, person, household, organisation, year, more in connection.execute(query):
        payer = person or household or organisation or row
        msgid = (
            N_("{name}: more was paid than was owed for {year}.")
            if more
            else N_("{name}: the dues for {year} were paid in another currency.")
        )
        code = "dues-overpaid" if more else "dues-currency"
        yield Finding(code, "money", payer, msgid, {"year": str(year)}, row=row)


def returned_and_paid(connection: Connection, today: date) -> Iterator[Finding]:
    """A direct debit whose payment is not what was collected."""
    i = CollectionItem
    query = (
        select(i.id, Mandate.person_id, Mandate.household_id, Mandate.organisation_id)
        .join(Mandate, Mandate.id == i.mandate_id)
        .join(Payment, Payment.id == i.payment_id)
        .where(Payment.minor != i.minor)
    )
    for row, person, household, organisation in connection.execute(query):
        payer = person or household or organisation or row
        msgid = N_("{name}: a payment is not what was collected by direct debit.")
        yield Finding("debit-differs", "money", payer, msgid, row=row)
