# SPDX-License-Identifier: GPL-3.0-or-later
"""Collecting dues by direct debit: who, how much, who is left out and why; then one button and one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.collections import RecordCollection
from hospes.domain.dates import DateKind
from hospes.domain.dues import dues_year, year_name
from hospes.domain.errors import UserError
from hospes.domain.sepa import NOTICE_DAYS, CollectionPlan, PainVersion, check_due, earliest_debit
from hospes.domain.values import Money
from hospes.queries.association import association
from hospes.queries.collections import planned_collection
from hospes.queries.dues import years_of_dues
from hospes.transfer.collecting import debits_of
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner, back_bar

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from hospes.ui.desk import Desk


class CollectForm(QWidget):
    """The review: settings above, debits with ticks, who is left out, the button."""

    closed = Signal()
    collected = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._plan: CollectionPlan | None = None
        self._ticks: dict[UUID, Tick] = {}
        self.year = Choice(theme)
        self.year.picked.connect(self._settle)
        year = Field(theme, desk.text("Dues up to the year"), self.year, name="bank.collect.year")
        self.due = date_field(desk)
        self.due_field = Field(
            theme, desk.text("The money is taken on"), self.due, check=day_check(desk, DateKind.COMING),
            name="bank.collect.due",
        )  # fmt: skip
        self.due_field.saved.connect(self._settle)
        self.notice = TextField(theme, str(NOTICE_DAYS))
        notice = Field(
            theme, desk.text("Payers are told so many days before"), self.notice, name="bank.collect.notice",
            hint=desk.text("14 days, unless your members agreed to less."),
        )  # fmt: skip
        notice.saved.connect(self._settle)
        versions = [(one.value, desk.locale.label(one)) for one in PainVersion]
        self.version = Choice(theme, versions)
        version = Field(theme, desk.text("Form of the file"), self.version, name="bank.collect.version")
        self._notes = column(theme, gap=8)
        self._debits = column(theme, gap=4)
        self._left = column(theme, gap=4)
        self.left_title = Label(theme, "", "section", name="bank.collect.leftTitle")
        self.do = main_button(theme, "", self.add, icon="check", name="bank.collect.do")
        back = back_bar(theme, desk.text("Back to the list"), self.closed.emit, "bank.collect.back")
        debits = Box(theme, "card", Label(theme, desk.text("Who is collected from"), "section"), self._debits)
        self.left_card = Box(theme, "card", self.left_title, self._left)
        inner = holder(
            column(
                theme, Label(theme, desk.text("Collect dues by direct debit"), "name", wrap=True),
                holder(FlowLayout(theme, year, self.due_field, notice, version, gap=14)), self._notes, debits,
                self.left_card, None, gap=12, margins=(0, 0, 10, 14),
            )
        )  # fmt: skip
        inner.setMaximumWidth(theme.u(900))
        across = row(theme, inner, gap=0)
        across.setStretchFactor(inner, 100)
        across.addStretch(1)
        foot = row(theme, self.do, None, margins=(0, 6, 0, 6))
        self._whole = column(theme, back, scrolled(holder(across), "bank.collect"), line(), foot, gap=4)
        self.setLayout(self._whole)

    def begin(self) -> None:
        """Propose this year and the first day possible."""
        desk = self.desk
        own = desk.read(association)
        present = dues_year(desk.file.today, own.year_start)
        years = sorted({*desk.read(years_of_dues, desk.file.today), present}, reverse=True)[:6]
        chosen = max((one for one in years if one <= present + 1), default=present)
        self.year.set_options([(str(one), year_name(one, own.year_start)) for one in years], str(chosen))
        self.due_field.set_value(desk.locale.date(earliest_debit(desk.file.today)))
        self._settle()

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.do

    def reload(self) -> None:
        """Look again; who was unticked stays so."""
        if self._plan is not None:
            self._settle()

    def _due_on(self) -> date | None:
        try:
            value = read_day(self.desk, self.due.text(), DateKind.COMING)
        except UserError:
            return None
        return value.exact if value is not None else None

    def _notice(self) -> int:
        text = self.notice.text().strip()
        return int(text) if text.isdecimal() and int(text) <= 60 else NOTICE_DAYS

    def _settle(self, *_: object) -> None:
        desk = self.desk
        due_on = self._due_on()
        day = due_on or earliest_debit(desk.file.today)
        wanted = int(self.year.code() or desk.file.today.year)
        self._plan = desk.read(planned_collection, wanted, day, desk.file.today, desk.locale)
        self._show_notes(due_on)
        self._show_debits(self._plan)
        self._show_left(self._plan)
        self._name_button()

    def _show_notes(self, due_on: date | None) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._notes)
        own = desk.read(association)
        if not own.creditor_id or not own.iban:
            way = Answer(
                desk.text("Open the settings"), lambda: desk.go("settings", section="association"),
                name="bank.collect.settings",
            )  # fmt: skip
            words = desk.text(
                "The bank wants the association’s IBAN and creditor identifier; one is missing."
            )
            self._notes.addWidget(Banner(theme, words, answers=(way,), name="bank.collect.noCreditor"))
        if due_on is None:
            return
        try:
            check_due(due_on, desk.file.today, self._notice())
        except UserError as error:
            self._notes.addWidget(Banner(theme, desk.words(error), name="bank.collect.badDay"))

    def _show_debits(self, plan: CollectionPlan) -> None:
        desk, theme = self.desk, self.desk.theme
        off = {key for key, tick in self._ticks.items() if not tick.isChecked()}
        clear(self._debits)
        self._ticks = {}
        for one in plan.debits:
            tick = Tick(theme, one.owed.name, name=f"bank.collect.tick.{one.mandate.id.hex}")
            tick.setChecked(one.mandate.id not in off)
            tick.toggled.connect(self._name_button)
            self._ticks[one.mandate.id] = tick
            about = f"{one.mandate.reference} · {desk.locale.label(one.sequence)}"
            amount = Label(theme, desk.locale.money(Money(one.owed.minor, "EUR")))
            across = row(theme, tick, Label(theme, about, "m"), amount, gap=12)
            across.setStretch(0, 1)
            self._debits.addLayout(across)
        if not plan.debits:
            words = desk.text("Nobody with a usable mandate owes anything.")
            self._debits.addWidget(Label(theme, words, "m", wrap=True, name="bank.collect.none"))

    def _show_left(self, plan: CollectionPlan) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._left)
        self.left_card.setVisible(bool(plan.left_out))
        n = len(plan.left_out)
        self.left_title.setText(desk.ntext("{n} is left out", "{n} are left out", n))
        for owed, why in plan.left_out:
            money = Label(theme, desk.locale.money(Money(owed.minor, owed.currency)))
            words = Label(theme, desk.locale.label(why), "m", wrap=True)
            across = row(theme, Label(theme, owed.name, wrap=True), words, money, gap=12)
            across.setStretch(0, 1)
            across.setStretch(1, 1)
            self._left.addLayout(across)

    def _without(self) -> set[UUID]:
        return {key for key, tick in self._ticks.items() if not tick.isChecked()}

    def _name_button(self, *_: object) -> None:
        desk, plan = self.desk, self._plan
        if plan is None:
            return
        without = self._without()
        some = [one for one in plan.debits if one.mandate.id not in without]
        total = Money(sum(one.owed.minor for one in some), "EUR")
        n = len(some)
        self.do.setText(
            desk.ntext("Collect {amount} from {n} payer", "Collect {amount} from {n} payers", n, amount=total)
        )
        self.do.setEnabled(bool(some))

    def add(self) -> None:
        """Keep the collection; the file is written from its pane."""
        desk, plan, due_on = self.desk, self._plan, self._due_on()
        if plan is None:
            return
        if due_on is None:
            self.due_field.say(Verdict("bad", desk.text("Say the day on which the money is taken.")))
            self.due.setFocus()
            return
        debits = debits_of(plan, desk.read(association), self._without())
        action = RecordCollection(
            int(self.year.code()), due_on, debits, PainVersion(self.version.code()), self._notice()
        )
        n = len(debits)
        said = desk.ntext(
            "{n} debit is ready. Write the file and take it to your bank.",
            "{n} debits are ready. Write the file and take it to your bank.",
            n,
        )
        done = desk.run(action, said=said)
        if done is not None:
            self._plan, self._ticks = None, {}
            self.collected.emit(done.result)

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)
