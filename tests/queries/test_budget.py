# SPDX-License-Identifier: GPL-3.0-or-later
"""The budget: sums, currencies, what is still missing, shares and payments, grants and their days."""

import shutil
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from hospes.actions.budget import (
    AddBudgetLine,
    AddPrice,
    DeletePrice,
    DeleteVisitPayment,
    EditBudgetLine,
    RecordVisitPayment,
    SetAccepted,
    SetShare,
)
from hospes.actions.grants import AddGrant, DeleteGrant, EditGrant, ReceiveGrant, SignForGrant
from hospes.actions.participations_checks import SetPresence
from hospes.app import App
from hospes.domain.budget import Amount, in_base, read_rate, sums
from hospes.domain.codes_money import BudgetCategory, BudgetSide, GrantState, PriceClass
from hospes.domain.codes_visit import ParticipationState
from hospes.domain.errors import FieldProblem
from hospes.domain.grants_checks import DeadlineKind, Light
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.budget import Promised, budget, promised_of
from hospes.queries.grant_views import grant_views
from hospes.queries.grants import due_grants
from hospes.store.tables.visits import Participation
from tests import make

ENGLISH = Locale.of("en")
B = BudgetCategory


@pytest.fixture
def money(small_world, tmp_path):
    path = tmp_path / "world.hospes"
    shutil.copyfile(small_world[0], path)
    app = App.open(path, make.WHO, today=make.TODAY)
    yield Purse(app, small_world[1])
    app.close()


class Purse:
    """The money of the small world's visit, to which three people travel."""

    def __init__(self, app, world):
        self.app, self.world, self.visit = app, world, world.visit

    @property
    def view(self):
        return self.app.read(budget, self.visit, make.TODAY, ENGLISH)

    def part(self, name):
        query = select(Participation.id).where(
            Participation.visit_id == self.visit, Participation.person_id == getattr(self.world, name)
        )
        return self.app.read(lambda connection: connection.execute(query).scalar())

    def line(self, category, minor, **values):
        action = AddBudgetLine(self.visit, category, "", Money(minor), values)
        return self.app.run(action).result

    def grant(self, scheme="buergerfonds", name="", **values):
        return self.app.run(AddGrant(self.visit, scheme, name=name, values=values)).result

    def account(self, name):
        part = self.part(name)
        return next((one for one in self.view.accounts if one.participation_id == part), None)

    def grants(self):
        return self.app.read(grant_views, self.visit, make.TODAY, "en")


def test_a_promised_grant_counts_and_one_that_was_applied_for_is_only_hoped_for(money):
    money.line(B.TRAVEL, 640_000)
    money.line(B.OWN, 200_000)
    money.grant(state=GrantState.PROMISED, promised_minor=320_000)
    hoped = money.grant("", name="Town", state=GrantState.APPLIED, applied_minor=120_000)
    view = money.view
    assert (view.planned.balance, view.promised.balance) == (0, -120_000)
    assert view.missing == Money(120_000)
    assert money.app.read(promised_of, money.visit, make.TODAY) == Promised(Money(520_000), Money(640_000))
    money.app.run(EditGrant(hoped, {"state": GrantState.REFUSED}))
    assert money.view.planned.balance == -120_000


def test_more_money_than_needed(money):
    money.line(B.TRAVEL, 1_000)
    money.line(B.SALES, 1_500)
    assert (money.view.missing, money.view.over) == (Money(0), Money(500))


def test_another_currency_is_worth_what_was_entered_for_it(money):
    line = money.line(B.MEALS, 10_000, currency="PLN")
    assert money.view.planned.left_out == 1
    assert money.view.planned.costs == 0
    money.app.run(EditBudgetLine(line, {"rate": "0,2345"}))
    row = money.view.line(line)
    assert (row.rate, row.rate_on) == ("0.2345", make.TODAY)
    assert row.in_base("EUR") == Money(2_345)
    assert money.view.planned.costs == 2_345
    assert money.view.rates == (("PLN", Decimal("0.2345")),)


@pytest.mark.parametrize("typed", ["0", "-1", "much", "1e9"])
def test_a_rate_has_to_be_one(typed):
    with pytest.raises(FieldProblem):
        read_rate(typed)


def test_what_is_given_in_kind_is_on_both_sides_and_is_no_money(money):
    money.line(B.ROOMS, 30_000, in_kind=True)
    money.line(B.PARTNER, 30_000, in_kind=True)
    assert money.view.missing == Money(0)
    assert money.view.planned.even
    assert money.view.planned.in_kind_costs == 30_000


def test_the_side_follows_the_category(money):
    line = money.line(B.OTHER_COST, 100)
    money.app.run(EditBudgetLine(line, {"category": B.DONATION}))
    assert money.view.line(line).side is BudgetSide.INCOME
    with pytest.raises(FieldProblem):
        money.app.run(EditBudgetLine(line, {"real_minor": -5}))


# ---- who pays -------------------------------------------------------------------------------------------


def test_everybody_who_travels_pays_by_age(money):
    money.app.run(AddPrice(money.visit, PriceClass.ADULT, Money(2_000)))
    money.app.run(AddPrice(money.visit, PriceClass.YOUTH, Money(1_000), values={"age_to": 120}))
    ages = {one.person_id: one.account.owed for one in money.view.accounts}
    assert len(ages) == 3
    assert ages[money.world.barbara] == Money(1_000)  # her age is known
    assert Money(2_000) in ages.values()


def test_an_amount_of_ones_own_and_back_to_the_age(money):
    money.app.run(AddPrice(money.visit, PriceClass.ADULT, Money(2_000)))
    money.app.run(SetShare((money.part("guest"), money.part("double")), amount=Money(500)))
    assert money.account("guest").account.owed == Money(500)
    assert money.view.shares_planned == 2_000 + 500 + 500
    money.app.run(SetShare((money.part("guest"),)))
    assert money.account("guest").account.owed == Money(2_000)


def test_deposit_paid_open_and_late(money):
    values = {"deposit_due": date(2026, 4, 1), "rest_due": date(2026, 5, 9)}
    money.app.run(AddPrice(money.visit, PriceClass.ADULT, Money(2_000), Money(500), values))
    account = money.account("guest").account
    assert (account.deposit_open, account.late(make.TODAY)) == (Money(500), True)
    payment, _ = money.app.run(RecordVisitPayment(money.part("guest"), Money(800))).result
    account = money.account("guest").account
    assert (account.paid, account.open, account.deposit_open) == (Money(800), Money(1_200), Money(0))
    assert not account.late(make.TODAY)
    assert account.late(date(2026, 5, 10))
    money.app.run(DeleteVisitPayment(payment))
    assert money.account("guest").account.paid == Money(0)


def test_whoever_cancels_owes_nothing_and_gets_back_what_was_paid(money):
    money.app.run(AddPrice(money.visit, PriceClass.ADULT, Money(2_000)))
    money.app.run(RecordVisitPayment(money.part("guest"), Money(2_000)))

    def cancel(w):
        w.get(Participation, money.part("guest")).state = ParticipationState.CANCELLED

    make.do(money.app, cancel)
    assert money.account("guest").account.open == Money(-2_000)
    money.app.run(SetShare((money.part("guest"),), amount=Money(300)))
    assert money.account("guest").account.open == Money(-1_700)


def test_a_deleted_price_leaves_amounts_of_ones_own(money):
    price = money.app.run(AddPrice(money.visit, PriceClass.REDUCED, Money(900))).result
    money.app.run(SetShare((money.part("guest"),), price))
    money.app.run(SetShare((money.part("double"),), price, Money(100)))
    money.app.run(DeletePrice(price))
    assert money.account("guest") is None
    assert money.account("double").account.owed == Money(100)


# ---- grants ---------------------------------------------------------------------------------------------


def test_before_everybody_counts_who_is_expected_and_after_only_who_signed(money):
    """REQ-3-02."""
    money.grant("pl-ua-youth", distance_km=100)
    (view,) = money.grants()
    hosts = view.expected - 3
    assert view.after is None
    assert view.before.total.minor == round(17 * 100 * 3 + 4_000 * 5 * (3 + hosts))
    money.app.run(SignForGrant(view.grant.id, (money.part("guest"),)))
    (view,) = money.grants()
    assert (view.signed, view.after.total.minor) == (1, 17 * 100 + 4_000 * 5)


def test_whoever_was_ticked_as_there_counts_until_somebody_signs(money):
    money.grant("pl-ua-youth", distance_km=100)
    for day in (13, 14):
        money.app.run(SetPresence(money.visit, (money.world.guest,), date(2026, 5, day)))
    (view,) = money.grants()
    assert (view.present, view.after.total.minor) == (1, 17 * 100 + 4_000 * 2)


def test_what_a_funder_does_not_accept_lowers_the_grant(money):
    line, grant = money.line(B.TRAVEL, 100_000), money.grant()
    assert money.grants()[0].before.total == Money(80_000)
    money.app.run(SetAccepted(line, grant, accepted=True, minor=25_000))
    assert money.grants()[0].before.total == Money(20_000)
    money.app.run(SetAccepted(line, grant, accepted=False))
    assert money.grants()[0].before.total == Money(0)
    money.app.run(SetAccepted(line, grant, accepted=None))
    assert money.grants()[0].before.total == Money(80_000)


def test_an_uneven_plan_is_red_until_income_covers_it(money):
    money.line(B.TRAVEL, 100_000)
    money.grant(state=GrantState.APPLIED, applied_minor=80_000)
    assert plan(money) is Light.RED
    money.line(B.OWN, 20_000)
    assert plan(money) is Light.GREEN


def plan(money):
    return next(check.light for check in money.grants()[0].checks if check.code == "plan-even")


def test_schemes_that_exclude_each_other_are_seen_unless_one_was_refused(money):
    money.grant("dfjw")
    other = money.grant("buergerfonds")
    assert "not-with" in {check.code for check in money.grants()[0].checks}
    money.app.run(EditGrant(other, {"state": GrantState.REFUSED}))
    assert "not-with" not in {check.code for check in money.grants()[0].checks}


def test_money_that_came_and_what_is_left_after_deleting(money):
    grant = money.grant(state=GrantState.PROMISED, promised_minor=180_000)
    money.app.run(ReceiveGrant(grant, Money(144_000)))
    (view,) = money.grants()
    assert (view.grant.state, view.grant.received) == (GrantState.RECEIVED, Money(144_000))
    assert money.view.real.income == 144_000
    assert money.view.promised.income == 180_000
    money.app.run(DeleteGrant(grant))
    assert money.grants() == ()


def test_a_new_state_notes_its_day(money):
    grant = money.grant(applied_minor=5_000)
    money.app.run(EditGrant(grant, {"state": GrantState.APPLIED}))
    money.app.run(EditGrant(grant, {"state": GrantState.PROMISED}))
    one = money.grants()[0].grant
    assert (one.applied_on, one.promised_on, one.promised) == (make.TODAY, make.TODAY, Money(5_000))


def test_applications_and_reports_come_due(money):
    def due():
        found = money.app.read(due_grants, date(2027, 1, 1), "en")
        return [(one.kind, one.on) for one in found]

    grant = money.grant("dpjw")
    assert due() == [(DeadlineKind.APPLY, date(2026, 2, 13))]
    money.app.run(EditGrant(grant, {"state": GrantState.APPLIED}))
    assert due() == []
    money.app.run(EditGrant(grant, {"state": GrantState.PROMISED}))
    assert due() == [(DeadlineKind.REPORT, date(2026, 7, 17))]
    money.app.run(EditGrant(grant, {"report_due": date(2026, 6, 1)}))
    assert due() == [(DeadlineKind.REPORT, date(2026, 6, 1))]
    money.app.run(EditGrant(grant, {"state": GrantState.REPORTED}))
    assert due() == []


def test_a_grant_needs_a_funder(money):
    with pytest.raises(FieldProblem):
        money.app.run(AddGrant(money.visit, name="  "))


# ---- properties of the sums -----------------------------------------------------------------------------

AMOUNTS = st.lists(
    st.builds(
        Amount,
        st.sampled_from(BudgetSide),
        st.sampled_from(BudgetCategory),
        st.none() | st.integers(0, 10**9),
        st.none() | st.integers(0, 10**9),
        st.sampled_from(["EUR", "PLN"]),
        st.sampled_from(["", "0.2345", "4"]),
        st.booleans(),
    ),
    max_size=20,
)


@given(AMOUNTS, AMOUNTS)
def test_sums_add_up_however_the_lines_stand(first, second):
    both, one, two = (sums(lines, "EUR") for lines in ([*second, *first], first, second))
    for name in ("costs", "income", "in_kind_costs", "in_kind_income", "left_out", "balance"):
        assert getattr(both, name) == getattr(one, name) + getattr(two, name)


@given(st.integers(0, 10**9), st.decimals("0.0001", "1000", places=4))
def test_an_amount_in_another_currency_is_off_by_half_a_cent_at_most(minor, rate):
    value = in_base(minor, "PLN", str(rate), "EUR")
    assert abs(value - minor * rate) <= Decimal("0.5")
