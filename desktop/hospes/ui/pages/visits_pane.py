# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen visit beside the list: who comes to whom and when, how far it is, and the way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.queries.visits import OVER
from hospes.ui.pages.visit_bars import Progress, visit_bars
from hospes.ui.pages.visit_words import side_of, step_words, when_words
from hospes.ui.pages.visits_columns import STATE_LOOK
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.labels import Badge, ElidedLabel, Label, TownName, picture
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries.visits import VisitRow
    from hospes.ui.desk import Desk


class VisitPane(QWidget):
    """A look at one visit; everything else is in its workspace."""

    opened = Signal(str)
    """Open the visit at this tab, or where it was last."""

    liked = Signal()
    """A new visit like this one is wanted."""

    binned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._row: VisitRow | None = None
        self._bar = False
        self._box = column(theme, gap=10, margins=(22, 14, 22, 14))
        self._area = scrolled(holder(column(theme, self._box, None)), "visits.look")
        self._line_name = ElidedLabel(theme, "", "lead", name="visits.bar.name")
        self._line_open = plain_button(
            theme, desk.text("Open the visit"), self._open, icon="bus", name="visits.bar.open"
        )
        self._line = holder(row(theme, self._line_name, self._line_open, gap=10, margins=(12, 4, 8, 4)))
        self.setLayout(column(theme, self._area, self._line, gap=0))
        self.set_bar(False)
        self.show_visit(None)

    def set_bar(self, bar: bool) -> None:
        """One line under the list, where there is little room."""
        self._bar = bar
        self._area.setVisible(not bar)
        self._line.setVisible(bar)

    def visit(self) -> VisitRow | None:
        """What is shown."""
        return self._row

    def show_visit(self, visit: VisitRow | None) -> None:
        """Show it, or that none is chosen."""
        self._row = visit
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        self._line_open.setEnabled(visit is not None)
        self._line_name.set_text(visit.title if visit is not None else desk.text("No visit is chosen."))
        if visit is None:
            self._box.addWidget(EmptyState(theme, desk.text("No visit is chosen."), icon="bus"))
            return
        title = visit.title or desk.text("Visit without a name")
        self._box.addWidget(Label(theme, title, "name", wrap=True, name="visits.look.name"))
        self._box.addWidget(Label(theme, when_words(desk, visit), "m", wrap=True))
        self._box.addWidget(self._towns(visit))
        icon, tone = STATE_LOOK[visit.state]
        badges = FlowLayout(theme)
        badges.addWidget(Badge(theme, desk.locale.label(visit.state), tone, icon))
        badges.addWidget(Badge(theme, desk.locale.label(visit.kind), "muted", "bus"))
        self._box.addWidget(holder(badges))
        over = visit.state in OVER
        how_far = Progress(
            0 if over and not visit.placed else visit.beds,
            visit.placed,
            0 if over and not visit.programme_days else visit.days,
            visit.programme_days,
        )
        for bar, _, _ in visit_bars(desk, how_far):
            self._box.addWidget(bar)
        if visit.step is not None:
            self._box.addWidget(Label(theme, desk.text("Next step"), "label"))
            self._box.addWidget(
                Label(theme, step_words(desk, visit.step), wrap=True, name="visits.look.step")
            )
        self._box.addWidget(self._buttons())

    def _towns(self, visit: VisitRow) -> QWidget:
        theme = self.desk.theme
        flow = FlowLayout(theme, gap=6)
        some_travel = any(party.role != "hosting" for party in visit.parties)
        for party in visit.parties:
            town = TownName(theme, party.name, side_of(party))
            if party.role == "hosting" and some_travel:
                arrow = picture(theme.pixmap("arrow-right", "muted", 18), self.desk.text("comes to"))
                flow.addWidget(holder(row(theme, arrow, town, gap=6)))
            else:
                flow.addWidget(town)
        return holder(flow)

    def _buttons(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        flow = FlowLayout(theme)
        flow.addWidget(main_button(theme, desk.text("Open the visit"), self._open, name="visits.open"))
        flow.addWidget(
            plain_button(
                theme, desk.text("New visit like this"), self.liked.emit, icon="copy", name="visits.like"
            )
        )
        flow.addWidget(link_button(theme, desk.text("Put in the bin"), self.binned.emit, name="visits.bin"))
        return holder(flow)

    def _open(self) -> None:
        self.opened.emit("")

    def ways(self) -> list[tuple[str, Callable[[], object]]]:
        """What a right click on the row offers."""
        desk = self.desk
        if self._row is None:
            return []
        return [
            (desk.text("Open the visit"), self._open),
            (desk.text("New visit like this"), self.liked.emit),
            (desk.text("Put in the bin"), self.binned.emit),
        ]
