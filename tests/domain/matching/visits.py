# SPDX-License-Identifier: GPL-3.0-or-later
"""Random visits: groups, couples, families, minors, allergies, steps, part stays, wishes, and homes to match.

`visit(seed, guests, hosts)` is for tests and for the bench. The same seed gives the same visit.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hospes.domain.codes import Gender
from hospes.domain.codes_visit import BedKind, BedWish, GroupRule, OfferKind, OfferState, Smoking
from hospes.domain.matching.values import (
    Case,
    Group,
    Guest,
    Host,
    HostBed,
    HostPerson,
    Past,
    Placed,
    Rules,
    Wish,
)

FIRST = date(2026, 5, 13)
LANGUAGES = ("fr", "de", "en", "pl", "es")
INTERESTS = ("choir", "theatre", "walking", "garden", "history", "boules", "music", "cycling", "cooking")
DIETS = ("vegetarian", "vegan", "no_pork", "gluten")
NAMES = ("Anne", "Bernard", "Chloé", "Denis", "Élise", "Fabien", "Gilles", "Hélène", "Irène", "Jean", "Zoé")

LAYOUTS: tuple[tuple[tuple[BedKind, ...], ...], ...] = (
    ((BedKind.SINGLE,),),
    ((BedKind.SINGLE,),),
    ((BedKind.SINGLE, BedKind.SINGLE),),
    ((BedKind.SINGLE, BedKind.SINGLE),),
    ((BedKind.DOUBLE,),),
    ((BedKind.DOUBLE,),),
    ((BedKind.SINGLE,), (BedKind.SINGLE,)),
    ((BedKind.DOUBLE,), (BedKind.SINGLE,)),
    ((BedKind.SINGLE, BedKind.SINGLE), (BedKind.SINGLE,)),
    ((BedKind.DOUBLE,), (BedKind.SINGLE, BedKind.SINGLE)),
    ((BedKind.SINGLE,), (BedKind.SOFA,)),
    ((BedKind.BUNK,), (BedKind.SINGLE,)),
    ((BedKind.DOUBLE, BedKind.COT), (BedKind.SINGLE,)),
)
PARTIES = (
    ("one",) * 9 + ("couple",) * 5 + ("friends",) * 2 + ("parent",) * 2 + ("family", "siblings", "minor")
)


@dataclass
class _Draw:
    chance: random.Random
    nights: tuple[date, ...]
    split: float
    guests: list[Guest] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    def some(self, likely: float) -> bool:
        return self.chance.random() < likely

    def maybe(self, likely: float, unknown: float = 0.1) -> bool | None:
        return None if self.some(unknown) else self.some(likely)

    def stay(self) -> frozenset[date]:
        """The whole visit; some come later or leave earlier."""
        nights = self.nights
        if len(nights) > 1 and self.some(0.12):
            return frozenset(nights[1:] if self.some(0.5) else nights[:-1])
        return frozenset(nights)

    def speaks(self, own: str) -> dict[str, int]:
        others = self.chance.sample([one for one in LANGUAGES if one != own], self.chance.randint(0, 2))
        return {own: 4} | {one: self.chance.randint(1, 3) for one in others}

    def guest(self, nights: frozenset[date], gender: Gender, age: int, **more: object) -> Guest:
        at = len(self.guests)
        given = f"{self.chance.choice(NAMES)}{at}"
        bed = BedWish.ANY if self.some(0.1) else BedWish.SINGLE
        values: dict[str, object] = {
            "key": f"g{self.chance.getrandbits(40):010x}",
            "name": f"{given} Test",
            "given": given,
            "order": (f"{self.chance.randrange(max(1, at // 2 + 1)):05}", given.casefold(), str(2026 - age)),
            "nights": nights,
            "gender": gender if self.some(0.97) else None,
            "age": age,
            "minor": age < 18,
            "consent": None if self.some(0.03) else True,
            "languages": self.speaks("fr"),
            "smoking": self.chance.choice((Smoking.NO, Smoking.NO, Smoking.NO, Smoking.OUTSIDE, None)),
            "minds_smoke": self.maybe(0.3),
            "animal_allergies": frozenset(one for one in ("cat", "dog") if self.some(0.07)),
            "animal_fear": frozenset(one for one in ("dog",) if self.some(0.05)),
            "diets": frozenset(one for one in DIETS if self.some(0.06)),
            "max_stairs": self.chance.choice((0, 5, 10, 15)) if age > 60 and self.some(0.3) else None,
            "step_free": bool(age > 70 and self.some(0.2)),
            "bed": bed,
            "sofa_ok": self.maybe(0.2),
            "needs_lift": self.maybe(0.2),
            "interests": frozenset(self.chance.sample(INTERESTS, self.chance.randint(0, 2))),
            "profession": self.chance.choice(("", "teacher", "nurse", "engineer", "baker")),
            "first_visit": self.maybe(0.3),
            "split_ok": self.some(self.split),
            "official": self.some(0.05),
        }
        guest = Guest(**(values | more))  # type: ignore[arg-type]  # drawn values
        self.guests.append(guest)
        return guest

    def adult(self, nights: frozenset[date], gender: Gender | None = None, **more: object) -> Guest:
        gender = gender or self.chance.choice((Gender.FEMALE, Gender.MALE))
        return self.guest(nights, gender, self.chance.randint(19, 84), **more)

    def child(self, nights: frozenset[date], low: int = 1, **more: object) -> Guest:
        gender = self.chance.choice((Gender.FEMALE, Gender.MALE))
        return self.guest(nights, gender, self.chance.randint(low, 17), **more)

    def party(self, most: int) -> None:
        """Draw who travels together."""
        kind = self.chance.choice(PARTIES)
        nights = self.stay()
        if kind == "one" or most < 2:
            self.adult(nights)
            return
        if kind == "minor":
            self.child(nights, 12)
            return
        key = f"p{self.chance.getrandbits(40):010x}"
        rule = self.chance.choice((GroupRule.SAME_ROOM, GroupRule.SAME_HOUSE))
        if kind == "friends" and self.some(0.4):
            rule = GroupRule.NEAR
        tie = {"group": key, "household": "" if kind == "friends" else f"h{key}"}
        self.groups.append(Group(key, rule, key))
        split = self.some(self.split)
        if kind == "couple":
            wish = BedWish.DOUBLE_SHARED if self.some(0.7) else BedWish.ANY
            self.adult(nights, Gender.FEMALE, bed=wish, split_ok=split, **tie)
            self.adult(nights, Gender.MALE, bed=wish, split_ok=split, **tie)
        elif kind == "friends":
            for _ in range(min(most, self.chance.choice((2, 2, 3)))):
                self.adult(nights, split_ok=split, **tie)
        elif kind == "siblings":
            for _ in range(2):
                self.child(nights, 11, split_ok=split, **tie)
        else:
            parents = 2 if kind == "family" and most > 2 else 1
            answer = [self.adult(nights, split_ok=split, **tie).key for _ in range(parents)]
            children = self.chance.randint(1, 2) if kind == "family" and most > 3 else 1
            for _ in range(min(children, most - parents)):
                self.child(nights, guardians=frozenset(answer), split_ok=split, **tie)


def _host(draw: _Draw, at: int) -> Host:
    chance, some = draw.chance, draw.some
    layout = chance.choice(LAYOUTS)
    key = f"o{chance.getrandbits(40):010x}"
    beds = tuple(
        HostBed(
            f"{key}b{room}{number}", f"{key}r{room}", kind, 2 if kind in {BedKind.DOUBLE, BedKind.BUNK} else 1
        )
        for room, kinds in enumerate(layout)
        for number, kind in enumerate(kinds)
    )
    places = sum(bed.places for bed in beds)
    ages = [chance.randint(28, 82)]
    if some(0.6):
        ages.append(max(20, ages[0] + chance.randint(-6, 6)))
    if ages[0] < 58 and some(0.4):
        ages += [chance.randint(6, 17) for _ in range(chance.randint(1, 2))]
    people = tuple(
        HostPerson(
            name=f"Host{at}.{number} Haus",
            given=f"Host{at}.{number}",
            gender=(Gender.FEMALE, Gender.MALE)[(number + at) % 2] if some(0.95) else None,
            age=age if some(0.95) else None,
            languages=draw.speaks("de"),
            interests=frozenset(chance.sample(INTERESTS, chance.randint(0, 2))),
            profession=chance.choice(("", "teacher", "nurse", "engineer", "baker")),
        )
        for number, age in enumerate(ages)
    )
    state = OfferState.YES
    if some(0.1):
        state = chance.choice((OfferState.RESERVE, OfferState.ASKED, OfferState.NO, OfferState.NOT_ASKED))
    minors = draw.maybe(0.6)
    taken = {"man", "woman", "couple"} | ({"family", "minor"} if minors else set())
    accepts = frozenset(taken if some(0.6) else [])
    if some(0.05):
        accepts = frozenset({chance.choice(("woman", "couple", "family"))})
    return Host(
        key=key,
        household=f"h{key}",
        name=f"Haus {at}",
        order=(f"haus {at:04}",),
        beds=beds,
        nights=frozenset(draw.nights[1:] if len(draw.nights) > 1 and some(0.1) else draw.nights),
        people=people,
        kind=OfferKind.DINNER if some(0.03) else OfferKind.HOME,
        state=state,
        max_guests=places if some(0.7) else (max(1, places - 1) if some(0.3) else None),
        cats=draw.maybe(0.2),
        dogs=draw.maybe(0.15),
        other_pets=frozenset({"birds"} if some(0.05) else ()),
        smoking=chance.choice((Smoking.NO,) * 5 + (Smoking.OUTSIDE, Smoking.OUTSIDE, Smoking.YES, None)),
        stairs=None if some(0.08) else chance.choice((0, 2, 5, 8, 12, 18, 30)),
        step_free=draw.maybe(0.2),
        car_seats=None if some(0.1) else chance.choice((0, 4, 4, 5)),
        distance_m=None if some(0.1) else chance.randint(200, 8000),
        diets=frozenset(one for one in DIETS if some(0.4)),
        accepts=accepts,
        minors_ok=minors,
        checked=some(0.6),
        experienced=draw.maybe(0.6),
        hosted_last_time=draw.maybe(0.5),
    )


def _at_home(chance: random.Random, home: Host) -> Host:
    """Some homes have no known place; streets are short."""
    if chance.random() < 0.15:
        return home
    area = chance.choice(("lindenau", "lindenau", "oberdorf", "neustadt"))
    street = f"{area} {chance.randrange(12)}" if chance.random() < 0.85 else ""
    return replace(home, street=street, area=area)


def visit(
    seed: int,
    guests: int = 34,
    hosts: int = 21,
    nights: int = 4,
    *,
    split: float = 0.1,
    checked: bool = False,
) -> Case:
    """A random visit.

    Args:
        seed: Of the chance.
        guests: How many at least.
        hosts: How many homes.
        nights: How long.
        split: How likely a party allows a stay in several homes.
        checked: The association wants the papers of hosts of minors.
    """
    chance = random.Random(seed)
    draw = _Draw(chance, tuple(FIRST + timedelta(days=day) for day in range(nights)), split)
    while len(draw.guests) < guests:
        draw.party(guests - len(draw.guests))
    homes = [_host(draw, at) for at in range(hosts)]
    where = random.Random(seed + 1)
    homes = [_at_home(where, home) for home in homes]
    wishes, past = [], []
    for guest in draw.guests:
        if chance.random() < 0.2:
            home = chance.choice(homes)
            refused = chance.random() < 0.25
            wishes.append(
                Wish(guest.key, home.key, by_guest=True, refused=refused, rank=chance.choice((1, 1, 2, 3)))
            )
            if not refused and chance.random() < 0.5:
                wishes.append(Wish(guest.key, home.key, by_guest=False))
        if chance.random() < 0.05:
            wishes.append(Wish(guest.key, chance.choice(homes).key, by_guest=False, refused=True))
        if chance.random() < 0.2:
            past.append(
                Past(guest.key, chance.choice(homes).key, chance.randint(1998, 2025), chance.random() < 0.4)
            )
    rules = Rules(checked_hosts_for_minors=checked)
    return Case(
        tuple(draw.guests), tuple(homes), tuple(draw.groups), tuple(wishes), tuple(past), (), rules, 2026
    )


def placed(case: Case, stays: dict[str, dict[date, str]], **more: object) -> tuple[Placed, ...]:
    """Placements of some stays."""
    return tuple(
        Placed(guest, night, host, **more)  # type: ignore[arg-type]  # flags
        for guest, nights in stays.items()
        for night, host in nights.items()
        if any(one.key == guest for one in case.guests)
    )


def shuffled(case: Case, seed: int) -> Case:
    """The same visit with other keys and in another order of rows."""
    chance = random.Random(seed)
    names = [one.key for one in (*case.guests, *case.hosts, *case.groups)]
    keys = {name: f"{chance.getrandbits(64):016x}" for name in names}

    def mixed(rows: list[object]) -> tuple[object, ...]:
        chance.shuffle(rows)
        return tuple(rows)

    return replace(
        case,
        guests=mixed(
            [
                replace(
                    one,
                    key=keys[one.key],
                    group=keys.get(one.group, one.group),
                    guardians=frozenset(keys[guardian] for guardian in one.guardians),
                )
                for one in case.guests
            ]
        ),
        hosts=mixed([replace(one, key=keys[one.key]) for one in case.hosts]),
        groups=mixed([replace(one, key=keys[one.key]) for one in case.groups]),
        wishes=mixed([replace(one, guest=keys[one.guest], host=keys[one.host]) for one in case.wishes]),
        past=mixed([replace(one, guest=keys[one.guest], host=keys[one.host]) for one in case.past]),
        placed=mixed([replace(one, guest=keys[one.guest], host=keys[one.host]) for one in case.placed]),
    )
