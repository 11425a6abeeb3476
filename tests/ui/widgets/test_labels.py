# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the screen: plain, whole, and never by colour alone."""

from PySide6.QtCore import Qt

from hospes.ui.look.sign import Side
from hospes.ui.widgets.labels import Badge, Bar, ElidedLabel, Label, StateWord, TownName


def test_a_shortened_line_keeps_the_whole_for_tooltip_and_readers(theme, qtbot):
    label = ElidedLabel(theme, "")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    label.set_text("Partnerschaftsverein Rosenau – Montclair e.V.")
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == label.whole()
    label.resize(900, 20)
    assert label.text() == label.whole()
    assert label.toolTip() == ""


def test_a_state_is_an_icon_and_a_word(theme, qtbot):
    state = StateWord(theme, "Paid", "ok")
    qtbot.addWidget(state)
    assert state.text() == "Paid"
    assert not state._picture.pixmap().isNull()
    state.set_state("Open", "warn")
    assert state.accessibleName() == "Open"


def test_a_bar_has_its_number_in_words(theme, qtbot):
    bar = Bar(theme, "Guests with a host", "29 of 34", 29 / 34, "warn")
    qtbot.addWidget(bar)
    bar.resize(300, bar.sizeHint().height())
    assert bar.accessibleName() == "Guests with a host: 29 of 34"
    row = bar.grab().toImage()
    y = row.height() - theme.u(5)
    assert row.pixelColor(100, y).name().upper() == theme.palette.amber
    assert row.pixelColor(290, y).name().upper() == theme.palette.bar


def test_a_town_has_shape_and_word(theme, qtbot):
    town = TownName(theme, "Montclair", Side.PARTNER)
    qtbot.addWidget(town)
    assert [label.text() for label in town.findChildren(Label)] == ["Montclair"]


def test_names_in_badges_are_plain_text(theme, qtbot):
    badge = Badge(theme, "<b>x</b> & y", "home", "house")
    qtbot.addWidget(badge)
    assert badge.label.textFormat() == Qt.TextFormat.PlainText
    assert badge.accessibleName() == "<b>x</b> & y"
