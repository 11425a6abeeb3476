# SPDX-License-Identifier: GPL-3.0-or-later
"""Which bed of a home each guest gets: derived, the same every time, unless set by hand (decision 11).

A couple that wants a double bed gets one, people who belong together get one room, everybody else a bed of
their own; a sofa comes last. Whoever finds no bed is told as such, never put two into one.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hospes.domain.codes_visit import BedKind, BedWish, GroupRule
from hospes.domain.matching.values import HostBed

_LAST = {BedKind.SOFA: 2, BedKind.COT: 3}
"""Beds that are given last."""


@dataclass(frozen=True, slots=True)
class Sleeper:
    """A guest of a home, the nights there, and what matters for the bed."""

    key: str
    order: tuple[str, ...]
    nights: frozenset[date]
    group: str = ""
    rule: GroupRule | None = None
    bed: BedWish = BedWish.SINGLE
    by_hand: str = ""
    """Key of a bed somebody chose."""


@dataclass(frozen=True, slots=True)
class Lying:
    """Where a guest lies: the bed and the place in it."""

    bed: str
    place: int


def lie_down(beds: Sequence[HostBed], sleepers: Sequence[Sleeper]) -> Mapping[str, Lying]:
    """The place of each guest of one home for the whole stay; who finds none is left out."""
    room = _Room(beds)
    ordered = sorted(sleepers, key=lambda one: one.order)
    for one in ordered:
        if one.by_hand:
            room.put(one, one.by_hand)
    parties: dict[str, list[Sleeper]] = defaultdict(list)
    for one in ordered:
        if one.key not in room.found:
            parties[one.group or f"·{one.key}"].append(one)
    # Couples first: a double bed taken by one alone would be lost to them.
    by_need = sorted(parties.values(), key=lambda party: (not _couple(party), -len(party), party[0].order))
    for party in by_need:
        room.take(party)
    return room.found


def _couple(party: Sequence[Sleeper]) -> bool:
    return len(party) > 1 and all(one.bed is BedWish.DOUBLE_SHARED for one in party)


class _Room:
    """The beds of a home while they are given away."""

    def __init__(self, beds: Sequence[HostBed]) -> None:
        self.beds = sorted(beds, key=lambda bed: _LAST.get(bed.kind, 0))
        self.taken: dict[tuple[str, int], set[date]] = defaultdict(set)
        self.lain: dict[str, list[Sleeper]] = defaultdict(list)
        self.found: dict[str, Lying] = {}

    def put(self, one: Sleeper, bed_key: str) -> bool:
        """Lay somebody into this bed, if there is room in it."""
        bed = next((bed for bed in self.beds if bed.key == bed_key), None)
        place = None if bed is None else self._place(bed, one)
        if place is None:
            return False
        self.taken[bed_key, place] |= one.nights
        self.lain[bed_key].append(one)
        self.found[one.key] = Lying(bed_key, place)
        return True

    def take(self, party: Sequence[Sleeper]) -> None:
        """Find beds for people who belong together: one room, else wherever there are some."""
        together = len(party) > 1 and all(one.rule is GroupRule.SAME_ROOM for one in party)
        rooms = list(dict.fromkeys(bed.room for bed in self.beds))
        if together:
            rooms.sort(key=lambda room: -self._free(room, party))
        for one in party:
            self._lay(one, party, rooms)

    def _lay(self, one: Sleeper, party: Sequence[Sleeper], rooms: list[str]) -> None:
        options = []
        for number, bed in enumerate(self.beds):
            if self._place(bed, one) is None:
                continue
            mine = any(other in party for other in self.lain[bed.key])
            wants_double = one.bed is BedWish.DOUBLE_SHARED and len(party) > 1
            fits = bed.places > 1 if wants_double else bed.places == 1
            options.append((not (mine and wants_double), not fits, rooms.index(bed.room), number, bed.key))
        if options:
            self.put(one, min(options)[-1])

    def _free(self, room: str, party: Sequence[Sleeper]) -> int:
        wanted = len(party)
        free: Counter[str] = Counter()
        for bed in self.beds:
            if bed.room == room and self._place(bed, party[0]) is not None:
                free[room] += bed.places
        return min(free[room], wanted)

    def _place(self, bed: HostBed, one: Sleeper) -> int | None:
        """The free place in a bed; beside strangers there is none."""
        others = [other for other in self.lain[bed.key] if other.nights & one.nights]
        if any(not one.group or other.group != one.group for other in others):
            return None
        for place in range(bed.places):
            if not self.taken[bed.key, place] & one.nights:
                return place
        return None
