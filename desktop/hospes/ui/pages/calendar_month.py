# SPDX-License-Identifier: GPL-3.0-or-later
"""The month: a sheet of days, and beside it what stands on the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.queries.calendar import calendar
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.calendar_free_days import FreeDaysBox
from hospes.ui.pages.calendar_grid import MonthGrid, month_after
from hospes.ui.pages.calendar_rows import EntryRow, shown_button
from hospes.ui.pages.calendar_tab import CalendarTab
from hospes.ui.pages.calendar_words import month_words
from hospes.ui.widgets.boxes import NO_LIMIT, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

PANE = 300
SMALL_PANE, SMALL_WIDTH = 150, 304


class MonthTab(CalendarTab):
    """Head with month and arrows, the sheet, the day."""

    def __init__(self, desk: Desk, day: Callable[[], date], go: Callable[[date], None]) -> None:
        super().__init__(desk, day, go)
        theme = desk.theme
        self._folded = desk.settings.pane_folded
        self.title = Label(theme, "", "section", name="calendar.month")
        back = icon_button(theme, desk.text("Month before"), "chevron-left", self._back, name="calendar.back")
        on = icon_button(theme, desk.text("Month after"), "chevron-right", self._on, name="calendar.on")
        today = plain_button(theme, desk.text("Today"), self._today, name="calendar.today")
        show = shown_button(desk, self, "calendar.show")
        head = holder(row(theme, back, on, self.title))
        self._tools = holder(FlowLayout(theme, head, today, show, gap=10))
        self.grid = MonthGrid(desk)
        self.grid.moved.connect(self.go_to)
        self.grid.opened.connect(self._open)
        self._left = column(theme, self._tools, self.grid, gap=8)
        self._left.setStretch(1, 1)
        self._box = column(theme, gap=8, margins=(18, 12, 14, 12))
        self.free = FreeDaysBox(desk)
        below = holder(column(theme, self.free, margins=(18, 0, 14, 12)))
        self._area = scrolled(holder(column(theme, self._box, below, None, gap=0)), "calendar.day")
        self.side = SidePane(theme, self._area, width=PANE, name="calendar.pane")
        self._across = row(theme, holder(self._left), self.side, gap=0)
        self._across.setStretch(0, 1)
        self.setLayout(self._across)

    def reload(self) -> None:
        desk, grid = self.desk, self.grid
        grid.day = self.day
        entries = desk.read(calendar, grid.first, grid.last, desk.locale, self.shown())
        grid.show_day(self.day, entries)
        self.title.setText(month_words(desk, self.day))
        self._show_day()

    def _show_day(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        words = desk.locale.date(self.day, "weekday")
        self._box.addWidget(Label(theme, words, "name", wrap=True, name="calendar.dayName"))
        found = self.grid.on(self.day)
        for at, entry in enumerate(found):
            self._box.addWidget(EntryRow(desk, entry, f"calendar.entry.{at}"))
        if not found:
            self._box.addWidget(Label(theme, desk.text("Nothing is on this day."), "m", wrap=True))
        new = plain_button(
            theme, desk.text("New event on this day"), self._new, icon="plus", name="calendar.newHere"
        )
        self._box.addLayout(row(theme, new, None, margins=(0, 8, 0, 0)))
        self.free.show_day(self.day)

    # -- acts ----------------------------------------------------------------------------------------

    def _open(self, _day: object) -> None:
        """Enter goes into the day; a single entry is opened at once, on an empty day a new one begins."""
        rows = self.side.findChildren(EntryRow)
        if not rows:
            self._new()
        elif len(rows) == 1:
            rows[0].open()
        else:
            rows[0].take_focus()

    def _new(self) -> None:
        self.desk.go("calendar", tab="events", new=self.day.isoformat())

    def _back(self) -> None:
        self.go_to(month_after(self.day, -1))

    def _on(self) -> None:
        self.go_to(month_after(self.day, 1))

    def _today(self) -> None:
        self.go_to(self.desk.file.today)

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        return NewButton(self.desk.text("New event"), "plus", "calendar.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new, "fold": self._fold}

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self.fit(self.fits)

    def panes(self) -> Sequence[QWidget]:
        return (self.grid, self.side)

    def first_focus(self) -> QWidget | None:
        return self.grid

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        theme, small = self.desk.theme, fit <= Fit.COMPACT
        left, _, right, bottom = side_margins(theme, fit)
        direction = self._across.Direction
        beneath = fit is Fit.NARROW
        self._across.setDirection(direction.TopToBottom if beneath else direction.LeftToRight)
        self._left.setContentsMargins(left, 0, right if beneath else theme.u(12), 0 if beneath else bottom)
        if beneath:
            self.side.take_room()
        else:
            self.side.set_width(SMALL_WIDTH if small else PANE)
        self.side.setMaximumHeight(theme.u(SMALL_PANE) if beneath else NO_LIMIT)
        self.side.set_folded(self._folded and not beneath)
