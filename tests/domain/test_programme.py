# SPDX-License-Identifier: GPL-3.0-or-later
"""Order and overlaps of a programme, times as they are typed, meals counted."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.domain.codes_visit import Audience, DelegationRole, ParticipationKind
from hospes.domain.errors import FieldProblem
from hospes.domain.programme import Slot, ordered, overlap, overlaps
from hospes.domain.programme_meals import Attendee, count_meal, takes_part
from hospes.domain.programme_times import Times, day_part, read_times, times_words
from hospes.i18n.locale import Locale

THURSDAY, FRIDAY = date(2026, 5, 14), date(2026, 5, 15)
EN, DE = Locale.of("en"), Locale.of("de")


def slot(name, starts=None, ends=None, on=THURSDAY, **more):
    clock = {"starts": starts and time.fromisoformat(starts), "ends": ends and time.fromisoformat(ends)}
    return Slot(name, on, **clock, **more)


def names(slots):
    return [one.id for one in slots]


def test_items_stand_by_day_and_time():
    given_ = [slot("b", "14:00"), slot("c", on=FRIDAY, starts="08:00"), slot("a", "09:00")]
    assert names(ordered(given_)) == ["a", "b", "c"]


def test_what_has_no_time_stays_behind_what_it_stood_behind():
    evening = slot("evening", position=2)
    given_ = [slot("late", "18:00", position=0), slot("early", "09:00", position=1), evening]
    assert names(ordered(given_)) == ["early", "evening", "late"]
    assert names(ordered([slot("first", position=0), slot("b", "09:00", position=1)])) == ["first", "b"]


@given(st.permutations([slot(n, f"{8 + n:02}:00", position=n) for n in range(6)]))
def test_the_order_does_not_depend_on_how_rows_come(slots):
    assert names(ordered(slots)) == [0, 1, 2, 3, 4, 5]


def test_museum_and_choir_overlap_and_the_choir_moves_behind_it():
    museum, choir = slot("museum", "14:00", "15:30"), slot("choir", "14:30", "15:30")
    [found] = overlaps([choir, museum])
    assert (found.first.id, found.second.id) == ("museum", "choir")
    assert found.move_to == time(15, 30)


def test_the_cure_leads_past_what_comes_next():
    museum, choir = slot("museum", "14:00", "15:30"), slot("choir", "14:30", "15:30")
    found = overlaps([museum, choir, slot("coffee", "15:30", "16:00")])
    assert found[0].move_to == time(16, 0)
    moved = replace(choir, starts=found[0].move_to, ends=time(17))
    assert not overlaps([museum, moved, slot("coffee", "15:30", "16:00")])


def test_no_cure_where_the_day_is_over():
    assert overlaps([slot("a", "21:00", "23:30"), slot("b", "22:00", "23:00")])[0].move_to is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (slot("a", "14:00", "15:00"), slot("b", "15:00", "16:00")),
        (slot("a", "14:00"), slot("b", "14:30")),
        (slot("a", "14:00", "15:00"), slot("b", "14:30", on=FRIDAY)),
        (slot("a", "14:00", "15:00"), slot("b")),
        (
            slot("a", "14:00", "15:00", audience=Audience.GUESTS),
            slot("b", "14:00", "15:00", audience=Audience.HOSTS),
        ),
        (slot("a", "14:00", "15:00", people=frozenset("x")), slot("b", "14:00", people=frozenset("y"))),
    ],
)
def test_no_overlap(one, other):
    assert not overlap(one, other)
    assert not overlap(other, one)


def test_two_things_at_one_time_overlap_though_their_ends_are_not_known():
    assert overlap(slot("a", "14:00"), slot("b", "14:00"))


def test_an_evening_that_ends_after_midnight_lasts_until_then():
    assert overlap(slot("party", "21:00", "01:00"), slot("fireworks", "23:30"))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("10.30", Times(time(10, 30))),
        ("10:30", Times(time(10, 30))),
        ("9", Times(time(9))),
        ("0930", Times(time(9, 30))),
        ("9h30", Times(time(9, 30))),
        ("10.30 - 11.45", Times(time(10, 30), time(11, 45))),
        ("10:30–11:45", Times(time(10, 30), time(11, 45))),
        ("2 pm", Times(time(14))),
        ("12 am", Times(time(0))),
        ("evening", Times(words="evening")),
        ("In the evening", Times(words="evening")),
        ("after the mass", Times(words="after the mass")),
        ("", Times()),
    ],
)
def test_times_as_people_type_them(typed, wanted):
    assert read_times(typed, EN) == wanted


@pytest.mark.parametrize("typed", ["25:00", "10.75", "10:00-24:30"])
def test_what_looks_like_a_time_and_is_none_is_told(typed):
    with pytest.raises(FieldProblem) as refused:
        read_times(typed, EN)
    assert refused.value.field == "time"


def test_a_time_read_back_reads_the_same():
    for times in (Times(time(9, 5)), Times(time(9, 5), time(10)), Times(words="noon"), Times(words="spät")):
        assert read_times(times_words(times, DE), DE) == times
    assert day_part("abends gegen acht", DE) == "abends gegen acht"


def guest(key, **more):
    return Attendee(key, ParticipationKind.GUEST, "fr", DelegationRole.VISITING, person=key, **more)


HOST = Attendee("home", ParticipationKind.HOST, "de", DelegationRole.HOSTING)


def test_numbers_by_diet_without_anybody_s_words():
    count = count_meal([guest(1, diets=("vegetarian",)), guest(2, diets=("no onions at all",)), HOST])
    assert (count.guests, count.hosts, count.all) == (2, 1, 3)
    assert count.by_diet == {"vegetarian": 1, "other": 1}


@pytest.mark.parametrize(
    ("audience", "delegations", "people", "wanted"),
    [
        (Audience.ALL, (), (), {1, 2, "home"}),
        (Audience.GUESTS, (), (), {1, 2}),
        (Audience.HOSTS, (), (), {"home"}),
        (Audience.OFFICIALS, (), (), set()),
        (Audience.CHOSEN, ("de",), (), {"home"}),
        (Audience.CHOSEN, (), (2,), {2}),
        (Audience.CHOSEN, (), (), set()),
    ],
)
def test_who_takes_part(audience, delegations, people, wanted):
    everybody = [guest(1), guest(2), HOST]
    there = {one.id for one in everybody if takes_part(one, THURSDAY, audience, delegations, people)}
    assert there == wanted


def test_nobody_eats_before_arriving_or_after_leaving():
    late = guest(1, arrives=FRIDAY)
    assert not takes_part(late, THURSDAY, Audience.ALL)
    assert takes_part(late, FRIDAY, Audience.ALL)
