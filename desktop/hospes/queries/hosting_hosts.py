# SPDX-License-Identifier: GPL-3.0-or-later
"""The homes that offer beds at a visit, with everything the matching asks about them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, String, select, type_coerce

from hospes.domain.codes import Gender, LanguageLevel
from hospes.domain.codes_visit import OfferKind
from hospes.domain.diets import parts
from hospes.domain.matching.values import Host, HostBed, HostPerson
from hospes.domain.names import display_name, for_reader
from hospes.domain.person_name import PersonName
from hospes.domain.places import place_key, street_key
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.person_facts import KIND_RANK, NAME_COLUMNS, languages
from hospes.queries.scope import at_a_visit, ids_in, there, valid_on
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.households import Address, Household, HouseholdMember
from hospes.store.tables.people import Person
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Room

LATE = "~"


@dataclass(frozen=True, slots=True)
class HostFacts:
    """What the board shows of a home and the matching does not need."""

    offer_id: UUID
    household_id: UUID
    delegation_id: UUID | None
    remarks: str
    rooms: tuple[tuple[str, str], ...]
    """Key and name of each room, in their order."""


@dataclass(frozen=True, slots=True)
class HostsOfVisit:
    """Homes in a fixed order, and who lives there."""

    hosts: tuple[Host, ...]
    facts: Mapping[str, HostFacts]
    persons: Mapping[UUID, str]
    """Host key by person who lives there."""


def hosts_of_visit(
    connection: Connection, visit_id: UUID, on: date, locale: Locale, *kinds: OfferKind
) -> HostsOfVisit:
    """All offers of beds, whatever their state, of households that are there; day hosts if asked for."""
    o, h = HostOffer, Household
    query = (
        pick(
            o.id, o.household_id, h.name, o.delegation_id, o.kind, o.state, o.answered_on, o.max_guests,
            o.cats, o.dogs, o.other_pets, o.smoking, o.stairs, o.step_free, o.car_seats, o.distance_m,
            o.diets, o.accepts, o.minors_ok, o.checked_on, o.experienced, o.hosted_last_time, o.remarks,
        )
        .join(h, h.id == o.household_id)
        .where(o.visit_id == visit_id, o.kind.in_(kinds or (OfferKind.HOME,)), at_a_visit(h))
    )  # fmt: skip
    rows = connection.execute(query).all()
    offers = select(HostOffer.id).where(HostOffer.visit_id == visit_id)
    nights = _nights(connection, offers)
    rooms, beds = _beds(connection, offers)
    people = _people(connection, visit_id, on, locale)
    places = _places(connection, visit_id, on)
    found: list[Host] = []
    facts: dict[str, HostFacts] = {}
    for (
        offer_id, household_id, name, delegation_id, kind, state, answered, most, cats, dogs, others, smoking,
        stairs, step_free, car, distance, diets, accepts, minors, checked, experienced, last_time, remarks,
    ) in rows:  # fmt: skip
        key, home = offer_id.hex, people.get(household_id, ())
        births = tuple(birth for _, birth in home)
        answer = answered.isoformat() if answered is not None else LATE
        found.append(
            Host(
                key=key,
                household=household_id.hex,
                name=name,
                order=(answer, fold(name), *births),
                beds=beds.get(key) or _unnamed_beds(key, most),
                nights=frozenset(nights.get(key, ())),
                people=tuple(person for person, _ in home),
                kind=kind,
                state=state,
                max_guests=most,
                cats=cats,
                dogs=dogs,
                other_pets=frozenset(parts(others)),
                smoking=smoking,
                stairs=stairs,
                step_free=step_free,
                car_seats=car,
                distance_m=distance,
                diets=frozenset(parts(diets)),
                accepts=frozenset(parts(accepts)),
                minors_ok=minors,
                checked=checked is not None,
                experienced=experienced,
                hosted_last_time=last_time,
                street=places.get(household_id, ("", ""))[0],
                area=places.get(household_id, ("", ""))[1],
            )
        )
        facts[key] = HostFacts(offer_id, household_id, delegation_id, remarks, tuple(rooms.get(key, ())))
    found.sort(key=lambda host: host.order)
    return HostsOfVisit(
        tuple(found),
        facts,
        {UUID(hex=person.person): host.key for host in found for person in host.people},
    )


def _unnamed_beds(key: str, most: int | None) -> tuple[HostBed, ...]:
    """Where only the number of guests is known: so many single beds, each in its own room (decision 11)."""
    return tuple(HostBed(f"{key}.{number}", f"{key}.{number}") for number in range(most or 0))


def _as_text(column: AnyColumn) -> ColumnElement[str]:
    """An id or a day as the file holds it: of thousands only what is needed is made of it."""
    return type_coerce(column, String)


def _nights(connection: Connection, offers: Select[Any]) -> Mapping[str, list[date]]:
    """The nights of each offer, by its key."""
    day = cache(date.fromisoformat)  # all homes have the same few
    found: dict[str, list[date]] = defaultdict(list)
    query = pick(_as_text(OfferNight.offer_id), _as_text(OfferNight.night))
    for offer, night in connection.execute(query.where(OfferNight.offer_id.in_(offers))):
        found[offer].append(day(night))
    return found


def _beds(
    connection: Connection, offers: Select[Any]
) -> tuple[Mapping[str, list[tuple[str, str]]], Mapping[str, tuple[HostBed, ...]]]:
    """Rooms and beds of each offer by its key, in the order in which they were written down."""
    query = (
        pick(_as_text(Room.offer_id), _as_text(Room.id), Room.name, _as_text(Bed.id), Bed.kind, Bed.places)
        .join(Bed, Bed.room_id == Room.id)
        .where(Room.offer_id.in_(offers))
        .order_by(Room.position, Room.name, Bed.position, Bed.kind, Bed.id)
    )
    rooms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    beds: dict[str, list[HostBed]] = defaultdict(list)
    for offer, room, name, bed, kind, places in connection.execute(query):
        if (room, name) not in rooms[offer]:
            rooms[offer].append((room, name))
        beds[offer].append(HostBed(bed, room, kind, places))
    return rooms, {offer: tuple(some) for offer, some in beds.items()}


def _places(connection: Connection, visit_id: UUID, on: date) -> Mapping[UUID, tuple[str, str]]:
    """Street and place of each home on the first day, to tell who would live near whom."""
    a = Address
    homes = select(HostOffer.household_id).where(HostOffer.visit_id == visit_id)
    query = pick(
        a.household_id, a.kind, a.valid_from, a.id, a.street, a.postcode, a.town, a.country
    ).where(a.household_id.in_(homes), valid_on(a, on))  # fmt: skip
    best: dict[UUID, tuple[tuple[int, date, UUID], tuple[str, str]]] = {}
    for household_id, kind, first, row_id, street, postcode, town, country in connection.execute(query):
        rank = (KIND_RANK[kind], first or date.min, row_id)
        if household_id not in best or rank > best[household_id][0]:
            place = place_key(postcode, town, country)
            best[household_id] = rank, (street_key(street, place), place)
    return {home: where for home, (_, where) in best.items()}


def _people(
    connection: Connection, visit_id: UUID, on: date, locale: Locale
) -> Mapping[UUID, tuple[tuple[HostPerson, str], ...]]:
    """Who lives in each home on the first day, the head first; with the birth as text for a fixed order."""
    m = HouseholdMember
    homes = select(HostOffer.household_id).where(HostOffer.visit_id == visit_id)
    query = (
        pick(m.household_id, m.position, Person.id, Person.birth, Person.preferred_language, Person.interests,
             Person.profession, *NAME_COLUMNS)
        .join(Person, Person.id == m.person_id)
        .where(m.household_id.in_(homes), valid_on(m, on), there(Person), Person.deceased.is_(False))
    )  # fmt: skip
    rows = connection.execute(query).all()
    spoken = languages(connection, ids_in({row[2] for row in rows}))
    found: dict[UUID, list[tuple[tuple[int, str, str], HostPerson, str]]] = defaultdict(list)
    for household_id, position, person_id, birth, preferred, interests, profession, *name in rows:
        full = PersonName(*name)
        known = {language: int(level) for language, level in spoken.get(person_id, ())}
        if preferred and preferred not in known:
            known[preferred] = int(LanguageLevel.NATIVE)
        person = HostPerson(
            name=display_name(for_reader(full, locale.language), titles=False),
            gender=None if full.gender is Gender.UNKNOWN else full.gender,
            age=birth.age_on(on) if birth else None,
            languages=known,
            interests=frozenset(parts(interests)),
            profession=profession.strip(),
            person=person_id.hex,
            given=full.given,
        )
        rank = (position, fold(f"{full.surname} {full.given}"), str(birth or LATE))
        found[household_id].append((rank, person, str(birth or LATE)))
    return {
        home: tuple((person, birth) for _, person, birth in sorted(some, key=lambda one: one[0]))
        for home, some in found.items()
    }
