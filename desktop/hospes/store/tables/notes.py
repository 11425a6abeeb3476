# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes, tags and an association's own fields: what people add to any record."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import FieldKind, NoteKind
from hospes.store.base import Row, code, exactly_one, ref


class Note(Row):
    """A note or a logged conversation, with a day to come back to it."""

    __tablename__ = "note"
    __table_args__ = (
        exactly_one("person_id", "household_id", "organisation_id", "visit_id", "partnership_id"),
    )
    subjects = ("person_id",)

    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    kind: Mapped[NoteKind] = code(NoteKind, default=NoteKind.NOTE)
    on: Mapped[date]
    text: Mapped[str]
    follow_up_on: Mapped[date | None]


class Tag(Row):
    """A word people put on records; users' own, therefore data."""

    __tablename__ = "tag"
    __table_args__ = (UniqueConstraint("name"),)
    natural = ("name",)

    name: Mapped[str]


class TagLink(Row):
    """A tag on a record."""

    __tablename__ = "tag_link"
    __table_args__ = (exactly_one("person_id", "household_id", "organisation_id"),)
    subjects = ("person_id",)
    natural = ("tag_id", "person_id", "household_id", "organisation_id")

    tag_id: Mapped[UUID] = ref("tag")
    person_id: Mapped[UUID | None] = ref("person", null=True)
    household_id: Mapped[UUID | None] = ref("household", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)


class OwnField(Row):
    """A field the association added to people."""

    __tablename__ = "own_field"
    __table_args__ = (UniqueConstraint("name"),)

    name: Mapped[str]
    kind: Mapped[FieldKind] = code(FieldKind, default=FieldKind.TEXT)
    choices: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class OwnFieldText(Row):
    """The name of an own field in another language (decision 7)."""

    __tablename__ = "own_field_text"
    __table_args__ = (UniqueConstraint("own_field_id", "language"),)
    natural = ("own_field_id", "language")

    own_field_id: Mapped[UUID] = ref("own_field")
    language: Mapped[str]
    name: Mapped[str]


class OwnFieldValue(Row):
    """What a person has in an own field."""

    __tablename__ = "own_field_value"
    __table_args__ = (UniqueConstraint("own_field_id", "person_id"),)
    subjects = ("person_id",)
    natural = ("own_field_id", "person_id")

    own_field_id: Mapped[UUID] = ref("own_field")
    person_id: Mapped[UUID] = ref("person")
    value: Mapped[str]
