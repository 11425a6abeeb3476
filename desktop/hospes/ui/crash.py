# SPDX-License-Identifier: GPL-3.0-or-later
"""When the program itself failed: a sentence that says what is safe, and a report strangers may see.

The report holds versions, the kind of the error and the places in the code; what the error *said* may hold a
name, so it is left out (`hospes.log.error_text`). The transaction was rolled back, the file is as before.
"""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication

from hospes import __version__
from hospes.domain.errors import UserError
from hospes.log import error_text
from hospes.ui.desk import Answer

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


def report(error: BaseException) -> str:
    """What can be copied and sent: no words of the error, no values, no folders of this computer."""
    versions = f"Hospes {__version__} · Python {platform.python_version()} · Qt {qVersion()}"
    return (
        f"{versions} · {platform.system()} {platform.release()} {platform.machine()}\n\n{error_text(error)}\n"
    )


class Faults(QObject):
    """Says a fault of the program on the message line, and hands out the report."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.details = ""
        """The reports of all faults nobody has gone on from yet."""

    def show_error(self, error: BaseException) -> None:
        """Say a fault; a second one before the person goes on is added to its report.

        A refusal of the file, such as a page meets that cannot be read just now, is no fault and says itself.
        """
        if isinstance(error, UserError):
            self._desk.say(error, kind="err", answers=self._desk.ways_out(error))
            return
        desk, text = self._desk, report(error)
        self.details = f"{self.details}\n{text}" if self.details else text
        words = desk.text(
            "Something went wrong in Hospes. Your records are safe. See whether your last change was kept."
        )
        desk.say(words, kind="err", answers=(self._copying(), self._going_on()))

    def _copying(self) -> Answer:
        return Answer(self._desk.text("Copy details"), self._copy, name="crash.copy")

    def _going_on(self) -> Answer:
        return Answer(self._desk.text("Go on"), self._go_on, main=True, name="crash.goOn")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)
        words = self._desk.text("Copied. The details hold no names and no data.")
        self._desk.say(words, kind="info", answers=(self._going_on(),))

    def _go_on(self) -> None:
        self.details = ""
