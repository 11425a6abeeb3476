# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of 400 members in 250 households collected by direct debit, 30 returned; counted twice.

The second way reads the bare tables through sqlite3, and the file for the bank with another library.

Of the test catalogue: T6.8 files for the bank, by their XSD.
"""

import sqlite3
import xml.etree.ElementTree as ET
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import sepaxml
import xmlschema

from hospes.actions.association import EditAssociation
from hospes.actions.collections import (
    BookCollection,
    DeleteCollection,
    RecordCollection,
    ReturnDebits,
    ReturnedDebit,
)
from hospes.actions.mandates import AddMandate
from hospes.app import App
from hospes.domain.codes import DuesState, MandateState
from hospes.domain.errors import FormProblems, UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.sepa import LeftOut, PainVersion, ReturnReason, Sequence
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.collections import (
    collection_items,
    collections,
    mandate_lines,
    planned_collection,
)
from hospes.queries.dues import payer_rows, year_sum
from hospes.store.tables.collections import Collection
from hospes.store.tables.members import Mandate
from hospes.transfer.collecting import debits_of
from hospes.transfer.writers.sepa_writer import collection_xml
from tests import make
from tests.queries.test_dues_year import settle, start

ENGLISH = Locale.of("en")
DUE = date(2026, 5, 20)
BARE = 20
"""Payers without a mandate."""


def sign(w):
    """Mandates for all payers but 20; the names have letters no bank takes."""
    own = w.query(Mandate).count()
    assert own == 0
    from hospes.store.tables.members import Dues

    for at, dues in enumerate(w.query(Dues).order_by(Dues.id)):
        if at < BARE:
            continue
        w.create(
            Mandate, owner_id=dues.owner_id, person_id=dues.person_id, household_id=dues.household_id,
            reference=f"R-{at}", iban="DE46999999991000000037", account_name=f"Łucja Müller & Söhne {at}",
            signed_on=date(2025, 1, 7), last_used_on=date(2026, 1, 5) if at % 2 else None,
        )  # fmt: skip


def make_due(w):
    """The day has come: as if it had been due last week."""
    for row in w.query(Collection):
        row.due_on = date(2026, 4, 20)


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    app = make.founded(tmp_path_factory.mktemp("collected") / "year.hospes")
    make.do(app, settle)
    start(app, 2026)
    make.do(app, sign)
    own = app.read(association)
    app.run(EditAssociation(own.id, {"creditor_id": "DE98ZZZ09999999999", "iban": "DE59999999994711000001"}))
    yield app
    app.close()


@pytest.fixture
def app(tmp_path, small_world):
    """A copy of the small world that may be written to, with its ids."""
    path = tmp_path / "world.hospes"
    path.write_bytes(small_world[0].read_bytes())
    app = App.open(path, make.WHO, today=make.TODAY)
    yield app
    app.close()


@pytest.fixture
def world(small_world):
    return small_world[1]


def add_up(app, sql):
    with sqlite3.connect(app.file.path) as bare:
        return bare.execute(sql).fetchone()[0]


def test_a_year_is_collected_and_thirty_come_back(year):
    app = year
    plan = app.read(planned_collection, 2026, DUE, app.today, ENGLISH)
    assert len(plan.debits) == 250 - BARE
    assert {why for _, why in plan.left_out} == {LeftOut.NO_MANDATE}
    own = app.read(association)
    made = app.run(RecordCollection(2026, DUE, debits_of(plan, own))).result
    items = app.read(collection_items, made, ENGLISH)
    text = collection_xml(own, items, DUE, PainVersion.V08)
    _valid(text, "pain.008.001.08")
    assert _sum_of_file(text) == sum(one.minor for one in items) == plan.total
    assert {one.sequence for one in items} == {Sequence.FIRST, Sequence.RECURRENT}
    assert len({one.reference for one in items}) == len(items)
    assert b"Lucja Mueller + Soehne" in text
    again = app.read(planned_collection, 2026, DUE, app.today, ENGLISH)
    assert not again.debits
    with pytest.raises(UserError, match="nobody to collect"):
        app.run(RecordCollection(2026, DUE, debits_of(again, own)))

    with pytest.raises(UserError, match="not before"):
        app.run(BookCollection(made, app.today))
    make.do(app, make_due)
    assert app.run(BookCollection(made)).result == 230
    owed = add_up(app, "SELECT sum(minor) FROM dues")
    paid = add_up(app, "SELECT sum(minor) FROM payment_share")
    assert paid == plan.total
    found = year_sum(app.read(payer_rows, 2026, app.today, ENGLISH), 2026)
    assert (found.owed, found.paid, found.open) == (owed, paid, owed - paid)
    assert found.states[DuesState.OPEN] == BARE

    back = items[:30]
    app.run(ReturnDebits(tuple(ReturnedDebit(one.id, ReturnReason.AM04, 300) for one in back)))
    line = app.read(collections, app.today)[0]
    assert (line.count, line.returned, line.fees) == (230, 30, 9000)
    assert line.arrived == add_up(app, "SELECT sum(minor) FROM payment") == plan.total - line.returned_total
    found = year_sum(app.read(payer_rows, 2026, app.today, ENGLISH), 2026)
    assert found.states[DuesState.OPEN] == BARE + 30
    assert found.open == owed - line.arrived
    # Those can be collected again, and the mandates are good.
    later = date(2026, 6, 10)
    second = app.read(planned_collection, 2026, later, app.today, ENGLISH)
    assert {one.owed.payer for one in second.debits} == {one.payer for one in back}
    assert all(one.sequence is Sequence.RECURRENT for one in second.debits)
    with pytest.raises(UserError, match="came back already"):
        app.run(ReturnDebits((ReturnedDebit(back[0].id),)))
    app.run(ReturnDebits((ReturnedDebit(items[40].id, ReturnReason.AC04),)))
    ended = [one for one in app.read(mandate_lines, app.today, ENGLISH) if not one.active]
    assert [one.facts.state for one in ended] == [MandateState.ENDED]


def _valid(text, schema):
    folder = Path(sepaxml.__file__).parent / "schemas"
    xmlschema.XMLSchema(str(folder / f"{schema}.xsd")).validate(text.decode())


def _sum_of_file(text):
    found = ET.fromstring(text).iter()
    amounts = [Decimal(one.text) for one in found if one.tag.endswith("}InstdAmt")]
    head = [one.text for one in ET.fromstring(text).iter() if one.tag.endswith("}CtrlSum")]
    assert Decimal(head[0]) == sum(amounts)
    return int(sum(amounts) * 100)


def test_the_older_form_needs_a_bic_and_nothing_is_half_done(app, world):
    payer = Payer(PayerKind.PERSON, world.dieter)
    app.run(AddMandate(payer, "FR1420041010050500013M02606", date(2026, 1, 7)))
    own = app.read(association)
    plan = app.read(planned_collection, 2026, DUE, app.today, ENGLISH)
    debits = debits_of(plan, own)
    with pytest.raises(UserError, match="creditor identifier is missing"):
        app.run(RecordCollection(2026, DUE, debits))
    app.run(EditAssociation(own.id, {"creditor_id": "DE98ZZZ09999999999", "iban": "DE59999999994711000001"}))
    with pytest.raises(UserError, match="needs the association’s BIC"):
        app.run(RecordCollection(2026, DUE, debits, PainVersion.V02))
    app.run(EditAssociation(own.id, {"bic": "BEISDEFFXXX"}))
    made = app.run(RecordCollection(2026, DUE, debits, PainVersion.V02)).result
    items = app.read(collection_items, made, ENGLISH)
    text = collection_xml(app.read(association), items, DUE, PainVersion.V02)
    _valid(text, "pain.008.001.02")
    assert b"NOTPROVIDED" in text
    app.run(DeleteCollection(made))
    line = app.read(mandate_lines, app.today, ENGLISH, [payer])[0]
    assert line.facts.last_used_on is None

    # Signed long ago and used since: deleting a collection must not make it void for want of use.
    def older(w):
        mandate = w.must(Mandate, line.id)
        mandate.signed_on, mandate.last_used_on = date(2014, 1, 7), date(2025, 2, 10)

    make.do(app, older)
    app.run(DeleteCollection(app.run(RecordCollection(2026, DUE, debits)).result))
    line = app.read(mandate_lines, app.today, ENGLISH, [payer])[0]
    assert (line.facts.last_used_on, line.trouble) == (date(2025, 2, 10), None)


def test_a_mandate_says_all_that_is_wrong_with_it_at_once(app, world):
    payer = Payer(PayerKind.PERSON, world.dieter)
    with pytest.raises(FormProblems) as told:
        app.run(AddMandate(payer, "DE00", date(2027, 1, 1), "ü", "X"))
    assert {one.field for one in told.value.problems} == {"iban", "bic", "reference", "signed_on"}
    app.run(AddMandate(payer, "DE46999999991000000037", reference="M-1"))
    app.run(AddMandate(payer, "DE46999999991000000037"))
    lines = app.read(mandate_lines, app.today, ENGLISH, [payer])
    assert [one.facts.reference for one in lines] == ["M-1", "M-2"]
    assert {one.trouble for one in lines} == {LeftOut.UNSIGNED}
