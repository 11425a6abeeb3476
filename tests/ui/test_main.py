# SPDX-License-Identifier: GPL-3.0-or-later
"""One sitting: language of the window, what opens by itself, and what happens to a fault."""

import logging
import sys

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from hospes import settings
from hospes.actions.association import FoundAssociation
from hospes.app import App
from hospes.settings import Settings
from hospes.ui.main import Session, window_language
from tests.ui.conftest import PLACES


@pytest.fixture
def session(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    found = Session(qapp, settings_file=tmp_path / "settings.toml")
    found.hold()
    found.furnish(PLACES, inline=True)
    qtbot.addWidget(found.window)
    yield found
    found.opening.let_go()
    found.deleteLater()


def test_the_variable_goes_before_the_setting_and_the_setting_before_the_computer(monkeypatch):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("pl_PL"))
    assert window_language(Settings()) == "pl-PL"
    assert window_language(Settings(language="fr")) == "fr"
    monkeypatch.setenv("HOSPES_LANGUAGE", "de_AT.UTF-8")
    assert window_language(Settings(language="fr")) == "de-AT"


def test_an_unknown_language_reads_english(monkeypatch):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("fi_FI"))
    assert window_language(Settings()) == "en"


def test_without_a_file_the_start_page_opens(session):
    session.begin()
    assert session.window.place == "start"


def test_the_last_file_opens_by_itself(session, tmp_path):
    file = tmp_path / "Rosenau.hospes"
    App.create(file, FoundAssociation(name="Verein", town="Rosenau", country="DE")).close()
    session.desk.prefer(recent_files=(str(file),))
    session.begin()
    assert session.desk.file.path == file
    assert session.window.place == "people"


@pytest.mark.logs
def test_a_fault_is_logged_and_shown_and_one_goes_on(session, qtbot, tmp_path):
    session.window.show()
    sys.excepthook(ValueError, ValueError("Anne Leroy"), None)
    assert "Your records are safe" in session.window.message.text()
    assert "Anne" not in session.window.message.text() + session.window.crash.details
    logging.shutdown()
    session.window.go("people", {})
    assert session.window.place == "people"


def test_the_whole_way_from_nothing_to_the_first_page(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    file = tmp_path / "settings.toml"
    settings.save(Settings(language="de"), file)
    found = Session(qapp, settings_file=file)
    qtbot.addWidget(found.window)
    found.window.show()
    qtbot.waitUntil(lambda: found.window.furnished and found.window.place != "")
    QApplication.processEvents()
    assert found.desk.locale.code == "de"
    assert found.window.place == "start"
    found.window.close()
    found.deleteLater()
