# SPDX-License-Identifier: GPL-3.0-or-later
"""Which way people travel at a visit: never stored, always seen from its delegations (decision 11)."""

from collections.abc import Iterable

from hospes.domain.codes import Code
from hospes.domain.codes_visit import DelegationRole
from hospes.i18n.marks import N_


class Direction(Code):
    """Who travels to whom, seen from our town."""

    INCOMING = "incoming", N_("They come to us")
    OUTGOING = "outgoing", N_("We go to them")
    SEVERAL = "several", N_("Meeting of several")


def direction_of(parties: Iterable[tuple[DelegationRole, bool]]) -> Direction:
    """The direction by role and "is ours" of each delegation.

    Whoever hosts alone is travelled to. Where both sides do both, or nobody hosts, people meet.
    """
    found = tuple(parties)
    hosts = [ours for role, ours in found if role is DelegationRole.HOSTING]
    travellers = [ours for role, ours in found if role is DelegationRole.VISITING]
    if len(found) != len(hosts) + len(travellers) or not hosts or not travellers:
        return Direction.SEVERAL
    if all(hosts) and not any(travellers):
        return Direction.INCOMING
    if all(travellers) and not any(hosts):
        return Direction.OUTGOING
    return Direction.SEVERAL
