# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the hosting board shows at once, as frozen rows.

`hosting_board(connection, visit_id, today, locale)` gives a `Board`: cards of guests and of homes, the
counters, and the case (`domain.matching.values.Case`) to ask `domain.matching` how a guest and a home suit
each other. Cards carry ids of rows; `card.key` is the key in the case. What a guest needs and what a home
has come as codes with their facts (`Need`, `Trait`); the words are the board's.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import Connection, func

from hospes.domain.codes_visit import (
    BedKind,
    GroupRule,
    OfferState,
    Smoking,
)
from hospes.domain.matching.values import Group, Guest, Host, Placed
from hospes.domain.sleeping import Lying, Sleeper, lie_down
from hospes.i18n.locale import Locale
from hospes.queries.hosting import Gathered, gather, id_of
from hospes.queries.hosting_guests import GuestFacts
from hospes.queries.hosting_hosts import HostFacts
from hospes.queries.hosting_rows import (
    Bedded,
    Board,
    Counts,
    GuestCard,
    HostCard,
    KeptCards,
    Need,
    NeedKind,
    Slot,
    Stray,
    Trait,
    TraitKind,
)
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.stays import Placement
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation

__all__ = [
    "Bedded",
    "Board",
    "Counts",
    "GuestCard",
    "HostCard",
    "Need",
    "NeedKind",
    "Slot",
    "Stray",
    "Trait",
    "TraitKind",
    "board_of",
    "hosting_board",
    "needs_of",
    "slots_of",
    "traits_of",
]


def hosting_board(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> Board:
    """Read the board of a visit. Raises UserError where the visit is gone."""
    return board_of(connection, gather(connection, visit_id, today, locale), KeptCards())


def board_of(connection: Connection, found: Gathered, kept: KeptCards) -> Board:
    """The board of what was gathered; cards that are as they were come from those kept."""
    case, visit_id = found.case, found.visit.id
    nights = tuple(sorted({night for guest in case.guests for night in guest.nights}))
    ours = _ours(connection, visit_id)
    stays: dict[str, list[Placed]] = defaultdict(list)
    for one in case.placed:
        stays[one.guest].append(one)
    guests = _guest_cards(found, stays, ours, nights, kept)
    hosts = _host_cards(found, ours, nights, kept)
    without = sum(not card.placed for card in guests)
    yes = [card for card in hosts if card.state is OfferState.YES]
    counts = Counts(len(guests), len(guests) - without, without, sum(card.free for card in yes), len(yes))
    return Board(
        visit_id, found.visit.first, found.visit.last, nights, guests, hosts,
        _strays(connection, visit_id, {card.id for card in guests}), counts, case,
    )  # fmt: skip


def _ours(connection: Connection, visit_id: UUID) -> Mapping[UUID | None, bool]:
    """By delegation: is it of our own town or association?"""
    d = Delegation
    query = (
        pick(d.id, func.coalesce(Territory.is_home, Organisation.is_own, False))
        .join(Territory, Territory.id == d.territory_id, isouter=True)
        .join(Organisation, Organisation.id == d.organisation_id, isouter=True)
        .where(d.visit_id == visit_id)
    )
    return {ref: bool(own) for ref, own in connection.execute(query)}


def _guest_cards(
    found: Gathered,
    stays: Mapping[str, Sequence[Placed]],
    ours: Mapping[UUID | None, bool],
    nights: Sequence[date],
    kept: KeptCards,
) -> tuple[GuestCard, ...]:
    rules = {group.key: group for group in found.case.groups}
    together: dict[str, list[str]] = defaultdict(list)
    for guest in found.case.guests:
        if guest.group:
            together[guest.group].append(guest.key)
    cards = []
    for guest in found.case.guests:
        fact = found.guests.facts[guest.key]
        mates = tuple(one for one in together.get(guest.group, ()) if one != guest.key)
        made_of = (
            guest, fact, ours.get(fact.delegation_id, False), mates, rules.get(guest.group), nights,
            tuple(stays.get(guest.key, ())),
        )  # fmt: skip
        cards.append(kept.card(guest.key, made_of, partial(_guest_card, *made_of)))
    return tuple(cards)


def _guest_card(
    guest: Guest,
    fact: GuestFacts,
    own: bool,
    mates: Sequence[str],
    group: Group | None,
    nights: Sequence[date],
    mine: Sequence[Placed],
) -> GuestCard:
    return GuestCard(
        id=id_of(guest.key),
        key=guest.key,
        person_id=fact.person_id,
        name=guest.name,
        given=guest.given,
        initials=_initials(guest.name),
        age=guest.age,
        minor=guest.minor,
        kind=fact.kind,
        state=fact.state,
        delegation_id=fact.delegation_id,
        ours=own,
        profession=guest.profession,
        companions=tuple(id_of(one) for one in mates),
        group=group.name if group else "",
        rule=group.rule if group else None,
        nights=tuple(sorted(guest.nights)),
        needs=needs_of(guest, len(mates) + 1 if mates else 1, group.rule if group else None, nights),
        stays=tuple(sorted((one.night, id_of(one.host)) for one in mine)),
        locked=bool(mine) and all(one.locked for one in mine),
    )


def needs_of(
    guest: Guest, together: int = 1, rule: GroupRule | None = None, nights: Sequence[date] = ()
) -> tuple[Need, ...]:
    """What a home must or should have for a guest, the hardest first."""
    K = NeedKind
    spoken = [language for language, level in guest.languages.items() if level >= 2]
    mine = sorted(guest.nights)
    every = not nights or len(mine) == len(nights)
    table: tuple[tuple[bool, NeedKind, Mapping[str, object], bool], ...] = (
        (together > 1, K.TOGETHER, {"n": together, "rule": rule}, False),
        (bool(guest.animal_allergies), K.ALLERGY, {"animals": sorted(guest.animal_allergies)}, True),
        (bool(guest.animal_fear), K.FEAR, {"animals": sorted(guest.animal_fear)}, True),
        (bool(guest.step_free), K.STEP_FREE, {}, True),
        (not guest.step_free and guest.max_stairs is not None, K.STAIRS, {"n": guest.max_stairs}, True),
        (guest.minor and not guest.guardians, K.MINOR, {}, False),
        (guest.smoking is Smoking.YES, K.SMOKER, {}, False),
        (not every, K.NIGHTS, {"first": mine[0], "last": mine[-1]} if mine else {}, False),
        (bool(guest.diets), K.DIET, {"diets": sorted(guest.diets)}, True),
        (len(spoken) == 1, K.ONE_LANGUAGE, {"language": spoken[0] if spoken else ""}, False),
        (guest.bed.value == "double_shared", K.DOUBLE_BED, {}, False),
        (bool(guest.minds_smoke), K.SMOKE, {}, False),
        (bool(guest.needs_lift), K.RIDE, {}, False),
    )
    return tuple(Need(kind, args, private) for holds, kind, args, private in table if holds)


def _host_cards(
    found: Gathered, ours: Mapping[UUID | None, bool], nights: Sequence[date], kept: KeptCards
) -> tuple[HostCard, ...]:
    sleeping: dict[str, list[Placed]] = defaultdict(list)
    for one in found.case.placed:
        sleeping[one.host].append(one)
    guests = {guest.key: guest for guest in found.case.guests}
    rules = {group.key: group.rule for group in found.case.groups}
    wanted = frozenset(language for guest in guests.values() for language in guest.languages)
    cards = []
    for host in found.case.hosts:
        fact = found.hosts.facts[host.key]
        placed = tuple(sleeping.get(host.key, ()))
        inside = tuple(guests[key] for key in dict.fromkeys(one.guest for one in placed))
        of_groups = tuple(rules.get(guest.group) for guest in inside)
        made_of = (
            host, fact, ours.get(fact.delegation_id, False), nights, wanted, placed, inside, of_groups,
        )  # fmt: skip
        cards.append(kept.card(host.key, made_of, partial(_host_card, *made_of)))
    return tuple(cards)


def _host_card(
    host: Host,
    fact: HostFacts,
    own: bool,
    nights: Sequence[date],
    wanted: frozenset[str],
    placed: Sequence[Placed],
    inside: Sequence[Guest],
    of_groups: Sequence[GroupRule | None],
) -> HostCard:
    guests = {guest.key: guest for guest in inside}
    rules = {guest.group: rule for guest, rule in zip(inside, of_groups, strict=True) if rule is not None}
    return HostCard(
        id=fact.offer_id,
        key=host.key,
        household_id=fact.household_id,
        name=host.name,
        initials=_initials(host.name)[:1],
        ours=own,
        delegation_id=fact.delegation_id,
        state=host.state,
        places=sum(bed.places for bed in host.beds),
        max_guests=host.max_guests,
        nights=tuple(sorted(host.nights)),
        missing_nights=tuple(night for night in nights if night not in host.nights),
        slots=slots_of(host, placed, guests, rules, dict(fact.rooms)),
        traits=traits_of(host, wanted),
        people=tuple(person.name for person in host.people),
        remarks=fact.remarks,
    )


def traits_of(host: Host, wanted: set[str] | frozenset[str] = frozenset()) -> tuple[Trait, ...]:
    """What a home has that a guest may ask for; what was not asked is left out."""
    K = TraitKind
    spoken = sorted(
        {
            language
            for person in host.people
            for language, level in person.languages.items()
            if level >= 2 and language in wanted
        }
    )
    children = sorted(person.age for person in host.people if person.age is not None and person.age < 18)
    table: tuple[tuple[object, TraitKind, Mapping[str, object]], ...] = (
        (host.cats, K.CATS, {}),
        (host.dogs, K.DOGS, {}),
        (host.other_pets, K.OTHER_PETS, {"pets": sorted(host.other_pets)}),
        (host.cats is False and host.dogs is False and not host.other_pets, K.NO_PETS, {}),
        (host.car_seats, K.CAR, {"n": host.car_seats}),
        (spoken, K.LANGUAGES, {"languages": spoken}),
        (host.step_free, K.STEP_FREE, {}),
        (host.stairs and not host.step_free, K.STAIRS, {"n": host.stairs}),
        (host.smoking is Smoking.YES, K.SMOKERS, {}),
        (host.smoking is Smoking.OUTSIDE, K.SMOKE_OUTSIDE, {}),
        (host.smoking is Smoking.NO, K.NO_SMOKE, {}),
        (children, K.CHILDREN, {"ages": children}),
        (host.diets, K.COOKS, {"diets": sorted(host.diets)}),
        (host.minors_ok, K.MINORS, {"checked": host.checked}),
        (host.experienced, K.EXPERIENCED, {}),
        (host.distance_m is not None, K.DISTANCE, {"metres": host.distance_m}),
    )
    return tuple(Trait(kind, args) for holds, kind, args in table if holds)


def slots_of(
    host: Host,
    placed: Sequence[Placed],
    guests: Mapping[str, Guest],
    rules: Mapping[str, GroupRule],
    rooms: Mapping[str, str],
) -> tuple[Slot, ...]:
    """A slot for each place to sleep, with who lies there; behind them those for whom there is no bed."""
    by_guest: dict[str, list[Placed]] = defaultdict(list)
    for one in placed:
        by_guest[one.guest].append(one)
    lying = lie_down(host.beds, [_sleeper(guests[key], some, rules) for key, some in by_guest.items()])
    in_place: dict[Lying, list[Bedded]] = defaultdict(list)
    over: list[Bedded] = []
    for key in sorted(by_guest, key=lambda one: guests[one].order):
        some = by_guest[key]
        bedded = Bedded(
            id_of(key),
            tuple(sorted(one.night for one in some)),
            all(one.locked for one in some),
            any(one.by_hand for one in some),
            next((one.excuse for one in some if one.excuse), ""),
        )
        if key in lying:
            in_place[lying[key]].append(bedded)
        else:
            over.append(bedded)
    slots = []
    for bed in host.beds:
        alone = [len(in_place[Lying(bed.key, place)]) for place in range(bed.places)]
        for place in range(bed.places):
            sleepers = in_place[Lying(bed.key, place)]
            taken = {night for one in sleepers for night in one.nights}
            slots.append(
                Slot(
                    bed_id=id_of(bed.key) if len(bed.key) == 32 else None,
                    kind=bed.kind,
                    room=rooms.get(bed.room, ""),
                    sleepers=tuple(sleepers),
                    free=tuple(sorted(host.nights - taken)),
                    lost=not sleepers and any(alone),
                )
            )
    slots += [Slot(None, BedKind.SINGLE, "", (one,), (), over=True) for one in over]
    return tuple(slots)


def _sleeper(guest: Guest, some: Sequence[Placed], rules: Mapping[str, GroupRule]) -> Sleeper:
    return Sleeper(
        guest,
        frozenset(one.night for one in some),
        rules.get(guest.group),
        next((one.bed for one in some if one.bed), ""),
    )


def _strays(connection: Connection, visit_id: UUID, guests: set[UUID]) -> tuple[Stray, ...]:
    p = Participation
    query = (
        pick(p.id, p.person_id, Placement.offer_id, func.count())
        .join(Placement, Placement.participation_id == p.id)
        .where(p.visit_id == visit_id)
        .group_by(p.id, Placement.offer_id)
    )
    return tuple(Stray(*row) for row in connection.execute(query) if row[0] not in guests)


def _initials(name: str) -> str:
    words = [word for word in name.replace("–", " ").split() if word[:1].isalpha()]
    return "".join(word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words))
