# SPDX-License-Identifier: GPL-3.0-or-later
"""The workspace of one visit: its head, the row of tabs, and the tab in view (design 5.8, mock 3).

A tab is one file and one line in `TABS`; see `visit_tab.py` for what it is. Tabs are built when first
opened and read again only when a table they watch has changed.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.queries.visits import visit_row
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page, late_class, side_margins
from hospes.ui.pages.visit_drafts import Typing
from hospes.ui.pages.visit_tab import VisitTab
from hospes.ui.pages.visit_tabs import WorkTabs
from hospes.ui.pages.visit_words import towns_of, when_words
from hospes.ui.widgets.boxes import clear, column, holder, line, row
from hospes.ui.widgets.labels import StateWord
from hospes.ui.widgets.notices import Banner, EmptyState
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from hospes.queries.visits import VisitRow
    from hospes.ui.desk import Desk


HEAD = 56
"""How high the choice of tabs stands in a small window."""

MARK_LATER_MS = 300
"""How long after a change the marks of the other tabs are asked: whoever places one guest after the other
need not wait for them."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab of the workspace."""

    code: str
    label: str  # msgid
    icon: str
    factory: str  # "module:class", imported late
    help: str  # page of the handbook
    marked_by: frozenset[str] | None = None
    """Tables its mark is worked out from, where they are fewer than those the tab watches."""

    def load(self) -> type[VisitTab]:
        """The tab's class."""
        return late_class(self.factory, VisitTab)


TABS: tuple[Tab, ...] = (
    Tab(
        "overview",
        N_("Overview"),
        "layout-dashboard",
        "hospes.ui.pages.visit_overview:OverviewTab",
        "visits",
        frozenset({"task"}),
    ),
    Tab(
        "programme", N_("Programme"), "list-checks", "hospes.ui.pages.visit_programme:ProgrammeTab", "visits"
    ),
    Tab(
        "people",
        N_("People"),
        "users",
        "hospes.ui.pages.visit_people:PeopleTab",
        "guests",
        frozenset(
            {
                "visit",
                "delegation",
                "participation",
                "travel_group",
                "visit_check",
                "leader_check",
                "person",
                "guardian",
                "emergency_contact",
                "consent",
                "household_member",
                "stay_wish",
                "health_note",
                "organisation",
                "territory",
            }
        ),
    ),
    Tab("hosting", N_("Hosting"), "bed", "hospes.ui.pages.visit_hosting:HostingTab", "hosting"),
    Tab("travel", N_("Travel"), "bus", "hospes.ui.pages.visit_travel:TravelTab", "travel"),
    Tab("budget", N_("Budget"), "wallet", "hospes.ui.pages.visit_budget:BudgetTab", "travel"),
    Tab(
        "documents",
        N_("Documents"),
        "folder",
        "hospes.ui.pages.visit_documents:DocumentsTab",
        "visits",
        frozenset(),
    ),
    Tab(
        "report",
        N_("Report"),
        "file-text",
        "hospes.ui.pages.visit_report:ReportTab",
        "visits",
        frozenset({"visit"}),
    ),
)
"""In the order overview, programme, people, hosting, travel, budget, documents, report; one line each."""


class VisitPage(Page):
    """One visit in full."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = tuple(
        {"id": "visit:Ascension visit 2026", "tab": tab.code} for tab in TABS
    )
    """One for each tab; the states of a tab's own `SHOTS` are joined to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self._row: VisitRow | None = None
        self._code = TABS[0].code
        self._last: dict[UUID, str] = {}
        self._built: dict[str, VisitTab] = {}
        self._stale: set[str] = set()
        self._unmarked: set[str] = set()
        self._marked: tuple[UUID, date] | None = None
        self._typing = Typing(desk, self, self._shown)
        self._marking = QTimer(self, singleShot=True, interval=0)
        self._marking.timeout.connect(self._mark_one)
        self.tabs = WorkTabs(
            theme, desk.text("Parts of the visit"), [(t.code, desk.text(t.label), t.icon) for t in TABS]
        )
        self.tabs.chosen.connect(self._choose_tab)
        self.tabs.folded.connect(self._set_off)
        self.saved = StateWord(theme, "", "ok")
        self.saved.setObjectName("visit.saved")
        self._notes = column(theme, gap=8)
        self.stack = QStackedWidget()
        self._top = row(theme, self.tabs, self.saved, gap=10)
        self._top.setStretch(0, 1)
        self._top.setAlignment(self.saved, Qt.AlignmentFlag.AlignVCenter)
        self._set_off(not self.tabs.box.isHidden())
        self._column = column(theme, self._top, line(), self._notes, self.stack, gap=0)
        self._column.setStretch(3, 1)
        self.body = QStackedWidget()
        self.tall = Tall(holder(self._column), self._least, "visit.scroll")
        self.body.addWidget(self.tall)
        back = Answer(desk.text("Show the visits"), self._to_list, main=True, name="visit.toList")
        self.body.addWidget(
            EmptyState(theme, desk.text("This entry is no longer in the file."), (back,), icon="bus")
        )
        self.setLayout(column(theme, self.body, gap=0))
        desk.bus.changed.connect(self._changed)

    # -- reading -------------------------------------------------------------------------------------

    @property
    def tab(self) -> VisitTab | None:
        """The tab in view."""
        return self._built.get(self._code)

    def reload(self) -> None:
        self._row = self._read()
        if self._row is None:
            self.body.setCurrentIndex(1)
            return
        self.body.setCurrentIndex(0)
        self._show_state(self._row)
        self._show_tab()
        self._begin_marks()

    def _begin_marks(self) -> None:
        """Ask for the marks that may have changed: all of another visit, or on another day."""
        assert self._id is not None
        shown = (self._id, self.desk.file.today)
        if shown != self._marked:
            self._marked = shown
            self._unmarked = {one.code for one in TABS}
            self._marking.start(0)
        elif self._code in self._unmarked or self.desk.tasks.inline:
            self._marking.start(0)
        else:
            self._marking.start(MARK_LATER_MS)

    def _read(self) -> VisitRow | None:
        if self._id is None:
            return None
        try:
            return self.desk.read(visit_row, self._id, self.desk.locale.language, self.desk.file.today)
        except UserError:
            return None

    def _show_state(self, visit: VisitRow) -> None:
        desk, theme = self.desk, self.desk.theme
        if desk.file.read_only:
            self.saved.set_state(desk.text("Only for looking"), "muted", "circle-alert")
        else:
            self.saved.set_state(desk.text("All changes saved"), "ok")
        clear(self._notes)
        if visit.binned_at is not None:
            back = Answer(desk.text("Put back"), self._put_back, name="visit.putBack")
            words = desk.text("This visit is in the bin.")
            self._notes.addSpacing(theme.u(8))
            self._notes.addWidget(Banner(theme, words, "warn", answers=(back,), name="visit.binned"))

    def _show_tab(self) -> None:
        """Show the chosen tab; it reads if it is new here or something it watches has changed."""
        visit_id = self._id
        if visit_id is None:
            return
        tab = self._built.get(self._code)
        if tab is None:
            spec = next(one for one in TABS if one.code == self._code)
            tab = spec.load()(self.desk)
            tab.headingChanged.connect(self.headingChanged)
            tab.moved.connect(self._tab_moved)
            self._built[self._code] = tab
            self.stack.addWidget(tab)
            tab.fit(self.fits)
        if tab.visit_id != visit_id:
            tab.show_visit(visit_id)
            self._stale.add(self._code)
        if self._code in self._stale:
            self._stale.discard(self._code)
            tab.reload()
        self.stack.setCurrentWidget(tab)
        self.tabs.choose(self._code)
        self.tall.settle()

    def _least(self) -> int:
        """How high the page is at least; where there is little room it scrolls (design 4)."""
        tab = self.tab
        small = self.fits is Fit.NARROW and tab is not None
        return self.desk.theme.u(HEAD + tab.least()) if small and tab is not None else 0

    def _changed(self, changes: object) -> None:
        tables: frozenset[str] = getattr(changes, "tables", frozenset())
        for code, tab in self._built.items():
            if "*" in tab.watches or tables & tab.watches:
                self._stale.add(code)
        for one in TABS:
            if one.code not in self._unmarked:
                by = one.load().watches if one.marked_by is None else one.marked_by
                if "*" in by or tables & by:
                    self._unmarked.add(one.code)

    def _mark_one(self) -> None:
        """The marks come one in a turn of the loop: their tabs' modules may have to be loaded first."""
        if not self._unmarked or self._id is None or self._row is None or self.desk.app is None:
            return
        left = [one for one in TABS if one.code in self._unmarked]
        spec = next((one for one in left if one.code == self._code), left[0])  # that in view comes first
        try:
            mark = spec.load().tab_mark(self.desk, self._id)
        except UserError:
            return  # the visit has gone since, and the page is about to read that
        self._unmarked.discard(spec.code)
        self.tabs.set_mark(spec.code, mark)
        if self._unmarked:
            soon = spec.code != self._code or self.desk.tasks.inline
            self._marking.start(0 if soon else MARK_LATER_MS)

    # -- tabs ----------------------------------------------------------------------------------------

    def _set_off(self, folded: bool) -> None:
        """Tabs stand on the line beneath them, the drop-down does not."""
        self._top.setContentsMargins(0, 0, 0, self.desk.theme.u(8) if folded else 0)

    def _choose_tab(self, code: str) -> None:
        self._open_tab(code)
        self.moved.emit()
        self.headingChanged.emit()

    def _open_tab(self, code: str) -> None:
        if self.tab is not None and code != self._code:
            self.tab.leave()
        self._code = code
        if self._id is not None:
            self._last[self._id] = code
        if self._row is not None:
            self._show_tab()

    def _step_tab(self, by: int) -> None:
        codes = [one.code for one in TABS]
        self._choose_tab(codes[(codes.index(self._code) + by) % len(codes)])
        target = self.tab.first_focus() if self.tab is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _next_tab(self) -> None:
        self._step_tab(1)

    def _previous_tab(self) -> None:
        self._step_tab(-1)

    def _tab_moved(self) -> None:
        if self.sender() is self.tab:
            self.moved.emit()

    # -- acts ----------------------------------------------------------------------------------------

    def _to_list(self) -> None:
        self.desk.go("visits", **({"id": self._id.hex} if self._id is not None else {}))

    def _put_back(self) -> None:
        from hospes.actions.bin import PutBack

        if self._id is not None:
            self.desk.run(PutBack("visit", (self._id,)), said=self.desk.text("The visit is back."))

    def _bring_in(self) -> None:
        """Hosts where beds are given out, guests everywhere else."""
        kind = "hosts" if self._code == "hosting" else "guests"
        self.desk.go("import", kind=kind, **self._as_visit())

    def _partner_file(self) -> None:
        self.desk.go("partner", **self._as_visit())

    def _take_out(self) -> None:
        what = "placements" if self._code == "hosting" else "guests"
        self.desk.go("export", what=what, **self._as_visit())

    def _as_visit(self) -> dict[str, object]:
        return {"visit": self._id.hex} if self._id is not None else {}

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "next_tab": self._next_tab,
            "previous_tab": self._previous_tab,
            "escape": self._to_list,
        }
        if self._row is not None:
            acts |= {
                "bring_in": self._bring_in,
                "partner_file": self._partner_file,
                "take_out": self._take_out,
            }
        if self.tab is not None and self._row is not None:
            acts |= self.tab.acts()
        return acts

    def heading(self) -> Heading:
        desk, visit = self.desk, self._row
        if visit is None:
            return Heading(desk.text("Visit"))
        return Heading(
            visit.title or desk.text("Visit without a name"),
            when_words(desk, visit),
            towns=towns_of(desk, visit.parties),
        )

    def help_page(self) -> str:
        return next(one.help for one in TABS if one.code == self._code)

    def show_at(self, **where: object) -> None:
        wanted, unfinished = where.pop("id", None), where.pop("unfinished", None)
        before = self._id
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._id = UUID(hex=wanted)
        if self._id is None:
            self._id = self._nearest()
        code = where.pop("tab", None)
        known = {one.code for one in TABS}
        if isinstance(code, str) and code in known:
            self._open_tab(code)
        elif before != self._id and self._id is not None:
            self._open_tab(self._last.get(self._id, TABS[0].code))
        if before != self._id or self._row is None:
            self.reload()
        if self.tab is not None and self._row is not None:
            self.tab.show_at(**where)
        if unfinished:
            QTimer.singleShot(0, self, self._typing.take)
        self.headingChanged.emit()

    def _shown(self) -> UUID | None:
        return self._id

    def _nearest(self) -> UUID | None:
        """The visit that comes next, for whoever opens the page without saying which."""
        from hospes.queries.visits import visit_ids

        for view in ("coming", "past", "ideas"):
            ids = self.desk.read(visit_ids, view, locale=self.desk.locale, today=self.desk.file.today)
            if ids:
                return ids[0]
        return None

    def where(self) -> dict[str, object]:
        more = self.tab.where() if self.tab is not None else {}
        return {**more, "tab": self._code, **({"id": self._id.hex} if self._id is not None else {})}

    def mark(self, ids: frozenset[UUID]) -> None:
        if self.tab is not None:
            self.tab.mark(ids)

    def leave(self) -> None:
        if self.tab is not None:
            self.tab.leave()

    def panes(self) -> Sequence[QWidget]:
        return (self.tabs, *(self.tab.panes() if self.tab is not None else ()))

    def first_focus(self) -> QWidget | None:
        return self.tab.first_focus() if self.tab is not None else None

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._column.setContentsMargins(left, top, right, bottom)
        self.tabs.fit(fit)
        self.saved.setVisible(fit > Fit.COMPACT)
        for tab in self._built.values():
            tab.fit(fit)
        self.tall.settle()
