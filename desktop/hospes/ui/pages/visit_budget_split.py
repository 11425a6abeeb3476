# SPDX-License-Identifier: GPL-3.0-or-later
"""Sharing what is not covered among those who take part: by person, by household, by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.bearers import ShareCosts, shared
from hospes.domain.cost_split import CostSplit, split
from hospes.domain.money import MoneyProblem
from hospes.domain.values import Money
from hospes.queries.cost_split import other_sharers, sharers
from hospes.ui.pages.visit_budget_words import money_of
from hospes.ui.widgets.boxes import FlowLayout, column, holder
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.budget import BudgetView
    from hospes.ui.desk import Desk


class SplitLine(QWidget):
    """How much, among whom, and the button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.view: BudgetView | None = None
        theme = desk.theme
        ways = [(one.value, desk.locale.label(one)) for one in CostSplit]
        self.how = Choice(theme, ways, CostSplit.PERSON.value, name="visit.split.how")
        self.how.setAccessibleName(desk.text("Among whom"))
        self.amount = TextField(theme, name="visit.split.amount")
        self.amount.setAccessibleName(desk.text("How much is shared"))
        self.amount.setMaximumWidth(theme.u(110))
        do = plain_button(theme, desk.text("Share the costs"), self._share, name="visit.split.do")
        words = desk.text("What is not covered is shared among these people, instead of prices.")
        flow = holder(FlowLayout(theme, self.amount, self.how, do))
        self.setLayout(column(theme, Label(theme, words, "m", wrap=True), flow, gap=4))

    def show_view(self, view: BudgetView) -> None:
        """Propose what grants and other income leave open."""
        self.view = view
        self.amount.setPlaceholderText(self.desk.locale.money(view.unshared))

    def _share(self) -> None:
        desk, view = self.desk, self.view
        if view is None:
            return
        try:
            amount = money_of(self.amount.text() or self.amount.placeholderText(), view.currency)
        except MoneyProblem as problem:
            desk.say(problem, kind="err")
            self.amount.setFocus()
            return
        others = desk.read(other_sharers, view.visit_id, desk.locale.language)
        people = desk.read(sharers, view.visit_id, desk.file.today, others)
        shares = split(amount.minor if amount is not None else 0, people, CostSplit(self.how.code()))
        outcome = desk.run(
            ShareCosts(view.visit_id, *shared(shares, others), view.currency),
            said=desk.ntext(
                "{amount} are shared: {n} pays a part.",
                "{amount} are shared: {n} pay a part each.",
                sum(1 for share in shares.values() if share),
                amount=amount or Money(0, view.currency),
            ),
        )
        if outcome is not None:
            self.amount.clear()
