# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory: links between towns anywhere, counted, and beside the numbers others state (S21)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.directory import DeleteDirectoryLinks
from hospes.domain.codes_twinning import PartnershipType
from hospes.domain.directory_counts import By, compared, counted, total
from hospes.i18n.marks import N_
from hospes.queries.directory import (
    Wanted,
    countries_in,
    link_ids,
    link_rows,
    lumps,
    region_names,
    sources,
    stated,
)
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.directory_columns import count_columns, link_columns, stated_columns
from hospes.ui.pages.directory_pane import DirectoryPane
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState, SidePane, back_bar
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.domain.directory_counts import Compared, Lump
    from hospes.queries.directory import LinkRow, SourceRow
    from hospes.ui.desk import Desk
    from hospes.ui.pages.directory_columns import CountRow
    from hospes.ui.rows import Column

LINKS, COUNTS, STATED = "links", "counts", "stated"
VIEWS = (LINKS, COUNTS, STATED)
WORDS = {LINKS: N_("Links"), COUNTS: N_("Counted"), STATED: N_("Stated elsewhere")}
PANE = 420
LIST_LEAST = 200
"""How high the list is at least, in units: the page scrolls in a lower window."""
LATER_MS = 120
"""The list follows the typing this much later: tens of thousands of rows are looked through."""


class DirectoryPage(Page):
    """Three views of the same links, and a pane for the chosen one."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"directory_link", "twinning_statistic", "territory", "territory_name", "territory_succession"}
    )
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"view": COUNTS}, {"view": STATED})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._view = LINKS
        self._chosen_in_small = False
        self._lumps: tuple[Lump, ...] = ()
        self.views = ChipRow(theme, desk.text("Show"), name="directory.views")
        self.views.chosen.connect(self._choose_view)
        self.words = TextField(theme, example=desk.text("Find a town by any name"), name="directory.words")
        self.words.setAccessibleName(desk.text("Find a town by any name"))
        self.words.setFixedWidth(theme.u(210))
        self.words.setClearButtonEnabled(True)
        self.country = self._choice("country", desk.text("Country"))
        self.other = self._choice("other", desk.text("Country of the other town"))
        kinds = [("", desk.text("Every kind")), *((k.value, desk.locale.label(k)) for k in PartnershipType)]
        self.kind = self._choice("kind", desk.text("Kind"), kinds)
        self.by = self._choice("by", desk.text("Count"), [(by.value, desk.locale.label(by)) for by in By])
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self._show)
        self.words.textChanged.connect(self._narrowed)
        bring = link_button(
            theme, desk.text("Bring in a list"), self._bring_in, icon="file-spreadsheet",
            name="directory.bringIn",
        )  # fmt: skip
        show = link_button(
            theme, desk.text("Print the statistics"), self._print, icon="printer", name="directory.print"
        )
        network = link_button(
            theme, desk.text("Figures of associations"), self._network, icon="chart-column",
            name="directory.network",
        )  # fmt: skip
        self.tables = {
            LINKS: self._table(LINKS, link_columns(), ("a", "b", "type", "since", "status", "source")),
            COUNTS: self._table(COUNTS, count_columns(), ("what", "count", "twinnings", "ended", "both")),
            STATED: self._table(STATED, stated_columns(), ("between", "here", "stated", "source", "why")),
        }
        self.body = QStackedWidget()
        self.body.setMinimumHeight(theme.u(LIST_LEAST))
        for view in VIEWS:
            self.body.addWidget(self.tables[view])
        self.nothing = QStackedWidget()
        self._fill_nothing()
        self.body.addWidget(self.nothing)
        self.count = Label(theme, "", "m", wrap=True, name="directory.count")
        foot = column(theme, self.count, gap=0, margins=(16, 8, 12, 8))
        box = Box(theme, "card", self.body, line(), holder(foot), gap=0, margins=(1, 1, 1, 1))
        self._tools = holder(FlowLayout(theme, self.views, bring, show, network, gap=12))
        self._more = holder(
            FlowLayout(theme, self.words, self.country, self.other, self.kind, self.by, gap=12)
        )
        self._left = column(theme, self._tools, self._more, box, gap=10)
        self._left.setStretch(2, 1)
        self.list_side = holder(self._left)
        self.pane = DirectoryPane(desk)
        self.pane.done.connect(self._pane_done)
        self.back = back_bar(theme, desk.text("Back to the list"), self._to_list, "directory.back")
        self.side = SidePane(
            theme, holder(column(theme, self.back, self.pane, gap=0)), width=PANE, name="directory.pane"
        )
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretch(0, 1)
        self.tall = Tall(holder(self._across), self._least, "directory.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    def _choice(self, code: str, words: str, options: Sequence[tuple[str, str]] = ()) -> Choice:
        choice = Choice(self.desk.theme, list(options), name=f"directory.{code}")
        choice.setAccessibleName(words)
        choice.picked.connect(self._picked)
        return choice

    def _table(self, view: str, columns: Sequence[Column[Any]], shown: Sequence[str]) -> ListTable:
        table = ListTable(
            self.desk, f"directory.{view}", columns, shown=shown,
            sort="a" if view == LINKS else "", name=f"directory.{view}", label=self.desk.text(WORDS[view]),
        )  # fmt: skip
        table.chosen.connect(self._chosen)
        table.sorted.connect(self._narrowed)
        if view == LINKS:
            table.binned.connect(self._delete)
        return table

    def _fill_nothing(self) -> None:
        desk, theme = self.desk, self.desk.theme
        bring = Answer(
            desk.text("Bring in a list"), self._bring_in, main=True, name="directory.empty.bringIn"
        )
        everything = Answer(desk.text("Show all"), self._show_all, main=True, name="directory.empty.all")
        words = desk.text(
            "No list of links was brought in yet. Public offices and their umbrellas publish them as tables."
        )
        self.nothing.addWidget(EmptyState(theme, words, (bring,), icon="link", name="directory.empty"))
        self.nothing.addWidget(
            EmptyState(
                theme, desk.text("No link matches."), (everything,), icon="search", name="directory.none"
            )
        )

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        known = desk.read(countries_in)
        codes = sorted(known, key=lambda code: desk.locale.sort_key(desk.locale.country(code)))
        names = [(code, desk.locale.country(code)) for code in codes]
        self.country.set_options([("", desk.text("Every country")), *names], self.country.code())
        self.other.set_options([("", desk.text("with every country")), *names], self.other.code())
        self._lumps = desk.read(lumps)
        self._sources: Sequence[SourceRow] = desk.read(sources)
        self._compared = [compared(one, self._lumps) for one in desk.read(stated, desk.locale.language)]
        self._show()

    def _wanted(self) -> Wanted:
        kind = self.kind.code()
        return Wanted(
            self.words.text(),
            self.country.code(),
            self.other.code() if self.country.code() else "",
            PartnershipType(kind) if kind else None,
        )

    def _show(self) -> None:
        desk = self.desk
        whole = total(self._lumps)
        numbers = {LINKS: whole.count + whole.ended, COUNTS: 0, STATED: len(self._compared)}
        self.views.set_chips(
            [
                Chip(view, desk.text(WORDS[view]), desk.locale.number(numbers[view]) if numbers[view] else "")
                for view in VIEWS
            ],
            self._view,
        )
        for widget, views in (
            (self.words, (LINKS, COUNTS)), (self.country, (LINKS, COUNTS)), (self.kind, (LINKS, COUNTS)),
            (self.by, (COUNTS,)),
        ):  # fmt: skip
            widget.setVisible(self._view in views and bool(self._lumps))
        self.other.setVisible(self._view == LINKS and bool(self.country.code()))
        self._more.setVisible(bool(self._lumps) and self._view != STATED)
        found = {LINKS: self._show_links, COUNTS: self._show_counts, STATED: self._show_stated}[self._view]()
        if found:
            self.body.setCurrentIndex(VIEWS.index(self._view))
        else:
            self.nothing.setCurrentIndex(1 if self._lumps else 0)
            self.body.setCurrentIndex(len(VIEWS))
        self._show_chosen()

    def _show_links(self) -> int:
        desk, table = self.desk, self.tables[LINKS]
        key, falling = table.sort_key(), table.descending()
        ids = desk.read(link_ids, self._wanted(), key or "a", falling=falling)
        table.set_rows(ids, self._fetch)
        self.count.setText(" · ".join([desk.ntext("{n} link", "{n} links", len(ids)), *self._source_words()]))
        return len(ids)

    def _fetch(self, ids: Sequence[UUID]) -> Sequence[LinkRow | None]:
        rows = {one.id: one for one in self.desk.read(link_rows, ids, self.desk.locale.code)}
        return [rows.get(one) for one in ids]

    def _show_counts(self) -> int:
        desk, table = self.desk, self.tables[COUNTS]
        wanted, by = self._wanted(), By(self.by.code() or By.COUNTRY.value)
        of = self._lumps if wanted.everything else desk.read(lumps, wanted)
        names = desk.read(region_names, desk.locale.code) if by is By.REGION else {}
        counts = counted(of, by)
        rows: dict[str, CountRow] = {"|".join(key): (key, by, names, one) for key, one in counts.items()}
        table.set_rows(list(rows), lambda ids: [rows.get(one) for one in ids])
        whole = total(of)
        words = [
            desk.ntext("{n} link", "{n} links", whole.count),
            desk.ntext(
                "{n} that has ended is not counted", "{n} that have ended are not counted", whole.ended
            )
            if whole.ended
            else "",
            *self._source_words(),
        ]
        self.count.setText(" · ".join(part for part in words if part))
        return len(rows)

    def _show_stated(self) -> int:
        desk, table = self.desk, self.tables[STATED]
        rows: dict[str, Compared] = {one.stated.code: one for one in self._compared}
        table.set_rows(list(rows), lambda ids: [rows.get(one) for one in ids])
        self.count.setText(desk.text("Numbers others state, each with who says so and of when it is"))
        return len(rows)

    def _source_words(self) -> list[str]:
        desk = self.desk
        return [
            desk.text("{source} ({day})", source=one.source, day=desk.locale.date(one.last, "list"))
            if one.last
            else one.source
            for one in self._sources[:3]
        ]

    # -- choosing ------------------------------------------------------------------------------------

    def _table_now(self) -> ListTable:
        return self.tables[self._view]

    def _show_chosen(self) -> None:
        table = self._table_now()
        ids = table.chosen_ids() if self.body.currentIndex() < len(VIEWS) else []
        if self._view == LINKS:
            rows = self._fetch(ids[:1])
            self.pane.show_link(rows[0] if rows else None, len(ids))
        elif self._view == STATED:
            one = next((each for each in self._compared if ids and each.stated.code == ids[0]), None)
            self.pane.show_stated(one)
        self._arrange()
        self.headingChanged.emit()

    def _chosen(self, ids: list[object]) -> None:
        self._chosen_in_small = bool(ids)
        self._show_chosen()

    def _picked(self, _code: str) -> None:
        self._show()

    def _narrowed(self, *_: object) -> None:
        self._later.start()

    def _choose_view(self, code: str) -> None:
        self.pane.leave()
        self._view = code
        self._chosen_in_small = False
        self._show()
        self.moved.emit()

    def _show_all(self) -> None:
        for choice in (self.country, self.other, self.kind):
            choice.choose("")
        self.words.clear()
        self._show()

    def _bring_in(self) -> None:
        self.desk.go("import", kind="partnerships")

    def _network(self) -> None:
        self.desk.go("network")

    def _print(self) -> None:
        self.desk.go("print", paper="twinning-statistics")

    def _delete(self, ids: list[UUID]) -> None:
        if ids:
            words = self.desk.ntext("{n} link is deleted.", "{n} links are deleted.", len(ids))
            self.desk.run(DeleteDirectoryLinks(tuple(ids)), said=words)

    def _new(self) -> None:
        """A number somebody states."""
        if self._view != STATED:
            self._choose_view(STATED)
        self._chosen_in_small = True
        self.pane.new_stated()
        self._arrange()

    def _pane_done(self) -> None:
        self._chosen_in_small = False
        self._show_chosen()

    def _to_list(self) -> None:
        self.pane.leave()
        self._pane_done()

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        new = NewButton(desk.text("New number"), "plus", "directory.new") if self._view == STATED else None
        return Heading(
            desk.text("Directory of links"), desk.text("Links between towns anywhere, counted"), new
        )

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "find": self._find,
            "print": self._print,
            "columns": self._table_now().choose_columns,
            "escape": self._escape,
        }
        if self._view == STATED:
            acts["new"] = self._new
        if self._view == LINKS and self.tables[LINKS].chosen_ids():
            acts["bin"] = self._delete_chosen
        return acts

    def _delete_chosen(self) -> None:
        self._delete(self.tables[LINKS].chosen_ids())

    def _escape(self) -> None:
        if self.list_side.isHidden():
            self._to_list()
        else:
            self.desk.go("twinnings")

    def _find(self) -> None:
        if self._view == STATED:
            self._choose_view(LINKS)
        self.words.setFocus()
        self.words.selectAll()

    def help_page(self) -> str:
        return "directory"

    def show_at(self, **where: object) -> None:
        view, words, wanted = where.get("view"), where.get("words"), where.get("id")
        if isinstance(words, str) and words != self.words.text():
            self.words.setText(words)
        for choice, code in ((self.country, "country"), (self.kind, "kind"), (self.by, "by")):
            value = where.get(code)
            if isinstance(value, str):
                choice.choose(value)
        if isinstance(view, str) and view in VIEWS:
            self._choose_view(view)
        elif words is not None:
            self._show()
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self.tables[LINKS].choose(UUID(hex=wanted))

    def where(self) -> dict[str, object]:
        found: dict[str, object] = {
            "view": self._view, "words": self.words.text(), "country": self.country.code(),
            "kind": self.kind.code(), "by": self.by.code(),
        }  # fmt: skip
        current = self.tables[LINKS].current_id()
        if self._view == LINKS and current is not None:
            found["id"] = current.hex
        return found

    def leave(self) -> None:
        self.pane.leave()

    def _arrange(self) -> None:
        small = self.fits <= Fit.COMPACT
        covers = small and self._chosen_in_small and self._view != COUNTS
        self.list_side.setVisible(not covers)
        self.back.setVisible(covers)
        self.side.set_folded((small and not covers) or self._view == COUNTS or not self.pane.has_something)
        if covers:
            self.side.take_room()
        else:
            self.side.set_width(PANE)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._left.setContentsMargins(left, top, right, bottom)
        small = fit <= Fit.COMPACT
        self.tables[LINKS].fit_columns(("a", "b", "since") if small else None)
        self.tables[COUNTS].fit_columns(("what", "count") if small else None)
        self.tables[STATED].fit_columns(("between", "here", "stated") if small else None)
        self.views.set_compact(fit is Fit.NARROW)
        self._arrange()
        self.tall.settle()

    def _least(self) -> int:
        """How high the page is at least; what covers the list scrolls by itself."""
        return 0 if self.list_side.isHidden() else self.tall.natural()

    def panes(self) -> Sequence[QWidget]:
        return (self._table_now(), self.side)

    def first_focus(self) -> QWidget | None:
        return self._table_now() if self.body.currentIndex() < len(VIEWS) else None

    def mark(self, ids: frozenset[UUID]) -> None:
        self.tables[LINKS].mark(ids)
