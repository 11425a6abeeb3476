# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gives money for a project: how far it is, what was asked for, granted and paid, and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.projects import DropProjectFunder, EditProjectFunder, KeepProjectFunder
from hospes.domain.money import MoneyProblem
from hospes.domain.projects import FunderState
from hospes.domain.values import RoughDate
from hospes.queries.association import association
from hospes.queries.partnerships import bodies_to_choose
from hospes.ui.pages.project_words import money_words
from hospes.ui.pages.twinning_fields import choice_field, rough_field, write
from hospes.ui.pages.visit_budget_words import CURRENCIES, money_check, money_of, plain
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hospes.domain.values import Money
    from hospes.queries.projects import FunderRow, ProjectPage
    from hospes.ui.desk import Desk

AMOUNT_WIDTH = 106
DAY_WIDTH = 184


class FundersCard(Box):
    """Who gives how much and how far that is; a line to add somebody."""

    def __init__(self, desk: Desk, data: ProjectPage) -> None:
        theme = desk.theme
        super().__init__(
            theme, "card", Label(theme, desk.text("Money from"), "section", wrap=True), gap=8,
            name="project.funders",
        )  # fmt: skip
        self.desk, self.project = desk, data.row.id
        self._own = desk.read(association).currency
        for one in data.row.funders:
            self.box.addWidget(self._funder(one))
            self.box.addWidget(line())
        if len(data.row.funders) > 1 and (together := money_words(data.row, desk.locale)):
            words = desk.text("Together {amount}", amount=together)
            self.box.addWidget(Label(theme, words, "label", name="project.funders.sum"))
        self.who = Combo(
            theme, [(ref.hex, name) for ref, name in desk.read(bodies_to_choose, desk.locale.code)]
        )
        self.who.setPlaceholderText(desk.text("An organisation in the file, or any name"))
        self.funder = Field(theme, desk.text("Who gives money"), self.who, name="project.funder.who")
        self.currency = Choice(
            theme, [(code, code) for code in dict.fromkeys((self._own, *CURRENCIES))], self._own,
            name="project.funder.currency",
        )  # fmt: skip
        self.currency.setAccessibleName(desk.text("Currency"))
        self.amount = Field(
            theme, desk.text("Amount"), TextField(theme), check=money_check(desk, self.currency.code),
            name="project.funder.amount",
        )  # fmt: skip
        self.amount.setFixedWidth(theme.u(AMOUNT_WIDTH))
        add = plain_button(theme, desk.text("Add"), self._add, icon="plus", name="project.funder.add")
        self.box.addWidget(self.funder)
        foot = row(theme, self.amount, self.currency, None, add, gap=8)
        for widget in (self.currency, add):
            foot.setAlignment(widget, Qt.AlignmentFlag.AlignBottom)
        self.box.addLayout(foot)

    def _funder(self, one: FunderRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        edit = self._edit

        def asked(value: Money | None, field: Field) -> None:
            write(desk, KeepProjectFunder(self.project, one.organisation_id, one.name, value, one.id), field)

        def granted(value: Money | None, field: Field) -> None:
            edit(one, field, granted=value)

        def paid(value: Money | None, field: Field) -> None:
            edit(one, field, paid=value)

        def state(code: str) -> None:
            edit(one, None, state=FunderState(code))

        def by(value: RoughDate | None, field: Field) -> None:
            edit(one, field, report_by=value.last if value is not None else None)

        def away() -> None:
            desk.run(DropProjectFunder(one.id), said=desk.text("{name} is taken out.", name=one.name))

        cross = icon_button(
            theme, desk.text("Take {what} out", what=one.name), "x", away,
            name=f"project.funder.drop.{key}", small=True,
        )  # fmt: skip
        states = [(each.value, desk.locale.label(each)) for each in FunderState]
        head = row(theme, Label(theme, one.name, "label", wrap=True), cross, gap=8)
        head.setStretch(0, 1)
        flow = FlowLayout(theme, gap=8)
        how = choice_field(
            desk, desk.text("State"), states, one.state.value, state, f"project.funder.state.{key}",
            beside=False,
        )  # fmt: skip
        how.setFixedWidth(theme.u(DAY_WIDTH))
        flow.addWidget(how)
        flow.addWidget(self._sum(one, desk.text("Asked for"), one.asked, asked, "amount"))
        if one.state is not FunderState.REFUSED:
            flow.addWidget(self._sum(one, desk.text("Granted"), one.granted, granted, "granted"))
            flow.addWidget(self._sum(one, desk.text("Paid"), one.paid, paid, "paid"))
            due = rough_field(
                desk, desk.text("Report due by"), _rough(one), by, f"project.funder.report.{key}",
                beside=False,
            )  # fmt: skip
            due.setFixedWidth(theme.u(DAY_WIDTH))
            flow.addWidget(due)
        return holder(column(theme, holder(head), holder(flow), gap=4))

    def _sum(
        self,
        one: FunderRow,
        words: str,
        value: Money | None,
        save: Callable[[Money | None, Field], None],
        name: str,
    ) -> Field:
        desk, theme = self.desk, self.desk.theme
        known = one.asked or one.granted or one.paid
        currency = known.currency if known is not None else self._own
        editor = TextField(theme, plain(desk, value))
        field = Field(
            theme, words, editor, check=money_check(desk, lambda: currency),
            name=f"project.funder.{name}.{one.id.hex}",
        )  # fmt: skip
        editor.setAccessibleName(desk.text("{what}: {name}", what=words, name=one.name))
        field.setFixedWidth(theme.u(AMOUNT_WIDTH))

        def saved(typed: str) -> None:
            try:
                value = money_of(typed, currency)
            except MoneyProblem:
                return
            save(value, field)

        field.saved.connect(saved)
        return field

    def _edit(self, one: FunderRow, field: Field | None, **values: object) -> None:
        write(self.desk, EditProjectFunder(one.id, values), field)

    def _add(self) -> None:
        desk, code, typed = self.desk, self.who.code(), self.amount.value()
        try:
            value: Money | None = money_of(typed, self.currency.code())
        except MoneyProblem as problem:
            self.amount.say(Verdict("bad", desk.words(problem)))
            return
        name = self.who.text().strip()
        action = KeepProjectFunder(self.project, UUID(hex=code) if code else None, name, value)
        if write(desk, action, self.funder):
            self.funder.set_value("")
            self.amount.set_value("")


def _rough(one: FunderRow) -> RoughDate | None:
    return RoughDate.of(one.report_by) if one.report_by is not None else None
