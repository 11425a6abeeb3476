# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be known to take care of guests, as far as they agreed: diets, allergies, emergencies, health.

Three doors, and a paper opens the one it needs: `shared_care` for the home somebody stays with, `kitchen` for
counting meals, `leaders_care` for the emergency sheet of those in charge (REQ-2-08, REQ-4-08).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, or_

from hospes.domain.codes import ConsentPurpose, GuardianKind, HealthKind
from hospes.domain.names import PersonName
from hospes.queries.person_facts import NAME_COLUMNS, Reach, first_reach, household_links, reaches
from hospes.queries.scope import among, ids_in
from hospes.store.selections import pick
from hospes.store.tables.people import Consent, EmergencyContact, Guardian, HealthNote, Person
from hospes.store.tables.stays import StayWish
from hospes.store.tables.visits import Participation


@dataclass(frozen=True, slots=True)
class Note:
    """A health note that may be told here."""

    kind: HealthKind
    subject: str
    text: str
    severe: bool


@dataclass(frozen=True, slots=True)
class Care:
    """What a home may know of a guest: lists of codes and words as they stand in the file."""

    diet: str = ""
    animals: str = ""
    fears: str = ""
    other: str = ""
    max_stairs: int | None = None
    step_free: bool | None = None
    notes: tuple[Note, ...] = ()


def shared_care(connection: Connection, visit_id: UUID, today: date) -> dict[UUID, Care]:
    """What each guest agreed to tell the host, by participation; whoever did not agree is left out.

    Answers of the registration need `consent_host`; a health note needs its own mark and a consent that was
    not withdrawn, and is gone after its last day.
    """
    p, w = Participation, StayWish
    query = (
        pick(
            p.id, p.person_id, w.consent_host, w.diet, w.animal_allergies, w.animal_fear, w.other_allergies,
            w.max_stairs, w.step_free,
        )
        .join(w, w.participation_id == p.id)
        .where(p.visit_id == visit_id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    shared = HealthNote.share_with_host.is_(True)
    notes = _notes(connection, visit_id, {row[1] for row in rows}, today, shared)
    found: dict[UUID, Care] = {}
    for participation, person, agreed, *answers in rows:
        if agreed is True:
            found[participation] = Care(*(*answers, notes.get(person, ())))
        elif agreed is None and person in notes:
            found[participation] = Care(notes=notes[person])
    return found


def kitchen(connection: Connection, visit_id: UUID) -> dict[UUID, tuple[str, str, bool]]:
    """Diet and other allergies of each participation, and whether the name may stand with them.

    Counts need no name; a name needs the agreement.
    """
    p, w = Participation, StayWish
    query = (
        pick(p.id, w.diet, w.other_allergies, w.consent_host)
        .join(w, w.participation_id == p.id)
        .where(p.visit_id == visit_id)
    )
    return {row[0]: (row[1], row[2], row[3] is True) for row in connection.execute(query)}


def leaders_care(
    connection: Connection, visit_id: UUID, people: Iterable[UUID], today: date
) -> dict[UUID, tuple[Note, ...]]:
    """Health notes for those in charge, by person: all whose consent stands, shared with the host or not."""
    return _notes(connection, visit_id, people, today, None)


def _notes(
    connection: Connection,
    visit_id: UUID,
    people: Iterable[UUID],
    today: date,
    more: ColumnElement[bool] | None,
) -> dict[UUID, tuple[Note, ...]]:
    n, c = HealthNote, Consent
    query = (
        pick(n.person_id, n.kind, n.subject, n.text, n.severe)
        .join(c, c.id == n.consent_id)
        .where(
            among(n.person_id, people),
            or_(n.visit_id.is_(None), n.visit_id == visit_id),
            or_(n.expires_on.is_(None), n.expires_on >= today),
            c.purpose.in_((ConsentPurpose.HEALTH, ConsentPurpose.TO_HOST)),
            or_(c.withdrawn_on.is_(None), c.withdrawn_on > today),
            *([more] if more is not None else []),
        )
        .order_by(n.severe.desc(), n.kind, n.id)
    )
    found: dict[UUID, list[Note]] = defaultdict(list)
    for person_id, *note in connection.execute(query):
        found[person_id].append(Note(*note))
    return {person: tuple(notes) for person, notes in found.items()}


@dataclass(frozen=True, slots=True)
class Emergency:
    """Whom to telephone for somebody."""

    name: str
    relation: str
    phone: str
    e164: str | None = None
    person: PersonName | None = None
    kind: GuardianKind | None = None


def emergency_contacts(
    connection: Connection, people: Iterable[UUID], today: date
) -> dict[UUID, tuple[Emergency, ...]]:
    """Whom to telephone for each person: guardians first, then the contacts somebody wrote down."""
    people = list(people)
    found: dict[UUID, list[Emergency]] = defaultdict(list)
    for minor, kind, name, way in _guardians(connection, people, today):
        phone, e164 = (way.value, way.e164) if way else ("", None)
        found[minor].append(Emergency("", "", phone, e164, name, kind))
    e = EmergencyContact
    query = (
        pick(e.person_id, e.name, e.relation, e.phone)
        .where(among(e.person_id, people))
        .order_by(e.position, e.id)
    )
    for person_id, *words in connection.execute(query):
        found[person_id].append(Emergency(*words))
    return {person: tuple(contacts) for person, contacts in found.items()}


def _guardians(connection: Connection, people: list[UUID], today: date) -> list[tuple[Any, ...]]:
    from hospes.domain.codes import ContactKind

    g = Guardian
    query = (
        pick(g.minor_id, g.guardian_id, g.kind, *NAME_COLUMNS)
        .join(Person, Person.id == g.guardian_id)
        .where(among(g.minor_id, people))
        .order_by(g.id)
    )
    rows = connection.execute(query).all()
    whom = ids_in({row[1] for row in rows})
    ways: dict[UUID, tuple[Reach, ...]] = reaches(connection, whom, household_links(connection, whom, today))
    kinds = (ContactKind.MOBILE, ContactKind.PHONE)
    return [(row[0], row[2], PersonName(*row[3:]), first_reach(ways.get(row[1], ()), *kinds)) for row in rows]
