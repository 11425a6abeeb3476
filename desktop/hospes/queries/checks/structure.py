# SPDX-License-Identifier: GPL-3.0-or-later
"""Structure: the tables are ours, and the search says what the records say."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from hospes.i18n.marks import N_
from hospes.queries.checks import NOBODY, Finding
from hospes.store import search
from hospes.store.schema_check import SCHEMA_VERSION, differences


def strange_tables(connection: Connection, today: date) -> Iterator[Finding]:
    """Tables and indexes that are missing, changed or not ours."""
    raw = connection.connection.driver_connection
    for name in differences(raw, SCHEMA_VERSION) if raw is not None else ():
        msgid = N_("The part “{part}” of the file is not as Hospes made it.")
        yield Finding("schema", "structure", NOBODY, msgid, {"part": name})


def search_is_old(connection: Connection, today: date) -> Iterator[Finding]:
    """Records the search does not find, or finds by other words."""
    n = search.stale(connection)
    if n:
        msgid = N_("The search does not know {number} of the records as they are.")
        yield Finding("search-stale", "structure", NOBODY, msgid, {"number": n}, cure="search")
