# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down what was published about the twinning work (S13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import known_fields
from hospes.actions.own import own_association
from hospes.domain.emails import read_website
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.events import Document, Event
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.projects import Project
from hospes.store.tables.publications import Publication
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

BELONGS: Mapping[str, type[Row]] = {
    "document_id": Document,
    "visit_id": Visit,
    "event_id": Event,
    "partnership_id": Partnership,
    "project_id": Project,
}
FIELDS = BELONGS.keys() | {"kind", "title", "medium", "on", "link", "language", "note"}


@dataclass(frozen=True)
class KeepPublication(Action):
    """Write one down, or change it. Gives its id.

    Args:
        values: Fields of `Publication`; a new one needs `kind` and `title`.
        id: The one that is changed.
    """

    code: ClassVar[str] = "publication-keep"
    label: ClassVar[str] = N_("Write down a publication")

    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, FIELDS)
        row = (
            w.create(Publication, owner_id=own_association(w).id, kind=self.values["kind"], title="")
            if self.id is None
            else w.must(Publication, self.id)
        )
        for name, value in self.values.items():
            tidy = value.strip() if isinstance(value, str) else value
            if isinstance(tidy, str) and name == "link":
                tidy = read_website(tidy, "link") if tidy else ""
            elif isinstance(tidy, str) and name != "note":
                tidy = " ".join(tidy.split())
            setattr(row, name, tidy)
        if not row.title:
            raise FieldProblem("title", "Say what it is called.")
        if row.on is not None and row.on.year < 1900:
            raise FieldProblem("on", "This is not a day.")
        for name, table in BELONGS.items():
            if (key := getattr(row, name)) is not None:
                w.must(table, key)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The publication."""
        return {"publication": result}


@dataclass(frozen=True)
class DropPublications(Action):
    """Take publications out of the list; documents stay where they are kept."""

    code: ClassVar[str] = "publication-drop"
    label: ClassVar[str] = N_("Take out a publication")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(Publication, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}
