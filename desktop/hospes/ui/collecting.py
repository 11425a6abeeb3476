# SPDX-License-Identifier: GPL-3.0-or-later
"""Python looks for rubbish when nobody waits for it.

By itself Python walks over all objects at any moment, in the middle of a click too; with a visit of 400
guests open that was seen to take 0.3 to 0.7 s. So what came since the last walk is looked through now and
then, and everything when the window is left for another program or when much has been set aside.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

YOUNG, MIDDLE, NEVER = 5_000, 20, 1_000_000
"""After how many new objects, and of those walks, the next older ones are looked at."""

WAIT = 8_000
"""Milliseconds between two walks over what came since the last one."""

MUCH = 300_000
"""So many objects set aside since the last full walk ask for the next one."""


class Collecting(QObject):
    """Lives as long as the window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._before = gc.get_threshold()
        self._set_aside = 0
        gc.set_threshold(YOUNG, MIDDLE, NEVER)
        self.clock = QTimer(self)
        self.clock.setInterval(WAIT)
        self.clock.timeout.connect(self.some)
        self.clock.start()
        app.applicationStateChanged.connect(self._state_changed)

    def some(self) -> None:
        """Look through what came since the last time, and set the rest aside."""
        if gc.get_freeze_count() - self._set_aside > MUCH:
            self.all()
            return
        gc.collect()
        gc.freeze()

    def all(self) -> None:
        """Look through everything."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._set_aside = gc.get_freeze_count()

    def stop(self) -> None:
        """Leave it to Python again."""
        self.clock.stop()
        gc.unfreeze()
        gc.set_threshold(*self._before)

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.all()
