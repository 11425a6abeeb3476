# SPDX-License-Identifier: GPL-3.0-or-later
"""Which kind of file this is, by its content: endings lie, and programs of others name their exports as they
like.
"""

import re
import zipfile
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.transfer.reading import MAX_BYTES, Unreadable

_CAMT = re.compile(rb"camt\.05[234]")
_MT940 = re.compile(rb"(?:\A|[\r\n:]):20:[^\r\n]{0,80}(?:[\r\n]{1,4}[^\r\n]{0,80}){0,2}?[\r\n]{1,4}:25P?:")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def form_of(path: Path) -> str:
    """The form by its content, `csv` where nothing else fits. Raises `Unreadable` with the remedy."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise Unreadable("This is a folder, not a file: {file}", file=path.name)
        with path.open("rb") as file:
            start = file.read(4096)
    except FileNotFoundError:
        raise Unreadable("There is no file {file}.", code="source-missing", file=path.name) from None
    except (OSError, ValueError):
        raise Unreadable(
            "The file {file} cannot be opened. Is it open in another program?", file=path.name
        ) from None
    if size == 0:
        raise Unreadable("The file {file} is empty.", code="source-empty", file=path.name)
    if size > MAX_BYTES:
        raise Unreadable(
            "The file {file} is too big: {size} MB, and at most {most} MB can be brought in at once. "
            "Split the list.",
            code="source-too-big",
            file=path.name,
            size=size // 1024 // 1024,
            most=MAX_BYTES // 1024 // 1024,
        )
    return _by_content(path, start)


def _by_content(path: Path, start: bytes) -> str:
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path)
    if path.suffix.lower() in (".hospes-visit", ".hospes-figures", ".hospes-rules"):
        # The reader says what is wrong with it.
        return path.suffix.lower().removeprefix(".hospes-")
    if start.startswith(OLE):
        return "workbook"
    plain = start.replace(b"\0", b"")
    if _CAMT.search(plain) and plain.lstrip(b"\xff\xfe\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return "camt"
    if _MT940.search(plain.removeprefix(b"\xef\xbb\xbf")):
        return "mt940"
    foreign = _foreign(path, start)
    if foreign is not None:
        raise foreign
    text = start
    if start[:2] in (b"\xff\xfe", b"\xfe\xff") or start[1:2] == b"\0" or start[:1] == b"\0":
        text = start.replace(b"\0", b"").lstrip(b"\xff\xfe")
    text = text.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:11].upper() == b"BEGIN:VCARD":
        return "vcard"
    if text[:15].upper() == b"BEGIN:VCALENDAR":
        return "calendar"
    if text[:1] in (b"[", b"{") and path.suffix.lower() != ".csv":
        return "json"
    return "csv"


def _zipped(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()[:5000]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Unreadable("The file {file} is damaged and cannot be read.", file=path.name) from None
    if any(name.lower().lstrip("/") in ("xl/workbook.xml", "xl/workbook.bin") for name in names):
        return "workbook"
    if "content.xml" in names:
        return "workbook"
    if "visit.json" in names or path.suffix.lower() == ".hospes-visit":
        return "visit"
    if any(name.startswith("word/") for name in names):
        raise Unreadable(
            "{file} is a text document. Copy its table into a spreadsheet program and save it there.",
            file=path.name,
        )
    if names and all(name.lower().endswith((".xml", "/")) and name[:1] != "[" for name in names):
        return "camt"  # banks pack the statements of a month
    raise Unreadable("{file} is a packed folder, not a list. Unpack it first.", file=path.name)


def _foreign(path: Path, start: bytes) -> UserError | None:
    head = start.lstrip().lower()
    if start.startswith(b"SQLite format 3\0"):
        return Unreadable(
            "{file} is a data file of a program, not a list. A file of Hospes is opened, not brought in.",
            file=path.name,
        )
    if start.startswith(b"%PDF"):
        return Unreadable("{file} is a PDF. Bring in the list it was printed from.", file=path.name)
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"{\\rtf", b"<table")):
        return Unreadable(
            "{file} is a web page or a text document, not a list. "
            "Open it in a spreadsheet program and save it as .xlsx, .ods or .csv.",
            file=path.name,
        )
    if start.startswith(
        (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BZh", b"\x7fELF", b"MZ")
    ):
        return Unreadable("{file} is not a list.", file=path.name)
    return None
