# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks: XLSX, ODS and the older XLS, read as the values that were last shown, never as formulas.

Texts stay texts ("01067"), days come typed whatever the country of the spreadsheet program, 1904 files
included.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.domain.errors import Message
from hospes.transfer.reading import (
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Head,
    Odd,
    Output,
    ReadOptions,
    Unreadable,
)
from hospes.transfer.sheet_extent import column_letters, too_many_rows
from hospes.transfer.sniff import OLE
from hospes.transfer.zip_check import check, damaged

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_WIDE = 16_384
"""Columns a spreadsheet program knows; a sheet with more was not made by one."""
_PROTECTED = "EncryptedPackage".encode("utf-16-le")


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read one sheet: the one asked for, or the first visible one with a table. Raises `Unreadable`."""
    with path.open("rb") as file:
        start = file.read(8)
        old = start == OLE
        if old and _PROTECTED in file.read():
            raise Unreadable(
                "The workbook {file} is protected by a password. Save it without one.",
                code="source-protected",
                file=path.name,
            )
    if not old:
        check(path)
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [
            (meta.name, meta.visible == SheetVisibleEnum.Visible)
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        ]
        name = _choose(book, sheets, options.sheet, path)
        names = tuple(each for each, visible in sheets if visible or each == name)
        out.head(Head("workbook", sheet=name, sheets=names))
        _rows(book.get_sheet_by_name(name), out, path)
    except (CalamineError, OSError, ValueError, KeyError):
        raise damaged(path) from None


def _choose(book: "CalamineWorkbook", sheets: list[tuple[str, bool]], asked: str | None, path: Path) -> str:
    if asked is not None:
        wanted = asked.strip().casefold()
        for name, _ in sheets:
            if name.strip().casefold() == wanted:
                return name
        raise Unreadable(
            "{file} has no sheet named {sheet}. It has: {sheets}.",
            code="sheet-unknown",
            file=path.name,
            sheet=asked,
            sheets=", ".join(name for name, _ in sheets),
        )
    visible = [name for name, seen in sheets if seen]
    for name in visible or [name for name, _ in sheets]:
        if book.get_sheet_by_name(name).height > 1 or len(visible) == 1:
            return name
    if not sheets:
        raise Unreadable("{file} has no sheet with a list.", code="source-empty", file=path.name)
    return (visible or [sheets[0][0]])[0]


def _rows(sheet: "CalamineSheet", out: Output, path: Path) -> None:
    if sheet.start is None:
        return
    left = sheet.start[1]
    total = max(1, sheet.total_height)
    if sheet.total_width > MOST_WIDE:
        raise Unreadable(
            "The sheet of {file} has {n} columns; a list can have {most}.",
            code="source-too-wide",
            file=path.name,
            n=sheet.total_width,
            most=MAX_COLUMNS,
        )
    if total > MAX_ROWS + 1001:
        raise too_many_rows(path.name)
    # The rows before the first filled one are given as empty ones, the columns before it are not.
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row: list[Cell] = [None] * left
        row.extend(_cell(cell) for cell in cells)
        while row and (row[-1] is None or row[-1] == ""):
            row.pop()
        if not row:
            continue
        if len(row) > MAX_COLUMNS:
            raise Unreadable(
                "Row {row} has {n} cells; a list can have {most} columns.",
                code="source-too-wide",
                row=number,
                n=len(row),
                most=MAX_COLUMNS,
            )
        long = next(
            (at for at, cell in enumerate(row) if isinstance(cell, str) and len(cell) > MAX_CELL), None
        )
        if long is not None:
            message = Message(
                "Cell {cell} has more than {most} letters.",
                cell=f"{column_letters(long + 1)}{number}",
                most=MAX_CELL,
            )
            out.odd(Odd(number, "cell-too-long", message, str(row[long])[:80]))
            continue
        out.row(number, row)
        if number % 2000 == 0:
            out.progress(number / total)


def _cell(value: object) -> Cell:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, date | int):
        return value
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02d}"
    return None
