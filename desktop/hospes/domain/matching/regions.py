# SPDX-License-Identifier: GPL-3.0-or-later
"""Which kinds of parties a home takes at once, found by trying all that could be together.

A party counts here only as its kind: who of it may share a room or a bed, nothing else. Homes have few beds,
so all mixtures of kinds can be tried; what remains are the largest of them. The best plan is sought with
these, which is exact and needs no beds in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from hospes.domain.codes_visit import BedKind, GroupRule
from hospes.domain.matching.beds import COT_AGE, Home, Sleeping, lodge
from hospes.domain.matching.homes import couples, strange_minors
from hospes.domain.matching.values import Guest
from hospes.domain.matching.view import is_accompanied, share_class

MOST_PLACES = 8
"""Up to so many places all mixtures are tried."""

MOST_MIXTURES = 4000

Kind = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Lodgers:
    """Members of one party who are there on a night, and what they need of the home."""

    people: tuple[Guest, ...]
    rule: GroupRule | None = None
    double: bool = False
    """Their double bed is part of this choice."""
    own: str = ""
    """Set where they belong to somebody who is in the home already: then they are like nobody else."""


@dataclass(frozen=True)
class Layout:
    """A home as far as it matters for who is in it together."""

    home: Home
    most: int
    """Guests it takes."""
    base: tuple[Lodgers, ...] = ()
    """Who stays there whatever the plan."""
    settled: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Equal for homes that take the same."""
        rooms: dict[str, list[tuple[str, bool]]] = {}
        for slot in self.home.slots:
            rooms.setdefault(slot.room, []).append((slot.kind, slot.pair))
        inside = tuple(guest.key for lodgers in self.base for guest in lodgers.people)
        return (tuple(sorted(tuple(sorted(beds)) for beds in rooms.values())), self.most, inside)

    @cached_property
    def asks(self) -> tuple[bool, bool, bool, bool]:
        """Whether sofas, cots, shared beds, shared rooms matter here."""
        kinds = {slot.kind for slot in self.home.slots}
        shared = any(slot.pair for slot in self.home.slots)
        rooms = [slot.room for slot in self.home.slots]
        return (BedKind.SOFA in kinds, BedKind.COT in kinds, shared, shared or len(set(rooms)) < len(rooms))

    def kind(self, lodgers: Lodgers) -> Kind:
        """What counts of a party here: equal for parties that can stand for each other."""
        sofa, cot, pair, rooms = self.asks
        people = lodgers.people
        several = len(people) > 1

        def of(guest: Guest) -> tuple[object, ...]:
            alone = guest.minor and not is_accompanied(guest, people)
            return (
                str(share_class(guest)) if rooms else "",
                str(guest.gender) if alone else "",
                bool(guest.sofa_ok) if sofa else False,
                (guest.age is not None and guest.age < COT_AGE) if cot else False,
                str(guest.bed) if pair and several else "",
            )

        one_room = several and lodgers.rule == GroupRule.SAME_ROOM
        return (tuple(sorted(of(guest) for guest in people)), one_room, lodgers.double, lodgers.own)


@dataclass(frozen=True)
class Region:
    """What a home takes: so many people of these kinds, or one of some largest mixtures of classes."""

    classes: dict[Kind, int]
    """Kind to class; kinds that never get in are missing."""
    sizes: tuple[int, ...]
    """People of a party by class."""
    most: int
    """People at most beside those there already."""
    patterns: tuple[tuple[int, ...], ...] = ()
    """Largest mixtures, parties by class; empty = the number of people is all that counts."""
    exact: bool = True
    """Else the mixtures are too many, and a plan has to be looked at afterwards."""
    _known: dict[tuple[int, ...], bool] = field(default_factory=dict, compare=False, repr=False)
    """What was asked before: the same few mixtures are asked for again and again."""

    def only(self, classes: frozenset[int]) -> tuple[tuple[int, ...], ...]:
        """The largest mixtures where the other classes never come."""
        cut = {tuple(n if at in classes else 0 for at, n in enumerate(one)) for one in self.patterns}
        return tuple(
            sorted(
                one
                for one in cut
                if not any(
                    other != one and all(n <= more for n, more in zip(one, other, strict=True))
                    for other in cut
                )
            )
        )

    def takes(self, counts: Sequence[int]) -> bool:
        """Do so many parties by class fit together?"""
        key = tuple(counts)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._takes(key)
        return known

    def _takes(self, counts: tuple[int, ...]) -> bool:
        if not self.patterns:
            return sum(n * size for n, size in zip(counts, self.sizes, strict=True)) <= self.most
        return any(all(n <= most for n, most in zip(counts, one, strict=True)) for one in self.patterns)


def fits_together(layout: Layout, parties: Sequence[Lodgers]) -> bool:
    """Do the home's beds and rooms hold these parties beside who is there already?"""
    everybody = (*layout.base, *parties)
    people = [guest for lodgers in everybody for guest in lodgers.people]
    if len(people) > layout.most:
        return False
    mixed = strange_minors(people)
    if mixed is not None and not {mixed[0].key, mixed[1].key} <= layout.settled:
        return False
    same_room: dict[str, set[str]] = {}
    doubles: set[str] = set()
    for lodgers in everybody:
        if lodgers.rule == GroupRule.SAME_ROOM:
            same_room.setdefault(lodgers.people[0].group, set()).update(g.key for g in lodgers.people)
        if lodgers.double:
            doubles.update(*couples(lodgers.people))
    rooms = tuple(frozenset(keys) for keys in same_room.values() if len(keys) > 1)
    sleeping = Sleeping(tuple(people), rooms, frozenset(doubles), layout.settled)
    return lodge(layout.home, sleeping) is not None


def region(layout: Layout, examples: dict[Kind, Lodgers]) -> Region:
    """What the home takes of the kinds for which somebody is given as an example."""
    kinds = [kind for kind, lodgers in examples.items() if fits_together(layout, [lodgers])]
    kinds.sort(key=repr)
    sizes = tuple(len(examples[kind].people) for kind in kinds)
    taken = sum(len(lodgers.people) for lodgers in layout.base)
    most = max(0, min(layout.most, layout.home.places) - taken)
    if most > MOST_PLACES:
        return _rough(kinds, sizes, most)
    found = _mixtures(layout, [examples[kind] for kind in kinds], sizes, most)
    if found is None:
        return _rough(kinds, sizes, most)
    mixtures, all_by_size = found
    if all_by_size:
        return _by_size(kinds, sizes, most)
    return _merged(kinds, sizes, most, mixtures)


def _rough(kinds: list[Kind], sizes: tuple[int, ...], most: int) -> Region:
    return replace(_by_size(kinds, sizes, most), exact=False)


def _by_size(kinds: list[Kind], sizes: tuple[int, ...], most: int) -> Region:
    different = sorted(set(sizes))
    classes = {kind: different.index(size) for kind, size in zip(kinds, sizes, strict=True)}
    return Region(classes, tuple(different), most)


def _copy(lodgers: Lodgers, at: str) -> Lodgers:
    """The same kind of party, but other people."""
    if lodgers.own:
        return lodgers
    people = tuple(
        replace(
            guest,
            key=f"{guest.key}*{at}",
            group=f"{guest.group}*{at}" if guest.group else "",
            household=f"{guest.household}*{at}" if guest.household else "",
            guardians=frozenset(f"{key}*{at}" for key in guest.guardians),
        )
        for guest in lodgers.people
    )
    return replace(lodgers, people=people)


def _mixtures(
    layout: Layout, examples: list[Lodgers], sizes: tuple[int, ...], most: int
) -> tuple[set[tuple[int, ...]], bool] | None:
    """All mixtures that fit, and whether only the number of people kept others out; None for too many."""
    copies = [
        [_copy(lodgers, f"{kind}.{at}") for at in range(1 if lodgers.own else most // size)]
        for kind, (lodgers, size) in enumerate(zip(examples, sizes, strict=True))
    ]
    empty = (0,) * len(examples)
    found = {empty}
    all_by_size = all(len(some) == most // size for some, size in zip(copies, sizes, strict=True))
    edge = [(empty, 0, 0)]
    while edge:
        counts, first, people = edge.pop()
        for at in range(first, len(examples)):
            if people + sizes[at] > most or counts[at] >= len(copies[at]):
                continue
            more = (*counts[:at], counts[at] + 1, *counts[at + 1 :])
            together = [one for kind, n in enumerate(more) for one in copies[kind][:n]]
            owners = [one.own for one in together if one.own]
            if len(set(owners)) < len(owners) or not fits_together(layout, together):
                all_by_size = False
                continue
            found.add(more)
            if len(found) > MOST_MIXTURES:
                return None
            edge.append((more, at, people + sizes[at]))
    return found, all_by_size


def _merged(kinds: list[Kind], sizes: tuple[int, ...], most: int, mixtures: set[tuple[int, ...]]) -> Region:
    """Kinds that can always stand for each other become one class; the largest mixtures remain."""
    leaders: list[int] = []
    class_of: list[int] = []
    for at in range(len(kinds)):
        same = next((n for n, lead in enumerate(leaders) if _alike(at, lead, sizes, mixtures)), None)
        if same is None:
            leaders.append(at)
        class_of.append(len(leaders) - 1 if same is None else same)
    merged = set()
    for counts in mixtures:
        by_class = [0] * len(leaders)
        for at, n in enumerate(counts):
            by_class[class_of[at]] += n
        merged.add(tuple(by_class))
    largest = sorted(counts for counts in merged if not _grows(counts, merged))
    return Region(
        dict(zip(kinds, class_of, strict=True)), tuple(sizes[lead] for lead in leaders), most, tuple(largest)
    )


def _grows(counts: tuple[int, ...], merged: set[tuple[int, ...]]) -> bool:
    return any((*counts[:at], counts[at] + 1, *counts[at + 1 :]) in merged for at in range(len(counts)))


def _alike(one: int, other: int, sizes: tuple[int, ...], mixtures: set[tuple[int, ...]]) -> bool:
    """Can a party of one kind always be changed for one of the other?"""
    for counts in mixtures:
        for give, take in ((one, other), (other, one)):
            if counts[give]:
                swapped = list(counts)
                swapped[give] -= 1
                swapped[take] += 1
                if tuple(swapped) not in mixtures:
                    return False
    return True
