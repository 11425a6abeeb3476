# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing on sheets of labels and cards: each thing in its place, to the tenth of a millimetre.

A sheet that was begun goes on at its first free label; a printer that is off is nudged; an outline page held
against the label sheet shows whether it fits. Such papers must be printed at 100 %, which the file says too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from hospes.papers.kit.ink import GUIDE, HAIRLINE, MM, SANS, Style, Type
from hospes.papers.kit.page import Page
from hospes.papers.kit.stocks import PAGE_MM, PRINTER_EDGE, SAFE, Stock
from hospes.papers.kit.wrap import shrink, wrap

if TYPE_CHECKING:
    from hospes.papers.kit.book import Book
    from hospes.papers.kit.pen import Pen

T = TypeVar("T")

READABLE: Final = 8.5
"""Lines become smaller down to this size before they are wrapped."""

LEAST: Final = 4.0
"""Where making smaller ends; only an address of a dozen lines gets here."""


@dataclass(frozen=True, slots=True)
class Place:
    """One label or card: its outline and, inside it, where may be printed. Points."""

    x: float
    y: float
    width: float
    height: float
    left: float
    top: float
    safe_width: float
    safe_height: float


@dataclass(frozen=True, slots=True)
class Nudge:
    """How far a printer is moved, in millimetres."""

    right: float = 0.0
    down: float = 0.0


NO_NUDGE: Final = Nudge()


class LabelSheets:
    """The sheets of one run of labels."""

    def __init__(self, book: "Book", stock: Stock, nudge: Nudge, *, marks: bool = False) -> None:
        self.book = book
        self.stock = stock
        self.nudge = nudge
        self.marks = marks  # crop marks, for cards

    def places(self, things: Sequence[T], start: int = 1) -> Iterator[tuple[T, Place]]:
        """Each thing with its place, beginning at label number `start` of the first sheet."""
        per_sheet = self.stock.per_sheet
        first = (start - 1) % per_sheet
        self.book.expect(-(-(len(things) + first) // per_sheet))
        for number, thing in enumerate(things, first):
            index = number % per_sheet
            if index == 0 or number == first:
                self._turn()
            self.book.step(number - first, len(things))
            yield thing, self.place(index)

    def place(self, index: int) -> Place:
        """Where label number `index` (0 is the first) lies on the nudged sheet."""
        stock = self.stock
        x, y = stock.place(index)
        wide, high = PAGE_MM[stock.page]
        left = max(SAFE, PRINTER_EDGE - x)
        top = max(SAFE, PRINTER_EDGE - y)
        right = max(SAFE, PRINTER_EDGE - (wide - x - stock.width))
        bottom = max(SAFE, PRINTER_EDGE - (high - y - stock.height))
        x, y = x + self.nudge.right, y + self.nudge.down
        return Place(
            x * MM,
            y * MM,
            stock.width * MM,
            stock.height * MM,
            (x + left) * MM,
            (y + top) * MM,
            (stock.width - left - right) * MM,
            (stock.height - top - bottom) * MM,
        )

    def outlines(self, hint: Iterable[str], styles: Type) -> None:
        """A page with the outline and number of every label, and what to do with it."""
        self._turn()
        pen = self.book.pen
        for index in range(self.stock.per_sheet):
            place = self.place(index)
            pen.frame(place.x, place.y, place.width, place.height, HAIRLINE, GUIDE)
            number = Style(SANS, 9, 11, GUIDE)
            pen.text(place.left, place.top + 8, str(index + 1), number)
        self._hint(list(hint), styles)

    def _hint(self, hint: list[str], styles: Type) -> None:
        """The hint stands in the first label that is wide enough for it, smaller if need be."""
        place = self.place(0)
        address_block(self.book.pen, place, hint, styles.small)

    def _turn(self) -> None:
        wide, high = PAGE_MM[self.stock.page]
        self.book.turn(Page(wide * MM, high * MM))
        if self.marks:
            self._crop_marks()

    def _crop_marks(self) -> None:
        """Short lines outside the cards, in line with their edges."""
        stock, pen = self.stock, self.book.pen
        first, last = self.place(0), self.place(stock.per_sheet - 1)
        right, bottom = last.x + last.width, last.y + last.height
        gap, length = 1.5 * MM, 5 * MM
        columns = [self.place(at) for at in range(stock.columns)]
        rows = [self.place(at * stock.columns) for at in range(stock.rows)]
        for x in sorted({edge for place in columns for edge in (place.x, place.x + place.width)}):
            pen.stroke(x, first.y - gap - length, x, first.y - gap, HAIRLINE)
            pen.stroke(x, bottom + gap, x, bottom + gap + length, HAIRLINE)
        for y in sorted({edge for place in rows for edge in (place.y, place.y + place.height)}):
            pen.stroke(first.x - gap - length, y, first.x - gap, y, HAIRLINE)
            pen.stroke(right + gap, y, right + gap + length, y, HAIRLINE)


def address_block(pen: "Pen", place: Place, lines: Sequence[str], style: Style) -> None:
    """Print an address in the middle of a label's height.

    All lines have one size: the largest at which each is one line, but none below `READABLE`; from there on
    long lines go on below, and only what is still too high becomes smaller. Nothing is cut off.
    """
    left, width = place.left + 1.5 * MM, place.safe_width - 1.5 * MM
    size = min(shrink(line, style, width, READABLE).size for line in lines or ("",))
    while True:
        used = style.sized(size / style.size)
        fitted = [part for line in lines for part in wrap(line, used, width)]
        high = used.leading * len(fitted)
        if high <= place.safe_height or size <= LEAST:
            break
        size -= 0.25
    y = place.top + max(0.0, (place.safe_height - high) / 2)
    for part in fitted:
        pen.text(left, y + used.size * 0.95, part, used)
        y += used.leading
