# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the visit file of a partner, in the child process like every foreign file.

Nothing in it is believed: the zip is checked before it is unpacked, only one part is looked at, every text is
cleaned, every record has a limit, and what has another shape ends in a sentence.
"""

import json
import zipfile
import zlib
from pathlib import Path
from typing import Any

from hospes.transfer.partner_file import PART, VERSION
from hospes.transfer.reading import MAX_CELL, MAX_COLUMNS, Head, Output, ReadOptions, Unreadable
from hospes.transfer.text_border import clean
from hospes.transfer.zip_check import check

MOST_BYTES = 20 * 1024 * 1024
MOST_RECORDS = 5000
LISTS = ("guests", "hosts", "stays", "programme")
MOST_DEEP = 3


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read a visit file. Raises `Unreadable` for anything else."""
    whole = _parsed(path)
    version = whole.get("hospes_visit")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise _damaged(path)
    if version > VERSION:
        raise Unreadable(
            "{file} was written by a newer Hospes. Bring Hospes up to date and try again.",
            code="visit-file-newer",
            file=path.name,
        )
    out.head(Head("visit", encoding="utf-8", schema=version))
    about = {name: _plain(whole.get(name), path) for name in ("from", "visit")}
    number = 1
    out.card(number, {"part": "about", "has": [name for name in LISTS if name in whole], **about})
    for name in LISTS:
        records = whole.get(name, [])
        if not isinstance(records, list) or len(records) > MOST_RECORDS:
            raise _damaged(path)
        for record in records:
            if not isinstance(record, dict) or len(record) > MAX_COLUMNS:
                raise _damaged(path)
            number += 1
            out.card(number, {"part": name, "record": _plain(record, path)})


def _parsed(path: Path) -> dict[str, Any]:
    try:
        check(path)
    except Unreadable as problem:
        if problem.code == "source-too-big":
            raise Unreadable(
                "{file} unpacks to far more than a visit, so it is not opened. Ask for a new one.",
                code="source-too-big",
                file=path.name,
            ) from None
        raise _damaged(path) from None
    try:
        with zipfile.ZipFile(path) as packed:
            if packed.getinfo(PART).file_size > MOST_BYTES:
                raise _damaged(path)
            text = packed.read(PART)
        whole = json.loads(text.decode("utf-8"))
    except (
        KeyError,
        ValueError,
        RecursionError,
        OSError,
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
    ):
        raise _damaged(path) from None
    if not isinstance(whole, dict):
        raise _damaged(path)
    return whole


def _damaged(path: Path) -> Unreadable:
    return Unreadable(
        "{file} is damaged or is no visit file of Hospes, so it is not opened. Ask for a new one.",
        code="visit-file-damaged",
        file=path.name,
    )


def _plain(value: object, path: Path, deep: int = 0) -> Any:  # noqa: ANN401 - a value of JSON
    """A value without signs that no text can have; nothing is nested deeper than a visit file is."""
    if isinstance(value, str):
        if len(value) > MAX_CELL:
            raise _damaged(path)
        return clean(value, lines=True, literal=True)[0]
    if isinstance(value, dict):
        if deep >= MOST_DEEP or len(value) > MAX_COLUMNS:
            raise _damaged(path)
        return {
            clean(str(name), lines=False)[0]: _plain(each, path, deep + 1) for name, each in value.items()
        }
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int) and abs(value) < 10**9:
        return value
    raise _damaged(path)
