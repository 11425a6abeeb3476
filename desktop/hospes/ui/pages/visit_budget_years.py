# SPDX-License-Identifier: GPL-3.0-or-later
"""The years of a funding scheme's rates: choosing them, their days, and rates for further years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Protocol

from hospes.domain.errors import FieldProblem
from hospes.domain.funding_years import with_days, with_new_rates, without_rates
from hospes.domain.grants_words import years_words
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.domain.funding import Scheme
    from hospes.ui.desk import Desk


class Pane(Protocol):
    """The form of the rules, as this part of it needs it."""

    fields: list[Field]
    at: int
    """Which set of rates is shown."""

    def at_rates(self, at: int) -> None:
        """Show another set of rates."""

    def keep(self, scheme: Scheme, field: Field | None = None) -> None:
        """Write the scheme."""

    def typed(self, field: Field, change: Callable[[str], Scheme], typed: str) -> None:
        """Change the scheme by what was typed."""


class YearsBox(Box):
    """Which rates are shown; with more than one set, or once asked for, the days they hold for."""

    def __init__(self, desk: Desk, pane: Pane, scheme: Scheme, at: int, visit_on: date | None) -> None:
        super().__init__(desk.theme, "card", gap=6, name="visit.rules.years")
        self.desk, self.pane, self.scheme, self.at = desk, pane, scheme, at
        self.visit_on = visit_on
        theme, rates = desk.theme, scheme.rates[at]
        options = [(str(n), years_words(desk.locale, one)) for n, one in enumerate(scheme.rates)]
        self.choice = Choice(theme, options, str(at), name="visit.rules.rates")
        self.choice.picked.connect(lambda code: pane.at_rates(int(code)))
        several = len(scheme.rates) > 1
        words = desk.text("Rates of visits in these years")
        top = [Field(theme, words, self.choice, name="visit.rules.rates")] if several else []
        dated = several or rates.first is not None or rates.last is not None
        days = [self._day("first", desk.text("From")), self._day("last", desk.text("Until"))] if dated else []
        if top or days:
            self.box.addWidget(holder(FlowLayout(theme, *top, *days, gap=12)))
        else:
            note = desk.text("These rates hold for visits in all years.")
            self.box.addWidget(Label(theme, note, "m", wrap=True))
        add = plain_button(
            theme, desk.text("Rates of a new year"), self._add, icon="plus", name="visit.rules.newYear"
        )
        away = link_button(
            theme, desk.text("Delete these rates"), self._away, icon="trash-2", name="visit.rules.oldYear"
        )
        away.setVisible(several)
        self.box.addWidget(holder(FlowLayout(theme, add, away, gap=12)))

    def _day(self, code: str, label: str) -> Field:
        rates = self.scheme.rates[self.at]
        day = getattr(rates, code)
        editor = day_editor(self.desk, self.desk.locale.date(day, "list") if day else "")
        name = f"visit.rules.{code}"
        field = Field(self.desk.theme, label, editor, check=day_check(self.desk), name=name)

        def changed(typed: str) -> Scheme:
            found = day_of(self.desk, typed)
            if typed.strip() and found is None:
                raise FieldProblem(code, "Write a day, such as 1.1.2027.")
            now = replace(rates, first=found) if code == "first" else replace(rates, last=found)
            return with_days(self.scheme, self.at, now.first, now.last)

        field.saved.connect(lambda typed: self.pane.typed(field, changed, typed))
        self.pane.fields.append(field)
        return field

    def _add(self) -> None:
        """Rates from the first of a year: of the visit's where none hold for it, else of the next one."""
        newest = self.scheme.rates[-1].first
        wanted = self.visit_on or self.desk.file.today
        year = wanted.year
        if newest is not None and newest >= date(year, 1, 1):
            year = newest.year + 1
        try:
            scheme = with_new_rates(self.scheme, date(year, 1, 1))
        except FieldProblem as problem:  # a set begins later in that very year
            self.desk.say(problem, kind="err")
            return
        self.pane.at = len(scheme.rates) - 1
        self.pane.keep(scheme)

    def _away(self) -> None:
        scheme = without_rates(self.scheme, self.at)
        self.pane.at = len(scheme.rates) - 1
        self.pane.keep(scheme)
