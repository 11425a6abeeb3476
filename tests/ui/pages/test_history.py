# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of the file: every step, newest first."""

from hospes.actions.people import EditPerson


def test_the_newest_step_stands_first(at):
    at.go("history")
    before = at.find("history.table").model().rowCount()
    at.app.run(EditPerson(at.world.dieter, {"profession": "Baker"}))
    at.go("today")
    at.go("history")
    model = at.find("history.table").model()
    assert model.rowCount() > before
    assert "Dieter" in model.sentence(0) + model.sentence(1)
