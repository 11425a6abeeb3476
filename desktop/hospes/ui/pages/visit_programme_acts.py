# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be done with an item of the programme beside changing its fields: copy, move, delete."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu

from hospes.actions.programme import CopyItem, DeleteItem, MoveItem, PutItemBehind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.queries.programme import Item, Programme
    from hospes.ui.desk import Desk


def delete_item(desk: Desk, item: Item, languages: tuple[str, ...]) -> None:
    """Take an item out."""
    said = desk.text("“{item}” is out of the programme.", item=item.title(*languages))
    desk.run(DeleteItem(item.id), said=said)


class ItemMenu(QMenu):
    """The menu behind "…" and the right mouse button."""

    opened = Signal(UUID)

    def __init__(
        self, desk: Desk, found: Programme, item: Item, languages: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._found, self._item, self._languages = found, item, languages
        self.setObjectName("visit.item.menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addAction(desk.text("Change"), self._open)
        copies, moves = self.addMenu(desk.text("Copy to")), self.addMenu(desk.text("Move to"))
        for day in found.days():
            words = desk.locale.date(day, "weekday_short")
            act = copies.addAction(words, self._copy)
            act.setData(day.isoformat())
            if day != item.on:
                moves.addAction(words, self._move).setData(day.isoformat())
        if item.starts is None:
            self.addAction(desk.text("Earlier in the day"), self._earlier)
            self.addAction(desk.text("Later in the day"), self._later)
        self.addSeparator()
        self.addAction(desk.text("Delete"), self._delete)

    def _title(self) -> str:
        return self._item.title(*self._languages)

    def _day(self) -> date:
        return date.fromisoformat(str(self.sender().data()))  # type: ignore[attr-defined]  # a QAction

    def _open(self) -> None:
        self.opened.emit(self._item.id)

    def _copy(self) -> None:
        said = self.desk.text("“{item}” is copied.", item=self._title())
        self.desk.run(CopyItem(self._item.id, self._day()), said=said)

    def _move(self) -> None:
        said = self.desk.text("“{item}” is moved.", item=self._title())
        self.desk.run(MoveItem(self._item.id, self._day(), self._item.starts), said=said)

    def _delete(self) -> None:
        delete_item(self.desk, self._item, self._languages)

    def _earlier(self) -> None:
        self._put_behind(-2)

    def _later(self) -> None:
        self._put_behind(1)

    def _put_behind(self, by: int) -> None:
        """Behind the item that stands so many places away; before all where there is none."""
        ids = [one.id for one in self._found.on(self._item.on)]
        at = ids.index(self._item.id) + by
        behind = ids[min(at, len(ids) - 1)] if at >= 0 else None
        if behind != self._item.id:
            said = self.desk.text("“{item}” is moved.", item=self._title())
            self.desk.run(PutItemBehind(self._item.id, behind), said=said)
