# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in a twinning, from when to when; and the groups it is part of: triangles, rings (S24)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import EditFact
from hospes.actions.own import own_association
from hospes.actions.partnerships import NewParty, add_party
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipGroup,
    PartnershipGroupMember,
    PartnershipParty,
)
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddParty(Action):
    """A further party. Gives its id and that of the territory or organisation."""

    code: ClassVar[str] = "twinning-party-add"
    label: ClassVar[str] = N_("Add {party} to {partnership}")

    partnership_id: UUID
    party: NewParty

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Add it."""
        row = add_party(w, w.must(Partnership, self.partnership_id), self.party)
        whose = row.territory_id or row.organisation_id
        assert whose is not None
        return row.id, whose

    def refs(self, result: object) -> dict[str, object]:
        """Who, and where."""
        assert isinstance(result, tuple)
        return {"partnership": self.partnership_id, "party": result[1]}


@dataclass(frozen=True)
class EditParty(EditFact):
    """Change whose side a party is on, or from when to when it took part."""

    code: ClassVar[str] = "twinning-party-edit"
    label: ClassVar[str] = N_("Change a party of {owner}")
    table: ClassVar[type[Row]] = PartnershipParty
    fields: ClassVar[frozenset[str]] = frozenset({"is_ours", "first", "last", "position"})


@dataclass(frozen=True)
class RemoveParty(Action):
    """Take out a party that was entered by mistake; one that left gets its last day instead.

    Gives the twinning and the territory or organisation.
    """

    code: ClassVar[str] = "twinning-party-remove"
    label: ClassVar[str] = N_("Take {party} out of {partnership}")

    id: UUID

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Take it out. Raises UserError where fewer than two would be left."""
        row = w.must(PartnershipParty, self.id)
        query = select(PartnershipParty.id).where(PartnershipParty.partnership_id == row.partnership_id)
        if len(w.scalars(query).all()) <= 2:
            raise UserError("A twinning needs two parties. Add the right one first.", code="two-parties")
        whose = row.territory_id or row.organisation_id
        assert whose is not None
        w.delete(row)
        return row.partnership_id, whose

    def refs(self, result: object) -> dict[str, object]:
        """Who, and of which."""
        assert isinstance(result, tuple)
        return {"partnership": result[0], "party": result[1]}


@dataclass(frozen=True)
class JoinGroup(Action):
    """Put a twinning into a group there is, or into a new one. Gives the group's id."""

    code: ClassVar[str] = "twinning-group-join"
    label: ClassVar[str] = N_("Put {partnership} into the group {group}")

    partnership_id: UUID
    group_id: UUID | None = None
    name: str = ""

    def apply(self, w: Writer) -> UUID:
        """Put it in."""
        w.must(Partnership, self.partnership_id)
        group = self.group_id
        if group is None:
            name = _name(self.name)
            group = w.create(PartnershipGroup, owner_id=own_association(w).id, name=name).id
        keys = {"group_id": group, "partnership_id": self.partnership_id}
        if w.get(PartnershipGroupMember, w.key_for(PartnershipGroupMember, keys)) is None:
            w.create(PartnershipGroupMember, **keys)
        return group

    def refs(self, result: object) -> dict[str, object]:
        """Which, and the group."""
        return {"partnership": self.partnership_id, "group": result}


@dataclass(frozen=True)
class LeaveGroup(Action):
    """Take a twinning out of a group; an empty group goes."""

    code: ClassVar[str] = "twinning-group-leave"
    label: ClassVar[str] = N_("Take {partnership} out of the group {group}")

    partnership_id: UUID
    group_id: UUID

    def apply(self, w: Writer) -> None:
        """Take it out."""
        keys = {"group_id": self.group_id, "partnership_id": self.partnership_id}
        w.delete(w.must(PartnershipGroupMember, w.key_for(PartnershipGroupMember, keys)))
        w.flush()
        m = PartnershipGroupMember
        if w.scalars(select(m.id).where(m.group_id == self.group_id).limit(1)).first() is None:
            w.delete(w.must(PartnershipGroup, self.group_id))

    def refs(self, result: object) -> dict[str, object]:
        """Which, and the group."""
        return {"partnership": self.partnership_id, "group": self.group_id}


@dataclass(frozen=True)
class RenameGroup(Action):
    """Give a group of twinnings another name."""

    code: ClassVar[str] = "twinning-group-rename"
    label: ClassVar[str] = N_("Rename the group {group}")

    id: UUID
    name: str

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(PartnershipGroup, self.id).name = _name(self.name)

    def refs(self, result: object) -> dict[str, object]:
        """The group."""
        return {"group": self.id}


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise FieldProblem("name", "The group needs a name.")
    return name
