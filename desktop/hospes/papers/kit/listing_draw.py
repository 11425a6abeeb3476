# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a measured list on paper, fast: one operator for a text, one text object for the rows of a sheet.

Heads come again on every sheet; a row is never split, unless it is higher than a whole sheet.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from hospes.papers.kit.ink import BAND, HAIR, HAIRLINE, MM, PETROL, RULE, Style
from hospes.papers.kit.listing import Align, Listing, Measured, Section, measure
from hospes.papers.kit.wrap import shrink, wrap

if TYPE_CHECKING:
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.pen import Letters

_TICK: Final = 5 * MM
_ASCENT: Final = 0.78


def draw(flow: "Flow", listing: Listing) -> None:
    """Draw a list from the current place on."""
    measured = measure(listing, flow.type, flow.width)
    drawer = _Drawer(flow, measured)
    per_frame = max(flow.full_height - drawer.head_height, 1.0)
    more = (sum(measured.heights) - flow.room) / per_frame / flow.columns
    flow.book.expect(len(flow.book.sheets) + int(more) + 1)
    drawer.run()


def _base(style: Style) -> float:
    """How far below the top of its line a style's base line stands."""
    return style.size * _ASCENT + (style.leading - style.size) / 2


class _Drawer:
    """The state of one list being drawn."""

    def __init__(self, flow: "Flow", measured: Measured) -> None:
        self.flow = flow
        self.measured = measured
        self.listing = measured.listing
        self.type = measured.type
        self.heads = self._head_lines()
        self.head_height = self._head_height()
        self.offsets = self._offsets()
        self._texts: list[str] = []  # operators of the text object under way
        self._lines: list[str] = []  # hairlines of the sheet under way
        self._at_x = self._at_y = 0  # where the last text stands, in hundredths of a point
        self._style: Style | None = None
        self._letters: Letters | None = None
        self._row_letters = [flow.pen.letters(measured.style(at)) for at in range(len(self.listing.columns))]
        self._second_letters = flow.pen.letters(self.type.row_second)

    # ---- the whole ---------------------------------------------------------------------------------------

    def run(self) -> None:
        """Draw all sections."""
        flow = self.flow
        if not self.measured.rows:
            self._begin_frame(keep=2 * self.type.row.leading + self.listing.keep_after)
            grey, inset = self.type.grey, self.listing.inset
            flow.y += 3 * MM + self.type.row.size
            lines = wrap(self.listing.empty, grey, flow.width - 2 * inset)
            for at, line in enumerate(lines):
                flow.pen.text(flow.x + inset, flow.y + at * grey.leading, line, grey)
            flow.y += (len(lines) - 1) * grey.leading + 3 * MM
            return
        number = 0
        for at, section in enumerate(self.listing.sections):
            number = self._section(section, number, first=at == 0)
        self._total()

    def _section(self, section: Section, number: int, first: bool) -> int:
        flow, heights = self.flow, self.measured.heights
        title_height = self._title_height(section)
        if first or section.title.first:
            kept = 1 if not self.listing.together else len(section.rows)
            self._begin_frame(keep=title_height + sum(heights[number : number + kept]), again=not first)
        if section.title.first:
            self._section_title(section)
        flow.book.step(number, len(heights))
        last = number + len(section.rows)
        for index in range(number, last):
            if index == len(heights) - self.listing.spare:
                last = index + self._spare_rows(index)
            if index == last:
                break
            tail = self._kept_under(index) if last == number + len(section.rows) else 0.0
            if heights[index] + tail > flow.room + 0.01:
                if heights[index] > flow.full_height - self.head_height - title_height:
                    self._tall_row(index)
                    continue
                flow.book.step(index, len(heights))
                self._turn(section)
            self._row(index)
        self._flush()
        if section.total:
            self._section_total(section.total)
        return number + len(section.rows)

    def _spare_rows(self, index: int) -> int:
        """How many of the last, empty rows are drawn: those beneath which the sum has room on this sheet."""
        fit = int((self.flow.room - self._tail) / self.measured.heights[index])
        return max(0, min(fit, self.listing.spare))

    def _kept_under(self, index: int) -> float:
        """What a row takes along: the sum under the last one; the last row itself is never left alone.

        The last row that says anything: a sheet with nothing but empty rows and a sum helps nobody.
        """
        heights, spare = self.measured.heights, self.listing.spare
        last = len(heights) - spare - 1
        if index == last or index == len(heights) - 1:
            return self._tail
        alone = last > 1 and len(self.listing.sections[-1].rows) - spare > 1
        return heights[last] + self._tail if alone and index == last - 1 else 0.0

    @property
    def _tail(self) -> float:
        """What must stand under the last row: nobody wants a sheet with nothing but a sum."""
        sum_height = self.type.total.leading + 3 * MM if self.listing.total else 0.0
        if self.listing.sections[-1].total:
            sum_height += self.type.grey.leading + 2.6 * MM
        return min(sum_height + self.listing.keep_after, self.flow.full_height / 2)

    def _turn(self, section: Section) -> None:
        """Go on at the top of the next column or sheet, under the head and the section's name."""
        self._flush()
        self.flow.turn()
        self._head()
        if section.title.first:
            self._section_again(section)

    def _begin_frame(self, keep: float, again: bool = False) -> None:
        """Draw the head if one is due, where head and first row have room together."""
        flow = self.flow
        self._flush()
        if flow.at_top or not again:
            if flow.room < self.head_height + keep and not flow.at_top:
                flow.turn_with_heading()
            self._head()
        elif flow.room < keep:
            flow.turn()
            self._head()

    # ---- heads -------------------------------------------------------------------------------------------

    def _head_lines(self) -> list[list[tuple[str, Style]]]:
        styles, inset = self.type, self.listing.inset
        columns: list[list[tuple[str, Style]]] = []
        for column, width in zip(self.listing.columns, self.measured.widths, strict=True):
            lines: list[tuple[str, Style]] = []
            for text, style in ((column.head.first, styles.head), (column.head.second, styles.head_second)):
                if text and not (style is styles.head_second and text == column.head.first):
                    wrapped = wrap(text, style, width - 2 * inset + 0.01)
                    lines += [(line, style) for line in wrapped]
            columns.append(lines)
        return columns

    def _head_height(self) -> float:
        if not self.listing.headed:
            return 0.0
        return max(sum(style.leading for _, style in lines) for lines in self.heads) + 2.2 * MM

    def _head(self) -> None:
        if not self.listing.headed:
            return
        flow = self.flow
        flow.pen.rectangle(flow.x, flow.y, flow.width, self.head_height, BAND)
        x = flow.x
        for column, width, lines in zip(self.listing.columns, self.measured.widths, self.heads, strict=True):
            y = flow.y + 1.1 * MM
            for text, style in lines:
                place = self._place(text, style, x, width, column.align)
                flow.pen.text(place, y + style.size * 0.92, text, style)
                y += style.leading
            x += width
        flow.y += self.head_height

    def _place(self, text: str, style: Style, x: float, width: float, align: Align) -> float:
        if align is Align.LEFT:
            return x + self.listing.inset
        wide = self.flow.pen.width(text, style)
        return x + (width - self.listing.inset - wide if align is Align.RIGHT else (width - wide) / 2)

    def _title_height(self, section: Section) -> float:
        if not section.title.first:
            return 0.0
        below = sum(1 for _, _, beside in self._title_lines(section)[1:] if not beside)
        return below * self.type.section.leading + 5.6 * MM + self.type.section.size * 0.8

    def _section_title(self, section: Section) -> None:
        flow, styles = self.flow, self.type
        flow.book.bookmark(section.title.joined(), level=1)
        flow.y += 3.6 * MM + styles.section.size * 0.8 - styles.section.leading
        for line, style, beside in self._title_lines(section):
            flow.y += 0 if beside else styles.section.leading
            flow.pen.text(flow.x + self.listing.inset + beside, flow.y, line, style)
        flow.y += 2 * MM
        flow.pen.rule(flow.x, flow.y, flow.width, HAIRLINE, HAIR)

    def _title_lines(self, section: Section) -> list[tuple[str, Style, float]]:
        """A section's name: text, style, and how far it stands beside the line before (0: beneath it)."""
        styles, width = self.type, self.flow.width - 2 * self.listing.inset
        first, second = section.title.first, section.title.second
        style = shrink(first, styles.section, width, styles.section.size * 0.8)
        lines = [(line, style, 0.0) for line in wrap(first, style, width)]
        if second and second != first:
            beside = self.flow.pen.width(lines[-1][0], style) + 3 * MM
            fits = beside + self.flow.pen.width(second, styles.section_second) <= width
            rest = [second] if fits else wrap(second, styles.section_second, width)
            lines += [(line, styles.section_second, beside if fits else 0.0) for line in rest]
        return lines

    def _section_again(self, section: Section) -> None:
        flow, style = self.flow, self.type.grey
        flow.y += 1.4 * MM + style.size * 0.9
        flow.pen.text(flow.x + self.listing.inset, flow.y, f"{section.title.joined()} …", style)
        flow.y += 1.6 * MM
        flow.pen.rule(flow.x, flow.y, flow.width, HAIRLINE, HAIR)

    def _section_total(self, text: str) -> None:
        flow, style = self.flow, self.type.grey
        flow.need(style.leading + 2 * MM)
        flow.y += 1.2 * MM + style.size
        flow.pen.text(flow.x + self.listing.inset, flow.y, text, style)
        flow.y += 1.4 * MM

    def _total(self) -> None:
        """The last line: petrol, with the sum beneath it."""
        flow, style = self.flow, self.type.total
        flow.pen.rule(flow.x, flow.y, flow.width, RULE, PETROL)
        if not self.listing.total:
            return
        lines = wrap(self.listing.total, style, flow.width - 2 * self.listing.inset)
        flow.need(len(lines) * style.leading + 3 * MM)
        flow.y += 1.8 * MM
        for line in lines:
            flow.pen.text(flow.x + self.listing.inset, flow.y + style.size * 0.95, line, style)
            flow.y += style.leading
        flow.y += 1.2 * MM

    # ---- rows --------------------------------------------------------------------------------------------

    def _offsets(self) -> list[float]:
        """Where each column begins, seen from the left edge of the list."""
        offsets, x = [], 0.0
        for width in self.measured.widths:
            offsets.append(x)
            x += width
        return offsets

    def _row(self, index: int) -> None:
        flow, measured = self.flow, self.measured
        top = flow.y
        if index in measured.wrapped:
            self._wrapped_row(index, top)
        else:
            self._plain_row(index, top)
        flow.y = top + measured.heights[index]
        self._ticks(index, top, measured.heights[index])
        up = flow.pen.sheet.height - flow.y
        self._lines.append(f"{flow.x:.2f} {up:.2f} m {flow.right:.2f} {up:.2f} l")

    def _plain_row(self, index: int, top: float) -> None:
        """A row of one line, or one and a second: the way of nearly all rows, hence written for speed."""
        measured, styles, flow = self.measured, self.type, self.flow
        columns, inset, left = self.listing.columns, self.listing.inset, flow.x
        lead, second, texts = styles.row, styles.row_second, self._texts
        if self.listing.row_least:
            top += measured.spare(index) / 2
        baseline = flow.pen.sheet.height - top - measured.pad - _base(lead)
        for at, leads in enumerate(measured.leads):
            text = leads[index]
            if text:
                letters = self._row_letters[at]
                if letters is not self._letters or self._style is second:
                    self._set(measured.style(at), letters)
                x = left + self.offsets[at] + inset
                if columns[at].align is not Align.LEFT:
                    x = self._aligned(at, x, measured.lead_widths[at][index])
                texts.append(f"{self._move(x, baseline)} {letters.show(text, lead.size)}")
        baseline -= lead.leading + _base(second) - _base(lead)
        for at, seconds in enumerate(measured.seconds):
            text = seconds[index]
            if text:
                if self._style is not second:
                    self._set(second, self._second_letters)
                x = left + self.offsets[at] + inset
                if columns[at].align is not Align.LEFT:
                    x = self._aligned(at, x, flow.pen.width(text, second))
                texts.append(f"{self._move(x, baseline)} {self._second_letters.show(text, second.size)}")

    def _aligned(self, at: int, x: float, wide: float) -> float:
        room = self.measured.widths[at] - 2 * self.listing.inset
        return x + (room - wide if self.listing.columns[at].align is Align.RIGHT else (room - wide) / 2)

    def _move(self, x: float, up: float) -> str:
        """Go on from the last place, in whole hundredths of a point: small numbers, and no error adds up."""
        to_x, to_y = int(x * 100 + 0.5), int(up * 100 + 0.5)
        move = f"{(to_x - self._at_x) / 100:g} {(to_y - self._at_y) / 100:g} Td"
        self._at_x, self._at_y = to_x, to_y
        return move

    def _set(self, style: Style, letters: "Letters") -> None:
        if self._style is None or self._style.colour is not style.colour:
            self._texts.append(f"{style.colour.operands} rg")
        self._texts.append(f"{letters.internal} {style.size:g} Tf")
        self._style, self._letters = style, letters

    def _cell_lines(self, index: int, at: int) -> list[tuple[str, bool]]:
        wrapped = self.measured.wrapped.get(index, {}).get(at)
        if wrapped is not None:
            return wrapped
        lines = [(self.measured.leads[at][index], False)]
        second = self.measured.seconds[at][index]
        return [*lines, (second, True)] if second else lines

    def _wrapped_row(self, index: int, top: float) -> None:
        cells = [self._cell_lines(index, at) for at in range(len(self.listing.columns))]
        spare = self.measured.spare(index) / 2 if self.listing.row_least else 0.0
        self._lines_of_cells(cells, top + self.measured.pad + spare)

    def _lines_of_cells(self, cells: list[list[tuple[str, bool]]], top: float) -> None:
        """Print cells of any number of lines side by side."""
        styles, flow = self.type, self.flow
        for at, lines in enumerate(cells):
            y = top
            for text, small in lines:
                style = styles.row_second if small else self.measured.style(at)
                if text:
                    self._set(style, self._second_letters if small else self._row_letters[at])
                    x = flow.x + self.offsets[at] + self.listing.inset
                    if self.listing.columns[at].align is not Align.LEFT:
                        x = self._aligned(at, x, flow.pen.width(text, style))
                    base = flow.pen.sheet.height - y - _base(style)
                    letters = self._letters or self._second_letters
                    self._texts.append(f"{self._move(x, base)} {letters.show(text, style.size)}")
                y += style.leading

    def _tall_row(self, index: int) -> None:
        """A row higher than a sheet: as many lines as fit, again and again."""
        flow = self.flow
        cells = [self._cell_lines(index, at) for at in range(len(self.listing.columns))]
        for chunk in self._chunks(cells):
            high = self._height_of(chunk)
            if high > flow.room:
                self._flush()
                flow.turn()
                self._head()
            self._lines_of_cells(chunk, flow.y + self.measured.pad)
            flow.y += high
        up = flow.pen.sheet.height - flow.y
        self._lines.append(f"{flow.x:.2f} {up:.2f} m {flow.right:.2f} {up:.2f} l")

    def _chunks(self, cells: list[list[tuple[str, bool]]]) -> Iterator[list[list[tuple[str, bool]]]]:
        line = self.type.row.leading
        room = self.flow.room
        while any(cells):
            fits = max(1, int((room - 2 * self.measured.pad) / line))
            yield [lines[:fits] for lines in cells]
            cells = [lines[fits:] for lines in cells]
            room = self.flow.full_height - self.head_height

    def _height_of(self, cells: list[list[tuple[str, bool]]]) -> float:
        second, lead = self.type.row_second.leading, self.type.row.leading
        high = max(sum(second if small else lead for _, small in lines) for lines in cells)
        return high + 2 * self.measured.pad

    def _ticks(self, index: int, top: float, height: float) -> None:
        """Boxes in the columns to tick; where something is written in one there is none."""
        for at, column in enumerate(self.listing.columns):
            if column.tick and not self.measured.leads[at][index]:
                x = self.flow.x + self.offsets[at] + (self.measured.widths[at] - _TICK) / 2
                up = self.flow.pen.sheet.height - top - (height + _TICK) / 2
                self._lines.append(f"{x:.2f} {up:.2f} {_TICK:.2f} {_TICK:.2f} re")

    def _flush(self) -> None:
        """Put what was gathered for this sheet on it."""
        operators = self.flow.pen.sheet.operators
        if self._texts:
            operators.append("\n".join(("BT", *self._texts, "ET")))  # one string a sheet: less to keep
        if self._lines:
            operators.append(f"{HAIR.operands} RG {HAIRLINE:.2f} w {' '.join(self._lines)} S")
        self._texts, self._lines, self._style, self._letters = [], [], None, None
        self._at_x = self._at_y = 0  # a text object begins at the sheet's corner
