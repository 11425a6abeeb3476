# SPDX-License-Identifier: GPL-3.0-or-later
"""Erasing for good: people, and answers that may not be kept any longer. Undo does not bring it back."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.store import erasing
from hospes.store.codec import journalled
from hospes.store.erasing import Listed
from hospes.store.tables.people import Person
from hospes.store.writer import Writer


@dataclass(frozen=True)
class EraseForGood(Action):
    """Erase people and rows from the records, the journal, the search and all that stands beside them.

    Only through `App.erase`, which also cleans the file's free pages and the backups. Gives how many.
    """

    code: ClassVar[str] = "erase"
    label: ClassVar[str] = N_("Erase for good")
    quiet: ClassVar[bool] = True

    wanted: tuple[Listed, ...]

    def apply(self, w: Writer) -> int:
        """Erase, and tell the journal which rows are gone; it keeps no value of them."""
        if not self.wanted:
            raise UserError("Nothing is chosen.", code="nothing-chosen")
        w.flush()
        done = erasing.erase(w.connection(), self.wanted, w.today)
        classes = journalled()
        for table, key in done.gone:
            w.recorder.deleted(classes[table], {"id": UUID(hex=key)}, {})
        for one in self.wanted:
            cls, row = classes.get(one.what, Person), {"id": UUID(hex=one.ref)}
            if one.part or (one.what == erasing.PERSON and erasing.is_there(w.connection(), one.ref)):
                w.recorder.updated(cls, row, row, {"version": [None, 0]})
            elif (cls.__tablename__, row["id"]) not in w.recorder.records:
                w.recorder.deleted(cls, row, {})
        return len(self.wanted)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.wanted)}
