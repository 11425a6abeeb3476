# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose signature stands over a name, and how long events last."""

from datetime import date, datetime, time
from uuid import UUID

import pytest

from hospes.domain.errors import FieldProblem
from hospes.domain.event_days import days_words, end_moment, last_of, moved_last, read_last
from hospes.domain.person_name import PersonName
from hospes.domain.signing import Signer, signature_for
from hospes.i18n.locale import Locale

HANNELORE = Signer(UUID(int=1), PersonName(given="Hannelore", surname="Fischer"), b"h")
FRANK = Signer(UUID(int=2), PersonName(given="Frank Peter", surname="Fischer", nickname="Franky"), b"f")
ZOE = Signer(UUID(int=3), PersonName(given="Zoë", surname="Nagy-Lefèvre", title_prefix="Dr."), b"z")
EVERY = (HANNELORE, FRANK, ZOE)


@pytest.mark.parametrize(
    ("signed_by", "whose"),
    [
        ("Hannelore Fischer, Vorsitzende", HANNELORE),
        ("FISCHER Hannelore", HANNELORE),
        ("Frank Fischer", FRANK),
        ("Franky Fischer", FRANK),
        ("Dr. Zoe Nagy-Lefevre, présidente", ZOE),
        ("Fischer", None),  # two are called that
        ("Hannelore Fischermann", None),
        ("Hannelore und Frank Fischer", None),
        ("Hannelore Busch", None),
        ("Der Vorstand", None),
        ("", None),
    ],
)
def test_a_picture_stands_over_the_name_of_its_owner_only(signed_by, whose):
    assert signature_for(EVERY, signed_by) is whose


def test_a_paper_of_the_association_takes_the_only_picture():
    assert signature_for((ZOE,), " ") is ZOE
    assert signature_for((ZOE,), "Fischer") is None
    assert signature_for((), "") is None


JUNE = date(2026, 6, 19)


def test_an_event_ends_on_its_last_day_and_stays_as_long_when_it_moves():
    assert read_last(JUNE, JUNE) is None
    assert read_last(JUNE, date(2026, 6, 21)) == date(2026, 6, 21)
    for wrong in (date(2026, 6, 18), date(2036, 6, 20)):
        with pytest.raises(FieldProblem):
            read_last(JUNE, wrong)
    assert moved_last(JUNE, date(2026, 7, 1), date(2026, 6, 21)) == date(2026, 7, 3)
    assert moved_last(JUNE, date(2026, 7, 1), None) is None
    assert last_of(JUNE, date(2026, 6, 1)) == JUNE, (
        "what two laptops made of it ends no sooner than it begins"
    )


def test_an_end_past_midnight_is_the_next_day_and_midnight_ends_the_last_one():
    assert end_moment(JUNE, None, time(20), time(1)) == datetime(2026, 6, 20, 1)
    assert end_moment(JUNE, None, time(20), time(22)) == datetime(2026, 6, 19, 22)
    assert end_moment(JUNE, date(2026, 6, 21), time(20), time(14)) == datetime(2026, 6, 21, 14)
    assert end_moment(JUNE, date(2026, 6, 21), time(20), time()) == datetime(2026, 6, 22)


def test_days_are_told_as_one_or_as_from_and_to():
    en = Locale.of("en")
    assert days_words(en, JUNE, None) == "Friday, 19 June 2026"
    assert days_words(en, JUNE, date(2026, 6, 21)) == "19–21 June 2026"
