# SPDX-License-Identifier: GPL-3.0-or-later
"""The broken token and the shapes of the towns: told apart without colour."""

import pytest
from PySide6.QtGui import QColor, QFont

from hospes.ui.look import sign
from hospes.ui.look.sign import Side
from hospes.ui.look.tokens import DARK, LIGHT


def at(picture, x: float, y: float) -> str:
    image = picture.toImage()
    colour = image.pixelColor(round(x * image.width()), round(y * image.height()))
    return colour.name().upper() if colour.alpha() > 200 else ""


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_token_is_petrol_at_the_left_and_brick_at_the_right(qapp, palette):
    logo = sign.tessera(100, 1.0, palette)
    assert at(logo, 0.25, 0.5) == palette.home
    assert at(logo, 0.88, 0.5) == palette.partner
    assert at(logo, 0.62, 0.5) == palette.home  # the tongue
    assert at(logo, 0.595, 0.15) == ""  # the gap
    assert at(logo, 0.02, 0.02) == ""


def test_each_town_has_a_shape_of_its_own(qapp):
    shapes = {}
    for side in Side:
        image = sign.mark(40, 1.0, side, LIGHT).toImage()
        shapes[side] = tuple(
            image.pixelColor(x, y).alpha() > 128 for x in range(0, 40, 3) for y in range(0, 40, 3)
        )
    assert len(set(shapes.values())) == len(Side)


def test_ours_stand_on_a_square_and_others_on_a_circle(qapp):
    ours = sign.avatar(40, 1.0, "BN", Side.HOME, LIGHT, QFont()).toImage()
    theirs = sign.avatar(40, 1.0, "CD", Side.PARTNER, LIGHT, QFont()).toImage()
    assert ours.pixelColor(5, 5).alpha() > 128
    assert theirs.pixelColor(5, 5).alpha() < 128
    assert theirs.pixelColor(20, 4) == QColor(LIGHT.partner_soft)


def test_partners_are_counted_in_order():
    assert [Side.of(n) for n in (None, 0, 1, 2, 7)] == [
        Side.HOME, Side.PARTNER, Side.THIRD, Side.FOURTH, Side.FOURTH,
    ]  # fmt: skip
