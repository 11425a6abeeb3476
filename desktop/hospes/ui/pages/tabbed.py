# SPDX-License-Identifier: GPL-3.0-or-later
"""A place whose parts are tabs in a row, such as Money and the Calendar.

A tab is one file and one line in the `TABS` of its page; it is imported and made when it is first opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.ui.page import Fit, Page, late_class, side_margins
from hospes.ui.widgets.boxes import column, holder, line
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.notices import SidePane
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk
    from hospes.ui.page import NewButton

LIST = 300
"""How high a list with its tools stands above what is chosen in it."""


class PageTab(QWidget):
    """Base of the tabs; everything here is a sensible nothing, as in `hospes.ui.page.Page`."""

    headingChanged = Signal()
    moved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.fits = Fit.NORMAL

    def reload(self) -> None:
        """Read everything again."""

    def new_button(self) -> NewButton | None:
        """What is new on this tab."""
        return None

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """What menus, keys and search can do here now."""
        return {}

    def show_at(self, **where: object) -> None:
        """Show what `where` names."""

    def where(self) -> dict[str, object]:
        """Where the tab stands now."""
        return {}

    def mark(self, ids: frozenset[UUID]) -> None:
        """Mark rows an undo changed."""

    def leave(self) -> None:
        """Write what is still open in fields."""

    def least(self) -> int:
        """How high the tab is at least in a small window, in units; the page scrolls then."""
        return 400 if self.fits is Fit.NARROW else 0

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        self.fits = fit

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return (self,)

    def first_focus(self) -> QWidget | None:
        """Where the keyboard goes."""
        return None


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its code, its word, and where its class is, imported when it is first opened."""

    code: str
    label: str
    factory: str

    def load(self) -> type[PageTab]:
        """The tab's class."""
        return late_class(self.factory, PageTab)


class TabbedPage(Page):
    """The tabs, and the one in view."""

    TABS: ClassVar[tuple[Tab, ...]]
    """In their order."""
    NAME: ClassVar[str]
    """How the names of its parts begin."""
    HEAD: ClassVar[int] = 56
    """How high the tabs stand, with what is above them."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._code = self.TABS[0].code
        self._made: dict[str, PageTab] = {}
        chips = [Chip(one.code, desk.text(one.label)) for one in self.TABS]
        self.tabs = TabRow(theme, chips, name=f"{self.NAME}.tabs")
        self.tabs.chosen.connect(self._choose)
        self._top = column(theme, self.tabs, line(), gap=0)
        self._head = holder(self._top)
        self.stack = QStackedWidget()
        whole = column(theme, self._head, self.stack, gap=8)
        whole.setStretch(1, 1)
        self.tall = Tall(holder(whole), self._least, f"{self.NAME}.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    @property
    def tab(self) -> PageTab:
        """The tab in view, made when it is first wanted."""
        if self._code not in self._made:
            tab = self.make(next(one for one in self.TABS if one.code == self._code).load())
            tab.headingChanged.connect(self.headingChanged)
            tab.moved.connect(self.moved)
            self.stack.addWidget(tab)
            self._made[self._code] = tab
            tab.fit(self.fits)
        return self._made[self._code]

    def make(self, kind: type[PageTab]) -> PageTab:
        """Make a tab of this class."""
        return kind(self.desk)

    def read_tab(self) -> None:
        """Have the tab in view show what the file says now."""
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
        self.read_tab()
        self.tall.settle()
        self.tall.verticalScrollBar().setValue(0)  # another tab begins at its top
        self.headingChanged.emit()
        self.moved.emit()

    def _least(self) -> int:
        """How high the page is at least; where there is little room it scrolls (design 4)."""
        if self._code not in self._made:
            return 0
        u, tab = self.desk.theme.u, self.tab
        least = u(self.HEAD + tab.least()) if tab.least() else 0
        side = tab.findChild(SidePane)
        if side is None or not (beneath := side.beneath()):
            return least
        return max(least, u(self.HEAD + LIST) + beneath)

    def is_tab(self, code: object) -> bool:
        """Whether one of the tabs is called so."""
        return any(one.code == code for one in self.TABS)

    # -- the page ------------------------------------------------------------------------------------

    def reload(self) -> None:
        self.stack.setCurrentWidget(self.tab)
        self.read_tab()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**self.tab.acts(), "next_tab": self._next, "previous_tab": self._previous}

    def _next(self) -> None:
        self.tabs.step(1)

    def _previous(self) -> None:
        self.tabs.step(-1)

    def where(self) -> dict[str, object]:
        return {"tab": self._code, **self.tab.where()}

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
