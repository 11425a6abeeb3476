# SPDX-License-Identifier: GPL-3.0-or-later
"""Contrasts computed from the colours themselves (WCAG 2.2, design 9.3 and 10.1)."""

import pytest

from hospes.ui.look.tokens import DARK, LIGHT, contrast, mix

MEASURED = [
    ("text", "window", 14.0, 14.6),
    ("text", "surface", 15.6, 13.1),
    ("text", "sel", 12.6, 10.5),
    ("muted", "window", 6.7, 8.6),
    ("muted", "sunken", 6.2, 8.4),
    ("muted", "partner_soft", 6.3, 6.7),
    ("home", "surface", 7.7, 8.1),
    ("home", "home_soft", 6.4, 6.4),
    ("on_home", "home", 7.8, 8.5),
    ("partner", "surface", 6.7, 7.6),
    ("partner", "partner_soft", 5.7, 6.6),
    ("third", "surface", 7.4, 8.2),
    ("fourth", "surface", 6.7, 9.2),
    ("warn", "warn_soft", 6.1, 7.7),
    ("err", "err_soft", 6.5, 6.9),
    ("ok", "ok_soft", 5.8, 7.1),
    ("ctl", "surface", 4.1, 4.3),
    ("ctl", "window", 3.6, 4.8),
    ("ctl", "sunken", 3.4, 4.7),
    ("focus", "surface", 6.4, 7.8),
    ("focus", "rail", 4.9, 9.3),
    ("amber", "bar", 3.4, 7.3),
]


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), MEASURED)
def test_contrasts_are_as_designed(ink, ground, light, dark):
    assert contrast(getattr(LIGHT, ink), getattr(LIGHT, ground)) == pytest.approx(light, abs=0.06)
    assert contrast(getattr(DARK, ink), getattr(DARK, ground)) == pytest.approx(dark, abs=0.06)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "surface", "sunken", "alt", "rail", "rail_sel", "sel", "hover"])
def test_all_words_can_be_read_on_every_ground(palette, ground):
    for ink in ("text", "muted", "home"):
        assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5, ink


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_token_is_a_colour(palette):
    for name, value in palette._asdict().items():
        if name != "dark":
            assert len(value) == 7, name
            int(value[1:], 16)


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_mixing_goes_from_one_colour_to_the_other():
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 1) == "#FFFFFF"
    assert mix("#102030", "#304050", 0.5) == "#203040"
