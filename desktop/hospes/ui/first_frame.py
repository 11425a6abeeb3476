# SPDX-License-Identifier: GPL-3.0-or-later
"""What is seen before anything else is loaded: the grounds of the frame, its rail, and the logo.

Half of the time until a window of Qt for Python is ready goes into touching its classes; so the first
paint uses as few of them as it can, and everything else is imported after it (decision 21). The
measures are those of the rail and the top bar, so nothing jumps when the real ones take their place.
"""

from typing import NamedTuple

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from hospes.ui.look import tessera
from hospes.ui.look.scale import Scale
from hospes.ui.look.tokens import DARK, LIGHT, Palette

MENU_BAR = 35
RAIL = {True: 196, False: 146}
"""Width of the rail where there is room, and where there is little."""
ROOMY = 1240


class FirstFrame(NamedTuple):
    """Paints the frame with colours and size of the preferences."""

    palette: Palette
    scale: Scale

    @classmethod
    def of(cls, *, dark: bool, percent: int) -> "FirstFrame":
        """The first frame in a colour scheme and a text size."""
        return cls(DARK if dark else LIGHT, Scale(percent))

    def paint(self, widget: QWidget) -> None:
        """Paint into a window that has no content yet."""
        picture = QSvgRenderer(QByteArray(self.drawing(widget.width(), widget.height()).encode()))
        painter = QPainter(widget)
        picture.render(painter)
        painter.end()

    def drawing(self, width: int, height: int) -> str:
        """The frame as SVG."""
        u, palette = self.scale.u, self.palette
        roomy = self.scale.effective(width) >= ROOMY
        rail, bar = u(RAIL[roomy]), u(MENU_BAR)
        grounds = (
            (0, 0, width, height, palette.window),
            (0, 0, width, bar, palette.rail),
            (0, bar, rail, height - bar, palette.rail),
            (rail - 1, bar, 1, height - bar, palette.border),
        )
        rects = "".join(
            f'<rect x="{x}" y="{y}" width="{w}" height="{h}" fill="{c}"/>' for x, y, w, h, c in grounds
        )
        size = u(32) / 100
        logo = f'<g transform="translate({u(17)} {bar + u(10)}) scale({size})">{tessera.drawing(palette)}</g>'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}">{rects}{logo if roomy else ""}</svg>'
        )
