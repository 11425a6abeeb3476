# SPDX-License-Identifier: GPL-3.0-or-later
"""After a late change: what has happened, and whom to telephone about the plan with the fewest calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from hospes.domain.codes_visit import OfferState
from hospes.queries.hosting_late_words import guest_line, home_line
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import Button, link_button
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.i18n.locale import Locale
    from hospes.queries.hosting_late import CallList
    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_hosting_model import Board

THERE = frozenset({OfferState.YES, OfferState.RESERVE})


def what_happened(locale: Locale, board: Board) -> str:
    """The late change in a sentence: a home is gone, or people who do not come have beds; else empty."""
    gone = [card for card in board.read.hosts if card.state not in THERE and card.guests]
    n = sum(len(card.guests) for card in gone)
    if gone:
        homes = locale.listing([card.name for card in gone])
        return locale.ntext(
            "{homes} cannot host any more: {n} guest needs another bed.",
            "{homes} cannot host any more: {n} guests need another bed.",
            n,
            homes=homes,
        )
    strays = len({one.participation_id for one in board.read.strays})
    if strays:
        return locale.ntext(
            "{n} person who does not come still has a bed.",
            "{n} people who do not come still have a bed.",
            strays,
        )
    return ""


class LateBanner(QFrame):
    """What has happened, and the way on, in one line where there is room for it."""

    def __init__(self, desk: Desk, said: str, call: Callable[[], object]) -> None:
        super().__init__()
        theme = desk.theme
        self.setProperty("banner", "err")
        self.setObjectName("board.lateBanner")
        self.setAccessibleName(said)
        self.label = Label(theme, said, wrap=True)
        way = Button(
            theme, desk.text("Find the fewest calls"), "sec", icon="phone", name="board.late", call=call
        )
        line = row(
            theme,
            picture(theme.pixmap("circle-alert", "err", 20)),
            self.label,
            way,
            gap=10,
            margins=(12, 4, 4, 4),
        )
        line.setStretch(1, 1)
        self.setLayout(line)


class CallsBox(QWidget):
    """Whom to telephone, and what to print again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme, text = desk.theme, desk.text
        self.desk = desk
        self._lines: list[str] = []
        self.setObjectName("review.calls")
        self.title = Label(theme, "", "label", name="review.callTitle")
        copy = link_button(theme, text("Copy the list"), self._copy, icon="copy", name="review.copyCalls")
        head = row(theme, self.title, copy)
        head.setStretch(0, 1)
        self._list = column(theme, gap=2)
        self._area = scrolled(holder(column(theme, self._list, None, gap=0)), "review.callList")
        self._area.setMinimumHeight(theme.u(52))
        self.again = Label(theme, "", "m", wrap=True, name="review.printAgain")
        self.setLayout(column(theme, head, self._area, self.again, gap=4))
        self.hide()

    def show_calls(self, calls: tuple[CallList, CallList] | None) -> None:
        """Show the calls for the change and those that mend what was before; nothing for None."""
        clear(self._list)
        self._lines = []
        if calls is None:
            return
        desk = self.desk
        change, mending = calls
        self.title.setText(desk.ntext("{n} call to make", "{n} calls to make", change.calls + mending.calls))
        if mending.calls:
            self._add_head(desk.text("Because of this change"))
        self._add(change)
        if mending.calls:
            self._add_head(desk.text("To mend conflicts from before"))
            self._add(mending)
        sheets = len(change.homes) + len(mending.homes)
        cards = len([one for one in (*change.guests, *mending.guests) if one.after])
        parts = [desk.text("the hosting list")]
        if sheets:
            parts.append(desk.ntext("{n} host sheet", "{n} host sheets", sheets))
        if cards:
            parts.append(desk.ntext("{n} guest card", "{n} guest cards", cards))
        self.again.setText(desk.text("To print again: {papers}", papers=desk.locale.listing(parts)))

    def _add_head(self, words: str) -> None:
        self._lines.append(words)
        self._list.addWidget(Label(self.desk.theme, words, "label", wrap=True))

    def _add(self, calls: CallList) -> None:
        locale = self.desk.locale
        lines = [home_line(locale, one) for one in calls.homes]
        lines += [guest_line(locale, one) for one in calls.guests]
        for words in lines:
            label = Label(self.desk.theme, words, wrap=True, name=f"review.call.{len(self._lines)}")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._list.addWidget(label)
            self._lines.append(words)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        n = len(self._lines)
        self.desk.say(self.desk.ntext("{n} line copied.", "{n} lines copied.", n))
