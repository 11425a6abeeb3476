# SPDX-License-Identifier: GPL-3.0-or-later
"""Kept lists: filters somebody gave a name."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.store.tables.settings import KeptList


@dataclass(frozen=True, slots=True)
class KeptListRow:
    """A kept list; `filter` is the grammar of `queries.filters`."""

    id: UUID
    name: str
    filter: str
    columns: str
    order: str


def kept_lists(connection: Connection, place: str) -> list[KeptListRow]:
    """The kept lists of a place of the window (`members`, `people`, `organisations`), in their order."""
    query = (
        select(KeptList.id, KeptList.name, KeptList.filter, KeptList.columns, KeptList.order)
        .where(KeptList.place == place)
        .order_by(KeptList.position, KeptList.name)
    )
    return [KeptListRow(*found) for found in connection.execute(query)]
