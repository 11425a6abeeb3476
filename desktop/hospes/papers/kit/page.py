# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet a paper is laid out on: size, margins, grid (design 12). All measures are points."""

from dataclasses import dataclass
from typing import Final

from hospes.domain.codes import Code
from hospes.i18n.marks import N_
from hospes.papers.kit.ink import MM


class PaperSize(Code):
    """What lies in the printer."""

    A4 = "a4", N_("A4")
    LETTER = "letter", N_("US Letter")


_MEASURES: Final = {PaperSize.A4: (210 * MM, 297 * MM), PaperSize.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Page:
    """Width, height and margins of a sheet."""

    width: float
    height: float
    left: float = 20 * MM
    right: float = 20 * MM
    top: float = 14 * MM
    bottom: float = 16 * MM

    @classmethod
    def of(cls, size: PaperSize, landscape: bool = False) -> "Page":
        """The sheet of a size, upright or lying."""
        short, long = _MEASURES[size]
        return cls(long, short) if landscape else cls(short, long)

    @property
    def body_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def right_edge(self) -> float:
        """Where the right margin begins."""
        return self.width - self.right

    @property
    def foot_line(self) -> float:
        """Where the foot's hairline stands when the foot has one line."""
        return self.height - self.bottom
