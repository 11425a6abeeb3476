# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields keep what was typed, speak when they are left, and never block (design 6.3)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import FINE, Field, LongText, TextField, Verdict


def ending(text: str) -> Verdict:
    if not text or "." in text:
        return FINE
    return Verdict("bad", "The ending is missing. What you typed is kept.", ((".de", text + ".de"),))


def age(text: str) -> Verdict:
    if text == "127":
        return Verdict("odd", "That would be 127 years.", accept="It is right")
    return Verdict("fine", f"{text} years")


@pytest.fixture
def form(theme, qtbot):
    """A form with an e-mail, an age and somewhere to go."""

    class Form(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.email = Field(theme, "E-mail", TextField(theme), check=ending, needed="needed", name="email")
            self.age = Field(theme, "Age", TextField(theme), check=age, hint="In years", name="age")
            self.saved: list[str] = []
            self.unusable: list[str] = []
            box = QVBoxLayout(self)
            for field in (self.email, self.age):
                field.saved.connect(self.saved.append)
                field.unusable.connect(self.unusable.append)
                box.addWidget(field)

    found = Form()
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    found.email.editor.setFocus()
    return found


def leave(form) -> None:
    form.age.editor.setFocus(Qt.FocusReason.TabFocusReason)


def test_nothing_is_said_while_somebody_types(form, qtbot):
    qtbot.keyClicks(form.email.editor, "b@posteo")
    assert form.email.state == "fine"
    assert form.email.note.text() == ""


def test_what_cannot_be_used_stays_and_is_marked(form, qtbot):
    qtbot.keyClicks(form.email.editor, "b@posteo")
    leave(form)
    assert form.email.value() == "b@posteo"
    assert form.email.state == "bad"
    assert "kept" in form.email.note.text()
    assert form.unusable == ["b@posteo"]
    assert form.saved == []
    assert form.email.editor.accessibleDescription() == form.email.note.text()


def test_the_mark_goes_as_soon_as_it_is_right(form, qtbot):
    form.email.set_unusable("b@posteo", ending("b@posteo"))
    qtbot.keyClicks(form.email.editor, ".d")
    assert form.email.state == "fine"
    leave(form)
    assert form.saved == ["b@posteo.d"]


def test_a_cure_mends_and_saves_with_one_click(form, qtbot):
    qtbot.keyClicks(form.email.editor, "b@posteo")
    leave(form)
    qtbot.mouseClick(form.findChild(QPushButton, "field.cure.0"), Qt.MouseButton.LeftButton)
    assert form.email.value() == "b@posteo.de"
    assert form.saved == ["b@posteo.de"]
    assert form.email.state == "fine"


def test_what_looks_odd_is_saved_and_can_be_accepted(form, qtbot):
    accepted = []
    form.age.accepted.connect(accepted.append)
    form.age.editor.setFocus()
    qtbot.keyClicks(form.age.editor, "127")
    form.email.editor.setFocus()
    assert form.saved == ["127"]
    assert form.age.state == "odd"
    qtbot.mouseClick(form.findChild(QPushButton, "field.accept"), Qt.MouseButton.LeftButton)
    assert accepted == ["127"]
    assert form.age.state == "fine"


def test_what_was_understood_is_read_back(form, qtbot):
    assert form.age.note.text() == "In years"
    form.age.editor.setFocus()
    qtbot.keyClicks(form.age.editor, "54")
    form.email.editor.setFocus()
    assert form.age.note.text() == "54 years"


def test_a_field_left_as_it_was_saves_nothing(form):
    form.email.set_value("b@posteo.de")
    leave(form)
    assert form.saved == []
    assert not form.email.changed


def test_enter_goes_on_to_the_next_field(form, qtbot):
    qtbot.keyClicks(form.email.editor, "b@x.de")
    qtbot.keyClick(form.email.editor, Qt.Key.Key_Return)
    assert form.age.editor.hasFocus()
    assert form.saved == ["b@x.de"]


def test_readers_hear_label_and_need(form):
    assert form.email.editor.accessibleName() == "E-mail (needed)"
    assert form.email.label.text() == "E-mail *"
    assert form.email.label.buddy() is form.email.editor


def test_a_choice_tells_its_code_at_once(theme, qtbot):
    field = Field(theme, "Class", Choice(theme, [("s", "Single"), ("c", "Couple")]))
    qtbot.addWidget(field)
    told = []
    field.saved.connect(told.append)
    field.editor.setCurrentIndex(1)
    field.editor.activated.emit(1)
    assert told == ["c"]
    field.set_value("s")
    assert field.value() == "s"
    assert told == ["c"]


def test_long_text_grows_and_has_its_limit(theme, qtbot):
    text = LongText(theme, lines=2, lines_most=4)
    qtbot.addWidget(text)
    low = text.height()
    text.setText("a\nb\nc")
    middle = text.height()
    text.setText("\n".join("abcdefghij"))
    assert low < middle < text.height()
    high = text.height()
    text.setText("\n".join("abcdefghijklmnop"))
    assert text.height() == high


def test_names_with_marks_are_shown_as_they_are(theme, qtbot):
    field = Field(theme, "<b>Dupont</b> & Fils", TextField(theme), hint="<i>no mark-up</i>")
    qtbot.addWidget(field)
    assert field.label.textFormat() == Qt.TextFormat.PlainText
    assert field.note.text() == "<i>no mark-up</i>"


def test_undo_keys_go_to_the_window_when_there_is_no_typing_to_take_back(form, qtbot):
    steps = []
    key = QShortcut(QKeySequence("Ctrl+Z"), form)
    key.activated.connect(lambda: steps.append("step"))
    qtbot.keyClicks(form.email.editor, "abc")
    qtbot.keyClick(form.email.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (form.email.value(), steps) == ("", [])
    qtbot.keyClick(form.email.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert steps == ["step"]
