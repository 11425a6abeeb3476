# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of everything: who did what, when; what each step changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from hospes.actions.labels import step_words
from hospes.i18n.marks import N_
from hospes.queries.history import StepRow, history
from hospes.ui.page import Heading, Page
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, column, line, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

STEPS = 500
"""Steps read at once; older ones follow by a link."""


def _columns() -> Sequence[Column[StepRow]]:
    return (
        Column("when", N_("When"), 190, _when),
        Column("what", N_("What"), 560, _what),
        Column("who", N_("Who"), 220, lambda one, _: one.who),
        Column("count", N_("Entries changed"), 160, lambda one, loc: loc.number(one.count), align="right"),
    )


def _when(one: StepRow, locale: Locale) -> str:
    return locale.moment(one.at)


def _what(one: StepRow, locale: Locale) -> Cell:
    words = step_words(locale, one.code, one.refs, {ref: named.text for ref, named in one.named.items()})
    if one.undoes is not None:
        return Cell(words, icon="undo-2", tone="muted", grey=locale.text("taken back"))
    return Cell(words, grey=locale.text("taken back later") if one.undone else "")


class HistoryPage(Page):
    """Steps, the newest first."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._rows: list[StepRow] = []
        self.table = ListTable(
            desk,
            "history",
            _columns(),
            shown=("when", "what", "who", "count"),
            name="history.table",
            label=desk.text("History"),
        )
        self.table.opened.connect(self._open)
        self.count = Label(theme, "", "m", name="history.count")
        self.more = link_button(theme, desk.text("Show older steps"), self._older, name="history.more")
        foot = row(theme, self.count, None, self.more, margins=(16, 6, 12, 8))
        box = Box(theme, "card", self.table, line(), gap=0, margins=(1, 1, 1, 1))
        box.box.addLayout(foot)
        self.body = QStackedWidget()
        self.body.addWidget(box)
        self.body.addWidget(EmptyState(theme, desk.text("Nothing was changed yet."), icon="clock"))
        self.setLayout(column(theme, self.body, margins=(22, 0, 18, 14)))

    def reload(self) -> None:
        self._rows = self.desk.read(history, self.desk.locale.language, STEPS)
        self._show(len(self._rows) == STEPS)

    def _older(self) -> None:
        older = self.desk.read(history, self.desk.locale.language, STEPS, self._rows[-1].order)
        self._rows += older
        self._show(len(older) == STEPS)

    def _show(self, more: bool) -> None:
        by_id = {one.id: one for one in self._rows}
        self.table.set_rows([one.id for one in self._rows], lambda ids: [by_id.get(one) for one in ids])
        self.count.setText(self.desk.ntext("{n} step", "{n} steps", len(self._rows)))
        self.more.setVisible(more)
        self.body.setCurrentIndex(0 if self._rows else 1)

    def _open(self, step_id: UUID) -> None:
        """Go to the person a step was about."""
        found = next((one for one in self._rows if one.id == step_id), None)
        people = [n for n in (found.named.values() if found else ()) if n.kind == "person"]
        if people:
            self.desk.go("person", id=people[0].id.hex, tab="history")

    def heading(self) -> Heading:
        return Heading(self.desk.text("History"), self.desk.text("Who changed what, and when"))

    def help_page(self) -> str:
        return "undo"

    def first_focus(self) -> QWidget | None:
        return self.table
