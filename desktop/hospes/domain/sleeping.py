# SPDX-License-Identifier: GPL-3.0-or-later
"""Which bed of a home each guest gets: derived, the same every time, unless set by hand (decision 11).

A couple that wants a double bed gets one, people who belong together get one room, strangers of different
sex do not share one, everybody else has a bed of their own; a sofa comes last. It is the placing by which
the matching says that there is room for all, as long as nobody chose a bed by hand and no bed changes hands
during the visit; else beds are given one after the other. Whoever finds no bed is told as such, never put
two into one.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hospes.domain.codes_visit import BedKind, BedWish, GroupRule
from hospes.domain.matching.beds import Home
from hospes.domain.matching.homes import Crowd, beds_for, doubles_kept
from hospes.domain.matching.values import Guest, HostBed
from hospes.domain.matching.view import may_share_room

_LAST = {BedKind.SOFA: 2, BedKind.COT: 3}
"""Beds that are given last."""


@dataclass(frozen=True, slots=True)
class Sleeper:
    """A guest of a home, the nights there, the rule of the group, and the bed somebody chose."""

    guest: Guest
    nights: frozenset[date]
    rule: GroupRule | None = None
    by_hand: str = ""

    @property
    def key(self) -> str:
        """Of the guest."""
        return self.guest.key


@dataclass(frozen=True, slots=True)
class Lying:
    """Where a guest lies: the bed and the place in it."""

    bed: str
    place: int


def lie_down(beds: Sequence[HostBed], sleepers: Sequence[Sleeper]) -> Mapping[str, Lying]:
    """The place of each guest of one home for the whole stay; who finds none is left out."""
    ordered = sorted(sleepers, key=lambda one: one.guest.order)
    if not any(one.by_hand for one in ordered):
        at_once = _all_at_once(beds, ordered)
        if at_once is not None:
            return at_once
    room = _Room(beds)
    for one in ordered:
        if one.by_hand:
            room.put(one, one.by_hand)
    parties: dict[str, list[Sleeper]] = defaultdict(list)
    for one in ordered:
        if one.key not in room.found:
            parties[one.guest.group or f"·{one.key}"].append(one)
    # Couples first: a double bed taken by one alone would be lost to them.
    by_need = sorted(
        parties.values(), key=lambda party: (not _couple(party), -len(party), party[0].guest.order)
    )
    for party in by_need:
        room.take(party)
    return room.found


def _all_at_once(beds: Sequence[HostBed], ordered: Sequence[Sleeper]) -> Mapping[str, Lying] | None:
    """Beds for everybody as if all were there every night, by the rules of the matching; None if none."""
    together: dict[str, set[str]] = defaultdict(set)
    for one in ordered:
        if one.guest.group and one.rule is GroupRule.SAME_ROOM:
            together[one.guest.group].add(one.key)
    one_room = tuple(frozenset(keys) for keys in together.values() if len(keys) > 1)
    home, who = Home(tuple(beds)), Crowd(tuple(one.guest for one in ordered), one_room)
    found = beds_for(home, who, doubles_kept(home, who))
    if found is None:
        return None
    inside: Counter[str] = Counter()
    lying = {}
    for one in ordered:
        bed = found[one.key]
        lying[one.key] = Lying(bed, inside[bed])
        inside[bed] += 1
    return lying


def _couple(party: Sequence[Sleeper]) -> bool:
    return len(party) > 1 and all(one.guest.bed is BedWish.DOUBLE_SHARED for one in party)


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
            wants_double = one.guest.bed is BedWish.DOUBLE_SHARED and len(party) > 1
            fits = bed.places > 1 if wants_double else bed.places == 1
            strange = self._strangers(bed.room, one)
            rank = (not (mine and wants_double), strange, not fits, rooms.index(bed.room), number)
            options.append((rank, bed.key))
        if options:
            self.put(one, min(options)[1])

    def _strangers(self, room: str, one: Sleeper) -> int:
        """With how many of those in a room somebody may not share it."""
        return sum(
            not may_share_room(one.guest, other.guest)
            for bed in self.beds
            if bed.room == room
            for other in self.lain[bed.key]
            if other.nights & one.nights
        )

    def _free(self, room: str, party: Sequence[Sleeper]) -> int:
        wanted = len(party)
        free: Counter[str] = Counter()
        for bed in self.beds:
            if bed.room == room and self._place(bed, party[0]) is not None:
                free[room] += bed.places
        return min(free[room], wanted)

    def _place(self, bed: HostBed, one: Sleeper) -> int | None:
        """The free place in a bed; beside strangers there is none, but a bunk bed is two."""
        others = [other for other in self.lain[bed.key] if other.nights & one.nights]
        if bed.kind is BedKind.BUNK:
            others = []
        if any(not one.guest.group or other.guest.group != one.guest.group for other in others):
            return None
        for place in range(bed.places):
            if not self.taken[bed.key, place] & one.nights:
                return place
        return None
