# SPDX-License-Identifier: GPL-3.0-or-later
"""What the matching is told and what it answers, as frozen values.

Keys are opaque strings (the store uses ids); nothing is ordered by them, because the same data must give the
same plan on every laptop (decision 34): `order` says who comes first. None is "not known", which is not no
(decision 32). Nights are dated by their evening (decision 8).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hospes.domain.codes import Code, Gender
from hospes.domain.codes_visit import BedKind, BedWish, GroupRule, OfferKind, OfferState, Smoking
from hospes.i18n.marks import N_


class Criterion(Code):
    """What earns or costs points (domain 2.4, design 5.8); the weights are the association's."""

    WISH_BOTH = "wish_both", N_("Wished by both")
    WISH = "wish", N_("Wished by one")
    TOGETHER_BEFORE = "together_before", N_("Stayed here before")
    RECIPROCITY = "reciprocity", N_("Hosted the other way round before")
    LANGUAGE = "language", N_("Common language")
    AGE = "age", N_("Similar age")
    CHILDREN = "children", N_("Children of like age")
    INTEREST = "interest", N_("Common interest or profession")
    DIET = "diet", N_("Diet is no trouble")
    NEWCOMER = "newcomer", N_("Newcomer with an experienced host")
    CAR = "car", N_("Car for who needs a ride")
    BED = "bed", N_("Bed as wished")
    NON_SMOKER = "non_smoker", N_("Both do not smoke")
    DISTANCE = "distance", N_("Distance to the meeting point")
    FAIRNESS = "fairness", N_("Host without guests last time")
    TIRED = "tired", N_("Second time in a row")
    SPREAD = "spread", N_("Officials in different homes")
    NEAR = "near", N_("Near those they want to be near")
    MATES = "mates", N_("Minors on their own by twos")
    NOT_ASKED = "not_asked", N_("Something was not asked")
    FEAR = "fear", N_("An animal they are afraid of")
    RESERVE = "reserve", N_("Host in reserve")


class Must(Code):
    """What is never broken unseen (domain 2.4, REQ-2-06)."""

    BEDS = "beds", N_("Enough beds")
    BED_KIND = "bed_kind", N_("A bed they can use")
    NIGHTS = "nights", N_("Free on all nights")
    TOGETHER = "together", N_("Kept together")
    ONE_HOME = "one_home", N_("One home for the whole stay")
    ANIMALS = "animals", N_("No animal that makes ill")
    SMOKE = "smoke", N_("No smoke for who cannot stand it")
    STAIRS = "stairs", N_("No steps where they are in the way")
    MINOR = "minor", N_("Safe for minors")
    NOT_WITH = "not_with", N_("Not with each other")
    ACCEPTS = "accepts", N_("Taken by the host")
    LIMIT = "limit", N_("Not more guests than the host takes")
    SHARING = "sharing", N_("Nobody shares a room who may not")
    OFFER = "offer", N_("The host has said yes")


class Grade(Code):
    """A score in a word (decision 33)."""

    VERY_GOOD = "very_good", N_("Very good fit")
    GOOD = "good", N_("Good fit")
    POSSIBLE = "possible", N_("Possible")
    WEAK = "weak", N_("Weak")
    NO = "no", N_("Does not fit")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who needs a bed."""

    key: str
    name: str
    """As shown in reasons."""
    order: tuple[str, ...]
    """Registration time, name key, birth date: who comes first where all else is equal."""
    nights: frozenset[date]
    given: str = ""
    gender: Gender | None = None
    age: int | None = None
    minor: bool = False
    delegation: str = ""
    household: str = ""
    group: str = ""
    """Key of a `Group`; empty for who travels alone."""
    guardians: frozenset[str] = frozenset()
    """Keys of guests who answer for this minor."""
    official: bool = False
    languages: Mapping[str, int] = field(default_factory=dict)
    """Language code to level 1 (a little) to 4 (native)."""
    smoking: Smoking | None = None
    minds_smoke: bool | None = None
    animal_allergies: frozenset[str] = frozenset()
    animal_fear: frozenset[str] = frozenset()
    diets: frozenset[str] = frozenset()
    max_stairs: int | None = None
    step_free: bool | None = None
    bed: BedWish = BedWish.SINGLE
    sofa_ok: bool | None = None
    needs_lift: bool | None = None
    interests: frozenset[str] = frozenset()
    profession: str = ""
    first_visit: bool | None = None
    split_ok: bool = False
    consent: bool | None = True
    """Only asked of minors: those who answer for them agree to the stay. Not known is no (decision 32)."""


@dataclass(frozen=True, slots=True)
class Group:
    """Guests who belong together."""

    key: str
    rule: GroupRule
    name: str = ""


@dataclass(frozen=True, slots=True)
class HostPerson:
    """Somebody who lives in a home."""

    name: str
    gender: Gender | None = None
    age: int | None = None
    languages: Mapping[str, int] = field(default_factory=dict)
    interests: frozenset[str] = frozenset()
    profession: str = ""
    person: str = ""
    """Key of the person, for wishes by name."""
    given: str = ""
    """As reasons speak of them: "Barbara speaks French"; empty = by `name`."""


@dataclass(frozen=True, slots=True)
class HostBed:
    """A bed: where it stands and for how many."""

    key: str
    room: str
    kind: BedKind = BedKind.SINGLE
    places: int = 1


@dataclass(frozen=True, slots=True)
class Host:
    """A home that offers beds at this visit."""

    key: str
    household: str
    name: str
    order: tuple[str, ...]
    beds: tuple[HostBed, ...]
    nights: frozenset[date]
    people: tuple[HostPerson, ...] = ()
    kind: OfferKind = OfferKind.HOME
    state: OfferState = OfferState.YES
    max_guests: int | None = None
    cats: bool | None = None
    dogs: bool | None = None
    other_pets: frozenset[str] = frozenset()
    smoking: Smoking | None = None
    stairs: int | None = None
    step_free: bool | None = None
    car_seats: int | None = None
    distance_m: int | None = None
    diets: frozenset[str] = frozenset()
    accepts: frozenset[str] = frozenset()
    """Of man, woman, couple, family, minor; empty = not asked."""
    minors_ok: bool | None = None
    checked: bool = False
    experienced: bool | None = None
    hosted_last_time: bool | None = None
    street: str = ""
    """The same for all homes of one street of one place, without the number; empty = not known."""
    area: str = ""
    """The same for all homes of one place with one postcode; empty = not known."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A guest wants a home or a home wants a guest, or not; refusals are confidential (REQ-2-08)."""

    guest: str
    host: str
    by_guest: bool
    refused: bool = False
    rank: int = 1


@dataclass(frozen=True, slots=True)
class Past:
    """A guest and a home have met before: here, or the other way round."""

    guest: str
    host: str
    year: int
    turned: bool = False
    """The guest's home hosted somebody of this home."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a guest sleeps on a night now."""

    guest: str
    night: date
    host: str
    locked: bool = False
    by_hand: bool = False
    excuse: str = ""
    """Why a must is broken on purpose; then it counts as no conflict."""
    bed: str = ""


DEFAULT_WEIGHTS: Mapping[Criterion, int] = {
    Criterion.WISH_BOTH: 100,
    Criterion.WISH: 50,
    Criterion.TOGETHER_BEFORE: 35,
    Criterion.RECIPROCITY: 40,
    Criterion.LANGUAGE: 40,
    Criterion.AGE: 20,
    Criterion.CHILDREN: 25,
    Criterion.INTEREST: 20,
    Criterion.DIET: 10,
    Criterion.NEWCOMER: 15,
    Criterion.CAR: 15,
    Criterion.BED: 10,
    Criterion.NON_SMOKER: 10,
    Criterion.DISTANCE: -2,
    Criterion.FAIRNESS: 10,
    Criterion.TIRED: -15,
    Criterion.SPREAD: -5,
    Criterion.NEAR: 30,
    Criterion.MATES: 15,
    Criterion.NOT_ASKED: -60,
    Criterion.FEAR: -60,
    Criterion.RESERVE: -100,
}
"""Points for a criterion fulfilled in full; DISTANCE is for each kilometre beyond the first."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The association's rules for one visit."""

    weights: Mapping[Criterion, int] = field(default_factory=lambda: DEFAULT_WEIGHTS)
    checked_hosts_for_minors: bool = False
    """Minors without their guardian only where the papers of the host were seen."""
    double_bed_must: bool = False
    """A couple that wants a double bed goes nowhere else (case 1 of domain 2.4.1)."""
    very_good: int = 80
    good: int = 60
    possible: int = 40


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the matching is told of one visit."""

    guests: tuple[Guest, ...]
    hosts: tuple[Host, ...]
    groups: tuple[Group, ...] = ()
    wishes: tuple[Wish, ...] = ()
    past: tuple[Past, ...] = ()
    placed: tuple[Placed, ...] = ()
    rules: Rules = field(default_factory=Rules)
    year: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """One line of "Why this fits": a must kept or broken (`points` None), or a wish with its points.

    `code` is a `Must` or a `Criterion` (with a suffix where one has several sentences, as `animals.cat`);
    `args` are plain values for the sentence, which `words.sentence` makes in any language. `private` terms
    come from confidential wishes or health and are shown to organisers on the board only, never printed.
    """

    code: str
    points: int | None = None
    broken: bool = False
    args: Mapping[str, object] = field(default_factory=dict)
    private: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a party and a home suit each other."""

    guests: tuple[str, ...]
    host: str
    musts: tuple[Term, ...]
    """Those kept and those broken that concern this party."""
    wishes: tuple[Term, ...]
    score: int
    """Exactly the sum of the points of `wishes` (decision 33)."""
    grade: Grade

    @property
    def fits(self) -> bool:
        """No must is broken."""
        return not any(term.broken for term in self.musts)


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a guest sleeps by a plan: one entry a night."""

    guest: str
    nights: tuple[tuple[date, str], ...]
    """Night and host key, in order of nights."""
    kept: bool = False
    """It was so before."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """The homes, each once, in order of nights."""
        return tuple(dict.fromkeys(host for _, host in self.nights))


@dataclass(frozen=True, slots=True)
class Leftover:
    """A guest without a bed: why, and the smallest changes that would help."""

    guest: str
    reasons: tuple[Term, ...]
    would_help: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer of the matching."""

    stays: tuple[Stay, ...]
    leftover: tuple[Leftover, ...]
    score: int
    """Wish sum over the people placed: a party's score counts once for each of its members (decision 33)."""
    optimal: bool
    """Both stages proved: nobody more can be placed, no plan has a higher wish sum (decision 34)."""
    bound: int
    """What the wish sum can be at most, as proved."""
    seconds: float
    moved: tuple[str, ...] = ()
    """Guests who had a home and get another: whom to telephone."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the matching has come; `stage` is `placing`, `moving`, `wishing` or `ordering`."""

    stage: str
    placed: int
    """People placed by the best plan so far."""
    score: int
    """Its wish sum."""
    bound: int | None
    """What the wish sum can be at most; None while that is not known."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Conflict:
    """A must that what is placed now breaks, for the board to show and cure."""

    guests: tuple[str, ...]
    """Who is concerned, first the one to find another host for."""
    host: str
    term: Term
    nights: tuple[date, ...] = ()
    excuse: str = ""
    """Why it is so on purpose."""
