# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that are read as text and written in place: a line without a frame until the keyboard is in it.

Mock 2 shows a person as plain rows of which one is being edited; that is this line in its two states.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter

from hospes.ui.widgets.fields import Check, Field, TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from hospes.ui.look.theme import Theme


class FlatLine(TextField):
    """One value. `suffix` is shown in grey behind it while nobody writes: the age behind a birth date."""

    def __init__(self, theme: Theme, text: str = "", *, empty: str = "") -> None:
        """Take the value, and the grey words that stand where there is none."""
        super().__init__(theme, text, example=empty)
        self.setProperty("k", "flat")
        self._suffix = ""

    def set_suffix(self, words: str) -> None:
        """Change the grey words behind the value."""
        self._suffix = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._suffix or self.hasFocus() or not self.text() or self.property("state"):
            return
        metrics = self.fontMetrics()
        left = 1 + metrics.horizontalAdvance(self.text() + " ") + self._theme.u(2)
        if left + metrics.horizontalAdvance(self._suffix) > self.width():
            return
        painter = QPainter(self)
        painter.setPen(self._theme.color("muted"))
        baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(QPoint(left, baseline), self._suffix)
        painter.end()


def flat_field(
    theme: Theme, label: str, editor: QWidget, *, check: Check | None = None, name: str = ""
) -> Field:
    """A field whose words stand at the left of a flat value, on one line with it."""
    field = Field(theme, label, editor, check=check, beside=True, name=name)
    if isinstance(editor, FlatLine):
        field.label.setContentsMargins(0, theme.u(4), theme.u(8), 0)
    return field
