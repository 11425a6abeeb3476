# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window with the real pages over a copy of the small world."""

import shutil

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from hospes.app import App
from hospes.i18n.locale import Locale
from hospes.ui.main_window import MainWindow
from hospes.ui.opening import Opening
from hospes.ui.pages import PAGES
from hospes.ui.pages.today import TodayPage
from hospes.ui.pages.visit import VisitPage
from tests import make


@pytest.fixture(scope="session")
def world_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("world") / "world.hospes"
    app = make.founded(path)
    world = make.small_world(app)
    app.close()
    return path, world


def open_unread(opening, path, monkeypatch):
    """Open a file and give the page of Today, whose parts are not read yet.

    Most tests go on to another page at once; reading all of Today for each takes a quarter of their time.
    """
    with monkeypatch.context() as scope:
        scope.setattr(TodayPage, "reload", lambda page: None)
        assert opening.open(path)
    return opening._window.pages.get("today")


class Sitting:
    """A window, its file, and what a volunteer does with them."""

    def __init__(self, window, opening, world, unread=None) -> None:
        self.window, self.opening, self.world = window, opening, world
        self._unread = unread

    def _look(self) -> None:
        """Today is read when the test first looks at it."""
        if self._unread is not None and self.window.page is self._unread:
            self._unread = None
            self.window.page.reload()
            self.settle()

    @property
    def desk(self):
        return self.window.desk

    @property
    def app(self) -> App:
        return self.desk.file

    @property
    def page(self):
        self._look()
        return self.window.page

    def go(self, place, **where):
        self.desk.go(place, **where)
        self._look()
        QApplication.processEvents()
        return self.window

    def find(self, name, kind=QWidget):
        """The shown widget of this name; there must be one, soon: a timer may be building it anew."""
        for _ in range(100):
            for one in self.window.findChildren(kind, name):
                if one.isVisible():
                    return one
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        pytest.fail(f"there is no {name}")

    def there(self, name):
        self._look()
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def click(self, name):
        self.find(name).click()
        self.settle()

    def settle(self):
        """Let the window come to rest: what is built in a first turn is shown in the next."""
        for _ in range(3):
            QApplication.processEvents()

    def words(self, name="") -> str:
        """Every text shown in the part of the window, in one line."""
        self._look()
        root = self.find(name) if name else self.window
        parts = [one for one in root.findChildren(QWidget) if one.isVisible()]
        return " ".join(one.text() for one in parts if callable(getattr(one, "text", None)))

    def said(self) -> str:
        return self.window.message.text()


@pytest.fixture
def visit_marks():
    """The test looks at the marks behind the tabs of a visit."""


@pytest.fixture(autouse=True)
def no_visit_marks(request, monkeypatch):
    """Elsewhere they are not asked for: that would be an eighth of the time of the tests of visits."""
    if "visit_marks" not in request.fixturenames:
        monkeypatch.setattr(VisitPage, "_begin_marks", lambda page: None)


@pytest.fixture
def sit(make_desk, qtbot, world_file, tmp_path, monkeypatch):
    """Sit down before the small world: `sit(width, height, **preferences)`."""
    monkeypatch.setenv("HOSPES_TODAY", make.TODAY.isoformat())
    openings = []

    def sitting(width=1366, height=768, **preferences):
        path = tmp_path / "world.hospes"
        if not path.exists():
            shutil.copyfile(world_file[0], path)
        desk = make_desk(user_name="Hannelore", **preferences)

        def speak() -> None:
            desk.locale = Locale.of(desk.settings.language or "en")

        window = MainWindow(desk, PAGES, language=speak)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opening = Opening(window)
        openings.append(opening)
        unread = open_unread(opening, path, monkeypatch)
        QApplication.processEvents()
        return Sitting(window, opening, world_file[1], unread)

    yield sitting
    for opening in openings:
        opening.let_go()


@pytest.fixture
def at(sit) -> Sitting:
    """A sitting at usual size in English."""
    return sit()
