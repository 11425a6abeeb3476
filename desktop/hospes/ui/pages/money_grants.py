# SPDX-License-Identifier: GPL-3.0-or-later
"""Grants of all visits: funder, visit, applied, promised, received, conditions, when the report is due.

Money that comes in is one act: it is a payment, stands in the journal, and the grant is received. Everything
else of a grant is changed in the budget of its visit.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.grants import EditGrant, ReceiveGrant
from hospes.domain.codes import PaymentMethod
from hospes.domain.codes_money import GrantState
from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.domain.money import read_money
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_
from hospes.queries.cash_grants import grant_lines
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.money_journal_pane import typed_amount
from hospes.ui.pages.money_tab import MoneyTab
from hospes.ui.pages.person_dates import date_field, day_check, read_day, whole_day
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import find_field
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale
    from hospes.queries.cash_grants import GrantLine
    from hospes.ui.desk import Desk

CHIPS = (("open", N_("To be done")), ("all", N_("All")))
PANE_USUAL = 350


def _money(money: Money | None, locale: Locale) -> str:
    return locale.money(money) if money is not None and money.minor else ""


def _state(one: GrantLine, locale: Locale) -> Cell:
    words = locale.label(one.grant.state)
    return Cell(words, tone="warn") if one.grant.state is GrantState.REFUSED else Cell(words)


def _due(one: GrantLine, locale: Locale) -> str:
    return locale.date(one.report_due) if one.report_due is not None and one.open else ""


def grant_columns() -> tuple[Column[GrantLine], ...]:
    """Funder, visit, state, applied, promised, received, report."""
    return (
        Column("name", N_("Funder"), 190, lambda one, _: one.grant.name, "name", least=120),
        Column("visit", N_("For which visit"), 190, lambda one, _: one.visit, "visit", goes=3),
        Column("state", N_("State"), 124, _state, "state", goes=1),
        Column("applied", N_("Applied for"), 104, lambda one, loc: _money(one.grant.applied, loc), "applied",
               "right", goes=4),
        Column("promised", N_("Promised"), 104, lambda one, loc: _money(one.grant.promised, loc), "promised",
               "right", goes=2),
        Column("received", N_("Received"), 104, lambda one, loc: _money(one.grant.received, loc), "received",
               "right", least=90),
        Column("due", N_("Report due"), 110, _due, "due", goes=5),
    )  # fmt: skip


SHOWN = ("name", "visit", "state", "applied", "promised", "received", "due")
COMPACT = ("name", "state", "received", "due")
NARROW = ("name", "received")


class GrantsTab(MoneyTab):
    """Quick filters, the list and the chosen grant."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._chip, self._folded = "all", desk.settings.pane_folded
        self._all: list[GrantLine] = []
        self._rows: dict[UUID, GrantLine] = {}
        self.chips = ChipRow(theme, desk.text("Show"), name="grants.chips")
        self.chips.chosen.connect(self._pick_chip)
        self.words = find_field(theme, desk.text("Find in this list"), "grants.words", self._show_list)
        self.table = ListTable(
            desk, "grants", grant_columns(), shown=SHOWN, name="grants.table", label=desk.text("Grants")
        )
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda _: self._open())
        self.table.sorted.connect(self._show_list)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        ways = desk.text("A grant is added in the budget of its visit; here all of them are side by side.")
        self.body.addWidget(EmptyState(theme, ways, icon="landmark"))
        self.count = Label(theme, "", "m", name="grants.count")
        self.foot = holder(column(theme, line(), row(theme, self.count, None, margins=(16, 6, 12, 8)), gap=0))
        card = Box(theme, "card", self.body, self.foot, gap=0, margins=(1, 1, 1, 1))
        tools = holder(FlowLayout(theme, self.chips, self.words, gap=10))
        self._left = column(theme, tools, card, gap=10)
        self._left.setStretch(1, 1)
        self._box = column(theme, gap=10, margins=(22, 14, 22, 14))
        area = scrolled(holder(column(theme, self._box, None)), "grants.look")
        self.side = SidePane(theme, area, width=PANE_USUAL, name="grants.pane")
        self._across = row(theme, holder(self._left), self.side, gap=0)
        self._across.setStretch(0, 1)
        self.setLayout(self._across)

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        self._all = desk.read(grant_lines, desk.file.today, desk.locale)
        self._show_list()

    def _show_list(self, *_: object) -> None:
        desk = self.desk
        typed = fold(self.words.text()).split()
        fitting = [
            one for one in self._all if all(word in fold(f"{one.grant.name} {one.visit}") for word in typed)
        ]
        counts = {"all": len(fitting), "open": sum(1 for one in fitting if one.open)}
        self.chips.set_chips(
            [Chip(code, desk.text(words), desk.locale.number(counts[code])) for code, words in CHIPS],
            self._chip,
        )
        shown = [one for one in fitting if self._chip == "all" or one.open]
        key = self.table.sort_key()
        if key:
            shown.sort(key=lambda one: _sorted_by(one, key, desk), reverse=self.table.descending())
        self._rows = {one.id: one for one in shown}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if shown and not self.table.chosen_ids():
            self.table.choose(shown[0].id, tell=False)
        self.body.setCurrentIndex(0 if shown else 1)
        currency = shown[0].grant.currency if shown else "EUR"
        received = Money(
            sum(one.grant.received.minor for one in shown if one.grant.currency == currency), currency
        )
        self.count.setText(
            desk.ntext(
                "{n} grant, {amount} received", "{n} grants, {amount} received", len(shown), amount=received
            )
        )
        self._show_chosen()

    def _chosen(self) -> GrantLine | None:
        ids = self.table.chosen_ids() if self.body.currentIndex() == 0 else []
        return self._rows.get(ids[0]) if ids else None

    def _show_chosen(self, *_: object) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        one = self._chosen()
        if one is None:
            self._box.addWidget(EmptyState(theme, desk.text("No grant is chosen."), icon="landmark"))
            return
        grant = one.grant
        self._box.addWidget(Label(theme, grant.name, "name", wrap=True, name="grants.look.name"))
        self._box.addWidget(Label(theme, one.visit, wrap=True))
        if one.missing.minor:
            words = desk.text("{amount} of what was promised have not come yet.", amount=one.missing)
            self._box.addWidget(Label(theme, words, "m", wrap=True, name="grants.look.missing"))
        if one.overdue(desk.file.today) and one.report_due is not None:
            words = desk.text("The report was due on {day}.", day=desk.locale.date(one.report_due))
            self._box.addWidget(Label(theme, words, "warn", wrap=True, name="grants.look.overdue"))
        self._box.addLayout(
            row(
                theme,
                plain_button(theme, desk.text("Open the budget"), self._open, name="grants.open"),
                None,
            )
        )
        if not desk.file.read_only:
            self._receive(one)
        self._fields(one)

    def _receive(self, one: GrantLine) -> None:
        """Money came in: amount, day, way, one button."""
        desk, theme = self.desk, self.desk.theme
        proposed = typed_amount(desk, one.missing) if one.missing.minor else ""
        amount = Field(theme, desk.text("Amount"), TextField(theme, proposed), name="grants.amount")
        on = date_field(desk)
        on.setText(desk.locale.date(desk.file.today))
        day = Field(theme, desk.text("Day"), on, check=day_check(desk), name="grants.on")
        ways = [(way.value, desk.locale.label(way)) for way in PaymentMethod]
        how = Choice(theme, ways, PaymentMethod.TRANSFER.value)
        how_field = Field(theme, desk.text("How"), how, name="grants.how")
        do = main_button(
            theme,
            desk.text("Record money of this grant"),
            lambda: self._record(one, amount, day, how.code()),
            icon="check",
            name="grants.record",
        )
        flow = FlowLayout(theme, amount, day, how_field, gap=10)
        self._box.addWidget(Label(theme, desk.text("Money came in"), "section"))
        self._box.addWidget(holder(flow))
        self._box.addLayout(row(theme, do, None))

    def _record(self, one: GrantLine, amount: Field, day: Field, how: str) -> None:
        desk = self.desk
        try:
            money = read_money(amount.value(), one.grant.currency)
        except UserError as error:
            amount.say(Verdict("bad", desk.words(error)))
            return
        on = whole_day(desk, day, desk.text("Say the whole day on which the money came."))
        if on is None:
            return
        desk.run(
            ReceiveGrant(one.id, money, on, PaymentMethod(how)),
            said=desk.text("{amount} recorded for {name}.", amount=money, name=one.grant.name),
        )

    def _fields(self, one: GrantLine) -> None:
        desk, theme, grant = self.desk, self.desk.theme, one.grant
        states = [(state.value, desk.locale.label(state)) for state in GrantState]
        state = Field(
            theme, desk.text("State"), Choice(theme, states, grant.state.value), name="grants.state"
        )
        state.saved.connect(lambda code: self._save(one, state, {"state": GrantState(code)}))
        conditions = Field(
            theme, desk.text("Conditions"), LongText(theme, grant.conditions), name="grants.conditions"
        )
        conditions.saved.connect(lambda typed: self._save(one, conditions, {"conditions": typed}))
        reference = Field(
            theme, desk.text("Reference"), TextField(theme, grant.reference), name="grants.reference"
        )
        reference.saved.connect(lambda typed: self._save(one, reference, {"reference": typed}))
        due = date_field(desk)
        due.setText(desk.locale.date(one.report_due) if one.report_due is not None else "")
        report = Field(theme, desk.text("Report due"), due, name="grants.due")
        report.saved.connect(lambda typed: self._save_due(one, report, typed))
        for field in (state, report, reference, conditions):
            self._box.addWidget(field)

    def _save_due(self, one: GrantLine, field: Field, typed: str) -> None:
        desk = self.desk
        try:
            value = read_day(desk, typed, DateKind.COMING) if typed.strip() else None
        except UserError as error:
            field.say(Verdict("bad", desk.words(error)))
            return
        if value is not None and value.exact is None:
            field.say(Verdict("bad", desk.text("Say the whole day.")))
            return
        self._save(one, field, {"report_due": value.exact if value is not None else None})

    def _save(self, one: GrantLine, field: Field, values: Mapping[str, Any]) -> None:
        desk = self.desk
        desk.run(
            EditGrant(one.id, values, one.grant.version),
            said=desk.text("The grant is changed."),
            failed=lambda error: field.say(Verdict("bad", desk.words(error))),
        )

    # -- acts ----------------------------------------------------------------------------------------

    def _open(self) -> None:
        one = self._chosen()
        if one is not None:
            self.desk.go("visit", id=one.grant.visit_id.hex, tab="budget", part="grants", grant=one.id.hex)

    def _pick_chip(self, code: str) -> None:
        self._chip = code
        self._show_list()
        self.moved.emit()

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self._find, "columns": self.table.choose_columns, "fold": self._fold}

    def _find(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self.fit(self.fits)

    def show_at(self, **where: object) -> None:
        chip, chosen = where.get("chip"), where.get("id")
        if chip in {code for code, _ in CHIPS}:
            self._chip = str(chip)
        self.reload()
        if isinstance(chosen, str) and chosen:
            with suppress(ValueError):
                self.table.choose(UUID(hex=chosen))

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        return {"chip": self._chip, **({"id": current.hex} if isinstance(current, UUID) else {})}

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self.table, self.side)

    def first_focus(self) -> QWidget | None:
        return self.table

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        theme, small = self.desk.theme, fit <= Fit.COMPACT
        left, _, right, bottom = side_margins(theme, fit)
        self.chips.set_compact(small)
        self.foot.setVisible(not small)
        self.table.fit_columns({Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(fit))
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self._left.setContentsMargins(left, 0, right if small else theme.u(16), 0 if small else bottom)
        if small:
            self.side.take_room()
        else:
            self.side.set_width(PANE_USUAL)
        self.side.stand_beneath(small)
        self.side.set_folded(self._folded and not small)


def _sorted_by(one: GrantLine, key: str, desk: Desk) -> Order:
    grant = one.grant
    amounts = {"applied": grant.applied, "promised": grant.promised, "received": grant.received}
    if key in amounts:
        money = amounts[key]
        return money.minor if money is not None else -1, desk.locale.sort_key("")
    if key == "due":
        return (one.report_due or date.max).toordinal(), desk.locale.sort_key("")
    words = {"name": grant.name, "visit": one.visit, "state": desk.locale.label(grant.state)}
    return 0, desk.locale.sort_key(words.get(key, ""))
