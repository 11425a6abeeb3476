# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down venues and what somebody finds there who cannot climb steps or hears badly (S35)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import assign, in_one_line, known_fields
from hospes.domain.errors import FieldProblem
from hospes.domain.venues import Access
from hospes.i18n.marks import N_
from hospes.store.tables.venues import Venue
from hospes.store.tables.visits import ProgrammeItem
from hospes.store.writer import Writer

FIELDS = frozenset({"name", "address", "note", *(one.value for one in Access)})


@dataclass(frozen=True)
class KeepVenue(Action):
    """Write down a venue, or change it. Gives its id.

    Args:
        values: Fields of `Venue`; a new one needs `name`.
        id: The one that is changed.
    """

    code: ClassVar[str] = "venue-keep"
    label: ClassVar[str] = N_("Write down a venue")

    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, FIELDS)
        row = w.create(Venue, name="") if self.id is None else w.must(Venue, self.id)
        assign(row, in_one_line(self.values))
        if not row.name:
            raise FieldProblem("name", "Say what it is called.")
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The venue."""
        return {"venue": result}


@dataclass(frozen=True)
class DropVenues(Action):
    """Take venues out; what is on there stays in the programmes."""

    code: ClassVar[str] = "venue-drop"
    label: ClassVar[str] = N_("Take out a venue")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for item in w.scalars(select(ProgrammeItem).where(ProgrammeItem.venue_id.in_(self.ids))).all():
            item.venue_id = None
        for one in self.ids:
            w.delete(w.must(Venue, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}
