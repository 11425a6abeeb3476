# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours and type of everything on paper (design 12), at 100 % and in large print.

Paper has few colours and every one of them may come out grey: brick and petrol always differ in place and in
italic or upright as well. Sizes are points; `Type.at(1.25)` is the large print of every paper.
"""

from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

MM: Final = 72 / 25.4
"""Points in a millimetre."""

LARGE_PRINT: Final = 1.25
"""How much larger "large print" is, on every paper."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A plain RGB colour, saved as such (no device profile a copy shop could stumble over)."""

    hex: str
    operands: str = field(init=False)
    """The three numbers a PDF colour operator takes."""

    def __post_init__(self) -> None:
        parts = (int(self.hex[i : i + 2], 16) / 255 for i in (1, 3, 5))
        numbers = " ".join(f"{part:.3f}".rstrip("0").rstrip(".") or "0" for part in parts)
        object.__setattr__(self, "operands", numbers)


INK: Final = Colour("#25221D")
MUTED: Final = Colour("#5A5346")
PETROL: Final = Colour("#1B5A66")
BRICK: Final = Colour("#96402A")
BAND: Final = Colour("#EFEADF")
BOX: Final = Colour("#F8F3E8")
HAIR: Final = Colour("#CFC5B2")
WHITE: Final = Colour("#FFFFFF")
GUIDE: Final = Colour("#857C6A")

HAIRLINE: Final = 0.25 * MM
RULE: Final = 0.5 * MM

SANS: Final = "Sans"
SANS_ITALIC: Final = "SansItalic"
SANS_SEMIBOLD: Final = "SansSemibold"
SANS_BOLD: Final = "SansBold"
SERIF: Final = "Serif"
SERIF_ITALIC: Final = "SerifItalic"
SERIF_SEMIBOLD: Final = "SerifSemibold"


@dataclass(frozen=True, slots=True)
class Style:
    """One way of setting text: face, size and leading in points, colour."""

    face: str
    size: float
    leading: float
    colour: Colour = INK

    def sized(self, factor: float) -> "Style":
        """The same, larger or smaller."""
        return replace(self, size=self.size * factor, leading=self.leading * factor)

    def inked(self, colour: Colour) -> "Style":
        """The same in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class Type:
    """All the styles of a paper. The second language is always italic and brick."""

    scale: float
    letterhead: Style
    letterhead_second: Style
    date: Style
    title: Style
    title_second: Style
    lead: Style  # what, when, who under the title
    grey: Style
    section: Style
    section_second: Style
    head: Style  # table heads
    head_second: Style
    row: Style
    row_strong: Style
    row_second: Style
    total: Style
    body: Style
    body_strong: Style
    body_second: Style
    small: Style
    small_strong: Style
    foot: Style
    foot_strong: Style

    @classmethod
    def at(cls, scale: float = 1.0) -> "Type":
        """The styles at a scale; 1.0 is the ordinary size."""
        return _type_at(scale)


@cache
def _type_at(scale: float) -> Type:
    plain = {
        "letterhead": Style(SERIF_SEMIBOLD, 11, 13.5),
        "letterhead_second": Style(SANS, 9, 11.5, MUTED),
        "date": Style(SANS, 8.5, 11, MUTED),
        "title": Style(SERIF_SEMIBOLD, 20, 24),
        "title_second": Style(SERIF_ITALIC, 14, 18.5, BRICK),
        "lead": Style(SANS_SEMIBOLD, 10, 14),
        "grey": Style(SANS, 9.5, 13, MUTED),
        "section": Style(SERIF_SEMIBOLD, 12.5, 16),
        "section_second": Style(SERIF_ITALIC, 11, 14, BRICK),
        "head": Style(SANS_BOLD, 9, 11.5),
        "head_second": Style(SANS_ITALIC, 8.5, 11, BRICK),
        "row": Style(SANS, 10, 12.4),
        "row_strong": Style(SANS_SEMIBOLD, 10, 12.4),
        "row_second": Style(SANS, 8.5, 11, MUTED),
        "total": Style(SANS_SEMIBOLD, 9.5, 13),
        "body": Style(SANS, 10.5, 14.5),
        "body_strong": Style(SANS_SEMIBOLD, 10.5, 14.5),
        "body_second": Style(SANS_ITALIC, 10.5, 14.5, BRICK),
        "small": Style(SANS, 9, 12),
        "small_strong": Style(SANS_SEMIBOLD, 9, 12),
        "foot": Style(SANS, 8, 10.2, MUTED),
        "foot_strong": Style(SANS_SEMIBOLD, 8, 10.2, MUTED),
    }
    return Type(scale=scale, **{name: style.sized(scale) for name, style in plain.items()})
