# SPDX-License-Identifier: GPL-3.0-or-later
"""The marks behind the tabs of a visit: asked anew after a change that bears on them, and only then."""

import pytest

from hospes.actions.participations_stay import SetStayWish
from hospes.actions.visits_tasks import AddVisitTask
from hospes.ui.pages.visit import TABS
from tests import make
from tests.ui.pages.test_visit_travel import part


@pytest.fixture
def asked(visit_marks, at, monkeypatch):
    """Codes of the tabs whose marks were asked for."""
    found = []

    def listening(code, ask):
        return classmethod(lambda cls, desk, visit_id: (found.append(code), ask(desk, visit_id))[1])

    for spec in TABS:
        monkeypatch.setattr(spec.load(), "tab_mark", listening(spec.code, spec.load().tab_mark))
    at.go("visit", id=at.world.visit.hex, tab="hosting")
    for _ in TABS:
        at.settle()
    return found


def words_of(at, code):
    return at.window.page.tabs.buttons[code].mark().words


def test_a_tab_is_asked_when_something_it_tells_of_has_changed(at, asked):
    assert sorted(asked) == sorted(spec.code for spec in TABS)
    asked.clear()
    at.desk.run(AddVisitTask(at.world.visit, "Book the coach", make.TODAY))
    at.settle()
    assert "overview" in asked
    assert not {"people", "programme", "travel", "budget", "documents", "report"} & set(asked)
    asked.clear()
    at.desk.run(SetStayWish(part(at, "guest"), {"diet": "vegan"}))
    for _ in TABS:
        at.settle()
    assert set(asked) >= {"hosting", "people", "travel"}
    assert not {"overview", "documents", "report"} & set(asked)


def test_after_undo_a_mark_says_what_is_so_again(at, asked):
    before = words_of(at, "overview")
    at.desk.run(AddVisitTask(at.world.visit, "Book the coach", make.TODAY))
    at.settle()
    assert words_of(at, "overview") != before
    at.desk.app.undo()
    at.settle()
    assert words_of(at, "overview") == before
