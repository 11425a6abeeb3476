# SPDX-License-Identifier: GPL-3.0-or-later
"""After a late change: the plan with the fewest people to telephone, and what must be printed again.

The case is the visit as it is now (a home withdrawn or gone, a guest gone or new, an allergy entered), its
`placed` the plan as it was. As many as possible get a home; of those who had one as few as possible get
another; then the wishes count.
"""

import time
from dataclasses import dataclass
from datetime import date

from hospes.domain.matching.solve import Clock, Search, Telling, fixed_places
from hospes.domain.matching.values import Case, Plan
from hospes.domain.matching.view import View


@dataclass(frozen=True, slots=True)
class Call:
    """A guest to telephone."""

    guest: str
    before: tuple[str, ...]
    """Homes until now, in order of nights; empty for who is new."""
    after: tuple[str, ...]
    """Homes from now on; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A home whose guests change."""

    host: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Late:
    """What follows from a late change."""

    plan: Plan
    calls: tuple[Call, ...]
    """Guests in their order."""
    homes: tuple[Touched, ...]
    """Homes in their order, those that are no longer there last."""

    @property
    def guest_cards(self) -> tuple[str, ...]:
        """Guests whose card must be printed again."""
        return tuple(call.guest for call in self.calls if call.after)

    @property
    def host_sheets(self) -> tuple[str, ...]:
        """Homes whose sheet must be printed again."""
        return tuple(home.host for home in self.homes)

    @property
    def lists(self) -> bool:
        """Are the lists of all guests and homes out of date?"""
        return bool(self.calls or self.homes)


def late(case: Case, *, seconds: float = 60, progress: Telling | None = None, hints: bool = True) -> Late:
    """The plan with the fewest calls.

    Args:
        case: The visit now, with the plan that stood.
        seconds: Time to search.
        progress: Told how far it is; False ends the search.
        hints: Find out what would help those left over.
    """
    view = View(case)
    clock = Clock(seconds, progress, time.monotonic())
    plan = Search(view, clock, fixed=fixed_places(view, mend=True)).plan(hints=hints)
    return changes(case, plan)


def changes(case: Case, plan: Plan) -> Late:
    """Whom to telephone and what to print again if a plan takes the place of what stands in the case."""
    view = View(case)
    new = {stay.guest: dict(stay.nights) for stay in plan.stays}
    calls = []
    gone: dict[str, set[str]] = {}
    come: dict[str, set[str]] = {}
    for key in dict.fromkeys((*view.guests, *view.old)):
        guest = view.guests.get(key)
        before = view.old.get(key, {})
        after = new.get(key, {})
        for host in set(before.values()) - set(after.values()):
            gone.setdefault(host, set()).add(key)
        for host in set(after.values()) - set(before.values()):
            come.setdefault(host, set()).add(key)
        if guest is None:
            continue
        kept = {night: host for night, host in before.items() if night in guest.nights}
        if kept != after:
            calls.append(Call(key, _homes(kept), _homes(after)))
    order = [*view.hosts, *sorted(gone.keys() - view.hosts.keys())]
    homes = [
        Touched(host, _sorted(view, gone.get(host, set())), _sorted(view, come.get(host, set())))
        for host in order
        if host in gone or host in come
    ]
    return Late(plan, tuple(calls), tuple(homes))


def _homes(nights: dict[date, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(nights[night] for night in sorted(nights)))


def _sorted(view: View, keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=lambda key: (view.rank.get(key, len(view.rank)), key)))
