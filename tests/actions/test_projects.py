# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects: what is refused, what stands in lists and years, what remains when parts of one go."""

from uuid import uuid4

import pytest
from sqlalchemy import select

from hospes.actions.bin import EmptyBin, PutInBin
from hospes.actions.projects import (
    AddProject,
    EditProject,
    KeepProjectFunder,
    KeepProjectPartner,
    SetProjectParts,
    SetProjectTexts,
    SetProjectThemes,
)
from hospes.actions.tasks import AddTask, EditTask, TickTask
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.projects import PartnerRole, ProjectStatus
from hospes.domain.values import Money, RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.bin import bin_rows
from hospes.queries.projects import (
    ProjectRow,
    project_page,
    project_rows,
    projects_of_bond,
    projects_of_part,
    projects_of_year,
)
from hospes.queries.search import search
from hospes.store.tables.events import Task
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from tests.actions.samples_projects import project

EN = Locale.of("en")


def test_what_cannot_be_is_refused_at_its_field(app):
    with pytest.raises(FieldProblem) as told:
        app.run(AddProject({"en": " "}))
    assert told.value.field == "title"
    made = project(app)
    for act, field in (
        (EditProject(made, {"last": RoughDate(2024)}), "last"),
        (SetProjectTexts(made, "en", {"title": ""}), "title"),
        (KeepProjectFunder(made, name=" "), "funder"),
        (KeepProjectFunder(made, name="The county", amount=Money(-1, "EUR")), "amount"),
    ):
        with pytest.raises(FieldProblem) as told:
            app.run(act)
        assert told.value.field == field
    with pytest.raises(UserError):
        app.run(KeepProjectPartner(made))
    assert app.read(project_page, made, "en").row.last is None
    # Within one year, or in the month it began, an end is no contradiction.
    app.run(EditProject(made, {"last": RoughDate(2025)}))
    app.run(SetProjectTexts(made, "de", {"title": "Warme  Schulen"}))
    app.run(SetProjectTexts(made, "en", {"title": ""}))
    assert app.read(project_rows, "en")[0].title("en") == "Warme Schulen"


def test_any_number_of_partners_and_funders_without_home_or_away(app, world):
    made = project(app)
    bond, town = app.read(
        lambda c: c.execute(
            select(Partnership.id, PartnershipParty.territory_id)
            .join(PartnershipParty, PartnershipParty.partnership_id == Partnership.id)
            .where(PartnershipParty.is_ours.is_(False))
        ).first()
    )
    assert app.read(projects_of_bond, bond, "en") == ()
    app.run(KeepProjectPartner(made, territory_id=town))
    app.run(KeepProjectPartner(made, partnership_id=bond, role=PartnerRole.ADVICE))
    app.run(KeepProjectPartner(made, territory_id=town, role=PartnerRole.LEAD))
    row = app.read(project_page, made, "en").row
    assert [(one.kind, one.role) for one in row.partners] == [
        ("territory", PartnerRole.LEAD),
        ("partnership", PartnerRole.ADVICE),
    ]
    assert [title for _, title in app.read(projects_of_bond, bond, "en")] == ["Warm schools"]

    county = app.run(KeepProjectFunder(made, name="The county", amount=Money(1_000_00, "EUR"))).result
    app.run(KeepProjectFunder(made, name="The state", amount=Money(500_00, "EUR")))
    app.run(KeepProjectFunder(made, name="The friends in Krakow", amount=Money(800_00, "PLN")))
    app.run(KeepProjectFunder(made, name="The county", amount=None, id=county))
    sums = app.read(project_page, made, "en").row.sums
    assert sums == (Money(500_00, "EUR"), Money(800_00, "PLN"))


def test_tasks_visits_and_themes_belong_to_it_until_they_or_it_go(app, world):
    made = project(app)
    task = app.run(AddTask("Order the pumps", assignee_id=world.barbara, project_id=made)).result
    app.run(AddTask("Tell the press", project_id=made))
    app.run(TickTask(task))
    app.run(SetProjectParts(made, (world.visit,)))
    app.run(SetProjectThemes(made, (), new="Heating"))
    page = app.read(project_page, made, "en")
    assert [(one.title, one.done_on) for one in page.tasks] == [
        ("Order the pumps", app.today),
        ("Tell the press", None),
    ]
    assert page.tasks[0].assignee.given == "Barbara"
    assert page.row.open_tasks == 1
    assert [one.name("en") for one in page.themes] == ["Heating"]
    assert app.read(projects_of_part, "en", visit=world.visit) == ((made, "Warm schools"),)
    assert [(hit.kind, hit.detail) for hit in app.read(search, "warm schools", EN, app.today)] == [
        ("project", "2025")
    ]

    app.run(EditTask(task, {"project_id": None}))
    assert len(app.read(project_page, made, "en").tasks) == 1
    app.run(PutInBin("visit", (world.visit,)))
    assert app.read(project_page, made, "en").parts == ()
    app.undo()
    assert len(app.read(project_page, made, "en").parts) == 1

    app.run(PutInBin("project", (made,)))
    assert app.read(project_rows, "en") == ()
    assert app.read(projects_of_part, "en", visit=world.visit) == ()
    assert app.read(search, "warm schools", EN, app.today) == []
    assert [one.name for one in app.read(bin_rows, "en")] == ["Warm schools"]
    app.run(EmptyBin(("project",)))
    kept = app.read(
        lambda c: c.execute(select(Task.title, Task.project_id).where(Task.title == "Tell the press")).all()
    )
    assert [tuple(one) for one in kept] == [("Tell the press", None)]
    app.undo()
    assert app.read(project_page, made, "en").row.binned_at == app.today


@pytest.mark.parametrize(
    ("status", "first", "last", "years"),
    [
        (ProjectStatus.ENDED, RoughDate(2023, 1), RoughDate(2024, 6), {2023, 2024}),
        (ProjectStatus.RUNNING, RoughDate(2024, 11), None, {2024, 2025, 2026}),
        (ProjectStatus.ENDED, RoughDate(2024, 11), None, {2024}),
        (ProjectStatus.PLANNED, None, None, set()),
    ],
)
def test_a_project_is_told_in_the_years_it_went_on(status, first, last, years):
    row = ProjectRow(uuid4(), 1, status, first, last, None, {}, (), (), 0)
    assert {year for year in range(2022, 2027) if row.touches(year)} == years


def test_reports_leave_out_what_was_given_up(app):
    for status in (ProjectStatus.ENDED, ProjectStatus.GIVEN_UP):
        app.run(AddProject({"en": status.value}, status, RoughDate(2024), RoughDate(2025)))
    assert [one.row.title("en") for one in app.read(projects_of_year, 2025, "en")] == ["ended"]
    assert app.read(projects_of_year, 2026, "en") == ()
