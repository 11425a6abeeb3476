# SPDX-License-Identifier: GPL-3.0-or-later
"""Today: what needs somebody, figures, a task written down."""

import pytest

from hospes.queries import hosting_needs
from hospes.queries.dashboard import today


@pytest.fixture
def at(at):
    """The first steps are hidden: what needs somebody stands in their place."""
    at.go("today")
    at.click("today.stepsHide")
    return at


def test_open_dues_are_named_with_their_sum(at):
    assert "€45.00 open" in at.words("today.needs")


def test_a_task_is_written_down_and_shown(at):
    at.click("today.addTask")
    at.find("today.taskTitle").setText("Book the town hall")
    at.find("today.taskDue").setText("30.04.2026")
    at.click("today.taskAdd")
    assert "Book the town hall" in at.words("today.needs")
    needs = at.app.read(today, at.app.today, "en").needs
    assert [need.name for need in needs if need.code == "task"] == ["Book the town hall"]


def test_a_day_that_is_none_keeps_what_was_typed(at):
    at.click("today.addTask")
    at.find("today.taskTitle").setText("Book the town hall")
    at.find("today.taskDue").setText("31.02.2026")
    at.click("today.taskAdd")
    assert at.find("today.taskTitle").text() == "Book the town hall"
    assert "Book the town hall" not in [one.name for one in at.app.read(today, at.app.today, "en").needs]


def test_the_first_cards_stand_before_conflicts_are_looked_for(at, qtbot, monkeypatch):
    seen = []
    found = hosting_needs.hosting_needs

    def asked(*args):
        seen.append((at.there("today.figure.members"), at.there("today.need.0")))
        return found(*args)

    monkeypatch.setattr(hosting_needs, "hosting_needs", asked)
    at.desk.tasks.inline = False
    at.window.forget_pages()
    at.go("today")
    assert not at.there("today.figure.members")
    qtbot.waitUntil(lambda: at.page.to_read == 0)
    assert seen == [(True, False)]
    assert "€45.00 open" in at.words("today.needs")


def test_whoever_goes_on_at_once_does_not_wait_for_today(at, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(hosting_needs, "hosting_needs", lambda *args: asked.append(args) or [])
    at.desk.tasks.inline = False
    at.window.forget_pages()
    at.go("today")
    page = at.page
    at.go("members")
    at.settle()
    assert page.to_read
    assert not asked
    at.go("today")
    qtbot.waitUntil(lambda: page.to_read == 0)
    assert len(asked) == 1
