# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for a password: dots instead of letters, never remembered by the system's typing helpers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from hospes.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from hospes.ui.look.theme import Theme
    from hospes.ui.widgets.fields import Field


class SecretField(TextField):
    """One line that shows dots."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )


def show_or_hide(shown: bool, *fields: Field) -> None:
    """Show the letters of these fields, or dots."""
    mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
    for field in fields:
        if isinstance(field.editor, QLineEdit):
            field.editor.setEchoMode(mode)
