# SPDX-License-Identifier: GPL-3.0-or-later
"""A fault inside Hospes, wherever it happens (T1.7).

It rolls back, is said in a sentence and reported without any name, and one goes on.
"""

import sys
from dataclasses import dataclass
from types import SimpleNamespace
from typing import ClassVar

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from hospes import log as logs
from hospes.actions import Action
from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.store.journal import Recorder
from hospes.store.tables.people import Person
from hospes.transfer import child
from hospes.ui import backing_up
from hospes.ui.main import Session
from hospes.ui.pages import print_centre
from hospes.ui.pages.bin import BinPage
from hospes.ui.pages.history import HistoryPage
from hospes.ui.pages.person_drafts import Keeping
from tests import make

MARKS = ("Anneliese Merkmal", "DE02120300000000202051", "anneliese@merkmal.example", "06182 998877")
GIVEN, SURNAME = MARKS[0].split()


class Fault(RuntimeError):
    """Something nobody foresaw, with somebody's data in its words."""


def fail(*_args, **_more):
    somebody = " ".join(MARKS)
    raise Fault(f"cannot go on with {somebody}")


@dataclass(frozen=True)
class HalfDone(Action):
    """Writes somebody down and fails then."""

    code: ClassVar[str] = "test-half"
    label: ClassVar[str] = "Half"

    def apply(self, w):
        w.create(Person, given=GIVEN, surname=SURNAME)
        w.flush()
        fail()


def in_a_slot(at, patch):
    button = QPushButton(at.window)
    button.clicked.connect(fail)
    button.click()


def in_a_timer(at, patch):
    QTimer.singleShot(0, fail)
    at.settle()


def in_an_action(at, patch):
    button = QPushButton(at.window)
    button.clicked.connect(lambda: at.desk.run(HalfDone()))
    button.click()


def while_the_journal_is_written(at, patch):
    patch.setattr(Recorder, "write", fail)
    button = QPushButton(at.window)
    button.clicked.connect(lambda: at.desk.run(ChangeSetting("print.note", MARKS[1])))
    button.click()


def in_the_worker(at, patch):
    at.desk.tasks.inline = False
    at.desk.tasks.run(fail, title="Work", done=list)


def in_a_query_of_a_page(at, patch):
    patch.setattr(HistoryPage, "reload", fail)
    QTimer.singleShot(0, lambda: at.desk.go("history"))
    at.settle()


def in_the_making_of_a_page(at, patch):
    patch.setattr(BinPage, "__init__", fail)
    QTimer.singleShot(0, lambda: at.desk.go("bin"))
    at.settle()


def in_a_paper(at, patch):
    patch.setattr(print_centre, "draw", fail)
    at.go("print", paper="member-list")
    at.settle()


def at_the_printer(at, patch):
    patch.setattr(print_centre, "print_document", fail)
    at.go("print", paper="member-list")
    at.settle()
    at.click("print.print")


def in_the_answer_of_the_reading_child(at, patch):
    patch.setattr(child._Talk, "_take", fail)
    at.go("import")
    path = at.app.path.with_name("list.csv")
    path.write_text(f"Vorname;Nachname\n{GIVEN};{SURNAME}\n", "utf-8")
    at.page.open_list(path)
    at.settle()


def while_bringing_in(at, patch):
    at.go("import")
    path = at.app.path.with_name("list.csv")
    path.write_text(f"Vorname;Nachname\n{GIVEN};{SURNAME}\n", "utf-8")
    at.page.open_list(path)
    at.settle()
    at.click("import.next")
    patch.setattr(backing_up, "back_up", fail)
    at.click("import.next")


def while_a_draft_is_kept(at, patch):
    patch.setattr(App, "keep_draft", fail)
    keeping = Keeping(lambda: at.app.keep_draft("new-member", MARKS[0]), at.window)
    keeping._timer.timeout.emit()


def in_the_search(at, patch):
    patch.setattr("hospes.store.search.find", fail)
    at.window.search.begin()
    at.window.top.search.setText("merk")
    at.settle()


def in_painting(at, patch):
    class Broken(QWidget):
        painted = False

        def paintEvent(self, _event):
            if not Broken.painted:
                Broken.painted = True
                fail()

    widget = Broken(at.window)
    widget.resize(40, 40)
    widget.show()
    QTimer.singleShot(0, widget.repaint)
    at.settle()
    widget.hide()


def in_a_backup(at, patch):
    patch.setattr("hospes.store.backup.write", fail)
    at.desk.act("frame.backup")


PLACES = (
    in_a_slot,
    in_a_timer,
    in_an_action,
    while_the_journal_is_written,
    in_the_worker,
    in_a_query_of_a_page,
    in_the_making_of_a_page,
    in_a_paper,
    at_the_printer,
    in_the_answer_of_the_reading_child,
    while_bringing_in,
    while_a_draft_is_kept,
    in_the_search,
    in_painting,
    in_a_backup,
)


@pytest.fixture
def watched(at, monkeypatch, tmp_path):
    """A sitting whose faults end where those of the program end, with its log in a file."""
    hook = Session._fault
    monkeypatch.setattr(
        sys, "excepthook", lambda *fault: hook(SimpleNamespace(window=at.window, desk=at.desk), *fault)
    )
    file = tmp_path / "hospes.log"
    logs.start(file)
    at.log = file
    yield at
    logs.start(None)


def state(app):
    """All rows but what the print centre and the window remember by themselves."""
    found = make.snapshot(app)
    found.pop("setting", None)
    return found


def goes_on(at):
    """The window can be used as before: another page, another change, nothing half-done, no lock held."""
    at.window.search.close_panel()
    at.go("members")
    assert at.window.place == "members"
    at.desk.run(ChangeSetting("people.consent_text", "Yes"), said="Written.")
    assert "Written." in at.said()
    assert not at.desk.tasks.busy


@pytest.mark.logs
def test_a_fault_anywhere_is_told_and_survived(watched, qtbot, monkeypatch):
    at = watched
    before = state(at.app)
    for place in PLACES:
        at.window.message.close_line()
        at.window.crash._go_on()
        with monkeypatch.context() as patch:
            place(at, patch)
            qtbot.waitUntil(lambda: "Something went wrong" in at.said())
        at.desk.tasks.inline = True
        assert "Your records are safe" in at.said(), place.__name__
        assert state(at.app) == before, place.__name__
        at.click("crash.copy")
        report = QGuiApplication.clipboard().text()
        assert "Fault" in report, place.__name__
        told = report + at.said() + at.log.read_text("utf-8")
        assert not [mark for mark in (*MARKS, SURNAME) if mark in told], place.__name__
        at.click("crash.goOn")
        assert at.said() == ""
        goes_on(at)
    assert at.log.read_text("utf-8").count("fault in the window") >= len(PLACES)
    assert at.app.engine.problems() == []
