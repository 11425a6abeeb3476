# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visit's report needs beside its texts and figures: whom it was for, its themes, its photos."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import ConsentPurpose, DocumentKind
from hospes.domain.codes_visit import TargetGroup
from hospes.queries.person_facts import consents
from hospes.queries.scope import ids_in
from hospes.store.selections import pick
from hospes.store.tables.events import Blob, Document
from hospes.store.tables.partnerships import ThemeLink, ThemeText
from hospes.store.tables.visits import VisitTargetGroup

LARGEST = 10 * 1024 * 1024
"""Bytes of a picture; a larger one is no photo for a report."""


def target_groups(connection: Connection, visit_id: UUID) -> tuple[TargetGroup, ...]:
    """Whom the visit is for, in the order of the codes."""
    g = VisitTargetGroup
    query = pick(g.target_group).where(g.visit_id == visit_id)
    found = {row[0] for row in connection.execute(query)}
    return tuple(group for group in TargetGroup if group in found)


def themes(connection: Connection, visit_id: UUID) -> tuple[Mapping[str, str], ...]:
    """The themes of the visit, each by language."""
    link, text = ThemeLink, ThemeText
    query = (
        pick(link.theme_id, text.language, text.name)
        .join(text, text.theme_id == link.theme_id)
        .where(link.visit_id == visit_id)
        .order_by(link.theme_id)
    )
    found: dict[UUID, dict[str, str]] = {}
    for theme_id, language, name in connection.execute(query):
        found.setdefault(theme_id, {})[language] = name
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture for the report."""

    name: str
    on: date | None
    data: bytes


def photos(connection: Connection, visit_id: UUID, today: date, most: int) -> tuple[Photo, ...]:
    """Photos kept with the visit: none that is confidential, none of a person who did not agree to print."""
    d, b = Document, Blob
    query = (
        pick(d.name, d.on, d.person_id, b.data)
        .join(b, b.sha256 == d.blob_sha)
        .where(
            d.visit_id == visit_id,
            d.kind == DocumentKind.PHOTO,
            d.binned_at.is_(None),
            d.confidential.is_(False),
            b.media_type.like("image/%"),
            b.size <= LARGEST,
        )
        .order_by(d.on, d.name, d.id)
    )
    rows = connection.execute(query).all()
    agreed = consents(connection, ids_in({row[2] for row in rows if row[2]}), today)
    found = [
        Photo(row[0], row[1], row[3])
        for row in rows
        if row[2] is None or ConsentPurpose.PHOTO_PRINT in agreed.get(row[2], frozenset())
    ]
    return tuple(found[:most])
