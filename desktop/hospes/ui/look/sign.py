# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign of Hospes and the marks of the towns (design 10.5).

A Roman guest-token was broken in two, host and guest each kept half: the logo is a disc cut by a line
with one tongue. Our town is always a petrol square, theirs a brick circle, a third a triangle, a fourth
a diamond; shape, word and colour together, never colour alone.
"""

from enum import StrEnum

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer

from hospes.ui.look import tessera as token
from hospes.ui.look.tokens import Palette


class Side(StrEnum):
    """Which town somebody or something belongs to, as the window shows it."""

    HOME = "home"
    PARTNER = "partner"
    THIRD = "third"
    FOURTH = "fourth"

    @classmethod
    def of(cls, partner: int | None) -> "Side":
        """The side of the n-th partner town (0 = first); None is our own town."""
        if partner is None:
            return cls.HOME
        return (cls.PARTNER, cls.THIRD, cls.FOURTH)[min(partner, 2)]


def colour(palette: Palette, side: Side) -> str:
    """The side's colour."""
    return {
        Side.HOME: palette.home,
        Side.PARTNER: palette.partner,
        Side.THIRD: palette.third,
        Side.FOURTH: palette.fourth,
    }[side]


def tint(palette: Palette, side: Side) -> str:
    """The side's soft ground; third and fourth towns stand on the plain surface."""
    return {Side.HOME: palette.home_soft, Side.PARTNER: palette.partner_soft}.get(side, palette.surface)


def paint_tessera(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the broken guest-token into `rect`."""
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">{token.drawing(palette)}</svg>'
    QSvgRenderer(QByteArray(picture.encode())).render(painter, rect)


def paint_mark(painter: QPainter, rect: QRectF, side: Side, palette: Palette) -> None:
    """Draw the town's shape into `rect`: square, circle, triangle or diamond."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour(palette, side)))
    middle = rect.center()
    match side:
        case Side.HOME:
            corner = rect.width() * 0.2
            painter.drawRoundedRect(rect, corner, corner)
        case Side.PARTNER:
            painter.drawEllipse(rect)
        case Side.THIRD:
            painter.drawPolygon(
                QPolygonF([QPointF(middle.x(), rect.top()), rect.bottomRight(), rect.bottomLeft()])
            )
        case Side.FOURTH:
            top, bottom = QPointF(middle.x(), rect.top()), QPointF(middle.x(), rect.bottom())
            left, right = QPointF(rect.left(), middle.y()), QPointF(rect.right(), middle.y())
            painter.drawPolygon(QPolygonF([top, right, bottom, left]))
    painter.restore()


def paint_avatar(
    painter: QPainter, rect: QRectF, initials: str, side: Side, palette: Palette, font: QFont
) -> None:
    """Draw a person's initials: rounded square for ours, circle for all others. `font` is used as it is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour(palette, side))
    painter.setPen(QPen(ink, max(1.0, rect.width() / 24)))
    painter.setBrush(QColor(tint(palette, side)))
    if side is Side.HOME:
        corner = rect.width() * 0.28
        painter.drawRoundedRect(rect, corner, corner)
    else:
        painter.drawEllipse(rect)
    painter.setPen(ink)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


def blank(size: int, ratio: float) -> QPixmap:
    """An empty, transparent pixmap of `size` device independent pixels square."""
    picture = QPixmap(max(1, round(size * ratio)), max(1, round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def tessera(size: int, ratio: float, palette: Palette) -> QPixmap:
    """The logo as a pixmap."""
    picture = blank(size, ratio)
    painter = QPainter(picture)
    paint_tessera(painter, QRectF(0, 0, size, size), palette)
    painter.end()
    return picture


def mark(size: int, ratio: float, side: Side, palette: Palette) -> QPixmap:
    """A town's mark as a pixmap."""
    picture = blank(size, ratio)
    painter = QPainter(picture)
    paint_mark(painter, QRectF(0.5, 0.5, size - 1, size - 1), side, palette)
    painter.end()
    return picture


def avatar(size: int, ratio: float, initials: str, side: Side, palette: Palette, font: QFont) -> QPixmap:
    """A person's avatar as a pixmap."""
    picture = blank(size, ratio)
    painter = QPainter(picture)
    paint_avatar(painter, QRectF(1, 1, size - 2, size - 2), initials, side, palette, font)
    painter.end()
    return picture
