# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds words that are cut, by comparing what a widget needs with what it got (design 11.3, lesson 7)."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QWidget

from hospes.ui.rail import RailButton
from hospes.ui.widgets.choices import Radio, Tick
from hospes.ui.widgets.labels import ElidedLabel

SPARE = 1
"""Pixels of rounding that nobody sees."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Words that are not wholly seen."""

    widget: str
    words: str
    needs: str
    has: str

    def __str__(self) -> str:
        return f"{self.widget} “{self.words}” needs {self.needs}, has {self.has}"


def clipped(root: QWidget) -> list[Cut]:
    """All labels and buttons under `root` whose words are cut or reach beyond the widget around them."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not _has_words(widget):
            continue
        cut = _too_small(widget) or _hidden_by_parent(widget, root)
        if cut is not None:
            found.append(cut)
    return found


def _has_words(widget: QWidget) -> bool:
    return isinstance(widget, QLabel | QAbstractButton | QComboBox) and bool(_words(widget))


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return str(widget.text())
    return widget.currentText() if isinstance(widget, QComboBox) else ""


def _too_small(widget: QWidget) -> Cut | None:
    if isinstance(widget, ElidedLabel):
        return None  # shortens its words on purpose and keeps the whole for the tooltip
    if isinstance(widget, RailButton):
        return (
            _cut(widget, f"width {widget.sizeHint().width()}", f"{widget.width()}")
            if widget.is_cut()
            else None
        )
    if isinstance(widget, Tick | Radio):
        needs = widget.heightForWidth(widget.width())
        return (
            _cut(widget, f"height {needs}", f"{widget.height()}") if needs > widget.height() + SPARE else None
        )
    if isinstance(widget, QLabel):
        return _label_too_small(widget)
    if isinstance(widget, QAbstractButton) and widget.sizeHint().width() > widget.width() + SPARE:
        return _cut(widget, f"width {widget.sizeHint().width()}", f"{widget.width()}")
    return None


def _label_too_small(label: QLabel) -> Cut | None:
    room = label.contentsRect()
    if label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap | label.alignment())
        needs = label.fontMetrics().boundingRect(room, flags, label.text())
        if needs.height() > room.height() + SPARE or needs.width() > room.width() + SPARE:
            return _cut(label, f"{needs.width()} x {needs.height()}", f"{room.width()} x {room.height()}")
        return None
    lines = label.text().split("\n")
    wide = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    if wide > room.width() + SPARE:
        return _cut(label, f"width {wide}", f"{room.width()}")
    high = label.fontMetrics().height() * len(lines)
    return _cut(label, f"height {high}", f"{room.height()}") if high > room.height() + 2 * SPARE + 1 else None


def _hidden_by_parent(widget: QWidget, root: QWidget) -> Cut | None:
    """Cut by a widget around it, unless something scrolls in between."""
    place = widget.rect()
    outer = widget.parentWidget()
    while outer is not None and outer is not root.parentWidget():
        if isinstance(outer.parentWidget(), QAbstractScrollArea):
            return None  # what scrolls can be brought into view
        corner = widget.mapTo(outer, place.topLeft())
        seen = place.translated(corner)
        if not outer.rect().adjusted(-SPARE, -SPARE, SPARE, SPARE).contains(seen):
            return _cut(
                widget, f"{seen.right()} x {seen.bottom()}", f"{outer.width()} x {outer.height()} around it"
            )
        outer = outer.parentWidget() if outer is not root else None
    return None


def _cut(widget: QWidget, needs: str, has: str) -> Cut:
    name = widget.objectName() or type(widget).__name__
    return Cut(name, _words(widget).replace("\n", " ")[:60], needs, has)
