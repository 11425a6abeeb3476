# SPDX-License-Identifier: GPL-3.0-or-later
"""Random visits: the second judge finds no fault, trying everything finds nothing better."""

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hospes.domain.codes_visit import OfferState
from hospes.domain.matching.fit import best_hosts, conflicts, conflicts_after
from hospes.domain.matching.late import late
from hospes.domain.matching.outcome import wish_sum
from hospes.domain.matching.solve import solve
from hospes.domain.matching.values import Case, Plan, Wish
from hospes.domain.matching.view import View, with_placed

sys.path.insert(0, str(Path(__file__).parent))

from checker import all_plans, faults
from visits import placed, shuffled, visit

SIZES = ((6, 5), (12, 9), (20, 14), (34, 21))


def random_visit(seed: int) -> Case:
    """Small and middle sizes, short and long, with and without split stays."""
    guests, hosts = SIZES[seed % len(SIZES)]
    split = (0.0, 0.1, 0.5)[seed % 3]
    return visit(seed, guests, hosts, nights=seed % 5 + 1, split=split, checked=seed % 2 == 0)


def nights_of(plan: Plan) -> dict[str, dict[object, str]]:
    return {stay.guest: dict(stay.nights) for stay in plan.stays}


def check(seed: int) -> None:
    case = random_visit(seed)
    plan = solve(case, seconds=60, hints=False)
    assert plan.optimal, seed
    assert faults(case, nights_of(plan)) == [], seed
    assert plan.score == plan.bound
    assert {stay.guest for stay in plan.stays} | {one.guest for one in plan.leftover} == {
        guest.key for guest in case.guests
    }
    stands = with_placed(case, placed(case, nights_of(plan)))
    assert conflicts(stands) == (), seed


@pytest.mark.parametrize("seeds", [range(at, at + 10) for at in range(0, 70, 10)], ids=lambda one: one.start)
def test_no_must_is_broken(seeds: range) -> None:
    for seed in seeds:
        check(seed)


@pytest.mark.long
@pytest.mark.parametrize(
    "seeds", [range(at, at + 25) for at in range(1000, 2000, 25)], ids=lambda one: one.start
)
def test_no_must_is_broken_in_a_thousand_visits(seeds: range) -> None:
    for seed in seeds:
        check(seed)


@pytest.mark.parametrize("seed", range(6))
def test_what_is_broken_after_each_move_is_found_by_looking_at_the_touched_homes(seed: int) -> None:
    chance = random.Random(seed)
    case = visit(seed, 14, 9, nights=3, split=0.3)
    at = {guest.key: chance.choice(case.hosts).key for guest in case.guests}
    nights = {guest.key: dict.fromkeys(guest.nights, at[guest.key]) for guest in case.guests}
    before = with_placed(case, placed(case, nights))
    known = conflicts(before)
    for _ in range(25):
        guest = chance.choice(case.guests)
        home = chance.choice(case.hosts).key
        some = [night for night in guest.nights if chance.random() < 0.8]
        nights[guest.key] = dict.fromkeys(some, home) | (nights[guest.key] if chance.random() < 0.3 else {})
        after = with_placed(case, placed(case, nights))
        fresh = conflicts(after)
        known = conflicts_after(after, before, known)
        assert known == fresh
        before = after
    assert known


def tried(seed: int) -> None:
    """The solver's plan is as good as the best of all plans that the second judge allows."""
    case = visit(seed, 2 + seed % 4, 2 + seed % 3, nights=1 + seed % 3, split=0.0, checked=seed % 2 == 0)
    view = View(case)
    best = max(
        (
            (
                sum(len(party) for party in plan),
                wish_sum(
                    view,
                    {
                        key: dict.fromkeys(view.guests[key].nights, home)
                        for party, home in plan.items()
                        for key in party
                    },
                ),
            )
            for plan in all_plans(case)
        ),
        default=(0, 0),
    )
    plan = solve(case, hints=False)
    assert (len(plan.stays), plan.score) == best, seed
    assert plan.optimal
    assert plan.bound == plan.score


@pytest.mark.parametrize("seeds", [range(at, at + 50) for at in range(0, 200, 50)], ids=lambda one: one.start)
def test_as_good_as_trying_everything(seeds: range) -> None:
    for seed in seeds:
        tried(seed)


@pytest.mark.long
@pytest.mark.parametrize(
    "seeds", [range(at, at + 100) for at in range(1000, 3000, 100)], ids=lambda one: one.start
)
def test_as_good_as_trying_everything_often(seeds: range) -> None:
    for seed in seeds:
        tried(seed)


@pytest.mark.parametrize("seed", range(6))
def test_order_of_rows_and_keys_change_nothing(seed: int) -> None:
    case = random_visit(seed + 40)
    names = {one.key: one.name for one in (*case.guests, *case.hosts)}
    plan = solve(case, hints=False)
    for way in range(3):
        other = shuffled(case, way)
        other_names = {one.key: one.name for one in (*other.guests, *other.hosts)}
        again = solve(other, hints=False)
        assert named(again, other_names) == named(plan, names)
        assert again.score == plan.score


def named(plan: Plan, names: dict[str, str]) -> list[tuple[str, list[tuple[object, str]]]]:
    return [(names[stay.guest], [(night, names[home]) for night, home in stay.nights]) for stay in plan.stays]


@pytest.mark.parametrize("seed", range(8))
def test_running_again_changes_nothing(seed: int) -> None:
    case = random_visit(seed + 80)
    plan = solve(case, hints=False)
    stands = with_placed(case, placed(case, nights_of(plan)))
    again = solve(stands, hints=False)
    assert nights_of(again) == nights_of(plan)
    assert all(stay.kept for stay in again.stays)
    assert again.moved == ()
    assert late(stands, hints=False).calls == ()


@pytest.mark.parametrize("seed", range(4))
def test_points_shown_are_the_score(seed: int) -> None:
    case = random_visit(seed + 120)
    plan = solve(case, hints=False)
    stands = with_placed(case, placed(case, nights_of(plan)))
    for party in View(stands).parties():
        for fit in best_hosts(stands, party.keys):
            assert fit.score == sum(term.points or 0 for term in fit.wishes)
            assert fit.fits == (not any(term.broken for term in fit.musts))


@pytest.mark.parametrize("seed", range(200, 212))
def test_what_is_placed_by_hand_stays_and_breaks_nothing(seed: int) -> None:
    case = visit(seed, 24, 16, split=(0.0, 0.3)[seed % 2])
    first = nights_of(solve(case, hints=False))
    chance = random.Random(seed)
    parties = [party.keys for party in View(case).parties() if chance.random() < 0.5]
    by_hand = {key for keys in parties for key in keys if key in first}
    stands = placed(case, {key: first[key] for key in by_hand}, by_hand=True)
    plan = solve(with_placed(case, stands), hints=False)
    left = {one.guest for one in plan.leftover}
    found = {key: places for key, places in nights_of(plan).items() if key not in left}
    assert all(found[key] == first[key] for key in by_hand)
    assert faults(case, found) == []
    assert len(found) == len(first)


@pytest.mark.parametrize("seed", range(250, 254))
def test_a_late_change_breaks_nothing_new_and_calls_nobody_for_what_was_wrong_before(seed: int) -> None:
    case = visit(seed, 24, 16, split=0.0)
    first = nights_of(solve(case, hints=False))
    used = [home for places in first.values() for home in set(places.values())]
    gone, wrong = list(dict.fromkeys(used))[:2]
    barred = {key for key, places in first.items() if wrong in places.values()}
    wishes = (*case.wishes, *(Wish(key, wrong, by_guest=True, refused=True) for key in barred))
    hosts = tuple(replace(one, state=OfferState.NO) if one.key == gone else one for one in case.hosts)
    now = replace(case, hosts=hosts, wishes=wishes, placed=placed(case, first))
    found = late(now, hints=False)
    assert {one.host for one in found.earlier} == {wrong}
    assert not barred & {call.guest for call in found.calls}
    assert {one.host for one in conflicts(with_placed(now, placed(now, nights_of(found.plan))))} == {wrong}
    if found.mended is not None:
        assert len(found.mended.earlier) < len(found.earlier)


@pytest.mark.parametrize("seed", range(230, 242))
def test_a_home_that_drops_out_breaks_nothing(seed: int) -> None:
    case = visit(seed, 24, 16, split=(0.0, 0.3)[seed % 2])
    first = nights_of(solve(case, hints=False))
    used = [home for places in first.values() for home in set(places.values())]
    gone = max(dict.fromkeys(used), key=used.count)
    hosts = tuple(replace(one, state=OfferState.NO) if one.key == gone else one for one in case.hosts)
    now = replace(case, hosts=hosts, placed=placed(case, first))
    found = late(now, hints=False)
    assert faults(now, nights_of(found.plan)) == []
    kept = {call.guest for call in found.calls}
    assert all(nights_of(found.plan)[key] == places for key, places in first.items() if key not in kept)
    anew = solve(now, replan=True, hints=False)
    assert len(found.plan.stays) == len(anew.stays)
    assert len(found.plan.moved) <= len(anew.moved)
