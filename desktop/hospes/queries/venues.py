# SPDX-License-Identifier: GPL-3.0-or-later
"""Venues with what is there, and programme items whose venue does not suit those who come (S35)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.names import display_name
from hospes.domain.programme_meals import takes_part
from hospes.domain.venues import Doubt, Facts, Need, doubts
from hospes.i18n.locale import Locale
from hospes.queries.person_facts import names_of
from hospes.queries.programme import attendees, item_audience
from hospes.queries.scope import among, ids_in
from hospes.store.selections import pick
from hospes.store.tables.stays import StayWish
from hospes.store.tables.travel import Passenger
from hospes.store.tables.venues import Venue
from hospes.store.tables.visits import Participation, ProgrammeItem


@dataclass(frozen=True, slots=True)
class VenueRow:
    """A venue."""

    id: UUID
    name: str
    address: str
    facts: Facts
    note: str


@dataclass(frozen=True, slots=True)
class AccessDoubt:
    """A programme item whose venue does not suit somebody, or of which nobody knows."""

    item_id: UUID
    venue_id: UUID
    venue: str
    doubt: Doubt
    names: tuple[str, ...]
    """Who needs it; for those who plan, never on paper."""


def venue_rows(connection: Connection, locale: Locale) -> tuple[VenueRow, ...]:
    """All venues by name."""
    v = Venue
    query = pick(
        v.id, v.name, v.address, v.step_free, v.lift, v.accessible_wc, v.induction_loop, v.parking, v.note
    )
    rows = connection.execute(query)
    found = [VenueRow(id_, name, address, Facts(*facts), note) for id_, name, address, *facts, note in rows]
    return tuple(sorted(found, key=lambda one: (locale.sort_key(one.name), one.id)))


def venues_of(connection: Connection, ids: Iterable[UUID], locale: Locale) -> dict[UUID, VenueRow]:
    """Some venues by id."""
    wanted = set(ids)
    return {one.id: one for one in venue_rows(connection, locale) if one.id in wanted} if wanted else {}


def access_of(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Facts]:
    """What is known of some venues; those of which nothing is known are left out."""
    v, wanted = Venue, list(ids)
    if not wanted:
        return {}
    query = pick(v.id, v.step_free, v.lift, v.accessible_wc, v.induction_loop, v.parking)
    found = {row[0]: Facts(*row[1:]) for row in connection.execute(query.where(among(v.id, wanted)))}
    return {key: facts for key, facts in found.items() if facts.asked}


def access_needs(connection: Connection, visit_id: UUID) -> Mapping[UUID, frozenset[Need]]:
    """What those who come cannot do without, by participation."""
    w, p, s = StayWish, Participation, Passenger
    found: dict[UUID, set[Need]] = defaultdict(set)
    query = (
        pick(w.participation_id, w.step_free, w.max_stairs, w.hard_of_hearing)
        .join(p, p.id == w.participation_id)
        .where(p.visit_id == visit_id)
    )
    for one, free, stairs, hearing in connection.execute(query):
        if free or stairs == 0:
            found[one].add(Need.STEP_FREE)
        if hearing:
            found[one].add(Need.HEARING)
    seats = pick(s.participation_id).join(p, p.id == s.participation_id)
    for row in connection.execute(seats.where(p.visit_id == visit_id, s.wheelchair.is_(True))):
        found[row[0]].add(Need.STEP_FREE)
    return {one: frozenset(needs) for one, needs in found.items()}


def access_doubts(connection: Connection, visit_id: UUID, locale: Locale) -> tuple[AccessDoubt, ...]:
    """Items of the programme, in order, whose venue does not suit everybody who takes part."""
    i = ProgrammeItem
    query = (
        pick(i.id, i.on, i.audience, i.venue_id)
        .where(i.visit_id == visit_id, i.venue_id.is_not(None))
        .order_by(i.on, i.position, i.id)
    )
    rows = connection.execute(query).all()
    needs = access_needs(connection, visit_id) if rows else {}
    if not needs:
        return ()
    venues = venues_of(connection, [row[3] for row in rows], locale)
    towns, people = item_audience(connection, [row[0] for row in rows])
    coming = [
        (one, key, needs[key])
        for one in attendees(connection, visit_id)
        if isinstance(key := one.id, UUID) and key in needs
    ]
    persons = pick(Participation.id, Participation.person_id).where(
        among(Participation.id, [key for _, key, _ in coming])
    )
    whose = {row[0]: row[1] for row in connection.execute(persons)}
    called = names_of(connection, ids_in(set(whose.values())))
    found: list[AccessDoubt] = []
    for item, on, audience, venue_id in rows:
        venue = venues.get(venue_id)
        if venue is None:
            continue
        chosen = towns.get(item, ()), people.get(item, ())
        there = [(key, theirs) for one, key, theirs in coming if takes_part(one, on, audience, *chosen)]
        for doubt in doubts(venue.facts, [theirs for _, theirs in there]):
            names = [
                display_name(called[whose[key]])
                for key, theirs in there
                if doubt.need in theirs and whose.get(key) in called
            ]
            found.append(
                AccessDoubt(item, venue.id, venue.name, doubt, tuple(sorted(names, key=locale.sort_key)))
            )
    return tuple(found)
