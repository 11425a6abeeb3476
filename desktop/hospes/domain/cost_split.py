# SPDX-License-Identifier: GPL-3.0-or-later
"""Sharing what a visit costs among those who pay: to the cent, and always in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class CostSplit(Code):
    """Among whom the costs are shared."""

    PERSON = "person", N_("Everybody the same")
    HOUSEHOLD = "household", N_("Each household the same")
    TRAVELLING = "travelling", N_("Only those who travel")
    HALVES = "halves", N_("Each side one half")


@dataclass(frozen=True, slots=True)
class Sharer:
    """Somebody who pays a share."""

    key: UUID
    household: object
    """The same for who lives together; None for who lives on their own."""
    travels: bool


def split(minor: int, people: Sequence[Sharer], how: CostSplit) -> dict[UUID, int]:
    """The share of each in minor units, which together are the whole; nought for who pays nothing."""
    found = {one.key: 0 for one in people}
    for part, some in _parts(minor, people, how):
        for one, share in zip(some, _even(part, len(some)), strict=True):
            found[one.key] = share
    return found


def _parts(minor: int, people: Sequence[Sharer], how: CostSplit) -> list[tuple[int, Sequence[Sharer]]]:
    away = [one for one in people if one.travels]
    here = [one for one in people if not one.travels]
    if how is CostSplit.HOUSEHOLD:
        homes: dict[object, list[Sharer]] = {}
        for one in people:
            homes.setdefault(one.household or one.key, []).append(one)
        return list(zip(_even(minor, len(homes)), homes.values(), strict=True))
    if how is CostSplit.TRAVELLING and away:
        return [(minor, away)]
    if how is CostSplit.HALVES and away and here:
        return list(zip(_even(minor, 2), (away, here), strict=True))
    return [(minor, people)]


def _even(minor: int, parts: int) -> list[int]:
    """The amount in equal parts; the cents that are left go to the first ones."""
    if not parts:
        return []
    each, rest = divmod(minor, parts)
    return [each + (at < rest) for at in range(parts)]
