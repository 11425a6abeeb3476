# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's way in: paint the frame first, then load everything else and open the file.

Importing SQLAlchemy costs as much as all of Qt, and touching Qt's classes as much as half of it; so the
frame is on the screen before either happens (decision 21). Nothing at the head of this module may load
SQL, PDF, language data or more of Qt than the first paint needs.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from hospes import paths, settings
from hospes.ui.first_frame import FirstFrame
from hospes.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from hospes.settings import Settings
    from hospes.ui.desk import Desk
    from hospes.ui.opening import Opening
    from hospes.ui.pages import Place

LANGUAGE_VARIABLE = "HOSPES_LANGUAGE"
LATER = 3_000
"""Milliseconds after the start for what can wait."""


def main(file: str | None = None) -> int:
    """Open the window, with a file if one is named, else with the last one, else with the start page."""
    gc.disable()  # nothing is rubbish while the window is built, and looking for it takes a tenth of the time
    app = application()
    session = Session(app, Path(file) if file else None)
    session.window.show()
    QTimer.singleShot(LATER, app, lambda: _collect(app))
    return app.exec()


def _collect(app: QApplication) -> None:
    from hospes.ui.collecting import Collecting

    gc.enable()
    Collecting(app)


def application() -> QApplication:
    """The program's one `QApplication`."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Hospes")
    app.setApplicationDisplayName("Hospes")
    app.setDesktopFileName("hospes")
    return app


def window_language(preferences: Settings) -> str:
    """The language of the window: HOSPES_LANGUAGE, the setting, the computer's, English (decision 37)."""
    from PySide6.QtCore import QLocale

    from hospes.i18n import catalog

    wanted = [os.environ.get(LANGUAGE_VARIABLE, ""), preferences.language, *QLocale.system().uiLanguages()]
    known = catalog.languages()
    for code in wanted:
        language, *rest = code.partition(".")[0].replace("_", "-").split("-")
        if language.lower() in known:
            region = next((part.upper() for part in rest if len(part) == 2), "")
            return f"{language.lower()}-{region}" if region else language.lower()
    return catalog.SOURCE_LANGUAGE


class Session(QObject):
    """One sitting: the bare window, and after its first paint desk, frame and file."""

    desk: Desk
    opening: Opening

    def __init__(
        self,
        app: QApplication,
        file: Path | None = None,
        *,
        settings_file: Path | None = None,
    ) -> None:
        super().__init__(app)
        self._app, self._file = app, file
        self._where = settings_file or paths.settings_file()
        self._preferences = settings.load(self._where)
        self.window = MainWindow(first_frame=self._first_frame())
        self.window.place_window(self._preferences.window)
        self.window.painted.connect(self._painted)

    def _first_frame(self) -> FirstFrame:
        scheme = self._preferences.scheme
        dark = scheme == "dark"
        if scheme == "computer":
            dark = self.window_is_dark()
        return FirstFrame.of(dark=dark, percent=self._preferences.text_size or settings.USUAL_TEXT_SIZE)

    def window_is_dark(self) -> bool:
        """Whether the computer's own colours are light on dark."""
        return self._app.palette().window().color().lightness() < 128

    def _painted(self) -> None:
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        self.furnish()
        QTimer.singleShot(0, self.begin)

    def furnish(self, places: Sequence[Place] | None = None, *, inline: bool = False) -> None:
        """Build desk and frame; with `inline` slow work is done at once, for tests and pictures."""
        from PySide6.QtGui import QGuiApplication

        from hospes import log as logs
        from hospes.i18n.locale import Locale
        from hospes.ui.bus import Bus
        from hospes.ui.desk import Desk
        from hospes.ui.look.theme import (
            application_icon,
            computer_text_size,
            load_fonts,
            match_system,
            theme_for,
        )
        from hospes.ui.opening import Opening
        from hospes.ui.tasks import Tasks

        logs.start(paths.log_file())
        sys.excepthook = self._fault
        computer_text_size()  # before our own face hides the computer's
        load_fonts()
        preferences = self._preferences
        theme = theme_for(preferences)
        match_system(preferences)
        theme.dress(self._app)
        self._app.setWindowIcon(application_icon())
        self.desk = Desk(
            locale=Locale.of(window_language(preferences)),
            theme=theme,
            bus=Bus(),
            settings=preferences,
            tasks=Tasks(inline=inline),
            settings_file=self._where,
            parent=self,
        )
        self.window.furnish(self.desk, places, language=self._speak)
        self.opening = Opening(self.window)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def begin(self) -> None:
        """Open the named file or the last one; with none the start page."""
        recent = self.desk.settings.recent_files
        file = self._file or (Path(recent[0]) if recent else None)
        if file is None:
            self.desk.go("start")
        else:
            self.opening.open(file)

    def hold(self) -> None:
        """Do nothing by itself after the first paint, for tests and pictures: they furnish and open."""
        self.window.painted.disconnect(self._painted)

    def _speak(self) -> None:
        from hospes.i18n.locale import Locale

        self.desk.locale = Locale.of(window_language(self.desk.settings))

    def _scheme_changed(self) -> None:
        if self.desk.settings.scheme == "computer":
            self.desk.bus.scaleChanged.emit()

    def _fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of the program, wherever it happened in the window: log it and say so, then go on."""
        import logging

        log = logging.getLogger(__name__)
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        from hospes.domain.errors import UserError

        if isinstance(
            error, UserError
        ):  # what nobody caught on its way, a stick pulled out while a page reads
            self.desk.say(error, kind="err", answers=self.desk.ways_out(error))
            return
        log.error("fault in the window", exc_info=(kind, error, trace))
        try:
            self.window.crash.show_error(error)
        except (
            Exception
        ):  # the last frame of all: a window that cannot even say so must not hide the first fault
            log.exception("the crash page failed")
            sys.__excepthook__(kind, error, trace)
