# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: main, plain, quiet, icon, link, chip, tab. Verbs, each with its word.

The focus ring is painted here and only while the keyboard is in use (the person came by Tab, or pressed
a key): a ring around whatever was just clicked would look like a choice. On the main button a gap keeps
the ring apart from the petrol. Return presses the button that has the keyboard, as the space bar does: Qt
knows that only in its dialogs, and Hospes has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from hospes.ui.look.theme import Theme

Look = (
    Literal["pri", "sec", "quiet", "icon", "small", "chip", "tab", "item", "foot", "gap"]
    | Literal["link", "link-warn", "link-err"]
)

KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def literal(text: str) -> str:
    """`text` for a button: an `&` that came with a name or a word is shown, not taken for a mnemonic."""
    return text.replace("&", "&&")


class Button(QPushButton):
    """A button of the kit. `text` is shown as it is, `&` included."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        look: Look = "sec",
        *,
        icon: str = "",
        name: str = "",
        call: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(literal(text), parent)
        self._theme = theme
        self._ring = False
        self._icon_name = icon
        self._unsaid = ""
        self._look = look
        self.setProperty("k", look)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if look not in ("item", "foot"):
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if look in ("chip", "tab", "item"):
            self.setCheckable(True)
        if look in ("link", "link-warn", "link-err"):
            font = theme.font("semi")
            underlined = type(font)(font)
            underlined.setUnderline(True)
            self.setFont(underlined)
        elif look not in ("item", "foot"):
            self.setFont(theme.font("semi"))
        if name:
            self.setObjectName(name)
        if icon:
            self._draw_icon()
        if call is not None:
            self.clicked.connect(call)

    def set_text(self, text: str) -> None:
        """Change the words."""
        if self._unsaid:
            self._unsaid = text
            self.setAccessibleName(text)
            self.setToolTip(plain_tip(text))
        else:
            self.setText(literal(text))

    def set_wordless(self, wordless: bool) -> None:
        """Show the drawing alone, with the words as tooltip, where there is hardly any room."""
        if wordless == bool(self._unsaid):
            return
        if wordless:
            self._unsaid = self.text().replace("&&", "&")
            self.setAccessibleName(self._unsaid)
            self.setToolTip(plain_tip(self._unsaid))
            self.setText("")
        else:
            words, self._unsaid = self._unsaid, ""
            self.set_text(words)
            self.setAccessibleName("")
            self.setToolTip("")
        self._draw_icon()

    def set_icon(self, icon: str) -> None:
        """Change the drawing."""
        self._icon_name = icon
        self._draw_icon()

    def _draw_icon(self) -> None:
        tokens = {"pri": "on_home", "link": "home", "link-warn": "warn", "link-err": "err", "tab": "muted"}
        chosen = "home" if self._look in ("chip", "tab", "item") else ""
        size = 20 if self._look in ("pri", "sec", "quiet", "icon") else 18
        token = tokens.get(self._look, "text")
        # Qt leaves 4 px before the word at every text size; the rest of the gap is part of the icon.
        pad = self._theme.u(4) - 4 if self.text() else 0
        high = self._theme.u(size)
        self.setIcon(self._theme.icon(self._icon_name, token, size, chosen, max(pad, 0)))
        self.setIconSize(QSize(high + max(pad, 0), high))

    # -- focus ring --------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._ring:
            self._ring = True
            self.update()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if not event.isAutoRepeat():  # a key held down in the field before presses nothing
                self.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paint_focus()

    def paint_focus(self) -> None:
        """Draw the focus ring, if the keyboard is here and in use."""
        if self._ring and self.hasFocus():
            painter = QPainter(self)
            gap = self._theme.color("surface") if self._look == "pri" else None
            paint_ring(
                painter, QRectF(self.rect()), self._theme, radius=18 if self._look == "chip" else 8, gap=gap
            )
            painter.end()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def paint_ring(
    painter: QPainter, rect: QRectF, theme: Theme, *, radius: float = 8, gap: QColor | None = None
) -> None:
    """Draw the focus ring just inside `rect`: 2 px cobalt, with `gap` a line of that colour within it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    width = max(2, theme.u(2))
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(theme.color("focus"), width))
    painter.drawRoundedRect(inner, theme.u(radius), theme.u(radius))
    if gap is not None:
        painter.setPen(QPen(gap, width))
        within = inner.adjusted(width, width, -width, -width)
        painter.drawRoundedRect(within, theme.u(radius) - width, theme.u(radius) - width)


def main_button(
    theme: Theme, text: str, call: Callable[[], object] | None = None, *, icon: str = "", name: str = ""
) -> Button:
    """The one main button of a view, petrol."""
    return Button(theme, text, "pri", icon=icon, name=name, call=call)


def plain_button(
    theme: Theme, text: str, call: Callable[[], object] | None = None, *, icon: str = "", name: str = ""
) -> Button:
    """Any other button with a frame."""
    return Button(theme, text, "sec", icon=icon, name=name, call=call)


def quiet_button(
    theme: Theme, text: str, call: Callable[[], object] | None = None, *, icon: str = "", name: str = ""
) -> Button:
    """A button without a frame."""
    return Button(theme, text, "quiet", icon=icon, name=name, call=call)


def link_button(
    theme: Theme, text: str, call: Callable[[], object] | None = None, *, icon: str = "", name: str = ""
) -> Button:
    """An underlined word that leads on."""
    return Button(theme, text, "link", icon=icon, name=name, call=call)


def icon_button(
    theme: Theme,
    words: str,
    icon: str,
    call: Callable[[], object] | None = None,
    *,
    name: str = "",
    small: bool = False,
) -> Button:
    """A button without a word; `words` are its accessible name and its tooltip (design 9.6, 9.10)."""
    button = Button(theme, "", "small" if small else "icon", icon=icon, name=name, call=call)
    button.setAccessibleName(words)
    button.setToolTip(plain_tip(words))
    return button


class RingFrame(QWidget):
    """Base for custom widgets that take the keyboard: remembers whether the ring shall be seen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn:
            self.ring = event.reason() in KEYBOARD  # type: ignore[attr-defined]  # a QFocusEvent by its type
            self.update()
        elif kind is QEvent.Type.FocusOut or kind is QEvent.Type.MouseButtonPress:
            self.ring = False
            self.update()
        elif kind is QEvent.Type.KeyPress and not self.ring:
            self.ring = True
            self.update()
        return super().event(event)
