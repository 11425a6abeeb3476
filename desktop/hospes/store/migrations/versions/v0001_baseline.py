# SPDX-License-Identifier: GPL-3.0-or-later
"""The first schema; new documents of it are made from `schema_0001.sql`."""

from alembic import op

from hospes.store import schema_check

revision = "0001"
down_revision = None
counts_may_change: frozenset[str] = frozenset()


def upgrade() -> None:
    """Make all tables."""
    connection = op.get_bind()
    for statement in schema_check.statements(schema_check.schema_text(1)):
        if not statement.startswith("CREATE TABLE alembic_version"):
            connection.exec_driver_sql(statement)
