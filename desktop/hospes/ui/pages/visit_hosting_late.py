# SPDX-License-Identifier: GPL-3.0-or-later
"""After a late change: what has happened, and whom to telephone about the plan with the fewest calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from hospes.domain.codes_visit import OfferState
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import Button, link_button
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.i18n.locale import Locale
    from hospes.queries.hosting_late import CallList, GuestCall, HomeCall, Number
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


def _numbers(locale: Locale, numbers: tuple[Number, ...]) -> str:
    return ", ".join(
        locale.text("{name} {number}", name=one.name, number=one.value) if one.name else one.value
        for one in numbers[:2]
    )


def guest_line(locale: Locale, call: GuestCall) -> str:
    """What to tell a guest."""
    after, before = locale.listing(call.after), locale.listing(call.before)
    if call.after and call.before:
        said = locale.text("{guest} moves from {home} to {other}", guest=call.name, home=before, other=after)
    elif call.after:
        said = locale.text("{guest} stays with {home}", guest=call.name, home=after)
    else:
        said = locale.text("{guest} has no bed any more", guest=call.name)
    numbers = _numbers(locale, call.phones)
    return locale.text("{line}: {phones}", line=said, phones=numbers) if numbers else said


def home_line(locale: Locale, call: HomeCall) -> str:
    """What to tell a host family."""
    come, gone = locale.listing(call.come), locale.listing(call.gone)
    if call.come and call.gone:
        said = locale.text("{home}: {come} in place of {gone}", home=call.name, come=come, gone=gone)
    elif call.come:
        said = locale.ntext(
            "{home}: {come} comes", "{home}: {come} come", len(call.come), home=call.name, come=come
        )
    else:
        said = locale.ntext(
            "{home}: {gone} does not come",
            "{home}: {gone} do not come",
            len(call.gone),
            home=call.name,
            gone=gone,
        )
    numbers = _numbers(locale, call.phones)
    return locale.text("{line} ({phones})", line=said, phones=numbers) if numbers else said


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

    def show_calls(self, calls: CallList | None) -> None:
        """Show these calls; nothing for None."""
        clear(self._list)
        self._lines = []
        if calls is None:
            return
        desk = self.desk
        locale = desk.locale
        self._lines = [home_line(locale, one) for one in calls.homes]
        self._lines += [guest_line(locale, one) for one in calls.guests]
        self.title.setText(desk.ntext("{n} call to make", "{n} calls to make", calls.calls))
        for number, words in enumerate(self._lines):
            label = Label(desk.theme, words, wrap=True, name=f"review.call.{number}")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._list.addWidget(label)
        sheets, cards = len(calls.homes), len([one for one in calls.guests if one.after])
        parts = [desk.text("the hosting list")]
        if sheets:
            parts.append(desk.ntext("{n} host sheet", "{n} host sheets", sheets))
        if cards:
            parts.append(desk.ntext("{n} guest card", "{n} guest cards", cards))
        self.again.setText(desk.text("To print again: {papers}", papers=locale.listing(parts)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        n = len(self._lines)
        self.desk.say(self.desk.ntext("{n} line copied.", "{n} lines copied.", n))
