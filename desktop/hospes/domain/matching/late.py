# SPDX-License-Identifier: GPL-3.0-or-later
"""After a late change: the plan with the fewest people to telephone, and what must be printed again.

The case is the visit as it is now (a home withdrawn or gone, a guest gone or new, an allergy entered), its
`placed` the plan as it was. As many as possible get a home; of those who had one as few as possible get
another; then the wishes count.

What was in conflict before is no part of the change: those guests stay where they are, so that nobody is
telephoned for it. A second plan, which stands on the first, mends that too for whoever wants it.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from hospes.domain.matching.fit import conflicts
from hospes.domain.matching.outcome import placed_by
from hospes.domain.matching.solve import Clock, Search, Telling, fixed_places, is_open
from hospes.domain.matching.values import Case, Conflict, Plan
from hospes.domain.matching.view import View, with_placed

MENDING_SHARE = 0.25
"""So much of the time the second plan has at least."""


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
    earlier: tuple[Conflict, ...] = ()
    """Conflicts there were before, which the plan leaves as they are."""
    mended: "Late | None" = None
    """The plan that mends some of them too, compared with what stands; `earlier` are those it leaves."""

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
    started = time.monotonic()
    view = View(case)
    broken = conflicts(case)
    earlier = tuple(one for one in broken if _waits(view, one)) if something_happened(view) else ()
    fixed = fixed_places(view, mend=True)
    for conflict in earlier:
        for key in conflict.guests:
            fixed[key] = {night: place.host for night, place in view.placed[key].items()}
    plan = Search(view, Clock(seconds, progress, started), fixed=fixed).plan(hints=hints)
    found = changes(case, plan)
    if not earlier:
        return found
    spent = time.monotonic() - started
    left = max(seconds - spent, seconds * MENDING_SHARE)
    stands = View(with_placed(case, placed_by(view, plan)))
    clock = Clock(left, progress, time.monotonic())
    search = Search(stands, clock, fixed=fixed_places(stands, mend=True))
    second = _against(view, search.plan(hints=hints))
    still = conflicts(with_placed(case, placed_by(stands, second)))
    mended = replace(changes(case, second), earlier=still) if len(still) < len(earlier) else None
    return replace(found, earlier=conflicts(stands.case), mended=mended)


def _against(view: View, plan: Plan) -> Plan:
    """A plan with what it keeps and moves of another state of the visit."""
    stays = []
    moved = []
    for stay in plan.stays:
        old = {
            n: host for n, host in view.old.get(stay.guest, {}).items() if n in view.guests[stay.guest].nights
        }
        stays.append(replace(stay, kept=bool(old) and dict(stay.nights) == old))
        if old and any(dict(stay.nights).get(night) != host for night, host in old.items()):
            moved.append(stay.guest)
    return replace(plan, stays=tuple(stays), moved=tuple(moved))


def something_happened(view: View) -> bool:
    """Is a home gone, does somebody wait for a bed or need none any more? Else conflicts are the change."""
    for key, guest in view.guests.items():
        places = view.placed.get(key, {})
        if guest.nights - places.keys() or any(not is_open(view, place) for place in places.values()):
            return True
    return any(key not in view.guests for key in view.old)


def _waits(view: View, conflict: Conflict) -> bool:
    """Can what is broken stay as it is: are all beds of these guests still there, for all their nights?"""
    for key in conflict.guests:
        places = view.placed.get(key, {})
        if view.guests[key].nights - places.keys():
            return False
        if any(not is_open(view, place) and not place.excuse for place in places.values()):
            return False
    return True


def changes(case: Case, plan: Plan) -> Late:
    """Whom to telephone and what to print again if a plan takes the place of what stands in the case."""
    calls, homes = calls_for(View(case), {stay.guest: dict(stay.nights) for stay in plan.stays})
    return Late(plan, calls, homes)


def calls_for(
    view: View, new: Mapping[str, Mapping[date, str]]
) -> tuple[tuple[Call, ...], tuple[Touched, ...]]:
    """Who hears of it if guests sleep there from now on: the guests, and the homes."""
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
    return tuple(calls), tuple(homes)


def _homes(nights: Mapping[date, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(nights[night] for night in sorted(nights)))


def _sorted(view: View, keys: set[str]) -> tuple[str, ...]:
    return tuple(sorted(keys, key=lambda key: (view.rank.get(key, len(view.rank)), key)))
