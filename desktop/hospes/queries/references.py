# SPDX-License-Identifier: GPL-3.0-or-later
"""The works an association can cite, and those Hospes brings along (S22)."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from hospes import paths
from hospes.domain.references import ReferenceKind, Shipped, authors_of
from hospes.i18n.locale import Locale
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.publications import Reference, ReferenceTheme


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A work."""

    id: UUID
    kind: ReferenceKind
    authors: str
    title: str
    year: int | None
    container: str
    publisher: str
    place: str
    pages: str
    url: str
    isbn: str
    issn: str
    language: str
    note: str
    themes: tuple[UUID, ...]


@cache
def shipped() -> tuple[Shipped, ...]:
    """The starter list, in the order of its file."""
    path = paths.resources() / "references" / "starter.json"
    return tuple(Shipped(**one) for one in json.loads(path.read_text("utf-8"))["works"])


def starter_missing(connection: Connection) -> int:
    """How many works of the starter list are not in the library."""
    r = Reference
    query = pick(r.shipped).where(owned(connection, r.owner_id), r.shipped != "")
    there = {row[0] for row in connection.execute(query)}
    return sum(one.code not in there for one in shipped())


def _row(row: Sequence[Any], themes: tuple[UUID, ...]) -> ReferenceRow:
    return ReferenceRow(*(*row, themes))


def reference_rows(
    connection: Connection, locale: Locale, ids: Collection[UUID] | None = None
) -> tuple[ReferenceRow, ...]:
    """The works as a bibliography orders them: by author, year, title."""
    r, t = Reference, ReferenceTheme
    query = pick(
        r.id, r.kind, r.authors, r.title, r.year, r.container, r.publisher, r.place, r.pages, r.url, r.isbn,
        r.issn, r.language, r.note,
    ).where(owned(connection, r.owner_id))  # fmt: skip
    themes: dict[UUID, list[UUID]] = defaultdict(list)
    for reference, theme in connection.execute(pick(t.reference_id, t.theme_id).order_by(t.theme_id)):
        themes[reference].append(theme)
    found = [
        _row(row, tuple(themes[row[0]])) for row in connection.execute(query) if ids is None or row[0] in ids
    ]

    def key(one: ReferenceRow) -> tuple[object, ...]:
        first = authors_of(one.authors) or [one.title]
        return (
            tuple(locale.sort_key(name) for name in first),
            one.year or 0,
            locale.sort_key(one.title),
            one.id,
        )

    return tuple(sorted(found, key=key))
