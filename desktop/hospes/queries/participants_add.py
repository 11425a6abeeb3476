# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom one could add to a visit: found by name, those of the last visit, those who live with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_visit import ParticipationKind
from hospes.domain.names import display_name, sort_parts
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.participants_draw import CAME
from hospes.queries.ranks import by_text
from hospes.queries.scope import Ids, ids_in, there
from hospes.queries.search import search
from hospes.queries.visits import VISITING
from hospes.store.selections import pick
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Delegation, Participation, Visit

FOUND = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the file who could be added."""

    person_id: UUID
    name: str
    place: str
    inside: bool
    """Is on the list already."""


def candidates(
    connection: Connection, visit_id: UUID, words: str, *, locale: Locale, today: date
) -> tuple[Candidate, ...]:
    """People whose name or place is like the words, the best first."""
    if not words.strip():
        return ()
    hits = search(connection, words, locale, today, limit=FOUND, kinds=("person",))
    inside = _inside(connection, visit_id)
    gone = _gone(connection, [hit.id for hit in hits])
    return tuple(
        Candidate(hit.id, hit.title, hit.detail, hit.id in inside) for hit in hits if hit.id not in gone
    )


def _inside(connection: Connection, visit_id: UUID) -> set[UUID]:
    query = select(Participation.person_id).where(Participation.visit_id == visit_id)
    return set(connection.scalars(query))


def _gone(connection: Connection, people: Iterable[UUID]) -> set[UUID]:
    """Who has died or is in the bin."""
    ids = ids_in(people)
    alive = select(Person.id).where(Person.id.in_(ids), Person.deceased.is_(False), there(Person))
    every = select(Person.id).where(Person.id.in_(ids))
    return set(connection.scalars(every)) - set(connection.scalars(alive))


def last_time(
    connection: Connection, visit_id: UUID, *, locale: Locale, today: date
) -> tuple[Candidate, ...]:
    """Who travelled at the last visit of the same travellers and is not on this one's list yet."""
    d, p, v = Delegation, Participation, Visit
    towns = select(d.territory_id).where(
        d.visit_id == visit_id, d.territory_id.is_not(None), d.role.in_(VISITING)
    )
    this = connection.execute(select(v.first).where(v.id == visit_id)).scalar() or date.max
    before = (
        select(v.id)
        .join(p, p.visit_id == v.id)
        .join(d, d.id == p.delegation_id)
        .where(v.id != visit_id, v.first < this, v.binned_at.is_(None), d.territory_id.in_(towns))
        .where(d.role.in_(VISITING), p.kind != ParticipationKind.HOST, p.state.in_(CAME))
        .order_by(v.first.desc(), v.id)
        .limit(1)
    )
    model = connection.execute(before).scalar()
    if model is None:
        return ()
    people = (
        select(p.person_id)
        .join(Person, Person.id == p.person_id)
        .where(p.visit_id == model, p.kind != ParticipationKind.HOST, p.state.in_(CAME))
        .where(there(Person), Person.deceased.is_(False))
    )
    return _named(connection, set(connection.scalars(people)) - _inside(connection, visit_id), locale, today)


def housemates_outside(
    connection: Connection, visit_id: UUID, people: Iterable[UUID], *, locale: Locale, today: date
) -> tuple[Candidate, ...]:
    """Who lives with these people and is not on the visit's list."""
    m = HouseholdMember
    ids: Ids = ids_in(people)
    homes = select(m.household_id).where(m.person_id.in_(ids), m.valid_to.is_(None))
    query = (
        pick(m.person_id)
        .join(Person, Person.id == m.person_id)
        .where(m.household_id.in_(homes), m.valid_to.is_(None))
        .where(there(Person), Person.deceased.is_(False))
    )
    found = {row[0] for row in connection.execute(query)} - _inside(connection, visit_id)
    return _named(connection, found, locale, today)


def _named(connection: Connection, people: set[UUID], locale: Locale, today: date) -> tuple[Candidate, ...]:
    ids = ids_in(people)
    names = facts.names_of(connection, ids)
    links = facts.household_links(connection, ids, today)
    homes = facts.addresses(connection, ids, links, today)
    ordered = by_text(list(names), [sort_parts(name) for name in names.values()], locale)
    return tuple(
        Candidate(one, display_name(names[one]), homes[one].town if one in homes else "", False)
        for one in ordered
    )
