# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of protocol: whose name stands before whose, and which offices face each other (REQ-1-19).

No law orders guests at the reception of a town; each town hall has its custom. So the order is data with a
date: the one below is where an association begins, and its own takes the place of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hospes.domain.codes import Function, OrganisationKind, Sector
from hospes.domain.codes_actors import Corner

F, K = Function, OrganisationKind

COMMON: tuple[Function, ...] = (
    F.MAYOR, F.LORD_MAYOR, F.MEMBER_OF_PARLIAMENT, F.DISTRICT_HEAD, F.CONSUL_GENERAL, F.CONSUL,
    F.HONORARY_CONSUL, F.DEPUTY_MAYOR, F.GROUP_LEADER, F.COUNCILLOR, F.YOUTH_COUNCILLOR, F.PRESIDENT,
    F.CHAIR, F.HONORARY_CHAIR, F.VICE_CHAIR, F.PRIEST, F.HEAD_OF_OFFICE, F.HEAD_OF_DEPARTMENT, F.FIRE_CHIEF,
    F.DIRECTOR, F.HEAD_TEACHER, F.MANAGER, F.ENTREPRENEUR, F.SECRETARY, F.TREASURER, F.MEMBERSHIP_SECRETARY,
    F.HOST_OFFICER, F.YOUTH_OFFICER, F.PRESS_OFFICER, F.ASSESSOR, F.AUDITOR, F.EDITOR, F.JOURNALIST,
    F.CONDUCTOR, F.TRAINER, F.OFFICIAL, F.TEACHER, F.FIREFIGHTER, F.MEMBER, F.CONTACT, F.OTHER,
)  # fmt: skip
"""Elected heads, parliament and state, consuls, council, associations, administration, everybody else."""

COMMON_AS_OF = date(2026, 11, 1)

_FACING = {
    F.LORD_MAYOR: F.MAYOR,
    F.PRESIDENT: F.CHAIR,
    F.CONSUL_GENERAL: F.CONSUL,
    F.HONORARY_CONSUL: F.CONSUL,
    F.JOURNALIST: F.EDITOR,
    F.HEAD_OF_DEPARTMENT: F.HEAD_OF_OFFICE,
    F.ENTREPRENEUR: F.MANAGER,
}
_FACING_KINDS = {
    K.OWN: K.PARTNER_ASSOCIATION,
    K.CONSULATE_GENERAL: K.CONSULATE,
    K.HONORARY_CONSULATE: K.CONSULATE,
    K.COOPERATIVE: K.COMPANY,
}

SPEAKING = frozenset(COMMON) - {F.MEMBER, F.CONTACT, F.OTHER, F.ASSESSOR, F.AUDITOR, F.HONORARY_CHAIR}
"""Offices somebody over there should answer to; a member of a choir needs no counterpart."""


_BUSINESS = frozenset({K.COMPANY, K.COOPERATIVE, K.LODGING, K.TRANSPORT})


def facing(function: Function, kind: OrganisationKind | None = None) -> Function:
    """The office this one faces: a lord mayor faces a mayor, in a firm a director faces a manager."""
    if function is F.DIRECTOR and kind in _BUSINESS:
        return F.MANAGER
    return _FACING.get(function, function)


def facing_kind(kind: OrganisationKind) -> OrganisationKind:
    """The kind of organisation this one faces: our association faces a partner association."""
    return _FACING_KINDS.get(kind, kind)


def corner_of(sector: Sector) -> Corner:
    """Which corner of the triangle a sector belongs to."""
    return Corner.CIVIL if sector is Sector.EDUCATION else Corner(sector.value)


@dataclass(frozen=True)
class Protocol:
    """An order of offices with the day it is of."""

    order: tuple[Function, ...] = COMMON
    as_of: date = COMMON_AS_OF
    own: bool = False

    @cached_property
    def _ranks(self) -> Mapping[Function, int]:
        return {function: at for at, function in enumerate(self.order, start=1)}

    def rank(self, function: Function) -> int:
        """Where an office stands, from 1 on."""
        return self._ranks.get(function, len(self.order) + 1)

    def highest(self, functions: Iterable[Function]) -> Function | None:
        """The one that stands first."""
        return min(functions, key=self.rank, default=None)

    def moved(self, function: Function, by: int) -> tuple[Function, ...]:
        """The order with one office some places further up (-) or down (+)."""
        rest = [one for one in self.order if one is not function]
        at = max(0, min(len(rest), self.order.index(function) + by))
        return (*rest[:at], function, *rest[at:])


def read_protocol(kept: object) -> Protocol:
    """The order an association keeps; anything that is none gives the common one.

    Offices that came with a newer version stand where the common order has them: behind the one before them.
    """
    if not isinstance(kept, Mapping):
        return Protocol()
    codes, as_of = kept.get("order"), kept.get("as_of")
    if not isinstance(codes, Sequence) or isinstance(codes, str):
        return Protocol()
    known = {one.value for one in Function}
    order = list(dict.fromkeys(Function(code) for code in codes if code in known))
    for at, function in enumerate(COMMON):
        if function not in order:
            before = [one for one in COMMON[:at] if one in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, function)
    try:
        day = date.fromisoformat(str(as_of))
    except ValueError:
        day = COMMON_AS_OF
    return Protocol(tuple(order), day, own=True)


def kept_protocol(order: Sequence[Function], as_of: date) -> dict[str, object]:
    """An own order as it is kept."""
    return {"order": [one.value for one in order], "as_of": as_of.isoformat()}


def common_rank(function: Function) -> int:
    """The number an office begins with in lists that have no order of their own."""
    return 10 + COMMON.index(function)
