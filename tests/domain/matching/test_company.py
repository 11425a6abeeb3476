# SPDX-License-Identifier: GPL-3.0-or-later
"""To live near one's own people, and minors on their own by twos: in the plan and in its reasons."""

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from hospes.domain.codes_visit import GroupRule
from hospes.domain.matching.fit import fit
from hospes.domain.matching.late import late
from hospes.domain.matching.outcome import wish_sum
from hospes.domain.matching.solve import solve
from hospes.domain.matching.values import Case, Criterion, Group, Plan, Rules
from hospes.domain.matching.view import View, with_placed
from hospes.domain.matching.words import sentence
from hospes.i18n.locale import Locale

sys.path.insert(0, str(Path(__file__).parent))

from checker import all_plans, company
from making import case, guest, homes, host, nights
from visits import placed, visit

EN = Locale.of("en")


def company_shown(of: Case, plan: Plan) -> int:
    """The points for company in the reasons of everybody who is placed."""
    stands = with_placed(of, placed(of, {stay.guest: dict(stay.nights) for stay in plan.stays}))
    return sum(
        term.points or 0
        for stay in plan.stays
        if len(stay.hosts) == 1
        for term in fit(stands, [stay.guest], stay.hosts[0]).wishes
        if term.code.partition(".")[0] in {Criterion.NEAR, Criterion.MATES}
    )


def reasons(of: Case, plan: Plan, name: str) -> list[str]:
    stands = with_placed(of, placed(of, {stay.guest: dict(stay.nights) for stay in plan.stays}))
    return [sentence(term, EN) for term in fit(stands, [name], homes(plan)[name]).wishes]


def test_who_wants_to_be_near_gets_the_same_street() -> None:
    group = Group("choir", GroupRule.NEAR)
    guests = [guest("Ada", group="choir"), guest("Bea", group="choir"), guest("Cleo")]
    places = [
        host("A", street="oak", area="town"),
        host("B", street="elm", area="town"),
        host("C", street="oak", area="town"),
        host("D", street="far", area="village"),
    ]
    visit_of = case(guests, places, groups=(group,))
    plan = solve(visit_of)
    assert {homes(plan)["Ada"], homes(plan)["Bea"]} == {"A", "C"}
    assert "In the same street as Bea" in reasons(visit_of, plan, "Ada")
    assert company_shown(visit_of, plan) == 60
    without = replace(visit_of, rules=Rules(weights={**Rules().weights, Criterion.NEAR: 0}))
    assert plan.score - solve(without).score == 60


def test_half_the_points_for_one_place_or_both_near_the_meeting_point() -> None:
    group = Group("choir", GroupRule.NEAR)
    guests = [guest("Ada", group="choir"), guest("Bea", group="choir")]
    in_place = case(guests, [host("A", area="town"), host("B", area="town")], groups=(group,))
    assert "Not far from Bea" in reasons(in_place, solve(in_place), "Ada")
    assert company_shown(in_place, solve(in_place)) == 30
    walking = case(guests, [host("A", distance_m=400), host("B", distance_m=900)], groups=(group,))
    assert company_shown(walking, solve(walking)) == 30
    unknown = case(guests, [host("A"), host("B", area="town")], groups=(group,))
    assert company_shown(unknown, solve(unknown)) == 0


def test_who_never_meets_is_not_near() -> None:
    group = Group("choir", GroupRule.NEAR)
    guests = [
        guest("Ada", group="choir", nights=nights(0, 0)),
        guest("Bea", group="choir", nights=nights(2, 3)),
    ]
    visit_of = case(guests, [host("A"), host("B")], groups=(group,))
    assert company_shown(visit_of, solve(visit_of)) == 0


def test_a_late_guest_comes_near_those_who_stay() -> None:
    group = Group("choir", GroupRule.NEAR)
    guests = [guest("Ada", group="choir"), guest("Bea", group="choir")]
    places = [host("A", street="oak"), host("B", street="elm"), host("C", street="oak")]
    visit_of = case(guests, places, groups=(group,))
    stands = with_placed(visit_of, placed(visit_of, {"Ada": dict.fromkeys(nights(), "C")}, by_hand=True))
    assert homes(late(stands)) == {"Ada": "C", "Bea": "A"}
    assert late(stands).plan.bound == late(stands).plan.score


def test_minors_on_their_own_go_by_twos() -> None:
    minors = [guest(name, "f", 14) for name in ("Ada", "Bea")]
    places = [host("A"), host("B"), host("Twin", "single", "single")]
    visit_of = case(minors, places)
    plan = solve(visit_of)
    assert homes(plan)["Ada"] == homes(plan)["Bea"] == "Twin"
    assert "Another girl on her own stays here" in reasons(visit_of, plan, "Ada")


def test_brothers_are_not_on_their_own() -> None:
    group = Group("b", GroupRule.SAME_HOUSE)
    brothers = [guest(name, "m", 14, group="b", household="b") for name in ("Ada", "Bea")]
    visit_of = case(brothers, [host("Twin", "single", "single")], groups=(group,))
    assert company_shown(visit_of, solve(visit_of)) == 0


def crowded(seed: int) -> Case:
    """A small visit of people who want to be near each other and of minors on their own."""
    of = visit(seed, 4 + seed % 2, 4, nights=1 + seed % 3, split=0.0)
    chance = random.Random(seed)
    groups = {group.key for group in of.groups}
    guests = []
    for one in of.guests:
        now = one
        if not one.group and chance.random() < 0.6:
            now = replace(now, group="near")
        if not one.group and chance.random() < 0.5:
            now = replace(now, age=15, minor=True, consent=True)
        guests.append(now)
    hosts = tuple(replace(one, minors_ok=True, accepts=frozenset()) for one in of.hosts)
    more = () if "near" in groups else (Group("near", GroupRule.NEAR),)
    return replace(of, guests=tuple(guests), hosts=hosts, groups=(*of.groups, *more))


@pytest.mark.parametrize("seeds", [range(at, at + 15) for at in (0, 15)], ids=lambda one: one.start)
def test_as_good_as_trying_everything(seeds: range) -> None:
    counted = 0
    for seed in seeds:
        of = crowded(seed)
        view = View(of)

        def nights_by(plan: dict[tuple[str, ...], str], view: View = view) -> dict[str, dict[object, str]]:
            return {
                key: dict.fromkeys(view.guests[key].nights, home)
                for some, home in plan.items()
                for key in some
            }

        best = max(
            (sum(len(some) for some in plan), wish_sum(view, nights_by(plan))) for plan in all_plans(of)
        )
        plan = solve(of, hints=False)
        assert (len(plan.stays), plan.score) == best, seed
        assert plan.optimal
        assert plan.bound == plan.score
        found = {stay.guest: dict(stay.nights) for stay in plan.stays}
        assert company(of, found) == company_shown(of, plan), seed
        counted += company(of, found) > 0
        # What is placed by hand beforehand counts for those who come to it.
        single = [key for key in found if view.rule(view.guests[key]) is None]
        if single:
            fixed = with_placed(of, placed(of, {single[0]: found[single[0]]}, by_hand=True))
            assert solve(fixed, hints=False).score == plan.score, seed
    assert counted > 2
