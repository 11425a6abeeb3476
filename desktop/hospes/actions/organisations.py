# SPDX-License-Identifier: GPL-3.0-or-later
"""Organisations in both towns: adding and changing them."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.domain.codes import OrganisationKind, Sector
from hospes.domain.errors import FieldProblem
from hospes.domain.organisations import sector_of
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddOrganisation(Action):
    """Add an organisation. Gives its id; address, phones and offices follow by their own actions."""

    code: ClassVar[str] = "organisation-add"
    label: ClassVar[str] = N_("Add {organisation}")

    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    sector: Sector | None = None
    """None: the usual one of its kind."""
    territory_id: UUID | None = None
    parent_id: UUID | None = None
    preferred_language: str = ""

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        made = w.create(
            Organisation,
            name=_name(self.name),
            kind=self.kind,
            sector=self.sector or sector_of(self.kind),
            territory_id=self.territory_id,
            parent_id=self.parent_id,
            preferred_language=normal_code(self.preferred_language) if self.preferred_language else "",
        )
        return made.id

    def refs(self, result: object) -> dict[str, object]:
        """The new one."""
        return {"organisation": result}


@dataclass(frozen=True)
class EditOrganisation(Edit):
    """Change an organisation of somebody else; our own has `EditAssociation`."""

    code: ClassVar[str] = "organisation-edit"
    label: ClassVar[str] = N_("Edit {organisation}")
    table: ClassVar[type[Row]] = Organisation
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "name",
            "short_name",
            "kind",
            "sector",
            "territory_id",
            "parent_id",
            "preferred_language",
            "founded",
            "fields_of_work",
        }
    )
    ref: ClassVar[str] = "organisation"

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """A name is needed; an organisation is not part of itself."""
        values = dict(self.values)
        if "name" in values:
            values["name"] = _name(str(values["name"]))
        if values.get("parent_id") == row.id:
            raise FieldProblem("parent_id", "An organisation cannot be part of itself.")
        return values


@dataclass(frozen=True)
class NameOrganisation(Action):
    """The name an organisation has in another language; an empty name takes it away."""

    code: ClassVar[str] = "organisation-name"
    label: ClassVar[str] = N_("Translate the name of {organisation}")

    id: UUID
    language: str
    name: str

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(Organisation, self.id)
        keys = {"organisation_id": self.id, "language": normal_code(self.language)}
        if self.name.strip():
            w.put(OrganisationText, keys, name=self.name.strip())
            return
        row = w.get(OrganisationText, w.key_for(OrganisationText, keys))
        if row is not None:
            row.name = ""

    def refs(self, result: object) -> dict[str, object]:
        """Which."""
        return {"organisation": self.id}


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise FieldProblem("name", "The organisation needs a name.")
    return name
