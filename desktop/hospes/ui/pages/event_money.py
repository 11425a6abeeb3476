# SPDX-License-Identifier: GPL-3.0-or-later
"""How many came to an event where nobody keeps a list, and what it was to cost and did (REQ-1-05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.events import EditEvent
from hospes.queries.association import association
from hospes.ui.pages.visit_budget_words import money_check, money_of, plain
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.fields import FINE, Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.events import EventFacts
    from hospes.ui.desk import Desk

WIDTH = 180


class MoneyCard(Box):
    """Four fields, each kept when it is left, and what is left over."""

    def __init__(self, desk: Desk, facts: EventFacts) -> None:
        theme, text = desk.theme, desk.text
        head = Label(theme, text("Who came and what it cost"), "section")
        super().__init__(theme, "card", head, gap=10, name="event.money")
        self.desk = desk
        self._facts = facts
        self._currency = desk.read(association).currency
        number = "" if facts.visitors is None else str(facts.visitors)
        self.visitors = Field(
            theme, text("How many came"), TextField(theme, number), check=self._number_check,
            hint=text("Also a guess, where nobody keeps a list."), name="event.visitors",
        )  # fmt: skip
        self.visitors.saved.connect(self._save_visitors)
        self.fields = [self.visitors]
        for name, words, amount in (
            ("planned_minor", text("Planned costs"), facts.planned),
            ("cost_minor", text("Costs"), facts.cost),
            ("income_minor", text("Income"), facts.income),
        ):
            field = Field(
                theme, words, TextField(theme, plain(desk, amount)), name=f"event.{name}",
                check=money_check(desk, lambda: self._currency),
            )  # fmt: skip
            field.setProperty("field", name)
            field.saved.connect(self._save_amount)
            self.fields.append(field)
        for field in self.fields:
            field.setFixedWidth(theme.u(WIDTH))
        self.box.addWidget(holder(FlowLayout(theme, *self.fields, gap=14)))
        if words := self._balance():
            self.box.addWidget(Label(theme, words, "m", wrap=True, name="event.balance"))

    def _balance(self) -> str:
        """How costs and income stand, where there are both."""
        facts, desk = self._facts, self.desk
        if facts.cost is None or facts.income is None or facts.cost.currency != facts.income.currency:
            return ""
        left = facts.income - facts.cost
        if left.minor == 0:
            return desk.text("Costs and income are even.")
        if left.minor > 0:
            return desk.text("{amount} is left over.", amount=desk.locale.money(left))
        return desk.text("The association paid {amount}.", amount=desk.locale.money(-left))

    def _number_check(self, typed: str) -> Verdict:
        if not typed.strip() or typed.strip().isdecimal():
            return FINE
        return Verdict("bad", self.desk.text("Write a whole number such as 34."))

    def _save_visitors(self, typed: str) -> None:
        if self._number_check(typed) is FINE:
            self._run(self.visitors, {"visitors": int(typed) if typed.strip() else None})

    def _save_amount(self, typed: str) -> None:
        field = self.sender()
        if isinstance(field, Field) and money_check(self.desk, lambda: self._currency)(typed).kind != "bad":
            amount = money_of(typed, self._currency)
            values: dict[str, object] = {str(field.property("field")): amount.minor if amount else None}
            self._run(field, values | {"currency": amount.currency if amount else self._currency})

    def _run(self, field: Field, values: dict[str, object]) -> None:
        desk = self.desk
        desk.run(
            EditEvent(self._facts.id, values),
            said=desk.text("The event is changed."),
            failed=lambda error: field.say(Verdict("bad", desk.words(error))),
        )
