# SPDX-License-Identifier: GPL-3.0-or-later
"""For each home and block of nights: what it takes, and which class each choice is there."""

from collections.abc import Iterable
from dataclasses import dataclass

from hospes.domain.matching.beds import Home
from hospes.domain.matching.homes import beds_for, crowd
from hospes.domain.matching.regions import Kind, Layout, Lodgers, Region, region
from hospes.domain.matching.units import Choices
from hospes.domain.matching.values import Criterion, Guest, Host
from hospes.domain.matching.view import View

Known = dict[tuple[int, bool, int, tuple[bool, ...]], tuple[Lodgers, Kind, frozenset[str]]]
"""What is known of a party in a block, by what a home asks."""


@dataclass
class Place:
    """A home in one block of nights, with the choices that use it."""

    host: str
    block: int
    region: Region
    class_of: dict[int, int]
    """Choice to class."""
    size_of: dict[int, int]
    """Choice to people there."""


@dataclass
class Rooms:
    """All homes of a case; choices that fit nowhere in a home are gone."""

    places: list[Place]
    usable: frozenset[int]
    exact: bool
    """The regions say all; else homes have to be looked at in the plan."""


@dataclass
class _Draft:
    host: str
    block: int
    layout: Layout
    kinds: dict[int, Kind]
    people: dict[int, frozenset[str]]
    examples: dict[Kind, Lodgers]


def rooms_of(found: Choices) -> Rooms:
    """Look at every home in every block that counts."""
    by_home: dict[str, dict[int, list[int]]] = {}
    for at, choice in enumerate(found.choices):
        blocks = by_home.setdefault(choice.host, {})
        for block in choice.blocks:
            blocks.setdefault(block, []).append(at)
    known: Known = {}
    drafts = [
        draft
        for host in found.view.hosts.values()
        for draft in _drafts(found, host, by_home.get(host.key, {}), known)
    ]
    examples: dict[tuple[object, ...], dict[Kind, Lodgers]] = {}
    for draft in drafts:
        together = examples.setdefault(draft.layout.key, {})
        for kind, lodgers in draft.examples.items():
            together.setdefault(kind, lodgers)
    regions: dict[tuple[object, ...], Region] = {}
    places = []
    unusable: set[int] = set()
    for draft in drafts:
        key = draft.layout.key
        if key not in regions:
            regions[key] = region(draft.layout, examples[key])
        place = _place(draft, regions[key])
        unusable |= draft.kinds.keys() - place.class_of.keys()
        places.append(place)
    unusable |= _no_better(found, places)
    for place in places:
        for gone in unusable & place.class_of.keys():
            del place.class_of[gone], place.size_of[gone]
    usable = frozenset(range(len(found.choices))) - unusable
    return Rooms(places, usable, all(place.region.exact for place in places))


def _no_better(found: Choices, places: Iterable[Place]) -> set[int]:
    """Choices without the double bed where the one with it takes no more room."""
    if found.view.case.rules.weights.get(Criterion.BED, 0) < 0:
        return set()
    classes: dict[int, list[tuple[int, int]]] = {}
    for number, place in enumerate(places):
        for at, kind in place.class_of.items():
            classes.setdefault(at, []).append((number, kind))
    with_bed: dict[tuple[int, str, tuple[int, ...]], int] = {}
    for at, choice in enumerate(found.choices):
        if choice.double and at in classes:
            with_bed[choice.unit, choice.host, choice.blocks] = at
    return {
        at
        for at, choice in enumerate(found.choices)
        if not choice.double
        and (other := with_bed.get((choice.unit, choice.host, choice.blocks))) is not None
        and classes.get(at) == classes[other]
    }


def _place(draft: _Draft, region_of: Region) -> Place:
    classes = {
        choice: region_of.classes[kind] for choice, kind in draft.kinds.items() if kind in region_of.classes
    }
    sizes = {choice: len(draft.people[choice]) for choice in classes}
    return Place(draft.host, draft.block, region_of, classes, sizes)


def _drafts(found: Choices, host: Host, by_block: dict[int, list[int]], known: Known) -> list[_Draft]:
    """The home in each block in which somebody may come, without blocks that another one covers."""
    drafts = [_draft(found, host, block, choices, known) for block, choices in sorted(by_block.items())]
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda one: -len(one.kinds)):
        if not any(_covers(other, draft) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda one: one.block)


def _covers(other: _Draft, draft: _Draft) -> bool:
    if other.layout.key != draft.layout.key or not draft.kinds.keys() <= other.kinds.keys():
        return False
    return all(other.people[choice] == keys for choice, keys in draft.people.items())


def _draft(found: Choices, host: Host, block: int, choices: list[int], known: Known) -> _Draft:
    layout = layout_of(found, host, block)
    kinds: dict[int, Kind] = {}
    people: dict[int, frozenset[str]] = {}
    examples: dict[Kind, Lodgers] = {}
    for at in choices:
        choice = found.choices[at]
        key = (choice.unit, choice.double, block, layout.asks)
        if key not in known:
            lodgers = found.lodgers(choice, block)
            keys = frozenset(guest.key for guest in lodgers.people)
            known[key] = (lodgers, layout.kind(lodgers), keys)
        lodgers, kinds[at], people[at] = known[key]
        examples.setdefault(kinds[at], lodgers)
    return _Draft(host.key, block, layout, kinds, people, examples)


def layout_of(found: Choices, host: Host, block: int) -> Layout:
    """The home with those who are there for good."""
    nights = found.blocks[block]
    staying = [
        found.view.guests[key]
        for key, places in found.fixed.items()
        if any(places.get(night) == host.key for night in nights)
    ]
    staying.sort(key=lambda guest: found.view.rank[guest.key])
    home = Home(host.beds)
    most = home.places if host.max_guests is None else min(home.places, host.max_guests)
    settled = frozenset[str]()
    if staying and beds_for(home, crowd(found.view, staying)) is None:
        settled = frozenset(guest.key for guest in staying)
    return Layout(home, most, tuple(_parties(found.view, staying)), settled)


def _parties(view: View, people: Iterable[Guest]) -> list[Lodgers]:
    parties: dict[str, list[Guest]] = {}
    for guest in people:
        parties.setdefault(guest.group or guest.key, []).append(guest)
    return [Lodgers(tuple(some), view.rule(some[0])) for some in parties.values()]
