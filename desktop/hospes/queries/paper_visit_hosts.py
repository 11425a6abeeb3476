# SPDX-License-Identifier: GPL-3.0-or-later
"""The homes of a visit as its papers need them: who lives there, how to reach them, rooms, nights, pets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import ContactKind, Formality, LanguageLevel, Relation
from hospes.domain.codes_visit import BedKind, OfferKind, OfferState, Smoking
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.queries.paper_visit import Spoken
from hospes.queries.person_facts import (
    NAME_COLUMNS,
    AddressLines,
    HouseholdLink,
    Reach,
    addresses,
    first_reach,
    household_links,
    languages,
    reaches,
)
from hospes.queries.scope import among, ids_in, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.people import Person
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Room

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale


@dataclass(frozen=True, slots=True)
class HostPerson:
    """Somebody who lives in a home."""

    id: UUID
    name: PersonName
    birth: RoughDate | None
    relation: Relation
    language: str
    formality: Formality
    spoken: Spoken


@dataclass(frozen=True, slots=True)
class PaperBed:
    """A bed of an offer."""

    id: UUID
    room: str
    kind: BedKind
    places: int


@dataclass(frozen=True, slots=True)
class PaperHost:
    """A household and what it offers at the visit."""

    id: UUID
    """Of the offer."""
    household_id: UUID
    name: str
    kind: OfferKind
    state: OfferState
    delegation_id: UUID | None
    max_guests: int | None
    cats: bool | None
    dogs: bool | None
    other_pets: str
    smoking: Smoking | None
    stairs: int | None
    step_free: bool | None
    car_seats: int | None
    distance_m: int | None
    diets: str
    experienced: bool | None
    hosted_last_time: bool | None
    thanked_on: date | None
    people: tuple[HostPerson, ...]
    address: AddressLines | None
    reaches: tuple[Reach, ...]
    nights: tuple[date, ...]
    beds: tuple[PaperBed, ...]

    @property
    def places(self) -> int:
        """How many guests there is room for."""
        beds = sum(bed.places for bed in self.beds)
        if self.max_guests is not None:
            return min(beds, self.max_guests) if beds else self.max_guests
        return beds

    @property
    def language(self) -> str:
        """What letters to this home are written in; empty where nobody said."""
        return next((one.language for one in self.people if one.language), "")

    @property
    def spoken(self) -> Spoken:
        """The languages of the home, each at the best level somebody has."""
        best: dict[str, LanguageLevel] = {}
        for person in self.people:
            for language, level in person.spoken:
                if language not in best or level.value > best[language].value:
                    best[language] = level
        return tuple(sorted(best.items(), key=lambda pair: (-int(pair[1].value), pair[0])))

    def reach(self, *kinds: ContactKind, for_list: bool = False) -> Reach | None:
        """The first way of some kinds; on lists only one that may stand there."""
        found = first_reach(self.reaches, *kinds)
        return None if found is not None and for_list and not found.on_lists else found


def paper_hosts(connection: Connection, visit_id: UUID, today: date) -> tuple[PaperHost, ...]:
    """Every household with an offer at the visit, whatever it answered."""
    o, h = HostOffer, Household
    query = (
        pick(
            o.id, o.household_id, h.name, o.kind, o.state, o.delegation_id, o.max_guests, o.cats, o.dogs,
            o.other_pets, o.smoking, o.stairs, o.step_free, o.car_seats, o.distance_m, o.diets, o.experienced,
            o.hosted_last_time, o.thanked_on,
        )
        .join(h, h.id == o.household_id)
        .where(o.visit_id == visit_id, h.binned_at.is_(None))
        .order_by(h.name, o.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    offers = {row[0] for row in rows}
    homes = _Homes(connection, {row[1] for row in rows}, today)
    nights = _nights(connection, offers)
    beds = _beds(connection, offers)
    return tuple(
        PaperHost(*(*row, *homes.of(row[1]), nights.get(row[0], ()), beds.get(row[0], ()))) for row in rows
    )


class _Homes:
    """The people of many households and how they are reached."""

    def __init__(self, connection: Connection, households: set[UUID], today: date) -> None:
        m = HouseholdMember
        query = (
            pick(
                m.household_id, m.person_id, Person.birth, m.relation, Person.preferred_language,
                Person.formality, *NAME_COLUMNS,
            )
            .join(Person, Person.id == m.person_id)
            .where(
                among(m.household_id, households), valid_on(m, today), there(Person),
                Person.deceased.is_(False),
            )
            .order_by(m.household_id, m.position, m.id)
        )  # fmt: skip
        rows = connection.execute(query).all()
        whom = ids_in({row[1] for row in rows})
        spoken = languages(connection, whom)
        found: dict[UUID, list[HostPerson]] = defaultdict(list)
        for household_id, person_id, birth, relation, language, formality, *name in rows:
            found[household_id].append(
                HostPerson(
                    person_id, PersonName(*name), birth, relation, language, formality,
                    spoken.get(person_id, ()),
                )
            )  # fmt: skip
        self.people = {key: tuple(people) for key, people in found.items()}
        links: dict[UUID, HouseholdLink] = household_links(connection, whom, today)
        self._addresses = addresses(connection, whom, links, today)
        self._reaches = reaches(connection, whom, links)

    def of(self, household_id: UUID) -> tuple[Any, ...]:
        """People, address and ways to reach a household."""
        return self._of(household_id), self._address(household_id), self._ways(household_id)

    def _address(self, household_id: UUID) -> AddressLines | None:
        """The household's address, else that of the first who has one."""
        found = [self._addresses[one.id] for one in self._of(household_id) if one.id in self._addresses]
        return next((one for one in found if not one.own), found[0] if found else None)

    def _ways(self, household_id: UUID) -> tuple[Reach, ...]:
        """All ways, the household's own first, then those of its people."""
        points = [point for one in self._of(household_id) for point in self._reaches.get(one.id, ())]
        unique = {point.id: point for point in points}
        return tuple(sorted(unique.values(), key=lambda point: not point.shared))

    def _of(self, household_id: UUID) -> tuple[HostPerson, ...]:
        return self.people.get(household_id, ())


def _nights(connection: Connection, offers: Iterable[UUID]) -> dict[UUID, tuple[date, ...]]:
    query = (
        pick(OfferNight.offer_id, OfferNight.night)
        .where(among(OfferNight.offer_id, offers))
        .order_by(OfferNight.night)
    )
    found: dict[UUID, list[date]] = defaultdict(list)
    for offer_id, night in connection.execute(query):
        found[offer_id].append(night)
    return {key: tuple(nights) for key, nights in found.items()}


def _beds(connection: Connection, offers: Iterable[UUID]) -> dict[UUID, tuple[PaperBed, ...]]:
    query = (
        pick(Room.offer_id, Bed.id, Room.name, Bed.kind, Bed.places)
        .join(Bed, Bed.room_id == Room.id)
        .where(among(Room.offer_id, offers))
        .order_by(Room.position, Room.id, Bed.position, Bed.id)
    )
    found: dict[UUID, list[PaperBed]] = defaultdict(list)
    for offer_id, *bed in connection.execute(query):
        found[offer_id].append(PaperBed(*bed))
    return {key: tuple(beds) for key, beds in found.items()}


def rooms_of_guests(
    connection: Connection, visit_id: UUID, today: date, locale: "Locale"
) -> dict[tuple[UUID, UUID], str]:
    """The room each guest has in each home, by participation and offer: as set by hand, else as derived.

    Beds are given out by the same rule as on the hosting board (decision 11).
    """
    from hospes.queries.hosting_board import hosting_board

    board = hosting_board(connection, visit_id, today, locale)
    return {
        (sleeper.guest_id, card.id): slot.room
        for card in board.hosts
        for slot in card.slots
        for sleeper in slot.sleepers
        if slot.room
    }
