# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips, their drop-down, and tabs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.chips import Chip, ChipRow, TabRow

CHIPS = [Chip("all", "Everyone", "142"), Chip("open", "Dues open", "7"), Chip("host", "Can host", "23")]


@pytest.fixture
def chips(theme, qtbot):
    found = ChipRow(theme, "Show", Button(theme, "Filter", "chip"), name="members.chips")
    found.set_chips(CHIPS)
    qtbot.addWidget(found)
    found.show()
    found.told = []
    found.chosen.connect(found.told.append)
    return found


def chip(chips, code: str) -> QPushButton:
    return chips.findChild(QPushButton, f"members.chips.{code}")


def test_a_click_chooses_and_tells_once(chips, qtbot):
    qtbot.mouseClick(chip(chips, "open"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chip(chips, "open"), Qt.MouseButton.LeftButton)
    assert chips.told == ["open"]
    assert chip(chips, "open").isChecked()
    assert not chip(chips, "all").isChecked()


def test_arrows_go_to_the_neighbour(chips, qtbot):
    chip(chips, "all").setFocus()
    qtbot.keyClick(chip(chips, "all"), Qt.Key.Key_Right)
    assert chips.told == ["open"]
    qtbot.keyClick(chip(chips, "open"), Qt.Key.Key_Left)
    assert chips.told == ["open", "all"]


def test_new_counts_keep_the_choice(chips):
    chips.choose("host")
    chips.set_chips(
        [Chip("all", "Everyone", "143"), Chip("open", "Dues open", "6"), Chip("host", "Can host", "24")]
    )
    assert chips.code() == "host"
    assert "24" in chip(chips, "host").text()
    assert chips.told == []


def test_compact_is_one_drop_down_with_the_same_choice(chips, qtbot):
    chips.choose("open")
    chips.set_compact(True)
    box = chips.findChild(QPushButton, "members.chips.open")
    assert box.isHidden()
    assert chips._box.currentText() == "Dues open (7)"
    chips._box.setCurrentIndex(2)
    chips._box.activated.emit(2)
    assert chips.told == ["host"]
    chips.set_compact(False)
    assert chip(chips, "host").isChecked()


def test_a_bare_drop_down_shows_no_word_but_says_it(theme, qtbot):
    found = ChipRow(theme, "Show", bare=True)
    qtbot.addWidget(found)
    found.set_compact(True)
    assert found._label.isHidden()
    assert found._box.accessibleName() == "Show"


def test_chips_made_anew_hide_those_before(chips, qtbot):
    before = chip(chips, "open")
    chips.set_chips(CHIPS[:1])
    assert before.isHidden()


def test_a_chip_is_as_wide_when_chosen(chips, qtbot):
    button = chip(chips, "open")
    before = button.sizeHint()
    button.setChecked(True)
    assert button.sizeHint() == before


def test_tabs_step_round(theme, qtbot):
    tabs = TabRow(theme, [Chip("a", "Details"), Chip("b", "Dues"), Chip("c", "Notes")])
    qtbot.addWidget(tabs)
    told = []
    tabs.chosen.connect(told.append)
    assert tabs.code() == "a"
    tabs.step(-1)
    tabs.step(1)
    assert told == ["c", "a"]
    tabs.choose("b")
    tabs.choose("nonsense")
    assert tabs.code() == "b"
    assert told == ["c", "a"]
