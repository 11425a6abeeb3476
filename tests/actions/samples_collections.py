# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of mandates and collections."""

from datetime import date

from sqlalchemy import select

from hospes.actions.association import EditAssociation
from hospes.actions.collections import (
    BookCollection,
    DeleteCollection,
    NewDebit,
    RecordCollection,
    ReturnDebits,
    ReturnedDebit,
)
from hospes.actions.mandates import AddMandate, DeleteMandate, EditMandate, EndMandate, RenewMandate
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.sepa import ReturnReason
from hospes.store.tables.collections import CollectionItem
from tests.make import do

IBAN = "DE46999999991000000037"


def mandate(app, w):
    """A mandate of Dieter, signed and new."""
    payer = Payer(PayerKind.PERSON, w.dieter)
    return app.run(AddMandate(payer, IBAN, date(2026, 1, 7), account_name="Dieter Kessler")).result


def recorded(app, w, due=date(2026, 5, 20)):
    """A collection with one debit of Dieter."""
    return app.run(collection(app, w, due)).result


def collection(app, w, due=date(2026, 5, 20)):
    creditor = {"creditor_id": "DE98ZZZ09999999999", "iban": "DE59999999994711000001"}
    app.run(EditAssociation(w.own, creditor))
    return RecordCollection(2026, due, (NewDebit(mandate(app, w), 3500, "Dues 2026"),))


def came(app, w):
    """A collection whose money came, on a day that has come by then."""
    made = recorded(app, w)
    do(app, lambda writer: early(writer, made))
    return made


def early(w, made):
    """As if it had been due last week."""
    from hospes.store.tables.collections import Collection

    w.must(Collection, made).due_on = date(2026, 4, 20)


def items(app, made):
    query = select(CollectionItem.id).where(CollectionItem.collection_id == made)
    return app.read(lambda connection: list(connection.scalars(query)))


def booked(app, w):
    made = came(app, w)
    app.run(BookCollection(made))
    return tuple(ReturnedDebit(one, ReturnReason.AC04, 300) for one in items(app, made))


def ended(app, w):
    made = mandate(app, w)
    app.run(EndMandate(made))
    return made


SAMPLES = {
    "mandate-add": lambda app, w: AddMandate(Payer(PayerKind.PERSON, w.dieter), IBAN, date(2026, 1, 7)),
    "mandate-edit": lambda app, w: EditMandate(mandate(app, w), {"account_name": "D. Kessler"}),
    "mandate-end": lambda app, w: EndMandate(mandate(app, w)),
    "mandate-renew": lambda app, w: RenewMandate(ended(app, w)),
    "mandate-delete": lambda app, w: DeleteMandate(mandate(app, w)),
    "collection-record": collection,
    "collection-book": lambda app, w: BookCollection(came(app, w)),
    "collection-delete": lambda app, w: DeleteCollection(recorded(app, w)),
    "debits-return": lambda app, w: ReturnDebits(booked(app, w)),
}
