# SPDX-License-Identifier: GPL-3.0-or-later
"""Beginning the journal: the first day, what was in cash box and bank then, and whether spheres count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.cash import BeginJournal, NewAccount
from hospes.domain.codes_cash import CashKind
from hospes.domain.dues import dues_year, year_span
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.queries.association import association
from hospes.ui.pages.person_dates import date_field, day_check, whole_day
from hospes.ui.widgets.boxes import card, column, holder, limited, row, scrolled
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


class BeginForm(QWidget):
    """Asked once. Payments and costs of visits from that day on are in the journal at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        own = desk.read(association)
        self._currency = own.currency
        first = year_span(dues_year(desk.file.today, own.year_start), own.year_start).first or desk.file.today
        self.on = date_field(desk)
        self.on.setText(desk.locale.date(first))
        self.on_field = Field(
            theme,
            desk.text("First day"),
            self.on,
            check=day_check(desk),
            hint=desk.text("Payments and paid costs of visits from this day on are in the journal at once."),
            name="journal.begin.on",
        )
        self.box = Field(
            theme, desk.text("In the cash box that morning"), TextField(theme, "0"), name="journal.begin.box",
            check=self._check,
        )  # fmt: skip
        self.bank_name = Field(
            theme,
            desk.text("Name of the bank account"),
            TextField(theme, own.bank_name or desk.text("Current account")),
            name="journal.begin.name",
        )
        self.bank = Field(
            theme, desk.text("In the bank account that morning"), TextField(theme, "0"),
            name="journal.begin.bank", check=self._check,
        )  # fmt: skip
        self.spheres = Tick(
            theme,
            desk.text("With the four spheres of German tax law"),
            name="journal.begin.spheres",
        )
        self.spheres.setChecked(own.country == "DE")
        self.do = main_button(
            theme, desk.text("Begin the journal"), self.begin, icon="check", name="journal.begin.do"
        )
        intro = desk.text(
            "The journal shows all money that comes in and goes out. What members paid and what was paid for "
            "visits is in it by itself; only the rest is written here. No double entry."
        )
        form = card(
            theme, Label(theme, desk.text("Begin the cash and bank journal"), "section"),
            Label(theme, intro, wrap=True), self.on_field, self.box, self.bank_name, self.bank, self.spheres,
            row(theme, self.do, None), gap=12,
        )  # fmt: skip
        inner = column(theme, limited(theme, form, 620), None, margins=(22, 8, 22, 16))
        self.setLayout(column(theme, scrolled(holder(inner), "journal.begin"), gap=0))

    def _check(self, typed: str) -> Verdict:
        try:
            read_money(typed or "0", self._currency)
        except UserError as error:
            return Verdict("bad", self.desk.words(error))
        return Verdict()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.box.editor

    def begin(self) -> None:
        """Begin with what is written here."""
        desk = self.desk
        day = whole_day(desk, self.on_field, desk.text("Say the whole day."))
        if day is None:
            return
        minors = []
        for field in (self.box, self.bank):
            try:
                minors.append(read_money(field.value() or "0", self._currency).minor)
            except UserError as error:
                field.say(Verdict("bad", desk.words(error)))
                return
        accounts = (
            NewAccount(desk.text("Cash box"), CashKind.CASH, minors[0]),
            NewAccount(self.bank_name.value(), CashKind.BANK, minors[1]),
        )
        desk.run(
            BeginJournal(day, accounts, self.spheres.isChecked()),
            said=desk.text("The journal has begun."),
        )
