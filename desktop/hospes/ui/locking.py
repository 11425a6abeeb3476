# SPDX-License-Identifier: GPL-3.0-or-later
"""A protected file is closed when nobody has touched the window for a while, if the person wants that.

What was being typed is kept as a draft in the file, its key is forgotten, and the window shows nothing but
the question for the password. Afterwards one is back where one was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from hospes.ui.desk import Desk
    from hospes.ui.looking_inside import LookingInside
    from hospes.ui.main_window import MainWindow

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class FileSide(Protocol):
    """What is needed of the part that opens files."""

    inside: LookingInside

    def release(self) -> None: ...


class Locking(QObject):
    """Waits for nobody doing anything."""

    def __init__(self, window: MainWindow, opening: FileSide, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._opening = window, opening
        self._back: tuple[Path, str, dict[str, object]] | None = None
        self.clock = QTimer(self, singleShot=True)
        self.clock.timeout.connect(self._nobody_there)
        window.desk.bus.fileChanged.connect(self.begin)

    @property
    def _desk(self) -> Desk:
        return self._window.desk

    def begin(self) -> None:
        """Wait from now on, if the open file has a password and the person wants it locked."""
        from hospes.store import driver

        minutes, app = self._desk.settings.lock_minutes, self._desk.app
        protected = app is not None and driver.is_protected(app.path)
        if protected:
            self._window.acts.more["frame.lock"] = self.lock
        else:
            self._window.acts.more.pop("frame.lock", None)
        waits = protected and minutes > 0
        if waits:
            self.clock.start(minutes * 60_000)
        else:
            self.clock.stop()
        self._listen(waits)

    def _listen(self, waits: bool) -> None:
        """Look at every event of the program only while it matters: a filter of all of them costs time."""
        program = QApplication.instance()
        if program is None:
            return
        if waits:
            program.installEventFilter(self)
        else:
            program.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES and self.clock.isActive():
            self.clock.start()
        return False

    def _nobody_there(self) -> None:
        if self._desk.tasks.busy:
            self.clock.start()  # what works is let finish
        else:
            self.lock()

    def lock(self) -> None:
        """Close the file, forget its key, and ask for the password."""
        from hospes.store import driver, keyring

        app, page = self._desk.app, self._window.page
        if app is None:
            return
        self._opening.inside.end()
        app = self._desk.file
        path, place = app.path, self._window.place
        where: dict[str, object] = {}
        if page is not None and page is self._window.page:
            page.leave()
            where = page.where()
        salt = driver.salt_of(path)
        self._opening.release()
        if salt is not None:
            keyring.forget(salt)
        self._back = (path, place, where)
        self._window.message.close_line()  # it may name somebody
        self._window.acts.close_help()
        self._window.go("password", {"file": str(path), "locked": True})

    def back_to(self, path: Path) -> bool:
        """Go to where one was when this file was locked; False if it was not."""
        back, self._back = self._back, None
        if back is None or back[0] != path or back[1] not in self._window.places:
            return False
        self._window.go(back[1], back[2])
        return True
