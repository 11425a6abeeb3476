# SPDX-License-Identifier: GPL-3.0-or-later
"""What the file knows of a visit, as far as a list of its guests or hosts has to be compared with it.

Names in a list (a delegation, a household, a guest) are looked up in `parties`, `homes` and `people`; what is
known of each guest's part and each offer stands as plain facts (`domain.incoming_visit`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_visit import (
    BedKind,
    DelegationRole,
    OfferState,
    ParticipationKind,
    ParticipationState,
    WishKind,
)
from hospes.domain.diets import parts
from hospes.domain.errors import UserError
from hospes.domain.incoming import name_key
from hospes.domain.incoming_visit import Facts, KnownPart, pet_words, said
from hospes.domain.names import PersonName, display_name
from hospes.i18n.fold import fold
from hospes.queries.participants_facts import births
from hospes.queries.person_facts import household_links, names_of
from hospes.queries.scope import ids_in, there
from hospes.queries.visits import VISITING, parties_of
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.households import Hosting, Household
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import EmergencyContact, Guardian, Person
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Room, StayLink, StayWish
from hospes.store.tables.towns import Territory, TerritoryName
from hospes.store.tables.visits import Delegation, Participation, TravelGroup, Visit

NO_YEARS: Mapping[UUID, int] = MappingProxyType({})

GONE = (ParticipationState.CANCELLED, ParticipationState.NO_SHOW)


@dataclass(frozen=True, slots=True)
class PartyName:
    """A delegation and everything it is called."""

    id: UUID
    label: str
    names: frozenset[str]
    """Folded, in every language."""
    visits: bool
    """Its people travel."""
    hosts: bool
    ours: bool


@dataclass(frozen=True, slots=True)
class OnePerson:
    """Somebody who may be meant by a name."""

    id: UUID
    key: str
    given: str
    surname: str
    label: str
    """Tells them from everybody else."""
    home: UUID | None
    here: bool
    """Takes part in the visit."""


@dataclass(frozen=True, slots=True)
class OneHome:
    """A household that may be meant by a name."""

    id: UUID
    label: str
    name: str
    """Folded."""
    offering: bool
    """Offers something at the visit."""
    hosts: bool
    """Is known to take guests."""


@dataclass(slots=True)
class VisitGround:
    """A visit and all that lists for it refer to."""

    id: UUID
    first: date | None
    last: date | None
    parties: tuple[PartyName, ...] = ()
    people: tuple[OnePerson, ...] = ()
    homes: tuple[OneHome, ...] = ()
    groups: dict[UUID, str] = field(default_factory=dict)
    parts: dict[UUID, KnownPart] = field(default_factory=dict)
    """By person; hosts' own participations are not among them."""
    party_of: dict[UUID, UUID | None] = field(default_factory=dict)
    gone: frozenset[UUID] = frozenset()
    """People who cancelled or did not come."""
    waiting: frozenset[UUID] = frozenset()
    """People who are interested or wait for a place."""
    offers: dict[UUID, KnownPart] = field(default_factory=dict)
    """By household."""
    home_of: dict[UUID, UUID] = field(default_factory=dict)
    aged: frozenset[UUID] = frozenset()
    """Households some of whose birth dates are known: their ages are counted, not told."""

    @property
    def hosting_people(self) -> frozenset[UUID]:
        """People of households that take guests, now or in general."""
        homes = {home.id for home in self.homes if home.offering or home.hosts}
        return frozenset(person.id for person in self.people if person.home in homes)


def visit_ground(connection: Connection, visit_id: UUID, language: str, today: date) -> VisitGround:
    """Everything known of a visit. Raises UserError if it is gone."""
    row = connection.execute(pick(Visit.first, Visit.last).where(Visit.id == visit_id)).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    ground = VisitGround(visit_id, row[0], row[1], _parties(connection, visit_id, language))
    links = household_links(connection, None, today)
    ground.home_of = {person: link.household_id for person, link in links.items() if link.current}
    ground.groups = dict(
        connection.execute(
            pick(TravelGroup.id, TravelGroup.name).where(TravelGroup.visit_id == visit_id)
        ).all()
    )
    rows = connection.execute(
        pick(
            Participation.id, Participation.person_id, Participation.state, Participation.delegation_id,
            Participation.kind,
        ).where(Participation.visit_id == visit_id)
    ).all()  # fmt: skip
    guests = {r[1]: r[0] for r in rows if r[4] is not ParticipationKind.HOST}
    ground.gone = frozenset(r[1] for r in rows if r[2] in GONE)
    ground.waiting = frozenset(
        r[1] for r in rows if r[2] in (ParticipationState.INTERESTED, ParticipationState.WAITING)
    )
    ground.party_of = {r[1]: r[3] for r in rows if r[1] in guests}
    born = set(connection.scalars(select(Person.id).where(Person.birth.is_not(None))))
    ground.aged = frozenset(home for person, home in ground.home_of.items() if person in born)
    ground.homes = _homes(connection, visit_id)
    ground.people = _people(connection, ground.home_of, guests.keys())
    ground.parts = _parts(connection, ground, guests)
    ground.offers = _offers(connection, ground)
    return ground


def _parties(connection: Connection, visit_id: UUID, language: str) -> tuple[PartyName, ...]:
    found = parties_of(connection, [visit_id], language).get(visit_id, [])
    called: dict[UUID, set[str]] = defaultdict(set)
    d = Delegation
    towns = (
        pick(d.id, Territory.name, TerritoryName.name)
        .join(Organisation, Organisation.id == d.organisation_id, isouter=True)
        .join(Territory, (Territory.id == d.territory_id) | (Territory.id == Organisation.territory_id))
        .join(TerritoryName, TerritoryName.territory_id == Territory.id, isouter=True)
        .where(d.visit_id == visit_id)
    )
    for party_id, *texts in connection.execute(towns):
        called[party_id] |= {fold(text) for text in texts if text}
    for party in found:
        called[party.id].add(fold(party.name))
    return tuple(
        PartyName(
            party.id,
            party.name,
            frozenset(called[party.id]),
            party.role in VISITING,
            party.role is not DelegationRole.VISITING,
            party.ours,
        )
        for party in found
    )


def _labelled(names: Iterable[tuple[UUID, str]], years: Mapping[UUID, int] = NO_YEARS) -> dict[UUID, str]:
    """Names that tell: of equal ones "Weber (1952)" where the years of birth tell them apart, else
    "Weber (1)" and "Weber (2)", in the order they came into the file.

    The name alone means none of them, so that nobody is taken for somebody else.
    """
    same: dict[str, list[UUID]] = defaultdict(list)
    some = dict(names)
    for row_id, name in some.items():
        same[fold(name)].append(row_id)
    found: dict[UUID, str] = {}
    for ids in same.values():
        born = [years.get(one) for one in ids]
        tell = None not in born and len(set(born)) == len(ids)
        for at, one in enumerate(ids):
            sign = born[at] if tell else at + 1
            found[one] = some[one] if len(ids) == 1 else f"{some[one]} ({sign})"
    return found


def _homes(connection: Connection, visit_id: UUID) -> tuple[OneHome, ...]:
    h = Household
    rows = connection.execute(pick(h.id, h.name).where(there(h)).order_by(h.id)).all()
    offering = set(connection.scalars(select(HostOffer.household_id).where(HostOffer.visit_id == visit_id)))
    before = set(connection.scalars(select(HostOffer.household_id)))
    hosts = set(connection.scalars(select(Hosting.household_id).where(Hosting.can_host.is_(True)))) | before
    labels = _labelled((row[0], row[1]) for row in rows)
    return tuple(
        OneHome(row[0], labels[row[0]], fold(row[1]), row[0] in offering, row[0] in hosts) for row in rows
    )


def _people(
    connection: Connection, home_of: dict[UUID, UUID], here: Collection[UUID]
) -> tuple[OnePerson, ...]:
    ids = list(connection.scalars(select(Person.id).where(there(Person)).order_by(Person.id)))
    names = names_of(connection, ids_in(ids))
    born = births(connection, ids_in(ids))
    called = [(one, display_name(names[one])) for one in ids]
    labels = _labelled(called, {one: birth.year for one, birth in born.items()})
    return tuple(_one(one, names[one], labels[one], home_of.get(one), one in here) for one in ids)


def _one(row_id: UUID, name: PersonName, label: str, home: UUID | None, here: bool) -> OnePerson:
    key = name_key(name.given or name.nickname, name.surname_prefix, name.surname, name.surname2)
    surname = fold(" ".join(part for part in (name.surname_prefix, name.surname, name.surname2) if part))
    return OnePerson(
        row_id, key or fold(name.script_name), fold(name.given or name.nickname), surname, label, home, here
    )


# ---- guests ---------------------------------------------------------------------------------------------

_PART = (
    Participation.id, Participation.person_id, Participation.version, Participation.state,
    Participation.kind, Participation.role,
    Participation.arrival_on, Participation.departure_on, Participation.first_visit,
    Participation.delegation_id, Participation.travel_group_id, TravelGroup.rule, StayWish.smoking,
    StayWish.minds_smoke, StayWish.max_stairs, StayWish.step_free, StayWish.bed, StayWish.sofa_ok,
    StayWish.needs_lift, StayWish.hotel, StayWish.consent_host, StayWish.consent_photo,
    StayWish.animal_allergies, StayWish.animal_fear, StayWish.other_allergies, StayWish.diet,
    StayWish.remarks,
)  # fmt: skip


def _parts(connection: Connection, ground: VisitGround, guests: dict[UUID, UUID]) -> dict[UUID, KnownPart]:
    query = (
        pick(*_PART)
        .join(StayWish, StayWish.participation_id == Participation.id, isouter=True)
        .join(TravelGroup, TravelGroup.id == Participation.travel_group_id, isouter=True)
        .where(Participation.visit_id == ground.id, Participation.kind != ParticipationKind.HOST)
    )
    labels = {party.id: party.label for party in ground.parties}
    homes = {home.id: home.label for home in ground.homes}
    people = {person.id: person.label for person in ground.people}
    found: dict[UUID, KnownPart] = {}
    by_part: dict[UUID, Facts] = {}
    for row in connection.execute(query):
        facts: Facts = {}
        words: dict[str, object] = {
            "kind": row.kind, "role": row.role, "arrival": row.arrival_on, "departure": row.departure_on,
            "first_visit": row.first_visit, "smoker": row.smoking, "minds_smoke": row.minds_smoke,
            "max_stairs": row.max_stairs, "step_free": row.step_free, "bed": row.bed, "sofa_ok": row.sofa_ok,
            "needs_lift": row.needs_lift, "hotel": bool(row.hotel), "consent_host": row.consent_host,
            "consent_photo": row.consent_photo, "group_rule": row.rule,
            "delegation": labels.get(row.delegation_id, ""),
            "group": ground.groups.get(row.travel_group_id, ""),
        }  # fmt: skip
        facts = {name: (said(value),) for name, value in words.items() if said(value)}
        if row.state in GONE:
            facts["state"] = (row.state.value,)
        for name in ("animal_allergies", "animal_fear", "other_allergies", "diet"):
            if getattr(row, name):
                facts[name] = parts(getattr(row, name))
        if row.remarks:
            facts["remarks"] = (row.remarks,)
        by_part[row.id] = facts
        found[row.person_id] = KnownPart(row.id, row.person_id, row.version, facts)
    _links(connection, StayLink.participation_id, by_part, homes | people, ("wished_hosts", "refused_hosts"))
    g = Guardian
    query_g = pick(g.minor_id, g.guardian_id).where(g.minor_id.in_(ids_in(found.keys()))).order_by(g.id)
    for minor, guardian in connection.execute(query_g):
        _more(found[minor].facts, "guardian", people.get(guardian, ""))  # type: ignore[arg-type]  # our own dictionary
    e = EmergencyContact
    query_e = pick(e.person_id, e.name, e.phone).where(e.person_id.in_(ids_in(found.keys())))
    for person_id, name, phone in connection.execute(query_e.order_by(e.position, e.id)):
        line = ", ".join(part for part in (name, phone) if part)
        _more(found[person_id].facts, "emergency", line)  # type: ignore[arg-type]  # our own dictionary
    return found


def _more(facts: Facts, name: str, text: str) -> None:
    if text:
        facts[name] = (*facts.get(name, ()), text)


def _links(
    connection: Connection,
    column: AnyColumn,
    facts: dict[UUID, Facts],
    labels: dict[UUID, str],
    names: tuple[str, str],
) -> None:
    s = StayLink
    query = pick(column, s.wanted_person_id, s.wanted_household_id, s.kind).where(
        column.in_(ids_in(facts.keys()))
    )
    for holder, person, home, kind in connection.execute(query.order_by(s.rank, s.id)):
        name = names[0] if kind is WishKind.WISHED else names[1]
        _more(facts[holder], name, labels.get(person or home, ""))


# ---- hosts ----------------------------------------------------------------------------------------------


def _offers(connection: Connection, ground: VisitGround) -> dict[UUID, KnownPart]:
    o = HostOffer
    found: dict[UUID, KnownPart] = {}
    by_offer: dict[UUID, Facts] = {}
    for row in connection.execute(select(o.__table__).where(o.visit_id == ground.id)):
        words: dict[str, object] = {
            "max_guests": row.max_guests, "smoker": row.smoking, "stairs": row.stairs,
            "step_free": row.step_free, "car_seats": row.car_seats, "distance_km": row.distance_m,
            "minors_ok": row.minors_ok, "hosted_last_time": row.hosted_last_time,
            "experienced": row.experienced,
        }  # fmt: skip
        facts: Facts = {name: (said(value),) for name, value in words.items() if said(value)}
        for name in ("diets", "accepts", "children_ages", "ages"):
            if getattr(row, name):
                facts[name] = parts(getattr(row, name))
        pets = pet_words(row.cats, row.dogs, row.other_pets)
        if pets:
            facts["pets"] = pets
        if row.remarks:
            facts["remarks"] = (row.remarks,)
        if row.state is not OfferState.YES:
            said_no = row.state in (OfferState.NO, OfferState.WITHDRAWN)
            facts["state" if said_no else "unanswered"] = (row.state.value,)
        by_offer[row.id] = facts
        found[row.household_id] = KnownPart(row.id, row.household_id, row.version, facts)
    for offer_id, counts in bed_counts(connection, by_offer).items():
        for name, count in counts.items():
            by_offer[offer_id][name] = (str(count),)
    n = OfferNight
    nights = pick(n.offer_id, n.night).where(n.offer_id.in_(ids_in(by_offer.keys()))).order_by(n.night)
    for offer_id, night in connection.execute(nights):
        _more(by_offer[offer_id], "nights", night.isoformat())
    people = {person.id: person.label for person in ground.people}
    homes = {home.id: home.label for home in ground.homes}
    _links(connection, StayLink.offer_id, by_offer, people | homes, ("wished_guests", "refused_guests"))
    return found


def bed_counts(connection: Connection, offers: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    """Single, double and sofa beds by offer; offers that have no bed at all are not there."""
    query = (
        pick(Room.offer_id, Bed.kind, Bed.places)
        .join(Bed, Bed.room_id == Room.id)
        .where(Room.offer_id.in_(ids_in(offers)))
    )
    found: dict[UUID, dict[str, int]] = {}
    for offer_id, kind, places in connection.execute(query):
        counts = found.setdefault(offer_id, {"single_beds": 0, "double_beds": 0, "sofa_beds": 0})
        if kind is BedKind.DOUBLE:
            counts["double_beds"] += 1
        elif kind is BedKind.SOFA:
            counts["sofa_beds"] += 1
        else:
            counts["single_beds"] += places if kind is BedKind.BUNK else 1
    return found
