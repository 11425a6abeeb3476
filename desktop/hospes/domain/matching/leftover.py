# SPDX-License-Identifier: GPL-3.0-or-later
"""Why somebody is left over, and the smallest single change that would help (REQ-2-07).

A change is only named after it was tried: the case is made as it would be then, and the party must fit beside
everybody who has a home by the plan.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from hospes.domain.codes_visit import BedKind, GroupRule, OfferKind, OfferState, Smoking
from hospes.domain.matching.fit import broken_in, fit_in
from hospes.domain.matching.musts import category
from hospes.domain.matching.outcome import placed_of
from hospes.domain.matching.values import Case, Guest, Host, HostBed, Leftover, Must, Term
from hospes.domain.matching.view import Party, View, with_placed

MOST_HELP = 3
"""So many changes are named for each guest."""

TRIES = 40
"""So many changes are tried for each guest at most."""

NEW = "more"
"""Key of a bed, room or home that is not there yet."""

CONSENT = "minor.consent"
"""The must that the guardians of a minor agreed."""

PRIVATE = frozenset({"animals", "stairs", "not_with"})


@dataclass(frozen=True, slots=True)
class Change:
    """A single change: what it is called, and the case with it."""

    term: Term
    make: Callable[[Case], Case]
    host: str


class Leftovers:
    """Looks for reasons and changes beside a plan."""

    def __init__(self, view: View, nights: Mapping[str, Mapping[date, str]], seconds: float) -> None:
        """Take the plan as it would stand; with no time only reasons are found."""
        self.view = view
        self.case = with_placed(view.case, placed_of(view, nights))
        self.after = View(self.case)
        self.nights = nights
        self.until = time.monotonic() + seconds
        self.known: dict[tuple[str, ...], Leftover] = {}

    def of(self, key: str) -> Leftover:
        """Why, and what would help; members of a party have the same."""
        party = self._party(key)
        if party.keys not in self.known:
            broken = {host: broken_in(self.after, party, host) for host in self.after.hosts}
            self.known[party.keys] = Leftover(key, self._reasons(broken), self._help(party, broken))
        return replace(self.known[party.keys], guest=key)

    def _party(self, key: str) -> Party:
        """The guest with those of the group who have no home either."""
        guest = self.after.guests[key]
        mates = self.after.members.get(guest.group, []) if self.after.rule(guest) is not None else []
        keys = [mate.key for mate in mates if not mate.nights <= self.nights.get(mate.key, {}).keys()]
        return self.after.party(keys or [key])

    def _reasons(self, homes: Mapping[str, tuple[Term, ...]]) -> tuple[Term, ...]:
        """How many homes are out for which must; homes that said no yes are only counted as that."""
        counts: dict[str, int] = {}
        consent = False
        for terms in homes.values():
            codes = [str(term.code) for term in terms]
            consent = consent or CONSENT in codes
            # Where only the guardians have not agreed, it is not the home that is not for minors.
            broken = dict.fromkeys(code.partition(".")[0] for code in codes if code != CONSENT)
            if Must.OFFER in broken:
                broken = {str(Must.OFFER): None}
            for name in broken:
                counts[name] = counts.get(name, 0) + 1
        if not homes or counts.get(Must.OFFER, 0) == len(homes):
            return (Term("left.none"),)
        order = [str(must) for must in Must]
        first = (Term("left.consent"),) if consent else ()
        return first + tuple(
            Term(f"left.{name}", args={"n": counts[name]}, private=name in PRIVATE)
            for name in sorted(counts, key=lambda one: (-counts[one], order.index(one)))
            if name != Must.ONE_HOME
        )

    def _help(self, party: Party, homes: Mapping[str, tuple[Term, ...]]) -> tuple[Term, ...]:
        if time.monotonic() > self.until:
            return ()
        changes = sorted(self._changes(party, homes), key=lambda found: found[0])
        helps: list[Term] = []
        for tried, (_, change) in enumerate(changes):
            if tried >= TRIES or len(helps) >= MOST_HELP or time.monotonic() > self.until:
                break
            if change.term not in helps and self._works(party, change):
                helps.append(change.term)
        if len(helps) < MOST_HELP and time.monotonic() <= self.until and self._splits(party):
            helps.append(Term("help.split"))
        if not helps and time.monotonic() <= self.until:
            changes_ = (_one_more_home(party), _one_more_home(party, consent=True))
            helps += [one.term for one in changes_ if self._works(party, one)][:1]
        return tuple(helps)

    def _works(self, party: Party, change: Change) -> bool:
        return fit_in(View(change.make(self.case)), party.keys, change.host).fits

    def _splits(self, party: Party) -> bool:
        """Is there a home for every night, if not for all of them?"""
        if all(guest.split_ok for guest in party.members) or len(party.nights) < 2:
            return False
        return all(
            any(fit_in(self.after, party.keys, host, [night]).fits for host in self.after.hosts)
            for night in party.nights
        )

    def _changes(
        self, party: Party, homes: Mapping[str, tuple[Term, ...]]
    ) -> Iterator[tuple[tuple[int, int, int], Change]]:
        """All single changes worth trying, the smallest and most promising first."""
        for at, (key, broken) in enumerate(homes.items()):
            host = self.after.hosts[key]
            names = {str(term.code).partition(".")[0] for term in broken}
            if names == {"minor", "accepts"} and all(
                str(term.code) in {"minor.refused", "minor.unknown", "accepts.family", "accepts.minor"}
                for term in broken
            ):
                names = {"minor"}  # taking minors is one question to the home
            if len(names) != 1:
                continue
            score = fit_in(self.after, party.keys, key).score
            for rank, change in _changes_for(names.pop(), list(broken), party, host):
                yield (rank, -score, at), change


def _host_change(code: str, host: Host, new: Host, **args: object) -> Change:
    term = Term(f"help.{code}", args={"host": host.name, **args}, private=code in PRIVATE)
    return Change(
        term,
        lambda case: replace(case, hosts=tuple(new if one.key == new.key else one for one in case.hosts)),
        host.key,
    )


def _guest_change(
    code: str, host: Host, party: Party, named: Guest, change: Callable[[Guest], Guest]
) -> Change:
    args = {"host": host.name, "name": named.given or named.name}
    keys = frozenset(party.keys)
    return Change(
        Term(f"help.{code}", args=args, private=code in PRIVATE),
        lambda case: replace(case, guests=tuple(change(g) if g.key in keys else g for g in case.guests)),
        host.key,
    )


def _changes_for(must: str, broken: list[Term], party: Party, host: Host) -> Iterator[tuple[int, Change]]:
    """Changes that cure one broken must, with how much is asked of people."""
    if must in {"beds", "sharing", "bed_kind", "limit"}:
        yield from _more_beds(must, broken, party, host)
    elif must == "together":
        yield from _group_changes(party, host)
    elif must == "smoke":
        yield 7, _host_change("smoke", host, replace(host, smoking=Smoking.OUTSIDE))
    elif must in _GUEST_CHANGES:
        rank, change, concerns = _GUEST_CHANGES[must]
        named = next((guest for guest in party.members if concerns(guest)), party.members[0])
        yield rank, _guest_change(must, host, party, named, change)
    elif must in _HOST_CHANGES:
        yield from _HOST_CHANGES[must](broken, party, host)


def _more_beds(must: str, broken: list[Term], party: Party, host: Host) -> Iterator[tuple[int, Change]]:
    size = len(party.members)
    one_room = party.rule == GroupRule.SAME_ROOM
    limit = None if host.max_guests is None else host.max_guests + size
    if must == "limit":
        yield 3, _host_change("limit", host, replace(host, max_guests=limit))
        return
    if any(str(term.code) == "bed_kind.sofa" for term in broken):
        named = next((guest for guest in party.members if not guest.sofa_ok), party.members[0])
        yield 4, _guest_change("sofa", host, party, named, lambda guest: replace(guest, sofa_ok=True))
    for n in (1, size):
        rooms = [f"{NEW}0"] * n if one_room else [f"{NEW}{at}" for at in range(n)]
        beds = tuple(HostBed(f"{NEW}{at}", room, BedKind.SINGLE, 1) for at, room in enumerate(rooms))
        new = replace(host, beds=(*host.beds, *beds), max_guests=limit)
        if n == 1:
            yield 2, _host_change("bed", host, new)
        else:
            yield 6, _host_change("beds", host, new, n=n)
        if size == 1:
            return


def _group_changes(party: Party, host: Host) -> Iterator[tuple[int, Change]]:
    group = party.members[0].group

    def in_rooms(case: Case) -> Case:
        groups = tuple(
            replace(one, rule=GroupRule.SAME_HOUSE) if one.key == group else one for one in case.groups
        )
        return replace(case, groups=groups)

    def apart(case: Case) -> Case:
        groups = tuple(replace(one, rule=GroupRule.NEAR) if one.key == group else one for one in case.groups)
        return replace(case, groups=groups)

    if party.rule == GroupRule.SAME_ROOM:
        yield 5, Change(Term("help.rooms"), in_rooms, host.key)
    yield 6, Change(Term("help.apart"), apart, host.key)


def _offer(broken: list[Term], party: Party, host: Host) -> Iterator[tuple[int, Change]]:
    del broken, party
    if host.kind == OfferKind.HOME and host.state in {OfferState.ASKED, OfferState.NOT_ASKED}:
        yield 0, _host_change("offer", host, replace(host, state=OfferState.YES))


def _more_nights(broken: list[Term], party: Party, host: Host) -> Iterator[tuple[int, Change]]:
    del broken
    missing = tuple(sorted(party.nights - host.nights))
    new = replace(host, nights=host.nights | party.nights)
    yield len(missing), _host_change("nights", host, new, nights=missing)


def _minors(broken: list[Term], party: Party, host: Host) -> Iterator[tuple[int, Change]]:
    codes = {str(term.code) for term in broken}
    if codes == {"minor.consent"}:
        named = next(guest for guest in party.members if guest.minor and guest.consent is not True)
        yield 0, _guest_change("consent", host, party, named, lambda guest: replace(guest, consent=True))
    elif codes == {"minor.unchecked"}:
        yield 1, _host_change("checked", host, replace(host, checked=True))
    elif codes <= {"minor.refused", "minor.unknown", "accepts.family", "accepts.minor"}:
        accepts = host.accepts | {"family", "minor"} if host.accepts else host.accepts
        new = replace(host, minors_ok=True, accepts=accepts)
        yield (1 if "minor.unknown" in codes else 5), _host_change("minor", host, new)


def _accepting(broken: list[Term], party: Party, host: Host) -> Iterator[tuple[int, Change]]:
    del broken
    new = replace(host, accepts=host.accepts | category(party))
    yield 4, _host_change("accepts", host, new)


_HOST_CHANGES: Mapping[str, Callable[[list[Term], Party, Host], Iterator[tuple[int, Change]]]] = {
    "offer": _offer,
    "nights": _more_nights,
    "minor": _minors,
    "accepts": _accepting,
}

_GUEST_CHANGES: Mapping[str, tuple[int, Callable[[Guest], Guest], Callable[[Guest], bool]]] = {
    "animals": (
        8,
        lambda guest: replace(guest, animal_allergies=frozenset()),
        lambda guest: bool(guest.animal_allergies),
    ),
    "stairs": (
        8,
        lambda guest: replace(guest, max_stairs=None, step_free=None),
        lambda guest: bool(guest.step_free) or guest.max_stairs is not None,
    ),
}


def _one_more_home(party: Party, *, consent: bool = False) -> Change:
    """A home like no other: all that this party needs. With `consent` the guardians of minors agree too."""
    size = len(party.members)
    rooms = [NEW] * size if party.rule == GroupRule.SAME_ROOM else [f"{NEW}{at}" for at in range(size)]
    host = Host(
        key=NEW,
        household=NEW,
        name="",
        order=(NEW,),
        beds=tuple(HostBed(f"{NEW}{at}", room, BedKind.SINGLE, 1) for at, room in enumerate(rooms)),
        nights=party.nights,
        cats=False,
        dogs=False,
        smoking=Smoking.NO,
        stairs=0,
        step_free=True,
        minors_ok=True,
        checked=True,
    )
    agreed = {guest.key for guest in party.members if consent and guest.minor}

    def make(case: Case) -> Case:
        guests = tuple(replace(one, consent=True) if one.key in agreed else one for one in case.guests)
        return replace(case, hosts=(*case.hosts, host), guests=guests)

    return Change(Term("help.home_consent" if agreed else "help.home", args={"n": size}), make, NEW)
