# SPDX-License-Identifier: GPL-3.0-or-later
"""What lies in the bin: people, households, organisations, visits, events, documents (decision 12)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.queries.names import names
from hospes.store.tables.events import Document, Event
from hospes.store.tables.households import Household
from hospes.store.tables.letters import Letter
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.people import Person
from hospes.store.tables.projects import Project
from hospes.store.tables.visits import Visit

TABLES: tuple[tuple[str, Any], ...] = (
    ("person", Person),
    ("household", Household),
    ("organisation", Organisation),
    ("visit", Visit),
    ("event", Event),
    ("document", Document),
    ("partnership", Partnership),
    ("letter", Letter),
    ("project", Project),
)


@dataclass(frozen=True, slots=True)
class BinRow:
    """An entry in the bin: the table it belongs to, what it is called, since when it lies there."""

    table: str
    id: UUID
    name: str
    since: date


def bin_rows(connection: Connection, language: str) -> list[BinRow]:
    """Everything in the bin, what came last first."""
    found = []
    for table, cls in TABLES:
        query = select(cls.id, cls.binned_at).where(cls.binned_at.is_not(None))
        if issubclass(cls, Person | Household):
            query = query.where(cls.erased_on.is_(None))
        found += [(table, row[0], row[1]) for row in connection.execute(query)]
    called = names(connection, [row_id for _, row_id, _ in found], language)
    rows = [
        BinRow(table, row_id, called[row_id].text if row_id in called else "", since)
        for table, row_id, since in found
    ]
    rows.sort(key=lambda row: (-row.since.toordinal(), row.name))
    return rows
