# SPDX-License-Identifier: GPL-3.0-or-later
"""People who may be the one being typed: “Is it one of these?” A hint, never a stop (design 5.3, 6.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from hospes.domain.names import display_name, initials
from hospes.queries.doubles import Double, Typed, doubles
from hospes.ui.widgets.boxes import Box, clear, column, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label, avatar, picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from hospes.ui.desk import Desk

SHOWN = 3


class DoublesHint(Box):
    """Up to three people, each with a way to their page; hidden while there is nobody."""

    opened = Signal(object)
    """Id of the person who was meant."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=6, margins=(12, 8, 12, 8), name="member.form.doubles")
        self.desk = desk
        self._others: set[UUID] = set()
        self._shown: tuple[UUID, ...] = ()
        self._people = column(theme, gap=4)
        words = row(
            theme,
            picture(theme.pixmap("info", "home", 18)),
            Label(theme, desk.text("Is it one of these?"), "label"),
            None,
        )
        no = link_button(
            theme, desk.text("No, someone else"), self._somebody_else, name="member.form.noDouble"
        )
        self.box.addLayout(words)
        self.box.addLayout(self._people)
        self.box.addLayout(row(theme, no, None))
        self.hide()

    def forget(self) -> None:
        """A new form begins: ask about everybody again."""
        self._others.clear()
        self._shown = ()
        self.hide()

    def look(self, typed: Typed) -> None:
        """Look for people like this one, and show them."""
        found: list[Double] = []
        if (typed.given.strip() and typed.surname.strip()) or typed.emails:
            found = self.desk.read(doubles, typed, today=self.desk.file.today, but=self._others)[:SHOWN]
        ids = tuple(one.id for one in found)
        if ids == self._shown:
            return
        self._shown = ids
        clear(self._people)
        for one in found:
            self._people.addLayout(self._line(one))
        self.setVisible(bool(found))

    def _line(self, one: Double) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        parts = [display_name(one.name), one.place, self._what(one)]
        words = Label(theme, ", ".join(part for part in parts if part), wrap=True)
        open_ = link_button(theme, desk.text("Open"), self._open, name=f"member.form.double.{one.id.hex}")
        open_.setProperty("person", one.id.hex)
        box = row(theme, avatar(theme, initials(one.name), size=30), words, open_)
        box.setStretch(1, 1)
        return box

    def _what(self, one: Double) -> str:
        text = self.desk.text
        if one.deceased:
            return text("died")
        if one.is_member:
            return text("member no. {number}", number=one.number) if one.number else text("member")
        return text("former member") if one.was_member else text("contact")

    def _open(self) -> None:
        self.opened.emit(UUID(hex=str(self.sender().property("person"))))

    def _somebody_else(self) -> None:
        self._others.update(self._shown)
        self._shown = ()
        self.hide()
