# SPDX-License-Identifier: GPL-3.0-or-later
"""People, as domain 5.1 names them. A person exists once; member, guest, host, mayor are roles of that one
row.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import (
    ConsentForm,
    ConsentPurpose,
    Formality,
    Gender,
    GuardianKind,
    HealthKind,
    LanguageLevel,
    NameOrder,
)
from hospes.domain.values import RoughDate
from hospes.store.base import Row, blob_ref, code, ref


class Person(Row):
    """Somebody. `merged_into` is set on the loser of two doubles and followed by every read (decision 12)."""

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_name", "surname", "given"),)
    subjects = ("id",)

    title_prefix: Mapped[str] = mapped_column(default="")
    given: Mapped[str] = mapped_column(default="")
    given2: Mapped[str] = mapped_column(default="")
    nickname: Mapped[str] = mapped_column(default="")
    surname_prefix: Mapped[str] = mapped_column(default="")
    surname: Mapped[str] = mapped_column(default="")
    surname2: Mapped[str] = mapped_column(default="")
    birth_surname: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    name_order: Mapped[NameOrder] = code(NameOrder, default=NameOrder.GIVEN_FIRST)
    script_name: Mapped[str] = mapped_column(default="")
    """The whole name in its own script, if that is not Latin."""
    latin_name: Mapped[str] = mapped_column(default="")
    """The whole name as in the passport, where `script_name` is set."""
    sort_key: Mapped[str] = mapped_column(default="")
    """Overrides how the surname is sorted ("Gaulle, de")."""
    gender: Mapped[Gender] = code(Gender, default=Gender.UNKNOWN)
    birth: Mapped[RoughDate | None]
    birth_place: Mapped[str] = mapped_column(default="")
    deceased: Mapped[bool] = mapped_column(default=False)
    died: Mapped[RoughDate | None]
    country: Mapped[str] = mapped_column(default="")
    """ISO country whose customs of names apply; empty: that of the association."""
    preferred_language: Mapped[str] = mapped_column(default="")
    formality: Mapped[Formality] = code(Formality, default=Formality.FORMAL)
    profession: Mapped[str] = mapped_column(default="")
    interests: Mapped[str] = mapped_column(default="")
    """Tags separated by `;`."""
    by_email: Mapped[bool] = mapped_column(default=False)
    """Wants post by e-mail where possible."""
    photo_sha: Mapped[str | None] = blob_ref()
    binned_at: Mapped[date | None]
    merged_into: Mapped[UUID | None] = ref("person", null=True)
    erased_on: Mapped[date | None]
    """Erased for good: a nameless row on which visits and bookings stand until they may go too."""


class PersonText(Row):
    """What is said of a person in one language; at present the salutation that overrides the computed one."""

    __tablename__ = "person_text"
    __table_args__ = (UniqueConstraint("person_id", "language"),)
    subjects = ("person_id",)
    natural = ("person_id", "language")

    person_id: Mapped[UUID] = ref("person")
    language: Mapped[str]
    salutation: Mapped[str] = mapped_column(default="")


class PersonLanguage(Row):
    """A language somebody speaks, and how well."""

    __tablename__ = "person_language"
    __table_args__ = (UniqueConstraint("person_id", "language"),)
    subjects = ("person_id",)
    natural = ("person_id", "language")

    person_id: Mapped[UUID] = ref("person")
    language: Mapped[str]
    level: Mapped[LanguageLevel] = code(LanguageLevel, default=LanguageLevel.CONVERSATION)


class Guardian(Row):
    """Who answers for a minor."""

    __tablename__ = "guardian"
    subjects = ("minor_id", "guardian_id")
    natural = ("minor_id", "guardian_id")

    minor_id: Mapped[UUID] = ref("person")
    guardian_id: Mapped[UUID] = ref("person")
    kind: Mapped[GuardianKind] = code(GuardianKind, default=GuardianKind.PARENT)


class EmergencyContact(Row):
    """Whom to telephone."""

    __tablename__ = "emergency_contact"
    subjects = ("person_id",)

    person_id: Mapped[UUID] = ref("person")
    name: Mapped[str]
    relation: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Consent(Row):
    """An agreement by purpose with its date; withdrawn is a fact with a date too (REQ-4-09)."""

    __tablename__ = "consent"
    subjects = ("person_id",)
    natural = ("person_id", "purpose", "given_on")

    person_id: Mapped[UUID] = ref("person")
    purpose: Mapped[ConsentPurpose] = code(ConsentPurpose)
    given_on: Mapped[date]
    form: Mapped[ConsentForm] = code(ConsentForm, default=ConsentForm.SIGNED)
    text_version: Mapped[str] = mapped_column(default="")
    withdrawn_on: Mapped[date | None]


class HealthNote(Row):
    """A health fact, apart from everything else, with its consent and an end date (REQ-4-08, REQ-2-08).

    Never in the search, never on a list; old values expire from the journal as the note does.
    """

    __tablename__ = "health_note"
    subjects = ("person_id",)
    sensitive = ("text", "subject")

    person_id: Mapped[UUID] = ref("person")
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    kind: Mapped[HealthKind] = code(HealthKind)
    subject: Mapped[str] = mapped_column(default="")
    """What it is about in one word a rule can read: `cat`, `dog`, `vegetarian`, `nut`."""
    text: Mapped[str] = mapped_column(default="")
    severe: Mapped[bool] = mapped_column(default=False)
    consent_id: Mapped[UUID | None] = ref("consent", null=True)
    share_with_host: Mapped[bool] = mapped_column(default=False)
    expires_on: Mapped[date | None]


class SourceKey(Row):
    """Under which id a person, household or organisation stood in the list it came from (decision 40)."""

    __tablename__ = "source_key"
    __table_args__ = (Index("ix_source_key_source", "source", "source_id"),)
    subjects = ("person_id",)

    source: Mapped[str]
    source_id: Mapped[str]
    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
