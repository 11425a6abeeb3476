# SPDX-License-Identifier: GPL-3.0-or-later
"""The time a user allows is for everything: the search, the reasons and what would help."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from hospes.domain.matching import leftover
from hospes.domain.matching import solve as solving
from hospes.domain.matching.solve import solve

sys.path.insert(0, str(Path(__file__).parent))

from visits import visit

CROWDED = (40, 5)
"""So many guests for so few homes that there is much to find out about who is left over."""


class Watch:
    """A clock that goes on whenever somebody looks at it, so that a slow computer changes nothing."""

    def __init__(self, step: float) -> None:
        self.step = step
        self.now = 0.0

    def monotonic(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def watch(monkeypatch):
    watch = Watch(0.02)
    clock = SimpleNamespace(monotonic=watch.monotonic)
    monkeypatch.setattr(solving, "time", clock)
    monkeypatch.setattr(leftover, "time", clock)
    return watch


@pytest.mark.parametrize("seconds", [2, 6])
def test_looking_for_help_keeps_to_the_time(watch, seconds):
    plan = solve(visit(3, *CROWDED), seconds=seconds)
    assert watch.now <= seconds + 2
    assert len(plan.leftover) > 20
    assert any(one.would_help for one in plan.leftover)
    assert all(one.reasons for one in plan.leftover)


def test_a_search_that_takes_all_its_time_leaves_some_for_help(watch, monkeypatch):
    def endless(self):
        while self.clock.goes_on():
            pass

    monkeypatch.setattr(solving.Search, "_greedy", endless)
    plan = solve(visit(3, *CROWDED), seconds=20)
    assert not plan.optimal
    assert watch.now <= 20 + 5
    assert any(one.would_help for one in plan.leftover)


def test_without_help_the_search_has_all_the_time(watch, monkeypatch):
    spent = []

    def endless(self):
        while self.clock.goes_on():
            spent.append(self.clock.spent)

    monkeypatch.setattr(solving.Search, "_greedy", endless)
    solve(visit(3, *CROWDED), seconds=20, hints=False)
    assert spent[-1] > 19.5
