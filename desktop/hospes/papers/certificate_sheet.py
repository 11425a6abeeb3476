# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a certificate: frame, sign, words in the middle, signatures and the place for a seal.

What stands between head and foot is spread over the room there is, and set smaller where it is much.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hospes.papers.kit.ink import (
    BRICK,
    GUIDE,
    HAIR,
    HAIRLINE,
    INK,
    LARGE_PRINT,
    MM,
    MUTED,
    PETROL,
    RULE,
    SANS,
    SERIF,
    SERIF_ITALIC,
    SERIF_SEMIBOLD,
    WHITE,
    Colour,
    Style,
)
from hospes.papers.kit.letterhead import draw_logo, draw_tessera
from hospes.papers.kit.tongues import Pair
from hospes.papers.kit.wrap import shrink, wrap

if TYPE_CHECKING:
    from hospes.papers.kit.letterhead import Sender
    from hospes.papers.kit.page import Page
    from hospes.papers.kit.pen import Pen

_OWN: Final = Style(SERIF_SEMIBOLD, 14, 18)
_OWN_SECOND: Final = Style(SANS, 10, 13, MUTED)
_TITLE: Final = Style(SERIF_SEMIBOLD, 36, 42, PETROL)
_TITLE_SECOND: Final = Style(SERIF_ITALIC, 21, 26, BRICK)
_INTRO: Final = Style(SERIF_ITALIC, 14, 19, MUTED)
_NAME: Final = Style(SERIF_SEMIBOLD, 32, 40)
_REASON: Final = Style(SERIF, 17, 24)
_REASON_SECOND: Final = Style(SERIF_ITALIC, 14, 20, BRICK)
_WHAT: Final = Style(SERIF_SEMIBOLD, 15, 21)
_OCCASION: Final = Style(SERIF_ITALIC, 13, 18, MUTED)
_WORDS: Final = Style(SERIF, 12.5, 18)
_DAY: Final = Style(SERIF, 11.5, 16)
_DAY_SECOND: Final = Style(SERIF_ITALIC, 10.5, 14, BRICK)
_SIGNED: Final = Style(SANS, 9, 12, MUTED)

_OUTER: Final = 10 * MM
_INNER: Final = 12.6 * MM
_SIDE: Final = 26 * MM
_SIGN_LINE: Final = 58 * MM
_SEAL: Final = 30 * MM
_LEAST: Final = 0.5
_ROUND: Final = 0.5522847498
"""How far the handles of a quarter of a circle stand out."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    style: Style
    before: float = 0.0
    name_line: bool = False


class CertificateSheet:
    """One sheet being drawn."""

    def __init__(self, pen: "Pen", page: "Page", sender: "Sender", *, large: bool = False) -> None:
        self.pen = pen
        self.page = page
        self.sender = sender
        self._scale = LARGE_PRINT if large else 1.0
        self._low = page.height < page.width
        self._most = (7 if self._low else 12) * MM
        self._middle = page.width / 2
        self._room = page.width - 2 * _SIDE

    def draw(
        self, *, title: Pair, intro: Pair, name: str, reason: Pair, what: tuple[str, str], words: str
    ) -> None:
        """Frame, head, and the words in the middle. Without a name there is a line to write it on.

        Args:
            title: what the sheet is.
            intro: what stands over the name.
            name: who gets it.
            reason: for what.
            what: in words of the association's own, and the occasion.
            words: a paragraph of its own.
        """
        self._frame()
        top = self._head()
        bottom = self._foot_top() - 6 * MM
        scale = self._scale
        lines = self._lines(scale, title, intro, name, reason, what, words)
        while self._high(lines) > bottom - top and scale > _LEAST:
            scale *= 0.95
            lines = self._lines(scale, title, intro, name, reason, what, words)
        spare = max(0.0, bottom - top - self._high(lines))
        gaps = sum(line.before > 0 for line in lines) + 1
        y = top + spare / 2 - min(spare / gaps, self._most) * (gaps - 1) / 2
        for line in lines:
            if line.before:
                y += line.before + min(spare / gaps, self._most)
            y += line.style.leading
            self.pen.text_centred(self._middle, y - line.style.leading * 0.25, line.text, line.style)
            if line.name_line:
                self.pen.rule(self._middle - self._room * 0.35, y, self._room * 0.7, HAIRLINE, HAIR)

    def foot(
        self,
        day: Pair,
        signed: tuple[str, str],
        *,
        seal: bool,
        pictures: tuple[bytes | None, bytes | None] = (None, None),
    ) -> None:
        """Place and day, two lines to sign on or with a signature, and the place for a seal between them."""
        line = self._sign_y()
        left, right = _SIDE - 4 * MM, self.page.width - _SIDE + 4 * MM - _SIGN_LINE
        first, second = signed
        for x, words, picture in ((left, first, pictures[0]), (right, second, pictures[1])):
            if words or x == right:
                self._signature(x, line, words)
            if picture is not None:
                wide, high = _SIGN_LINE * 0.8, 13 * MM
                draw_logo(self.pen, picture, x + (_SIGN_LINE - wide) / 2, line - high + 0.5 * MM, wide, high)
        if seal:
            self._ring(self._middle, line - 4 * MM, _SEAL / 2)
        over = [(day.first, _DAY), *([(day.second, _DAY_SECOND)] if day.second else [])]
        if first:
            y = self._foot_top() + _DAY.leading * 0.8
            for words, style in over:
                self.pen.text_centred(self._middle, y, words, style)
                y += style.leading
            return
        y = line - (len(over) - 1) * _DAY_SECOND.leading
        for words, style in over:
            self.pen.text(left, y, words, style)
            y += _DAY_SECOND.leading

    # -- parts -----------------------------------------------------------------------------------------

    def _frame(self) -> None:
        pen, page = self.pen, self.page
        pen.frame(_OUTER, _OUTER, page.width - 2 * _OUTER, page.height - 2 * _OUTER, 1.1 * MM, PETROL)
        pen.frame(_INNER, _INNER, page.width - 2 * _INNER, page.height - 2 * _INNER, RULE, BRICK)

    def _head(self) -> float:
        """The sign, the association's name and the line of two colours; where they end."""
        pen, size = self.pen, (20 if self._low else 27) * MM
        top = _INNER + (6 if self._low else 12) * MM
        logo = self.sender.logo
        if logo is None or not draw_logo(pen, logo, self._middle - size / 2, top, size, size):
            draw_tessera(pen, self._middle - size / 2, top, size)
        y = top + size + _OWN.leading + 1 * MM
        for words, style in ((self.sender.name, _OWN), (self.sender.second_name, _OWN_SECOND)):
            for line in wrap(words, style, self._room) if words else ():
                pen.text_centred(self._middle, y, line, style)
                y += style.leading
        half = 22 * MM
        y -= _OWN.leading * 0.2
        pen.rule(self._middle - half, y, half, RULE, PETROL)
        pen.rule(self._middle, y, half, RULE, BRICK)
        return y + 4 * MM

    def _lines(
        self,
        scale: float,
        title: Pair,
        intro: Pair,
        name: str,
        reason: Pair,
        what: tuple[str, str],
        words: str,
    ) -> list[_Line]:
        found: list[_Line] = []

        def add(text: str, style: Style, before: float, room: float = 1.0) -> None:
            sized = style.sized(scale)
            for at, line in enumerate(wrap(text, sized, self._room * room) if text else ()):
                found.append(_Line(line, sized, before * scale if at == 0 else 0.0))

        big = shrink(title.first, _TITLE.sized(scale), self._room, 20 * scale)
        found += [_Line(line, big) for line in wrap(title.first, big, self._room)]
        add(title.second if title.second != title.first else "", _TITLE_SECOND, 0.1 * MM)
        add(intro.joined(), _INTRO, 5 * MM)
        large = shrink(name, _NAME.sized(scale), self._room, 20 * scale)
        for at, line in enumerate(wrap(name, large, self._room)):
            found.append(_Line(line, large, 3 * MM * scale if at == 0 else 0.0, name_line=not name))
        add(reason.first, _REASON, 5 * MM, 0.94)
        add(reason.second if reason.second != reason.first else "", _REASON_SECOND, 0.1 * MM, 0.94)
        strong, grey = what
        add(strong, _WHAT, 4 * MM)
        add(grey, _OCCASION, 0.1 * MM if strong else 4 * MM)
        add(words, _WORDS, 5 * MM, 0.9)
        return found

    def _high(self, lines: Sequence[_Line]) -> float:
        return sum(line.style.leading + line.before for line in lines)

    def _sign_y(self) -> float:
        return self.page.height - _INNER - (17 if self._low else 24) * MM

    def _foot_top(self) -> float:
        return self._sign_y() - 4 * MM - _SEAL / 2 - (12 if self._low else 15) * MM

    def _signature(self, x: float, y: float, words: str) -> None:
        self.pen.rule(x, y + 1 * MM, _SIGN_LINE, HAIRLINE, INK)
        at = y + 1 * MM + _SIGNED.leading
        for line in wrap(words, _SIGNED, _SIGN_LINE) if words else ():
            self.pen.text_centred(x + _SIGN_LINE / 2, at, line, _SIGNED)
            at += _SIGNED.leading

    def _ring(self, x: float, y: float, radius: float) -> None:
        """The place for a seal: two thin rings that a stamp covers."""
        for outer, colour in ((radius, GUIDE), (radius - 0.25 * MM, WHITE), (radius - 1.4 * MM, HAIR)):
            self._disc(x, y, outer, colour)
        self._disc(x, y, radius - 1.6 * MM, WHITE)

    def _disc(self, x: float, y: float, r: float, colour: Colour) -> None:
        k = r * _ROUND
        self.pen.shape(
            [
                ("m", (x - r, y)),
                ("c", (x - r, y - k, x - k, y - r, x, y - r)),
                ("c", (x + k, y - r, x + r, y - k, x + r, y)),
                ("c", (x + r, y + k, x + k, y + r, x, y + r)),
                ("c", (x - k, y + r, x - r, y + k, x - r, y)),
            ],
            colour,
        )
