# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags on people and organisations, for one or for many at once."""

from dataclasses import dataclass
from typing import ClassVar, Literal
from uuid import UUID

from hospes.actions import Action
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.tables.notes import Tag, TagLink
from hospes.store.writer import Writer

TagOwner = Literal["person", "household", "organisation"]


@dataclass(frozen=True)
class AddTag(Action):
    """Put a tag on each of these. Gives on how many it was new."""

    code: ClassVar[str] = "tag-add"
    label: ClassVar[str] = N_("Put a tag on {n}")

    ids: tuple[UUID, ...]
    tag: str
    owner: TagOwner = "person"

    def apply(self, w: Writer) -> int:
        """Make the tag if it is new, and link it where it is missing."""
        name = tag_name(self.tag)
        tag = w.put(Tag, {"name": name})
        new = 0
        for owner_id in dict.fromkeys(self.ids):
            keys = link_keys(tag.id, self.owner, owner_id)
            if w.get(TagLink, w.key_for(TagLink, keys)) is None:
                w.create(TagLink, **keys)
                new += 1
        return new

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.ids)}


@dataclass(frozen=True)
class RemoveTag(Action):
    """Take a tag off these. Gives from how many; a tag nobody has is forgotten by the lists by itself."""

    code: ClassVar[str] = "tag-remove"
    label: ClassVar[str] = N_("Take a tag off {n}")

    ids: tuple[UUID, ...]
    tag: str
    owner: TagOwner = "person"

    def apply(self, w: Writer) -> int:
        """Delete the links."""
        tag_id = w.key_for(Tag, {"name": tag_name(self.tag)})
        gone = 0
        for owner_id in dict.fromkeys(self.ids):
            link = w.get(TagLink, w.key_for(TagLink, link_keys(tag_id, self.owner, owner_id)))
            if link is not None:
                w.delete(link)
                gone += 1
        return gone

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": len(self.ids)}


def tag_name(typed: str) -> str:
    """A tag as it is kept: blanks folded, no `;`, which separates tags in spreadsheets.

    Raises FieldProblem for an empty one.
    """
    name = " ".join(typed.replace(";", " ").split())
    if not name:
        raise FieldProblem("tag", "A tag needs a word.")
    return name


def link_keys(tag_id: UUID, owner: TagOwner, owner_id: UUID) -> dict[str, object]:
    """The natural key of a tag on something."""
    keys: dict[str, object] = dict.fromkeys(("person_id", "household_id", "organisation_id"))
    return {"tag_id": tag_id, **keys, f"{owner}_id": owner_id}
