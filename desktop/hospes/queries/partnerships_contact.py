# SPDX-License-Identifier: GPL-3.0-or-later
"""When the partners last had to do with each other: visits, conversations, letters, meetings (REQ-1-06).

Counted from what is written down anyway: a visit that both were at, a conversation or letter
logged on the twinning, on an organisation of the partner or on somebody who holds an office there, a letter
kept among the documents, and an exchange of a school or club with how many took part.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import DocumentKind, NoteKind
from hospes.domain.codes_visit import VisitState
from hospes.queries.scope import among
from hospes.store.selections import pick
from hospes.store.tables.events import Document
from hospes.store.tables.notes import Note
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.partnerships import Partnership, PartnershipExchange, PartnershipParty
from hospes.store.tables.visits import Delegation, Visit

TALKS = (NoteKind.CALL, NoteKind.MEETING, NoteKind.LETTER)
"""Kinds of notes that are a contact; a plain note is a thought of one's own."""


class ContactKind(StrEnum):
    """How they last met."""

    VISIT = "visit"
    CALL = "call"
    MEETING = "meeting"
    LETTER = "letter"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact: when, how, and the visit, note or document that tells of it."""

    on: date
    kind: ContactKind
    ref: UUID


def contacts(
    connection: Connection, bonds: Collection[UUID], today: date
) -> Mapping[UUID, tuple[Contact, ...]]:
    """All contacts up to today of these twinnings, the last one first."""
    found: dict[UUID, dict[UUID, Contact]] = defaultdict(dict)
    parties = _parties(connection, bonds)
    for bond, contact in _visits(connection, bonds, parties, today):
        found[bond][contact.ref] = contact
    for bond, contact in _notes(connection, bonds, parties, today):
        found[bond][contact.ref] = contact
    d = Document
    letters = pick(d.partnership_id, d.on, d.id).where(
        among(d.partnership_id, bonds), d.kind == DocumentKind.LETTER, d.binned_at.is_(None), d.on <= today
    )
    for bond, on, ref in connection.execute(letters):
        found[bond][ref] = Contact(on, ContactKind.LETTER, ref)
    for bond, on, ref in _exchanges(connection, bonds, today):
        found[bond][ref] = Contact(on, ContactKind.EXCHANGE, ref)
    return {
        bond: tuple(sorted(many.values(), key=lambda one: (one.on, one.ref.hex), reverse=True))
        for bond, many in found.items()
    }


def last_contacts(connection: Connection, bonds: Collection[UUID], today: date) -> Mapping[UUID, Contact]:
    """The last contact of each twinning that has one."""
    return {bond: many[0] for bond, many in contacts(connection, bonds, today).items() if many}


def _exchanges(connection: Connection, bonds: Collection[UUID], today: date) -> list[tuple[UUID, date, UUID]]:
    """Exchanges of schools and clubs that somebody told of or counted: of a year, its last day."""
    p, e = Partnership, PartnershipExchange
    counted = pick(e.partnership_id, e.year, e.id).where(among(e.partnership_id, bonds), e.people > 0)
    found = [
        (bond, min(date(year, 12, 31), today), ref)
        for bond, year, ref in connection.execute(counted)
        if year <= today.year
    ]
    told = pick(p.id, p.last_exchange).where(among(p.id, bonds), p.last_exchange.is_not(None))
    found += [
        (bond, min(day.last, today), bond) for bond, day in connection.execute(told) if day.first <= today
    ]
    return found


@dataclass(frozen=True, slots=True)
class _Parties:
    """The parties of a twinning, ours and theirs, as ids of territories and organisations."""

    ours: frozenset[UUID]
    theirs: frozenset[UUID]


def _parties(connection: Connection, bonds: Collection[UUID]) -> dict[UUID, _Parties]:
    p = PartnershipParty
    sides: dict[UUID, tuple[set[UUID], set[UUID]]] = defaultdict(lambda: (set(), set()))
    query = pick(p.partnership_id, p.territory_id, p.organisation_id, p.is_ours)
    for bond, territory, organisation, ours in connection.execute(
        query.where(among(p.partnership_id, bonds))
    ):
        sides[bond][0 if ours else 1].add(territory or organisation)
    return {bond: _Parties(frozenset(ours), frozenset(theirs)) for bond, (ours, theirs) in sides.items()}


def visits_together(
    connection: Connection, bonds: Collection[UUID], parties: Mapping[UUID, _Parties] | None = None
) -> dict[UUID, set[UUID]]:
    """The visits of each twinning: those said to be its own, and those two of its parties were at.

    The town a visit takes place in is there too, even where it has no delegation of its own.

    A visit that says it belongs to another twinning of the same towns counts for both: they met.
    """
    sides = _parties(connection, bonds) if parties is None else parties
    found: dict[UUID, set[UUID]] = defaultdict(set)
    v, d = Visit, Delegation
    for bond, ref in connection.execute(
        pick(v.partnership_id, v.id).where(among(v.partnership_id, bonds), v.binned_at.is_(None))
    ):
        found[bond].add(ref)
    at: dict[UUID, set[UUID]] = defaultdict(set)
    query = pick(d.visit_id, d.territory_id, d.organisation_id).join(v, v.id == d.visit_id)
    for visit, territory, organisation in connection.execute(query.where(v.binned_at.is_(None))):
        at[visit].add(territory or organisation)
    for visit, place in connection.execute(
        pick(v.id, v.territory_id).where(v.territory_id.is_not(None), v.binned_at.is_(None))
    ):
        at[visit].add(place)
    for bond, side in sides.items():
        members = side.ours | side.theirs
        for visit, who in at.items():
            if len(who & members) >= 2:
                found[bond].add(visit)
    return found


def _visits(
    connection: Connection, bonds: Collection[UUID], parties: Mapping[UUID, _Parties], today: date
) -> list[tuple[UUID, Contact]]:
    together = visits_together(connection, bonds, parties)
    ids = {visit for many in together.values() for visit in many}
    v = Visit
    days = {
        row[0]: min(row[2] or row[1], today)
        for row in connection.execute(
            pick(v.id, v.first, v.last).where(
                among(v.id, ids), v.first <= today, v.state != VisitState.CANCELLED
            )
        )
    }
    return [
        (bond, Contact(days[visit], ContactKind.VISIT, visit))
        for bond, many in together.items()
        for visit in many
        if visit in days
    ]


def _notes(
    connection: Connection, bonds: Collection[UUID], parties: Mapping[UUID, _Parties], today: date
) -> list[tuple[UUID, Contact]]:
    n = Note
    query = pick(n.id, n.on, n.kind, n.partnership_id, n.organisation_id, n.person_id).where(
        n.kind.in_(TALKS), n.on <= today
    )
    rows = connection.execute(query).all()
    # Straight on the twinning, or on an organisation or somebody with an office there.
    lies_in = dict(connection.execute(select(Organisation.id, Organisation.territory_id)).all())
    holds: dict[UUID, set[UUID]] = defaultdict(set)
    people = {row[5] for row in rows if row[5] is not None}
    offices = pick(Office.person_id, Office.organisation_id).where(among(Office.person_id, people))
    for person, organisation in connection.execute(offices):
        holds[person].add(organisation)
    found = []
    for ref, on, kind, bond, organisation, person in rows:
        contact = Contact(on, ContactKind(kind.value), ref)
        if bond is not None:
            if bond in set(bonds):
                found.append((bond, contact))
            continue
        about = {organisation} if organisation is not None else holds.get(person, set())
        refs = about | {lies_in.get(one) for one in about}
        # What we wrote to them says nothing about a twinning of theirs that we have no part in.
        found += [(one, contact) for one, side in parties.items() if side.ours and side.theirs & refs]
    return found
