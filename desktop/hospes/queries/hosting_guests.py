# SPDX-License-Identifier: GPL-3.0-or-later
"""Who needs a bed at a visit, with everything the matching asks about them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from hospes.domain.ages import is_minor
from hospes.domain.codes import Gender, HealthKind, LanguageLevel
from hospes.domain.codes_visit import BedWish, CheckKind, ParticipationKind, ParticipationState
from hospes.domain.diets import Animal, parts
from hospes.domain.matching.values import Group, Guest
from hospes.domain.names import display_name, for_reader
from hospes.domain.person_name import PersonName
from hospes.domain.values import DateSpan, RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.person_facts import NAME_COLUMNS, NAMES, household_links, languages
from hospes.queries.scope import among, ids_in, unindexed
from hospes.queries.visits import COMING, NEED_A_BED, VISITING
from hospes.store.selections import pick
from hospes.store.tables.participants import VisitCheck
from hospes.store.tables.people import Guardian, HealthNote, Person
from hospes.store.tables.stays import StayWish
from hospes.store.tables.visits import Delegation, Participation, TravelGroup, Visit

LATE = "~"
"""Stands behind every moment: who has no time of registration comes after those who have."""


@dataclass(frozen=True, slots=True)
class GuestFacts:
    """What the board shows of a guest and the matching does not need."""

    person_id: UUID
    name: PersonName
    kind: ParticipationKind
    state: ParticipationState
    delegation_id: UUID | None
    group_id: UUID | None
    other_allergies: tuple[str, ...]
    share_ok: bool | None
    """The host may be told about them."""
    country: str


@dataclass(frozen=True, slots=True)
class GuestsOfVisit:
    """Guests in their order, their groups, and who they are."""

    guests: tuple[Guest, ...]
    groups: tuple[Group, ...]
    persons: Mapping[str, UUID]
    facts: Mapping[str, GuestFacts]
    households: Mapping[str, frozenset[str]]
    """The household of each guest's key now."""


def needs_bed(visit_id: UUID) -> ColumnElement[bool]:
    """Participations of a visit that need a bed; join `Delegation`, `StayWish` (outer) and `Person`."""
    return and_(
        Participation.visit_id == visit_id,
        needs_bed_anywhere(),
    )


def needs_bed_anywhere() -> ColumnElement[bool]:
    """The same at whatever visit."""
    p = Participation
    return and_(
        unindexed(p.kind).in_(NEED_A_BED),
        unindexed(p.state).in_(COMING),
        or_(Delegation.id.is_(None), Delegation.role.in_(VISITING)),
        func.coalesce(StayWish.hotel, False).is_(False),
        Person.binned_at.is_(None),
    )


_WISH = (
    StayWish.smoking, StayWish.minds_smoke, StayWish.animal_allergies, StayWish.animal_fear, StayWish.diet,
    StayWish.max_stairs, StayWish.step_free, StayWish.bed, StayWish.sofa_ok, StayWish.needs_lift,
    StayWish.split_stay_ok, StayWish.other_allergies, StayWish.consent_host,
)  # fmt: skip


def guests_of_visit(
    connection: Connection, visit_id: UUID, first: date | None, last: date | None, on: date, locale: Locale
) -> GuestsOfVisit:
    """Everybody who needs a bed for at least one night, in the order of registration."""
    rows = _rows(connection, visit_id)
    people = ids_in({row[0].person_id for row in rows})
    spoken = languages(connection, people)
    homes = household_links(connection, people, on)
    health = _health(connection, visit_id, {row[0].person_id for row in rows}, on)
    before = _travelled_before(connection, visit_id, {row[0].person_id for row in rows}, on)
    by_person = {row[0].person_id: row[0].id.hex for row in rows}
    guardians = _guardians(connection, by_person)
    signed = _signed(connection, visit_id)
    guests: list[Guest] = []
    facts: dict[str, GuestFacts] = {}
    for basic, wish, name in rows:
        nights = DateSpan(basic.arrival or first, basic.departure or last).nights()
        if not nights:
            continue  # comes for the day
        key = basic.id.hex
        home = homes.get(basic.person_id)
        notes = health.get(basic.person_id, _NO_NOTES)
        wished = _Wish.of(wish, notes)
        shown = for_reader(name, locale.language)
        minor = is_minor(basic.birth, on)
        guests.append(
            Guest(
                key=key,
                name=display_name(shown, titles=False),
                order=_order(basic, name),
                nights=frozenset(nights),
                given=shown.given or shown.nickname or shown.surname,
                gender=None if name.gender is Gender.UNKNOWN else name.gender,
                age=basic.birth.age_on(on) if basic.birth else None,
                minor=bool(minor) if minor is not None else basic.person_id in guardians.minors,
                delegation=basic.delegation_id.hex if basic.delegation_id else "",
                household=home.household_id.hex if home is not None and home.current else "",
                group=basic.group_id.hex if basic.group_id else "",
                guardians=guardians.present.get(basic.person_id, frozenset()),
                official=basic.kind is ParticipationKind.OFFICIAL,
                languages=_spoken(
                    spoken.get(basic.person_id, ()), basic.preferred, basic.delegation_language or ""
                ),
                smoking=wished.smoking,
                minds_smoke=wished.minds_smoke,
                animal_allergies=wished.animal_allergies,
                animal_fear=wished.animal_fear,
                diets=wished.diets,
                max_stairs=wished.max_stairs,
                step_free=wished.step_free,
                bed=wished.bed,
                sofa_ok=wished.sofa_ok,
                needs_lift=wished.needs_lift,
                interests=frozenset(parts(basic.interests)),
                profession=basic.profession.strip(),
                first_visit=_first_visit(basic.first_visit, basic.person_id in before),
                split_ok=wished.split_ok,
                consent=wished.share_ok or basic.id in signed or wished.share_ok,
            )
        )
        facts[key] = GuestFacts(
            basic.person_id, name, basic.kind, basic.state, basic.delegation_id, basic.group_id,
            wished.other_allergies, wished.share_ok, name.country,
        )  # fmt: skip
    guests.sort(key=lambda guest: guest.order)
    return GuestsOfVisit(
        tuple(guests),
        _groups(connection, visit_id, {guest.group for guest in guests}),
        {key: fact.person_id for key, fact in facts.items()},
        facts,
        {guest.key: frozenset({guest.household} - {""}) for guest in guests},
    )


@dataclass(frozen=True, slots=True)
class _Basic:
    id: UUID
    person_id: UUID
    kind: ParticipationKind
    state: ParticipationState
    registered_at: datetime | None
    arrival: date | None
    departure: date | None
    group_id: UUID | None
    first_visit: bool | None
    delegation_id: UUID | None
    delegation_language: str | None
    birth: RoughDate | None
    preferred: str
    interests: str
    profession: str


def _rows(connection: Connection, visit_id: UUID) -> list[tuple[_Basic, tuple[Any, ...], PersonName]]:
    p, d = Participation, Delegation
    basic = (
        p.id, p.person_id, p.kind, p.state, p.registered_at,
        func.coalesce(p.arrival_on, d.arrival_on), func.coalesce(p.departure_on, d.departure_on),
        p.travel_group_id, p.first_visit, p.delegation_id, d.language,
        Person.birth, Person.preferred_language, Person.interests, Person.profession,
    )  # fmt: skip
    query = (
        pick(*basic, *_WISH, *NAME_COLUMNS)
        .join(Person, Person.id == p.person_id)
        .join(d, d.id == p.delegation_id, isouter=True)
        .join(StayWish, StayWish.participation_id == p.id, isouter=True)
        .where(needs_bed(visit_id))
    )
    found = []
    for row in connection.execute(query):
        plain, wish, name = row[: len(basic)], row[len(basic) : -NAMES], row[-NAMES:]
        found.append((_Basic(*plain), tuple(wish), PersonName(*name)))
    return found


def _order(basic: _Basic, name: PersonName) -> tuple[str, ...]:
    """Who comes first where all else is equal: never the id, which differs from laptop to laptop."""
    called = fold(f"{name.surname} {name.surname2} {name.given} {name.given2}")
    moment = basic.registered_at.isoformat() if basic.registered_at is not None else LATE
    return (moment, called, str(basic.birth or LATE), name.nickname, name.script_name)


def _spoken(known: Iterable[tuple[str, LanguageLevel]], preferred: str, of_delegation: str) -> dict[str, int]:
    """Languages and levels; of whom nothing is known, that of their letters, else of their delegation."""
    found = {language: int(level) for language, level in known}
    if preferred and found.get(preferred, 0) == 0:
        found[preferred] = int(LanguageLevel.NATIVE)
    if not found and of_delegation:
        found[of_delegation] = int(LanguageLevel.NATIVE)
    return found


def _first_visit(said: bool | None, travelled: bool) -> bool | None:
    return False if said is None and travelled else said


@dataclass(frozen=True, slots=True)
class _Notes:
    animals: frozenset[str] = frozenset()
    diets: frozenset[str] = frozenset()
    steps: bool = False


_NO_NOTES = _Notes()


@dataclass(frozen=True, slots=True)
class _Wish:
    smoking: Any
    minds_smoke: bool | None
    animal_allergies: frozenset[str]
    animal_fear: frozenset[str]
    diets: frozenset[str]
    max_stairs: int | None
    step_free: bool | None
    bed: BedWish
    sofa_ok: bool | None
    needs_lift: bool | None
    split_ok: bool
    other_allergies: tuple[str, ...]
    share_ok: bool | None

    @classmethod
    def of(cls, row: tuple[Any, ...], notes: _Notes) -> "_Wish":
        """What the guest said, and what severe health notes add to it."""
        smoking, smoke, allergies, fear, diet, stairs, step_free, bed, sofa, lift, split, others, share = row
        return cls(
            smoking, smoke, frozenset(parts(allergies or "")) | notes.animals, frozenset(parts(fear or "")),
            frozenset(parts(diet or "")) | notes.diets, stairs, step_free or notes.steps or step_free,
            bed or BedWish.SINGLE, sofa, lift, bool(split), parts(others or ""), share,
        )  # fmt: skip


def _health(connection: Connection, visit_id: UUID, people: set[UUID], on: date) -> dict[UUID, _Notes]:
    """Severe notes that a home must suit, and what somebody does not eat, unless they have expired."""
    h = HealthNote
    query = pick(h.person_id, h.kind, h.subject, h.severe).where(
        among(h.person_id, people),
        or_(h.visit_id.is_(None), h.visit_id == visit_id),
        or_(h.expires_on.is_(None), h.expires_on >= on),
        h.subject != "",
    )
    animals: dict[UUID, set[str]] = defaultdict(set)
    diets: dict[UUID, set[str]] = defaultdict(set)
    steps: set[UUID] = set()
    known = {animal.value for animal in Animal}
    for person, kind, subject, severe in connection.execute(query):
        if kind is HealthKind.ALLERGY and severe and subject in known:
            animals[person].add(subject)
        elif kind is HealthKind.DIET:
            diets[person] |= set(parts(subject))
        elif kind is HealthKind.MOBILITY and severe and subject == "stairs":
            steps.add(person)
    return {
        person: _Notes(frozenset(animals[person]), frozenset(diets[person]), person in steps)
        for person in animals.keys() | diets.keys() | steps
    }


@dataclass(frozen=True, slots=True)
class _Guardians:
    present: Mapping[UUID, frozenset[str]]
    """Keys of those guests who answer for somebody."""
    minors: frozenset[UUID]
    """For whom somebody answers, here or at home."""


def _guardians(connection: Connection, guests: Mapping[UUID, str]) -> _Guardians:
    query = select(Guardian.minor_id, Guardian.guardian_id).where(among(Guardian.minor_id, guests))
    present: dict[UUID, set[str]] = defaultdict(set)
    minors: set[UUID] = set()
    for minor, guardian in connection.execute(query):
        minors.add(minor)
        if guardian in guests:
            present[minor].add(guests[guardian])
    return _Guardians({minor: frozenset(keys) for minor, keys in present.items()}, frozenset(minors))


def _signed(connection: Connection, visit_id: UUID) -> set[UUID]:
    """Minors whose parents' consent sheet was seen."""
    c = VisitCheck
    query = (
        select(c.participation_id)
        .join(Participation, Participation.id == c.participation_id)
        .where(Participation.visit_id == visit_id, c.kind == CheckKind.CONSENT_SHEET)
        .where(c.seen_on.is_not(None))
    )
    return set(connection.execute(query).scalars())


def _travelled_before(connection: Connection, visit_id: UUID, people: set[UUID], on: date) -> set[UUID]:
    """Who was at an earlier visit as a guest."""
    p = Participation
    query = (
        select(p.person_id)
        .join(Visit, Visit.id == p.visit_id)
        .where(among(p.person_id, people), p.visit_id != visit_id, Visit.first < on)
        .where(p.kind != ParticipationKind.HOST, p.state.in_(COMING), Visit.binned_at.is_(None))
        .distinct()
    )
    return set(connection.execute(query).scalars())


def _groups(connection: Connection, visit_id: UUID, used: set[str]) -> tuple[Group, ...]:
    g = TravelGroup
    query = pick(g.id, g.rule, g.name).where(g.visit_id == visit_id)
    return tuple(
        Group(ref.hex, rule, name) for ref, rule, name in connection.execute(query) if ref.hex in used
    )
