# SPDX-License-Identifier: GPL-3.0-or-later
"""What a home can take at once: beds, rooms, limits, minors, couples, officials; the musts and wishes of a
party that depend on who else sleeps there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from hospes.domain.codes import Gender
from hospes.domain.codes_visit import BedWish, GroupRule
from hospes.domain.matching.beds import Home, Sleeping, Waive, lodge, may_use
from hospes.domain.matching.musts import called
from hospes.domain.matching.values import Guest, Host, Must, Term
from hospes.domain.matching.view import KEPT_TOGETHER, View, is_accompanied, may_share_room, related

WAIVES = tuple(
    Waive(**dict.fromkeys(names, True))
    for size in (1, 2, 3)
    for names in combinations(("sharing", "kind", "together"), size)
)
"""The fewest musts to look away from first."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Guests of one home on one night, with the rules of their groups."""

    people: tuple[Guest, ...]
    same_room: tuple[frozenset[str], ...]
    settled: frozenset[str] = frozenset()


def crowd(view: View, people: Sequence[Guest], settled: Iterable[str] = ()) -> Crowd:
    """These guests with what must be one room among them."""
    rooms: dict[str, set[str]] = {}
    for guest in people:
        if view.rule(guest) == GroupRule.SAME_ROOM:
            rooms.setdefault(guest.group, set()).add(guest.key)
    together = tuple(frozenset(keys) for keys in rooms.values() if len(keys) > 1)
    return Crowd(tuple(people), together, frozenset(settled))


def home_in(view: View, host: Host) -> Home:
    """The beds of a home, looked up once for all who may come."""
    found = view.homes.get(host.key)
    if not isinstance(found, Home) or found.beds is not host.beds:
        found = view.homes[host.key] = Home(host.beds)
    return found


def settled(view: View, home: Home, others: Sequence[Guest]) -> tuple[str, ...]:
    """Those others who are in the home against a must already: nothing is asked among them then."""
    if not others:
        return ()
    asked = (id(home), tuple(guest.key for guest in others))
    kept = view.settled.get(asked)
    if kept is None or kept[0] is not home:
        ill = beds_for(home, crowd(view, others)) is None
        kept = view.settled[asked] = (home, asked[1] if ill else ())
    return kept[1]


def couples(people: Iterable[Guest]) -> tuple[frozenset[str], ...]:
    """Who wants a double bed together, by group or family; nobody can want one alone."""
    found: dict[str, list[Guest]] = {}
    for guest in people:
        if guest.bed == BedWish.DOUBLE_SHARED:
            found.setdefault(guest.group or guest.household, []).append(guest)
    return tuple(
        frozenset(guest.key for guest in wanting)
        for tie, wanting in found.items()
        if tie and len(wanting) > 1
    )


def beds_for(home: Home, who: Crowd, doubles: frozenset[str] = frozenset()) -> dict[str, str] | None:
    """A bed for everybody, or None."""
    return lodge(home, Sleeping(who.people, who.same_room, doubles, who.settled))


def doubles_kept(home: Home, who: Crowd) -> frozenset[str]:
    """Those who get their double bed: as many people as can be, the first registered where it is equal.

    Empty also where there is no bed for everybody.
    """
    wanting = couples(who.people)
    tied: dict[str, int] = {}
    for guest in who.people:
        tied[guest.group or guest.household] = tied.get(guest.group or guest.household, 0) + 1
    by_key = {guest.key: guest.group or guest.household for guest in who.people}
    heads = [tied[by_key[min(pair)]] for pair in wanting]
    for size in range(len(wanting), 0, -1):
        ways = sorted(
            combinations(range(len(wanting)), size),
            key=lambda way: (-sum(heads[at] for at in way), way),
        )
        for way in ways:
            wanted = frozenset().union(*(wanting[at] for at in way))
            if beds_for(home, who, wanted) is not None:
                return wanted
    return frozenset()


def strange_minors(people: Sequence[Guest]) -> tuple[Guest, Guest] | None:
    """Two minors of different sex, strange to each other, nobody of their own people with them."""
    alone = [guest for guest in people if guest.minor and not is_accompanied(guest, people)]
    for one, other in combinations(alone, 2):
        if not related(one, other) and {one.gender, other.gender} == {Gender.FEMALE, Gender.MALE}:
            return one, other
    return None


def over_limit(host: Host, people: Sequence[Guest]) -> bool:
    """More people than the home takes."""
    return host.max_guests is not None and len(people) > host.max_guests


def holds(host: Host, who: Crowd) -> bool:
    """Does the home take these people on one night, as far as they concern each other?"""
    if over_limit(host, who.people) or strange_minors(who.people) is not None:
        return False
    return beds_for(Home(host.beds), who) is not None


def room_terms(view: View, host: Host, party: Sequence[Guest], wanted: Iterable[date]) -> Iterator[Term]:
    """The musts of a party in a home beside those who sleep there now; kept ones if all are."""
    home = home_in(view, host)
    keys = frozenset(guest.key for guest in party)
    said: set[tuple[str, str]] = set()
    for here, others in _gatherings(view, host, party, keys, wanted):
        who = crowd(view, [*others, *here], settled(view, home, others))
        for term in night_terms(home, host, here, others, who):
            if (term.code, str(term.args.get("name"))) not in said:
                said.add((term.code, str(term.args.get("name"))))
                yield term
    if not said:
        yield _enough(view, party)


def _gatherings(
    view: View, host: Host, party: Sequence[Guest], keys: frozenset[str], wanted: Iterable[date]
) -> Iterator[tuple[list[Guest], tuple[Guest, ...]]]:
    """Who of a party meets whom in a home, night by night; nights on which it is the same people once."""
    met: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for night in sorted(wanted):
        here = [guest for guest in party if night in guest.nights]
        others = view.others(host.key, night, keys)
        who = (tuple(guest.key for guest in here), tuple(guest.key for guest in others))
        if who not in met:
            met.add(who)
            yield here, others


def _enough(view: View, party: Sequence[Guest]) -> Term:
    one_room = len(party) > 1 and view.rule(party[0]) == GroupRule.SAME_ROOM
    return Term(f"{Must.BEDS}.room" if one_room else Must.BEDS, args={"n": len(party)})


def night_terms(
    home: Home, host: Host, party: Sequence[Guest], others: Sequence[Guest], who: Crowd
) -> Iterator[Term]:
    """The broken musts of one night."""
    if not party:
        return
    if over_limit(host, who.people) and (host.max_guests or 0) < home.places:
        yield Term(Must.LIMIT, broken=True, args={"n": host.max_guests})
    mixed = strange_minors(who.people)
    if mixed is not None and (mixed[0] in party or mixed[1] in party):
        yield Term(
            f"{Must.MINOR}.mixed", broken=True, args={"name": called(mixed[0]), "other": called(mixed[1])}
        )
    if beds_for(home, who) is None:
        yield from _no_bed(home, party, others, who)


def _no_bed(home: Home, party: Sequence[Guest], others: Sequence[Guest], who: Crowd) -> Iterator[Term]:
    """Why not: too few beds, or the fewest other musts that would have to be broken."""
    sleeping = Sleeping(who.people, who.same_room, settled=who.settled)
    for waive in WAIVES:
        if lodge(home, sleeping, waive) is None:
            continue
        if waive.sharing:
            yield _shared(party, others)
        if waive.kind:
            yield _wrong_bed(home, party)
        if waive.together:
            yield Term(f"{Must.TOGETHER}.room", broken=True, args={"n": len(party)})
        return
    free = max(0, sum(1 for _ in home.slots) - len(others))
    yield Term(Must.BEDS, broken=True, args={"n": free, "need": len(party)})


def _shared(party: Sequence[Guest], others: Sequence[Guest]) -> Term:
    strangers = [
        (guest, other) for guest in party for other in (*others, *party)
        if guest is not other and not may_share_room(guest, other)
    ]  # fmt: skip
    names = {"name": called(party[0]), "other": ""}
    if strangers:
        names = {"name": called(strangers[0][0]), "other": called(strangers[0][1])}
    return Term(Must.SHARING, broken=True, args=names)


def _wrong_bed(home: Home, party: Sequence[Guest]) -> Term:
    barred = sorted({slot.kind for slot in home.slots for guest in party if not may_use(slot, guest)})
    kind = str(barred[0]) if barred else "double"
    return Term(f"{Must.BED_KIND}.{kind}", broken=True, args={"name": called(party[0])})


def double_terms(view: View, host: Host, party: Sequence[Guest], wanted: Iterable[date]) -> bool | None:
    """Does the party get the double bed it wants, on every night? None where it wants none."""
    if not couples(party):
        return None
    home = home_in(view, host)
    keys = frozenset(guest.key for guest in party)
    for here, others in _gatherings(view, host, party, keys, wanted):
        people = sorted((*others, *here), key=lambda guest: view.rank[guest.key])
        who = crowd(view, people, settled(view, home, others))
        wanting = frozenset[str]().union(*couples(here))
        if wanting and not wanting <= doubles_kept(home, who):
            return False
    return True


def together_terms(view: View, host: Host, party: Sequence[Guest]) -> Iterator[Term]:
    """Members of the group who sleep elsewhere."""
    keys = frozenset(guest.key for guest in party)
    groups = dict.fromkeys(guest.group for guest in party if view.rule(guest) in KEPT_TOGETHER)
    for group in groups:
        for member in view.members.get(group, ()):
            elsewhere = [
                place for place in view.placed.get(member.key, {}).values() if place.host != host.key
            ]
            if member.key not in keys and elsewhere:
                args = {"name": called(member), "host": view.hosts[elsewhere[0].host].name}
                yield Term(Must.TOGETHER, broken=True, args=args)


def without_double(rules_must: bool, double: bool | None) -> Iterator[Term]:
    """No double bed where the association wants couples to have one."""
    if rules_must and double is False:
        yield Term(f"{Must.BED_KIND}.couple", broken=True)
