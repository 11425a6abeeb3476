# SPDX-License-Identifier: GPL-3.0-or-later
"""Faces, icons and the style sheet made of tokens and scale."""

import re

import pytest
from PySide6.QtGui import QColor, QFontInfo

from hospes.settings import Settings
from hospes.ui.look import icons
from hospes.ui.look import theme as themes
from hospes.ui.look.scale import Scale
from hospes.ui.look.sheet import sheet
from hospes.ui.look.theme import SANS, SERIF, Theme, load_fonts, theme_for
from hospes.ui.look.tokens import DARK, LIGHT


def test_the_shipped_faces_are_found(qapp):
    families = load_fonts()
    assert SANS in families
    assert SERIF in families
    assert QFontInfo(Theme().font("title")).family() == SERIF
    assert QFontInfo(Theme().font()).family() == SANS


def test_nothing_is_smaller_than_twelve_points(qapp):
    theme = Theme()
    for role in ("title", "figure", "name", "section", "body", "medium", "semi", "strong"):
        assert theme.font(role).pixelSize() >= 16, role
    assert Theme(scale=Scale(200)).font().pixelSize() == 32


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("percent", [90, 100, 125, 150, 200])
def test_the_sheet_knows_all_its_tokens_and_measures(palette, percent):
    text = sheet(palette, Scale(percent))
    assert "$" not in text
    assert not re.search(r"\bu\(", text)
    assert text.count("{") == text.count("}")


def test_the_sheet_grows_with_the_scale():
    assert "min-height: 40px" in sheet(LIGHT, Scale(100))
    assert "min-height: 80px" in sheet(LIGHT, Scale(200))


def test_an_icon_takes_the_colour_of_its_token(qapp):
    for palette in (LIGHT, DARK):
        picture = Theme(palette).pixmap("square", "err", 24).toImage()
        colours = {
            picture.pixelColor(x, y).name().upper()
            for x in range(picture.width())
            for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() == 255
        }
        assert colours == {palette.err}


def test_an_icon_that_is_not_there_is_a_mistake(qapp):
    with pytest.raises(KeyError):
        icons.drawing("no-such-icon")


def test_the_scheme_of_the_settings_is_taken(qapp):
    assert theme_for(Settings(scheme="dark")).palette == DARK
    assert theme_for(Settings(scheme="light", text_size=150)).scale == Scale(150)
    assert theme_for(Settings(scheme="light", roomy=True)).row == 48


def test_high_contrast_drops_the_sheet_and_takes_the_systems_colours(qapp):
    Theme(DARK).dress(qapp)
    colours = themes._system_palette()
    plain = Theme(colours, plain=True)
    plain.dress(qapp)
    assert qapp.styleSheet() == ""
    assert colours.text.upper() != DARK.text
    assert QColor(colours.text) == qapp.palette().color(qapp.palette().ColorRole.WindowText)


def test_an_unknown_token_is_a_mistake():
    with pytest.raises(AttributeError):
        Theme().hex("dark")
