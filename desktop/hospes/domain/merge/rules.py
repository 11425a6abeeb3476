# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that two laptops can break together though neither broke them alone.

Nobody lives in two households at once, and a bed is not given twice on a night: of the two rows one can be
right, and somebody says which. What is only unlikely (more guests than a home said) is left to the check of
the records.
"""

from collections import defaultdict
from collections.abc import Iterator

from hospes.domain.merge.values import Fields, Key, State

HOUSEHOLD, PLACEMENT, BED = "household_member", "placement", "bed"


def clashes(base: State, mine: State, theirs: State) -> list[tuple[Key, Key]]:
    """Pairs of rows, one new on each side, of which only one can be."""
    return [*_two_homes(base, mine, theirs), *_bed_twice(base, mine, theirs)]


def _new(side: State, other: State, base: State, table: str) -> Iterator[tuple[Key, Fields]]:
    """Rows that this side has and the other does not, or has not like this."""
    for key, fields in side.items():
        if key[0] == table and fields != base.get(key) and fields != other.get(key):
            yield key, fields


def _two_homes(base: State, mine: State, theirs: State) -> Iterator[tuple[Key, Key]]:
    homes: dict[object, list[Key]] = defaultdict(list)
    for key, fields in _new(mine, theirs, base, HOUSEHOLD):
        if fields["valid_to"] is None:
            homes[fields["person_id"]].append(key)
    for key, fields in _new(theirs, mine, base, HOUSEHOLD):
        if fields["valid_to"] is None:
            for other in homes.get(fields["person_id"], ()):
                if other != key and mine[other]["household_id"] != fields["household_id"]:
                    yield other, key


def _bed_twice(base: State, mine: State, theirs: State) -> Iterator[tuple[Key, Key]]:
    taken: dict[tuple[object, object], list[Key]] = defaultdict(list)
    for key, fields in _new(mine, theirs, base, PLACEMENT):
        if fields["bed_id"] is not None:
            taken[fields["bed_id"], fields["night"]].append(key)
    for key, fields in _new(theirs, mine, base, PLACEMENT):
        for other in taken.get((fields["bed_id"], fields["night"]), ()):
            bed = theirs.get((BED, str(fields["bed_id"]))) or {}
            if other != key and bed.get("places", 1) == 1:
                yield other, key
