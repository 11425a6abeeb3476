# SPDX-License-Identifier: GPL-3.0-or-later
"""Associations under one umbrella, in one file: another one, and one that is put away (S6, REQ-1-04).

What an association says about itself is changed by `EditAssociation`, as for a file with only one.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.association import starter_classes
from hospes.actions.own import umbrella_of
from hospes.domain.codes import OrganisationKind, Sector, SeriesKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_
from hospes.store.tables.members import NumberSeries
from hospes.store.tables.organisations import Organisation
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddAssociation(Action):
    """Another association under the umbrella, with its own numbers and classes. Gives its id.

    Town, currency, language and beginning of the year are those of the umbrella until they are changed.
    """

    code: ClassVar[str] = "association-add"
    label: ClassVar[str] = N_("Add the association {organisation}")

    name: str
    short_name: str = ""

    def apply(self, w: Writer) -> UUID:
        """Add it. Raises FieldProblem for an empty name or one that another association has."""
        name = " ".join(self.name.split())
        if not name:
            raise FieldProblem("name", "The association needs a name.")
        top = umbrella_of(w)
        o = Organisation
        others = w.scalars(select(o.name).where(o.is_own.is_(True), o.binned_at.is_(None))).all()
        if any(fold(other) == fold(name) for other in others):
            raise FieldProblem("name", "There is an association of this name already.")
        own = w.create(
            Organisation,
            name=name,
            short_name=" ".join(self.short_name.split()),
            is_own=True,
            kind=OrganisationKind.OWN,
            sector=Sector.CIVIL,
            parent_id=top.id,
            territory_id=top.territory_id,
            preferred_language=top.preferred_language,
            currency=top.currency,
            year_start=top.year_start,
        )
        w.create(NumberSeries, owner_id=own.id, kind=SeriesKind.MEMBER)
        starter_classes(w, own, own.preferred_language or "en")
        return own.id

    def refs(self, result: object) -> dict[str, object]:
        """The new one."""
        return {"organisation": result}


@dataclass(frozen=True)
class PutAssociationAway(Action):
    """Put an association under the umbrella into the bin; its members and figures are not shown till then."""

    code: ClassVar[str] = "association-bin"
    label: ClassVar[str] = N_("Put the association {organisation} in the bin")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Put it away. Raises UserError for the umbrella itself."""
        row = w.must(Organisation, self.id)
        if not row.is_own or row.id == umbrella_of(w).id:
            raise UserError("The umbrella itself stays: the others stand under it.", code="umbrella-stays")
        row.binned_at = w.today

    def refs(self, result: object) -> dict[str, object]:
        """Which."""
        return {"organisation": self.id}
