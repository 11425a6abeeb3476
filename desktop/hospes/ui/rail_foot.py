# SPDX-License-Identifier: GPL-3.0-or-later
"""The line at the foot of the rail that says how old the last backup is; in a narrow rail it wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton

from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from hospes.ui.look.theme import Theme

ICON = 18
SLOT = 22
"""Size of the picture, and of the room it stands in: that of the places' pictures above it."""

WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


class RailFoot(Button):
    """Icon and words; a narrow rail gets no wider for them, they take a second line instead."""

    def __init__(self, theme: Theme, call: Callable[[], object]) -> None:
        super().__init__(theme, "", "foot", name="rail.backup", call=call)
        self._picture = ("shield-check", "ok")
        self._wide = 0

    def say(self, words: str, *, old: bool) -> None:
        """Show how old the last backup is; `old` is a warning."""
        self._picture = ("triangle-alert", "warn") if old else ("shield-check", "ok")
        self.set_text(words)
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.updateGeometry()
        self.update()

    def wrap_at(self, wide: int) -> None:
        """Wrap the words in this width; 0 lets them have one line."""
        self._wide = wide
        self.updateGeometry()
        self.update()

    def _start(self) -> int:
        return self._theme.u((9 + SLOT + 7) if self._wide else (12 + SLOT + 10))

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        theme = self._theme
        if not self._wide:
            wide = self._start() + self.fontMetrics().horizontalAdvance(self._words()) + theme.u(12)
            return QSize(wide, super().sizeHint().height())
        room = QRect(0, 0, self._wide - self._start() - theme.u(4), 9999)
        needed = self.fontMetrics().boundingRect(room, WRAPPED, self._words()).height()
        return QSize(self._wide, max(needed + theme.u(4), theme.u(36)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.u(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        size = theme.u(ICON)
        left = theme.u((9 if self._wide else 12) + (SLOT - ICON) // 2)
        picture, token = self._picture
        spot = QPoint(left, (self.height() - size) // 2)
        painter.drawPixmap(spot, theme.pixmap(picture, token, ICON))
        painter.setPen(theme.color("muted"))
        painter.setFont(self.font())
        start = self._start()
        painter.drawText(QRect(start, 0, self.width() - start, self.height()), WRAPPED, self._words())
        painter.end()
        self.paint_focus()
