# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody finds at a venue who cannot climb steps or hears badly, and whether that is enough."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Final

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class Access(Code):
    """What a venue has, in the order in which it is said."""

    STEP_FREE = "step_free", N_("Step-free")
    LIFT = "lift", N_("Lift")
    ACCESSIBLE_WC = "accessible_wc", N_("Accessible toilet")
    INDUCTION_LOOP = "induction_loop", N_("Induction loop")
    PARKING = "parking", N_("Accessible parking place")


LACKING: Final = {
    Access.STEP_FREE: N_("Not step-free"),
    Access.LIFT: N_("No lift"),
    Access.ACCESSIBLE_WC: N_("No accessible toilet"),
    Access.INDUCTION_LOOP: N_("No induction loop"),
    Access.PARKING: N_("No accessible parking place"),
}
"""What is said where somebody asked and it is not there."""

TOLD: Final = frozenset({Access.STEP_FREE})
"""What guests are told also where it is lacking: whoever needs it must know before they come."""


class Need(Code):
    """What somebody who comes cannot do without."""

    STEP_FREE = "step_free", N_("No steps in the way")
    HEARING = "hearing", N_("Hears badly")


ANSWERS: Final = {Need.STEP_FREE: Access.STEP_FREE, Need.HEARING: Access.INDUCTION_LOOP}
"""What a venue must have for a need."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a venue; None: nobody has asked yet."""

    step_free: bool | None = None
    lift: bool | None = None
    accessible_wc: bool | None = None
    induction_loop: bool | None = None
    parking: bool | None = None

    def has(self, what: Access) -> bool | None:
        """Is it there?"""
        found: bool | None = getattr(self, what.value)
        return found

    @property
    def there(self) -> tuple[Access, ...]:
        """What is there."""
        return tuple(one for one in Access if self.has(one))

    @property
    def lacking(self) -> tuple[Access, ...]:
        """What is known not to be there."""
        return tuple(one for one in Access if self.has(one) is False)

    @property
    def asked(self) -> bool:
        """Is anything known?"""
        return any(self.has(one) is not None for one in Access)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A need that a venue does not answer, or of which nobody knows."""

    need: Need
    known: bool
    """It is known that it is not there; else nobody has asked."""
    n: int


def doubts(facts: Facts, needs: Iterable[Set[Need]]) -> tuple[Doubt, ...]:
    """What does not suit those who come, each with its needs."""
    every = tuple(needs)
    found: list[Doubt] = []
    for need in Need:
        n = sum(need in one for one in every)
        has = facts.has(ANSWERS[need])
        if n and not has:
            found.append(Doubt(need, has is False, n))
    return tuple(found)
