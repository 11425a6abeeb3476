# SPDX-License-Identifier: GPL-3.0-or-later
"""One scale for every measure."""

from hospes.ui.look.scale import Scale, within


def test_all_measures_grow_together():
    assert [Scale(p).u(40) for p in (90, 100, 150, 200)] == [36, 40, 60, 80]
    assert [Scale(p).type(12) for p in (100, 150, 200)] == [16, 24, 32]


def test_a_line_never_vanishes_and_nothing_stays_nothing():
    assert Scale(90).u(0.4) == 1
    assert Scale(200).u(0) == 0


def test_effective_width_is_what_the_design_sees():
    assert Scale(150).effective(1366) == 911


def test_steps_stay_between_90_and_200():
    assert Scale(100).step(1) == 110
    assert Scale(200).step(1) == 200
    assert Scale(90).step(-1) == 90
    assert within(124) == 120
    assert within(999) == 200
