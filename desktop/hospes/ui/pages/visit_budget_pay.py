# SPDX-License-Identifier: GPL-3.0-or-later
"""Who pays: prices by class, and for each person what is owed, paid and open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.budget import (
    AddPrice,
    DeletePrice,
    DeleteVisitPayment,
    EditPrice,
    RecordVisitPayment,
    SetShare,
)
from hospes.domain.codes import PaymentMethod
from hospes.domain.codes_money import PriceClass
from hospes.domain.money import MoneyProblem
from hospes.domain.names import display_name
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.ui.page import Fit
from hospes.ui.pages.visit_budget_split import SplitLine
from hospes.ui.pages.visit_budget_words import money_check, money_of, plain
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.pages.visit_focus import focus_kept
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.tall import Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hospes.domain.errors import UserError
    from hospes.i18n.locale import Locale
    from hospes.queries.budget import AccountRow, BudgetView, PriceRow
    from hospes.ui.desk import Desk


PANE_HEIGHT = 330

YOUNG = {PriceClass.YOUTH: 17, PriceClass.CHILD: 11}
"""Up to which age a new price holds."""


class PayPane(QWidget):
    """Prices above, accounts beneath, the chosen account at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.view: BudgetView | None = None
        self._shown: object = None
        self._known_prices: object = None
        self._rows: dict[UUID, AccountRow] = {}
        self._prices = column(theme, gap=4)
        self._price_fields: list[Field] = []
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
        self.summary = Label(theme, "", wrap=True, name="visit.pay.prices")
        self.change = link_button(
            theme, desk.text("Change the prices"), self._toggle, name="visit.pay.change"
        )
        head = row(theme, self.summary, self.change)
        head.setStretch(0, 1)
        form = column(theme, gap=6)
        form.addLayout(self._prices)
        form.addWidget(holder(adding))
        self.split = SplitLine(desk)
        form.addWidget(self.split)
        self._form = holder(form)
        self._form.hide()
        box = Box(theme, "card", head, self._form, gap=6, margins=(14, 8, 14, 10))
        self.table = ListTable(
            desk,
            "visit.accounts",
            (
                Column("name", N_("Name"), 190, _name),
                Column("class", N_("Price"), 130, _class),
                Column("owed", N_("To pay"), 90, _owed, align="right"),
                Column("paid", N_("Paid"), 90, _paid, align="right"),
                Column("open", N_("Still open"), 120, self._open),
            ),
            shown=("name", "class", "owed", "paid", "open"),
            name="visit.accounts.table",
            label=desk.text("Accounts of people"),
        )
        self.table.chosen.connect(self._fill)
        self.table.opened.connect(self._to_amount)
        self.sum = Label(theme, "", "label", wrap=True, name="visit.pay.sum")
        accounts = Box(theme, "card", self.table, gap=0, margins=(1, 1, 1, 1))
        left = column(theme, box, self.sum, accounts, gap=8)
        left.setStretch(2, 1)
        self._account = column(theme, gap=8, margins=(14, 10, 14, 14))
        self._pane = Box(
            theme, "card", scrolled(holder(self._account), "visit.pay.scroll"), gap=0, margins=(1, 1, 1, 1)
        )
        accounts.setMinimumHeight(theme.u(170))
        self._split = Sides(theme, scrolled(holder(left), "visit.pay.left"), self._pane, own="second")
        self.setLayout(column(theme, self._split, gap=0))

    # -- reading -------------------------------------------------------------------------------------

    def show_view(self, view: BudgetView) -> None:
        """Show prices and accounts."""
        self.view = view
        desk = self.desk
        self._show_prices(view)
        self.split.show_view(view)
        self._rows = {one.participation_id: one for one in view.accounts}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if self._rows and not self.table.chosen_ids():
            self.table.choose(next(iter(self._rows)))
        owed, paid = Money(view.shares_planned, view.currency), Money(view.shares_paid, view.currency)
        self.sum.setText(
            desk.text("{paid} of {owed} paid, {open} open", paid=paid, owed=owed, open=owed - paid)
            if view.accounts
            else desk.text("Nobody has to pay anything yet.")
        )
        self._fill()

    def _toggle(self) -> None:
        self._form.setVisible(self._form.isHidden())
        self._name_toggle()

    def _name_toggle(self) -> None:
        desk = self.desk
        words = desk.text("Close the prices") if not self._form.isHidden() else desk.text("Change the prices")
        self.change.set_text(words)

    def _show_prices(self, view: BudgetView) -> None:
        if view.prices == self._known_prices:
            return
        self._known_prices = view.prices
        with focus_kept(self._form):
            self._build_prices(view)

    def _build_prices(self, view: BudgetView) -> None:
        desk, theme = self.desk, self.desk.theme
        known = [
            desk.text(
                "{name}: {amount}", name=one.name or desk.locale.label(one.price_class), amount=one.amount
            )
            for one in view.prices
        ]
        self.summary.setText(" · ".join(known) if known else desk.text("No price of taking part yet."))
        if not known and self._form.isHidden():
            self._toggle()
        for field in self._price_fields:
            field.leave()
        self._price_fields = []
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
                self._price_fields.append(field)
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
            found.append(("age_to", desk.text("Up to age"), TextField(theme, age), 80))
        for code, text, day in (
            ("deposit_due", desk.text("Deposit by"), one.deposit_due),
            ("rest_due", desk.text("All of it by"), one.rest_due),
        ):
            found.append((code, text, day_editor(desk, desk.locale.date(day, "list") if day else ""), 150))
        return found

    def _open(self, one: AccountRow, locale: Locale) -> Cell:
        account = one.account
        if account.open.minor < 0:
            back = locale.text("{amount} to give back", amount=-account.open)
            return Cell(back, icon="triangle-alert", tone="warn")
        if not account.open:
            return Cell(
                locale.text("Paid") if account.paid else "–", icon="check" if account.paid else "", tone="ok"
            )
        if account.late(self.desk.file.today):
            return Cell(locale.money(account.open), icon="triangle-alert", tone="warn")
        return Cell(locale.money(account.open))

    def _current(self) -> list[AccountRow]:
        return [self._rows[one] for one in self.table.chosen_ids() if one in self._rows]

    # -- the account ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        view, chosen = self.view, self._current()
        shown = (view.prices, chosen) if view is not None else None
        if chosen and shown == self._shown:
            return
        self._shown = shown
        with focus_kept(self._pane):
            self._build_account(view, chosen)

    def _build_account(self, view: BudgetView | None, chosen: list[AccountRow]) -> None:
        clear(self._account)
        self._pane.setVisible(bool(chosen))
        if view is None or not chosen:
            return
        desk, theme, one = self.desk, self.desk.theme, chosen[0]
        title = display_name(one.name)
        if len(chosen) > 1:
            title = desk.ntext("{n} person", "{n} people", len(chosen))
        self._account.addWidget(Label(theme, title, "section", wrap=True))
        options = [("", desk.text("By age and kind"))]
        options += [
            (
                price.id.hex,
                desk.text(
                    "{name}: {amount}",
                    name=price.name or desk.locale.label(price.price_class),
                    amount=price.amount,
                ),
            )
            for price in view.prices
        ]
        options.append(("own", desk.text("An amount of their own")))
        now = "" if not one.by_hand else one.price.id.hex if one.price is not None else "own"
        choice = Field(theme, desk.text("Pays"), Choice(theme, options, now), name="visit.pay.choice")
        choice.saved.connect(self._share)
        self._account.addWidget(choice)
        if now == "own":
            own = Field(
                theme, desk.text("Amount"), TextField(theme, plain(desk, one.account.owed)),
                check=money_check(desk, lambda: view.currency), name="visit.pay.own",
            )  # fmt: skip
            own.saved.connect(self._own_amount)
            self._account.addWidget(own)
        if len(chosen) == 1:
            self._one_account(one)
        self._account.addStretch(1)

    def _one_account(self, one: AccountRow) -> None:
        desk, theme, account = self.desk, self.desk.theme, one.account
        if account.deposit and account.deposit_open:
            day = desk.locale.date(account.deposit_due) if account.deposit_due else ""
            words = desk.text("Deposit of {amount} still open {day}", amount=account.deposit_open, day=day)
            self._account.addWidget(Label(theme, words, "warn", wrap=True))
        for number, payment in enumerate(one.payments):
            words = " · ".join(
                part
                for part in (desk.locale.date(payment.on), desk.locale.money(payment.amount), payment.text)
                if part
            )
            away = icon_button(
                theme, desk.text("Delete this payment"), "x", self._delete_payment,
                name=f"visit.pay.delete.{number}", small=True,
            )  # fmt: skip
            away.setProperty("payment", payment.id.hex)
            line = row(theme, Label(theme, words, "m", wrap=True), away)
            line.setStretch(0, 1)
            self._account.addLayout(line)
        proposed = account.open if account.open.minor > 0 else None
        self.amount = TextField(theme, plain(desk, proposed), name="visit.pay.amount")
        amount = Field(theme, desk.text("Amount"), self.amount, name="visit.pay.amount")
        self.on = day_editor(desk, desk.locale.date(desk.file.today, "list"))
        on = Field(theme, desk.text("Day"), self.on, check=day_check(desk), name="visit.pay.on")
        methods = [(one_.value, desk.locale.label(one_)) for one_ in PaymentMethod]
        self.method = Choice(theme, methods, PaymentMethod.TRANSFER.value)
        method = Field(theme, desk.text("How"), self.method, name="visit.pay.method")
        record = plain_button(
            theme, desk.text("Record the payment"), self._record, icon="check", name="visit.pay.record"
        )
        for widget in (amount, on, method, record):
            self._account.addWidget(widget)

    # -- writing -------------------------------------------------------------------------------------

    def _money(self, typed: str) -> Money | None:
        assert self.view is not None
        try:
            return money_of(typed, self.view.currency)
        except MoneyProblem as problem:
            self.desk.say(problem, kind="err")
            return None

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
            value = int(typed) if typed.strip().isdigit() else None
        else:
            value = day_of(self.desk, typed)
        self.desk.run(EditPrice(UUID(hex=ref), {code: value}))

    def _delete_price(self) -> None:
        price = UUID(hex=str(self.sender().property("price")))
        self.desk.run(DeletePrice(price), said=self.desk.text("The price is deleted."))

    def _share(self, code: str) -> None:
        ids = tuple(one.participation_id for one in self._current())
        if not ids:
            return
        if code == "own":
            one = self._current()[0]
            self.desk.run(SetShare(ids, amount=one.account.owed))
        else:
            self.desk.run(SetShare(ids, UUID(hex=code) if code else None))

    def _own_amount(self, typed: str) -> None:
        amount = self._money(typed)
        ids = tuple(one.participation_id for one in self._current())
        if amount is not None and ids:
            self.desk.run(SetShare(ids, amount=amount))

    def _record(self) -> None:
        chosen = self._current()
        amount = self._money(self.amount.text())
        if not chosen or amount is None:
            return
        name = display_name(chosen[0].name)

        def failed(error: UserError) -> None:
            self.desk.say(error, kind="err")

        action = RecordVisitPayment(
            chosen[0].participation_id,
            amount,
            day_of(self.desk, self.on.text()),
            PaymentMethod(self.method.code()),
        )
        said = self.desk.text("{amount} from {name} recorded.", amount=amount, name=name)
        self.desk.run(action, said=said, failed=failed)

    def _delete_payment(self) -> None:
        payment = UUID(hex=str(self.sender().property("payment")))
        self.desk.run(
            DeleteVisitPayment(payment),
            said=self.desk.ntext("The payment is deleted.", "{n} payments are deleted.", 1),
        )

    def _to_amount(self, _one: object) -> None:
        if hasattr(self, "amount"):
            self.amount.setFocus()
            self.amount.selectAll()

    def choose(self, participation: str) -> None:
        """Show somebody's account, by the participation's id as 32 digits."""
        self.table.choose(UUID(hex=participation))

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        narrow = fit is Fit.NARROW
        self._split.stand(300 if fit > Fit.COMPACT else 240, beneath=PANE_HEIGHT if narrow else 0)
        self.table.fit_columns(("name", "owed", "open") if fit <= Fit.COMPACT else None)

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return (self.table, self._pane)

    def leave(self) -> None:
        """Write what is still open."""
        for field in list(self._price_fields):
            field.leave()


def _name(one: AccountRow, locale: Locale) -> Cell:
    return Cell(display_name(one.name))


def _class(one: AccountRow, locale: Locale) -> str:
    if one.price is not None:
        return one.price.name or locale.label(one.price.price_class)
    return locale.text("own amount") if one.by_hand else ""


def _owed(one: AccountRow, locale: Locale) -> str:
    return locale.money(one.account.owed)


def _paid(one: AccountRow, locale: Locale) -> str:
    return locale.money(one.account.paid) if one.account.paid else "–"
