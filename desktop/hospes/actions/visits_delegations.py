# SPDX-License-Identifier: GPL-3.0-or-later
"""Delegations of a visit: any number, each of a town or an organisation (REQ-1-12)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.visits import NewDelegation, add_delegation
from hospes.domain.codes_visit import DelegationRole
from hospes.domain.countries import read_country, zone_of
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.removal import remove
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddDelegation(Action):
    """A further delegation: of a town or organisation there is, or of a town that is new here."""

    code: ClassVar[str] = "delegation-add"
    label: ClassVar[str] = N_("Add {party} to “{visit}”")

    visit_id: UUID
    role: DelegationRole
    territory_id: UUID | None = None
    organisation_id: UUID | None = None
    town: str = ""
    country: str = ""
    language: str = ""

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Add it. Gives its id and that of the town or organisation."""
        visit = w.must(Visit, self.visit_id)
        territory = self.territory_id
        if territory is None and self.organisation_id is None:
            territory = self._new_town(w)
        query = select(func.max(Delegation.position)).where(Delegation.visit_id == visit.id)
        last = w.scalar(query)
        new = NewDelegation(self.role, territory, self.organisation_id, self.language)
        row = add_delegation(w, visit, new, 0 if last is None else last + 1)
        whose = territory or self.organisation_id
        assert whose is not None
        return row.id, whose

    def _new_town(self, w: Writer) -> UUID:
        name = " ".join(self.town.split())
        if not name:
            raise FieldProblem("town", "Choose a town or an organisation, or write the name of a new town.")
        country = read_country(self.country)
        return w.create(Territory, name=name, country=country, zone=zone_of(country)).id

    def refs(self, result: object) -> dict[str, object]:
        """Whose it is, and the visit."""
        assert isinstance(result, tuple)
        return {"visit": self.visit_id, "party": result[1]}


@dataclass(frozen=True)
class EditDelegation(Edit):
    """Change what is known of a delegation."""

    code: ClassVar[str] = "delegation-edit"
    label: ClassVar[str] = N_("Change the delegation of {party} at “{visit}”")
    table: ClassVar[type[Row]] = Delegation
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "role",
            "language",
            "coordinator_id",
            "arrival_on",
            "arrival_at",
            "arrival_words",
            "departure_on",
            "departure_at",
            "departure_words",
        }
    )
    ref: ClassVar[str] = "delegation"

    def apply(self, w: Writer) -> object:
        """Check and assign. Gives the visit and whose delegation it is."""
        super().apply(w)
        row = w.must(Delegation, self.id)
        return row.visit_id, row.territory_id or row.organisation_id

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """Nobody leaves before they came."""
        assert isinstance(row, Delegation)
        values = dict(self.values)
        language = values.get("language")
        if isinstance(language, str):
            values["language"] = normal_code(language) if language.strip() else ""
        arrival = values.get("arrival_on", row.arrival_on)
        departure = values.get("departure_on", row.departure_on)
        if arrival is not None and departure is not None and departure < arrival:  # type: ignore[operator]  # days
            name = "departure_on" if "departure_on" in values else "arrival_on"
            raise FieldProblem(name, "They would leave before they came. Look at both days.")
        return values

    def refs(self, result: object) -> dict[str, object]:
        """Whose it is, and the visit."""
        assert isinstance(result, tuple)
        return {"visit": result[0], "party": result[1]}


@dataclass(frozen=True)
class RemoveDelegation(Action):
    """Take a delegation out of a visit. Refused while guests or hosts belong to it."""

    code: ClassVar[str] = "delegation-remove"
    label: ClassVar[str] = N_("Take {party} out of “{visit}”")

    id: UUID

    def apply(self, w: Writer) -> tuple[UUID, UUID | None]:
        """Take it out."""
        row = w.must(Delegation, self.id)
        people = len(w.scalars(select(Participation.id).where(Participation.delegation_id == row.id)).all())
        if people:
            raise UserError(
                "{n} person belongs to this delegation. Take the person out first, or to another one.",
                many="{n} people belong to this delegation. Take them out first, or to another one.",
                code="delegation-has-people",
                n=people,
            )
        for offer in w.scalars(select(HostOffer).where(HostOffer.delegation_id == row.id)).all():
            offer.delegation_id = None
        visit, whose = row.visit_id, row.territory_id or row.organisation_id
        remove(w, Delegation, row.id)
        return visit, whose

    def refs(self, result: object) -> dict[str, object]:
        """Whose it was, and the visit."""
        assert isinstance(result, tuple)
        return {"visit": result[0], "party": result[1]}
