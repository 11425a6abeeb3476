# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting links between towns, and telling why our number is not the one somebody else states.

A number of links means nothing without the day it was of, who counted, and what was counted: every kind or
twinnings only, ended ones too, a link once or from each of its towns. So a count keeps all of that apart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hospes.domain.codes import Code
from hospes.domain.codes_twinning import PartnershipStatus, PartnershipType
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_


class By(Code):
    """What is counted by."""

    COUNTRY = "country", N_("By country")
    REGION = "region", N_("By region")
    KIND = "kind", N_("By kind of link")
    DECADE = "decade", N_("By decade of founding")


@dataclass(frozen=True, slots=True)
class Area:
    """A country, a region in it, or, with neither, anywhere."""

    country: str = ""
    region: str = ""
    """What it is called; empty for the whole country."""
    keys: frozenset[str] = frozenset()
    """The folds of its names in any language, and of those it had before."""

    @property
    def whole(self) -> bool:
        """Whether it is the world."""
        return not self.country and not self.region

    def holds(self, country: str, region: str) -> bool:
        """Whether a town of this country and (folded) region lies in it."""
        if self.country and country != self.country:
            return False
        return not self.region or region in (self.keys or {fold(self.region)})


@dataclass(frozen=True, slots=True)
class Lump:
    """Links that are alike in everything that is counted by."""

    a_country: str
    a_region: str
    """Folded."""
    b_country: str
    b_region: str
    type: PartnershipType
    status: PartnershipStatus
    decade: int | None
    both_sides: int
    count: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many links, and of what they are made up. Ended ones are not in `count`."""

    count: int = 0
    ended: int = 0
    both_sides: int = 0
    kinds: Mapping[PartnershipType, int] = field(default_factory=dict)

    @property
    def twinnings(self) -> int:
        """Those that are twinnings in the narrow sense."""
        return self.kinds.get(PartnershipType.TWINNING, 0)

    @property
    def others(self) -> int:
        """Those of another kind."""
        return self.count - self.twinnings


def total(lumps: Iterable[Lump]) -> Count:
    """All of them together."""
    count = ended = both = 0
    kinds: Counter[PartnershipType] = Counter()
    for one in lumps:
        if one.status is PartnershipStatus.ENDED:
            ended += one.count
            continue
        count += one.count
        both += one.both_sides
        kinds[one.type] += one.count
    return Count(count, ended, both, dict(kinds))


def between(lumps: Iterable[Lump], a: Area, b: Area) -> Count:
    """Those between two areas, whichever stands first in the list; an area without limits is the world."""
    return total(
        one
        for one in lumps
        if (a.holds(one.a_country, one.a_region) and b.holds(one.b_country, one.b_region))
        or (b.holds(one.a_country, one.a_region) and a.holds(one.b_country, one.b_region))
    )


Key = tuple[str, ...]


def counted(lumps: Iterable[Lump], by: By) -> dict[Key, Count]:
    """The counts by something, the largest first. Pairs stand in one order, so France–Germany is one row."""
    groups: dict[Key, list[Lump]] = {}
    for one in lumps:
        groups.setdefault(_key(one, by), []).append(one)
    found = {key: total(some) for key, some in groups.items()}
    if by is By.DECADE:
        return dict(sorted(found.items()))
    return dict(sorted(found.items(), key=lambda pair: (-pair[1].count, pair[0])))


def _key(one: Lump, by: By) -> Key:
    if by is By.KIND:
        return (one.type.value,)
    if by is By.DECADE:
        return ("" if one.decade is None else str(one.decade),)
    if by is By.COUNTRY:
        return tuple(sorted((one.a_country, one.b_country)))
    a, b = sorted(((one.a_country, one.a_region), (one.b_country, one.b_region)))
    return (*a, *b)


@dataclass(frozen=True, slots=True)
class Stated:
    """A number somebody states, with when and who."""

    code: str
    a: Area
    b: Area
    count: int
    as_of: RoughDate | None = None
    source: str = ""
    note: str = ""
    shipped: bool = False
    edited: bool = False


class Why(StrEnum):
    """What may make one number another."""

    NOTHING_HERE = "nothing_here"
    SAME = "same"
    KINDS = "kinds"
    """Only twinnings in the narrow sense are so many."""
    ENDED = "ended"
    """With those that have ended they are so many."""
    TWICE = "twice"
    """With those counted twice that the lists have from both towns they are so many."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Our count beside a stated one."""

    stated: Stated
    here: Count | None
    """None where the stated number does not say between whom."""
    reasons: tuple[Why, ...] = ()
    """What would make the two alike, the nearest first."""

    @property
    def difference(self) -> int:
        """How many more are counted here."""
        return self.here.count - self.stated.count if self.here is not None else 0


def compared(stated: Stated, lumps: Iterable[Lump]) -> Compared:
    """Our count beside a stated one, and which way of counting would come nearer to it."""
    if stated.a.whole and stated.b.whole:
        return Compared(stated, None)
    here = between(lumps, stated.a, stated.b)
    if not here.count and not here.ended:
        return Compared(stated, here, (Why.NOTHING_HERE,))
    gap = abs(here.count - stated.count)
    if not gap:
        return Compared(stated, here, (Why.SAME,))
    ways = (
        (Why.KINDS, here.twinnings),
        (Why.ENDED, here.count + here.ended),
        (Why.TWICE, here.count + here.both_sides),
    )
    nearer = [(abs(number - stated.count), why) for why, number in ways if abs(number - stated.count) < gap]
    return Compared(stated, here, tuple(why for _, why in sorted(nearer, key=lambda pair: pair[0])))
