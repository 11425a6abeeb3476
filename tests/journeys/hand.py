# SPDX-License-Identifier: GPL-3.0-or-later
"""The hand of a volunteer: clicks, fields and keys, counted; it touches nothing that a person could not see.

See "Writing them as tests" of the task scripts: widgets are found by their objectName, hidden, disabled and
covered ones are refused, and `budget` fails with the list of what was done.
"""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QWidget

from hospes.ui.pages.visit_hosting_cards import MIME

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """One volunteer before one window."""

    def __init__(self, window, pictures) -> None:
        self.window = window
        self.done: list[str] = []
        self.clicks = self.fields = self.keys = 0
        self._pictures = pictures

    # -- seeing ----------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Let the window come to rest."""
        for _ in range(4):
            QApplication.processEvents()

    def all(self, name, kind=QWidget):
        """The widgets of this name that can be seen."""
        found = self.window.findChildren(kind, name)
        return [one for one in found if one.isVisible() and not one.visibleRegion().isEmpty()]

    def sees(self, name) -> bool:
        return bool(self.all(name))

    def find(self, name, kind=QWidget):
        """The one widget of this name; it must be in sight and usable."""
        found = self.all(name, kind)
        assert found, f"{name} cannot be seen; done so far: {self.done}"
        assert len(found) == 1, f"{len(found)} widgets are called {name}"
        assert found[0].isEnabled(), f"{name} is grey"
        return found[0]

    def text(self, name) -> str:
        return self.find(name).text()

    def told(self) -> str:
        """What the message line says."""
        return self.window.message.text()

    def focus(self):
        return QApplication.focusWidget()

    # -- doing -----------------------------------------------------------------------------------------

    def click(self, name) -> None:
        """Press a button, where it can be seen."""
        widget = self.find(name)
        self._press(widget, widget.visibleRegion().boundingRect().center(), name)

    def click_line(self, name, words) -> None:
        """Press a line of a list by the words it begins with."""
        view = self.find(name, QListView)
        for row in range(view.model().rowCount()):
            index = view.model().index(row, 0)
            if str(index.data()).startswith(words):
                place = view.visualRect(index).intersected(view.viewport().rect())
                assert not place.isEmpty(), f"{words} is not in sight"
                self._press(view.viewport(), place.center(), f"{name} {words}")
                return
        raise AssertionError(f"{name} has no {words}")

    def _press(self, widget, spot, what) -> None:
        self.clicks += 1
        self.done.append(f"click {what}")
        QTest.mouseClick(widget, LEFT, NONE, spot)
        self.settle()

    def key(self, keys) -> None:
        """Press a key or a chord where the keyboard is: "Tab", "Ctrl+N"."""
        self.keys += 1
        self.done.append(f"key {keys}")
        chord = QKeySequence(keys)[0]
        QTest.keyClick(self.focus() or self.window, chord.key(), chord.keyboardModifiers())
        self.settle()

    def choose(self, name, code) -> None:
        """Open a drop-down and press one of its lines: two clicks."""
        box = self.find(name, QComboBox)
        index = box.findData(code)
        assert index >= 0, f"{name} has no {code}"
        self.clicks += 2
        self.done.append(f"choose {code} in {name}")
        box.setCurrentIndex(index)
        box.activated.emit(index)
        self.settle()

    def field(self, name, text) -> None:
        """Fill one field, with whatever led there."""
        field = self.find(name, QLineEdit)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.write(name, text)

    def write(self, name, text) -> None:
        """Fill the field in which the keyboard stands already; it must be this one."""
        field = self.find(name, QLineEdit)
        assert field.hasFocus(), f"the keyboard is in {self.focus().objectName()}, not in {name}"
        self.fields += 1
        self.done.append(f"field {name}")
        field.selectAll()
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, NONE, sign))
        self.settle()

    def drag(self, guest, target) -> None:
        """Take a guest to a widget; counts as one click."""
        widget = self.find(target)
        self.clicks += 1
        self.done.append(f"drag to {target}")
        data = QMimeData()
        data.setData(MIME, guest.encode())
        spot = QPoint(widget.width() // 2, widget.height() // 2)
        enter = QDragEnterEvent(spot, Qt.DropAction.MoveAction, data, LEFT, NONE)
        QApplication.sendEvent(widget, enter)
        assert enter.isAccepted(), f"{target} does not take this"
        QApplication.sendEvent(
            widget, QDropEvent(spot.toPointF(), Qt.DropAction.MoveAction, data, LEFT, NONE)
        )
        self.settle()

    # -- judging ---------------------------------------------------------------------------------------

    def step(self, name) -> None:
        """A step of the script is done: keep a picture, and no name may be missing on the screen."""
        self.window.grab().save(str(self._pictures / f"{name}.png"))
        assert not nameless(self.window)

    def budget(self, clicks=0, fields=0, keys=0) -> None:
        """Fail with what was done when it took more than the script allows."""
        used, allowed = (self.clicks, self.fields, self.keys), (clicks, fields, keys)
        assert all(took <= may for took, may in zip(used, allowed, strict=True)), (used, self.done)


def nameless(window) -> list[str]:
    """What takes the keyboard and has neither a name nor words for a screen reader."""
    found = []
    for widget in window.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (widget.isVisible() and takes_keys) or widget.parent() is None:
            continue
        words = widget.accessibleName() or getattr(widget, "text", str)()
        if not words and not isinstance(widget, QLineEdit) and not widget.findChildren(QWidget):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found
