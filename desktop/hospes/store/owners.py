# SPDX-License-Identifier: GPL-3.0-or-later
"""Which association is looked at, where a file holds several under one umbrella (decision 3, REQ-1-04).

The choice belongs to the open file, not to the records: it rides on the connection, so that queries and
actions need no argument for it. Without a choice all of them are looked at together.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import Connection

OWNER: Final = "hospes.association"
"""Its key among what a connection carries."""


def choose_owner(connection: Connection, owner: UUID | None) -> None:
    """Look at one association, or at all."""
    connection.info[OWNER] = owner


def chosen_owner(connection: Connection) -> UUID | None:
    """The association that is looked at; None for all, and where there is only one."""
    found = connection.info.get(OWNER)
    return found if isinstance(found, UUID) else None
