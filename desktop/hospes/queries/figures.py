# SPDX-License-Identifier: GPL-3.0-or-later
"""The few figures by which people tell one state of their file from another: for backups."""

from datetime import date

from sqlalchemy import Connection

from hospes.queries.overview import overview


def figures(connection: Connection, today: date) -> dict[str, int]:
    """How many members, households, contacts and visits there are."""
    found = overview(connection, today, "en")
    return {
        "members": found.members,
        "households": found.households,
        "contacts": found.contacts,
        "visits": found.visits,
    }
