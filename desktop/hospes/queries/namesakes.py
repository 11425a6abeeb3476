# SPDX-License-Identifier: GPL-3.0-or-later
"""What tells people apart who have the same name: the year of birth and where they live."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.queries import person_facts as facts
from hospes.queries.participants_facts import births
from hospes.queries.scope import ids_in


@dataclass(frozen=True, slots=True)
class Apart:
    """Of one person; nought and empty are not known."""

    year: int = 0
    town: str = ""


def apart(connection: Connection, people: Collection[UUID], today: date) -> dict[UUID, Apart]:
    """What is known of each of some people."""
    if not people:
        return {}
    ids = ids_in(people)
    born = births(connection, ids)
    links = facts.household_links(connection, ids, today)
    homes = facts.addresses(connection, ids, links, today)
    return {
        one: Apart(
            born[one].year if one in born else 0,
            homes[one].town if one in homes else "",
        )
        for one in people
    }
