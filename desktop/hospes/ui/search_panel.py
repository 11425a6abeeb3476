# SPDX-License-Identifier: GPL-3.0-or-later
"""The panel under the search field: findings in groups, chosen with the arrows (design 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hospes.ui.search import Found, Group, search
from hospes.ui.widgets.boxes import scrolled
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from hospes.ui.desk import Desk
    from hospes.ui.top_bar import SearchField

HEAD, LINE = 30, 42
WIDTH = 460


class _Findings(QWidget):
    """The list itself, painted; the chosen line is the one Enter opens."""

    def __init__(self, desk: Desk, panel: SearchPanel) -> None:
        super().__init__()
        self._desk, self._panel = desk, panel
        self.groups: list[Group] = []
        self.flat: list[Found] = []
        self.chosen = 0
        self.setMouseTracking(True)
        self.setObjectName("search.findings")

    def show_groups(self, groups: list[Group]) -> None:
        """Show these groups with the first finding chosen."""
        self.groups = groups
        self.flat = [found for group in groups for found in group.found]
        self.chosen = 0
        self.setFixedHeight(self._tops()[-1] + self._desk.theme.u(4) if groups else 0)
        self.update()

    def _tops(self) -> list[int]:
        """Upper edges of all findings, and at the end the height of everything."""
        u, y, tops = self._desk.theme.u, 0, []
        for group in self.groups:
            y += u(HEAD)
            for _ in group.found:
                tops.append(y)
                y += u(LINE)
        return [*tops, y]

    def step(self, by: int) -> None:
        """Choose the next or previous finding."""
        if self.flat:
            self.chosen = (self.chosen + by) % len(self.flat)
            self.update()

    def place_of_chosen(self) -> QRect:
        """Where the chosen finding is painted."""
        tops = self._tops()
        return QRect(0, tops[self.chosen] if self.flat else 0, self.width(), self._desk.theme.u(LINE))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if place >= 0 and place != self.chosen:
            self.chosen = place
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().y())
        if place >= 0:
            self.chosen = place
            self._panel.open_chosen()

    def _place_at(self, y: float) -> int:
        high = self._desk.theme.u(LINE)
        return next((n for n, top in enumerate(self._tops()[:-1]) if top <= y < top + high), -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._desk.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tops = iter(self._tops())
        number, y = 0, 0
        for group in self.groups:
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.color("muted"))
            head = QRect(theme.u(14), y, self.width(), theme.u(HEAD))
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, group.label)
            for found in group.found:
                y = next(tops)
                self._paint_line(painter, found, QRect(0, y, self.width(), theme.u(LINE)), number)
                number += 1
            y += theme.u(LINE)
        painter.end()

    def _paint_line(self, painter: QPainter, found: Found, place: QRect, number: int) -> None:
        theme = self._desk.theme
        if number == self.chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("sel"))
            ground = QRectF(place.adjusted(theme.u(6), 0, -theme.u(6), 0))
            painter.drawRoundedRect(ground, theme.u(7), theme.u(7))
            bar = QRectF(ground.left(), ground.top() + theme.u(6), theme.u(4), ground.height() - theme.u(12))
            painter.setBrush(theme.color("home"))
            painter.drawRoundedRect(bar, theme.u(2), theme.u(2))
        x, middle = theme.u(18), place.center().y() + 1
        if found.initials:
            painter.drawPixmap(QPoint(x, middle - theme.u(15)), theme.avatar(found.initials, found.side, 30))
        elif found.icon:
            icon = theme.pixmap(found.icon, "muted", 20)
            painter.drawPixmap(QPoint(x + theme.u(5), middle - theme.u(10)), icon)
        x += theme.u(40)
        end = place.right() - theme.u(16)
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font())
        if found.aside:
            wide = theme.metrics().horizontalAdvance(found.aside)
            painter.drawText(
                QRect(end - wide, place.top(), wide, place.height()),
                Qt.AlignmentFlag.AlignVCenter,
                found.aside,
            )
            end -= wide + theme.u(12)
        metrics = theme.metrics("semi")
        title = metrics.elidedText(found.title, Qt.TextElideMode.ElideRight, end - x)
        base = middle + (metrics.ascent() - metrics.descent()) // 2
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("semi"))
        painter.drawText(x, base, title)
        x += metrics.horizontalAdvance(title) + theme.u(12)
        if found.detail and end - x > theme.u(30):
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.font())
            detail = theme.metrics().elidedText(found.detail, Qt.TextElideMode.ElideRight, end - x)
            painter.drawText(x, base, detail)


class SearchPanel(QFrame):
    """Lies on top of the page, within the window; goes with Esc or a click elsewhere."""

    def __init__(self, desk: Desk, field: SearchField, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._field, self._over = desk, field, parent
        self._before: QWidget | None = None
        theme = desk.theme
        self.setObjectName("search.panel")
        self.setProperty("k", "popup")
        self.setAccessibleName(desk.text("Findings"))
        self.findings = _Findings(desk, self)
        self._area = scrolled(self.findings)
        self._none = Label(theme, "", "m", wrap=True, name="search.none")
        self._none.setContentsMargins(theme.u(18), theme.u(12), theme.u(18), theme.u(12))
        self._foot = Label(theme, desk.text("Up and Down choose · Enter opens · Esc closes"), "m")
        self._foot.setContentsMargins(theme.u(18), theme.u(4), theme.u(18), theme.u(4))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, theme.u(6), 1, theme.u(6))
        box.setSpacing(0)
        box.addWidget(self._none)
        box.addWidget(self._area, 1)
        box.addWidget(self._foot)
        self.hide()
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)

    def begin(self) -> None:
        """Put the keyboard into the field and remember where it was."""
        if not self._field.hasFocus():
            self._before = self.window().focusWidget()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._typed(self._field.text())

    def close_panel(self, *, give_back: bool = True) -> None:
        """Close it, empty the field, and let the keyboard return to where it was."""
        self.hide()
        self._field.clear()
        if give_back and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._field.hasFocus():
            self._field.clearFocus()
        self._before = None

    def open_chosen(self) -> None:
        """Open the chosen finding."""
        if self.findings.flat:
            found = self.findings.flat[self.findings.chosen]
            self.close_panel(give_back=False)
            found.open(self._desk)

    def _typed(self, typed: str) -> None:
        if not typed.strip():
            self.hide()
            return
        groups = search(self._desk, typed)
        self.findings.show_groups(groups)
        self._none.setText(self._desk.text("Nothing matches “{typed}”.", typed=typed.strip()))
        self._none.setVisible(not groups)
        self._area.setVisible(bool(groups))
        self._foot.setVisible(bool(groups))
        self._place()
        self.show()
        self.raise_()
        self._tell_readers()

    def _place(self) -> None:
        theme, parent = self._desk.theme, self._over
        width = min(max(theme.u(WIDTH), self._field.width()), parent.width() - theme.u(24))
        spot = self._field.mapTo(parent, QPoint(0, self._field.height() + theme.u(4)))
        left = max(min(spot.x(), parent.width() - width - theme.u(12)), theme.u(12))
        rest = self._foot.sizeHint().height() + theme.u(16)
        wanted = (
            self.findings.height() + rest
            if self.findings.flat
            else self._none.sizeHint().height() + theme.u(14)
        )
        self.setGeometry(left, spot.y(), width, min(wanted, parent.height() - spot.y() - theme.u(12)))

    def _tell_readers(self) -> None:
        if self.findings.flat:
            found = self.findings.flat[self.findings.chosen]
            words = ", ".join(part for part in (found.title, found.detail, found.aside) if part)
            self._field.setAccessibleDescription(words)
        else:
            self._field.setAccessibleDescription(self._none.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() is QEvent.Type.KeyPress:
            return self._key(event)  # type: ignore[arg-type]  # a QKeyEvent by its type
        if watched is self._field and event.type() is QEvent.Type.FocusOut and not self.underMouse():
            self.hide()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_panel()
            return True
        if self.isHidden():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.findings.step(1 if key == Qt.Key.Key_Down else -1)
            place = self.findings.place_of_chosen()
            self._area.ensureVisible(0, place.center().y(), 0, place.height())
            self._tell_readers()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
            return True
        return False

    def sizeHint(self) -> QSize:
        return QSize(self._desk.theme.u(WIDTH), self._desk.theme.u(300))
