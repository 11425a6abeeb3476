# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview of a visit: facts, delegations, tasks before, during and after, and how far things are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hospes.queries.visits import visit_row
from hospes.ui.pages.visit_tab import VisitTab
from hospes.ui.pages.visit_words import step_words
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk


class OverviewTab(VisitTab):
    """Everything about a visit at a glance."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.step = Label(desk.theme, "", "section", wrap=True, name="visit.step")
        self.setLayout(column(desk.theme, self.step, None, gap=12, margins=(0, 12, 0, 0)))

    def reload(self) -> None:
        visit = self.desk.read(visit_row, self.visit, self.desk.locale.language, self.desk.file.today)
        self.step.setText(step_words(self.desk, visit.step))
