# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons: Lucide drawings recoloured by token, kept per name, colour, size and pixel ratio (design 10.4).

The drawings are one-coloured strokes in `currentColor` on a grid of 24. Every icon has a word beside
it; the few that have none carry an accessible name and the same words as tooltip (the kit's
`icon_button` sees to that).
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hospes import paths


@lru_cache(maxsize=256)
def drawing(name: str) -> str:
    """The SVG of icon `name`.

    Raises:
        KeyError: there is no such icon; a test of the house looks for that.
    """
    file = paths.resources() / "icons" / f"{name}.svg"
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        raise KeyError(name) from None


@lru_cache(maxsize=1024)
def image(name: str, colour: str, size: int, ratio: float) -> QImage:
    """Icon `name` in `colour` (`#RRGGBB`), `size` pixels square, for a screen's pixel ratio."""
    renderer = QSvgRenderer(QByteArray(drawing(name).replace("currentColor", colour).encode()))
    pixels = max(1, round(size * ratio))
    picture = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """The same as a pixmap, for labels and painting."""
    return _pixmap(name, colour, size, ratio)


@lru_cache(maxsize=1024)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    return QPixmap.fromImage(image(name, colour, size, ratio))


def icon(
    name: str, colour: str, size: int, ratio: float, *, chosen: str = "", off: str = "", pad: int = 0
) -> QIcon:
    """A button's icon: `colour`, in `chosen` while checked, in `off` while disabled; `pad` at its right."""
    found = QIcon()
    found.addPixmap(_padded(name, colour, size, ratio, pad))
    if chosen:
        found.addPixmap(_padded(name, chosen, size, ratio, pad), QIcon.Mode.Normal, QIcon.State.On)
    if off:
        found.addPixmap(_padded(name, off, size, ratio, pad), QIcon.Mode.Disabled)
        found.addPixmap(_padded(name, off, size, ratio, pad), QIcon.Mode.Disabled, QIcon.State.On)
    return found


def _padded(name: str, colour: str, size: int, ratio: float, pad: int) -> QPixmap:
    """The drawing with room at its right: the space Qt leaves before a button's word does not grow."""
    if not pad:
        return pixmap(name, colour, size, ratio)
    picture = QPixmap(max(1, round((size + pad) * ratio)), max(1, round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, pixmap(name, colour, size, ratio))
    painter.end()
    return picture
