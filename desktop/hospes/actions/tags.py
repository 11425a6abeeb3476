# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags on people and organisations, for one or for many at once."""

from dataclasses import dataclass
from typing import ClassVar, Literal
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_
from hospes.store.tables.notes import Tag, TagLink
from hospes.store.writer import Writer

TagOwner = Literal["person", "household", "organisation"]


@dataclass(frozen=True, slots=True)
class Tagged:
    """Which tag, and how many records it was new on or taken off."""

    tag: UUID | None
    n: int


@dataclass(frozen=True)
class AddTag(Action):
    """Put a tag on each of these. Gives `Tagged`."""

    code: ClassVar[str] = "tag-add"
    label: ClassVar[str] = N_("Put the tag {tag} on {owner}")

    ids: tuple[UUID, ...]
    tag: str
    owner: TagOwner = "person"

    def apply(self, w: Writer) -> Tagged:
        """Make the tag if it is new, and link it where it is missing. Raises UserError for nobody."""
        if not self.ids:
            raise UserError("Nobody is chosen.", code="nobody")
        name = tag_name(self.tag)
        tag = tag_like(w, name) or w.create(Tag, name=name)
        w.flush()
        wanted = [link_keys(tag.id, self.owner, one) for one in dict.fromkeys(self.ids)]
        have = set(w.scalars(select(TagLink.id).where(TagLink.tag_id == tag.id)))
        missing = [keys for keys in wanted if w.key_for(TagLink, keys) not in have]
        new = len(w.bulk_add(TagLink, missing))
        return Tagged(tag.id, new)

    def refs(self, result: object) -> dict[str, object]:
        """The tag, the first who has it now, and how many."""
        assert isinstance(result, Tagged)
        return {"tag": result.tag, "owner": self.ids[0], "n": len(self.ids)}


@dataclass(frozen=True)
class RemoveTag(Action):
    """Take a tag off these. Gives `Tagged`; a tag nobody has is forgotten by the lists by itself."""

    code: ClassVar[str] = "tag-remove"
    label: ClassVar[str] = N_("Take the tag {tag} off {owner}")

    ids: tuple[UUID, ...]
    tag: str
    owner: TagOwner = "person"

    def apply(self, w: Writer) -> Tagged:
        """Delete the links. Raises UserError for nobody."""
        if not self.ids:
            raise UserError("Nobody is chosen.", code="nobody")
        tag = tag_like(w, tag_name(self.tag))
        if tag is None:
            return Tagged(None, 0)
        tag_id = tag.id
        gone = 0
        for owner_id in dict.fromkeys(self.ids):
            link = w.get(TagLink, w.key_for(TagLink, link_keys(tag_id, self.owner, owner_id)))
            if link is not None:
                w.delete(link)
                gone += 1
        return Tagged(tag_id, gone)

    def refs(self, result: object) -> dict[str, object]:
        """The tag, the first who had it, and how many."""
        assert isinstance(result, Tagged)
        return {"tag": result.tag, "owner": self.ids[0], "n": len(self.ids)}


@dataclass(frozen=True)
class RenameTag(Action):
    """Give a tag another name; if there is one of that name, both become one. Gives the tag that stays."""

    code: ClassVar[str] = "tag-rename"
    label: ClassVar[str] = N_("Rename the tag {tag}")

    tag_id: UUID
    name: str

    def apply(self, w: Writer) -> UUID:
        """Rename it, or move its links to the other."""
        old = w.must(Tag, self.tag_id)
        name = tag_name(self.name)
        new = tag_like(w, name)
        if new is not None and new.id == old.id:
            # Only the spelling changes; the key was made from the first one and stays.
            old.name = name
            return old.id
        if new is None:
            new = w.create(Tag, name=name)
        for link in list(w.scalars(select(TagLink).where(TagLink.tag_id == old.id))):
            columns = ("person_id", "household_id", "organisation_id")
            w.put(TagLink, {"tag_id": new.id, **{name: getattr(link, name) for name in columns}})
            w.delete(link)
        w.delete(old)
        return new.id

    def refs(self, result: object) -> dict[str, object]:
        """The tag that stays."""
        return {"tag": result}


@dataclass(frozen=True)
class DeleteTag(Action):
    """Take a tag out of the file; the people stay. Gives on how many it was."""

    code: ClassVar[str] = "tag-delete"
    label: ClassVar[str] = N_("Delete the tag {tag}")

    tag_id: UUID

    def apply(self, w: Writer) -> int:
        """Delete it with its links."""
        tag = w.must(Tag, self.tag_id)
        links = list(w.scalars(select(TagLink).where(TagLink.tag_id == tag.id)))
        for link in links:
            w.delete(link)
        w.delete(tag)
        return len(links)

    def refs(self, result: object) -> dict[str, object]:
        """The tag."""
        return {"tag": self.tag_id}


def tag_like(w: Writer, name: str) -> Tag | None:
    """The tag of a name, however it is written: `Choir` is `choir`."""
    wanted = fold(name)
    return next((tag for tag in w.scalars(select(Tag).order_by(Tag.id)) if fold(tag.name) == wanted), None)


def tag_name(typed: str) -> str:
    """A tag as it is kept: blanks folded, no `;`, which separates tags in spreadsheets.

    Raises FieldProblem for an empty one.
    """
    name = " ".join(typed.replace(";", " ").split())
    if not fold(name):
        raise FieldProblem("tag", "A tag needs a word.")
    return name


def link_keys(tag_id: UUID, owner: TagOwner, owner_id: UUID) -> dict[str, object]:
    """The natural key of a tag on something."""
    keys: dict[str, object] = dict.fromkeys(("person_id", "household_id", "organisation_id"))
    return {"tag_id": tag_id, **keys, f"{owner}_id": owner_id}
