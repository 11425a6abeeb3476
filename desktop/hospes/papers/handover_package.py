# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand-over package: papers, scans and a copy of the file as one ZIP, read again before it counts.

With a password only the copy of the file goes in beside the index, protected like any file of Hospes: papers
cannot be protected as well as that, and all of them can be made from the copy at any time.
"""

import contextlib
import hashlib
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hospes import __version__
from hospes.domain.errors import UserError
from hospes.domain.handover import Part
from hospes.i18n.locale import Locale
from hospes.papers.base import Scope
from hospes.papers.handover_index import HandoverIndex, IndexData, InPackage
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.packing import suffix_of
from hospes.store import backup, password, residue

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.papers.making import AnyPaper

MANIFEST = "contents.json"
FORMAT = 1
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_STAMP = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
LONGEST = 90

PAPERS: Mapping[Part, tuple[str, ...]] = {
    Part.SUMMARY: ("handover-summary",),
    Part.CONTACTS: ("contact-directory", "board-list"),
    Part.MEMBERS: ("member-list",),
    Part.RESOLUTIONS: ("resolutions",),
    Part.MONEY: ("dues-list", "cash-report", "accounts-summary", "cash-journal"),
}
"""The papers of each part; one that this Hospes does not make is passed over."""

Tell = Callable[[int, int, str], object]
"""Hears how many of how many files are done, and which is next; raises to stop."""
Read = Callable[..., Any]
Copy = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted."""

    parts: frozenset[Part] = frozenset(Part)
    password: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """What was made."""

    path: Path
    files: tuple[InPackage, ...]
    rows: int
    """Rows in the copy of the file, counted after it was opened again; 0 where none is in it."""
    protected: bool = False
    missing: tuple[str, ...] = ()
    """Documents whose content was never in this file."""


@dataclass(slots=True)
class _Making:
    archive: zipfile.ZipFile
    locale: Locale
    files: list[InPackage] = field(default_factory=list)
    sums: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    missing: list[str] = field(default_factory=list)

    def name(self, wanted: str, ending: str) -> str:
        """A name that is free and that no operating system refuses."""
        folder, _, last = wanted.rpartition("/")
        clean = " ".join(_NOT_IN_NAMES.sub(" ", last).split()).strip(" .")[:LONGEST].strip() or "document"
        start = f"{folder}/" if folder else ""
        name, n = f"{start}{clean}{ending}", 1
        while name.casefold() in self.taken:
            n += 1
            name = f"{start}{clean} ({n}){ending}"
        self.taken.add(name.casefold())
        return name

    def add(self, name: str, about: str, data: bytes) -> None:
        """Put something in."""
        self.archive.writestr(_info(name), data)
        self.sums[name] = hashlib.sha256(data).hexdigest()
        self.files.append(InPackage(name, about, len(data)))

    def add_file(self, name: str, about: str, source: Path) -> None:
        """Put a file in without holding all of it at once."""
        found = hashlib.sha256()
        size = 0
        with source.open("rb") as reading, self.archive.open(_info(name), "w", force_zip64=True) as writing:
            while chunk := reading.read(_CHUNK):
                found.update(chunk)
                size += len(chunk)
                writing.write(chunk)
        self.sums[name] = found.hexdigest()
        self.files.append(InPackage(name, about, size))


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _STAMP)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def make_package(
    part: Path,
    read: Read,
    copy: Copy,
    wish: Wish,
    *,
    today: date,
    now: datetime,
    stem: str,
    tell: Tell | None = None,
) -> Packed:
    """Write the package into an empty file and read it again.

    Args:
        part: the file to write into; the caller publishes it or throws it away.
        read: how queries are called, `App.read`.
        copy: puts a copy of the open file at a free path.
        wish: parts, password, language.
        today: the day it is.
        now: the moment, for the lock of the copy while it gets its password.
        stem: the name of the file, without its ending.
        tell: hears the progress.

    Raises UserError: the copy cannot be made or opened again, the password is too short, or the package
    cannot be read again. Whatever `tell` raises ends it too.
    """
    from hospes.queries.association import association

    locale = Locale.of(wish.language or read(association).language or "en")
    jobs = list(_jobs(read, wish, locale, today))
    total = len(jobs) + 2
    say = tell or (lambda done, of, words: None)
    rows = 0
    checked = ""
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        making = _Making(archive, locale)
        for at, job in enumerate(jobs):
            say(at, total, job.title)
            job.make(making)
        if Part.FILE in wish.parts:
            say(len(jobs), total, locale.label(Part.FILE))
            rows = _add_copy(making, copy, wish.password, now, stem)
            checked = locale.ntext(
                "The copy of the file was opened again and holds {n} record.",
                "The copy of the file was opened again and holds {n} records.",
                rows,
            )
        say(len(jobs) + 1, total, locale.text(HandoverIndex.title))
        _add_index(making, read, wish, today, checked)
        manifest = {
            "format": FORMAT,
            "made_on": today.isoformat(),
            "hospes": __version__,
            "protected": bool(wish.password),
            "rows": rows,
            "sha256": dict(sorted(making.sums.items())),
        }
        archive.writestr(_info(MANIFEST), json.dumps(manifest, indent=1, ensure_ascii=False))
    check_package(part)
    return Packed(part, tuple(making.files), rows, bool(wish.password), tuple(making.missing))


@dataclass(frozen=True, slots=True)
class _Job:
    title: str
    make: Callable[[_Making], None]


def _jobs(read: Read, wish: Wish, locale: Locale, today: date) -> Iterator[_Job]:
    if wish.password:
        return
    for part in Part:
        if part not in wish.parts:
            continue
        if part is Part.TWINNINGS:
            yield from _twinnings(read, locale, today)
        elif part is Part.AGREEMENTS:
            yield from _scans(read, locale, today)
        else:
            for code in PAPERS.get(part, ()):
                with contextlib.suppress(UserError):
                    yield _paper_job(find_paper(code), read, locale, today)


def _paper_job(
    paper: "AnyPaper", read: Read, locale: Locale, today: date, scope: Scope | None = None, name: str = ""
) -> _Job:
    title = locale.text(paper.title)

    def make(making: _Making) -> None:
        options = replace(paper.options(), language=locale.code)
        gathered = read(gather, paper, options, scope or Scope(today))
        making.add(making.name(name or title, ".pdf"), title, draw(gathered).pdf)

    return _Job(name or title, make)


def _twinnings(read: Read, locale: Locale, today: date) -> Iterator[_Job]:
    from hospes.queries.handover import own_twinnings

    folder = locale.text("Twinnings")
    for bond, title in read(own_twinnings, today, locale):
        scope = Scope(today, twinning=bond)
        yield _paper_job(find_paper("twinning-facts"), read, locale, today, scope, f"{folder}/{title}")


def _scans(read: Read, locale: Locale, today: date) -> Iterator[_Job]:
    from hospes.queries.documents import document_bytes
    from hospes.queries.handover import scans

    folder = locale.text("Agreements")

    def job(twinning: str, title: str, ref: "UUID", name: str, media: str) -> _Job:
        def make(making: _Making) -> None:
            try:
                data = read(document_bytes, ref)
            except UserError:
                making.missing.append(title)
                return
            ending = suffix_of(media, name) or Path(name).suffix
            making.add(making.name(f"{folder}/{twinning} {title}", ending), title, data)

        return _Job(title, make)

    for row in read(scans, today, locale):
        yield job(*row)


def _add_copy(making: _Making, copy: Copy, secret: str, now: datetime, stem: str) -> int:
    """Copy, protect, open again and count; gives the number of rows."""
    folder = residue.private_folder()
    try:
        target = folder / f"{_NOT_IN_NAMES.sub(' ', stem).strip(' .') or 'hospes'}.hospes"
        copy(target)
        if secret:
            password.change(target, secret, now=now, places=())
        _, _, counts = backup.examine(target)
        words = making.locale.text("A copy of the file itself")
        making.add_file(making.name(target.stem, ".hospes"), words, target)
        return sum(counts.values())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _add_index(making: _Making, read: Read, wish: Wish, today: date, checked: str) -> None:
    paper = HandoverIndex()
    options = replace(paper.options(), language=making.locale.code)
    gathered = read(gather, paper, options, Scope(today))
    data: IndexData = gathered.data
    data = replace(data, files=tuple(making.files), protected=bool(wish.password), checked=checked)
    if wish.password:
        # Names of documents are for those who have the password.
        data = replace(data, documents=replace(data.documents, documents=()))
    title = making.locale.text(paper.title)
    name = making.name(f"0 {title}", ".pdf")
    making.add(name, title, draw(replace(gathered, data=data)).pdf)


def check_package(path: Path) -> Mapping[str, str]:
    """Read every byte of a package and compare it with what it says of itself; gives the sums by name.

    Raises UserError where any of it is not as it was written.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            sums = dict(manifest["sha256"])
            names = {one.filename for one in archive.infolist()} - {MANIFEST}
            whole = names == set(sums) and all(_sum(archive, name) == sums[name] for name in names)
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError) as error:
        raise damaged(path) from error
    if not whole:
        raise damaged(path)
    return sums


def _sum(archive: zipfile.ZipFile, name: str) -> str:
    found = hashlib.sha256()
    with archive.open(name) as reading:
        while chunk := reading.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def damaged(path: Path) -> UserError:
    """The package is not what was written."""
    return UserError(
        "“{name}” is not whole: it is not what was written. Make it again, perhaps in another place.",
        code="package-damaged",
        name=path.name,
    )
