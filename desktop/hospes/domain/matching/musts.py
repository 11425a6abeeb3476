# SPDX-License-Identifier: GPL-3.0-or-later
"""Musts between a party and a home that hold or break whoever else sleeps there (domain 2.4).

Each function gives the terms of one must, kept ones too, but only where they concern the party: nobody reads
"no steps" who never asked. What depends on the other guests of the home stands in `homes`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from hospes.domain.codes import Gender
from hospes.domain.codes_visit import BedWish, OfferKind, OfferState, Smoking
from hospes.domain.matching.values import Guest, Host, Must, Rules, Term
from hospes.domain.matching.view import Party, is_accompanied, is_adult, related

PETS = ("cat", "dog")


@dataclass(frozen=True, slots=True)
class Pair:
    """A party and a home, with all that is asked about the two."""

    party: Party
    host: Host
    rules: Rules
    refused: frozenset[str] = frozenset()
    """Members whom the home refused or who refused the home."""
    company: tuple[Guest, ...] = ()
    """Guests of other parties in this home who belong to somebody of this one."""
    nights: frozenset[date] = frozenset()
    """The nights asked for; by default all on which somebody of the party stays."""

    @property
    def wanted(self) -> frozenset[date]:
        """The nights for which the home is needed."""
        return self.nights or self.party.nights


Terms = Iterator[Term]


def called(guest: Guest) -> str:
    """How reasons speak of a guest: by the first name, or what else is known."""
    return guest.given or guest.name


def offer(pair: Pair) -> Terms:
    """Said yes, or is held in reserve."""
    if pair.host.kind != OfferKind.HOME:
        yield Term(f"{Must.OFFER}.{pair.host.kind}", broken=True)
    elif pair.host.state not in {OfferState.YES, OfferState.RESERVE}:
        yield Term(f"{Must.OFFER}.{pair.host.state}", broken=True)


def nights(pair: Pair) -> Terms:
    """Free on every night of the stay."""
    wanted = pair.wanted
    missing = sorted(wanted - pair.host.nights)
    if missing:
        yield Term(Must.NIGHTS, broken=True, args={"nights": tuple(missing)})
    elif wanted:
        yield Term(Must.NIGHTS, args={"n": len(wanted)})


def has_animal(host: Host, animal: str) -> bool | None:
    """Does such an animal live here? None where nobody asked."""
    if animal == "cat":
        return host.cats
    if animal == "dog":
        return host.dogs
    return animal in host.other_pets


def animals(pair: Pair) -> Terms:
    """No animal somebody is allergic to."""
    asked: dict[str, Guest] = {}
    for guest in pair.party.members:
        for animal in guest.animal_allergies:
            asked.setdefault(animal, guest)
    kept: list[str] = []
    for animal in sorted(asked):
        lives = has_animal(pair.host, animal)
        if lives:
            kind = animal if animal in PETS else "other"
            args = {"name": called(asked[animal]), "animal": animal}
            yield Term(f"{Must.ANIMALS}.{kind}", broken=True, args=args, private=True)
        elif lives is False:
            kept.append(animal)
    if kept:
        known = [animal for animal in PETS if animal in kept or has_animal(pair.host, animal) is False]
        others = [animal for animal in kept if animal not in PETS]
        # Who is allergic to cats reads "No cats or dogs" where both are known: so cards and reasons agree.
        pets = known if any(animal in PETS for animal in kept) else []
        if pets:
            yield Term(f"{Must.ANIMALS}.no_{'_'.join(pets)}", private=True)
        for animal in others:
            yield Term(f"{Must.ANIMALS}.no_other", args={"animal": animal}, private=True)


def smoke(pair: Pair) -> Terms:
    """Nobody smokes inside where somebody cannot stand it."""
    minds = next((guest for guest in pair.party.members if guest.minds_smoke), None)
    if minds is None or pair.host.smoking is None:
        return
    if pair.host.smoking == Smoking.YES:
        yield Term(Must.SMOKE, broken=True, args={"name": called(minds)})
    else:
        yield Term(f"{Must.SMOKE}.{pair.host.smoking}")


def stairs(pair: Pair) -> Terms:
    """Steps only for those who can climb them."""
    free = next((guest for guest in pair.party.members if guest.step_free), None)
    host = pair.host
    if free is not None:
        level = host.step_free if host.step_free is not None else _level(host)
        if level is not None:
            kept = Term(f"{Must.STAIRS}.free", private=True)
            broken = Term(f"{Must.STAIRS}.free", broken=True, args={"name": called(free)}, private=True)
            yield kept if level else broken
            return
    limited = [guest for guest in pair.party.members if guest.max_stairs is not None]
    if not limited or host.step_free:
        # Where there is a way without steps nobody counts the others.
        if limited:
            yield Term(f"{Must.STAIRS}.free", private=True)
        return
    if host.stairs is None:
        return
    least = min(limited, key=_least_stairs)
    if host.stairs > _least_stairs(least):
        args = {"name": called(least), "n": host.stairs, "most": _least_stairs(least)}
        yield Term(Must.STAIRS, broken=True, args=args, private=True)
    else:
        yield Term(Must.STAIRS, args={"n": host.stairs}, private=True)


def _level(host: Host) -> bool | None:
    return None if host.stairs is None else host.stairs == 0


def _least_stairs(guest: Guest) -> int:
    return guest.max_stairs if guest.max_stairs is not None else 0


def minors(pair: Pair) -> Terms:
    """Taken, agreed to, checked where the association wants that, and not alone with a strange adult."""
    here = (*pair.party.members, *pair.company)
    young = [guest for guest in pair.party.members if guest.minor]
    if not young:
        return
    alone = [guest for guest in young if not is_accompanied(guest, here)]
    broken = [*_agreed(pair, young), *_taken(pair, bool(alone))]
    if alone:
        broken += _safe(pair, alone, here)
    yield from broken
    if not broken:
        checked = pair.rules.checked_hosts_for_minors and alone
        yield Term(f"{Must.MINOR}.checked" if checked else Must.MINOR)


def _agreed(pair: Pair, young: list[Guest]) -> Terms:
    for guest in young:
        if guest.consent is not True:
            yield Term(f"{Must.MINOR}.consent", broken=True, args={"name": called(guest)})


def _taken(pair: Pair, alone: bool) -> Terms:
    host = pair.host
    with_family = not alone and "family" in host.accepts and host.minors_ok is None
    if host.minors_ok or with_family:
        return
    yield Term(f"{Must.MINOR}.{'unknown' if host.minors_ok is None else 'refused'}", broken=True)


def _safe(pair: Pair, alone: list[Guest], here: tuple[Guest, ...]) -> Terms:
    if pair.rules.checked_hosts_for_minors and not pair.host.checked:
        yield Term(f"{Must.MINOR}.unchecked", broken=True)
    if len(here) > 1:
        return
    # One minor and nobody of its own people: then an adult of the same sex must live here.
    adults = [person for person in pair.host.people if is_adult(person.age)]
    strange = adults and all(
        person.gender in {Gender.FEMALE, Gender.MALE} and person.gender != alone[0].gender
        for person in adults
    )
    if strange and alone[0].gender in {Gender.FEMALE, Gender.MALE}:
        yield Term(f"{Must.MINOR}.alone", broken=True, args={"name": called(alone[0])})


def not_with(pair: Pair) -> Terms:
    """Neither side refused the other; confidential."""
    for guest in pair.party.members:
        if guest.key in pair.refused:
            yield Term(Must.NOT_WITH, broken=True, args={"name": called(guest)}, private=True)


def category(party: Party, company: tuple[Guest, ...] = ()) -> frozenset[str]:
    """What a home is asked to take, in the words of `Host.accepts`."""
    members = (*party.members, *company)
    grown = [guest for guest in members if not guest.minor]
    if len(grown) < len(members):
        return frozenset({"family"} if grown else {"minor"})
    if len(grown) == 2 and related(*grown) and BedWish.SINGLE not in {grown[0].bed, grown[1].bed}:
        return frozenset({"couple"})
    words = {Gender.FEMALE: "woman", Gender.MALE: "man"}
    return frozenset(words[guest.gender] for guest in grown if guest.gender in words)


def accepts(pair: Pair) -> Terms:
    """One of those the home takes."""
    taken = pair.host.accepts
    if not taken:
        return
    for word in sorted(category(pair.party, pair.company)):
        # A home that takes minors takes them with their parents too.
        if word not in taken and not (word == "family" and pair.host.minors_ok):
            yield Term(f"{Must.ACCEPTS}.{word}", broken=True)


MUSTS: tuple[Callable[[Pair], Terms], ...] = (
    offer,
    nights,
    animals,
    smoke,
    stairs,
    minors,
    not_with,
    accepts,
)
"""In the order in which they are shown."""


def must_terms(pair: Pair) -> tuple[Term, ...]:
    """All that is kept and broken whoever else sleeps there."""
    return tuple(term for must in MUSTS for term in must(pair))


def holds(pair: Pair) -> bool:
    """Is no must broken, whoever else sleeps there?"""
    return not any(term.broken for must in MUSTS for term in must(pair))


def unknown_facts(pair: Pair) -> tuple[str, ...]:
    """What nobody asked though this party needs to know it (decision 32)."""
    members, host = pair.party.members, pair.host
    allergies = frozenset(
        animal for guest in members for animal in guest.animal_allergies | guest.animal_fear
    )
    facts: list[str] = []
    if any(animal in PETS and has_animal(host, animal) is None for animal in allergies):
        facts.append("pets")
    if any(guest.minds_smoke for guest in members) and host.smoking is None:
        facts.append("smoke")
    if _stairs_unknown(pair):
        facts.append("stairs")
    if any(guest.needs_lift for guest in members) and host.car_seats is None:
        facts.append("car")
    if _adults_unknown(pair):
        facts.append("adults")
    if host.accepts and _category_unknown(pair):
        facts.append("gender")
    return tuple(facts)


def _stairs_unknown(pair: Pair) -> bool:
    host = pair.host
    free = any(guest.step_free for guest in pair.party.members)
    limited = any(guest.max_stairs is not None for guest in pair.party.members)
    if free and host.step_free is None and host.stairs is None:
        return True
    return limited and host.stairs is None and not host.step_free and not (free and host.step_free is False)


def _adults_unknown(pair: Pair) -> bool:
    """A minor alone, and nobody knows whether an adult of its own sex lives there."""
    members = pair.party.members
    if len(members) + len(pair.company) > 1 or not members[0].minor or is_accompanied(members[0], members):
        return False
    known = {Gender.FEMALE, Gender.MALE}
    adults = [person for person in pair.host.people if is_adult(person.age)]
    if not adults or members[0].gender not in known:
        return True
    if any(person.gender == members[0].gender for person in adults):
        return False
    return any(person.gender not in known for person in adults)


def _category_unknown(pair: Pair) -> bool:
    grown = [guest for guest in (*pair.party.members, *pair.company) if not guest.minor]
    if len(grown) < len(pair.party.members) or category(pair.party, pair.company) == frozenset({"couple"}):
        return False
    unknown = any(guest.gender not in {Gender.FEMALE, Gender.MALE} for guest in grown)
    return unknown and not {"man", "woman"} <= pair.host.accepts
