# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand for forms: it scrolls to what is out of sight (not counted), opens drop-downs, goes on by Tab."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QWidget

from tests.journeys.hand import NONE, Hand


class FormHand(Hand):
    """What a volunteer does in forms, counted as the task scripts count."""

    @classmethod
    def of(cls, journey):
        return cls(journey.window, journey.hand._pictures)

    def find(self, name, kind=QWidget):
        """As before, but scrolled to first."""
        hidden = [one for one in self.window.findChildren(kind, name) if one.isVisible()]
        outer = hidden[0].parentWidget() if hidden else None
        while outer is not None:
            area = outer.parentWidget()
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(hidden[0])
            outer = area
        self.settle()
        return super().find(name, kind)

    def choose(self, name, code):
        """Open a drop-down and press a line: two clicks."""
        box = self.find(name, QComboBox)
        row = box.findData(code)
        assert row >= 0, f"{name} does not offer {code}"
        # The list takes no press that could be the second half of a double-click on the closed box.
        before = QApplication.doubleClickInterval()
        QApplication.setDoubleClickInterval(0)
        self._press(box, box.visibleRegion().boundingRect().center(), f"open {name}")
        QApplication.setDoubleClickInterval(before)
        view = box.view()
        assert view.isVisible(), f"{name} did not open"
        index = box.model().index(row, box.modelColumn())
        view.scrollTo(index)
        self._press(view.viewport(), view.visualRect(index).center(), f"choose {code}")
        assert box.currentData() == code

    def chord(self, keys):
        """One key or chord, such as "Ctrl+N", where the keyboard is."""
        self._chord(keys)
        self.keys += 1
        self.done.append(f"key {keys}")

    def _chord(self, keys):
        pressed = QKeySequence.fromString(keys)[0]
        QTest.keyClick(self.focus() or self.window, pressed.key(), pressed.keyboardModifiers())
        self.settle()

    def field(self, name, text):
        """Write into a field; the Tab that leads there belongs to it, a click that was needed counts."""
        widget = self.find(name)
        if self.focus() is not widget:
            self._chord("Tab")
        if self.focus() is not widget:
            self.click(name)
        self.go_on(name, text)

    def go_on(self, name, text):
        """Write where the keyboard is already."""
        widget = self.find(name)
        where = self.focus().objectName() if self.focus() is not None else "nowhere"
        assert self.focus() is widget, f"the keyboard is in {where}, not {name}; {self.done}"
        for sign in text:  # QTest knows only the keys of an English keyboard
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, NONE, sign))
        self.settle()
        self.fields += 1
        self.done.append(f"field {name}")
