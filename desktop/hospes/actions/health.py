# SPDX-License-Identifier: GPL-3.0-or-later
"""Health notes: apart from everything else, with a last day, never searched or listed (REQ-4-08)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import DeleteFact, EditFact
from hospes.domain.codes import HealthKind
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.people import HealthNote, Person
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddHealthNote(Action):
    """A health fact that is needed for visits; gives its id. `subject` is a word rules can read (`cat`)."""

    code: ClassVar[str] = "health-add"
    label: ClassVar[str] = N_("Health note of {person}")

    person_id: UUID
    kind: HealthKind
    text: str = ""
    subject: str = ""
    severe: bool = False
    share_with_host: bool = False
    consent_id: UUID | None = None
    expires_on: date | None = None
    visit_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it. Raises FieldProblem where it says nothing."""
        w.must(Person, self.person_id)
        if not self.text.strip() and not self.subject.strip():
            raise FieldProblem("text", "The note is empty.")
        row = w.create(
            HealthNote,
            person_id=self.person_id,
            kind=self.kind,
            text=self.text.strip(),
            subject=self.subject.strip(),
            severe=self.severe,
            share_with_host=self.share_with_host,
            consent_id=self.consent_id,
            expires_on=self.expires_on,
            visit_id=self.visit_id,
        )
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"person": self.person_id}


@dataclass(frozen=True)
class EditHealthNote(EditFact):
    """Change a health note."""

    code: ClassVar[str] = "health-edit"
    label: ClassVar[str] = N_("Health note of {owner}")
    table: ClassVar[type[Row]] = HealthNote
    fields: ClassVar[frozenset[str]] = frozenset({
        "kind", "text", "subject", "severe", "share_with_host", "consent_id", "expires_on",
    })  # fmt: skip


@dataclass(frozen=True)
class DeleteHealthNote(DeleteFact):
    """Take a health note away."""

    code: ClassVar[str] = "health-delete"
    label: ClassVar[str] = N_("Delete a health note of {owner}")
    table: ClassVar[type[Row]] = HealthNote
