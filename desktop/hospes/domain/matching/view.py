# SPDX-License-Identifier: GPL-3.0-or-later
"""A case looked up by key, in the one order that counts (decision 34)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from hospes.domain.ages import OF_AGE
from hospes.domain.codes import Gender
from hospes.domain.codes_visit import GroupRule
from hospes.domain.matching.values import Case, Group, Guest, Host, Past, Placed, Wish

KEPT_TOGETHER = frozenset({GroupRule.SAME_ROOM, GroupRule.SAME_HOUSE})
"""Rules that are musts; people who want to be near each other are placed one by one, and being near is a
wish (`company`)."""


def guest_rank(guest: Guest) -> tuple[object, ...]:
    """Who comes first. The key decides only between people who are alike in everything."""
    age = -1 if guest.age is None else guest.age
    return (guest.order, guest.name, guest.given, age, sorted(guest.nights), guest.key)


def host_rank(host: Host) -> tuple[object, ...]:
    """Which home comes first where all else is equal."""
    return (host.order, host.name, len(host.beds), sorted(host.nights), host.key)


@dataclass(frozen=True, slots=True)
class Party:
    """Guests who go to one home together, in their order."""

    members: tuple[Guest, ...]
    rule: GroupRule | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Of its members."""
        return tuple(guest.key for guest in self.members)

    @property
    def nights(self) -> frozenset[date]:
        """All nights on which at least one of them stays."""
        return frozenset(night for guest in self.members for night in guest.nights)


def is_adult(age: int | None) -> bool:
    """Is somebody who lives in a home grown up? Who has no age is taken for an adult."""
    return age is None or age >= OF_AGE


def related(one: Guest, other: Guest) -> bool:
    """Do they belong to one group or family?"""
    return bool(
        (one.group and one.group == other.group) or (one.household and one.household == other.household)
    )


def share_class(guest: Guest) -> tuple[Gender, bool] | None:
    """Strangers share a room only where this is equal; None shares with no stranger."""
    return (guest.gender, guest.minor) if guest.gender in {Gender.FEMALE, Gender.MALE} else None


def may_share_room(one: Guest, other: Guest) -> bool:
    """May two guests sleep in one room: family or group, or strangers of one sex, both of age or both not."""
    return related(one, other) or (share_class(one) is not None and share_class(one) == share_class(other))


def is_accompanied(minor: Guest, others: Iterable[Guest]) -> bool:
    """Is somebody of age with this minor who answers for it or belongs to it?"""
    return any(
        other.key in minor.guardians or (not other.minor and related(minor, other))
        for other in others
        if other.key != minor.key
    )


class View:
    """Everything of a case by key, and what is placed now by home and night."""

    def __init__(self, case: Case) -> None:
        """Sort once; everything else follows this order."""
        self.case = case
        self.groups: Mapping[str, Group] = {group.key: group for group in case.groups}
        self.guests: Mapping[str, Guest] = {
            guest.key: self._bound(guest) for guest in sorted(case.guests, key=guest_rank)
        }
        """In their order; `group` only where it is kept together: to be near is not to share a room."""
        self.hosts: Mapping[str, Host] = {h.key: h for h in sorted(case.hosts, key=host_rank)}
        self.rank: Mapping[str, int] = {key: at for at, key in enumerate(self.guests)}
        self._households = Counter(guest.household for guest in self.guests.values())
        self.members: dict[str, list[Guest]] = {}
        for guest in self.guests.values():
            if guest.group in self.groups:
                self.members.setdefault(guest.group, []).append(guest)
        self.near = self._near(case)
        self.alone = frozenset(guest.key for guest in self.guests.values() if self._on_its_own(guest))
        """Minors without anybody of their own on the journey."""
        self.wishes: dict[tuple[str, str], list[Wish]] = {}
        for wish in case.wishes:
            self.wishes.setdefault((wish.guest, wish.host), []).append(wish)
        self.past: dict[tuple[str, str], list[Past]] = {}
        for past in case.past:
            self.past.setdefault((past.guest, past.host), []).append(past)
        self.facts: dict[str, object] = {}
        """What others look up once for each home."""
        self.homes: dict[str, object] = {}
        self.settled: dict[tuple[int, tuple[str, ...]], tuple[object, tuple[str, ...]]] = {}
        """Who of those in a home is there against a must: asked again for every party that may come."""
        self.placed: dict[str, dict[date, Placed]] = {}
        self.sleepers: dict[tuple[str, date], list[str]] = {}
        self.old: dict[str, dict[date, str]] = {}
        """Guest to night to home, also where the home is no longer there."""
        for place in case.placed:
            self.old.setdefault(place.guest, {})[place.night] = place.host
            if place.guest in self.guests and place.host in self.hosts:
                self.placed.setdefault(place.guest, {})[place.night] = place
        for key in self.guests:
            for night, place in self.placed.get(key, {}).items():
                self.sleepers.setdefault((place.host, night), []).append(key)

    def _near(self, case: Case) -> dict[str, tuple[str, ...]]:
        """Guest to those of the group that wants to be near each other, in their order."""
        groups: dict[str, list[str]] = {}
        for guest in sorted(case.guests, key=lambda guest: self.rank[guest.key]):
            group = self.groups.get(guest.group)
            if group is not None and group.rule == GroupRule.NEAR:
                groups.setdefault(guest.group, []).append(guest.key)
        return {
            key: tuple(other for other in keys if other != key)
            for keys in groups.values()
            for key in keys
            if len(keys) > 1
        }

    def _on_its_own(self, guest: Guest) -> bool:
        if not guest.minor or share_class(guest) is None or guest.guardians & self.guests.keys():
            return False
        mates = self.members.get(guest.group, ()) if self.rule(guest) is not None else ()
        at_home = self._households.get(guest.household, 0) if guest.household else 0
        return len(mates) <= 1 and at_home <= 1

    def _bound(self, guest: Guest) -> Guest:
        return guest if not guest.group or self.rule(guest) is not None else replace(guest, group="")

    def rule(self, guest: Guest) -> GroupRule | None:
        """What holds the guest's group together, if it is a must."""
        group = self.groups.get(guest.group)
        return group.rule if group is not None and group.rule in KEPT_TOGETHER else None

    def party(self, keys: Iterable[str]) -> Party:
        """These guests as a party; one group's rule holds if they all belong to it."""
        members = tuple(
            sorted((self.guests[key] for key in set(keys)), key=lambda guest: self.rank[guest.key])
        )
        groups = {guest.group for guest in members}
        rule = self.rule(members[0]) if len(groups) == 1 and len(members) > 1 else None
        return Party(members, rule)

    def parties(self) -> tuple[Party, ...]:
        """All guests in the parties in which they travel, the first registered first."""
        found: list[Party] = []
        done: set[str] = set()
        for guest in self.guests.values():
            if guest.key in done:
                continue
            together = self.members[guest.group] if self.rule(guest) is not None else [guest]
            done.update(one.key for one in together)
            found.append(self.party(one.key for one in together))
        return tuple(found)

    def others(self, host: str, night: date, without: Iterable[str]) -> tuple[Guest, ...]:
        """Who sleeps in a home on a night by the plan as it stands, apart from a party."""
        away = frozenset(without)
        return tuple(self.guests[key] for key in self.sleepers.get((host, night), ()) if key not in away)

    def excuse(self, guest: str, host: str) -> str:
        """Why a guest is in a home against a must; empty where that is not so."""
        places = self.placed.get(guest, {}).values()
        return next((place.excuse for place in places if place.host == host and place.excuse), "")


def with_placed(case: Case, placed: Iterable[Placed]) -> Case:
    """The case with another plan standing."""
    return replace(case, placed=tuple(placed))
