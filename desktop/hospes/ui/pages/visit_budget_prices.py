# SPDX-License-Identifier: GPL-3.0-or-later
"""Prices of taking part: what each class of people pays, deposit and days, written in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.budget import AddPrice, DeletePrice, EditPrice
from hospes.domain.codes_money import PriceClass
from hospes.domain.money import MoneyProblem
from hospes.ui.pages.visit_budget_words import money_check, money_of, plain
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.pages.visit_focus import focus_kept
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.domain.values import Money
    from hospes.queries.budget import BudgetView, PriceRow
    from hospes.ui.desk import Desk

YOUNG = {PriceClass.YOUTH: 17, PriceClass.CHILD: 11}
"""Up to which age a new price holds."""


class PricesForm(QWidget):
    """A row of fields for each price, and a line to add one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.view: BudgetView | None = None
        self._known: object = None
        self._fields: list[Field] = []
        self._prices = column(theme, gap=4)
        kinds = [(one.value, desk.locale.label(one)) for one in PriceClass]
        self.price_class = Choice(theme, kinds, PriceClass.ADULT.value, name="visit.pay.class")
        self.price_class.setAccessibleName(desk.text("Who"))
        self.price_amount = TextField(theme, example=desk.text("Amount"), name="visit.pay.price")
        self.price_amount.setAccessibleName(desk.text("Price"))
        self.price_amount.setMaximumWidth(theme.u(110))
        add = plain_button(
            theme, desk.text("Add a price"), self._add_price, icon="plus", name="visit.pay.addPrice"
        )
        adding = FlowLayout(theme, self.price_class, self.price_amount, add)
        self.setLayout(column(theme, self._prices, holder(adding), gap=6))

    def show_view(self, view: BudgetView) -> None:
        """Show the prices; nothing is built anew where none has changed."""
        self.view = view
        if view.prices == self._known:
            return
        self._known = view.prices
        with focus_kept(self):
            self._build(view)

    def _build(self, view: BudgetView) -> None:
        desk, theme = self.desk, self.desk.theme
        for field in self._fields:
            field.leave()
        self._fields = []
        clear(self._prices)
        for number, one in enumerate(view.prices):
            words = one.name or desk.locale.label(one.price_class)
            label = Label(theme, words, "label", wrap=True)
            flow = FlowLayout(theme, gap=8)
            for code, text, value, width in self._price_cells(one):
                name = f"visit.price.{code}.{number}"
                field = Field(theme, text, value, check=self._check_of(code), name=name)
                field.setProperty("where", (one.id.hex, code))
                field.saved.connect(self._price_saved)
                field.setFixedWidth(theme.u(width))
                self._fields.append(field)
                flow.addWidget(field)
            away = icon_button(
                theme, desk.text("Delete the price {name}", name=words), "trash-2", self._delete_price,
                name=f"visit.price.delete.{number}", small=True,
            )  # fmt: skip
            away.setProperty("price", one.id.hex)
            head = row(theme, label, away)
            head.setStretch(0, 1)
            self._prices.addLayout(head)
            self._prices.addWidget(holder(flow))

    def _check_of(self, code: str) -> Callable[[str], Verdict] | None:
        if code in ("minor", "deposit_minor"):
            return money_check(self.desk, self._currency)
        return day_check(self.desk) if code.endswith("due") else None

    def _currency(self) -> str:
        return self.view.currency if self.view is not None else "EUR"

    def _price_cells(self, one: PriceRow) -> list[tuple[str, str, QWidget, int]]:
        desk, theme = self.desk, self.desk.theme
        found: list[tuple[str, str, QWidget, int]] = [
            ("minor", desk.text("Price"), TextField(theme, plain(desk, one.amount)), 110),
            (
                "deposit_minor",
                desk.text("Deposit"),
                TextField(theme, plain(desk, one.deposit) if one.deposit else ""),
                110,
            ),
        ]
        if one.price_class in (PriceClass.YOUTH, PriceClass.CHILD):
            age = "" if one.age_to is None else str(one.age_to)
            found.append(("age_to", desk.text("Up to age"), TextField(theme, age), 120))
        for code, text, day in (
            ("deposit_due", desk.text("Deposit by"), one.deposit_due),
            ("rest_due", desk.text("All of it by"), one.rest_due),
        ):
            found.append((code, text, day_editor(desk, desk.locale.date(day, "list") if day else ""), 150))
        return found

    def _add_price(self) -> None:
        amount = self._money(self.price_amount.text())
        if self.view is None:
            return
        if amount is None:
            self.price_amount.setFocus()
            return
        kind = PriceClass(self.price_class.code())
        ages: dict[str, object] = {}
        if kind in YOUNG:
            ages["age_to"] = YOUNG[kind]
        action = AddPrice(self.view.visit_id, kind, amount, values=ages)
        if self.desk.run(action, said=self.desk.text("The price is added.")) is not None:
            self.price_amount.clear()

    def _price_saved(self, typed: str) -> None:
        ref, code = self.sender().property("where")
        value: Any
        if code in ("minor", "deposit_minor"):
            amount = self._money(typed)
            value = amount.minor if amount is not None else 0
        elif code == "age_to":
            value = int(typed) if typed.strip().isdecimal() else None
        else:
            value = day_of(self.desk, typed)
        self.desk.run(EditPrice(UUID(hex=ref), {code: value}))

    def _delete_price(self) -> None:
        price = UUID(hex=str(self.sender().property("price")))
        self.desk.run(DeletePrice(price), said=self.desk.text("The price is deleted."))

    def _money(self, typed: str) -> Money | None:
        try:
            return money_of(typed, self._currency())
        except MoneyProblem as problem:
            self.desk.say(problem, kind="err")
            return None

    def leave(self) -> None:
        """Write what is still open."""
        for field in list(self._fields):
            field.leave()
