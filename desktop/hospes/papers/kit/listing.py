# SPDX-License-Identifier: GPL-3.0-or-later
"""A list on paper: what stands in it, and how wide its columns and high its rows become.

Nothing is cut off: a cell that is too long goes on in further lines, and columns take their widths from what
stands in them, so that the same list looks right in four languages and in large print.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from hospes.domain.codes import Code
from hospes.papers.kit.fonts import SPECIAL, face, plain
from hospes.papers.kit.ink import MM, Style, Type
from hospes.papers.kit.tongues import NO_WORDS, Pair
from hospes.papers.kit.wrap import wrap

Cell = str | tuple[str, str]
"""A text, or a text with a second, smaller and grey one beneath it."""

ROOMY: Final = 1.65 * MM
CLOSE: Final = 1.0 * MM
ROOMY_UP_TO: Final = 30
"""Lists with more rows stand closer: thirty pages help nobody."""

_ABSURD: Final = 60 * MM
_WORD_MOST: Final = 34 * MM
"""Longer words, such as e-mail addresses, may be broken."""
_HEAD_MOST: Final = 38 * MM
"""Longer headings take two lines."""
_COMMON: Final = 0.97
"""Columns are made for this part of their texts; the few longer ones take two lines."""


class Align(Code):
    """Where a column's texts stand."""

    LEFT = "left", "Left"
    RIGHT = "right", "Right"
    CENTRE = "centre", "Centre"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Measures are millimetres."""

    head: Pair
    align: Align = Align.LEFT
    strong: bool = False
    grow: float = 1.0  # its part in room that is left over
    least: float = 0.0
    fixed: float = 0.0  # this width whatever its rows hold; 0 = as the texts need
    tick: bool = False  # an empty box in every row
    whole: bool = False  # telephone numbers and days: wide enough for the widest that is not absurd


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading; a list without groups is one section without a title."""

    rows: Sequence[Sequence[Cell]]
    title: Pair = NO_WORDS
    total: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list to be drawn."""

    columns: Sequence[Column]
    sections: Sequence[Section]
    total: str = ""
    empty: str = ""  # what stands there if there are no rows
    row_least: float = 0.0  # millimetres, for lists to sign on
    headed: bool = True
    pad: float | None = None  # above and below the text of a row, points
    inset: float = 2 * MM
    keep_after: float = 0.0  # points that must follow the last row and its sum on the same sheet
    spare: int = 0  # so many last rows are empty ones: as many are drawn as the sheet has room for
    together: bool = False  # sections go to the next column rather than being split


@dataclass(slots=True)
class Measured:
    """A listing with the widths of its texts and the heights of its rows, in points."""

    listing: Listing
    type: Type
    rows: list[Sequence[Cell]]
    leads: list[list[str]]  # by column
    seconds: list[list[str]]
    lead_widths: list[list[float]]
    widths: list[float]  # of the columns
    heights: list[float]  # of the rows
    pad: float
    wrapped: dict[int, dict[int, list[tuple[str, bool]]]] = field(default_factory=dict)
    """Rows with texts of several lines: by row, then column, the lines and whether each is a second one."""

    def spare(self, row: int) -> float:
        """How much higher a row is than its text needs, in lists with a least height."""
        styles = self.type
        if row in self.wrapped:
            high = max(
                sum(styles.row_second.leading if small else styles.row.leading for _, small in lines)
                for lines in self.wrapped[row].values()
            )
        else:
            two = any(seconds[row] for seconds in self.seconds)
            high = styles.row.leading + (styles.row_second.leading if two else 0.0)
        return max(0.0, self.heights[row] - high - 2 * self.pad)

    def style(self, column: int) -> Style:
        """The style of a column's first lines."""
        return self.type.row_strong if self.listing.columns[column].strong else self.type.row


def measure(listing: Listing, styles: Type, width: float) -> Measured:
    """Measure a listing for a column of `width` points."""
    rows = [row for section in listing.sections for row in section.rows]
    pad = listing.pad if listing.pad is not None else (ROOMY if len(rows) <= ROOMY_UP_TO else CLOSE)
    leads: list[list[str]] = []
    seconds: list[list[str]] = []
    for at in range(len(listing.columns)):
        cells = [row[at] for row in rows]
        leads.append([cell if isinstance(cell, str) else cell[0] for cell in cells])
        seconds.append(["" if isinstance(cell, str) else cell[1] for cell in cells])
    measured = Measured(listing, styles, rows, leads, seconds, [], [], [], pad * styles.scale)
    second_widths: list[list[float]] = []
    second = styles.row_second
    for at in range(len(listing.columns)):
        measured.lead_widths.append(_text_widths(leads[at], measured.style(at)))
        second_widths.append(_text_widths(seconds[at], second))
    measured.widths = _column_widths(measured, second_widths, width)
    _row_heights(measured, second_widths)
    return measured


def _text_widths(texts: list[str], style: Style) -> list[float]:
    """Widths of lines in points. Texts that need it are made plain on the way; several lines are endless."""
    used = face(style.face)
    get, factor = used.widths.__getitem__, style.size / 1000
    widths = [sum(map(get, text)) * factor for text in texts]
    limit = SPECIAL * factor
    for at, wide in enumerate(widths):
        if wide >= limit:
            texts[at] = text = plain(texts[at])
            widths[at] = math.inf if "\n" in text else used.measure_line(text) * factor
    return widths


def _column_widths(measured: Measured, second_widths: list[list[float]], width: float) -> list[float]:
    """Widths by what the columns hold: what is left over is shared, what is lacking the widest give."""
    listing, styles = measured.listing, measured.type
    wished: list[float] = []
    least: list[float] = []
    for at, column in enumerate(listing.columns):
        words = (
            _text_widths(column.head.first.split() or [""], styles.head)
            + _text_widths(column.head.second.split() or [""], styles.head_second)
            if listing.headed
            else [0.0]
        )
        if column.fixed:
            # A word of the heading is never cut in two, whatever language it is in.
            wide = max(column.fixed * MM, max(words) + 2 * listing.inset + 0.5)
            wished.append(wide)
            least.append(wide)
            continue
        lower = max(max(words) + 2 * listing.inset, column.least * MM)
        first = _common(measured.lead_widths[at], measured.leads[at], measured.style(at))
        other = _common(second_widths[at], measured.seconds[at], styles.row_second)
        common = max(first, other) + 2 * listing.inset + 0.5
        if column.whole:
            texts = [line for text in measured.leads[at] for line in text.split("\n")]
            widths = _text_widths(texts, measured.style(at))
            widest = max((wide for wide in widths if wide < _ABSURD), default=0.0)
            lower = common = max(lower, common, widest + 2 * listing.inset + 0.5)
        least.append(lower)
        wished.append(max(lower, common))
    spare = width - sum(wished)
    if listing.headed:
        spare -= _widen(wished, _head_wants(measured), spare)
    if spare >= 0:
        spare -= _widen(wished, _text_wants(measured, second_widths), spare)
        parts = [0.0 if c.fixed else c.grow * w for c, w in zip(listing.columns, wished, strict=True)]
        whole = sum(parts)
        return [w + spare * part / whole for w, part in zip(wished, parts, strict=True)] if whole else wished
    words = [
        0.0 if column.fixed else min(wished[at], _longest_word(measured, at))
        for at, column in enumerate(listing.columns)
    ]
    _widen(least, words, width - sum(least))
    return _squeezed(wished, least, width)


def _widen(wished: list[float], wanted: list[float], spare: float) -> float:
    """Give columns what they want, those that lack least first, as long as there is room; what that took."""
    lacking = sorted((want - wish, at) for at, (want, wish) in enumerate(zip(wanted, wished, strict=True)))
    taken = 0.0
    for more, at in lacking:
        if more > 0 and taken + more <= spare:
            wished[at] += more
            taken += more
    return taken


def _head_wants(measured: Measured) -> list[float]:
    """Widths in which headings of a few words stand in one line."""
    listing, styles = measured.listing, measured.type
    wants: list[float] = []
    for column in listing.columns:
        lines = [(column.head.first, styles.head), (column.head.second, styles.head_second)]
        whole = max(max(_text_widths(text.split("\n"), style)) for text, style in lines)
        whole += 2 * listing.inset + 0.5
        wants.append(0.0 if column.fixed or whole > _HEAD_MOST else whole)
    return wants


def _text_wants(measured: Measured, second_widths: list[list[float]]) -> list[float]:
    """Widths in which also the few longer texts stand in one line."""
    wants: list[float] = []
    for at, column in enumerate(measured.listing.columns):
        found = [wide for wide in (*measured.lead_widths[at], *second_widths[at]) if wide < _ABSURD]
        want = max(found, default=0.0) + 2 * measured.listing.inset + 0.5
        wants.append(0.0 if column.fixed else want)
    return wants


def _longest_word(measured: Measured, at: int) -> float:
    """The width in which no common word of a column is cut in two; addresses and the like may be."""
    texts = {text for text in measured.leads[at] if text}
    words = [word for text in texts for word in text.split() if len(word) > 8]
    found = [wide for wide in _text_widths(words, measured.style(at)) if wide < _WORD_MOST]
    return max(found, default=0.0) + 2 * measured.listing.inset + 0.5


def _common(widths: list[float], texts: list[str], style: Style) -> float:
    """The width that nearly all texts need."""
    lines = sorted(
        wide if wide < math.inf else max(_text_widths(text.split("\n"), style))
        for wide, text in zip(widths, texts, strict=True)
    )
    return lines[min(len(lines) - 1, int(len(lines) * _COMMON))] if lines else 0.0


def _squeezed(wished: list[float], least: list[float], width: float) -> list[float]:
    """Narrow columns keep what they wish; the others share the rest alike, none below its least."""
    given = [0.0] * len(wished)
    open_columns = sorted(range(len(wished)), key=lambda at: wished[at])
    room = width
    while open_columns:
        fair = room / len(open_columns)
        at = open_columns[0]
        if wished[at] > fair:
            break
        given[at] = wished[at]
        room -= wished[at]
        open_columns.pop(0)
    weight = sum(wished[at] ** 0.5 for at in open_columns)
    for at in open_columns:
        given[at] = room * wished[at] ** 0.5 / weight
    short = [at for at in range(len(wished)) if given[at] < least[at]]
    taken = sum(least[at] - given[at] for at in short)
    for at in short:
        given[at] = least[at]
    others = [at for at in range(len(wished)) if at not in short]
    loose = sum(given[at] - least[at] for at in others)
    if taken and loose > 0:
        factor = min(1.0, taken / loose)
        for at in others:
            given[at] -= (given[at] - least[at]) * factor
    scale = width / sum(given) if sum(given) > width else 1.0
    return [part * scale for part in given]


def _row_heights(measured: Measured, second_widths: list[list[float]]) -> None:
    styles, listing = measured.type, measured.listing
    one = styles.row.leading + 2 * measured.pad
    two = one + styles.row_second.leading
    least = listing.row_least * MM * styles.scale
    heights = [max(two if any(parts) else one, least) for parts in zip(*measured.seconds, strict=True)]
    for at, width in enumerate(measured.widths):
        room = width - 2 * listing.inset + 0.01
        for row, wide in enumerate(measured.lead_widths[at]):
            if wide > room:
                _wrap_cell(measured, row, at, room)
        for row, wide in enumerate(second_widths[at]):
            if wide > room:
                _wrap_cell(measured, row, at, room)
    for row, cells in measured.wrapped.items():
        for lines in cells.values():
            high = sum(styles.row_second.leading if small else styles.row.leading for _, small in lines)
            heights[row] = max(heights[row], high + 2 * measured.pad)
    measured.heights = heights


def _wrap_cell(measured: Measured, row: int, at: int, room: float) -> None:
    cells = measured.wrapped.setdefault(row, {})
    if at in cells:
        return
    style, second = measured.style(at), measured.type.row_second
    lines = [(line, False) for line in wrap(measured.leads[at][row], style, room)]
    if measured.seconds[at][row]:
        lines += [(line, True) for line in wrap(measured.seconds[at][row], second, room)]
    cells[at] = lines
