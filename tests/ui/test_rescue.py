# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways out when something is wrong with the file itself: moved, damaged, or there twice.

Of the test catalogue: T2.3, T2.6 and T3.1 in the window.
"""

import os
import shutil
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from hospes.actions.association import FoundAssociation
from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.queries.settings import setting
from hospes.store import backup_places
from hospes.store.copies import Beside
from hospes.ui.main import Session
from hospes.ui.opening import WATCH_MS, Opening

FOUND = FoundAssociation(name="Partnerschaftsverein Rosenau", town="Rosenau", country="DE", language="de")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Rosenau.hospes"
    App.create(path, FOUND).close()
    return path


@pytest.fixture
def opening(make_window):
    found = Opening(make_window())
    yield found
    found.let_go()


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """What the system's dialog gives as the place of the copy."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    target = folder / "copy.hospes"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    return target


def press(opening, name):
    QApplication.processEvents()
    shown = [one for one in opening._window.findChildren(QPushButton, name) if one.isVisible()]
    assert shown, f"no {name}: {opening._window.message.text()}"
    shown[-1].click()
    QApplication.processEvents()


@pytest.mark.parametrize("trick", ["moved", "deleted", "replaced"])
def test_a_file_taken_away_under_us_is_noticed_and_saved_elsewhere(opening, file, elsewhere, trick):
    opening.open(file)
    opening._desk.run(ChangeSetting("print.note", "kept"))
    if trick == "moved":
        file.rename(file.with_name("gone.hospes"))
    elif trick == "deleted":
        file.unlink()
    else:
        other = shutil.copy(file, file.with_name("other.hospes"))
        os.replace(other, file)
    assert WATCH_MS <= 5000
    opening._watch.timeout.emit()
    assert "moved, deleted or replaced" in opening._window.message.text()
    opening._desk.run(ChangeSetting("print.note", "too late"))
    assert "Nothing was saved" in opening._window.message.text()
    press(opening, "file.saveCopy")
    assert "copy.hospes" in opening._window.message.text()
    press(opening, "rescue.open")
    assert opening._desk.file.path == elsewhere
    assert opening._desk.read(setting, "print.note") == "kept"
    assert opening._desk.file.engine.problems() == []
    assert elsewhere.stat().st_mode & 0o777 == 0o600


def test_a_file_cut_short_is_noticed_and_no_half_copy_is_made(opening, file, elsewhere, monkeypatch):
    sitting = SimpleNamespace(window=opening._window, desk=opening._desk)
    monkeypatch.setattr(sys, "excepthook", lambda *fault: Session._fault(sitting, *fault))
    opening.open(file)
    os.truncate(file, 8192)
    opening._watch.timeout.emit()
    said = opening._window.message.text()
    assert "by another program" in said or "damaged" in said
    opening._window.menus.do("file.copy")
    QApplication.processEvents()
    assert "damaged" in opening._window.message.text()
    assert os.listdir(elsewhere.parent) == []


def test_a_damaged_file_leads_back_to_its_newest_backup(opening, file):
    now, day = backup_places.moment()
    backup_places.make(file, (), now=now, day=day)
    file.write_bytes(file.read_bytes()[:20_000])
    assert not opening.open(file)
    assert "The end of" in opening._window.message.text()
    press(opening, "rescue.back")
    assert opening._desk.file.path == file
    assert "kept beside it" in opening._window.message.text()
    assert [path for path in file.parent.iterdir() if "damaged" in path.name]


def test_what_can_be_read_of_a_damaged_file_is_opened(opening, file, elsewhere):
    content = bytearray(file.read_bytes())
    content[:100] = bytes(100)
    file.write_bytes(content)
    assert not opening.open(file)
    press(opening, "rescue.salvage")
    assert opening._desk.file.path == elsewhere
    assert "read" in opening._window.message.text()
    assert file.read_bytes() == bytes(content)


def test_a_second_file_of_the_association_is_named_and_shown(opening, file):
    twin = shutil.copy(file, file.with_name("Rosenau (conflicted copy).hospes"))
    other = App.open(twin)
    other.run(ChangeSetting("print.note", "theirs"))
    other.close()
    before = twin.read_bytes()
    opening.open(file)
    QApplication.processEvents()
    said = opening._window.message.text()
    assert "Rosenau (conflicted copy).hospes" in said
    assert said.count("last changed") == 2
    assert "0 people" in said
    press(opening, "beside.look")
    assert opening._desk.file.read_only
    assert opening._desk.read(setting, "print.note") == "theirs"
    opening.inside.end()
    assert opening._desk.file.path == file
    assert twin.read_bytes() == before
    untouched = Beside(file, None, 1)
    opening._rescue._tell_beside([Beside(twin, None, 2)], untouched)
    said = opening._window.message.text()
    assert "Nothing has been changed in it since it was made; it holds 2 people." in said
    assert "Nothing has been changed in this one since it was made; it holds 1 person." in said


def test_a_copy_can_be_saved_at_any_time(opening, file, elsewhere):
    opening.open(file)
    opening._window.menus.do("file.copy")
    assert elsewhere.exists()
    assert opening._desk.file.path == file
