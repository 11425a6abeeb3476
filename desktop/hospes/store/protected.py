# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLCipher's connection with the manners of the usual one (decision 29).

Only `store.driver` uses this. The library speaks the same DB-API as Python's own `sqlite3`, but its errors
are classes of their own; here each is turned into its namesake of `sqlite3`, with SQLite's code and name, so
that nobody above has to know which of the two libraries serves him.
"""

import sqlite3
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar, cast

from sqlcipher3 import dbapi2 as sqlcipher

Call = TypeVar("Call", bound=Callable[..., Any])


def as_sqlite(error: Exception) -> sqlite3.Error:
    """The namesake of an error among those of `sqlite3`."""
    kind = getattr(sqlite3, type(error).__name__, sqlite3.DatabaseError)
    same = cast("sqlite3.Error", kind(*error.args))
    for name in ("sqlite_errorcode", "sqlite_errorname"):
        if hasattr(error, name):
            setattr(same, name, getattr(error, name))
    return same


def _in_sqlite_words(call: Call) -> Call:
    @wraps(call)
    def wrapped(*args: Any, **kw: Any) -> Any:  # noqa: ANN401 - passes anything through
        try:
            return call(*args, **kw)
        except sqlcipher.Error as error:
            raise as_sqlite(error) from None

    return cast("Call", wrapped)


class ProtectedCursor(sqlcipher.Cursor):  # type: ignore[misc]  # a C class without types
    """A cursor whose refusals are those of `sqlite3`."""

    execute = _in_sqlite_words(sqlcipher.Cursor.execute)
    executemany = _in_sqlite_words(sqlcipher.Cursor.executemany)
    fetchone = _in_sqlite_words(sqlcipher.Cursor.fetchone)
    fetchmany = _in_sqlite_words(sqlcipher.Cursor.fetchmany)
    fetchall = _in_sqlite_words(sqlcipher.Cursor.fetchall)
    __next__ = _in_sqlite_words(sqlcipher.Cursor.__next__)

    def __iter__(self) -> Iterator[Any]:
        return self


class ProtectedBase(sqlcipher.Connection):  # type: ignore[misc]  # a C class without types
    """A connection whose refusals are those of `sqlite3`; `store.driver` adds what is its own."""

    commit = _in_sqlite_words(sqlcipher.Connection.commit)
    rollback = _in_sqlite_words(sqlcipher.Connection.rollback)
    backup = _in_sqlite_words(sqlcipher.Connection.backup)

    def cursor(self, factory: type[Any] = ProtectedCursor) -> Any:  # noqa: ANN401 - a C class without types
        """A cursor in `sqlite3`'s words; also below `execute` of the connection."""
        return super().cursor(factory)


def open_uri(uri: str, factory: type[Any], timeout: float) -> Any:  # noqa: ANN401 - a C class without types
    """Connect as `sqlite3.connect` would."""
    try:
        connection = sqlcipher.connect(
            uri,
            uri=True,
            isolation_level=None,
            timeout=timeout,
            check_same_thread=False,
            cached_statements=256,
            factory=factory,
        )
        # What it finds wrong is raised; on standard error it would only bewilder.
        connection.execute("PRAGMA cipher_log_level=NONE")
        return connection
    except sqlcipher.Error as error:
        raise as_sqlite(error) from None


def export(source: Any, target_uri: str, key: str) -> None:  # noqa: ANN401 - a C class without types
    """Copy all that a connection sees into an empty file under another key; an empty key means none."""
    source.execute("ATTACH DATABASE ? AS target KEY ?", (target_uri, key))
    try:
        for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON"):
            source.execute(f"PRAGMA target.{pragma}").fetchall()
        source.execute("SELECT sqlcipher_export('target')").fetchall()
        for pragma in ("user_version", "application_id"):  # the one thing the library leaves behind
            (value,) = source.execute(f"PRAGMA main.{pragma}").fetchone()
            source.execute(f"PRAGMA target.{pragma}={value}")
    finally:
        source.execute("DETACH DATABASE target")
