# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts and categories of the journal: what they are called, what was there, spheres, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.cash import (
    AddAccount,
    AddCategory,
    DeleteAccount,
    DeleteCategory,
    EditAccount,
    EditCategory,
    NewAccount,
    SetCategoryName,
)
from hospes.domain.codes_cash import CashKind, CashSide, Sphere
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.values import Money
from hospes.i18n.catalog import languages
from hospes.queries.association import association
from hospes.queries.cash import accounts_of, categories_of
from hospes.ui.pages.money_journal_pane import typed_amount
from hospes.ui.pages.person_dates import date_field, day_check, whole_day
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, limited, line, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hospes.actions import Action
    from hospes.domain.cash import Account
    from hospes.queries.cash import CategoryRow
    from hospes.ui.desk import Desk


class SetupView(QWidget):
    """Two cards: accounts, categories; each with the chosen one in full beneath."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._account: UUID | None = None
        self._category: UUID | None = None
        self.accounts = Choice(theme, name="journal.setUp.account")
        self.accounts.setAccessibleName(desk.text("Account"))
        self.accounts.picked.connect(self._pick_account)
        self._account_box = column(theme, gap=10)
        kinds = [(one.value, desk.locale.label(one)) for one in CashKind]
        self.new_kind = Choice(theme, kinds, CashKind.BANK.value, name="journal.setUp.newKind")
        self.new_kind.setAccessibleName(desk.text("Kind of the new account"))
        self.new_name = TextField(
            theme, example=desk.text("Name of a new account"), name="journal.setUp.newAccount"
        )
        self.new_name.setAccessibleName(desk.text("Name of a new account"))
        add = plain_button(
            theme,
            desk.text("Add an account"),
            self._add_account,
            icon="plus",
            name="journal.setUp.addAccount",
        )
        self.categories = Choice(theme, name="journal.setUp.category")
        self.categories.setAccessibleName(desk.text("Category"))
        self.categories.picked.connect(self._pick_category)
        self._category_box = column(theme, gap=10)
        sides = [(one.value, desk.locale.label(one)) for one in CashSide]
        self.new_side = Choice(theme, sides, CashSide.OUT.value, name="journal.setUp.newSide")
        self.new_side.setAccessibleName(desk.text("In or out"))
        self.new_category = TextField(
            theme, example=desk.text("Name of a new category"), name="journal.setUp.newCategory"
        )
        self.new_category.setAccessibleName(desk.text("Name of a new category"))
        add_category = plain_button(
            theme, desk.text("Add a category"), self._add_category, icon="plus",
            name="journal.setUp.addCategory",
        )  # fmt: skip
        first = card(
            theme, Label(theme, desk.text("Accounts"), "section"), row(theme, self.accounts, None),
            holder(self._account_box), line(),
            holder(FlowLayout(theme, self.new_kind, self.new_name, add)), gap=10,
        )  # fmt: skip
        second = card(
            theme, Label(theme, desk.text("Categories"), "section"), row(theme, self.categories, None),
            holder(self._category_box), line(),
            holder(FlowLayout(theme, self.new_side, self.new_category, add_category)), gap=10,
        )  # fmt: skip
        inner = column(
            theme,
            limited(theme, first, 760),
            limited(theme, second, 760),
            None,
            gap=14,
            margins=(22, 8, 22, 16),
        )
        bar = back_bar(theme, desk.text("Back to the journal"), self.closed.emit, "journal.setUp.back")
        self.setLayout(column(theme, bar, scrolled(holder(inner), "journal.setUp"), gap=0))

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show what the file says now."""
        desk = self.desk
        own = desk.read(association)
        accounts = desk.read(accounts_of, own.id)
        categories = desk.read(categories_of, own.id, desk.locale.language)
        if self._account not in {one.id for one in accounts}:
            self._account = accounts[0].id if accounts else None
        if self._category not in {one.id for one in categories}:
            self._category = categories[0].id if categories else None
        self.accounts.set_options(
            [(one.id.hex, one.name) for one in accounts], self._account.hex if self._account else ""
        )
        self.categories.set_options(
            [(one.id.hex, self._listed(one)) for one in categories],
            self._category.hex if self._category else "",
        )
        clear(self._account_box)
        clear(self._category_box)
        account = next((one for one in accounts if one.id == self._account), None)
        if account is not None:
            self._show_account(account)
        category = next((one for one in categories if one.id == self._category), None)
        if category is not None:
            self._show_category(category)

    def _listed(self, one: CategoryRow) -> str:
        side = self.desk.locale.label(one.side)
        if one.ended:
            return self.desk.text("{side}: {category}, no longer offered", side=side, category=one.name)
        return self.desk.text("{side}: {category}", side=side, category=one.name)

    def _pick_account(self, code: str) -> None:
        self._account = UUID(hex=code)
        self.reload()

    def _pick_category(self, code: str) -> None:
        self._category = UUID(hex=code)
        self.reload()

    # -- an account ----------------------------------------------------------------------------------

    def _show_account(self, one: Account) -> None:
        desk, theme = self.desk, self.desk.theme
        name = Field(theme, desk.text("Name"), TextField(theme, one.name), name="journal.setUp.name")
        name.saved.connect(lambda typed: self._edit_account(one, name, {"name": typed}))
        on = date_field(desk)
        on.setText(desk.locale.date(one.opened_on))
        first = Field(theme, desk.text("First day"), on, check=day_check(desk), name="journal.setUp.first")
        first.saved.connect(lambda _: self._save_first(one, first))
        opening = Field(
            theme,
            desk.text("In it that morning"),
            TextField(theme, typed_amount(desk, Money(one.opening, one.currency))),
            name="journal.setUp.opening",
        )
        opening.saved.connect(lambda typed: self._save_opening(one, opening, typed))
        fields = [name, first, opening]
        if one.kind is not CashKind.CASH:
            iban = Field(theme, desk.text("IBAN"), TextField(theme, one.iban), name="journal.setUp.iban")
            iban.saved.connect(lambda typed: self._edit_account(one, iban, {"iban": typed}))
            fields.append(iban)
        for field in fields:
            field.setFixedWidth(theme.u(220))
        self._account_box.addWidget(holder(FlowLayout(theme, *fields, gap=14)))
        delete = link_button(
            theme, desk.text("Delete this account"), lambda: self._delete_account(one),
            name="journal.setUp.deleteAccount",
        )  # fmt: skip
        self._account_box.addLayout(row(theme, delete, None))

    def _delete_account(self, one: Account) -> None:
        self.desk.run(DeleteAccount(one.id), said=self.desk.text("The account is deleted."))

    def _edit_account(self, one: Account, field: Field, values: Mapping[str, object]) -> None:
        self._run(EditAccount(one.id, values, one.version), field)

    def _save_first(self, one: Account, field: Field) -> None:
        day = whole_day(self.desk, field, self.desk.text("Say the whole day."))
        if day is not None:
            self._edit_account(one, field, {"opened_on": day})

    def _save_opening(self, one: Account, field: Field, typed: str) -> None:
        try:
            money = read_money(typed or "0", one.currency)
        except UserError as error:
            field.say(Verdict("bad", self.desk.words(error)))
            return
        self._edit_account(one, field, {"opening_minor": money.minor})

    def _add_account(self) -> None:
        desk = self.desk
        accounts = desk.read(accounts_of, desk.read(association).id)
        first = accounts[0].opened_on if accounts else desk.file.today
        new = NewAccount(self.new_name.text(), CashKind(self.new_kind.code()))
        outcome = desk.run(AddAccount(new, first), said=desk.text("The account is added."))
        if outcome is not None:
            self.new_name.clear()
            self._account = outcome.result if isinstance(outcome.result, UUID) else None
            self.reload()

    # -- a category ----------------------------------------------------------------------------------

    def _show_category(self, one: CategoryRow) -> None:
        desk, theme = self.desk, self.desk.theme
        name = Field(theme, desk.text("Name"), TextField(theme, one.own_name), name="journal.setUp.title")
        name.saved.connect(lambda typed: self._run(EditCategory(one.id, {"name": typed}, one.version), name))
        spheres = [("", "–"), *((code.value, desk.locale.label(code)) for code in Sphere)]
        sphere = Field(
            theme,
            desk.text("Sphere"),
            Choice(theme, spheres, one.sphere.value if one.sphere else ""),
            hint=desk.text("Of German tax law; nothing elsewhere."),
            name="journal.setUp.sphere",
        )
        sphere.saved.connect(
            lambda code: self._run(
                EditCategory(one.id, {"sphere": Sphere(code) if code else None}, one.version), sphere
            )
        )
        number = Field(
            theme,
            desk.text("No."),
            TextField(theme, one.number),
            hint=desk.text("In the bookkeeper's chart of accounts"),
            name="journal.setUp.number",
        )
        number.saved.connect(
            lambda typed: self._run(EditCategory(one.id, {"number": typed}, one.version), number)
        )
        fields = [name, sphere, number, *self._names(one)]
        for field in fields:
            field.setFixedWidth(theme.u(350 if field is sphere else 220))  # its hint stays on one line
        self._category_box.addWidget(holder(FlowLayout(theme, *fields, gap=14)))
        offered = Tick(theme, desk.text("Offered for new entries"), name="journal.setUp.offered")
        offered.setChecked(not one.ended)
        offered.clicked.connect(
            lambda on: self._run(EditCategory(one.id, {"ended": not on}, one.version), None)
        )
        self._category_box.addWidget(offered)
        delete = link_button(
            theme, desk.text("Delete this category"), lambda: self._delete_category(one),
            name="journal.setUp.deleteCategory",
        )  # fmt: skip
        self._category_box.addLayout(row(theme, delete, None))

    def _names(self, one: CategoryRow) -> list[Field]:
        """What it is called in the languages of papers."""
        desk, theme = self.desk, self.desk.theme
        fields = []
        for code in languages():
            field = Field(
                theme,
                desk.text("Name, {language}", language=desk.locale.language_name(code)),
                TextField(theme, one.names.get(code, "")),
                name=f"journal.setUp.name.{code}",
            )
            field.saved.connect(self._namer(one, field, code))
            fields.append(field)
        return fields

    def _namer(self, one: CategoryRow, field: Field, code: str) -> Callable[[str], object]:
        return lambda typed: self._run(SetCategoryName(one.id, code, typed), field)

    def _delete_category(self, one: CategoryRow) -> None:
        desk = self.desk
        outcome = desk.run(DeleteCategory(one.id))
        if outcome is not None:
            gone = bool(outcome.result)
            words = (
                desk.text("The category is deleted.")
                if gone
                else desk.text("The category has entries or is one of the first, so it is no longer offered.")
            )
            desk.say(words, undoable=True)

    def _add_category(self) -> None:
        desk = self.desk
        action = AddCategory(self.new_category.text(), CashSide(self.new_side.code()))
        outcome = desk.run(action, said=desk.text("The category is added."))
        if outcome is not None:
            self.new_category.clear()
            self._category = outcome.result if isinstance(outcome.result, UUID) else None
            self.reload()

    def _run(self, action: Action, field: Field | None) -> None:
        desk = self.desk

        def refused(error: UserError) -> None:
            if field is not None:
                field.say(Verdict("bad", desk.words(error)))
            else:
                desk.say(desk.words(error), kind="err")

        desk.run(action, said=desk.text("Saved."), failed=refused)
