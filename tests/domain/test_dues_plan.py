# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting a year, spreading payments, when the next reminder is due, the text of the QR code."""

from datetime import date
from uuid import UUID

import pytest

from hospes.domain.codes import MemberUnit
from hospes.domain.dues import year_name, year_span
from hospes.domain.dues_plan import Asked, Candidate, ClassPrice, NewcomersPay, PlanNote, plan_year
from hospes.domain.epc import BYTES, Transfer, transfer_text
from hospes.domain.errors import UserError
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.reminding import Next, Reminded, next_reminder
from hospes.domain.settling import Debt, spread, take_back
from hospes.domain.values import DateSpan, Money, RoughDate

YEAR = DateSpan(date(2026, 1, 1), date(2026, 12, 31))


def key(number):
    return UUID(int=number)


def person(number):
    return Payer(PayerKind.PERSON, key(number))


def home(number):
    return Payer(PayerKind.HOUSEHOLD, key(number))


SINGLE, COUPLE, YOUTH, HONOUR, BARE = (key(number) for number in range(901, 906))
CLASSES = {
    one.id: one
    for one in (
        ClassPrice(SINGLE, price=Money(3500)),
        ClassPrice(COUPLE, MemberUnit.HOUSEHOLD, price=Money(5500)),
        ClassPrice(YOUTH, age_to=25, price=Money(1500)),
        ClassPrice(HONOUR, honorary=True),
        ClassPrice(BARE),
    )
}


def member(number, class_id=SINGLE, payer=None, **more):
    return Candidate(key(1000 + number), person(number), payer or person(number), class_id, **more)


def plan(*candidates, asked=(), **how):
    return plan_year(2026, YEAR, candidates, CLASSES, asked, **how)


def charges(found):
    return {(one.payer, one.class_id): one.amount.minor for one in found.charges}


def test_a_couple_owes_once_and_whoever_is_named_pays_for_several():
    found = plan(
        member(1, COUPLE, home=key(50)),
        member(2, COUPLE, home(50)),
        member(3),
        member(4, payer=person(3)),
        member(5, HONOUR),
        member(6, BARE),
        member(7, None),
    )
    assert charges(found) == {(home(50), COUPLE): 5500, (person(3), SINGLE): 7000}
    assert found.total == 12_500
    (several,) = (one for one in found.charges if one.people == 2)
    assert PlanNote.SEVERAL in several.notes
    assert (found.free, found.without_price, found.without_class) == (1, (BARE,), (key(1007),))


def test_whoever_is_past_the_age_gets_the_class_that_fits():
    young, grown = RoughDate(2001, 6, 1), RoughDate(1999, 6, 1)
    found = plan(member(1, YOUTH, birth=young), member(2, YOUTH, birth=grown))
    assert charges(found) == {(person(1), YOUTH): 1500, (person(2), SINGLE): 3500}
    (move,) = found.moves
    assert (move.old, move.new, move.age) == (YOUTH, SINGLE, 26)
    assert charges(plan(member(2, YOUTH, birth=grown), follow_age=False)) == {(person(2), YOUTH): 1500}


@pytest.mark.parametrize(
    ("pay", "minor"),
    [(NewcomersPay.FULL, 3500), (NewcomersPay.MONTHS, 1750), (NewcomersPay.NOTHING, None)],
)
def test_who_joins_in_july(pay, minor):
    found = plan(member(1, joined=RoughDate(2026, 7, 14)), newcomers=pay)
    assert charges(found) == ({} if minor is None else {(person(1), SINGLE): minor})


def test_nobody_is_asked_twice_and_one_more_raises_what_is_there():
    asked = [Asked(key(1), person(3), SINGLE, 1), Asked(key(2), home(50), COUPLE, 1)]
    found = plan(
        member(3),
        member(4, payer=person(3), joined=RoughDate(2026, 3, 1)),
        member(1, COUPLE, home(50)),
        asked=asked,
    )
    (more,) = found.charges
    assert (more.dues_id, more.amount.minor, more.people) == (key(1), 3500, 1)
    assert PlanNote.MORE in more.notes
    assert found.already == 2


def test_another_class_in_the_same_year_is_told():
    found = plan(member(3), asked=[Asked(key(1), person(3), YOUTH, 1)])
    assert PlanNote.OTHER_CLASS in found.charges[0].notes


def test_a_year_may_begin_anywhere():
    assert year_span(2026, "04-01") == DateSpan(date(2026, 4, 1), date(2027, 3, 31))
    assert (year_name(2026), year_name(2026, "04-01"), year_name(1999, "04-01")) == (
        "2026",
        "2026/27",
        "1999/00",
    )


def test_the_oldest_debt_is_paid_first_and_what_is_left_is_credit():
    debts = [Debt(key(2), 2026, 3500), Debt(key(1), 2025, 3000)]
    assert spread(4000, debts).shares == ((key(1), 3000), (key(2), 1000))
    assert spread(7000, debts).left == 500


def test_money_back_takes_the_credit_first_then_the_newest_dues():
    paid = [(key(1), 3000), (key(2), 3500)]
    assert take_back(400, 500, paid).shares == ()
    assert take_back(4500, 500, paid).shares == ((key(2), 3500), (key(1), 500))
    assert take_back(9000, 500, paid).left == 2000


def test_reminders_go_on_stage_by_stage_and_never_too_soon():
    today = date(2026, 4, 27)
    assert next_reminder([], today) == Next(1)
    assert next_reminder([Reminded(1, date(2026, 3, 2))], today) == Next(2)
    assert next_reminder([Reminded(3, date(2026, 3, 2))], today) == Next(3)
    assert next_reminder([Reminded(1, date(2026, 4, 20))], today).too_soon
    assert not next_reminder([Reminded(1, date(2026, 4, 20))], today, wait_days=7).too_soon
    assert next_reminder([Reminded(2, today)], today) == Next(2, again=True)


def test_the_text_of_the_code_follows_the_rules():
    text = transfer_text(
        Transfer(
            "Städtepartnerschaftsverein Łódź", "DE02 1203 0000 0000 2020 51", Money(3505), "Beitrag Müller"
        )
    )
    assert text.split("\n") == [
        "BCD", "002", "1", "SCT", "", "Städtepartnerschaftsverein Łódź", "DE02120300000000202051",
        "EUR35.05", "", "", "Beitrag Müller",
    ]  # fmt: skip


def test_what_is_too_long_is_shortened_never_within_a_letter():
    long = transfer_text(Transfer("Ł" * 100, "DE02120300000000202051", Money(1), "ż" * 200))
    assert len(long.encode()) <= BYTES
    lines = long.split("\n")
    assert lines[5] == "Ł" * 70
    assert set(lines[-1]) == {"ż"}


@pytest.mark.parametrize("wrong", [Money(3500, "PLN"), Money(0), Money(10**12)])
def test_what_no_code_can_hold_is_refused(wrong):
    with pytest.raises(UserError):
        transfer_text(Transfer("Verein", "DE02120300000000202051", wrong))
