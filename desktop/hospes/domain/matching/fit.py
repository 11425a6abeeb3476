# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a party and a home suit each other, judged against the plan as it stands."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from hospes.domain.matching import homes
from hospes.domain.matching.company import mate_terms, near_terms
from hospes.domain.matching.musts import Pair, called, must_terms
from hospes.domain.matching.values import (
    Case,
    Conflict,
    Criterion,
    Fit,
    Grade,
    Guest,
    Host,
    Must,
    Rules,
    Term,
)
from hospes.domain.matching.view import Party, View, related
from hospes.domain.matching.wishes import HomeFacts, Wished, wish_terms


def fit(case: Case, guests: Sequence[str], host: str, nights: Iterable[date] = ()) -> Fit:
    """How these guests suit a home, the others sleeping where they sleep now.

    Args:
        case: The visit; where the guests themselves are placed does not count.
        guests: One guest or a party.
        host: The home.
        nights: Only these nights, for a stay in several homes; else the whole stay.
    """
    return fit_in(View(case), guests, host, nights)


def best_hosts(case: Case, guests: Sequence[str]) -> tuple[Fit, ...]:
    """All homes for a party, best first: those that fit, then by score, then in the order of homes."""
    view = View(case)
    found = [fit_in(view, guests, host) for host in view.hosts]
    return tuple(sorted(found, key=lambda one: (not one.fits, -one.score)))


def fit_in(view: View, guests: Iterable[str], host: str, nights: Iterable[date] = ()) -> Fit:
    """`fit` in a case that is looked up already."""
    party, home = view.party(guests), view.hosts[host]
    wanted = frozenset(nights) & party.nights if nights else party.nights
    pair = pair_of(view, party, home, company_of(view, party, home, wanted), wanted)
    double = homes.double_terms(view, home, party.members, wanted)
    ordered = tuple(sorted(_musts(view, pair, double), key=lambda term: not term.broken))
    wishes = (*wish_terms(wished(view, pair)), *company_terms(view, party, home, wanted, double))
    score = sum(term.points or 0 for term in wishes)
    return Fit(party.keys, host, ordered, wishes, score, grade(view.case.rules, score, ordered))


def broken_in(view: View, party: Party, host: str) -> tuple[Term, ...]:
    """The musts a home breaks for the whole stay: the first of the terms of `fit_in`, without the wishes."""
    home = view.hosts[host]
    pair = pair_of(view, party, home, company_of(view, party, home, party.nights), party.nights)
    double = homes.double_terms(view, home, party.members, party.nights)
    return tuple(term for term in _musts(view, pair, double) if term.broken)


def _musts(view: View, pair: Pair, double: bool | None) -> Iterable[Term]:
    """All musts of a pair, kept and broken, in the order in which they are shown."""
    home, members = pair.host, pair.party.members
    yield from homes.room_terms(view, home, members, pair.wanted)
    yield from must_terms(pair)
    yield from homes.together_terms(view, home, members)
    yield from homes.without_double(view.case.rules.double_bed_must, double)


def pair_of(
    view: View,
    party: Party,
    host: Host,
    company: tuple[Guest, ...] = (),
    nights: frozenset[date] = frozenset(),
) -> Pair:
    """A party and a home with what is asked about them."""
    refused = frozenset(
        guest.key
        for guest in party.members
        if any(wish.refused for wish in view.wishes.get((guest.key, host.key), ()))
    )
    return Pair(party, host, view.case.rules, refused, company, nights)


def company_of(view: View, party: Party, host: Host, nights: Iterable[date]) -> tuple[Guest, ...]:
    """Those of the same group or family, and guardians, who sleep in the home on all these nights."""
    common: set[str] | None = None
    for night in nights:
        here = {guest.key for guest in view.others(host.key, night, party.keys)}
        common = here if common is None else common & here
    found = sorted(common or (), key=view.rank.__getitem__)
    return tuple(
        view.guests[key]
        for key in found
        if any(related(view.guests[key], one) or key in one.guardians for one in party.members)
    )


def wished(view: View, pair: Pair) -> Wished:
    """The pair with its wishes and what was before."""
    host, keys = pair.host.key, pair.party.keys
    facts = view.facts.get(host)
    if not isinstance(facts, HomeFacts):
        facts = view.facts[host] = HomeFacts(pair.host)
    return Wished(
        pair,
        {key: view.wishes.get((key, host), ()) for key in keys},
        {key: view.past.get((key, host), ()) for key in keys},
        view.case.year,
        facts,
    )


def company_terms(
    view: View, party: Party, host: Host, nights: Iterable[date], double: bool | None
) -> tuple[Term, ...]:
    """Wishes that depend on where others sleep: the couple's double bed, officials in different homes, to be
    near one's own people, minors by twos.
    """
    found = []
    if double is not None:
        found.append(bed_term(view.case.rules, double))
    if any(guest.official for guest in party.members):
        others = {
            guest.key: guest
            for night in nights
            for guest in view.others(host.key, night, party.keys)
            if guest.official and night in party.nights
        }
        if others:
            found.append(Term(Criterion.SPREAD, view.case.rules.weights.get(Criterion.SPREAD, 0)))
    if party.nights <= frozenset(nights):
        found += near_terms(view, party, host)
        found += mate_terms(view, party, host, sorted(party.nights))
    return tuple(found)


def bed_term(rules: Rules, double: bool) -> Term:
    """A couple's double bed, or the warning that there is none."""
    if double:
        return Term(Criterion.BED, rules.weights.get(Criterion.BED, 0))
    return Term(f"{Criterion.BED}.twin", 0)


def grade(rules: Rules, score: int, musts: Iterable[Term]) -> Grade:
    """A score in a word."""
    if any(term.broken for term in musts):
        return Grade.NO
    if score >= rules.very_good:
        return Grade.VERY_GOOD
    if score >= rules.good:
        return Grade.GOOD
    return Grade.POSSIBLE if score >= rules.possible else Grade.WEAK


def conflicts(case: Case, *, excused: bool = False) -> tuple[Conflict, ...]:
    """The musts that what is placed now breaks, by guest; those broken on purpose only with `excused`.

    Of several guests who cannot all sleep in a home it is the last registered who is said to be in conflict,
    so that one cure is offered and not one for each.
    """
    found = _conflicts(View(case), None)
    return tuple(one for one in found if excused or not one.excuse)


def conflicts_after(case: Case, before: Case, known: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """`conflicts` where only placements differ from a case of which they are known.

    What is broken in a home depends on who sleeps there, and on where else those guests and their groups
    sleep; so only the homes of guests who were moved, and of their groups, are looked at again.
    """
    view = View(case)
    moved = {one.guest for one in {*case.placed} ^ {*before.placed}}
    groups = {view.guests[key].group for key in moved if key in view.guests}
    moved |= {guest.key for group in groups for guest in view.members.get(group, ())}
    touched = {one.host for one in (*case.placed, *before.placed) if one.guest in moved}
    again = [one for one in _conflicts(view, touched) if not one.excuse]
    kept = [one for one in known if one.host not in touched]
    turn: dict[tuple[str, str], int] = {}
    for party in view.parties():
        for who, host, _ in _as_placed(view, party):
            for key in who.keys:
                turn[key, host.key] = len(turn)
    return tuple(sorted((*kept, *again), key=lambda one: min(turn[key, one.host] for key in one.guests)))


def _conflicts(view: View, only: Collection[str] | None) -> list[Conflict]:
    """What is broken, in these homes or in all."""
    found: list[Conflict] = []
    full: dict[tuple[str, date], list[str]] = {}
    for party in view.parties():
        for together in _as_placed(view, party):
            if only is None or together[1].key in only:
                found += _party_conflicts(view, together, full)
    return found


def _as_placed(view: View, party: Party) -> list[tuple[Party, Host, frozenset[date]]]:
    """The parts of a party that sleep in the same homes, with each home and its nights."""
    parts: dict[str, dict[str, set[date]]] = {}
    for guest in party.members:
        for night, place in view.placed.get(guest.key, {}).items():
            if night in guest.nights:
                parts.setdefault(place.host, {}).setdefault(guest.key, set()).add(night)
    return [
        (view.party(who), view.hosts[host], frozenset().union(*who.values()))
        for host, who in parts.items()
    ]  # fmt: skip


def _party_conflicts(
    view: View, where: tuple[Party, Host, frozenset[date]], full: dict[tuple[str, date], list[str]]
) -> list[Conflict]:
    party, host, nights = where
    excuse = next((text for key in party.keys if (text := view.excuse(key, host.key))), "")
    pair = pair_of(view, party, host, company_of(view, party, host, nights), nights)
    terms = [(term, nights) for term in must_terms(pair) if term.broken]
    terms += [(term, nights) for term in homes.together_terms(view, host, party.members)]
    terms += [(term, nights) for term in _several_homes(view, party, host)]
    terms += _crowded(view, where, full, settled=bool(excuse))
    if view.case.rules.double_bed_must:
        double = homes.double_terms(view, host, party.members, nights)
        terms += [(term, nights) for term in homes.without_double(True, double)]
    return [
        Conflict(_concerned(party, term), host.key, term, tuple(sorted(when)), excuse) for term, when in terms
    ]


def _concerned(party: Party, term: Term) -> tuple[str, ...]:
    """The member a term names first, then the others."""
    name = term.args.get("name")
    return tuple(guest.key for guest in sorted(party.members, key=lambda guest: called(guest) != name))


def _several_homes(view: View, party: Party, host: Host) -> list[Term]:
    """A guest in several homes who did not agree to that; told at the last of them."""
    for guest in party.members:
        places = view.placed.get(guest.key, {})
        homes_of = list(dict.fromkeys(places[night].host for night in sorted(places)))
        if len(homes_of) > 1 and not guest.split_ok and homes_of[-1] == host.key:
            return [
                Term(Must.ONE_HOME, broken=True, args={"name": guest.given or guest.name, "n": len(homes_of)})
            ]
    return []


def _crowded(
    view: View,
    where: tuple[Party, Host, frozenset[date]],
    full: dict[tuple[str, date], list[str]],
    *,
    settled: bool,
) -> list[tuple[Term, frozenset[date]]]:
    """Terms of beds and rooms beside those who came first; `full` keeps who is in already."""
    party, host, nights = where
    home = homes.home_in(view, host)
    found: dict[str, tuple[Term, set[date]]] = {}
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[Term, ...]] = {}
    for night in sorted(nights):
        inside = full.setdefault((host.key, night), _excused_first(view, host.key, night))
        here = [g for g in party.members if night in view.placed.get(g.key, {})]
        here = [g for g in here if view.placed[g.key][night].host == host.key]
        met = (tuple(inside), tuple(g.key for g in here))
        if met not in known:  # most nights are like the one before
            others = [view.guests[key] for key in inside if key not in party.keys]
            waived = {*homes.settled(view, home, others), *(g.key for g in here if settled)}
            who = homes.crowd(view, [*others, *here], waived)
            known[met] = tuple(homes.night_terms(home, host, here, others, who))
        for term in known[met]:
            found.setdefault(term.code, (term, set()))[1].add(night)
        inside += [g.key for g in here if g.key not in inside]
    return [(term, frozenset(when)) for term, when in found.values()]


def _excused_first(view: View, host: str, night: date) -> list[str]:
    """Who is in a home on purpose is in it before everybody else."""
    return [key for key in view.sleepers.get((host, night), ()) if view.placed[key][night].excuse]
