# SPDX-License-Identifier: GPL-3.0-or-later
"""The Budget tab: costs and income planned and real, grants with what they would pay, and who pays what."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.domain.values import Money
from hospes.queries.budget import BudgetView, budget, promised_of
from hospes.ui.page import Fit
from hospes.ui.pages.visit_budget_grants import GrantsPane
from hospes.ui.pages.visit_budget_line_pane import LinePane
from hospes.ui.pages.visit_budget_lines import BudgetGrid
from hospes.ui.pages.visit_budget_pay import NAMES, PayPane
from hospes.ui.pages.visit_budget_words import balance_words
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.widgets.boxes import Box, column, holder, put_late, row, scrolled
from hospes.ui.widgets.buttons import icon_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.tall import Sides
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.ui.desk import Desk

PARTS = ("lines", "grants", "pay")
LINE_HEIGHT = 330
"""How high a line's details stand beneath the lines in a small window."""


class BudgetTab(VisitTab):
    """Money of a visit."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "budget_line", "budget_eligibility", "visit_price", "visit_share", "payment", "visit_grant",
            "funding_edit", "funding_scheme", "grant_signature", "grant_proof", "participation", "presence",
            "delegation", "visit", "host_offer", "person", "organisation", "household", "visit_bearer",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {},
        {"part": "grants"},
        {"part": "grants", "of": "figures"},
        {"part": "grants", "of": "rules"},
        {"part": "pay"},
        {"part": "pay", "open": "prices"},
        {"part": "pay", "open": "others"},
        {"id": "visit:Ascension visit 2025", "part": "lines"},
        {"id": "visit:Ascension visit 2025", "part": "pay"},
        {"id": "visit:Ascension visit 2025", "part": "grants", "of": "rules"},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.view: BudgetView | None = None
        self._part = PARTS[0]
        self._line: UUID | None = None
        self.parts = ChipRow(theme, desk.text("Show"), name="visit.budget.parts")
        self.parts.set_chips(
            (
                Chip("lines", desk.text("Costs and income")),
                Chip("grants", desk.text("Grants")),
                Chip("pay", desk.text("Who pays")),
            )
        )
        self.parts.chosen.connect(self._choose_part)
        self.balance = StateWord(theme, "", "warn")
        self.balance.setObjectName("visit.budget.balance")
        self.sums = Label(theme, "", "m", name="visit.budget.sums")
        printing = icon_button(
            theme, desk.text("Print the budget"), "printer", self._print, name="visit.budget.print"
        )
        told = row(theme, self.sums, self.balance, printing, gap=12)
        for words in (self.sums, self.balance):
            told.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        self._tools = Turning(theme, self.parts, holder(told), gap=12)
        self.grid = BudgetGrid(desk)
        self.grid.chosen.connect(self._chosen)
        self.grid.detailsWanted.connect(self._details)
        self.grid.grantWanted.connect(self._to_grants)
        self.grid.sharesWanted.connect(self._to_shares)
        self.pane = LinePane(desk)
        self.pane.closed.connect(self._close)
        self._pane_box = Box(theme, "card", self.pane, gap=0, margins=(1, 1, 1, 1), name="visit.budget.line")
        self._pane_box.hide()
        self._lines = Sides(theme, scrolled(self.grid, "visit.budget.scroll"), self._pane_box, own="second")
        self._grants: GrantsPane | None = None
        self._pay: PayPane | None = None
        self.body = QStackedWidget()
        for one in (self._lines, QWidget(), QWidget()):  # two that are built when they are first asked for
            self.body.addWidget(one)
        whole = column(theme, self._tools, self.body, gap=10, margins=(0, 12, 0, 0))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        found = desk.read(promised_of, visit_id, desk.file.today)
        if found is None:
            return TabMark()
        if found.promised.minor >= found.costs.minor:
            return TabMark(done=True, words=desk.text("All costs are covered"))
        missing = found.costs - found.promised
        return TabMark(words=desk.text("{amount} still missing", amount=missing))

    @property
    def grants(self) -> GrantsPane:
        """The grants; built when they are first looked at, for they are half of the tab's work."""
        if self._grants is None:
            self._grants = GrantsPane(self.desk)
            self._grants.fit(self.fits)
            put_late(self.body, PARTS.index("grants"), self._grants)
        return self._grants

    @property
    def pay(self) -> PayPane:
        """Who pays; built when it is first looked at."""
        if self._pay is None:
            self._pay = PayPane(self.desk)
            self._pay.fit(self.fits)
            put_late(self.body, PARTS.index("pay"), self._pay)
        return self._pay

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        view = desk.read(budget, self.visit, desk.file.today, desk.locale)
        self.view = view
        words, tone = balance_words(desk, view)
        self.balance.set_state(words, tone)
        promised = desk.locale.money(_money(view, view.promised.income))
        costs = desk.locale.money(_money(view, view.planned.costs))
        self.sums.setText(desk.text("{promised} of {costs} promised", promised=promised, costs=costs))
        self.sums.setVisible(bool(view.planned.costs) and self.fits > Fit.COMPACT)
        self.grid.show_view(view)
        if self._line is not None:
            line = view.line(self._line)
            self._pane_box.setVisible(line is not None)
            self.pane.show_line(view, line)
        if self._part == "grants":
            self.grants.show_visit(self.visit)
        elif self._part == "pay":
            self.pay.show_view(view)

    def _widget_of(self, code: str) -> QWidget:
        if code == "grants":
            return self.grants
        return self.pay if code == "pay" else self._lines

    # -- acts ----------------------------------------------------------------------------------------

    def _show_part(self, code: str) -> None:
        self._part = code
        self.parts.choose(code)
        self.body.setCurrentWidget(self._widget_of(code))
        if self.visit_id is None or self.view is None:
            return
        if code == "grants":
            self.grants.show_visit(self.visit)
        elif code == "pay":
            self.pay.show_view(self.view)

    def _choose_part(self, code: str) -> None:
        self.leave()
        self._show_part(code)
        self.moved.emit()
        self.headingChanged.emit()

    def _to_grants(self) -> None:
        self._choose_part("grants")

    def _to_shares(self) -> None:
        self._choose_part("pay")

    def _chosen(self, line: UUID) -> None:
        if self._pane_box.isVisible() and self.view is not None and line != self._line:
            self._details(line)

    def _details(self, line: UUID) -> None:
        if self.view is None:
            return
        self._line = line
        self._pane_box.show()
        self.pane.show_line(self.view, self.view.line(line))

    def _close(self) -> None:
        self.pane.leave()
        self._line = None
        self._pane_box.hide()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"print": self._print}
        if self._part == "lines":
            acts["new"] = self.grid.begin
        return acts

    def _print(self) -> None:
        self.desk.go("print", paper="visit-budget", visit=self.visit.hex)

    # -- where ---------------------------------------------------------------------------------------

    def show_at(self, **where: object) -> None:
        part = where.get("part")
        if part in PARTS:
            self._show_part(str(part))
        grant, of = where.get("grant"), where.get("of")
        opened = where.get("open")
        if self._part == "pay" and opened in NAMES and not self.pay.is_open(str(opened)):
            self.pay.open_part(str(opened))
        if self._part == "grants" and (grant or of):
            self.grants.choose(str(grant or ""), str(of or ""))
        line = where.get("line")
        if isinstance(line, str) and len(line) == 32:
            self._details(UUID(hex=line))

    def where(self) -> dict[str, object]:
        found: dict[str, object] = {"part": self._part}
        if self._part == "grants":
            one = self.grants.current()
            if one is not None:
                found["grant"] = one.grant.id.hex
            found["of"] = self.grants.parts.code()
        if self._line is not None:
            found["line"] = self._line.hex
        return found

    def leave(self) -> None:
        self.grid.leave()
        self.pane.leave()
        if self._grants is not None:
            self._grants.leave()
        if self._pay is not None:
            self._pay.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.sums.setVisible(fit > Fit.COMPACT and bool(self.view and self.view.planned.costs))
        self.parts.set_compact(fit is Fit.NARROW)
        self.grid.set_small(fit is Fit.NARROW)
        narrow = fit is Fit.NARROW
        self._lines.stand(360 if fit > Fit.COMPACT else 300, beneath=LINE_HEIGHT if narrow else 0)
        if self._grants is not None:
            self._grants.fit(fit)
        if self._pay is not None:
            self._pay.fit(fit)

    def least(self) -> int:
        if self._part == "grants":
            return 950
        return 760 if self._part == "pay" or not self._pane_box.isHidden() else 420

    def panes(self) -> Sequence[QWidget]:
        if self._part == "grants":
            return (self.parts, *self.grants.panes())
        if self._part == "pay":
            return (self.parts, *self.pay.panes())
        return (
            (self.parts, self.grid, self._pane_box) if self._pane_box.isVisible() else (self.parts, self.grid)
        )

    def first_focus(self) -> QWidget | None:
        return self.parts


def _money(view: BudgetView, minor: int) -> Money:
    return Money(minor, view.currency)
