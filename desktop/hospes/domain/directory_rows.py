# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing a link of a list with the one the file has: what it adds, and where the two differ."""

from dataclasses import dataclass, replace

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.directory_links import Link, exacter, fuller, rougher


@dataclass(frozen=True, slots=True)
class Against:
    """What a list says of a link that is there already."""

    filled: Link
    """Ours, with what was missing."""
    taken: Link
    """Ours, with what the list says instead."""
    fills: frozenset[str]
    differs: tuple[str, ...]
    """Fields in which both say something else."""


def against(ours: Link, theirs: Link) -> Against:
    """Compare; `theirs` has its sides in the order of ours."""
    differs: list[str] = []
    since, until, status = ours.since, ours.until, ours.status
    if rougher(ours.since, theirs.since):
        since = exacter(ours.since, theirs.since)
    else:
        differs.append("since")
    if rougher(ours.until, theirs.until):
        until = exacter(ours.until, theirs.until)
    else:
        differs.append("until")
    newer = theirs.as_of is not None and (ours.as_of is None or theirs.as_of > ours.as_of)
    if theirs.status is not ours.status:
        # A list that is younger knows better whether a link still lives; an older one is only different.
        if newer and theirs.status is not PartnershipStatus.ACTIVE:
            status = theirs.status
        elif theirs.status is not PartnershipStatus.ACTIVE:
            differs.append("status")
    a, b = fuller(ours.a, theirs.a), fuller(ours.b, theirs.b)
    filled = replace(
        ours, a=a, b=b, since=since, until=until, status=status,
        both_sides=ours.both_sides or theirs.both_sides, source=ours.source or theirs.source,
        as_of=theirs.as_of if newer and theirs.source == ours.source else ours.as_of or theirs.as_of,
    )  # fmt: skip
    taken = replace(
        filled,
        since=theirs.since or filled.since,
        until=theirs.until or filled.until,
        status=theirs.status if "status" in differs else filled.status,
        source=theirs.source or filled.source,
        as_of=theirs.as_of or filled.as_of,
    )
    fills = frozenset(
        name
        for name in ("since", "until", "status", "both_sides", "source", "as_of", "a", "b")
        if getattr(filled, name) != getattr(ours, name)
    )
    return Against(filled, taken, fills, tuple(differs))
