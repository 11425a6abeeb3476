# SPDX-License-Identifier: GPL-3.0-or-later
"""Points for pairs of choices in the whole-number programme: near each other, and minors by twos.

Only choices by which somebody has one home for the whole stay count (`company`). What depends on one choice
alone, because the other one is fixed, is added to its points.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

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
from hospes.domain.matching.rooms import Place as InHome
from hospes.domain.matching.rooms import Rooms
from hospes.domain.matching.units import Choice, Choices, nights_in
from hospes.domain.matching.values import Guest

Place = tuple[str, bool]
"""A place, and whether it is in walking distance of the meeting point."""


@dataclass
class Beside:
    """What pairs bring: columns with their worth, and what single choices earn more."""

    found: Choices
    rooms: Rooms
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
        self._places: dict[str, list[InHome]] = {}
        for place in self.rooms.places:
            self._places.setdefault(place.host, []).append(place)
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
        if mine and theirs:
            self._meetings(mine, theirs, points)

    def _meetings(self, mine: list[int], theirs: list[int], points: tuple[int, int]) -> None:
        """Columns for the ways in which two come near each other, of which one at most is taken.

        Homes are counted by street within a place and by place, and each home once: so nothing is won by
        being here by half and there by half, and the bound stays close.
        """
        left, right = self._by_place(mine), self._by_place(theirs)
        ways: list[tuple[int, frozenset[int], frozenset[int]]] = []
        out: dict[tuple[int, Place, str], list[int]] = {}
        for here, at_left in left.items():
            for there, at_right in right.items():
                for street in (one for one in at_left if one in at_right and points[1]):
                    column = self._way(ways, at_left[street], at_right[street], points[1])
                    for key in ((0, here, street), (1, there, street), (0, here, ""), (1, there, "")):
                        out.setdefault(key, []).append(column)
                if points[0] and ((here[1] and there[1]) or (here[0] and here[0] == there[0])):
                    column = self._way(ways, _all(at_left), _all(at_right), points[0])
                    for key in ((0, here, ""), (1, there, "")):
                        out.setdefault(key, []).append(column)
        for (side, place, street), columns in out.items():
            by_street = (left, right)[side][place]
            some = by_street[street] if street else _all(by_street)
            room = [(self.of[c], -1.0) for c in some]
            self.milp.at_most([*((column, 1.0) for column in columns), *room], 0)
        if ways:
            ways.sort(key=lambda way: (-self.worth[way[0]], way[0]))
            self.milp.at_most([(column, 1.0) for column, _, _ in ways], 1)
            self.most += points[1]
            self.states.append(lambda taken: _first(ways, taken))

    def _way(
        self,
        ways: list[tuple[int, frozenset[int], frozenset[int]]],
        mine: Iterable[int],
        theirs: Iterable[int],
        worth: int,
    ) -> int:
        column = self.milp.column()
        self.worth[column] = worth
        ways.append((column, frozenset(mine), frozenset(theirs)))
        return column

    def _by_place(self, choices: Iterable[int]) -> dict[Place, dict[str, list[int]]]:
        """Choices by place and street, in their order."""
        found: dict[Place, dict[str, list[int]]] = {}
        for c in choices:
            host = self.found.view.hosts[self.found.choices[c].host]
            place = (host.area, in_walking_distance(host))
            found.setdefault(place, {}).setdefault(host.street or host.key, []).append(c)
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
        """Can both be in the home, on some night at once?"""
        a, b = self.found.choices[one], self.found.choices[other]
        return a.unit != b.unit and bool(self._nights(one) & self._nights(other)) and self._room(one, other)

    def _room(self, one: int, other: int) -> bool:
        """Does the home take both together? Where it never does, half of each would look like company."""
        for place in self._places.get(self.found.choices[one].host, ()):
            if one in place.class_of and other in place.class_of:
                counts = [0] * len(place.region.sizes)
                counts[place.class_of[one]] += 1
                counts[place.class_of[other]] += 1
                if not place.region.takes(counts):
                    return False
        return True

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
            self.states.append(partial(_any, column, frozenset(some)))

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


def _any(column: int, some: frozenset[int], taken: set[int]) -> dict[int, float]:
    """The column is one where any of these choices is taken."""
    return {column: float(bool(some & taken))}


def _all(by_street: Mapping[str, list[int]]) -> list[int]:
    return [c for some in by_street.values() for c in some]


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
