# SPDX-License-Identifier: GPL-3.0-or-later
"""Money: dues, payments, and what comes to them later, each a tab (design 5.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hospes.i18n.marks import N_
from hospes.ui.page import Heading
from hospes.ui.pages.tabbed import Tab, TabbedPage

if TYPE_CHECKING:
    from collections.abc import Mapping


class MoneyPage(TabbedPage):
    """The tabs, and the one in view."""

    TABS: ClassVar[tuple[Tab, ...]] = (
        Tab("dues", N_("Dues"), "hospes.ui.pages.money_dues:DuesTab"),
        Tab("payments", N_("Payments"), "hospes.ui.pages.money_payments:PaymentsTab"),
        Tab("donations", N_("Donations"), "hospes.ui.pages.money_donations:DonationsTab"),
        Tab("bank", N_("Bank"), "hospes.ui.pages.money_bank:BankTab"),
        Tab("grants", N_("Grants"), "hospes.ui.pages.money_grants:GrantsTab"),
        Tab("journal", N_("Journal"), "hospes.ui.pages.money_journal:JournalTab"),
        Tab("year", N_("Year"), "hospes.ui.pages.money_year:YearTab"),
    )
    NAME: ClassVar[str] = "money"
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

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(desk.text("Money"), desk.text("Dues, payments and receipts"), self.tab.new_button())

    def help_page(self) -> str:
        own = {"bank": "bank", "donations": "donations", "journal": "journal", "year": "journal"}
        return own.get(self._code, "money")

    def show_at(self, **where: object) -> None:
        wanted = where.get("tab")
        code = str(wanted) if self.is_tab(wanted) else ""
        if not code and isinstance(where.get("id"), str):
            code = "payments"  # search leads to a receipt by its id
        if not code and (where.get("pay") or where.get("start") or where.get("chip")):
            code = "dues"
        if code:
            self._choose(code)
        self.tab.show_at(**where)
        self.tall.verticalScrollBar().setValue(0)  # what has the keyboard is brought into view after this
