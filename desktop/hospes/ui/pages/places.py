# SPDX-License-Identifier: GPL-3.0-or-later
"""Towns and regions: found by any name they have, with the chosen one beside the list."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.territories import AddTerritory, DeleteTerritory
from hospes.domain.codes_twinning import TerritoryKind
from hospes.i18n.marks import N_
from hospes.queries.territories import PlaceRow, place_ids, place_rows
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.place_pane import PlacePane
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import find_field
from hospes.ui.widgets.notices import EmptyState, SidePane, back_bar
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

PANE = 440

LEAST = 360
"""How high the page is at least, in units: it scrolls in a lower window."""


def _columns() -> Sequence[Column[PlaceRow]]:
    return (
        Column("name", N_("Name"), 240, _name),
        Column("kind", N_("Kind"), 110, _kind),
        Column("country", N_("Country"), 130, _country),
        Column("parent", N_("Lies in"), 180, _parent),
        Column("twinnings", N_("Twinnings"), 100, _twinnings, align="right"),
    )


def _name(one: PlaceRow, locale: Locale) -> Cell:
    grey = ", ".join(one.others[:3])
    if one.span.last is not None:
        grey = locale.text("until {day}", day=locale.date(one.span.last, "list"))
    return Cell(one.name, grey=grey)


def _kind(one: PlaceRow, locale: Locale) -> str:
    return locale.label(one.kind)


def _country(one: PlaceRow, locale: Locale) -> str:
    return locale.country(one.country) if one.country else ""


def _parent(one: PlaceRow, locale: Locale) -> str:
    return one.parent


def _twinnings(one: PlaceRow, locale: Locale) -> str:
    return locale.number(one.twinnings) if one.twinnings else ""


class PlacesPage(Page):
    """The list and the pane."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"territory", "territory_name", "territory_succession", "partnership_party", "partnership"}
    )
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"words": "Centre"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._chosen_in_small = False
        self.words = find_field(
            theme, desk.text("Find by any name"), "places.words", self._narrowed, width=220
        )
        kinds = [("", desk.text("Every kind")), *((k.value, desk.locale.label(k)) for k in TerritoryKind)]
        self.kind = Choice(theme, kinds, name="places.kind")
        self.kind.setAccessibleName(desk.text("Kind"))
        self.kind.picked.connect(self._narrowed)
        self.table = ListTable(
            desk,
            "places",
            _columns(),
            shown=("name", "kind", "country", "parent", "twinnings"),
            sort="name",
            name="places.table",
            label=desk.text("Towns and regions"),
        )
        self.table.chosen.connect(self._chosen)
        self.table.binned.connect(self._delete)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        everything = Answer(desk.text("Show all"), self._show_all, main=True, name="places.empty.all")
        self.body.addWidget(
            EmptyState(theme, desk.text("No town or region has this name."), (everything,), icon="search")
        )
        self.count = Label(theme, "", "m", name="places.count")
        foot = row(theme, self.count, None, margins=(16, 8, 12, 8))
        card = Box(theme, "card", self.body, line(), foot, gap=0, margins=(1, 1, 1, 1))
        tools = holder(FlowLayout(theme, self.words, self.kind, gap=12))
        self._left = column(theme, tools, card, gap=12)
        self._left.setStretch(1, 1)
        self.list_side = holder(self._left)
        self.pane = PlacePane(desk)
        self.pane.deleteWanted.connect(self._delete_one)
        self.back = back_bar(theme, desk.text("Back to the list"), self._to_list, "places.back")
        self.side = SidePane(
            theme, holder(column(theme, self.back, self.pane, gap=0)), width=PANE, name="places.pane"
        )
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretch(0, 1)
        self.tall = Tall(holder(self._across), self._least, "places.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        kind = TerritoryKind(self.kind.code()) if self.kind.code() else None
        ids = desk.read(place_ids, self.words.text(), kind, locale=desk.locale)
        self.table.set_rows(ids, self._fetch)
        self.body.setCurrentIndex(0 if ids else 1)
        if ids and not self.table.chosen_ids():
            self.table.choose(ids[0], tell=False)
        self.count.setText(desk.ntext("{n} place", "{n} places", len(ids)))
        self._show_chosen()

    def _fetch(self, ids: Sequence[UUID]) -> Sequence[PlaceRow | None]:
        rows = {one.id: one for one in self.desk.read(place_rows, ids, self.desk.locale.code)}
        return [rows.get(one) for one in ids]

    def _show_chosen(self) -> None:
        ids = self.table.chosen_ids() if self.body.currentIndex() == 0 else []
        self.pane.show_place(ids[0] if ids else None)
        self.headingChanged.emit()

    def _chosen(self, ids: list[UUID]) -> None:
        self._chosen_in_small = bool(ids)
        self._show_chosen()
        self._arrange()

    def _narrowed(self, *_: object) -> None:
        self.reload()

    def _show_all(self) -> None:
        self.kind.choose("")
        self.words.clear()
        self.reload()

    # -- acts ----------------------------------------------------------------------------------------

    def _new(self) -> None:
        """A place needs a name only; what was looked for and not found is taken as that."""
        desk = self.desk
        name = self.words.text().strip() or desk.text("New place")
        outcome = desk.run(AddTerritory(name), said=desk.text("{name} is added.", name=name))
        if outcome is not None and isinstance(outcome.result, UUID):
            self.words.clear()
            self.reload()
            self.table.choose(outcome.result)
            self.pane.begin()

    def _delete(self, ids: list[UUID]) -> None:
        if ids:
            self._delete_one(ids[0])

    def _delete_one(self, place: UUID) -> None:
        rows = self._fetch([place])
        name = rows[0].name if rows[0] is not None else ""
        self.desk.run(DeleteTerritory(place), said=self.desk.text("{name} is deleted.", name=name))

    def _to_list(self) -> None:
        self._chosen_in_small = False
        self._arrange()

    def heading(self) -> Heading:
        desk = self.desk
        new = NewButton(desk.text("New place"), "plus", "places.new")
        return Heading(
            desk.text("Towns and regions"), desk.text("Their names in each language, then and now"), new
        )

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "find": self._find,
            "columns": self.table.choose_columns,
            "escape": self._escape,
        }
        if self.table.chosen_ids():
            acts["bin"] = self._delete_chosen
        return acts

    def _delete_chosen(self) -> None:
        self._delete(self.table.chosen_ids())

    def _escape(self) -> None:
        if self.list_side.isHidden():
            self._to_list()
        else:
            self.desk.go("twinnings")

    def _find(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    # -- the page ------------------------------------------------------------------------------------

    def help_page(self) -> str:
        return "twinnings"

    def show_at(self, **where: object) -> None:
        words, wanted = where.get("words"), where.get("id")
        if isinstance(words, str) and words != self.words.text():
            self.words.setText(words)
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                ref = UUID(hex=wanted)
                if not self.table.choose(ref):
                    self._show_all()
                    self.table.choose(ref)
                self._chosen_in_small = True
                self._arrange()
        if where.get("new"):
            self._new()

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        return {"words": self.words.text(), **({"id": current.hex} if current is not None else {})}

    def leave(self) -> None:
        self.pane.leave()

    def _arrange(self) -> None:
        small = self.fits <= Fit.COMPACT
        covers = small and self._chosen_in_small
        self.list_side.setVisible(not covers)
        self.back.setVisible(covers)
        self.side.set_folded(small and not covers)
        if covers:
            self.side.take_room()
        else:
            self.side.set_width(PANE)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._left.setContentsMargins(left, top, right, bottom)
        self.table.fit_columns(None if fit >= Fit.WIDE else ("name", "kind", "country"))
        self._arrange()
        self.tall.settle()

    def _least(self) -> int:
        """How high the page is at least; in a low window it scrolls (design 4)."""
        return self.desk.theme.u(LEAST) if self.fits is Fit.NARROW else 0

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.side)

    def first_focus(self) -> QWidget | None:
        return self.table

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)
