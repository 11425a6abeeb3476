# SPDX-License-Identifier: GPL-3.0-or-later
"""The three columns of the board and how they share the room: guests, hosts, why (design 4, 5.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.ui.desk import Answer
from hospes.ui.page import Fit
from hospes.ui.pages.visit_hosting_grid import HostGrid
from hospes.ui.pages.visit_hosting_guests import GuestList
from hospes.ui.pages.visit_hosting_heads import GuestsHead, HostsHead
from hospes.ui.pages.visit_hosting_why import WhyPanel
from hospes.ui.widgets.boxes import NO_LIMIT, Box, clear, column, holder, row
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import Banner, EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.ui.desk import Desk

GUESTS_WIDE, GUESTS_SMALL = 300, 264
WHY_WIDE, WHY_WIDER = 258, 300


class Columns(QWidget):
    """The parts of the board, without knowing what is on them."""

    drawn = Signal(bool)
    """The right column has come and covers everything else, or has gone."""
    no_homes = Signal()
    """There is no home yet: somebody wants to ask hosts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme, text = desk.theme, desk.text
        self.setObjectName("board")
        self.desk = desk
        self.fits = Fit.NORMAL
        self.drawer = False
        self.step = "guests"
        self.guests = GuestList(theme, text("Guests to place"))
        self.guests_head = GuestsHead(desk)
        self.all_placed = StateWord(theme, text("Everybody has a host."), "ok", wrap=True)
        self.all_placed.setObjectName("board.allPlaced")
        nobody = text("Nobody has registered for this visit yet.")
        self.nobody = Label(theme, nobody, "m", wrap=True, name="board.nobody")
        self.left = Box(
            theme, "sunk", self.guests_head, self.guests, self.all_placed, self.nobody, None,
            gap=8, margins=(12, 10, 12, 6), name="board.left",
        )  # fmt: skip
        self.left.box.setStretch(1, 100)
        self.head = HostsHead(desk)
        self.question = column(theme, gap=6)
        self.grid = HostGrid(theme, text("Hosts"))
        ask = Answer(text("Hosts to ask"), self.no_homes.emit, main=True, name="board.askFirst")
        self.no_hosts = EmptyState(theme, "", (ask,), icon="house", name="board.noHosts")
        middle = column(theme, self.head, self.question, self.grid, self.no_hosts, gap=6)
        middle.setStretch(2, 1)
        middle.setStretch(3, 1)
        self.middle = holder(middle)
        self.why = WhyPanel(desk)
        across = row(theme, self.left, self.middle, self.why, gap=12)
        across.setStretch(1, 1)
        self.setLayout(across)
        self.arrange()

    def show_no_hosts(self, words: str, *, ask: bool) -> None:
        """Say why no home is shown; where there is none at all, lead to those who can be asked."""
        self.no_hosts.label.setText(words)
        for button in self.no_hosts.findChildren(Button):
            button.setVisible(ask)

    def fit(self, fit: Fit) -> None:
        """There is that much room from now on."""
        self.fits = fit
        self.arrange()

    @property
    def has_drawer(self) -> bool:
        """Whether the right column comes only when it is asked for."""
        return self.fits <= Fit.COMPACT

    def show_drawer(self, on: bool) -> None:
        """Bring the right column, or put it away."""
        self.drawer = on
        self.arrange()
        self.drawn.emit(on and self.fits is Fit.NARROW)

    def show_step(self, step: str) -> None:
        """Guests or hosts, where there is room for one of them only."""
        self.step = step
        self.arrange()

    def arrange(self) -> None:
        """Three columns; a drawer in place of the guests; or one step at a time."""
        theme, narrow = self.desk.theme, self.fits is Fit.NARROW
        drawer = self.drawer and self.has_drawer
        self.why.setVisible(drawer or not self.has_drawer)
        self.why.close_button.setVisible(self.has_drawer)
        self.left.setVisible(not drawer and (not narrow or self.step == "guests"))
        self.middle.setVisible(not narrow or (self.step == "hosts" and not drawer))
        self.head.set_narrow(narrow)
        self.guests_head.setVisible(not narrow)
        if narrow:
            for widget in (self.left, self.why):
                widget.setMinimumWidth(0)
                widget.setMaximumWidth(NO_LIMIT)
        else:
            self.left.setFixedWidth(theme.u(GUESTS_SMALL if self.has_drawer else GUESTS_WIDE))
            self.why.setFixedWidth(theme.u(WHY_WIDER if self.fits is Fit.WIDE else WHY_WIDE))

    # -- a question ----------------------------------------------------------------------------------

    def ask(self, text: str, answers: Sequence[Answer]) -> None:
        """A question stands above the hosts until it is answered."""
        self.answered()
        if self.fits is Fit.NARROW:
            self.show_step("hosts")
        banner = Banner(
            self.desk.theme, text, "home", icon="link", answers=tuple(answers), name="board.question"
        )
        self.question.addWidget(banner)
        buttons = banner.findChildren(Button)
        for button in buttons:
            button.clicked.connect(self.answered)
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def answered(self) -> None:
        """The question goes."""
        clear(self.question)

    @property
    def asking(self) -> bool:
        """Whether a question stands there."""
        return self.question.count() > 0
