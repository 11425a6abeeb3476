# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of dues, payments and reminders."""

from datetime import date

from sqlalchemy import select

from hospes.actions.bring_in_payments import BringInPayments
from hospes.actions.classes import DropClassAmount
from hospes.actions.dues import (
    AddDues,
    ClaimDues,
    DeleteDues,
    EditDues,
    NewDues,
    RecordReminders,
    StartDues,
    WaiveDues,
)
from hospes.actions.payments import (
    DeletePayments,
    EditPayment,
    GiveBack,
    GiveReceipts,
    RecordPayment,
    RecordPayments,
)
from hospes.domain.codes import Channel, PaymentMethod
from hospes.domain.incoming_payment import IncomingPayment
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money
from hospes.store.tables.members import Dues, Payment


def person(person_id):
    return Payer(PayerKind.PERSON, person_id)


def dues_of(app, person_id):
    """The dues of somebody for 2026."""
    query = select(Dues.id).where(Dues.person_id == person_id, Dues.year == 2026)
    return app.read(lambda connection: connection.execute(query).scalar())


def payment_of(app, person_id):
    """The payment of somebody."""
    query = select(Payment.id).where(Payment.person_id == person_id)
    return app.read(lambda connection: connection.execute(query).scalar())


def waived(app, person_id):
    dues = dues_of(app, person_id)
    app.run(WaiveDues((dues,), "ill"))
    return dues


def new_year(world):
    return (
        NewDues(person(world.dieter), world.classes["single"], 3500),
        NewDues(Payer(PayerKind.HOUSEHOLD, world.home), world.classes["couple"], 5500),
        NewDues(person(world.mayor), world.classes["single"], 3500, waived_reason="Honoured guest"),
    )


SAMPLES = {
    "bring-in-payments": lambda app, w: BringInPayments(
        (
            IncomingPayment(2, person(w.dieter), date(2026, 4, 1), Money(2000), year=2026),
            IncomingPayment(3, person(w.double), date(2026, 4, 2), Money(-400)),
        )
    ),
    "class-amount-drop": lambda app, w: DropClassAmount(w.classes["single"], date(2020, 1, 1)),
    "dues-add": lambda app, w: AddDues(person(w.dieter), 2025, 3000),
    "dues-claim": lambda app, w: ClaimDues((waived(app, w.dieter),)),
    "dues-delete": lambda app, w: DeleteDues((dues_of(app, w.dieter), w.mine)),
    "dues-edit": lambda app, w: EditDues(dues_of(app, w.dieter), {"minor": 2000}),
    "dues-remind": lambda app, w: RecordReminders(((dues_of(app, w.dieter), 1), (w.mine, 2)), Channel.EMAIL),
    "dues-start": lambda app, w: StartDues(
        2027, new_year(w), date(2027, 2, 28), ((w.membership, w.classes["single"]),)
    ),
    "dues-waive": lambda app, w: WaiveDues((dues_of(app, w.dieter), dues_of(app, w.double)), "ill"),
    "payment-back": lambda app, w: GiveBack(person(w.double), Money(400)),
    "payment-delete": lambda app, w: DeletePayments((w.payment,), "twice"),
    "payment-edit": lambda app, w: EditPayment(payment_of(app, w.double), {"minor": 700}),
    "payment-record": lambda app, w: RecordPayment(
        person(w.dieter), Money(5000), method=PaymentMethod.CASH, receipt=True
    ),
    "payments-record": lambda app, w: RecordPayments(
        (person(w.dieter), person(w.barbara)), 2026, receipt=True
    ),
    "receipt-give": lambda app, w: GiveReceipts((payment_of(app, w.double),)),
}
