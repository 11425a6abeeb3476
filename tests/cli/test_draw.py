# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes draw`: on trial it writes nothing, the same seed gives the same, applying is one step."""

from hospes.actions.participations import Register
from hospes.app import App
from hospes.i18n.locale import Locale
from hospes.queries.participants import visit_people
from hospes.queries.resolve import visit as visit_of
from tests import make


def registered(path, n=12):
    """Make guests of the example wait for a place."""
    app = App.open(path, make.WHO)
    visit = app.read(visit_of, "2026")
    people = app.read(visit_people, visit, locale=Locale.of("en"), today=app.today)
    app.run(Register(tuple(one.participation_id for one in people.rows if one.travels)[:n]))
    app.close()


def states(path):
    app = App.open(path, make.WHO, read_only=True)
    people = app.read(visit_people, app.read(visit_of, "2026"), locale=Locale.of("en"), today=app.today)
    found = {one.person_id.hex: one.state.value for one in people.rows if one.travels}
    app.close()
    return found


def test_trial_apply_and_undo(hospes, example):
    registered(example)
    before = states(example)
    asked = ("draw", example, "2026", "--seed", "17 4 42", "--places", "5", "--json")
    trial = hospes(*asked)
    assert (trial.code, trial.err) == (0, "")
    assert states(example) == before
    assert hospes(*asked).json == trial.json
    assert sum(one["result"] == "place" for one in trial.json["result"]) <= 5
    done = hospes(*asked, "--apply")
    assert done.json["result"] == trial.json["result"]
    after = states(example)
    for one in done.json["result"]:
        assert after[one["person_id"]] == ("confirmed" if one["result"] == "place" else "waiting")
    assert hospes("undo", example).code == 0
    assert states(example) == before
    told = hospes("draw", example, "2026", "--seed", "17 4 42", "--places", "5").out
    assert "has a place." in told
    assert "Nothing was changed." in told


def test_nobody_to_draw_and_no_seed(hospes, example):
    told = hospes("draw", example, "2026", "--seed", "x", "--places", "3")
    assert (told.code, told.out) == (0, "Nobody is registered whose place could be drawn.\n")
    assert hospes("draw", example, "2026").code == 2
