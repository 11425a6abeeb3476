# SPDX-License-Identifier: GPL-3.0-or-later
"""Building a page anew without anybody noticing: the keyboard, the scroll and half-typed text stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from hospes.ui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable


def half_typed(root: QWidget) -> bool:
    """Whether there is a text under `root` that nobody was told of yet and that building anew would lose."""
    if any(field.changed for field in root.findChildren(Field)):
        return True
    loose: list[QLineEdit | QPlainTextEdit] = [
        *root.findChildren(QLineEdit),
        *root.findChildren(QPlainTextEdit),
    ]
    return any(_is_modified(one) and not _in_field(one) for one in loose)


def _is_modified(editor: QLineEdit | QPlainTextEdit) -> bool:
    if isinstance(editor, QLineEdit):
        return editor.isModified() and bool(editor.text().strip())
    return editor.document().isModified() and bool(editor.toPlainText().strip())


def _in_field(widget: QWidget) -> bool:
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, Field):
            return True
        outer = outer.parentWidget()
    return False


def rebuild(root: QWidget, build: Callable[[], object], area: QScrollArea | None = None) -> None:
    """Call `build`, then put keyboard and scroll where they were."""
    focus = QApplication.focusWidget()
    name = ""
    if focus is not None and root.isAncestorOf(focus):
        name = focus.objectName()
        # Qt would hand the keyboard to a neighbour that is about to go too.
        focus.clearFocus()
    scrolled = area.verticalScrollBar().value() if area is not None else 0
    build()

    def back() -> None:
        if area is not None:
            area.verticalScrollBar().setValue(scrolled)
        if name and QApplication.focusWidget() in (None, root, root.window()):
            again = next((one for one in root.findChildren(QWidget, name) if one.isVisible()), None)
            if again is not None:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    QTimer.singleShot(0, root, back)
