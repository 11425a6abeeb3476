# SPDX-License-Identifier: GPL-3.0-or-later
"""The Calendar: month, agenda, events and tasks, each a tab (design 5.9)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.i18n.marks import N_
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.calendar_tab import CalendarTab
from hospes.ui.widgets.boxes import column, holder, line
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk

HEAD = 56
"""How high the tabs stand."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its code, its word, and where its class is, imported when it is first opened."""

    code: str
    label: str
    factory: str

    def load(self) -> type[CalendarTab]:
        """The tab's class."""
        module, _, name = self.factory.partition(":")
        found = getattr(import_module(module), name)
        if not (isinstance(found, type) and issubclass(found, CalendarTab)):
            raise TypeError(self.factory)
        return found


TABS: tuple[Tab, ...] = (
    Tab("month", N_("Month"), "hospes.ui.pages.calendar_month:MonthTab"),
    Tab("agenda", N_("Day by day"), "hospes.ui.pages.calendar_agenda:AgendaTab"),
    Tab("events", N_("Events"), "hospes.ui.pages.calendar_events:EventsTab"),
    Tab("tasks", N_("Tasks"), "hospes.ui.pages.calendar_tasks:TasksTab"),
)
"""The tabs in their order; a new one is one line here."""


class CalendarPage(Page):
    """The tabs, and the one in view."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
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
        theme = desk.theme
        self._code = TABS[0].code
        self._day = desk.file.today
        self._made: dict[str, CalendarTab] = {}
        chips = [Chip(one.code, desk.text(one.label)) for one in TABS]
        self.tabs = TabRow(theme, chips, name="calendar.tabs")
        self.tabs.chosen.connect(self._choose)
        self._top = column(theme, self.tabs, line(), gap=0)
        self.stack = QStackedWidget()
        self._whole = column(theme, holder(self._top), self.stack, gap=8)
        self._whole.setStretch(1, 1)
        self.tall = Tall(holder(self._whole), self._least, "calendar.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    @property
    def tab(self) -> CalendarTab:
        """The tab in view, made when it is first wanted."""
        if self._code not in self._made:
            made = next(one for one in TABS if one.code == self._code).load()
            tab = made(self.desk, self.day, self.go_to)
            tab.headingChanged.connect(self.headingChanged)
            tab.moved.connect(self.moved)
            self.stack.addWidget(tab)
            self._made[self._code] = tab
            tab.fit(self.fits)
        return self._made[self._code]

    def day(self) -> date:
        """The day month and agenda stand on."""
        return self._day

    def go_to(self, day: date) -> None:
        """Stand on another day."""
        self._day = day
        self.tab.reload()

    def _choose(self, code: str) -> None:
        if code == self._code and self._made:
            return
        if self._code in self._made:
            self.tab.leave()
        self._code = code
        self.tabs.choose(code)
        self.stack.setCurrentWidget(self.tab)
        self.tab.fit(self.fits)
        self.tab.reload()
        self.tall.settle()
        self.headingChanged.emit()
        self.moved.emit()

    def _least(self) -> int:
        """How high the page is at least; where there is little room it scrolls (design 4)."""
        least = self.tab.least() if self._code in self._made else 0
        return self.desk.theme.u(HEAD + least) if least else 0

    # -- the page ------------------------------------------------------------------------------------

    def reload(self) -> None:
        self.stack.setCurrentWidget(self.tab)
        self.tab.reload()

    def heading(self) -> Heading:
        desk = self.desk
        sub = desk.text("Visits, meetings, feast days of both countries, and what is to do")
        return Heading(desk.text("Calendar"), sub, self.tab.new_button())

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**self.tab.acts(), "next_tab": self._next, "previous_tab": self._previous}

    def _next(self) -> None:
        self.tabs.step(1)

    def _previous(self) -> None:
        self.tabs.step(-1)

    def show_at(self, **where: object) -> None:
        day = where.get("day")
        if isinstance(day, str):
            with suppress(ValueError):
                self._day = date.fromisoformat(day)
        wanted = where.get("tab")
        if wanted in {one.code for one in TABS}:
            self._choose(str(wanted))
        elif isinstance(where.get("id"), str):
            self._choose("tasks")  # search leads to a task by its id; an event has its own page
        self.tab.show_at(**where)
        self.tab.reload()

    def where(self) -> dict[str, object]:
        return {"tab": self._code, "day": self._day.isoformat(), **self.tab.where()}

    def mark(self, ids: frozenset[UUID]) -> None:
        self.tab.mark(ids)

    def leave(self) -> None:
        self.tab.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, _ = side_margins(self.desk.theme, fit)
        self._top.setContentsMargins(left, top, right, 0)
        if self._made:
            self.tab.fit(fit)
        self.tall.settle()

    def panes(self) -> Sequence[QWidget]:
        return (self.tabs, *self.tab.panes())

    def first_focus(self) -> QWidget | None:
        return self.tab.first_focus()
