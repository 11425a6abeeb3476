# SPDX-License-Identifier: GPL-3.0-or-later
"""A programme day by day: its order, what overlaps, and to which time something could move.

Items are plain values with local times of the place; who takes part is known as a set of people, or, while
nobody has registered, as an audience.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from hospes.domain.codes_visit import Audience

LAST_START = time(23, 0)
"""Nothing is moved later than this."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An item of the programme as the rules see it."""

    id: Hashable
    on: date
    starts: time | None = None
    ends: time | None = None
    position: int = 0
    audience: Audience = Audience.ALL
    people: frozenset[Hashable] = field(default=frozenset())
    """Who takes part, as far as it is known."""

    @property
    def length(self) -> timedelta:
        """How long it lasts; nothing while its end is not known."""
        if self.starts is None or self.ends is None:
            return timedelta()
        ends = _at(self.on, self.ends)
        starts = _at(self.on, self.starts)
        return ends - starts if ends >= starts else ends + timedelta(days=1) - starts


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two items that some people would have to attend at once; `move_to` is a time for the second."""

    first: Slot
    second: Slot
    move_to: time | None


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock)


def ordered(slots: Iterable[Slot]) -> list[Slot]:
    """Items in the order they happen: by day and time; what has no time stays behind what it stood behind."""
    found: list[Slot] = []
    by_day: dict[date, list[Slot]] = {}
    for slot in sorted(slots, key=lambda one: (one.on, one.position)):
        by_day.setdefault(slot.on, []).append(slot)
    for day in sorted(by_day):
        found += _one_day(by_day[day])
    return found


def _one_day(slots: Sequence[Slot]) -> list[Slot]:
    behind: dict[Hashable, list[Slot]] = {}
    timed: list[Slot] = []
    anchor: Hashable = None
    for slot in slots:
        if slot.starts is None:
            behind.setdefault(anchor, []).append(slot)
        else:
            timed.append(slot)
            anchor = slot.id
    timed.sort(key=lambda one: one.starts or time.min)
    found = list(behind.get(None, []))
    for slot in timed:
        found.append(slot)
        found += behind.get(slot.id, [])
    return found


def together(one: Slot, other: Slot) -> bool:
    """Whether somebody would have to be at both."""
    if one.people and other.people:
        return bool(one.people & other.people)
    if Audience.ALL in (one.audience, other.audience):
        return True
    return one.audience is other.audience and one.audience is not Audience.CHOSEN


def overlap(one: Slot, other: Slot) -> bool:
    """Whether two items of a day lie over each other; one whose end is not known only by its beginning."""
    if one.on != other.on or one.starts is None or other.starts is None or not together(one, other):
        return False
    first, second = sorted((one, other), key=lambda slot: (slot.starts or time.min, slot.length))
    assert first.starts is not None
    assert second.starts is not None
    begins, later = _at(first.on, first.starts), _at(second.on, second.starts)
    return begins == later or later < begins + first.length


def overlaps(slots: Iterable[Slot]) -> list[Overlap]:
    """All pairs that lie over each other, with a time to which the second could move."""
    all_slots = ordered(slots)
    found = []
    for number, one in enumerate(all_slots):
        for other in all_slots[number + 1 :]:
            if other.on != one.on:
                break
            if overlap(one, other):
                found.append(Overlap(one, other, later_time(other, one, all_slots)))
    return found


def later_time(moving: Slot, behind: Slot, slots: Iterable[Slot]) -> time | None:
    """The first time from the end of `behind` on at which `moving` fits on its day; None if there is none."""
    if behind.starts is None or not behind.length:
        return None
    day = [one for one in slots if one.on == moving.on and one.id != moving.id and together(one, moving)]
    start = _at(behind.on, behind.starts) + behind.length
    for _ in range(len(day) + 1):
        if start.date() != moving.on or start.time() > LAST_START:
            return None
        tried = replace(moving, starts=start.time(), ends=ends_after(start.time(), moving.length))
        hit = next((one for one in day if overlap(one, tried)), None)
        if hit is None:
            return start.time()
        if not hit.length or hit.starts is None:
            return None
        start = max(start, _at(hit.on, hit.starts) + hit.length)
    return None


def ends_after(starts: time, length: timedelta) -> time | None:
    """The end of something that begins then and lasts so long; None where its length is not known."""
    return (_at(date.min, starts) + length).time() if length else None
