# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the journal: where money lies, gaps in numbers, sums by category, what a year still needs."""

from datetime import date
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.cash import (
    Account,
    Booking,
    Flow,
    Part,
    by_category,
    check_account,
    home_of,
    lowest,
    running,
    series,
)
from hospes.domain.cash_starter import OF_PURPOSE, STARTER_CATEGORIES
from hospes.domain.codes_cash import CashKind, CashProof, CashSource, CashTrouble

BASE = UUID(int=7)
DUES, GUESTS = UUID(int=1), UUID(int=2)


def account(number, kind=CashKind.CASH, currency="EUR"):
    return Account(UUID(int=number), f"No {number}", kind, currency, date(2026, 1, 1), 0)


BOX, BANK, ZLOTY = account(11), account(12, CashKind.BANK), account(13, CashKind.BANK, "PLN")


def line(minor, day=1, *, parts=None, at=BOX, source=CashSource.ENTRY, **more):
    key = uuid5(BASE, f"{minor} {day} {more}")
    kept = (Part(DUES, minor),) if parts is None else parts
    return Booking(key, key, source, at.id, date(2026, 3, day), minor, kept, **{"number": 1, **more})


def test_payments_lie_where_their_way_and_currency_say():
    accounts = (BOX, BANK, ZLOTY)
    assert home_of(accounts, "cash", "EUR") is BOX
    assert home_of(accounts, "debit", "EUR") is BANK
    assert home_of(accounts, "transfer", "PLN") is ZLOTY
    assert home_of(accounts, "cash", "PLN") is BOX  # wants an exchange rate
    assert home_of(accounts, "cash", "EUR", ZLOTY.id) is ZLOTY
    assert home_of((BANK,), "cash", "EUR") is BANK
    assert home_of((), "cash", "EUR") is None


def test_series_find_gaps_doubles_and_what_has_no_number():
    found = series([1, 2, 5, 2, None])
    assert (found.gaps, found.twice, found.missing, found.last) == ((3, 4), (2,), 1, 5)
    assert series([]).gaps == ()


def test_lowest_looks_at_the_ends_of_days():
    # On 3 March more went out than was there before the sale of the same day: no harm.
    lines = [line(-800, 3), line(900, 3), line(-400, 5)]
    assert lowest(100, lines) == (-200, date(2026, 3, 5))
    assert running(100, lines) == [-700, 200, -200]


@pytest.mark.parametrize(
    ("booking", "troubles"),
    [
        (line(500), ()),
        (line(-500, proof=CashProof.PAPER), ()),
        (line(-500), (CashTrouble.NO_VOUCHER,)),
        (line(-500, documents=1), ()),
        (line(-500, source=CashSource.PAYMENT), ()),
        (line(-500, brought=True), ()),
        (line(500, number=None), (CashTrouble.NO_NUMBER,)),
        (line(500, parts=(Part(None, 500),)), (CashTrouble.UNSORTED,)),
        (line(500, parts=(Part(DUES, 300), Part(GUESTS, 100))), (CashTrouble.UNEVEN,)),
        (line(None, parts=(Part(DUES, 0),)), (CashTrouble.NO_RATE,)),
        (line(-500, parts=(), other_account=BANK.id), ()),
    ],
)
def test_an_entry_says_what_it_still_needs(booking, troubles):
    assert booking.troubles == troubles


def test_an_account_says_what_its_year_needs():
    lines = [line(-700, 2, proof=CashProof.NONE), line(300, 4, parts=(Part(None, 300),), number=3)]
    found = check_account(BOX, 500, lines, [1, 3], told=150)
    assert (found.below, found.below_on, found.unsorted, found.difference) == (200, date(2026, 3, 2), 1, 50)
    assert found.series.gaps == (2,)
    assert found.soft
    assert not found.hard
    assert check_account(BANK, 500, lines, [1, 2], told=100).below == 0  # a bank account may be overdrawn
    assert check_account(BOX, 900, lines, [2, 2], told=None).hard


amounts = st.integers(-100_000, 100_000).filter(bool)
categories = st.sampled_from([DUES, GUESTS, None])


@given(st.lists(st.tuples(amounts, st.lists(st.tuples(categories, amounts), max_size=3), st.booleans())))
def test_the_categories_together_are_what_the_accounts_changed_by(drawn):
    lines = [
        line(minor, parts=tuple(Part(*one) for one in parts), other_account=BANK.id if moved else None)
        for minor, parts, moved in drawn
    ]
    found = by_category(lines, {BOX.id: "EUR"}, "EUR")
    assert sum(flow.left for flow in found.values()) == sum(minor for minor, _, moved in drawn if not moved)
    assert all(flow.money_in >= 0 and flow.money_out >= 0 for flow in found.values())


def test_other_currencies_stay_out_of_the_sums():
    lines = [line(500), line(900, at=ZLOTY)]
    assert by_category(lines, {BOX.id: "EUR", ZLOTY.id: "PLN"}, "EUR") == {DUES: Flow(500, 0)}


def test_the_first_categories_are_named_in_each_language_and_serve_every_purpose():
    codes = [one.code for one in STARTER_CATEGORIES]
    assert len(codes) == len(set(codes))
    assert set(OF_PURPOSE.values()) <= set(codes)
    for one in STARTER_CATEGORIES:
        assert set(one.names) == {"en", "de", "fr", "pl"}, one.code
