# SPDX-License-Identifier: GPL-3.0-or-later
"""What was published about the twinning work, with what it belongs to (S13)."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.publications import BY_OTHERS, PublicationKind
from hospes.i18n.locale import Locale
from hospes.queries.names import names
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.events import Blob, Document
from hospes.store.tables.publications import Publication

KINDS = ("visit", "event", "partnership", "project")
"""What a publication can be about."""


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """One publication."""

    id: UUID
    kind: PublicationKind
    title: str
    medium: str
    on: date | None
    link: str
    language: str
    document_id: UUID | None
    visit_id: UUID | None
    event_id: UUID | None
    partnership_id: UUID | None
    project_id: UUID | None
    note: str
    document: str
    """Name of the document that is kept, unless it is confidential or in the bin."""
    media_type: str
    about: tuple[str, ...]
    """What it is about: visit, event, twinning, project."""

    @property
    def planned(self) -> bool:
        """Still to do."""
        return self.on is None

    @property
    def by_others(self) -> bool:
        """Whether others speak of us."""
        return self.kind in BY_OTHERS


def _row(row: Sequence[Any], about: tuple[str, ...]) -> PublicationRow:
    return PublicationRow(*(*row, about))


def publication_rows(
    connection: Connection, locale: Locale, ids: Collection[UUID] | None = None
) -> tuple[PublicationRow, ...]:
    """What is still to do first, then the latest first."""
    p, d, b = Publication, Document, Blob
    name, media = func.coalesce(d.name, ""), func.coalesce(b.media_type, "")
    query = (
        pick(
            p.id, p.kind, p.title, p.medium, p.on, p.link, p.language, p.document_id, p.visit_id, p.event_id,
            p.partnership_id, p.project_id, p.note, name, media,
        )
        .join(d, (d.id == p.document_id) & d.binned_at.is_(None) & d.confidential.is_(False), isouter=True)
        .join(b, b.sha256 == d.blob_sha, isouter=True)
        .where(owned(connection, p.owner_id))
    )  # fmt: skip
    rows = [row for row in connection.execute(query) if ids is None or row[0] in ids]
    named = names(connection, {key for row in rows for key in row[8:12] if key}, locale.code, KINDS)
    found = [_row(row, tuple(named[key].text for key in row[8:12] if key in named)) for row in rows]
    found.sort(key=lambda one: (one.on or date.min, one.id), reverse=True)
    return tuple(sorted(found, key=lambda one: not one.planned))


def published_in(connection: Connection, year: int, locale: Locale) -> tuple[PublicationRow, ...]:
    """What came out in a year, by day."""
    found = [one for one in publication_rows(connection, locale) if one.on and one.on.year == year]
    return tuple(sorted(found, key=lambda one: (one.on or date.min, one.id)))


def published_about(connection: Connection, project_id: UUID, locale: Locale) -> tuple[PublicationRow, ...]:
    """What was published about a project, by day; what is still to do is left out."""
    found = [one for one in publication_rows(connection, locale) if one.project_id == project_id and one.on]
    return tuple(sorted(found, key=lambda one: (one.on or date.min, one.id)))


def by_kind(rows: Sequence[PublicationRow]) -> list[tuple[PublicationKind, int]]:
    """How many of each kind, in the order of the kinds."""
    number = Counter(one.kind for one in rows)
    return [(kind, number[kind]) for kind in PublicationKind if number[kind]]


def written_about(connection: Connection, visit_id: UUID) -> int:
    """How many publications are about a visit."""
    query = select(func.count()).where(Publication.visit_id == visit_id)
    return connection.execute(query).scalar_one()


def documents_to_choose(connection: Connection) -> list[tuple[UUID, str]]:
    """Documents a publication can be kept as, the newest first."""
    d = Document
    query = (
        pick(d.id, d.name)
        .where(d.binned_at.is_(None), d.confidential.is_(False), owned(connection, d.owner_id))
        .order_by(d.on.desc(), d.name, d.id)
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


@dataclass(frozen=True, slots=True)
class Kept:
    """A document a new publication is begun from."""

    id: UUID
    name: str
    on: date | None
    visit_id: UUID | None
    event_id: UUID | None
    partnership_id: UUID | None


def kept_document(connection: Connection, document_id: UUID) -> Kept | None:
    """The document, unless it is confidential or in the bin."""
    d = Document
    query = pick(d.id, d.name, d.on, d.visit_id, d.event_id, d.partnership_id).where(
        d.id == document_id, d.binned_at.is_(None), d.confidential.is_(False)
    )
    row = connection.execute(query).first()
    return Kept(*row) if row is not None else None
