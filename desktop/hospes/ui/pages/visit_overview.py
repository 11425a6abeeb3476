# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview of a visit: what is to do before, during and after it, its facts, and how far things are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from hospes.domain.codes_visit import VisitState
from hospes.domain.errors import UserError
from hospes.queries.budget import promised_of
from hospes.queries.travel_counts import seats_of
from hospes.queries.visit_overview import visit_facts, visit_tasks
from hospes.queries.visits import visit_row
from hospes.ui.page import Fit
from hospes.ui.pages.contacts_balance import BalanceCard
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.visit_hours import HoursCard
from hospes.ui.pages.visit_overview_facts import FactsCard, TextsCard
from hospes.ui.pages.visit_overview_people import DelegationsCard, DutiesCard
from hospes.ui.pages.visit_overview_state import ProgressCard, StateCard
from hospes.ui.pages.visit_overview_tasks import TasksCard
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.pages.visit_thanks import ThanksCard
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

RIGHT = 352


class OverviewTab(VisitTab):
    """Everything about a visit at a glance."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "visit", "visit_text", "visit_target_group", "visit_duty", "theme", "theme_link", "theme_text",
            "delegation", "task", "participation", "placement", "stay_wish", "programme_item", "transport",
            "transport_leg", "passenger", "visit_grant", "budget_line", "person", "organisation", "territory",
            "partnership", "office", "courtesy", "host_offer", "project", "project_text", "project_part",
            "volunteer_hours",
        }
    )  # fmt: skip

    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"id": "visit:Ascension visit 2025"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.tasks: TasksCard | None = None
        self.facts: FactsCard | None = None
        self.texts: TextsCard | None = None
        self.delegations: DelegationsCard | None = None
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.reload)
        self._box = column(theme, gap=0)
        self._area = scrolled(holder(column(theme, self._box, None, margins=(0, 12, 0, 8))), "visit.overview")
        self.setLayout(column(theme, self._area, gap=0))

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        """Tasks that have come due."""
        today = desk.file.today
        tasks = desk.read(visit_tasks, visit_id)
        due = sum(one.done_on is None and one.due_on is not None and one.due_on <= today for one in tasks)
        if due:
            return TabMark(due, words=desk.ntext("{n} task is due", "{n} tasks are due", due))
        if tasks and all(one.done_on is not None for one in tasks):
            return TabMark(done=True, words=desk.text("All tasks are done"))
        return TabMark()

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        if self._box.count() and half_typed(self):
            return  # what is being typed comes first; the change that follows reads all of it
        rebuild(self, self._show, self._area)

    def show_visit(self, visit_id: UUID) -> None:
        super().show_visit(visit_id)
        clear(self._box)
        self._area.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        try:
            facts = desk.read(visit_facts, self.visit, desk.locale.language)
            visit = desk.read(visit_row, self.visit, desk.locale.language, desk.file.today)
        except UserError:
            return
        self.tasks = TasksCard(desk, facts, desk.read(visit_tasks, self.visit))
        self.facts = FactsCard(desk, facts)
        self.texts = TextsCard(desk, facts, visit.parties)
        self.delegations = DelegationsCard(desk, self.visit, visit.parties)
        state = StateCard(desk, visit)
        seats = desk.read(seats_of, self.visit)
        money = desk.read(promised_of, self.visit, desk.file.today)
        progress = ProgressCard(desk, visit, seats, money)
        duties = DutiesCard(desk, self.visit)
        balance = BalanceCard(desk, "visit", self.visit)
        thanks, hours = ThanksCard(desk, self.visit), HoursCard(desk, self.visit)
        left: tuple[QWidget, ...] = (self.tasks, self.delegations, self.texts)
        right: tuple[QWidget, ...] = (state, progress, duties, thanks, self.facts, balance, hours)
        if visit.state in (VisitState.DONE, VisitState.REPORTED, VisitState.CANCELLED):
            right = (state, thanks, hours, duties, self.facts, progress, balance)
        if self.fits <= Fit.COMPACT:
            parts = (state, thanks, progress, *left, duties, self.facts, balance, hours)
            self._box.addLayout(column(theme, *parts, gap=14))
            return
        right_box = holder(column(theme, *right, None, gap=14))
        right_box.setFixedWidth(theme.u(RIGHT + (60 if self.fits is Fit.WIDE else 0)))
        across = row(theme, holder(column(theme, *left, None, gap=14)), right_box, gap=18)
        across.setStretch(0, 1)
        self._box.addLayout(across)

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._new_task, "edit": self._edit, "bin": self._bin}

    def _new_task(self) -> None:
        if self.tasks is not None:
            self.tasks.begin()

    def _edit(self) -> None:
        if self.facts is not None:
            self.facts.begin()

    def _bin(self) -> None:
        from hospes.actions.bin import PutInBin

        desk = self.desk
        title = desk.read(visit_row, self.visit, desk.locale.language, desk.file.today).title
        said = desk.text("{person} is in the bin.", person=title)
        if desk.run(PutInBin("visit", (self.visit,)), said=said) is not None:
            desk.go("visits")

    def leave(self) -> None:
        for part in (self.facts, self.texts, self.delegations):
            if part is not None:
                part.leave()

    def fit(self, fit: Fit) -> None:
        changed = fit is not self.fits
        super().fit(fit)
        if changed and self.visit_id is not None and self._box.count():
            self.leave()
            self._late.start()

    def first_focus(self) -> QWidget | None:
        return self.tasks.first() if self.tasks is not None else None
