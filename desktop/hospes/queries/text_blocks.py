# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts an association uses again, and those Hospes brings along (S32)."""

import json
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import Connection

from hospes import paths
from hospes.domain.text_blocks import ShippedText, TextUse
from hospes.i18n.locale import Locale
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.publications import TextBlock


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text in one language."""

    id: UUID
    use: TextUse
    language: str
    title: str
    text: str


@cache
def shipped_texts() -> tuple[ShippedText, ...]:
    """The texts that come along, in the order of their file."""
    path = paths.resources() / "references" / "texts.json"
    return tuple(ShippedText(**one) for one in json.loads(path.read_text("utf-8"))["texts"])


def texts_missing(connection: Connection) -> int:
    """How many of them are not in the collection."""
    t = TextBlock
    query = pick(t.shipped).where(owned(connection, t.owner_id), t.shipped != "")
    there = {row[0] for row in connection.execute(query)}
    return sum(one.code not in there for one in shipped_texts())


def text_rows(connection: Connection, locale: Locale) -> tuple[TextRow, ...]:
    """All texts by title; those in the reader's language first."""
    t = TextBlock
    query = pick(t.id, t.use, t.language, t.title, t.text).where(owned(connection, t.owner_id))
    found = [TextRow(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(query)]
    return tuple(
        sorted(found, key=lambda one: (one.language != locale.language, locale.sort_key(one.title), one.id))
    )
