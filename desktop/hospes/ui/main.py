# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's way in: paint the frame first, then load everything else and open the file.

Importing SQLAlchemy costs as much as all of Qt; so the frame is on the screen before `hospes.app` is imported
(decision 21). Nothing at the head of this module or of what it imports may load SQL, PDF or language data.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from hospes import log as logs
from hospes import paths, settings
from hospes.i18n import catalog
from hospes.i18n.locale import Locale
from hospes.ui.bus import Bus
from hospes.ui.desk import Desk
from hospes.ui.look import sign
from hospes.ui.look.theme import computer_text_size, load_fonts, match_system, theme_for
from hospes.ui.look.tokens import LIGHT
from hospes.ui.main_window import MainWindow
from hospes.ui.opening import Opening
from hospes.ui.pages import PAGES
from hospes.ui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from hospes.settings import Settings
    from hospes.ui.pages import Place

log = logging.getLogger(__name__)

LANGUAGE_VARIABLE = "HOSPES_LANGUAGE"


def main(file: str | None = None) -> int:
    """Open the window, with a file if one is named, else with the last one, else with the start page."""
    app = application()
    logs.start(paths.log_file())
    session = Session(app, Path(file) if file else None)
    session.window.show()
    return app.exec()


def application() -> QApplication:
    """The program's one `QApplication`, with name, faces and icon."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Hospes")
    app.setApplicationDisplayName("Hospes")
    app.setDesktopFileName("hospes")
    computer_text_size()  # before our own face hides the computer's
    load_fonts()
    icon = QIcon()
    for size in (16, 32, 64, 128, 256):
        icon.addPixmap(sign.tessera(size, 1.0, LIGHT))
    app.setWindowIcon(icon)
    return app


def window_language(preferences: Settings) -> str:
    """The language of the window: HOSPES_LANGUAGE, the setting, the computer's, English (decision 37)."""
    wanted = [os.environ.get(LANGUAGE_VARIABLE, ""), preferences.language, *QLocale.system().uiLanguages()]
    known = catalog.languages()
    for code in wanted:
        plain = code.partition(".")[0].replace("_", "-")
        for candidate in (plain, plain.partition("-")[0]):
            if candidate in known:
                return plain if plain.partition("-")[0] == candidate else candidate
    return catalog.SOURCE_LANGUAGE


class Session(QObject):
    """One sitting: desk, window, and what happens after the first paint."""

    def __init__(
        self,
        app: QApplication,
        file: Path | None = None,
        *,
        places: Sequence[Place] = PAGES,
        settings_file: Path | None = None,
        inline: bool = False,
    ) -> None:
        """Build desk and window; with `inline` slow work is done at once, for tests and pictures."""
        super().__init__(app)
        self._file = file
        where = settings_file or paths.settings_file()
        preferences = settings.load(where)
        theme = theme_for(preferences)
        match_system(preferences)
        theme.dress(app)
        self.desk = Desk(
            locale=Locale.of(window_language(preferences)),
            theme=theme,
            bus=Bus(),
            settings=preferences,
            tasks=Tasks(inline=inline),
            settings_file=where,
            parent=self,
        )
        self.window = MainWindow(self.desk, places, language=self._speak)
        self.window.place_window()
        self.opening = Opening(self.window)
        self.window.painted.connect(self._painted)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        sys.excepthook = self._fault

    def _painted(self) -> None:
        QTimer.singleShot(0, self.begin)

    def hold(self) -> None:
        """Do not open anything by itself after the first paint, for tests and pictures."""
        self.window.painted.disconnect(self._painted)

    def begin(self) -> None:
        """Open the named file or the last one; with none the start page."""
        recent = self.desk.settings.recent_files
        file = self._file or (Path(recent[0]) if recent else None)
        if file is None:
            self.desk.go("start")
        else:
            self.opening.open(file)

    def _speak(self) -> None:
        self.desk.locale = Locale.of(window_language(self.desk.settings))

    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.desk.settings.scheme == "computer":
            self.desk.bus.scaleChanged.emit()

    def _fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault of the program, wherever it happened in the window: log it and say so, then go on."""
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        log.error("fault in the window", exc_info=(kind, error, trace))
        try:
            self.window.crash.show_error(error)
        except (
            Exception
        ):  # the last frame of all: a window that cannot even say so must not hide the first fault
            log.exception("the crash page failed")
            sys.__excepthook__(kind, error, trace)
