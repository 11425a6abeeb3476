# SPDX-License-Identifier: GPL-3.0-or-later
"""The Budget tab: lines written in place, grants from a scheme, figures put right, payments recorded."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit

from hospes.actions.budget import AddBudgetLine, AddPrice
from hospes.actions.documents import AddDocuments, NewDocument
from hospes.actions.grants import AddGrant
from hospes.actions.organisations import AddOrganisation
from hospes.domain.codes import DocumentKind, OrganisationKind
from hospes.domain.codes_money import COSTS, BudgetCategory, GrantState, PriceClass
from hospes.domain.funding_when import WHEN, rule_of, when_of
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.budget import budget
from hospes.queries.grant_views import grant_views
from hospes.transfer.funding_rules import SUFFIX
from tests.ui.pages.hands import choose, text_of, tick, write


@pytest.fixture
def purse(at):
    at.go("visit", id=at.world.visit.hex, tab="budget")
    return at


def view(at):
    return at.app.read(budget, at.world.visit, at.app.today, Locale("en"))


def grants(at):
    return at.app.read(grant_views, at.world.visit, at.app.today, "en")


def with_lines(at, *amounts):
    for text, minor in amounts:
        at.desk.run(AddBudgetLine(at.world.visit, BudgetCategory.TRAVEL, text, Money(minor)))
    at.settle()


def part(at, name, **more):
    at.go("visit", id=at.world.visit.hex, tab="budget", part=name, **more)
    at.settle()


def test_costs_and_income_are_added_and_what_is_missing_is_said(purse):
    purse.find("visit.budget.new.cost.text").setText("Coach")
    purse.find("visit.budget.new.cost.amount").setText("2400")
    purse.click("visit.budget.add.cost")
    choose(purse, "visit.budget.new.income.category", "own")
    purse.find("visit.budget.new.income.text").setText("Own money")
    purse.find("visit.budget.new.income.amount").setText("1.200,00")
    purse.click("visit.budget.add.income")
    assert [(line.text, line.planned) for line in view(purse).lines] == [
        ("Coach", 240_000),
        ("Own money", 120_000),
    ]
    assert "€1,200.00 still missing" in purse.words()


def test_an_amount_is_written_in_place_and_undone(purse):
    with_lines(purse, ("Coach", 1_000))
    write(purse, "visit.budget.real.0", "12,50")
    assert view(purse).lines[0].real == 1_250
    assert text_of(purse, "visit.budget.real.0") == "€12.50"
    purse.desk.app.undo()
    purse.settle()
    assert view(purse).lines[0].real is None
    assert text_of(purse, "visit.budget.real.0") == ""


def test_an_amount_that_is_none_is_told_and_kept_as_typed(purse):
    with_lines(purse, ("Coach", 1_000))
    write(purse, "visit.budget.planned.0", "a lot")
    assert view(purse).lines[0].planned == 1_000
    assert "is no amount" in purse.said()
    assert text_of(purse, "visit.budget.planned.0") == "a lot"


def test_arrows_go_up_and_down_a_column_and_the_place_is_kept(purse):
    with_lines(purse, ("Coach", 1_000), ("Train", 2_000))
    cell = purse.find("visit.budget.planned.0")
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Down)
    assert QApplication.focusWidget().objectName() == "visit.budget.planned.1"
    write(purse, "visit.budget.planned.0", "30", then=Qt.Key.Key_Down)
    assert view(purse).lines[0].planned == 3_000
    assert QApplication.focusWidget().objectName() == "visit.budget.planned.1"


def test_another_currency_shows_both_amounts(purse):
    with_lines(purse, ("Dinner", 10_000))
    purse.click("visit.budget.more.0")
    choose(purse, "visit.budget.line.currency", "PLN")
    assert "not in the sums" in purse.words()
    write(purse, "visit.budget.line.rate", "0,25")
    assert view(purse).planned.costs == 2_500
    assert "€25.00, rate 0.25" in purse.words()


def test_what_a_funder_accepts_is_set_line_by_line(purse):
    with_lines(purse, ("Coach", 10_000))
    grant = purse.desk.run(AddGrant(purse.world.visit, "buergerfonds")).result
    purse.settle()
    purse.click("visit.budget.more.0")
    choose(purse, f"visit.budget.accepts.{grant.hex}", "no")
    assert grants(purse)[0].before.total == Money(0)
    choose(purse, f"visit.budget.accepts.{grant.hex}", "")
    assert grants(purse)[0].before.total == Money(8_000)


def test_a_word_a_funder_does_not_accept_is_told(purse):
    with_lines(purse, ("Wein und Saft", 10_000))
    purse.desk.run(AddGrant(purse.world.visit, "buergerfonds"))
    purse.settle()
    purse.click("visit.budget.more.0")
    assert "does not accept alcohol" in purse.words()


def test_a_grant_from_a_scheme_is_computed_at_once(purse):
    with_lines(purse, ("Coach", 10_000))
    part(purse, "grants")
    choose(purse, "visit.grants.scheme", "buergerfonds")
    purse.click("visit.grants.add")
    assert "80 % of €100.00 accepted costs" in purse.words("visit.grant.before")
    purse.click("visit.grant.apply")
    assert grants(purse)[0].grant.applied == Money(8_000)
    choose(purse, "visit.grant.state", "promised")
    assert grants(purse)[0].grant.promised == Money(8_000)
    purse.click("visit.grant.receive")
    assert (grants(purse)[0].grant.state, grants(purse)[0].grant.received) == (
        GrantState.RECEIVED,
        Money(8_000),
    )


def test_the_distance_is_asked_for_and_the_lines_say_how_it_was_counted(purse):
    purse.desk.run(AddGrant(purse.world.visit, "pl-ua-youth"))
    part(purse, "grants")
    assert "Enter the distance first." in purse.words("visit.grant.before")
    write(purse, "visit.grant.distance_km", "100")
    assert "3 people × 100 km × 0.17" in purse.words("visit.grant.before")


def test_broken_rules_are_said_with_the_rules_words(purse):
    purse.desk.run(AddGrant(purse.world.visit, "cerv-town-twinning"))
    part(purse, "grants")
    words = purse.words("visit.grant.checks")
    assert "At least 25 people come from abroad." in words


def test_a_figure_is_put_right_and_put_back(purse):
    purse.desk.run(AddGrant(purse.world.visit, "pl-ua-youth", values={"distance_km": 100}))
    part(purse, "grants", of="figures")
    purse.find("visit.figures.table").choose("rates/before/travel/value")
    purse.settle()
    purse.find("visit.figures.value").setText("0,20")
    purse.click("visit.figures.save")
    assert grants(purse)[0].before.lines[0].amount == Money(6_000)
    purse.click("visit.figures.back")
    assert grants(purse)[0].before.lines[0].amount == Money(5_100)


def test_who_signed_decides(purse):
    purse.desk.run(AddGrant(purse.world.visit, "pl-ua-youth", values={"distance_km": 100}))
    part(purse, "grants", of="signed")
    table = purse.find("visit.signed.off.table")
    table.choose(next(iter(purse.page.tab.grants.signed.off.people)))
    purse.settle()
    purse.click("visit.signed.off.send")
    assert grants(purse)[0].signed == 1
    part(purse, "grants", of="grant")
    assert "Computed from 1 person who signed" in purse.words()


def test_a_proof_is_ticked(purse):
    purse.desk.run(AddGrant(purse.world.visit, "buergerfonds"))
    part(purse, "grants")
    tick(purse, "visit.grant.proof.vouchers")
    assert dict(grants(purse)[0].proofs)["vouchers"] == purse.app.today


def test_a_price_and_a_payment(purse):
    part(purse, "pay")
    purse.find("visit.pay.price").setText("20")
    purse.click("visit.pay.addPrice")
    assert len(view(purse).accounts) == 3
    assert not purse.there("visit.pay.amount"), "further prices are written where the account will be"
    purse.click("visit.pay.close")
    assert text_of(purse, "visit.pay.amount") == "€20.00"
    write(purse, "visit.pay.on", "31.2.2026", then=None)
    purse.click("visit.pay.record")
    assert view(purse).shares_paid == 0, "a day that is none does not become today"
    write(purse, "visit.pay.on", "2.3.2026", then=None)
    purse.click("visit.pay.record")
    assert view(purse).shares_paid == 2_000
    assert "€20.00 of €60.00 paid, €40.00 open" in purse.words()
    purse.click("visit.pay.delete.0")
    assert view(purse).shares_paid == 0


def test_an_amount_of_ones_own(purse):
    purse.desk.run(AddPrice(purse.world.visit, PriceClass.ADULT, Money(2_000)))
    part(purse, "pay")
    choose(purse, "visit.pay.choice", "own")
    write(purse, "visit.pay.own", "5")
    assert view(purse).shares_planned == 4_500


def test_the_tab_says_when_all_costs_are_covered(purse):
    mark = type(purse.page.tab).tab_mark(purse.desk, purse.world.visit)
    assert not mark.words
    with_lines(purse, ("Coach", 1_000))
    mark = type(purse.page.tab).tab_mark(purse.desk, purse.world.visit)
    assert (mark.done, mark.words) == (False, "€10.00 still missing")
    purse.desk.run(AddBudgetLine(purse.world.visit, BudgetCategory.OWN, "", Money(1_000)))
    assert type(purse.page.tab).tab_mark(purse.desk, purse.world.visit).done


def test_printing_leads_to_the_budget_of_this_visit(purse):
    purse.click("visit.budget.print")
    where = purse.window.page.where()
    assert (where["paper"], where["visit"]) == ("visit-budget", purse.world.visit.hex)


def test_another_funder_with_a_rule_becomes_a_scheme_of_ones_own(purse):
    with_lines(purse, ("Coach", 200_000))
    part(purse, "grants")
    purse.find("visit.grants.name").setText("Jugendring")
    purse.find("visit.grants.percent").setText("50 %")
    purse.find("visit.grants.most").setText("800")
    purse.click("visit.grants.add")
    (view_,) = grants(purse)
    assert (view_.grant.name, view_.before.total) == ("Jugendring", Money(80_000))
    purse.desk.app.undo()
    assert grants(purse) == ()


def test_a_rule_that_is_no_number_is_refused(purse):
    part(purse, "grants")
    purse.find("visit.grants.name").setText("Jugendring")
    purse.find("visit.grants.percent").setText("half")
    purse.click("visit.grants.add")
    assert grants(purse) == ()
    assert "cannot be read" in purse.said()


def test_a_receipt_of_the_visit_is_named(purse):
    name = NewDocument("Receipt 3.txt", "text/plain", b"paid", DocumentKind.RECEIPT)
    (paper,) = purse.desk.run(AddDocuments(purse.world.visit, (name,))).result
    with_lines(purse, ("Coach", 1_000))
    purse.click("visit.budget.more.0")
    choose(purse, "visit.budget.line.document_id", paper.hex)
    assert view(purse).lines[0].document_id == paper


def test_a_scheme_of_ones_own_gets_all_the_rules_shipped_ones_have(purse, tmp_path, monkeypatch, qtbot):
    purse.desk.run(AddGrant(purse.world.visit, "buergerfonds"))
    part(purse, "grants", of="rules")
    purse.click("visit.rules.make")
    assert grants(purse)[0].grant.scheme.own
    assert grants(purse)[0].grant.scheme.proofs == ("vouchers", "accounts", "report", "programme")
    assert {one for one in COSTS if purse.there(f"visit.rules.0.cost.{one.value}")} == set(COSTS)
    choose(purse, "visit.rules.0.basis", "person_day")
    write(purse, "visit.rules.0.value", "12,50")
    write(purse, "visit.rules.0.age_to", "26")
    write(purse, "visit.rules.0.max_days", "5")
    choose(purse, "visit.rules.0.days", "travel_as_one")
    write(purse, "visit.rules.cap", "4000")
    write(purse, "visit.rules.least", "8")
    write(purse, "visit.rules.balance", "33")
    choose(purse, "visit.rules.when.apply", "months_before")
    write(purse, "visit.rules.day.apply", "3")
    tick(purse, "visit.rules.proof.list_signed")
    scheme = grants(purse)[0].grant.scheme
    (paid,) = scheme.rates[-1].parts
    assert (paid.basis, paid.value.text, paid.people.age_to, paid.max_days) == ("person_day", "12.50", 26, 5)
    assert (paid.days, scheme.rates[-1].cap.text) == ("travel_as_one", "4000")
    assert {one.rule for one in scheme.conditions} >= {"least", "balance", "countries_of"}
    assert [(one.kind, one.months) for one in scheme.deadlines] == [("apply", -3)]
    assert "list_signed" in scheme.proofs
    write(purse, "visit.rules.0.value", "a lot")
    assert grants(purse)[0].grant.scheme.rates[-1].parts[0].value.text == "12.50"
    assert "is no number" in purse.words()
    assert grants(purse)[0].grant.scheme.conditions[-1].must
    choose(purse, "visit.rules.holds.balance", "may")
    assert not next(one for one in grants(purse)[0].grant.scheme.conditions if one.rule == "balance").must
    rules_out_and_in(purse, tmp_path / "town", monkeypatch, qtbot)
    more_rules(purse)
    purse.click("visit.rules.more")
    purse.click("visit.rules.0.away")
    assert len(grants(purse)[0].grant.scheme.rates[-1].parts) == 1


def rules_out_and_in(purse, path, monkeypatch, qtbot):
    """The rules go into a file; changed meanwhile, they come back and say first what is different."""
    given = path.with_suffix(SUFFIX)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(given), ""))
    purse.click("visit.rules.give")
    before = grants(purse)[0].grant.scheme
    write(purse, "visit.rules.cap", "5000")
    purse.click("visit.grants.new")
    purse.click("visit.grants.rulesIn")
    qtbot.waitUntil(lambda: purse.there("visit.rulesIn.take"), timeout=30_000)
    assert "In 1 thing the file says otherwise" in purse.words()
    assert {"Limit for a project", "5,000", "4,000"} <= set(cells(purse.find("visit.rulesIn.table")))
    assert grants(purse)[0].grant.scheme.rates[-1].cap.text == "5000", "nothing came in yet"
    purse.click("visit.rulesIn.take")
    assert grants(purse)[0].grant.scheme == before
    assert purse.find("visit.grants.scheme").code() == before.code
    purse.desk.app.undo()
    purse.settle()
    assert grants(purse)[0].grant.scheme.rates[-1].cap.text == "5000"
    write(purse, "visit.rules.cap", "4000")


def cells(table):
    """Every text in a table."""
    model = table.model()
    return [
        str(model.index(row, at).data() or "")
        for row in range(model.rowCount())
        for at in range(model.columnCount())
    ]


def more_rules(purse):
    """What stands behind “More”: currency, rates of other years, by lodging and country, green travel."""
    purse.click("visit.rules.part.0.more")
    write(purse, "visit.rules.0.lodging.hostel", "18")
    write_lines(purse, "visit.rules.0.byCountry", "Poland: 34\nFR: 30")
    purse.click("visit.rules.about.more")
    choose(purse, "visit.rules.currency", "PLN")
    write(purse, "visit.rules.eligible", "Germany, Poland")
    purse.click("visit.rules.newYear")
    (before, newest) = grants(purse)[0].grant.scheme.rates
    assert newest.first.year == 2026
    assert (newest.first - before.last).days == 1
    assert newest.parts[0].lodging["hostel"].verify, "nobody has checked it for the new year"
    write(purse, "visit.rules.0.value", "14")
    choose(purse, "visit.rules.0.basis", "band")
    write_lines(purse, "visit.rules.0.steps", "100: 211\n500: 309")
    write_lines(purse, "visit.rules.0.green", "100: 285")
    write_lines(purse, "visit.rules.0.green", "90: 285")
    assert "No distance begins at 90 km" in purse.words()
    scheme = grants(purse)[0].grant.scheme
    assert (scheme.currency, scheme.eligible) == ("PLN", {"DE", "PL"})
    assert grants(purse)[0].grant.currency == "PLN"
    (old,), (paid,) = (one.parts for one in scheme.rates)
    assert {code: one.text for code, one in old.by_country.items()} == {"PL": "34", "FR": "30"}
    assert (old.value.text, old.lodging["hostel"].text) == ("12.50", "18")
    assert [(one.first, one.value.text, one.green and one.green.text) for one in paid.bands] == [
        (100, "211", "285"),
        (500, "309", None),
    ]
    choose(purse, "visit.rules.rates", "0")
    assert text_of(purse, "visit.rules.0.value") == "12.5"
    choose(purse, "visit.rules.rates", "1")


def write_lines(at, name, text):
    field = at.find(name, QPlainTextEdit)
    field.setFocus()
    field.setPlainText(text)
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    at.settle()


@pytest.mark.parametrize("when", [code for code in WHEN if code])
def test_when_something_is_due_is_chosen_in_words(when):
    typed = "1.11." if when in ("same_year", "year_before", "year_after") else "6"
    assert when_of(rule_of("apply", when, typed)) == (when, typed)
    assert rule_of("apply", "", typed) is None


def test_costs_are_shared_among_those_who_come_and_taken_back_in_one_step(purse):
    with_lines(purse, ("Coach", 10_000))
    part(purse, "pay")
    before = view(purse).accounts
    purse.click("visit.pay.split")
    purse.click("visit.split.do")
    owed = [one.account.owed.minor for one in view(purse).accounts]
    assert sum(owed) == 10_000
    assert max(owed) - min(owed) <= 1
    assert view(purse).missing == Money(0)
    purse.desk.app.undo()
    purse.settle()
    assert view(purse).accounts == before
    choose(purse, "visit.split.how", "associations")
    purse.click("visit.split.do")
    (ours,) = view(purse).bearers
    assert (ours.who.kind, ours.account.owed, ours.account.open.minor) == ("own", Money(10_000), 0)
    purse.desk.app.undo()
    purse.settle()


def test_a_town_bears_a_part_and_pays_it(purse):
    with_lines(purse, ("Coach", 10_000))
    town = purse.desk.run(AddOrganisation("Town of Rosenau", OrganisationKind.TOWN_HALL)).result
    part(purse, "pay")
    purse.click("visit.pay.others")
    write(purse, "visit.others.who", "town of ros", then=None)
    purse.find("visit.others.amount").setText("30")
    purse.click("visit.others.add")
    (borne,) = view(purse).bearers
    assert (borne.who.organisation_id, borne.account.owed) == (town, Money(3_000))
    assert view(purse).missing == Money(7_000)
    purse.page.tab.pay.table.opened.emit(borne.id)
    assert purse.find("visit.borne.amount").hasFocus(), "Enter in the list goes on to the amount"
    write(purse, "visit.borne.amount", "20")
    purse.click("visit.borne.record")
    (borne,) = view(purse).bearers
    assert borne.account.open == Money(1_000)
    part(purse, "lines")
    assert "Town of Rosenau" in purse.words()
    part(purse, "pay")
    write(purse, "visit.others.bears", "25")
    assert view(purse).missing == Money(7_500)
    choose(purse, "visit.others.of", "PLN")
    assert view(purse).missing == Money(10_000)
    assert "PLN without a rate" in purse.words()
    write(purse, "visit.others.rate", "0,25")
    (borne,) = view(purse).bearers
    assert (borne.account.owed, borne.account.paid) == (Money(2_500, "PLN"), Money(8_000, "PLN"))
    assert view(purse).missing == Money(9_375)
    assert view(purse).real.income == 2_000
    write(purse, "visit.others.bears", "30 €")
    assert view(purse).missing == Money(7_000)
    purse.click("visit.others.away")
    assert view(purse).bearers == ()
