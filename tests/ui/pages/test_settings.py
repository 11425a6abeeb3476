# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: what is changed holds at once and is remembered."""

from hospes import settings as kept


def test_dark_colours_hold_at_once_and_are_remembered(at):
    at.go("settings", section="look")
    at.click("settings.scheme.dark")
    assert at.desk.settings.scheme == "dark"
    assert kept.load(at.desk._settings_file).scheme == "dark"


def test_another_language_speaks_everywhere(at):
    at.go("settings", section="you")
    at.desk.prefer(language="de")
    at.go("contacts")
    at.go("members")
    assert at.page.heading().title == "Mitglieder"
