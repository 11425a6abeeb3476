# SPDX-License-Identifier: GPL-3.0-or-later
"""Alt and a letter: one for everything in a form, none twice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.letters import give_letters, letters_for, with_letter


def test_first_letters_are_preferred_and_none_is_used_twice():
    assert letters_for(["File", "Find", "Fit in", "Go"]) == ["&File", "F&ind", "Fi&t in", "&Go"]
    assert with_letter("Ort", {"o", "r", "t"}) == "Ort"


def test_an_ampersand_of_the_words_stays():
    assert with_letter("Print & post", {"p"}) == "P&rint && post"


def test_alt_and_letter_lead_to_the_field(theme, qtbot):
    form = QWidget()
    qtbot.addWidget(form)
    box = QVBoxLayout(form)
    first, second = (
        Field(theme, "First name", TextField(theme)),
        Field(theme, "Family name", TextField(theme)),
    )
    pressed = []
    box.addWidget(first)
    box.addWidget(second)
    box.addWidget(plain_button(theme, "Find & add", lambda: pressed.append(1)))
    give_letters(form, menus="n")
    give_letters(form, menus="n")  # a second time changes nothing
    assert (first.label.text(), second.label.text()) == ("&First name", "F&amily name")
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    qtbot.keyClick(form, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert second.editor.hasFocus()
    qtbot.keyClick(form, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: pressed == [1])
