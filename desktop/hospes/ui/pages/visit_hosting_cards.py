# SPDX-License-Identifier: GPL-3.0-or-later
"""A host card: name, beds, traits, one row for each bed, and what there is to say beneath (design 5.8).

The card paints itself; only what can be pressed is a widget: the card, each row, each ✕, each cure. Their
names say to a screen reader what the picture says.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from hospes.ui.pages.visit_hosting_view import Frame, RowKind
from hospes.ui.pages.visit_hosting_words import what_fits
from hospes.ui.widgets.buttons import KEYBOARD, Button, RingFrame, paint_ring
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QPixmap,
    )

    from hospes.ui.look.sign import Side
    from hospes.ui.look.theme import Theme
    from hospes.ui.pages.visit_hosting_view import CardView, Line, LinkView, RowView

AVATAR = 34
MIME = "application/x-hospes-guest"
"""What is dragged: the key of a guest."""

HEAD, ROW, GAP, LINE, LINK, PAD, FOOT = 61, 32, 5, 26, 34, 13, 11
"""Measures of a card in pixels of the design (mock 3)."""

TWO_ROWS = 400
"""From this width on beds stand in two columns on a card."""


@lru_cache(maxsize=1024)
def kept_avatar(theme: Theme, initials: str, side: Side) -> QPixmap:
    """A person's initials; drawn once, because cards are painted again and again."""
    return theme.avatar(initials, side, AVATAR)


@lru_cache(maxsize=16)
def kept_mark(theme: Theme, side: Side) -> QPixmap:
    """The shape of a town; drawn once."""
    return theme.mark(side, 11)


def drag_guest(source: QWidget, theme: Theme, key: str, name: str) -> None:
    """Take a guest into the hand until the mouse is let go."""
    data = QMimeData()
    data.setData(MIME, key.encode())
    data.setText(name)
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(theme.pixmap("user", "home", 28))
    drag.exec(Qt.DropAction.MoveAction)


def dragged(data: QMimeData) -> str:
    """Key of the guest in the hand, empty if it is something else."""
    return bytes(data.data(MIME).data()).decode() if data.hasFormat(MIME) else ""


@lru_cache(maxsize=2048)
def text_height(theme: Theme, text: str, width: int, role: str = "semi") -> int:
    """How high `text` stands when it wraps at `width`; the same few lines are asked for again and again."""
    metrics = theme.metrics(role)
    if metrics.horizontalAdvance(text) < width:
        return metrics.height()
    space = QRect(0, 0, max(width, 1), 10_000)
    return metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, text).height()


def foot_heights(theme: Theme, view: CardView, width: int) -> list[int]:
    """Heights of the lines beneath the rows of a card that is `width` wide."""
    room = width - 2 * theme.u(PAD) - theme.u(24)
    found = []
    for line in view.foot:
        high = text_height(theme, line.text, room, "semi" if line.strong else "body")
        found.append(max(theme.u(LINE), high + theme.u(4)))
    return found


@lru_cache(maxsize=1024)
def link_lines(theme: Theme, text: str, width: int) -> tuple[str, ...]:
    """The words of a cure, in as many lines as they need on a card that is `width` wide."""
    room = width - 2 * theme.u(PAD) - theme.u(24 + 2 * 4)
    metrics = theme.metrics("semi")
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def link_heights(theme: Theme, view: CardView, width: int) -> list[int]:
    """Heights of the cures of a card that is `width` wide."""
    more = theme.metrics("semi").lineSpacing()
    return [theme.u(LINK) + more * (len(link_lines(theme, one.text, width)) - 1) for one in view.links]


def rows_across(theme: Theme, view: CardView, width: int) -> int:
    """Beds stand beside each other on a wide card, if that cuts no words."""
    if width < theme.u(TWO_ROWS):
        return 1
    room = (width - 2 * theme.u(PAD) - theme.u(GAP)) // 2 - theme.u(ROW + 26)
    metrics = theme.metrics("semi")
    return 2 if all(metrics.horizontalAdvance(row.text) <= room for row in view.rows) else 1


def rows_height(theme: Theme, view: CardView, width: int) -> int:
    """How high the beds stand."""
    return -(-len(view.rows) // rows_across(theme, view, width)) * theme.u(ROW + GAP)


def card_height(theme: Theme, view: CardView, width: int) -> int:
    """How high a card is that is `width` wide."""
    foot = sum(foot_heights(theme, view, width)) + sum(link_heights(theme, view, width))
    return theme.u(HEAD) + rows_height(theme, view, width) + foot + theme.u(FOOT)


class _Pressed(QAbstractButton):
    """A button that paints itself, with the ring while the keyboard is in use."""

    def __init__(self, theme: Theme, parent: QWidget, name: str, says: str) -> None:
        super().__init__(parent)
        self.theme = theme
        self.ring = False
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.ring = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.theme.u(ROW), self.theme.u(ROW))


class OutButton(_Pressed):
    """The ✕ on a placed guest: 32 by 32, whatever is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = 16
        edge = (self.width() - self.theme.u(size)) // 2
        painter.drawPixmap(
            edge, (self.height() - self.theme.u(size)) // 2, self.theme.pixmap("x", "muted", size)
        )
        if self.hasFocus() and self.ring:
            paint_ring(painter, QRectF(self.rect()), self.theme, radius=5)
        painter.end()


class RowButton(_Pressed):
    """One bed: a guest in it, or free."""

    def __init__(self, theme: Theme, view: RowView, parent: QWidget, name: str) -> None:
        super().__init__(theme, parent, name, view.says)
        self.view = view
        self._from: QPoint | None = None
        text = view.text if not view.nights else f"{view.text} · {view.nights}"
        self.setText(text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint() if self.view.guest else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            far = (event.position().toPoint() - self._from).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._from = None
                self.setDown(False)
                drag_guest(self, self.theme, self.view.guest, self.view.text)
                return
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, view = self.theme, self.view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        self._ground(painter, rect)
        u = theme.u
        left = u(11)
        middle = self.height() // 2
        taken = view.kind in (RowKind.PLACED, RowKind.BROKEN)
        if view.kind is RowKind.PLACED:
            mark = kept_mark(theme, view.side)
            painter.drawPixmap(left, middle - u(11) // 2, mark)
        else:
            icon, token = ("circle-alert", "err") if view.kind is RowKind.BROKEN else ("bed", self._ink())
            painter.drawPixmap(left - u(1), middle - u(18) // 2, theme.pixmap(icon, token, 18))
        right = self.width() - (u(ROW) if taken else u(8))
        self._words(painter, left + (u(20) if view.kind is RowKind.PLACED else u(24)), right)
        if self.hasFocus() and self.ring:
            paint_ring(painter, rect, theme, radius=6)
        painter.end()

    def _ink(self) -> str:
        return {RowKind.FREE: "muted", RowKind.FITS: "ok"}.get(self.view.kind, "text")

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        theme, kind = self.theme, self.view.kind
        fill, line, width, dashed = {
            RowKind.PLACED: (
                "home_soft" if self.view.side.value == "home" else "partner_soft",
                "",
                0.0,
                False,
            ),
            RowKind.BROKEN: ("err_soft", "err", 1.0, False),
            RowKind.FREE: ("", "ctl", 1.0, True),
            RowKind.FITS: ("ok_soft", "ok", 2.0, True),
        }[kind]
        if self.view.chosen:
            line, width, dashed = "home", 2.0, False
        if self.underMouse() and kind is RowKind.FREE:
            fill = "hover"
        pen = QPen(Qt.PenStyle.NoPen)
        if line:
            pen = QPen(theme.color(line), max(1.0, theme.u(width)))
            if dashed:
                pen.setDashPattern([4, 2.5] if width > 1 else [4, 3])
        painter.setPen(pen)
        painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
        edge = max(width, 1.0) / 2
        painter.drawRoundedRect(rect.adjusted(edge, edge, -edge, -edge), theme.u(6), theme.u(6))

    def _words(self, painter: QPainter, left: int, right: int) -> None:
        theme, view = self.theme, self.view
        strong = view.kind in (RowKind.BROKEN, RowKind.FITS) or view.chosen
        font = theme.font("semi" if strong else "body")
        metrics = theme.metrics("semi" if strong else "body")
        if view.locked:
            painter.drawPixmap(
                right - theme.u(16), (self.height() - theme.u(15)) // 2, theme.pixmap("lock", "muted", 15)
            )
            right -= theme.u(20)
        painter.setFont(font)
        painter.setPen(theme.color(self._ink()))
        room = max(right - left, 1)
        whole = metrics.horizontalAdvance(view.text)
        both = whole + theme.u(8) + theme.metrics("body").horizontalAdvance(view.nights)
        shown = metrics.elidedText(view.text, Qt.TextElideMode.ElideRight, room)
        box = QRect(left, 0, room, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self.setToolTip(plain_tip(self.text() if shown != view.text or both > room else ""))
        if view.nights and (both <= room or not view.guest):
            after = left + whole + theme.u(8)
            painter.setFont(theme.font("body"))
            painter.setPen(theme.color("muted"))
            rest = theme.metrics("body").elidedText(
                view.nights, Qt.TextElideMode.ElideRight, max(right - after, 1)
            )
            painter.drawText(
                QRect(after, 0, max(right - after, 1), self.height()), Qt.AlignmentFlag.AlignVCenter, rest
            )


class HostCard(RingFrame):
    """One home."""

    pressed = Signal(str)
    """The card was clicked or chosen by key: tell why."""
    entered = Signal(str)
    """Enter on the card: place the chosen guest here."""
    placed = Signal(str)
    """A free bed was pressed: key of the host."""
    picked = Signal(str)
    """A placed guest was pressed."""
    taken_out = Signal(str)
    """The ✕ of a placed guest was pressed."""
    cured = Signal(object)
    """A cure was pressed: its `LinkView`."""
    dropped = Signal(str, str)
    """Guest and host."""
    walked = Signal(int)
    """A key wants another card: -1 back, +1 on, -2 a line up, +2 a line down."""

    def __init__(self, theme: Theme, view: CardView, parent: QWidget, number: int) -> None:
        super().__init__(theme, parent)
        self.view = view
        self.marked = False
        self._over = False
        self.setObjectName(f"board.host.{number}")
        self.setAccessibleName(view.says)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rows: list[tuple[RowButton, OutButton | None]] = []
        self._links: list[Button] = []
        for place, row in enumerate(view.rows):
            self._rows.append(self._row(row, f"board.host.{number}.bed.{place}"))
        for place, link in enumerate(view.links):
            self._links.append(self._link(link, f"board.host.{number}.cure.{place}"))

    def _row(self, row: RowView, name: str) -> tuple[RowButton, OutButton | None]:
        button = RowButton(self.theme, row, self, name)
        button.clicked.connect(self._row_pressed)
        if not row.guest:
            return button, None
        out = OutButton(self.theme, self, f"{name}.out", row.out)
        out.setToolTip(plain_tip(row.out))
        out.setProperty("guest", row.guest)
        out.clicked.connect(self._out_pressed)
        return button, out

    def _link(self, link: LinkView, name: str) -> Button:
        button = Button(self.theme, link.text, "link", name=name, parent=self)
        button.setAccessibleName(link.text)
        button.setStyleSheet("text-align: left")
        button.setProperty("link", self.view.links.index(link))
        button.clicked.connect(self._link_pressed)
        return button

    def place_parts(self) -> None:
        """Put the parts where they belong, for the size the card has now."""
        u, wide = self.theme.u, self.width() - 2 * self.theme.u(PAD)
        left, across = u(PAD), rows_across(self.theme, self.view, self.width())
        one = (wide - (across - 1) * u(GAP)) // across
        for number, (button, out) in enumerate(self._rows):
            x = left + number % across * (one + u(GAP))
            y = u(HEAD) + number // across * u(ROW + GAP)
            button.setGeometry(x, y, one, u(ROW))
            button.show()
            if out is not None:
                out.setGeometry(x + one - u(ROW), y, u(ROW), u(ROW))
                out.show()
                out.raise_()
        top = u(HEAD) + rows_height(self.theme, self.view, self.width())
        top += sum(foot_heights(self.theme, self.view, self.width()))
        highs = link_heights(self.theme, self.view, self.width())
        for link, view, high in zip(self._links, self.view.links, highs, strict=True):
            link.set_text("\n".join(link_lines(self.theme, view.text, self.width())))
            link.setGeometry(left + u(24), top, min(link.sizeHint().width(), wide - u(24)), high - u(2))
            link.show()
            top += high

    def cure_for(self, guest: str) -> str:
        """Name of the cure that is about a guest, empty if there is none."""
        found = [n for n, link in enumerate(self.view.links) if link.guest == guest]
        return self._links[found[0]].objectName() if found else ""

    # -- what is pressed -----------------------------------------------------------------------------

    def _row_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, RowButton):
            if button.view.guest:
                self.picked.emit(button.view.guest)
            else:
                self.placed.emit(self.view.key)

    def _out_pressed(self) -> None:
        self.taken_out.emit(str(self.sender().property("guest")))

    def _link_pressed(self) -> None:
        self.cured.emit(self.view.links[int(self.sender().property("link"))])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.view.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit(self.view.key)
        elif key == Qt.Key.Key_Space:
            self.pressed.emit(self.view.key)
        elif key in steps:
            self.walked.emit(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Home:
            self.walked.emit(-10_000)
        elif key == Qt.Key.Key_End:
            self.walked.emit(10_000)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged(event.mimeData()):
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._over = False
        self.update()
        guest = dragged(event.mimeData())
        if guest:
            event.acceptProposedAction()
            self.dropped.emit(guest, self.view.key)

    # -- painting ------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, view = self.theme, self.view
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter)
        u = theme.u
        painter.drawPixmap(u(PAD), u(13), kept_avatar(theme, view.initials, view.side))
        left, right = u(56), self.width() - u(PAD)
        beds_wide = theme.metrics("body").horizontalAdvance(view.beds) + 2
        self._put(painter, view.beds, QRect(right - beds_wide, u(9), beds_wide, u(24)), "body", "muted")
        self._put(
            painter, view.name, QRect(left, u(9), right - beds_wide - u(8) - left, u(24)), "strong", "text"
        )
        traits = what_fits(view.traits, theme.metrics("body").horizontalAdvance, right - left)
        self._put(painter, traits, QRect(left, u(32), right - left, u(24)), "body", "muted")
        top = u(HEAD) + rows_height(theme, view, self.width())
        for line, high in zip(view.foot, foot_heights(theme, view, self.width()), strict=True):
            self._foot(painter, line, top, high)
            top += high
        if self.hasFocus() and self.ring:
            paint_ring(painter, QRectF(self.rect()), theme, radius=11)
        painter.end()

    def _frame(self, painter: QPainter) -> None:
        theme = self.theme
        token, width = {
            Frame.PLAIN: ("border", 1.0),
            Frame.OFF: ("ctl", 1.0),
            Frame.GOOD: ("ok", 1.0),
            Frame.BEST: ("ok", 2.0),
            Frame.BROKEN: ("err", 2.0),
        }[self.view.frame]
        if self.view.shown and self.view.frame not in (Frame.BEST, Frame.BROKEN):
            width = 2.0
            token = "ctl" if self.view.frame is not Frame.GOOD else token
        if self._over:
            token, width = "home", 2.0
        pen = QPen(theme.color(token), max(1.0, theme.u(width)))
        if self.view.frame is Frame.OFF and not self._over:
            pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.setBrush(theme.color("warn_soft" if self.marked else "surface"))
        edge = pen.widthF() / 2
        rect = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(rect, theme.u(11), theme.u(11))

    def _put(self, painter: QPainter, text: str, box: QRect, role: str, token: str) -> None:
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.color(token))
        shown = self.theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _foot(self, painter: QPainter, line: Line, top: int, high: int) -> None:
        theme, u = self.theme, self.theme.u
        left = u(PAD)
        if line.icon:
            painter.drawPixmap(QPointF(left, top + u(4)), theme.pixmap(line.icon, line.ink, 18))
        role = "semi" if line.strong else "body"
        painter.setFont(QFont(theme.font(role)))
        painter.setPen(theme.color(line.ink))
        box = QRect(left + u(24), top + u(2), self.width() - left - u(24) - u(PAD), high)
        painter.drawText(
            box, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, line.text
        )
