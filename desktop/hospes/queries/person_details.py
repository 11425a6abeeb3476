# SPDX-License-Identifier: GPL-3.0-or-later
"""What hangs on one person, subject by subject: offices, agreements, notes, languages, tags, own fields.

Each function reads one subject, so that a tab that is not looked at costs nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import (
    ConsentForm,
    ConsentPurpose,
    FieldKind,
    Function,
    GuardianKind,
    HealthKind,
    LanguageLevel,
    NoteKind,
)
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.queries import person_facts as facts
from hospes.queries.association import base_language
from hospes.queries.scope import among
from hospes.store.selections import pick
from hospes.store.tables.aside import AcceptedDoubt, UnusableInput
from hospes.store.tables.notes import Note, OwnField, OwnFieldText, OwnFieldValue, Tag, TagLink
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import (
    Consent,
    EmergencyContact,
    Guardian,
    HealthNote,
    Person,
    PersonLanguage,
    PersonText,
)

# ---- facts ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office with everything about it; `current` on the day asked for."""

    id: UUID
    version: int
    person_id: UUID
    organisation_id: UUID
    organisation: str
    is_own: bool
    function: Function
    title: str
    on_committee: bool
    valid_from: RoughDate | None
    valid_to: RoughDate | None
    term_ends: RoughDate | None

    def held_on(self, day: date) -> bool:
        """Is it held on a day?"""
        return (self.valid_from is None or self.valid_from.first <= day) and (
            self.valid_to is None or self.valid_to.last >= day
        )


def offices_of(
    connection: Connection, *, person_id: UUID | None = None, organisation_id: UUID | None = None
) -> tuple[OfficeRow, ...]:
    """All offices of a person or at an organisation, the newest first within the order of protocol."""
    o, org = Office, Organisation
    query = (
        pick(
            o.id, o.version, o.person_id, o.organisation_id, org.name, org.is_own, o.function, o.title,
            o.on_committee, o.valid_from, o.valid_to, o.term_ends,
        )
        .join(org, org.id == o.organisation_id)
        .order_by(o.valid_to.is_not(None), o.protocol_rank, o.valid_from.desc(), o.id)
    )  # fmt: skip
    if person_id is not None:
        query = query.where(o.person_id == person_id)
    if organisation_id is not None:
        query = query.join(Person, Person.id == o.person_id).where(
            o.organisation_id == organisation_id, Person.binned_at.is_(None), Person.merged_into.is_(None)
        )
    return tuple(OfficeRow(*row) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """An agreement."""

    id: UUID
    version: int
    purpose: ConsentPurpose
    given_on: date
    form: ConsentForm
    text_version: str
    withdrawn_on: date | None

    def stands_on(self, day: date) -> bool:
        """Does it hold on a day?"""
        return self.given_on <= day and (self.withdrawn_on is None or self.withdrawn_on > day)


def consents_of(connection: Connection, person_id: UUID) -> tuple[ConsentRow, ...]:
    """All agreements of a person, the newest first."""
    c = Consent
    query = (
        pick(c.id, c.version, c.purpose, c.given_on, c.form, c.text_version, c.withdrawn_on)
        .where(c.person_id == person_id)
        .order_by(c.given_on.desc(), c.purpose)
    )
    return tuple(ConsentRow(*row) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note."""

    id: UUID
    version: int
    kind: NoteKind
    on: date
    text: str
    follow_up_on: date | None
    changed_by: str | None


def notes_of(connection: Connection, owner: str, owner_id: UUID) -> tuple[NoteRow, ...]:
    """All notes on a person, household, organisation, visit or partnership, the newest first."""
    n = Note
    query = (
        pick(n.id, n.version, n.kind, n.on, n.text, n.follow_up_on, n.changed_by)
        .where(getattr(n, f"{owner}_id") == owner_id)
        .order_by(n.on.desc(), n.id.desc())
    )
    return tuple(NoteRow(*row) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language somebody speaks."""

    id: UUID
    version: int
    language: str
    level: LanguageLevel


def languages_of(connection: Connection, person_id: UUID) -> tuple[LanguageRow, ...]:
    """Languages of a person, best first."""
    s = PersonLanguage
    query = (
        pick(s.id, s.version, s.language, s.level)
        .where(s.person_id == person_id)
        .order_by(s.level.desc(), s.language)
    )
    return tuple(LanguageRow(*row) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class GuardianRow:
    """Somebody who answers for a minor, or the minor somebody answers for."""

    name: PersonName
    id: UUID
    kind: GuardianKind
    person_id: UUID


def guardians_of(connection: Connection, minor_id: UUID) -> tuple[GuardianRow, ...]:
    """Who answers for a person."""
    g = Guardian
    query = (
        pick(g.id, g.kind, g.guardian_id, *facts.NAME_COLUMNS)
        .join(Person, Person.id == g.guardian_id)
        .where(g.minor_id == minor_id)
    )
    return tuple(GuardianRow(PersonName(*row[3:]), *row[:3]) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class EmergencyRow:
    """Whom to telephone."""

    id: UUID
    version: int
    name: str
    relation: str
    phone: str


def emergency_contacts(connection: Connection, person_id: UUID) -> tuple[EmergencyRow, ...]:
    """Whom to telephone, in order."""
    e = EmergencyContact
    query = (
        pick(e.id, e.version, e.name, e.relation, e.phone)
        .where(e.person_id == person_id)
        .order_by(e.position, e.id)
    )
    return tuple(EmergencyRow(*row) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class HealthRow:
    """A health note; shown only on the person's own page and where a visit needs it (REQ-4-08)."""

    id: UUID
    version: int
    kind: HealthKind
    subject: str
    text: str
    severe: bool
    share_with_host: bool
    visit_id: UUID | None
    expires_on: date | None


def health_notes(connection: Connection, person_id: UUID) -> tuple[HealthRow, ...]:
    """Health notes of a person."""
    h = HealthNote
    query = (
        pick(
            h.id, h.version, h.kind, h.subject, h.text, h.severe, h.share_with_host, h.visit_id, h.expires_on
        )
        .where(h.person_id == person_id)
        .order_by(h.kind, h.id)
    )
    return tuple(HealthRow(*row) for row in connection.execute(query))


def salutations(connection: Connection, person_id: UUID) -> dict[str, str]:
    """Salutations that override the computed one, by language."""
    query = select(PersonText.language, PersonText.salutation).where(PersonText.person_id == person_id)
    return dict(connection.execute(query).all())


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag."""

    id: UUID
    name: str


def tags_of(connection: Connection, owner: str, owner_id: UUID) -> tuple[TagRow, ...]:
    """The tags on a person, household or organisation."""
    query = (
        select(Tag.id, Tag.name)
        .join(TagLink, TagLink.tag_id == Tag.id)
        .where(getattr(TagLink, f"{owner}_id") == owner_id)
        .order_by(Tag.name)
    )
    return tuple(TagRow(*row) for row in connection.execute(query))


@dataclass(frozen=True, slots=True)
class OwnValueRow:
    """A field the association added, and what a person has in it."""

    field_id: UUID
    name: str
    kind: FieldKind
    choices: tuple[str, ...]
    value: str
    version: int


def own_values(connection: Connection, person_id: UUID, language: str) -> tuple[OwnValueRow, ...]:
    """All own fields in their order, with the person's values; empty where there is none."""
    f, words, v = OwnField, OwnFieldText, OwnFieldValue
    query = (
        select(f.id, f.name, words.name, f.kind, f.choices, v.value, v.version)
        .join(words, (words.own_field_id == f.id) & (words.language == base_language(language)), isouter=True)
        .join(v, (v.own_field_id == f.id) & (v.person_id == person_id), isouter=True)
        .order_by(f.position, f.id)
    )
    return tuple(
        OwnValueRow(
            field_id,
            translated or name,
            kind,
            tuple(part.strip() for part in choices.split(";") if part.strip()),
            value or "",
            version or 0,
        )
        for field_id, name, translated, kind, choices, value, version in connection.execute(query)
    )


# ---- what stands beside -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unusable:
    """What was typed into a field and cannot be used; the stored value stays valid beside it (design 6.3)."""

    row_id: UUID
    table: str
    field: str
    typed: str
    reason: str


def unusable_input(connection: Connection, row_ids: Iterable[UUID]) -> dict[tuple[UUID, str], Unusable]:
    """Unusable input kept for some rows (a person's id and those of their facts), by row and field."""
    u = UnusableInput
    query = select(u.row_id, u.table_name, u.field, u.typed, u.reason).where(among(u.row_id, row_ids))
    return {(row.row_id, row.field): Unusable(*row) for row in connection.execute(query)}


def accepted_doubts(connection: Connection, row_ids: Iterable[UUID]) -> set[tuple[UUID, str, str]]:
    """Doubts somebody answered with "It is right": row, code and the value that was meant."""
    d = AcceptedDoubt
    query = select(d.row_id, d.code, d.value).where(among(d.row_id, row_ids))
    return {(row_id, code, value) for row_id, code, value in connection.execute(query)}
