# SPDX-License-Identifier: GPL-3.0-or-later
"""Today: what needs somebody, figures, a task written down."""

import pytest

from hospes.queries import hosting_needs
from hospes.queries.activity_year import report_words
from hospes.queries.dashboard import today
from hospes.queries.figures_years import year_figures
from hospes.ui.widgets.fields import LongText
from tests.ui.pages.hands import choose


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
    # The rows are shown in the turn after they were made, which a slow machine reaches later.
    qtbot.waitUntil(lambda: "€45.00 open" in at.words("today.needs"))


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


def test_figures_as_charts_and_tables_for_years_that_are_chosen_and_to_be_printed(at):
    at.click("today.tabs.figures")
    chart = at.find("today.figures.members.chart")
    assert chart.accessibleName() == "Members by year"
    members = at.app.read(year_figures, at.app.today).last.members
    assert f"2026: {members}" in chart.accessibleDescription()
    assert not chart.grab().toImage().isNull()
    at.click("today.figures.members.turn")
    assert not at.there("today.figures.members.chart")
    assert at.words("today.figures.members.table").count("20") >= 5
    choose(at, "today.figures.number", "3")
    assert "2023" not in at.words("today.figures.members.table")
    at.click("today.figures.members.print")
    assert at.window.page.where()["paper"] == "figures"
    assert at.window.page.where()["options"] == {"last": "2026", "years": "3", "figures": "members"}
    at.go("today", tab="figures")
    assert at.there("today.figures.members.table")

    at.find("today.report.outlook", LongText).setText("A choir comes in June.")
    at.click("today.report.print")
    assert at.window.page.where()["options"] == {"year": "2025"}
    assert at.app.read(report_words, 2025)["outlook"] == {"de": "A choir comes in June."}
    at.app.undo()
    assert at.app.read(report_words, 2025) == {}
