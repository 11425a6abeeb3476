# SPDX-License-Identifier: GPL-3.0-or-later
"""When the program itself failed: a pane that says what is safe, with a report strangers may see.

The report holds versions, the kind of the error and the places in the code; what the error *said* may hold a
name, so it is left out (`hospes.log.error_text`). The transaction was rolled back, the file is as before.
"""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from hospes import __version__
from hospes.log import error_text
from hospes.ui.widgets.boxes import row
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


def report(error: BaseException) -> str:
    """What can be copied and sent: no words of the error, no values, no folders of this computer."""
    versions = f"Hospes {__version__} · Python {platform.python_version()} · Qt {qVersion()}"
    return (
        f"{versions} · {platform.system()} {platform.release()} {platform.machine()}\n\n{error_text(error)}\n"
    )


class CrashPane(QFrame):
    """Covers the page in view until the person goes on."""

    gone_on = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._over = desk, parent
        theme = desk.theme
        self.setObjectName("crash")
        self.setProperty("k", "card")
        self.setAutoFillBackground(True)
        title = Label(theme, desk.text("Something went wrong in Hospes"), "section")
        self._words = Label(
            theme,
            desk.text("Your records are safe; only the last change was not kept."),
            wrap=True,
            name="crash.text",
        )
        self.details = QPlainTextEdit()
        self.details.setObjectName("crash.details")
        self.details.setAccessibleName(desk.text("Details for those who mend Hospes"))
        self.details.setReadOnly(True)
        copy = plain_button(theme, desk.text("Copy details"), icon="copy", name="crash.copy", call=self._copy)
        on = main_button(theme, desk.text("Go on"), name="crash.goOn", call=self._go_on)
        box = QVBoxLayout(self)
        margin = theme.u(24)
        box.setContentsMargins(margin, margin, margin, margin)
        box.setSpacing(theme.u(12))
        box.addLayout(row(theme, picture(theme.pixmap("circle-alert", "err", 26)), title, None, gap=12))
        box.addWidget(self._words)
        box.addWidget(Label(theme, desk.text("The details hold no names and no data."), "m", wrap=True))
        box.addWidget(self.details, 1)
        box.addLayout(row(theme, copy, None, on))
        self.hide()

    def show_error(self, error: BaseException) -> None:
        """Show a failure; a second one while the first is in view is added to it."""
        text = report(error)
        shown = self.details.toPlainText() if self.isVisible() else ""
        self.details.setPlainText(f"{shown}\n{text}" if shown else text)
        margin = self._desk.theme.u(40)
        self.setGeometry(self._over.rect().adjusted(margin, margin, -margin, -margin))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _go_on(self) -> None:
        self.hide()
        self.gone_on.emit()
