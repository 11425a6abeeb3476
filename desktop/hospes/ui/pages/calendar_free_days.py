# SPDX-License-Identifier: GPL-3.0-or-later
"""School holidays of our towns, typed from the list of the ministry: folded beside the day (decision 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.meetings import AddFreeDays, DeleteFreeDays
from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.queries.association import towns
from hospes.queries.calendar import free_days
from hospes.ui.pages.person_dates import date_field, read_day
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from datetime import date

    from hospes.ui.desk import Desk

SHOWN = 8


class FreeDaysBox(QWidget):
    """Choose a town, see its holidays, add and delete them."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__()
        self.setObjectName("calendar.free")
        self.desk = desk
        self._day: date = desk.file.today
        self._unfold = link_button(theme, desk.text("School holidays…"), self.open, name="calendar.free.open")
        self.town = Choice(theme, (), name="calendar.free.town")
        self.town.setAccessibleName(desk.text("Town"))
        self.town.picked.connect(lambda _code: self._fill())
        self._list = column(theme, gap=2)
        self.words = TextField(theme, example=desk.text("Name of the holidays"), name="calendar.free.name")
        self.words.setAccessibleName(desk.text("Name of the holidays"))
        self.first = date_field(desk)
        self.last = date_field(desk)
        for field, name, words in (
            (self.first, "calendar.free.first", desk.text("First day")),
            (self.last, "calendar.free.last", desk.text("Last day")),
        ):
            field.line.setObjectName(name)
            field.line.setAccessibleName(words)
            field.line.setPlaceholderText(words)
        add = plain_button(theme, desk.text("Add holidays"), self._add, icon="plus", name="calendar.free.add")
        days = FlowLayout(theme, self.first, self.last, add)
        head = Label(theme, desk.text("School holidays"), "label")
        parts = (head, self.town, holder(self._list), self.words, holder(days))
        self._open = holder(column(theme, *parts, gap=8))
        self._open.hide()
        self.setLayout(column(theme, self._unfold, self._open, gap=8, margins=(0, 8, 0, 0)))

    def show_day(self, day: date) -> None:
        """The day that is looked at: where new holidays begin."""
        self._day = day
        if self._open.isVisible():
            self._fill()

    def open(self) -> None:
        """Unfold."""
        desk = self.desk
        found = desk.read(towns, desk.locale.language)
        self.town.set_options([(one.id.hex, one.name) for one in found], self.town.code())
        self._unfold.hide()
        self._open.show()
        self.first.setText(desk.locale.date(self._day))
        self._fill()
        self.words.setFocus()

    def _fill(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._list)
        if not self.town.code():
            return
        rows = desk.read(free_days, UUID(hex=self.town.code()))
        for one in rows[:SHOWN]:
            words = desk.text("{name}, {first} to {last}", name=one.name, first=one.first, last=one.last)
            away = icon_button(
                theme, desk.text("Delete {what}", what=one.name), "trash-2", self._drop,
                name="calendar.free.drop", small=True,
            )  # fmt: skip
            away.setProperty("row", one.id.hex)
            made = row(theme, Label(theme, words, "m", wrap=True), away)
            made.setStretch(0, 1)
            self._list.addLayout(made)

    def _read(self, typed: str) -> date | None:
        value = read_day(self.desk, typed, DateKind.ANY)
        return value.exact if value is not None else None

    def _add(self) -> None:
        desk = self.desk
        if not self.town.code():
            return
        try:
            first, last = self._read(self.first.text()), self._read(self.last.text())
        except UserError as error:
            desk.say(error, kind="warn")
            return
        if first is None or last is None:
            desk.say(desk.text("Write the first and the last day."), kind="warn")
            return
        action = AddFreeDays(UUID(hex=self.town.code()), self.words.text(), first, last)
        if desk.run(action, said=desk.text("The holidays are added.")) is not None:
            self.words.clear()
            self.last.setText("")
            self._fill()

    def _drop(self) -> None:
        gone = UUID(hex=str(self.sender().property("row")))
        self.desk.run(DeleteFreeDays(gone), said=self.desk.text("The holidays are deleted."))
        self._fill()
