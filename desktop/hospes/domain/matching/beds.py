# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sleeps in which bed of a home on one night: found by trying, exactly, for the few beds a home has.

A double bed takes two only if both belong together and neither asked for an own bed; a sofa takes who agreed
to it, a cot a small child; a room is shared by people of one group or family, or by strangers of one sex who
are both of age or both minors; who travels under "same room" gets one room.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hospes.domain.codes_visit import BedKind, BedWish
from hospes.domain.matching.values import Guest, HostBed
from hospes.domain.matching.view import may_share_room, related

COT_AGE = 4
"""Under this age a child sleeps in a cot."""

STEPS = 20_000
"""How many placings are tried before a home counts as full: only a dormitory comes near it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A bed, or a part of one that sleeps one person."""

    bed: str
    room: str
    kind: BedKind
    pair: bool
    """Two may share it, if they want."""


@dataclass(frozen=True)
class Home:
    """The beds of a home as slots."""

    beds: tuple[HostBed, ...]

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """In order of rooms and beds; a bunk bed for two is two slots."""
        found: list[Slot] = []
        for bed in self.beds:
            if is_pair_bed(bed):
                found.append(Slot(bed.key, bed.room, bed.kind, pair=True))
            else:
                found += [Slot(bed.key, bed.room, bed.kind, pair=False)] * bed.places
        return tuple(found)

    @cached_property
    def places(self) -> int:
        """How many people find room at most."""
        return sum(2 if slot.pair else 1 for slot in self.slots)

    @cached_property
    def rooms(self) -> tuple[str, ...]:
        """Each once, in order."""
        return tuple(dict.fromkeys(slot.room for slot in self.slots))


def is_pair_bed(bed: HostBed) -> bool:
    """Is it one bed for two?"""
    return bed.kind == BedKind.DOUBLE or (bed.kind == BedKind.SOFA and bed.places > 1)


@dataclass(frozen=True, slots=True)
class Waive:
    """Musts to look away from, to find out which one is broken."""

    sharing: bool = False
    kind: bool = False
    together: bool = False


NOTHING = Waive()


@dataclass(frozen=True, slots=True)
class Sleeping:
    """Who is to sleep in a home on one night."""

    people: tuple[Guest, ...]
    same_room: tuple[frozenset[str], ...] = ()
    """Keys of those who must have one room, for each party."""
    doubles: frozenset[str] = frozenset()
    """Keys of those who are to share a double bed, two by two."""
    settled: frozenset[str] = frozenset()
    """Keys of those who are here on purpose against a must: nothing is asked among them."""


def may_use(slot: Slot, guest: Guest) -> bool:
    """Can this guest sleep in a bed of this kind? Not asked about a sofa bed is no."""
    if slot.kind == BedKind.SOFA:
        return guest.sofa_ok is True
    if slot.kind == BedKind.COT:
        return guest.age is not None and guest.age < COT_AGE
    return True


def may_share_bed(one: Guest, other: Guest) -> bool:
    """Do two guests share a double bed?"""
    return related(one, other) and BedWish.SINGLE not in {one.bed, other.bed}


@dataclass
class _Search:
    home: Home
    sleeping: Sleeping
    waive: Waive
    left: int = STEPS
    at: dict[str, int] = field(default_factory=dict)
    """Guest to slot."""
    inside: list[list[Guest]] = field(default_factory=list)
    """Guests by slot."""
    rooms: dict[str, list[Guest]] = field(default_factory=dict)
    bound: dict[str, frozenset[str]] = field(default_factory=dict)
    """Guest to those with whom a room is shared by must."""

    def run(self) -> dict[str, str] | None:
        """Guest to bed, or None."""
        slots, sleeping = self.home.slots, self.sleeping
        self.inside = [[] for _ in slots]
        self.rooms = {room: [] for room in self.home.rooms}
        if not self.waive.together:
            self.bound = {key: party for party in sleeping.same_room for key in party}
        if not self._try(_in_turn(sleeping, self.bound), 0):
            return None
        return {key: slots[slot].bed for key, slot in self.at.items()}

    def _try(self, people: Sequence[Guest], next_one: int) -> bool:
        if next_one == len(people):
            return self._doubles_kept()
        self.left -= 1
        if self.left < 0:
            return False
        guest = people[next_one]
        seen: set[tuple[object, ...]] = set()
        for index, slot in enumerate(self.home.slots):
            inside = self.inside[index]
            alike = (slot.room, slot.kind, slot.pair, tuple(one.key for one in inside))
            if alike in seen or not self._fits(guest, slot, inside):
                continue
            seen.add(alike)
            self._put(guest, index)
            if self._try(people, next_one + 1):
                return True
            self._take(guest, index)
        return False

    def _put(self, guest: Guest, index: int) -> None:
        self.at[guest.key] = index
        self.inside[index].append(guest)
        self.rooms[self.home.slots[index].room].append(guest)

    def _take(self, guest: Guest, index: int) -> None:
        del self.at[guest.key]
        self.inside[index].pop()
        self.rooms[self.home.slots[index].room].pop()

    def _fits(self, guest: Guest, slot: Slot, inside: list[Guest]) -> bool:
        settled = guest.key in self.sleeping.settled
        if inside and (not slot.pair or len(inside) > 1 or not self._share_bed(guest, inside[0])):
            return False
        if not (self.waive.kind or settled or may_use(slot, guest)):
            return False
        in_room = self.rooms[slot.room]
        if not self.waive.sharing and not all(self._share_room(guest, other) for other in in_room):
            return False
        party = self.bound.get(guest.key)
        if party is None or settled:
            return True
        # The first of a party chooses the room, the others follow.
        return all(self.home.slots[self.at[key]].room == slot.room for key in party if key in self.at)

    def _share_bed(self, one: Guest, other: Guest) -> bool:
        return self.waive.kind or self._both_settled(one, other) or may_share_bed(one, other)

    def _share_room(self, one: Guest, other: Guest) -> bool:
        return self._both_settled(one, other) or may_share_room(one, other)

    def _both_settled(self, one: Guest, other: Guest) -> bool:
        return one.key in self.sleeping.settled and other.key in self.sleeping.settled

    def _doubles_kept(self) -> bool:
        wanted = self.sleeping.doubles
        if not wanted:
            return True
        waiting: dict[str, list[Guest]] = {}
        for index, inside in enumerate(self.inside):
            slot = self.home.slots[index]
            paired = slot.kind == BedKind.DOUBLE and len(inside) > 1
            for guest in inside:
                if guest.key in wanted and not paired:
                    waiting.setdefault(guest.group or guest.household, []).append(guest)
        return all(len(alone) < 2 for alone in waiting.values())


def _in_turn(sleeping: Sleeping, bound: dict[str, frozenset[str]]) -> list[Guest]:
    """Those who need most come first: parties of one room by size, couples, then the others."""
    together: dict[str, int] = {}
    for guest in sleeping.people:
        together[guest.group] = together.get(guest.group, 0) + 1

    def need(at: int) -> tuple[object, ...]:
        guest = sleeping.people[at]
        party = len(bound.get(guest.key, ()))
        size = together[guest.group] if guest.group else 1
        return (-party, guest.key not in sleeping.doubles, -size, guest.group if size > 1 else "", at)

    return [sleeping.people[at] for at in sorted(range(len(sleeping.people)), key=need)]


def lodge(home: Home, sleeping: Sleeping, waive: Waive = NOTHING) -> dict[str, str] | None:
    """Guest to bed for everybody, or None where there is no way."""
    if len(sleeping.people) > home.places:
        return None
    return _Search(home, sleeping, waive).run()
