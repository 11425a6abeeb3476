# SPDX-License-Identifier: GPL-3.0-or-later
"""Apprentices as a target group: trade, company and school on lists, and in the figures (S18, REQ-1-13)."""

from sqlalchemy import select

from hospes.actions.participations import EditParticipation
from hospes.actions.visits import EditVisit, SetVisitTargetGroups
from hospes.domain.codes_visit import TargetGroup, VisitState
from hospes.queries.figures_years import year_figures
from hospes.queries.visit_figures import visit_figures
from hospes.store.tables.visits import Participation
from tests import make
from tests.papers.printing import table


def test_training_stands_on_the_lists_and_counts(app, world):
    def wanted(w):
        return w.scalars(select(Participation.id).where(Participation.person_id == world.guest)).one()

    training = {"trade": "Carpenter", "company": "Bois & Cie", "school": "Lycée Vauban"}
    group = {"target_group": TargetGroup.APPRENTICES}
    app.run(EditParticipation(make.do(app, wanted), {**group, **training}))
    found = table(app, "participants-list", visit=world.visit, language="en", scheme="training")
    assert found.headings[5:8] == ["Trade", "Company", "School"]
    (row,) = [row for row in found.rows if "Dubois" in row]
    assert row[5:8] == ["Carpenter", "Bois & Cie", "Lycée Vauban"]
    assert app.read(visit_figures, world.visit).groups == ((TargetGroup.APPRENTICES, 1),)

    # Two more came without a group of their own: they count for the visit's, where it has one alone.
    app.run(EditVisit(world.visit, {"state": VisitState.DONE}))
    app.run(SetVisitTargetGroups(world.visit, (TargetGroup.FAMILIES,)))
    after = make.TODAY.replace(year=2027)
    assert app.read(year_figures, after, 2026, 1).groups == (
        (TargetGroup.FAMILIES, 1, 2), (TargetGroup.APPRENTICES, 0, 1),
    )  # fmt: skip
    app.run(SetVisitTargetGroups(world.visit, (TargetGroup.FAMILIES, TargetGroup.SENIORS)))
    assert app.read(year_figures, after, 2026, 1).groups == (
        (TargetGroup.FAMILIES, 1, 0), (TargetGroup.APPRENTICES, 0, 1), (TargetGroup.SENIORS, 1, 0),
    )  # fmt: skip
