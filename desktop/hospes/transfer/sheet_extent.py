# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the cells of a sheet reach, found without building the sheet.

A library lays a sheet out as a full rectangle, so one stray cell in the last corner asks for hundreds of
gigabytes. Empty cells that only carry a colour do not count: many real workbooks have them up to the last
column.
"""

import re
from typing import Protocol
from xml.parsers import expat

from hospes.transfer.reading import MAX_COLUMNS, MAX_ROWS, Unreadable

MOST_CELLS = 8_000_000
"""Cells of the full rectangle; 200 MB of unpacked workbook cannot hold more filled ones."""


class Extent(Protocol):
    """Looks at one part of a workbook."""

    def feed(self, piece: bytes) -> None:
        """The next piece; raises `Unreadable` at a cell beyond every list."""

    def close(self, size: int) -> None:
        """The end of the part and its size in bytes."""


def far_cell(file: str, cell: str) -> Unreadable:
    """The sentence for a stray cell."""
    return Unreadable(
        "The sheet in {file} holds something in cell {cell}, far from any list of people. "
        "Delete what stands there, or copy the list into a new workbook.",
        code="source-far-cell",
        file=file,
        cell=cell,
    )


def too_many_rows(file: str) -> Unreadable:
    """The sentence for a list beyond the limit."""
    return Unreadable(
        "The list in {file} has more than {most} rows. Split it into several lists.",
        code="source-too-big",
        file=file,
        most=MAX_ROWS,
    )


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class XlsxExtent:
    """A sheet of an XLSX workbook."""

    # A cell with something inside: neither closed in itself nor closed at once.
    _cell = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,4})(\d{1,9})"(?:[^>]*[^/>])?>(?!</)')

    def __init__(self, file: str) -> None:
        self._file = file
        self._rest = b""
        self._columns = 0
        self._last_row = 0
        self._filled = 0

    def feed(self, piece: bytes) -> None:
        """Look at the cells that are whole by now."""
        text = self._rest + piece
        cut = max(text.rfind(b"<c "), text.rfind(b":c ") - 12)
        if cut <= 0:
            cut = max(0, len(text) - 400)
        self._look(text[:cut])
        self._rest = text[cut:][-65536:]

    def close(self, size: int) -> None:
        """Look at the last cells."""
        self._look(self._rest)

    def _look(self, text: bytes) -> None:
        found = self._cell.findall(text)
        if not found:
            return
        self._filled += len(found)
        letters = {column for column, _ in found}
        widest = max(letters, key=lambda each: (len(each), each)).decode("ascii")
        width = column_number(widest)
        row = int(found[-1][1])
        if width > MAX_COLUMNS:
            at = next(number for column, number in found if column.decode("ascii") == widest)
            raise far_cell(self._file, widest + at.decode("ascii"))
        if row > MAX_ROWS + 1000:
            raise (
                too_many_rows(self._file)
                if self._filled > MAX_ROWS // 2
                else far_cell(self._file, found[-1][0].decode("ascii") + str(row))
            )
        self._columns = max(self._columns, width)
        self._last_row = max(self._last_row, row)
        if self._columns * self._last_row > MOST_CELLS:
            raise far_cell(self._file, column_letters(self._columns) + str(self._last_row))


class SharedStrings:
    """The texts of an XLSX workbook; its head may claim thousands of millions (the library believes it)."""

    _claim = re.compile(rb'\b(?:uniqueCount|count)="(\d+)"')

    def __init__(self, file: str) -> None:
        self._file = file
        self._start = b""

    def feed(self, piece: bytes) -> None:
        """Keep the head."""
        if len(self._start) < 65536:
            self._start += piece[:65536]

    def close(self, size: int) -> None:
        """Raises `Unreadable` when more texts are claimed than can stand in these bytes."""
        head = self._start[: self._start.find(b">", self._start.find(b"sst")) + 1]
        # The shortest text is `<si><t/></si>`.
        if any(
            int(claim) > size // 5 + 1000 for claim in self._claim.findall(head) if len(claim) < 100
        ) or any(len(claim) >= 100 for claim in self._claim.findall(head)):
            raise Unreadable(
                "The workbook {file} contradicts itself. Open it in a spreadsheet program and save it again.",
                code="source-unsafe",
                file=self._file,
            )


class OdsExtent:
    """The sheets of an ODS workbook, where one cell may stand for a million."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._row = 0
        self._repeat = 1
        self._column = 0
        self._width = 0
        self._cells = 0

    def feed(self, piece: bytes) -> None:
        """Count on."""
        self._parser.Parse(piece)

    def close(self, size: int) -> None:
        """The end; an unfinished document raises expat's error."""
        self._parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("table:table-cell", "table:covered-table-cell"):
            again = max(1, int(attributes.get("table:number-columns-repeated", 1)))
            self._column += again
            if "office:value-type" in attributes or "calcext:value-type" in attributes:
                self._width = self._column
                if self._column > MAX_COLUMNS:
                    raise far_cell(self._file, column_letters(min(self._column, 99_999)) + str(self._row + 1))
                self._cells += again * self._repeat
        elif name == "table:table-row":
            self._repeat = max(1, int(attributes.get("table:number-rows-repeated", 1)))
            self._column = self._width = 0
        elif name == "table:table":
            self._row = self._cells = 0

    def _end(self, name: str) -> None:
        if name != "table:table-row":
            return
        self._row += self._repeat
        if self._width and self._row > MAX_ROWS + 1000:
            if self._cells > MAX_ROWS // 2:
                raise too_many_rows(self._file)
            raise far_cell(self._file, column_letters(self._width) + str(self._row))
        if self._cells > MOST_CELLS:
            raise too_many_rows(self._file)
