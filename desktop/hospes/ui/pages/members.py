# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of members with the chosen person beside it (design 5.2, mock 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from hospes.i18n.marks import N_
from hospes.queries import members as queries
from hospes.queries.filters import EVERYONE, Filter, FilterProblem, read_filter, sentence
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.filter_rows import FilterRows
from hospes.ui.pages.member_drafts import DraftStrip
from hospes.ui.pages.members_columns import COMPACT, NARROW, SHOWN, columns
from hospes.ui.pages.person_pane import PersonPane
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import NO_LIMIT, Box, column, holder, line, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint

    from hospes.ui.desk import Desk

CHIPS = (
    ("everyone", N_("Everyone")),
    ("dues_open", N_("Dues open")),
    ("can_host", N_("Can host")),
    ("committee", N_("Committee")),
    ("former", N_("Former")),
)

BAR_HEIGHT = 52

UNCOUNTED = frozenset({"former"})
"""Chips without a number: how many have left is no news, and the row has to fit."""


class MembersPage(Page):
    """Chips, list, foot; and the pane of the chosen person."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "person", "household", "household_member", "address", "contact_point", "membership", "office",
            "membership_period", "dues", "payment", "payment_share", "hosting", "hosting_bed", "tag_link",
            "person_language", "consent", "note", "kept_list", "organisation", "setting", "guardian",
            "draft", "unusable_input",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"new": True}, {"filter": "wiest"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._chip = "everyone"
        self._counts: dict[str, queries.Count] | None = None
        self._filter = EVERYONE
        self._folded = desk.settings.pane_folded
        theme = desk.theme
        self.filter_rows = FilterRows(desk, "members")
        self.filter_rows.changed.connect(self._filter_changed)
        self.filter_rows.hide()
        self.count = Label(theme, "", "m", name="members.count")
        self.chips = ChipRow(theme, desk.text("Show"), self.filter_rows.button, name="members.chips")
        self.chips.chosen.connect(self._choose_chip)
        self.table = self._make_table()
        self.body = ListBody(self.table)
        self.foot_count = Label(theme, "", "m", name="members.footCount")
        self.print_link = link_button(
            theme, desk.text("Print this list"), self._print, name="members.print", icon="printer"
        )
        foot = row(theme, self.foot_count, None, self.print_link, margins=(16, 6, 12, 8))
        self.foot = holder(column(theme, line(), foot, gap=0))
        list_card = Box(theme, "card", self.body, self.foot, gap=0, margins=(1, 1, 1, 1))
        self.drafts = DraftStrip(desk, ("new-member",))
        self.drafts.goes_on.connect(self._new)
        top = row(theme, self.chips, self.count, gap=12)
        top.setStretch(0, 1)
        self._below = column(theme, self.filter_rows, self.drafts, list_card, gap=12)
        self._below.setStretch(2, 1)
        self._left = column(theme, top, self._below, gap=12)
        self._left.setStretch(1, 1)
        self.pane = PersonPane(desk)
        self.pane.began.connect(self._form_began)
        self.pane.closed.connect(self._end_page)
        self.pane.opened.connect(self._open_page)
        self.pane.added.connect(self._added)
        self.side = SidePane(theme, self.pane, name="members.pane")
        self.list_side = holder(self._left)
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretch(0, 1)
        self.setLayout(self._across)
        self._covered = False

    def _make_table(self) -> ListTable:
        desk = self.desk
        table = ListTable(
            desk,
            "members",
            columns(desk.file.today.year),
            shown=SHOWN,
            sort="name",
            name="members.table",
            label=desk.text("Members"),
        )
        table.chosen.connect(self._chosen)
        table.opened.connect(self._open_page)
        table.binned.connect(self._bin)
        table.sorted.connect(self._sorted)
        table.menuWanted.connect(self._menu)
        return table

    # -- reading -------------------------------------------------------------------------------------

    def whole_filter(self) -> Filter:
        """What the list shows: the chip, the filter rows and the words together."""
        chip = queries.CHIPS[self._chip]
        return Filter(self._filter.words, (*chip.terms, *self._filter.terms))

    def reload(self) -> None:
        # The chips count everybody, whatever the filter: that is worked out when the file has changed only.
        self._counts = self.desk.read(queries.chip_counts, today=self.desk.file.today)
        self._show_list()
        self.drafts.reload()
        self.pane.reload()

    def _show_list(self) -> None:
        """Read who is let through, in their order; for a chip, a filter, a heading that was pressed."""
        desk = self.desk
        wanted = self.whole_filter()
        order = queries.Order(self.table.sort_key() or "name", self.table.descending())
        ids, count = desk.read(
            queries.list_of_members, wanted, order, locale=desk.locale, today=desk.file.today
        )
        self.table.set_rows(ids, self._fetch)
        members = desk.ntext("{n} member", "{n} members", count.people)
        households = desk.ntext("{n} household", "{n} households", count.households)
        words = desk.text("{members} in {households}", members=members, households=households)
        self.foot_count.setText(words)
        self.count.setText(words)
        self._show_chips()
        self._show_empty(not ids)

    def _fetch(self, ids: Sequence[UUID]) -> Sequence[queries.MemberRow | None]:
        desk = self.desk
        shown = [code for code in self.table.shown() if code != "mobile"]
        if "mobile" in self.table.shown():
            shown.append("phone")
        found = desk.read(
            queries.member_rows,
            ids,
            locale=desk.locale,
            today=desk.file.today,
            only=(*shown, "host", "roles"),
        )
        by_id = {one.id: one for one in found}
        return [by_id.get(one) for one in ids]

    def _show_chips(self) -> None:
        if self._counts is None:
            self._counts = self.desk.read(queries.chip_counts, today=self.desk.file.today)
        counts, number = self._counts, self.desk.locale.number
        chips = [
            Chip(code, self.desk.text(label), "" if code in UNCOUNTED else number(counts[code].people))
            for code, label in CHIPS
        ]
        self.chips.set_chips(chips, self._chip)

    def _show_empty(self, empty: bool) -> None:
        if empty:
            nothing = self._empty_state()
            self.body.show_empty(nothing)
        else:
            self.body.show_list()

    def _empty_state(self) -> EmptyState:
        from hospes.ui.desk import Answer

        desk, theme = self.desk, self.desk.theme
        if self.whole_filter() == EVERYONE:
            ways = (
                Answer(desk.text("Bring in a list"), self._bring_in, main=True, name="members.empty.bringIn"),
                Answer(desk.text("Add the first member"), self._new, name="members.empty.add"),
            )
            return EmptyState(theme, desk.text("No members yet."), ways, icon="users")
        everyone = Answer(
            desk.text("Show everyone"), self._show_everyone, main=True, name="members.empty.everyone"
        )
        if self._filter.words:
            words = desk.text("Nobody matches “{words}”.", words=self._filter.words)
        elif self._chip == "dues_open" and not self._filter:
            words = desk.text("Nobody here has open dues.")
        else:
            words = desk.text("Nobody here: {filter}.", filter=sentence(self.whole_filter(), desk.locale))
        return EmptyState(theme, words, (everyone,), icon="search")

    # -- choosing ------------------------------------------------------------------------------------

    def _choose_chip(self, code: str) -> None:
        self._chip = code
        self.moved.emit()
        self._show_list()

    def _filter_changed(self, wanted: Filter) -> None:
        self._filter = wanted
        self.moved.emit()
        self._show_list()

    def _show_everyone(self) -> None:
        self._chip, self._filter = "everyone", EVERYONE
        self.filter_rows.set_filter(EVERYONE)
        self._show_list()

    def _sorted(self, _key: str, _down: bool) -> None:
        self._show_list()

    def _chosen(self, ids: list[UUID]) -> None:
        self.pane.show_people(ids)
        self.headingChanged.emit()
        QTimer.singleShot(0, self, self._keep_in_view)  # the bar may have taken room from the list

    def _keep_in_view(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.table.chosen_ids():
            self.table.scrollTo(index)

    def _open_page(self, person_id: UUID) -> None:
        self.desk.go("person", id=person_id.hex)

    def _form_began(self) -> None:
        self._cover(True)
        self.moved.emit()

    def _end_page(self) -> None:
        self._cover(False)
        self.drafts.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, person_id: UUID) -> None:
        covered = self._covered
        self._cover(False)
        self.reload()
        self.table.choose(person_id)
        if covered:  # the form that had the keyboard is gone; else it falls to the head of the rail
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        for words, act in self.pane.ways():
            menu.addAction(words, act)
        menu.exec(where)

    def _bin(self, ids: list[UUID]) -> None:
        from hospes.actions.bin import PutInBin

        if not ids:
            return
        name = self.pane.name_of(ids[0])
        said = (
            self.desk.text("{person} is in the bin.", person=name)
            if len(ids) == 1
            else self.desk.ntext("{n} person is in the bin.", "{n} people are in the bin.", len(ids))
        )
        self.desk.run(PutInBin("person", tuple(ids)), said=said)

    # -- acts ----------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(
            desk.text("Members"),
            desk.text("People who belong to the association, by household"),
            NewButton(desk.text("New member"), "user-plus", "members.new"),
        )

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "new": self._new_here,
            "find": self.filter_rows.find_words,
            "print": self._print,
            "take_out": self._take_out,
            "columns": self.table.choose_columns,
            "fold": self._fold,
            "edit": self.pane.edit,
            "add": self.pane.add,
            "next_tab": self.pane.next_tab,
            "previous_tab": self.pane.previous_tab,
        }
        if self.pane.can_escape():
            acts["escape"] = self.pane.escape
        if self.table.chosen_ids():
            acts["bin"] = self._bin_chosen
        return acts

    def _bin_chosen(self) -> None:
        self._bin(self.table.chosen_ids())

    def _new_here(self) -> None:
        """The form, or in the form somebody more of the household (Ctrl+N)."""
        if not self.pane.one_more():
            self._new()

    def _new(self) -> None:
        self.pane.begin_new()
        if self._folded:
            self._fold()
        self._cover(True)
        self.drafts.reload(hide="new-member")

    def _new_mate(self, household_id: UUID) -> None:
        self.pane.begin_in(household_id)
        if self._folded:
            self._fold()
        self._cover(True)

    def _bring_in(self) -> None:
        self.desk.go("import")

    def _take_out(self) -> None:
        self.desk.go("export", what="members", filter=self.whole_filter().text())

    def _print(self) -> None:
        self.desk.go(
            "print",
            paper="member-list",
            filter=self.whole_filter().text(),
            order=self.table.sort_key(),
            descending=self.table.descending(),
        )

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self.side.set_folded(self._folded)

    # -- the frame -----------------------------------------------------------------------------------

    def show_at(self, **where: object) -> None:
        chip = where.get("chip")
        if isinstance(chip, str) and chip in queries.CHIPS:
            self._chip = chip
        text = where.get("filter")
        if isinstance(text, str):
            try:
                self._filter = read_filter(text)
            except FilterProblem as problem:
                self.desk.say(problem, kind="warn")
            self.filter_rows.set_filter(self._filter)
            self._show_list()
        chosen = where.get("id")
        if isinstance(chosen, str) and not self.table.choose(UUID(hex=chosen)):
            self.pane.show_people([UUID(hex=chosen)])
        tab = where.get("tab")
        if isinstance(tab, str):
            self.pane.show_tab(tab)
        household = where.get("household")
        if where.get("new") and isinstance(household, str):
            self._new_mate(UUID(hex=household))
        elif where.get("new"):
            self._new()
        scroll = where.get("scroll")
        if isinstance(scroll, int):
            self.table.verticalScrollBar().setValue(scroll)

    def where(self) -> dict[str, object]:
        current = self.table.current_id()
        return {
            "chip": self._chip,
            "filter": self._filter.text(),
            "tab": self.pane.tab(),
            "scroll": self.table.verticalScrollBar().value(),
            **({"id": current.hex} if isinstance(current, UUID) else {}),
            **self.pane.form_where(),
        }

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def leave(self) -> None:
        self.pane.leave()

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self.table, self.side)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        small = fit <= Fit.COMPACT
        self._left.setContentsMargins(left, top, right if small else 0, bottom)
        self._below.setContentsMargins(0, 0, 0 if small else self.desk.theme.u(15), 0)
        self.chips.set_compact(fit <= Fit.COMPACT)
        self.count.setVisible(fit == Fit.COMPACT)
        self.foot.setVisible(fit > Fit.COMPACT)
        self.table.fit_columns({Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(fit))
        self.side.set_width(520 if fit == Fit.WIDE else 456)
        self._cover(self.pane.is_new())

    def _cover(self, cover: bool) -> None:
        """Where there is little room the pane is a bar under the list, and a form or page covers the list."""
        theme = self.desk.theme
        small = self.fits <= Fit.COMPACT
        self._covered = cover and small
        bar = small and not self._covered
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self.pane.set_bar(bar)
        self.list_side.setVisible(not self._covered)
        self.side.set_folded(self._folded and not small)
        left, _, right, bottom = side_margins(theme, self.fits)
        self.side.setProperty("k", "" if bar else "pane")
        self.side.style().unpolish(self.side)
        self.side.style().polish(self.side)
        self.side.setContentsMargins(*((left, 0, right, bottom) if bar else (0, 0, 0, 0)))
        if small:
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(NO_LIMIT)
        self.side.setMaximumHeight(theme.u(BAR_HEIGHT) + bottom if bar else NO_LIMIT)
        self._across.setStretch(1, 1 if self._covered else 0)

    def first_focus(self) -> QWidget | None:
        return self.table
