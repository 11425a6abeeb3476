# SPDX-License-Identifier: GPL-3.0-or-later
"""When the file cannot be read just now: the page says so and reads again as soon as it can.

Another program may hold the file for a minute (T2.5). The window waits a blink for it and not ten seconds, so
that it can be moved, left and closed meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from hospes.ui.desk import BUSY

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk
    from hospes.ui.trail import Spot

AGAIN_MS = 2_000
PATIENCE_MS = 80
"""How long the window's thread waits for another program that does not let it read."""


class ReadingAgain(QObject):
    """What a window does about a page that could not be read."""

    def __init__(
        self,
        window: QObject,
        desk: Desk,
        place: Callable[[], str],
        show: Callable[[Spot], bool],
        settled: Callable[[], object],
    ) -> None:
        """Know the window by what is asked of it.

        Args:
            window: owns this.
            desk: says why.
            place: the code of the page that is shown.
            show: shows a page again, False if it still cannot be read.
            settled: takes the message back.
        """
        super().__init__(window)
        self._desk, self._place, self._show, self._settled = desk, place, show, settled
        self._spot: Spot | None = None
        self._soon = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._soon.timeout.connect(self._again)

    def refused(self, error: UserError, spot: Spot | None) -> None:
        """Say why a page is not read; while another program holds the file, it is tried again."""
        if self._spot is None or error.code != BUSY:
            self._desk.say(error, kind="err", answers=self._desk.ways_out(error))
        self._spot = spot if error.code == BUSY else None
        if self._spot is not None:
            self._soon.start()

    def _again(self) -> None:
        """Try once more, unless the person has gone on to another page."""
        spot = self._spot
        if self._desk.app is not None and spot is not None and self._place() == spot.place:
            if not self._show(spot):
                return
            self._settled()  # the message said that the file could not be read
        self._spot = None
