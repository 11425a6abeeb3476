# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Hosting: points and musts, for all visits or for one, undone like anything else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hospes.domain.matching.values import Criterion
from hospes.queries.hosting import hosting_rules


def rules(at, visit=None):
    return at.app.read(hosting_rules, visit)


def write(at, name, text):
    field = at.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    at.settle()


def test_points_count_for_every_visit_and_can_be_taken_back(at):
    at.go("settings", section="hosting")
    assert at.find("settings.hosting.language", QLineEdit).text() == "40"
    write(at, "settings.hosting.language", "60")
    assert rules(at).weights[Criterion.LANGUAGE] == 60
    write(at, "settings.hosting.distance", "-5")
    assert rules(at).weights[Criterion.DISTANCE] == -5
    at.click("settings.hosting.standard")
    assert rules(at).weights[Criterion.LANGUAGE] == 40
    at.app.undo()
    at.settle()
    assert at.find("settings.hosting.language", QLineEdit).text() == "60"


def test_what_is_no_number_is_kept_but_does_not_count(at):
    at.go("settings", section="hosting")
    write(at, "settings.hosting.car", "many")
    assert rules(at).weights[Criterion.CAR] == 15
    assert "Points go from −1000 to 1000." in at.words()


def test_one_visit_may_have_its_own(at):
    at.go("settings", section="hosting")
    choice = at.find("settings.hosting.visit")
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    at.settle()
    at.click("settings.hosting.checked_hosts_for_minors")
    visit = at.world.visit
    assert rules(at, visit).checked_hosts_for_minors
    assert not rules(at).checked_hosts_for_minors
    at.click("settings.hosting.standard")
    assert not rules(at, visit).checked_hosts_for_minors


def test_the_time_to_search_belongs_to_this_computer(at):
    at.go("settings", section="hosting")
    before = at.app.undo_step()
    choice = at.find("settings.searchSeconds")
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    at.settle()
    assert at.desk.settings.search_seconds == 300
    assert at.app.undo_step() == before
