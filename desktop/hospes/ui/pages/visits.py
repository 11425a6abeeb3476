# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of exchange visits with the chosen one, or a new one, beside it (design 5.8)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from hospes.i18n.marks import N_
from hospes.queries import visits as queries
from hospes.queries.members import Order
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.member_drafts import DraftStrip
from hospes.ui.pages.visit_drafts import NEW_VISIT
from hospes.ui.pages.visits_columns import COMPACT, NARROW, SHOWN, columns
from hospes.ui.pages.visits_form import VisitForm
from hospes.ui.pages.visits_pane import VisitPane
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import NO_LIMIT, Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState, SidePane
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint

    from hospes.ui.desk import Desk

VIEWS = (("coming", N_("Coming up")), ("past", N_("Past")), ("ideas", N_("Ideas")))
BAR_HEIGHT = 52
LEAST, FORM_LEAST = 340, 500
"""How high the list and the form are at least in a small window; the page scrolls then."""
PANE = {Fit.WIDE: 440}
PANE_USUAL = 340


class VisitsPage(Page):
    """Chips, list, and the pane."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "visit", "visit_text", "delegation", "participation", "placement", "programme_item", "task",
            "stay_wish", "territory", "organisation", "draft",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"view": "past"}, {"new": True})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._view = "coming"
        self._folded = desk.settings.pane_folded
        self.views = ChipRow(theme, desk.text("Show"), name="visits.views")
        self.views.chosen.connect(self._choose_view)
        self.words = find_field(theme, desk.text("Find in this list"), "visits.words", self._narrowed)
        self.table = self._make_table()
        self.body = ListBody(self.table)
        self.count = Label(theme, "", "m", name="visits.count")
        self.foot = holder(column(theme, line(), row(theme, self.count, None, margins=(16, 8, 12, 8)), gap=0))
        card = Box(theme, "card", self.body, self.foot, gap=0, margins=(1, 1, 1, 1))
        tools = holder(FlowLayout(theme, self.views, self.words, gap=12))
        self.drafts = DraftStrip(desk, (NEW_VISIT,), "visits")
        self.drafts.goes_on.connect(self._new)
        self._left = column(theme, tools, self.drafts, card, gap=12)
        self._left.setStretch(2, 1)
        self.pane = VisitPane(desk)
        self.form = VisitForm(desk)
        self.panes_ = QStackedWidget()
        self.panes_.addWidget(self.pane)
        self.panes_.addWidget(self.form)
        self.side = SidePane(theme, self.panes_, width=PANE_USUAL, name="visits.pane")
        self.list_side = holder(self._left)
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretch(0, 1)
        self.tall = Tall(holder(self._across), self._least, "visits.scroll")
        self.setLayout(column(theme, self.tall, gap=0))
        self._connect()

    def _make_table(self) -> ListTable:
        desk = self.desk
        table = ListTable(
            desk, "visits", columns(desk), shown=SHOWN, sort="dates", name="visits.table",
            label=desk.text("Visits"),
        )  # fmt: skip
        table.chosen.connect(self._chosen)
        table.opened.connect(self._open)
        table.sorted.connect(self._sorted)
        table.binned.connect(self._bin)
        table.menuWanted.connect(self._menu)
        return table

    def _connect(self) -> None:
        self.pane.opened.connect(self._open_tab)
        self.pane.liked.connect(self._new_like)
        self.pane.binned.connect(self._bin_chosen)
        self.form.added.connect(self._added)
        self.form.cancelled.connect(self._end_form)

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        counts = desk.read(queries.view_counts, desk.file.today)
        chips = [Chip(code, desk.text(words), desk.locale.number(counts[code])) for code, words in VIEWS]
        self.views.set_chips(chips, self._view)
        order = Order(self.table.sort_key() or "dates", self.table.descending())
        words = self.words.text()
        ids = desk.read(
            queries.visit_ids, self._view, order, words, locale=desk.locale, today=desk.file.today
        )
        self.table.set_rows(ids, self._fetch)
        if ids and not self.table.chosen_ids():
            self.table.choose(ids[0], tell=False)
        self.drafts.reload(NEW_VISIT if self.is_new else "")
        self.count.setText(desk.ntext("{n} visit", "{n} visits", len(ids)))
        self._show_empty(not ids)
        self._show_chosen()

    def _fetch(self, ids: Sequence[UUID]) -> Sequence[queries.VisitRow | None]:
        desk = self.desk
        rows = desk.read(queries.visit_rows, ids, desk.locale.language, desk.file.today)
        by_id = {one.id: one for one in rows}
        return [by_id.get(one) for one in ids]

    def _show_chosen(self) -> None:
        ids = self.table.chosen_ids() if self.body.filled else []
        self.pane.show_visit(self._fetch(ids[:1])[0] if ids else None)
        self.headingChanged.emit()

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self.body.show_list()
            return
        desk = self.desk
        if self.words.text():
            everything = Answer(desk.text("Show all"), self._show_all, main=True, name="visits.empty.all")
            words = desk.text("No visit matches “{words}”.", words=self.words.text())
            nothing = EmptyState(desk.theme, words, (everything,), icon="search")
        else:
            words = {
                "coming": desk.text("No visit is coming up."),
                "past": desk.text("No visit is over yet."),
                "ideas": desk.text("No ideas yet. A visit without days is an idea."),
            }[self._view]
            new = Answer(desk.text("New visit"), self._new, main=True, name="visits.empty.new")
            nothing = EmptyState(desk.theme, words, (new,), icon="bus")
        self.body.show_empty(nothing)

    # -- choosing ------------------------------------------------------------------------------------

    def _choose_view(self, code: str) -> None:
        self._view = code
        self.views.choose(code)
        self.reload()
        self.moved.emit()

    def _narrowed(self, *_: object) -> None:
        self.reload()

    def _show_all(self) -> None:
        self.words.clear()

    def _sorted(self, _key: str, _down: bool) -> None:
        self.reload()

    def _chosen(self, _ids: list[UUID]) -> None:
        self._show_chosen()

    def _open(self, visit_id: UUID) -> None:
        self.desk.go("visit", id=visit_id.hex)

    def _open_tab(self, tab: str) -> None:
        visit = self.pane.visit()
        if visit is not None:
            self.desk.go("visit", id=visit.id.hex, **({"tab": tab} if tab else {}))

    def _menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in self.pane.ways():
            menu.addAction(words, act)
        if not menu.isEmpty():
            menu.popup(where)

    # -- new, bin ------------------------------------------------------------------------------------

    @property
    def is_new(self) -> bool:
        """Whether the form is open."""
        return self.panes_.currentWidget() is self.form

    def _new(self) -> None:
        self._begin(None)

    def _new_like(self) -> None:
        visit = self.pane.visit()
        self._begin(visit.id if visit is not None else None)

    def _begin(self, like: UUID | None) -> None:
        self.panes_.setCurrentWidget(self.form)
        self._arrange()
        self.form.begin(like)
        self.drafts.reload(NEW_VISIT)
        self.headingChanged.emit()

    def _end_form(self) -> None:
        self.form.draft.keep()
        self.panes_.setCurrentWidget(self.pane)
        self._arrange()
        self.drafts.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.headingChanged.emit()

    def _added(self, visit_id: UUID) -> None:
        self.panes_.setCurrentWidget(self.pane)
        self._arrange()
        self.desk.go("visit", id=visit_id.hex, tab="overview")

    def _bin_chosen(self) -> None:
        visit = self.pane.visit()
        if visit is not None:
            self._bin([visit.id])

    def _bin(self, ids: list[UUID]) -> None:
        from hospes.actions.bin import PutInBin

        if not ids:
            return
        rows = [one for one in self._fetch(ids) if one is not None]
        desk = self.desk
        if len(rows) == 1:
            said = desk.text("{person} is in the bin.", person=rows[0].title)
        else:
            said = desk.ntext("{n} entry is in the bin.", "{n} entries are in the bin.", len(rows))
        desk.run(PutInBin("visit", tuple(one.id for one in rows)), said=said)

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        new = None if self.is_new else NewButton(desk.text("New visit"), "plus", "visits.new")
        return Heading(desk.text("Visits"), desk.text("Exchange visits, coming, going and shared"), new)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "find": self._find,
            "columns": self.table.choose_columns,
            "fold": self._fold,
        }
        if self.is_new:
            acts["add"] = self.form.add
            acts["escape"] = self._end_form
        elif self.pane.visit() is not None:
            acts["bin"] = self._bin_chosen
        return acts

    def _find(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self._arrange()

    def show_at(self, **where: object) -> None:
        view = where.get("view")
        wanted: UUID | None = None
        chosen = where.get("id")
        if isinstance(chosen, str) and chosen:
            with suppress(ValueError):
                wanted = UUID(hex=chosen)
        if wanted is not None:
            view = self.desk.read(queries.view_of, wanted, self.desk.file.today) or view
        if view in queries.VIEWS and view != self._view:
            self._view = str(view)
            self.reload()
        if wanted is not None:
            self.table.choose(wanted)
        if where.get("new"):
            like = where.get("like")
            self._begin(UUID(hex=like) if isinstance(like, str) and like else None)
            typed = where.get("typed")
            if isinstance(typed, dict):
                self.form.take(typed)

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        return {
            "view": self._view,
            **({"id": current.hex} if isinstance(current, UUID) else {}),
            **({"new": True, "typed": self.form.typed()} if self.is_new else {}),
        }

    def leave(self) -> None:
        if self.is_new:
            self.form.draft.keep()

    def first_focus(self) -> QWidget | None:
        return self.form.name.editor if self.is_new else self.table

    def panes(self) -> Sequence[QWidget]:
        return (self.views, self.table, self.side)

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.views.set_compact(fit <= Fit.COMPACT)
        self.foot.setVisible(fit > Fit.COMPACT)
        self._arrange()
        self.tall.settle()

    def _least(self) -> int:
        least = FORM_LEAST if self.is_new else LEAST
        return self.desk.theme.u(least) if self.fits is Fit.NARROW else 0

    def _arrange(self) -> None:
        """Beside the list; where there is little room a bar under it, and the form covers it."""
        theme, small = self.desk.theme, self.fits <= Fit.COMPACT
        left, top, right, bottom = side_margins(theme, self.fits)
        covered, bar = small and self.is_new, small and not self.is_new
        beside = COMPACT if self.is_new and self.fits < Fit.WIDE else None
        self.table.fit_columns({Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(self.fits, beside))
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self._left.setContentsMargins(left, top, right if small else theme.u(16), 0 if bar else bottom)
        self.list_side.setVisible(not covered)
        self.pane.set_bar(bar)
        self.side.setProperty("k", "" if bar else "pane")
        self.side.style().unpolish(self.side)
        self.side.style().polish(self.side)
        self.side.setContentsMargins(*((left, 0, right, bottom) if bar else (0, 0, 0, 0)))
        if small:
            self.side.take_room()
        else:
            self.side.set_width(PANE.get(self.fits, PANE_USUAL) + (116 if self.is_new else 0))
        self.side.setMaximumHeight(theme.u(BAR_HEIGHT) + bottom if bar else NO_LIMIT)
        self.side.set_folded(self._folded and not small and not self.is_new)
        self._across.setStretch(1, 1 if covered else 0)
