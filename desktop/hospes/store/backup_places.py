# SPDX-License-Identifier: GPL-3.0-or-later
"""Where backups lie, and which of them are kept (reliability, requirement 4).

The usual place is a folder of this computer; a person can choose two others, a stick for instance. One that
is not plugged in is told and never stops a backup. Generations are counted by their sequence and by the days
they were made on, never by the clock of today: a clock set back deletes nothing (T2.8). A backup is only
taken away after the new one was read again, and only for others that were read whole just now.
"""

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from hospes import paths, settings
from hospes.domain.errors import UserError
from hospes.store import backup, driver, refusals
from hospes.store.backup import SUFFIX, Backup, Manifest, Tell
from hospes.store.clock import utc_now

DAYS, DAILY, WEEKLY, MONTHLY = 2, 14, 8, 24
"""All of the newest days, then one for each day, week and month."""

_LOCK = ".hospes-backups.lock"
_WAIT_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made, and the chosen places that could not be reached."""

    backup: Backup
    missing: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the list; one that is damaged has no manifest that could be trusted."""

    path: Path
    size: int
    backup: Backup | None


def usual() -> Path:
    """The folder for backups of this computer; made if it is missing. Raises OSError."""
    folder = paths.data_folder() / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def chosen() -> tuple[str, ...]:
    """The places the person at this computer chose; none means the usual one."""
    try:
        return settings.load(paths.settings_file()).backup_places
    except OSError:
        return ()


def moment() -> tuple[datetime, date]:
    """Now, and the day it is here; HOSPES_TODAY moves both."""
    now = utc_now()
    with contextlib.suppress(ValueError):
        day = date.fromisoformat(os.environ.get("HOSPES_TODAY", ""))
        return datetime.combine(day, now.time(), UTC), day
    return now, now.astimezone().date()


def make(
    document: Path,
    places: Sequence[str],
    *,
    now: datetime,
    day: date,
    figures: Mapping[str, int] | None = None,
    tell: Tell | None = None,
) -> Made:
    """Back up a document into the first place and copy it to the others; the older ones are thinned.

    If the first place is not there, the backup goes to the usual one.

    Raises:
        UserError: no backup could be made anywhere, or the document is damaged.
    """
    with refusals.in_words(document):
        # An empty first place is the usual folder; a first place that is not there is stood in for by it.
        chosen = [Path(place) if place else None for place in places] or [None]
        missing = [place for place in chosen if place is not None and not place.is_dir()]
        there = [place for place in chosen if place is not None and place not in missing]
        if chosen[0] is None or chosen[0] in missing:
            there.insert(0, usual())
        number = next_number(backup.file_id(document), places)
        with alone(there[0]):
            target = _free(there[0], document.stem, day)
            made = backup.write(
                document, target, now=now, day=day, sequence=number, figures=figures, tell=tell
            )
            thin(there[0], made.manifest.file_id)
    for place in there[1:]:
        try:
            with alone(place):
                backup.copy(made, _free(place, document.stem, day), tell)
                thin(place, made.manifest.file_id)
        except (UserError, OSError):
            missing.append(place)
    return Made(made, tuple(missing))


def next_number(file_id: str, places: Sequence[str]) -> int:
    """The sequence number of a document's next backup."""
    return 1 + max((one.manifest.sequence for one in of_document(file_id, places)), default=0)


def of_document(file_id: str, places: Sequence[str]) -> list[Backup]:
    """The backups of a document, the newest first; by their manifests, so that it is quick."""
    found: dict[tuple[int, str, datetime], Backup] = {}
    for path in _files(places):
        with contextlib.suppress(UserError):
            manifest = backup.peek(path)
            if manifest.file_id == file_id:
                key = (manifest.sequence, manifest.sha256, manifest.made_at)
                found.setdefault(key, Backup(path, manifest))
    return sorted(found.values(), key=_age)


def every(file_id: str, places: Sequence[str]) -> list[Backup]:
    """Every single file with a backup of a document in all places that can be reached, the newest first.

    Unlike `of_document`, the copies of one backup in several places are all in it: for what must be done to
    each of them, as erasing somebody is (`backup_rewrite`).
    """
    found = [one for folder in folders(places) for one in _peeked(folder) if one.manifest.file_id == file_id]
    return sorted(found, key=_age)


def damaged_ones(document: Path, places: Sequence[str]) -> list[Path]:
    """Files that are called like backups of a document and cannot be read: nothing can be done to them."""
    found = []
    for path in _files(places):
        try:
            backup.peek(path)
        except UserError:
            if path.name.startswith(document.stem):
                found.append(path)
    return found


def listed(document: Path, file_id: str, places: Sequence[str]) -> list[Listed]:
    """Every backup of a document after reading each whole, the newest first, damaged ones at the end."""
    whole: dict[tuple[int, str, datetime], Listed] = {}
    broken = []
    for path in _files(places):
        with contextlib.suppress(OSError):
            size = path.stat().st_size
            try:
                manifest = backup.check(path)
            except UserError:
                if path.name.startswith(document.stem):
                    broken.append(Listed(path, size, None))
                continue
            if manifest.file_id == file_id:
                key = (manifest.sequence, manifest.sha256, manifest.made_at)
                whole.setdefault(key, Listed(path, size, Backup(path, manifest)))
    return [*sorted(whole.values(), key=lambda one: _age(one.backup)), *broken]


def last(file_id: str, places: Sequence[str]) -> Backup | None:
    """The newest backup of a document."""
    return next(iter(of_document(file_id, places)), None)


def newest_by_name(document: Path, places: Sequence[str]) -> Backup | None:
    """The newest whole backup of a document that cannot be opened, and so cannot say whose it is.

    Told by the name of the file the backup was made of.
    """
    named = [
        Backup(path, manifest)
        for path in _files(places)
        if path.name.startswith(f"{document.stem} ") and (manifest := _manifest(path)) is not None
    ]
    for one in sorted(named, key=lambda one: (one.manifest.day, one.manifest.sequence), reverse=True):
        with contextlib.suppress(UserError):
            backup.check(one.path)
            return one
    return None


def _manifest(path: Path) -> Manifest | None:
    try:
        return backup.peek(path)
    except UserError:
        return None


def thin(folder: Path, file_id: str) -> None:
    """Take away the backups of a document no generation needs; damaged ones stay and count for nothing."""
    mine = [one for one in _peeked(folder) if one.manifest.file_id == file_id]
    if len(keep(mine)) == len(mine):
        return
    whole = []
    for one in mine:
        with contextlib.suppress(UserError):
            backup.check(one.path)
            whole.append(one)
    kept = keep(whole)
    for one in whole:
        if one.path not in kept:
            with contextlib.suppress(OSError):
                one.path.unlink()


def keep(backups: Sequence[Backup]) -> frozenset[Path]:
    """Which of these backups the generations need: by sequence, and by the days they were made on."""
    newest = sorted(backups, key=_age)
    kept: set[Path] = set()
    days: list[date] = []
    for one in newest:
        day = one.manifest.day
        if day not in days:
            if len(days) == DAYS:
                break
            days.append(day)
        kept.add(one.path)
    for number, form in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        spans: set[str] = set()
        for one in newest:
            span = one.manifest.day.strftime(form)
            if span not in spans and len(spans) < number:
                spans.add(span)
                kept.add(one.path)
    return frozenset(kept)


def _age(one: Backup | None) -> tuple[int, float]:
    return (-one.manifest.sequence, -one.manifest.made_at.timestamp()) if one is not None else (0, 0.0)


def _peeked(folder: Path) -> list[Backup]:
    found = []
    for path in _in(folder):
        with contextlib.suppress(UserError):
            found.append(Backup(path, backup.peek(path)))
    return found


def folders(places: Sequence[str]) -> list[Path]:
    """The folders backups lie in: the chosen ones and the usual one."""
    found = [Path(place) for place in places if place]
    with contextlib.suppress(OSError):
        found.append(usual())
    return list(dict.fromkeys(found))


def _files(places: Sequence[str]) -> list[Path]:
    return [path for folder in folders(places) for path in _in(folder)]


def _in(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix == SUFFIX and not path.name.startswith(".") and path.is_file()
        )
    return []


def _free(folder: Path, stem: str, day: date) -> Path:
    """A name nobody has: NAME DATE, and a number from the second of the day on."""
    number = 1
    target = folder / f"{stem} {day.isoformat()}{SUFFIX}"
    while os.path.lexists(target):
        number += 1
        target = folder / f"{stem} {day.isoformat()} ({number}){SUFFIX}"
    return target


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Only one process at a time makes and thins backups in a folder; what a killed one left is removed."""
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK, timeout=_WAIT_SECONDS, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise driver.busy() from None
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") and f"{SUFFIX}." in entry.name and ".part" in entry.name:
                    with contextlib.suppress(OSError):
                        os.unlink(entry.path)
        yield
    finally:
        lock.release()
