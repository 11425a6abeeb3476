# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of projects."""

from sqlalchemy import select

from hospes.actions.projects import (
    AddProject,
    DropProjectFunder,
    DropProjectPartner,
    EditProject,
    EditProjectFunder,
    KeepProjectFunder,
    KeepProjectPartner,
    SetProjectParts,
    SetProjectTexts,
    SetProjectThemes,
)
from hospes.domain.projects import PartnerRole, ProjectStatus
from hospes.domain.values import Money, RoughDate
from hospes.store.tables.towns import Territory
from tests.make import TODAY


def project(app):
    """A project that runs."""
    return app.run(AddProject({"en": "Warm schools"}, ProjectStatus.RUNNING, RoughDate(2025, 9))).result


def town(app):
    """Any town of the file."""
    return app.read(
        lambda connection: connection.scalars(select(Territory.id).order_by(Territory.id)).first()
    )


def _partner_out(app, w):
    made = project(app)
    return DropProjectPartner(app.run(KeepProjectPartner(made, territory_id=town(app))).result)


def _funder_granted(app, w):
    asked = KeepProjectFunder(project(app), name="The county", amount=Money(900_00, "EUR"))
    return EditProjectFunder(app.run(asked).result, {"granted": Money(800_00, "EUR"), "report_by": TODAY})


def _funder_out(app, w):
    made = project(app)
    return DropProjectFunder(app.run(KeepProjectFunder(made, name="The county")).result)


SAMPLES = {
    "project-add": lambda app, w: AddProject({"de": "Warme Schulen", "fr": "Écoles au chaud"}),
    "project-edit": lambda app, w: EditProject(
        project(app), {"status": ProjectStatus.ENDED, "last": RoughDate(2026, 6)}
    ),
    "project-texts": lambda app, w: SetProjectTexts(
        project(app), "fr", {"title": "Écoles au chaud", "local_effect": "Moins de charbon."}
    ),
    "project-partner": lambda app, w: KeepProjectPartner(
        project(app), territory_id=town(app), role=PartnerRole.LEAD
    ),
    "project-partner-drop": _partner_out,
    "project-funder": lambda app, w: KeepProjectFunder(
        project(app), name="The county", amount=Money(1_200_00, "EUR")
    ),
    "project-funder-drop": _funder_out,
    "project-funder-state": _funder_granted,
    "project-themes": lambda app, w: SetProjectThemes(project(app), (), new="Heating"),
    "project-parts": lambda app, w: SetProjectParts(project(app), (w.visit,)),
}
