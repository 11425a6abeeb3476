# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of the journal: accounts at both ends, in and out by category, plan and actual, and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.cash_years import DescribeYear, SetPlan, SetStatement
from hospes.domain.codes_cash import CashSide
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.values import Money
from hospes.queries.cash_years import has_journal, year_view, years_of_journal
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.money_journal_pane import typed_amount
from hospes.ui.pages.money_tab import MoneyTab
from hospes.ui.pages.money_year_close import CloseView, ReopenForm
from hospes.ui.pages.money_year_grid import Grid
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, limited, scrolled
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from hospes.domain.cash import AccountYear
    from hospes.queries.cash_years import CategoryYear, YearView
    from hospes.ui.desk import Desk

WIDEST = 1000


class YearTab(MoneyTab):
    """The year, and in its place the review before it is closed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._year: int | None = None
        self._view: YearView | None = None
        self.year = Choice(theme, name="year.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.year.picked.connect(self._pick_year)
        self.state = StateWord(theme, "", "muted")
        self.state.setObjectName("year.state")
        self.close_year = main_button(
            theme, desk.text("Close the year…"), self._open_close, icon="lock", name="year.close"
        )
        self.reopen = plain_button(
            theme, desk.text("Open the year again…"), self._open_reopen, name="year.reopen"
        )
        accounts = plain_button(
            theme, desk.text("Annual accounts"), self._print, icon="printer", name="year.accounts"
        )
        auditors = plain_button(
            theme, desk.text("For the auditors"), self._print_auditors, icon="printer", name="year.auditors"
        )
        self._tools = holder(
            FlowLayout(theme, self.year, self.state, self.close_year, self.reopen, accounts, auditors, gap=10)
        )
        self.reopen_form = ReopenForm(desk)
        self.reopen_form.closed.connect(self._close_reopen)
        self.reopen_form.hide()
        self._box = column(theme, gap=12)
        self._inner = column(theme, self._tools, self.reopen_form, holder(self._box), None, gap=12)
        self.close_view = CloseView(desk)
        self.close_view.closed.connect(self._show_year)
        self.nothing = EmptyState(
            theme,
            desk.text("There is no journal yet."),
            (Answer(desk.text("Begin the journal"), self._to_journal, main=True, name="year.begin"),),
            icon="scroll-text",
        )
        self.stack = QStackedWidget()
        for part in (scrolled(holder(self._inner), "year.scroll"), self.close_view, self.nothing):
            self.stack.addWidget(part)
        self.setLayout(column(theme, self.stack, gap=0))

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        if not desk.read(has_journal):
            self.stack.setCurrentWidget(self.nothing)
            return
        years = desk.read(years_of_journal, desk.file.today)
        if self._year not in years:
            self._year = years[0]
        view = desk.read(year_view, self._year, desk.locale)
        self._view = view
        self.year.set_options([(str(one), str(one)) for one in years], str(self._year))
        if self.stack.currentWidget() is self.close_view and not view.state.closed:
            self.close_view.show_year(view)
        else:
            self.stack.setCurrentIndex(0)
        self._show(view)

    def _show(self, view: YearView) -> None:
        desk, theme = self.desk, self.desk.theme
        state = view.state
        if state.closed and state.closed_on is not None:
            self.state.set_state(
                desk.text("Closed on {day}", day=desk.locale.date(state.closed_on)), "ok", "lock"
            )
        else:
            self.state.set_state(desk.text("Not closed yet: figures may change"), "muted", "circle")
        over = view.last < desk.file.today
        self.close_year.setVisible(not state.closed and over)
        self.reopen.setVisible(state.closed)
        clear(self._box)
        parts = [self._accounts(view), self._categories(view)]
        if view.with_spheres:
            parts.append(self._spheres(view))
        parts.append(self._remarks(view))
        for part in parts:
            self._box.addWidget(limited(theme, part, WIDEST))
        if state.reopened_on is not None and state.reopened_because:
            words = desk.text(
                "Opened again on {day}: {reason}",
                day=desk.locale.date(state.reopened_on),
                reason=state.reopened_because,
            )
            self._box.addWidget(Label(theme, words, "m", wrap=True, name="year.reopened"))

    def _accounts(self, view: YearView) -> QWidget:
        desk, theme, locale = self.desk, self.desk.theme, self.desk.locale
        heads = [
            desk.text("Account"), desk.text("At the beginning"), desk.text("In"), desk.text("Out"),
            locale.ptext("accounts", "Moved"), desk.text("At the end"), desk.text("Statement or count"),
            desk.text("Difference"),
        ]  # fmt: skip
        grid = Grid(theme, heads)
        small = self.fits <= Fit.COMPACT
        hidden = {2, 3, 4, 7} if self.fits <= Fit.NARROW else {4} if small else set()
        for one in view.accounts:
            difference = one.checked.difference
            words = "" if difference is None else locale.money(one.money(difference))
            cells: list[str | QWidget] = [
                one.account.name,
                locale.money(one.money(one.opening)),
                locale.money(one.money(one.flow.money_in)),
                locale.money(one.money(one.flow.money_out)),
                locale.money(one.money(one.moved)) if one.moved else "–",
                locale.money(one.money(one.closing)),
                self._statement(view, one),
                words,
            ]
            grid.add(cells, strong=False, warn=bool(difference))
        if len(view.accounts) > 1:
            money = [Money(minor, view.currency) for minor in (view.opening, view.closing)]
            grid.add(
                [desk.text("Together"), locale.money(money[0]), "", "", "", locale.money(money[1]), "", ""],
                strong=True,
            )
        grid.hide_columns(hidden)
        return card(theme, Label(theme, desk.text("Accounts"), "section"), grid, gap=8)

    def _statement(self, view: YearView, one: AccountYear) -> QWidget | str:
        desk = self.desk
        told = typed_amount(desk, one.money(one.statement)) if one.statement is not None else ""
        if view.state.closed or desk.file.read_only:
            return told
        field = TextField(desk.theme, told, name=f"year.statement.{one.account.id.hex}")
        field.setFixedWidth(desk.theme.u(110))
        field.setAccessibleName(desk.text("Statement or count of {account}", account=one.account.name))
        field.editingFinished.connect(lambda: self._save_statement(view, one, field))
        return field

    def _save_statement(self, view: YearView, one: AccountYear, field: TextField) -> None:
        desk = self.desk
        typed = field.text().strip()
        try:
            minor = read_money(typed, one.account.currency).minor if typed else None
        except UserError as error:
            desk.say(error, kind="err")
            return
        if minor != one.statement:
            desk.run(SetStatement(one.account.id, view.year, minor, view.last), said=desk.text("Saved."))

    def _categories(self, view: YearView) -> QWidget:
        desk, theme, locale = self.desk, self.desk.theme, self.desk.locale
        grid = Grid(
            theme,
            [
                desk.text("Category"), desk.text("Plan"), desk.text("Actual"), desk.text("Against the plan"),
                desk.text("The year before"),
            ],
        )  # fmt: skip
        for side in CashSide:
            rows = view.side(side)
            grid.head(locale.label(side))
            for row in rows:
                grid.add(self._category(view, row))
            plan = view.planned(side)
            actual = sum(one.actual for one in rows)
            last = sum(one.last_year for one in rows)
            grid.add(
                [
                    desk.text("Sum"),
                    self._words(view, plan),
                    self._words(view, actual),
                    self._words(view, None if plan is None else actual - plan),
                    self._words(view, last or None),
                ],
                strong=True,
            )
        if self.fits <= Fit.NARROW:
            grid.hide_columns({3, 4})
        left = view.money_in - view.money_out
        grid.add([desk.text("Left of the year"), "", self._words(view, left), "", ""], strong=True)
        return card(theme, Label(theme, desk.text("In and out by category"), "section"), grid, gap=8)

    def _category(self, view: YearView, row: CategoryYear) -> list[str | QWidget]:
        desk = self.desk
        name = row.category.name if row.category is not None else desk.text("Not sorted yet")
        difference = None if row.plan is None else row.actual - row.plan
        return [
            name,
            self._plan(view, row),
            self._words(view, row.actual),
            self._words(view, difference),
            self._words(view, row.last_year or None),
        ]

    def _words(self, view: YearView, minor: int | None) -> str:
        return "" if minor is None else self.desk.locale.money(Money(minor, view.currency))

    def _plan(self, view: YearView, row: CategoryYear) -> QWidget | str:
        desk = self.desk
        category = row.category
        told = typed_amount(desk, Money(row.plan, view.currency)) if row.plan is not None else ""
        if category is None or view.state.closed or desk.file.read_only:
            return self._words(view, row.plan)
        field = TextField(desk.theme, told, name=f"year.plan.{category.code}")
        field.setFixedWidth(desk.theme.u(100))
        field.setAccessibleName(desk.text("Plan for {category}", category=category.name))
        field.editingFinished.connect(lambda: self._save_plan(view, row, field))
        return field

    def _save_plan(self, view: YearView, row: CategoryYear, field: TextField) -> None:
        desk, typed = self.desk, field.text().strip()
        if row.category is None:
            return
        try:
            minor = read_money(typed, view.currency).minor if typed else None
        except UserError as error:
            desk.say(error, kind="err")
            return
        if minor != row.plan:
            desk.run(SetPlan(view.year, {row.category.id: minor}), said=desk.text("The plan is changed."))

    def _spheres(self, view: YearView) -> QWidget:
        desk, theme, locale = self.desk, self.desk.theme, self.desk.locale
        grid = Grid(theme, [desk.text("Sphere"), desk.text("In"), desk.text("Out"), desk.text("Left")])
        for sphere, flow in view.spheres.items():
            if sphere is None and not (flow.money_in or flow.money_out):
                continue
            name = locale.label(sphere) if sphere is not None else desk.text("Not sorted yet")
            amounts = (flow.money_in, flow.money_out, flow.left)
            grid.add([name, *(self._words(view, minor) for minor in amounts)])
        return card(theme, Label(theme, desk.text("Spheres"), "section"), grid, gap=8)

    def _remarks(self, view: YearView) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        field = Field(
            theme,
            desk.text("Remarks for the annual accounts"),
            LongText(theme, view.state.remarks),
            hint=desk.text("Printed under the sums: large gifts, what is owed, what is put aside."),
            name="year.remarks",
        )
        field.saved.connect(
            lambda typed: desk.run(DescribeYear(view.year, {"remarks": typed}), said=desk.text("Saved."))
        )
        return card(theme, field)

    # -- acts ----------------------------------------------------------------------------------------

    def _pick_year(self, code: str) -> None:
        self._year = int(code)
        self.reload()
        self.moved.emit()

    def _open_close(self) -> None:
        if self._view is not None:
            self.close_view.show_year(self._view)
            self.stack.setCurrentWidget(self.close_view)
            self.moved.emit()

    def _show_year(self) -> None:
        self.stack.setCurrentIndex(0)
        self.reload()
        self.moved.emit()

    def _open_reopen(self) -> None:
        if self._view is not None:
            self.reopen_form.begin(self._view)
            self.reopen_form.show()

    def _close_reopen(self) -> None:
        self.reopen_form.hide()

    def _to_journal(self) -> None:
        self.desk.go("money", tab="journal")

    def _print(self) -> None:
        self.desk.go("print", paper="annual-accounts", options={"year": str(self._year or 0)})

    def _print_auditors(self) -> None:
        self.desk.go("print", paper="auditors-sheet", options={"year": str(self._year or 0)})

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        if self._view is None:
            return {}
        acts: dict[str, Callable[[], object]] = {"print": self._print}
        if self.stack.currentWidget() is self.close_view:
            acts["escape"] = self._show_year
        return acts

    def show_at(self, **where: object) -> None:
        year = where.get("year")
        if isinstance(year, int) and year:
            self._year = year
        if self.stack.currentWidget() is self.close_view and not where.get("close"):
            self.stack.setCurrentIndex(0)
        self.reload()
        if where.get("close"):
            self._open_close()

    def where(self) -> dict[str, object]:
        closing = self.stack.currentWidget() is self.close_view
        return {"year": self._year or 0, **({"close": True} if closing else {})}

    def mark(self, ids: frozenset[UUID]) -> None:
        """Sums have no rows to mark."""

    def panes(self) -> Sequence[QWidget]:
        return (self.year, self.stack)

    def first_focus(self) -> QWidget | None:
        return self.year

    def least(self) -> int:
        return 300 if self.fits is Fit.NARROW else 0  # it scrolls by itself under whole tabs

    def fit(self, fit: Fit) -> None:
        changed = fit != self.fits
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._inner.setContentsMargins(left, 0, right, bottom)
        self.close_view.fit(left, right, bottom)
        if changed and self._view is not None:
            self._show(self._view)
