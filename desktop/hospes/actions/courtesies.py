# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down gifts, honours, thanks and speeches (S14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.own import own_association
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.writer import Writer

FIELDS = frozenset(
    {"kind", "what", "on", "person_id", "organisation_id", "other", "occasion", "visit_id", "note"}
)


@dataclass(frozen=True)
class KeepCourtesy(Action):
    """Write down one, or change it. Gives its id.

    Args:
        values: Fields of `Courtesy`; a new one needs `kind` and `what`, and for or from whom it is.
        id: The one that is changed.
    """

    code: ClassVar[str] = "courtesy-keep"
    label: ClassVar[str] = N_("Write in the protocol book")

    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        if unknown := self.values.keys() - FIELDS:
            raise ValueError(f"no fields of a courtesy: {sorted(unknown)}")
        values = {
            name: " ".join(value.split()) if isinstance(value, str) and name != "note" else value
            for name, value in self.values.items()
        }
        if self.id is None:
            row = w.create(Courtesy, owner_id=own_association(w).id, kind=values["kind"], what="")
        else:
            row = w.must(Courtesy, self.id)
        for name, value in values.items():
            setattr(row, name, value)
        if not row.what:
            raise FieldProblem("what", "Say what it is.")
        if row.person_id is not None:
            w.must(Person, row.person_id)
        if row.organisation_id is not None:
            w.must(Organisation, row.organisation_id)
        if row.person_id is None and row.organisation_id is None and not row.other:
            raise FieldProblem("whom", "Say for whom or from whom it is.")
        if row.on is not None and row.on.year < 1900:
            raise FieldProblem("on", "This is not a day.")
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The entry."""
        return {"entry": result}


@dataclass(frozen=True)
class DropCourtesy(Action):
    """Take some out of the protocol book."""

    code: ClassVar[str] = "courtesy-drop"
    label: ClassVar[str] = N_("Take an entry out of the protocol book")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(Courtesy, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing."""
        return {}
