# SPDX-License-Identifier: GPL-3.0-or-later
"""Which bed each guest of a home gets: couples, groups, strangers, beds that change hands, beds by hand."""

from datetime import date

import pytest

from hospes.domain.codes import Gender
from hospes.domain.codes_visit import BedKind, BedWish, GroupRule
from hospes.domain.matching.values import Guest, HostBed
from hospes.domain.sleeping import Sleeper, lie_down

NIGHTS = tuple(date(2026, 5, day) for day in (13, 14, 15, 16))


def sleeper(key, nights=NIGHTS, *, rule=None, by_hand="", **more):
    guest = Guest(key, key, (key,), frozenset(NIGHTS), age=40, **{"gender": Gender.FEMALE, **more})
    return Sleeper(guest, frozenset(nights), rule, by_hand)


def bed(key, room, kind=BedKind.SINGLE, places=1):
    return HostBed(key, room, kind, places)


def lying(beds, *sleepers):
    return {key: one.bed for key, one in lie_down(beds, sleepers).items()}


def test_a_couple_gets_the_double_bed_whoever_comes_first():
    beds = (bed("double", "a", BedKind.DOUBLE, 2), bed("single", "b"))
    pair = [sleeper(key, group="g", bed=BedWish.DOUBLE_SHARED) for key in ("m", "n")]
    found = lie_down(beds, [sleeper("a"), *pair])
    assert {key: one.bed for key, one in found.items()} == {"a": "single", "m": "double", "n": "double"}
    assert {found["m"].place, found["n"].place} == {0, 1}


def test_strangers_of_different_sex_get_different_rooms():
    beds = (bed("a1", "a"), bed("a2", "a"), bed("b1", "b"), bed("b2", "b"))
    people = [sleeper(key, gender=gender) for key, gender in zip("wxyz", "fmfm", strict=True)]
    people = [sleeper(one.key, gender=Gender(one.guest.gender)) for one in people]
    found = lying(beds, *people)
    assert found["w"][0] == found["y"][0] != found["x"][0] == found["z"][0]


def test_a_group_of_one_room_gets_one_room():
    beds = (bed("a1", "a"), bed("b1", "b"), bed("b2", "b"))
    group = [sleeper(key, group="g", rule=GroupRule.SAME_ROOM) for key in ("m", "n")]
    assert lying(beds, sleeper("a"), *group) == {"a": "a1", "m": "b1", "n": "b2"}


def test_a_bed_can_change_hands():
    beds = (bed("a1", "a"),)
    assert lying(beds, sleeper("a", NIGHTS[:2]), sleeper("b", NIGHTS[2:])) == {"a": "a1", "b": "a1"}


def test_who_finds_no_bed_is_left_out():
    assert lying((bed("a1", "a"),), sleeper("a"), sleeper("b")) == {"a": "a1"}


def test_nobody_is_put_beside_a_stranger():
    double = (bed("double", "a", BedKind.DOUBLE, 2),)
    assert lying(double, sleeper("a"), sleeper("b")) == {"a": "double"}
    bunk = (bed("bunk", "a", BedKind.BUNK, 2),)
    assert lying(bunk, sleeper("a"), sleeper("b")) == {"a": "bunk", "b": "bunk"}


@pytest.mark.parametrize("nights", [NIGHTS, NIGHTS[2:]])
def test_a_bed_chosen_by_hand_is_taken_first(nights):
    beds = (bed("a1", "a"), bed("b1", "b"))
    assert lying(beds, sleeper("a"), sleeper("b", nights, by_hand="a1")) == {"a": "b1", "b": "a1"}
    assert lying(beds, sleeper("a", by_hand="gone")) == {"a": "a1"}


def test_a_sofa_comes_last():
    beds = (bed("sofa", "a", BedKind.SOFA), bed("b1", "b"))
    assert lying(beds, sleeper("a", by_hand="gone")) == {"a": "b1"}
