# SPDX-License-Identifier: GPL-3.0-or-later
"""A second judge of hosting plans, written from the rules of domain 2.4 and from none of the program's code.

It knows the values and nothing else of `hospes.domain.matching`. `faults(case, nights)` lists every must that
a plan breaks; it is slow and plain on purpose: beds are given out by trying all ways.
"""

# ruff: noqa: C901, PERF401, PLR0912 - rule after rule as on paper, so that it can be read beside it

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations

from hospes.domain.codes import Gender
from hospes.domain.codes_visit import BedKind, BedWish, GroupRule, OfferKind, OfferState, Smoking
from hospes.domain.matching.values import Case, Criterion, Guest, Host

Nights = Mapping[str, Mapping[date, str]]


def faults(case: Case, nights: Nights) -> list[str]:
    """What is wrong; empty for a plan that keeps all musts. Guests without any night are left over."""
    near = {group.key for group in case.groups if group.rule == GroupRule.NEAR}
    alone = tuple(replace(guest, group="") if guest.group in near else guest for guest in case.guests)
    case = replace(case, guests=alone)  # who wants to be near others is no family of theirs
    guests = {guest.key: guest for guest in case.guests}
    hosts = {host.key: host for host in case.hosts}
    found: list[str] = []
    for key, places in nights.items():
        found += one_guest(case, guests[key], {night: hosts[home] for night, home in places.items()})
    for group in case.groups:
        if group.rule in {GroupRule.SAME_ROOM, GroupRule.SAME_HOUSE}:
            found += one_group(case, group.key, nights)
    for night in sorted({night for places in nights.values() for night in places}):
        by_home: dict[str, list[Guest]] = {}
        for key, places in nights.items():
            if night in places:
                by_home.setdefault(places[night], []).append(guests[key])
        for home, people in by_home.items():
            found += one_home(case, hosts[home], night, people)
    return found


def one_guest(case: Case, guest: Guest, stay: Mapping[date, Host]) -> list[str]:
    """Nights, one home, and what this guest cannot stand."""
    found = []
    if set(stay) != set(guest.nights):
        found.append(f"{guest.name}: not all nights")
    homes = list({host.key: host for host in stay.values()}.values())
    if len(homes) > 1 and not guest.split_ok:
        found.append(f"{guest.name}: several homes")
    for night, host in stay.items():
        if night not in host.nights:
            found.append(f"{guest.name}: {host.name} is not free on {night}")
    for host in homes:
        if host.kind != OfferKind.HOME or host.state not in (OfferState.YES, OfferState.RESERVE):
            found.append(f"{guest.name}: {host.name} has not offered a bed")
        for wish in case.wishes:
            if wish.refused and (wish.guest, wish.host) == (guest.key, host.key):
                found.append(f"{guest.name}: not with {host.name}")
        if "cat" in guest.animal_allergies and host.cats:
            found.append(f"{guest.name}: cats at {host.name}")
        if "dog" in guest.animal_allergies and host.dogs:
            found.append(f"{guest.name}: dogs at {host.name}")
        if guest.animal_allergies & host.other_pets:
            found.append(f"{guest.name}: animals at {host.name}")
        if guest.minds_smoke and host.smoking == Smoking.YES:
            found.append(f"{guest.name}: smoke at {host.name}")
        steps = host.step_free is False or (host.step_free is None and (host.stairs or 0) > 0)
        if guest.step_free and steps:
            found.append(f"{guest.name}: steps at {host.name}")
        too_many = guest.max_stairs is not None and (host.stairs or 0) > guest.max_stairs
        if too_many and not host.step_free:
            found.append(f"{guest.name}: too many steps at {host.name}")
    return found


def one_group(case: Case, group: str, nights: Nights) -> list[str]:
    """All in the same home on every night that they share."""
    members = [guest for guest in case.guests if guest.group == group]
    placed = [guest for guest in members if guest.key in nights]
    found = []
    if placed and len(placed) < len(members):
        found.append(f"group {group}: only some have a home")
    for one, other in combinations(placed, 2):
        for night in one.nights & other.nights:
            if nights[one.key].get(night) != nights[other.key].get(night):
                found.append(f"group {group}: {one.name} and {other.name} apart")
    # Somebody who is there on other nights only still has the same homes, unless the stay may be split.
    if not all(guest.split_ok for guest in members):
        homes = {home for guest in placed for home in nights[guest.key].values()}
        if len(homes) > 1:
            found.append(f"group {group}: several homes")
    return found


def family(one: Guest, other: Guest) -> bool:
    """Of one group or one household."""
    if one.group and one.group == other.group:
        return True
    return bool(one.household) and one.household == other.household


def one_home(case: Case, host: Host, night: date, people: list[Guest]) -> list[str]:
    """Limits, who is taken, minors, beds."""
    where = f"{host.name} on {night}"
    found = []
    if host.max_guests is not None and len(people) > host.max_guests:
        found.append(f"{where}: too many guests")
    found += who_is_taken(host, where, people)
    found += minors(case, host, where, people)
    if not beds_suffice(case, host, people):
        found.append(f"{where}: beds")
    return found


def who_is_taken(host: Host, where: str, people: list[Guest]) -> list[str]:
    """Man, woman, couple, family, minor."""
    if not host.accepts:
        return []
    found = []
    parties: dict[str, list[Guest]] = {}
    for guest in people:
        parties.setdefault(guest.group or guest.key, []).append(guest)
    for party in parties.values():
        grown = [guest for guest in party if not guest.minor]
        if len(grown) < len(party):
            word = "family" if grown else "minor"
            if word not in host.accepts and not (word == "family" and host.minors_ok):
                found.append(f"{where}: takes no {word}")
        elif len(grown) == 2 and all(guest.bed != BedWish.SINGLE for guest in grown):
            if "couple" not in host.accepts:
                found.append(f"{where}: takes no couple")
        else:
            for guest in grown:
                word = {Gender.FEMALE: "woman", Gender.MALE: "man"}.get(guest.gender)
                if word is not None and word not in host.accepts:
                    found.append(f"{where}: takes no {word}")
    return found


def minors(case: Case, host: Host, where: str, people: list[Guest]) -> list[str]:
    """Consent, a home that takes them, checked where asked, not alone with an adult of the other sex."""
    found = []
    alone = []
    for guest in people:
        if not guest.minor:
            continue
        if guest.consent is not True:
            found.append(f"{where}: no consent for {guest.name}")
        own = [
            other
            for other in people
            if other is not guest
            and (other.key in guest.guardians or (not other.minor and family(guest, other)))
        ]
        if not own:
            alone.append(guest)
            if not host.minors_ok:
                found.append(f"{where}: takes no minors")
            if case.rules.checked_hosts_for_minors and not host.checked:
                found.append(f"{where}: not checked")
        elif host.minors_ok is False or (host.minors_ok is None and "family" not in host.accepts):
            found.append(f"{where}: takes no children")
    for one, other in combinations(alone, 2):
        sexes = {one.gender, other.gender}
        if not family(one, other) and sexes == {Gender.FEMALE, Gender.MALE}:
            found.append(f"{where}: minors of both sexes")
    for guest in alone:
        if any(family(guest, other) for other in people if other is not guest):
            continue
        adults = [person for person in host.people if person.age is None or person.age >= 18]
        opposite = {Gender.FEMALE: Gender.MALE, Gender.MALE: Gender.FEMALE}.get(guest.gender)
        if opposite and adults and all(person.gender == opposite for person in adults):
            found.append(f"{where}: {guest.name} alone with the other sex")
    return found


def beds_suffice(case: Case, host: Host, people: list[Guest]) -> bool:
    """Is there any way to give a bed to everybody?"""
    rules = {group.key: group.rule for group in case.groups}
    beds = [(bed.key, bed.room, bed.kind, bed.places) for bed in host.beds]
    inside: dict[str, list[Guest]] = {bed[0]: [] for bed in beds}

    def fits(guest: Guest, bed: tuple[str, str, BedKind, int]) -> bool:
        key, room, kind, places = bed
        if len(inside[key]) >= (2 if kind == BedKind.DOUBLE else places):
            return False
        if kind == BedKind.SOFA and guest.sofa_ok is not True:
            return False
        if kind == BedKind.COT and (guest.age is None or guest.age > 3):
            return False
        shares_bed = kind == BedKind.DOUBLE or (kind == BedKind.SOFA and places > 1)
        for other in inside[key] if shares_bed else []:
            if not family(guest, other) or BedWish.SINGLE in (guest.bed, other.bed):
                return False
        for other_key, other_room, _, _ in beds:
            for other in inside[other_key]:
                same_group = bool(guest.group) and guest.group == other.group
                if same_group and rules.get(guest.group) == GroupRule.SAME_ROOM and other_room != room:
                    return False
                if other_room == room and not family(guest, other):
                    if guest.gender != other.gender or guest.gender not in (Gender.FEMALE, Gender.MALE):
                        return False
                    if guest.minor != other.minor:
                        return False
        return True

    def give(at: int) -> bool:
        if at == len(people):
            return True
        for bed in beds:
            if fits(people[at], bed):
                inside[bed[0]].append(people[at])
                if give(at + 1):
                    return True
                inside[bed[0]].pop()
        return False

    return give(0)


def company(case: Case, nights: Nights) -> int:
    """What people who want to be near each other, and minors on their own by twos, add to the wish sum."""
    total = 0
    weights = case.rules.weights
    hosts = {host.key: host for host in case.hosts}
    whole = {
        guest.key: next(iter(homes))
        for guest in case.guests
        if set(nights.get(guest.key, {})) >= guest.nights
        and len(homes := {nights[guest.key][night] for night in guest.nights}) == 1
    }
    for group in case.groups:
        members = [guest for guest in case.guests if guest.group == group.key]
        for guest in members if group.rule == GroupRule.NEAR else []:
            for other in members:
                if other is guest or not {guest.key, other.key} <= whole.keys():
                    continue
                if not guest.nights & other.nights:
                    continue
                mine, theirs = hosts[whole[guest.key]], hosts[whole[other.key]]
                part = 0.0
                metres = [9999 if home.distance_m is None else home.distance_m for home in (mine, theirs)]
                if mine is theirs or (mine.street and mine.street == theirs.street):
                    part = 1
                elif max(metres) <= 1000 or (mine.area and mine.area == theirs.area):
                    part = 0.5
                total += int(weights[Criterion.NEAR] * part / (len(members) - 1) + 0.5)
    kept = {group.key for group in case.groups if group.rule != GroupRule.NEAR}
    alone = []
    for guest in case.guests:
        others = [other for other in case.guests if other is not guest]
        tied = [
            other for other in others
            if other.key in guest.guardians
            or (guest.household and guest.household == other.household)
            or (guest.group in kept and guest.group == other.group)
        ]  # fmt: skip
        if guest.minor and guest.gender in (Gender.FEMALE, Gender.MALE) and not tied:
            alone.append(guest)
    for guest in alone:
        home = whole.get(guest.key)
        if home and any(
            other is not guest
            and other.gender == guest.gender
            and any(nights.get(other.key, {}).get(night) == home for night in guest.nights)
            for other in alone
        ):
            total += weights[Criterion.MATES]
    return total


def best_people(case: Case) -> int:
    """The most people any plan places: by trying everything. For very small visits without split stays."""
    return max(sum(len(party) for party in plan) for plan in all_plans(case))


def all_plans(case: Case) -> list[dict[tuple[str, ...], str]]:
    """Every plan that keeps all musts, as party to home."""
    rules = {group.key: group.rule for group in case.groups}
    parties: dict[str, list[Guest]] = {}
    for guest in case.guests:
        bound = rules.get(guest.group) in (GroupRule.SAME_ROOM, GroupRule.SAME_HOUSE)
        parties.setdefault(guest.group if bound else guest.key, []).append(guest)
    some = [tuple(party) for party in parties.values()]
    plans: list[dict[tuple[str, ...], str]] = []

    def nights(plan: Mapping[tuple[str, ...], str]) -> Nights:
        at = {key: home for party, home in plan.items() for key in party}
        return {
            guest.key: dict.fromkeys(guest.nights, at[guest.key]) for guest in case.guests if guest.key in at
        }

    def go(at: int, plan: dict[tuple[str, ...], str]) -> None:
        if at == len(some):
            plans.append(dict(plan))
            return
        go(at + 1, plan)
        keys = tuple(guest.key for guest in some[at])
        for host in case.hosts:
            plan[keys] = host.key
            if not faults(case, nights(plan)):
                go(at + 1, plan)
            del plan[keys]

    go(0, {})
    return plans
