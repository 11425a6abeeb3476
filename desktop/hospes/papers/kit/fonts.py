# SPDX-License-Identifier: GPL-3.0-or-later
"""The faces on paper: which letters they hold, how wide letters are, and what stands in for a missing one.

Every letter of a paper is embedded (REQ-5-07, T6.4). A letter that a face lacks is taken from its substitute
faces, then in a plainer form (a ligature as two letters); what remains prints as a question mark and is named
in the warnings of the document, so that nobody finds a black box in place of a name.

Widths are looked up once per letter and kept, because a long list measures a hundred thousand cells.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hospes import paths
from hospes.papers.kit import ink

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

_FILES: Final = {
    ink.SANS: ("source-sans-3", "SourceSans3_400Regular.ttf"),
    ink.SANS_ITALIC: ("source-sans-3", "SourceSans3_400Regular_Italic.ttf"),
    ink.SANS_SEMIBOLD: ("source-sans-3", "SourceSans3_600SemiBold.ttf"),
    ink.SANS_BOLD: ("source-sans-3", "SourceSans3_700Bold.ttf"),
    ink.SERIF: ("source-serif-4", "SourceSerif4_400Regular.ttf"),
    ink.SERIF_ITALIC: ("source-serif-4", "SourceSerif4_400Regular_Italic.ttf"),
    ink.SERIF_SEMIBOLD: ("source-serif-4", "SourceSerif4_600SemiBold.ttf"),
}

_SUBSTITUTES: Final = {
    ink.SERIF: (ink.SANS,),
    ink.SERIF_ITALIC: (ink.SANS_ITALIC, ink.SANS),
    ink.SERIF_SEMIBOLD: (ink.SANS_SEMIBOLD, ink.SANS),
    ink.SANS_ITALIC: (ink.SANS,),
    ink.SANS_SEMIBOLD: (ink.SANS,),
    ink.SANS_BOLD: (ink.SANS,),
}

UNPRINTABLE: Final = "?"
"""What is printed for a letter no face holds."""

SPECIAL: Final = 10_000_000
"""The width of a character that asks for the slow way: line ends, combining marks, controls."""

_SPACES: Final = {"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2009": "\u00a0", "\u2011": "-", "\u2010": "-"}


class Face:
    """One face: its letters and their widths, shared by all documents."""

    def __init__(self, name: str, file: Path, substitutes: tuple["Face", ...]) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont as Font

        self.name = name
        self.font: TTFont = Font(f"Hospes{name}", str(file))
        pdfmetrics.registerFont(self.font)
        self.letters: frozenset[int] = frozenset(self.font.face.charToGlyph)
        self.substitutes = substitutes
        self.widths = _Widths(self)

    def __contains__(self, letter: str) -> bool:
        return ord(letter) in self.letters

    def measure(self, text: str) -> int:
        """The width of `text` in thousandths of its size; `SPECIAL` or more if it needs `plain` first."""
        return sum(map(self.widths.__getitem__, text))

    def width(self, text: str, size: float) -> float:
        """The width of one line in points."""
        thousandths = self.measure(text)
        if thousandths >= SPECIAL:
            thousandths = self.measure_line(plain(text))
        return thousandths * size / 1000

    def measure_line(self, line: str) -> int:
        """The width of a line that went through `plain`; combining marks count as wide as their sign is."""
        widths = self.widths
        return sum(width if (width := widths[sign]) < SPECIAL else self._mark_width(sign) for sign in line)

    def _mark_width(self, mark: str) -> int:
        holder, shown = self.holder(mark)
        return holder.sign_width(shown)

    def sign_width(self, signs: str) -> int:
        """The width of `signs` in thousandths, all of which this face holds."""
        widths: dict[int, int] = self.font.face.charWidths
        return sum(int(widths[ord(sign)]) for sign in signs)

    def holder(self, letter: str) -> "tuple[Face, str]":
        """The face that prints `letter`, and the letter or letters it prints for it."""
        for face in (self, *self.substitutes):
            if letter in face:
                return face, letter
        other = _SPACES.get(letter) or unicodedata.normalize("NFKD", letter)
        if other != letter and all(sign in self for sign in other):
            return self, other
        return self, "" if unicodedata.category(letter) in {"Mn", "Me"} else UNPRINTABLE

    def prints(self, letter: str) -> bool:
        """Whether `letter` comes out as itself or in a plainer form of the same meaning."""
        return letter == UNPRINTABLE or self.holder(letter)[1] not in {UNPRINTABLE, ""}


class _Widths(dict[str, int]):
    """Width by letter in thousandths, filled while letters are met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> int:
        if is_special(letter):
            width = SPECIAL
        else:
            face, shown = self._face.holder(letter)
            width = face.sign_width(shown)
        self[letter] = width
        return width


@cache
def face(name: str) -> Face:
    """The face called `name` (the constants of `ink`), loaded and registered at its first use.

    Raises:
        FileNotFoundError: the installation is not whole.
    """
    _prepare_reportlab()
    folder, file = _FILES[name]
    substitutes = tuple(face(other) for other in _SUBSTITUTES.get(name, ()))
    return Face(name, paths.resources() / "fonts" / folder / file, substitutes)


@cache
def _prepare_reportlab() -> None:
    from reportlab import rl_config

    rl_config.useA85 = 0  # plain binary streams: a sixth smaller, and nobody mails PDF through seven bits


def is_special(letter: str) -> bool:
    """Whether text with this character must pass through `plain` before it is measured or printed."""
    return letter < " " or unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp", "Mn", "Me"}


def plain(text: str) -> str:
    r"""`text` as it can be printed: composed letters, `\n` as the only line end, no controls or hidden signs.

    A lone surrogate becomes a question mark; marks that have no composed letter stay as they are.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    if not any(map(is_special, text)):
        return text
    return "".join(map(_plain_sign, text))


def _plain_sign(sign: str) -> str:
    category = unicodedata.category(sign)
    if sign in "\n\r\v\f\u0085\u2028\u2029":
        return "\n"
    if sign == "\t":
        return " "
    if category == "Cs":
        return UNPRINTABLE
    return "" if category in {"Cc", "Cf"} else sign


def unprintable(text: str, face_name: str) -> str:
    """The letters of `text` that no face holds, each once, in their order; empty if all can be printed."""
    wanted = face(face_name)
    return "".join(dict.fromkeys(sign for sign in plain(text) if sign != "\n" and not wanted.prints(sign)))
