# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents and photos of a visit, and the bytes of one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from hospes.domain.codes import DocumentKind
from hospes.domain.errors import UserError
from hospes.store.selections import pick
from hospes.store.tables.events import Blob, Document

MUCH = 150 * 1024 * 1024
"""Bytes of all documents together from which on a warning is due (decision 10)."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document on the list."""

    id: UUID
    name: str
    kind: DocumentKind
    on: date | None
    language: str
    confidential: bool
    media_type: str
    size: int
    version: int

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown."""
        return self.media_type.startswith("image/")


def visit_documents(connection: Connection, visit_id: UUID) -> list[DocumentRow]:
    """Documents of a visit that are not in the bin, the newest first."""
    return _documents(connection, Document.visit_id == visit_id)


def twinning_documents(connection: Connection, partnership_id: UUID) -> list[DocumentRow]:
    """Documents of a twinning that are not in the bin, the newest first."""
    return _documents(connection, Document.partnership_id == partnership_id)


def _documents(connection: Connection, whose: ColumnElement[bool]) -> list[DocumentRow]:
    d, b = Document, Blob
    # A document brought over without its content has no bytes.
    media, size = func.coalesce(b.media_type, ""), func.coalesce(b.size, 0)
    query = (
        pick(d.id, d.name, d.kind, d.on, d.language, d.confidential, media, size, d.version)
        .join(b, b.sha256 == d.blob_sha, isouter=True)
        .where(whose, d.binned_at.is_(None))
        .order_by(d.on.desc(), d.name, d.id)
    )
    return [DocumentRow(*row) for row in connection.execute(query)]


def document_bytes(connection: Connection, document_id: UUID) -> bytes:
    """What is in a document. Raises UserError where its content was never in this file."""
    query = (
        select(Blob.data).join(Document, Document.blob_sha == Blob.sha256).where(Document.id == document_id)
    )
    data = connection.execute(query).scalar()
    if data is None:
        raise UserError("The content of this document is not in the file.", code="document-without-content")
    return data
