# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping the works an association can cite (S22)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import known_fields
from hospes.actions.own import own_association
from hospes.actions.starters import not_there
from hospes.domain.emails import read_website
from hospes.domain.errors import FieldProblem, Message
from hospes.domain.references import ReferenceKind, Shipped, authors_of, tidy_isbn, tidy_issn
from hospes.i18n.marks import N_
from hospes.store.tables.partnerships import Theme
from hospes.store.tables.publications import Reference, ReferenceTheme
from hospes.store.writer import Writer

FIELDS = frozenset(
    {
        "kind", "authors", "title", "year", "container", "publisher", "place", "pages", "url", "isbn", "issn",
        "language", "note",
    }
)  # fmt: skip
EARLIEST, LATEST = 1400, 2200


@dataclass(frozen=True)
class KeepReference(Action):
    """Keep a work, or change it. Gives its id.

    Args:
        values: Fields of `Reference`; a new one needs `kind` and `title`.
        themes: What it is about; None leaves that as it is.
        id: The one that is changed.
    """

    code: ClassVar[str] = "reference-keep"
    label: ClassVar[str] = N_("Write down a work to cite")

    values: Mapping[str, object]
    themes: tuple[UUID, ...] | None = None
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, FIELDS)
        row = (
            w.create(Reference, owner_id=own_association(w).id, kind=self.values["kind"], title="")
            if self.id is None
            else w.must(Reference, self.id)
        )
        for name, value in self.values.items():
            setattr(row, name, _tidy(name, value) if isinstance(value, str) else value)
        row.authors = "; ".join(authors_of(row.authors))
        if not row.title:
            raise FieldProblem("title", "Say what it is called.")
        if row.year is not None and not EARLIEST <= row.year <= LATEST:
            raise FieldProblem("year", "This is not a year.")
        if self.themes is not None:
            self._set_themes(w, row.id)
        return row.id

    def _set_themes(self, w: Writer, reference: UUID) -> None:
        wanted = dict.fromkeys(self.themes or ())
        there = w.scalars(select(ReferenceTheme).where(ReferenceTheme.reference_id == reference))
        for one in there.all():
            if one.theme_id in wanted:
                del wanted[one.theme_id]
            else:
                w.delete(one)
        for theme in wanted:
            w.must(Theme, theme)
            w.create(ReferenceTheme, reference_id=reference, theme_id=theme)

    def refs(self, result: object) -> dict[str, object]:
        """The work."""
        return {"reference": result}


def _tidy(name: str, text: str) -> object:
    if name == "url":
        return read_website(text, "url") if text.strip() else ""
    if name == "isbn":
        return tidy_isbn(text)
    if name == "issn":
        return tidy_issn(text)
    return text.strip() if name == "note" else " ".join(text.split())


@dataclass(frozen=True)
class DropReferences(Action):
    """Take works out of the library."""

    code: ClassVar[str] = "reference-drop"
    label: ClassVar[str] = N_("Take out a work to cite")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them, with their themes."""
        links = select(ReferenceTheme).where(ReferenceTheme.reference_id.in_(self.ids))
        for link in w.scalars(links).all():
            w.delete(link)
        for one in self.ids:
            w.delete(w.must(Reference, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}


@dataclass(frozen=True)
class TakeStarterReferences(Action):
    """Bring in the works Hospes knows that are not there yet. Gives how many came.

    Args:
        works: The starter list.
        language: Of the notes that say what they are good for.
    """

    code: ClassVar[str] = "reference-starter"
    label: ClassVar[str] = N_("Bring in the starter list of works")

    works: tuple[Shipped, ...]
    language: str

    def apply(self, w: Writer) -> int:
        """Create them. Raises UserError where all are there."""
        refused = Message("All works of the starter list are in the library already.")
        missing = not_there(w, Reference, self.works, refused)
        owner = own_association(w).id
        for one in missing:
            w.create(
                Reference, owner_id=owner, kind=ReferenceKind(one.kind), authors=one.authors, title=one.title,
                year=one.year, container=one.container, publisher=one.publisher, place=one.place,
                pages=one.pages, url=one.url, isbn=one.isbn, issn=one.issn, language=one.language,
                note=one.note(self.language), shipped=one.code,
            )  # fmt: skip
        return len(missing)

    def refs(self, result: object) -> dict[str, object]:
        """Nothing that could be named."""
        return {}
