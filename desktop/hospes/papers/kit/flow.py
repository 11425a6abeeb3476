# SPDX-License-Identifier: GPL-3.0-or-later
"""Matter running down the page, column by column and sheet by sheet.

A paper says what comes next (a paragraph, a box, a list); the flow knows where it goes, begins new sheets
with their heads, and keeps a heading together with what it heads. Text is always data: nothing reads markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from hospes.papers.kit.ink import BOX, GUIDE, HAIR, HAIRLINE, MM, Style, Type
from hospes.papers.kit.tongues import Pair
from hospes.papers.kit.wrap import wrap

if TYPE_CHECKING:
    from hospes.papers.kit.book import Book, Document
    from hospes.papers.kit.letterhead import Frame
    from hospes.papers.kit.listing import Listing
    from hospes.papers.kit.page import Page

GUTTER: Final = 8 * MM
INSET: Final = 2 * MM
"""How far text stands inside bands, boxes and table cells."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and a value, for data sheets."""

    name: Pair
    value: str
    second: str = ""
    other: str = ""
    """The value in the second language, where it is words of the program."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading drawn last, to be taken along where it would stand alone at the foot of a sheet."""

    title: Pair
    bookmark: bool
    sheet: int
    begins: int
    """The first of its operators on the sheet."""
    ends: int


class Flow:
    """Places matter on the sheets of one paper."""

    def __init__(self, book: "Book", frame: "Frame", page: "Page", styles: Type, columns: int = 1) -> None:
        self.book = book
        self.pen = book.pen
        self.frame = frame
        self.page = page
        self.type = styles
        self.columns = columns
        self.width = (page.body_width - GUTTER * (columns - 1)) / columns
        self._column = 0
        self._top = 0.0  # where the columns of this sheet begin
        self.y = 0.0
        self._heading: _Heading | None = None
        book.footer = frame.foot
        book.turn(page)
        book.bookmark(frame.heading.title.joined())
        self._top = self.y = frame.first_head()

    # ---- place -------------------------------------------------------------------------------------------

    @property
    def x(self) -> float:
        """The left edge of the current column."""
        return self.page.left + self._column * (self.width + GUTTER)

    @property
    def right(self) -> float:
        """The right edge of the current column."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where the matter of a column must end."""
        return self.frame.body_bottom

    @property
    def room(self) -> float:
        """What is left of the current column."""
        return self.bottom - self.y

    @property
    def full_height(self) -> float:
        """The height of a column on a later sheet."""
        return self.bottom - (self.page.top + self.type.foot.size * 0.8 + 6.5 * MM)

    @property
    def at_top(self) -> bool:
        """Whether nothing stands in the current column yet."""
        return self.y <= self._top + 0.01

    def turn(self) -> None:
        """Go to the next column, or to the next sheet."""
        if self._column + 1 < self.columns:
            self._column += 1
            self.y = self._top
            return
        self._column = 0
        self.book.turn(self.page)
        self._top = self.y = self.frame.later_head()

    def need(self, height: float) -> bool:
        """Go on in the next column if less than `height` is left and more may be had there. True if so."""
        turned = self.room < height and not self.at_top
        if turned:
            self.turn()
        return turned

    def space(self, height: float) -> None:
        """Leave a gap, but none at the top of a column."""
        if not self.at_top:
            self.y += height

    # ---- matter ------------------------------------------------------------------------------------------

    def section(self, title: Pair, keep: float = 20 * MM, bookmark: bool = True) -> None:
        """A heading in the matter that stays with at least `keep` of what follows."""
        styles = self.type
        self.space(5 * MM)
        self.need(styles.section.leading + keep)
        begins = len(self.pen.sheet.operators)
        if bookmark:
            self.book.bookmark(title.joined(), level=1)
        self.y += styles.section.size
        self.pen.text(self.x, self.y, title.first, styles.section)
        if title.second and title.second != title.first:
            wide = self.pen.width(title.first, styles.section)
            if wide + 3 * MM + self.pen.width(title.second, styles.section_second) <= self.width:
                self.pen.text(self.x + wide + 3 * MM, self.y, title.second, styles.section_second)
            else:
                self.y += styles.section_second.leading
                self.pen.text(self.x, self.y, title.second, styles.section_second)
        self.y += 2 * MM
        sheet = self.pen.sheet
        self._heading = _Heading(title, bookmark, sheet.number, begins, len(sheet.operators))

    def turn_with_heading(self) -> None:
        """Go to the next column or sheet, and take a heading along that has nothing under it yet."""
        heading, sheet = self._heading, self.pen.sheet
        alone = heading is not None and (sheet.number, len(sheet.operators)) == (heading.sheet, heading.ends)
        if heading is None or not alone:
            self.turn()
            return
        self._heading = None
        del sheet.operators[heading.begins :]
        if heading.bookmark:
            self.book.forget_bookmark()
        self.turn()
        self.section(heading.title, keep=0.0, bookmark=heading.bookmark)

    def para(self, text: str, style: Style | None = None, gap: float = 1.5 * MM) -> None:
        """A paragraph of plain text; it may go on in the next column."""
        style = style or self.type.body
        for line in wrap(text, style, self.width):
            self.need(style.leading)
            self.pen.text(self.x, self.y + style.size * 0.95, line, style)
            self.y += style.leading
        self.y += gap

    def terms(self, terms: Sequence[tuple[Pair, str]], gap: float = 3 * MM) -> None:
        """Short names and values, one a line, without lines between them; empty values are left out."""
        strong, plain = self.type.small_strong, self.type.small
        shown = [(name.joined(), value) for name, value in terms if value]
        if not shown:
            return
        left = max(self.pen.width(name, strong) for name, _ in shown) + 4 * MM
        for name, value in shown:
            lines = wrap(value, plain, self.width - left)
            self.need(plain.leading)
            self.pen.text(self.x, self.y + plain.size * 0.95, name, strong)
            for line in lines:
                self.need(plain.leading)
                self.pen.text(self.x + left, self.y + plain.size * 0.95, line, plain)
                self.y += plain.leading
        self.y += gap

    def facts(self, facts: Sequence[Fact]) -> None:
        """Names and values in two columns; lines between them, a value as long as it needs."""
        styles = self.type
        left_width = min(0.36, 0.31 * styles.scale) * self.width
        value_width = self.width - left_width - INSET
        for fact in facts:
            name = wrap(fact.name.first, styles.small_strong, left_width - INSET)
            other = (
                wrap(fact.name.second, styles.head_second, left_width - INSET)
                if fact.name.second and fact.name.second != fact.name.first
                else []
            )
            value = wrap(fact.value, styles.row, value_width)
            second = wrap(fact.second, styles.row_second, value_width) if fact.second else []
            right = [(line, styles.row) for line in value] + [(line, styles.row_second) for line in second]
            left = [(line, styles.small_strong) for line in name]
            beside: list[tuple[float, str, Style]] = []
            if fact.other and fact.other != fact.value:
                end = self.pen.width(value[0], styles.row) + 2 * MM if len(right) == 1 else value_width
                if end + self.pen.width(fact.other, styles.head_second) <= value_width:
                    beside.append((left_width + end, fact.other, styles.head_second))
                else:
                    lines = wrap(fact.other, styles.head_second, value_width)
                    right += [(line, styles.head_second) for line in lines]
            wide = self.pen.width(name[0], styles.small_strong) + 2 * MM if len(name) == 1 else self.width
            if len(other) == 1 and wide + self.pen.width(other[0], styles.head_second) <= left_width - INSET:
                # Both languages in one line keep a sheet in two as short as one in one.
                beside.append((wide, other[0], styles.head_second))
            else:
                left += [(line, styles.head_second) for line in other]
            self._beside(left, right, left_width, beside)

    def _beside(
        self,
        left: list[tuple[str, Style]],
        right: list[tuple[str, Style]],
        left_width: float,
        beside: Sequence[tuple[float, str, Style]] = (),
    ) -> None:
        """Lines on the left beside lines on the right; cut between lines where a sheet ends.

        `beside`: words of the second language in the first line, and how far from the left they stand.
        """
        pad = 1.1 * MM
        high = max(sum(style.leading for _, style in side) for side in (left, right)) + 2 * pad
        if high <= self.full_height:
            self.need(high)
        self.y += pad
        start, left_y = self.y, self.y
        for x, text, style in beside:
            self.pen.text(self.x + x, self.y + self.type.row.size * 0.95, text, style)
        for line, style in left:
            self.pen.text(self.x, left_y + self.type.row.size * 0.95, line, style)
            left_y += style.leading
        for line, style in right:
            if self.room < style.leading + pad:
                self.turn()
                start = left_y = self.y
            self.pen.text(self.x + left_width, self.y + self.type.row.size * 0.95, line, style)
            self.y += style.leading
        self.y = max(self.y, left_y if start <= left_y else self.y) + pad
        self.pen.rule(self.x, self.y, self.width, HAIRLINE, HAIR)

    def box(self, sides: Sequence[Sequence[tuple[str, Style]]]) -> None:
        """A box with one column of lines for each language (emergency, meeting point).

        A heading has the room of the columns after it that have none of their own.
        """
        width = (self.width - INSET * 2 * (len(sides) + 1)) / len(sides)
        columns: list[list[tuple[str, Style]]] = [[] for _ in sides]
        titles = [side[0][0] for side in sides]
        spans = [
            1 + len(list(takewhile(lambda title: not title, titles[at + 1 :]))) for at in range(len(sides))
        ]
        heads = [
            [(line, style) for line in wrap(text, style, width * span + INSET * 2 * (span - 1))]
            for ((text, style), *_), span in zip(sides, spans, strict=True)
        ]
        most = max(len(head) for head in heads)
        for column, head, (_, *rest) in zip(columns, heads, sides, strict=True):
            # What stands under the headings is level, however many lines one of them takes.
            column += [*head, *([("", head[-1][1])] * (most - len(head)) if head else [])]
            column += [(line, style) for text, style in rest for line in wrap(text, style, width)]
        pad = 3 * MM
        high = max(sum(style.leading for _, style in column) for column in columns) + 2 * pad
        self.space(4 * MM)
        self.need(high)
        self.pen.rectangle(self.x, self.y, self.width, high, BOX)
        for at, column in enumerate(columns):
            y = self.y + pad
            x = self.x + INSET * 2 + at * (width + INSET * 2)
            for line, style in column:
                self.pen.text(x, y + style.size * 0.95, line, style)
                y += style.leading
        self.y += high

    def signatures(self, labels: Sequence[Pair]) -> None:
        """Lines to sign on, side by side, with what they are for beneath them."""
        gap, styles = 8 * MM, self.type
        width = (self.width - gap * (len(labels) - 1)) / len(labels)
        # A sheet with nothing but lines to sign would be a waste: they move up a little where it is tight.
        if self.room < 26 * MM <= self.room + 9 * MM and not self.at_top:
            self.y = self.bottom - 8 * MM
        else:
            self.space(4 * MM)
            self.need(22 * MM)
            self.y += 14 * MM
        for at, label in enumerate(labels):
            x = self.x + at * (width + gap)
            self.pen.rule(x, self.y, width, HAIRLINE, GUIDE)
            y = self.y + 1 * MM
            for text, style in ((label.first, styles.foot), (label.second, styles.head_second)):
                if text and not (style is styles.head_second and text == label.first):
                    for line in wrap(text, style, width):
                        self.pen.text(x, y + style.size * 0.95, line, style)
                        y += style.leading
        self.y += 8 * MM

    def list(self, listing: "Listing") -> None:
        """A list, over as many sheets as it takes."""
        from hospes.papers.kit.listing_draw import draw

        draw(self, listing)

    def finish(self) -> "Document":
        """Write the file."""
        return self.book.finish()
