# SPDX-License-Identifier: GPL-3.0-or-later
"""A password from the window: given, asked for, wrong, changed, locked, taken away.

Of the test catalogue: T7.7 in the window.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hospes.store import driver, keyring
from hospes.ui.pages.saving import save_bytes

WORDS = "Reblaus Pendeluhr 7"
OTHER = "quite other words 7"


@pytest.fixture(autouse=True)
def empty_keyring(monkeypatch):
    monkeypatch.setattr(keyring, "_ROUNDS", 1_000)  # how hard it is to guess is tested elsewhere
    keyring.forget()
    yield
    keyring.forget()


def write(at, name, words):
    field = at.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    return field


def protect(at, words=WORDS):
    at.go("settings", section="password")
    write(at, "settings.passwordNew", words)
    write(at, "settings.passwordAgain", words)
    at.click("settings.passwordSet")
    at.settle()


def opens_with(at, words):
    field = write(at, "password.typed", words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    at.settle()
    return at.desk.app is not None


def test_a_password_is_given_asked_for_and_taken_away(at):
    path = at.app.path
    at.go("settings", section="password")
    assert "Nobody can, not even we." in at.words()
    write(at, "settings.passwordNew", "kurz")
    at.click("settings.passwordSet")
    assert "at least 8 characters" in at.words()
    write(at, "settings.passwordNew", WORDS)
    write(at, "settings.passwordAgain", "something else")
    at.click("settings.passwordSet")
    assert "The two passwords are not the same." in at.words()
    assert not driver.is_protected(path)

    protect(at)
    assert driver.is_protected(path)
    assert at.said() == "The file is protected by the password now."
    assert at.find("settings.passwordState").text() == "This file is protected by a password."

    at.go("export")
    assert "What you take out has none" in at.find("takeOut.plain").text()
    assert save_bytes(at.desk, path.with_name("list.csv"), b"name")
    assert at.said() == "Saved as list.csv. Unlike your own file it has no password."

    at.go("members")
    at.desk.act("frame.lock")
    at.settle()
    assert at.window.place == "password"
    assert at.desk.app is None
    assert not at.window.rail.isVisible()
    assert "Meier" not in at.words()
    assert not opens_with(at, "wrong words")
    assert "This is not the password of" in at.words()
    assert at.find("password.typed").hasFocus()  # to be typed once more
    assert opens_with(at, WORDS)
    assert at.window.place == "members"

    at.go("settings", section="password")
    write(at, "settings.passwordPresent", "wrong words")
    at.click("settings.passwordRemove")
    assert driver.is_protected(path)
    for typed, words in (("Present", WORDS), ("New", OTHER), ("Again", OTHER)):
        write(at, f"settings.password{typed}", words)
    at.click("settings.passwordSet")
    assert at.said() == "The file has another password now."
    write(at, "settings.passwordPresent", OTHER)
    at.click("settings.passwordRemove")
    assert not driver.is_protected(path)
    assert at.said() == "The file has no password any more."
    at.go("export")
    assert not at.there("takeOut.plain")


def test_it_locks_itself_when_nobody_is_there_and_asks_when_opened_the_next_time(at):
    protect(at)
    path = at.app.path
    at.desk.prefer(lock_minutes=5)
    at.desk.bus.fileChanged.emit()
    clock = at.opening.locking.clock
    assert clock.isActive()
    assert clock.interval() == 5 * 60_000
    at.go("contacts")
    clock.timeout.emit()
    at.settle()
    assert at.window.place == "password"
    assert not clock.isActive()
    assert opens_with(at, WORDS)
    assert at.window.place == "contacts"
    at.opening.close()
    keyring.forget()
    assert not at.opening.open(path)
    assert at.window.place == "password"
    assert opens_with(at, WORDS)
