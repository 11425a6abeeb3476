# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of protected documents this process was told (decision 29).

A protected document is encrypted by SQLCipher. Its first sixteen bytes are its salt; password and salt give
the key, slowly on purpose, so it is worked out once and kept here as long as the process may read. Every copy
of a document (backup, part, other laptop's file) carries the same salt and so opens with the same key: that
is why no caller of `driver.connect` hands keys about. A password is never kept, and a key leaves the process
only by the pipe to a child.

This module loads neither SQLAlchemy nor SQLCipher.
"""

import hashlib
import hmac
import math
import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from hospes.domain.errors import UserError

SALT = 16
"""Bytes of salt at the beginning of a protected document."""

PLAIN = b"SQLite format 3\0"
"""How a document without a password begins."""

PAGE = 4096
_MAC = 64
_ROUNDS = 256_000
"""SQLCipher 4's own numbers: page, HMAC-SHA512, and rounds of PBKDF2."""

_NOISE = 7.6
"""Bits a byte: encrypted pages have 7.95, a damaged document's first page about 4."""

LEAST = 8
"""Characters a password must have."""


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a document and all copies of it."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def words(self) -> str:
        """As SQLCipher takes it, without deriving it again."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


_keys: dict[bytes, Key] = {}
_guard = threading.Lock()

asker: Callable[[Path], str | None] | None = None
"""Asks the person for the password of a file; only the command line has one, the window shows a pane."""


def derive(password: str, salt: bytes) -> Key:
    """The key of a password; takes about a third of a second, which is the point."""
    typed = password.encode("utf-8", "surrogatepass")
    return Key(hashlib.pbkdf2_hmac("sha512", typed, salt, _ROUNDS, 32), salt)


def new_key(password: str) -> Key:
    """A key with a salt of its own.

    Raises:
        UserError: the password is too short to protect anything.
    """
    long_enough(password)
    return derive(password, os.urandom(SALT))


def long_enough(password: str) -> None:
    """Refuse what protects nothing.

    Raises:
        UserError: it is too short.
    """
    if len(password) < LEAST:
        raise UserError(
            "A password needs at least {n} characters. Three or four words are good and easy to keep.",
            code="password-short",
            n=LEAST,
        )


def known(salt: bytes) -> Key | None:
    """The key for a salt, if this process was told it."""
    with _guard:
        return _keys.get(salt)


def learn(keys: Iterable[Key]) -> None:
    """Keep keys for as long as this process lives, or until they are forgotten."""
    with _guard:
        _keys.update((key.salt, key) for key in keys)


def forget(salt: bytes | None = None) -> None:
    """Forget one key, or all."""
    with _guard:
        if salt is None:
            _keys.clear()
        else:
            _keys.pop(salt, None)


def to_plain() -> list[list[str]]:
    """All keys, for the pipe to a child process; never for an argument, the environment or a file."""
    with _guard:
        return [[key.secret.hex(), key.salt.hex()] for key in _keys.values()]


def from_plain(keys: Iterable[Iterable[str]]) -> None:
    """Learn in a child what the parent knows."""
    learn(Key(*(bytes.fromhex(part) for part in one)) for one in keys)


def seems_protected(first_page: bytes, size: int) -> bool:
    """Whether a file that is no plain document looks like a protected one: whole pages of noise."""
    if first_page.startswith(PLAIN) or len(first_page) < PAGE or size % PAGE:
        return False
    counts = Counter(first_page).values()
    return -sum(n / PAGE * math.log2(n / PAGE) for n in counts) > _NOISE


def fits(key: Key, first_page: bytes) -> bool:
    """Whether a key made this page: its HMAC says so, without asking SQLite and without touching the file."""
    mac_key = hashlib.pbkdf2_hmac("sha512", key.secret, bytes(byte ^ 0x3A for byte in key.salt), 2, 32)
    body, mac = first_page[SALT : PAGE - _MAC], first_page[PAGE - _MAC : PAGE]
    return hmac.compare_digest(hmac.new(mac_key, body + (1).to_bytes(4, "little"), "sha512").digest(), mac)


def first_page(path: Path) -> bytes:
    """The first page of a closed file: never of one this process has open (F13). Raises OSError."""
    with path.open("rb") as file:
        return file.read(PAGE)


def find(path: Path, page: bytes, size: int) -> Key | None:
    """The key of a file with this first page; None for a plain one, or one that is none of ours.

    Raises:
        PasswordNeeded: it is protected, and nobody has told its password.
        UserError: what was typed is not its password.
    """
    if page.startswith(PLAIN) or len(page) < SALT:
        return None
    key = known(page[:SALT])
    if key is None and seems_protected(page, size):
        if asker is None or (password := asker(path)) is None:
            raise PasswordNeeded(path)
        key = unlock(path, page, password)
    return key


def unlock(path: Path, page: bytes, password: str) -> Key:
    """Learn the key of a protected file with this first page.

    Raises:
        UserError: it is not its password; nothing more is said about it.
    """
    key = derive(password, page[:SALT])
    if not fits(key, page):
        raise UserError("This is not the password of “{name}”.", code="password-wrong", name=path.name)
    learn([key])
    return key


class PasswordNeeded(UserError):
    """A file is protected and this process does not know its key."""

    code = "password-needed"

    def __init__(self, path: Path) -> None:
        super().__init__("“{name}” is protected by a password.", name=path.name)
        self.path = path
