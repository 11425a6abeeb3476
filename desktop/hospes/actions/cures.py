# SPDX-License-Identifier: GPL-3.0-or-later
"""What the machine can mend by itself when the records are checked; each is one step and can be undone."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.bin import PutInBin
from hospes.actions.editing import EditFact
from hospes.actions.reach import EditContactPoint
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.households import Address


@dataclass(frozen=True)
class MendPostcode(EditFact):
    """Write a postcode as the post of its country does."""

    code: ClassVar[str] = "postcode-mend"
    label: ClassVar[str] = N_("Write the postcode of {owner} properly")
    table: ClassVar[type[Row]] = Address
    fields: ClassVar[frozenset[str]] = frozenset({"postcode"})


def cure_of(code: str, row: UUID, value: str) -> Action | None:
    """The action that mends a finding of this code; None if only a person can."""
    if not value:
        return None
    if code == "odd-phone":
        return EditContactPoint(row, {"value": value})
    if code == "postcode-form":
        return MendPostcode(row, {"postcode": value})
    if code == "household-empty":
        return PutInBin("household", (row,))
    return None
