# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Hosting: what a good home is worth in points, and the musts; for all visits or for one.

How long the best plan is searched for at most belongs to this computer, not to the file.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.placements import SetHostingRules
from hospes.domain.hosting_rules import HEAVIEST
from hospes.domain.matching.values import Criterion, Rules
from hospes.i18n.marks import N_
from hospes.queries.hosting import hosting_rules
from hospes.queries.hosting_needs import coming_visits, has_own_rules
from hospes.ui.widgets.boxes import Box, column, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

MUSTS = (
    ("checked_hosts_for_minors", N_("Minors without a guardian only with hosts whose papers were seen")),
    ("double_bed_must", N_("Couples who want a double bed only where there is one")),
)
GRADES = (
    ("very_good", N_("Very good fit from")),
    ("good", N_("Good fit from")),
    ("possible", N_("Possible from")),
)
WORDS_WIDTH, NUMBER_WIDTH = 290, 96
SECONDS = (10, 60, 300)


class HostingSection(Box):
    """The points of each wish, the musts of the association, and from how many points on a fit is good."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=12)
        self.desk = desk
        self._visit: UUID | None = None
        self.visits = Choice(theme, (), name="settings.hosting.visit")
        self.visits.setAccessibleName(desk.text("For which visits"))
        self.visits.picked.connect(self._choose)
        self.whose = Label(theme, "", "m", wrap=True, name="settings.hosting.whose")
        self.points = {
            criterion.value: self._number(desk.locale.label(criterion), criterion.value)
            for criterion in Criterion
        }
        self.grades = {name: self._number(desk.text(words), name) for name, words in GRADES}
        self.ticks: dict[str, Tick] = {}
        for name, words in MUSTS:
            tick = Tick(theme, desk.text(words), name=f"settings.hosting.{name}")
            tick.setProperty("rule", name)
            tick.clicked.connect(self._ticked)
            self.ticks[name] = tick
        times = [(str(n), desk.ntext("{n} second", "{n} seconds", n)) for n in SECONDS]
        self.seconds = Choice(theme, times, str(desk.settings.search_seconds), name="settings.searchSeconds")
        self.seconds.setAccessibleName(desk.text("Time to search"))
        self.seconds.picked.connect(self._take_seconds)
        self.standard = plain_button(theme, "", self._to_standard, name="settings.hosting.standard")
        self._lay_out()
        self.reload()

    def _lay_out(self) -> None:
        theme, desk = self.desk.theme, self.desk
        self.box.addWidget(Label(theme, desk.text("What makes a good host"), "section"))
        words = desk.text(
            "Points for a wish that is met in full; minus counts against it. The plan with the most points "
            "wins. Musts are never broken unseen."
        )
        self.box.addWidget(Label(theme, words, "m", wrap=True))
        self.box.addLayout(row(theme, self.visits, None))
        self.box.addWidget(self.whose)
        self.box.addLayout(column(theme, *(row(theme, one, None) for one in self.points.values()), gap=6))
        self.box.addWidget(Label(theme, desk.text("What must be kept"), "section"))
        self.box.addLayout(column(theme, *self.ticks.values(), gap=6))
        self.box.addWidget(Label(theme, desk.text("What the points are called"), "section"))
        self.box.addLayout(column(theme, *(row(theme, one, None) for one in self.grades.values()), gap=6))
        self.box.addLayout(row(theme, self.standard, None))
        self.box.addWidget(Label(theme, desk.text("Time to search"), "section"))
        limit = desk.text("How long Hospes looks for the best plan at most. It is kept for this computer.")
        self.box.addWidget(Label(theme, limit, "m", wrap=True))
        self.box.addLayout(row(theme, self.seconds, None))

    def _number(self, words: str, name: str) -> Field:
        theme = self.desk.theme
        editor = TextField(theme)
        editor.setFixedWidth(theme.u(NUMBER_WIDTH))
        field = Field(theme, words, editor, check=self._check, beside=True, name=f"settings.hosting.{name}")
        field.label.setFixedWidth(theme.u(WORDS_WIDTH))
        field.setProperty("rule", name)
        field.saved.connect(self._saved)
        return field

    @property
    def rules(self) -> Rules:
        """The rules that are shown."""
        return self.desk.read(hosting_rules, self._visit)

    def reload(self) -> None:
        """Show what the file says now, leaving alone what is being typed."""
        desk = self.desk
        titles = desk.read(coming_visits, desk.file.today, desk.locale.language)
        known = {visit for visit, _ in titles}
        if self._visit not in known:
            self._visit = None
        options = [("", desk.text("All visits")), *((visit.hex, title) for visit, title in titles if title)]
        self.visits.set_options(options, self._visit.hex if self._visit else "")
        self._show_whose()
        rules = self.rules
        for criterion in Criterion:
            self._fill(self.points[criterion.value], rules.weights.get(criterion, 0))
        for name, field in self.grades.items():
            self._fill(field, getattr(rules, name))
        for name, tick in self.ticks.items():
            tick.setChecked(bool(getattr(rules, name)))

    def _fill(self, field: Field, number: int) -> None:
        if not field.changed:
            field.set_value(str(number).replace("-", "−"))

    def _show_whose(self) -> None:
        desk = self.desk
        if self._visit is None:
            self.whose.hide()
            self.standard.setText(desk.text("Back to the standard points"))
            self.standard.setEnabled(self.rules != Rules())
            return
        own = desk.read(has_own_rules, self._visit)
        words = (
            desk.text("This visit has points of its own.")
            if own
            else desk.text("This visit counts as all visits do. What you change here is for it alone.")
        )
        self.whose.setText(words)
        self.whose.show()
        self.standard.setText(desk.text("As for all visits"))
        self.standard.setEnabled(own)

    def _choose(self, code: str) -> None:
        self._visit = UUID(hex=code) if code else None
        self.reload()

    def _read(self, typed: str) -> int | None:
        try:
            number = int(typed.strip().replace("−", "-") or "0")
        except ValueError:
            return None
        return number if abs(number) <= HEAVIEST else None

    def _check(self, typed: str) -> Verdict:
        if self._read(typed) is None:
            return Verdict("bad", self.desk.text("Points go from −1000 to 1000."))
        return Verdict()

    def _saved(self, typed: str) -> None:
        name, number = str(self.sender().property("rule")), self._read(typed)
        if number is None:
            return
        rules = self.rules
        if name in self.grades:
            self._keep(replace(rules, **{name: number}))  # type: ignore[arg-type]  # the grades are numbers
        else:
            self._keep(replace(rules, weights={**rules.weights, Criterion(name): number}))

    def _ticked(self, on: bool) -> None:
        name = str(self.sender().property("rule"))
        self._keep(replace(self.rules, **{name: on}))  # type: ignore[arg-type]  # the musts are yes or no

    def _keep(self, rules: Rules) -> None:
        self.desk.run(SetHostingRules(rules, self._visit), said=self.desk.text("All changes saved"))

    def _to_standard(self) -> None:
        self.desk.run(SetHostingRules(None, self._visit), said=self.desk.text("All changes saved"))

    def _take_seconds(self, code: str) -> None:
        self.desk.prefer(search_seconds=int(code))
