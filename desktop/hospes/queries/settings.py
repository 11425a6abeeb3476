# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of the file."""

from uuid import UUID

from sqlalchemy import Connection, select

from hospes.store.tables.settings import Setting


def setting(connection: Connection, key: str, owner_id: UUID | None = None) -> object:
    """The value kept under a dotted key, or None."""
    owner = Setting.owner_id.is_(None) if owner_id is None else Setting.owner_id == owner_id
    return connection.execute(select(Setting.value).where(Setting.key == key, owner)).scalar()


def settings(connection: Connection, prefix: str, owner_id: UUID | None = None) -> dict[str, object]:
    """All settings whose key begins with `prefix`."""
    owner = Setting.owner_id.is_(None) if owner_id is None else Setting.owner_id == owner_id
    query = select(Setting.key, Setting.value).where(Setting.key.startswith(prefix, autoescape=True), owner)
    return {row[0]: row[1] for row in connection.execute(query)}
