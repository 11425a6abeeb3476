# SPDX-License-Identifier: GPL-3.0-or-later
"""Sitting down before the hosting board of the example's visit."""

import shutil

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from hospes.i18n.locale import Locale
from hospes.ui.main_window import MainWindow
from hospes.ui.opening import Opening
from hospes.ui.pages import PAGES
from hospes.ui.pages.visit_hosting_cards import MIME
from tests.hosting import ascension, board_of, guest, home
from tests.ui.pages.conftest import Sitting, open_unread


class Board(Sitting):
    """The board and what is on it."""

    def __init__(self, window, opening) -> None:
        super().__init__(window, opening, None)
        self.visit = ascension(self.app)
        self.go("visit", id=self.visit.hex, tab="hosting")
        self.settle()

    @property
    def tab(self):
        return self.page.tab

    @property
    def board(self):
        return self.tab.board

    def homes(self):
        """Keys of the homes shown, in order."""
        return self.board.grid.hosts()

    def read(self):
        return board_of(self.app, self.visit)

    def where_is(self, name):
        """The homes in which somebody sleeps."""
        hosts = {card.id: card.name for card in self.read().hosts}
        return [hosts[offer] for offer in guest(self.read(), name).offers]

    def choose(self, name):
        self.board.choose(guest(self.read(), name).key)
        self.settle()

    def card(self, name):
        card = self.board.grid.card(home(self.read(), name).key)
        self.settle()
        return self.board.grid.card(home(self.read(), name).key) if card else None

    def reasons(self):
        found = self.board.why.findChildren(QLabel)
        return [one.text() for one in found if one.objectName().startswith("board.term.") and one.isVisible()]

    def key(self, key):
        from PySide6.QtWidgets import QApplication

        QTest.keyClick(QApplication.focusWidget(), key)
        self.settle()

    def drop(self, name, target):
        data = QMimeData()
        data.setData(MIME, guest(self.read(), name).key.encode())
        at, move, left = QPoint(9, 9), Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(at, move, data, left, none)
        target.dragEnterEvent(enter)
        target.dropEvent(QDropEvent(at.toPointF(), move, data, left, none))
        self.settle()
        return enter.isAccepted()


@pytest.fixture
def sit_down(make_desk, qtbot, example_once, tmp_path, monkeypatch):
    openings = []

    def sit(width=1366, height=690, **preferences):
        path = tmp_path / "Rosenau.hospes"
        shutil.copyfile(example_once, path)
        desk = make_desk(user_name="Hannelore", **preferences)
        desk.locale = Locale.of("en")
        window = MainWindow(desk, PAGES)
        qtbot.addWidget(window)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        opening = Opening(window)
        openings.append(opening)
        open_unread(opening, path, monkeypatch)
        return Board(window, opening)

    yield sit
    for opening in openings:
        opening.let_go()


@pytest.fixture
def at(sit_down):
    return sit_down()
