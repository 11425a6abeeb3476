# SPDX-License-Identifier: GPL-3.0-or-later
"""Points for pairs of choices in the whole-number programme: near each other, and minors by twos.

Only choices by which somebody has one home for the whole stay count (`company`). What depends on one choice
alone, because the other one is fixed, is added to its points.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from hospes.domain.matching.beds import Home
from hospes.domain.matching.company import (
    BESIDE,
    NOT_FAR,
    in_walking_distance,
    mate_points,
    near_points,
    nearness,
)
from hospes.domain.matching.milp import Milp
from hospes.domain.matching.units import Choice, Choices, nights_in
from hospes.domain.matching.values import Guest, Host


@dataclass
class Beside:
    """What pairs bring: columns with their worth, and what single choices earn more."""

    found: Choices
    milp: Milp
    of: Mapping[int, int]
    """Choice to column."""
    more: dict[int, float] = field(default_factory=dict)
    """Choice to points beside its own."""
    worth: dict[int, float] = field(default_factory=dict)
    """Column to points, below nought for what is taken away again."""
    states: list[Callable[[set[int]], dict[int, float]]] = field(default_factory=list)
    """Each says for choices taken what its columns are."""
    most: float = 0.0
    """What pairs can bring at most."""

    def __post_init__(self) -> None:
        """Find all pairs."""
        self._whole: dict[str, list[int]] = {}
        for c in self.of:
            choice = self.found.choices[c]
            members = self.found.units[choice.unit].party.members
            if len(members) == 1 and self._one_home(choice):
                self._whole.setdefault(members[0].key, []).append(c)
        self._near()
        self._minors()

    def values(self, taken: set[int]) -> dict[int, float]:
        """All columns for some choices."""
        return {column: value for state in self.states for column, value in state(taken).items()}

    def _guest(self, c: int) -> Guest:
        return self.found.units[self.found.choices[c].unit].party.members[0]

    def _one_home(self, choice: Choice) -> bool:
        """Has who takes it this home on all nights, those that are fixed as well?"""
        keys = self.found.units[choice.unit].party.keys
        fixed = {home for key in keys for home in self.found.fixed.get(key, {}).values()}
        return choice.people > 0 and fixed <= {choice.host}

    def _fixed_home(self, guest: Guest) -> str:
        """The home in which a guest is for good on all nights, or nothing."""
        places = self.found.fixed.get(guest.key, {})
        homes = {places.get(night, "") for night in guest.nights}
        return homes.pop() if len(homes) == 1 else ""

    def _add(self, c: int, points: float) -> None:
        self.more[c] = self.more.get(c, 0.0) + points

    # ---- near each other

    def _near(self) -> None:
        view = self.found.view
        rank = view.rank
        for key, mates in view.near.items():
            guest = view.guests[key]
            for mate in (view.guests[one] for one in mates):
                if rank[key] < rank[mate.key] and guest.nights & mate.nights:
                    both = [2 * near_points(view.case.rules, near, len(mates)) for near in (NOT_FAR, BESIDE)]
                    if both[1]:
                        self._pair(guest, mate, (both[0], both[1]))

    def _pair(self, one: Guest, other: Guest, points: tuple[int, int]) -> None:
        """Points for both together, not far from each other and beside each other."""
        hosts = self.found.view.hosts
        for guest, mate in ((one, other), (other, one)):
            home = self._fixed_home(mate)
            for c in self._whole.get(guest.key, ()) if home else ():
                near = nearness(hosts[self.found.choices[c].host], hosts[home])
                if near:
                    self._add(c, points[near - 1])
        mine, theirs = self._whole.get(one.key, []), self._whole.get(other.key, [])
        if not mine or not theirs:
            return
        columns: list[tuple[int, frozenset[int], frozenset[int]]] = []
        for of, worth in ((_street, points[1]), (_area, points[0]), (_centre, points[0])):
            left, right = self._by(mine, of), self._by(theirs, of)
            for where in left:
                if where in right and worth:
                    column = self.milp.column()
                    self.worth[column] = worth
                    columns.append((column, frozenset(left[where]), frozenset(right[where])))
                    for some in (left[where], right[where]):
                        self.milp.at_most([(column, 1.0), *((self.of[c], -1.0) for c in some)], 0)
        if columns:
            self.milp.at_most([(column, 1.0) for column, _, _ in columns], 1)
            self.most += points[1]
            self.states.append(lambda taken: _first(columns, taken))

    def _by(self, choices: Iterable[int], of: Callable[[Host], str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for c in choices:
            where = of(self.found.view.hosts[self.found.choices[c].host])
            if where:
                found.setdefault(where, []).append(c)
        return found

    # ---- minors on their own

    def _minors(self) -> None:
        """Each earns the points, and who is the only one gives them back."""
        points = mate_points(self.found.view.case.rules)
        view = self.found.view
        alone = [guest for guest in view.guests.values() if guest.key in view.alone]
        if not points or len(alone) < 2:
            return
        by_home: dict[tuple[str, str], list[int]] = {}
        for c, choice in ((c, self.found.choices[c]) for c in self.of):
            members = self.found.units[choice.unit].party.members
            if len(members) == 1 and members[0].key in view.alone:
                by_home.setdefault((choice.host, str(members[0].gender)), []).append(c)
        for (home, gender), choices in by_home.items():
            if Home(view.hosts[home].beds).places > 1:
                there = [guest for guest in alone if str(guest.gender) == gender]
                self._home(home, choices, there, points)

    def _home(self, home: str, choices: list[int], alone: list[Guest], points: int) -> None:
        fixed = {
            guest.key: frozenset(n for n, at in self.found.fixed.get(guest.key, {}).items() if at == home)
            for guest in alone
        }
        whole = {c for c in choices if c in self._whole.get(self._guest(c).key, ())}
        with_fixed = {
            c for c in whole
            if any(at & self._guest(c).nights for key, at in fixed.items() if key != self._guest(c).key)
        }  # fmt: skip
        for c in with_fixed:
            self._add(c, points)
        self._joined(home, choices, [guest for guest in alone if self._fixed_home(guest) == home], points)
        waiting = sorted(whole - with_fixed)
        meeting = {c: [other for other in choices if self._meet(c, other)] for c in waiting}
        # A group in which everybody meets everybody needs one column for who is the only one.
        units = {self.found.choices[c].unit for c in choices}
        if set(waiting) == set(choices) and all(
            {self.found.choices[other].unit for other in some} == units - {self.found.choices[c].unit}
            for c, some in meeting.items()
        ):
            self._only(waiting, meeting, points)
        else:
            for c in waiting:
                self._only([c], meeting, points)

    def _meet(self, one: int, other: int) -> bool:
        a, b = self.found.choices[one], self.found.choices[other]
        return a.unit != b.unit and bool(self._nights(one) & self._nights(other))

    def _nights(self, c: int) -> frozenset[object]:
        choice, guest = self.found.choices[c], self._guest(c)
        return frozenset(guest.nights if choice.people else nights_in(self.found, choice) & guest.nights)

    def _joined(self, home: str, choices: list[int], fixed: list[Guest], points: int) -> None:
        """Minors who are there for good and get company."""
        for guest in fixed:
            others = [one for one in fixed if one.key != guest.key and one.nights & guest.nights]
            others += [
                one
                for key, places in self.found.fixed.items()
                if key in self.found.view.alone and key != guest.key
                and (one := self.found.view.guests[key]).gender == guest.gender
                and any(places.get(night) == home for night in guest.nights)
            ]  # fmt: skip
            some = [c for c in choices if self._nights(c) & guest.nights and self._guest(c) != guest]
            if others or not some:
                continue
            column = self.milp.column()
            self.worth[column] = points
            self.most += points
            self.milp.at_most([(column, 1.0), *((self.of[c], -1.0) for c in some)], 0)
            self.states.append(
                lambda taken, column=column, some=frozenset(some): {column: float(bool(some & taken))}
            )

    def _only(self, choices: list[int], meeting: Mapping[int, list[int]], points: int) -> None:
        """One column: one of these is the only one, and earns nothing."""
        with_others = [c for c in choices if meeting[c]]
        for c in with_others:
            self._add(c, points)
        if not with_others:
            return
        column = self.milp.column()
        self.worth[column] = -points
        for c in with_others:
            others = [(self.of[other], -1.0) for other in meeting[c]]
            self.milp.at_most([(self.of[c], 1.0), *others, (column, -1.0)], 0)
        some = {c: frozenset(meeting[c]) for c in with_others}
        self.states.append(
            lambda taken: {column: float(any(not some[c] & taken for c in some if c in taken))}
        )


def _street(host: Host) -> str:
    return host.street or host.key


def _area(host: Host) -> str:
    return host.area


def _centre(host: Host) -> str:
    return "centre" if in_walking_distance(host) else ""


def _first(
    columns: Iterable[tuple[int, frozenset[int], frozenset[int]]], taken: set[int]
) -> dict[int, float]:
    """Only the best of the ways in which two are near each other counts."""
    values: dict[int, float] = {}
    met = False
    for column, mine, theirs in columns:
        here = not met and bool(mine & taken) and bool(theirs & taken)
        values[column] = float(here)
        met = met or here
    return values
