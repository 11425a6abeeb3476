# SPDX-License-Identifier: GPL-3.0-or-later
"""A good plan at once: the hardest to place first, then better by moving and changing places.

It is where the exact search starts from, and what there is if the time is over.
"""

from collections.abc import Callable, Sequence

from hospes.domain.matching.rooms import Place, Rooms
from hospes.domain.matching.units import Choice, Choices

ROUNDS = 3

Value = Callable[[int], float]
"""What a choice is worth."""


class Greedy:
    """Chosen choices, and how many of each class are in each home."""

    def __init__(self, found: Choices, rooms: Rooms) -> None:
        """Nobody is placed."""
        self.found = found
        self.rooms = rooms
        self.at: dict[int, int] = {}
        """Unit to choice."""
        self.places: dict[str, list[tuple[Place, list[int]]]] = {}
        for place in rooms.places:
            self.places.setdefault(place.host, []).append((place, [0] * len(place.region.sizes)))
        self.whole: list[list[int]] = [
            [c for c in choices if c in rooms.usable and found.choices[c].people] for choices in found.by_unit
        ]

    def room(self, choice: int) -> bool:
        """Is there room for one more choice?"""
        for place, counts in self.places.get(self.found.choices[choice].host, ()):
            kind = place.class_of.get(choice)
            if kind is None:
                continue
            counts[kind] += 1
            taken = place.region.takes(counts)
            counts[kind] -= 1
            if not taken:
                return False
        return True

    def put(self, choice: int) -> None:
        """Take a choice."""
        self._count(choice, 1)
        self.at[self.found.choices[choice].unit] = choice

    def drop(self, unit: int) -> int:
        """Give a unit's choice back."""
        choice = self.at.pop(unit)
        self._count(choice, -1)
        return choice

    def _count(self, choice: int, n: int) -> None:
        for place, counts in self.places.get(self.found.choices[choice].host, ()):
            kind = place.class_of.get(choice)
            if kind is not None:
                counts[kind] += n

    def run(self, value: Value, goes_on: Callable[[], bool]) -> list[int]:
        """The choices of a good plan; `goes_on` may end the search for better ones."""
        order = sorted(
            range(len(self.whole)),
            key=lambda unit: (-len(self.found.units[unit].party.members), len(self.whole[unit]), unit),
        )
        best_first = [sorted(choices, key=lambda c: (-value(c), c)) for choices in self.whole]
        for unit in order:
            self._place(best_first[unit])
        for unit in order:
            if unit not in self.at and goes_on():
                self._push_in(unit, best_first)
        for _ in range(ROUNDS):
            if not goes_on() or not self._better(best_first, value):
                break
        return sorted(self.at.values())

    def _place(self, choices: Sequence[int]) -> bool:
        for choice in choices:
            if self.room(choice):
                self.put(choice)
                return True
        return False

    def _push_in(self, unit: int, best_first: Sequence[Sequence[int]]) -> bool:
        """Place a unit by sending one that is placed to another home."""
        for choice in best_first[unit]:
            inside = [other for other, at in self.at.items() if self._same_home(at, choice)]
            for other in sorted(inside):
                old = self.drop(other)
                if self.room(choice):
                    self.put(choice)
                    if self._place(best_first[other]):
                        return True
                    self.drop(unit)
                self.put(old)
        return False

    def _same_home(self, one: int, other: int) -> bool:
        return self.found.choices[one].host == self.found.choices[other].host

    def _better(self, best_first: Sequence[Sequence[int]], value: Value) -> bool:
        """One round of moving each unit to a better home, alone or by changing with another one."""
        moved = False
        by_host: dict[str, list[int]] = {}
        for unit, choice in self.at.items():
            by_host.setdefault(self._choice(choice).host, []).append(unit)
        for unit in sorted(self.at):
            now = self.at[unit]
            for choice in best_first[unit]:
                if value(choice) <= value(now):
                    break
                if self._move(unit, choice, value, best_first):
                    moved = True
                    break
        return moved

    def _choice(self, choice: int) -> Choice:
        return self.found.choices[choice]

    def _move(self, unit: int, choice: int, value: Value, best_first: Sequence[Sequence[int]]) -> bool:
        old = self.drop(unit)
        if self.room(choice):
            self.put(choice)
            return True
        gain = value(choice) - value(old)
        for other in sorted(o for o, at in self.at.items() if self._same_home(at, choice)):
            theirs = self.drop(other)
            if self.room(choice):
                self.put(choice)
                for instead in best_first[other]:
                    if value(theirs) - value(instead) >= gain:
                        break
                    if self.room(instead):
                        self.put(instead)
                        return True
                self.drop(unit)
            self.put(theirs)
        self.put(old)
        return False
