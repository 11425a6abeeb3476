# SPDX-License-Identifier: GPL-3.0-or-later
"""Others who bear a part of a visit's costs: host households, associations, towns.

They are no guests and stand on no list of the visit; what they bear and paid stands among the accounts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.bearers import AddBearer, DeleteBearer, EditBearer, RecordBearerPayment
from hospes.domain.cost_split import Bearer
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.money import MoneyProblem
from hospes.i18n.marks import N_
from hospes.queries.bearers import bearer_options
from hospes.ui.pages.visit_budget_payments import Payments
from hospes.ui.pages.visit_budget_words import CURRENCIES, money_check, money_of, plain, worth_words
from hospes.ui.widgets.boxes import FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo, plain_fold
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from hospes.domain.values import Money
    from hospes.queries.bearers import BearerOption, BearerRow
    from hospes.queries.budget import BudgetView
    from hospes.ui.desk import Desk

KINDS = {
    Bearer.HOST: N_("Host household"),
    Bearer.OWN: N_("Our association"),
    Bearer.PARTNER: N_("Partner association"),
    Bearer.OTHER: N_("Organisation"),
}


def currencies(*first: str) -> list[tuple[str, str]]:
    """Currencies to choose from, some of them before the others."""
    return [(code, code) for code in dict.fromkeys((*first, *CURRENCIES))]


class OthersForm(QWidget):
    """Who else bears a part, and how much."""

    added = Signal(object)
    """Somebody was added; the id of what they bear."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.view: BudgetView | None = None
        self._options: dict[str, BearerOption] = {}
        self.who = Combo(theme, name="visit.others.who")
        self.who.setAccessibleName(desk.text("Who bears a part"))
        self.who.setPlaceholderText(desk.text("Who bears a part"))
        self.who.setMinimumWidth(theme.u(180))
        self.amount = TextField(theme, example=desk.text("Amount"), name="visit.others.amount")
        self.amount.setAccessibleName(desk.text("Amount"))
        self.amount.setMaximumWidth(theme.u(110))
        self.currency = Choice(theme, [("EUR", "EUR")], "EUR", name="visit.others.currency")
        self.currency.setAccessibleName(desk.text("Currency"))
        add = plain_button(theme, desk.text("Add"), self._add, icon="plus", name="visit.others.add")
        words = desk.text(
            "A host household, our association, the partner association, a town: whoever pays and is not on "
            "the list of the visit."
        )
        flow = holder(FlowLayout(theme, self.who, self.amount, self.currency, add))
        self.setLayout(column(theme, Label(theme, words, "m", wrap=True), flow, gap=4))

    def show_view(self, view: BudgetView) -> None:
        """Offer who could bear a part of this visit."""
        other = self.view is None or self.view.visit_id != view.visit_id
        self.view = view
        codes = currencies(view.currency)
        self.currency.set_options(codes, view.currency if other else self.currency.code())
        if not self.isHidden():
            self.offer()

    def offer(self) -> None:
        """Read who could bear a part."""
        if self.view is None:
            return
        desk = self.desk
        some = desk.read(bearer_options, self.view.visit_id, desk.locale.language)
        taken = {one.who.ref for one in self.view.bearers}
        self._options = {one.ref.hex: one for one in some if one.ref not in taken}
        self.who.set_options(
            [
                (code, f"{one.name} · {desk.text(KINDS[one.kind])}" if one.kind is Bearer.HOST else one.name)
                for code, one in self._options.items()
            ]
        )

    def _chosen(self) -> BearerOption | None:
        """Whoever stands in the line; also where only one name has what was typed in it."""
        found = self._options.get(self.who.code())
        typed = plain_fold(self.who.text().strip())
        some = [one for one in self._options.values() if typed and typed in plain_fold(one.name)]
        return found or (some[0] if len(some) == 1 else None)

    def _add(self) -> None:
        desk, view = self.desk, self.view
        if view is None:
            return
        chosen = self._chosen()
        try:
            amount = money_of(self.amount.text(), self.currency.code())
        except MoneyProblem as problem:
            desk.say(problem, kind="err")
            self.amount.setFocus()
            return
        if chosen is None or amount is None:
            desk.say(FieldProblem("who", "Choose who bears it, and write how much."), kind="err")
            (self.who if chosen is None else self.amount).setFocus()
            return
        action = AddBearer(view.visit_id, amount, chosen.household_id, chosen.organisation_id)
        said = desk.text("{who} bears {amount}.", who=chosen.name, amount=amount)
        outcome = desk.run(action, said=said)
        if outcome is not None:
            self.added.emit(outcome.result)
            self.who.setText("")
            self.amount.clear()
            self.currency.choose(view.currency)
            self.who.setFocus()


class BearerAccount(QWidget):
    """What one of them bears, what came, and the form for more of it."""

    def __init__(self, desk: Desk, view: BudgetView, one: BearerRow) -> None:
        super().__init__()
        self.desk, self.view, self.one = desk, view, one
        theme, account = desk.theme, one.account
        whole = column(theme, gap=8)
        whole.addWidget(Label(theme, one.who.name, "section", wrap=True))
        whole.addWidget(Label(theme, desk.text(KINDS[one.who.kind]), "m", wrap=True))
        check = money_check(desk, lambda: account.owed.currency)
        owed = Field(
            theme, desk.text("Bears"), TextField(theme, plain(desk, account.owed)), check=check,
            name="visit.others.bears",
        )  # fmt: skip
        owed.saved.connect(self._bears)
        whole.addWidget(owed)
        choice = Choice(theme, currencies(view.currency, account.owed.currency), account.owed.currency)
        currency = Field(theme, desk.text("Currency"), choice, name="visit.others.of")
        currency.saved.connect(lambda code: self._edit(currency, {"currency": code}))
        whole.addWidget(currency)
        if account.owed.currency != view.currency:
            self._rate(whole)
        if one.shared:
            words = desk.text(
                "From sharing the costs. An amount written here stays when they are shared again."
            )
            whole.addWidget(Label(theme, words, "m", wrap=True))
        record = (RecordBearerPayment, one.id) if one.who.kind is not Bearer.OWN else None
        self.payments = Payments(desk, account, one.payments, record, one.who.name, "visit.borne")
        whole.addWidget(self.payments)
        take = link_button(
            theme, desk.text("Take out of the list"), self._away, icon="trash-2", name="visit.others.away"
        )
        whole.addLayout(row(theme, take, None))
        self.setLayout(whole)

    def _rate(self, whole: QBoxLayout) -> None:
        """What the other currency is worth: as entered here, else as entered in the budget."""
        desk, theme, one, view = self.desk, self.desk.theme, self.one, self.view
        code = one.account.owed.currency
        known = str(dict(view.rates).get(code) or "")
        words = desk.text("1 {currency} in {base}", currency=code, base=view.currency)
        rate = Field(theme, words, TextField(theme, one.rate), name="visit.others.rate")
        if not one.rate and known:
            rate.note.show_hint(desk.text("Last time: {rate}", rate=known))
        rate.saved.connect(lambda typed: self._edit(rate, {"rate": typed, "rate_on": None}))
        whole.addWidget(rate)
        worth = worth_words(desk, one.account.owed, one.rate or known, one.rate_on, view.currency)
        whole.addWidget(Label(theme, worth, "m", wrap=True))

    def _money(self, typed: str) -> Money | None:
        try:
            return money_of(typed, self.one.account.owed.currency)
        except MoneyProblem as problem:
            self.desk.say(problem, kind="err")
            return None

    def _bears(self, typed: str) -> None:
        amount = self._money(typed)
        if amount is None:
            return
        values: dict[str, object] = {"minor": amount.minor}
        if amount.currency != self.one.account.owed.currency:
            values["currency"] = amount.currency
        self.desk.run(EditBearer(self.one.id, values))

    def _edit(self, field: Field, values: dict[str, object]) -> None:
        def failed(error: UserError) -> None:
            field.say(Verdict("bad", self.desk.words(error)))

        self.desk.run(EditBearer(self.one.id, values), failed=failed)

    def _away(self) -> None:
        said = self.desk.text("{who} no longer bears a part.", who=self.one.who.name)
        self.desk.run(DeleteBearer(self.one.id), said=said)
