# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows that have to be decided together: deleted on one side and needed on the other (design 5.14).

Whoever deleted a person and whoever wrote a note on that person are both right for themselves; the person,
all that was deleted with the person, and the note stand or fall together. Rows are joined until each answer
leaves nothing that points into the void.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from hospes.domain.merge.values import Key, State, World

NEEDED = "needed"
EITHER = "either"


class Knots:
    """Finds and joins them."""

    def __init__(self, base: State, mine: State, theirs: State, world: World) -> None:
        self._base, self._world = base, world
        self._sides = (mine, theirs)
        self._leads: dict[Key, Key] = {}
        self._children: list[dict[Key, list[Key]]] | None = None

    def found(self, pairs: Iterable[tuple[Key, Key]]) -> list[frozenset[Key]]:
        """All knots; `pairs` are rows of which only one may be."""
        for one, other in pairs:
            self._join(one, other)
        for side, other_side in (self._sides, self._sides[::-1]):
            self._contest(side, other_side)
        if self._leads:
            self._spread()
        groups: dict[Key, set[Key]] = defaultdict(set)
        for key in self._leads:
            groups[self._top(key)].add(key)
        return [frozenset(groups[top]) for top in sorted(groups)]

    def _contest(self, side: State, other: State) -> None:
        """Rows that `other` deleted and this side changed or points to anew."""
        for key, fields in side.items():
            before = self._base.get(key)
            if fields == before:
                continue
            if before is not None and key not in other:
                self._join(key, key)
            for target in self._world.refs(key, fields):
                if target in self._base and target in side and target not in other:
                    self._join(key, target)

    def _spread(self) -> None:
        todo = list(self._leads)
        while todo:
            key = todo.pop()
            for other in list(self._hang_together(key)):
                if other not in self._leads:
                    todo.append(other)
                self._join(key, other)

    def _hang_together(self, key: Key) -> Iterator[Key]:
        for at, side in enumerate(self._sides):
            fields = side.get(key)
            if fields is None:
                continue
            for target in self._world.refs(key, fields):
                if not self._stays(target) or (target in self._leads and self._on_one_side(target)):
                    yield target
            if key not in self._sides[1 - at]:
                yield from self._hanging(at).get(key, ())

    def _on_one_side(self, key: Key) -> bool:
        return (key in self._sides[0]) != (key in self._sides[1])

    def _stays(self, key: Key) -> bool:
        """Whether the row is there afterwards without anybody being asked; unknown rows are untouched."""
        mine, theirs = (key in side for side in self._sides)
        if key in self._base:
            return mine and theirs
        return mine or theirs or not self._known(key)

    def _known(self, key: Key) -> bool:
        return key in self._base

    def _hanging(self, at: int) -> dict[Key, list[Key]]:
        """Rows of a side that point to a row, where the other side has not the same."""
        if self._children is None:
            self._children = [defaultdict(list), defaultdict(list)]
            for number, side in enumerate(self._sides):
                other = self._sides[1 - number]
                for key, fields in side.items():
                    if fields != self._base.get(key) or key not in other:
                        for target in self._world.refs(key, fields):
                            self._children[number][target].append(key)
        return self._children[at]

    def _top(self, key: Key) -> Key:
        while self._leads[key] != key:
            key = self._leads[key]
        return key

    def _join(self, one: Key, other: Key) -> None:
        for key in (one, other):
            self._leads.setdefault(key, key)
        first, second = self._top(one), self._top(other)
        self._leads[max(first, second)] = min(first, second)
