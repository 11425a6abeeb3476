# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of the journal: accounts, categories, entries, vouchers, years."""

from datetime import date

from sqlalchemy import select

from hospes.actions.bring_in_payments import BringInPayments
from hospes.actions.cash import (
    AddAccount,
    AddCategory,
    BeginJournal,
    DeleteAccount,
    DeleteCategory,
    EditAccount,
    EditCategory,
    NewAccount,
    SetCategoryName,
)
from hospes.actions.cash_entries import AddEntry, DeleteEntries, DivideEntry, EditEntry, MoveMoney
from hospes.actions.cash_filing import (
    AddVouchers,
    BringInEntries,
    BringInStatement,
    FileBooking,
    RemoveVoucher,
    StatementLine,
)
from hospes.actions.cash_years import (
    CloseYear,
    DescribeYear,
    NumberVouchers,
    ReopenYear,
    SetPlan,
    SetStatement,
)
from hospes.actions.documents import NewDocument
from hospes.domain.cash import Part
from hospes.domain.codes_cash import CashKind, CashProof, CashSide, Sphere
from hospes.domain.incoming_payment import IncomingPayment
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money
from hospes.store.tables.cash import CashCategory, CashVoucher
from hospes.store.tables.members import Payment

MARCH = date(2026, 3, 3)
LAST_YEAR = date(2025, 11, 4)
PAPER = NewDocument("receipt.txt", "text/plain", b"stamps 12.50")


def begun(app):
    """Both accounts of a journal that began last year."""
    accounts = (NewAccount("Kasse", CashKind.CASH, 5000), NewAccount("Bank", CashKind.BANK, 100_000))
    return app.run(BeginJournal(date(2025, 1, 1), accounts, spheres=True)).result


def category(app, code="office"):
    query = select(CashCategory.id).where(CashCategory.code == code)
    return app.read(lambda connection: connection.execute(query).scalar())


def entry(app, on=MARCH):
    cash, _ = begun(app)
    return app.run(AddEntry(cash, on, Money(-1250), "Stamps", category(app))).result


def payment(app):
    begun(app)
    query = select(Payment.id)
    return app.read(lambda connection: connection.execute(query).scalars().first())


def with_voucher(app):
    made = entry(app)
    app.run(AddVouchers(made, (PAPER,)))
    query = select(CashVoucher.document_id)
    return made, app.read(lambda connection: connection.execute(query).scalar())


def closed(app):
    entry(app, LAST_YEAR)
    app.run(CloseYear(2025, despite=True))
    return 2025


def divided(app):
    made = entry(app)
    return DivideEntry(made, (Part(category(app), -1000), Part(category(app, "guests"), -250)))


def own_category(app):
    begun(app)
    return app.run(AddCategory("Garden party", CashSide.OUT)).result


def second_account(app):
    begun(app)
    return app.run(AddAccount(NewAccount("Savings", CashKind.OTHER), MARCH)).result


SAMPLES = {
    "cash-begin": lambda app, world: BeginJournal(MARCH, (NewAccount("Kasse", CashKind.CASH, 5000),)),
    "cash-account-add": lambda app, world: AddAccount(NewAccount("Savings", CashKind.OTHER), MARCH),
    "cash-account-edit": lambda app, world: EditAccount(
        begun(app)[0], {"name": "Till", "opening_minor": 700, "iban": ""}
    ),
    "cash-account-delete": lambda app, world: DeleteAccount(second_account(app)),
    "cash-category-add": lambda app, world: AddCategory("Garden party", CashSide.OUT, Sphere.BUSINESS),
    "cash-category-edit": lambda app, world: EditCategory(
        own_category(app), {"name": "Feast", "number": "4711", "sphere": Sphere.IDEAL}
    ),
    "cash-category-name": lambda app, world: SetCategoryName(own_category(app), "fr", "Fête"),
    "cash-category-delete": lambda app, world: DeleteCategory(own_category(app)),
    "cash-entry-add": lambda app, world: AddEntry(
        begun(app)[0], MARCH, Money(-1250), "Stamps", category(app), files=(PAPER,)
    ),
    "cash-move": lambda app, world: MoveMoney(*begun(app), MARCH, Money(2000), "To the bank"),
    "cash-entry-edit": lambda app, world: EditEntry(
        entry(app), {"text": "Envelopes", "minor": -1400, "on": date(2026, 3, 4)}
    ),
    "cash-entry-divide": lambda app, world: divided(app),
    "cash-entry-delete": lambda app, world: DeleteEntries((with_voucher(app)[0],)),
    "cash-file": lambda app, world: FileBooking(
        (entry(app),), {"category_id": category(app, "guests"), "proof": CashProof.PAPER}
    ),
    "cash-voucher-add": lambda app, world: AddVouchers(entry(app), (PAPER,)),
    "cash-voucher-remove": lambda app, world: RemoveVoucher(*with_voucher(app)),
    "cash-bring-in": lambda app, world: BringInEntries(
        begun(app)[1], (StatementLine(MARCH, Money(-490), "Charges", "Bank", "abc"),)
    ),
    "bring-in-statement": lambda app, world: BringInStatement(
        BringInPayments((IncomingPayment(2, Payer(PayerKind.PERSON, world.dieter), MARCH, Money(2000)),)),
        BringInEntries(begun(app)[1], (StatementLine(MARCH, Money(-490), "Charges", "Bank", "abc"),)),
    ),
    "cash-plan": lambda app, world: SetPlan(2026, {own_category(app): 5000}),
    "cash-statement": lambda app, world: SetStatement(begun(app)[0], 2026, 4000, MARCH),
    "cash-number": lambda app, world: NumberVouchers(2026) if begun(app) else None,
    "cash-year-close": lambda app, world: CloseYear(2025, despite=True) if entry(app, LAST_YEAR) else None,
    "cash-year-reopen": lambda app, world: ReopenYear(closed(app), "an invoice came late"),
    "cash-year-edit": lambda app, world: DescribeYear(2026, {"remarks": "A gift of 500 is put aside."}),
}
