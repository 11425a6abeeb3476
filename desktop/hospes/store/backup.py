# SPDX-License-Identifier: GPL-3.0-or-later
"""One backup: a document's copy and what it must be, in one file that notices any damage (decision 27).

A backup is a zip any computer can unpack: the copy, and a manifest with its hash, its counts, whose it is and
when it was made. The zip's comment ends with a hash of every byte before it, so that a flipped bit is noticed
wherever it falls, also where a zip itself would not care (reliability F4, T3.2). The copy is made by SQLite
in one piece (F3) and is looked through before it is packed; what was written is read again before it gets its
name.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from hospes.domain.errors import UserError
from hospes.store import driver, keyring, migrate, parts, refusals, residue, schema_check

SUFFIX = ".hospes-backup"
DATA, MANIFEST = "data.hospes", "manifest.json"
FORMAT = 1

_SEAL = b"hospes-backup sha256 "
_DIGITS = 64
_CHUNK = 1 << 20
_SMALL_CHUNK = 1 << 16
"""For a place that may be slow: between two of them Stop is heard."""
_LARGEST_MANIFEST = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time of the entries: when a backup was made stands in the manifest."""

Tell = Callable[[int, int], object]
"""Hears how many bytes of how many are done; what it raises ends the work, and nothing of it is left."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about the copy inside."""

    file_id: str
    schema: int
    sha256: str
    size: int
    counts: Mapping[str, int]
    """Rows by table."""
    made_at: datetime
    day: date
    """The day it was for whoever made it."""
    sequence: int
    figures: Mapping[str, int] = field(default_factory=dict)
    """What people ask first (members, visits), for the list of backups."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A file with a backup in it."""

    path: Path
    manifest: Manifest


def write(
    document: Path,
    target: Path,
    *,
    now: datetime,
    day: date,
    sequence: int,
    figures: Mapping[str, int] | None = None,
    tell: Tell | None = None,
) -> Backup:
    """Make a backup of a document, which may be open, under a name that is free; it is whole or not there.

    Raises:
        UserError: the document is damaged, the name is taken, or there is no room.
    """
    target = Path(os.path.abspath(target))
    with refusals.in_words(target):
        if os.path.lexists(target):
            raise refusals.folder(target) if target.is_dir() else parts.taken(target)
        parts.sweep(target)
        with parts.part_of(target) as raw, parts.part_of(target) as packed:
            migrate.copy_whole(document, raw)
            schema, file_id, counts = examine(raw)
            manifest = Manifest(file_id, schema, *_hash(raw), counts, now, day, sequence, dict(figures or {}))
            pack(raw, manifest, packed, tell)
            parts.publish(packed, target)
    return Backup(target, manifest)


def pack(raw: Path, manifest: Manifest, part: Path, tell: Tell | None = None) -> None:
    """Put a copy and its manifest into an empty private file, and read it again.

    Raises:
        UserError: the disk writes something else, or there is no room.
    """
    _pack(raw, manifest, part, tell)
    parts.sync(part)
    if check(part) != manifest:
        raise driver.disk_trouble()


def about(raw: Path, like: Manifest) -> Manifest:
    """The manifest of a copy that was changed inside; when and for what it was made stays.

    Raises:
        UserError: the copy is damaged or not ours.
    """
    schema, owner, counts = examine(raw)
    sha256, size = _hash(raw)
    return replace(like, file_id=owner, schema=schema, sha256=sha256, size=size, counts=counts)


def copy(backup: Backup, target: Path, tell: Tell | None = None) -> Backup:
    """Put a finished backup into another place too, checked when it is there; the place may be slow.

    Raises:
        UserError: the name is taken, there is no room, or the disk writes something else.
    """
    with refusals.in_words(target), parts.part_of(target) as part:
        with backup.path.open("rb") as source, part.open("wb") as sink:
            done, size = 0, backup.path.stat().st_size
            while chunk := source.read(_SMALL_CHUNK):
                sink.write(chunk)
                done += len(chunk)
                if tell is not None:
                    tell(done, size)
        parts.sync(part)
        if check(part, tell) != backup.manifest:
            raise driver.disk_trouble()
        parts.publish(part, target)
    return Backup(target, backup.manifest)


def check(path: Path, tell: Tell | None = None) -> Manifest:
    """Read every byte of a backup, and its manifest.

    Raises:
        UserError: any of it is not as it was written, or it was made by a newer Hospes.
    """
    with refusals.in_words(path), path.open("rb") as file:
        sealed = path.stat().st_size - _DIGITS
        if sealed < len(_SEAL):
            raise damaged(path)
        digest = hashlib.sha256()
        left, last = sealed, b""
        while left > 0 and (chunk := file.read(min(_CHUNK, left))):
            digest.update(chunk)
            left -= len(chunk)
            if tell is not None:
                tell(sealed - left, sealed)
            last = (last + chunk)[-len(_SEAL) :]
        if last != _SEAL or file.read() != digest.hexdigest().encode():
            raise damaged(path)
    return peek(path)


def peek(path: Path) -> Manifest:
    """Read only the manifest, for lists; whether the rest is whole is not known then.

    Raises:
        UserError: there is none that can be read, or it was made by a newer Hospes.
    """
    with refusals.in_words(path), _reading(path) as archive:
        info = archive.getinfo(MANIFEST)
        if info.file_size > _LARGEST_MANIFEST:
            raise damaged(path)
        data = json.loads(archive.read(info))
        if data["format"] > FORMAT:
            raise refusals.newer(path)
        return Manifest(
            file_id=str(data["file_id"]),
            schema=int(data["schema"]),
            sha256=str(data["sha256"]),
            size=int(data["size"]),
            counts={str(name): int(count) for name, count in data["counts"].items()},
            made_at=datetime.fromisoformat(data["made_at"]),
            day=date.fromisoformat(data["day"]),
            sequence=int(data["sequence"]),
            figures={str(name): int(count) for name, count in data["figures"].items()},
        )


def unpack(path: Path, target: Path) -> Manifest:
    """Take the copy out into an empty private file, and look through it.

    Raises:
        UserError: the backup is damaged or made by a newer Hospes, or there is no room.
    """
    manifest = check(path)
    if manifest.schema > schema_check.SCHEMA_VERSION:
        raise refusals.newer(path)
    with refusals.in_words(target):
        with _reading(path) as archive:
            info = archive.getinfo(DATA)
            if info.file_size != manifest.size:
                raise damaged(path)
            with archive.open(info) as source:
                page = source.read(keyring.PAGE)
            keyring.find(path, page, info.file_size)
            with archive.open(info) as source, target.open("wb") as sink:
                shutil.copyfileobj(source, sink, _CHUNK)
        if _hash(target) != (manifest.sha256, manifest.size):
            raise damaged(path)
        if examine(target) != (manifest.schema, manifest.file_id, dict(manifest.counts)):
            raise damaged(path)
    return manifest


def first_page(path: Path) -> bytes:
    """The first page of the copy inside: it tells whether a password protects it, and which.

    Raises:
        UserError: the backup is damaged.
    """
    with refusals.in_words(path), _reading(path) as archive, archive.open(DATA) as source:
        return source.read(keyring.PAGE)


@contextlib.contextmanager
def looking(path: Path) -> Iterator[Path]:
    """The copy inside a backup as a file to look at, in a private folder that goes when the block ends.

    Raises:
        UserError: the backup is damaged or made by a newer Hospes, or there is no room.
    """
    folder = residue.private_folder()
    try:
        inside = folder / DATA
        inside.touch(mode=0o600)
        unpack(path, inside)
        yield inside
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def examine(document: Path) -> tuple[int, str, dict[str, int]]:
    """Look through a closed document: its schema's version, whose it is, its rows by table.

    Raises:
        UserError: it is damaged or not ours.
    """
    connection = driver.connect(document, "ro")
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if not 1 <= version <= schema_check.SCHEMA_VERSION:
            raise schema_check.strange_schema()
        schema_check.verify(connection, version)
        if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise driver.damaged()
        found = connection.execute("SELECT value FROM file_fact WHERE key='file_id'").fetchone()
        return version, found[0] if found else "", migrate.counts(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise driver.explain(error) from error
    finally:
        connection.close()


def file_id(document: Path) -> str:
    """Whose document it is, which may be open.

    Raises:
        UserError: it is damaged or not ours.
    """
    connection = driver.connect(document, "ro")
    try:
        found = connection.execute("SELECT value FROM file_fact WHERE key='file_id'").fetchone()
        return found[0] if found else ""
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise driver.explain(error) from error
    finally:
        connection.close()


def damaged(path: Path) -> UserError:
    """A backup that is not as it was written."""
    return UserError(
        "“{name}” is damaged, or it is no backup of Hospes. It is not used; choose another backup.",
        code="backup-damaged",
        name=path.name,
    )


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OverflowError,
    ) as error:
        raise damaged(path) from error


def _pack(raw: Path, manifest: Manifest, target: Path, tell: Tell | None) -> None:
    words = {
        "format": FORMAT,
        "file_id": manifest.file_id,
        "schema": manifest.schema,
        "sha256": manifest.sha256,
        "size": manifest.size,
        "counts": dict(manifest.counts),
        "made_at": manifest.made_at.isoformat(),
        "day": manifest.day.isoformat(),
        "sequence": manifest.sequence,
        "figures": dict(manifest.figures),
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        about = zipfile.ZipInfo(MANIFEST, _EPOCH)
        about.external_attr = 0o600 << 16
        archive.writestr(about, json.dumps(words, indent=1, sort_keys=True))
        with (
            raw.open("rb") as source,
            archive.open(DATA, "w", force_zip64=manifest.size > _CHUNK << 10) as sink,
        ):
            done = 0
            while chunk := source.read(_CHUNK):
                sink.write(chunk)
                done += len(chunk)
                if tell is not None:
                    tell(done, manifest.size)
        archive.comment = _SEAL + b"0" * _DIGITS
    with target.open("r+b") as file:
        sealed = target.stat().st_size - _DIGITS
        digest, _ = _hash_of(file, sealed)
        file.seek(sealed)
        file.write(digest.encode())


def _hash(path: Path) -> tuple[str, int]:
    """SHA-256 and size of a closed file that is ours alone: never of an open document (F13)."""
    with path.open("rb") as file:
        return _hash_of(file, path.stat().st_size)


def _hash_of(file: BinaryIO, size: int) -> tuple[str, int]:
    digest, left = hashlib.sha256(), size
    while left > 0 and (chunk := file.read(min(_CHUNK, left))):
        digest.update(chunk)
        left -= len(chunk)
    return digest.hexdigest(), size - left
