# SPDX-License-Identifier: GPL-3.0-or-later
"""${message}"""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
counts_may_change: frozenset[str] = frozenset()


def upgrade() -> None:
    """${message}"""
    ${upgrades if upgrades else "pass"}
