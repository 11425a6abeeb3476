# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping the keyboard where it was while a form is built anew.

A form is built again after each field that was saved, for sums and checks beside it may have changed. Whoever
went on to the next field by Tab in the meantime stays there.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def _named(root: QWidget, name: str) -> list[QWidget]:
    return root.findChildren(QWidget, name) if name else []


@contextmanager
def focus_kept(root: QWidget) -> Iterator[None]:
    """While the children of `root` are replaced: the one of the same name gets the keyboard again."""
    focus = QApplication.focusWidget()
    name, place = "", 0
    if focus is not None and root.isAncestorOf(focus):
        name = focus.objectName()
        same = _named(root, name)
        place = same.index(focus) if focus in same else 0
    old = set(map(id, _named(root, name)))
    yield
    fresh = [one for one in _named(root, name) if id(one) not in old]
    if not fresh:
        return
    wanted = fresh[min(place, len(fresh) - 1)]
    wanted.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(wanted, QLineEdit):
        wanted.selectAll()
