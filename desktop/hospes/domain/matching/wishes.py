# SPDX-License-Identifier: GPL-3.0-or-later
"""Wishes between a party and a home, each as a term with its points (domain 2.4, design 5.8).

What concerns the home (a car, the way, cooking) counts once for the party; what concerns a person (language,
age, interests) is found for each member. Lines that say the same become one line, which carries the sum of
its members' points divided by the size of the party, half a point up: the score is the sum of the lines
shown, so that "mean of its members" and "sum of what is shown" are one thing (decision 33).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hospes.domain.ages import OF_AGE
from hospes.domain.codes_visit import OfferState, Smoking
from hospes.domain.matching.musts import PETS, Pair, called, has_animal, unknown_facts
from hospes.domain.matching.values import Criterion, Guest, Host, HostPerson, Past, Term, Wish
from hospes.domain.matching.view import is_adult

LEVEL_SHARE = {1: 20, 2: 35, 3: 40, 4: 45}
"""Fortieths of the weight for a common language by its level (domain 2.4)."""

NEAR_AGE = 10
"""Adults up to so many years apart are of similar age; each two years more cost a twentieth."""

CHILD_YEARS = 3
FRESH_YEARS = 5
"""A stay counts in full so long, then a twentieth less each year, at least a fifth."""

NEAR_HOME = 1000
"""Metres that cost nothing and need no car."""


class HomeFacts:
    """Who lives in a home, looked up once for all guests."""

    def __init__(self, host: Host) -> None:
        """Go through its people once."""
        self.speakers: dict[str, tuple[int, int]] = {}
        """Language to the best level and who speaks it so, the first of them."""
        self.adults: list[tuple[int, HostPerson]] = []
        self.fans: dict[str, HostPerson] = {}
        self.professions: dict[str, HostPerson] = {}
        for at, person in enumerate(host.people):
            for code, level in person.languages.items():
                if level > self.speakers.get(code, (0, 0))[0]:
                    self.speakers[code] = (level, at)
            if person.age is not None and person.age >= OF_AGE:
                self.adults.append((person.age, person))
            for one in person.interests:
                self.fans.setdefault(one, person)
            if person.profession:
                self.professions.setdefault(person.profession, person)


@dataclass(frozen=True, slots=True)
class Wished:
    """A pair with what is known of the two beyond their facts."""

    pair: Pair
    wishes: Mapping[str, Sequence[Wish]]
    """By guest."""
    past: Mapping[str, Sequence[Past]]
    year: int
    home: HomeFacts

    def weight(self, criterion: Criterion) -> int:
        """Points for a criterion fulfilled in full."""
        return self.pair.rules.weights.get(criterion, 0)


def share(weight: int, part: int, whole: int) -> int:
    """A part of a weight in whole points, half a point away from nought."""
    points = (2 * abs(weight) * part + whole) // (2 * whole)
    return points if weight >= 0 else -points


Terms = Iterator[Term]


def spoken(person: HostPerson) -> str:
    """How reasons speak of somebody of the home."""
    return person.given or person.name


# ---- for each member


def wished(about: Wished, guest: Guest) -> Terms:
    """Wanted by both, or by one; a later choice counts a fifth less each."""
    wanted = [wish for wish in about.wishes.get(guest.key, ()) if not wish.refused]
    if not wanted:
        return
    rank = min(wish.rank for wish in wanted)
    fifths = max(1, 6 - max(1, rank))
    if len({wish.by_guest for wish in wanted}) > 1:
        points = share(about.weight(Criterion.WISH_BOTH), fifths, 5)
        yield Term(Criterion.WISH_BOTH, points, args={"name": called(guest)})
        return
    side = "guest" if wanted[0].by_guest else "host"
    points = share(about.weight(Criterion.WISH), fifths, 5)
    yield Term(f"{Criterion.WISH}.{side}", points, args={"name": called(guest)})


def before(about: Wished, guest: Guest) -> Terms:
    """Stayed here, or hosted somebody of this home."""
    for criterion, turned in ((Criterion.TOGETHER_BEFORE, False), (Criterion.RECIPROCITY, True)):
        years = [past.year for past in about.past.get(guest.key, ()) if past.turned is turned]
        if not years:
            continue
        last = max(years)
        ago = max(0, about.year - last - FRESH_YEARS) if about.year else 0
        part = 20 if turned else max(4, 20 - ago)
        yield Term(
            criterion, share(about.weight(criterion), part, 20), args={"name": called(guest), "year": last}
        )


def language(about: Wished, guest: Guest) -> Terms:
    """The language both speak best."""
    best: tuple[int, int, int, str] | None = None
    people, speakers = about.pair.host.people, about.home.speakers
    for code, mine in guest.languages.items():
        if mine > 0 and code in speakers:
            level, at = speakers[code]
            found = (-min(level, mine), -max(level, mine), at, code)
            if best is None or found < best:
                best = found
    if best is not None:
        points = share(about.weight(Criterion.LANGUAGE), LEVEL_SHARE[min(4, -best[0])], 40)
        person = people[best[2]]
        args = {"name": spoken(person), "language": best[3], "little": best[0] == -1}
        yield Term(Criterion.LANGUAGE, points, args=args)
    elif guest.languages and speakers:
        yield Term(f"{Criterion.LANGUAGE}.none", 0)


def age(about: Wished, guest: Guest) -> Terms:
    """The adult of the home nearest in age."""
    if guest.minor or guest.age is None:
        return
    adults = about.home.adults
    if not adults:
        return
    mine = guest.age
    years, nearest = min(adults, key=lambda one: abs(one[0] - mine))
    apart = abs(years - mine)
    part = max(0, 20 - max(0, apart - NEAR_AGE) // 2)
    points = share(about.weight(Criterion.AGE), part, 20)
    if points:
        yield Term(Criterion.AGE, points, args={"name": spoken(nearest)})


def interest(about: Wished, guest: Guest) -> Terms:
    """An interest or a profession in common."""
    weight = about.weight(Criterion.INTEREST)
    for common in sorted(guest.interests):
        if common in about.home.fans:
            args = {"interest": common, "name": spoken(about.home.fans[common])}
            yield Term(Criterion.INTEREST, weight, args=args)
            return
    person = about.home.professions.get(guest.profession)
    if person is not None:
        args = {"name": spoken(person), "profession": person.profession}
        yield Term(f"{Criterion.INTEREST}.profession", weight, args=args)


def newcomer(about: Wished, guest: Guest) -> Terms:
    """Here for the first time, with a home that knows how it goes."""
    if guest.first_visit and about.pair.host.experienced:
        yield Term(Criterion.NEWCOMER, about.weight(Criterion.NEWCOMER))


def non_smoker(about: Wished, guest: Guest) -> Terms:
    """Neither side smokes."""
    if guest.smoking == Smoking.NO and about.pair.host.smoking == Smoking.NO:
        yield Term(Criterion.NON_SMOKER, about.weight(Criterion.NON_SMOKER))


# ---- for the party as a whole


def children(about: Wished) -> Terms:
    """A child of the home near in age to a minor of the party."""
    pairs = [
        (abs(child.age - (guest.age or 0)), at, child)
        for guest in about.pair.party.members
        if guest.minor and guest.age is not None
        for at, child in enumerate(about.pair.host.people)
        if child.age is not None and not is_adult(child.age) and abs(child.age - guest.age) <= CHILD_YEARS
    ]
    if pairs:
        child: HostPerson = min(pairs, key=lambda pair: pair[:2])[2]
        args = {"name": spoken(child), "age": child.age, "gender": str(child.gender or "")}
        yield Term(Criterion.CHILDREN, about.weight(Criterion.CHILDREN), args=args)


def diet(about: Wished) -> Terms:
    """The kitchen can do what the party eats."""
    wanted = frozenset(one for guest in about.pair.party.members for one in guest.diets)
    if not wanted:
        return
    missing = wanted - about.pair.host.diets
    if missing:
        yield Term(f"{Criterion.DIET}.not", 0, args={"diets": tuple(sorted(missing))}, private=True)
    else:
        args = {"diets": tuple(sorted(wanted))}
        yield Term(Criterion.DIET, about.weight(Criterion.DIET), args=args, private=True)


def car(about: Wished) -> Terms:
    """A car for who needs a ride, and where the way is long."""
    host = about.pair.host
    needs = any(guest.needs_lift for guest in about.pair.party.members)
    far = host.distance_m is not None and host.distance_m > NEAR_HOME
    if host.car_seats and (needs or far):
        yield Term(Criterion.CAR, about.weight(Criterion.CAR))
    elif needs and host.car_seats == 0:
        yield Term(f"{Criterion.CAR}.none", 0)


def distance(about: Wished) -> Terms:
    """Each kilometre beyond the first."""
    metres = about.pair.host.distance_m
    if metres is None or metres <= NEAR_HOME:
        return
    points = share(about.weight(Criterion.DISTANCE), metres - NEAR_HOME, 1000)
    if points:
        yield Term(Criterion.DISTANCE, points, args={"metres": metres})


def turn(about: Wished) -> Terms:
    """Who had nobody last time comes first, who had somebody may rest."""
    last = about.pair.host.hosted_last_time
    if last is not None:
        criterion = Criterion.TIRED if last else Criterion.FAIRNESS
        yield Term(criterion, about.weight(criterion))


def reserve(about: Wished) -> Terms:
    """Hosts in reserve come last."""
    if about.pair.host.state == OfferState.RESERVE:
        yield Term(Criterion.RESERVE, about.weight(Criterion.RESERVE))


def fear(about: Wished) -> Terms:
    """An animal somebody is afraid of lives here."""
    for guest in about.pair.party.members:
        for animal in sorted(guest.animal_fear - guest.animal_allergies):
            if has_animal(about.pair.host, animal):
                kind = animal if animal in PETS else "other"
                args = {"name": called(guest), "animal": animal}
                yield Term(f"{Criterion.FEAR}.{kind}", about.weight(Criterion.FEAR), args=args, private=True)
                return


def not_asked(about: Wished) -> Terms:
    """What must be asked before it can be promised."""
    for fact in unknown_facts(about.pair):
        weight = about.weight(Criterion.NOT_ASKED)
        yield Term(f"{Criterion.NOT_ASKED}.{fact}", weight, private=fact in {"pets", "stairs"})


EACH: tuple[Callable[[Wished, Guest], Terms], ...] = (
    wished, before, language, age, interest, newcomer, non_smoker,
)  # fmt: skip
WHOLE: tuple[Callable[[Wished], Terms], ...] = (
    children, diet, car, distance, turn, reserve, fear, not_asked,
)  # fmt: skip


def wish_terms(about: Wished) -> tuple[Term, ...]:
    """The lines of the sum, in the order in which they are shown: what a member brings, then the home."""
    members = about.pair.party.members
    size = len(members)
    each = [term for criterion in EACH for guest in members for term in criterion(about, guest)]
    whole = [term for criterion in WHOLE for term in criterion(about)]
    if size > 1:
        each = one_line_each(each, size)
    return (*each, *whole)


def one_line_each(terms: Iterable[Term], size: int) -> list[Term]:
    """Lines that say the same become one, with the mean of the points."""
    lines: dict[tuple[object, ...], tuple[Term, int]] = {}
    for term in terms:
        said = (term.code, *sorted((name, str(value)) for name, value in term.args.items()))
        first, points = lines.get(said, (term, 0))
        lines[said] = (first, points + (term.points or 0))
    return [
        Term(term.code, share(points, 1, size), args=term.args, private=term.private)
        for term, points in lines.values()
    ]
