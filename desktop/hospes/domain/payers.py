# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever owes and pays: a person, a household, or an organisation; exactly one of them (decision 4)."""

from dataclasses import dataclass
from typing import Self
from uuid import UUID

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class PayerKind(Code):
    """What kind of payer it is."""

    PERSON = "person", N_("Person")
    HOUSEHOLD = "household", N_("Household")
    ORGANISATION = "organisation", N_("Organisation")


@dataclass(frozen=True, slots=True)
class Payer:
    """One who owes dues, pays them, or gets money back."""

    kind: PayerKind
    id: UUID

    @classmethod
    def of(cls, person: UUID | None, household: UUID | None, organisation: UUID | None) -> Self | None:
        """The payer of a row with these columns; None where all are empty."""
        if person is not None:
            return cls(PayerKind.PERSON, person)
        if household is not None:
            return cls(PayerKind.HOUSEHOLD, household)
        return cls(PayerKind.ORGANISATION, organisation) if organisation is not None else None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The payer of a text that `str` made; None for anything else."""
        kind, _, key = text.partition(":")
        try:
            return cls(PayerKind(kind), UUID(hex=key))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id.hex}"

    def columns(self) -> dict[str, UUID | None]:
        """The columns a row about this payer has."""
        found: dict[str, UUID | None] = {"person_id": None, "household_id": None, "organisation_id": None}
        found[f"{self.kind.value}_id"] = self.id
        return found
