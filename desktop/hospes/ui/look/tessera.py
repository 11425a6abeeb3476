# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawing of the logo, as SVG: a disc of 100 cut by a line with one tongue (design 10.5).

Text, because the first painted frame needs it: Qt's painter asked from Python looks up half of Qt's
names, which costs more than the frame itself; its SVG renderer looks up none.
"""

from hospes.ui.look.tokens import Palette

# Middle of the disc 50, 50, radius 46; the cut at x = 56 (right half: 63) meets it at these heights.
_LEFT = "M56 4.393 A46 46 0 1 0 56 95.607 L56 62 C74 66 74 30 56 34 Z"
_RIGHT = "M63 5.875 A46 46 0 0 1 63 94.125 L63 62 C81 66 81 30 63 34 Z"


def drawing(palette: Palette) -> str:
    """The two halves as SVG paths on a field of 100 by 100."""
    return f'<path fill="{palette.home}" d="{_LEFT}"/><path fill="{palette.partner}" d="{_RIGHT}"/>'
