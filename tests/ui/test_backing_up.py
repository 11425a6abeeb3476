# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups from the window: the foot of the rail, Ctrl+B, closing, a slow stick (T2.9)."""

import os
import threading
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from hospes.actions.association import FoundAssociation
from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.store import backup, backup_places, driver
from hospes.ui.opening import Opening

FOUND = FoundAssociation(name="Partnerschaftsverein Rosenau", town="Rosenau", country="DE", language="de")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Rosenau.hospes"
    App.create(path, FOUND).close()
    return path


@pytest.fixture
def sit(make_window, file):
    openings = []

    def sitting(**preferences):
        opening = Opening(make_window(**preferences))
        openings.append(opening)
        assert opening.open(file)
        QApplication.processEvents()
        return opening

    yield sitting
    for opening in openings:
        opening.let_go()


def foot(opening):
    return opening._window.rail.findChild(object, "rail.backup")


def backups(file):
    return backup_places.of_document(backup.file_id(file), ())


def make_old(file, days):
    now, day = backup_places.moment()
    then = timedelta(days=days)
    backup_places.make(file, (), now=now - then, day=day - then)


def test_the_foot_of_the_rail_backs_up_and_says_so(sit, file):
    opening = sit()
    assert foot(opening).text() == "No backup yet"
    assert foot(opening).isVisible()
    foot(opening).click()
    QApplication.processEvents()
    assert foot(opening).text() == "Backed up today"
    assert "Backed up and checked" in opening._window.message.text()
    assert len(backups(file)) == 1


def test_a_command_backs_up(sit, file):
    opening = sit()
    opening._window.menus.do("file.backup")
    assert len(backups(file)) == 1


def test_the_foot_counts_the_days(sit, file):
    make_old(file, 9)
    assert foot(sit()).text() == "Last backup 9 days ago"


def test_yesterday_is_one_day(sit, file):
    make_old(file, 1)
    assert foot(sit()).text() == "Last backup 1 day ago"


def test_in_a_small_rail_the_foot_wraps_and_goes_only_where_the_places_need_the_room(sit):
    opening = sit(width=910)
    rail, line = opening._window.rail, foot(opening)
    assert line.isVisible()
    assert rail.width() == opening._desk.theme.u(146), "the pages keep their room"
    needed = line.sizeHint().height()
    line.say("The last backup did not work", old=True)
    assert line.sizeHint().height() > needed, "on two lines"
    rail.setFixedHeight(sum(one.height() for one in rail.buttons.values()))
    QApplication.processEvents()
    assert not line.isVisible()


def test_closing_backs_up_whenever_something_was_changed(sit, file):
    opening = sit(backup_at_closing=True)
    opening._desk.run(ChangeSetting("print.note", "x"))
    opening.let_go()
    assert len(backups(file)) == 1
    assert opening.open(file)
    opening._desk.run(ChangeSetting("print.note", "y"))
    opening.let_go()
    assert len(backups(file)) == 2
    assert opening.open(file)
    opening.let_go()
    assert len(backups(file)) == 2


def closing(opening, qtbot, monkeypatch):
    """A window whose worker is a real one, with something changed, that is asked to close."""
    opening._desk.run(ChangeSetting("print.note", "x"))
    opening._desk.tasks.inline = False
    began, go_on = threading.Event(), threading.Event()
    make = App.back_up

    def slowly(app, places=None, tell=None):
        began.set()
        go_on.wait(20)
        return make(app, places, tell)

    monkeypatch.setattr(App, "back_up", slowly)
    window = opening._window
    window.close()
    assert window.isVisible(), "the window waits for the backup, and can be used meanwhile"
    qtbot.waitUntil(began.is_set)
    assert "Backing up before closing" in window.progress.accessibleName()
    return window, go_on


def test_the_window_stays_alive_while_closing_backs_up_and_goes_by_itself(sit, file, qtbot, monkeypatch):
    opening = sit(backup_at_closing=True)
    window, go_on = closing(opening, qtbot, monkeypatch)
    go_on.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(backups(file)) == 1


def test_stop_closes_without_a_backup(sit, file, qtbot, monkeypatch):
    opening = sit(backup_at_closing=True)
    window, go_on = closing(opening, qtbot, monkeypatch)
    window.findChild(QPushButton, "progress.stop").click()
    go_on.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert backups(file) == []
    assert [name for name in os.listdir(backup_places.usual()) if ".part" in name] == []


def test_a_backup_at_closing_that_fails_is_said_and_stays_said(sit, file, monkeypatch):
    opening = sit(backup_at_closing=True)
    opening._desk.run(ChangeSetting("print.note", "x"))

    def full(*_args, **_more):
        raise driver.full()

    make = backup_places.make
    monkeypatch.setattr(backup_places, "make", full)
    window = opening._window
    window.close()
    assert window.isVisible()
    assert window.message.text().startswith("There is no backup: There is no room left")
    QApplication.processEvents()
    assert foot(opening).text() == "The last backup did not work"
    window.findChild(QPushButton, "backup.without").click()
    QApplication.processEvents()
    assert not window.isVisible()
    monkeypatch.setattr(backup_places, "make", make)
    assert opening.open(file)
    QApplication.processEvents()
    assert foot(opening).text() == "The last backup did not work"
    opening._window.menus.do("file.backup")
    QApplication.processEvents()
    assert foot(opening).text() == "Backed up today"


def test_a_stick_that_is_plugged_in_is_offered(sit, file, tmp_path):
    stick = tmp_path / "JUMELAGE"
    opening = sit(known_places=(str(stick),))
    opening._backing_up.look_for_sticks()
    stick.mkdir()
    opening._backing_up.look_for_sticks()
    assert "JUMELAGE" in opening._window.message.text()
    opening._window.findChild(QPushButton, "backup.onto").click()
    assert [one.suffix for one in stick.iterdir() if not one.name.startswith(".")] == [backup.SUFFIX]
    assert len(list(backup_places.usual().glob("*.hospes-backup"))) == 1
    opening._window.message.close_line()
    opening._backing_up.look_for_sticks()
    assert opening._window.message.text() == "", "offered once"


class Slow:
    """A file on a stick that takes its time over every piece."""

    def __init__(self, file, wrote, go_on):
        self._file, self._wrote, self._go_on = file, wrote, go_on

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self._file.close()

    def write(self, chunk):
        self._file.write(chunk)
        self._wrote.set()
        assert self._go_on.wait(20)


@pytest.mark.parametrize("stopped", [True, False])
def test_a_slow_stick_leaves_the_window_free_and_can_be_stopped(
    sit, file, tmp_path, qtbot, monkeypatch, stopped
):
    stick = tmp_path / "JUMELAGE"
    stick.mkdir()
    opening = sit(backup_places=("", str(stick)))
    opening._desk.tasks.inline = False
    wrote, go_on, usual = threading.Event(), threading.Event(), type(stick).open

    def slowly(path, mode="r", *more, **rest):
        opened = usual(path, mode, *more, **rest)
        return Slow(opened, wrote, go_on) if path.parent == stick and mode == "wb" else opened

    with monkeypatch.context() as scope:
        scope.setattr(type(stick), "open", slowly)
        opening._window.menus.do("file.backup")
        qtbot.waitUntil(wrote.is_set)
        assert opening._desk.run(ChangeSetting("print.note", "x")) is not None, "the window works meanwhile"
        assert opening._window.progress.isVisible()
        if stopped:
            opening._window.findChild(QPushButton, "progress.stop").click()
        go_on.set()
        qtbot.waitUntil(lambda: not opening._desk.tasks.busy)
        qtbot.waitUntil(lambda: stopped or "Backed up and checked" in opening._window.message.text())
    there = [name for name in os.listdir(stick) if not name.endswith(".lock")]
    assert len(there) == (0 if stopped else 1), "whole, or not there"
    assert [backup.check(stick / name).sequence for name in there] == ([] if stopped else [1])
    assert len(backups(file)) == 1, "the one in the first place stays"


def test_the_foot_leads_to_a_stick(sit, tmp_path, monkeypatch):
    stick = tmp_path / "JUMELAGE"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    opening = sit()
    foot(opening).click()
    opening._window.findChild(QPushButton, "backup.stick").click()
    assert opening._desk.settings.known_places == (str(stick),)
    assert len(list(stick.glob("*.hospes-backup"))) == 1
    opening._backing_up.look_for_sticks()
    assert opening._window.message.text() == "Backed up and checked.", "its being there is no news"


def test_closing_without_a_change_backs_up_nothing_more(sit, file):
    opening = sit(backup_at_closing=True)
    opening.let_go()
    (one,) = backups(file)
    later = one.path.with_name("Rosenau 2020-01-01.hospes-backup")
    one.path.unlink()
    now, day = backup_places.moment()
    backup.write(file, later, now=now, day=day - timedelta(days=3), sequence=5)
    assert opening.open(file)
    opening.let_go()
    assert len(backups(file)) == 1


def test_closing_backs_up_nothing_if_it_shall_not(sit, file):
    opening = sit(backup_at_closing=False)
    opening._desk.run(ChangeSetting("print.note", "x"))
    opening.let_go()
    assert backups(file) == []


def test_a_stick_that_is_missing_is_told(sit, file, tmp_path):
    opening = sit(backup_places=(str(tmp_path / "JUMELAGE"),))
    opening._window.menus.do("file.backup")
    assert "JUMELAGE" in opening._window.message.text()
    assert len(backups(file)) == 1
