# SPDX-License-Identifier: GPL-3.0-or-later
"""Who pays: prices by class, and for each person what is owed, paid and open."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.budget import RecordVisitPayment, SetShare
from hospes.domain.money import MoneyProblem
from hospes.domain.names import display_name
from hospes.domain.values import Money
from hospes.i18n.marks import N_, P_
from hospes.queries.bearers import BearerRow
from hospes.queries.budget import AccountRow
from hospes.ui.page import Fit
from hospes.ui.pages.visit_budget_bearers import KINDS, BearerAccount, OthersForm
from hospes.ui.pages.visit_budget_payments import Payments
from hospes.ui.pages.visit_budget_prices import PricesForm
from hospes.ui.pages.visit_budget_split import SplitLine
from hospes.ui.pages.visit_budget_words import money_check, money_of, plain
from hospes.ui.pages.visit_focus import focus_kept
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.tall import Sides
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.i18n.locale import Locale
    from hospes.queries.budget import BudgetView
    from hospes.ui.desk import Desk


PANE_HEIGHT = 330

NAMES = {"prices": "visit.pay.change", "split": "visit.pay.split", "others": "visit.pay.others"}
"""What the links are called."""


class PayPane(QWidget):
    """Prices above, accounts beneath, the chosen account at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.view: BudgetView | None = None
        self._shown: object = None
        self._of: UUID | None = None
        self._wanted: UUID | None = None
        self._payments: Payments | None = None
        """Those of the account that is shown."""
        self._rows: dict[UUID, AccountRow | BearerRow] = {}
        self.summary = Label(theme, "", wrap=True, name="visit.pay.prices")
        self.prices = PricesForm(desk)
        self.split = SplitLine(desk)
        self.others = OthersForm(desk)
        self.others.added.connect(self._added)
        self._parts = {
            "prices": (self.prices, desk.text("Change the prices"), desk.text("Close the prices")),
            "split": (self.split, desk.text("Share the costs"), desk.text("Close")),
            "others": (self.others, desk.text("Others who pay"), desk.text("Close")),
        }
        self._links = {
            code: link_button(theme, words, name=NAMES[code]) for code, (_, words, _) in self._parts.items()
        }
        for code, link in self._links.items():
            link.clicked.connect(lambda _=False, code=code: self.open_part(code))
        for form, _, _ in self._parts.values():
            form.hide()
        links = holder(FlowLayout(theme, *self._links.values(), gap=14))
        box = Box(theme, "card", Turning(theme, self.summary, links, gap=12), gap=6, margins=(14, 8, 14, 10))
        self.table = ListTable(
            desk,
            "visit.accounts",
            (
                Column("name", P_("person", "Name"), 190, _name),
                Column("class", N_("Price"), 130, _class),
                Column("owed", N_("To pay"), 112, _owed, align="right"),
                Column("paid", N_("Paid"), 90, _paid, align="right"),
                Column("open", N_("Still open"), 120, self._open),
            ),
            shown=("name", "class", "owed", "paid", "open"),
            name="visit.accounts.table",
            label=desk.text("Accounts of people"),
        )
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._to_amount)
        self.sum = Label(theme, "", "label", wrap=True, name="visit.pay.sum")
        accounts = Box(theme, "card", self.table, gap=0, margins=(1, 1, 1, 1))
        left = column(theme, box, self.sum, accounts, gap=8)
        left.setStretch(2, 1)
        self._account = column(theme, gap=8, margins=(14, 10, 14, 14))
        self._account_area = scrolled(holder(self._account), "visit.pay.scroll")
        self._pane = Box(theme, "card", self._account_area, self._forms(), gap=0, margins=(1, 1, 1, 1))
        accounts.setMinimumHeight(theme.u(170))
        self._split = Sides(theme, scrolled(holder(left), "visit.pay.left"), self._pane, own="second")
        self.setLayout(column(theme, self._split, gap=0))

    def _forms(self) -> QWidget:
        """Where prices, sharing and other payers are written: in the place of the account."""
        theme = self.desk.theme
        self._title = Label(theme, "", "section", wrap=True)
        close = icon_button(
            theme,
            self.desk.text("Close"),
            "x",
            lambda: self.open_part(""),
            name="visit.pay.close",
            small=True,
        )
        head = row(theme, self._title, close)
        head.setStretch(0, 1)
        inner = column(theme, gap=8, margins=(14, 10, 14, 14))
        inner.addLayout(head)
        for form, _, _ in self._parts.values():
            inner.addWidget(form)
        inner.addStretch(1)
        self._forms_area = scrolled(holder(inner), "visit.pay.forms")
        self._forms_area.hide()
        return self._forms_area

    # -- reading -------------------------------------------------------------------------------------

    def show_view(self, view: BudgetView) -> None:
        """Show prices and accounts."""
        self.view = view
        desk = self.desk
        self._show_summary(view)
        for form in (self.prices, self.split, self.others):
            form.show_view(view)
        self._rows = {one.participation_id: one for one in view.accounts} | {
            one.id: one for one in view.bearers
        }
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if self._wanted is not None and self.table.choose(self._wanted):
            self._wanted = None
        if self._rows and not self.table.chosen_ids():
            self.table.choose(next(iter(self._rows)))
        borne = [one for one in (b.account_in(view.currency, view.rates) for b in view.bearers) if one]
        owed = Money(view.shares_planned + sum(one.owed.minor for one in borne), view.currency)
        paid = Money(view.shares_paid + sum(one.paid.minor for one in borne), view.currency)
        self.sum.setText(
            desk.text("{paid} of {owed} paid, {open} open", paid=paid, owed=owed, open=owed - paid)
            if self._rows
            else desk.text("Nobody has to pay anything yet.")
        )
        self._fill()

    def open_part(self, wanted: str) -> None:
        """Open prices, sharing or other payers where the account is; a second time closes it again."""
        opened: QWidget | None = None
        for code, (form, words, close) in self._parts.items():
            form.setVisible(code == wanted and form.isHidden())
            self._links[code].set_text(words if form.isHidden() else close)
            if not form.isHidden():
                opened = form
                self._title.setText(words)
        self._forms_area.setVisible(opened is not None)
        self._account_area.setVisible(opened is None)
        self._pane.setVisible(opened is not None or bool(self._current() or self._bearer()))
        if opened is self.others:
            self.others.offer()
        first = opened.nextInFocusChain() if opened is not None else None
        if first is not None and opened is not None and opened.isAncestorOf(first):
            first.setFocus()

    def is_open(self, part: str) -> bool:
        """Whether prices, sharing or other payers are being written."""
        return not self._parts[part][0].isHidden()

    def _chosen(self, *_: object) -> None:
        """An account is wanted: a form that is open makes room for it."""
        if not self._forms_area.isHidden() and self.table.hasFocus():
            self.open_part("")
        self._fill()

    def _added(self, bearer: UUID) -> None:
        """Show what the new one bears, where its currency and rate are written and money is recorded."""
        self._wanted = None if self.table.choose(bearer) else bearer
        self.open_part("")

    def _show_summary(self, view: BudgetView) -> None:
        desk = self.desk
        known = [
            desk.text(
                "{name}: {amount}", name=one.name or desk.locale.label(one.price_class), amount=one.amount
            )
            for one in view.prices
        ]
        self.summary.setText(" · ".join(known) if known else desk.text("No price of taking part yet."))
        if view.visit_id != self._of:
            self._of = view.visit_id
            nobody = not view.accounts and not view.bearers
            if not known and nobody and all(form.isHidden() for form, _, _ in self._parts.values()):
                self.open_part("prices")

    def _open(self, one: AccountRow | BearerRow, locale: Locale) -> Cell:
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
        found = (self._rows.get(one) for one in self.table.chosen_ids())
        return [one for one in found if isinstance(one, AccountRow)]

    def _bearer(self) -> BearerRow | None:
        """The chosen one of those who are not on the list."""
        ids = self.table.chosen_ids()
        one = self._rows.get(ids[0]) if ids else None
        return one if isinstance(one, BearerRow) else None

    # -- the account ---------------------------------------------------------------------------------

    def _fill(self) -> None:
        view, chosen, bearer = self.view, self._current(), self._bearer()
        shown = (view.prices, chosen, bearer) if view is not None else None
        if (chosen or bearer) and shown == self._shown:
            return
        self._shown = shown
        self._payments = None
        with focus_kept(self._pane):
            if view is not None and bearer is not None:
                clear(self._account)
                self._pane.show()
                account = BearerAccount(self.desk, view, bearer)
                self._payments = account.payments
                self._account.addWidget(account)
                self._account.addStretch(1)
            else:
                self._build_account(view, chosen)

    def _build_account(self, view: BudgetView | None, chosen: list[AccountRow]) -> None:
        clear(self._account)
        self._pane.setVisible(bool(chosen) or not self._forms_area.isHidden())
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
        record = (RecordVisitPayment, one.participation_id)
        who = display_name(one.name)
        self._payments = Payments(desk, account, one.payments, record, who, "visit.pay")
        self._account.addWidget(self._payments)

    # -- writing -------------------------------------------------------------------------------------

    def _money(self, typed: str) -> Money | None:
        assert self.view is not None
        try:
            return money_of(typed, self.view.currency)
        except MoneyProblem as problem:
            self.desk.say(problem, kind="err")
            return None

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

    def _to_amount(self, _one: object) -> None:
        if self._payments is not None:
            self._payments.to_amount()

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
        self.prices.leave()


def _name(one: AccountRow | BearerRow, locale: Locale) -> Cell:
    return Cell(one.who.name if isinstance(one, BearerRow) else display_name(one.name))


def _class(one: AccountRow | BearerRow, locale: Locale) -> str:
    if isinstance(one, BearerRow):
        return locale.text(KINDS[one.who.kind])
    if one.price is not None:
        return one.price.name or locale.label(one.price.price_class)
    return locale.text("own amount") if one.by_hand else ""


def _owed(one: AccountRow | BearerRow, locale: Locale) -> str:
    return locale.money(one.account.owed)


def _paid(one: AccountRow | BearerRow, locale: Locale) -> str:
    return locale.money(one.account.paid) if one.account.paid else "–"
