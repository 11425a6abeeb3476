# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files of cells: CSV in any encoding, with `;`, `,`, tab or `|` between the cells.

Row numbers are those a spreadsheet program shows: a cell with line feeds counts once, an empty line counts
too.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hospes.domain.errors import Message
from hospes.transfer.csv_records import Line, Lines, TooLong, Unclosed, cells_of
from hospes.transfer.encodings import Decoder, prepare, shown_name
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

DELIMITERS = (";", ",", "\t", "|")
MOST_LINES = 1_000_000
MOST_UNCLOSED = 300
"""More lines with a broken quotation mark than this mean that the file is no list."""
WIDE = 5
MOST_IN_LINE = MAX_COLUMNS * MAX_CELL

_GUARDED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
"""A cell our own export made harmless for spreadsheet programs (reliability T6.1)."""


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read a text file. Raises `Unreadable` when it is no list or beyond the limits."""
    read_bytes(path.read_bytes(), path.name, options, out)


def read_bytes(raw: bytes, file: str, options: ReadOptions, out: Output) -> None:
    """Read the content of a text file, or what somebody pasted; `file` is its name, for messages."""
    body, decoder, others = prepare(raw, options.encoding)
    name = shown_name(raw, options.encoding, decoder)
    del raw
    _no_binary(body, file)
    delimiter = _said(body) or guess_delimiter(_sample(body, decoder))
    out.head(Head("csv", encoding=name, encodings=others, delimiter=delimiter))
    _records(body, decoder, delimiter, out)
    if decoder.fallback is not None and decoder.name.startswith("utf-8 +"):
        out.odd(
            Odd(
                0,
                "encodings-mixed",
                Message(
                    "The file mixes two encodings: {n} lines were read as {name}. Look at their names.",
                    n=decoder.fallen_back,
                    name=decoder.fallback,
                ),
                unread=False,
            )
        )


def _no_binary(body: bytes, file: str) -> None:
    sample = body[:65536]
    controls = sum(sample.count(n) for n in (*range(9), *range(14, 27), *range(28, 32)))
    if controls > 20 and controls > len(sample) * 0.1:
        raise Unreadable("{file} is not a list.", file=file)


def _said(body: bytes) -> str | None:
    """The delimiter some spreadsheet programs name in a first line `sep=;`."""
    found = re.match(rb'"?sep=(.)"?\r?\n', body[:20])
    return found.group(1).decode("latin-1") if found else None


def _physical(body: bytes, decoder: Decoder, out: Output | None) -> Iterator[Line]:
    """Lines without their ends; CR alone ends a line when the file has no LF."""
    end = b"\n" if b"\n" in body else b"\r"
    at, number, size = 0, 0, len(body)
    while at < size:
        stop = body.find(end, at)
        stop = size if stop < 0 else stop
        number += 1
        if number > MOST_LINES:
            raise Unreadable(
                "The list has more than {most} lines. Split it.", code="source-too-big", most=MOST_LINES
            )
        if stop - at > MOST_IN_LINE:
            raise Unreadable(
                "Line {line} is too long to be a row of a list.", code="source-too-big", line=number
            )
        text = decoder.line(body[at:stop])
        if text.endswith("\r"):
            text = text[:-1]
        yield Line(number, text)
        at = stop + 1
        if out is not None and number % 5000 == 0:
            out.progress(at / size)


def _sample(body: bytes, decoder: Decoder) -> list[str]:
    probe = Decoder(decoder.name, decoder.fallback)
    lines: list[str] = []
    for line in _physical(body[: 1 << 20], probe, None):
        if line.text.strip():
            lines.append(line.text[:20_000])
        if len(lines) >= 60:
            break
    return lines


def guess_delimiter(lines: list[str]) -> str | None:
    """The sign that cuts the lines into the same number of cells most often; None when there is one
    column.
    """
    best: tuple[float, str | None] = (0.0, None)
    for place, delimiter in enumerate(DELIMITERS):
        feed = Lines(Line(n, text) for n, text in enumerate(lines))
        widths: Counter[int] = Counter()
        while (line := feed.next()) is not None:
            try:
                widths[len(cells_of(line, feed, delimiter))] += 1
            except (Unclosed, TooLong):
                widths[0] += 1
        total = sum(widths.values())
        # The rows of the commonest width beyond one cell; wide tables and earlier signs win between equals.
        width, count = max(
            ((w, c) for w, c in widths.items() if w > 1),
            key=lambda wc: (wc[1] * wc[0], wc[0]),
            default=(1, 0),
        )
        score = count / max(1, total) * min(width, 12) - place * 0.01
        # A bank writes ten lines about the account above three entries: wide rows need not be many.
        least = total * 0.1 if width >= WIDE and count > 1 else max(1, total * 0.3)
        if width > 1 and count >= least and score > best[0]:
            best = (score, delimiter)
    return best[1]


def _records(body: bytes, decoder: Decoder, delimiter: str | None, out: Output) -> None:
    lines = Lines(_physical(body, decoder, out))
    cut = delimiter or "\x1f"
    number, filled, unclosed = 0, 0, 0
    while (line := lines.next()) is not None:
        number += 1
        if not line.text.strip():
            continue
        if number == 1 and line.text.lower().startswith(("sep=", '"sep=')):
            continue
        try:
            cells = cells_of(line, lines, cut)
        except TooLong:
            out.odd(_long(number, line.number, line.text))
            continue
        except Unclosed:
            unclosed += 1
            if unclosed > MOST_UNCLOSED:
                raise Unreadable(
                    "In more than {most} lines a quotation mark opens and is never closed. "
                    "Save the list once more in a spreadsheet program.",
                    code="source-damaged",
                    most=MOST_UNCLOSED,
                ) from None
            out.odd(
                Odd(
                    number,
                    "quote-unclosed",
                    Message("A quotation mark opens in line {line} and is never closed.", line=line.number),
                    line.text[:200],
                )
            )
            continue
        filled += 1
        if filled > MAX_ROWS + 1:
            raise Unreadable(
                "The list has more than {most} rows. Split it into several lists.",
                code="source-too-big",
                most=MAX_ROWS,
            )
        _give(number, line.number, cells, out)


def _give(number: int, line: int, cells: list[str], out: Output) -> None:
    if len(cells) > MAX_COLUMNS:
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MAX_COLUMNS:
            raise Unreadable(
                "Line {line} has {n} cells; a list can have {most} columns.",
                code="source-too-wide",
                line=line,
                n=len(cells),
                most=MAX_COLUMNS,
            )
    clean: list[Cell] = []
    for cell in cells:
        if len(cell) > MAX_CELL:
            out.odd(_long(number, line, cell))
            return
        clean.append(cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell)
    out.row(number, clean)


def _long(number: int, line: int, text: str) -> Odd:
    message = Message("Line {line} has a cell of more than {most} letters.", line=line, most=MAX_CELL)
    return Odd(number, "cell-too-long", message, text[:80])
