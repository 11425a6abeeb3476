# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing on the sheets of one document, close to the file.

Sheets are lists of PDF operators; ReportLab keeps what is hard (font subsets, objects, the file itself). That
is what makes a list of 10 000 as fast as the bare canvas (performance.md 6): letters are put into the subset
of their face by one table look-up per text, and a text costs one operator.

All places are points from the upper left corner of the sheet.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from hospes.papers.kit.fonts import Face, face, is_special, plain
from hospes.papers.kit.ink import GUIDE, INK, Colour, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase.pdfdoc import PDFDocument

_CURVE: Final = 0.5522847498  # the handle of a quarter circle as one Bezier curve


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a sheet; its place is that of its upper left corner."""

    reader: "ImageReader"
    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Sheet:
    """One page while it is drawn."""

    number: int
    width: float
    height: float
    operators: list[str] = field(default_factory=list)
    images: list[Picture] = field(default_factory=list)  # under everything else


class Letters:
    """How the letters of one face are written in one document."""

    __slots__ = ("_beyond", "_file", "_first", "_table", "absent", "face")

    def __init__(self, font_face: Face, file: "PDFDocument", absent: dict[str, str]) -> None:
        self.face = font_face
        self.absent = absent  # lines with letters that no face holds, and those letters
        self._file = file
        self._beyond = False
        self._table = _Codes(self)
        self._first = ""

    @property
    def internal(self) -> str:
        """The name of the face's first subset in the file."""
        if not self._first:
            self._first = self.subset(0)
        return self._first

    def subset(self, number: int) -> str:
        """The name of a subset of the face in the file."""
        name: str = self.face.font.getSubsetInternalName(number, self._file)
        return name

    def show(self, text: str, size: float) -> str:
        """The operators that print one line at the current place; the face's first subset must be set."""
        codes = text.translate(self._table)
        if not self._beyond:
            return f"({codes}) Tj"
        self._beyond = False
        return self._show_mixed(plain(text).replace("\n", " "), size)

    def code(self, letter: str) -> str | None:
        """The letter's byte in the first subset, escaped; None if it is not there."""
        if letter not in self.face or is_special(letter):
            self._beyond = True
            return None
        ((subset, code),) = self.face.font.splitString(letter, self._file)
        if subset:
            self._beyond = True
            return None
        return _escaped(code)

    def _show_mixed(self, text: str, size: float) -> str:
        """Print a line that needs several subsets or faces."""
        parts: list[str] = []
        now = self.internal
        for sign in text:
            holder, shown = self.face.holder(sign)
            if shown != sign and not self.face.prints(sign):
                known = self.absent.get(text, "")
                self.absent[text] = known if sign in known else known + sign
            if not shown:
                continue
            for subset, codes in holder.font.splitString(shown, self._file):
                name: str = holder.font.getSubsetInternalName(subset, self._file)
                if name != now:
                    parts.append(f"{name} {size:g} Tf")
                    now = name
                parts.append(f"({_escaped(codes)}) Tj")
        if now != self.internal:
            parts.append(f"{self.internal} {size:g} Tf")
        return " ".join(parts)


class _Codes(dict[int, str]):
    """The table for `str.translate`, filled while letters are met."""

    def __init__(self, letters: Letters) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, number: int) -> str:
        code = self._letters.code(chr(number))
        if code is None:
            return ""  # not kept: every text with this letter goes the slow way
        self[number] = code
        return code


def _escaped(codes: bytes) -> str:
    return "".join(chr(c) if 32 <= c < 127 and c not in b"()\\" else f"\\{c:03o}" for c in codes)


class Pen:
    """Draws on the current sheet of a document."""

    def __init__(self, file: "PDFDocument") -> None:
        self._file = file
        self.absent: dict[str, str] = {}
        self._letters: dict[str, Letters] = {}
        self._sheet: Sheet | None = None

    @property
    def sheet(self) -> Sheet:
        """The sheet drawn on."""
        if self._sheet is None:
            raise ValueError("no sheet has been begun")
        return self._sheet

    def take(self, sheet: Sheet) -> None:
        """Draw on this sheet from now on."""
        self._sheet = sheet

    def letters(self, style: Style) -> Letters:
        """The letters of a style's face in this document."""
        known = self._letters.get(style.face)
        if known is None:
            known = self._letters[style.face] = Letters(face(style.face), self._file, self.absent)
        return known

    def text(self, x: float, y: float, text: str, style: Style) -> None:
        """Print one line with its base line at `y`."""
        letters = self.letters(style)
        shown = letters.show(text, style.size)
        sheet = self.sheet
        sheet.operators.append(
            f"BT {style.colour.operands} rg {letters.internal} {style.size:g} Tf "
            f"1 0 0 1 {x:.2f} {sheet.height - y:.2f} Tm {shown} ET"
        )

    def text_right(self, x: float, y: float, text: str, style: Style) -> None:
        """Print one line that ends at `x`."""
        self.text(x - self.width(text, style), y, text, style)

    def text_centred(self, x: float, y: float, text: str, style: Style) -> None:
        """Print one line with its middle at `x`."""
        self.text(x - self.width(text, style) / 2, y, text, style)

    def width(self, text: str, style: Style) -> float:
        """The width of one line in points."""
        return face(style.face).width(text, style.size)

    def rectangle(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """Fill a rectangle whose upper left corner is given."""
        bottom = self.sheet.height - y - height
        self.sheet.operators.append(f"{fill.operands} rg {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def frame(self, x: float, y: float, width: float, height: float, line: float, colour: Colour) -> None:
        """Draw the outline of a rectangle."""
        bottom = self.sheet.height - y - height
        self.sheet.operators.append(
            f"{colour.operands} RG {line:.2f} w {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re S"
        )

    def rule(self, x: float, y: float, length: float, line: float, colour: Colour) -> None:
        """Draw a horizontal line whose middle is at `y`."""
        up = self.sheet.height - y
        self.sheet.operators.append(
            f"{colour.operands} RG {line:.2f} w {x:.2f} {up:.2f} m {x + length:.2f} {up:.2f} l S"
        )

    def stroke(self, x: float, y: float, to_x: float, to_y: float, line: float, colour: Colour = INK) -> None:
        """Draw a line between two points."""
        high = self.sheet.height
        self.sheet.operators.append(
            f"{colour.operands} RG {line:.2f} w {x:.2f} {high - y:.2f} m {to_x:.2f} {high - to_y:.2f} l S"
        )

    def rounded(self, x: float, y: float, width: float, height: float, radius: float, line: float) -> None:
        """Draw the outline of a rectangle with round corners, as a guide for the eye."""
        bottom, right = self.sheet.height - y - height, x + width
        top, r, k = bottom + height, radius, radius * (1 - _CURVE)
        points = (
            f"{x + r:.2f} {bottom:.2f} m {right - r:.2f} {bottom:.2f} l "
            f"{right - k:.2f} {bottom:.2f} {right:.2f} {bottom + k:.2f} {right:.2f} {bottom + r:.2f} c "
            f"{right:.2f} {top - r:.2f} l "
            f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c "
            f"{x + r:.2f} {top:.2f} l "
            f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - r:.2f} c "
            f"{x:.2f} {bottom + r:.2f} l "
            f"{x:.2f} {bottom + k:.2f} {x + k:.2f} {bottom:.2f} {x + r:.2f} {bottom:.2f} c s"
        )
        self.sheet.operators.append(f"{GUIDE.operands} RG {line:.2f} w {points}")

    def shape(self, commands: "Sequence[tuple[str, tuple[float, ...]]]", fill: Colour) -> None:
        """Fill an outline of `m`, `l` and `c` commands."""
        high = self.sheet.height
        parts = []
        for operator, numbers in commands:
            turned = [f"{high - n if i % 2 else n:.2f}" for i, n in enumerate(numbers)]
            parts.append(f"{' '.join(turned)} {operator}")
        self.sheet.operators.append(f"{fill.operands} rg {' '.join(parts)} h f")
