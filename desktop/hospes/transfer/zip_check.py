# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking into a workbook before a library does.

The library that reads workbooks ends the whole process on a kilobyte of ill will (F7), so what is known to do
so is refused here with a sentence; what is not known ends the child process only. Every part is unpacked once
by ourselves, in pieces, without believing the sizes the file states.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.parsers.expat import ExpatError

from hospes.transfer.reading import Unreadable
from hospes.transfer.sheet_extent import Extent, OdsExtent, SharedStrings, XlsxExtent

MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
SMALL_PART = 20 * 1024 * 1024
"""Up to this size a part may be packed as densely as it likes: a tidy list of zeros is no attack."""
MOST_PARTS = 2000
PIECE = 1 << 20

_DOCTYPES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    ValueError,
    NotImplementedError,
    EOFError,
    ExpatError,
)


def check(path: Path) -> None:
    """Raises `Unreadable` when the packed workbook is unsafe, damaged, or has cells far from any table."""
    try:
        with zipfile.ZipFile(path) as packed, path.open("rb") as file:
            parts = packed.infolist()
            _check_names(path, parts)
            total = 0
            for part in parts:
                total += _check_part(path, file, part, total)
    except _BROKEN:
        raise damaged(path) from None


def damaged(path: Path) -> Unreadable:
    """The sentence for a file that breaks off or contradicts itself."""
    return Unreadable("The file {file} is damaged and cannot be read.", code="source-damaged", file=path.name)


def _unsafe(path: Path) -> Unreadable:
    return Unreadable(
        "The workbook {file} is not built as spreadsheet programs build them, so it is not opened. "
        "Open it in a spreadsheet program and save it again.",
        code="source-unsafe",
        file=path.name,
    )


def _too_big(path: Path) -> Unreadable:
    return Unreadable(
        "The workbook {file} unpacks to far more than a list of people. Copy the list into a new workbook.",
        code="source-too-big",
        file=path.name,
    )


def _check_names(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.replace("\\", "/").lower() for part in parts]
    if len(parts) > MOST_PARTS or len(set(names)) != len(names):
        raise _unsafe(path)
    for name, part in zip(names, parts, strict=True):
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise _unsafe(path)
        if part.flag_bits & 0x1:
            raise Unreadable(
                "The workbook {file} is protected by a password. Save it without one.",
                code="source-protected",
                file=path.name,
            )
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise _too_big(path)


def _check_part(path: Path, file: BinaryIO, part: zipfile.ZipInfo, before: int) -> int:
    """Unpacks one part and gives its true size."""
    size = 0
    tail = b""
    extent = _extent_of(part.filename.lower(), path.name)
    for piece in _unpacked(file, part):
        size += len(piece)
        if before + size > MOST_UNPACKED or (
            size > SMALL_PART and size > MOST_RATIO * max(1, part.compress_size)
        ):
            raise _too_big(path)
        seam = tail + piece[:32]
        if any(mark in piece or mark in seam for mark in _DOCTYPES):
            raise _unsafe(path)
        tail = piece[-32:]
        if extent is not None:
            extent.feed(piece)
    if size != part.file_size:
        raise damaged(path)
    if extent is not None:
        extent.close(size)
    return size


def _extent_of(name: str, file: str) -> Extent | None:
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        return XlsxExtent(file)
    if name == "xl/sharedstrings.xml":
        return SharedStrings(file)
    return OdsExtent(file) if name == "content.xml" else None


def _unpacked(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    file.seek(part.header_offset)
    header = file.read(30)
    if header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    file.seek(name_length + extra_length, 1)
    left = part.compress_size
    if part.compress_type == zipfile.ZIP_STORED:
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise zipfile.BadZipFile
    inflate = zlib.decompressobj(-15)
    while left > 0 and (packed := file.read(min(PIECE, left))):
        left -= len(packed)
        while packed and not inflate.eof:
            yield inflate.decompress(packed, PIECE)
            packed = inflate.unconsumed_tail
    while not inflate.eof and (rest := inflate.decompress(b"", PIECE)):
        yield rest
    if not inflate.eof:
        raise zlib.error
