# SPDX-License-Identifier: GPL-3.0-or-later
"""How Alembic runs here: on the connection it is given, inside the transaction that is already open.

`store.migrate` owns the connection and the one outer transaction (reliability F1); nothing is committed here.
"""

from alembic import context

from hospes.store.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
