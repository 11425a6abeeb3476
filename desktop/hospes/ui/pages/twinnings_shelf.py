# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways from the twinnings to the books and lists that belong to them: two buttons with a menu each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hospes.i18n.marks import N_
from hospes.ui.pages import PAGES
from hospes.ui.widgets.buttons import Button, literal

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

SHELVES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "done",
        N_("What was done"),
        "chevron-down",
        (
            "projects",
            "goods",
            "courtesies",
            "hours",
            "feedback",
            "trainings",
            "advice",
            "publications",
            "references",
            "textBlocks",
        ),
    ),
    (
        "around",
        N_("Places and themes"),
        "chevron-down",
        ("places", "venues", "priorities", "themes", "directory", "network"),
    ),
)
"""Code, msgid, icon, and the places behind each button in order; a new book is one word."""


class ShelfButton(Button):
    """One of the buttons; pressed, it lists its places."""

    def __init__(self, desk: Desk, code: str, words: str, icon: str, places: tuple[str, ...]) -> None:
        super().__init__(
            desk.theme, desk.text(words), "quiet", icon=icon, name=f"twinnings.{code}", call=self._open
        )
        self._desk = desk
        self.menu_ = QMenu(self)
        known = {one.code: one for one in PAGES}
        for place in places:
            act = QAction(literal(desk.text(known[place].label)), self.menu_)
            act.setIcon(desk.theme.icon(known[place].icon, "text", 18))
            act.setObjectName(f"twinnings.{place}")
            act.setData(place)
            self.menu_.addAction(act)
        self.menu_.triggered.connect(self._go)

    def _open(self) -> None:
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _go(self, act: QAction) -> None:
        self._desk.go(str(act.data()))


def shelves(desk: Desk) -> list[ShelfButton]:
    """The buttons in order."""
    return [ShelfButton(desk, *one) for one in SHELVES]
