# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the screen: labels, badges, town names, states, bars, avatars.

Every label shows plain text: a name such as `<b>` or `Dupont & Fils` is a name, never mark-up
(reliability F9). A state is always an icon and a word; a bar always has its number in words beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hospes.ui.look.sign import Side
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

    from hospes.ui.look.theme import Theme

Tone = Literal["ok", "warn", "err", "home", "partner", "third", "fourth", "muted"]
Role = (
    Literal["body", "m", "lead", "label", "group", "title", "figure", "name", "section"]
    | Literal["ok", "warn", "err", "home", "partner", "third", "fourth", "muted"]
)

STATE_ICONS: dict[Tone, str] = {
    "ok": "check",
    "warn": "triangle-alert",
    "err": "circle-alert",
    "home": "star",
    "partner": "circle",
    "third": "circle",
    "fourth": "circle",
    "muted": "clock",
}
"""The icon that always comes with a tone when nothing more fitting is given."""


_SIDE_ROLES: dict[Side, Tone] = {
    Side.HOME: "home",
    Side.PARTNER: "partner",
    Side.THIRD: "third",
    Side.FOURTH: "fourth",
}


class Label(QLabel):
    """Plain text in one role of type; wraps unless told not to."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        *,
        wrap: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role in ("title", "figure", "name", "section"):
            self.setFont(theme.font(role))
        elif role != "body":
            self.setProperty("r", role)
        if name:
            self.setObjectName(name)

    def set_role(self, role: Role) -> None:
        """Change the role between body, m, err, warn, ok and the like."""
        if self.property("r") == role:
            return
        self.setProperty("r", role)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """One line, shortened with … when there is no room; tooltip and readers have the whole."""

    def __init__(self, theme: Theme, text: str = "", role: Role = "body", *, name: str = "") -> None:
        super().__init__(theme, text, role, name=name)
        self._whole = text
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        """Change the text."""
        self._whole = text
        self.setAccessibleName(text)
        self._shorten()
        self.updateGeometry()

    def whole(self) -> str:
        """The text as it was given."""
        return self._whole

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self._whole) + 2)
        return hint

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance("…") * 3)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole if shown != self._whole else ""))


def picture(pixmap: QPixmap, words: str = "") -> QLabel:
    """A picture in a label; without `words` it only accompanies a word beside it."""
    label = QLabel()
    label.setPixmap(pixmap)
    if words:
        label.setAccessibleName(words)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def avatar(theme: Theme, initials: str, side: Side = Side.HOME, size: float = 34) -> QLabel:
    """A person's initials; the name stands beside it, so readers skip it."""
    return picture(theme.avatar(initials, side, size))


class Badge(QFrame):
    """A fact in a soft frame: icon and word in one tone."""

    def __init__(self, theme: Theme, text: str, tone: Tone = "home", icon: str = "", name: str = "") -> None:
        super().__init__()
        self.setProperty("badge", tone)
        self.setObjectName(name or "badge")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.u(7), theme.u(2), theme.u(7), theme.u(2))
        row.setSpacing(theme.u(6))
        if icon:
            row.addWidget(picture(theme.pixmap(icon, tone, 17)))
        self.label = Label(theme, text)
        row.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.label.setText(text)
        self.setAccessibleName(text)


class StateWord(QWidget):
    """Icon and word in a tone: Paid, Open, Saved, except e-mail."""

    def __init__(
        self, theme: Theme, text: str, tone: Tone, icon: str = "", *, wrap: bool = False, strong: bool = True
    ) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.u(8))
        self._picture = QLabel()
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._label = Label(theme, wrap=wrap)
        self._strong = strong
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignTop)
        self._picture.setContentsMargins(0, theme.u(2), 0, 0)
        self.set_state(text, tone, icon)

    def set_state(self, text: str, tone: Tone, icon: str = "") -> None:
        """Change word, tone and icon."""
        self._label.setText(text)
        self._label.set_role(tone if self._strong else "body")
        self._picture.setPixmap(self._theme.pixmap(icon or STATE_ICONS[tone], tone, 18))
        self.setAccessibleName(text)

    def text(self) -> str:
        """The word."""
        return self._label.text()


class TownName(QWidget):
    """A town with its shape and colour."""

    def __init__(self, theme: Theme, town: str, side: Side) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.u(7))
        row.addWidget(picture(theme.mark(side)))
        row.addWidget(Label(theme, town, _SIDE_ROLES[side]))
        row.addStretch()


class Bar(QFrame):
    """How far something is: the matter at the left, the number in words at the right, a bar beneath."""

    def __init__(self, theme: Theme, matter: str, words: str, share: float, tone: Tone = "home") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.u(4))
        row = QHBoxLayout()
        row.setSpacing(theme.u(6))
        row.addWidget(Label(theme, matter, wrap=True), 1)
        if tone in ("warn", "ok", "err"):
            row.addWidget(StateWord(theme, words, tone))
        else:
            row.addWidget(Label(theme, words, "lead"))
        column.addLayout(row)
        column.addWidget(_Track(theme, share, "amber" if tone == "warn" else tone))
        self.setAccessibleName(f"{matter}: {words}")


class _Track(QWidget):
    """The painted bar: 10 px high, rounded."""

    def __init__(self, theme: Theme, share: float, token: str) -> None:
        super().__init__()
        self._share = min(max(share, 0.0), 1.0)
        self._ground, self._ink = theme.color("bar"), theme.color(token)
        self.setFixedHeight(theme.u(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        painter.setBrush(self._ground)
        painter.drawRoundedRect(rect, radius, radius)
        if self._share > 0:
            rect.setWidth(max(rect.height(), rect.width() * self._share))
            painter.setBrush(self._ink)
            painter.drawRoundedRect(rect, radius, radius)
        painter.end()
