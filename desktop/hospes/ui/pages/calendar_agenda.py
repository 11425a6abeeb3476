# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda: two months of entries, day under day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hospes.queries.calendar import calendar
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.calendar_rows import EntryRow, day_head, shown_button
from hospes.ui.pages.calendar_tab import CalendarTab
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, limited, row, scrolled
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

DAYS = 60
WIDTH = 900


class AgendaTab(CalendarTab):
    """From a day on, everything in order."""

    def __init__(self, desk: Desk, day: Callable[[], date], go: Callable[[date], None]) -> None:
        super().__init__(desk, day, go)
        theme = desk.theme
        self.title = Label(theme, "", "section", name="agenda.days")
        back = icon_button(theme, desk.text("Earlier"), "chevron-left", self._back, name="agenda.back")
        on = icon_button(theme, desk.text("Later"), "chevron-right", self._on, name="agenda.on")
        today = plain_button(theme, desk.text("Today"), self._today, name="agenda.today")
        show = shown_button(desk, self, "agenda.show")
        head = holder(row(theme, back, on, self.title))
        self._tools = holder(FlowLayout(theme, head, today, show, gap=10))
        self._box = column(theme, gap=6)
        self._card = card(theme, self._box)
        self._area = scrolled(limited(theme, holder(column(theme, self._card, None)), WIDTH), "agenda.list")
        self._whole = column(theme, self._tools, self._area, gap=8)
        self._whole.setStretch(1, 1)
        self.setLayout(self._whole)

    def reload(self) -> None:
        desk = self.desk
        last = self.day + timedelta(days=DAYS - 1)
        self.title.setText(desk.locale.span(self.day, last))
        clear(self._box)
        found = desk.read(calendar, self.day, last, desk.locale, self.shown())
        day: date | None = None
        for at, entry in enumerate(found):
            on = max(entry.on, self.day)
            if on != day:
                day = on
                self._box.addWidget(day_head(desk, desk.locale.date(on, "weekday")))
            self._box.addWidget(EntryRow(desk, entry, f"agenda.entry.{at}"))
        if not found:
            empty = EmptyState(
                desk.theme, desk.text("Nothing is planned in these days."), icon="calendar-days"
            )
            self._box.addWidget(empty)

    def _back(self) -> None:
        self.go_to(self.day - timedelta(days=DAYS))

    def _on(self) -> None:
        self.go_to(self.day + timedelta(days=DAYS))

    def _today(self) -> None:
        self.go_to(self.desk.file.today)

    def _new(self) -> None:
        self.desk.go("calendar", tab="events", new="yes")

    def new_button(self) -> NewButton | None:
        return NewButton(self.desk.text("New event"), "plus", "calendar.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new}

    def first_focus(self) -> QWidget | None:
        first = self._area.findChild(EntryRow)
        return first.nextInFocusChain() if first is not None else None

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)
