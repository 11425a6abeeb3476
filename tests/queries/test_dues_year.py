# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of 400 members in 250 households, counted twice: by the product, and by hand over the bare rows.

The second way knows nothing of queries and rules: it reads the tables through sqlite3 and adds up itself.
"""

import sqlite3
from collections import defaultdict
from datetime import date

import pytest

from hospes.actions.dues import NewDues, RecordReminders, StartDues, WaiveDues
from hospes.actions.payments import GiveBack, RecordPayment, RecordPayments
from hospes.domain.codes import DuesState, PaymentMethod
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.dues import account, credit_of_payers, payer_rows, year_sum
from hospes.queries.dues_plan import plan_dues
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.members import ClassAmount, Membership, MembershipClass, MembershipPeriod
from hospes.store.tables.people import Person
from tests import make

ENGLISH = Locale.of("en")
HOUSEHOLDS, COUPLES = 250, 150
PRICES = {0: 3500, 1: 5500}
"""By the position of the class: single, couple."""


def settle(w, households=HOUSEHOLDS, couples=COUPLES):
    """250 homes, if nothing else is said: 150 couples who pay together, 100 people alone."""
    classes = {one.position: one for one in w.query(MembershipClass)}
    own = classes[0].owner_id
    for position, minor in PRICES.items():
        w.create(
            ClassAmount, membership_class_id=classes[position].id, valid_from=date(2020, 1, 1), minor=minor
        )
    for number in range(households):
        two = number < couples
        home = w.create(Household, name=f"Home {number:03}")
        w.flush()
        for mate in range(2 if two else 1):
            person = w.create(Person, given=f"Given{mate}", surname=f"Name{number:03}")
            w.flush()
            w.create(HouseholdMember, household_id=home.id, person_id=person.id, position=mate)
            membership = w.create(
                Membership, owner_id=own, number=f"{number}-{mate}", person_id=person.id,
                payer_household_id=home.id if two else None,
            )  # fmt: skip
            w.flush()
            w.create(
                MembershipPeriod, membership_id=membership.id,
                membership_class_id=classes[1 if two else 0].id, valid_from=date(2021, 1, 1),
            )  # fmt: skip


def start(app, year):
    """The year, as the form starts it."""
    found = app.read(plan_dues, year, app.today, ENGLISH)
    dues = tuple(
        NewDues(one.payer, one.class_id, one.amount.minor, one.amount.currency, one.people, one.dues_id)
        for one in found.plan.charges
    )
    app.run(StartDues(year, dues, date(year, 2, 28)))
    return found.plan


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The file after the year: paid, half paid, too much paid, waived, given back."""
    path = tmp_path_factory.mktemp("year") / "year.hospes"
    app = make.founded(path)
    make.do(app, settle)
    plan = start(app, 2026)
    rows = app.read(payer_rows, 2026, app.today, ENGLISH)
    app.run(
        RecordPayments(tuple(row.payer for row in rows[:170]), 2026, date(2026, 2, 10), PaymentMethod.DEBIT)
    )
    for row in rows[170:200]:
        app.run(RecordPayment(row.payer, Money(row.open // 2), date(2026, 3, 1)))
    for row in rows[200:210]:
        app.run(RecordPayment(row.payer, Money(row.open + 1000), date(2026, 3, 2)))
    app.run(WaiveDues(tuple(line.id for row in rows[210:215] for line in row.lines), "ill"))
    for row in rows[:30]:
        app.run(GiveBack(row.payer, Money(row.total.owed), date(2026, 4, 1), text="returned"))
    app.run(GiveBack(rows[200].payer, Money(400), date(2026, 4, 2)))
    owing = [row for row in app.read(payer_rows, 2026, app.today, ENGLISH) if row.open]
    app.run(RecordReminders(tuple((row.lines[0].id, 1) for row in owing)))
    yield app, plan, rows
    app.close()


def by_hand(app, year, day):
    """Owed, paid and left over of every payer, added up from the bare rows."""
    connection = sqlite3.connect(f"file:{app.path}?mode=ro", uri=True)
    dues = connection.execute(
        "SELECT id, coalesce(person_id, household_id), minor, waived FROM dues WHERE year = ?", (year,)
    ).fetchall()
    on = dict(connection.execute('SELECT id, "on" FROM payment'))
    shares = connection.execute("SELECT payment_id, dues_id, minor FROM payment_share").fetchall()
    payments = connection.execute(
        "SELECT id, coalesce(person_id, household_id), minor, \"on\" FROM payment WHERE purpose = 'dues'"
    ).fetchall()
    connection.close()
    paid = defaultdict(int)
    used = defaultdict(int)
    for payment, dues_id, minor in shares:
        used[payment] += minor
        if on[payment] <= day.isoformat():
            paid[dues_id] += minor
    owed_by, paid_by, open_by = defaultdict(int), defaultdict(int), defaultdict(int)
    for dues_id, payer, minor, waived in dues:
        if waived:
            continue
        owed_by[payer] += minor
        paid_by[payer] += paid[dues_id]
        open_by[payer] += max(0, minor - paid[dues_id])
    left = defaultdict(int)
    for payment, payer, minor, when in payments:
        if when <= day.isoformat():
            left[payer] += minor - used[payment]
    return owed_by, paid_by, open_by, {payer: minor for payer, minor in left.items() if minor}


def test_the_plan_is_what_the_classes_come_to(year):
    _, plan, _ = year
    assert len(plan.charges) == HOUSEHOLDS
    assert plan.total == COUPLES * PRICES[1] + (HOUSEHOLDS - COUPLES) * PRICES[0]
    assert {len(one.memberships) for one in plan.charges} == {1, 2}


@pytest.mark.parametrize("day", [date(2026, 4, 27), date(2026, 2, 28), date(2026, 1, 5)])
def test_every_sum_agrees_with_a_count_by_hand(year, day):
    app, _, _ = year
    # The year was started on the file's day; as of an earlier one nothing had been asked for yet.
    owed_by, paid_by, open_by, left = by_hand(app, 2026, day)
    if day < app.today:
        assert app.read(payer_rows, 2026, day, ENGLISH) == []
        return
    rows = app.read(payer_rows, 2026, day, ENGLISH)
    assert len(rows) == HOUSEHOLDS
    for row in rows:
        payer = row.payer.id.hex
        assert (row.total.owed, row.open) == (owed_by[payer], open_by[payer]), row.name
        assert row.total.paid == paid_by[payer], row.name
        assert row.credit == left.get(payer, 0), row.name
    total = year_sum(rows, 2026)
    assert total.owed == sum(owed_by.values())
    assert total.open == sum(open_by.values())
    assert total.open_payers == sum(1 for minor in open_by.values() if minor)


def test_who_paid_too_much_has_it_left_and_who_got_it_back_owes_again(year):
    app, _, before = year
    credit = app.read(credit_of_payers, app.today)
    assert credit[before[200].payer, "EUR"] == 600
    assert credit[before[201].payer, "EUR"] == 1000
    now = {row.payer: row for row in app.read(payer_rows, 2026, app.today, ENGLISH)}
    assert {now[row.payer].state for row in before[:30]} == {DuesState.OPEN}
    assert {now[row.payer].state for row in before[170:200]} == {DuesState.PART}
    assert {now[row.payer].state for row in before[210:215]} == {DuesState.FREE}


def test_the_next_year_uses_what_is_left_and_starting_again_asks_nobody_twice(year, tmp_path):
    app, _, before = year
    step = app.undo_step()
    start(app, 2027)
    held = app.read(account, before[201].payer, app.today, ENGLISH)
    (line,) = (one for one in held.lines if one.year == 2027)
    assert line.paid.minor == 1000
    assert held.credit == 0
    again = app.read(plan_dues, 2027, app.today, ENGLISH).plan
    assert (again.charges, again.already) == ((), 400)
    app.undo()
    assert app.undo_step() == step
    assert app.read(account, before[201].payer, app.today, ENGLISH).credit == 1000
