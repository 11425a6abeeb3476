# SPDX-License-Identifier: GPL-3.0-or-later
"""Splitting lines into cells, tolerant of what programs really write.

Python's csv module lets an unclosed quotation mark swallow the rest of the file without a word (E11) and
mangles marks inside a cell, as JVerein's address book writes them. Here a record that cannot be right is
given back with a reason, and reading goes on with the line after its first one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hospes.transfer.reading import MAX_CELL

MOST_LINES = 20
"""A cell that runs over more lines than this began with a quotation mark by mistake (T5.1)."""


class Unclosed(Exception):
    """The quotation mark that opened a cell has no partner."""


class TooLong(Exception):
    """A cell is longer than any text of a list."""


@dataclass(slots=True)
class Line:
    """A physical line and its number."""

    number: int
    text: str


class Lines:
    """Physical lines with a way back."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._again: list[Line] = []

    def next(self) -> Line | None:
        """The next line, or None at the end."""
        if self._again:
            return self._again.pop()
        return next(self._source, None)

    def back(self, lines: list[Line]) -> None:
        """Give lines back, in their order."""
        self._again.extend(reversed(lines))


def cells_of(first: Line, lines: Lines, delimiter: str) -> list[str]:
    """The cells of the record that begins in this line; takes further lines for cells with line feeds.

    Raises `Unclosed` or `TooLong` after giving back all lines but the first.
    """
    if '"' not in first.text:
        return first.text.split(delimiter)
    return _Record(first.text, lines, delimiter).cells()


class _Record:
    def __init__(self, text: str, lines: Lines, delimiter: str) -> None:
        self.text = text
        self.lines = lines
        self.delimiter = delimiter
        self.taken: list[Line] = []

    def cells(self) -> list[str]:
        """All cells."""
        found: list[str] = []
        at = 0
        while True:
            cell, at = self._cell(at)
            found.append(cell)
            if at >= len(self.text):
                return found
            at += 1  # the delimiter
            if at == len(self.text):
                found.append("")
                return found

    def _cell(self, at: int) -> tuple[str, int]:
        start = at
        while self.text.startswith(" ", start):
            start += 1
        if self.text.startswith('"', start):
            return self._quoted(start + 1)
        end = self.text.find(self.delimiter, at)
        end = len(self.text) if end < 0 else end
        return self.text[at:end], end

    def _quoted(self, at: int) -> tuple[str, int]:
        parts: list[str] = []
        loose = False  # a mark inside the cell that nobody doubled
        begun, start = len(self.taken), at
        while True:
            if at - start > MAX_CELL:
                self.lines.back(self.taken)
                raise TooLong
            mark = self.text.find('"', at)
            if mark < 0:
                self._more(begun)
                continue
            parts.append(self.text[at:mark])
            doubled = self.text.startswith('"', mark + 1)
            end = self._end_after(mark + 1)
            if end is not None:
                self._believe("".join(parts), loose, begun)
                return "".join(parts), end
            if doubled:
                parts.append('"')
                end = self._end_after(mark + 2)
                if loose and end is not None:
                    self._believe("".join(parts), loose, begun)
                    return "".join(parts), end
                at = mark + 2
            else:
                loose = True
                parts.append('"')
                at = mark + 1

    def _end_after(self, at: int) -> int | None:
        """Where the cell ends if nothing but blanks stands between here and the next delimiter."""
        while at < len(self.text) and self.text[at] == " " and self.delimiter != " ":
            at += 1
        if at >= len(self.text) or self.text.startswith(self.delimiter, at):
            return at
        return None

    def _believe(self, cell: str, loose: bool, begun: int) -> None:
        swallowed = loose and (len(self.taken) > begun or self.delimiter + '"' in cell)
        if swallowed:
            self._give_up()

    def _more(self, begun: int) -> None:
        if len(self.taken) - begun >= MOST_LINES:
            self._give_up()
        line = self.lines.next()
        if line is None:
            self._give_up()
            return
        self.taken.append(line)
        self.text += "\n" + line.text

    def _give_up(self) -> None:
        self.lines.back(self.taken)
        raise Unclosed
