# SPDX-License-Identifier: GPL-3.0-or-later
"""What was published about the twinning work (S13), and works the association can cite (S22)."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.publications import PublicationKind
from hospes.domain.references import ReferenceKind
from hospes.domain.text_blocks import TextUse
from hospes.store.base import Row, code, ref


class Publication(Row):
    """Something published, with where it can be read; still to do while it has no day."""

    __tablename__ = "publication"

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[PublicationKind] = code(PublicationKind)
    title: Mapped[str]
    medium: Mapped[str] = mapped_column(default="")
    """The newspaper, the website, the hall."""
    on: Mapped[date | None]
    link: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    document_id: Mapped[UUID | None] = ref("document", null=True)
    """The page or picture kept in the file."""
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    event_id: Mapped[UUID | None] = ref("event", null=True)
    partnership_id: Mapped[UUID | None] = ref("partnership", null=True)
    project_id: Mapped[UUID | None] = ref("project", null=True)
    note: Mapped[str] = mapped_column(default="")


class Reference(Row):
    """A work that can be cited in applications and reports."""

    __tablename__ = "reference"

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[ReferenceKind] = code(ReferenceKind)
    authors: Mapped[str] = mapped_column(default="")
    """Separated by semicolons, each as `Keller, Eileen` or the name of an organisation."""
    title: Mapped[str]
    year: Mapped[int | None]
    container: Mapped[str] = mapped_column(default="")
    """The journal with volume and number, or the book it is a part of."""
    publisher: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    pages: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    isbn: Mapped[str] = mapped_column(default="")
    issn: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    """What it is good for."""
    shipped: Mapped[str] = mapped_column(default="")
    """Its code in the starter list, so that it is not brought in twice."""


class ReferenceTheme(Row):
    """A theme a work is about."""

    __tablename__ = "reference_theme"
    __table_args__ = (UniqueConstraint("reference_id", "theme_id"),)
    natural = ("reference_id", "theme_id")

    reference_id: Mapped[UUID] = ref("reference")
    theme_id: Mapped[UUID] = ref("theme")


class TextBlock(Row):
    """A text in one language that is used again in applications, speeches, letters (S32)."""

    __tablename__ = "text_block"

    owner_id: Mapped[UUID] = ref("organisation")
    use: Mapped[TextUse] = code(TextUse)
    language: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    shipped: Mapped[str] = mapped_column(default="")
    """Its code in the starter list, so that it is not brought in twice."""
