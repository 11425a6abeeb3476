# SPDX-License-Identifier: GPL-3.0-or-later
"""What hands do in a form: write into a field, go on to the next one, tick, choose."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit


def write(at, name, text, *, then=Qt.Key.Key_Return):
    """Write a text over what stands in a field, key by key, and leave it by a key (None stays in it)."""
    field = at.find(name, QLineEdit)
    field.setFocus()
    field.selectAll()
    if text:
        for sign in text:  # QTest knows only the keys of an English keyboard
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(field, key)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)
    if then is not None:
        QTest.keyClick(field, then)
    at.settle()


def tick(at, name):
    at.find(name, QAbstractButton).click()
    at.settle()


def choose(at, name, code):
    """Choose in a drop-down as somebody does who opens it and presses a line."""
    box = at.find(name, QComboBox)
    index = box.findData(code)
    assert index >= 0, code
    box.setCurrentIndex(index)
    box.activated.emit(index)
    at.settle()


def text_of(at, name) -> str:
    return at.find(name, QLineEdit).text()
