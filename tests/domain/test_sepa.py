# SPDX-License-Identifier: GPL-3.0-or-later
"""Identifiers, letters and lapses of direct debits.

Of the test catalogue: T6.8.
"""

from datetime import date
from uuid import UUID

import pytest

from hospes.domain.errors import FieldProblem
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.sepa import (
    LeftOut,
    MandateFacts,
    MandateKind,
    Owed,
    Sequence,
    check_due,
    earliest_debit,
    lapses_on,
    plain_text,
    plan_collection,
    read_creditor_id,
    read_reference,
    trouble,
)

ANNA = Payer(PayerKind.PERSON, UUID(int=1))
DUE = date(2027, 2, 10)


def mandate(**other):
    told = {
        "id": UUID(int=9), "payer": ANNA, "reference": "M-1", "iban": "DE46999999991000000037", "bic": "",
        "account_name": "", "signed_on": date(2026, 1, 7), "last_used_on": None,
    }  # fmt: skip
    return MandateFacts(**{**told, **other})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jürgen Müller & Łucja Żółć", "Juergen Mueller + Lucja Zolc"),
        ("Beiträge „2026“; à ß", "Beitraege '2026', a ss"),
        ("a\n\tb  c", "a b c"),
        ("Київ", "Kiyiv"),
        ("<&>", "+"),
        ("///", "-"),
        ("u\u0308ber", "ueber"),
    ],
)
def test_only_letters_that_every_bank_takes(text, shown):
    assert plain_text(text, 140) == shown


def test_no_text_is_longer_than_its_field():
    assert len(plain_text("ß" * 141, 140)) == 140


def test_identifiers_by_their_check_figures():
    assert read_creditor_id(" de98 zzz0 9999 9999 99 ") == "DE98ZZZ09999999999"
    for wrong in ("DE97ZZZ09999999999", "", "Kessler"):
        with pytest.raises(FieldProblem):
            read_creditor_id(wrong)
    assert read_reference("PV-2026 / 7") == "PV-2026/7"
    for wrong in ("", "Müller", "a//b", "/a", "x" * 36, "a_b"):
        with pytest.raises(FieldProblem):
            read_reference(wrong)


def test_a_mandate_lapses_after_three_years_without_use():
    assert lapses_on(date(2024, 1, 15), date(2024, 2, 10)) == date(2027, 2, 11)
    assert lapses_on(date(2024, 2, 29), None) == date(2027, 3, 1)
    assert trouble(mandate(last_used_on=date(2024, 2, 10)), date(2027, 2, 10)) is None
    assert trouble(mandate(signed_on=date(2020, 1, 1), last_used_on=date(2024, 2, 9)), DUE) is LeftOut.EXPIRED


def test_the_day_must_leave_time_and_be_a_day_of_banks():
    assert earliest_debit(date(2026, 12, 11)) == date(2026, 12, 28)  # Christmas, then a weekend
    with pytest.raises(FieldProblem, match="too near"):
        check_due(date(2026, 5, 8), date(2026, 4, 27), 14)
    check_due(date(2026, 5, 8), date(2026, 4, 27), 5)
    with pytest.raises(FieldProblem, match="do not work"):
        check_due(date(2026, 5, 23), date(2026, 4, 27), 14)


def test_who_is_left_out_and_why():
    cases = {
        LeftOut.UNSIGNED: mandate(signed_on=None),
        LeftOut.BAD_IBAN: mandate(iban="DE46999999991000000038"),
        LeftOut.BAD_REFERENCE: mandate(reference="für alle"),
        LeftOut.USED_UP: mandate(kind=MandateKind.ONCE, last_used_on=date(2026, 2, 2)),
        LeftOut.NOT_SEPA: mandate(iban="TR330006100519786457841326"),
    }
    owed = Owed(ANNA, "Anna", 3500)
    for why, held in cases.items():
        plan = plan_collection([owed], {ANNA: [held]}, DUE)
        assert [reason for _, reason in plan.left_out] == [why]
    assert plan_collection([owed], {}, DUE).left_out == ((owed, LeftOut.NO_MANDATE),)
    assert plan_collection([owed], {ANNA: [mandate()]}, DUE, {ANNA}).left_out[0][1] is LeftOut.UNDER_WAY
    pounds = Owed(ANNA, "Anna", 3500, "GBP")
    assert plan_collection([pounds], {ANNA: [mandate()]}, DUE).left_out[0][1] is LeftOut.NOT_EUROS


def test_the_newest_usable_mandate_counts_and_says_which_debit_it_is():
    old = mandate(id=UUID(int=7), signed_on=date(2025, 1, 1), last_used_on=date(2026, 2, 2))
    bad = mandate(id=UUID(int=8), signed_on=date(2026, 3, 1), iban="DE00")
    plan = plan_collection([Owed(ANNA, "Anna", 3500), Owed(ANNA, "Anna", 0)], {ANNA: [bad, old]}, DUE)
    assert [(one.mandate.id, one.sequence) for one in plan.debits] == [(old.id, Sequence.RECURRENT)]
    assert mandate().sequence() is Sequence.FIRST
    assert mandate(kind=MandateKind.ONCE).sequence() is Sequence.ONCE
