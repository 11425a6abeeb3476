# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of exchange visits: coming up, past, ideas (design 5.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.i18n.marks import N_
from hospes.queries import visits as queries
from hospes.queries.members import Order
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.visits_columns import COMPACT, NARROW, SHOWN, columns
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, column
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.ui.desk import Desk

VIEWS = (("coming", N_("Coming up")), ("past", N_("Past")), ("ideas", N_("Ideas")))


class VisitsPage(Page):
    """Chips and the list."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"visit", "visit_text", "delegation", "participation", "placement", "programme_item", "task"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._view = "coming"
        self.views = ChipRow(theme, desk.text("Show"), name="visits.views")
        self.views.chosen.connect(self._choose_view)
        self.table = ListTable(
            desk, "visits", columns(desk), shown=SHOWN, sort="dates", name="visits.table",
            label=desk.text("Visits"),
        )  # fmt: skip
        self.table.opened.connect(self._open)
        self.table.sorted.connect(self._sorted)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self.empty = EmptyState(theme, desk.text("No visits here."), icon="bus")
        self.body.addWidget(self.empty)
        self._column = column(
            theme, self.views, Box(theme, "card", self.body, gap=0, margins=(1, 1, 1, 1)), gap=12
        )
        self._column.setStretch(1, 1)
        self.setLayout(self._column)

    def reload(self) -> None:
        desk = self.desk
        counts = desk.read(queries.view_counts, desk.file.today)
        chips = [Chip(code, desk.text(words), desk.locale.number(counts[code])) for code, words in VIEWS]
        self.views.set_chips(chips, self._view)
        order = Order(self.table.sort_key() or "dates", self.table.descending())
        ids = desk.read(queries.visit_ids, self._view, order, locale=desk.locale, today=desk.file.today)
        self.table.set_rows(ids, self._fetch)
        self.body.setCurrentIndex(0 if ids else 1)

    def _fetch(self, ids: Sequence[UUID]) -> Sequence[queries.VisitRow | None]:
        desk = self.desk
        rows = desk.read(queries.visit_rows, ids, desk.locale.language, desk.file.today)
        by_id = {one.id: one for one in rows}
        return [by_id.get(one) for one in ids]

    def _choose_view(self, code: str) -> None:
        self._view = code
        self.reload()
        self.moved.emit()

    def _sorted(self, _key: str, _down: bool) -> None:
        self.reload()

    def _open(self, visit_id: UUID) -> None:
        self.desk.go("visit", id=visit_id.hex)

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(desk.text("Visits"), desk.text("Exchange visits, coming, going and shared"))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"columns": self.table.choose_columns}

    def show_at(self, **where: object) -> None:
        view = where.get("view")
        wanted = where.get("id")
        if isinstance(wanted, str):
            view = self.desk.read(queries.view_of, UUID(hex=wanted), self.desk.file.today) or view
        if view in queries.VIEWS and view != self._view:
            self._view = str(view)
            self.reload()
        if isinstance(wanted, str):
            self.table.choose(UUID(hex=wanted))

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        return {"view": self._view, **({"id": current.hex} if isinstance(current, UUID) else {})}

    def first_focus(self) -> QWidget | None:
        return self.table

    def panes(self) -> Sequence[QWidget]:
        return (self.views, self.table)

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self._column.setContentsMargins(*side_margins(self.desk.theme, fit))
        self.views.set_compact(fit <= Fit.COMPACT)
        self.table.fit_columns({Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(fit))
