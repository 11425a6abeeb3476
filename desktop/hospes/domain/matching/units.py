# SPDX-License-Identifier: GPL-3.0-or-later
"""The choices of the best plan: who goes together, to which homes they may go, for which nights.

Nights between which nobody comes or goes and no home opens or closes are one block: changing homes within
a block never helps, so a stay in several homes changes only between blocks. Splitting costs points for each
part, so that it is chosen only where it places somebody or where the wishes are clearly better met.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from hospes.domain.codes_visit import GroupRule, OfferKind, OfferState
from hospes.domain.matching.beds import Home
from hospes.domain.matching.fit import company_of, pair_of, wished
from hospes.domain.matching.homes import couples
from hospes.domain.matching.musts import holds
from hospes.domain.matching.regions import Lodgers
from hospes.domain.matching.values import Criterion, Guest, Host
from hospes.domain.matching.view import Party, View
from hospes.domain.matching.wishes import wish_terms

SPLIT_POINTS = 30
"""What each part of a stay in several homes costs."""

Stays = Mapping[str, Mapping[date, str]]
"""Guest to night to home."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A party goes to a home for some blocks of nights."""

    unit: int
    host: str
    blocks: tuple[int, ...]
    people: int
    """Who is placed by it for the whole stay; nought for a part."""
    points: int
    """What it adds to the wish sum: points of the party for each of its members."""
    kept: float = 0
    """How many people stay by it where they are now."""
    double: bool = False
    """They get the double bed they want."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A party to place, or what is left to place of it."""

    party: Party
    blocks: tuple[int, ...]
    split: bool
    needed: frozenset[date]
    """Nights that are still open for somebody of it."""


@dataclass
class Choices:
    """All units and all they can choose; the rest of the plan is fixed."""

    view: View
    blocks: tuple[frozenset[date], ...]
    fixed: dict[str, dict[date, str]]
    units: list[Unit] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    by_unit: list[list[int]] = field(default_factory=list)
    runs: dict[tuple[int, frozenset[date]], list[tuple[int, ...]]] = field(default_factory=dict)
    """What each unit may choose of a home with such nights."""
    fixed_groups: dict[str, frozenset[str]] = field(default_factory=dict)
    homes: list[tuple[Host, int]] = field(default_factory=list)
    """Homes that take guests at all, with the people they hold."""

    def __post_init__(self) -> None:
        """Leave out homes without a bed or a yes; who of a group is fixed."""
        for key in self.fixed:
            group = self.view.guests[key].group
            if group:
                self.fixed_groups[group] = self.fixed_groups.get(group, frozenset()) | {key}
        for host in self.view.hosts.values():
            yes = host.state in {OfferState.YES, OfferState.RESERVE} and host.kind == OfferKind.HOME
            places = Home(host.beds).places
            if yes and places:
                self.homes.append((host, places))

    def lodgers(self, choice: Choice, block: int) -> Lodgers:
        """Who of the party is in the home in this block, for the beds."""
        unit = self.units[choice.unit]
        nights = self.blocks[block]
        people = tuple(guest for guest in unit.party.members if nights & guest.nights & unit.needed)
        own = ""
        if self.tied(unit):
            own = f"unit {choice.unit}"
        return Lodgers(people, unit.party.rule or self._rule(unit), choice.double, own)

    def tied(self, unit: Unit) -> bool:
        """Does it belong to somebody who is fixed?"""
        return any(
            guest.key in self.fixed or self.fixed_groups.get(guest.group, frozenset()) - set(unit.party.keys)
            for guest in unit.party.members
        )

    def _rule(self, unit: Unit) -> GroupRule | None:
        return self.view.rule(unit.party.members[0])


def night_blocks(view: View, stays: Iterable[Mapping[date, str]]) -> tuple[frozenset[date], ...]:
    """Runs of nights on which the same guests are here, the same homes free and the same places fixed."""
    nights = sorted({night for guest in view.guests.values() for night in guest.nights})
    some = list(stays)
    runs: list[list[date]] = []
    before: object = None
    for night in nights:
        here = tuple(night in guest.nights for guest in view.guests.values())
        free = tuple(night in host.nights for host in view.hosts.values())
        fixed = tuple(one.get(night) for one in some)
        if (here, free, fixed) != before:
            runs.append([])
            before = (here, free, fixed)
        runs[-1].append(night)
    return tuple(frozenset(run) for run in runs)


def prepare(
    view: View, fixed: dict[str, dict[date, str]], now: Stays, goes_on: Callable[[], None]
) -> Choices:
    """All choices that break no must by themselves.

    Args:
        view: The case.
        fixed: Guest to night to home for what stays as it is.
        now: Where the others sleep now, for keeping them there.
        goes_on: Called for each unit; may raise to give up.
    """
    found = Choices(view, night_blocks(view, [*fixed.values(), *now.values()]), fixed)
    for party in view.parties():
        for unit in _units(found, party):
            goes_on()
            _add(found, unit, now)
    return found


def _units(found: Choices, party: Party) -> list[Unit]:
    """The party, or those of it who have no home for good yet."""
    open_nights = {guest.key: guest.nights - found.fixed.get(guest.key, {}).keys() for guest in party.members}
    waiting = [guest for guest in party.members if open_nights[guest.key]]
    if not waiting:
        return []
    begun = [guest for guest in waiting if guest.key in found.fixed]
    fresh = [guest for guest in waiting if guest.key not in found.fixed]
    groups = [[guest] for guest in begun] + ([fresh] if fresh else [])
    return [_unit(found, view_party(party, some), open_nights) for some in groups]


def view_party(party: Party, members: list[Guest]) -> Party:
    """A part of a party under its rule."""
    return Party(tuple(members), party.rule if len(members) > 1 else None)


def _unit(found: Choices, party: Party, open_nights: Mapping[str, frozenset[date]]) -> Unit:
    needed = frozenset[date]().union(*(open_nights[guest.key] for guest in party.members))
    blocks = tuple(at for at, nights in enumerate(found.blocks) if nights & needed)
    return Unit(party, blocks, all(guest.split_ok for guest in party.members), needed)


def _add(found: Choices, unit: Unit, now: Stays) -> None:
    at = len(found.units)
    found.units.append(unit)
    found.by_unit.append([])
    allowed = _allowed_homes(found, unit)
    size = len(unit.party.members)
    for host, places in found.homes:
        if (allowed is None or host.key in allowed) and (size <= places or unit.needed != unit.party.nights):
            for choice in _choices(found, at, unit, host, now):
                found.by_unit[at].append(len(found.choices))
                found.choices.append(choice)


def _allowed_homes(found: Choices, unit: Unit) -> frozenset[str] | None:
    """Only homes of those of the group who are fixed, and of the guest's own fixed nights."""
    own = {host for key in unit.party.keys for host in found.fixed.get(key, {}).values()}
    first = unit.party.members[0]
    bound = found.view.rule(first) is not None
    if own and (bound or not unit.split):
        return frozenset(own)
    if not bound:
        return None
    mates = [guest.key for guest in found.view.members[first.group] if guest.key not in unit.party.keys]
    homes = {host for key in mates for host in found.fixed.get(key, {}).values()}
    return frozenset(homes) if homes else None


def _choices(found: Choices, at: int, unit: Unit, host: Host, now: Stays) -> Iterable[Choice]:
    view, party = found.view, unit.party
    key = (at, host.nights)
    if key not in found.runs:
        free = [block for block in unit.blocks if found.blocks[block] & unit.needed <= host.nights]
        some = free and (len(free) == len(unit.blocks) or unit.split)
        found.runs[key] = _runs(free, unit) if some else []
    runs = found.runs[key]
    if not runs:
        return
    company: tuple[Guest, ...] = ()
    if found.tied(unit):
        company = _fixed_company(found, unit, host)
    pair = pair_of(view, party, host, company, _nights(found, unit, runs[0]))
    if not holds(pair):
        return
    runs = [run for run in runs if _beside_mates(found, unit, host, run)]
    points = sum(term.points or 0 for term in wish_terms(wished(view, pair))) + _fixed_spread(
        found, unit, host
    )
    wants_double = bool(couples(party.members))
    bed = view.case.rules.weights.get(Criterion.BED, 0)
    for run in runs:
        for double in (True, False) if wants_double else (False,):
            if wants_double and not double and view.case.rules.double_bed_must:
                continue
            whole = len(run) == len(unit.blocks)
            value = (points + (bed if double else 0)) * len(party.members)
            yield Choice(
                at,
                host.key,
                run,
                len(party.members) if whole else 0,
                value if whole else _part(found, unit, run, value),
                _kept(found, unit, host.key, run, now),
                double,
            )


def _beside_mates(found: Choices, unit: Unit, host: Host, run: tuple[int, ...]) -> bool:
    """Is nobody of the group fixed in another home on these nights?"""
    if not found.fixed_groups:
        return True
    group = unit.party.members[0].group
    nights = _nights(found, unit, run)
    return all(
        found.fixed[key].get(night, host.key) == host.key
        for key in found.fixed_groups.get(group, frozenset())
        for night in nights
    )


def _fixed_company(found: Choices, unit: Unit, host: Host) -> tuple[Guest, ...]:
    """Those who belong to the unit and are in the home for good."""
    stays = {key: places for key, places in found.fixed.items() if host.key in places.values()}
    keys = [key for key in stays if key not in unit.party.keys]
    return tuple(
        view_guest
        for view_guest in company_of(found.view, unit.party, host, unit.needed)
        if view_guest.key in keys
    )


def _fixed_spread(found: Choices, unit: Unit, host: Host) -> int:
    """Officials who are there for good already."""
    if not any(guest.official for guest in unit.party.members):
        return 0
    weight = found.view.case.rules.weights.get(Criterion.SPREAD, 0)
    for key, places in found.fixed.items():
        nights = {night for night, home in places.items() if home == host.key}
        if found.view.guests[key].official and key not in unit.party.keys and nights & unit.party.nights:
            return weight
    return 0


def _runs(free: list[int], unit: Unit) -> list[tuple[int, ...]]:
    """The stretches for which the home may be chosen: the whole stay, or by permission each part of it."""
    if len(free) == len(unit.blocks) and not unit.split:
        return [tuple(free)]
    runs: list[tuple[int, ...]] = []
    places = {block: at for at, block in enumerate(unit.blocks)}
    for start in range(len(free)):
        ends = range(start, len(free))
        runs += [
            tuple(free[start : end + 1])
            for end in ends
            if places[free[end]] - places[free[start]] == end - start
        ]
    return sorted(runs, key=lambda run: (-len(run), run))


def _nights(found: Choices, unit: Unit, run: tuple[int, ...]) -> frozenset[date]:
    return frozenset[date]().union(*(found.blocks[block] for block in run)) & unit.needed


def nights_in(found: Choices, choice: Choice) -> frozenset[date]:
    """The nights for which a home is chosen."""
    return _nights(found, found.units[choice.unit], choice.blocks)


def _part(found: Choices, unit: Unit, run: tuple[int, ...], value: int) -> int:
    """The share of a stay's points for some of its nights."""
    nights = len(_nights(found, unit, run))
    return value * nights // len(unit.needed) - SPLIT_POINTS * len(unit.party.members)


def _kept(found: Choices, unit: Unit, host: str, run: tuple[int, ...], now: Stays) -> float:
    """People who stay where they are; for a part of a stay, the share of it."""
    if not any(guest.key in now for guest in unit.party.members):
        return 0.0
    nights = _nights(found, unit, run)
    kept = 0.0
    for guest in unit.party.members:
        old = now.get(guest.key, {})
        if not old:
            continue
        here = [night for night, home in old.items() if night in nights and home == host]
        elsewhere = [night for night, home in old.items() if night in nights and home != host]
        if not elsewhere:
            kept += len(here) / len(old)
    return kept


def part_value(found: Choices, choice: int, points: int) -> int:
    """What more or fewer points of a party are worth in a choice."""
    one = found.choices[choice]
    unit = found.units[one.unit]
    value = points * len(unit.party.members)
    if one.people:
        return value
    return value * len(_nights(found, unit, one.blocks)) // len(unit.needed)
