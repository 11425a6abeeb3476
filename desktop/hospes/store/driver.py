# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place that connects to a document.

Every connection of the program is made here, with every pragma set and read back: compiled defaults differ
from platform to platform (reliability F6). The path is never parsed as a URI a person typed, and connecting
never creates a file (reliability 4.1 and 4.2). A file with a password enters through the same function
(decision 29): plain ones are served by Python's `sqlite3`, protected ones by SQLCipher, never one file by
both. Keys come from `store.keyring`, where every copy of a file finds the key by its salt.

This module loads no SQLAlchemy, so that the first look into a file costs nothing.
"""

import os
import sqlite3
import threading
import urllib.parse
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Self, cast

from hospes.domain.errors import UserError
from hospes.store import keyring
from hospes.store.keyring import Key

if TYPE_CHECKING:
    from hospes.store.protected import ProtectedBase

APPLICATION_ID = 0x486F7370
"""Stands in bytes 68 to 71 of every document: "Hosp"."""

WINDOW_WAIT_MS = 80
"""How long the window's thread waits for somebody else's lock before its timer takes over (decision 19)."""

WORKER_WAIT_MS = 10_000
"""How long workers and the command line wait for somebody else's lock (decision 19)."""

Mode = Literal["rw", "ro"]

_PRAGMAS: tuple[tuple[str, str, str | int], ...] = (
    # name, what is set, what must be read back
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
)


class Identity(NamedTuple):
    """Which file on which disk; two paths with one identity are one file."""

    device: int
    inode: int


_open_files: Counter[Identity] = Counter()
_open_salts: dict[Identity, bytes] = {}
"""The salts of the protected files among the open ones: their first bytes must not be read again (F13)."""
_open_files_guard = threading.Lock()


class DocumentConnection(sqlite3.Connection):
    """A connection that remembers which file it stands on, so that nobody opens that file beside it (F13)."""

    identity: Identity | None = None
    key: Key | None = None
    """What opens it, for a protected file."""

    def close(self) -> None:
        """Close, and forget the file."""
        super().close()
        _forget(self)

    def __exit__(self, *reason: object) -> Literal[False]:
        # sqlite3's own `with` commits; a connection here says what it begins and ends.
        raise TypeError("a document's connection is no context manager")

    def __enter__(self) -> Self:
        raise TypeError("a document's connection is no context manager")


def _forget(connection: DocumentConnection) -> None:
    with _open_files_guard:
        here = connection.identity
        if here is not None:
            _open_files[here] -= 1
            if _open_files[here] <= 0:
                del _open_files[here]
                _open_salts.pop(here, None)
            connection.identity = None


def identity(path: Path) -> Identity:
    """Which file a path names now. Raises OSError."""
    found = os.stat(path)
    return Identity(found.st_dev, found.st_ino)


def is_open_here(path: Path) -> bool:
    """Has this process a connection on the file? Then its bytes must not be read beside SQLite (F13)."""
    with _open_files_guard:
        return _open_files[identity(path)] > 0


def uri(path: Path, mode: Mode) -> str:
    """The file as a URI for SQLite; whatever the name holds is percent-encoded."""
    absolute = Path(os.path.abspath(path)).as_posix()
    quoted = urllib.parse.quote(os.fsencode(absolute), safe="/:")
    return f"file://{'' if absolute.startswith('/') else '/'}{quoted}?mode={mode}"


def salt_of(path: Path) -> bytes | None:
    """The salt of a protected file; None for a plain or an empty one. Raises OSError."""
    here = identity(path)
    with _open_files_guard:
        if _open_files[here] > 0:
            return _open_salts.get(here)
        with path.open("rb") as file:
            first = file.read(keyring.SALT)
    return None if first == keyring.PLAIN or len(first) < keyring.SALT else first


def is_connection(candidate: object) -> bool:
    """Whether this is a connection of either library."""
    return isinstance(candidate, sqlite3.Connection) or hasattr(candidate, "key")


def connect(
    path: Path, mode: Mode = "rw", *, key: Key | None = None, wait_ms: int = WORKER_WAIT_MS
) -> DocumentConnection:
    """Connect to an existing file; nothing begins or ends a transaction unasked (`isolation_level=None`).

    A read connection (`ro`) is query-only. `wait_ms` is the time to wait for somebody else's lock. A `key` is
    only given for an empty file that is to become a protected one; else it is found by the file's salt.

    Raises:
        PasswordNeeded: it is protected, and nobody has told its password.
        UserError: the file is damaged, locked by another program, or gone.
    """
    key = key or find_key(path)
    connection = _open(path, mode, key, wait_ms)
    try:
        if key is not None:
            connection.execute(f'PRAGMA key="{key.words}"')
        _settle(connection, path, mode, key)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise explain(error) from error
    except BaseException:
        connection.close()
        raise
    return connection


def find_key(path: Path) -> Key | None:
    """The key of a file; None for a plain one, or one that is none of ours.

    Raises:
        PasswordNeeded: it is protected, and nobody has told its password.
        UserError: what was typed is not its password.
    """
    try:
        salt = salt_of(path)
    except OSError:
        return None
    if salt is None:
        return None
    if (key := keyring.known(salt)) is not None:
        return key
    try:
        page, size = keyring.first_page(path), path.stat().st_size
    except OSError:
        return None
    return keyring.find(path, page, size)


def is_protected(path: Path) -> bool:
    """Whether a file is protected by a password, or looks so."""
    try:
        if is_open_here(path):
            return salt_of(path) is not None
        size = path.stat().st_size
        page = keyring.first_page(path)
    except OSError:
        return False
    known = keyring.known(page[: keyring.SALT]) is not None
    return known or keyring.seems_protected(page, size)


def _open(path: Path, mode: Mode, key: Key | None, wait_ms: int) -> DocumentConnection:
    try:
        if key is not None:
            from hospes.store.protected import open_uri

            found = open_uri(uri(path, mode), _protected_class(), wait_ms / 1000)
            return cast("DocumentConnection", found)  # the same DB-API in another library's class
        return sqlite3.connect(
            uri(path, mode),
            uri=True,
            isolation_level=None,
            timeout=wait_ms / 1000,
            check_same_thread=False,
            cached_statements=256,
            factory=DocumentConnection,
        )
    except sqlite3.Error as error:
        raise explain(error) from error


@cache
def _protected_class() -> "type[ProtectedBase]":
    from hospes.store.protected import ProtectedBase

    class ProtectedConnection(ProtectedBase):
        """`DocumentConnection` of the other library."""

        identity: Identity | None = None
        key: Key | None = None

        def close(self) -> None:
            """Close, and forget the file."""
            super().close()
            _forget(cast("DocumentConnection", self))

        def __enter__(self) -> Self:
            raise TypeError("a document's connection is no context manager")

    return ProtectedConnection


def export(source: Path, target: Path, key: Key | None) -> None:
    """Copy a document into an empty private file that has another key, or none.

    The caller holds the document's lock, and no connection of this process stands on it: SQLCipher opens it
    here, whether it is protected or not.

    Raises:
        UserError: the source is damaged or locked, or there is no room.
    """
    from hospes.store import protected

    old = find_key(source)
    try:
        reading = protected.open_uri(uri(source, "rw"), protected.ProtectedBase, WORKER_WAIT_MS / 1000)
        try:
            if old is not None:
                reading.execute(f'PRAGMA key="{old.words}"')
            reading.execute("PRAGMA trusted_schema=OFF")
            reading.execute("PRAGMA temp_store=MEMORY")
            protected.export(reading, uri(target, "rw"), key.words if key else "")
        finally:
            reading.close()
    except sqlite3.Error as error:
        raise explain(error) from error


def connect_damaged(path: Path) -> sqlite3.Connection:
    """Connect to a private copy of a damaged file, only to read what can be read (`store.salvage`).

    SQLite is told to go on where it would refuse the whole file, and text that is none is taken as far as it
    goes.

    Raises:
        UserError: the file cannot be connected to.
    """
    try:
        connection: sqlite3.Connection
        if (key := find_key(path)) is not None:
            protected = _open(path, "rw", key, WORKER_WAIT_MS)
            protected.execute(f'PRAGMA key="{key.words}"')
            protected.key = key
            connection = protected
        else:
            connection = sqlite3.connect(uri(path, "rw"), uri=True, isolation_level=None)
        connection.text_factory = _as_far_as_it_goes
        for pragma in ("writable_schema=ON", "trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA query_only=ON")
    except sqlite3.Error as error:
        raise explain(error) from error
    return connection


def _as_far_as_it_goes(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _settle(connection: DocumentConnection, path: Path, mode: Mode, key: Key | None) -> None:
    here = identity(path)
    with _open_files_guard:
        _open_files[here] += 1
        connection.identity = here
        connection.key = key
        if key is not None:
            _open_salts[here] = key.salt
    for name, value, expected in _PRAGMAS:
        if name == "journal_mode" and mode == "ro":
            continue  # changing it writes; what a read connection finds is checked with the header
        connection.execute(f"PRAGMA {name}={value}")
        got = connection.execute(f"PRAGMA {name}").fetchone()
        # A library built without memory mapping answers mmap_size with no row at all.
        if got is not None and got[0] != expected:
            raise UserError(
                "The database library of this computer cannot keep the records safely ({name}). "
                "Install Hospes anew.",
                code="sqlite-unfit",
                name=name,
            )
    if mode == "ro":
        connection.execute("PRAGMA query_only=ON")


def set_wait(connection: sqlite3.Connection, wait_ms: int) -> None:
    """How long a connection waits for somebody else's lock from now on."""
    connection.execute(f"PRAGMA busy_timeout={int(wait_ms)}")


def explain(error: sqlite3.Error | UnicodeDecodeError) -> UserError:
    """SQLite's refusal as a sentence with a remedy. Raises the error again if it is a fault of Hospes."""
    said = refusal(error)
    if said is None:
        raise error
    return said


def refusal(error: sqlite3.Error | UnicodeDecodeError) -> UserError | None:
    """SQLite's refusal as a sentence with a remedy; None if it is a fault of Hospes.

    It raises nothing: an error that is raised a second time forgets what came before it.

    A UnicodeDecodeError is sqlite3 failing to word SQLite's complaint about a damaged schema.
    """
    if isinstance(error, UnicodeDecodeError):
        return damaged()
    name = getattr(error, "sqlite_errorname", "") or ""
    text = str(error)
    for prefix, make in _SENTENCES:
        if name.startswith(prefix):
            return make()
    if "locked" in text:
        return busy()
    if text.startswith(_DAMAGE_WITHOUT_A_CODE):
        return damaged()
    return None


def busy() -> UserError:
    """Somebody else holds SQLite's lock."""
    return UserError(
        "Another program is using the file just now. Nothing was changed. Try again in a moment.",
        code="file-busy",
    )


def full() -> UserError:
    """No room left."""
    return UserError(
        "There is no room left on this disk or stick. Nothing was changed. Make room and try again.",
        code="disk-full",
    )


def damaged() -> UserError:
    """SQLite cannot follow the file's structure."""
    return UserError(
        "The file is damaged: parts of it cannot be read. Keep it as it is, "
        "and go back to a backup or a copy.",
        code="file-damaged",
    )


def not_a_document() -> UserError:
    """Not SQLite at all, or encrypted."""
    return UserError(
        "This is not a Hospes file, or it is protected by a password or damaged from its first byte on. "
        "Look for another copy.",
        code="file-foreign",
    )


def read_only() -> UserError:
    """The system does not let us write."""
    return UserError(
        "The file cannot be changed here: it, or its folder, is write-protected, or it was moved. "
        "Save a copy in another folder and go on with that.",
        code="file-read-only",
    )


def unreachable() -> UserError:
    """Gone, or the folder is closed to us."""
    return UserError(
        "The file cannot be opened. It may have been moved or deleted, or it belongs to somebody else.",
        code="file-missing",
    )


def disk_trouble() -> UserError:
    """The disk refuses to read or write."""
    return UserError(
        "The disk or stick refused to work. Nothing was changed. Check that it is plugged in, "
        "or save a copy elsewhere.",
        code="disk-trouble",
    )


_DAMAGE_WITHOUT_A_CODE = ("unsupported file format", "Could not decode to UTF-8")
"""What SQLite and Python say of a damaged file as if the statement were at fault."""

_SENTENCES = (
    ("SQLITE_BUSY", busy),
    ("SQLITE_LOCKED", busy),
    ("SQLITE_FULL", full),
    ("SQLITE_CORRUPT", damaged),
    ("SQLITE_NOTADB", not_a_document),
    ("SQLITE_READONLY", read_only),
    ("SQLITE_PERM", read_only),
    ("SQLITE_CANTOPEN", unreachable),
    ("SQLITE_IOERR", disk_trouble),
)
