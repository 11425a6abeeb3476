# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole-number programme of a case: a column for each choice, rows for homes and parties.

A home that only counts heads is one row. A home where it matters who shares a room has a column for each of
its largest mixtures, of which one is taken. Without whole numbers two halves of mixtures could be taken for
two whole parties that do not go together; rows against that are added where it happens, which is what makes
the proof quick.
"""

from collections.abc import Iterable, Mapping, Sequence

from hospes.domain.matching.beside import Beside
from hospes.domain.matching.milp import Milp
from hospes.domain.matching.rooms import Place, Rooms
from hospes.domain.matching.units import Choices, part_value
from hospes.domain.matching.values import Criterion

CLEARLY = 0.01
"""So much over the limit is worth a row."""


class Model:
    """The programme of a case, with what its columns stand for."""

    def __init__(self, found: Choices, rooms: Rooms) -> None:
        """Build all rows."""
        self.found = found
        self.rooms = rooms
        self.milp = Milp()
        self.of: dict[int, int] = {}
        """Choice to column."""
        for at in range(len(found.choices)):
            if at in rooms.usable:
                self.of[at] = self.milp.column()
        self.placed: list[tuple[int, float]] = []
        """Columns by which people are placed for their whole stay, with how many."""
        self.wholes: dict[int, int] = {}
        """Unit that may be split to the column which says that it has a home on all nights."""
        self.mixtures: list[tuple[Place, tuple[tuple[int, ...], ...], list[int]]] = []
        self.classes: list[dict[int, list[int]]] = []
        """For each of the same, its columns by class."""
        self.spread: list[tuple[int, int, list[int], float]] = []
        """Column, choice, choices of others beside which it costs points, points."""
        for unit in range(len(found.units)):
            self._unit(unit)
        for place in rooms.places:
            self._place(place)
        self._officials()
        self.beside = Beside(found, rooms, self.milp, self.of)

    def _unit(self, unit: int) -> None:
        columns = [(self.of[c], c) for c in self.found.by_unit[unit] if c in self.of]
        if not columns:
            return
        if not self.found.units[unit].split:
            self.milp.at_most([(column, 1) for column, _ in columns], 1)
            self.placed += [(column, self.found.choices[c].people) for column, c in columns]
            return
        whole = self.milp.column()
        self.wholes[unit] = whole
        self.placed.append((whole, len(self.found.units[unit].party.members)))
        for block in self.found.units[unit].blocks:
            inside = [(column, 1.0) for column, c in columns if block in self.found.choices[c].blocks]
            self.milp.row([*inside, (whole, -1.0)], 0, 0)

    def _place(self, place: Place) -> None:
        inside = [(self.of[c], c) for c in place.class_of if c in self.of]
        region = place.region
        if not region.patterns:
            people = sum(place.size_of[c] for _, c in inside)
            if people > region.most:
                self.milp.at_most([(column, place.size_of[c]) for column, c in inside], region.most)
            return
        by_class: dict[int, list[int]] = {}
        for column, c in inside:
            by_class.setdefault(place.class_of[c], []).append(column)
        mixtures = region.only(frozenset(by_class))
        if len(mixtures) == 1:
            for kind, columns in by_class.items():
                self.milp.at_most([(column, 1) for column in columns], mixtures[0][kind])
            return
        taken = [self.milp.column() for _ in mixtures]
        self.mixtures.append((place, mixtures, taken))
        self.classes.append(by_class)
        self.milp.at_most([(column, 1) for column in taken], 1)
        for kind, columns in by_class.items():
            room = [
                (column, -float(mix[kind])) for column, mix in zip(taken, mixtures, strict=True) if mix[kind]
            ]
            self.milp.at_most([*((column, 1.0) for column in columns), *room], 0)

    def tighten(self, values: Sequence[float]) -> bool:
        """Add rows against an answer without whole numbers that no plan breaks; False where there are none.

        Of some parties of one class no more come than the mixtures taken hold of them: one party comes
        whole only if a mixture with its class is taken whole.
        """
        before = len(self.milp.rows)
        for (_, mixtures, taken), by_class in zip(self.mixtures, self.classes, strict=True):
            for kind, columns in by_class.items():
                first = sorted(columns, key=lambda column: (-values[column], column))
                for n in range(1, max(mix[kind] for mix in mixtures)):
                    room = [
                        (column, -float(min(n, mix[kind])))
                        for column, mix in zip(taken, mixtures, strict=True)
                        if mix[kind]
                    ]
                    some: list[tuple[int, float]] = [(column, 1.0) for column in first[:n]]
                    if sum(values[column] * factor for column, factor in (*some, *room)) > CLEARLY:
                        self.milp.at_most([*some, *room], 0)
        return len(self.milp.rows) > before

    def _officials(self) -> None:
        """Officials of different parties in one home."""
        weight = self.found.view.case.rules.weights.get(Criterion.SPREAD, 0)
        by_home: dict[str, list[int]] = {}
        units = self.found.units
        for c in self.of:
            members = units[self.found.choices[c].unit].party.members
            if weight and any(guest.official for guest in members):
                by_home.setdefault(self.found.choices[c].host, []).append(c)
        for choices in by_home.values():
            for c in choices:
                others = [other for other in choices if self._meet(c, other)]
                if others:
                    self._beside(c, others, weight)

    def _meet(self, one: int, other: int) -> bool:
        a, b = self.found.choices[one], self.found.choices[other]
        return a.unit != b.unit and bool(set(a.blocks) & set(b.blocks))

    def _beside(self, choice: int, others: list[int], weight: int) -> None:
        column = self.milp.column()
        mine = self.of[choice]
        self.spread.append((column, choice, others, part_value(self.found, choice, weight)))
        if weight < 0:
            by_unit: dict[int, list[int]] = {}
            for other in others:
                by_unit.setdefault(self.found.choices[other].unit, []).append(self.of[other])
            for theirs in by_unit.values():
                self.milp.at_most([*((c, 1.0) for c in theirs), (mine, 1.0), (column, -1.0)], 1)
        else:
            self.milp.at_most([(column, 1.0), (mine, -1.0)], 0)
            self.milp.at_most([(column, 1.0), *((self.of[other], -1.0) for other in others)], 0)

    def wishes(self) -> dict[int, float]:
        """The wish sum."""
        more = self.beside.more
        worth = {column: self.found.choices[c].points + more.get(c, 0.0) for c, column in self.of.items()}
        worth |= {column: points for column, _, _, points in self.spread}
        return worth | self.beside.worth

    def keeping(self) -> dict[int, float]:
        """People who stay where they are."""
        choices = self.found.choices
        return {column: choices[c].kept for c, column in self.of.items() if choices[c].kept}

    def start(self, chosen: Iterable[int]) -> list[float]:
        """All columns for some choices, to begin a search with."""
        values = [0.0] * len(self.milp.uppers)
        taken = set(chosen)
        for c in taken:
            values[self.of[c]] = 1.0
        covered: dict[int, set[int]] = {}
        for c in taken:
            covered.setdefault(self.found.choices[c].unit, set()).update(self.found.choices[c].blocks)
        for unit, column in self.wholes.items():
            values[column] = float(covered.get(unit) == set(self.found.units[unit].blocks))
        for place, mixtures, columns in self.mixtures:
            values[columns[self._mixture(place, mixtures, taken)]] = 1.0
        for column, c, others, _ in self.spread:
            values[column] = float(c in taken and any(other in taken for other in others))
        for column, value in self.beside.values(taken).items():
            values[column] = value
        return values

    @staticmethod
    def _mixture(place: Place, mixtures: Sequence[Sequence[int]], taken: set[int]) -> int:
        counts = [0] * len(place.region.sizes)
        for c, kind in place.class_of.items():
            counts[kind] += c in taken
        for at, most in enumerate(mixtures):
            if all(n <= up for n, up in zip(counts, most, strict=True)):
                return at
        return 0

    def chosen(self, values: Sequence[float]) -> list[int]:
        """The choices taken by an answer."""
        return sorted(c for c, column in self.of.items() if values[column] > 0.5)

    def worth(self, worth: Mapping[int, float], chosen: Iterable[int]) -> float:
        """What some choices are worth by an objective."""
        return sum(value * worth.get(at, 0.0) for at, value in enumerate(self.start(chosen)) if value)

    def people(self, chosen: Iterable[int]) -> int:
        """How many are placed for their whole stay."""
        return round(self.worth(dict(self.placed), chosen))

    def settle(self, chosen: Iterable[int]) -> bool:
        """Who is beside whom by these choices stays so from now on; False where it never counts."""
        values = self.beside.values(set(chosen))
        for column, value in values.items():
            self.milp.row([(column, 1.0)], value, value)
        return bool(values)

    def forbid(self, chosen: Iterable[int]) -> None:
        """These choices not all at once."""
        some = [self.of[c] for c in chosen]
        self.milp.at_most([(column, 1) for column in some], len(some) - 1)
