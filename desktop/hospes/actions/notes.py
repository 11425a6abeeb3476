# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes and logged conversations on a person, household, organisation, visit or twinning."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import DeleteFact, EditFact
from hospes.domain.codes import NoteKind
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.notes import Note
from hospes.store.writer import Writer

NoteOwner = Literal["person", "household", "organisation", "visit", "partnership"]


@dataclass(frozen=True)
class AddNote(Action):
    """Write a note on something. Gives the note's id."""

    code: ClassVar[str] = "note-add"
    label: ClassVar[str] = N_("Write a note on {owner}")

    owner: NoteOwner
    owner_id: UUID
    text: str
    kind: NoteKind = NoteKind.NOTE
    on: date | None = None
    follow_up_on: date | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it, dated today unless said otherwise."""
        text = _text(self.text)
        owner = {f"{self.owner}_id": self.owner_id}
        note = w.create(
            Note, **owner, text=text, kind=self.kind, on=self.on or w.today, follow_up_on=self.follow_up_on
        )
        return note.id

    def refs(self, result: object) -> dict[str, object]:
        """Whom it is about."""
        return {"owner": self.owner_id, self.owner: self.owner_id}


@dataclass(frozen=True)
class EditNote(EditFact):
    """Change a note."""

    code: ClassVar[str] = "note-edit"
    label: ClassVar[str] = N_("Change a note on {owner}")
    table: ClassVar[type[Row]] = Note
    fields: ClassVar[frozenset[str]] = frozenset({"text", "kind", "on", "follow_up_on"})

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """A note needs a text."""
        values = dict(self.values)
        if "text" in values:
            values["text"] = _text(str(values["text"]))
        return values


@dataclass(frozen=True)
class DeleteNote(DeleteFact):
    """Take a note away."""

    code: ClassVar[str] = "note-delete"
    label: ClassVar[str] = N_("Delete a note on {owner}")
    table: ClassVar[type[Row]] = Note


def _text(typed: str) -> str:
    text = typed.strip()
    if not text:
        raise FieldProblem("text", "The note is empty. Write something or delete it.")
    return text
