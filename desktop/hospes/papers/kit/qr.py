# SPDX-License-Identifier: GPL-3.0-or-later
"""A QR code drawn as shapes, sharp at every resolution of the printer."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from hospes.papers.kit.ink import INK, MM

if TYPE_CHECKING:
    from hospes.papers.kit.pen import Pen

SIZE: Final = 30 * MM
"""Of the code with its quiet border (domain 6, paper 6)."""
QUIET: Final = 4
"""Modules that stay empty around it; without them it cannot be read."""
LARGEST: Final = 13
"""Version a transfer's code may have."""


def draw_qr(pen: "Pen", x: float, y: float, text: str, size: float = SIZE) -> None:
    """Draw a code of error level M with its upper left corner at a place.

    Raises:
        segno.DataOverflowError: the text is longer than a transfer's code may be.
    """
    matrix = _matrix(text)
    module = size / (len(matrix) + 2 * QUIET)
    for down, line in enumerate(matrix):
        across = 0
        while across < len(line):
            start = across
            while across < len(line) and line[across] == line[start]:
                across += 1
            if line[start]:
                left, top = x + (QUIET + start) * module, y + (QUIET + down) * module
                pen.rectangle(left, top, (across - start) * module, module, INK)


@lru_cache(maxsize=256)
def _matrix(text: str) -> tuple[bytes, ...]:
    """The rows of a code: slow to find, and what is previewed is then printed."""
    import segno

    code = segno.make(text, error="m", micro=False, boost_error=False, encoding="utf-8", eci=False)
    if isinstance(code.version, int) and code.version > LARGEST:
        raise segno.DataOverflowError(text)
    return tuple(bytes(row) for row in code.matrix)
