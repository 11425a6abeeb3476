# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring a document of an older Hospes to the present schema, or leave it exactly as it was.

A copy is migrated, checked and swapped in; the original stays beside it with its version in its name. Alembic
with SQLite is not atomic by itself: killed on the way it leaves files half migrated in most cases, and in
none when one outer transaction holds everything and the copy is swapped in whole (reliability F1). Foreign
keys are off while tables are rebuilt, and checked afterwards.
"""

import contextlib
import logging
import os
import sqlite3
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.store import driver, parts, schema_check

log = logging.getLogger(__name__)


def migrate(document: Path, version: int) -> Path:
    """Migrate the document in place; the caller holds its lock and has no connection to it.

    Returns:
        Where the original was kept.

    Raises:
        UserError: something does not fit afterwards, or there is no room; the document is then untouched.
    """
    with parts.part_of(document) as part:
        copy_whole(document, part)
        upgrade(part, version)
        parts.sync(part)
        kept = _keep(document, version)
        os.replace(part, document)
        parts.sync_folder(document.parent)
    log.info("migrated from schema %d to %d", version, schema_check.SCHEMA_VERSION)
    return kept


def copy_whole(source: Path, target: Path) -> None:
    """Copy a document through SQLite in one piece (F3); `target` must be an empty private file.

    Raises:
        UserError: the source is damaged or locked, or there is no room.
    """
    reading = driver.connect(source, "ro")
    try:
        writing = driver.connect(target, "rw", key=reading.key)
        try:
            reading.backup(writing, pages=-1)
        finally:
            writing.close()
    except sqlite3.Error as error:
        raise driver.explain(error) from error
    finally:
        reading.close()


def upgrade(path: Path, version: int) -> None:
    """Run all steps from `version` to the present schema on a file nobody else has, in one transaction.

    Raises:
        UserError: references, structure, row counts or schema are not as they must be.
    """
    from sqlalchemy import StaticPool, create_engine, event
    from sqlalchemy.exc import SQLAlchemyError

    from hospes.store.engine import in_words

    raw = driver.connect(path, "rw")
    raw.execute("PRAGMA foreign_keys=OFF")
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with in_words(), engine.connect() as connection, connection.begin():
            before = counts(raw)
            may_change = _run_steps(connection, version)
            raw.execute(f"PRAGMA user_version={schema_check.SCHEMA_VERSION}")
            after = counts(raw)
            lost = [t for t in before if t in after and before[t] != after[t] and t not in may_change]
            broken = raw.execute("PRAGMA foreign_key_check").fetchone()
            wrong = schema_check.differences(raw, schema_check.SCHEMA_VERSION)
            if lost or broken or wrong:
                log.error("migration: counts %s, reference %s, schema %s", lost, broken, wrong)
                raise _failed()
        if raw.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise _failed()
    except (sqlite3.Error, SQLAlchemyError) as error:
        # Alembic tidies up after a fault and fails at that: what the disk said stands further up the chain.
        said = _refusal_behind(error)
        if said is None:
            raise
        raise said from error
    finally:
        engine.dispose()
        raw.close()


def _refusal_behind(error: BaseException) -> UserError | None:
    """The first refusal of the disk or of SQLite in a chain of errors, in words; None if there is none.

    Both ways are gone: SQLAlchemy names SQLite's complaint as the cause, and what came before as the context.
    """
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        current = waiting.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        if isinstance(current, UserError):
            return current
        if isinstance(current, sqlite3.Error) and (said := driver.refusal(current)) is not None:
            return said
        waiting += [current.__context__, current.__cause__]
    return None


def _run_steps(connection: object, version: int) -> frozenset[str]:
    """Run Alembic; gives the tables whose number of rows a step may change."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    from hospes.store.tables import load_all

    load_all()
    config = Config()
    config.set_main_option("script_location", str(schema_check.FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, f"{schema_check.SCHEMA_VERSION:04d}")
    may_change = {"alembic_version"}
    for script in ScriptDirectory.from_config(config).walk_revisions():
        if int(script.revision) > version:
            may_change |= getattr(script.module, "counts_may_change", frozenset())
    return frozenset(may_change)


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The rows of every table that holds records."""
    query = "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    names = [row[0] for row in connection.execute(query)]
    ours = [name for name in names if not name.startswith(schema_check.FULL_TEXT)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ours}


def _keep(document: Path, version: int) -> Path:
    """A second name for the original, so that it stays when the new file takes its place."""
    number = 1
    kept = document.with_name(f"{document.stem} (version {version}){document.suffix}")
    while kept.exists():
        if kept.samefile(document):
            return kept  # a migration that was killed between this step and the swap
        number += 1
        kept = document.with_name(f"{document.stem} (version {version}, {number}){document.suffix}")
    try:
        os.link(document, kept)
    except OSError:
        # Sticks with FAT know no second names; then the original is copied whole before it is replaced.
        with parts.part_of(kept) as part:
            copy_whole(document, part)
            parts.sync(part)
            parts.publish(part, kept)
    with contextlib.suppress(OSError):
        kept.chmod(0o600)
    return kept


def _failed() -> UserError:
    return UserError(
        "This file was made by an older Hospes and could not be brought up to date. It was left as it is. "
        "Go back to a backup, or ask for help and keep the file.",
        code="migration-failed",
    )
