# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects in the window: begun in the list, told on a page of their own, reached from twinning and visit."""

import pytest
from PySide6.QtGui import QAction

from hospes.actions.events import AddEvent
from hospes.actions.projects import AddProject, SetProjectParts
from hospes.domain.projects import PartnerRole, ProjectStatus
from hospes.domain.values import Money, RoughDate
from hospes.queries.projects import project_page, project_rows
from tests.ui.pages.hands import choose, write


def test_a_project_from_the_first_word_to_its_partners_money_and_tasks(at):
    at.go("twinnings")
    at.page.findChild(QAction, "twinnings.projects").trigger()
    at.settle()
    at.click("projects.empty.new")
    at.click("projects.keep")
    assert "The project needs a title." in at.words("projects.form")
    write(at, "projects.title", "Warm schools")
    write(at, "projects.first", "9/2025")
    write(at, "projects.last", "2024")
    at.click("projects.keep")
    assert "The end is before the beginning." in at.words("projects.form")
    write(at, "projects.last", "June 2026")
    at.click("projects.keep")
    at.settle()
    (row,) = at.app.read(project_rows, "en")
    assert (row.first, row.last) == (RoughDate(2025, 9), RoughDate(2026, 6))
    assert at.page.heading().title == "Warm schools"
    assert at.page.heading().sub == "In preparation · September 2025 to June 2026"

    def page():
        return at.app.read(project_page, row.id, "en")

    choose(at, "project.fact.status", "running")
    assert page().row.status is ProjectStatus.RUNNING

    more = at.find("project.partner.add")
    code, name = next(pair for pair in more._options if pair[0].startswith("t"))
    more.picked.emit(code)
    at.settle()
    (partner,) = page().row.partners
    assert (partner.name, partner.role) == (name, PartnerRole.PARTNER)
    choose(at, f"project.partner.role.{partner.id.hex}", "lead")
    assert page().row.partners[0].role is PartnerRole.LEAD

    at.click("project.funder.add")
    assert "Say who gives the money." in at.words("project.funders")
    at.find("project.funder.who").setText("The county")
    write(at, "project.funder.amount", "1 200")
    at.click("project.funder.add")
    (funder,) = page().row.funders
    assert (funder.name, funder.amount) == ("The county", Money(1_200_00, "EUR"))
    write(at, f"project.funder.granted.{funder.id.hex}", "0")
    assert page().row.funders[0].amount == Money(0, "EUR"), "what was asked for counts no longer"

    at.click("project.task.keep")
    assert "The task needs a few words." in at.words("project.tasks")
    write(at, "project.task.words", "Order the pumps")
    at.find("project.task.who").setText("Nobody known")
    at.click("project.task.keep")
    assert "choose a person from the list" in at.words("project.tasks")
    who = at.page.tasks.person
    who.setFocus()
    who.set_options([(at.world.barbara.hex, "Barbara Nowak")])
    who.setText("Barbara Nowak")
    at.click("project.task.keep")
    (task,) = page().tasks
    assert (task.title, task.assignee_id) == ("Order the pumps", at.world.barbara)
    at.click(f"project.task.change.{task.id.hex}")
    write(at, "project.task.words", "Order three pumps")
    at.click("project.task.keep")
    (task,) = page().tasks
    assert (task.title, task.assignee_id) == ("Order three pumps", at.world.barbara)


@pytest.mark.long
def test_its_visits_and_events_lead_back_to_it(at):
    made = at.app.run(AddProject({"en": "Warm schools"})).result
    at.go("project", id=made.hex)
    choose(at, "project.visit.add", at.world.visit.hex)
    assert [one.ref for one in at.app.read(project_page, made, "en").parts] == [at.world.visit]
    at.go("visit", id=at.world.visit.hex, tab="overview")
    at.click(f"visit.project.{made.hex}")
    assert at.page.heading().title == "Warm schools"

    evening = at.app.run(AddEvent("Evening on pumps", at.app.today)).result
    at.app.run(SetProjectParts(made, (at.world.visit,), (evening,)))
    at.go("event", id=evening.hex)
    at.click(f"event.project.{made.hex}")
    assert at.page.heading().title == "Warm schools"
    assert "Evening on pumps" in at.words("project.parts")
