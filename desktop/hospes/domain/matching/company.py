# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes for company: to live near one's own people, and for minors on their own not to be the only one.

How near two homes are is known from their addresses and from the way to the meeting point, which is all a
file without a map knows: one home or one street counts in full, one place with one postcode by half, and so
do two homes that are both in walking distance of the meeting point. Each of those somebody wants to be near
brings an equal part of the points.

Both count only for who stays in one home all the time, so that what is shown and what the search adds up are
one sum.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hospes.domain.codes import Gender
from hospes.domain.matching.musts import called
from hospes.domain.matching.values import Criterion, Guest, Host, Rules, Term
from hospes.domain.matching.view import Party, View
from hospes.domain.matching.wishes import NEAR_HOME, one_line_each, share

NOT_FAR, BESIDE = 1, 2
"""How near two homes are; the points are halves of the weight."""


def in_walking_distance(host: Host) -> bool:
    """Is the home so near the meeting point that nobody needs a car?"""
    return host.distance_m is not None and host.distance_m <= NEAR_HOME


def nearness(one: Host, other: Host) -> int:
    """How near two homes are: `BESIDE`, `NOT_FAR`, or nought where they are not or it is not known."""
    if one.key == other.key or (one.street and one.street == other.street):
        return BESIDE
    in_place = bool(one.area) and one.area == other.area
    return NOT_FAR if in_place or (in_walking_distance(one) and in_walking_distance(other)) else 0


def near_points(rules: Rules, near: int, wanted: int) -> int:
    """Points for one of so many people somebody wants to be near."""
    return share(max(0, rules.weights.get(Criterion.NEAR, 0)), near, BESIDE * wanted)


def mate_points(rules: Rules) -> int:
    """Points for a minor on its own where another one stays."""
    return max(0, rules.weights.get(Criterion.MATES, 0))


def only_home(view: View, guest: Guest) -> str:
    """The one home of a guest's whole stay by the plan as it stands, or nothing."""
    places = view.placed.get(guest.key, {})
    homes = {places[night].host if night in places else "" for night in guest.nights}
    return homes.pop() if len(homes) == 1 else ""


def near_terms(view: View, party: Party, host: Host) -> Iterator[Term]:
    """Those near whom the members want to be, and are."""
    found = [term for guest in party.members for term in _near(view, guest, party.keys, host)]
    yield from one_line_each(found, len(party.members)) if len(party.members) > 1 else found


def _near(view: View, guest: Guest, here: Sequence[str], host: Host) -> Iterator[Term]:
    mates = view.near.get(guest.key, ())
    by_word: dict[str, list[tuple[Guest, int]]] = {}
    for mate in (view.guests[key] for key in mates):
        home = host.key if mate.key in here else only_home(view, mate)
        near = nearness(host, view.hosts[home]) if home and guest.nights & mate.nights else 0
        if near:
            word = "home" if home == host.key else "street" if near == BESIDE else "place"
            by_word.setdefault(word, []).append((mate, near_points(view.case.rules, near, len(mates))))
    for word in ("home", "street", "place"):
        some = by_word.get(word, ())
        points = sum(points for _, points in some)
        if points:
            yield Term(f"{Criterion.NEAR}.{word}", points, args={"names": tuple(called(m) for m, _ in some)})


def mate_terms(view: View, party: Party, host: Host, nights: Iterable[date]) -> Iterator[Term]:
    """Another minor on its own, of the same sex, in the home of one."""
    points = mate_points(view.case.rules)
    if len(party.members) != 1 or party.keys[0] not in view.alone or not points:
        return
    minor = party.members[0]
    for night in nights:
        for other in view.others(host.key, night, party.keys):
            if other.key in view.alone and other.gender == minor.gender:
                word = "girl" if minor.gender == Gender.FEMALE else "boy"
                yield Term(f"{Criterion.MATES}.{word}", points)
                return
