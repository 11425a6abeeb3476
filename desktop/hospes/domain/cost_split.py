# SPDX-License-Identifier: GPL-3.0-or-later
"""Sharing what a visit costs among those who pay: to the cent, and always in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from hospes.domain.codes import Code
from hospes.domain.codes_money import BudgetCategory
from hospes.i18n.marks import N_


class Bearer(StrEnum):
    """Who bears a part of the costs."""

    PERSON = "person"
    """Somebody on the visit's list."""
    HOST = "host"
    """A host household."""
    OWN = "own"
    """The association itself."""
    PARTNER = "partner"
    """An association that sends or takes in a delegation."""
    OTHER = "other"
    """A town, a firm, whoever else."""


ASSOCIATIONS = frozenset({Bearer.OWN, Bearer.PARTNER})

BORNE = {
    Bearer.HOST: BudgetCategory.SHARES,
    Bearer.OWN: BudgetCategory.OWN,
    Bearer.PARTNER: BudgetCategory.PARTNER,
    Bearer.OTHER: BudgetCategory.OTHER_INCOME,
}
"""Under which income the parts of those stand who are not on the list."""


class CostSplit(Code):
    """Among whom the costs are shared."""

    PERSON = "person", N_("Everybody the same")
    HOUSEHOLD = "household", N_("Each household the same")
    TRAVELLING = "travelling", N_("Only those who travel")
    HALVES = "halves", N_("Each side one half")
    HOSTS = "hosts", N_("Everybody, and each host household as one person")
    ASSOCIATIONS = "associations", N_("The associations in equal parts")


@dataclass(frozen=True, slots=True)
class Sharer:
    """Somebody who pays a share."""

    key: UUID
    household: object
    """The same for who lives together; None for who lives on their own."""
    travels: bool
    kind: Bearer = Bearer.PERSON


def split(minor: int, some: Sequence[Sharer], how: CostSplit) -> dict[UUID, int]:
    """The share of each in minor units, which together are the whole; nought for who pays nothing."""
    found = {one.key: 0 for one in some}
    for part, bearers in _parts(minor, some, how):
        for one, share in zip(bearers, _even(part, len(bearers)), strict=True):
            found[one.key] = share
    return found


def _parts(minor: int, some: Sequence[Sharer], how: CostSplit) -> list[tuple[int, Sequence[Sharer]]]:
    people = [one for one in some if one.kind is Bearer.PERSON]
    hosts = [one for one in some if one.kind is Bearer.HOST]
    away = [one for one in people if one.travels]
    # Where nobody at home is on the list, the homes that take guests in are the other side.
    here = [one for one in people if not one.travels] or hosts
    if how is CostSplit.HOUSEHOLD:
        homes: dict[object, list[Sharer]] = {}
        for one in people:
            homes.setdefault(one.household or one.key, []).append(one)
        return list(zip(_even(minor, len(homes)), homes.values(), strict=True))
    if how is CostSplit.TRAVELLING and away:
        return [(minor, away)]
    if how is CostSplit.HALVES and away and here:
        return list(zip(_even(minor, 2), (away, here), strict=True))
    if how is CostSplit.HOSTS:
        known = {one.household for one in people if one.household is not None}
        return [(minor, [*people, *(one for one in hosts if one.household not in known)])]
    if how is CostSplit.ASSOCIATIONS:
        return [(minor, [one for one in some if one.kind in ASSOCIATIONS])]
    return [(minor, people)]


def _even(minor: int, parts: int) -> list[int]:
    """The amount in equal parts; the cents that are left go to the first ones."""
    if not parts:
        return []
    each, rest = divmod(minor, parts)
    return [each + (at < rest) for at in range(parts)]
