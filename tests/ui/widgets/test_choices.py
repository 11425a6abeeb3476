# SPDX-License-Identifier: GPL-3.0-or-later
"""Ticks, radio buttons, drop-downs and the box that filters and offers to add."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hospes.ui.widgets.choices import Choice, Combo, Radio, Tick

TOWNS = [("r", "Rosenau"), ("o", "Oberrosenau"), ("l", "Łódź"), ("s", "Seligenbach")]


def test_the_whole_line_ticks(theme, qtbot):
    tick = Tick(theme, "Phone numbers")
    qtbot.addWidget(tick)
    tick.resize(400, tick.heightForWidth(400))
    tick.show()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(390, 5))
    assert tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()


def test_long_words_wrap_instead_of_being_cut(theme, qtbot):
    tick = Tick(theme, "Shows phone numbers, addresses and the people to call in an emergency")
    qtbot.addWidget(tick)
    assert tick.heightForWidth(200) > 2 * theme.metrics().height()
    assert tick.heightForWidth(2000) == theme.u(27)


def test_a_chosen_mark_is_painted_in_petrol(theme, qtbot):
    for kind in (Tick, Radio):
        mark = kind(theme, "x")
        qtbot.addWidget(mark)
        mark.resize(100, 27)
        mark.setChecked(True)
        colours = {mark.grab().toImage().pixelColor(x, 13).name().upper() for x in range(22)}
        assert theme.palette.home in colours


def test_of_radio_buttons_one_is_chosen(theme, qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    german, french = Radio(theme, "German only"), Radio(theme, "French only")
    layout.addWidget(german)
    layout.addWidget(french)
    german.click()
    french.click()
    assert not german.isChecked()
    assert french.isChecked()


def test_a_wheel_over_a_drop_down_changes_nothing(theme, qtbot):
    choice = Choice(theme, TOWNS, "o")
    qtbot.addWidget(choice)
    choice.show()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert choice.code() == "o"


@pytest.fixture
def combo(theme, qtbot):
    found = Combo(theme, TOWNS, add=lambda typed: f"Add “{typed}”")
    qtbot.addWidget(found)
    found.show()
    found.setFocus()
    return found


def offered(combo) -> list[str]:
    return combo.completer().model().stringList()


def test_typing_filters_beginnings_first(combo, qtbot):
    qtbot.keyClicks(combo, "rose")
    assert offered(combo) == ["Rosenau", "Oberrosenau", "Add “rose”"]


def test_enter_adds_what_nothing_else_is_offered_for(combo, qtbot):
    added = []
    combo.added.connect(added.append)
    qtbot.keyClicks(combo, "rose")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert not added, "Rosenau may be meant"
    combo.clear()
    qtbot.keyClicks(combo, "Neustadt am Bach")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert added == ["Neustadt am Bach"]
    assert not combo.completer().popup().isVisible()


def test_enter_takes_the_one_whose_name_was_typed_whole(combo, qtbot):
    picked = []
    combo.picked.connect(picked.append)
    combo.set_options([*TOWNS, ("x", "Ralf Engel, no. 12")])
    qtbot.keyClicks(combo, "engel ralf")
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    qtbot.keyClick(combo, Qt.Key.Key_Return)
    assert (combo.text(), picked) == ("Ralf Engel, no. 12", ["x"]), "once"
    assert not combo.completer().popup().isVisible()


def test_accents_do_not_matter(combo, qtbot):
    qtbot.keyClicks(combo, "sel")
    assert offered(combo)[0] == "Seligenbach"
    combo.set_options([*TOWNS, ("x", "Ralf Engel, no. 12")])
    combo.clear()
    qtbot.keyClicks(combo, "Engel, Ralf")
    assert offered(combo)[0] == "Ralf Engel, no. 12", "lists have the surname first"
    assert combo.code() == "x", "and whoever goes on from there has chosen it"
    picked = []
    combo.picked.connect(picked.append)
    combo.completer().popup().hide()
    combo.clearFocus()
    assert (combo.text(), picked) == ("Ralf Engel, no. 12", ["x"])
    combo.set_options([*TOWNS, ("x", "Ralf Engel, no. 12"), ("y", "Engel Ralf, no. 13")])
    combo.setText("Ralf, Engel")
    assert combo.code() == "", "of two of one name nobody is meant"
    combo.clear()
    combo.setText("oberrosenau")
    assert combo.code() == "o"


def test_what_is_missing_can_be_added(combo, qtbot):
    added = []
    combo.added.connect(added.append)
    qtbot.keyClicks(combo, "Lipowiec")
    combo.completer().activated.emit("Add “Lipowiec”")
    qtbot.waitUntil(lambda: bool(added))
    assert added == ["Lipowiec"]
    assert combo.text() == "Lipowiec"


def test_a_known_one_is_picked_by_its_code(combo, qtbot):
    picked = []
    combo.picked.connect(picked.append)
    qtbot.keyClicks(combo, "ober")
    combo.completer().activated.emit("Oberrosenau")
    qtbot.waitUntil(lambda: bool(picked))
    assert picked == ["o"]
    assert combo.code() == "o"
