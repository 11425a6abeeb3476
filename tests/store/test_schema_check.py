# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema: the stored text is that of the tables, and a file with a strange inside is refused.

Of the test catalogue: T3.5.
"""

import sqlite3

import pytest

from hospes.dev import schema
from hospes.domain.errors import UserError
from hospes.store import driver, files, schema_check

NOW = schema_check.SCHEMA_VERSION


@pytest.fixture
def raw(document):
    """A connection that may do everything to `document`, as another program may."""
    connection = sqlite3.connect(document, isolation_level=None)
    yield connection
    connection.close()


def refused(document):
    with pytest.raises(UserError) as error:
        files.open_file(document)
    return error.value.code


def test_the_stored_schema_is_that_of_the_tables():
    hint = (
        "the tables changed: run `python -m hospes.dev.schema` (and write a migration once 0001 is released)"
    )
    assert schema_check.schema_text(NOW) == schema.text(), hint


def test_every_version_has_its_schema():
    names = sorted(path.name for path in schema_check.FOLDER.glob("schema_*.sql"))
    assert names == [f"schema_{number:04d}.sql" for number in range(1, NOW + 1)]


def test_a_new_document_has_no_differences(document):
    connection = driver.connect(document)
    assert schema_check.differences(connection, NOW) == []
    connection.close()


HOSTILE = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM person; END",
    "view": "CREATE VIEW v AS SELECT load_extension('x')",
    "table": "CREATE TABLE extra (x)",
    "virtual table": "CREATE VIRTUAL TABLE more USING fts5(x)",
    "column": "ALTER TABLE person ADD COLUMN spy TEXT",
    "generated column": "ALTER TABLE person ADD COLUMN g TEXT AS (upper(surname)) VIRTUAL",
    "index": "CREATE INDEX strange ON person (given)",
    "index with function": "CREATE INDEX strange ON person (abs(version))",
    "missing index": "DROP INDEX ix_person_name",
    "missing table": "DROP TABLE accepted_doubt",
    "renamed column": "ALTER TABLE person RENAME COLUMN surname TO family",
    "renamed table": "ALTER TABLE draft RENAME TO drafts",
    "index named like the search": "CREATE INDEX search_fts_docsize ON person (given)",
    "trigger before a change": "CREATE TRIGGER t BEFORE UPDATE ON setting BEGIN SELECT RAISE(IGNORE); END",
    "view of a secret": "CREATE VIEW members AS SELECT * FROM health_note",
    "partial index": "CREATE INDEX part ON person (surname) WHERE surname LIKE 'A%'",
    "another full text": "DROP TABLE search_fts",
    "table named like SQLite's": 'CREATE TABLE "sqlite-stat" (x)',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_strange_inside_is_refused(document, raw, what):
    raw.execute(HOSTILE[what])
    before = document.read_bytes()
    assert refused(document) == "file-strange"
    assert document.read_bytes() == before


def test_a_rewritten_schema_is_refused(document, raw):
    raw.execute("PRAGMA writable_schema=ON")
    raw.execute("UPDATE sqlite_master SET sql = replace(sql, ' STRICT', '') WHERE name = 'person'")
    assert refused(document) == "file-strange"


def test_a_check_that_was_taken_out_is_refused(document, raw):
    (sql,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'membership'").fetchone()
    start = sql.index("CONSTRAINT ck_membership")
    cut = sql[:start] + sql[sql.index("CONSTRAINT", start + 5) :]
    raw.execute("PRAGMA writable_schema=ON")
    raw.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'membership'", (cut,))
    assert refused(document) == "file-strange"


def test_thousands_of_tables_are_not_looked_through(document, monkeypatch):
    monkeypatch.setattr(schema_check, "MOST_OBJECTS", 100)

    def forbidden(*args):
        raise AssertionError("every table was compared")

    monkeypatch.setattr(schema_check, "differences", forbidden)
    assert refused(document) == "file-strange"


def test_statistics_of_sqlite_are_welcome(document, raw):
    raw.execute("ANALYZE")
    files.open_file(document).close()


def test_columns_may_stand_in_another_order_after_a_migration(document, raw):
    raw.execute("ALTER TABLE draft RENAME TO old")
    (sql,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'old'").fetchone()
    body = sql[sql.index("(") + 1 : sql.rindex(")")]
    columns = [part.strip() for part in body.split(",\n")]
    raw.execute("DROP TABLE old")
    raw.execute(f'CREATE TABLE "draft" ({", ".join(columns[1:3] + columns[:1] + columns[3:])}) STRICT')
    raw.close()
    files.open_file(document).close()
