# SPDX-License-Identifier: GPL-3.0-or-later
"""Menus and keys: made of the commands, each key used once, grey where nothing can be done."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from hospes.ui.commands import COMMANDS, MENUS
from hospes.ui.look import icons


def test_every_command_has_words_a_menu_and_an_icon_that_exists():
    assert len({command.code for command in COMMANDS}) == len(COMMANDS)
    menus = {code for code, _ in MENUS}
    for command in COMMANDS:
        assert command.label, command.code
        assert command.menu in menus, command.code
        if command.icon:
            assert icons.drawing(command.icon).startswith("<"), command.code


def test_no_key_means_two_things(window):
    keys = Counter()
    for action in window.menus.actions.values():
        keys.update({key.toString() for key in action.shortcuts()})
    assert [key for key, times in keys.items() if times > 1] == []


def test_keys_of_the_design_are_there(window):
    keys = {key.toString() for action in window.menus.actions.values() for key in action.shortcuts()}
    for key in (
        "Ctrl+2",
        "Ctrl+,",
        "Ctrl+K",
        "Ctrl+Z",
        "Ctrl+Y",
        "Ctrl+N",
        "Ctrl+P",
        "Ctrl+F",
        "F1",
        "F6",
        "F8",
        "F9",
    ):
        assert key in keys, key


def test_commands_of_places_that_are_not_built_are_absent(window):
    assert "edit.bin" not in window.menus.actions
    assert not window.menus.menus["tools"].menuAction().isVisible()


def test_what_cannot_be_done_here_is_grey_while_the_menu_is_open(window):
    window.menus.refresh()
    assert window.menus.actions["edit.find"].isEnabled()
    assert not window.menus.actions["edit.edit"].isEnabled()
    assert not window.menus.actions["go.back"].isEnabled()
    window.menus.enable_all()
    window.go("form", {})
    window.menus.refresh()
    assert window.menus.actions["go.back"].isEnabled()
    assert not window.menus.actions["edit.find"].isEnabled()


def test_ticks_show_what_is_chosen(window):
    window.menus.do("view.dark")
    window.menus.refresh()
    assert window.menus.actions["view.dark"].isChecked()
    assert not window.menus.actions["view.light"].isChecked()
    window.menus.do("view.computer")


def test_a_key_opens_a_place(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.place == "form"


def test_undo_takes_back_typing_first(window, qtbot):
    window.go("form", {})
    field = window.findChild(QLineEdit, "form.email")
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    window.menus.do("edit.undo")
    assert field.text() == ""


def test_copy_copies_from_where_the_keyboard_is(window, qtbot):
    window.page.table.setFocus()
    window.page.table.choose("id0")
    window.menus.do("edit.copy")
    assert "Albrecht" in QApplication.clipboard().text()


def test_the_menu_names_what_undo_takes_back(window):
    window.menus.name("edit.undo", "Undo: Place Dupont & Fils")
    assert window.menus.actions["edit.undo"].text() == "Undo: Place Dupont && Fils"
