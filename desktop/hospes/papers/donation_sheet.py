# SPDX-License-Identifier: GPL-3.0-or-later
"""A sheet that must be exactly one page: laid out first, smaller if it has to be, and then drawn.

German receipts may not be longer than one A4 page, however long a purpose or a name is (domain 4.1).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hospes.papers.kit.ink import GUIDE, HAIRLINE, INK, MM, MUTED, SANS, SANS_SEMIBOLD, Style
from hospes.papers.kit.wrap import wrap

if TYPE_CHECKING:
    from hospes.papers.kit.page import Page
    from hospes.papers.kit.pen import Pen

SCALES: Final = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5, 0.4, 0.3, 0.2)
PAD: Final = 1.6 * MM


@lru_cache(4096)
def lines_of(text: str, kind: Style, width: float) -> tuple[str, ...]:
    """The lines of a text; the passages of a form are the same on every receipt."""
    return tuple(wrap(text, kind, width))


def style(face: str, size: float, leading: float, scale: float) -> Style:
    """A style of the sheet at a scale."""
    return Style(face, size, leading, INK).sized(scale)


@dataclass(slots=True)
class OnePage:
    """Matter one below the other; without a pen it is only measured."""

    page: "Page"
    scale: float
    pen: "Pen | None" = None
    y: float = 0.0
    plain: Style = field(init=False)
    strong: Style = field(init=False)
    small: Style = field(init=False)
    title: Style = field(init=False)

    def __post_init__(self) -> None:
        self.y = self.page.top
        self.plain = style(SANS, 9.5, 12.4, self.scale)
        self.strong = style(SANS_SEMIBOLD, 9.5, 12.4, self.scale)
        self.small = style(SANS, 8, 10.2, self.scale)
        self.title = style(SANS_SEMIBOLD, 13, 17, self.scale)

    @property
    def width(self) -> float:
        """From margin to margin."""
        return self.page.body_width

    def gap(self, height: float) -> None:
        """Leave a gap."""
        self.y += height * self.scale

    def para(
        self, text: str, kind: Style | None = None, *, x: float = 0, width: float = 0, gap: float = 2 * MM
    ) -> None:
        """A paragraph."""
        kind = kind or self.plain
        for line in lines_of(text, kind, width or self.width - x):
            if self.pen is not None:
                self.pen.text(self.page.left + x, self.y + kind.size * 0.95, line, kind)
            self.y += kind.leading
        self.gap(gap)

    def tick(self, text: str, on: bool, *, x: float = 0, width: float = 0, gap: float = 1.5 * MM) -> None:
        """A box, crossed or not, with its words."""
        size = self.plain.size * 0.8
        if self.pen is not None:
            left, top = self.page.left + x, self.y + self.plain.size * 0.2
            self.pen.frame(left, top, size, size, HAIRLINE, INK)
            if on:
                self.pen.stroke(left, top, left + size, top + size, HAIRLINE * 2)
                self.pen.stroke(left, top + size, left + size, top, HAIRLINE * 2)
        indent = x + size + 2 * MM
        self.para(text, x=indent, width=width - size - 2 * MM if width else 0, gap=gap)

    def ticks(self, choices: Sequence[tuple[str, bool]], *, indent: float = 0, gap: float = 1.5 * MM) -> None:
        """Boxes side by side, as many as fit in a line."""
        size, x = self.plain.size * 0.8, indent
        for text, on in choices:
            wide = size + 2 * MM + _width(text, self.plain) + 7 * MM
            if x > indent and x + wide > self.width:
                self.y += self.plain.leading
                x = indent
            before = self.y
            self.tick(text, on, x=x, gap=0)
            if self.y - before > self.plain.leading * 1.01:
                x = indent
                continue
            self.y, x = before, x + wide
        self.y += self.plain.leading
        self.gap(gap)

    def boxed(self, heading: str, lines: Sequence[str], *, least: float = 0, strong: bool = True) -> None:
        """A frame with a small heading and lines beneath it."""
        self.cells(((heading, lines, 1.0),), least=least, strong=strong)

    def cells(
        self, cells: Sequence[tuple[str, Sequence[str], float]], *, least: float = 0, strong: bool = True
    ) -> None:
        """Frames side by side, all as high as the highest: heading, lines, share of the width."""
        kind = self.strong if strong else self.plain
        pad, high, x = PAD * self.scale, least * self.scale, 0.0
        laid = []
        for heading, lines, share in cells:
            wide = self.width * share
            inner = wide - 2 * pad
            head = lines_of(heading, self.small, inner) if heading else ()
            body = [line for text in lines for line in lines_of(text, kind, inner)]
            high = max(high, len(head) * self.small.leading + len(body) * kind.leading + 2 * pad)
            laid.append((x, wide, head, body))
            x += wide
        if self.pen is not None:
            for left, wide, head, body in laid:
                self._cell(left, wide, high, (head, body), kind)
        self.y += high
        self.gap(2.5 * MM)

    def _cell(
        self, left: float, wide: float, high: float, words: tuple[Sequence[str], Sequence[str]], kind: Style
    ) -> None:
        assert self.pen is not None
        head, body = words
        x, y = self.page.left + left, self.y
        self.pen.frame(x, y, wide, high, HAIRLINE, GUIDE)
        y += PAD * self.scale
        for lines, used in ((head, self.small.inked(MUTED)), (body, kind)):
            for line in lines:
                self.pen.text(x + PAD * self.scale, y + used.size * 0.95, line, used)
                y += used.leading

    def signature(self, above: str, below: str, *, room: float = 14 * MM) -> None:
        """A line to sign on, with what stands on it and beneath it."""
        self.gap(room)
        if self.pen is not None:
            self.pen.text(self.page.left, self.y - 1.2 * MM, above, self.plain)
            self.pen.rule(self.page.left, self.y, self.width, HAIRLINE, INK)
        self.gap(1 * MM)
        self.para(below, self.small, gap=2.5 * MM)

    def over(self, words: str) -> None:
        """A stamp in the head of the page that changes nothing beneath it."""
        if self.pen is None or not words:
            return
        stamp = Style(SANS_SEMIBOLD, 15, 18, INK)
        wide = self.pen.width(words, stamp) + 6 * MM
        left, top = self.page.right_edge - wide, 6 * MM
        self.pen.frame(left, top, wide, 8 * MM, 0.6 * MM, INK)
        self.pen.text(left + 3 * MM, top + 6 * MM, words, stamp)


def _width(text: str, kind: Style) -> float:
    from hospes.papers.kit.fonts import face

    return face(kind.face).width(text, kind.size)


def fit(page: "Page", lay: Callable[[OnePage], None]) -> float:
    """The largest scale at which the matter stands on one page."""
    bottom = page.height - page.bottom
    for scale in SCALES:
        sheet = OnePage(page, scale)
        lay(sheet)
        if sheet.y <= bottom:
            return scale
    return SCALES[-1]
