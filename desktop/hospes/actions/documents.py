# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents and photos kept in the file: adding, naming, and what they belong to (decision 10).

The bytes are kept once under their SHA-256, whatever refers to them. Taking a document away is the work of
the bin.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.domain.codes import DocumentKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row
from hospes.store.tables.events import Blob, Document
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A file to keep."""

    name: str
    media_type: str
    data: bytes
    kind: DocumentKind = DocumentKind.OTHER
    on: date | None = None


def keep_bytes(w: Writer, media_type: str, data: bytes) -> str:
    """Keep the bytes of a picture or document once; gives the SHA-256 under which they lie."""
    key = sha256(data).hexdigest()
    if w.get(Blob, key) is None:
        w.add(Blob(sha256=key, media_type=media_type, size=len(data), data=data))
    return key


def keep_document(w: Writer, owner: UUID, file: NewDocument, **belongs_to: UUID) -> Document:
    """Keep a file, its bytes once however often it is kept; `belongs_to` says with what (`visit_id=`)."""
    key = keep_bytes(w, file.media_type, file.data)
    return w.create(
        Document,
        owner_id=owner,
        kind=file.kind,
        name=file.name,
        on=file.on or w.today,
        blob_sha=key,
        **belongs_to,
    )


@dataclass(frozen=True)
class AddDocuments(Action):
    """Keep files with a visit, all in one step. Gives the ids of the documents."""

    code: ClassVar[str] = "documents-add"
    label: ClassVar[str | tuple[str, str]] = NN_("Add {n} document", "Add {n} documents")

    visit_id: UUID
    files: tuple[NewDocument, ...]

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Keep them."""
        if not self.files:
            raise UserError("Nothing is chosen.", code="nothing-chosen")
        owner = w.must(Visit, self.visit_id).owner_id
        made = [keep_document(w, owner, file, visit_id=self.visit_id).id for file in self.files]
        return tuple(made)

    def refs(self, result: object) -> dict[str, object]:
        """How many, and where."""
        return {"n": len(self.files), "visit": self.visit_id}


@dataclass(frozen=True)
class EditDocument(Edit):
    """Change a document's name, kind, day, language, or whether it is confidential."""

    code: ClassVar[str] = "document-edit"
    label: ClassVar[str] = N_("Edit the document {document}")
    table: ClassVar[type[Row]] = Document
    fields: ClassVar[frozenset[str]] = frozenset({"name", "kind", "on", "language", "confidential"})
    ref: ClassVar[str] = "document"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A document needs a name."""
        if "name" in self.values and not str(self.values["name"]).strip():
            raise FieldProblem("name", "A document needs a name.")
        return self.values
