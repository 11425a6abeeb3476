# SPDX-License-Identifier: GPL-3.0-or-later
"""The Calendar: month, agenda, events and tasks, each a tab (design 5.9)."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.i18n.marks import N_
from hospes.ui.page import Heading
from hospes.ui.pages.calendar_tab import CalendarTab
from hospes.ui.pages.tabbed import Tab, TabbedPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk
    from hospes.ui.pages.tabbed import PageTab


class CalendarPage(TabbedPage):
    """The tabs, which stand on one day."""

    TABS: ClassVar[tuple[Tab, ...]] = (
        Tab("month", N_("Month"), "hospes.ui.pages.calendar_month:MonthTab"),
        Tab("agenda", N_("Day by day"), "hospes.ui.pages.calendar_agenda:AgendaTab"),
        Tab("events", N_("Events"), "hospes.ui.pages.calendar_events:EventsTab"),
        Tab("tasks", N_("Tasks"), "hospes.ui.pages.calendar_tasks:TasksTab"),
    )
    NAME: ClassVar[str] = "calendar"
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"day": "2026-05-14"},
        {"tab": "agenda"},
        {"tab": "events"},
        {"tab": "events", "new": "2026-06-19"},
        {"tab": "tasks"},
        {"tab": "tasks", "new": True},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._day = desk.file.today

    def make(self, kind: type[PageTab]) -> PageTab:
        if not issubclass(kind, CalendarTab):
            raise TypeError(kind)
        return kind(self.desk, self.day, self.go_to)

    def day(self) -> date:
        """The day month and agenda stand on."""
        return self._day

    def go_to(self, day: date) -> None:
        """Stand on another day."""
        self._day = day
        self.tab.reload()

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        sub = desk.text("Visits, meetings, feast days of both countries, and what is to do")
        return Heading(desk.text("Calendar"), sub, self.tab.new_button())

    def show_at(self, **where: object) -> None:
        day = where.get("day")
        if isinstance(day, str):
            with suppress(ValueError):
                self._day = date.fromisoformat(day)
        wanted = where.get("tab")
        if self.is_tab(wanted):
            self._choose(str(wanted))
        elif isinstance(where.get("id"), str):
            self._choose("tasks")  # search leads to a task by its id; an event has its own page
        self.tab.show_at(**where)
        self.tab.reload()

    def where(self) -> dict[str, object]:
        return {"day": self._day.isoformat(), **super().where()}
