# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening, making and closing a file from the window.

Of the test catalogue: T2.4 in the window.
"""

import platform

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hospes import settings as preferences
from hospes.actions.association import FoundAssociation
from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.domain.errors import Message, UserError
from hospes.queries.history import editor_names
from hospes.store.engine import FileEngine
from hospes.ui.opening import Opening

FOUND = FoundAssociation(name="Partnerschaftsverein Rosenau", town="Rosenau", country="DE", language="de")


@pytest.fixture
def opening(make_window):
    window = make_window()
    found = Opening(window)
    yield found
    found.let_go()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Rosenau.hospes"
    App.create(path, FOUND).close()
    return path


def test_opening_shows_the_first_place_and_remembers_the_file(opening, file):
    window, desk = opening._window, opening._desk
    assert opening.open(file)
    assert window.place == "people"
    assert window.windowTitle() == "Rosenau – Hospes"
    assert preferences.load(desk._settings_file).recent_files == (str(file),)
    assert desk.file.who.device == desk.settings.device != ""


def test_making_a_file_opens_it_and_goes_nowhere(opening, tmp_path):
    assert opening.create(tmp_path / "New.hospes", FOUND)
    assert opening._desk.file.path.name == "New.hospes"
    assert opening._window.place == ""


def test_a_file_that_cannot_be_made_leaves_the_open_one(opening, file):
    opening.open(file)
    with pytest.raises(UserError):
        opening.create(file, FOUND)
    assert opening._desk.file.path == file


def test_what_cannot_be_opened_is_explained_and_the_open_one_stays(opening, file, tmp_path):
    opening.open(file)
    wrong = tmp_path / "letter.hospes"
    wrong.write_text("Dear members")
    assert not opening.open(wrong)
    assert "letter.hospes" in opening._window.message.text()
    assert opening._desk.file.path == file


def test_a_vanished_file_is_forgotten(opening, tmp_path):
    gone = tmp_path / "gone.hospes"
    opening._desk.prefer(recent_files=(str(gone),))
    assert not opening.open(gone)
    assert opening._desk.settings.recent_files == ()
    assert opening._window.place == "start"


def test_a_file_somebody_has_open_can_be_looked_at(opening, file):
    window = opening._window
    other = App.open(file)
    try:
        assert not opening.open(file)
        window.findChild(QPushButton, "open.look").click()
        QApplication.processEvents()
        assert opening._desk.file.read_only
        assert window.findChild(QWidget, "ribbon") is not None
        assert window.findChild(QPushButton, "ribbon.elsewhere") is None, "it is only in use"
        opening._desk.file.file.why_read_only = Message("You can only look at this file.")
        opening.tell_state()
        assert window.findChild(QPushButton, "ribbon.elsewhere") is not None, "the way on for good"
    finally:
        opening.let_go()
        other.close()


def test_changes_reach_the_pages(opening, file, qtbot):
    opening.open(file)
    page = opening._window.page
    before = page.reloads
    with qtbot.waitSignal(opening._desk.bus.changed):
        opening._desk.run(ChangeSetting("people.consent_text", "Yes"))
    assert page.reloads == before  # the page watches other tables


def test_the_first_change_writes_down_who_works_here(opening, file, qtbot):
    opening.open(file)
    desk = opening._desk
    desk.prefer(user_name="Hannelore Fischer")
    assert desk.read(editor_names) == {}
    desk.run(ChangeSetting("people.consent_text", "Yes"))
    qtbot.waitUntil(lambda: desk.read(editor_names) == {desk.settings.editor: "Hannelore Fischer"})
    assert desk.file.undo_step().code == "setting-change"


def test_undo_and_redo_name_the_step(opening, file):
    window, desk = opening._window, opening._desk
    opening.open(file)
    undo = window.findChild(QPushButton, "top.undo")
    assert not undo.isEnabled()
    desk.run(ChangeSetting("people.consent_text", "Yes"), said="Written.")
    QApplication.processEvents()
    assert undo.isEnabled()
    assert undo.toolTip().startswith("Undo")
    window.findChild(QPushButton, "message.undo").click()
    QApplication.processEvents()
    assert not undo.isEnabled()
    assert window.findChild(QPushButton, "top.redo").isEnabled()
    window.acts.redo()
    QApplication.processEvents()
    assert undo.isEnabled()


def test_closing_leads_to_the_start(opening, file):
    opening.open(file)
    opening.close()
    assert opening._desk.app is None
    assert opening._window.place == "start"
    App.open(file).close()  # the lock was given back


def test_a_trace_of_another_computer_can_be_called_over(opening, file):
    other = App.open(file)
    lock = next(p for p in file.parent.iterdir() if p != file)
    held = lock.read_text("utf-8")
    other.close()
    lock.write_text(held.replace(platform.node(), "kitchen-laptop"), "utf-8")
    window = opening._window
    assert not opening.open(file)
    assert window.place == "start"
    window.findChild(QPushButton, "open.takeOver").click()
    assert opening._desk.file.path == file
    assert not opening._desk.file.read_only


@pytest.mark.logs
def test_a_file_with_broken_references_is_only_shown(opening, file, monkeypatch):
    monkeypatch.setattr(FileEngine, "problems", lambda self: ["broken page"])
    opening.open(file)
    assert opening._desk.file.read_only
    QApplication.processEvents()
    shown = [ribbon for ribbon in opening._window.findChildren(QWidget, "ribbon") if ribbon.isVisible()]
    assert [ribbon.accessibleName()[:20] for ribbon in shown] == ["This file is damaged"]


def test_a_file_taken_away_is_noticed(opening, file):
    opening.open(file)
    file.rename(file.with_name("elsewhere.hospes"))
    opening._still_there()
    assert opening._window.message.isVisible()


def test_nothing_is_written_before_the_file_was_looked_through(opening, file, qtbot):
    opening.open(file)
    desk = opening._desk
    desk.may_write = False
    done = []
    assert desk.run(ChangeSetting("people.consent_text", "Yes"), done=done.append) is None
    assert done == []
    desk.may_write = True
    qtbot.waitUntil(lambda: bool(done))


def test_search_finds_what_stands_in_the_file(opening, file, monkeypatch):
    from hospes.ui import search as searching
    from hospes.ui.pages import Place

    places = (Place("contacts", "Contacts", "contact", "", "none:None"),)
    monkeypatch.setattr(searching, "PAGES", places)
    opening.open(file)
    groups = searching.records(opening._desk, "rosenau")
    found = [one for group in groups for one in group.found]
    assert [one.title for one in found] == ["Partnerschaftsverein Rosenau"]
    assert found[0].place == "contacts"
    assert len(found[0].where["id"]) == 32
