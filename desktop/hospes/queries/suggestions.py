# SPDX-License-Identifier: GPL-3.0-or-later
"""What a field may offer while somebody types: places already used, tags, and what stands in own fields."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.codes import FieldKind
from hospes.queries.association import base_language
from hospes.queries.scope import there
from hospes.store.tables.households import Address
from hospes.store.tables.notes import OwnField, OwnFieldText
from hospes.store.tables.people import Person


def place_of(connection: Connection, postcode: str, country: str = "") -> str:
    """The place most used with a postcode; nothing where there is none ("Place fills from postcode")."""
    a = Address
    if not postcode.strip():
        return ""
    query = (
        select(a.town)
        .where(a.postcode == postcode.strip(), a.town != "")
        .group_by(a.town)
        .order_by(func.count().desc(), a.town)
    )
    if country:
        query = query.where(or_(a.country == country, a.country == ""))
    return connection.execute(query.limit(1)).scalar() or ""


def places(connection: Connection, limit: int = 500) -> list[str]:
    """Places already used, the most frequent first."""
    a = Address
    query = select(a.town).where(a.town != "").group_by(a.town).order_by(func.count().desc(), a.town)
    return list(connection.scalars(query.limit(limit)))


def interests(connection: Connection) -> list[str]:
    """Interests people have, the most frequent first."""
    found: Counter[str] = Counter()
    for text in connection.scalars(select(Person.interests).where(there(Person), Person.interests != "")):
        found.update(part.strip() for part in text.split(";") if part.strip())
    return [text for text, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field the association added."""

    id: UUID
    version: int
    name: str
    own_name: str
    kind: FieldKind
    choices: tuple[str, ...]
    position: int


def own_fields(connection: Connection, language: str) -> list[FieldRow]:
    """The association's own fields in their order, named in the reader's language."""
    f, words = OwnField, OwnFieldText
    query = (
        select(f.id, f.version, func.coalesce(words.name, f.name), f.name, f.kind, f.choices, f.position)
        .join(words, (words.own_field_id == f.id) & (words.language == base_language(language)), isouter=True)
        .order_by(f.position, f.id)
    )
    return [
        FieldRow(*row[:5], tuple(part.strip() for part in row[5].split(";") if part.strip()), row[6])
        for row in connection.execute(query)
    ]
