# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: entries that should not have been there rest in it, links and all (decision 12, design 6.2)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.store.removal import remove
from hospes.store.tables.events import Document, Event
from hospes.store.tables.households import Household
from hospes.store.tables.letters import Letter
from hospes.store.tables.members import Receipt
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.people import Person
from hospes.store.tables.projects import Project
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

Binnable = Person | Household | Organisation | Visit | Event | Document | Partnership | Letter | Project

BINNED: dict[str, type[Binnable]] = {
    "person": Person,
    "household": Household,
    "organisation": Organisation,
    "visit": Visit,
    "event": Event,
    "document": Document,
    "partnership": Partnership,
    "letter": Letter,
    "project": Project,
}
"""What can be put in the bin, by the name of its table."""


@dataclass(frozen=True)
class PutInBin(Action):
    """Put entries of one table into the bin."""

    code: ClassVar[str] = "bin-put"
    label: ClassVar[str] = N_("Put {first} in the bin")

    table: str
    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> int:
        """Mark them with the day; what hangs on them stays. Gives how many were not there yet."""
        if not self.ids:
            raise UserError("Nothing is chosen.", code="nothing-chosen")
        new = 0
        for row_id in self.ids:
            row = w.must(BINNED[self.table], row_id)
            if isinstance(row, Organisation) and row.is_own:
                raise UserError("Our own association cannot be put in the bin.", code="own-association")
            if row.binned_at is None:
                row.binned_at = w.today
                new += 1
        return new

    def refs(self, result: object) -> dict[str, object]:
        """The first of them, and how many."""
        return {"first": self.ids[0], self.table: self.ids[0], "n": len(self.ids)}


@dataclass(frozen=True)
class PutBack(Action):
    """Take entries out of the bin again, with everything they had."""

    code: ClassVar[str] = "bin-put-back"
    label: ClassVar[str] = N_("Put {first} back")

    table: str
    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> int:
        """Clear the mark. Gives how many were in the bin."""
        if not self.ids:
            raise UserError("Nothing is chosen.", code="nothing-chosen")
        back = 0
        for row_id in self.ids:
            row = w.must(BINNED[self.table], row_id)
            if isinstance(row, Person | Household) and row.erased_on is not None:
                raise UserError("This entry was erased for good; nothing of it can come back.", code="erased")
            if row.binned_at is not None:
                row.binned_at = None
                back += 1
        return back

    def refs(self, result: object) -> dict[str, object]:
        """The first of them, and how many."""
        return {"first": self.ids[0], self.table: self.ids[0], "n": len(self.ids)}


@dataclass(frozen=True, slots=True)
class Emptied:
    """How many entries are gone, and which stay because the law keeps their papers."""

    gone: int
    kept: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class EmptyBin(Action):
    """Delete what is in the bin, with everything that hangs on it; asked for in words before (design 6.2).

    Entries with receipts stay: the law keeps those papers with their names. Payments stay without a name.
    Gives `Emptied`.
    """

    code: ClassVar[str] = "bin-empty"
    label: ClassVar[str] = N_("Empty the bin")

    tables: tuple[str, ...] = tuple(BINNED)
    before: date | None = None
    """Only what was put in before this day."""

    def apply(self, w: Writer) -> Emptied:
        """Delete it."""
        gone, kept = 0, []
        for table in self.tables:
            cls = BINNED[table]
            query = select(cls.id).where(cls.binned_at.is_not(None))
            if issubclass(cls, Person | Household):
                query = query.where(cls.erased_on.is_(None))  # visits and books stand on these
            if issubclass(cls, Organisation):
                query = query.where(cls.is_own.is_(False))  # an association of ours carries its books
            if self.before is not None:
                query = query.where(cls.binned_at < self.before)
            for row_id in w.scalars(query.order_by(cls.id)).all():
                if table in {"person", "organisation"} and _has_receipts(w, table, row_id):
                    kept.append(row_id)
                    continue
                gone += remove(w, cls, row_id) > 0
                w.flush()
        return Emptied(gone, tuple(kept))

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        assert isinstance(result, Emptied)
        return {"n": result.gone}


def _has_receipts(w: Writer, table: str, row_id: UUID) -> bool:
    column = Receipt.person_id if table == "person" else Receipt.organisation_id
    return w.scalars(select(Receipt.id).where(column == row_id).limit(1)).first() is not None
