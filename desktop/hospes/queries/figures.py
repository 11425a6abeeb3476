# SPDX-License-Identifier: GPL-3.0-or-later
"""The few figures by which people tell one state of their file from another: for backups."""

from datetime import date

from sqlalchemy import Connection, func, select

from hospes.queries.overview import overview
from hospes.store.tables.journal import Step


def figures(connection: Connection, today: date) -> dict[str, int]:
    """How many members, households, contacts and visits there are."""
    found = overview(connection, today, "en")
    return {
        "members": found.members,
        "households": found.households,
        "contacts": found.contacts,
        "visits": found.visits,
    }


def acts(connection: Connection) -> int:
    """How many acts the journal holds: another number than in a backup says that something was done since."""
    return connection.execute(select(func.count()).select_from(Step)).scalar_one()
