# SPDX-License-Identifier: GPL-3.0-or-later
"""Tab goes through a page in the order in which it is read, also where parts were built later (design 9)."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def tab_as_read(columns: Iterable[QWidget]) -> None:
    """Let Tab go through the columns one after the other, each from top to bottom.

    Qt takes the order in which widgets were made; a form that is built anew would come after everything else.
    """
    before: QWidget | None = None
    for one in columns:
        for widget in _as_read(one):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget


def _as_read(column: QWidget) -> list[QWidget]:
    found = [
        widget
        for widget in (column, *column.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisibleTo(column)
    ]
    places = {widget: widget.mapTo(column, QPoint(0, 0)) for widget in found}
    return sorted(found, key=lambda widget: (places[widget].y(), places[widget].x()))


def bring_into_view(widget: QWidget | None) -> None:
    """Scroll every area around `widget` so that it is seen; Qt does so only within the area it leaves."""
    outer = widget.parentWidget() if widget is not None else None
    while widget is not None and outer is not None:
        if isinstance(outer, QScrollArea):
            outer.ensureWidgetVisible(widget)
        outer = outer.parentWidget()


@contextmanager
def keyboard_stays(page: QWidget, first_focus: Callable[[], QWidget | None]) -> Iterator[None]:
    """While a page reads anew: if what was pressed there is gone, the keyboard does not leave the page.

    Qt hands it to what comes next in the window, which may be the rail.
    """
    before = QApplication.focusWidget()
    inside = before is not None and page.isAncestorOf(before)
    yield
    now = QApplication.focusWidget()
    if inside and now is not None and not page.isAncestorOf(now) and (target := first_focus()) is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def keyboard_back(page: QWidget, first_focus: Callable[[], QWidget | None]) -> None:
    """The message that had the keyboard is gone: back to where it was in the page, not into the rail."""
    last = cast("QWidget | None", page.focusWidget())
    target = first_focus() if last is None else last
    if target is not None and target.isVisible():
        target.setFocus(Qt.FocusReason.OtherFocusReason)
