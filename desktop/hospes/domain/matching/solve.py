# SPDX-License-Identifier: GPL-3.0-or-later
"""The best plan for all guests, proved (decisions 34 to 36).

First as many people as possible are placed; then, running again, as few as possible of those who have a home
are moved; then the wishes are met as well as can be; and of plans that are equal in all that, always the same
one is taken, in which who registered first is served first. Each step keeps what the one before has reached.
What is locked, and what was placed by hand or on purpose, stays as it is.

A stay in several homes is only for those who allowed it. Who wants to be *near* others is placed on its own,
and a home near theirs is a wish among the others.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hospes.domain.codes_visit import OfferKind, OfferState
from hospes.domain.matching.fit import conflicts
from hospes.domain.matching.greedy import Greedy
from hospes.domain.matching.homes import crowd, holds
from hospes.domain.matching.leftover import Leftovers
from hospes.domain.matching.milp import Answer, Relaxed
from hospes.domain.matching.model import Model
from hospes.domain.matching.outcome import left_over, nights_of, stays_of, wish_sum
from hospes.domain.matching.rooms import Rooms, rooms_of
from hospes.domain.matching.units import Choices, prepare
from hospes.domain.matching.values import Case, Placed, Plan, Progress
from hospes.domain.matching.view import View

Telling = Callable[[Progress], bool]
"""Told how far it is; False ends the search, and the best plan so far is the answer."""

HINTS_SECONDS = 10.0
"""Time to find out what would help those left over, at most."""

HINTS_SHARE = 0.1
"""So much of all the time is kept for that."""

NARROW, WIDER = 10.0, 6.0
"""How far from the bound a first search looks, and how much farther each next one at most: mostly all the
way, for a search in between is done again by the one that proves."""

TIGHTER = 8
"""So often the bound is made tighter at most."""

GAIN = 1 - 1e-4
"""People and points are whole: a plan that is better is better by one."""

EXACT = 1e-6


class Stopped(Exception):
    """Somebody said that it is enough, before there was any plan."""


@dataclass
class Clock:
    """Time left, and whom to tell."""

    seconds: float
    telling: Telling | None
    started: float
    stopped: bool = False
    told: float = 0.0
    stage: str = "placing"
    placed: int = 0
    score: int = 0
    kept: float = 0.0
    """Seconds kept for what comes after the search."""

    @property
    def spent(self) -> float:
        """Seconds so far."""
        return time.monotonic() - self.started

    @property
    def left(self) -> float:
        """Seconds left for the search."""
        return max(0.0, self.seconds - self.kept - self.spent)

    def keep(self, seconds: float) -> None:
        """From now on keep so much of the time for later."""
        self.kept = seconds

    def goes_on(self, bound: int | None = None) -> bool:
        """Tell, and hear whether to go on; at most ten times a second."""
        if self.telling is not None and not self.stopped and self.spent - self.told >= 0.1:
            self.told = self.spent
            now = Progress(self.stage, self.placed, self.score, bound, self.spent)
            self.stopped = not self.telling(now)
        return not self.stopped and self.left > 0


def solve(
    case: Case,
    *,
    seconds: float = 60,
    progress: Telling | None = None,
    replan: bool = False,
    hints: bool = True,
) -> Plan:
    """The best plan.

    Args:
        case: The visit as it stands.
        seconds: Time to search and to find out what helps; the best plan found by then is the answer, with
            what is proved of it.
        progress: Told how far it is; when it gives False the search ends as if the time were over.
        replan: Plan anew what is not locked, also what was placed by hand.
        hints: Find out what would help those left over.
    """
    return Search(View(case), Clock(seconds, progress, time.monotonic()), replan=replan).plan(hints=hints)


def fixed_places(view: View, *, replan: bool = False, mend: bool = False) -> dict[str, dict[date, str]]:
    """What stays as it is: locked, or by hand or on purpose unless all is planned anew.

    Where the host is gone nothing stays but what is so on purpose.

    Args:
        view: The case.
        replan: Only what is locked.
        mend: By hand only where it breaks no must.
    """
    broken = {(key, one.host) for one in conflicts(view.case) for key in one.guests} if mend else set()
    found: dict[str, dict[date, str]] = {}
    for key, places in view.placed.items():
        for night, place in places.items():
            by_hand = place.by_hand and (key, place.host) not in broken
            stays = place.locked or (not replan and (by_hand or bool(place.excuse)))
            if stays and night in view.guests[key].nights and (place.excuse or is_open(view, place)):
                found.setdefault(key, {})[night] = place.host
    return _with_mates(view, found)


def _with_mates(view: View, fixed: dict[str, dict[date, str]]) -> dict[str, dict[date, str]]:
    """Where one of a group stays, those stay who are kept together with it in the same home."""
    found = {key: dict(places) for key, places in fixed.items()}
    for mates in view.members.values():
        if view.rule(mates[0]) is None:
            continue
        homes = {(night, home) for mate in mates for night, home in fixed.get(mate.key, {}).items()}
        for mate in mates if homes else []:
            for night, place in view.placed.get(mate.key, {}).items():
                if night in mate.nights and (night, place.host) in homes and is_open(view, place):
                    found.setdefault(mate.key, {})[night] = place.host
    return found


def is_open(view: View, place: Placed) -> bool:
    """Does the home still take guests on that night?"""
    host = view.hosts[place.host]
    yes = host.state in {OfferState.YES, OfferState.RESERVE} and host.kind == OfferKind.HOME
    return yes and place.night in host.nights


class Search:
    """One search with its steps."""

    def __init__(
        self,
        view: View,
        clock: Clock,
        *,
        replan: bool = False,
        fixed: dict[str, dict[date, str]] | None = None,
    ) -> None:
        """Find all choices; `fixed` instead of what stays by the rules."""
        self.view = view
        self.clock = clock
        self.fixed = fixed_places(view, replan=replan) if fixed is None else fixed
        now = {} if replan else self._now()
        self.found: Choices = prepare(view, self.fixed, now, lambda: None)
        self.rooms: Rooms = rooms_of(self.found)
        self.keeps = any(choice.kept for choice in self.found.choices)
        self.chosen: list[int] = []
        self.optimal = True
        self.gap = 0.0
        self.relaxed: Relaxed | None = None

    def _now(self) -> dict[str, dict[date, str]]:
        """Where those sleep who are not fixed."""
        return {
            key: places
            for key in self.view.guests
            if key not in self.fixed
            and (places := {
                night: place.host
                for night, place in self.view.placed.get(key, {}).items()
                if night in self.view.guests[key].nights
            })
        }  # fmt: skip

    def plan(self, *, hints: bool) -> Plan:
        """Search, then say what came of it; both together keep to the time."""
        if hints:
            self.clock.keep(min(HINTS_SECONDS, self.clock.seconds * HINTS_SHARE))
        self.run()
        self.clock.keep(0)
        nights = nights_of(self.found, self.chosen)
        score = wish_sum(self.view, nights)
        left = left_over(self.view, nights)
        spent = self.clock.spent
        helping = min(HINTS_SECONDS, self.clock.left) if hints and not self.clock.stopped else 0
        telling = Leftovers(self.view, nights, helping)
        return Plan(
            stays_of(self.view, nights),
            tuple(telling.of(key) for key in left),
            score,
            self.optimal,
            score + int(self.gap + 1e-6),
            spent,
            self.moved(nights),
        )

    def moved(self, nights: Mapping[str, Mapping[date, str]]) -> tuple[str, ...]:
        """Guests who had a home and get another."""
        found = []
        for key, guest in self.view.guests.items():
            old = {n: host for n, host in self.view.old.get(key, {}).items() if n in guest.nights}
            new = nights.get(key, {})
            if old and new and any(new.get(night) != host for night, host in old.items()):
                found.append(key)
        return tuple(found)

    def run(self) -> None:
        """All steps."""
        if not self.rooms.usable:
            return
        self._greedy()
        model = Model(self.found, self.rooms)
        while True:
            self._steps(model)
            broken = [] if self.rooms.exact else self._too_full()
            if not broken:
                return
            for choices in broken:
                model.forbid(choices)
            self.chosen = [c for c in self.chosen if not any(c in choices for choices in broken)]

    def _greedy(self) -> None:
        points, kept = [c.points for c in self.found.choices], [c.kept for c in self.found.choices]
        far = 1 + sum(abs(value) for value in points)
        greedy = Greedy(self.found, self.rooms)
        self.chosen = greedy.run(lambda c: points[c] + far * kept[c], self.clock.goes_on)
        while not self.rooms.exact and (broken := self._too_full()):
            self.chosen = [c for c in self.chosen if not any(c in choices for choices in broken)]

    def _steps(self, model: Model) -> None:
        self.optimal, self.gap = True, 0.0
        people = dict(model.placed)
        self.clock.stage = "placing"
        most = sum(
            len(unit.party.members)
            for at, unit in enumerate(self.found.units)
            if any(c in self.rooms.usable for c in self.found.by_unit[at])
        )
        self.clock.placed = self._people(model)
        self.clock.score = round(model.worth(model.wishes(), self.chosen))
        if self.clock.placed < most:
            self._best(model, people, "placing", most)
            self.clock.placed = self._people(model)
        model.milp.at_least(people.items(), self.clock.placed)
        if self.keeps:
            keeping = model.keeping()
            self._best(model, keeping, "moving")
            model.milp.at_least(keeping.items(), model.worth(keeping, self.chosen) - 1e-6)
        wishes = model.wishes()
        placed = self.optimal
        self.gap = self._best(model, wishes, "wishing")
        if self.optimal and placed:
            self._put_in_order(model, wishes)

    def _people(self, model: Model) -> int:
        return model.people(self.chosen)

    def _best(self, model: Model, worth: Mapping[int, float], stage: str, most: float | None = None) -> float:
        """The best choices by an objective; gives how far off they can be at most.

        Nothing that costs more than the distance between the bound without whole numbers and a known plan
        can be in a better plan. So a narrow choice of cheap columns is searched first; what it finds tells
        how wide the last search has to be, and that is nearly always narrow too.
        """
        self.clock.stage = stage
        have = model.worth(worth, self.chosen)
        relaxed = self._relaxed(model, worth, have)
        self.relaxed = relaxed
        if relaxed is None:
            self.optimal = False
            return self._loose(model, worth, have)
        top = relaxed.value if most is None else min(relaxed.value, most)
        width, bound = NARROW, top
        while top - have >= GAIN:
            needed = top - have
            answer = self._search(model, worth, relaxed.prices, min(width, needed))
            if answer.values is not None and answer.value > have - EXACT:
                self.chosen = model.chosen(answer.values)
                have = model.worth(worth, self.chosen)
            inside = have if answer.proved else answer.bound
            bound = max(have, min(bound, max(inside, top - width) if width < needed else inside))
            if width >= min(needed, top - have) or not answer.proved:
                break
            width = min(top - have, width * WIDER)
        gap = max(0.0, bound - have)
        self.optimal = self.optimal and gap < GAIN
        return gap if gap >= GAIN else 0.0

    def _relaxed(self, model: Model, worth: Mapping[int, float], have: float) -> Relaxed | None:
        """The bound without whole numbers, made tighter as long as that helps."""
        best: Relaxed | None = None
        for _ in range(TIGHTER):
            if not self.clock.goes_on():
                break
            relaxed = model.milp.relaxed(worth, self.clock.left)
            if relaxed is None:
                break
            stalls = best is not None and best.value - relaxed.value < GAIN / 2
            best = relaxed
            if stalls or relaxed.value - have < GAIN or not model.tighten(relaxed.values):
                break
        return best

    def _search(
        self, model: Model, worth: Mapping[int, float], prices: Sequence[float], width: float
    ) -> Answer:
        """Search with the columns that cost no more than a width, and those taken now."""
        start = model.start(self.chosen)
        without = {c for c, price in enumerate(prices) if price > width + EXACT and not start[c]}
        stage = self.clock.stage
        return model.milp.solve(
            worth,
            self.clock.left,
            start=start,
            without=without,
            interrupt=lambda best, bound: self._tell(stage, best, bound),
        )

    def _put_in_order(self, model: Model, wishes: Mapping[int, float]) -> None:
        """Of all plans that are equal, the one in which who registered first is served first."""
        self.clock.stage = "ordering"
        relaxed, score = self.relaxed, model.worth(wishes, self.chosen)
        if relaxed is None or not self.clock.goes_on():
            return
        model.milp.at_least(wishes.items(), round(score) - GAIN / 2)
        if relaxed.value - score >= GAIN and model.settle(self.chosen):
            # Who is beside whom stays as it was found: that is what keeps the bound far away.
            relaxed = model.milp.relaxed(wishes, self.clock.left) or relaxed
        answer = self._search(model, self._order(model), relaxed.prices, relaxed.value - score)
        if answer.values is not None and answer.proved:
            self.chosen = model.chosen(answer.values)

    def _loose(self, model: Model, worth: Mapping[int, float], have: float) -> float:
        """What could be missing where there was no time to look."""
        by_unit = [
            max((worth.get(model.of[c], 0.0) for c in choices if c in model.of), default=0.0)
            for choices in self.found.by_unit
        ]
        return max(0.0, sum(by_unit) + model.beside.most - have)

    def _tell(self, stage: str, best: float | None, bound: float | None) -> bool:
        if stage == "wishing" and best is not None:
            self.clock.score = round(best)
        return not self.clock.goes_on(None if bound is None or stage != "wishing" else int(bound + 1e-6))

    def _order(self, model: Model) -> dict[int, float]:
        """Who registered first gets more points, and where that is equal, a choice of its own for each."""
        units = len(self.found.units)
        number = 1
        worth = {}
        for c, column in model.of.items():
            choice = self.found.choices[c]
            number = number * 48_271 % 2_147_483_647
            size = len(self.found.units[choice.unit].party.members)
            first = (units - choice.unit) / units
            worth[column] = first * choice.points / size + number / 2_147_483_647 / 8
        return worth

    def _too_full(self) -> list[list[int]]:
        """Choices that a large home does not hold together."""
        found = []
        for place in self.rooms.places:
            if place.region.exact:
                continue
            host = self.view.hosts[place.host]
            inside = [c for c in self.chosen if c in place.class_of]
            people = [
                guest
                for c in inside
                for guest in self.found.lodgers(self.found.choices[c], place.block).people
            ]
            if inside and not holds(host, crowd(self.view, people)):
                found.append(inside)
        return found
