# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the schema of the tables as SQL: `python -m hospes.dev.schema`.

Documents are made from, and compared with, `store/migrations/schema_NNNN.sql`. As long as a version has not
been released its file is written anew whenever the tables change. From its release on it is never touched
again: then a change of the tables needs the next number in `schema_check.SCHEMA_VERSION`, a migration, and
a new file.
"""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from hospes.store import schema_check
from hospes.store.base import Base
from hospes.store.search import CREATE_FULL_TEXT
from hospes.store.tables import load_all

ALEMBIC = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL,\n"
    "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)
"""The table in which Alembic keeps the number of the schema, as Alembic makes it."""


def text() -> str:
    """The schema of the tables as they stand in the code."""
    load_all()
    dialect = sqlite.dialect()
    tables = Base.metadata.sorted_tables
    parts = [ALEMBIC, *(str(CreateTable(table).compile(dialect=dialect)) for table in tables)]
    for table in tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        parts += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    parts.append(CREATE_FULL_TEXT)
    return "".join(f"{_tidy(part)};\n" for part in parts)


def _tidy(statement: str) -> str:
    lines = (line.rstrip() for line in statement.strip().splitlines())
    return "\n".join(line for line in lines if line)


def main() -> None:
    """Write the file of the present version."""
    target = schema_check.FOLDER / f"schema_{schema_check.SCHEMA_VERSION:04d}.sql"
    target.write_text(text(), "utf-8")
    print(f"{target.name}: {len(text().splitlines())} lines")


if __name__ == "__main__":
    main()
