# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window over a copy of the example, as the task scripts want it."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from hospes.i18n.locale import Locale
from hospes.settings import Settings
from hospes.ui.bus import Bus
from hospes.ui.desk import Desk
from hospes.ui.look import theme as look
from hospes.ui.look.tokens import Palette
from hospes.ui.main_window import MainWindow
from hospes.ui.opening import Opening
from hospes.ui.pages import PAGES
from hospes.ui.tasks import Tasks
from tests import make
from tests.journeys.hand import Hand

SIZE = (1366, 690)


class Journey:
    """A window with the example in it, and the hand before it."""

    def __init__(self, window, hand) -> None:
        self.window, self.hand = window, hand
        self._before = self._content()

    @property
    def desk(self):
        return self.window.desk

    @property
    def app(self):
        return self.desk.file

    def go(self, place, **where):
        """Where the script begins; counts for nothing."""
        self.desk.go(place, **where)
        self.hand.settle()

    def undo_all(self, steps) -> None:
        """One press of Undo per step leads back to a file equal to the start."""
        for _ in range(steps):
            self.window.acts.undo()
            self.hand.settle()
        assert self._content() == self._before

    def _content(self):
        """All tables but who works at which computer, which is written down once and is nobody's step."""
        found = make.snapshot(self.app)
        found["setting"] = {
            key: row for key, row in found["setting"].items() if not str(row["key"]).startswith("editor.")
        }
        return found


@pytest.fixture
def sit_down(qapp, qtbot, example_once, tmp_path):
    """Sit down before the example: `sit_down(language="de", text_size=150)`."""
    openings = []

    def sit(**preferences):
        look.load_fonts()
        path = tmp_path / "Rosenau.hospes"
        shutil.copyfile(example_once, path)
        settings = Settings(user_name="Hannelore Fischer", **preferences)
        theme = look.theme_for(settings)
        theme.dress(qapp)
        desk = Desk(
            locale=Locale.of(settings.language or "en"),
            theme=theme,
            bus=Bus(),
            settings=settings,
            tasks=Tasks(inline=True),
            settings_file=tmp_path / "settings.toml",
        )
        window = MainWindow(desk, PAGES)
        qtbot.addWidget(window)
        window.resize(*SIZE)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opening = Opening(window)
        openings.append(opening)
        assert opening.open(path)
        pictures = tmp_path / "pictures"
        pictures.mkdir()
        QApplication.processEvents()
        return Journey(window, Hand(window, pictures))

    yield sit
    for opening in openings:
        opening.let_go()
    qapp.setStyleSheet("")


@pytest.fixture
def open_example(sit_down):
    """Stand before a place of the example: `open_example("visits", language="de")` gives the hand."""

    def start(place, *, where=None, **preferences):
        journey = sit_down(**preferences)
        journey.go(place, **(where or {}))
        return journey.hand

    return start


@pytest.fixture
def in_grey(monkeypatch):
    """All colours are replaced by grey of the same lightness."""

    def grey(colour):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        light = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
        return f"#{light:02X}{light:02X}{light:02X}"

    values = {name: grey(v) if isinstance(v, str) else v for name, v in look.LIGHT._asdict().items()}
    monkeypatch.setattr(look, "LIGHT", Palette(**values))
