# SPDX-License-Identifier: GPL-3.0-or-later
"""The counts beside the places of the rail: how many things wait there, with the same in words (design 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from hospes.ui.desk import Desk
    from hospes.ui.rail import Rail

TABLES = frozenset(
    {
        "visit", "participation", "placement", "delegation", "stay_wish", "host_offer", "dues", "payment",
        "payment_share",
    }
)  # fmt: skip


class RailCounts(QObject):
    """Counts again when something was changed that is counted, and when another file is open."""

    def __init__(self, desk: Desk, rail: Rail) -> None:
        super().__init__(rail)
        self._desk, self._rail = desk, rail
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.count)
        desk.bus.changed.connect(self._changed)
        desk.bus.fileChanged.connect(self._soon.start)
        if desk.app is not None:
            self._soon.start()

    def _changed(self, changes: object) -> None:
        if TABLES & getattr(changes, "tables", frozenset()):
            self._soon.start()

    def count(self) -> None:
        """Count and show."""
        desk = self._desk
        if desk.app is None:
            for place in ("visits", "money"):
                self._rail.set_count(place, 0, "")
            return
        from hospes.queries.memberships import who_owes
        from hospes.queries.visit_counts import guests_without_host

        n = desk.read(guests_without_host, desk.file.today)
        words = desk.ntext("{n} guest has no host", "{n} guests have no host", n) if n else ""
        self._rail.set_count("visits", n, words)
        owing = desk.read(who_owes, desk.file.today)
        told = desk.ntext(
            "{n} household owes dues for {year}", "{n} households owe dues for {year}", owing.payers,
            year=str(owing.year),
        )  # fmt: skip
        self._rail.set_count("money", owing.payers, told if owing.payers else "")
