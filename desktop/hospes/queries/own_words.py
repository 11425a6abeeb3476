# SPDX-License-Identifier: GPL-3.0-or-later
"""The words an association made itself, and how much they are used: its own fields and its tags."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.store.tables.notes import OwnFieldText, OwnFieldValue, Tag, TagLink


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, and on how many people, households and organisations it is."""

    id: UUID
    name: str
    n: int


def all_tags(connection: Connection) -> tuple[TagUse, ...]:
    """Every tag of the file, also one that nobody has any more."""
    query = (
        select(Tag.id, Tag.name, func.count(TagLink.id))
        .join(TagLink, TagLink.tag_id == Tag.id, isouter=True)
        .group_by(Tag.id, Tag.name)
        .order_by(Tag.name, Tag.id)
    )
    return tuple(TagUse(*row) for row in connection.execute(query))


def values_of_fields(connection: Connection) -> dict[UUID, int]:
    """How many people have something in each own field."""
    v = OwnFieldValue
    return dict(connection.execute(select(v.own_field_id, func.count()).group_by(v.own_field_id)).all())


def names_of_fields(connection: Connection) -> dict[UUID, dict[str, str]]:
    """What own fields are called in other languages."""
    words = OwnFieldText
    found: dict[UUID, dict[str, str]] = {}
    for field_id, language, name in connection.execute(
        select(words.own_field_id, words.language, words.name)
    ):
        found.setdefault(field_id, {})[language] = name
    return found
