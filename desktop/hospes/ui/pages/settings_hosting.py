# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Hosting: what wishes count, what is a must, and how long the best plan is searched for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.actions.placements import SetHostingRules
from hospes.domain.matching.values import Criterion, Rules
from hospes.queries.hosting import hosting_rules
from hospes.ui.widgets.boxes import Box, column, holder
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk

SECONDS = (10, 60, 300)
MOST = 1000


class HostingSection(QWidget):
    """The rules of the association, and this computer's patience."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme, text = desk.theme, desk.text
        self.desk = desk
        self._fields: dict[Criterion, Field] = {}
        lines = QGridLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(theme.u(16))
        lines.setVerticalSpacing(theme.u(6))
        for number, criterion in enumerate(Criterion):
            field = Field(
                theme,
                desk.locale.label(criterion),
                TextField(theme),
                check=self._check,
                name=f"settings.weight.{criterion.value}",
            )
            field.saved.connect(lambda typed, one=criterion: self._write(one, typed))
            self._fields[criterion] = field
            lines.addWidget(field, number // 2, number % 2)
        self.checked = Tick(
            theme, text("Minors only with hosts whose papers were seen"), name="settings.checkedHosts"
        )
        self.checked.clicked.connect(self._checked_hosts)
        standard = plain_button(
            theme, text("As Hospes proposes"), self._standard, name="settings.standardWeights"
        )
        hint = text(
            "Points for each wish that is met. The distance counts for each kilometre beyond the first."
        )
        head, told = Label(theme, text("Points for wishes"), "section"), Label(theme, hint, "m", wrap=True)
        points = Box(theme, "card", head, told, holder(lines), self.checked, standard, gap=10)
        options = [(str(n), desk.ntext("{n} second", "{n} seconds", n)) for n in SECONDS]
        self.seconds = Choice(
            theme, options, str(desk.settings.search_seconds), name="settings.searchSeconds"
        )
        self.seconds.setAccessibleName(text("Time to search"))
        self.seconds.picked.connect(self._take_seconds)
        limit = text("How long Hospes looks for the best plan at most. It is kept for this computer.")
        head, told = Label(theme, text("Time to search"), "section"), Label(theme, limit, "m", wrap=True)
        time = Box(theme, "card", head, told, self.seconds, gap=10)
        self.setLayout(column(theme, points, time, gap=14))
        self.reload()

    def reload(self) -> None:
        """Show what is kept."""
        rules = self.desk.read(hosting_rules)
        for criterion, field in self._fields.items():
            if field.state != "bad":
                field.set_value(str(rules.weights.get(criterion, 0)).replace("-", "−"))
        self.checked.setChecked(rules.checked_hosts_for_minors)

    def _read(self, typed: str) -> int | None:
        try:
            value = int(typed.strip().replace("−", "-") or "0")
        except ValueError:
            return None
        return value if abs(value) <= MOST else None

    def _check(self, typed: str) -> Verdict:
        if self._read(typed) is None:
            return Verdict("bad", self.desk.text("Points go from −1000 to 1000."))
        return Verdict()

    def _write(self, criterion: Criterion, typed: str) -> None:
        rules = self.desk.read(hosting_rules)
        weights = {**rules.weights, criterion: self._read(typed) or 0}
        self._keep(replace(rules, weights=weights), self._fields[criterion])

    def _keep(self, rules: Rules | None, field: Field | None = None) -> None:
        def failed(error: UserError) -> None:
            if field is None:
                self.desk.say(error, kind="err")
            else:
                field.say(Verdict("bad", self.desk.words(error)))

        self.desk.run(SetHostingRules(rules), failed=failed)

    def _checked_hosts(self, on: bool) -> None:
        self._keep(replace(self.desk.read(hosting_rules), checked_hosts_for_minors=on))

    def _standard(self) -> None:
        self._keep(None)

    def _take_seconds(self, code: str) -> None:
        self.desk.prefer(search_seconds=int(code))
