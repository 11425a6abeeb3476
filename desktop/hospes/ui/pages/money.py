# SPDX-License-Identifier: GPL-3.0-or-later
"""Money: dues, payments, and what comes to them later, each a tab (design 5.10)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.i18n.marks import N_
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.money_tab import MoneyTab
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

    def load(self) -> type[MoneyTab]:
        """The tab's class."""
        module, _, name = self.factory.partition(":")
        found = getattr(import_module(module), name)
        if not (isinstance(found, type) and issubclass(found, MoneyTab)):
            raise TypeError(self.factory)
        return found


TABS: tuple[Tab, ...] = (
    Tab("dues", N_("Dues"), "hospes.ui.pages.money_dues:DuesTab"),
    Tab("payments", N_("Payments"), "hospes.ui.pages.money_payments:PaymentsTab"),
    Tab("donations", N_("Donations"), "hospes.ui.pages.money_donations:DonationsTab"),
    Tab("bank", N_("Bank"), "hospes.ui.pages.money_bank:BankTab"),
    Tab("grants", N_("Grants"), "hospes.ui.pages.money_grants:GrantsTab"),
    Tab("journal", N_("Journal"), "hospes.ui.pages.money_journal:JournalTab"),
    Tab("year", N_("Year"), "hospes.ui.pages.money_year:YearTab"),
)
"""The tabs in their order; a new one is one line here."""


class MoneyPage(Page):
    """The tabs, and the one in view."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {},
        {"chip": "open"},
        {"pay": "person:Kessler Dieter"},
        {"start": 2027},
        {"tab": "payments"},
        {"tab": "donations"},
        {"tab": "donations", "view": "receipts", "year": 2025},
        {"tab": "donations", "view": "rules"},
        {"tab": "donations", "write": True},
        {"tab": "donations", "gift": "new"},
        {"tab": "bank"},
        {"tab": "bank", "view": "collections"},
        {"tab": "bank", "collect": True},
        {"tab": "bank", "mandate": "new"},
        {"tab": "grants"},
        {"tab": "journal"},
        {"tab": "journal", "setup": True},
        {"tab": "year", "year": 2025},
        {"tab": "year", "year": 2025, "close": True},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._code = TABS[0].code
        self._made: dict[str, MoneyTab] = {}
        self.tabs = TabRow(theme, [Chip(one.code, desk.text(one.label)) for one in TABS], name="money.tabs")
        self.tabs.chosen.connect(self._choose)
        self._top = column(theme, self.tabs, line(), gap=0)
        self.stack = QStackedWidget()
        self._whole = column(theme, holder(self._top), self.stack, gap=8)
        self._whole.setStretch(1, 1)
        self.tall = Tall(holder(self._whole), self._least, "money.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    @property
    def tab(self) -> MoneyTab:
        """The tab in view, made when it is first wanted."""
        if self._code not in self._made:
            tab = next(one for one in TABS if one.code == self._code).load()(self.desk)
            tab.headingChanged.connect(self.headingChanged)
            tab.moved.connect(self.moved)
            self.stack.addWidget(tab)
            self._made[self._code] = tab
            tab.fit(self.fits)
        return self._made[self._code]

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
        self.tall.verticalScrollBar().setValue(0)  # another tab begins at its top
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
        return Heading(desk.text("Money"), desk.text("Dues, payments and receipts"), self.tab.new_button())

    def help_page(self) -> str:
        own = {"bank": "bank", "donations": "donations", "journal": "journal", "year": "journal"}
        return own.get(self._code, "money")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**self.tab.acts(), "next_tab": self._next, "previous_tab": self._previous}

    def _next(self) -> None:
        self.tabs.step(1)

    def _previous(self) -> None:
        self.tabs.step(-1)

    def show_at(self, **where: object) -> None:
        wanted = where.get("tab")
        code = str(wanted) if wanted in {one.code for one in TABS} else ""
        if not code and isinstance(where.get("id"), str):
            code = "payments"  # search leads to a receipt by its id
        if not code and (where.get("pay") or where.get("start") or where.get("chip")):
            code = "dues"
        if code:
            self._choose(code)
        self.tab.show_at(**where)

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
