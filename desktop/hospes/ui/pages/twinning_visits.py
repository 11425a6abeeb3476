# SPDX-License-Identifier: GPL-3.0-or-later
"""The visits of a twinning: how many people travelled which way, and each visit with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes_visit import VisitState
from hospes.domain.visit_ways import Direction
from hospes.queries.partnerships_visits import BondVisit, both_ways, visits_of_bond
from hospes.ui.pages.twinning_fields import titled
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.widgets.boxes import column, holder, line, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget


class VisitsSection(TwinningSection):
    """The newest first."""

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        desk, theme = self.desk, self.desk.theme
        visits = desk.read(visits_of_bond, self.bond.row.id, desk.locale.language)
        new = plain_button(theme, desk.text("New visit"), self._new, icon="plus", name="twinning.visit.new")
        if not visits:
            words = desk.text("No visit of these partners is in the file yet.")
            return [EmptyState(theme, words, icon="bus"), holder(row(theme, None, new, None))], []
        sums = both_ways(visits, desk.file.today)
        told = " · ".join((
            desk.ntext("{n} visit took place", "{n} visits took place", sums.visits),
            desk.ntext("{n} guest from there", "{n} guests from there", sums.theirs),
            desk.ntext("{n} of us travelled there", "{n} of us travelled there", sums.ours),
        ))  # fmt: skip
        figures = Label(theme, told, "m", wrap=True, name="twinning.visits.sums")
        box = titled(desk, desk.text("Visits"), figures, name="twinning.visits")
        for one in visits:
            box.box.addWidget(line())
            box.box.addWidget(self._visit(one))
        box.box.addWidget(line())
        box.box.addLayout(row(theme, new, None))
        return [box], []

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new}

    def _new(self) -> None:
        self.desk.go("visits", new=True)

    def _visit(self, one: BondVisit) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        when = desk.locale.span(one.first, one.last) if one.first and one.last else desk.text("no days yet")
        state = desk.locale.label(one.state)
        planned = one.state not in (VisitState.DONE, VisitState.REPORTED)
        title = link_button(
            theme, one.title or desk.text("Visit without a name"), self._opener(one.id),
            name=f"twinning.visit.{one.id.hex}",
        )  # fmt: skip
        grey = " · ".join(part for part in (when, self._way(one), state if planned else "") if part)
        numbers = self._numbers(one)
        box = row(
            theme,
            holder(column(theme, row(theme, title, None), Label(theme, grey, "m", wrap=True), gap=0)),
            Label(theme, numbers, "label"),
            gap=12,
        )
        box.setStretch(0, 1)
        return holder(box)

    def _way(self, one: BondVisit) -> str:
        desk = self.desk
        return {
            Direction.INCOMING: desk.text("they came to us"),
            Direction.OUTGOING: desk.text("we went there"),
        }.get(one.direction, desk.text("several met"))

    def _numbers(self, one: BondVisit) -> str:
        desk = self.desk
        found = []
        if one.theirs:
            found.append(desk.ntext("{n} guest", "{n} guests", one.theirs))
        if one.ours:
            found.append(desk.ntext("{n} of us", "{n} of us", one.ours))
        return " · ".join(found)

    def _opener(self, visit: UUID) -> Callable[[], None]:
        def go() -> None:
            self.desk.go("visit", id=visit.hex, tab="overview")

        return go
