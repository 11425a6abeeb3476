# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal of a year of 400 members, counted twice: by the product, and by hand over the bare rows.

The second way knows nothing of queries and rules: it reads the tables through sqlite3 and adds up itself.
"""

import sqlite3
from collections import defaultdict
from datetime import date, timedelta

import pytest

from hospes.actions.cash import BeginJournal, NewAccount
from hospes.actions.cash_entries import AddEntry, MoveMoney
from hospes.actions.cash_filing import AddVouchers, BringInEntries, FileBooking, StatementLine
from hospes.actions.cash_years import CloseYear, NumberVouchers, ReopenYear
from hospes.actions.documents import NewDocument
from hospes.actions.payments import DeletePayments, EditPayment, RecordPayment
from hospes.app import App
from hospes.domain.cash import Part
from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.codes_cash import CashKind, CashProof, CashSide, CashSource
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.cash import Wanted, bookings, categories_of
from hospes.queries.cash_lists import fits_words, journal
from hospes.queries.cash_years import money_by_year, year_view, years_of_journal
from hospes.queries.checks import cash
from hospes.store.cash_sums import balances_before
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.members import Payment
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Visit
from tests import make

ENGLISH = Locale.of("en")
PEOPLE = 400
WAYS = ("debit", "debit", "debit", "transfer", "cash")
BEGUN = date(2025, 1, 1)


def fill(w):
    """400 people who paid in 2024, 2025 and 2026, one in a foreign currency; a visit with costs."""
    people = w.bulk_add(Person, ({"given": f"Given{n}", "surname": f"Name{n:03}"} for n in range(PEOPLE)))
    own = next(iter(w.query(Visit)), None)
    owner = w.query(Payment.owner_id).limit(1).scalar() if own else None
    owner = owner or own_id(w)
    rows = [
        {
            "owner_id": owner,
            "person_id": people[n],
            "on": date(year, 2, 1) + timedelta(days=n % 80),
            "minor": 3500 + n,
            "method": PaymentMethod(WAYS[n % 5]),
            "purpose": PaymentPurpose.DONATION if n % 50 == 0 else PaymentPurpose.DUES,
        }
        for year in (2024, 2025, 2026)
        for n in range(PEOPLE)
    ]
    rows.append({**rows[-1], "on": date(2025, 6, 1), "minor": 9000, "currency": "PLN"})
    rows.append({**rows[0], "on": date(2025, 6, 2), "minor": 77_000, "purpose": PaymentPurpose.IN_KIND})
    w.bulk_add(Payment, rows)
    visit = w.create(Visit, owner_id=owner)
    w.flush()
    for text, real, paid, more in (
        ("Coach", 90_000, date(2025, 5, 5), {}),
        ("Gift of a room", 20_000, date(2025, 5, 5), {"in_kind": True}),
        ("Not paid yet", 5_000, None, {}),
        ("Museum", 4_000, date(2025, 5, 7), {"currency": "PLN", "rate": "0.25", "voucher": "7"}),
    ):
        w.create(BudgetLine, visit_id=visit.id, text=text, real_minor=real, paid_on=paid, **more)
    w.create(
        BudgetLine, visit_id=visit.id, text="Wine sold", side="income", category="sales", real_minor=6_000,
        paid_on=date(2025, 5, 6),
    )  # fmt: skip
    return people, visit.id


def own_id(w):
    from hospes.actions.own import own_association

    return own_association(w).id


@pytest.fixture(scope="module")
def year(tmp_path_factory):
    """The file, its accounts, people, categories and visit."""
    app = make.founded(tmp_path_factory.mktemp("journal") / "year.hospes")
    people, visit = make.do(app, fill)
    accounts = (NewAccount("Box", CashKind.CASH, 10_000), NewAccount("Bank", CashKind.BANK, 250_000))
    box, bank = app.run(BeginJournal(BEGUN, accounts, spheres=True)).result
    own = app.read(association).id
    codes = {one.code: one.id for one in app.read(categories_of, own, "en")}
    app.run(AddEntry(box, date(2025, 3, 3), Money(-1250), "Stamps", codes["office"]))
    app.run(MoveMoney(box, bank, date(2025, 8, 1), Money(50_000), "To the bank"))
    parts = (Part(codes["guests"], -3_000), Part(codes["meetings"], -1_100))
    app.run(AddEntry(bank, date(2025, 9, 1), Money(-4_100), "Evening", parts=parts))
    yield app, {"box": box, "bank": bank, "own": own, "codes": codes, "people": people, "visit": visit}
    app.close()


def by_hand(path, first, last):
    """What each account changed by, added up over the bare rows with sqlite3 alone."""
    file = sqlite3.connect(path)
    kinds = dict(file.execute("SELECT id, kind FROM cash_account"))
    of_kind = {kind: key for key, kind in kinds.items()}
    sums = defaultdict(int)
    days = (first.isoformat(), last.isoformat())
    for minor, method in file.execute(
        "SELECT minor, method FROM payment WHERE currency='EUR' AND purpose NOT IN ('in_kind', 'waived') "
        'AND "on" BETWEEN ? AND ?', days,
    ):  # fmt: skip
        sums[of_kind["cash" if method == "cash" else "bank"]] += minor
    for side, minor, rate in file.execute(
        "SELECT side, real_minor, rate FROM budget_line WHERE in_kind=0 AND paid_on BETWEEN ? AND ?", days
    ):
        worth = minor if not rate else round(minor * float(rate))
        sums[of_kind["bank"]] += worth if side == "income" else -worth
    for source, target, minor in file.execute(
        'SELECT account_id, to_account_id, minor FROM cash_entry WHERE "on" BETWEEN ? AND ?', days
    ):
        sums[source] += minor
        if target:
            sums[target] -= minor
    file.close()
    return {kinds[key]: total for key, total in sums.items()}


def test_a_year_of_400_members_adds_up_both_ways(year):
    app, ids = year
    view = app.read(year_view, 2025, ENGLISH)
    by_kind = {one.account.kind.value: one for one in view.accounts}
    changed = by_hand(app.path, date(2025, 1, 1), date(2025, 12, 31))
    for kind, opening in (("cash", 10_000), ("bank", 250_000)):
        assert by_kind[kind].opening == opening
        assert by_kind[kind].closing == opening + changed[kind]
    assert view.closing - view.opening == view.money_in - view.money_out == sum(changed.values())
    spheres = sum(flow.left for flow in view.spheres.values())
    assert spheres == view.money_in - view.money_out
    # The year after begins with what was there, and the list of the accounts says the same.
    following = app.read(year_view, 2026, ENGLISH)
    assert following.opening == view.closing
    for account in (ids["box"], ids["bank"], None):
        listed = app.read(journal, 2025, ENGLISH, account)
        assert listed.closing - listed.opening == listed.money_in - listed.money_out
        assert listed.closing == app.read(balances_before, ids["own"], date(2026, 1, 1)).get(
            account, view.closing
        )


def test_what_came_in_and_went_out_year_by_year(year):
    app, _ = year
    assert app.read(years_of_journal, app.today) == [2026, 2025]
    last, this = app.read(money_by_year, app.today)
    changed = by_hand(app.path, date(2025, 1, 1), date(2025, 12, 31))
    assert last.money_in.minor - last.money_out.minor == sum(changed.values())
    assert last.money_out.minor == 1_250 + 4_100 + 90_000 + 1_000
    assert this.money_in.minor == sum(3500 + n for n in range(PEOPLE))
    assert this.money_out.minor == 0


def test_payments_stand_in_the_journal_by_themselves_and_change_with_their_payment(year):
    app, ids = year
    payer = Payer(PayerKind.PERSON, ids["people"][3])
    made = app.run(RecordPayment(payer, Money(1234), date(2026, 4, 2), PaymentMethod.CASH)).result
    before = app.read(journal, 2026, ENGLISH, ids["box"])
    (row,) = [one for one in before.rows if one.booking.row_id == made.payment_id]
    assert (row.money, row.code, row.booking.source) == (Money(1234), "dues", CashSource.PAYMENT)
    assert fits_words(row, "name003 12.34", ENGLISH)
    app.run(EditPayment(made.payment_id, {"minor": 2000, "method": PaymentMethod.TRANSFER}))
    after = app.read(journal, 2026, ENGLISH, ids["box"])
    assert after.closing == before.closing - 1234
    assert made.payment_id in {one.booking.row_id for one in app.read(journal, 2026, ENGLISH).rows}
    app.run(DeletePayments((made.payment_id,)))
    assert made.payment_id not in {one.booking.row_id for one in app.read(journal, 2026, ENGLISH).rows}


def test_a_cost_of_a_visit_is_one_entry_however_it_is_written(year):
    app, ids = year
    wanted = Wanted(visit=ids["visit"])
    lines = app.read(bookings, ids["own"], ENGLISH, wanted)
    coach = next(one for one in lines if one.text == "Coach")
    assert {one.text: one.minor for one in lines} == {"Coach": -90_000, "Museum": -1_000, "Wine sold": 6_000}
    total = app.read(balances_before, ids["own"], date(2026, 1, 1))
    links = {"line_id": coach.row_id, "visit_id": ids["visit"]}
    app.run(AddEntry(ids["bank"], date(2025, 5, 5), Money(-90_000), "The coach", links=links))
    again = app.read(bookings, ids["own"], ENGLISH, wanted)
    assert sorted(one.text for one in again) == ["Museum", "The coach", "Wine sold"]
    assert app.read(balances_before, ids["own"], date(2026, 1, 1)) == total
    app.undo()


def test_another_currency_is_refused_or_has_a_rate(year):
    app, ids = year
    day = date(2026, 3, 1)
    with pytest.raises(FieldProblem) as caught:
        app.run(AddEntry(ids["bank"], day, Money(-1000, "PLN"), "Tickets"))
    assert caught.value.field == "rate"
    made = app.run(AddEntry(ids["bank"], day, Money(-1000, "PLN"), "Tickets", rate="0,2345")).result
    (line,) = [
        one for one in app.read(journal, 2026, ENGLISH, ids["bank"]).rows if one.booking.row_id == made
    ]
    assert (line.booking.minor, line.booking.foreign, line.booking.rate) == (-235, -1000, "0.2345")
    app.undo()
    # The payment in zloty is not counted until somebody gives its rate; then both ways count it.
    zloty = next(one for one in app.read(bookings, ids["own"], ENGLISH) if one.minor is None)
    before = app.read(balances_before, ids["own"], date(2026, 1, 1))[ids["bank"]]
    app.run(FileBooking((zloty.row_id,), {"rate": "0.25", "account_id": ids["bank"]}))
    assert app.read(balances_before, ids["own"], date(2026, 1, 1))[ids["bank"]] == before + 2250
    assert app.read(year_view, 2025, ENGLISH).accounts[1].closing == before + 2250
    app.undo()


def test_the_same_statement_twice_brings_in_nothing(year):
    app, ids = year
    lines = (
        StatementLine(date(2026, 3, 31), Money(-490), "Charges", "Bank", "k1"),
        StatementLine(date(2026, 4, 1), Money(-990), "Hosting", "Firm", "k2"),
    )
    assert app.run(BringInEntries(ids["bank"], lines)).result == 2
    assert app.run(BringInEntries(ids["bank"], lines)).result == 0
    brought = [
        one.booking for one in app.read(journal, 2026, ENGLISH, ids["bank"]).rows if one.booking.brought
    ]
    assert len(brought) == 2
    assert not any(one.wants_voucher for one in brought)  # the statement is the voucher
    app.undo()


def closed_copy(app, tmp_path):
    import shutil

    path = tmp_path / "copy.hospes"
    shutil.copyfile(app.path, path)
    return App.open(path, make.WHO, today=make.TODAY)


def test_a_closed_year_changes_by_nothing_and_opens_only_with_a_reason(year, tmp_path):
    whole, ids = year
    app = closed_copy(whole, tmp_path)
    zloty = next(one for one in app.read(bookings, ids["own"], ENGLISH) if one.minor is None)
    with pytest.raises(UserError) as caught:
        app.run(CloseYear(2025, despite=True))
    assert caught.value.code == "year-wrong"  # there is a payment without an exchange rate
    app.run(FileBooking((zloty.row_id,), {"rate": "0.25"}))
    with pytest.raises(UserError) as caught:
        app.run(CloseYear(2025))
    assert caught.value.code == "year-questions"
    with pytest.raises(UserError) as caught:
        app.run(CloseYear(2026, despite=True))
    assert caught.value.code == "year-not-over"
    app.run(CloseYear(2025, despite=True))
    view = app.read(year_view, 2025, ENGLISH)
    assert all(one.checked.series.gaps == one.checked.series.twice == () for one in view.accounts)
    assert all(one.checked.series.missing == 0 for one in view.accounts)
    old = next(one for one in view.bookings if one.source is CashSource.PAYMENT)
    stamps = next(one for one in view.bookings if one.text == "Stamps")
    payer = Payer(PayerKind.PERSON, ids["people"][0])
    for action in (
        EditPayment(old.row_id, {"minor": 1}),
        EditPayment(old.row_id, {"on": date(2026, 1, 5)}),
        DeletePayments((old.row_id,)),
        RecordPayment(payer, Money(100), date(2025, 12, 31)),
        AddEntry(ids["box"], date(2025, 12, 31), Money(-100), "Late"),
        FileBooking((stamps.row_id,), {"category_id": ids["codes"]["guests"]}),
        FileBooking((old.row_id,), {"category_id": ids["codes"]["other-in"]}),
    ):
        with pytest.raises(UserError) as caught:
            app.run(action)
        assert caught.value.code == "year-closed", action
    # A voucher that turns up may still be added, and the open year goes on.
    app.run(AddVouchers(stamps.row_id, (NewDocument("a.txt", "text/plain", b"x"),)))
    app.run(AddEntry(ids["box"], date(2026, 1, 2), Money(1250), "Correction"))
    assert app.read(year_view, 2025, ENGLISH).closing == view.closing
    with pytest.raises(FieldProblem):
        app.run(ReopenYear(2025, "  "))
    app.run(ReopenYear(2025, "an invoice came late"))
    app.run(EditPayment(old.row_id, {"minor": old.minor + 1}))
    state = app.read(year_view, 2025, ENGLISH).state
    assert (state.closed, state.reopened_because) == (False, "an invoice came late")
    app.close()


def test_undo_cannot_reach_into_a_year_that_was_closed(year, tmp_path):
    whole, ids = year
    app = closed_copy(whole, tmp_path)
    payer = Payer(PayerKind.PERSON, ids["people"][0])
    zloty = next(one for one in app.read(bookings, ids["own"], ENGLISH) if one.minor is None)
    app.run(FileBooking((zloty.row_id,), {"rate": "0.25"}))
    app.run(RecordPayment(payer, Money(100), date(2025, 12, 31)))
    # Closed on another computer: this one's newest step is the payment.
    app.run(CloseYear(2025, despite=True), device="the other laptop")
    with pytest.raises(UserError) as caught:
        app.undo()
    assert caught.value.code == "year-closed"
    app.close()


def test_the_check_finds_numbers_twice_gaps_and_what_changed_after_closing(year, tmp_path):
    whole, ids = year
    app = closed_copy(whole, tmp_path)
    assert found_by_rules(app) == set()
    zloty = next(one for one in app.read(bookings, ids["own"], ENGLISH) if one.minor is None)
    app.run(FileBooking((zloty.row_id,), {"rate": "0.25"}))
    app.run(NumberVouchers(2025))
    old = next(one for one in app.read(year_view, 2025, ENGLISH).bookings if one.source is CashSource.PAYMENT)
    app.run(DeletePayments((old.row_id,)))  # its number stays behind, as a gap
    app.run(CloseYear(2025, despite=True))

    def worsen(w):
        from hospes.store.tables.cash import CashEntry, CashSplit

        entry = next(one for one in w.query(CashEntry) if one.text == "Evening")
        entry.number = 1
        w.create(CashSplit, entry_id=entry.id, minor=-1)

    with pytest.raises(UserError):
        make.do(app, worsen)
    make_free(app, worsen)
    found = found_by_rules(app)
    assert {"voucher-gap", "voucher-twice", "parts-uneven"} <= found
    assert "closed-year-changed" not in found  # neither balance nor number of entries changed

    def move(w):
        from hospes.store.tables.cash import CashEntry

        next(one for one in w.query(CashEntry) if one.text == "Stamps").minor = -1300

    make_free(app, move)
    assert "closed-year-changed" in found_by_rules(app)
    app.close()


def found_by_rules(app):
    """What the rules of the journal find; all rules together are tried elsewhere."""
    rules = (
        cash.voucher_numbers, cash.closed_year_changed, cash.parts_not_the_whole, cash.entry_not_counted,
    )  # fmt: skip
    return {one.code for rule in rules for one in app.read(lambda c, rule=rule: list(rule(c, app.today)))}


def make_free(app, work):
    """Write as what comes from the other laptop is written: closed years do not hold it up."""
    from hospes.actions import cash_lock

    before = cash_lock.FREE
    cash_lock.FREE = before | {"test-do"}
    try:
        make.do(app, work)
    finally:
        cash_lock.FREE = before


def test_categories_have_their_side_first_and_speak_the_readers_language(year):
    app, ids = year
    german = app.read(categories_of, ids["own"], "de")
    assert [one.side for one in german] == sorted(
        (one.side for one in german), key=lambda s: s is CashSide.OUT
    )
    assert {one.code: one.name for one in german}["dues"] == "Mitgliedsbeiträge"


def test_a_proof_on_paper_answers_the_question(year):
    app, ids = year
    stamps = next(one for one in app.read(bookings, ids["own"], ENGLISH) if one.text == "Stamps")
    assert stamps.wants_voucher
    app.run(FileBooking((stamps.row_id,), {"proof": CashProof.PAPER}))
    again = next(one for one in app.read(bookings, ids["own"], ENGLISH) if one.text == "Stamps")
    assert not again.wants_voucher
    app.undo()
