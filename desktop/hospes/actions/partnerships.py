# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings of every kind between any number of parties: adding, changing, their texts (domain 1.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit, known_fields
from hospes.actions.own import own_association
from hospes.actions.territories import new_territory
from hospes.domain.codes_twinning import (
    LinkKind,
    PartnershipLevel,
    PartnershipStatus,
    PartnershipType,
    TerritoryKind,
)
from hospes.domain.codes_visit import TargetGroup
from hospes.domain.errors import FieldProblem, FormProblems
from hospes.domain.values import RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipParty,
    PartnershipTargetGroup,
    PartnershipText,
)
from hospes.store.tables.towns import Territory
from hospes.store.writer import Writer


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party: a territory, an organisation, or a place that is new here."""

    territory_id: UUID | None = None
    organisation_id: UUID | None = None
    name: str = ""
    country: str = ""
    kind: TerritoryKind | None = None
    """None: what the level of the twinning says."""
    is_ours: bool | None = None
    """None: ours where it is our town or lies there."""


@dataclass(frozen=True)
class AddPartnership(Action):
    """A new twinning between two or more parties. Gives its id."""

    code: ClassVar[str] = "twinning-add"
    label: ClassVar[str] = N_("Add the twinning {partnership}")

    parties: tuple[NewParty, ...]
    type: PartnershipType = PartnershipType.TWINNING
    level: PartnershipLevel = PartnershipLevel.TOWN
    status: PartnershipStatus = PartnershipStatus.ACTIVE
    since: RoughDate | None = None
    parent_id: UUID | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    link_kind: LinkKind | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it. Raises FormProblems where there are no two different parties."""
        if len(self.parties) < 2:
            raise FormProblems((FieldProblem("parties", "A twinning needs two parties or more."),))
        if self.parent_id is not None:
            w.must(Partnership, self.parent_id)
        row = w.create(
            Partnership,
            owner_id=own_association(w).id,
            type=self.type,
            level=self.level,
            status=self.status,
            since=self.since,
            parent_id=self.parent_id,
            link_kind=self.link_kind,
        )
        for party in self.parties:
            add_party(w, row, party)
        for language, title in self.titles.items():
            if title.strip():
                keys = {"partnership_id": row.id, "language": normal_code(language)}
                w.put(PartnershipText, keys, title=" ".join(title.split()))
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The new one."""
        return {"partnership": result}


def add_party(w: Writer, bond: Partnership, new: NewParty) -> PartnershipParty:
    """Put a party in. Raises FieldProblem where it is in already, or nothing says who it is."""
    territory, organisation = new.territory_id, new.organisation_id
    if territory is None and organisation is None:
        territory = new_territory(w, new.name, new.country, new.kind or bond.level.place).id
    w.flush()
    p = PartnershipParty
    rows = w.scalars(select(p).where(p.partnership_id == bond.id)).all()
    if any(
        (row.territory_id, row.organisation_id) == (territory, organisation) and row.last is None
        for row in rows
    ):
        raise FieldProblem("parties", "This party is already in. Choose another one.")
    ours = new.is_ours
    if ours is None:
        ours = _is_ours(w, territory, organisation)
    last = w.scalar(select(func.max(p.position)).where(p.partnership_id == bond.id))
    return w.create(
        PartnershipParty,
        partnership_id=bond.id,
        territory_id=territory,
        organisation_id=organisation,
        is_ours=ours,
        position=0 if last is None else last + 1,
    )


def _is_ours(w: Writer, territory: UUID | None, organisation: UUID | None) -> bool:
    if organisation is not None:
        row = w.must(Organisation, organisation)
        if row.is_own:
            return True
        territory = row.territory_id
    return territory is not None and w.must(Territory, territory).is_home


@dataclass(frozen=True)
class EditPartnership(Edit):
    """Change kind, level, status, beginning and end of a twinning, or what it belongs to."""

    code: ClassVar[str] = "twinning-edit"
    label: ClassVar[str] = N_("Change the twinning {partnership}")
    table: ClassVar[type[Row]] = Partnership
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "type",
            "level",
            "status",
            "since",
            "until",
            "parent_id",
            "source",
            "as_of",
            "link_kind",
            "last_exchange",
        }
    )
    ref: ClassVar[str] = "partnership"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """It does not end before it begins, and belongs to nothing that belongs to it."""
        assert isinstance(row, Partnership)
        since = self.values.get("since", row.since)
        until = self.values.get("until", row.until)
        if isinstance(since, RoughDate) and isinstance(until, RoughDate) and until.last < since.first:
            raise FieldProblem(
                "until" if "until" in self.values else "since", "The end lies before the beginning."
            )
        told = self.values.get("last_exchange")
        if isinstance(told, RoughDate) and told.first > w.today:
            raise FieldProblem("last_exchange", "This day is still to come.")
        parent = self.values.get("parent_id")
        while isinstance(parent, UUID):
            if parent == row.id:
                raise FieldProblem("parent_id", "A twinning cannot belong to itself.")
            parent = w.must(Partnership, parent).parent_id
        return self.values


@dataclass(frozen=True)
class SetPartnershipTexts(Action):
    """Texts of a twinning in one language: title, aims, story, shared heritage. Others stay as they are."""

    code: ClassVar[str] = "twinning-texts"
    label: ClassVar[str] = N_("Write the texts of {partnership}")
    fields: ClassVar[frozenset[str]] = frozenset({"title", "aims", "story", "shared_heritage", "note"})

    id: UUID
    language: str
    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> None:
        """Keep them."""
        known_fields(self.values, self.fields)
        w.must(Partnership, self.id)
        keys = {"partnership_id": self.id, "language": normal_code(self.language)}
        values = {name: text.strip() for name, text in self.values.items()}
        if "title" in values:
            values["title"] = " ".join(values["title"].split())
        w.put(PartnershipText, keys, **values)

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": self.id}


@dataclass(frozen=True)
class SetPartnershipTargetGroups(Action):
    """Whom a twinning is for, in place of whom it was for (S18)."""

    code: ClassVar[str] = "twinning-target-groups"
    label: ClassVar[str] = N_("Say whom {partnership} is for")

    id: UUID
    groups: tuple[TargetGroup, ...]

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Partnership, self.id)
        wanted = set(self.groups)
        query = select(PartnershipTargetGroup).where(PartnershipTargetGroup.partnership_id == self.id)
        for row in w.scalars(query).all():
            if row.target_group in wanted:
                wanted.discard(row.target_group)
            else:
                w.delete(row)
        for group in sorted(wanted):
            w.create(PartnershipTargetGroup, partnership_id=self.id, target_group=group)

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": self.id}
