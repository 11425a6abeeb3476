# SPDX-License-Identifier: GPL-3.0-or-later
"""One sum of a bank statement for several debits that came back."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from hospes.domain.payers import Payer, PayerKind
from hospes.domain.statement import Ground, Lot, match
from hospes.domain.statement_back import DebitThere
from hospes.domain.statement_entry import Entry
from hospes.domain.statement_several import fee_shares, only_set
from hospes.transfer.statement import Statement
from hospes.transfer.statement_plan import CheckedStatement

DUE, DAY = date(2026, 4, 20), date(2026, 4, 27)


def debit(at, name, minor, **more):
    payer = Payer(PayerKind.PERSON, UUID(int=at))
    kept = {"mandate": f"MANDATE-{at}", "names": (name,), "surnames": (name.split()[-1],), **more}
    return DebitThere(UUID(int=100 + at), payer, name, minor, DUE, f"20260420-0ABCDEF{at}-{at}", **kept)


DIETER, EVA, TOM = debit(1, "Dieter Kessler", 3500), debit(2, "Eva Roth", 3500), debit(3, "Tom Groß", 5500)
DEBITS = (DIETER, EVA, TOM)


def looked(minor, words="Rückbelastung", debits=DEBITS, **more):
    entry = Entry(2, DAY, -minor, "EUR", "", "", words, "k2", **{"back": True, **more})
    (found,) = match([entry], Ground((), debits=debits))
    return found, CheckedStatement("a.csv", Statement((entry,)), [found], debits=debits)


def told(found):
    return [one.debit for one in found.together]


def test_a_sum_that_names_its_debits_is_surely_theirs_and_the_fee_is_shared_to_the_cent():
    words = f"RETOUREN {DIETER.reference} {TOM.mandate}"
    found, checked = looked(9701, words)
    assert (found.lot, found.sure, told(found)) == (Lot.BACK, True, [DIETER, TOM])
    assert [(one.item_id, one.fee_minor) for one in checked.returned()] == [(DIETER.id, 351), (TOM.id, 350)]
    assert {one.key for one in checked.returned()} == {"k2"}
    assert [one.minor for one in checked.charges()] == [-701]
    # What is named cannot be theirs where the sum is another: nothing is sure then.
    assert not looked(20000, words)[0].sure


def test_named_payers_are_sure_only_without_a_rest_nobody_explains():
    words = "Kessler Dieter; Roth Eva"
    found, checked = looked(7000, words)
    assert (found.sure, told(found)) == (True, [DIETER, EVA])
    unsure, checked = looked(7600, words)
    assert (unsure.sure, told(unsure), checked.returned()) == (False, [DIETER, EVA], ())
    checked.take_likeliest()
    assert [one.fee_minor for one in checked.returned()] == [300, 300]


def test_a_nameless_sum_is_proposed_where_it_can_be_made_up_in_one_way_only():
    # 55 + 35 is Tom with Dieter or with Eva; all three together is one way.
    found, checked = looked(9000)
    assert (found.lot, told(found), found.may_be_several, found.debits) == (Lot.BACK, [], True, ())
    checked.take_likeliest()
    assert checked.returned() == ()
    whole, _ = looked(12500)
    assert (whole.sure, set(told(whole))) == (False, {DIETER, EVA, TOM})
    assert looked(99900)[0].lot is Lot.OUT, "more than all of them"
    assert looked(6900)[0].lot is Lot.OUT, "too little for two, and not the sum of one"
    assert looked(12500, back=False)[0].lot is Lot.OUT


def test_chosen_debits_count_only_where_they_make_up_the_sum_each_with_its_reason():
    found, checked = looked(9000)
    checked.say_debits(2, (DIETER.id, EVA.id))
    assert [one.fee_minor for one in checked.returned()] == [1000, 1000]
    checked.say_debits(2, (DIETER.id, EVA.id, TOM.id))
    assert (checked.fits(found), checked.returned(), checked.charges()) == (None, (), [])
    checked.say_debits(2, (DIETER.id, TOM.id))
    checked.reasons_each[2, TOM.id] = type(checked.reason(found)).AC04
    assert [one.reason.value for one in checked.returned()] == ["MS03", "AC04"]


def test_several_recorded_by_hand_on_one_day_are_known_by_their_sum():
    by_hand = tuple(replace(one, returned_on=date(2026, 4, 25)) for one in (DIETER, EVA))
    found, checked = looked(7600, debits=(*by_hand, TOM))
    assert (found.lot, checked.fee(found)) == (Lot.KNOWN, 600)


@pytest.mark.parametrize(("fee", "shares"), [(0, (0, 0, 0)), (700, (234, 233, 233)), (2, (1, 1, 0))])
def test_shares_of_a_fee(fee, shares):
    assert fee_shares(fee, 3) == shares


def test_only_set_takes_the_newest_day_and_bears_many_debits():
    many = [debit(at, f"Somebody {at}", 3500) for at in range(10, 400)]
    assert only_set(7000, many) == []
    odd = [*many, debit(401, "Odd One", 1234), debit(402, "Odd Two", 4321)]
    assert {one.name for one in only_set(5555, odd)} == {"Odd One", "Odd Two"}
