# SPDX-License-Identifier: GPL-3.0-or-later
"""The bound without whole numbers: rows make it tighter, and no plan is above it."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from visits import visit

from hospes.domain.matching.model import Model
from hospes.domain.matching.solve import Clock, Search, solve
from hospes.domain.matching.view import View


def bounds(case):
    """Without the rows, and with them."""
    search = Search(View(case), Clock(60, None, time.monotonic()))
    model = Model(search.found, search.rooms)
    wishes = model.wishes()
    first = last = model.milp.relaxed(wishes, 60)
    while last is not None and model.tighten(last.values):
        last = model.milp.relaxed(wishes, 60)
    assert first is not None
    assert last is not None
    return first.value, last.value


def test_halves_of_mixtures_make_no_bound():
    nearer = 0
    for seed in range(6):
        case = visit(seed, 30, 24)
        loose, tight = bounds(case)
        plan = solve(case, hints=False)
        assert plan.optimal
        assert plan.score <= tight + 1e-6
        assert tight <= loose + 1e-6
        nearer += tight < loose - 0.5
    assert nearer >= 2
