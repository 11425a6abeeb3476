# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tab of the Calendar place is. A tab is one file and one line in `TABS` of `ui/pages/calendar.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.queries.calendar import USUAL, Shown
from hospes.settings import ListLook
from hospes.ui.pages.tabbed import PageTab

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hospes.ui.desk import Desk

VIEW = "calendar"
"""Under this name this computer remembers what its calendar shows."""


class CalendarTab(PageTab):
    """A tab of the Calendar; where month and agenda stand is one day for both."""

    def __init__(self, desk: Desk, day: Callable[[], date], go: Callable[[date], None]) -> None:
        super().__init__(desk)
        self._day, self._go = day, go

    @property
    def day(self) -> date:
        """The day the calendar stands on."""
        return self._day()

    def go_to(self, day: date) -> None:
        """Stand on another day."""
        self._go(day)

    def begin(self) -> None:
        """Open the form for something new."""

    def shown(self) -> tuple[Shown, ...]:
        """The kinds this computer wants to see."""
        look = self.desk.settings.lists.get(VIEW)
        return tuple(kind for kind in Shown if kind.value in look.columns) if look is not None else USUAL

    def show_kind(self, kind: Shown, wanted: bool) -> None:
        """Show or leave out a kind from now on."""
        kinds = [
            one for one in Shown if (one is kind and wanted) or (one is not kind and one in self.shown())
        ]
        lists = {**self.desk.settings.lists, VIEW: ListLook(tuple(one.value for one in kinds))}
        self.desk.prefer(lists=lists)
