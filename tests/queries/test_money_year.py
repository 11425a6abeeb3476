# SPDX-License-Identifier: GPL-3.0-or-later
"""All money of a year: asked for, collected, returned with a fee, reminded, paid in part, receipts for all.

Everything is counted twice: by the product, and from the bare rows by plain sums that know no rule of it. The
small year runs always; 400 members in 250 households are the same by `-m long`.
"""

import sqlite3
from collections import Counter
from datetime import date

import pytest

from hospes.actions.association import EditAssociation
from hospes.actions.collections import BookCollection, RecordCollection, ReturnDebits, ReturnedDebit
from hospes.actions.donations import RecordGift
from hospes.actions.donations_receipts import SetReceiptFact, WriteDonationReceipts
from hospes.actions.payments import RecordPayment
from hospes.domain.codes import DuesState
from hospes.domain.sepa import PainVersion, ReturnReason
from hospes.domain.values import Money
from hospes.papers.making import find_paper
from hospes.queries.association import association
from hospes.queries.collections import collection_items, collections, planned_collection
from hospes.queries.donations import ReceiptFilter, ready_receipts, receipt_lines
from hospes.queries.donations import year_sum as receipts_sum
from hospes.queries.dues import payer_rows, year_sum
from hospes.store.tables.households import Address, Household
from hospes.store.tables.members import Dues, Mandate
from hospes.store.tables.people import Person
from hospes.transfer.collecting import debits_of
from hospes.transfer.writers.sepa_writer import collection_xml
from hospes.ui.pages.money_donations_review import new_receipt
from tests import make
from tests.papers.printing import gathered
from tests.queries.test_collections import DUE, ENGLISH, _sum_of_file, _valid, make_due
from tests.queries.test_dues_year import settle, start

FEE = 300


def live_somewhere(w):
    """Every home and everybody has an address: letters and receipts need one."""
    for table, column in ((Household, "household_id"), (Person, "person_id")):
        for one in w.query(table).all():
            w.create(Address, street="Weg 1", postcode="63512", town="Rosenau", **{column: one.id})


def sign(w, bare):
    """Mandates for all payers but the first few."""
    for at, dues in enumerate(w.query(Dues).order_by(Dues.id).all()):
        if at >= bare:
            w.create(
                Mandate, owner_id=dues.owner_id, person_id=dues.person_id, household_id=dues.household_id,
                reference=f"R-{at}", iban="DE46999999991000000037", account_name="Łucja Müller",
                signed_on=date(2025, 1, 7),
            )  # fmt: skip


def by_hand(app):
    """What the bare rows add up to: asked, arrived for dues, given, on receipts; and what each donor gave."""
    with sqlite3.connect(app.file.path) as bare:
        dues = bare.execute(
            "SELECT coalesce(p.person_id, p.household_id), sum(s.minor) "
            "FROM payment_share s JOIN payment p ON p.id = s.payment_id GROUP BY 1"
        ).fetchall()
        gifts = bare.execute(
            "SELECT coalesce(person_id, household_id), sum(minor) FROM payment "
            "WHERE purpose = 'donation' GROUP BY 1"
        ).fetchall()
        asked, fees = (
            bare.execute(sql).fetchone()[0]
            for sql in ("SELECT sum(minor) FROM dues", "SELECT total(fee_minor) FROM collection_item")
        )
        noted = bare.execute("SELECT count(*) FROM dues_reminder").fetchone()[0]
    return asked, Counter(dict(dues)), Counter(dict(gifts)), int(fees), noted


def play(app, households, couples, bare, returned):
    """The year, and after each part of it both ways of counting agree."""
    members = households + couples
    make.do(app, lambda w: settle(w, households, couples))
    make.do(app, live_somewhere)
    plan = start(app, 2026)
    assert sum(len(one.memberships) for one in plan.charges) == members
    make.do(app, lambda w: sign(w, bare))
    own = app.read(association)
    app.run(EditAssociation(own.id, {"creditor_id": "DE98ZZZ09999999999", "iban": "DE59999999994711000001"}))
    own = app.read(association)

    # Collected: the file is valid against the schema of the banks and says the same sum.
    debits = app.read(planned_collection, 2026, DUE, app.today, ENGLISH)
    made = app.run(RecordCollection(2026, DUE, debits_of(debits, own))).result
    items = app.read(collection_items, made, ENGLISH)
    text = collection_xml(own, items, DUE, PainVersion.V08)
    _valid(text, "pain.008.001.08")
    assert len(items) == households - bare
    assert _sum_of_file(text) == sum(one.minor for one in items)
    make.do(app, make_due)
    app.run(BookCollection(made))

    # Some come back, with the bank's fee.
    app.run(ReturnDebits(tuple(ReturnedDebit(one.id, ReturnReason.AM04, FEE) for one in items[:returned])))
    (line,) = app.read(collections, app.today)
    assert (line.count, line.returned, line.fees) == (households - bare, returned, FEE * returned)
    check_dues(app, households)

    # Those and whoever has no mandate are reminded, each once.
    found = gathered(app, "dues-reminder", year=2026)
    assert len(found.data.letters) == bare + returned
    app.run(find_paper("dues-reminder").sent(found.data).action)
    assert by_hand(app)[-1] == bare + returned
    printed_again = gathered(app, "dues-reminder", year=2026)
    app.run(find_paper("dues-reminder").sent(printed_again.data).action)
    assert by_hand(app)[-1] == bare + returned  # on the same day it is the same reminder

    # Every other one of them pays half.
    owing = [row for row in app.read(payer_rows, 2026, app.today, ENGLISH) if row.open]
    for row in owing[::2]:
        app.run(RecordPayment(row.payer, Money(row.open // 2), app.today))
    states = check_dues(app, households)
    assert states[DuesState.PART] == len(owing[::2])
    assert states[DuesState.OPEN] == len(owing) - len(owing[::2])

    # Everybody gives something, some twice; one run writes all receipts, one step takes them back.
    rows = app.read(payer_rows, 2026, app.today, ENGLISH)
    for at, row in enumerate(rows):
        for _ in range(1 + at % 2):
            app.run(RecordGift(row.payer, Money(1000 + at)))
    app.run(SetReceiptFact("dues", "yes"))
    check_receipts(app, households)


def check_dues(app, households):
    """Owed, paid and open of the year by both ways; gives how many payers are where."""
    rows = app.read(payer_rows, 2026, app.today, ENGLISH)
    told = year_sum(rows, 2026)
    asked, paid, *_ = by_hand(app)
    assert (told.owed, told.paid, told.open) == (asked, paid.total(), asked - paid.total())
    assert {row.payer.id.hex: row.total.paid for row in rows if row.total.paid} == +paid
    assert len(rows) == households
    return told.states


def check_receipts(app, households):
    """A receipt for each donor with the sum of gifts and dues, in one step."""
    before = app.undo_step()
    ready = app.read(ready_receipts, 2026, app.today, app.who.device, ENGLISH)
    made = tuple(new_receipt(one, str(one.copy["number"]), app.today) for one in ready.receipts)
    app.run(WriteDonationReceipts(made))
    _, paid, given, *_ = by_hand(app)
    wanted = given + paid
    lines = app.read(receipt_lines, ReceiptFilter(2026), ENGLISH)
    assert {one.donor.id.hex: one.minor for one in lines} == dict(wanted)
    assert receipts_sum(lines).count == households
    assert receipts_sum(lines).minor == wanted.total()
    assert [one.number for one in lines] == [f"2026-{at + 1}" for at in range(households)]
    assert all(one.sheet.startswith(b"%PDF") for one in made)
    assert app.read(ready_receipts, 2026, app.today, app.who.device, ENGLISH).receipts == ()
    app.undo()
    assert app.undo_step() == before
    assert app.read(receipt_lines, ReceiptFilter(2026), ENGLISH) == []


@pytest.fixture
def app(tmp_path):
    made = make.founded(tmp_path / "year.hospes")
    yield made
    made.close()


def test_a_small_year(app):
    play(app, 12, 7, 2, 3)


@pytest.mark.long
def test_a_year_of_400_members_in_250_households(app):
    play(app, 250, 150, 20, 30)
