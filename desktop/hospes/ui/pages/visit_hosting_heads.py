# SPDX-License-Identifier: GPL-3.0-or-later
"""Above the columns of the board: how many guests wait; which homes are shown, and in what order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from hospes.domain.codes_visit import OfferState
from hospes.ui.pages.visit_hosting_model import ALL, FREE, GOES, Filter
from hospes.ui.widgets.boxes import column, holder, row
from hospes.ui.widgets.buttons import Button, icon_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hospes.ui.desk import Desk

TYPING_MS = 120
EVERY = "every"


class GuestsHead(QWidget):
    """Guests to place, and how many."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.count = Label(desk.theme, "", "section", name="board.guestCount")
        box = row(desk.theme, ElidedLabel(desk.theme, desk.text("Guests to place"), "section"), self.count)
        box.setStretch(0, 1)
        self.setLayout(box)

    def set_count(self, n: int) -> None:
        """Show how many people wait."""
        self.count.setText(str(n))


class HostsHead(QWidget):
    """The chips above the cards, and the line that filters them."""

    filtered = Signal(object)
    back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme, text = desk.theme, desk.text
        self._desk = desk
        self._filter = Filter()
        self.back_button = icon_button(
            theme, text("Back to the guests"), "arrow-left", self.back.emit, name="board.toGuests"
        )
        self.back_button.hide()
        self.title = Label(theme, text("Hosts"), "section")
        self.sorted = ElidedLabel(theme, "", "m", name="board.sorted")
        self.free = Button(theme, text("With free beds"), "chip", name="board.free", call=self._pick_free)
        self.all = Button(theme, text("All"), "chip", name="board.all", call=self._pick_all)
        group = QButtonGroup(self)
        group.addButton(self.free)
        group.addButton(self.all)
        self.find_button = icon_button(
            theme, text("Find a host or a guest"), "search", self.open_find, name="board.find"
        )
        self._whole = (self.back_button, self.title, self.find_button, self.free, self.all)
        top = row(
            theme, self.back_button, self.title, self.sorted, self.find_button, self.free, self.all, gap=8
        )
        top.setStretch(2, 1)
        self.line = TextField(theme, example=text("Name of a host or a guest"), name="board.findLine")
        self.line.setAccessibleName(text("Find a host or a guest"))
        states = [
            ("", text("Said yes")),
            *((one.value, desk.locale.label(one)) for one in OfferState if one is not OfferState.YES),
            (EVERY, text("Whatever they said")),
        ]
        self.states = Choice(theme, states, name="board.states")
        self.states.setAccessibleName(text("What they said"))
        close = icon_button(theme, text("Show all hosts again"), "x", self._close, name="board.noFind")
        low = row(theme, self.line, self.states, close)
        low.setStretch(0, 1)
        self.finding = holder(low)
        self.finding.hide()
        self.setLayout(column(theme, top, self.finding, gap=6))
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(self._typed)
        self.line.textEdited.connect(self._start)
        self.states.picked.connect(self._pick_state)

    def show_state(self, wanted: Filter, names: str, homes: int) -> None:
        """Show what is filtered, for whom the homes are sorted, and how many there are."""
        desk = self._desk
        self._filter = wanted
        self.free.setChecked(wanted.beds == FREE)
        self.all.setChecked(wanted.beds == ALL)
        self.all.set_text(desk.ntext("All {n}", "All {n}", homes))
        self.sorted.set_text(desk.text("best fit for {names} first", names=names) if names else "")
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        """Where there is hardly any room the title gives way; the chips say enough."""
        gap = self._desk.theme.u(8)
        shown = [one for one in self._whole if one is self.title or not one.isHidden()]
        needed = sum(one.sizeHint().width() + gap for one in shown) + self.sorted.minimumSizeHint().width()
        self.title.setVisible(needed <= self.width())

    def set_narrow(self, on: bool) -> None:
        """Offer the way back to the guests, where they are not beside the hosts."""
        self.back_button.setVisible(on)
        self._fit_title()

    def open_find(self) -> None:
        """Open the line that filters."""
        self.finding.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _close(self) -> None:
        self.finding.hide()
        self.line.clear()
        self.states.choose("")
        self._tell(replace(self._filter, words="", states=GOES))

    def _start(self) -> None:
        self._timer.start()

    def _typed(self) -> None:
        self._tell(replace(self._filter, words=self.line.text().strip()))

    def _pick_state(self, code: str) -> None:
        states = frozenset(OfferState) if code == EVERY else frozenset({OfferState(code)}) if code else GOES
        self._tell(replace(self._filter, states=states, beds=self._filter.beds if not code else ALL))

    def _pick_free(self) -> None:
        self._tell(replace(self._filter, beds=FREE))

    def _pick_all(self) -> None:
        self._tell(replace(self._filter, beds=ALL))

    def _tell(self, wanted: Filter) -> None:
        self._filter = wanted
        self.filtered.emit(wanted)
