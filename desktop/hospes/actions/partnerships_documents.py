# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures and papers kept with a twinning: photos of the signing, press, letters (decision 10)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.documents import NewDocument, keep_document
from hospes.domain.errors import UserError
from hospes.i18n.marks import NN_
from hospes.store.tables.partnerships import Partnership
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddTwinningDocuments(Action):
    """Keep files with a twinning, all in one step. Gives the ids of the documents."""

    code: ClassVar[str] = "twinning-documents"
    label: ClassVar[str | tuple[str, str]] = NN_("Add {n} document", "Add {n} documents")

    partnership_id: UUID
    files: tuple[NewDocument, ...]

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Keep them."""
        if not self.files:
            raise UserError("Nothing is chosen.", code="nothing-chosen")
        bond = w.must(Partnership, self.partnership_id)
        return tuple(keep_document(w, bond.owner_id, file, partnership_id=bond.id).id for file in self.files)

    def refs(self, result: object) -> dict[str, object]:
        """How many, and where."""
        return {"n": len(self.files), "partnership": self.partnership_id}
