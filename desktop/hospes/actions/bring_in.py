# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in a list: hundreds or tens of thousands of people in one step that one Undo takes back.

What is to happen to each row was decided before (`hospes.transfer.plan`); here it is only written. Rows are
added in bulk, recorded like any others; people who were found again get what the file did not know, or what
somebody decided to take over.
"""

from dataclasses import dataclass
from typing import ClassVar

from hospes.actions import Action
from hospes.actions.bring_in_changes import ChangeKnown, change_known
from hospes.actions.bring_in_rows import NewRows
from hospes.actions.own import own_association
from hospes.domain.incoming import Incoming
from hospes.i18n.marks import NN_
from hospes.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Brought:
    """How many people were added, and how many of those known got something new."""

    new: int
    updated: int
    cancelled: int = 0


@dataclass(frozen=True)
class BringIn(Action):
    """Add people and organisations from a list, and complete those the file knows.

    `same_address`: people of one last name at one address become one household where the list names none.
    Raises UserError when somebody changed an entry since the list was compared with it.
    """

    code: ClassVar[str] = "bring-in"
    label: ClassVar[str | tuple[str, str]] = NN_("Bring in {n} person", "Bring in {n} people")

    add: tuple[Incoming, ...] = ()
    change: tuple[ChangeKnown, ...] = ()
    same_address: bool = False

    def apply(self, w: Writer) -> Brought:
        """Write everything."""
        own = own_association(w)
        rows = NewRows(w, own, same_address=self.same_address)
        rows.add(self.add)
        rows.write()
        for change in self.change:
            change_known(w, own, rows.names, change)
        return Brought(len(self.add), len(self.change))

    def refs(self, result: object) -> dict[str, object]:
        """The number of people, never their names."""
        return {"n": len(self.add) + len(self.change)}
