# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme of a visit as the window works on it: days, items in all languages, numbers, overlaps."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.codes_visit import (
    Audience,
    DelegationRole,
    Meal,
    OfferState,
    ParticipationKind,
)
from hospes.domain.diets import parts
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName
from hospes.domain.programme import Overlap, Slot, ordered, overlaps
from hospes.domain.programme_meals import Attendee, MealCount, count_meal, takes_part
from hospes.domain.visit_dates import Span
from hospes.queries.association import association, base_language
from hospes.queries.person_facts import names_of
from hospes.queries.scope import among, ids_in
from hospes.queries.visits import COMING, Party, parties_of
from hospes.store.selections import pick
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.stays import HostOffer, Placement, StayWish
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import (
    Delegation,
    Participation,
    ProgrammeAudience,
    ProgrammeItem,
    ProgrammeItemText,
    Visit,
)


@dataclass(frozen=True, slots=True)
class Words:
    """What happens and where, in one language."""

    title: str = ""
    details: str = ""
    place: str = ""
    meeting_point: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that happens."""

    id: UUID
    version: int
    on: date
    starts: time | None
    ends: time | None
    time_words: str
    zone: str
    audience: Audience
    meal: Meal
    seats: int | None
    contact_id: UUID | None
    contact: PersonName | None
    texts: Mapping[str, Words]
    delegations: tuple[UUID, ...]
    people: tuple[tuple[UUID, PersonName], ...]
    count: MealCount
    """How many take part, by diet; of everybody who is known so far."""
    venue_id: UUID | None = None

    def words(self, language: str) -> Words:
        """The texts in a language; empty where there are none."""
        return self.texts.get(language, Words())

    def title(self, *languages: str) -> str:
        """The title in the first of these languages that has one, else in any."""
        for language in (*languages, *sorted(self.texts)):
            if self.words(language).title:
                return self.words(language).title
        return ""


@dataclass(frozen=True, slots=True)
class Programme:
    """All of it."""

    visit_id: UUID
    first: date | None
    last: date | None
    zone: str
    home_zone: str
    languages: tuple[str, ...]
    """Ours first, then those of the delegations, then any other somebody wrote in."""
    parties: tuple[Party, ...]
    items: tuple[Item, ...]
    overlaps: tuple[Overlap, ...]
    known: int
    """How many people the numbers stand on."""

    def days(self) -> tuple[date, ...]:
        """Days of the visit, and others that something is on."""
        days = {item.on for item in self.items}
        if self.first is not None and self.last is not None:
            days |= set(Span(self.first, self.last).all_days())
        return tuple(sorted(days))

    def on(self, day: date) -> tuple[Item, ...]:
        """The items of a day in order."""
        return tuple(item for item in self.items if item.on == day)

    def item(self, item_id: UUID) -> Item | None:
        """One of them."""
        return next((item for item in self.items if item.id == item_id), None)

    def missing(self, language: str) -> tuple[Item, ...]:
        """Items that say what they are, but not in this language."""
        return tuple(item for item in self.items if not item.words(language).title)


def programme(connection: Connection, visit_id: UUID, language: str) -> Programme:
    """The programme, names of towns in a reader's language. Raises UserError if the visit is gone."""
    v = Visit
    visit = connection.execute(pick(v.first, v.last, v.zone).where(v.id == visit_id)).first()
    if visit is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    parties = tuple(parties_of(connection, [visit_id], language).get(visit_id, ()))
    people = attendees(connection, visit_id)
    items, slots = _items(connection, visit_id, people)
    own = association(connection)
    spoken = {code for item in items for code, words in item.texts.items() if words.title}
    ours = [party.language for party in parties if party.ours and party.language]
    languages = (
        *([base_language(own.language)] if own.language else []),
        *ours,
        *(party.language for party in parties if party.language),
        *sorted(spoken),
    )
    home = connection.execute(select(Territory.zone).where(Territory.is_home.is_(True)).limit(1)).scalar()
    return Programme(
        visit_id,
        visit[0],
        visit[1],
        visit[2],
        home or "",
        tuple(dict.fromkeys(languages)) or (base_language(language),),
        parties,
        tuple(items),
        tuple(overlaps(slots)),
        sum(one.places for one in people),
    )


def _items(
    connection: Connection, visit_id: UUID, people: Sequence[Attendee]
) -> tuple[list[Item], list[Slot]]:
    i = ProgrammeItem
    query = (
        pick(
            i.id, i.version, i.on, i.starts, i.ends, i.time_words, i.zone, i.audience, i.meal, i.seats,
            i.contact_id, i.venue_id,
        )
        .where(i.visit_id == visit_id)
        .order_by(i.on, i.position, i.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    ids = [row[0] for row in rows]
    texts = item_texts(connection, ids)
    towns, persons = item_audience(connection, ids)
    named = {row[10] for row in rows if row[10]} | {one for many in persons.values() for one in many}
    called = names_of(connection, ids_in(named))
    found: dict[UUID, Item] = {}
    slots = []
    for position, row in enumerate(rows):
        delegations, chosen = towns.get(row[0], ()), persons.get(row[0], ())
        there = [one for one in people if takes_part(one, row[2], row[7], delegations, chosen)]
        facts = (
            *row[:11],
            called.get(row[10]) if row[10] else None,
            texts.get(row[0], {}),
            tuple(delegations),
            tuple((one, called[one]) for one in chosen if one in called),
            count_meal(there),
            row[11],
        )
        found[row[0]] = Item(*facts)
        who = frozenset(one.id for one in there)
        slots.append(Slot(row[0], row[2], row[3], row[4], position, row[7], who))
    return [found[slot.id] for slot in ordered(slots) if isinstance(slot.id, UUID)], slots


def item_texts(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, dict[str, Words]]:
    """What items say, by item and language."""
    t = ProgrammeItemText
    query = pick(t.programme_item_id, t.language, t.title, t.details, t.place, t.meeting_point)
    found: dict[UUID, dict[str, Words]] = defaultdict(dict)
    for item_id, language, *words in connection.execute(query.where(among(t.programme_item_id, ids))):
        found[item_id][language] = Words(*words)
    return found


def item_audience(
    connection: Connection, ids: Sequence[UUID]
) -> tuple[dict[UUID, list[UUID]], dict[UUID, list[UUID]]]:
    """Chosen delegations and chosen people, by item, in the order in which they were chosen."""
    a = ProgrammeAudience
    query = pick(a.programme_item_id, a.delegation_id, a.person_id).where(among(a.programme_item_id, ids))
    towns: dict[UUID, list[UUID]] = defaultdict(list)
    people: dict[UUID, list[UUID]] = defaultdict(list)
    for item_id, delegation_id, person_id in connection.execute(query.order_by(a.id)):
        if delegation_id is not None:
            towns[item_id].append(delegation_id)
        elif person_id is not None:
            people[item_id].append(person_id)
    return towns, people


def attendees(connection: Connection, visit_id: UUID) -> list[Attendee]:
    """Everybody the programme reckons with: who is registered, and the homes that host them.

    A home of which nobody takes part by name counts as one host.
    """
    p, d, w = Participation, Delegation, StayWish
    query = (
        pick(
            p.id, p.kind, p.delegation_id, d.role, p.person_id,
            func.coalesce(p.arrival_on, d.arrival_on), func.coalesce(p.departure_on, d.departure_on), w.diet,
        )
        .join(d, d.id == p.delegation_id, isouter=True)
        .join(w, w.participation_id == p.id, isouter=True)
        .where(p.visit_id == visit_id, p.state.in_(COMING))
        .order_by(p.id)
    )  # fmt: skip
    rows = [(*row[:7], tuple(parts(row[7] or ""))) for row in connection.execute(query)]
    found = [Attendee(*row) for row in rows]
    known = {one.person for one in found if one.is_host}
    for household, delegation, members in _homes(connection, visit_id):
        if not known & members:
            found.append(Attendee(household, ParticipationKind.HOST, delegation, DelegationRole.HOSTING))
    return found


def _homes(connection: Connection, visit_id: UUID) -> list[tuple[UUID, UUID | None, set[UUID]]]:
    """Households that said yes, or at whose home somebody sleeps, with the people who live there."""
    o, m = HostOffer, HouseholdMember
    placed = select(Placement.offer_id).distinct()
    query = (
        pick(o.household_id, o.delegation_id)
        .where(o.visit_id == visit_id, or_(o.state == OfferState.YES, o.id.in_(placed)))
        .order_by(o.household_id)
    )
    rows = connection.execute(query).all()
    lives = pick(m.household_id, m.person_id).where(
        among(m.household_id, [row[0] for row in rows]), m.valid_to.is_(None)
    )
    people: dict[UUID, set[UUID]] = defaultdict(set)
    for household, person in connection.execute(lives):
        people[household].add(person)
    return [(household, delegation, people.get(household, set())) for household, delegation in rows]
