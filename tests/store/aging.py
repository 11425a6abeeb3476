# SPDX-License-Identifier: GPL-3.0-or-later
"""A later version of the schema that does not exist, so that the present one is an old one.

`grow` makes every module believe in version N + 1: one more table, one more column in a table that others
refer to (which Alembic rebuilds), and two tables rebuilt for no reason, so that a kill has something to hit.
"""

import shutil

from hospes.store import schema_check

OLD = schema_check.SCHEMA_VERSION
NEW = OLD + 1

BADGE = (
    "CREATE TABLE badge (id TEXT NOT NULL, name TEXT NOT NULL, CONSTRAINT pk_badge PRIMARY KEY (id)) STRICT"
)
STEP = '''
"""A step that rebuilds tables."""

import sqlalchemy as sa
from alembic import op

revision = "{new:04d}"
down_revision = "{old:04d}"
counts_may_change = frozenset()


def upgrade():
    # What the tables refer to need not be read for it, nor what that refers to.
    alone = dict(recreate="always", reflect_kwargs=dict(resolve_fks=False))
    with op.batch_alter_table("person", **alone) as person:
        person.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default=""))
    for name in ("household", "participation"):
        with op.batch_alter_table(name, **alone) as table:
            table.alter_column("version", nullable=False)
    op.execute("{badge}")
    op.execute("INSERT INTO badge VALUES ('1', 'golden pin')")
'''


def grow(folder, monkeypatch, step=STEP):
    """Give the program a version more, whose schema is what the step makes of the old one."""
    shutil.copytree(schema_check.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"v{NEW:04d}_badges.py").write_text(
        step.format(new=NEW, old=OLD, badge=BADGE), "utf-8"
    )
    old = schema_check.schema_text(OLD)
    new = (
        old.replace("CREATE TABLE person (\n", "CREATE TABLE person (\n\tmotto TEXT DEFAULT '' NOT NULL,\n")
        + f"{BADGE};\n"
    )
    (folder / f"schema_{NEW:04d}.sql").write_text(new, "utf-8")
    monkeypatch.setattr(schema_check, "FOLDER", folder)
    monkeypatch.setattr(schema_check, "SCHEMA_VERSION", NEW)
    schema_check._expected.cache_clear()
