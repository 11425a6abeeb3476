# SPDX-License-Identifier: GPL-3.0-or-later
"""Yearly figures of other associations: brought in, replaced by newer ones, taken out."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.domain.network_figures import IncomingFigures
from hospes.i18n.marks import NN_
from hospes.store.tables.directory import NetworkFigures
from hospes.store.writer import Writer


@dataclass(frozen=True)
class BringInFigures(Action):
    """Figures of associations; those of the same one and year take the place of the old ones."""

    code: ClassVar[str] = "bring-in-figures"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Bring in the figures of {n} association", "Bring in the figures of {n} associations"
    )

    figures: tuple[IncomingFigures, ...]

    def apply(self, w: Writer) -> int:
        """Write them. Gives how many."""
        for one in self.figures:
            w.put(
                NetworkFigures,
                {"sender": one.sender, "year": one.year},
                country=one.country,
                region=one.region,
                size=one.size,
                made_on=one.made_on,
                least=one.least,
                figures=dict(one.figures),
            )
        return len(self.figures)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.figures)}


@dataclass(frozen=True)
class DeleteFigures(Action):
    """Figures that should not be there."""

    code: ClassVar[str] = "delete-figures"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Delete the figures of {n} association", "Delete the figures of {n} associations"
    )

    rows: tuple[UUID, ...]

    def apply(self, w: Writer) -> int:
        """Delete them. Gives how many were there."""
        found = [row for ref in self.rows if (row := w.get(NetworkFigures, ref)) is not None]
        for row in found:
            w.delete(row)
        return len(found)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}
