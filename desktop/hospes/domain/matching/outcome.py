# SPDX-License-Identifier: GPL-3.0-or-later
"""From choices to a plan, and what a plan is worth: by the same terms that are shown."""

from collections.abc import Iterable, Mapping
from datetime import date

from hospes.domain.matching.fit import fit_in
from hospes.domain.matching.units import SPLIT_POINTS, Choices
from hospes.domain.matching.values import Placed, Plan, Stay
from hospes.domain.matching.view import View, with_placed

Nights = Mapping[str, Mapping[date, str]]
"""Guest to night to home."""


def nights_of(found: Choices, chosen: Iterable[int]) -> dict[str, dict[date, str]]:
    """Where everybody sleeps: what is fixed, and what is chosen."""
    stays = {key: dict(places) for key, places in found.fixed.items()}
    for at in chosen:
        choice = found.choices[at]
        unit = found.units[choice.unit]
        for guest in unit.party.members:
            for block in choice.blocks:
                for night in found.blocks[block] & guest.nights & unit.needed:
                    stays.setdefault(guest.key, {}).setdefault(night, choice.host)
    return stays


def stays_of(view: View, nights: Nights) -> tuple[Stay, ...]:
    """The plan by guest, in their order."""
    found = []
    for key, guest in view.guests.items():
        places = nights.get(key, {})
        if places:
            mine = tuple((night, places[night]) for night in sorted(places) if night in guest.nights)
            old = {
                night: one.host for night, one in view.placed.get(key, {}).items() if night in guest.nights
            }
            found.append(Stay(key, mine, kept=bool(old) and dict(mine) == old))
    return tuple(found)


def placed_of(view: View, nights: Nights) -> tuple[Placed, ...]:
    """The plan as if it stood; what was on purpose stays on purpose."""
    found = []
    for key, places in nights.items():
        for night, host in places.items():
            old = view.placed.get(key, {}).get(night)
            excuse = old.excuse if old is not None and old.host == host else ""
            found.append(Placed(key, night, host, excuse=excuse))
    return tuple(found)


def placed_by(view: View, plan: Plan) -> tuple[Placed, ...]:
    """A plan as if it stood: where nothing changes all stays as it was written, with lock, hand and bed."""
    found = []
    for stay in plan.stays:
        for night, host in stay.nights:
            old = view.placed.get(stay.guest, {}).get(night)
            same = old is not None and old.host == host
            found.append(old if old is not None and same else Placed(stay.guest, night, host))
    return tuple(found)


def left_over(view: View, nights: Nights) -> tuple[str, ...]:
    """Guests with a night without a home."""
    return tuple(
        key for key, guest in view.guests.items() if not guest.nights <= nights.get(key, {}).keys()
    )  # fmt: skip


def wish_sum(view: View, nights: Nights) -> int:
    """Points of all who are placed: a party's score counts once for each of its members.

    Of a stay in several homes each counts for its share of the nights, less what a part costs.
    """
    after = View(with_placed(view.case, placed_of(view, nights)))
    total = 0
    for party in after.parties():
        where: dict[tuple[str, ...], list[str]] = {}
        for guest in party.members:
            places = after.placed.get(guest.key, {})
            if places and guest.nights <= places.keys():
                homes = dict.fromkeys(places[night].host for night in sorted(guest.nights))
                where.setdefault(tuple(homes), []).append(guest.key)
        for homes_of, keys in where.items():
            if len(homes_of) == 1:
                total += fit_in(after, keys, homes_of[0]).score * len(keys)
            else:
                total += _parts(after, keys)
    return total


def _parts(view: View, keys: list[str]) -> int:
    party = view.party(keys)
    by_night = {
        night: view.placed[guest.key][night].host
        for guest in party.members
        for night in guest.nights
    }  # fmt: skip
    runs: list[tuple[str, list[date]]] = []
    for night in sorted(by_night):
        if not runs or runs[-1][0] != by_night[night]:
            runs.append((by_night[night], []))
        runs[-1][1].append(night)
    return sum(
        fit_in(view, keys, host, nights).score * len(keys) * len(nights) // len(party.nights)
        - SPLIT_POINTS * len(keys)
        for host, nights in runs
    )
