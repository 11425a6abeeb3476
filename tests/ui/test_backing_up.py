# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups from the window: the foot of the rail, Ctrl+B, closing."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from hospes.actions.association import FoundAssociation
from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.store import backup, backup_places
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


def test_where_the_rail_is_small_the_foot_goes(sit):
    opening = sit(width=910)
    assert not foot(opening).isVisible()


def test_closing_backs_up_once_a_day_and_only_after_a_change(sit, file):
    opening = sit(backup_at_closing=True)
    opening._desk.run(ChangeSetting("print.note", "x"))
    opening.let_go()
    assert len(backups(file)) == 1
    assert opening.open(file)
    opening._desk.run(ChangeSetting("print.note", "y"))
    opening.let_go()
    assert len(backups(file)) == 1


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
