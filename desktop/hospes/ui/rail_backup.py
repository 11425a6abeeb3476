# SPDX-License-Identifier: GPL-3.0-or-later
"""The foot of the rail: how old the last backup is; a click makes one (design 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hospes.ui.backing_up import state

if TYPE_CHECKING:
    from hospes.ui.desk import Desk
    from hospes.ui.rail import Rail


class RailBackup(QObject):
    """The state of the backup at the foot of the rail."""

    def __init__(self, desk: Desk, rail: Rail) -> None:
        super().__init__(rail)
        self._desk, self._rail = desk, rail
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show)
        desk.bus.backedUp.connect(self._soon.start)
        desk.bus.fileChanged.connect(self._soon.start)
        rail.backup.connect(self._pressed)
        if desk.app is not None:
            self._soon.start()

    def show(self) -> None:
        """Read and say it."""
        found = state(self._desk)
        self._rail.set_backup(found.words if found else "", old=bool(found and found.old))

    def _pressed(self) -> None:
        self._desk.act("frame.backup")
