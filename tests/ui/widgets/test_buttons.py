# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: words as they are, targets large enough, a ring only for the keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from hospes.ui.widgets.buttons import Button, icon_button, main_button, plain_button


def test_an_ampersand_of_a_name_is_no_mnemonic(theme, qtbot):
    button = plain_button(theme, "Place with Dupont & Fils")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.text() == "Place with Dupont && Fils"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_targets_are_large_enough(make_desk, qtbot, percent):
    theme = make_desk(text_size=percent).theme
    for look, least in (
        ("pri", 40),
        ("sec", 40),
        ("quiet", 40),
        ("icon", 40),
        ("chip", 36),
        ("small", 32),
        ("tab", 44),
    ):
        button = Button(theme, "" if look in ("icon", "small") else "Go", look)
        qtbot.addWidget(button)
        button.ensurePolished()
        assert button.sizeHint().height() >= theme.u(least) - 2, look


def test_an_icon_alone_has_a_name_and_the_same_tooltip(theme, qtbot):
    button = icon_button(theme, "Redo", "redo-2")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Redo"


def test_the_ring_is_for_the_keyboard(theme, qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    first, second = main_button(theme, "First"), plain_button(theme, "Second")
    row.addWidget(first)
    row.addWidget(second)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()

    def ring(button) -> bool:
        image = button.grab().toImage()
        return theme.palette.focus in {image.pixelColor(x, 1).name().upper() for x in range(image.width())}

    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert second.hasFocus()
    assert not ring(second)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring(first)
    second.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert ring(second)
    assert not ring(first)


def test_return_presses_the_button_that_has_the_keyboard(theme, qtbot):
    pressed = []
    button = Button(theme, "Set the password", call=lambda: pressed.append(1))
    qtbot.addWidget(button)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 3
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(button, held)
    assert len(pressed) == 3, "a key held down in the field before presses nothing"


def test_a_call_needs_no_lambda(theme, qtbot):
    done = []
    button = plain_button(theme, "Go", done.clear)
    qtbot.addWidget(button)
    done.append(1)
    button.click()
    assert done == []


def test_where_there_is_hardly_any_room_a_button_keeps_its_words_as_a_tooltip(theme, qtbot):
    button = plain_button(theme, "Bed & breakfast", icon="bed")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_wordless(True)
    assert button.sizeHint().width() < wide / 2
    assert button.toolTip() == button.accessibleName() == "Bed & breakfast"
    button.set_text("Breakfast & bed")
    assert button.text() == ""
    assert button.toolTip() == "Breakfast & bed"
    button.set_wordless(False)
    assert button.text() == "Breakfast && bed"
    assert not button.toolTip()
