# SPDX-License-Identifier: GPL-3.0-or-later
"""Two lists side by side: who is on it, and who is not; people go over by click, key or several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from hospes.domain.names import display_name
from hospes.i18n.marks import P_
from hospes.ui.page import Fit
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import ElidedLabel, Label
from hospes.ui.widgets.tips import plain_tip
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from hospes.i18n.locale import Locale
    from hospes.queries.travel import Traveller
    from hospes.ui.desk import Desk


def name_cell(one: Traveller, locale: Locale) -> Cell:
    """The name, with the group behind it."""
    return Cell(display_name(one.name), grey=one.group)


def name_column(width: int = 210) -> Column[Traveller]:
    """Names of travellers."""
    return Column("name", P_("person", "Name"), width, name_cell)


class PeopleList(Box):
    """One of the two lists: a head with a number, the table, a button that sends the chosen ones over."""

    sent = Signal(list)
    """Ids of people to go over to the other list."""

    def __init__(
        self, desk: Desk, name: str, columns: Sequence[Column[Any]], verb: str, icon: str, *, delete: bool
    ) -> None:
        theme = desk.theme
        self.desk = desk
        self.title = ElidedLabel(theme, "", "label")
        self.count = Label(theme, "", "m")
        self.table = ListTable(
            desk, name, columns, shown=[one.code for one in columns], name=f"{name}.table", label=verb
        )
        self._verb = verb
        self.button = plain_button(theme, verb, self.send, icon=icon, name=f"{name}.send")
        act = holder(row(theme, self.count, self.button))
        head = row(theme, Turning(theme, self.title, act), margins=(12, 6, 8, 5))
        super().__init__(theme, "card", head, self.table, gap=0, margins=(1, 1, 1, 1), name=name)
        self.box.setStretch(1, 1)
        self.people: dict[UUID, Any] = {}
        self.table.opened.connect(self._opened)
        if delete:
            self.table.binned.connect(self._binned)
        self.table.chosen.connect(self._chosen)
        self.setMinimumWidth(theme.u(150))

    def show_people(self, title: str, rows: Sequence[Any], key: Callable[[Any], UUID]) -> None:
        """Show these, and keep who was chosen where possible."""
        self.people = {key(one): one for one in rows}
        self.title.set_text(title)
        self.count.setText(self.desk.locale.number(len(rows)))
        self.table.set_rows(list(self.people), lambda ids: [self.people.get(one) for one in ids])
        self.table.setAccessibleName(title)
        self._chosen(self.table.chosen_ids())

    def set_tight(self, tight: bool) -> None:
        """The button shows only its icon where there is little room."""
        self.button.set_text("" if tight else self._verb)
        self.button.setAccessibleName(self._verb)
        self.button.setToolTip(plain_tip(self._verb if tight else ""))

    def send(self) -> None:
        """Send the chosen ones over."""
        ids = [one for one in self.table.chosen_ids() if one in self.people]
        if ids:
            self.sent.emit(ids)

    def _opened(self, one: object) -> None:
        chosen = self.table.chosen_ids()
        self.sent.emit(chosen if one in chosen else [one])

    def _binned(self, ids: list[UUID]) -> None:
        self.sent.emit(ids)

    def _chosen(self, ids: list[UUID]) -> None:
        self.button.setEnabled(bool(ids))


class TwoLists(QWidget):
    """Who is on it at the left, who is not at the right; one below the other where there is no room."""

    def __init__(self, desk: Desk, on: PeopleList, off: PeopleList, below: QWidget) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self.on, self.off = on, off
        left = column(theme, on, below, gap=8)
        left.setStretch(0, 1)
        self._box = row(theme, holder(left), off, gap=12)
        self._box.setStretch(0, 5)
        self._box.setStretch(1, 4)
        self.setLayout(self._box)

    def set_fit(self, fit: Fit) -> None:
        """Stand below each other where there is hardly any room."""
        narrow = fit is Fit.NARROW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(way)
        for one in (self.on, self.off):
            one.set_tight(fit is Fit.COMPACT)
            one.table.setMinimumHeight(self._theme.u(180 if narrow else 140 if fit is Fit.COMPACT else 80))
