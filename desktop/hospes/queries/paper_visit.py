# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit as its papers need it: delegations, guests, homes and who sleeps where, a statement a kind of fact.

What nobody may read by chance is left out here and not on the paper: allergies, diets and health notes stand
in `paper_visit_care`, refusals are read by nothing that prints (REQ-2-08).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import ContactKind, LanguageLevel
from hospes.domain.codes_visit import (
    DelegationRole,
    GroupRule,
    ParticipationKind,
    ParticipationState,
    TargetGroup,
    VisitKind,
    VisitState,
)
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName
from hospes.domain.values import DateSpan, RoughDate
from hospes.queries.association import association, base_language
from hospes.queries.paper_visit_hotels import hotel_rooms
from hospes.queries.person_facts import (
    NAME_COLUMNS,
    NAMES,
    TOOK_PART,
    AddressLines,
    Reach,
    addresses,
    first_reach,
    household_links,
    languages,
    names_of,
    reaches,
)
from hospes.queries.scope import among, ids_in, owned
from hospes.store.selections import Picked, pick
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.tables.people import Person
from hospes.store.tables.stays import Placement, StayWish
from hospes.store.tables.towns import Territory, TerritoryName
from hospes.store.tables.visits import Delegation, Participation, TravelGroup, Visit, VisitText

Spoken = tuple[tuple[str, LanguageLevel], ...]

NEEDS_BED = frozenset(kind for kind in ParticipationKind if kind is not ParticipationKind.HOST)
"""Whoever travels: guests, leaders, companions, officials, interpreters, drivers."""


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The text in a language, else the English one, else any; empty where there is none at all."""
    wanted = texts.get(base_language(language)) or texts.get("en")
    return wanted or next((text for _, text in sorted(texts.items()) if text), "")


@dataclass(frozen=True, slots=True)
class PaperDelegation:
    """People of one town or organisation at the visit."""

    id: UUID
    role: DelegationRole
    language: str
    country: str
    names: Mapping[str, str]
    """The town's or organisation's name by language; `""` is what it calls itself."""
    coordinator_id: UUID | None
    coordinator: PersonName | None
    coordinator_reaches: tuple[Reach, ...]
    arrival: date | None
    arrival_at: time | None
    arrival_words: str
    departure: date | None
    departure_at: time | None
    departure_words: str

    @property
    def visiting(self) -> bool:
        """Does it travel?"""
        return self.role is not DelegationRole.HOSTING

    def name(self, language: str) -> str:
        """What readers of a language call the town."""
        return self.names.get(base_language(language)) or self.names.get("", "")


@dataclass(frozen=True, slots=True)
class PaperGuest:
    """Somebody who takes part in the visit."""

    id: UUID
    """Of the participation."""
    person_id: UUID
    name: PersonName
    birth: RoughDate | None
    profession: str
    kind: ParticipationKind
    state: ParticipationState
    role: str
    first_visit: bool | None
    target_group: TargetGroup | None
    delegation_id: UUID | None
    group_id: UUID | None
    group_name: str
    group_rule: GroupRule | None
    arrival: date | None
    departure: date | None
    own_days: bool
    """Comes or goes on another day than the delegation."""
    hotel: bool
    visiting: bool
    language: str
    spoken: Spoken = ()
    reaches: tuple[Reach, ...] = ()
    address: AddressLines | None = None
    placed: tuple[tuple[date, UUID], ...] = ()
    """Night and offer, in order."""
    hotel_room: str = ""
    """Hotel and room, where one is reserved."""
    trade: str = ""
    company: str = ""
    school: str = ""

    @property
    def training(self) -> str:
        """What an apprentice learns, where, and at which school."""
        return ", ".join(part for part in (self.trade, self.company, self.school) if part)

    @property
    def needs_bed(self) -> bool:
        """Is a host looked for?"""
        return self.visiting and self.kind in NEEDS_BED and not self.hotel

    @property
    def nights(self) -> tuple[date, ...]:
        """The nights between arrival and departure, by their evenings."""
        if self.arrival is None or self.departure is None or self.departure <= self.arrival:
            return ()
        return DateSpan(self.arrival, self.departure).nights()

    def age(self, day: date) -> int | None:
        """Full years on a day."""
        return self.birth.age_on(day) if self.birth else None

    def reach(self, *kinds: ContactKind, for_list: bool = False) -> Reach | None:
        """The first way of some kinds; on lists only one that may stand there."""
        found = first_reach(self.reaches, *kinds)
        return None if found is not None and for_list and not found.on_lists else found


@dataclass(frozen=True, slots=True)
class Stay:
    """Nights in a row in one home, or without one."""

    offer_id: UUID | None
    nights: tuple[date, ...]

    @property
    def first(self) -> date | None:
        """The evening it begins."""
        return self.nights[0] if self.nights else None

    @property
    def last(self) -> date | None:
        """The morning it ends."""
        return self.nights[-1] + timedelta(days=1) if self.nights else None


def stays(guest: PaperGuest) -> tuple[Stay, ...]:
    """Where somebody sleeps, stay by stay; nights without a home are stays without an offer."""
    where = dict(guest.placed)
    nights = sorted({*guest.nights, *where})
    found: list[Stay] = []
    for night in nights:
        offer = where.get(night)
        last = found[-1] if found else None
        if last is not None and last.offer_id == offer and last.last == night:
            found[-1] = replace(last, nights=(*last.nights, night))
        else:
            found.append(Stay(offer, (night,)))
    return tuple(found) or (Stay(None, ()),)


@dataclass(frozen=True, slots=True)
class PaperVisit:
    """The visit itself."""

    id: UUID
    kind: VisitKind
    state: VisitState
    first: date | None
    last: date | None
    titles: Mapping[str, str]
    aims: Mapping[str, str]
    results: Mapping[str, str]
    place: Mapping[str, str]
    place_country: str
    zone: str
    delegations: tuple[PaperDelegation, ...]
    guests: tuple[PaperGuest, ...]
    """Everybody who takes part: registered or confirmed."""
    home: str
    """ISO country of the association: names follow its customs where they have none of their own."""
    home_language: str

    def title(self, language: str) -> str:
        """What it is called in a language, else in any."""
        return in_language(self.titles, language)

    def delegation(self, delegation_id: UUID | None) -> PaperDelegation | None:
        """The delegation with this id."""
        return next((one for one in self.delegations if one.id == delegation_id), None)

    @property
    def lodged(self) -> tuple[PaperGuest, ...]:
        """Everybody who sleeps somewhere: with a host, in a hotel, or is still without a bed."""
        return tuple(one for one in self.guests if (one.visiting and one.kind in NEEDS_BED) or one.placed)


def paper_visit(connection: Connection, visit_id: UUID | None) -> PaperVisit:
    """The visit with everybody who takes part. Raises UserError where none was chosen or it is gone."""
    if visit_id is None:
        raise UserError("Say which visit this paper is about.", code="visit-needed")
    v, t = Visit, Territory
    query = (
        pick(v.kind, v.state, v.first, v.last, v.zone, v.territory_id, t.country)
        .join(t, t.id == v.territory_id, isouter=True)
        .where(v.id == visit_id, v.binned_at.is_(None))
    )
    found = connection.execute(query).first()
    if found is None:
        raise UserError("This visit is not in the file any more.", code="no-visit")
    kind, state, first, last, zone, territory, country = found
    own = association(connection)
    texts = connection.execute(
        select(VisitText.language, VisitText.title, VisitText.aims, VisitText.results).where(
            VisitText.visit_id == visit_id
        )
    ).all()
    towns = _town_names(connection, {territory} if territory else set())
    delegations = _delegations(connection, visit_id, own.language)
    visit = PaperVisit(
        id=visit_id,
        kind=kind,
        state=state,
        first=first,
        last=last,
        titles={row[0]: row[1] for row in texts if row[1]},
        aims={row[0]: row[2] for row in texts if row[2]},
        results={row[0]: row[3] for row in texts if row[3]},
        place=towns.get(territory, {}) if territory else {},
        place_country=country or "",
        zone=zone,
        delegations=delegations,
        guests=(),
        home=own.country,
        home_language=own.language or "en",
    )
    return replace(visit, guests=guests_of(connection, visit))


def _town_names(connection: Connection, ids: set[UUID]) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    own = select(Territory.id, Territory.name).where(among(Territory.id, ids))
    for territory_id, name in connection.execute(own):
        found[territory_id][""] = name
    n = TerritoryName
    query = select(n.territory_id, n.language, n.name).where(among(n.territory_id, ids), n.valid_to.is_(None))
    for territory_id, language, name in connection.execute(query.order_by(n.id)):
        found[territory_id].setdefault(language, name)
    return found


def _organisation_names(connection: Connection, ids: set[UUID]) -> dict[UUID, dict[str, str]]:
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    own = select(Organisation.id, Organisation.name).where(among(Organisation.id, ids))
    for organisation_id, name in connection.execute(own):
        found[organisation_id][""] = name
    t = OrganisationText
    query = select(t.organisation_id, t.language, t.name).where(among(t.organisation_id, ids), t.name != "")
    for organisation_id, language, name in connection.execute(query):
        found[organisation_id][language] = name
    return found


def _delegations(connection: Connection, visit_id: UUID, own: str) -> tuple[PaperDelegation, ...]:
    d, t = Delegation, Territory
    query = (
        pick(
            d.id, d.role, d.language, d.territory_id, d.organisation_id, d.coordinator_id,
            d.arrival_on, d.arrival_at, d.arrival_words, d.departure_on, d.departure_at, d.departure_words,
            t.country,
        )
        .join(t, t.id == d.territory_id, isouter=True)
        .where(d.visit_id == visit_id)
        .order_by(d.position, d.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    towns = _town_names(connection, {row[3] for row in rows if row[3]})
    bodies = _organisation_names(connection, {row[4] for row in rows if row[4]})
    heads = {row[5] for row in rows if row[5]}
    called = names_of(connection, ids_in(heads))
    links = household_links(connection, ids_in(heads), date.max)
    ways = reaches(connection, ids_in(heads), links)
    return tuple(
        PaperDelegation(
            id=row[0],
            role=row[1],
            language=row[2] or own or "en",
            country=row[12] or "",
            names=towns.get(row[3], {}) if row[3] else bodies.get(row[4], {}),
            coordinator_id=row[5],
            coordinator=called.get(row[5]) if row[5] else None,
            coordinator_reaches=ways.get(row[5], ()) if row[5] else (),
            arrival=row[6],
            arrival_at=row[7],
            arrival_words=row[8],
            departure=row[9],
            departure_at=row[10],
            departure_words=row[11],
        )
        for row in rows
    )


def guests_of(
    connection: Connection, visit: PaperVisit, people: Iterable[UUID] | None = None
) -> tuple[PaperGuest, ...]:
    """Everybody who takes part; of `people` those on any list of the visit, the waiting list too."""
    p, g, w = Participation, TravelGroup, StayWish
    query = (
        pick(
            p.id, p.person_id, p.kind, p.state, p.role, p.first_visit, p.target_group, p.delegation_id,
            p.arrival_on, p.departure_on, g.id, g.name, g.rule, w.hotel,
            Person.birth, Person.profession, Person.preferred_language, *NAME_COLUMNS, p.trade, p.company,
            p.school,
        )
        .join(Person, Person.id == p.person_id)
        .join(g, g.id == p.travel_group_id, isouter=True)
        .join(w, w.participation_id == p.id, isouter=True)
        .where(p.visit_id == visit.id, Person.binned_at.is_(None))
        .order_by(p.registered_at, p.id)
    )  # fmt: skip
    query = query.where(p.state.in_(TOOK_PART) if people is None else among(p.person_id, people))
    rows = connection.execute(query).all()
    ids = ids_in({row[1] for row in rows})
    day = visit.first or date.max
    links = household_links(connection, ids, day)
    homes = addresses(connection, ids, links, day)
    ways = reaches(connection, ids, links)
    spoken = languages(connection, ids)
    placed = _placed(connection, visit.id)
    found = (
        _guest(row, visit, placed.get(row[0], ()), spoken.get(row[1], ()), ways.get(row[1], ()), homes)
        for row in rows
    )
    rooms = hotel_rooms(connection, visit.id)
    return tuple(
        # Whoever has a hotel room needs no host.
        replace(guest, hotel=True, hotel_room=rooms[guest.id]) if guest.id in rooms else guest
        for guest in found
    )


def _guest(
    row: Picked,
    visit: PaperVisit,
    placed: tuple[tuple[date, UUID], ...],
    spoken: Spoken,
    ways: tuple[Reach, ...],
    homes: Mapping[UUID, AddressLines],
) -> PaperGuest:
    group_id, group_name, group_rule, hotel, birth, profession, preferred = row[10:17]
    own = visit.delegation(row[7])
    arrival = row[8] or (own.arrival if own else None) or visit.first
    departure = row[9] or (own.departure if own else None) or visit.last
    usual = (own.arrival or visit.first, own.departure or visit.last) if own else (visit.first, visit.last)
    return PaperGuest(
        id=row[0],
        person_id=row[1],
        name=PersonName(*row[17 : 17 + NAMES]),
        birth=birth,
        profession=profession,
        kind=row[2],
        state=row[3],
        role=row[4],
        first_visit=row[5],
        target_group=row[6],
        delegation_id=row[7],
        group_id=group_id,
        group_name=group_name or "",
        group_rule=group_rule,
        arrival=arrival,
        departure=departure,
        own_days=(arrival, departure) != usual,
        hotel=bool(hotel),
        visiting=own.visiting if own else True,
        language=preferred or (own.language if own else visit.home_language),
        spoken=spoken,
        reaches=ways,
        address=homes.get(row[1]),
        placed=placed,
        trade=row[17 + NAMES],
        company=row[18 + NAMES],
        school=row[19 + NAMES],
    )


def _placed(connection: Connection, visit_id: UUID) -> dict[UUID, tuple[tuple[date, UUID], ...]]:
    query = (
        pick(Placement.participation_id, Placement.night, Placement.offer_id)
        .join(Participation, Participation.id == Placement.participation_id)
        .where(Participation.visit_id == visit_id)
        .order_by(Placement.night)
    )
    found: dict[UUID, list[tuple[date, UUID]]] = defaultdict(list)
    for participation_id, night, offer_id in connection.execute(query):
        found[participation_id].append((night, offer_id))
    return {key: tuple(nights) for key, nights in found.items()}


@dataclass(frozen=True, slots=True)
class VisitChoice:
    """A visit to choose from."""

    id: UUID
    title: str
    first: date | None
    last: date | None


def visit_choices(connection: Connection, language: str) -> tuple[VisitChoice, ...]:
    """All visits, the newest first; those without a day yet come before."""
    query = pick(Visit.id, Visit.first, Visit.last).where(
        Visit.binned_at.is_(None), owned(connection, Visit.owner_id)
    )
    rows = connection.execute(query).all()
    titles: dict[UUID, dict[str, str]] = defaultdict(dict)
    words = select(VisitText.visit_id, VisitText.language, VisitText.title).where(
        among(VisitText.visit_id, {row[0] for row in rows}), VisitText.title != ""
    )
    for visit_id, code, title in connection.execute(words):
        titles[visit_id][code] = title
    found = [VisitChoice(row[0], in_language(titles[row[0]], language), row[1], row[2]) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.first or date.max, one.id.hex), reverse=True))


def nearest_visit(choices: tuple[VisitChoice, ...], today: date) -> UUID | None:
    """The visit somebody most likely means: the one under way, else the next, else the last one."""
    dated = [one for one in choices if one.first is not None]
    ahead = [one for one in dated if (one.last or one.first or date.min) >= today]
    if ahead:
        return min(ahead, key=lambda one: one.first or date.max).id
    return dated[0].id if dated else (choices[0].id if choices else None)
