# SPDX-License-Identifier: GPL-3.0-or-later
"""The bank: mandates, collections by direct debit, statements that are brought in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hospes.domain.payers import Payer
from hospes.i18n.marks import N_
from hospes.queries.collections import collections, mandate_lines
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.money_bank_columns import (
    COLLECTIONS_SHOWN,
    COLLECTIONS_SMALL,
    MANDATES_SHOWN,
    MANDATES_SMALL,
    collection_columns,
    mandate_columns,
)
from hospes.ui.pages.money_collect import CollectForm
from hospes.ui.pages.money_collection import CollectionPane
from hospes.ui.pages.money_mandate import MandateForm, MandatePane, open_payer
from hospes.ui.pages.money_statement import StatementForm
from hospes.ui.pages.money_tab import MoneyTab
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row, scrolled
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.list_body import find_field
from hospes.ui.widgets.notices import EmptyState, SidePane

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.queries.collections import CollectionLine, MandateLine
    from hospes.ui.desk import Desk

MANDATES, COLLECTIONS = "mandates", "collections"
VIEWS = ((MANDATES, N_("Mandates")), (COLLECTIONS, N_("Collections")))
PANE_USUAL = 400


class BankTab(MoneyTab):
    """Two lists with a pane, and the review of a collection or a statement in their place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._view = MANDATES
        self._folded = desk.settings.pane_folded
        self._mandates: dict[UUID, MandateLine] = {}
        self._collections: dict[UUID, CollectionLine] = {}
        self.chips = ChipRow(theme, desk.text("Show"), name="bank.chips")
        self.chips.chosen.connect(self._choose_view)
        self.words = find_field(theme, desk.text("Find in this list"), "bank.words", self.reload, width=170)
        collect = plain_button(
            theme, desk.text("Collect dues…"), self.collect, icon="coins", name="bank.collect"
        )
        statement = plain_button(
            theme,
            desk.text("Bring in a bank statement…"),
            self._statement,
            icon="upload",
            name="bank.statement",
        )
        self.mandates = ListTable(
            desk, "mandates", mandate_columns(), shown=MANDATES_SHOWN, name="bank.mandates",
            label=desk.text("Mandates"),
        )  # fmt: skip
        self.mandates.chosen.connect(self._show_chosen)
        self.mandates.opened.connect(self._open)
        self.list = ListTable(
            desk, "collections", collection_columns(), shown=COLLECTIONS_SHOWN, name="bank.collections",
            label=desk.text("Collections"),
        )  # fmt: skip
        self.list.chosen.connect(self._show_chosen)
        to_new = Answer(desk.text("New mandate"), self._new, main=True, name="bank.empty.new")
        to_collect = Answer(desk.text("Collect dues…"), self.collect, main=True, name="bank.empty.collect")
        self.no_mandates = EmptyState(theme, "", (to_new,), icon="wallet")
        self.no_collections = EmptyState(
            theme, desk.text("Nothing was collected by direct debit yet."), (to_collect,), icon="wallet"
        )
        self.body = QStackedWidget()
        for part in (self.mandates, self.list, self.no_mandates, self.no_collections):
            self.body.addWidget(part)
        card = Box(theme, "card", self.body, gap=0, margins=(1, 1, 1, 1))
        tools = holder(FlowLayout(theme, self.chips, self.words, collect, statement, gap=10))
        self._left = column(theme, tools, card, gap=10)
        self._left.setStretch(1, 1)
        self.form = MandateForm(desk)
        self.form.closed.connect(self._close_form)
        self.form.added.connect(self._added)
        self.one = MandatePane(desk)
        self.collection = CollectionPane(desk)
        self.nothing = EmptyState(theme, desk.text("Nothing is chosen."), icon="wallet")
        self.inside = [self.form, self.one, self.collection, self.nothing]
        for widget in self.inside:
            widget.hide()
        inner = column(theme, *self.inside, None, margins=(22, 14, 22, 14))
        self.side = SidePane(theme, scrolled(holder(inner), "bank.look"), width=PANE_USUAL, name="bank.pane")
        self._across = row(theme, holder(self._left), self.side, gap=0)
        self._across.setStretch(0, 1)
        self.review = CollectForm(desk)
        self.review.closed.connect(self._close_review)
        self.review.collected.connect(self._collected)
        self.stack = QStackedWidget()
        self.stack.addWidget(holder(self._across))
        self.stack.addWidget(self.review)
        self.statement = StatementForm(desk)
        self.statement.closed.connect(self._close_review)
        self.statement.brought.connect(self._close_review)
        self.stack.addWidget(self.statement)
        self.setLayout(column(theme, self.stack, gap=0))

    # -- reading -------------------------------------------------------------------------------------

    def reload(self, *_: object) -> None:
        """Read anew; whoever pressed something in the pane, which is built anew, keeps the keyboard."""
        focus = QApplication.focusWidget()
        name = ""
        if focus is not None and self.side.isAncestorOf(focus) and not self.form.isVisibleTo(self):
            name = focus.objectName()
            focus.clearFocus()  # Qt would hand it on among what is about to go, and scroll after it
        self._read()
        if name:
            table = self.mandates if self._view == MANDATES else self.list
            found = [one for one in self.side.findChildren(QWidget, name) if one.isVisible()]
            (found[-1] if found else table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        desk = self.desk
        if self.stack.currentWidget() is self.review:
            self.review.reload()
        found = desk.read(mandate_lines, desk.file.today, desk.locale, None, self.words.text())
        self._mandates = {one.id: one for one in found}
        self._collections = {one.id: one for one in desk.read(collections, desk.file.today)}
        number = desk.locale.number
        counts = {MANDATES: len(self._mandates), COLLECTIONS: len(self._collections)}
        self.chips.set_chips(
            [Chip(code, desk.text(words), number(counts[code])) for code, words in VIEWS], self._view
        )
        self.mandates.set_rows(list(self._mandates), lambda ids: [self._mandates.get(one) for one in ids])
        self.list.set_rows(list(self._collections), lambda ids: [self._collections.get(one) for one in ids])
        self._show_view()

    def _show_view(self) -> None:
        mandates = self._view == MANDATES
        self.words.setVisible(mandates)
        rows = self._mandates if mandates else self._collections
        table = self.mandates if mandates else self.list
        searched = bool(self.words.text().strip())
        words = self.desk.text("No mandate is like that.") if searched else self.desk.text("No mandates yet.")
        self.no_mandates.label.setText(words)
        empty = self.no_mandates if mandates else self.no_collections
        self.body.setCurrentWidget(table if rows else empty)
        if rows and not table.chosen_ids():
            table.choose(next(iter(rows)), tell=False)
        if not self.form.isVisibleTo(self):
            self._show_chosen()

    def _choose_view(self, code: str) -> None:
        self._view = code
        self.form.hide()
        self._show_view()
        self.moved.emit()

    def _show_chosen(self, *_: object) -> None:
        shown: QWidget = self.nothing
        if self._view == MANDATES:
            mandate = self._mandates.get(self.mandates.current_id())
            if mandate is not None:
                self.one.show_one(mandate)
                shown = self.one
        else:
            collection = self._collections.get(self.list.current_id())
            if collection is not None:
                self.collection.show_one(collection)
                shown = self.collection
        self._show_inside(shown)

    def _show_inside(self, shown: QWidget) -> None:
        for widget in self.inside:
            widget.setVisible(widget is shown)
        self._fold_side()
        self.headingChanged.emit()

    def _fold_side(self) -> None:
        """Where the pane stands beneath the list it goes while it has nothing to show."""
        small = self.fits <= Fit.COMPACT
        empty = self.nothing.isVisibleTo(self.side)
        self.side.set_folded(empty if small else self._folded)

    # -- acts ----------------------------------------------------------------------------------------

    def _new(self, payer: Payer | None = None) -> None:
        self.form.begin(payer)
        self._view = MANDATES
        self.chips.choose(MANDATES)
        self._show_view()
        self._show_inside(self.form)
        self.side.set_folded(False)
        self.form.first_focus().setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self._show_chosen()
        self.mandates.setFocus()

    def _added(self, mandate: object) -> None:
        self.form.hide()
        self.words.clear()
        self.reload()
        if isinstance(mandate, UUID):
            self.mandates.choose(mandate)
        self._show_chosen()
        self.mandates.setFocus()  # the form that had the keyboard is gone

    def collect(self) -> None:
        """Open the review of a collection."""
        self.review.begin()
        self.stack.setCurrentWidget(self.review)
        self.review.first_focus().setFocus()
        self.moved.emit()

    def _close_review(self) -> None:
        self._to_list()
        self.reload()
        self.moved.emit()

    def _to_list(self) -> None:
        """The lists again; a statement that was read is put away, and asks for no room below them."""
        self.stack.setCurrentIndex(0)
        self.statement.begin()

    def _collected(self, collection: object) -> None:
        self._view = COLLECTIONS
        self._close_review()
        if isinstance(collection, UUID):
            self.list.choose(collection)
            self._show_chosen()
        self.list.setFocus()

    def _statement(self) -> None:
        self.statement.begin()
        self.stack.setCurrentWidget(self.statement)
        self.statement.first_focus().setFocus()
        self.moved.emit()

    def _open(self, mandate: UUID) -> None:
        if mandate in self._mandates:
            open_payer(self.desk, self._mandates[mandate].facts.payer)

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        return NewButton(self.desk.text("New mandate"), "plus", "money.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        table = self.mandates if self._view == MANDATES else self.list
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "find": self.words.setFocus,
            "columns": table.choose_columns,
            "fold": self._fold,
        }
        if self.stack.currentIndex():
            acts["escape"] = self._close_review
        return acts

    def _fold(self) -> None:
        self._folded = not self._folded
        self.desk.prefer(pane_folded=self._folded)
        self.fit(self.fits)

    def show_at(self, **where: object) -> None:
        view = where.get("view")
        if view in (MANDATES, COLLECTIONS):
            self._view = str(view)
        self.reload()
        if where.get("collect"):
            self.collect()
        elif where.get("statement"):
            self._statement()
            if isinstance(file := where.get("file"), str) and file:
                self.statement.open_file(Path(file))
        elif self.stack.currentIndex():
            self._to_list()
        mandate = where.get("mandate")
        if isinstance(mandate, str):
            self._new(Payer.read(mandate))
        chosen = where.get("row")
        if isinstance(chosen, str):
            with suppress(ValueError):
                key = UUID(hex=chosen)
                (self.mandates if key in self._mandates else self.list).choose(key)

    def where(self) -> dict[str, object]:
        table = self.mandates if self._view == MANDATES else self.list
        current = table.current_id()
        told: dict[str, object] = {"view": self._view}
        if self.stack.currentWidget() is self.review:
            told["collect"] = True
        elif self.stack.currentWidget() is self.statement:
            told["statement"] = True
        if isinstance(current, UUID):
            told["row"] = current.hex
        return told

    def mark(self, ids: frozenset[UUID]) -> None:
        self.mandates.mark(ids)
        self.list.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        if self.stack.currentIndex():
            return (self.review if self.stack.currentWidget() is self.review else self.statement,)
        return (self.chips, self.body, self.side)

    def first_focus(self) -> QWidget | None:
        if self.stack.currentWidget() is self.review:
            return self.review.first_focus()
        if self.stack.currentWidget() is self.statement:
            return self.statement.first_focus()
        shown = self.body.currentWidget()
        if shown in (self.no_mandates, self.no_collections) and self.fits <= Fit.COMPACT:
            return self.chips  # the button in the middle of an empty list would scroll the tabs out of sight
        return shown

    def least(self) -> int:
        """Tools that break into lines, the list, and the pane beneath it."""
        return {Fit.COMPACT: 460, Fit.NARROW: 540}.get(self.fits, 0)

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        theme, small = self.desk.theme, fit <= Fit.COMPACT
        left, _, right, bottom = side_margins(theme, fit)
        self.mandates.fit_columns(MANDATES_SMALL if small else None)
        self.list.fit_columns(COLLECTIONS_SMALL if small else None)
        direction = self._across.Direction
        self._across.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self._left.setContentsMargins(left, 0, right if small else theme.u(16), 0 if small else bottom)
        if small:
            self.side.take_room()
        else:
            self.side.set_width(PANE_USUAL)
        self.side.stand_beneath(small)
        self._fold_side()
        self.review.fit(fit)
        self.statement.fit(fit)
