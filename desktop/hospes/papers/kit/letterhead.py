# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the matter of a paper: letterhead, title, the small head of later pages, and the foot.

The foot is where a list explains itself: who is on it, as a sentence, on which day, and how many (product 3).
"""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hospes.papers.kit.ink import BRICK, HAIR, HAIRLINE, MM, PETROL, RULE, Style, Type
from hospes.papers.kit.tongues import DOT, Pair
from hospes.papers.kit.wrap import shrink, wrap

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from hospes.papers.kit.page import Page
    from hospes.papers.kit.pen import Pen, Sheet

_Command = tuple[str, tuple[float, ...]]

LARGEST_PICTURE: Final = 8000
"""Pixels a side; a larger logo is taken for a trap."""

WINDOW: Final = 50 * MM
"""How far from the top the address of a letter begins, with the sender's line over it."""

SUBJECT: Final = 96 * MM

PURPOSE_LINES: Final = 3
"""More lines would come into the window of the envelope."""

SIGN: Final = 13 * MM
"""Width and height of the logo or tessera on the letterhead."""


@dataclass(frozen=True, slots=True)
class Sender:
    """The association as its papers name it."""

    name: str
    second_name: str = ""  # in the second language, or the partner's name
    place: str = ""
    logo: bytes | None = None  # PNG or JPEG; the tessera stands where there is none
    purpose: tuple[str, ...] = ()  # of the statutes, one a language, where the association wants it there


@dataclass(frozen=True, slots=True)
class Heading:
    """What a paper says of itself."""

    title: Pair
    lead: str = ""  # what, when, who
    grey: str = ""
    about: tuple[str, ...] = ()  # the foot's sentences: filter, day, count, one a language
    confidential: str = ""
    date_lines: tuple[str, ...] = ()  # place and day, one a language
    address: tuple[str, ...] = ()  # of a letter: stands in the envelope's window, the title beneath it
    window_right: bool = False  # French envelopes have their window on the right (domain 5.2)


class Frame:
    """Draws head and foot of every sheet of one paper."""

    def __init__(
        self, pen: "Pen", page: "Page", styles: Type, sender: Sender, heading: Heading, page_word: str
    ) -> None:
        self.pen = pen
        self.page = page
        self.type = styles
        self.sender = sender
        self.heading = heading
        self.page_word = page_word  # "Seite · page"
        self._foot = self._foot_lines()

    @property
    def body_bottom(self) -> float:
        """Where the matter must end."""
        return self._foot_top() - 3 * MM

    def first_head(self) -> float:
        """Draw letterhead and title on the first sheet; where the matter may begin."""
        page, pen, styles = self.page, self.pen, self.type
        self._sign(page.left, page.top, SIGN)
        left = page.left + SIGN + 3.2 * MM
        date_width = max((pen.width(line, styles.date) for line in self.heading.date_lines), default=0.0)
        room = page.right_edge - left - date_width - 6 * MM
        large = shrink(self.sender.name, styles.letterhead, room, styles.letterhead.size * 0.85)
        names = wrap(self.sender.name, large, room)
        seconds = self.sender.second_name
        seconds_lines = wrap(seconds, styles.letterhead_second, room) if seconds else []
        purpose = self._purpose(room)
        high = len(names) * styles.letterhead.leading + len(seconds_lines) * styles.letterhead_second.leading
        high += len(purpose) * styles.foot.leading
        y = page.top + max(0.0, (SIGN - high) / 2) + styles.letterhead.leading * 0.78
        for line in names:
            pen.text(left, y, line, large)
            y += styles.letterhead.leading
        y += styles.letterhead_second.leading - styles.letterhead.leading + 1.2
        for line in seconds_lines:
            pen.text(left, y, line, styles.letterhead_second)
            y += styles.letterhead_second.leading
        for line in purpose:
            pen.text(left, y, line, styles.foot)
            y += styles.foot.leading
        day_y = page.top + 3.9 * MM
        for line in self.heading.date_lines:
            pen.text_right(page.right_edge, day_y, line, styles.date)
            day_y += styles.date.leading
        rule = max(31 * MM, y - styles.letterhead_second.leading + 5 * MM)
        self._two_colours(rule, RULE)
        return self._letter() if self.heading.address else self._title(rule)

    def _purpose(self, room: float) -> list[str]:
        """What the association is for, in the few lines there is room for; whole sentences or nothing."""
        style, lines = self.type.foot, list[str]()
        for text in self.sender.purpose:
            said = " ".join(text.split())
            found = wrap(said, style, room)
            while len(lines) + len(found) > PURPOSE_LINES and ". " in said:
                said = f"{said.rpartition('. ')[0]}."
                found = wrap(said, style, room)
            if len(lines) + len(found) <= PURPOSE_LINES:
                lines += found
        return lines

    def _letter(self) -> float:
        """Address in the window of the envelope and subject beneath it (DIN 5008 B; NF on the right)."""
        styles, heading = self.type, self.heading
        x = 110 * MM if heading.window_right else max(25 * MM, self.page.left)
        width = (self.page.right_edge if heading.window_right else 105 * MM) - x
        sender = DOT.join((self.sender.name, self.sender.place)) if self.sender.place else self.sender.name
        small = shrink(sender, styles.foot, width, 6)
        self.pen.text(x, WINDOW + small.size, sender, small)
        self.pen.rule(x, WINDOW + small.size + 1.2 * MM, width, HAIRLINE, HAIR)
        y = WINDOW + small.size + 3 * MM
        for part in heading.address:
            for line in wrap(part, styles.body, width):
                self.pen.text(x, y + styles.body.size * 0.95, line, styles.body)
                y += styles.body.leading
        y = max(y + 6 * MM, SUBJECT)
        y = self._lines(heading.title.first, styles.body_strong, self.page.left, y + styles.body_strong.size)
        if heading.title.second and heading.title.second != heading.title.first:
            y = self._lines(heading.title.second, styles.body_second, self.page.left, y)
        return y + 1.2 * MM

    def _title(self, rule: float) -> float:
        page, styles, heading = self.page, self.type, self.heading
        y = rule + 13.4 * MM - 20 + styles.title.size
        y = self._lines(heading.title.first, styles.title, page.left, y)
        if heading.title.second and heading.title.second != heading.title.first:
            y += styles.title_second.leading - styles.title.leading + 1
            y = self._lines(heading.title.second, styles.title_second, page.left, y)
        if heading.lead:
            y += 1.6 * MM - (styles.title.leading - styles.lead.leading) / 4
            y = self._lines(heading.lead, styles.lead, page.left, y)
        if heading.grey:
            y = self._lines(heading.grey, styles.grey, page.left, y + 0.3 * MM)
        return y + 1.2 * MM

    def _lines(self, text: str, style: Style, x: float, y: float) -> float:
        """Print text with its first base line at `y`; where the next line would stand."""
        for line in wrap(text, style, self.page.body_width):
            self.pen.text(x, y, line, style)
            y += style.leading
        return y

    def later_head(self) -> float:
        """Draw the small head of a later sheet; where the matter may begin."""
        page, styles = self.page, self.type
        y = page.top + styles.foot.size * 0.8
        title = self._short_title(page.body_width * 0.6)
        self.pen.text(page.left, y, title, styles.foot_strong)
        room = page.body_width - self.pen.width(title, styles.foot_strong) - 12
        small = shrink(self.sender.name, styles.foot, room, styles.foot.size * 0.8)
        self.pen.text_right(page.right_edge, y, _in_one_line(self.sender.name, small, room), small)
        self._two_colours(y + 2.2 * MM, HAIRLINE * 1.4)
        return y + 6.5 * MM

    def _short_title(self, room: float) -> str:
        """The title for one line: in the first language alone where both are too long for it."""
        style, title = self.type.foot_strong, self.heading.title
        both = title.joined()
        return both if self.pen.width(both, style) <= room else _in_one_line(title.first, style, room)

    def foot(self, sheet: "Sheet", number: int, total: str) -> None:
        """Draw the foot of a sheet: which page it is of how many."""
        page, pen, styles = self.page, self.pen, self.type
        top = self._foot_top()
        pen.rule(page.left, top, page.body_width, HAIRLINE, HAIR)
        y = top + 1.6 * MM + styles.foot.size * 0.9
        pen.text_right(page.right_edge, y, f"{self.page_word} {number} / {total}", styles.foot)
        for line, style in self._foot:
            pen.text(page.left, y, line, style)
            y += styles.foot.leading

    def _foot_lines(self) -> list[tuple[str, Style]]:
        styles, width = self.type, self.page.body_width - 34 * MM * self.type.scale
        lines: list[tuple[str, Style]] = []
        texts = [(self.heading.confidential, styles.foot_strong)] if self.heading.confidential else []
        texts += [(sentence, styles.foot) for sentence in self.heading.about if sentence]
        for text, style in texts:
            lines += [(line, style) for line in wrap(text, style, width)]
        return lines

    def _foot_top(self) -> float:
        """One or two lines stand in the bottom margin; more push the hairline up."""
        more = max(0, len(self._foot) - 2)
        return self.page.foot_line - more * self.type.foot.leading - (self.type.scale - 1) * 5 * MM

    def _two_colours(self, y: float, line: float) -> None:
        half = self.page.body_width / 2
        self.pen.rule(self.page.left, y, half, line, PETROL)
        self.pen.rule(self.page.left + half, y, half, line, BRICK)

    def _sign(self, x: float, y: float, size: float) -> None:
        if self.sender.logo is not None and draw_logo(self.pen, self.sender.logo, x, y, size, size):
            return
        draw_tessera(self.pen, x, y, size)


def _in_one_line(text: str, style: Style, room: float) -> str:
    """The text, or the words of it that fit, with a sign that more would follow."""
    lines = wrap(text, style, room)
    if len(lines) == 1:
        return text
    return f"{wrap(text, style, room - style.size)[0].rstrip(' –-·,')} …"


def draw_logo(pen: "Pen", logo: bytes, x: float, y: float, width: float, height: float) -> bool:
    """Fit a picture into a box, left and in the middle of its height; False if it cannot be read."""
    from hospes.papers.kit.pen import Picture

    reader = _picture(logo)
    if reader is None:
        return False
    wide, high = reader.getSize()
    factor = min(width / wide, height / high)
    pen.sheet.images.append(
        Picture(reader, x, y + (height - high * factor) / 2, wide * factor, high * factor)
    )
    return True


def readable_picture(blob: bytes) -> bool:
    """Whether a picture can be shown at all."""
    return _picture(blob) is not None


@lru_cache(maxsize=4)
def _picture(blob: bytes) -> "ImageReader | None":
    """The picture, read to its end: a broken one must show here and not when the file is written.

    Read once for all letters of a run, on which it stands again and again.
    """
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    try:
        with Image.open(io.BytesIO(blob)) as image:
            wide, high = image.size
            if not (0 < wide <= LARGEST_PICTURE and 0 < high <= LARGEST_PICTURE):
                return None
            image.load()
        return ImageReader(io.BytesIO(blob))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None  # PIL says all of these of files that are no pictures


def draw_tessera(pen: "Pen", x: float, y: float, size: float) -> None:
    """The sign: a disc broken in two along a line with one tongue, as a guest's token was (design 10.5)."""
    unit = size / 100

    def at(points: Sequence[float]) -> tuple[float, ...]:
        return tuple((y if i % 2 else x) + value * unit for i, value in enumerate(points))

    def half(start: float, rim: list[tuple[float, ...]], tongue: tuple[float, ...]) -> list[_Command]:
        curves = [("c" if len(numbers) == 6 else "l", at(numbers)) for numbers in rim]
        return [("m", at((start, 34))), *curves, ("l", at((start, 62))), ("c", at(tongue))]

    pen.shape(half(56, _arc(56, 4.393, 95.607, clockwise=False), (74, 66, 74, 30, 56, 34)), PETROL)
    pen.shape(half(63, _arc(63, 5.875, 94.125, clockwise=True), (81, 66, 81, 30, 63, 34)), BRICK)


def _arc(x: float, first_y: float, last_y: float, *, clockwise: bool) -> list[tuple[float, ...]]:
    """A part of the disc's rim (middle 50, 50, radius 46) as a line to its start and Bezier curves."""
    start, end = math.atan2(first_y - 50, x - 50), math.atan2(last_y - 50, x - 50)
    if clockwise and end < start:
        end += 2 * math.pi
    if not clockwise and end > start:
        end -= 2 * math.pi
    pieces = 8
    step = (end - start) / pieces
    handle = 4 / 3 * math.tan(step / 4) * 46
    curves: list[tuple[float, ...]] = [(x, first_y)]
    for piece in range(pieces):
        a, b = start + piece * step, start + (piece + 1) * step
        leave = (46 * math.cos(a) - handle * math.sin(a), 46 * math.sin(a) + handle * math.cos(a))
        arrive = (46 * math.cos(b) + handle * math.sin(b), 46 * math.sin(b) - handle * math.cos(b))
        end_point = (46 * math.cos(b), 46 * math.sin(b))
        curves.append(tuple(50 + value for point in (leave, arrive, end_point) for value in point))
    return curves
