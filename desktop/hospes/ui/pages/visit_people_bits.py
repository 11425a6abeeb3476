# SPDX-License-Identifier: GPL-3.0-or-later
"""Small parts around the list of a visit's people: its chips, what an empty list says, who is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.i18n.marks import N_
from hospes.ui.desk import Answer
from hospes.ui.widgets.boxes import row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.ui.desk import Desk

CHIPS = (
    ("all", N_("All")),
    ("guests", N_("Guests")),
    ("hosts", N_("Hosts")),
    ("leaders", N_("Leaders")),
    ("officials", N_("Officials")),
    ("interested", N_("Interested")),
    ("waiting", N_("Waiting list")),
    ("incomplete", N_("Papers missing")),
    ("no_host", N_("Without host")),
    ("here", N_("Here today")),
    ("gone", N_("Not coming")),
)
ALWAYS = frozenset({"all", "guests", "hosts"})
"""Chips that are shown even with nobody behind them."""


def nobody_yet(desk: Desk, add: Callable[[], object], bring_in: Callable[[], object]) -> EmptyState:
    """A visit without anybody."""
    ways = (
        Answer(desk.text("Add people"), add, main=True, name="visit.people.empty.add"),
        Answer(desk.text("Bring in a list"), bring_in, name="visit.people.empty.bringIn"),
    )
    return EmptyState(desk.theme, desk.text("Nobody is on this visit's list yet."), ways, icon="users")


def nobody_here(desk: Desk, typed: str, everyone: Callable[[], object]) -> EmptyState:
    """Nobody behind a chip, or nobody of a name."""
    way = Answer(desk.text("Show everyone"), everyone, main=True, name="visit.people.empty.everyone")
    words = desk.text("Nobody matches “{words}”.", words=typed) if typed else desk.text("Nobody here.")
    return EmptyState(desk.theme, words, (way,), icon="search")


class PersonBar(QWidget):
    """Where there is little room: who is chosen, and the way to everything about them."""

    def __init__(self, desk: Desk, call: Callable[[], object]) -> None:
        super().__init__()
        theme = desk.theme
        self.name = Label(theme, "", "lead", name="visit.people.bar.name")
        go = plain_button(theme, desk.text("Show everything"), call, name="visit.people.bar.open")
        self.setLayout(row(theme, self.name, None, go))
        self.hide()

    def show_name(self, name: str) -> None:
        """Name who is chosen; nothing hides the bar."""
        self.name.setText(name)
        self.setVisible(bool(name))
